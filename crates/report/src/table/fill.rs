//! A table filled for one unit. Totals are sums of what is printed, exact decimals; what is missing is not 0.

use std::collections::HashMap;

use huibian_contract::{Period, PluginId, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::Inline;
use huibian_document::table::{self, Align, Table};
use huibian_figure::Figures;
use huibian_history::Baseline;
use huibian_host::declare::in_period;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};

use super::definition::{CellDefinition, Content, Definition, Group, Rows, Summed, Total};
use super::value::{CellNumber, CellValue, TableRow};

/// A unit below the one that a report is about.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its figures; none where it has not reported.
    pub figures: Figures,
    /// Its figures in the period before, where they compare.
    pub previous: Figures,
}

/// What tables are filled with.
pub struct TableInput<'g> {
    /// The unit.
    pub unit: &'g UnitIdentity,
    /// The report's period.
    pub period: Period,
    /// Its figures.
    pub figures: &'g Figures,
    /// Its figures of other times.
    pub past: &'g Baseline,
    /// The fields that it gave each plugin.
    pub fields: HashMap<PluginId, &'g Map<String, Json>>,
    /// The units below it, in a roll-up.
    pub below: Option<&'g [Listed]>,
}

/// A row of cells that are filled in.
type Filled<'d> = Vec<(&'d CellDefinition, CellValue)>;

impl Definition {
    /// The table for one unit; nothing where none of its rows are about such a unit: rows of units outside a roll-up, and
    /// rows of a ledger that was not given.
    ///
    /// # Errors
    /// T013 for a number that grows beyond what there is room for.
    pub fn fill(&self, given: &TableInput<'_>) -> Result<Option<Table>> {
        let own = TableRow {
            unit: given.unit,
            below: None,
            period: given.period,
            figures: given.figures,
            previous: &given.past.previous,
            past: Some(given.past),
            plugin: self.plugin.as_ref(),
            record: None,
            number: 0,
        };
        let mut rows: Vec<Vec<table::Cell>> = Vec::new();
        for row in &self.head {
            rows.push(self.printed(&filled(row, own)?));
        }
        let (mut all, mut applies) = (Vec::new(), false);
        for group in &self.groups {
            let Some(filled) = rows_of(group, given, own)? else { continue };
            applies = true;
            self.print(group, &filled, own, &mut rows)?;
            all.extend(filled);
        }
        if !applies {
            return Ok(None);
        }
        if let Some(total) = self.total.as_ref().filter(|_| !all.is_empty()) {
            rows.push(self.total_row(total, 0, &all, own)?);
        }
        let table = Table::new(self.columns.clone(), self.head.len(), rows);
        let mut table =
            table.map_err(|error| Diagnostic::new(Code::Internal).with_detail("reason", error))?;
        let caption = self.caption.as_ref().and_then(|words| own.words(words));
        table.caption = caption.into_iter().map(Inline::Text).collect();
        table.landscape = self.landscape;
        Ok(Some(table))
    }

    /// Prints a group: its label beside its rows, its total below them.
    fn print(
        &self,
        group: &Group,
        filled: &[Filled<'_>],
        own: TableRow<'_>,
        rows: &mut Vec<Vec<table::Cell>>,
    ) -> Result<()> {
        let start = rows.len();
        let first = usize::from(group.label.is_some());
        rows.extend(filled.iter().map(|row| self.printed(row)));
        let columns = self.columns.len() - first;
        if !filled.is_empty() {
            if let Some(total) = &group.total {
                rows.push(self.total_row(total, first, filled, own)?);
            }
        } else if columns > 0 {
            let content = vec![Inline::Text(self.empty.clone())];
            let align = Some(Align::Center);
            rows.push(vec![table::Cell { columns, align, ..table::Cell::new(content) }]);
        }
        let height = rows.len() - start;
        if let (Some(label), Some(row)) = (&group.label, rows.get_mut(start)) {
            let words = own.words(label).unwrap_or_else(|| self.missing.clone());
            row.insert(0, table::Cell { rows: height, ..table::Cell::new(vec![Inline::Text(words)]) });
        }
        Ok(())
    }

    fn printed(&self, row: &Filled<'_>) -> Vec<table::Cell> {
        let cell = |(cell, value): &(&CellDefinition, CellValue)| table::Cell {
            content: self.inlines(value),
            columns: cell.columns,
            rows: cell.rows,
            align: cell.align,
        };
        row.iter().map(cell).collect()
    }

    fn inlines(&self, value: &CellValue) -> Vec<Inline> {
        match value {
            CellValue::Words(words) => words.clone(),
            CellValue::Number(number) => vec![number.printed.clone()],
            CellValue::Missing => vec![Inline::Text(self.missing.clone())],
        }
    }

    /// A row of totals from the column `first` on: what it is called, up to the first column that it adds up.
    fn total_row(
        &self,
        total: &Total,
        first: usize,
        rows: &[Filled<'_>],
        own: TableRow<'_>,
    ) -> Result<Vec<table::Cell>> {
        let summed = total.columns.iter().position(|rule| *rule != Summed::No).unwrap_or(total.columns.len());
        let words = own.words(&total.words).unwrap_or_else(|| self.missing.clone());
        let words = table::Cell::new(vec![Inline::Text(words)]);
        let mut cells = vec![table::Cell { columns: summed - first, align: Some(Align::Center), ..words }];
        for (column, rule) in total.columns.iter().enumerate().skip(summed) {
            let value = match rule {
                Summed::No => CellValue::Words(Vec::new()),
                Summed::Sum => sum(rows.iter().flatten().filter(|(cell, _)| cell.column == column)),
                Summed::Derive => {
                    let pattern = rows.iter().flatten().find(|(cell, _)| cell.column == column);
                    pattern.map_or(Ok(CellValue::Missing), |(cell, _)| own.value(&cell.content))?
                }
            };
            cells.push(table::Cell::new(self.inlines(&value)));
        }
        Ok(cells)
    }
}

/// A group's rows; nothing where the unit has nothing of their kind.
fn rows_of<'d>(
    group: &'d Group,
    given: &TableInput<'_>,
    own: TableRow<'_>,
) -> Result<Option<Vec<Filled<'d>>>> {
    match &group.rows {
        Rows::Written(rows) => rows.iter().map(|row| filled(row, own)).collect::<Result<_>>().map(Some),
        Rows::Units(row) => {
            let Some(below) = given.below else { return Ok(None) };
            let of = |(index, unit): (usize, &Listed)| {
                let below = TableRow {
                    below: Some(&unit.name),
                    figures: &unit.figures,
                    previous: &unit.previous,
                    past: None,
                    number: index + 1,
                    ..own
                };
                filled(row, below)
            };
            below.iter().enumerate().map(of).collect::<Result<_>>().map(Some)
        }
        Rows::Ledger(ledger) => {
            let fields = given.fields.get(&ledger.plugin);
            let Some(records) =
                fields.and_then(|fields| in_period(fields, given.period, &ledger.name, &ledger.spec))
            else {
                return Ok(None);
            };
            let mut rows = Vec::with_capacity(records.len());
            for record in records {
                let row =
                    TableRow { record: Some((&ledger.spec, record.cells)), number: rows.len() + 1, ..own };
                if ledger.condition.as_ref().is_none_or(|condition| row.fulfils(condition)) {
                    rows.push(filled(&ledger.row, row)?);
                }
            }
            Ok(Some(rows))
        }
    }
}

/// A row's cells filled in, its own sum last.
fn filled<'d>(row: &'d [CellDefinition], about: TableRow<'_>) -> Result<Filled<'d>> {
    let mut filled =
        row.iter().map(|cell| Ok((cell, about.value(&cell.content)?))).collect::<Result<Filled<'d>>>()?;
    let total = sum(filled.iter());
    for (cell, value) in &mut filled {
        if matches!(cell.content, Content::RowSum) {
            *value = total.clone();
        }
    }
    Ok(filled)
}

/// The sum of the numbers among cells; nothing where there is none, or where it has no room.
fn sum<'c>(cells: impl Iterator<Item = &'c (&'c CellDefinition, CellValue)>) -> CellValue {
    let (mut total, mut digits) = (None, 0);
    for (_, value) in cells {
        if let CellValue::Number(CellNumber { value, digits: own, .. }) = value {
            let Some(sum) = total.unwrap_or(Decimal::ZERO).checked_add(*value) else {
                return CellValue::Missing;
            };
            (total, digits) = (Some(sum), digits.max(*own));
        }
    }
    total.map_or(CellValue::Missing, |total| CellValue::Number(CellNumber::plain(total, digits, "")))
}
