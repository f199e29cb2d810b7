//! The rows of one ledger as they are read: a total among them is no row and is held against the others, and rows that say
//! the same are noted. Knows no source.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use huibian_contract::{ColumnType, FieldSpec, Severity};
use huibian_diagnostic::{Code, Diagnostic, Faults};
use huibian_source::line_kind::{LineKind, of_label};
use huibian_source::{Datum, Entries, Locate, Spot, find};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// What was noted of a ledger's rows.
pub struct LedgerRows<'l> {
    spec: &'l FieldSpec,
    source: &'l dyn Locate,
    /// Rows by the hash of what they say.
    known: HashMap<u64, usize>,
    /// Rows that say what an earlier one says, with where the first of them is.
    doubled: Vec<String>,
    first: Option<Spot>,
    /// What columns come to so far.
    sums: Vec<(&'l str, Decimal)>,
    found: Faults,
}

impl<'l> LedgerRows<'l> {
    /// None yet.
    pub fn of(spec: &'l FieldSpec, source: &'l dyn Locate) -> Self {
        let known = HashMap::new();
        Self { spec, source, known, doubled: Vec::new(), first: None, sums: Vec::new(), found: Faults::new() }
    }

    /// Whether a row is a total, which is passed over.
    pub fn is_total(&mut self, number: usize, cells: &Entries<'_>, spot: Spot) -> bool {
        let text = cells.iter().find_map(|(_, node)| match &node.datum {
            Datum::Text(text) => Some(text),
            _ => None,
        });
        let Some((name, sign)) = text.and_then(|text| Some((text, of_label(text)?))) else { return false };
        let mut columns = self.spec.columns.iter();
        let is_dated = columns
            .any(|(name, column)| column.kind == ColumnType::Date && find(cells, name.as_str()).is_some());
        if !matches!(sign.kind, LineKind::Total | LineKind::Part) || (is_dated && !sign.is_certain) {
            return false;
        }
        let remark = Diagnostic::new(Code::RowsUnread).with("kind", sign.kind.name()).with("name", name);
        self.note(remark.with("rows", vec![number.to_string()]), spot);
        if sign.kind == LineKind::Total {
            self.hold(name, cells);
        }
        true
    }

    /// Holds a total's figures against what the rows so far come to.
    fn hold(&mut self, name: &str, cells: &Entries<'_>) {
        let mut differing = Vec::new();
        for (column, spec) in &self.spec.columns {
            let stated = find(cells, column.as_str()).and_then(|node| match &node.datum {
                Datum::Integer(digits, 10) => Some((digits.parse::<Decimal>().ok()?, node.spot)),
                Datum::Decimal(digits) => Some((digits.parse().ok()?, node.spot)),
                _ => None,
            });
            let Some((stated, spot)) = stated else { continue };
            let ours = self.sums.iter().find(|(known, _)| *known == column.as_str()).map(|(_, sum)| *sum);
            if ours == Some(stated) || (ours.is_none() && stated.is_zero()) {
                continue;
            }
            let differs = Diagnostic::new(Code::TotalDiffers).with("name", name).with("label", &spec.label);
            let differs = differs.with_digits("stated", stated);
            let differs = match ours {
                Some(ours) => differs.with_digits("ours", ours.normalize()),
                None => differs.with("ours", "–"),
            };
            differing.push((differs, spot));
        }
        for (differs, spot) in differing {
            self.note(differs, spot);
        }
    }

    /// Takes in a row of data, which is the `number`th.
    pub fn take(&mut self, number: usize, row: &Map<String, Value>, spot: Spot) {
        let spec = self.spec;
        for (name, column) in &spec.columns {
            if !matches!(column.kind, ColumnType::Integer | ColumnType::Decimal) {
                continue;
            }
            let value = row.get(name.as_str()).and_then(|value| match value {
                Value::Number(number) => number.as_i64().map(Decimal::from),
                Value::String(digits) => digits.parse().ok(),
                _ => None,
            });
            let Some(value) = value else { continue };
            match self.sums.iter_mut().find(|(known, _)| *known == name.as_str()) {
                Some((_, sum)) => *sum = sum.saturating_add(value),
                None => self.sums.push((name.as_str(), value)),
            }
        }
        let says_something = spec
            .columns
            .iter()
            .any(|(name, column)| column.kind == ColumnType::Text && row.contains_key(name.as_str()));
        if !says_something {
            return;
        }
        let mut hasher = DefaultHasher::new();
        row.hash(&mut hasher);
        let number = shown(number, spot);
        if let Some(first) = self.known.insert(hasher.finish(), number) {
            self.doubled.push(format!("{first} = {number}"));
            self.first.get_or_insert(spot);
        }
    }

    fn note(&mut self, remark: Diagnostic, spot: Spot) {
        self.found.push(remark.weighing(Severity::Warning).at(self.source.place(spot)));
    }

    /// What is to be said of them.
    pub fn remarks(mut self) -> Faults {
        if let Some(spot) = self.first {
            let remark = Diagnostic::new(Code::RowTwice).with("label", &self.spec.label);
            let remark = remark.with("rows", std::mem::take(&mut self.doubled));
            self.note(remark, spot);
        }
        self.found
    }
}

/// The number by which a person finds a row: a sheet's own, else its place in the list.
fn shown(number: usize, spot: Spot) -> usize {
    match spot {
        Spot::Cell(_, row, _) => usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1),
        Spot::Span(..) => number,
    }
}
