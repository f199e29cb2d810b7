//! The rows of a ledger that lie in the period.

use huibian_contract::{ColumnType, FieldSpec, Name, Request};
use serde_json::{Map, Value};

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'r> {
    /// Its number in the ledger, from 1.
    pub number: usize,
    /// Its cells by column.
    pub cells: &'r Map<String, Value>,
}

/// The rows whose first date column lies in the period; all of them where there is no such column, or the row leaves it
/// empty. None where the unit gave no ledger.
pub fn in_period<'r>(request: &'r Request, name: &Name, ledger: &FieldSpec) -> Option<Vec<Row<'r>>> {
    let mut columns = ledger.columns.iter();
    let date = columns.find(|(_, column)| column.kind == ColumnType::Date).map(|(name, _)| name.as_str());
    let rows = request.data.get(name.as_str())?.as_array()?.iter().enumerate();
    let rows = rows.filter_map(|(index, row)| Some(Row { number: index + 1, cells: row.as_object()? }));
    let day = |row: &Row<'_>| row.cells.get(date?)?.as_str()?.parse().ok();
    Some(rows.filter(|row| day(row).is_none_or(|day| request.period.contains(day))).collect())
}
