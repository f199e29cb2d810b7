//! The expressions of `plugin.toml`, compiled and asked.

use std::sync::Arc;

use huibian_contract::IndexMap;
use huibian_diagnostic::{Location, Source};
use huibian_expression::{Expression, OperandKind, Scope, Value};
use rust_decimal::Decimal;

use crate::told::tell;

/// Compiles the text for each kind of result, and asks what compiles.
pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let source = Source::new("plugin.toml", format!("\"{text}\""));
    let place = Location::span(&source, 0..source.text.len());
    for expected in [OperandKind::Number, OperandKind::Boolean] {
        match Expression::compile(text, &scope(), &expected, &place) {
            Ok(expression) => {
                let _ = (expression.evaluate(value), expression.evaluate(|_| None));
            }
            Err(fault) => tell(&fault),
        }
    }
}

fn scope() -> Scope {
    let row = [("people", OperandKind::Number), ("place", OperandKind::Text), ("open", OperandKind::Boolean)];
    let row: IndexMap<_, _> = row.into_iter().map(|(name, kind)| (name.to_owned(), kind)).collect();
    let mut scope = Scope::default();
    scope.names.insert("built".to_owned(), OperandKind::Number);
    scope.names.insert("name".to_owned(), OperandKind::Text);
    scope.names.insert("open".to_owned(), OperandKind::Boolean);
    scope.names.insert("visits".to_owned(), OperandKind::List(Box::new(OperandKind::Record(Arc::new(row)))));
    scope.group("fields", IndexMap::from_iter([("plan".to_owned(), OperandKind::Text)]));
    scope.group("counts", IndexMap::from_iter([("works/built".to_owned(), OperandKind::Number)]));
    scope
}

fn value(name: &str) -> Option<Value> {
    match name {
        "built" | "counts.works/built" => Some(Value::Number(Decimal::MAX)),
        "name" | "fields.plan" => Some(Value::Text("某某镇".to_owned())),
        "open" => Some(Value::Boolean(true)),
        _ => None,
    }
}
