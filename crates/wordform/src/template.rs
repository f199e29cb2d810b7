//! A Word file read as a template: as text that templates are checked as, a paragraph a line, and as constant pieces with tags
//! between them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use huibian_contract::text::MARKS;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};
use huibian_docx::{PackageParts, Stories, Unusable, package, part_text, stories};
use huibian_template::{PIECE, PIECE_END, tags as written_tags};

use crate::beside::has_changes;
use crate::control::{ControlMap, in_braces};
use crate::cut::{Around, Cut, cut};
use crate::draft::take_away_remarks;
use crate::notes::note_parts;
use crate::paragraph::{Paragraph, paragraphs};
use crate::part::Part;
use crate::place::{Place, places};
use crate::rounds::Loops;
use crate::stray::{Stray, first_braces, single_braces, strays};
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
    /// What is wrong with it, T026, and hides nothing else that is: braces that are none of a tag.
    pub faults: Faults,
    pub(crate) pieces: Vec<Piece>,
    /// The parts that have tags, and the document.
    pub(crate) parts: Vec<OpenPart>,
    /// All other parts.
    pub(crate) constant: PackageParts,
    /// The names of headers and footers.
    pub(crate) headers: BTreeSet<String>,
    /// The parts with notes that a loop may repeat.
    pub(crate) notes: BTreeMap<usize, String>,
    /// The loops, where something in them may name a bookmark of theirs.
    pub(crate) loops: Option<Loops>,
    pub(crate) has_comments: bool,
    pub(crate) has_changes: bool,
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

/// Where the text of each tag stands in the source.
type Spans = BTreeMap<usize, std::ops::Range<usize>>;

/// What of a story is known before it is cut.
struct Story<'x> {
    part: Part<'x>,
    paragraphs: Vec<Paragraph>,
    tags: Vec<Tag>,
    spans: Spans,
}

impl WordTemplate {
    /// Reads a file that lies at `path`.
    ///
    /// # Errors
    /// T026 for a file that cannot be a template, T001 for tags that do not go together, and all that is wrong with them. A file of
    /// which no more is wrong than its `faults` is read.
    pub fn read(path: &Path, bytes: &[u8]) -> Result<Self, Faults> {
        let unusable = |fault: Unusable| Faults::from(unusable(path, &fault));
        let mut parts = package(bytes).map_err(unusable)?;
        let found = stories(&parts).map_err(unusable)?;
        take_away_remarks(&mut parts, &found).map_err(unusable)?;
        name_as_document(&mut parts);
        let styles = Styles::of(&parts, &found).map_err(unusable)?;
        let template = Builder::build(path, &parts, &found, styles)?;
        Ok(Self { bytes: bytes.to_vec(), ..template })
    }
}

impl WordTemplate {
    /// How many bytes a piece puts into a document.
    pub fn piece_bytes(&self, piece: usize) -> usize {
        self.pieces.get(piece).map_or(0, |piece| piece.xml.len())
    }

    /// The level of the heading that stands above what follows a piece; 0 for none.
    pub fn under(&self, piece: usize) -> u8 {
        self.pieces.get(piece).map_or(0, |piece| piece.under)
    }
}

/// What kinds of Word file say of their document's part: a template (.dotx), one that may have macros (.docm), both (.dotm).
const OTHER_KINDS: [&str; 3] = [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
];
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// What is made is a document, whatever kind of file it is made from: Word opens no other kind that is named `.docx`.
fn name_as_document(parts: &mut PackageParts) {
    const TYPES: &str = "[Content_Types].xml";
    let Some(types) = parts.get(TYPES).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { return };
    if let Some(kind) = OTHER_KINDS.iter().find(|kind| types.contains(**kind)) {
        let types = types.replace(kind, DOCUMENT).into_bytes();
        parts.insert(TYPES.to_owned(), types);
    }
}

/// A fault of the file as a whole.
fn unusable(path: &Path, fault: &Unusable) -> Diagnostic {
    let found = Diagnostic::new(Code::WordTemplate).with("path", path.display()).with("reason", fault.reason);
    found.with("detail", fault.detail.clone()).at(Location::file(path))
}

#[derive(Default)]
struct Builder {
    text: String,
    marked: String,
    pieces: Vec<Piece>,
    loops: Loops,
    parts: Vec<OpenPart>,
    slots: Vec<(String, bool, std::ops::Range<usize>)>,
    faults: Vec<(std::ops::Range<usize>, Diagnostic)>,
    /// Those that hide no others.
    slight: Vec<(std::ops::Range<usize>, Diagnostic)>,
    has_changes: bool,
}

impl Builder {
    fn build(
        path: &Path,
        parts: &PackageParts,
        found: &Stories,
        styles: Styles,
    ) -> Result<WordTemplate, Faults> {
        let mut builder = Self::default();
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
        let mut elsewhere: Option<Diagnostic> = None;
        if builder.faults.is_empty() && builder.slight.is_empty() {
            let is_story = |name: &String| *name == found.document || found.others.contains(name);
            for (name, bytes) in constant.iter().filter(|(name, _)| !is_story(name)) {
                let is_said = name.starts_with("word/") || name.starts_with("docProps/");
                let text = std::str::from_utf8(bytes).ok().filter(|_| is_said);
                if let Some(words) = text.and_then(first_braces) {
                    let fault = Unusable { reason: "place", detail: format!("{name}: {words}") };
                    elsewhere = Some(unusable(path, &fault));
                    break;
                }
            }
        }
        let source = Source::new(path, std::mem::take(&mut builder.text));
        let at =
            |(span, fault): (std::ops::Range<usize>, Diagnostic)| fault.at(Location::span(&source, span));
        let is_unusable = !builder.faults.is_empty();
        let faults = builder.slight.into_iter().chain(builder.faults).map(at).chain(elsewhere).collect();
        if is_unusable {
            return Err(faults);
        }
        let found_slots = std::mem::take(&mut builder.slots);
        let slot = |(name, is_block, span)| SlotUse { name, is_block, place: Location::span(&source, span) };
        let slots = found_slots.into_iter().map(slot).collect();
        let has_comments = found.comments.as_ref().is_some_and(|name| has_comment(&constant, name));
        let may_repeat = builder.parts.first().is_some_and(|document| document.has_blocks);
        let notes = if may_repeat { note_parts(parts, found) } else { BTreeMap::new() };
        Ok(WordTemplate {
            source,
            marked: builder.marked,
            slots,
            bytes: Vec::new(),
            faults,
            loops: builder.loops.if_named(&builder.pieces),
            pieces: builder.pieces,
            parts: builder.parts,
            constant,
            headers: found.headers.clone(),
            notes,
            has_comments,
            has_changes: builder.has_changes,
            styles,
        })
    }

    fn fail(&mut self, span: std::ops::Range<usize>, fault: Diagnostic) {
        self.faults.push((span, fault));
    }

    /// Takes in a part; whether it differs from document to document.
    fn story(&mut self, name: &str, part: Part<'_>, is_document: bool, styles: &Styles) -> bool {
        let paragraphs = paragraphs(&part);
        let start = self.text.len();
        self.has_changes |= has_changes(&part);
        let (tags, spans) = match tags(&paragraphs) {
            Ok(tags) => {
                let (spans, lines) = self.lines(&paragraphs, &tags);
                self.misplaced(name, &part, &paragraphs, &lines);
                (tags, spans)
            }
            Err((number, range)) => {
                let (_, lines) = self.lines(&paragraphs, &[]);
                let at = lines.get(number).map_or(start, |line| line.start) + range.start;
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

    /// Braces that are none of a tag: where nothing is filled, and one where two are meant.
    fn misplaced(
        &mut self,
        name: &str,
        part: &Part<'_>,
        paragraphs: &[Paragraph],
        lines: &[std::ops::Range<usize>],
    ) {
        for Stray { words, paragraph } in strays(part) {
            let line = paragraph.and_then(|element| {
                let at = paragraphs.binary_search_by_key(&element, |one| one.element).ok()?;
                lines.get(at).cloned()
            });
            let fault = Diagnostic::new(Code::WordTemplate).with("reason", "place");
            let fault = fault.with("detail", format!("{name}: {words}"));
            self.slight.push((line.unwrap_or_default(), fault));
        }
        for line in lines {
            let singles = single_braces(&self.text[line.clone()]);
            for span in singles {
                let span = line.start + span.start..line.start + span.end;
                let shown = self.text[span.clone()].to_owned();
                let fault = Diagnostic::new(Code::WordTemplate).with("reason", "single");
                self.slight.push((span, fault.with("detail", shown)));
            }
        }
    }

    /// Writes the paragraphs' lines; where each tag stands in them, and where each line is. An end of a control stands in the line of
    /// what is in the control.
    fn lines(&mut self, paragraphs: &[Paragraph], tags: &[Tag]) -> (Spans, Vec<std::ops::Range<usize>>) {
        let (mut spans, mut lines) = (BTreeMap::new(), Vec::with_capacity(paragraphs.len()));
        let start = self.text.len();
        let all = paragraphs.iter().zip(by_paragraph(tags, paragraphs.len()));
        for (paragraph, own) in all {
            if paragraph.is_fallback {
                lines.push(self.text.len()..self.text.len());
                continue;
            }
            let begins = paragraph.is_end && !paragraph.text.starts_with("{{/");
            let goes_on = paragraph.is_end && !begins && self.text.len() > start && self.text.ends_with('\n');
            if goes_on {
                self.text.pop();
            }
            let begin = self.text.len();
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
            lines.push(begin..self.text.len());
            if !paragraph.is_end || goes_on {
                self.text.push('\n');
            }
        }
        if self.text.len() > start && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        (spans, lines)
    }

    fn crossed(&mut self, story: &Story<'_>, tag: usize) {
        // What says the same once more stands in no line; what it repeats is before it.
        let span = story.spans.range(..=tag).next_back().map(|(_, span)| span.clone()).unwrap_or_default();
        let shown = story.tags[tag].written.clone();
        self.fail(span, Diagnostic::new(Code::WordTemplate).with("reason", "crossed").with("detail", shown));
    }

    /// What templates in Markdown may call and Word files may not.
    fn unsupported(&mut self, story: &Story<'_>) {
        for (index, tag) in story.tags.iter().enumerate() {
            let name = helper(&tag.written);
            let is_unsupported = name.starts_with('>') || matches!(name, "enumerate" | "image" | "chart");
            // What says the same once more stands in no line.
            if is_unsupported
                && tag.does != Does::Close
                && let Some(span) = story.spans.get(&index).cloned()
            {
                let fault = Diagnostic::new(Code::WordTemplate).with("reason", "helper");
                let shown = tag.written.trim_matches(['{', '}', '~', '#']).trim().to_owned();
                self.fail(span, fault.with("detail", shown));
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
                    self.loops.pass(tag, self.pieces.len());
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
        self.loops.piece();
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
                span.iter().for_each(|span| self.fail(span.clone(), fault.clone()));
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

/// Whether a part has any comment.
fn has_comment(parts: &PackageParts, name: &str) -> bool {
    let text = parts.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let part = text.and_then(|text| Part::read(name, text).ok());
    part.is_some_and(|part| part.elements.iter().any(|element| element.name == "comment"))
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
