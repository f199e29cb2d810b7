//! A workbook as it was read: only cells that hold something, in order.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use crate::format::{Displayed, Format};
use crate::limits::{Budget, SHEETS, Unreadable};
use crate::serial;
use crate::struck::Struck;

/// A workbook.
#[derive(Debug, Default)]
pub struct Book {
    /// Whether its serial days count from 1904.
    pub is_1904: bool,
    /// Its sheets of cells, in their order.
    pub sheets: Vec<Sheet>,
}

/// One sheet of cells.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether a person sees it.
    pub is_visible: bool,
    /// Rows that hold something, from above.
    pub rows: Vec<Row>,
    /// Merged ranges.
    pub merged: Vec<Range>,
    /// Hidden rows, from 0.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, first and last, from 0.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Rows with cells that are struck out, from 0.
    pub struck_rows: Vec<u32>,
    /// Cells of whose text a part is struck out, rows and columns from 0, in order.
    pub struck_parts: Vec<(u32, u32)>,
    /// Cells with the number 0 for which a format shows a dash or nothing, so that they hold nothing, in order.
    pub unseen_zeros: Vec<(u32, u32)>,
    /// Cells with a comment, in order.
    pub commented: Vec<(u32, u32)>,
}

/// A row that holds something.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its number, from 0.
    pub number: u32,
    /// Its cells from the left, with their columns from 0.
    pub cells: Vec<(u32, Cell)>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text with something in it.
    Text(Box<str>),
    /// A number that is shown as it is.
    Number(f64),
    /// A number that is shown by a format.
    Formatted(f64, Appearance),
    /// A day or a time, as a serial number that counts from 1900 in every workbook, and how it is shown.
    Day(f64, Appearance),
    /// A day or a time as ISO 8601 has it.
    Iso(Box<str>),
    /// Yes or no.
    Boolean(bool),
    /// What a formula came to that failed.
    Error(Box<str>),
    /// A formula that was never computed.
    Pending,
}

/// A rectangle of cells, rows and columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First row and column.
    pub first: (u32, u32),
    /// Last row and column.
    pub last: (u32, u32),
}

/// How a number is shown.
#[derive(Clone, PartialEq)]
pub struct Appearance(Arc<Kind>);

#[derive(PartialEq)]
enum Kind {
    /// By a format's code.
    Format(Format),
    /// As the program that wrote it noted.
    Seen(Displayed),
}

impl Debug for Appearance {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Format(format) => write!(to, "{:?}", format.code()),
            Kind::Seen(shown) => write!(to, "{:?}", shown.text),
        }
    }
}

impl Range {
    /// The range as spreadsheets write it: `B4:B6`.
    pub fn name(self) -> String {
        format!("{}:{}", cell_name(self.first), cell_name(self.last))
    }

    /// Whether a cell lies in it.
    pub fn covers(self, row: u32, column: u32) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column)
    }
}

impl Appearance {
    /// By a format.
    pub fn by(format: Format) -> Self {
        Self(Arc::new(Kind::Format(format)))
    }

    /// As it was seen.
    pub fn seen(shown: Displayed) -> Self {
        Self(Arc::new(Kind::Seen(shown)))
    }

    /// A number as it is shown.
    pub fn display(&self, value: f64) -> Displayed {
        match &*self.0 {
            Kind::Format(format) => format.display(value),
            Kind::Seen(shown) => shown.clone(),
        }
    }

    /// A day or a time as it is shown; nothing where that is not known.
    pub fn day(&self, serial: f64) -> Option<String> {
        match &*self.0 {
            Kind::Format(format) => format.day(serial),
            Kind::Seen(shown) => Some(shown.text.trim().to_owned()).filter(|text| !text.is_empty()),
        }
    }
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[at].1)
    }

    /// The text of a column's cell, trimmed; numbers as they are shown.
    pub fn text(&self, column: u32) -> Option<String> {
        self.cell(column).map(Cell::display)
    }
}

impl Cell {
    /// The cell as a person sees it.
    pub fn display(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => serial::plain(*number),
            Self::Formatted(number, appearance) => appearance.display(*number).text.trim().to_owned(),
            Self::Day(serial, appearance) => {
                appearance.day(*serial).unwrap_or_else(|| serial::shown(*serial))
            }
            Self::Iso(text) | Self::Error(text) => text.to_string(),
            Self::Boolean(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
            Self::Pending => String::new(),
        }
    }

    /// Whether it is the number 0 for which a person sees a dash or nothing. The hyphen of formats for accounts is a zero.
    fn is_unseen_zero(&self) -> bool {
        let Self::Formatted(number, appearance) = self else { return false };
        *number == 0.0 && appearance.display(0.0).text.trim().chars().all(|c| "—–－/／\\＼".contains(c))
    }

    /// How many bytes it takes beside itself, more or less.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Iso(text) | Self::Error(text) => text.len(),
            Self::Formatted(_, appearance) | Self::Day(_, appearance) => match &*appearance.0 {
                Kind::Format(_) => 0,
                Kind::Seen(shown) => size_of::<Kind>() + shown.text.len() + shown.figure.len(),
            },
            _ => 0,
        }
    }
}

impl Sheet {
    /// An empty sheet.
    pub(crate) fn new(name: String, is_visible: bool) -> Self {
        Self { name, is_visible, ..Self::default() }
    }

    /// Puts a cell where it belongs.
    pub(crate) fn put(
        &mut self,
        (row, column): (u32, u32),
        cell: Cell,
        budget: &mut Budget,
    ) -> Result<(), Unreadable> {
        budget.cells(1)?;
        budget.text(cell.bytes())?;
        if cell.is_unseen_zero() {
            self.unseen_zeros.push((row, column));
            return Ok(());
        }
        match self.rows.last_mut() {
            Some(last) if last.number == row => last.cells.push((column, cell)),
            _ => self.rows.push(Row { number: row, cells: vec![(column, cell)] }),
        }
        Ok(())
    }

    /// Notes how much of a cell is struck out.
    pub(crate) fn strike(
        &mut self,
        at: (u32, u32),
        struck: Struck,
        budget: &mut Budget,
    ) -> Result<(), Unreadable> {
        match struck {
            Struck::None => {}
            Struck::Whole if self.struck_rows.last() == Some(&at.0) => {}
            Struck::Whole => self.struck_rows.push(at.0),
            Struck::Part => {
                budget.cells(1)?;
                self.struck_parts.push(at);
            }
        }
        Ok(())
    }

    /// Notes that a cell has a comment.
    pub(crate) fn comment(&mut self, at: (u32, u32), budget: &mut Budget) -> Result<(), Unreadable> {
        budget.cells(1)?;
        self.commented.push(at);
        Ok(())
    }

    /// Writers need not keep rows and cells in order, nor write each once; of two the first stands.
    pub(crate) fn in_order(mut self) -> Self {
        self.struck_rows.sort_unstable();
        self.struck_rows.dedup();
        self.struck_parts.sort_unstable();
        self.struck_parts.dedup();
        self.unseen_zeros.sort_unstable();
        self.unseen_zeros.dedup();
        self.commented.sort_unstable();
        self.commented.dedup();
        self.rows.sort_by_key(|row| row.number);
        self.rows.dedup_by(|later, earlier| {
            let same = later.number == earlier.number;
            if same {
                earlier.cells.append(&mut later.cells);
            }
            same
        });
        for row in &mut self.rows {
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
            row.cells.shrink_to_fit();
        }
        self
    }
}

impl Book {
    /// Adds a sheet whose cells have all been read.
    pub(crate) fn add(&mut self, sheet: Sheet) -> Result<(), Unreadable> {
        if self.sheets.len() >= SHEETS {
            return Err(Unreadable::Large(crate::Limit::Cells));
        }
        self.sheets.push(sheet.in_order());
        Ok(())
    }
}

/// A cell's name.
pub(crate) fn cell_name((row, column): (u32, u32)) -> String {
    let (mut letters, mut left) = (Vec::new(), u64::from(column) + 1);
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect::<String>() + &(u64::from(row) + 1).to_string()
}
