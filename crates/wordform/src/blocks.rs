//! A filled file read as blocks, for formats that are not Word's: its paragraphs, headings and tables. What stands beside the
//! text, headers, notes and pictures, is not among them.

use std::borrow::Cow;

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::table::Column;
use huibian_document::{Block, Heading, Inline, Laid, Marking, Paragraph, Table};

use crate::columns;
use crate::grid::{Row, cells, head_rows};
use crate::marking::{Field, is_followed, is_hidden, markings as markings_of, put};
use crate::part::Part;
use crate::template::WordTemplate;

/// Stands before the number of what is no text of the file.
const OWN: char = '\u{FDDE}';
/// After it.
const END: char = '\u{FDDF}';

/// What a file says to those who read no Word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordContent {
    /// Its title; empty where no paragraph is in a title's style.
    pub title: Vec<Inline>,
    /// Its body.
    pub blocks: Vec<Block>,
}

impl WordTemplate {
    /// The body of a filled file.
    ///
    /// # Errors
    /// T030 where a row has more cells than Word opens.
    pub fn content(&self, laid: &[Laid]) -> Result<WordContent> {
        let mut owned: Vec<Own> = Vec::new();
        let marked: Vec<Laid> = laid
            .iter()
            .map(|one| match one {
                Laid::Words(words) => {
                    owned.push(Own::Words(words.clone()));
                    Laid::Words(vec![Inline::Text(mark(owned.len() - 1))])
                }
                Laid::Blocks(blocks) => {
                    owned.push(Own::Blocks(blocks.clone()));
                    let content = vec![Inline::Text(mark(owned.len() - 1))];
                    Laid::Blocks(vec![Block::Paragraph(Paragraph { run_in: None, content })])
                }
                other => other.clone(),
            })
            .collect();
        let filled = self.filled(&marked);
        let mut found = WordContent::default();
        let Some(document) = filled.first() else { return Ok(found) };
        let Ok(part) = Part::read_made(&document.xml) else { return Ok(found) };
        refuse_wide_rows(&part)?;
        let reader = Reader { part: &part, template: self, owned: &owned };
        if let Some(body) = part.elements.iter().position(|element| element.name == "body") {
            reader.children(body, &mut found);
        }
        Ok(found)
    }
}

/// T030 for a row of more cells than a program has for one, as a block makes that repeats a cell.
fn refuse_wide_rows(part: &Part<'_>) -> Result<()> {
    /// Word's own limit for a table's columns.
    const MOST_CELLS: usize = 63;
    let is_row = |at: &usize| part.elements[*at].name == "tr";
    let is_wide = |row: usize| columns::inside(part, row, "tc").len() > MOST_CELLS;
    if (0..part.elements.len()).filter(is_row).any(is_wide) {
        return Err(Diagnostic::new(Code::EndlessText).with("reason", "cells").with("most", MOST_CELLS));
    }
    Ok(())
}

/// What a mark stands for.
enum Own {
    Words(Vec<Inline>),
    Blocks(Vec<Block>),
}

fn mark(number: usize) -> String {
    format!("{OWN}{number}{END}")
}

struct Reader<'r> {
    part: &'r Part<'r>,
    template: &'r WordTemplate,
    owned: &'r [Own],
}

impl Reader<'_> {
    fn children(&self, container: usize, found: &mut WordContent) {
        for child in &self.part.elements[container].children {
            match self.part.elements[*child].name {
                "p" => self.paragraph(*child, found),
                "tbl" => self.table(*child, found),
                "sdt" | "sdtContent" | "customXml" | "ins" | "smartTag" => self.children(*child, found),
                _ => {}
            }
        }
    }

    fn paragraph(&self, index: usize, found: &mut WordContent) {
        let words = self.words(index);
        if let Some(blocks) = self.blocks(&words) {
            found.blocks.extend(blocks.iter().cloned());
            return;
        }
        let content = self.filled(&words);
        if content.is_empty() {
            return;
        }
        let style = self.part.child(index, "pPr").and_then(|at| self.part.value(at, "pStyle"));
        let styles = &self.template.styles;
        let block = match style {
            Some(id) if styles.titles.contains(&id) && found.title.is_empty() => {
                found.title = content;
                return;
            }
            None if self.is_first_and_centred(index, found) => {
                found.title = content;
                return;
            }
            Some(id) if styles.levels.contains_key(&id) => {
                let level = styles.levels[&id];
                Block::Heading(Heading { level, label: String::new(), content })
            }
            _ => Block::Paragraph(Paragraph { run_in: None, content }),
        };
        found.blocks.push(block);
    }

    /// A file without a style for it has its title in the middle of its first line.
    fn is_first_and_centred(&self, paragraph: usize, found: &WordContent) -> bool {
        let centred = self.part.child(paragraph, "pPr").and_then(|at| self.part.value(at, "jc"));
        found.title.is_empty() && found.blocks.is_empty() && centred.as_deref() == Some("center")
    }

    fn own(&self, text: &str) -> Option<&Own> {
        let number = text.strip_prefix(OWN)?.strip_suffix(END)?;
        self.owned.get(number.parse::<usize>().ok()?)
    }

    /// The blocks that stand in the stead of a paragraph of these words.
    fn blocks(&self, words: &[Inline]) -> Option<&[Block]> {
        match words {
            [Inline::Text(text)] => match self.own(text)? {
                Own::Blocks(blocks) => Some(blocks),
                Own::Words(_) => None,
            },
            [Inline::Marked(_, words)] => self.blocks(words),
            _ => None,
        }
    }

    /// The words of a paragraph, with marks in them.
    fn words(&self, paragraph: usize) -> Vec<Inline> {
        let (part, links) = (self.part, &self.template.links);
        let mut words: Vec<Inline> = Vec::new();
        let (mut skip, mut markings) = (0, Vec::new());
        // The link that is open, and the byte at which it ends; a field that is one, of which more may be inside each other.
        let mut link: Option<(usize, String)> = None;
        let mut fields: Vec<Field> = Vec::new();
        for index in part.inside(paragraph) {
            let element = &part.elements[index];
            if element.range.start < skip {
                continue;
            }
            match element.name {
                // What stands in a box, or was taken away, is beside the paragraph.
                "drawing" | "pict" | "object" | "del" | "moveFrom" | "pPr" | "rPr" => {
                    skip = element.range.end;
                }
                "hyperlink" => {
                    let address = part.attribute(index, "id").and_then(|id| links.get(&id).cloned());
                    link = address.filter(|address| is_followed(address)).map(|to| (element.range.end, to));
                }
                "fldChar" => match part.attribute(index, "fldCharType").as_deref() {
                    Some("begin") => fields.push(Field::default()),
                    Some("separate") => fields.iter_mut().last().into_iter().for_each(Field::show),
                    Some("end") => drop(fields.pop()),
                    _ => {}
                },
                "instrText" => {
                    if let Some(field) = fields.last_mut() {
                        field.instruction += &spelled(&part.xml[element.inner.clone()]);
                    }
                }
                "r" if is_hidden(part, index) => skip = element.range.end,
                "r" => {
                    link = link.filter(|(end, _)| element.range.start < *end);
                    let field = fields.iter().rev().find_map(|field| field.link.clone());
                    let outer = link.as_ref().map(|(_, address)| address.clone()).or(field);
                    markings = outer.map(Marking::Link).into_iter().chain(markings_of(part, index)).collect();
                }
                "t" => put(&mut words, &markings, Inline::Text(spelled(&part.xml[element.inner.clone()]))),
                "tab" => put(&mut words, &markings, Inline::Text(" ".to_owned())),
                "noBreakHyphen" => put(&mut words, &markings, Inline::Text("-".to_owned())),
                "br" | "cr" if part.attribute(index, "type").is_none() => words.push(Inline::LineBreak),
                _ => {}
            }
        }
        words
    }

    /// Words with what their marks stand for.
    fn filled(&self, words: &[Inline]) -> Vec<Inline> {
        let mut filled = Vec::new();
        for word in words {
            let text = match word {
                Inline::Text(text) => text,
                Inline::Marked(marking, content) => {
                    filled.push(Inline::Marked(marking.clone(), self.filled(content)));
                    continue;
                }
                other => {
                    filled.push(other.clone());
                    continue;
                }
            };
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once(OWN) {
                let Some((number, tail)) = after.split_once(END) else { break };
                push(&mut filled, before);
                if let Some(Own::Words(own)) = number.parse::<usize>().ok().and_then(|at| self.owned.get(at))
                {
                    for word in own {
                        match word {
                            Inline::Text(text) => push(&mut filled, text),
                            other => filled.push(other.clone()),
                        }
                    }
                }
                rest = tail;
            }
            push(&mut filled, rest);
        }
        filled
    }

    fn table(&self, index: usize, found: &mut WordContent) {
        let rows: Vec<Row> = self.rows(index).into_iter().map(|row| (row, self.cells(row))).collect();
        let rows = cells(self.part, &rows, |cell| self.cell(cell));
        let wanted = rows.first().map_or(0, |row| row.iter().map(|cell| cell.columns).sum());
        let head = head_rows(&rows);
        if let Ok(table) = Table::new(vec![Column::default(); wanted], head, rows) {
            found.blocks.push(Block::Table(table));
        }
    }

    fn rows(&self, table: usize) -> Vec<usize> {
        let mut rows = Vec::new();
        for child in &self.part.elements[table].children {
            match self.part.elements[*child].name {
                "tr" if !self.is_gone(*child) => rows.push(*child),
                "sdt" | "sdtContent" | "customXml" | "ins" => rows.extend(self.rows(*child)),
                _ => {}
            }
        }
        rows
    }

    /// Whether a row is one that was taken away while changes were tracked.
    fn is_gone(&self, row: usize) -> bool {
        let properties = self.part.child(row, "trPr");
        properties.is_some_and(|properties| self.part.child(properties, "del").is_some())
    }

    /// The elements of a row's cells.
    fn cells(&self, row: usize) -> Vec<usize> {
        let mut cells = Vec::new();
        for child in &self.part.elements[row].children {
            match self.part.elements[*child].name {
                "tc" => cells.push(*child),
                "sdt" | "sdtContent" | "customXml" => cells.extend(self.cells(*child)),
                _ => {}
            }
        }
        cells
    }

    fn cell(&self, cell: usize) -> Vec<Inline> {
        let mut words = Vec::new();
        for index in self.part.inside(cell).filter(|index| self.part.elements[*index].name == "p") {
            let own = self.words(index);
            let own = match self.blocks(&own) {
                Some(blocks) => lines(blocks),
                None => vec![self.filled(&own)],
            };
            for line in own.into_iter().filter(|line| !line.is_empty()) {
                if !words.is_empty() {
                    words.push(Inline::LineBreak);
                }
                words.extend(line);
            }
        }
        words
    }
}

/// What blocks say as lines of a cell, which holds no blocks.
fn lines(blocks: &[Block]) -> Vec<Vec<Inline>> {
    let labelled = |label: &str, content: &[Inline]| {
        let label = Inline::Text(label.to_owned());
        let words = std::iter::once(label).chain(content.iter().cloned());
        words.filter(|word| !matches!(word, Inline::Text(text) if text.is_empty())).collect::<Vec<_>>()
    };
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => lines.push(labelled(&heading.label, &heading.content)),
            Block::Paragraph(paragraph) => {
                let run_in = paragraph.run_in.as_ref();
                let strong = run_in.map(|heading| Inline::Strong(labelled(&heading.label, &heading.content)));
                lines.push(strong.into_iter().chain(paragraph.content.iter().cloned()).collect());
            }
            Block::List(items) => {
                lines.extend(items.iter().map(|item| labelled(&item.label, &item.content)));
            }
            Block::Table(table) => {
                lines.push(table.caption.clone());
                lines.extend(table.rows().iter().flatten().map(|cell| cell.content.clone()));
            }
            Block::Image(image) => lines.push(image.caption.clone()),
            Block::PageBreak | Block::Contents { .. } => {}
        }
    }
    lines
}

fn push(words: &mut Vec<Inline>, text: &str) {
    match words.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(last)) => last.push_str(text),
        _ => words.push(Inline::Text(text.to_owned())),
    }
}

fn spelled(raw: &str) -> String {
    quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), Cow::into_owned)
}
