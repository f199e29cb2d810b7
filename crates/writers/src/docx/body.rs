//! The paragraphs and runs of word/document.xml, and what they need of other parts.

use std::collections::BTreeMap;
use std::fmt::Write;

use huibian_document::form::has_mark;
use huibian_document::style::ParagraphStyle;
use huibian_document::{Figure, Heading, HouseStyle, Inline, Length};
use huibian_docx::{Frame, xml};

use super::form::{HINT, Own};
use super::media::Media;
use super::section::Ended;
use super::{styles, stylesheet};
use huibian_layout::{Above, Widths};

/// What is being written.
pub struct Body<'x> {
    pub xml: &'x mut String,
    pub style: &'x HouseStyle,
    /// What an office's own Word file gives.
    pub frame: Option<&'x Frame>,
    /// Whether texts have marks, where a unit's own go.
    pub is_form: bool,
    /// Whether bookmarks from here on are numbered when a unit is written: its own blocks before may hold some.
    pub is_renumbered: bool,
    /// How many sections have been written.
    pub sections: usize,
    /// The last one that was ended.
    pub ended: Option<Ended>,
    pub numbers: Numbers,
    /// How many lists have been numbered.
    pub lists: usize,
    /// What other parts must hold.
    pub needs: Needs,
    /// The headings that a table of contents lists, in order; empty where there is none.
    pub listed: Vec<(u8, String)>,
    /// Whether some of them are in it by an entry of their own.
    pub has_entries: bool,
    /// About which page each of them is on.
    pub pages: Vec<u32>,
    /// How many of them have been written.
    headings: usize,
    pub after: After,
    /// What stands above the next block and stays with it.
    pub above: Above,
    /// The size of type, where it is not what the paragraph's style says.
    pub type_size: Option<Length>,
}

/// What the last block was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum After {
    /// Nothing that the next one asks for.
    #[default]
    Other,
    /// A table: two in a row would be one.
    Table,
    /// A table, of which the last rows stay with what follows.
    KeptTable,
    /// A table on a page of its own: the next one on such a page needs no upright page before it.
    Turned,
    /// A gap: what ends it is not known.
    Gap,
}

/// What bookmarks and drawings have been given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// How many have one.
    count: usize,
    /// Bookmark names, which are unique in a document, and the last number that each was given.
    bookmarks: BTreeMap<String, usize>,
}

impl Numbers {
    /// A number that no bookmark or drawing has yet.
    pub fn next(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    /// A bookmark name of at most 40 characters that stands nowhere else in the document.
    fn name(&mut self, key: &str) -> String {
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

    /// In words without spaces.
    pub fn written(&self) -> Vec<String> {
        let names = self.bookmarks.iter().map(|(name, times)| format!("{name}={times}"));
        std::iter::once(self.count.to_string()).chain(names).collect()
    }

    /// What [`written`](Self::written) wrote.
    pub fn read<'w>(mut words: impl Iterator<Item = &'w str>) -> Option<Self> {
        let count = words.next()?.parse().ok()?;
        let name = |word: &str| {
            let (name, times) = word.split_once('=')?;
            Some((name.to_owned(), times.parse().ok()?))
        };
        Some(Self { count, bookmarks: words.map(name).collect::<Option<_>>()? })
    }
}

/// Where a figure begins: a bookmark that says which it is.
pub fn start_bookmark(xml: &mut String, key: &str, numbers: &mut Numbers) {
    let (name, id) = (numbers.name(key), numbers.next().to_string());
    xml.extend([r#"<w:bookmarkStart w:id=""#, &id, r#"" w:name=""#, &name, r#""/>"#]);
}

/// Where the figure ends that began last.
pub fn end_bookmark(xml: &mut String, numbers: &Numbers) {
    let id = numbers.count.saturating_sub(1).to_string();
    xml.extend([r#"<w:bookmarkEnd w:id=""#, &id, r#""/>"#]);
}

/// What a document needs beside document.xml.
#[expect(clippy::struct_excessive_bools, reason = "parts that a package has or has not, each by itself")]
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
    /// The footer of a page without a number.
    pub unnumbered: bool,
    /// Lists that Word numbers.
    pub lists: bool,
}

impl Needs {
    /// Whether the document has more parts than a plain report.
    pub fn more(&self) -> bool {
        self.styles || self.lists || self.landscape || !self.notes.is_empty() || !self.media.is_empty()
    }
}

impl<'x> Body<'x> {
    pub fn new(xml: &'x mut String, style: &'x HouseStyle, frame: Option<&'x Frame>) -> Self {
        Self {
            xml,
            style,
            frame,
            is_form: false,
            is_renumbered: false,
            sections: 0,
            ended: None,
            lists: 0,
            numbers: Numbers::default(),
            needs: Needs::default(),
            listed: Vec::new(),
            has_entries: false,
            pages: Vec::new(),
            headings: 0,
            after: After::Other,
            above: Above::default(),
            type_size: None,
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
        let (id, name) = (self.numbers.next(), heading_bookmark(self.headings));
        let _ = write!(self.xml, r#"<w:bookmarkStart w:id="{id}" w:name="{name}"/>"#);
        heading(self);
        let _ = write!(self.xml, r#"<w:bookmarkEnd w:id="{id}"/>"#);
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
                Inline::Marked(_, content) => self.inlines(content, style),
                Inline::LineBreak => self.xml.push_str("<w:r><w:br/></w:r>"),
                Inline::Note(content) => self.note(content),
                Inline::Figure(figure) => self.figure(figure, style.unwrap_or(styles::FIGURE)),
            }
        }
    }

    fn figure(&mut self, figure: &Figure, style: &str) {
        let key = match figure.role() {
            None => figure.key.full(),
            Some(role) => [&figure.key.full(), "_", role].concat(),
        };
        let words = [figure.digits.as_str(), figure.measure.as_str()].concat();
        if self.is_renumbered {
            self.xml.push_str(&Own::Start(key).mark());
            self.run(&words, Some(style));
            return self.xml.push_str(&Own::End.mark());
        }
        start_bookmark(self.xml, &key, &mut self.numbers);
        self.run(&words, Some(style));
        end_bookmark(self.xml, &self.numbers);
    }

    /// A footnote's sign; what it says goes to word/footnotes.xml.
    fn note(&mut self, content: &[Inline]) {
        let mut runs = String::new();
        let mut note = Body::new(&mut runs, self.style, None);
        note.numbers = std::mem::take(&mut self.numbers);
        note.is_form = self.is_form;
        note.inlines(content, None);
        self.numbers = std::mem::take(&mut note.numbers);
        self.needs.notes.push(runs);
        let id = self.needs.notes.len();
        let _ = write!(
            self.xml,
            r#"<w:r><w:rPr><w:rStyle w:val="{}"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>"#,
            styles::NOTE_SIGN
        );
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
        let size = self.type_size.map(stylesheet::size).unwrap_or_default();
        if style.is_some() || hint || !properties.is_empty() || !size.is_empty() {
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
            self.xml.push_str(&size);
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
