//! The tags that stand in a part's paragraphs, `{{…}}` as templates write them, and which of them make blocks.

use std::borrow::Cow;
use std::ops::Range;

use huibian_tags::{TagKind, scan};

use crate::paragraph::Paragraph;

/// What a tag does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// Begins a block: the helper's name.
    Open(String),
    /// Parts a block's branches.
    Else,
    /// Ends a block.
    Close,
    /// Says nothing.
    Comment,
    /// Puts something in its place.
    Value,
}

/// A tag.
#[derive(Clone, Debug)]
pub struct Tag {
    /// The paragraph that it stands in.
    pub paragraph: usize,
    /// Its part of the paragraph's text.
    pub range: Range<usize>,
    /// What it does.
    pub does: Does,
    /// It as templates are read: `{{unit.name}}`.
    pub written: String,
    /// The byte of the part at which it begins.
    pub start: usize,
    /// The run in which it begins.
    pub run: usize,
}

impl Tag {
    /// Whether a document may have nothing where it stands: what a block holds, a slot.
    pub fn may_say_nothing(&self) -> bool {
        match self.does {
            Does::Value => self.written.contains("slot") || self.written.contains("contents"),
            Does::Comment => false,
            _ => true,
        }
    }
}

/// Braces that do not close: the paragraph, and the part of its text.
pub type Unclosed = (usize, Range<usize>);

/// Braces of a paragraph that are told of where they do not close.
const MOST_UNCLOSED: usize = 20;

/// The tags of all paragraphs by the places at which they stand, and braces that do not close. A backslash that takes braces their
/// meaning, or stands before one that does, is a tag that says nothing.
pub fn tags(paragraphs: &[Paragraph]) -> (Vec<Tag>, Vec<Unclosed>) {
    let (mut tags, mut unclosed) = (Vec::new(), Vec::new());
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let narrow = Narrow::of(&paragraph.text);
        let (found, open) = scanned(&narrow.text);
        unclosed.extend(open.iter().map(|span| (number, narrow.place(span))));
        for (span, does) in found {
            let range = narrow.place(&span);
            let first = paragraph.over(&range).first();
            let Some(first) = first.filter(|first| first.is_text) else {
                unclosed.push((number, range));
                continue;
            };
            let (start, run) = (first.byte(range.start), first.run);
            let written = written(&narrow.text[span]);
            tags.push(Tag { paragraph: number, range, does, written, start, run });
        }
    }
    tags.sort_by_key(|tag| tag.start);
    (tags, unclosed)
}

/// A part of a paragraph's words, and what it does.
type FoundTag = (Range<usize>, Does);

/// The tags of a paragraph's words, and the braces that do not close.
fn scanned(words: &str) -> (Vec<FoundTag>, Vec<Range<usize>>) {
    let (mut found, mut unclosed) = (Vec::new(), Vec::new());
    let mut from = 0;
    while from < words.len() {
        let rest = scan(&words[from..]);
        let start = from;
        from = words.len();
        for tag in rest {
            let span = start + tag.span.start..start + tag.span.end;
            let does = match tag.kind {
                TagKind::Open(name) => Does::Open(name.to_owned()),
                TagKind::Close(_) => Does::Close,
                TagKind::Else => Does::Else,
                TagKind::Comment => Does::Comment,
                TagKind::Value => Does::Value,
                TagKind::Unclosed => {
                    if unclosed.len() < MOST_UNCLOSED && words[span.end..].contains("}}") {
                        from = span.end;
                    }
                    unclosed.push(span);
                    continue;
                }
            };
            found.push((span, does));
        }
    }
    let is_inside = |at: usize| {
        let after = found.partition_point(|(span, _)| span.end <= at);
        found.get(after).is_some_and(|(span, _)| span.start < at)
    };
    let braces = words.match_indices("{{").map(|(at, _)| at);
    let escaped = braces.filter(|at| words[..*at].ends_with('\\') && !is_inside(*at));
    let backslashes: Vec<FoundTag> = escaped.map(|at| (at - 1..at, Does::Comment)).collect();
    found.extend(backslashes);
    (found, unclosed)
}

/// Words with braces as templates have them, where an input method has made them wide, and the signs right behind.
struct Narrow<'t> {
    text: Cow<'t, str>,
    /// For each byte, and the end, that of the words as they are written; none where they are the same.
    map: Vec<usize>,
}

impl<'t> Narrow<'t> {
    fn of(text: &'t str) -> Self {
        if !text.contains(['｛', '｝', '＃', '／']) {
            return Self { text: text.into(), map: Vec::new() };
        }
        let (mut plain, mut map) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
        for (at, c) in text.char_indices() {
            let c = match c {
                '｛' => '{',
                '｝' => '}',
                '＃' if plain.ends_with("{{") => '#',
                '／' if plain.ends_with("{{") => '/',
                c => c,
            };
            plain.push(c);
            map.resize(plain.len(), at);
        }
        map.push(text.len());
        Self { text: plain.into(), map }
    }

    fn place(&self, span: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.map.get(byte).copied().unwrap_or(byte);
        at(span.start)..at(span.end)
    }
}

/// Word makes quotes round and spaces wide as they are typed.
pub fn written(tag: &str) -> String {
    let plain = |c| match c {
        '“' | '”' | '„' | '＂' => '"',
        '‘' | '’' | '＇' => '\'',
        '\u{A0}' | '\u{3000}' | '\u{2002}'..='\u{200A}' | '\n' | '\r' | '\t' => ' ',
        c => c,
    };
    tag.chars().filter(|c| !matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}')).map(plain).collect()
}

/// The numbers of the tags of each paragraph, in the order of its words.
pub fn by_paragraph(tags: &[Tag], paragraphs: usize) -> Vec<Vec<usize>> {
    let mut own: Vec<Vec<usize>> = vec![Vec::new(); paragraphs];
    for (index, tag) in tags.iter().enumerate() {
        if let Some(own) = own.get_mut(tag.paragraph) {
            own.push(index);
        }
    }
    for own in &mut own {
        own.sort_by_key(|index| tags[*index].range.start);
    }
    own
}

/// The tags of each block: where it begins, where its branches part, where it ends. Tags that are not balanced make none.
pub fn blocks(tags: &[Tag]) -> Vec<Vec<usize>> {
    let (mut blocks, mut open): (Vec<Vec<usize>>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
    for (index, tag) in tags.iter().enumerate() {
        match tag.does {
            Does::Open(_) => open.push(vec![index]),
            Does::Else => open.last_mut().into_iter().for_each(|block| block.push(index)),
            Does::Close => {
                let Some(mut block) = open.pop() else { continue };
                block.push(index);
                blocks.push(block);
            }
            Does::Comment | Does::Value => {}
        }
    }
    blocks
}
