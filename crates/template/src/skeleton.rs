//! What Markdown will see of a template, before there are any data: tags taken out as Handlebars takes them out, a word in
//! place of each value, partials written out, and all branches one after the other. Every byte knows its place in a file and
//! the branch it stands in.

use std::ops::Range;
use std::sync::Arc;

use huibian_diagnostic::{Location, Source};

use crate::helpers::declaration::Yields;
use crate::partials::Partials;
use crate::{helpers, mark};
use huibian_tags::{self as tags, Tag, TagKind};

/// Partials that are written out, those inside others counted each time.
const MOST_PARTIALS: usize = 500;

/// A template without its tags.
pub struct Skeleton {
    /// Markdown.
    pub text: String,
    /// Where slots stand in it.
    pub slots: Vec<SlotMark>,
    pieces: Vec<Piece>,
    sources: Vec<Arc<Source>>,
    /// For each branch the one around it. The first is the template itself, which stands in none.
    around: Vec<usize>,
}

/// A slot in the text.
pub struct SlotMark {
    /// Its name.
    pub name: String,
    /// Its bytes in the text.
    pub at: Range<usize>,
}

/// A stretch of the text.
struct Piece {
    start: usize,
    source: usize,
    /// What of the source it comes from.
    from: Range<usize>,
    /// Whether it is the source's own bytes.
    literal: bool,
    branch: usize,
}

impl Skeleton {
    pub fn of(source: &Arc<Source>, partials: &Partials) -> Self {
        let bare = Self {
            text: String::with_capacity(source.text.len()),
            slots: Vec::new(),
            pieces: Vec::new(),
            sources: Vec::new(),
            around: vec![0],
        };
        let mut builder = Builder { bare, partials, branch: 0, open: Vec::new(), left: MOST_PARTIALS };
        builder.template(source);
        builder.bare
    }

    /// Where a part of the text stands in its file: what of it is on its first line, from its first word on.
    pub fn place(&self, part: Range<usize>) -> Location {
        let words = self.text.get(part.clone()).unwrap_or_default();
        let blank = words.bytes().take_while(u8::is_ascii_whitespace).count();
        let part = part.start + blank..part.end;
        let Some(first) = self.piece(part.start) else { return Location::span(&self.sources[0], 0..0) };
        let source = &self.sources[first.source];
        let start = first.at(part.start);
        let last = self.piece(part.end.saturating_sub(1)).filter(|last| last.source == first.source);
        let end = last.map_or(first.from.end, |last| last.after(part.end)).max(start);
        let line_end = source.text[start..].find('\n').map_or(source.text.len(), |length| start + length);
        Location::span(source, start..end.min(line_end))
    }

    /// Whether a part is the file's own words, without tags: the same in every report.
    pub fn is_plain(&self, part: Range<usize>) -> bool {
        let (first, last) = (self.piece(part.start), self.piece(part.end.saturating_sub(1)));
        first.zip(last).is_some_and(|(first, last)| first.literal && first.start == last.start)
    }

    /// Whether what stands here is in every report.
    pub fn is_always_there(&self, at: usize) -> bool {
        self.branch(at) == 0
    }

    /// Whether a report that has the one may have the other: neither stands in a branch beside the other's.
    pub fn may_meet(&self, one: usize, other: usize) -> bool {
        self.depends(one, other) || self.depends(other, one)
    }

    /// Whether a report that has `one` always has `other`.
    pub fn depends(&self, one: usize, other: usize) -> bool {
        let (mut branch, other) = (self.branch(one), self.branch(other));
        while branch != other && branch != 0 {
            branch = self.around[branch];
        }
        branch == other
    }

    fn branch(&self, at: usize) -> usize {
        self.piece(at).map_or(0, |piece| piece.branch)
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let next = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(next.checked_sub(1)?)
    }
}

impl Piece {
    /// Where a byte of the text stands in the source.
    fn at(&self, at: usize) -> usize {
        if self.literal { self.from.start + (at - self.start) } else { self.from.start }
    }

    /// Where what ends before this byte of the text ends in the source.
    fn after(&self, at: usize) -> usize {
        if self.literal { self.from.start + (at - self.start) } else { self.from.end }
    }
}

struct Builder<'p> {
    bare: Skeleton,
    partials: &'p Partials,
    branch: usize,
    open: Vec<Open>,
    /// How many partials may still be written out.
    left: usize,
}

/// A block that has not ended.
struct Open {
    /// The branch that it stands in.
    branch: usize,
    kind: OpenKind,
}

enum OpenKind {
    Enumeration,
    Slot(String),
    Choice,
}

impl Builder<'_> {
    fn template(&mut self, source: &Arc<Source>) {
        self.bare.sources.push(source.clone());
        let number = self.bare.sources.len() - 1;
        let text = source.text.trim_end_matches(['\n', '\r']);
        let mut at = 0;
        for tag in tags::scan(text) {
            let inside = &text[tag.span.clone()];
            let (mut end, mut next) = (tag.span.start, tag.span.end);
            if let Some(line) = line_of_its_own(text, &tag) {
                (end, next) = (line.start, line.end);
            }
            let (takes_before, takes_behind) = tags::takes_space(inside);
            if takes_before {
                end = text[..tag.span.start].trim_end().len();
            }
            if takes_behind {
                next = text.len() - text[tag.span.end..].trim_start().len();
            }
            if end > at {
                self.literal(number, text, at..end);
            }
            self.tag(number, inside, &tag);
            at = next.max(at);
        }
        if at < text.len() {
            self.literal(number, text, at..text.len());
        }
    }

    fn literal(&mut self, source: usize, text: &str, range: Range<usize>) {
        let mut at = range.start;
        for strong in mark::strong(&text[range.clone()]) {
            let strong = range.start + strong;
            self.push(source, at..strong, &text[at..strong], true);
            self.push(source, strong..strong + 2, mark::STRONG.encode_utf8(&mut [0; 4]), false);
            at = strong + 2;
        }
        self.push(source, at..range.end, &text[at..range.end], true);
    }

    fn push(&mut self, source: usize, from: Range<usize>, text: &str, literal: bool) {
        if !text.is_empty() {
            let (start, branch) = (self.bare.text.len(), self.branch);
            self.bare.pieces.push(Piece { start, source, from, literal, branch });
            self.bare.text.push_str(text);
        }
    }

    fn tag(&mut self, source: usize, inside: &str, tag: &Tag<'_>) {
        match tag.kind {
            TagKind::Open(name) => {
                let kind = match helpers::find(name).map(|helper| helper.yields) {
                    Some(Yields::Enumeration) => OpenKind::Enumeration,
                    Some(Yields::Slot) => OpenKind::Slot(quoted(inside).to_owned()),
                    _ => OpenKind::Choice,
                };
                let branch = self.branch;
                if matches!(kind, OpenKind::Enumeration) {
                    self.push(source, tag.span.clone(), &format!("\n\n{}\n\n", mark::ENUMERATION), false);
                } else {
                    self.begin(branch);
                }
                self.open.push(Open { branch, kind });
            }
            TagKind::Else => {
                if let Some(Open { branch, .. }) = self.open.last() {
                    self.begin(*branch);
                }
            }
            TagKind::Close(_) => {
                let Some(Open { branch, kind }) = self.open.pop() else { return };
                self.branch = branch;
                if matches!(kind, OpenKind::Enumeration) {
                    self.push(source, tag.span.clone(), &format!("\n\n{}", mark::ENUMERATION_END), false);
                }
            }
            TagKind::Value => self.value(source, inside, &tag.span),
            TagKind::Comment | TagKind::Unclosed => {}
        }
    }

    /// Begins a branch inside another.
    fn begin(&mut self, around: usize) {
        self.bare.around.push(around);
        self.branch = self.bare.around.len() - 1;
    }

    fn value(&mut self, source: usize, inside: &str, span: &Range<usize>) {
        let words = inside.trim_matches(['{', '}', '~', ' ', '\t', '\n']);
        let helper = words.split([' ', '\t', '\n']).next().unwrap_or_default();
        let word = format!("{}0{}", mark::DATA, mark::END);
        let slot = match helpers::find(helper).map(|helper| helper.yields) {
            Some(Yields::Slot) => Some(quoted(inside).to_owned()),
            Some(Yields::SlotContents) => self.open.iter().rev().find_map(|open| match &open.kind {
                OpenKind::Slot(name) => Some(name.clone()),
                _ => None,
            }),
            _ => None,
        };
        if let Some(name) = slot {
            let start = self.bare.text.len();
            self.push(source, span.clone(), &format!("{}{name}{}", mark::SLOT, mark::END), false);
            let at = start..self.bare.text.len();
            self.bare.slots.push(SlotMark { name, at });
        } else if let Some(name) = words.strip_prefix('>') {
            let partial = self.partials.get(name.trim()).filter(|partial| partial.template.is_some());
            match partial.filter(|_| self.left > 0) {
                Some(partial) => {
                    self.left -= 1;
                    let partial = partial.source.clone();
                    self.template(&partial);
                }
                None => self.push(source, span.clone(), &word, false),
            }
        } else if helpers::is_placed(helper) {
            self.push(source, span.clone(), &format!("\n\n{}{word}\n\n", mark::PLACED), false);
        } else {
            self.push(source, span.clone(), &word, false);
        }
    }
}

/// The line of a tag that leaves none behind, with the end of the line: nothing else stands on it, and it prints nothing
/// itself.
fn line_of_its_own(text: &str, tag: &Tag<'_>) -> Option<Range<usize>> {
    if tag.kind == TagKind::Value {
        return None;
    }
    let blank = [' ', '\t'];
    let before = text[..tag.span.start].trim_end_matches(blank);
    let after = text[tag.span.end..].trim_start_matches(blank);
    let stands_alone =
        (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'));
    let end = text.len() - after.len();
    stands_alone.then(|| before.len()..(end + 1).min(text.len()))
}

/// What stands in quotes in a tag.
fn quoted(inside: &str) -> &str {
    let Some(start) = inside.find(['"', '\'']) else { return "" };
    let rest = &inside[start + 1..];
    rest.split(&inside[start..=start]).next().unwrap_or_default()
}
