//! What a workbook may ask of the machine, and what keeps one from being read.

use std::fmt::Display;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::book::Cell;

/// Cells that hold something, in all sheets.
pub const CELLS: usize = 2_000_000;
/// Bytes of text in all cells, and in the strings that they share.
pub const TEXT: usize = 64 << 20;
/// Bytes that a package may come to without further question.
pub const EXPANDED: u64 = 48 << 20;
/// Beyond that, how many times its own size: sheets are packed to a twentieth, seldom to a hundredth.
pub const RATIO: u64 = 120;
/// Bytes that any package may come to.
pub const EXPANDED_AT_ALL: u64 = 1 << 30;
/// Parts of a package.
pub const PARTS: usize = 20_000;
/// Bytes of one element or one text of XML, of which a cell's is the longest.
pub const XML_RUN: usize = 4 << 20;
/// Sheets of a workbook.
pub const SHEETS: usize = 2_000;

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`CELLS`], and what else there is one of a row or column.
    Cells,
    /// [`TEXT`].
    Text,
    /// What a package unpacks to, and [`PARTS`].
    Expanded,
}

/// What keeps a workbook from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It has a password of its own.
    Password,
    /// It is something else, or no workbook that is known.
    Format(String),
    /// There is too much of something.
    Large(Limit),
    /// It is a workbook, and damaged.
    Broken(String),
}

impl Unreadable {
    /// A damaged place.
    pub(crate) fn broken(detail: impl Display) -> Self {
        Self::Broken(detail.to_string())
    }
}

/// One workbook at a time may take more than [`FREE`].
static TURN: Mutex<()> = Mutex::new(());
/// Bytes that any workbook may take without waiting for another that is large.
const FREE: usize = 16 << 20;

/// What is left of the limits while a workbook is read.
#[derive(Debug)]
pub(crate) struct Budget {
    cells: usize,
    text: usize,
    /// What a large workbook holds while it is read.
    turn: Option<MutexGuard<'static, ()>>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: CELLS, text: TEXT, turn: None }
    }
}

impl Budget {
    /// Takes some cells.
    pub fn cells(&mut self, count: usize) -> Result<(), Unreadable> {
        self.cells = self.cells.checked_sub(count).ok_or(Unreadable::Large(Limit::Cells))?;
        self.wait_for_turn();
        Ok(())
    }

    /// Takes some bytes of text.
    pub fn text(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.text = self.text.checked_sub(bytes).ok_or(Unreadable::Large(Limit::Text))?;
        self.wait_for_turn();
        Ok(())
    }

    /// Many threads read at once; their memory must not be so many times that of the largest workbook.
    fn wait_for_turn(&mut self) {
        let taken = (CELLS - self.cells) * size_of::<(u32, Cell)>() + TEXT - self.text;
        if self.turn.is_none() && taken > FREE {
            self.turn = Some(TURN.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }
}
