//! Workbooks of binary parts.

use std::io::Read;

use crate::binary::{Bytes, STRUCK, error, packed};
use crate::book::{Book, Cell, Range, Sheet};
use crate::limits::{Budget, Limit, Unreadable};
use crate::opc::{self, Relations};
use crate::package::{Package, Part};
use crate::struck::{Runs, SharedText, Struck};
use crate::styles::{Style, Styles};

/// Bytes of a record that is read at all.
const RECORD: usize = 1 << 20;

/// Reads a workbook whose main part has this name.
pub(crate) fn read(package: &mut Package<'_>, main: &str) -> Result<Book, Unreadable> {
    let relations = opc::relations(package, main)?;
    let (mut book, mut listed) = (Book::default(), Vec::new());
    each(package, main, |kind, mut record| {
        match kind {
            153 => book.is_1904 = record.u32()? & 1 == 1,
            156 => {
                let is_visible = record.u32()? == 0;
                record.u32()?;
                let (id, name) = (record.wide()?, record.wide()?);
                listed.push((name, id, is_visible));
            }
            _ => {}
        }
        Ok(())
    })?;
    let mut budget = Budget::default();
    let mut styles = styles(package, &relations)?;
    styles.is_1904 = book.is_1904;
    let strings = match opc::part_of_kind(package, &relations, "sharedStrings")? {
        Some(part) => strings(package, &part, &styles)?,
        None => Vec::new(),
    };
    for (name, id, is_visible) in listed {
        let relation = relations.get(&id).ok_or_else(|| Unreadable::broken(&name))?;
        if relation.kind == "worksheet" {
            let sheet = Sheet::new(name, is_visible);
            let mut reader =
                Cells { styles: &styles, strings: &strings, budget: &mut budget, sheet, at: (0, 0) };
            each(package, &relation.target, |kind, record| reader.record(kind, record))?;
            if let Some(part) = opc::comments(package, &relation.target)? {
                each(package, &part, |kind, record| reader.comment(kind, record))?;
            }
            book.add(reader.sheet)?;
        }
    }
    Ok(book)
}

/// Every record of a part.
fn each(
    package: &mut Package<'_>,
    name: &str,
    mut see: impl FnMut(u32, Bytes<'_>) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let mut part = package.part(name)?;
    let mut record = Vec::new();
    while let Some(kind) = variable(&mut part, 2)? {
        let size = variable(&mut part, 4)?.ok_or_else(|| Unreadable::broken(name))?;
        let size = usize::try_from(size).map_err(Unreadable::broken)?;
        if size > RECORD {
            return Err(Unreadable::Large(Limit::Text));
        }
        record.clear();
        record.resize(size, 0);
        part.read_exact(&mut record)?;
        see(kind, Bytes(&record))?;
    }
    Ok(())
}

/// A number of seven bits a byte; `None` at the end of the part.
fn variable(part: &mut Part<'_, '_>, most: u32) -> Result<Option<u32>, Unreadable> {
    let mut number = 0;
    for at in 0..most {
        let mut byte = [0];
        if part.read(&mut byte)? == 0 {
            return if at == 0 { Ok(None) } else { Err(Unreadable::broken("record")) };
        }
        // A record's kind keeps the mark that another byte follows in its own number.
        number |= u32::from(byte[0] & 0x7F) << (7 * at);
        if byte[0] & 0x80 == 0 {
            break;
        }
    }
    Ok(Some(number))
}

fn styles(package: &mut Package<'_>, relations: &Relations) -> Result<Styles, Unreadable> {
    let mut styles = Styles::default();
    let Some(part) = opc::part_of_kind(package, relations, "styles")? else { return Ok(styles) };
    let (mut listed, mut is_cells) = (Vec::new(), false);
    each(package, &part, |kind, mut record| {
        match kind {
            44 => {
                let number = record.u16()?;
                styles.code(u32::from(number), record.wide()?);
            }
            43 => {
                record.u16()?;
                styles.font(record.u16()? & STRUCK != 0);
            }
            617 => is_cells = true,
            618 => is_cells = false,
            47 if is_cells => {
                record.u16()?;
                let (number, font) = (u32::from(record.u16()?), u32::from(record.u16()?));
                // A fill, a border and how far it is turned stand before.
                let indent = record.take(6).map_or(0, |bytes| bytes[5]);
                listed.push(Style { number, font, indent });
            }
            _ => {}
        }
        Ok(())
    })?;
    listed.into_iter().for_each(|style| styles.style(style));
    Ok(styles)
}

/// The strings that cells share.
fn strings(package: &mut Package<'_>, part: &str, styles: &Styles) -> Result<Vec<SharedText>, Unreadable> {
    let (mut strings, mut budget) = (Vec::new(), Budget::default());
    each(package, part, |kind, record| {
        if kind == 19 {
            let text = rich(record, styles)?;
            budget.cells(1)?;
            budget.text(text.text.len())?;
            strings.push(text);
        }
        Ok(())
    })?;
    Ok(strings)
}

/// A text with its runs, where it has any.
fn rich(mut record: Bytes<'_>, styles: &Styles) -> Result<SharedText, Unreadable> {
    let is_rich = record.u8()? & 1 == 1;
    let text = record.wide()?;
    let mut starts = Vec::new();
    if is_rich {
        record.u32()?;
        while record.0.len() >= 4 {
            starts.push((usize::from(record.u16()?), styles.is_striking(u32::from(record.u16()?))));
        }
    }
    let runs = Runs::of(&text, &starts);
    Ok(SharedText { text: text.replace("\r\n", "\n").into(), runs })
}

/// A sheet as its records are read.
struct Cells<'c> {
    styles: &'c Styles,
    strings: &'c [SharedText],
    budget: &'c mut Budget,
    sheet: Sheet,
    /// The row, and the column that comes next.
    at: (u32, u32),
}

impl Cells<'_> {
    fn record(&mut self, kind: u32, mut record: Bytes<'_>) -> Result<(), Unreadable> {
        match kind {
            0 => {
                self.at = (record.u32()?, 0);
                record.take(7)?;
                if record.u8()? & 0x10 != 0 {
                    self.budget.cells(1)?;
                    self.sheet.hidden_rows.push(self.at.0);
                }
            }
            1..=18 | 62 => {
                let is_short = (12..=18).contains(&kind);
                if !is_short {
                    self.at.1 = record.u32()?;
                }
                let style = usize::try_from(record.u32()? & 0xFF_FFFF).unwrap_or(usize::MAX);
                let (cell, struck) = self.cell(kind, record, style)?;
                if let Some(cell) = cell {
                    self.sheet.put(self.at, cell, self.budget)?;
                    self.sheet.strike(self.at, struck, self.budget)?;
                }
                self.at.1 = self.at.1.saturating_add(1);
            }
            60 => {
                let (first, last) = (record.u32()?, record.u32()?);
                record.take(8)?;
                if record.u16()? & 1 == 1 {
                    self.budget.cells(1)?;
                    self.sheet.hidden_columns.push((first, last));
                }
            }
            176 => {
                let (top, bottom, left, right) = (record.u32()?, record.u32()?, record.u32()?, record.u32()?);
                self.budget.cells(1)?;
                self.sheet.merged.push(Range { first: (top, left), last: (bottom, right) });
            }
            _ => {}
        }
        Ok(())
    }

    /// Notes the cell of a comment.
    fn comment(&mut self, kind: u32, mut record: Bytes<'_>) -> Result<(), Unreadable> {
        if kind != 635 {
            return Ok(());
        }
        let (_author, row, _last, column) = (record.u32()?, record.u32()?, record.u32()?, record.u32()?);
        self.sheet.comment((row, column), self.budget)
    }

    /// What a cell holds, and how much of it is struck out.
    fn cell(
        &self,
        kind: u32,
        mut record: Bytes<'_>,
        style: usize,
    ) -> Result<(Option<Cell>, Struck), Unreadable> {
        let is_struck = self.styles.is_struck(style);
        let number = |value: f64| Some(self.styles.number(value, style));
        let text =
            |text: &SharedText| (self.styles.text(text.text.to_string(), style), text.runs.within(is_struck));
        let cell = match kind {
            2 | 13 => number(packed(record.u32()?)),
            3 | 11 | 14 => Some(Cell::Error(error(record.u8()?).into())),
            4 | 10 | 15 => Some(Cell::Boolean(record.u8()? != 0)),
            5 | 9 | 16 => number(record.f64()?),
            6 | 8 | 17 => self.styles.text(record.wide()?.replace("\r\n", "\n"), style),
            7 | 18 => {
                let at = usize::try_from(record.u32()?).unwrap_or(usize::MAX);
                let place =
                    || Unreadable::broken(format!("{}!{}", self.sheet.name, crate::book::cell_name(self.at)));
                return Ok(text(self.strings.get(at).ok_or_else(place)?));
            }
            62 => return Ok(text(&rich(record, self.styles)?)),
            _ => None,
        };
        Ok((cell, Struck::of(is_struck)))
    }
}
