//! Blocks of wording that many units share, with one unit's values in their holes.

use std::sync::Arc;

use crate::markdown::{Block, Inline};

/// What a template says for one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Its blocks, with holes; the same for all units whose data take the same branches.
    pub blocks: Arc<[Block]>,
    /// What goes into the holes, by their numbers.
    pub values: Vec<String>,
    /// How many such texts there may be whose loops go round no more often than its own: how many blocks beside these units may
    /// have.
    pub ways: usize,
}

impl Rendered {
    /// The blocks with the values in their holes.
    #[must_use]
    pub fn filled(self) -> Arc<[Block]> {
        if self.values.is_empty() { self.blocks } else { filled(&self.blocks, &self.values).into() }
    }

    /// One of its blocks with the values in its holes; several, or none, where a value has as many lines.
    pub fn filled_block(&self, index: usize) -> Vec<Block> {
        filled(self.blocks.get(index..=index).unwrap_or_default(), &self.values)
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        // Only a value that holds nothing can leave a paragraph out.
        self.blocks.is_empty()
            || self.values.iter().any(|value| value.chars().all(char::is_whitespace))
                && filled(&self.blocks, &self.values).is_empty()
    }
}

/// A value as it stands in a line; none where it has no line, or several.
pub fn one_line(value: &str) -> Option<String> {
    // Most are.
    if !value.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'\t')) {
        return Some(value.trim()).filter(|line| !line.is_empty()).map(str::to_owned);
    }
    let mut lines = value.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let line = lines.next()?;
    lines.next().is_none().then(|| line.replace('\t', " "))
}

/// Blocks with the values in their holes. A newline in a value begins a paragraph, in a paragraph; elsewhere it begins a
/// line, so that what stands before and behind it never grows together.
pub fn filled(blocks: &[Block], values: &[String]) -> Vec<Block> {
    let mut filled = Vec::with_capacity(blocks.len());
    let in_lines = |words: &Vec<Inline>| in_lines(with_values(words, values));
    let all_in_lines = |items: &Vec<Vec<Inline>>| items.iter().map(in_lines).collect();
    for block in blocks {
        filled.push(match block {
            Block::Paragraph(words) if words.first() == Some(&Inline::Placed) => {
                let value = words.iter().find_map(|word| match word {
                    Inline::Data(index) => values.get(*index),
                    _ => None,
                });
                let Some(placed) = value.and_then(|value| serde_json::from_str(value).ok()) else { continue };
                Block::Placed(placed)
            }
            Block::Paragraph(words) => {
                let mut rest = with_values(words, values).into_iter();
                while !rest.as_slice().is_empty() {
                    let part: Vec<Inline> =
                        rest.by_ref().take_while(|word| *word != Inline::Paragraph).collect();
                    if !part.is_empty() {
                        filled.push(Block::Paragraph(part));
                    }
                }
                continue;
            }
            Block::Heading { level, run_in, content } => {
                Block::Heading { level: *level, run_in: *run_in, content: in_lines(content) }
            }
            Block::Enumeration { items, tail } => {
                Block::Enumeration { items: all_in_lines(items), tail: in_lines(tail) }
            }
            Block::List { ordered, items } => Block::List { ordered: *ordered, items: all_in_lines(items) },
            Block::Table { align, rows } => {
                Block::Table { align: align.clone(), rows: rows.iter().map(all_in_lines).collect() }
            }
            Block::Placed(placed) => Block::Placed(placed.clone()),
            Block::PageBreak => Block::PageBreak,
        });
    }
    filled
}

/// Words of a place that has no paragraphs.
fn in_lines(words: Vec<Inline>) -> Vec<Inline> {
    let line = |word| if word == Inline::Paragraph { Inline::LineBreak } else { word };
    words.into_iter().map(line).collect()
}

fn with_values(words: &[Inline], values: &[String]) -> Vec<Inline> {
    let mut filled: Vec<Inline> = Vec::with_capacity(words.len());
    for word in words {
        match word {
            Inline::Data(index) => {
                let value = values.get(*index).map_or("", String::as_str);
                let lines = value.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
                for (number, line) in lines.enumerate() {
                    if number > 0 {
                        filled.push(Inline::Paragraph);
                    }
                    for (tabs, words) in line.split('\t').enumerate() {
                        if tabs > 0 {
                            push_text(&mut filled, " ");
                        }
                        push_text(&mut filled, words);
                    }
                }
            }
            Inline::Text(text) => push_text(&mut filled, text),
            Inline::Strong(content) => filled.push(Inline::Strong(in_lines(with_values(content, values)))),
            Inline::Note(content) => filled.push(Inline::Note(in_lines(with_values(content, values)))),
            other => filled.push(other.clone()),
        }
    }
    filled
}

fn push_text(words: &mut Vec<Inline>, text: &str) {
    match words.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => words.push(Inline::Text(text.to_owned())),
    }
}
