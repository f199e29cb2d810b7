//! What a unit gave: the rows of a ledger that lie in the period, and a field as expressions see it.

use huibian_contract::{ColumnType, FieldSpec, FieldType, Name, Period, PluginManifest, day};
use huibian_expression::{OperandKind, Value as Operand};
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
    let dated = dated(ledger);
    let rows = data.get(name.as_str())?.as_array()?.iter().enumerate();
    let rows = rows.filter_map(|(index, row)| Some(Row { number: index + 1, cells: row.as_object()? }));
    let counts = |row: &Row<'_>| dated.is_none_or(|column| lies_in(row.cells.get(column), period));
    Some(rows.filter(counts).collect())
}

/// Leaves of each ledger the rows that count, for what lists them.
pub fn keep_counted(data: &mut Map<String, Value>, period: Period, manifest: &PluginManifest) {
    for (name, ledger) in manifest.fields.iter().filter(|(_, spec)| spec.kind == FieldType::Ledger) {
        let (Some(column), Some(Value::Array(rows))) = (dated(ledger), data.get_mut(name.as_str())) else {
            continue;
        };
        rows.retain(|row| lies_in(row.get(column), period));
    }
}

/// The first date column of a ledger.
fn dated(ledger: &FieldSpec) -> Option<&str> {
    let mut columns = ledger.columns.iter();
    columns.find(|(_, column)| column.kind == ColumnType::Date).map(|(name, _)| name.as_str())
}

/// Whether a cell holds a day of the period.
fn lies_in(cell: Option<&Value>, period: Period) -> bool {
    let day = cell.and_then(Value::as_str).and_then(day);
    day.is_some_and(|day| period.contains(day))
}

/// A field as expressions see it; of a ledger, the rows in the period. None where the unit did not give it.
pub fn field(data: &Map<String, Value>, period: Period, name: &Name, field: &FieldSpec) -> Option<Operand> {
    match (field.kind, OperandKind::of_field(field)) {
        (FieldType::Ledger, OperandKind::List(row)) => {
            let rows = in_period(data, period, name, field)?;
            let rows =
                rows.iter().filter_map(|given| Operand::read(&row, &Value::Object(given.cells.clone())));
            Some(Operand::List(rows.collect()))
        }
        (_, kind) => Operand::read(&kind, data.get(name.as_str())?),
    }
}
