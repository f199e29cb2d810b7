//! Rows of a main table that were read as units and may be none: indented below another, with the figures that others come to,
//! or called what no unit is called. They are asked about, unless `known` has them.

use huibian_diagnostic::{Code, Diagnostic};
use huibian_sheet::likeness::unlike;
use huibian_sheet::sums::{Figures, sums};
use huibian_sheet::{Cell, Sheet};

use crate::head::UnitHead;
use crate::totals::{FigureColumn, number};

/// The units of a main table.
pub struct UnitsOf<'u> {
    /// The table's sheet.
    pub sheet: &'u Sheet,
    /// Indices of their rows.
    pub rows: &'u [usize],
    /// Who they are.
    pub heads: &'u [UnitHead],
    /// The column of their names.
    pub names: u32,
    /// The columns of figures that add up over them.
    pub figures: Vec<FigureColumn<'u>>,
}

impl UnitsOf<'_> {
    /// What is to be asked about those that are not known.
    pub fn doubts(&self, is_known: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let is_open = |at: &usize| !is_known(&self.heads[*at].name);
        let open = |places: Vec<usize>| -> Vec<usize> { places.into_iter().filter(is_open).collect() };
        let indented = open(self.indented());
        // Groups with their parts below them add up, too.
        let sums = if indented.is_empty() { open(self.sums()) } else { Vec::new() };
        let names: Vec<&str> = self.heads.iter().map(|head| head.name.as_str()).collect();
        let is_told = |at: &usize| indented.contains(at) || sums.contains(at);
        let unlike: Vec<usize> = open(unlike(&names)).into_iter().filter(|at| !is_told(at)).collect();
        let kinds = [("indent", indented), ("sum", sums), ("name", unlike)];
        kinds.into_iter().filter_map(|(reason, places)| self.doubt(reason, &places)).collect()
    }

    fn doubt(&self, reason: &str, places: &[usize]) -> Option<Diagnostic> {
        let number = |at: usize| self.sheet.rows[self.rows[at]].number;
        let first = *places.first()?;
        let rows: Vec<String> = places.iter().map(|at| number(*at).saturating_add(1).to_string()).collect();
        let doubt = Diagnostic::new(Code::UnitDoubted).with("reason", reason).with("rows", rows);
        Some(doubt.with("name", &self.heads[first].name).at(self.sheet.place(number(first), self.names)))
    }

    /// Those that stand further in than the one above.
    fn indented(&self) -> Vec<usize> {
        const LEAST: usize = 2;
        let depth = |row: &usize| match self.sheet.rows[*row].cell(self.names) {
            Some(Cell::Text(text)) => {
                let spaces = text.chars().take_while(|c| c.is_whitespace());
                spaces.map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
            }
            _ => 0,
        };
        let depths: Vec<usize> = self.rows.iter().map(depth).collect();
        let Some(edge) = depths.first().copied() else { return Vec::new() };
        (0..depths.len()).filter(|at| depths[*at] >= edge + LEAST).collect()
    }

    /// Those whose figures others add up to.
    fn sums(&self) -> Vec<usize> {
        let figures = |row: &usize| self.figures.iter().map(|one| number(self.sheet, one, *row)).collect();
        let figures: Vec<Figures> = self.rows.iter().map(figures).collect();
        sums(&figures)
    }
}
