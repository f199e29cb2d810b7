//! A share of the two hundred documents that use every element, set with the free faces that `cargo xtask readers` installs:
//! their pages say what they say. Without the faces this test passes with a word on stderr, but fails where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use huibian_document::HouseStyle;
use huibian_pdf::{Faces, PdfWriter, Profile};

use corpus::{COUNT, Element, Format, Style, differing, document};
use readers::{FACES, read, readers, root};

/// The documents are those of the end-to-end suites, whose package asks for more than the typesetter is to be built with.
#[path = "../../../tests/src/corpus/mod.rs"]
#[allow(dead_code, unused_imports, reason = "other tests use the rest")]
mod corpus;
mod readers;

/// Every so many of them is set; three, so that the styles, which take turns by eight, all have their share.
const STEP: usize = 3;
#[test]
fn pages_say_what_their_documents_say() {
    let Some(home) = readers() else { return };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let styles: BTreeMap<Style, HouseStyle> = Style::ALL
        .into_iter()
        .map(|style| (style, HouseStyle { substitutes: BTreeMap::new(), ..style.rules_with(&FACES) }))
        .collect();
    let writer = |style: &HouseStyle| {
        let faces = Faces::find(style, &[home.join("fonts"), "/usr/share/fonts".into()], false).unwrap();
        PdfWriter::new(style, faces, Profile::Plain).unwrap()
    };
    let writers: BTreeMap<Style, PdfWriter> =
        styles.iter().map(|(style, rules)| (*style, writer(rules))).collect();
    let mut elements = BTreeSet::new();
    let mut files = Vec::new();
    for number in (0..COUNT).step_by(STEP) {
        let style = Style::of(number);
        let document = document(number, &styles[&style]);
        elements.extend(Element::of(&document));
        let file = folder.join(format!("{number:03}.pdf"));
        let written = writers[&style].write(&document).unwrap();
        assert!(written.rare.iter().all(|(_, face)| face.is_some()), "{number}: {:?}", written.rare);
        fs::write(&file, written.bytes).unwrap();
        files.push((style, document, file));
    }
    assert!(elements.len() + 5 > Element::all().len(), "{:?}", Element::all().difference(&elements));
    let paths: Vec<PathBuf> = files.iter().map(|(.., file)| file.clone()).collect();
    let pages = read(&home, &paths);
    let mut faults = Vec::new();
    for (style, document, file) in &files {
        let name = file.file_stem().unwrap().display();
        let differing = differing(&pages[file], document, &styles[style], Format::Pdf);
        faults.extend(differing.map(|differing| format!("{name}: {differing}")));
        let beyond = pages[file].iter().filter(|page| !page.beyond.is_empty());
        faults.extend(beyond.map(|page| format!("{name}: {} stands outside of its page", page.beyond)));
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n\n"));
}
