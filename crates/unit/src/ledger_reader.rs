//! The rows of a ledger as their columns are declared, and what is odd about one: below 0, not filled in, outside the period, ending
//! before it begins, not the sum of its parts, more of a part than of all.

use huibian_contract::manifest::Column;
use huibian_contract::{ColumnType, FieldSpec, Name, PluginManifest, day};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_source::{Datum, Node, RawLocation, find};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::ledger::LedgerRows;
use crate::order::Reversed;
use crate::parted::{Parted, number};
use crate::reader::Reader;
use crate::scalar::Asked;
use crate::{below_zero, blanks, order, outlying};

impl Reader<'_> {
    pub(crate) fn ledger(
        &mut self,
        plugin: &PluginManifest,
        path: Asked<'_>,
        spec: &FieldSpec,
        node: &Node<'_>,
    ) -> Option<Value> {
        let Datum::List(rows) = &node.datum else {
            self.wrong_type(path, &spec.label, "ledger", node);
            return None;
        };
        let mut ledger = Vec::with_capacity(rows.len());
        let mut noted = LedgerRows::of(spec, self.source);
        let parted = Parted::of(spec);
        let mut numbers = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let path = Asked { row: Some(index + 1), ..path };
            let Datum::Table(cells) = &row.datum else {
                self.wrong_type(path, &spec.label, "table", row);
                continue;
            };
            if noted.is_none(&ledger, cells, row.location) {
                continue;
            }
            let mut record = Map::new();
            for (key, value) in cells {
                let name = key.name.as_ref();
                let Some((declared, column)) = spec.columns.get_key_value(name) else {
                    let known = spec.columns.keys().map(Name::as_str);
                    self.fail(Code::UnknownField, key.location, |d| d.with("key", name).suggest(name, known));
                    continue;
                };
                let cell = Asked { column: Some(declared), ..path };
                let Some(read) = self.scalar(cell, &column.label, column.kind, value) else { continue };
                if let (ColumnType::Text, Some(text)) = (column.kind, read.as_str()) {
                    self.note_blank(cell, (spec, column), text, value.location);
                }
                if column.kind == ColumnType::Decimal {
                    self.note_below_zero(cell, (&column.label, ""), &read, value.location);
                }
                record.insert(name.to_owned(), read);
            }
            for (name, column) in spec.columns.iter().filter(|(_, column)| column.required) {
                if find(cells, name.as_str()).is_none() {
                    let cell = Asked { column: Some(name), ..path };
                    self.fail(Code::FieldMissing, row.location, |d| {
                        let missing = d.with("of", "ledger").with("plugin", &plugin.id);
                        missing.with("field", cell).with("label", &column.label)
                    });
                }
            }
            self.note_date_outside(path, spec, &record, row);
            self.note_parts(path, spec, &record, row);
            if let Some(reversed) = order::reversed(spec, &record) {
                self.note_order(path, &spec.label, &reversed, row);
            }
            self.note_parted((path, &spec.label), &parted, &record, row);
            noted.take(index + 1, &record, row.location);
            numbers.push(index + 1);
            ledger.push(Value::Object(record));
        }
        if let Some((at, unlike)) = order::unlike(spec, &ledger) {
            let path = Asked { row: Some(numbers[at]), ..path };
            self.note_order(path, &spec.label, &unlike, &rows[numbers[at] - 1]);
        }
        if let Some(odd) = outlying::outlying(spec, &ledger) {
            let found = Diagnostic::new(Code::RowOutlying)
                .with("field", Asked { row: Some(numbers[odd.row]), column: Some(odd.name), ..path })
                .with("label", &spec.label)
                .with("row", numbers[odd.row])
                .with("column", &odd.column.label)
                .with_digits("given", odd.given)
                .with_digits("least", odd.least)
                .with_digits("most", odd.most)
                .with("per", odd.per.map_or("none", |per| per.label.as_str()));
            self.note(found, place(&rows[numbers[odd.row] - 1], odd.name));
        }
        noted.remarks(&ledger).into_iter().for_each(|remark| self.keep(remark));
        for (column, _) in spec.columns.iter().filter(|(_, column)| column.refers.is_some()) {
            let cells = numbers.iter().map(|number| place(&rows[number - 1], column)).collect();
            self.referring.push((path.name.clone(), column.clone(), cells));
        }
        Some(Value::Array(ledger))
    }

    /// A number below 0 of what cannot be less than none.
    pub(crate) fn note_below_zero(
        &mut self,
        path: Asked<'_>,
        (label, measure): (&str, &str),
        value: &Value,
        location: RawLocation,
    ) {
        let given = value.as_str().filter(|given| {
            given.starts_with('-') && given.contains(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
        });
        let Some(given) = given.filter(|_| !below_zero::is_signed(label)) else { return };
        let found = Diagnostic::new(Code::BelowZero)
            .with("field", path)
            .with("label", label)
            .with("given", given)
            .with("measure", measure);
        self.note(found, location);
    }

    /// A cell with a placeholder that was to be filled in.
    pub(crate) fn note_blank(
        &mut self,
        path: Asked<'_>,
        (spec, column): (&FieldSpec, &Column),
        text: &str,
        location: RawLocation,
    ) {
        // A head's own words say nothing.
        let at = match Some(text).filter(|text| blanks::may_be_in_cell(text)).and_then(blanks::find) {
            Some(at) => at,
            None if text == column.label => 0..text.len(),
            None => return,
        };
        let label = format!("{}（{}）", spec.label, column.label);
        let found = Diagnostic::new(Code::BlankLeft).with("field", path).with("label", label);
        let found = found.with("said", &text[at]);
        self.note(found, location);
    }

    /// Totals of a row that are not the sum of their parts. Where a part is missing it may be the rest.
    pub(crate) fn note_parts(
        &mut self,
        path: Asked<'_>,
        spec: &FieldSpec,
        row: &Map<String, Value>,
        given: &Node<'_>,
    ) {
        for (name, column) in spec.columns.iter().filter(|(_, column)| !column.parts.is_empty()) {
            let number = |name: &Name| number(row, name);
            let values: Vec<Decimal> = column.parts.iter().filter_map(number).collect();
            let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
            let (Some(total), Some(sum)) = (number(name), sum.filter(|_| !values.is_empty())) else {
                continue;
            };
            let Some(difference) = sum.checked_sub(total) else { continue };
            let tolerance = column.tolerance.as_ref().and_then(|amount| amount.as_str().parse().ok());
            let is_whole = values.len() == column.parts.len();
            if difference.abs() <= tolerance.unwrap_or_default() || !is_whole && difference < Decimal::ZERO {
                continue;
            }
            let scale = values.iter().chain([&total]).map(Decimal::scale).max().unwrap_or_default();
            let rounding = Decimal::new(1, scale) * Decimal::from(values.len() + 1) / Decimal::TWO;
            let reason = match difference {
                near if scale > 0 && near.abs() <= rounding => "rounding",
                rest if rest < Decimal::ZERO => "rest",
                _ => "over",
            };
            let added: Vec<String> = values.iter().map(|value| value.normalize().to_string()).collect();
            let found = Diagnostic::new(Code::PartsDiffer)
                .with("key", Asked { column: Some(name), ..path })
                .with("label", format!("{}（{}）", spec.label, column.label))
                .with_digits("total", total.normalize())
                .with_digits("sum", sum.normalize())
                .with("measure", "")
                .with("parts", added.join("+"))
                .with("reason", reason)
                .with_digits("rest", difference.abs().normalize());
            self.note(found, place(given, name));
        }
    }

    /// A row that ends before it begins.
    pub(crate) fn note_order(
        &mut self,
        path: Asked<'_>,
        label: &str,
        reversed: &Reversed<'_>,
        given: &Node<'_>,
    ) {
        let found = Diagnostic::new(Code::RowEndsEarly)
            .with("field", Asked { column: Some(reversed.name), ..path })
            .with("label", label)
            .with("row", path.row.unwrap_or_default())
            .with("column", &reversed.end.label)
            .with("date", reversed.day.to_string())
            .with("begin", &reversed.begin.label)
            .with("since", reversed.since.to_string());
        self.note(found, place(given, reversed.name));
    }

    /// A row with more of a part than of its whole, or with a day for what is said not to be done.
    fn note_parted(
        &mut self,
        (path, label): (Asked<'_>, &str),
        parted: &Parted<'_>,
        row: &Map<String, Value>,
        given: &Node<'_>,
    ) {
        let of_row = |code, name| {
            Diagnostic::new(code)
                .with("field", Asked { column: Some(name), ..path })
                .with("label", label)
                .with("row", path.row.unwrap_or_default())
        };
        if let Some(it) = parted.exceeding(row) {
            let found = of_row(Code::RowPartExceeds, it.part.0)
                .with("column", &it.part.1.label)
                .with_digits("given", it.given)
                .with("whole", &it.whole.1.label)
                .with_digits("found", it.most);
            self.note(found, place(given, it.part.0));
        }
        if let Some(it) = parted.undone(row) {
            let found = of_row(Code::RowUndone, it.column.0)
                .with("column", &it.column.1.label)
                .with("date", it.day.to_string())
                .with("flag", &it.flag.1.label);
            self.note(found, place(given, it.column.0));
        }
    }

    /// A row dated outside the period, or without a day, is not counted, and the clerk is told.
    pub(crate) fn note_date_outside(
        &mut self,
        path: Asked<'_>,
        spec: &FieldSpec,
        row: &Map<String, Value>,
        given: &Node<'_>,
    ) {
        let dated = spec.columns.iter().find(|(_, column)| column.kind == ColumnType::Date);
        let Some((column, declared)) = dated else { return };
        let date = row.get(column.as_str()).and_then(|date| day(date.as_str()?));
        let (Some(date), period) = (date, self.period) else {
            // One that is required is missed already.
            if !declared.required {
                let found = Diagnostic::new(Code::RowUndated)
                    .with("field", Asked { column: Some(column), ..path })
                    .with("label", &spec.label)
                    .with("row", path.row.unwrap_or_default())
                    .with("column", &declared.label);
                self.note(found, given.location);
            }
            return;
        };
        if period.contains(date) {
            return;
        }
        let found = Diagnostic::new(Code::DateOutside)
            .with("field", Asked { column: Some(column), ..path })
            .with("label", &spec.label)
            .with("row", path.row.unwrap_or_default())
            .with("date", date.to_string())
            .with("period", period);
        self.note(found, place(given, column));
    }
}

/// Where a cell of a row stands; the row, where the cell is empty.
fn place(row: &Node<'_>, column: &Name) -> RawLocation {
    match &row.datum {
        Datum::Table(cells) => find(cells, column.as_str()).map_or(row.location, |cell| cell.location),
        _ => row.location,
    }
}
