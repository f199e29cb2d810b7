//! Ends of documents in PDF and in Word beside each other: nothing alone on a page, the same on every page. A tenth every time, all by
//! `cargo xtask long`. Without the readers these tests pass with a word on stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use huibian_document::table::{Cell, Column, Table};
use huibian_document::{Assembled, Block, Document, Heading, HouseStyle, Inline, Signature};
use huibian_pdf::{Faces, PdfWriter, Profile};
use huibian_writers::{DocxWriter, Formats, Scratch, fitting};

use corpus::ends::{self, KINDS, LENGTHS, ending};
use corpus::{Page, Style};
use readers::{FACES, read, readers, root};

/// The documents are those of the end-to-end suites, whose package asks for more than the typesetter is to be built with.
#[path = "../../../tests/src/corpus/mod.rs"]
#[allow(dead_code, unused_imports, reason = "other tests use the rest")]
mod corpus;
mod readers;

/// What each page says that is not empty, whatever the order in which it was set: one that is left empty is not everywhere shown. The
/// number that a page ends with goes to its measure word on the next: LibreOffice 7.4 parts them, PDF and Word do not.
fn letters(pages: &[Page]) -> Vec<Vec<char>> {
    let (mut said, mut carried) = (Vec::new(), Vec::new());
    for page in pages.iter().filter(|page| !page.text.is_empty()) {
        let dash = page.text.strip_suffix('—').and_then(|text| text.rfind('—'));
        let (words, number) = dash.map_or((&*page.text, ""), |at| page.text.split_at(at));
        let whole = words.trim_end_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
        let mut letters: Vec<char> = carried.into_iter().chain(whole.chars()).chain(number.chars()).collect();
        letters.sort_unstable();
        said.push(letters);
        carried = words[whole.len()..].chars().collect();
    }
    said
}

/// The pages of documents, in PDF and as LibreOffice sets them.
fn both(name: &str, documents: &[Document]) -> Option<Vec<[Vec<Page>; 2]>> {
    let home = readers()?;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let style = HouseStyle { substitutes: BTreeMap::new(), ..Style::Official.rules_with(&FACES) };
    let faces = Faces::find(&style, &[home.join("fonts"), "/usr/share/fonts".into()], false).unwrap();
    let pdf = PdfWriter::new(&style, faces, Profile::Plain).unwrap();
    let (docx, mut scratch) = (DocxWriter::new(&Style::Official.rules()), Scratch::default());
    let mut files = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let path = folder.join(format!("{number:03}"));
        fs::write(path.with_extension("pdf"), pdf.write(document).unwrap().bytes).unwrap();
        fs::write(path.with_extension("docx"), docx.package(document, &mut scratch)).unwrap();
        files.extend([path.with_extension("pdf"), path.with_extension("docx")]);
    }
    let mut found = read(&home, &files);
    let mut take = |file: &Path| found.remove(file).unwrap();
    Some(files.chunks(2).map(|pair| [take(&pair[0]), take(&pair[1])]).collect())
}

#[test]
fn the_last_line_of_a_long_paragraph_goes_with_the_signature() {
    let Some(home) = readers() else { return };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("long-ends");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let style = HouseStyle { substitutes: BTreeMap::new(), ..Style::Official.rules_with(&FACES) };
    let faces = Faces::find(&style, &[home.join("fonts"), "/usr/share/fonts".into()], false).unwrap();
    let pdf = PdfWriter::new(&style, faces, Profile::Plain).unwrap();
    let mut files = Vec::new();
    for length in 0..24 {
        let mut document = ending(length, 5);
        document.blocks.pop();
        document.blocks.push(ends::paragraph_of(length % 2 + 16));
        let file = folder.join(format!("{length:02}.pdf"));
        fs::write(&file, pdf.write(&document).unwrap().bytes).unwrap();
        files.push(file);
    }
    let found = read(&home, &files);
    let mut goes_along = 0;
    for file in &files {
        let pages = &found[file];
        let (faults, _) = ends::faults(pages, false);
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
        let at = pages.iter().position(|page| page.text.contains("2023年7月5日")).unwrap();
        assert!(pages[at].text.contains("此件公开发布"), "{}", file.display());
        // Title and recipients take three lines and more of the first page; no other page is left before it is full.
        for (number, page) in pages[..at].iter().enumerate() {
            let lines = if number == 0 { 20 } else { 22 };
            goes_along += usize::from(page.lines.len() < lines + 1);
            // At the most what the list of attachments, the signature and the note take is left free.
            assert!(
                page.lines.len() + 8 > lines,
                "{}, page {}: {:?}",
                file.display(),
                number + 1,
                page.lines
            );
        }
    }
    assert!(goes_along > 0, "some last line had to go along");
}

#[test]
fn the_last_row_of_a_table_goes_with_the_signature() {
    let cell = |text: String| Cell::new(vec![Inline::Text(text)]);
    let ended = |rows: usize| {
        let head = vec![cell("项目".to_owned()), cell("数".to_owned())];
        let body = (0..rows).map(|row| vec![cell(format!("第{row}项工作")), cell(row.to_string())]);
        let rows = std::iter::once(head).chain(body).collect();
        let table = Table::new(vec![Column::default(), Column::default()], 1, rows).unwrap();
        let mut document = ending(0, 0);
        document.blocks = vec![Block::Table(table)];
        document
    };
    let documents: Vec<Document> = (14..34).map(ended).collect();
    let Some(found) = both("tables", &documents) else { return };
    let mut goes_along = 0;
    for (rows, pages) in
        (14..34).zip(&found).flat_map(|(rows, pair)| pair.iter().map(move |pages| (rows, pages)))
    {
        let last = pages.iter().find(|page| page.text.contains("2023年7月5日")).unwrap();
        assert!(last.text.contains(&format!("第{}项工作", rows - 1)), "{rows} rows: {}", last.text);
        assert!(last.text.contains("项目"), "{rows} rows: {}", last.text);
        goes_along += usize::from(pages.len() == 2 && !last.text.contains(&format!("第{}项工作", rows - 2)));
    }
    assert!(goes_along > 4, "some row had to go along, in PDF and in Word: {goes_along}");
}

/// Whether a finding says that a document's imprint is alone on its page.
fn is_told_alone(document: &Document) -> bool {
    let (assembled, formats) = (Assembled::Whole(Box::new(document.clone())), Formats::default());
    let format = formats.find("docx").unwrap().clone();
    let findings = fitting::check(&assembled, &Style::Official.rules(), &[format]).unwrap();
    findings.iter().any(|finding| finding.code().as_str() == "K057")
}

fn hold(name: &str, cases: &[(usize, usize)]) -> Option<String> {
    let (mut wrong, mut leaves) = (Vec::new(), 0);
    let documents: Vec<Document> = cases.iter().map(|(length, kind)| ending(*length, *kind)).collect();
    for (((length, kind), document), [pdf, word]) in cases.iter().zip(&documents).zip(both(name, &documents)?)
    {
        let case = format!("length {length}, kind {kind}");
        let is_told = is_told_alone(document);
        let (faults, alone) = ends::faults(&pdf, is_told);
        wrong.extend(faults.into_iter().map(|fault| format!("{case}: {fault}")));
        leaves += alone;
        let (pdf_pages, word_pages) = (letters(&pdf), letters(&word));
        if let Some(at) =
            (0..pdf_pages.len().max(word_pages.len())).find(|at| pdf_pages.get(*at) != word_pages.get(*at))
        {
            let said = |pages: &[Page]| pages.get(at).map_or("nothing".to_owned(), |page| page.text.clone());
            wrong.push(format!("{case}: page {}\n  {}\nand in Word\n  {}", at + 1, said(&pdf), said(&word)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    Some(format!(
        "{} documents, the same pages in PDF and in Word as LibreOffice sets it: none without words of the body but for {leaves} imprints that are told to have one to themselves (K057), nothing outside of a page, no number on two lines",
        cases.len()
    ))
}

#[test]
fn recipients_that_leave_no_room_for_the_body_stand_in_the_imprint() {
    let Some(found) = both("recipients", &[ends::addressed(3), ends::addressed(40)]) else { return };
    for ([pdf, word], are_moved) in found.iter().zip([false, true]) {
        let (first, last) = (&pdf[0].text, &pdf.last().unwrap().text);
        assert!(first.contains("各单位按照工作部署"), "{first}");
        assert_eq!(first.contains("第1号镇人民政府"), !are_moved, "{first}");
        assert_eq!(last.contains("主送：第1号镇人民政府"), are_moved, "{last}");
        assert_eq!(last.contains("第40号镇人民政府。抄送：县委办公室。"), are_moved, "{last}");
        assert_eq!(letters(pdf), letters(word));
    }
}

#[test]
fn headings_of_a_turned_table_stand_on_its_page() {
    let mut document = ends::ending(0, 0);
    let words = |words: &str| vec![Inline::Text(words.to_owned())];
    let heading = |label: &str, level| {
        Block::Heading(Heading { level, label: label.to_owned(), content: words("情况") })
    };
    let row = |one, other| vec![Cell::new(words(one)), Cell::new(words(other))];
    let mut table =
        Table::new(vec![Column::default(); 2], 1, vec![row("单位", "金额"), row("云溪镇", "12")]).unwrap();
    table.landscape = true;
    document.blocks.splice(1..1, [heading("一、", 1), heading("（一）", 2), Block::Table(table)]);
    let Some(found) = both("turned", &[document]) else { return };
    let [pdf, word] = &found[0];
    assert!(pdf[1].width > pdf[1].height && pdf[1].text.contains("一、情况（一）情况单位金额"), "{pdf:?}");
    assert_eq!(letters(pdf), letters(word));
}

/// In rows of the same names in the same places, to a millimetre.
#[test]
fn those_who_sign_together_under_seals_stand_in_pdf_as_in_word() {
    let mut document = ending(0, 1);
    let signature = document.meta.signature.clone().unwrap();
    let others = ["云溪镇财政所", "云溪镇武装部", "云溪镇卫生院", "云溪镇农业服务中心"];
    let signed = |count: usize| {
        let joint = others[..count].iter().map(|name| (*name).to_owned()).collect();
        Some(Signature { joint, ..signature.clone() })
    };
    let documents: Vec<Document> = (1..=others.len())
        .map(|count| {
            document.meta.signature = signed(count);
            document.clone()
        })
        .collect();
    let Some(found) = both("seals", &documents) else { return };
    for [pdf, word] in &found {
        assert_eq!(letters(pdf), letters(word));
        let rows = |pages: &[Page]| -> Vec<(String, f64)> {
            let lines = pages.iter().flat_map(|page| page.lines.iter().cloned().zip(page.begins.clone()));
            let end = lines.skip_while(|(line, _)| !line.starts_with("云溪镇人民政府云溪镇"));
            end.take_while(|(line, _)| !line.contains('年')).collect()
        };
        let (pdf, word) = (rows(pdf), rows(word));
        assert!(!pdf.is_empty() && pdf.len() == word.len(), "{pdf:?} {word:?}");
        for ((row, begin), (other, other_begin)) in pdf.iter().zip(&word) {
            assert!(row == other && (begin - other_begin).abs() < 1.0, "{pdf:?} {word:?}");
        }
    }
}

#[test]
fn a_tenth_of_the_ends_is_the_same_in_pdf_and_word() {
    let cases: Vec<(usize, usize)> = (0..LENGTHS).map(|length| (length, (length * 7 + 3) % KINDS)).collect();
    hold("ends", &cases);
}

#[test]
#[ignore = "takes minutes: cargo xtask long"]
fn all_ends_are_the_same_in_pdf_and_word() {
    let cases: Vec<(usize, usize)> =
        (0..LENGTHS * KINDS).map(|number| (number / KINDS, number % KINDS)).collect();
    if let Some(result) = hold("all-ends", &cases) {
        println!("long: ends of documents in PDF and Word | every length and kind | {result}");
    }
}
