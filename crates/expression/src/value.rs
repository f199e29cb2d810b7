//! Values that go into an expression and come out of it.

use std::collections::HashMap;

use cel::common::types::{CelBool, CelList, CelMap, CelMapKey, CelString};
use cel::common::value::Val;
use rust_decimal::Decimal;

use crate::OperandKind;
use crate::number::Number;

/// A value of one [`OperandKind`].
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number; no digit is lost.
    Number(Decimal),
    /// Text.
    Text(String),
    /// Yes or no.
    Boolean(bool),
    /// A list.
    List(Vec<Value>),
    /// A ledger's row by column; a column that the row lacks is absent.
    Record(Vec<(String, Value)>),
}

impl Value {
    /// Reads a value of the contract's JSON as its declared kind; none where it is not of that kind. A row lacks the
    /// cells that it leaves empty, a yes or no like any other.
    pub fn read(kind: &OperandKind, json: &serde_json::Value) -> Option<Self> {
        use serde_json::Value as Json;
        Some(match (kind, json) {
            (OperandKind::Number, Json::Number(number)) => Self::Number(number.as_i64()?.into()),
            (OperandKind::Number, Json::String(digits)) => Self::Number(digits.parse().ok()?),
            (OperandKind::Text, Json::String(text)) => Self::Text(text.clone()),
            (OperandKind::Boolean, Json::Bool(yes)) => Self::Boolean(*yes),
            (OperandKind::List(kind), Json::Array(items)) => {
                Self::List(items.iter().filter_map(|item| Self::read(kind, item)).collect())
            }
            (OperandKind::Record(columns), Json::Object(cells)) => {
                let cells = columns
                    .iter()
                    .filter_map(|(name, kind)| Some((name.clone(), Self::read(kind, cells.get(name)?)?)));
                Self::Record(cells.collect())
            }
            _ => return None,
        })
    }

    pub(crate) fn into_val(self) -> Box<dyn Val> {
        match self {
            Self::Number(number) => Box::new(Number(number)),
            Self::Text(text) => Box::new(CelString::from(text)),
            Self::Boolean(yes) => Box::new(CelBool::from(yes)),
            Self::List(items) => {
                Box::new(CelList::from(items.into_iter().map(Self::into_val).collect::<Vec<_>>()))
            }
            Self::Record(cells) => {
                let cells = cells
                    .into_iter()
                    .map(|(name, cell)| (CelMapKey::String(CelString::from(name)), cell.into_val()));
                Box::new(CelMap::from(cells.collect::<HashMap<_, _>>()))
            }
        }
    }

    /// A number, a text or a yes-or-no; nothing else comes out of an expression.
    pub(crate) fn of_val(val: &dyn Val) -> Option<Self> {
        if let Some(Number(number)) = val.downcast_ref::<Number>() {
            Some(Self::Number(*number))
        } else if let Some(yes) = val.downcast_ref::<CelBool>() {
            Some(Self::Boolean(*yes.inner()))
        } else {
            val.downcast_ref::<CelString<'_>>().map(|text| Self::Text(text.inner().to_owned()))
        }
    }
}
