//! A file's stories put together: their words, a paragraph a line, which are checked, and their constant pieces with tags
//! between them, which run.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use huibian_contract::text::MARKS;
use huibian_diagnostic::{Code, Diagnostic, Location, Source};
use huibian_docx::{PackageParts, Stories, Unusable, part_text, xml};
use huibian_tags::RAW;
use huibian_template::{PIECE, PIECE_END};

use crate::beside::{has_changes, shapes};
use crate::control::{ControlMap, in_braces};
use crate::cut::{Around, Cut, cut};
use crate::notes::{Kind, Reference, Woven};
use crate::paragraph::Paragraph;
use crate::part::Part;
use crate::place::{Misplaced, Place, places};
use crate::rounds::Loops;
use crate::story::Story;
use crate::stray::first_braces;
use crate::styles::Styles;
use crate::tag::{Does, Tag, written};
use crate::template::{OpenPart, Piece, Refused, SlotUse, Under, WordTemplate, Words, unusable};

/// Where the text of each tag stands in the source.
pub type Spans = BTreeMap<usize, Range<usize>>;

/// Where the words of a story stand in the source.
#[derive(Default)]
pub struct Lines {
    /// By its tags.
    pub of_tags: Spans,
    /// By its paragraphs.
    pub of_paragraphs: BTreeMap<usize, Range<usize>>,
    /// Braces that do not close.
    pub unclosed: Vec<Range<usize>>,
    /// Whether blocks in it do not go together.
    pub is_unbalanced: bool,
}

#[derive(Default)]
pub struct Builder {
    /// The source.
    pub text: String,
    /// As much of it as was looked over, without what does not go together; none where that cannot be said.
    pub sound: Option<String>,
    /// Those of each story.
    pub lines: Vec<Lines>,
    marked: String,
    pieces: Vec<Piece>,
    loops: Loops,
    parts: Vec<OpenPart>,
    slots: Vec<(String, bool, Range<usize>)>,
    /// What is wrong.
    pub faults: Vec<Found>,
    /// Those with which a document could be made.
    pub slight: Vec<Found>,
}

/// What is wrong, and where in the source; none where that is no paragraph's.
pub type Found = (Option<Range<usize>>, Diagnostic);

impl Builder {
    /// Puts a file together.
    ///
    /// # Errors
    /// T001 and T026.
    pub fn build(
        path: &Path,
        parts: &PackageParts,
        found: &Stories,
        styles: Styles,
    ) -> Result<WordTemplate, Refused> {
        let refuse = |fault: Unusable| Refused::from(unusable(path, &fault));
        let map = ControlMap::read(parts);
        let names: Vec<&str> =
            std::iter::once(&found.document).chain(&found.others).map(String::as_str).collect();
        let texts = names.iter().map(|name| braced(parts, name, &map)).collect::<Result<Vec<_>, _>>();
        let texts = texts.map_err(refuse)?;
        let stories = names.iter().zip(&texts).map(|(name, text)| Story::read(name, text));
        let stories = stories.collect::<Result<Vec<_>, _>>().map_err(refuse)?;
        let woven = Woven::of(&stories).map_err(refuse)?;
        let mut builder = Self { sound: Some(String::new()), ..Self::default() };
        builder.lines.resize_with(stories.len(), Lines::default);
        let places = (0..stories.len()).map(|number| builder.read(&stories, &woven, number)).collect();
        for (number, story) in stories.iter().enumerate() {
            builder.lost(parts, story, number, if number == 0 { &woven.lost } else { &[] });
        }
        let constant = builder.take_all(parts, &stories, &woven, places, &styles);
        let elsewhere = if builder.faults.is_empty() && builder.slight.is_empty() {
            elsewhere(&constant, &names).map(|fault| unusable(path, &fault))
        } else {
            None
        };
        let source = Source::new(path, std::mem::take(&mut builder.text));
        let slot = |(name, is_block, span)| SlotUse { name, is_block, place: Location::span(&source, span) };
        let is_unusable = !builder.faults.is_empty();
        let mut told: Vec<Found> = builder.slight.into_iter().chain(builder.faults).collect();
        told.sort_by_key(|(span, _)| span.as_ref().map_or(0, |span| span.start));
        let at = |(span, fault): Found| match span {
            Some(span) => fault.at(Location::span(&source, span)),
            None => fault.at(Location::file(path)),
        };
        let faults = told.into_iter().map(at).chain(elsewhere).collect();
        if is_unusable {
            let slots = named_slots(&stories, &builder.lines).map(slot).collect();
            let words = builder.sound.map(|sound| Words { source: source.clone(), sound, slots });
            return Err(Refused { faults, words });
        }
        let slots = builder.slots.into_iter().map(slot).collect();
        let has_comments = found.comments.as_ref().is_some_and(|name| has_comment(&constant, name));
        let notes = woven.notes.iter().zip(1..).map(|(notes, part)| (notes.kind, part)).collect();
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
            links: found.links.clone(),
            shapes: shapes(&stories[0].part, &found.links),
            has_comments,
            has_changes: stories.iter().any(|story| has_changes(&story.part)),
            styles,
        })
    }

    /// Writes the lines of a story and says what is wrong with it; where its tags take effect, if nothing hides that.
    fn read(&mut self, stories: &[Story<'_>], woven: &Woven, number: usize) -> Option<Vec<Place>> {
        let story = &stories[number];
        let start = self.text.len();
        self.write(stories, woven, number);
        self.misplaced(story, number);
        let unclosed = self.lines[number].unclosed.clone();
        for span in &unclosed {
            let fault = Diagnostic::new(Code::TemplateSyntax).with("reason", "braces");
            self.fail(span.clone(), fault);
        }
        if self.raw_blocks(story, number) {
            return None;
        }
        let of_lines: Vec<_> = unclosed.into_iter().filter(|span| span.start >= start).collect();
        self.lines[number].is_unbalanced |= self.look_over(start, &of_lines);
        self.unsupported(story, number);
        // What is wrong with notes is told where the document refers to them.
        if self.lines[number].is_unbalanced {
            return None;
        }
        match places(story) {
            Ok(places) => {
                self.tables_amid_words(story, number, &places);
                Some(places)
            }
            Err(misplaced) => {
                for Misplaced { tag, reason } in misplaced {
                    self.refuse(story, number, tag, reason);
                }
                None
            }
        }
    }

    /// T021 for raw blocks, where there are any: what stands in one in its own paragraph has no tags, in others it has.
    fn raw_blocks(&mut self, story: &Story<'_>, number: usize) -> bool {
        let faults = self.faults.len();
        for (tag, span) in std::mem::take(&mut self.lines[number].of_tags) {
            let Tag { does, written, .. } = &story.tags[tag];
            if matches!(does, Does::Open(_)) && written.starts_with(RAW) {
                let fault = Diagnostic::new(Code::UnsupportedHandlebars).with("construct", "raw-block");
                self.fail(span.clone(), fault);
            }
            self.lines[number].of_tags.insert(tag, span);
        }
        self.faults.len() > faults
    }

    /// Writes a story's paragraphs, a line each. An end of a control stands in the line of what is in the control, a note that is
    /// filled in the line that refers to it.
    fn write(&mut self, stories: &[Story<'_>], woven: &Woven, number: usize) {
        let Story { paragraphs, tags, by_paragraph, .. } = &stories[number];
        let start = self.text.len();
        let moved = woven.moved(stories, number);
        let mut references = if number == 0 { woven.by_paragraph(stories) } else { BTreeMap::new() };
        for (index, (paragraph, own)) in paragraphs.iter().zip(by_paragraph).enumerate() {
            if paragraph.is_fallback || moved.contains(&index) {
                continue;
            }
            let begins = paragraph.is_end && !paragraph.text.starts_with("{{/");
            let goes_on = paragraph.is_end && !begins && self.text.len() > start && self.text.ends_with('\n');
            if goes_on {
                self.text.pop();
            }
            let begin = self.text.len();
            let mut notes = references.remove(&index).unwrap_or_default().into_iter().peekable();
            let mut at = 0;
            for tag in own {
                let range = &tags[*tag].range;
                while let Some((place, reference)) = notes.next_if(|(place, _)| *place <= range.start) {
                    at = self.words(&stories[number], number, index, at..place);
                    self.write_note(stories, woven, reference);
                }
                self.words(&stories[number], number, index, at..range.start);
                at = self.tag(number, *tag, &tags[*tag]);
            }
            for (place, reference) in notes {
                at = self.words(&stories[number], number, index, at..place);
                self.write_note(stories, woven, reference);
            }
            self.words(&stories[number], number, index, at..paragraph.text.len());
            self.lines[number].of_paragraphs.insert(index, begin..self.text.len());
            if !paragraph.is_end || goes_on {
                self.text.push('\n');
            }
        }
        if self.text.len() > start && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Writes words of a paragraph of a story; where they end.
    fn words(&mut self, story: &Story<'_>, number: usize, paragraph: usize, range: Range<usize>) -> usize {
        let start = self.text.len();
        if let Some(words) = story.paragraphs[paragraph].text.get(range.clone()) {
            self.text += &words.replace(['\n', '\r'], " ");
        }
        let own = story.unclosed.partition_point(|(known, _)| *known < paragraph);
        for (_, braces) in story.unclosed[own..].iter().take_while(|(known, _)| *known == paragraph) {
            if range.contains(&braces.start) && braces.end <= range.end {
                let at = start + braces.start - range.start;
                self.lines[number].unclosed.push(at..at + braces.len());
            }
        }
        range.end.max(range.start)
    }

    /// Writes a tag of a story; where it ends in its paragraph.
    fn tag(&mut self, story: usize, number: usize, tag: &Tag) -> usize {
        let start = self.text.len();
        self.text += &tag.written;
        self.lines[story].of_tags.insert(number, start..self.text.len());
        tag.range.end
    }

    /// Writes a note amid the line that refers to it. Its blocks are its own.
    fn write_note(&mut self, stories: &[Story<'_>], woven: &Woven, reference: Reference) {
        let Some(note) = reference.note else { return };
        let number = woven.notes[reference.notes].story;
        let story = &stories[number];
        if let Some(sound) = &mut self.sound {
            sound.push_str(&self.text[sound.len()..]);
        }
        let (start, known) = (self.text.len(), self.lines[number].unclosed.len());
        self.text.push('〔');
        for index in story.paragraphs_in(note) {
            let begin = self.text.len();
            let mut at = 0;
            for tag in &story.by_paragraph[index] {
                self.words(story, number, index, at..story.tags[*tag].range.start);
                at = self.tag(number, *tag, &story.tags[*tag]);
            }
            self.words(story, number, index, at..story.paragraphs[index].text.len());
            self.lines[number].of_paragraphs.insert(index, begin..self.text.len());
        }
        self.text.push('〕');
        let unclosed = self.lines[number].unclosed[known..].to_vec();
        self.lines[number].is_unbalanced |= self.look_over(start, &unclosed);
    }

    /// Takes in the stories that differ from document to document; all other parts.
    fn take_all(
        &mut self,
        parts: &PackageParts,
        stories: &[Story<'_>],
        woven: &Woven,
        places: Vec<Option<Vec<Place>>>,
        styles: &Styles,
    ) -> PackageParts {
        let mut constant = parts.clone();
        let Some(places) = places.into_iter().collect::<Option<Vec<_>>>() else { return constant };
        let open = |number: &usize| {
            let is_own = woven.of_story(*number).is_none() && !stories[*number].tags.is_empty();
            *number > 0 && is_own
        };
        let others: Vec<usize> = (0..stories.len()).filter(open).collect();
        let notes = woven.notes.iter().map(|notes| notes.story);
        for number in std::iter::once(0).chain(notes).chain(others.iter().copied()) {
            let (story, places) = (&stories[number], &places[number]);
            let may_lack = story.tags.iter().any(Tag::may_say_nothing)
                || places.iter().any(|place| matches!(place, Place::Instead(_)));
            let is_repeated = woven.of_story(number).is_some() && stories[0].has_blocks();
            let (name, prefix) = (story.name.to_owned(), story.part.prefix.clone());
            self.parts.push(OpenPart { name, prefix, is_uneven: may_lack || is_repeated });
            constant.remove(story.name);
        }
        self.weave(stories, woven, &places, styles);
        for (number, part) in others.into_iter().zip(1 + woven.notes.len()..) {
            let story = &stories[number];
            let whole = 0..story.part.xml.len();
            let mut taker = Taker::new(story, number, part, styles);
            for cuts in cut(story, &places[number], std::slice::from_ref(&whole)) {
                self.take(&mut taker, cuts, story.tags.len(), &mut Vec::new());
            }
        }
        constant
    }

    /// Takes in the document, and behind each reference its note.
    fn weave(&mut self, stories: &[Story<'_>], woven: &Woven, places: &[Vec<Place>], styles: &Styles) {
        let document = &stories[0];
        let mut notes: Vec<WovenNotes<'_, '_>> = Vec::new();
        for (own, part) in woven.notes.iter().zip(1..) {
            let story = &stories[own.story];
            let cuts = cut(story, &places[own.story], &own.stretches(&story.part));
            let (head, tail) = own.around(&story.part);
            self.piece(Piece { part, xml: head, around: Around::default(), under: Under::default() });
            let taker = Taker::new(story, own.story, part, styles);
            let cuts = own.elements.iter().copied().zip(cuts).collect();
            notes.push(WovenNotes { taker, kind: own.kind, cuts, tail });
        }
        let stretches = woven.between(document.part.xml.len());
        let mut taker = Taker::new(document, 0, 0, styles);
        let mut slots = Vec::new();
        let mut references = woven.references.iter();
        for (cuts, stretch) in cut(document, &places[0], &stretches).into_iter().zip(&stretches) {
            let end = document.tags.partition_point(|tag| tag.start < stretch.end);
            self.take(&mut taker, cuts, end, &mut slots);
            let Some(reference) = references.next() else { continue };
            let own = &mut notes[reference.notes];
            if let Some((note, cuts)) =
                reference.note.and_then(|note| Some((note, own.cuts.get(&note)?.clone())))
            {
                let tags = own.taker.story.tags_in(note);
                own.taker.next = tags.start;
                self.take(&mut own.taker, cuts, tags.end, &mut slots);
            } else {
                let (part, xml) = (own.taker.part, own.kind.empty(&own.taker.story.part.prefix));
                self.piece(Piece { part, xml, around: Around::default(), under: Under::default() });
            }
        }
        for own in notes {
            self.piece(Piece {
                part: own.taker.part,
                xml: own.tail,
                around: Around::default(),
                under: Under::default(),
            });
        }
    }

    /// Takes in what was cut of a story, up to a tag; `slots` are those of the blocks around.
    fn take(&mut self, taker: &mut Taker<'_, '_>, cuts: Vec<Cut>, end: usize, slots: &mut Vec<String>) {
        let (story, number, part) = (taker.story, taker.number, taker.part);
        let tags = &story.tags;
        let mut xml = String::new();
        for piece in cuts {
            match piece {
                Cut::Constant(text) => xml = text,
                Cut::Tag(index, around) => {
                    let tag = &tags[index];
                    if index < taker.next {
                        return self.refuse(story, number, index, "crossed");
                    }
                    if tags[taker.next..index].iter().any(|tag| tag.does != Does::Comment) {
                        return self.refuse(story, number, taker.next, "crossed");
                    }
                    taker.next = index + 1;
                    let span = self.lines[number].of_tags.get(&index).cloned();
                    self.slot(tag, around.is_block, span, slots);
                    let under = taker.levels.get(&around.element).copied().unwrap_or_default();
                    self.piece(Piece { part, xml: std::mem::take(&mut xml), around, under });
                    self.loops.pass(tag, self.pieces.len());
                    self.marked.push_str(&tag.written);
                }
            }
        }
        if tags.get(taker.next..end).is_some_and(|left| left.iter().any(|tag| tag.does != Does::Comment)) {
            return self.refuse(story, number, taker.next, "crossed");
        }
        self.piece(Piece { part, xml, around: Around::default(), under: Under::default() });
    }

    fn piece(&mut self, piece: Piece) {
        self.marked.push(PIECE);
        self.marked.push_str(&self.pieces.len().to_string());
        self.marked.push(PIECE_END);
        self.loops.piece();
        self.pieces.push(piece);
    }

    /// Notes the slot that a tag places; `open` are the slots of the blocks around.
    fn slot(&mut self, tag: &Tag, is_block: bool, span: Option<Range<usize>>, open: &mut Vec<String>) {
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
            _ => None,
        };
        if let (Some(name), Some(span)) = (placed, span)
            && self.slots.iter().all(|(known, ..)| *known != name)
        {
            self.slots.push((name, is_block, span));
        }
    }
}

/// What of a story is taken in.
struct Taker<'s, 'x> {
    story: &'s Story<'x>,
    /// The story's number.
    number: usize,
    /// The number of its part among those that differ from document to document.
    part: usize,
    /// The first tag that is not taken in.
    next: usize,
    levels: BTreeMap<usize, Under>,
}

impl<'s, 'x> Taker<'s, 'x> {
    fn new(story: &'s Story<'x>, number: usize, part: usize, styles: &Styles) -> Self {
        Self { story, number, part, next: 0, levels: levels(&story.part, &story.paragraphs, styles) }
    }
}

/// The notes of a part while the document is taken in.
struct WovenNotes<'s, 'x> {
    taker: Taker<'s, 'x>,
    kind: &'static Kind,
    /// By the notes' elements.
    cuts: BTreeMap<usize, Vec<Cut>>,
    /// What stands behind the last one.
    tail: String,
}

/// The slots that stories name, each where it is named first.
fn named_slots<'s>(
    stories: &'s [Story<'_>],
    lines: &'s [Lines],
) -> impl Iterator<Item = (String, bool, Range<usize>)> + 's {
    let mut known = BTreeSet::new();
    let tags = stories.iter().zip(lines).flat_map(|(story, lines)| {
        let spans = lines.of_tags.iter();
        spans.map(|(tag, span)| (&story.tags[*tag], span)).filter(|(tag, _)| tag.does != Does::Close)
    });
    let slots = tags.filter(|(tag, _)| helper(&tag.written) == "slot");
    slots.filter_map(move |(tag, span)| {
        let name = quoted(&tag.written);
        (!name.is_empty() && known.insert(name.clone())).then(|| (name, true, span.clone()))
    })
}

/// A part's text, with the tags that its controls stand for in their stead.
fn braced<'p>(parts: &'p PackageParts, name: &str, map: &ControlMap) -> Result<Cow<'p, str>, Unusable> {
    let xml = part_text(parts, name)?;
    if let Some(c) = xml.chars().find(|c| MARKS.contains(c)) {
        return Err(Unusable { reason: "xml", detail: format!("{name}: U+{:04X}", u32::from(c)) });
    }
    let xml = xml::without_sections(xml);
    if !xml.contains("sdtPr") {
        return Ok(xml);
    }
    let part = Part::read(name, &xml)?;
    Ok(in_braces(&part, map).map_or_else(|| xml.clone(), Cow::Owned))
}

/// Braces in a part that has no words of the document.
fn elsewhere(constant: &PackageParts, stories: &[&str]) -> Option<Unusable> {
    let others = constant.iter().filter(|(name, _)| !stories.contains(&name.as_str()));
    let mut said = others.filter(|(name, _)| name.starts_with("word/") || name.starts_with("docProps/"));
    said.find_map(|(name, bytes)| {
        let words = first_braces(std::str::from_utf8(bytes).ok()?)?;
        Some(Unusable { reason: "place", detail: format!("{name}: {words}") })
    })
}

/// Whether a part has any comment.
fn has_comment(parts: &PackageParts, name: &str) -> bool {
    let text = parts.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let part = text.and_then(|text| Part::read(name, text).ok());
    part.is_some_and(|part| part.elements.iter().any(|element| element.name == "comment"))
}

/// The heading that each paragraph stands under.
fn levels(part: &Part<'_>, paragraphs: &[Paragraph], styles: &Styles) -> BTreeMap<usize, Under> {
    let mut under = Under::default();
    let mut levels = BTreeMap::new();
    for paragraph in paragraphs {
        levels.insert(paragraph.element, under);
        let style = part.child(paragraph.element, "pPr").and_then(|at| part.value(at, "pStyle"));
        if let Some(level) = style.and_then(|id| styles.levels.get(&id)) {
            under = Under { level: *level, heading: paragraph.element };
        }
    }
    levels
}

/// The first word of a tag.
pub fn helper(tag: &str) -> &str {
    let words = tag.trim_matches(['{', '}', '~', ' ', '#', '/']);
    words.split([' ', '~']).next().unwrap_or_default()
}

/// What stands in quotes in a tag.
fn quoted(tag: &str) -> String {
    let tag = written(tag);
    let Some(start) = tag.find(['"', '\'']) else { return String::new() };
    tag[start + 1..].split(&tag[start..=start]).next().unwrap_or_default().to_owned()
}
