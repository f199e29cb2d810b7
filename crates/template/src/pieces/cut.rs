//! Where a template is cut.

use std::ops::Range;

use huibian_tags::{self as tags, Tag, TagKind};

/// How many bytes a piece has at least, but for the last.
pub const PIECE: usize = 2048;
/// How many backslashes beside each other a piece has at least that begins with them.
const ROW: usize = 128;

/// A piece of a template.
#[derive(Debug, Default)]
pub struct Piece {
    /// What of the template it is.
    pub span: Range<usize>,
    /// The tags that open again, before it, the blocks that were cut in, and a guard; without these tags, nothing.
    pub opened: String,
    pub guard: Guard,
    /// How many blocks these are.
    pub depth: usize,
    /// A guard, and the tags that close, behind it, the blocks that are cut in.
    pub closed: String,
    /// Whether the cut before it is between two tags that touch.
    pub is_between_tags: bool,
}

/// What stands beside a cut so that a tag there is seen amid its line, or at the start of it, as in the whole; taken away when
/// pieces are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guard {
    #[default]
    None,
    /// A word.
    Word,
    /// A line.
    Line,
}

impl Guard {
    pub fn text(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Word => "x",
            Self::Line => "x\n",
        }
    }
}

/// A block that is open where a tag stands.
struct Open<'t> {
    name: &'t str,
    tag: &'t str,
    /// The tags of its further branches, as far as these have begun.
    branches: Vec<&'t str>,
}

impl Open<'_> {
    /// What closes it.
    fn closed(&self) -> [&str; 3] {
        let is_partial =
            self.tag.trim_start_matches(['{', '~', '#', ' ', '\t', '\r', '\n']).starts_with(['>', '*']);
        match (self.is_raw(), is_partial) {
            (true, _) => ["{{{{/", self.name, "}}}}"],
            (_, true) => ["{{/", "", "}}"],
            _ => ["{{/", self.name, "}}"],
        }
    }

    fn is_raw(&self) -> bool {
        self.tag.starts_with(tags::RAW)
    }
}

/// The pieces: cut where no tag's removal of white space reaches from one side to the other. A block that is cut in is closed
/// behind one piece and opened again before the next.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut cutting = Cutting { text, pieces: Vec::new(), piece: Piece::default(), open: Vec::new() };
    let has_rows = row_in(text).is_some();
    if text.len() > PIECE || has_rows {
        let (mut last, mut takes_space) = (0..0, false);
        for tag in tags::scan(text) {
            let words = &text[tag.span.clone()];
            let (takes_before, takes_behind) = tags::takes_space(words);
            let is_comment = matches!(tag.kind, TagKind::Comment);
            // Handlebars takes away what a raw block begins with.
            let may_touch = !takes_space && !is_comment && !takes_before && !cutting.is_in_raw();
            // What a tag takes away Handlebars takes away behind the comments after it, too.
            let reaches_over = takes_space && is_comment;
            let is_long = cutting.is_long_at(tag.span.start);
            if !reaches_over && (is_long || has_rows) {
                if is_long && let Some((at, guard)) = cut(text, &last, tag.span.start, may_touch) {
                    cutting.cut(at, guard, last.end == tag.span.start);
                }
                cutting.cut_before_backslashes(last.end, tag.span.start);
            }
            cutting.pass(&tag, words);
            takes_space = takes_behind || reaches_over;
            last = tag.span;
        }
        cutting.cut_before_backslashes(last.end, text.len());
    }
    cutting.piece.span.end = text.len();
    cutting.pieces.push(cutting.piece);
    cutting.pieces
}

/// A template while it is cut.
struct Cutting<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    /// The one that has no end yet.
    piece: Piece,
    /// The blocks around what is looked at.
    open: Vec<Open<'t>>,
}

impl<'t> Cutting<'t> {
    /// Where the piece is long enough.
    fn is_long_at(&self, at: usize) -> bool {
        at > self.long_enough()
    }

    fn long_enough(&self) -> usize {
        self.piece.span.start + PIECE.max(self.piece.opened.len() * 4)
    }

    /// Whether a raw block is around.
    fn is_in_raw(&self) -> bool {
        self.open.last().is_some_and(Open::is_raw)
    }

    fn cut(&mut self, at: usize, guard: Guard, is_between_tags: bool) {
        self.piece.span.end = at;
        self.piece.closed = std::iter::once(Guard::Word.text())
            .chain(self.open.iter().rev().flat_map(Open::closed))
            .collect();
        let opened = opened_again(&self.open) + guard.text();
        let depth = self.open.len();
        let next = Piece { span: at..at, opened, guard, depth, is_between_tags, ..Piece::default() };
        self.pieces.push(std::mem::replace(&mut self.piece, next));
    }

    /// Cuts between two tags. Handlebars moves all that follows for each backslash that it takes away, and looks through all
    /// others beside it for each of a row, which is why one begins a piece however short the one before it is.
    fn cut_before_backslashes(&mut self, start: usize, end: usize) {
        let mut from = start.max(self.piece.span.start);
        loop {
            let is_in_row = from == self.piece.span.start && self.begins_row(from);
            let enough = if is_in_row { from + ROW.max(self.piece.opened.len()) } else { self.long_enough() };
            let ahead = end.min(self.text.ceil_char_boundary(enough + ROW));
            let short = self.text.get(from..ahead).filter(|_| !is_in_row);
            let row = short.and_then(row_in).map(|at| from + at);
            from = self.text.ceil_char_boundary(from.max(enough));
            let backslash = self.text.get(from..end).and_then(|rest| rest.find('\\')).map(|at| from + at);
            let Some(next) = row.into_iter().chain(backslash).min() else { return };
            from = next;
            // Before the last one of several a tag has its meaning.
            if from + 1 == end {
                return;
            }
            self.cut(from, Guard::Word, false);
        }
    }

    /// Whether many backslashes stand beside each other from here on.
    fn begins_row(&self, at: usize) -> bool {
        let row = self.text.as_bytes().get(at..at + ROW);
        row.is_some_and(|row| row.iter().all(|byte| *byte == b'\\'))
    }

    /// Goes past a tag.
    fn pass(&mut self, tag: &Tag<'t>, words: &'t str) {
        match tag.kind {
            TagKind::Open(name) => self.open.push(Open { name, tag: words, branches: Vec::new() }),
            TagKind::Close(_) => drop(self.open.pop()),
            TagKind::Else => self.open.last_mut().into_iter().for_each(|open| open.branches.push(words)),
            TagKind::Comment | TagKind::Value | TagKind::Unclosed => {}
        }
    }
}

/// Where the first row of backslashes begins that is long enough to be cut.
fn row_in(text: &str) -> Option<usize> {
    let mut row = 0;
    let ends = text.bytes().position(|byte| {
        row = if byte == b'\\' { row + 1 } else { 0 };
        row == ROW
    });
    ends.map(|end| end + 1 - ROW)
}

/// The tags that open these blocks again, in one line, without signs that would take white space away behind what follows.
fn opened_again(open: &[Open<'_>]) -> String {
    let tags = open.iter().flat_map(|open| std::iter::once(open.tag).chain(open.branches.iter().copied()));
    let parts = tags.flat_map(|tag| {
        let (words, braces) = tag.split_at(tag.trim_end_matches('}').len());
        [words.trim_end_matches(['~', ' ', '\t', '\r', '\n']), braces]
    });
    parts.collect::<String>().replace('\n', " ")
}

/// A place between two tags where the text may be cut, behind the `last` and before the one that starts at `next`, and what
/// guards what follows. Where no word stands between them they must leave white space to each other.
fn cut(text: &str, last: &Range<usize>, next: usize, may_touch: bool) -> Option<(usize, Guard)> {
    let words = &text[last.end..next];
    // What a backslash stands before may be a tag to one reader, and words to the other.
    let plain = &words[..words.find('\\').unwrap_or(words.len())];
    let is_word = |c: &(usize, char)| !c.1.is_whitespace() && !matches!(c.1, '{' | '}');
    if let Some((at, c)) = plain.char_indices().find(is_word) {
        return Some((last.end + at + c.len_utf8(), Guard::Word));
    }
    if words.starts_with('\\') {
        return Some((last.end, Guard::Word));
    }
    if !may_touch || !words.trim().is_empty() {
        return None;
    }
    let line = words.find('\n').map(|end| (last.end + end + 1, Guard::Line));
    line.or(Some((last.end, Guard::Word)))
}
