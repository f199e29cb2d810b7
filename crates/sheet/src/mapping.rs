//! What an office's own tables call fields, and where its forms have them: `[units.columns]` and `[units.cells]`. Knows no
//! sheets.

use huibian_diagnostic::Diagnostic;
use rust_decimal::Decimal;

use crate::heads::plain;
use crate::layout::Heading;
use crate::measure::{self, Ratio, Stated};
use crate::own_measure::Measured;

/// What an office's own tables call fields, and where its forms have them.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Columns by their heads.
    pub columns: Vec<MappedColumn>,
    /// Cells of a unit's own form; where there are any, it is read as one.
    pub cells: Vec<MappedCell>,
}

/// A column by its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// What the table calls it: its label, or its groups and its label.
    pub head: String,
    /// The key of the field, or of the ledger's column; `remarks` for one that is not read.
    pub key: String,
    /// What its numbers are multiplied by.
    pub factor: Option<Decimal>,
}

/// A cell of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedCell {
    /// The key of the field.
    pub key: String,
    /// The sheet; none for the first that has it.
    pub sheet: Option<String>,
    /// Where it is.
    pub at: CellAt,
    /// What its number is multiplied by.
    pub factor: Option<Decimal>,
}

/// Where a cell of a form is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellAt {
    /// Row and column, from 0.
    Address(u32, u32),
    /// In the row with that head: right of it, or below the head of a column.
    Row {
        /// The row's head.
        row: String,
        /// The column's.
        column: Option<String>,
    },
    /// Below that label.
    Below(String),
}

impl Mapping {
    /// What the numbers of a heading's column are multiplied by, and what the table measures them in.
    pub fn factor(&self, heading: &Heading) -> Option<(Decimal, String)> {
        let factor = self.column(heading)?.factor?;
        let said = measure::parted(&heading.label, |_| true).map(|(_, said)| said);
        let below = || if let Stated::Column(said) = &heading.measure { Some(said.clone()) } else { None };
        Some((factor, said.or_else(below).unwrap_or_default()))
    }

    /// What the head of a mapped column says of its measure, where the factor says nothing else of how much that is of the
    /// field's own than the head does.
    ///
    /// # Errors
    /// D049, without a place.
    pub fn measured(&self, heading: &Heading, of: Measured<'_>) -> Result<(), Diagnostic> {
        let Some(mapped) = self.column(heading) else { return Ok(()) };
        let label = measure::parted(&heading.label, |_| false).map(|(_, said)| said);
        match label.as_deref().or_else(|| heading.measure.of(of.own)) {
            Some(said) if is_other(said, mapped.factor, of.own) => of.hold(&heading.name(), said),
            _ => Ok(()),
        }
    }

    /// What a heading is mapped to.
    pub fn column(&self, heading: &Heading) -> Option<&MappedColumn> {
        if self.columns.is_empty() {
            return None;
        }
        names(heading).find_map(|name| self.columns.iter().find(|column| plain(&column.head) == name))
    }

    /// The heads of columns that are none of these.
    pub fn unheaded(&self, headings: &[&Heading]) -> Vec<String> {
        let is_head = |head: &str| headings.iter().any(|heading| names(heading).any(|name| name == head));
        let read = self.columns.iter().filter(|column| column.key != "remarks");
        read.filter(|column| !is_head(&plain(&column.head))).map(|column| column.head.clone()).collect()
    }
}

/// What a heading may be called, as heads are compared, the best first.
fn names(heading: &Heading) -> impl Iterator<Item = String> {
    let all = [plain(&heading.name()), plain(&heading.label)].into_iter();
    // 来访·批次: below the label stands no more than a measure word.
    let measured = match &heading.measure {
        Stated::Column(said) => Some(plain(&format!("{}·{said}", heading.label))),
        _ => None,
    };
    measured.into_iter().chain(all).chain(heading.joined().map(|name| plain(&name)))
}

/// Whether a factor is not what one measure is of the other, where that can be known.
pub fn is_other(said: &str, factor: Option<Decimal>, own: &str) -> bool {
    matches!(measure::ratio(said, own), Ratio::Factor(ratio) if factor != Some(ratio))
}

/// Row and column, from 0, of an address such as `B3`.
pub fn address(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().replace('$', "").to_ascii_uppercase();
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(digits);
    let is_letters = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    let row: u32 = digits.parse().ok().filter(|row| (1..=1_048_576).contains(row))?;
    if !is_letters {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, b| sum * 26 + u32::from(b - b'A') + 1);
    (column <= 16_384).then_some((row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_spreadsheets() {
        for (text, at) in
            [("A1", (0, 0)), ("b3", (2, 1)), ("$AA$10", (9, 26)), ("XFD1048576", (1_048_575, 16_383))]
        {
            assert_eq!(address(text), Some(at), "{text}");
        }
        for text in ["", "A", "1", "A0", "XFE1", "走访", "AAAA1", "A1B", "A-1"] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
