//! What a document says: its lines and tables in order, each word with its paragraph.

use std::ops::Range;

use huibian_docx::{Unusable, package, part_text, stories};
use huibian_wordform::paragraph::{Paragraph, paragraphs};
use huibian_wordform::part::Part;

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What stands in it, in order; what is empty is left out.
    pub blocks: Vec<Block>,
}

/// A line or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Line(Passage),
    /// Rows of cells.
    Table(Vec<Vec<Passage>>),
}

/// Words that belong together: a paragraph, or a cell with its paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The words; paragraphs of a cell are parted by line breaks.
    pub text: String,
    /// The paragraphs it is made of, by their numbers in the document from 0, with their part of the text.
    pub paragraphs: Vec<(usize, Range<usize>)>,
    /// Blank stretches that are underlined: room to fill something in.
    pub underlined: Vec<Range<usize>>,
}

impl Passage {
    /// Words that stand in no document.
    pub fn of(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// Lines and tables of a report, cells of its tables, characters of a passage and of all: what has more is no report that
/// people read, and laying such beside each other has no end.
const MOST: [usize; 4] = [3_000, 6_000, 20_000, 300_000];

impl Paper {
    /// Whether it is larger than any report.
    pub fn is_large(&self) -> bool {
        let cells: usize = self
            .blocks
            .iter()
            .map(|block| match block {
                Block::Table(rows) => rows.iter().map(Vec::len).sum(),
                Block::Line(_) => 0,
            })
            .sum();
        let lengths: Vec<usize> = self.passages().map(|passage| passage.text.chars().count()).collect();
        let longest = lengths.iter().copied().max().unwrap_or(0);
        [self.blocks.len(), cells, longest, lengths.iter().sum()]
            .iter()
            .zip(MOST)
            .any(|(own, most)| *own > most)
    }

    /// Reads a Word file.
    ///
    /// # Errors
    /// [`Unusable`] for what is no Word document.
    pub fn word(bytes: &[u8]) -> Result<Self, Unusable> {
        let parts = package(bytes)?;
        let name = stories(&parts)?.document;
        let part = Part::read(&name, part_text(&parts, &name)?)?;
        let mut reader = Reader { part: &part, blocks: Vec::new(), table: None };
        for (number, paragraph) in paragraphs(&part).iter().enumerate() {
            if !paragraph.is_fallback {
                reader.take(number, paragraph);
            }
        }
        Ok(Self { blocks: reader.finished() })
    }

    /// Reads plain text or Markdown: a line a paragraph, `| … |` a row.
    pub fn plain(text: &str) -> Self {
        let mut blocks: Vec<Block> = Vec::new();
        let lines = text.trim_start_matches('\u{FEFF}').lines().enumerate();
        for (number, line) in lines {
            let line = line.trim_end();
            let words = line.trim_start_matches('#').trim_start();
            let passage = |text: &str| Passage {
                text: text.to_owned(),
                paragraphs: vec![(number, 0..text.len())],
                underlined: Vec::new(),
            };
            let row = line.trim().strip_prefix('|').and_then(|row| row.strip_suffix('|'));
            match row {
                Some(row) if row.chars().all(|c| "-: |".contains(c)) => {}
                Some(row) => {
                    let cells = row.split('|').map(|cell| passage(cell.trim())).collect();
                    match blocks.last_mut() {
                        Some(Block::Table(rows)) => rows.push(cells),
                        _ => blocks.push(Block::Table(vec![cells])),
                    }
                }
                None if words.trim().is_empty() => {}
                None => blocks.push(Block::Line(passage(words))),
            }
        }
        Self { blocks }
    }

    /// The lines that stand in no table.
    pub fn lines(&self) -> impl DoubleEndedIterator<Item = &Passage> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Line(line) => Some(line),
            Block::Table(_) => None,
        })
    }

    /// All that is said, a line or cell each.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Line(line) => vec![line],
            Block::Table(rows) => rows.iter().flatten().collect(),
        })
    }
}

struct Reader<'p> {
    part: &'p Part<'p>,
    blocks: Vec<Block>,
    /// The table that is being read, with its last row and cell.
    table: Option<(usize, usize, usize)>,
}

impl Reader<'_> {
    fn take(&mut self, number: usize, paragraph: &Paragraph) {
        let named = |name: &str| {
            let mut around = self.part.ancestors(paragraph.element);
            around.by_ref().filter(|at| self.part.elements[*at].name == name).last()
        };
        let place = (named("tbl"), named("tr"), named("tc"));
        let text = paragraph.text.clone();
        let underlined = self.underlined(paragraph);
        let (Some(table), Some(row), Some(cell)) = place else {
            self.table = None;
            if !text.trim().is_empty() || !underlined.is_empty() {
                let paragraphs = vec![(number, 0..text.len())];
                self.blocks.push(Block::Line(Passage { text, paragraphs, underlined }));
            }
            return;
        };
        let known = self.table;
        if known.is_none_or(|(known, ..)| known != table) {
            self.blocks.push(Block::Table(Vec::new()));
        }
        let Some(Block::Table(rows)) = self.blocks.last_mut() else { return };
        if known.is_none_or(|(_, known, _)| known != row) {
            rows.push(Vec::new());
        }
        let Some(cells) = rows.last_mut() else { return };
        if known.is_none_or(|(_, _, known)| known != cell) {
            cells.push(Passage::default());
        }
        self.table = Some((table, row, cell));
        let Some(passage) = cells.last_mut() else { return };
        if !passage.paragraphs.is_empty() {
            passage.text.push('\n');
        }
        let start = passage.text.len();
        passage.text.push_str(&text);
        passage.paragraphs.push((number, start..start + text.len()));
        passage.underlined.extend(underlined.into_iter().map(|range| start + range.start..start + range.end));
    }

    /// Stretches of blanks that are underlined.
    fn underlined(&self, paragraph: &Paragraph) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for segment in &paragraph.segments {
            let properties = self.part.child(segment.run, "rPr");
            let line = properties.and_then(|at| {
                self.part.value(at, "u").or_else(|| self.part.child(at, "u").map(|_| "single".to_owned()))
            });
            let is_blank = paragraph.text[segment.text.clone()].trim().is_empty();
            if line.is_none_or(|line| line == "none") || !is_blank || segment.text.is_empty() {
                continue;
            }
            match found.last_mut() {
                Some(last) if last.end == segment.text.start => last.end = segment.text.end,
                _ => found.push(segment.text.clone()),
            }
        }
        found
    }

    fn finished(self) -> Vec<Block> {
        let says = |block: &Block| match block {
            Block::Line(_) => true,
            Block::Table(rows) => rows.iter().flatten().any(|cell| !cell.text.trim().is_empty()),
        };
        self.blocks.into_iter().filter(says).collect()
    }
}
