//! What a unit gave: the rows of a ledger that lie in the period, and a field as expressions see it.

use huibian_contract::{ColumnType, FieldSpec, FieldType, Name, Period};
use huibian_expression::{Kind, Value as Operand};
use serde_json::{Map, Value};

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'r> {
    /// Its number in the ledger, from 1.
    pub number: usize,
    /// Its cells by column.
    pub cells: &'r Map<String, Value>,
}

/// The rows whose first date column lies in the period; all of them where there is no such column. A row that leaves it
/// empty may be of any period, and is none. None where the unit gave no ledger.
pub fn in_period<'r>(
    data: &'r Map<String, Value>,
    period: Period,
    name: &Name,
    ledger: &FieldSpec,
) -> Option<Vec<Row<'r>>> {
    let mut columns = ledger.columns.iter();
    let dated = columns.find(|(_, column)| column.kind == ColumnType::Date).map(|(name, _)| name.as_str());
    let rows = data.get(name.as_str())?.as_array()?.iter().enumerate();
    let rows = rows.filter_map(|(index, row)| Some(Row { number: index + 1, cells: row.as_object()? }));
    let day = |row: &Row<'_>, column: &str| row.cells.get(column)?.as_str()?.parse().ok();
    let counts =
        |row: &Row<'_>| dated.is_none_or(|column| day(row, column).is_some_and(|day| period.contains(day)));
    Some(rows.filter(counts).collect())
}

/// A field as expressions see it; of a ledger, the rows in the period. None where the unit did not give it.
pub fn field(data: &Map<String, Value>, period: Period, name: &Name, field: &FieldSpec) -> Option<Operand> {
    match (field.kind, Kind::of_field(field)) {
        (FieldType::Ledger, Kind::List(row)) => {
            let rows = in_period(data, period, name, field)?;
            let rows =
                rows.iter().filter_map(|given| Operand::read(&row, &Value::Object(given.cells.clone())));
            Some(Operand::List(rows.collect()))
        }
        (_, kind) => Operand::read(&kind, data.get(name.as_str())?),
    }
}
