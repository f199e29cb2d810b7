//! Two hundred documents that use every element, in the hands of those that read them: each format says what the document
//! says, every package is valid and as editable as an office wants it, every page fits the screen that it is read on.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

mod contents;
mod outlines;
mod packages;
mod screens;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use huibian_document::{Document, HouseStyle};
use huibian_tests::corpus::{COUNT, Element, Style, document};
use huibian_writers::{DocxWriter, HtmlWriter, Scratch, markdown, text};

/// One document, and its files.
struct Case {
    style: Style,
    document: Document,
    docx: PathBuf,
    html: PathBuf,
    markdown: String,
    text: String,
}

impl Case {
    fn rules(&self) -> &'static HouseStyle {
        &STYLES[&self.style]
    }
}

static STYLES: LazyLock<BTreeMap<Style, HouseStyle>> =
    LazyLock::new(|| Style::ALL.into_iter().map(|style| (style, style.rules())).collect());

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let writers: BTreeMap<_, _> = STYLES
        .iter()
        .map(|(style, rules)| (*style, (DocxWriter::new(rules), HtmlWriter::new(rules))))
        .collect();
    let mut scratch = Scratch::default();
    let case = |number: usize| {
        let style = Style::of(number);
        let rules = &STYLES[&style];
        let document = document(number, rules);
        let (docx, html) =
            (folder.join(format!("{number:03}.docx")), folder.join(format!("{number:03}.html")));
        fs::write(&docx, writers[&style].0.package(&document, &mut scratch)).unwrap();
        fs::write(&html, writers[&style].1.page(&document)).unwrap();
        let (markdown, text) = (markdown(&document, rules), text(&document, rules));
        Case { style, document, docx, html, markdown, text }
    };
    (0..COUNT).map(case).collect()
});

#[test]
fn every_element_occurs() {
    let found: BTreeSet<_> = CASES.iter().flat_map(|case| Element::of(&case.document)).collect();
    let missing: Vec<_> = Element::all().difference(&found).copied().collect();
    assert!(missing.is_empty(), "{missing:?}");
    for style in Style::ALL {
        assert!(CASES.iter().filter(|case| case.style == style).count() > 20, "{style:?}");
    }
}
