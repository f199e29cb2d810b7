//! Workbooks of records in one stream, as programs wrote them from 1995 to 2003 and still do.

use encoding_rs::Encoding;

use crate::binary::{Bytes, STRUCK, error, packed};
use crate::book::{Book, Cell, Range, Sheet};
use crate::limits::{Budget, Unreadable};
use crate::locked;
use crate::struck::{Runs, SharedText, Struck};
use crate::styles::{Style, Styles};
use crate::xls_text::{Data, code_page};

/// A record: what it is, and its data.
type Record<'r> = (u16, &'r [u8]);

/// The records of a stream from a place on.
struct Records<'r> {
    rest: &'r [u8],
}

impl<'r> Iterator for Records<'r> {
    type Item = Result<Record<'r>, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() || self.rest.iter().take(4).all(|byte| *byte == 0) {
            return None;
        }
        let mut bytes = Bytes(self.rest);
        let mut read = || -> Result<Record<'r>, Unreadable> {
            let (kind, size) = (bytes.u16()?, bytes.u16()?);
            Ok((kind, bytes.take(usize::from(size))?))
        };
        let record = read();
        self.rest = if record.is_ok() { bytes.0 } else { &[] };
        Some(record)
    }
}

/// What the head of a workbook says.
struct Head {
    is_unicode: bool,
    encoding: &'static Encoding,
    styles: Styles,
    strings: Vec<SharedText>,
    /// Where sheets of cells begin, with their names, and whether they are seen.
    sheets: Vec<(usize, String, bool)>,
}

/// Reads a workbook.
pub(crate) fn read(mut stream: Vec<u8>) -> Result<Book, Unreadable> {
    let mut lock = None;
    for record in (Records { rest: &stream }) {
        match record? {
            (0x2F, data) => lock = Some(data.to_vec()),
            (0x0A, _) => break,
            _ => {}
        }
    }
    if let Some(lock) = lock {
        locked::stream(&mut stream, &lock)?;
    }
    let head = head(&stream)?;
    let mut book = Book { is_1904: head.styles.is_1904, sheets: Vec::new() };
    let mut budget = Budget::default();
    for (at, (start, name, is_visible)) in head.sheets.iter().enumerate() {
        let rest = stream.get(*start..).ok_or_else(|| Unreadable::broken(name))?;
        if head.sheets[..at].iter().any(|(other, ..)| other == start) {
            return Err(Unreadable::broken(name));
        }
        let sheet = Sheet::new(name.clone(), *is_visible);
        let reader = Cells { head: &head, budget: &mut budget, sheet, formula: None };
        book.add(reader.read(rest)?)?;
    }
    Ok(book)
}

/// Reads the records before the sheets.
fn head(stream: &[u8]) -> Result<Head, Unreadable> {
    let mut head = Head {
        is_unicode: true,
        encoding: encoding_rs::WINDOWS_1252,
        styles: Styles::default(),
        strings: Vec::new(),
        sheets: Vec::new(),
    };
    let (mut listed, mut sheets) = (Vec::new(), Vec::new());
    let mut records = Records { rest: stream }.peekable();
    while let Some(record) = records.next() {
        let (kind, data) = record?;
        let mut bytes = Bytes(data);
        match kind {
            0x809 => match bytes.u16()? {
                0x600 => {}
                0x500 => head.is_unicode = false,
                other => return Err(Unreadable::Format(format!("BIFF {other:#x}"))),
            },
            0x42 => head.encoding = code_page(bytes.u16()?),
            0x22 => head.styles.is_1904 = bytes.u16()? == 1,
            0x85 => sheets.push(data),
            0x41E => {
                let number = bytes.u16()?;
                let code = if head.is_unicode { wide(bytes)? } else { narrow_short(bytes, head.encoding)? };
                head.styles.code(u32::from(number), code);
            }
            0x31 => {
                bytes.u16()?;
                head.styles.font(bytes.u16()? & STRUCK != 0);
            }
            0xE0 => {
                let font = font(bytes.u16()?);
                let number = u32::from(bytes.u16()?);
                // What it inherits, how it is aligned and how far it is turned stand before; older ones do not say.
                let indent = bytes.take(5).map_or(0, |bytes| bytes[4] & 0xF);
                listed.push(Style { number, font, indent: if head.is_unicode { indent } else { 0 } });
            }
            0xFC => {
                let mut pieces = vec![data];
                while let Some(Ok((0x3C, more))) = records.peek() {
                    pieces.push(more);
                    records.next();
                }
                head.strings = strings(&mut Data::new(pieces), &head.styles)?;
            }
            0x0A => break,
            _ => {}
        }
    }
    listed.into_iter().for_each(|style| head.styles.style(style));
    for data in sheets {
        let mut bytes = Bytes(data);
        let (start, state, kind) = (bytes.u32()?, bytes.u8()?, bytes.u8()?);
        let name = if head.is_unicode { wide_short(bytes)? } else { narrow_short(bytes, head.encoding)? };
        if kind == 0 {
            let start = usize::try_from(start).map_err(Unreadable::broken)?;
            head.sheets.push((start, name, matches!(state & 3, 0)));
        }
    }
    Ok(head)
}

/// The place of a font in the list of them: none has number 4.
fn font(number: u16) -> u32 {
    u32::from(number - u16::from(number > 4))
}

/// A text with its runs, by their first characters and their fonts.
fn shared((text, runs): (String, Vec<(usize, u16)>), styles: &Styles) -> SharedText {
    let starts: Vec<(usize, bool)> =
        runs.into_iter().map(|(start, number)| (start, styles.is_striking(font(number)))).collect();
    let runs = Runs::of(&text, &starts);
    SharedText { text: text.replace("\r\n", "\n").into(), runs }
}

/// The strings that cells share.
fn strings(data: &mut Data<'_>, styles: &Styles) -> Result<Vec<SharedText>, Unreadable> {
    let (mut strings, mut budget) = (Vec::new(), Budget::default());
    let (_, count) = (data.u32()?, data.u32()?);
    for _ in 0..count {
        if data.is_over() {
            return Err(Unreadable::broken("SST"));
        }
        let count = usize::from(data.u16()?);
        let text = shared(data.rich(count)?, styles);
        budget.cells(1)?;
        budget.text(text.text.len())?;
        strings.push(text);
    }
    Ok(strings)
}

fn wide(mut bytes: Bytes<'_>) -> Result<String, Unreadable> {
    let count = usize::from(bytes.u16()?);
    Data::new(vec![bytes.0]).characters(count)
}

fn wide_short(mut bytes: Bytes<'_>) -> Result<String, Unreadable> {
    let count = usize::from(bytes.u8()?);
    Data::new(vec![bytes.0]).characters(count)
}

fn narrow_short(mut bytes: Bytes<'_>, encoding: &'static Encoding) -> Result<String, Unreadable> {
    let count = usize::from(bytes.u8()?);
    Ok(encoding.decode_without_bom_handling(bytes.take(count)?).0.into_owned())
}

/// A sheet as its records are read.
struct Cells<'c> {
    head: &'c Head,
    budget: &'c mut Budget,
    sheet: Sheet,
    /// A formula whose text comes next.
    formula: Option<((u32, u32), usize)>,
}

impl Cells<'_> {
    fn read(mut self, rest: &[u8]) -> Result<Sheet, Unreadable> {
        let mut depth = 0_usize;
        let mut records = Records { rest }.peekable();
        while let Some(record) = records.next() {
            let (kind, data) = record?;
            match kind {
                0x809 => depth += 1,
                0x0A => depth = depth.saturating_sub(1),
                0x207 if depth == 1 => {
                    let mut pieces = vec![data];
                    while let Some(Ok((0x3C, more))) = records.peek() {
                        pieces.push(more);
                        records.next();
                    }
                    self.text_of_formula(&pieces)?;
                }
                // Charts in a sheet have records of their own.
                _ if depth == 1 => self.record(kind, data)?,
                _ => {}
            }
            if depth == 0 {
                return Ok(self.sheet);
            }
        }
        Err(Unreadable::broken(&self.sheet.name))
    }

    fn put(&mut self, at: (u32, u32), style: usize, cell: Option<Cell>) -> Result<(), Unreadable> {
        self.put_struck(at, cell, Struck::of(self.head.styles.is_struck(style)))
    }

    fn put_struck(&mut self, at: (u32, u32), cell: Option<Cell>, struck: Struck) -> Result<(), Unreadable> {
        let Some(cell) = cell else { return Ok(()) };
        self.sheet.strike(at, struck, self.budget)?;
        self.sheet.put(at, cell, self.budget)
    }

    /// Puts a text with runs.
    fn put_text(&mut self, at: (u32, u32), style: usize, text: &SharedText) -> Result<(), Unreadable> {
        let styles = &self.head.styles;
        let struck = text.runs.within(styles.is_struck(style));
        self.put_struck(at, styles.text(text.text.to_string(), style), struck)
    }

    fn record(&mut self, kind: u16, data: &[u8]) -> Result<(), Unreadable> {
        let mut bytes = Bytes(data);
        match kind {
            // LABELSST, LABEL, RSTRING
            0xFD | 0x204 | 0xD6 => {
                let at = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
                let style = usize::from(bytes.u16()?);
                if kind != 0xFD {
                    let text = self.label(&[bytes.0], kind == 0xD6)?;
                    return self.put_text(at, style, &text);
                }
                let index = usize::try_from(bytes.u32()?).unwrap_or(usize::MAX);
                let place =
                    || Unreadable::broken(format!("{}!{}", self.sheet.name, crate::book::cell_name(at)));
                let head = self.head;
                self.put_text(at, style, head.strings.get(index).ok_or_else(place)?)?;
            }
            // NUMBER, RK, BOOLERR, FORMULA
            0x203 | 0x27E | 0x205 | 0x06 | 0x206 | 0x406 => {
                let at = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
                let style = usize::from(bytes.u16()?);
                let cell = self.cell(kind, at, style, bytes)?;
                self.put(at, style, cell)?;
            }
            // MULRK
            0xBD => {
                let row = u32::from(bytes.u16()?);
                let mut column = u32::from(bytes.u16()?);
                while bytes.0.len() >= 6 {
                    let style = usize::from(bytes.u16()?);
                    let cell = self.head.styles.number(packed(bytes.u32()?), style);
                    self.put((row, column), style, Some(cell))?;
                    column += 1;
                }
            }
            // ROW
            0x208 => {
                let row = bytes.u16()?;
                bytes.take(10)?;
                if bytes.u16()? & 0x20 != 0 {
                    self.budget.cells(1)?;
                    self.sheet.hidden_rows.push(u32::from(row));
                }
            }
            // COLINFO
            0x7D => {
                let (first, last) = (bytes.u16()?, bytes.u16()?);
                bytes.take(4)?;
                if bytes.u16()? & 1 == 1 {
                    self.budget.cells(1)?;
                    self.sheet.hidden_columns.push((u32::from(first), u32::from(last)));
                }
            }
            // NOTE
            0x1C => {
                let at = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
                self.sheet.comment(at, self.budget)?;
            }
            // MERGEDCELLS
            0xE5 => {
                for _ in 0..bytes.u16()? {
                    let mut next = || bytes.u16().map(u32::from);
                    let (top, bottom, left, right) = (next()?, next()?, next()?, next()?);
                    self.budget.cells(1)?;
                    self.sheet.merged.push(Range { first: (top, left), last: (bottom, right) });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn cell(
        &mut self,
        kind: u16,
        at: (u32, u32),
        style: usize,
        mut bytes: Bytes<'_>,
    ) -> Result<Option<Cell>, Unreadable> {
        let styles = &self.head.styles;
        Ok(match kind {
            0x203 => Some(styles.number(bytes.f64()?, style)),
            0x27E => Some(styles.number(packed(bytes.u32()?), style)),
            0x205 => {
                let (value, is_error) = (bytes.u8()?, bytes.u8()?);
                Some(if is_error == 0 { Cell::Boolean(value != 0) } else { Cell::Error(error(value).into()) })
            }
            _ => match bytes.take(8)? {
                [0, .., 0xFF, 0xFF] => {
                    self.formula = Some((at, style));
                    None
                }
                [1, _, value, .., 0xFF, 0xFF] => Some(Cell::Boolean(*value != 0)),
                [2, _, value, .., 0xFF, 0xFF] => Some(Cell::Error(error(*value).into())),
                [3, .., 0xFF, 0xFF] => None,
                value => Some(styles.number(Bytes(value).f64()?, style)),
            },
        })
    }

    /// A text with the number of its characters before it, and behind it its runs where it has any.
    fn label(&self, pieces: &[&[u8]], has_runs: bool) -> Result<SharedText, Unreadable> {
        let mut data = Data::new(pieces.to_vec());
        let count = usize::from(data.u16()?);
        let mut runs = Vec::new();
        if self.head.is_unicode {
            let (text, mut runs) = data.rich(count)?;
            for _ in 0..if has_runs { data.u16()? } else { 0 } {
                runs.push((usize::from(data.u16()?), data.u16()?));
            }
            return Ok(shared((text, runs), &self.head.styles));
        }
        let bytes = data.take(count)?;
        let decoded = |bytes: &[u8]| self.head.encoding.decode_without_bom_handling(bytes).0.into_owned();
        for _ in 0..if has_runs { data.u8()? } else { 0 } {
            // These count bytes.
            let before = bytes.get(..usize::from(data.u8()?)).unwrap_or(&bytes);
            runs.push((decoded(before).encode_utf16().count(), u16::from(data.u8()?)));
        }
        Ok(shared((decoded(&bytes), runs), &self.head.styles))
    }

    fn text_of_formula(&mut self, pieces: &[&[u8]]) -> Result<(), Unreadable> {
        let Some((at, style)) = self.formula.take() else { return Ok(()) };
        let text = self.label(pieces, false)?;
        self.put_text(at, style, &text)
    }
}
