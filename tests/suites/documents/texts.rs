//! Every format says the same.

use std::path::PathBuf;

use huibian_document::Block;
use huibian_tests::corpus::{Element, Format, Page, Said, bare, differing};
use huibian_tests::readers::{ask, readers};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{CASES, Case};

/// Fails with the place where two texts part.
fn assert_same(found: &Said, case: &Case, format: Format) {
    let wanted = Said::of(&case.document, case.rules(), format);
    let name = case.docx.file_stem().unwrap().display();
    let parts = [
        (vec![&found.text], vec![&wanted.text]),
        (found.notes.iter().collect(), wanted.notes.iter().collect()),
        (found.alts.iter().collect(), wanted.alts.iter().collect()),
    ];
    for (found, wanted) in parts {
        assert_eq!(found.len(), wanted.len(), "{name} {format:?}: {found:?} and {wanted:?}");
        for (found, wanted) in found.into_iter().zip(wanted) {
            assert!(found == wanted, "{name} {format:?}: {}", parting(found, wanted));
        }
    }
}

/// Where two texts part.
fn parting(found: &str, wanted: &str) -> String {
    let same = found.chars().zip(wanted.chars()).take_while(|(one, other)| one == other).count();
    let rest = |text: &str| text.chars().skip(same.saturating_sub(20)).take(80).collect::<String>();
    format!("after {same} characters: found\n{}\nand wanted\n{}", rest(found), rest(wanted))
}

#[test]
fn a_text_file_says_it() {
    for case in CASES.iter() {
        let count = Said::of(&case.document, case.rules(), Format::Text).notes.len();
        let mut lines: Vec<&str> = case.text.lines().collect();
        let notes = lines.split_off(lines.len() - count);
        let note = |(number, line): (usize, &&str)| bare(line.strip_prefix(&format!("[{number}] ")).unwrap());
        let mut said = Said::of(&case.document, case.rules(), Format::Text);
        said.notes = (1..).zip(&notes).map(note).collect();
        said.text = bare(&lines.join(""));
        assert_same(&said, case, Format::Text);
    }
}

#[test]
fn markdown_says_it() {
    for case in CASES.iter() {
        assert_same(&read_markdown(&case.markdown), case, Format::Markdown);
    }
}

/// What a parser of CommonMark with tables and footnotes makes of it.
fn read_markdown(markdown: &str) -> Said {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let (mut said, mut in_note, mut alt) = (Said::default(), false, None);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => {
                said.notes.push(String::new());
                in_note = true;
            }
            Event::End(TagEnd::FootnoteDefinition) => in_note = false,
            Event::Start(Tag::Image { .. }) => alt = Some(String::new()),
            Event::End(TagEnd::Image) => said.alts.extend(alt.take()),
            Event::FootnoteReference(name) => said.text.extend(["[", &*name, "]"]),
            Event::Text(words) => {
                let words = bare(&words);
                match &mut alt {
                    Some(alt) => alt.push_str(&words),
                    None if in_note => said.notes.last_mut().unwrap().push_str(&words),
                    None => said.text.push_str(&words),
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule | Event::Start(_) | Event::End(_) => {}
            Event::InlineHtml(html) if ["<br>", "<strong>", "</strong>"].contains(&&*html) => {}
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    said
}

#[test]
fn packages_and_pages_say_it() {
    let Some(home) = readers() else { return };
    for format in [Format::Docx, Format::Html] {
        let files: Vec<PathBuf> = CASES
            .iter()
            .map(|case| if format == Format::Docx { case.docx.clone() } else { case.html.clone() })
            .collect();
        let said = ask::<Said>(&home, "said.py", &files);
        for (case, file) in CASES.iter().zip(&files) {
            assert_same(&said[file], case, format);
        }
    }
}

#[test]
fn libreoffice_says_it_on_its_pages() {
    let Some(home) = readers() else { return };
    let files: Vec<PathBuf> = CASES.iter().map(|case| case.docx.clone()).collect();
    let pages = ask::<Vec<Page>>(&home, "pages.py", &files);
    let mut faults = Vec::new();
    for case in CASES.iter() {
        let name = case.docx.file_stem().unwrap().display();
        let pages = &pages[&case.docx];
        let differing = differing(pages, &case.document, case.rules(), Format::Pages);
        faults.extend(differing.map(|differing| format!("{name}: {differing}")));
        let beyond = pages.iter().filter(|page| !page.beyond.is_empty());
        faults.extend(beyond.map(|page| format!("{name}: {} stands outside of its page", page.beyond)));
        // Pages of pictures say nothing either, nor does the one behind a turned table that ends the document.
        if !has_picture(case) && !ends_turned(case) {
            let length = |page: &Page| page.text.chars().filter(|c| c.is_alphabetic()).count();
            let idle = pages.iter().filter(|page| !page.text.is_empty() && length(page) == 0);
            faults.extend(idle.map(|page| format!("{name}: page {} is empty", page.text)));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n\n"));
}

fn has_picture(case: &Case) -> bool {
    Element::of(&case.document)
        .iter()
        .any(|element| matches!(element, Element::Png | Element::Jpeg | Element::Svg))
}

fn ends_turned(case: &Case) -> bool {
    let printed = case.document.meta.official.attachments.iter().rev().find_map(|found| found.blocks.last());
    matches!(printed, Some(Block::Table(table)) if table.landscape)
}
