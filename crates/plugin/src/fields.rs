//! Reading a request's fields by name. A field that was not given is `None`: never 0, never empty.

use huibian_contract::{Request, day};
use serde_json::{Map, Value};

/// One row of a ledger that lies in the period.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    /// Its number in the ledger, from 1.
    pub number: usize,
    cells: &'r Map<String, Value>,
}

impl<'r> Row<'r> {
    /// A text cell.
    pub fn text(&self, column: &str) -> Option<&'r str> {
        self.cells.get(column)?.as_str()
    }

    /// A yes-or-no cell; `false` where it is empty.
    pub fn is(&self, column: &str) -> bool {
        self.cells.get(column).and_then(Value::as_bool).unwrap_or(false)
    }
}

/// The fields of a request, by type.
pub trait Fields {
    /// A text field.
    fn text(&self, field: &str) -> Option<&str>;
    /// A list of texts; empty where it was not given.
    fn texts(&self, field: &str) -> Vec<&str>;
    /// A whole number.
    fn integer(&self, field: &str) -> Option<i64>;
    /// The rows of a ledger whose first date column lies in the period, whatever it is called; all of them where there is none,
    /// or no row has a date. Beside rows that have one, a row without may be of any period, and is none.
    fn ledger(&self, field: &str) -> Option<Vec<Row<'_>>>;
}

impl Fields for Request {
    fn text(&self, field: &str) -> Option<&str> {
        self.data.get(field)?.as_str()
    }

    fn texts(&self, field: &str) -> Vec<&str> {
        self.data
            .get(field)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    fn integer(&self, field: &str) -> Option<i64> {
        self.data.get(field)?.as_i64()
    }

    fn ledger(&self, field: &str) -> Option<Vec<Row<'_>>> {
        let rows = self.data.get(field)?.as_array()?.iter().enumerate();
        let rows = rows.filter_map(|(index, row)| Some(Row { number: index + 1, cells: row.as_object()? }));
        let mut rows: Vec<Row<'_>> = rows.collect();
        let column = self.dated.get(field).map_or("date", String::as_str);
        let day = |row: &Row<'_>| row.text(column).and_then(day);
        if rows.iter().any(|row| row.text(column).is_some()) {
            rows.retain(|row| day(row).is_some_and(|day| self.period.contains(day)));
        }
        Some(rows)
    }
}
