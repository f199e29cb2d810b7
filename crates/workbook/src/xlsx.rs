//! Workbooks of XML parts.

use quick_xml::events::BytesStart;

use crate::book::{Book, Cell, Range, Sheet, cell_name};
use crate::limits::{Budget, Unreadable};
use crate::opc::{self, Relations};
use crate::package::Package;
use crate::struck::{Runs, SharedText, Struck};
use crate::styles::{Style, Styles};
use crate::xml::{Next, Xml, attribute, is_set, number};

/// Rows and columns that a sheet has at most.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;

/// Reads a workbook whose main part has this name.
pub(crate) fn read(package: &mut Package<'_>, main: &str) -> Result<Book, Unreadable> {
    let relations = opc::relations(package, main)?;
    let (mut book, mut listed) = (Book::default(), Vec::new());
    Xml::open(package, main)?.each(|name, start| {
        match name {
            "workbookPr" => book.is_1904 = is_set(start, "date1904"),
            "sheet" => {
                let is_visible =
                    !matches!(attribute(start, "state").as_deref(), Some("hidden" | "veryHidden"));
                let name = attribute(start, "name").unwrap_or_default();
                listed.push((name, attribute(start, "id").unwrap_or_default(), is_visible));
            }
            _ => {}
        }
        Ok(())
    })?;
    let mut budget = Budget::default();
    let mut styles = styles(package, &relations)?;
    styles.is_1904 = book.is_1904;
    let strings = match opc::part_of_kind(package, &relations, "sharedStrings")? {
        Some(part) => strings(package, &part)?,
        None => Vec::new(),
    };
    for (name, id, is_visible) in listed {
        let relation = relations.get(&id).ok_or_else(|| Unreadable::broken(&name))?;
        if relation.kind == "worksheet" {
            let reader = Cells { styles: &styles, strings: &strings, budget: &mut budget };
            let mut sheet = reader.sheet(package, &relation.target, Sheet::new(name, is_visible))?;
            if let Some(part) = opc::comments(package, &relation.target)? {
                comments(package, &part, &mut sheet, &mut budget)?;
            }
            book.add(sheet)?;
        }
    }
    Ok(book)
}

fn styles(package: &mut Package<'_>, relations: &Relations) -> Result<Styles, Unreadable> {
    let mut styles = Styles::default();
    let Some(part) = opc::part_of_kind(package, relations, "styles")? else { return Ok(styles) };
    let (mut listed, mut is_cells, mut is_fonts) = (Vec::<Style>::new(), false, false);
    let mut xml = Xml::open(package, &part)?;
    loop {
        match xml.next()? {
            Next::Open(start) => match start.local_name().as_ref() {
                "numFmt" => {
                    if let Some((id, code)) = number(&start, "numFmtId").zip(attribute(&start, "formatCode"))
                    {
                        styles.code(id, code);
                    }
                }
                "fonts" => is_fonts = true,
                "font" if is_fonts => styles.font(false),
                "strike" if is_fonts && strikes(&start) => styles.strike(),
                "cellXfs" => is_cells = true,
                "xf" if is_cells => {
                    let of = |name: &str| number(&start, name).unwrap_or(0);
                    listed.push(Style { number: of("numFmtId"), font: of("fontId"), indent: 0 });
                }
                "alignment" if is_cells => {
                    if let (Some(style), Some(indent)) = (listed.last_mut(), number(&start, "indent")) {
                        style.indent = u8::try_from(indent).unwrap_or(u8::MAX);
                    }
                }
                _ => {}
            },
            Next::Close(end) => match end.local_name().as_ref() {
                "cellXfs" => is_cells = false,
                "fonts" => is_fonts = false,
                _ => {}
            },
            Next::End => break,
            Next::Text(_) => {}
        }
    }
    listed.into_iter().for_each(|style| styles.style(style));
    Ok(styles)
}

/// Which cells have comments.
fn comments(
    package: &mut Package<'_>,
    part: &str,
    sheet: &mut Sheet,
    budget: &mut Budget,
) -> Result<(), Unreadable> {
    Xml::open(package, part)?.each(|name, start| {
        let at = attribute(start, "ref").filter(|_| name == "comment").and_then(|name| address(&name));
        at.map_or(Ok(()), |at| sheet.comment(at, budget))
    })
}

/// Whether an element that strikes out does.
fn strikes(start: &BytesStart<'_>) -> bool {
    attribute(start, "val").is_none_or(|said| said != "0" && said != "false")
}

/// The strings that cells share.
fn strings(package: &mut Package<'_>, part: &str) -> Result<Vec<SharedText>, Unreadable> {
    let (mut strings, mut budget) = (Vec::new(), Budget::default());
    let mut xml = Xml::open(package, part)?;
    loop {
        match xml.next()? {
            Next::Open(start) if start.local_name().as_ref() == "si" => {
                let text = rich(&mut xml, "si")?;
                budget.cells(1)?;
                budget.text(text.text.len())?;
                strings.push(text);
            }
            Next::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of an element with runs, to its end; readings above the characters are none of it.
fn rich(xml: &mut Xml<'_, '_>, end: &str) -> Result<SharedText, Unreadable> {
    let (mut text, mut is_text, mut is_reading) = (String::new(), false, false);
    // What a run says of itself stands before its text.
    let (mut runs, mut is_struck) = (Runs::default(), None);
    loop {
        match xml.next()? {
            Next::Open(start) => match start.local_name().as_ref() {
                "t" => is_text = !is_reading,
                "rPh" => is_reading = true,
                "r" => is_struck = None,
                "rPr" => is_struck = Some(false),
                "strike" if !is_reading => is_struck = Some(strikes(&start)),
                _ => {}
            },
            Next::Close(close) => match close.local_name().as_ref() {
                "t" => is_text = false,
                "rPh" => is_reading = false,
                name if name == end => return Ok(SharedText { text: unescaped(&text).into(), runs }),
                _ => {}
            },
            Next::Text(part) if is_text => {
                runs.note(&part, is_struck);
                text.push_str(&part);
            }
            Next::Text(_) => {}
            Next::End => return Err(Unreadable::broken(end)),
        }
    }
}

/// Characters that XML cannot hold are written `_x000D_`.
fn unescaped(text: &str) -> String {
    if !text.contains("_x") {
        return text.replace("\r\n", "\n");
    }
    let (mut plain, mut rest, mut units) = (String::with_capacity(text.len()), text, Vec::new());
    let flush = |units: &mut Vec<u16>, plain: &mut String| {
        plain.push_str(&String::from_utf16_lossy(&std::mem::take(units)));
    };
    while let Some(character) = rest.chars().next() {
        let code = rest.strip_prefix("_x").and_then(|after| {
            let (code, tail) = after.split_at_checked(4)?;
            let unit =
                u16::from_str_radix(code, 16).ok().filter(|_| code.bytes().all(|b| b.is_ascii_hexdigit()))?;
            Some((unit, tail.strip_prefix('_')?))
        });
        if let Some((unit, tail)) = code {
            units.push(unit);
            rest = tail;
        } else {
            flush(&mut units, &mut plain);
            plain.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    flush(&mut units, &mut plain);
    plain.replace("\r\n", "\n")
}

/// What cells are read with.
struct Cells<'c> {
    styles: &'c Styles,
    strings: &'c [SharedText],
    budget: &'c mut Budget,
}

/// A cell as it is read.
#[derive(Default)]
struct Raw {
    at: (u32, u32),
    style: usize,
    kind: String,
    value: Option<String>,
    inline: Option<SharedText>,
    has_formula: bool,
}

impl Cells<'_> {
    fn sheet(self, package: &mut Package<'_>, part: &str, mut sheet: Sheet) -> Result<Sheet, Unreadable> {
        let mut xml = Xml::open(package, part)?;
        let (mut row, mut column, mut is_value) = (0_u32, 0_u32, false);
        let (mut next_row, mut raw) = (0_u32, Raw::default());
        loop {
            match xml.next()? {
                Next::Open(start) => match start.local_name().as_ref() {
                    "row" => {
                        row = number(&start, "r").map_or(next_row, |row| row.saturating_sub(1));
                        (next_row, column) = (row.saturating_add(1), 0);
                        if is_set(&start, "hidden") {
                            self.budget.cells(1)?;
                            sheet.hidden_rows.push(row);
                        }
                    }
                    "c" => {
                        let read = raw_cell(&start, (row, column));
                        raw = read.ok_or_else(|| Unreadable::broken(format!("{}: {row}", sheet.name)))?;
                        column = raw.at.1 + 1;
                    }
                    "v" => is_value = true,
                    "f" => raw.has_formula = true,
                    "is" => raw.inline = Some(rich(&mut xml, "is")?),
                    "col" if is_set(&start, "hidden") => {
                        let columns = number(&start, "min").zip(number(&start, "max"));
                        self.budget.cells(1)?;
                        let from_0 = |(min, max): (u32, u32)| (min.saturating_sub(1), max.saturating_sub(1));
                        sheet.hidden_columns.extend(columns.map(from_0));
                    }
                    "mergeCell" => {
                        self.budget.cells(1)?;
                        sheet.merged.extend(attribute(&start, "ref").and_then(|name| range(&name)));
                    }
                    _ => {}
                },
                Next::Text(text) if is_value => raw.value.get_or_insert_default().push_str(&text),
                Next::Text(_) => {}
                Next::Close(close) => match close.local_name().as_ref() {
                    "v" => is_value = false,
                    "c" => {
                        let raw = std::mem::take(&mut raw);
                        let (at, struck) = (raw.at, self.struck(&raw));
                        let broken = || {
                            let place = cell_name(at);
                            Unreadable::broken(format!("{}!{place}", sheet.name))
                        };
                        if let Some(cell) = self.cell(raw).map_err(|()| broken())? {
                            sheet.put(at, cell, self.budget)?;
                            sheet.strike(at, struck, self.budget)?;
                        }
                    }
                    _ => {}
                },
                Next::End => return Ok(sheet),
            }
        }
    }

    /// The text that a cell shares.
    fn shared(&self, raw: &Raw) -> Option<&SharedText> {
        let value = raw.value.as_deref().filter(|_| raw.kind == "s")?;
        self.strings.get(value.trim().parse::<usize>().ok()?)
    }

    /// How much of a cell is struck out.
    fn struck(&self, raw: &Raw) -> Struck {
        let is_struck = self.styles.is_struck(raw.style);
        let text = raw.inline.as_ref().or_else(|| self.shared(raw));
        text.map_or(Struck::of(is_struck), |text| text.runs.within(is_struck))
    }

    /// What a cell holds: nothing for blanks, a fault where it cannot be told.
    fn cell(&self, raw: Raw) -> Result<Option<Cell>, ()> {
        let text = |text: String| self.styles.text(text, raw.style);
        if let Some(inline) = raw.inline {
            return Ok(text(inline.text.into()));
        }
        let Some(value) = raw.value.filter(|value| !value.is_empty() || raw.kind == "str") else {
            // What came to no text is there, and was computed.
            return Ok((raw.has_formula && raw.kind != "str").then_some(Cell::Pending));
        };
        Ok(match raw.kind.as_str() {
            "s" => {
                let at: usize = value.trim().parse().map_err(drop)?;
                text(self.strings.get(at).ok_or(())?.text.to_string())
            }
            "str" | "inlineStr" => text(unescaped(&value)),
            "b" => match value.trim() {
                "1" | "true" => Some(Cell::Boolean(true)),
                "0" | "false" => Some(Cell::Boolean(false)),
                _ => return Err(()),
            },
            "e" => Some(Cell::Error(value.trim().into())),
            "d" => Some(Cell::Iso(value.trim().into())),
            "" | "n" => Some(self.styles.number(value.trim().parse().map_err(drop)?, raw.style)),
            _ => return Err(()),
        })
    }
}

/// A cell as it opens, `next` being where it stands if it does not say; nothing where it stands in no sheet.
fn raw_cell(start: &BytesStart<'_>, next: (u32, u32)) -> Option<Raw> {
    let mut raw = Raw { at: next, ..Raw::default() };
    for attribute in start.attributes().with_checks(false).flatten() {
        let value = &*attribute.value;
        match attribute.key.as_ref() {
            "r" => raw.at = address(value)?,
            "s" => raw.style = value.trim().parse().unwrap_or(0),
            "t" => value.clone_into(&mut raw.kind),
            _ => {}
        }
    }
    (raw.at.0 < ROWS && raw.at.1 < COLUMNS).then_some(raw)
}

/// A cell by its name: `B12`.
fn address(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let place = u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|at| *at < 26)?);
        sum.checked_mul(26)?.checked_add(place + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn range(name: &str) -> Option<Range> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    Some(Range { first: address(first)?, last: address(last)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_that_came_to_no_text_was_computed() {
        let (styles, mut budget) = (Styles::default(), Budget::default());
        let cells = Cells { styles: &styles, strings: &[], budget: &mut budget };
        let raw = |kind: &str, value: Option<&str>| Raw {
            kind: kind.to_owned(),
            value: value.map(str::to_owned),
            has_formula: true,
            ..Raw::default()
        };
        assert_eq!(cells.cell(raw("str", None)), Ok(None));
        assert_eq!(cells.cell(raw("str", Some(""))), Ok(None));
        assert_eq!(cells.cell(raw("", Some(""))), Ok(Some(Cell::Pending)));
        assert_eq!(cells.cell(raw("", None)), Ok(Some(Cell::Pending)));
    }
}
