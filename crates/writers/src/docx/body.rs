//! The paragraphs and runs of word/document.xml, and what they need of other parts.

use std::collections::BTreeMap;
use std::fmt::Write;

use huibian_document::form::has_mark;
use huibian_document::style::ParagraphStyle;
use huibian_document::{Heading, HouseStyle, Inline, Length};
use huibian_docx::{Frame, xml};

use super::form::{HINT, Own};
use super::media::Media;
use super::styles;
use crate::layout::Widths;

/// What is being written.
pub struct Body<'x> {
    pub xml: &'x mut String,
    pub style: &'x HouseStyle,
    /// What an office's own Word file gives.
    pub frame: Option<&'x Frame>,
    /// Whether texts have marks, where a unit's own go.
    pub is_form: bool,
    /// How many sections have been written.
    pub sections: usize,
    /// Bookmark names, which are unique in a document, and the last number that each was given.
    bookmarks: BTreeMap<String, usize>,
    count: usize,
    /// What other parts must hold.
    pub needs: Needs,
    /// The headings that a table of contents lists, in order; empty where there is none.
    pub listed: Vec<(u8, String)>,
    /// About which page each of them is on.
    pub pages: Vec<u32>,
    /// How many of them have been written.
    headings: usize,
    /// Whether the last block was a table: two in a row would be one.
    pub after_table: bool,
    /// Whether the last block was a table on a page of its own: the next one on such a page needs no upright page before it.
    pub after_turned: bool,
}

/// What a document needs beside document.xml.
#[derive(Default)]
pub struct Needs {
    /// Styles that plain reports have not.
    pub styles: bool,
    /// Each footnote's runs.
    pub notes: Vec<String>,
    /// The pictures' files.
    pub media: Media,
    /// Footers of pages that are turned.
    pub landscape: bool,
}

impl Needs {
    /// Whether the document has more parts than a plain report.
    pub fn more(&self) -> bool {
        self.styles || self.landscape || !self.notes.is_empty() || !self.media.is_empty()
    }
}

impl<'x> Body<'x> {
    pub fn new(xml: &'x mut String, style: &'x HouseStyle, frame: Option<&'x Frame>) -> Self {
        Self {
            xml,
            style,
            frame,
            is_form: false,
            sections: 0,
            bookmarks: BTreeMap::new(),
            count: 0,
            needs: Needs::default(),
            listed: Vec::new(),
            pages: Vec::new(),
            headings: 0,
            after_table: false,
            after_turned: false,
        }
    }

    pub fn heading(&mut self, heading: &Heading, face: Option<&str>) {
        self.run(&heading.label, face);
        self.inlines(&heading.content, face);
    }

    /// A heading with the bookmark that a table of contents leads to, where there is one.
    pub fn listed(&mut self, heading: impl FnOnce(&mut Self)) {
        if self.listed.is_empty() {
            return heading(self);
        }
        self.headings += 1;
        let (id, name) = (self.number(), heading_bookmark(self.headings));
        let _ = write!(self.xml, r#"<w:bookmarkStart w:id="{id}" w:name="{name}"/>"#);
        heading(self);
        let _ = write!(self.xml, r#"<w:bookmarkEnd w:id="{id}"/>"#);
    }

    /// A number that no bookmark or drawing has yet.
    pub fn number(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    pub fn paragraph(&mut self, style: &str, properties: &str, content: impl FnOnce(&mut Self)) {
        self.xml.push_str(r#"<w:p><w:pPr><w:pStyle w:val=""#);
        self.xml.push_str(style);
        self.xml.push_str(r#""/>"#);
        self.xml.push_str(properties);
        self.xml.push_str("</w:pPr>");
        content(self);
        self.xml.push_str("</w:p>");
    }

    pub fn inlines(&mut self, inlines: &[Inline], style: Option<&str>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.run(text, style),
                Inline::Strong(content) => self.inlines(content, Some(styles::STRONG)),
                Inline::LineBreak => self.xml.push_str("<w:r><w:br/></w:r>"),
                Inline::Note(content) => self.note(content),
                Inline::Figure(figure) => {
                    let name = match figure.role() {
                        None => self.bookmark(&figure.key.full()),
                        Some(role) => self.bookmark(&[&figure.key.full(), "_", role].concat()),
                    };
                    let id = self.number().to_string();
                    let start = [r#"<w:bookmarkStart w:id=""#, &id, r#"" w:name=""#, &name, r#""/>"#];
                    start.iter().for_each(|part| self.xml.push_str(part));
                    let words = [figure.digits.as_str(), figure.measure.as_str()].concat();
                    self.run(&words, Some(style.unwrap_or(styles::FIGURE)));
                    [r#"<w:bookmarkEnd w:id=""#, &id, r#""/>"#]
                        .iter()
                        .for_each(|part| self.xml.push_str(part));
                }
            }
        }
    }

    /// A footnote's sign; what it says goes to word/footnotes.xml.
    fn note(&mut self, content: &[Inline]) {
        let mut runs = String::new();
        let mut note = Body::new(&mut runs, self.style, None);
        std::mem::swap(&mut note.bookmarks, &mut self.bookmarks);
        note.count = self.count;
        note.is_form = self.is_form;
        note.inlines(content, None);
        std::mem::swap(&mut note.bookmarks, &mut self.bookmarks);
        self.count = note.count;
        self.needs.notes.push(runs);
        let id = self.needs.notes.len();
        let _ = write!(
            self.xml,
            r#"<w:r><w:rPr><w:rStyle w:val="{}"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>"#,
            styles::NOTE_SIGN
        );
    }

    /// A bookmark name of at most 40 characters that stands nowhere else in the document.
    fn bookmark(&mut self, key: &str) -> String {
        let plain = |c| if matches!(c, '/' | '-') { '_' } else { c };
        let base: String = key.chars().take(34).map(plain).collect();
        let Some(mut times) = self.bookmarks.get(&base).copied() else {
            self.bookmarks.insert(base.clone(), 1);
            return base;
        };
        loop {
            times += 1;
            let name = format!("{base}_{times}");
            if !self.bookmarks.contains_key(&name) {
                self.bookmarks.insert(name.clone(), 1);
                self.bookmarks.insert(base, times);
                return name;
            }
        }
    }

    /// A run of text. Quotes, dashes and dots take the Chinese face only where the run says so.
    pub fn run(&mut self, text: &str, style: Option<&str>) {
        self.run_with(text, style, "");
    }

    /// A run of text with properties of its own.
    pub fn run_with(&mut self, text: &str, style: Option<&str>, properties: &str) {
        if text.is_empty() {
            return;
        }
        self.xml.push_str("<w:r>");
        let hint = xml::has_ambiguous(text);
        let may_hint = self.is_form && !hint && has_mark(text);
        if style.is_some() || hint || !properties.is_empty() {
            self.xml.push_str("<w:rPr>");
            if let Some(style) = style {
                let _ = write!(self.xml, r#"<w:rStyle w:val="{style}"/>"#);
            }
            if hint {
                self.xml.push_str(HINT);
            } else if may_hint {
                self.xml.push_str(&Own::Hint(text.into()).mark());
            }
            self.xml.push_str(properties);
            self.xml.push_str("</w:rPr>");
        } else if may_hint {
            self.xml.push_str(&Own::Properties(text.into()).mark());
        }
        self.xml.push_str(r#"<w:t xml:space="preserve">"#);
        xml::push(self.xml, text);
        self.xml.push_str("</w:t></w:r>");
    }

    pub fn tab(&mut self) {
        self.xml.push_str("<w:r><w:tab/></w:r>");
    }

    /// Empty lines.
    pub fn blank(&mut self, style: &str, lines: u32) {
        for _ in 0..lines {
            self.paragraph(style, "", |_| {});
        }
    }

    /// A paragraph with the empty lines that its style asks for.
    pub fn spaced(
        &mut self,
        (id, rules): (&str, &ParagraphStyle),
        properties: &str,
        content: impl FnOnce(&mut Self),
    ) {
        let empty = if rules.keep_next { id } else { styles::BODY };
        self.blank(empty, rules.blank_before);
        self.paragraph(id, properties, content);
        self.blank(empty, rules.blank_after);
    }

    /// How wide texts of a size come out.
    pub fn widths(&self, size: Length) -> Widths {
        Widths::new(size, &self.style.text)
    }
}

/// The bookmark of heading `number`, from 1; Word's own tables of contents call theirs so.
pub fn heading_bookmark(number: usize) -> String {
    format!("_Toc{number:08}")
}
