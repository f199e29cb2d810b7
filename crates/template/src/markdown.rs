//! CommonMark to blocks, with the marks of [`mark`](crate::mark) turned back into what they stand for.

use std::collections::HashMap;

use huibian_contract::{Aspect, Basis, CountKey};
use huibian_document::table::Align;
use pulldown_cmark::{Alignment, Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::placed::Placed;
use crate::refusal::{self, Refusals};
use crate::{mark, notes};

/// A block as a template says it: no numbers yet, and slots still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// `#` to `####`.
    Heading {
        /// 1 for the title, or for a section's own heading.
        level: u8,
        /// Whether it is marked `{.run-in}`.
        run_in: bool,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Items in one sentence, and what follows them in the same paragraph.
    Enumeration {
        /// 一是, 二是, 三是.
        items: Vec<Vec<Inline>>,
        /// What closes the paragraph.
        tail: Vec<Inline>,
    },
    /// Items on lines of their own.
    List {
        /// Whether they are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// A pipe table: its first row is its head.
    Table {
        /// Where the words of each column stand.
        align: Vec<Align>,
        /// The head's cells, then those of each row.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture or a chart.
    Placed(Placed),
    /// `---`.
    PageBreak,
}

/// A piece of a line as a template says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that carry weight.
    Strong(Vec<Inline>),
    /// A count to be printed here.
    Count(CountKey),
    /// A count to be printed here in Chinese numerals.
    CountInHanzi(CountKey),
    /// A count in another period ([`Aspect::Value`]), or how it differs from an earlier one ([`Aspect::Change`]).
    Compared(Basis, Aspect, CountKey),
    /// What plugins give a slot goes here.
    Slot(String),
    /// A footnote, whose sign stands here.
    Note(Vec<Inline>),
    /// A hard line break.
    LineBreak,
    /// The number of a footnote; only until the whole text is parsed.
    NoteReference(usize),
    /// A value goes here; only until the holes are filled.
    Data(usize),
    /// The value that follows is no words, but what stands on this line; only until the holes are filled.
    Placed,
    /// A new paragraph out of a newline in a value; only while the holes are filled.
    Paragraph,
    /// A constant piece of a Word file, by its number.
    Piece(usize),
}

/// Parses rendered Markdown.
///
/// # Errors
/// The name of a construct that a report cannot carry.
pub fn parse(text: &str) -> Result<Vec<Block>, &'static str> {
    if text.starts_with(mark::PIECE) {
        // A Word file's own paragraphs are in its pieces: this is one row of words and pieces.
        return Ok(vec![Block::Paragraph(inlines(text))]);
    }
    let parser = Parser::new_ext(text, refusal::options());
    if parser.reference_definitions().iter().next().is_some() {
        return Err("link");
    }
    let (mut reader, mut refusals) = (Reader::default(), Refusals::default());
    for (event, range) in parser.into_offset_iter() {
        match refusals.examine(&event) {
            Some(construct) => return Err(construct),
            None => reader.event(event, &text[range]),
        }
    }
    let Reader { mut blocks, notes, names, .. } = reader;
    if !names.is_empty() {
        let said: Vec<_> =
            names.into_iter().map(|name| notes.get(&name).cloned().unwrap_or_default()).collect();
        notes::place(&mut blocks, &said);
    }
    Ok(join_enumerations(blocks))
}

/// A table's row: the words of each cell.
type Row = Vec<Vec<Inline>>;

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    text: String,
    heading: Option<(u8, bool)>,
    list: Option<(bool, Vec<Vec<Inline>>)>,
    table: Option<(Vec<Align>, Vec<Row>)>,
    /// The footnote that is being defined, and how many blocks there were before it.
    note: Option<(String, usize)>,
    /// What each footnote says.
    notes: HashMap<String, Vec<Inline>>,
    /// The footnotes that are referred to, in order.
    names: Vec<String>,
}

impl Reader {
    /// `source` is what of the text it is.
    fn event(&mut self, event: Event<'_>, source: &str) {
        match event {
            Event::Text(words) => self.text.push_str(&words),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.blocks.push(Block::PageBreak),
            Event::Start(Tag::Heading { level, classes, .. }) => {
                self.heading = Some((level_number(level), classes.iter().any(|class| &**class == "run-in")));
            }
            Event::End(TagEnd::Heading(_)) => {
                let (level, run_in) = self.heading.take().unwrap_or_default();
                let content = self.words();
                if let Some(dashes) = dashes_below(source) {
                    self.blocks.push(Block::Paragraph(content));
                    self.blocks.extend(is_rule(dashes).then_some(Block::PageBreak));
                } else {
                    self.blocks.push(Block::Heading { level, run_in, content });
                }
            }
            Event::Start(Tag::List(start)) => self.list = Some((start.is_some(), Vec::new())),
            Event::End(TagEnd::List(_)) => {
                let (ordered, items) = self.list.take().unwrap_or_default();
                self.blocks.push(Block::List { ordered, items });
            }
            Event::End(TagEnd::Item) => {
                let item = self.words();
                if let Some((_, items)) = &mut self.list {
                    items.push(item);
                }
            }
            Event::End(TagEnd::Paragraph) if self.list.is_none() => {
                let words = self.words();
                self.blocks.push(Block::Paragraph(words));
            }
            Event::Start(Tag::Table(columns)) => {
                self.table = Some((columns.into_iter().map(align).collect(), Vec::new()));
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                if let Some((_, rows)) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            Event::End(TagEnd::TableCell) => {
                let cell = self.words();
                if let Some(row) = self.table.as_mut().and_then(|(_, rows)| rows.last_mut()) {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::Table) => {
                let (align, rows) = self.table.take().unwrap_or_default();
                self.blocks.push(Block::Table { align, rows });
            }
            Event::FootnoteReference(name) => {
                self.text.push(mark::NOTE);
                self.text.push_str(&self.names.len().to_string());
                self.text.push(mark::END);
                self.names.push(name.to_lowercase());
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                self.note = Some((name.to_lowercase(), self.blocks.len()));
            }
            Event::End(TagEnd::FootnoteDefinition) => self.end_note(),
            _ => {}
        }
    }

    /// A footnote is one paragraph.
    fn end_note(&mut self) {
        let (name, start) = self.note.take().unwrap_or_default();
        let mut blocks = self.blocks.split_off(start.min(self.blocks.len()));
        if let Some(Block::Paragraph(said)) = blocks.pop() {
            self.notes.insert(name, said);
        }
    }

    /// A line break in the template joins hanzi without a space, and Latin words with one.
    fn soft_break(&mut self) {
        if self.text.ends_with(|c: char| c.is_ascii()) {
            self.text.push(' ');
        }
    }

    /// What was gathered, as inlines.
    fn words(&mut self) -> Vec<Inline> {
        let words = inlines(&self.text);
        self.text.clear();
        words
    }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}

/// How many `#`.
pub fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Text with marks, as inlines. A strong mark without its partner makes the rest strong.
fn inlines(text: &str) -> Vec<Inline> {
    let mut stack: Vec<Vec<Inline>> = vec![Vec::new()];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let is_mark = |c: char| {
            matches!(
                c,
                mark::COUNT..=mark::HANZI | mark::PAST | mark::NOTE | mark::PLACED | mark::PIECE | '\n'
            )
        };
        let mut push = |inline| stack.last_mut().map(|top| top.push(inline)).unwrap_or_default();
        match c {
            mark::COUNT | mark::HANZI | mark::SLOT | mark::DATA | mark::PAST | mark::NOTE | mark::PIECE => {
                let (name, tail) = after.split_once(mark::END).unwrap_or((after, ""));
                if c == mark::SLOT {
                    push(Inline::Slot(name.to_owned()));
                } else if c == mark::NOTE {
                    name.parse().into_iter().for_each(|index| push(Inline::NoteReference(index)));
                } else if c == mark::PIECE {
                    name.parse().into_iter().for_each(|index| push(Inline::Piece(index)));
                } else if c == mark::DATA {
                    name.parse().into_iter().for_each(|index| push(Inline::Data(index)));
                } else if c == mark::PAST {
                    mark::read_compared(name)
                        .into_iter()
                        .for_each(|(basis, aspect, key)| push(Inline::Compared(basis, aspect, key)));
                } else if let Ok(key) = name.parse() {
                    push(if c == mark::HANZI { Inline::CountInHanzi(key) } else { Inline::Count(key) });
                }
                rest = tail;
                continue;
            }
            mark::STRONG => {
                let top = if stack.len() > 1 { stack.pop() } else { None };
                match (top, stack.last_mut()) {
                    (Some(strong), Some(outer)) => outer.push(Inline::Strong(strong)),
                    _ => stack.push(Vec::new()),
                }
            }
            '\n' => push(Inline::LineBreak),
            mark::PLACED => push(Inline::Placed),
            c if is_mark(c) => push(Inline::Text(c.to_string())),
            _ => {
                let end = rest.find(is_mark).unwrap_or(rest.len());
                push(Inline::Text(rest[..end].to_owned()));
                rest = &rest[end..];
                continue;
            }
        }
        rest = after;
    }
    while stack.len() > 1 {
        let strong = stack.pop().unwrap_or_default();
        if let Some(outer) = stack.last_mut() {
            outer.push(Inline::Strong(strong));
        }
    }
    stack.pop().unwrap_or_default()
}

/// A list between the marks of an enumeration becomes one.
fn join_enumerations(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut open: Option<Vec<Vec<Inline>>> = None;
    for block in blocks {
        let mark = match &block {
            Block::Paragraph(content) => match content.first() {
                Some(Inline::Text(text)) => text.chars().next(),
                _ => None,
            },
            _ => None,
        };
        match (block, mark) {
            (_, Some(mark::ENUMERATION)) => open = Some(Vec::new()),
            (Block::Paragraph(mut content), Some(mark::ENUMERATION_END)) => {
                content.remove(0);
                let breaks = matches!(content.as_slice(), [Inline::Text(text)] if is_rule(text));
                let tail = if breaks { Vec::new() } else { content };
                joined.push(Block::Enumeration { items: open.take().unwrap_or_default(), tail });
                joined.extend(breaks.then_some(Block::PageBreak));
            }
            (Block::List { items: more, .. }, _) if open.is_some() => {
                open.get_or_insert_default().extend(more);
            }
            (block, _) => joined.push(block),
        }
    }
    joined
}

/// The line of dashes that makes a heading of words above it in Markdown, and none in a report: there it breaks the page, or is an
/// item whose words are missing.
pub fn dashes_below(heading: &str) -> Option<&str> {
    let last = heading.trim_end().lines().last()?.trim();
    let is_underlined = !last.is_empty() && last.bytes().all(|byte| byte == b'-');
    (is_underlined && !heading.trim_start().starts_with('#')).then_some(last)
}

/// Whether a line is what breaks a page: it stands where an enumeration ended.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| byte == b'-')
}
