//! Data that a plugin must stand: made from the fields it declares, so that every value is of its type and yet hostile.

use huibian_contract::{Column, ColumnType, FieldSpec, FieldType, Period, PluginManifest};
use serde_json::{Map, Value, json};

/// A way to fill a plugin's fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A plain value in every field, one row in every ledger.
    Plain,
    /// Nothing at all, as if nothing were required.
    Empty,
    /// Required fields and columns only.
    Required,
    /// As plain, with keys that nobody declared.
    UnknownKeys,
    /// As plain, with very long texts.
    HugeText,
    /// As plain, with texts full of signs that mean something to templates and to Markdown.
    Signs,
    /// Numbers are 0, ledgers and lists empty.
    Zero,
    /// The largest numbers there are.
    LargeNumbers,
    /// As plain, with every ledger row a year after the period.
    OutsideRows,
    /// As [`Input::OutsideRows`], with those rows taken away.
    EmptyLedgers,
}

impl Input {
    /// Those whose answers are held against the rules by themselves.
    pub const ALONE: [Self; 7] = [
        Self::Plain,
        Self::Empty,
        Self::Required,
        Self::HugeText,
        Self::Signs,
        Self::Zero,
        Self::LargeNumbers,
    ];

    /// The fields of a plugin, filled in this way.
    pub fn data(self, manifest: &PluginManifest, period: Period) -> Map<String, Value> {
        let mut data = Map::new();
        if self == Self::Empty {
            return data;
        }
        for (name, field) in &manifest.fields {
            if self != Self::Required || field.required {
                data.insert(name.to_string(), self.field(field, period));
            }
        }
        if self == Self::UnknownKeys {
            data.insert("x_undeclared".to_owned(), json!({ "sessions": [1, null, "\u{1F4C4}"] }));
            for ledger in data.values_mut().filter_map(Value::as_array_mut) {
                for row in ledger.iter_mut().filter_map(Value::as_object_mut) {
                    row.insert("x_undeclared".to_owned(), json!(-1.5));
                }
            }
        }
        data
    }

    fn field(self, field: &FieldSpec, period: Period) -> Value {
        match field.kind {
            FieldType::Ledger | FieldType::Texts if self == Self::Zero => json!([]),
            FieldType::Ledger if self == Self::EmptyLedgers && is_dated(field) => json!([]),
            FieldType::Ledger => {
                let row = |(name, column): (&huibian_contract::Name, &Column)| {
                    (self != Self::Required || column.required)
                        .then(|| (name.to_string(), self.scalar(column.kind, period)))
                };
                let row: Map<String, Value> = field.columns.iter().filter_map(row).collect();
                Value::Array(vec![Value::Object(row)])
            }
            FieldType::Texts => json!([self.text(), self.text()]),
            FieldType::Text => self.scalar(ColumnType::Text, period),
            FieldType::Integer => self.scalar(ColumnType::Integer, period),
            FieldType::Decimal => self.scalar(ColumnType::Decimal, period),
            FieldType::Boolean => self.scalar(ColumnType::Boolean, period),
            FieldType::Date => self.scalar(ColumnType::Date, period),
        }
    }

    fn scalar(self, kind: ColumnType, period: Period) -> Value {
        match (kind, self) {
            (ColumnType::Text, _) => self.text().into(),
            (ColumnType::Integer, Self::Zero) => json!(0),
            (ColumnType::Integer, Self::LargeNumbers) => json!(i64::MAX),
            (ColumnType::Integer, _) => json!(1),
            (ColumnType::Decimal, Self::Zero) => json!("0"),
            (ColumnType::Decimal, Self::LargeNumbers) => json!("79228162514264337593543950335"),
            (ColumnType::Decimal, _) => json!("1.50"),
            (ColumnType::Boolean, Self::Zero) => json!(false),
            (ColumnType::Boolean, _) => json!(true),
            (ColumnType::Date, Self::OutsideRows) => {
                let after = period.end().checked_add(jiff::Span::new().years(1));
                json!(after.unwrap_or(period.end()).to_string())
            }
            (ColumnType::Date, _) => json!(period.start().to_string()),
        }
    }

    fn text(self) -> String {
        match self {
            Self::HugeText => "云溪镇开展工作。".repeat(1000),
            Self::Signs => "1. **甲**\n# {{乙}} <b>&</b> `丙`\n- [丁](x) 𠮷 | ~~".to_owned(),
            _ => "甲".to_owned(),
        }
    }
}

/// Whether a ledger's rows have a date, and so may lie outside the period.
fn is_dated(field: &FieldSpec) -> bool {
    field.columns.values().any(|column| column.kind == ColumnType::Date)
}
