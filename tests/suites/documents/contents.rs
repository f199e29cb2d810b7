//! The pages that tables of contents name, held against those that LibreOffice sets their headings on. What is named is an estimate: a
//! program that renews the table, as Word does when it opens the file, makes it exact.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_document::HouseStyle;
use huibian_tests::corpus::{Style, document};
use huibian_tests::readers::{ask, readers};
use huibian_writers::{DocxWriter, Scratch};
use serde::Deserialize;

#[derive(Deserialize)]
struct Linked {
    named: Vec<u32>,
    pages: Vec<u32>,
}

/// How many documents have a table of contents that names every page right, and how many have one; and the same of lines.
fn right(name: &str, numbers: impl Iterator<Item = usize>) -> Option<([usize; 2], [usize; 2])> {
    let home = readers()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("contents").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let rules: HouseStyle = Style::Official.rules();
    let (writer, mut scratch, mut files) =
        (DocxWriter::new(&rules), Scratch::default(), Vec::<PathBuf>::new());
    for number in numbers {
        let document = document(number, &rules);
        if !document.listed().is_empty() {
            files.push(folder.join(format!("{number:03}.docx")));
            fs::write(&files[files.len() - 1], writer.package(&document, &mut scratch)).unwrap();
        }
    }
    let found = ask::<Linked>(&home, "linked.py", &files);
    let (mut documents, mut lines) = ([0, files.len()], [0, 0]);
    for Linked { named, pages } in found.values() {
        // Signs of footnotes are links as well, further down.
        let pages = pages.get(..named.len()).unwrap_or(pages);
        assert_eq!(named.len(), pages.len());
        let same = named.iter().zip(pages).filter(|(named, page)| named == page).count();
        documents[0] += usize::from(same == named.len());
        lines[0] += same;
        lines[1] += named.len();
    }
    Some((documents, lines))
}

#[test]
fn contents_name_the_pages_that_headings_are_on() {
    let Some((documents, lines)) = right("some", 0..160) else { return };
    assert!(documents[1] > 30 && documents[0] * 10 >= documents[1] * 9, "{documents:?}");
    assert!(lines[0] * 10 >= lines[1] * 9, "{lines:?}");
}

#[test]
#[ignore = "takes minutes: cargo xtask long"]
fn nearly_all_contents_name_the_pages_that_headings_are_on() {
    let Some((documents, lines)) = right("all", 0..700) else { return };
    assert!(
        documents[0] * 10 >= documents[1] * 9 && lines[0] * 10 >= lines[1] * 9,
        "{documents:?} {lines:?}"
    );
    println!(
        "long: pages in tables of contents | 0 to 699 | {} of {} documents that have one name every page as LibreOffice sets it, {} of {} lines",
        documents[0], documents[1], lines[0], lines[1]
    );
}
