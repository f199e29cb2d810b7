//! The rows of a sheet that are passed over, told of once a kind, and their totals held against what the rows come to.
//! Knows no fields beyond the columns of figures that it is given.

use std::collections::HashMap;

use huibian_diagnostic::{Code, Diagnostic};

use crate::totals::{FigureColumn, Summed, TotalRow, differing, is_unsaid};
use huibian_sheet::heads::plain;
use huibian_sheet::line_kind::{
    LineKind, Sign, is_codes, is_head_again, is_second_head, is_struck_through, of_label,
};
use huibian_sheet::{Cell, Row, Sheet};

/// Rows that are passed over.
pub struct PassedRows<'s> {
    sheet: &'s Sheet,
    /// Index of the lowest row of the header.
    head: usize,
    /// Index of the first row of data.
    first: usize,
    figures: Vec<FigureColumn<'s>>,
    /// Rows of data so far: those of no known unit too, whose figures are in a total.
    pub data: Vec<usize>,
    passed: Vec<(LineKind, TotalRow)>,
    /// Whether notes, that stand below a table, were passed over.
    pub has_notes: bool,
}

impl<'s> PassedRows<'s> {
    /// None yet, of a sheet with that header and those columns of figures.
    pub fn of(sheet: &'s Sheet, (head, first): (usize, usize), figures: Vec<FigureColumn<'s>>) -> Self {
        Self { sheet, head, first, figures, data: Vec::new(), passed: Vec::new(), has_notes: false }
    }

    /// Whether a row is the header of a further table, and not the sheet's own again.
    pub fn is_further_head(&self, row: &Row, units: u32) -> bool {
        is_second_head(row, units) && !is_head_again(row, &self.sheet.rows[self.head])
    }

    /// Whether a row is one of the sheet's furniture, and passes it over then. `holds` says of a text's sign and its column
    /// whether the row is what the text says.
    pub fn takes(&mut self, at: usize, holds: impl Fn(Sign, u32, &str) -> bool) -> bool {
        let row = &self.sheet.rows[at];
        let Some((column, _)) = row.cells.first() else { return false };
        if is_head_again(row, &self.sheet.rows[self.head]) {
            return self.pass(LineKind::Head, at, *column);
        }
        if is_struck_through(row) {
            return self.pass(LineKind::Nothing, at, *column);
        }
        if is_codes(row, self.sheet.rows.get(at + 1))
            && (at < self.first + 2 || self.is_of_a_further_page(at))
        {
            return self.pass(LineKind::Codes, at, *column);
        }
        let texts = row.cells.iter().filter_map(|(column, cell)| match cell {
            Cell::Text(text) => Some((*column, text)),
            _ => None,
        });
        for (nth, (column, text)) in texts.enumerate() {
            let sign = of_label(text).filter(|sign| nth == 0 || (nth < 3 && is_plain_total(*sign, text)));
            if let Some(sign) = sign.filter(|sign| holds(*sign, column, text)) {
                return self.pass(sign.kind, at, column);
            }
        }
        let is_alone = row.cells.len() == 1 && matches!(row.cells[0].1, Cell::Text(_));
        self.has_notes && is_alone && self.pass(LineKind::Note, at, *column)
    }

    /// Whether codes that stand at a row may be those of a further page: they, or the header, stood before, or they are numbers
    /// where other rows have names.
    fn is_of_a_further_page(&self, at: usize) -> bool {
        let row = &self.sheet.rows[at];
        let is_known = |(kind, other): &(LineKind, TotalRow)| match kind {
            LineKind::Codes => self.sheet.rows[other.row].cells.len() == row.cells.len(),
            LineKind::Head => other.row + 1 == at,
            _ => false,
        };
        let is_name = |column: u32| {
            let above = self.data.last().and_then(|above| self.sheet.rows[*above].cell(column));
            matches!(above, Some(Cell::Text(text)) if !text.trim().starts_with(|c: char| c.is_ascii_digit()))
        };
        let is_numbers = row.cells.len() > 2 && row.cells.iter().any(|(column, _)| is_name(*column));
        self.passed.iter().any(is_known) || is_numbers
    }

    /// Whether a row has figures alone which are what the rows above come to, and passes it over then.
    pub fn takes_unsaid(&mut self, at: usize) -> bool {
        let column = self.sheet.rows[at].cells.first().map_or(0, |(column, _)| *column);
        is_unsaid(self.sheet, &self.figures, &self.data, at) && self.pass(LineKind::Total, at, column)
    }

    /// Whether a row is indented below one that is a part of another, where rows of data are not, and passes it over then.
    pub fn takes_indented(&mut self, at: usize, column: u32) -> bool {
        let is_indented = |row: &usize| {
            let cell = self.sheet.rows[*row].cell(column);
            matches!(cell, Some(Cell::Text(text)) if text.starts_with([' ', '\u{3000}']))
        };
        let is_below = |(kind, above): &(LineKind, TotalRow)| *kind == LineKind::Part && above.row + 1 == at;
        let is_part = self.passed.last().is_some_and(is_below);
        let takes = is_part && is_indented(&at) && !self.data.iter().any(is_indented);
        takes && self.pass(LineKind::Part, at, column)
    }

    /// Passes a row over.
    pub fn pass(&mut self, kind: LineKind, row: usize, column: u32) -> bool {
        // A title of a group has units below it.
        let text = self.sheet.rows[row].text(column).unwrap_or_default();
        self.has_notes |= kind == LineKind::Note
            && of_label(&text).is_some_and(|sign| sign.kind == LineKind::Note)
            && !self.data.is_empty();
        self.passed.push((kind, TotalRow { row, column, name: text }));
        true
    }

    /// What is to be said of them; `of_units` are the rows of units that may have several, by their names as they are compared.
    pub fn remarks(self, of_units: &HashMap<String, Vec<usize>>) -> Vec<Diagnostic> {
        let mut remarks = Vec::new();
        let kinds = [
            LineKind::Total,
            LineKind::Part,
            LineKind::Codes,
            LineKind::Head,
            LineKind::Note,
            LineKind::Nothing,
        ];
        for kind in kinds {
            let of_kind: Vec<&TotalRow> =
                self.passed.iter().filter(|(one, _)| *one == kind).map(|(_, row)| row).collect();
            let Some(first) = of_kind.first() else { continue };
            let number = |row: &Row| row.number.saturating_add(1).to_string();
            let rows: Vec<String> = of_kind.iter().map(|one| number(&self.sheet.rows[one.row])).collect();
            let remark = Diagnostic::new(Code::RowsUnread).with("kind", kind.name());
            let remark = remark.with("name", short(&first.name)).with("rows", rows);
            remarks.push(remark.at(self.sheet.place(self.sheet.rows[first.row].number, first.column)));
        }
        let totals: Vec<TotalRow> = self
            .passed
            .into_iter()
            .filter(|(kind, _)| *kind == LineKind::Total)
            .map(|(_, row)| row)
            .collect();
        let summed = Summed { data: &self.data, of_units };
        remarks.extend(differing(self.sheet, &self.figures, summed, &totals));
        remarks
    }
}

/// That a second table begins in a row.
pub fn second_table(sheet: &Sheet, row: &Row, units: u32) -> Diagnostic {
    let fault = Diagnostic::new(Code::SecondTable).with("row", row.number.saturating_add(1));
    fault.at(sheet.place(row.number, units))
}

/// That rows have data and no unit, told once; each by its row and the column of its first value.
pub fn no_unit(sheet: &Sheet, rows: &[(u32, u32)]) -> Option<Diagnostic> {
    let (row, column) = rows.first()?;
    let numbers: Vec<String> = rows.iter().map(|(row, _)| row.saturating_add(1).to_string()).collect();
    let fault = Diagnostic::new(Code::NoUnitInRow).with("rows", numbers);
    Some(fault.at(sheet.place(*row, *column)))
}

/// Whether a text that is not the first of its row is a word for a sum, and that alone.
fn is_plain_total(sign: Sign, text: &str) -> bool {
    sign.kind == LineKind::Total && sign.is_certain && plain(text).chars().count() <= 4
}

fn short(text: &str) -> String {
    const MOST: usize = 20;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}
