//! A Word file read as a template: as text that templates are checked as, a paragraph a line, and as constant pieces with tags
//! between them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use huibian_contract::text::MARKS;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};
use huibian_docx::{PackageParts, Stories, Unusable, package, part_text, stories};
use huibian_template::{PIECE, PIECE_END, tags as written_tags};

use crate::control::{ControlMap, in_braces};
use crate::cut::{Around, Cut, cut};
use crate::paragraph::{Paragraph, paragraphs};
use crate::part::Part;
use crate::place::{Place, places};
use crate::styles::Styles;
use crate::tag::{Does, Tag, by_paragraph, tags, written};

/// A Word file that documents are made from.
pub struct WordTemplate {
    /// The words of its paragraphs, one a line, with their tags: what is checked, and where faults point to.
    pub source: Arc<Source>,
    /// Its constant pieces by their numbers, between marks, and its tags: what runs.
    pub marked: String,
    /// The slots that it places.
    pub slots: Vec<SlotUse>,
    /// The file as it is.
    pub bytes: Vec<u8>,
    pub(crate) pieces: Vec<Piece>,
    /// The parts that have tags, and the document.
    pub(crate) parts: Vec<OpenPart>,
    /// All other parts.
    pub(crate) constant: PackageParts,
    pub(crate) styles: Styles,
}

/// A slot that a file places.
pub struct SlotUse {
    /// Its name.
    pub name: String,
    /// Whether it stands alone in its paragraph, for sections; else it is items amid words.
    pub is_block: bool,
    /// Where it is named.
    pub place: Location,
}

/// A piece that is the same in every document.
pub(crate) struct Piece {
    /// Its part.
    pub part: usize,
    /// XML, no element of which need begin and end in it.
    pub xml: String,
    /// What stands around what follows.
    pub around: Around,
    /// The level of the heading that what follows stands under; 0 for none.
    pub under: u8,
}

/// A part that differs from document to document.
pub(crate) struct OpenPart {
    /// Its name in the package.
    pub name: String,
    /// What its elements are written with: `w:`.
    pub prefix: String,
    /// Whether anything in it may be said not at all, or several times.
    pub has_blocks: bool,
}

/// What of a story is known before it is cut.
struct Story<'x> {
    part: Part<'x>,
    paragraphs: Vec<Paragraph>,
    tags: Vec<Tag>,
    /// Where the text of each tag stands in the source.
    spans: BTreeMap<usize, std::ops::Range<usize>>,
}

impl WordTemplate {
    /// Reads a file that lies at `path`.
    ///
    /// # Errors
    /// T026 for a file that cannot be a template, T001 for tags that do not go together, and all that is wrong with them.
    pub fn read(path: &Path, bytes: &[u8]) -> Result<Self, Faults> {
        let unusable = |fault: Unusable| Faults::from(unusable(path, &fault));
        let parts = package(bytes).map_err(unusable)?;
        let found = stories(&parts).map_err(unusable)?;
        let styles = found.styles.as_ref().map(|name| Styles::read(name, part_text(&parts, name)?));
        let styles = styles.transpose().map_err(unusable)?.unwrap_or_default();
        let template = Builder::build(path, &parts, &found, styles)?;
        Ok(Self { bytes: bytes.to_vec(), ..template })
    }
}

impl WordTemplate {
    /// The level of the heading that stands above what follows a piece; 0 for none.
    pub fn under(&self, piece: usize) -> u8 {
        self.pieces.get(piece).map_or(0, |piece| piece.under)
    }
}

/// A fault of the file as a whole.
fn unusable(path: &Path, fault: &Unusable) -> Diagnostic {
    let found = Diagnostic::new(Code::WordTemplate).with("path", path.display()).with("reason", fault.reason);
    found.with("detail", fault.detail.clone()).at(Location::file(path))
}

struct Builder {
    text: String,
    marked: String,
    pieces: Vec<Piece>,
    parts: Vec<OpenPart>,
    slots: Vec<(String, bool, std::ops::Range<usize>)>,
    faults: Vec<(std::ops::Range<usize>, Diagnostic)>,
}

impl Builder {
    fn build(
        path: &Path,
        parts: &PackageParts,
        found: &Stories,
        styles: Styles,
    ) -> Result<WordTemplate, Faults> {
        let mut builder = Self {
            text: String::new(),
            marked: String::new(),
            pieces: Vec::new(),
            parts: Vec::new(),
            slots: Vec::new(),
            faults: Vec::new(),
        };
        let mut constant = parts.clone();
        let map = ControlMap::read(parts);
        for name in std::iter::once(&found.document).chain(&found.others) {
            let xml = part_text(parts, name).map_err(|fault| unusable(path, &fault))?;
            let part = Part::read(name, xml).map_err(|fault| unusable(path, &fault))?;
            if let Some(c) = xml.chars().find(|c| MARKS.contains(c)) {
                let fault = Unusable { reason: "xml", detail: format!("{name}: U+{:04X}", u32::from(c)) };
                return Err(unusable(path, &fault).into());
            }
            let is_document = *name == found.document;
            let in_braces = in_braces(&part, &map);
            let part = match &in_braces {
                Some(xml) => Part::read(name, xml).map_err(|fault| unusable(path, &fault))?,
                None => part,
            };
            if builder.story(name, part, is_document, &styles) {
                constant.remove(name);
            }
        }
        if builder.faults.is_empty() {
            let open =
                builder.pieces.iter().map(|piece| (builder.parts[piece.part].name.as_str(), &*piece.xml));
            let text = |(name, bytes): (&'_ String, &'_ Vec<u8>)| {
                let is_said = name.starts_with("word/") || name.starts_with("docProps/");
                let text = std::str::from_utf8(bytes).ok().filter(|_| is_said);
                text.map(|text| (name.clone(), text.to_owned()))
            };
            let closed: Vec<(String, String)> = constant.iter().filter_map(text).collect();
            let closed = closed.iter().map(|(name, text)| (name.as_str(), text.as_str()));
            if let Some((name, _)) = open.chain(closed).find(|(_, xml)| has_braces(xml)) {
                let fault = Unusable { reason: "place", detail: name.to_owned() };
                return Err(unusable(path, &fault).into());
            }
        }
        let source = Source::new(path, builder.text);
        if !builder.faults.is_empty() {
            let at =
                |(span, fault): (std::ops::Range<usize>, Diagnostic)| fault.at(Location::span(&source, span));
            return Err(builder.faults.into_iter().map(at).collect());
        }
        let slot = |(name, is_block, span)| SlotUse { name, is_block, place: Location::span(&source, span) };
        let slots = builder.slots.into_iter().map(slot).collect();
        let Self { marked, pieces, parts, .. } =
            Self { text: String::new(), slots: Vec::new(), faults: Vec::new(), ..builder };
        Ok(WordTemplate { source, marked, slots, bytes: Vec::new(), pieces, parts, constant, styles })
    }

    fn fail(&mut self, span: std::ops::Range<usize>, fault: Diagnostic) {
        self.faults.push((span, fault));
    }

    /// Takes in a part; whether it differs from document to document.
    fn story(&mut self, name: &str, part: Part<'_>, is_document: bool, styles: &Styles) -> bool {
        let paragraphs = paragraphs(&part);
        let start = self.text.len();
        let (tags, spans) = match tags(&paragraphs) {
            Ok(tags) => {
                let spans = self.lines(&paragraphs, &tags);
                (tags, spans)
            }
            Err((number, range)) => {
                self.lines(&paragraphs, &[]);
                let before: usize =
                    paragraphs[..number].iter().filter(|p| !p.is_fallback).map(|p| p.text.len() + 1).sum();
                let at = start + before + range.start;
                let fault = Diagnostic::new(Code::TemplateSyntax).with("reason", "braces");
                self.fail(at..at + range.len(), fault);
                return false;
            }
        };
        if let Some((imbalance, span)) = written_tags::imbalance(&self.text[start..]) {
            let fault = huibian_template::imbalanced(imbalance);
            self.fail(start + span.start..start + span.end, fault);
            return false;
        }
        let story = Story { part, paragraphs, tags, spans };
        self.unsupported(&story);
        let places = match places(&story.part, &story.paragraphs, &story.tags) {
            Ok(places) => places,
            Err(crossed) => {
                self.crossed(&story, crossed.0);
                return false;
            }
        };
        if story.tags.is_empty() && !is_document {
            return false;
        }
        self.take(name, &story, &places, styles);
        true
    }

    /// Writes the paragraphs' lines; where each tag stands in them.
    fn lines(&mut self, paragraphs: &[Paragraph], tags: &[Tag]) -> BTreeMap<usize, std::ops::Range<usize>> {
        let mut spans = BTreeMap::new();
        let all = paragraphs.iter().zip(by_paragraph(tags, paragraphs.len()));
        for (paragraph, own) in all.filter(|(paragraph, _)| !paragraph.is_fallback) {
            let mut at = 0;
            let line = |text: &str| text.replace(['\n', '\r'], " ");
            for index in own {
                let tag = &tags[index];
                self.text += &line(&paragraph.text[at..tag.range.start]);
                let start = self.text.len();
                self.text += &tag.written;
                spans.insert(index, start..self.text.len());
                at = tag.range.end;
            }
            self.text += &line(&paragraph.text[at..]);
            self.text.push('\n');
        }
        spans
    }

    fn crossed(&mut self, story: &Story<'_>, tag: usize) {
        let span = story.spans.get(&tag).cloned().unwrap_or_default();
        let shown = story.tags[tag].written.clone();
        self.fail(span, Diagnostic::new(Code::WordTemplate).with("reason", "crossed").with("detail", shown));
    }

    /// What templates in Markdown may call and Word files may not.
    fn unsupported(&mut self, story: &Story<'_>) {
        for (index, tag) in story.tags.iter().enumerate() {
            let name = helper(&tag.written);
            if name.starts_with('>') || matches!(name, "enumerate" | "image" | "chart") {
                let span = story.spans.get(&index).cloned().unwrap_or_default();
                if tag.does != Does::Close {
                    let fault = Diagnostic::new(Code::WordTemplate).with("reason", "helper");
                    let shown = tag.written.trim_matches(['{', '}', '~', '#']).trim().to_owned();
                    self.fail(span, fault.with("detail", shown));
                }
            }
        }
    }

    fn take(&mut self, name: &str, story: &Story<'_>, places: &[Place], styles: &Styles) {
        let Story { part, paragraphs, tags, spans } = story;
        let number = self.parts.len();
        let has_blocks = tags.iter().any(|tag| !matches!(tag.does, Does::Value | Does::Comment));
        let has_blocks = has_blocks || places.iter().any(|place| matches!(place, Place::Instead(_)));
        self.parts.push(OpenPart { name: name.to_owned(), prefix: part.prefix.clone(), has_blocks });
        let levels = levels(part, paragraphs, styles);
        let mut slots: Vec<String> = Vec::new();
        let (mut next, mut xml) = (0, String::new());
        for piece in cut(part, paragraphs, tags, places) {
            match piece {
                Cut::Constant(text) => xml = text,
                Cut::Tag(index, around) => {
                    let tag = &tags[index];
                    if index < next {
                        return self.crossed(story, index);
                    }
                    if tags[next..index].iter().any(|tag| tag.does != Does::Comment) {
                        return self.crossed(story, next);
                    }
                    next = index + 1;
                    let span = spans.get(&index).cloned();
                    self.slot(tag, around.is_block, span, &mut slots);
                    let under = levels.get(&around.element).copied().unwrap_or_default();
                    self.piece(Piece { part: number, xml: std::mem::take(&mut xml), around, under });
                    self.marked.push_str(&tag.written);
                }
            }
        }
        if tags[next..].iter().any(|tag| tag.does != Does::Comment) {
            return self.crossed(story, next);
        }
        self.piece(Piece { part: number, xml, around: Around::default(), under: 0 });
    }

    fn piece(&mut self, piece: Piece) {
        self.marked.push(PIECE);
        self.marked.push_str(&self.pieces.len().to_string());
        self.marked.push(PIECE_END);
        self.pieces.push(piece);
    }

    /// Notes the slot that a tag places; `open` are the slots of the blocks around.
    fn slot(
        &mut self,
        tag: &Tag,
        is_block: bool,
        span: Option<std::ops::Range<usize>>,
        open: &mut Vec<String>,
    ) {
        let name = helper(&tag.written);
        let placed = match (&tag.does, name) {
            (Does::Open(helper), _) => {
                open.push(if helper == "slot" { quoted(&tag.written) } else { String::new() });
                None
            }
            (Does::Close, _) => {
                open.pop();
                None
            }
            (Does::Value, "slot") => Some(quoted(&tag.written)),
            (Does::Value, "contents") => open.iter().rev().find(|name| !name.is_empty()).cloned(),
            (Does::Value, "table") if !is_block => {
                let fault = Diagnostic::new(Code::HelperUse).with("name", name).with("reason", "alone");
                self.fail(span.clone().unwrap_or_default(), fault);
                None
            }
            _ => None,
        };
        if let (Some(name), Some(span)) = (placed, span)
            && self.slots.iter().all(|(known, ..)| *known != name)
        {
            self.slots.push((name, is_block, span));
        }
    }
}

/// Whether braces stand where none are filled: in what is no paragraph's words. Words that were taken away do not count.
fn has_braces(xml: &str) -> bool {
    let mut rest = xml;
    while let Some(at) = rest.find("{{") {
        let is_gone = rest[..at].rfind("delText").is_some_and(|gone| !rest[gone..at].contains("</"));
        if !is_gone && !rest[..at].ends_with('\\') {
            return true;
        }
        rest = &rest[at + 2..];
    }
    false
}

/// The heading that each paragraph stands under, by its level.
fn levels(part: &Part<'_>, paragraphs: &[Paragraph], styles: &Styles) -> BTreeMap<usize, u8> {
    let mut under = 0;
    let mut levels = BTreeMap::new();
    for paragraph in paragraphs {
        levels.insert(paragraph.element, under);
        let style = part.child(paragraph.element, "pPr").and_then(|at| part.value(at, "pStyle"));
        if let Some(level) = style.and_then(|id| styles.levels.get(&id)) {
            under = *level;
        }
    }
    levels
}

/// The first word of a tag.
fn helper(tag: &str) -> &str {
    let words = tag.trim_matches(['{', '}', '~', ' ', '#', '/']);
    words.split([' ', '~']).next().unwrap_or_default()
}

/// What stands in quotes in a tag.
fn quoted(tag: &str) -> String {
    let tag = written(tag);
    let Some(start) = tag.find(['"', '\'']) else { return String::new() };
    tag[start + 1..].split(&tag[start..=start]).next().unwrap_or_default().to_owned()
}
