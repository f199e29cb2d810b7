//! The two messages: what a plugin is given for one unit, and what it gives back. JSON on the wire.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::IndexMap;
use crate::id::{Name, UnitId};
use crate::manifest::Severity;
use crate::period::Period;
use crate::words::Words;

/// What a plugin is asked: one unit, one period, the fields it declared. Unknown keys are ignored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Request {
    /// The version of this contract that the host speaks.
    pub contract: u32,
    /// The reporting period.
    pub period: Period,
    /// Whose report it is.
    pub unit: UnitIdentity,
    /// The declared fields that the unit gave, by name. A field that was not given is absent: never 0, never null.
    /// Dates are `2023-04-05`, decimals are text, a ledger is a list of objects.
    pub data: Map<String, Value>,
    /// The unit's counts of the period before, where history has them.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub previous: Map<String, Value>,
    /// By ledger, the column whose day says which period a row is of: its first date column, where that is not called `date`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub dated: IndexMap<String, String>,
}

/// Whose report it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnitIdentity {
    /// The unit's id.
    pub id: UnitId,
    /// The unit's name as the report prints it.
    pub name: String,
    /// What the workspace knows of the unit beyond its name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub attributes: IndexMap<String, String>,
}

/// What a plugin answers. A count that it does not know is absent: never 0, never null.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Response {
    /// Figures, by name.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "IndexMap<String, crate::schema::CountValue>"))]
    pub counts: IndexMap<String, CountValue>,
    /// Values for wording, by name.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "IndexMap<String, crate::schema::Fact>"))]
    pub facts: IndexMap<String, Fact>,
    /// What the clerk, or the report's reader, should know.
    #[serde(default)]
    pub findings: Vec<Message>,
}

/// A figure and the records it came from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum CountValue {
    /// A value with its records: ledger rows (`sessions#1-12`) or fields (`sessions_total`).
    Traced {
        /// The number: a whole number, or a decimal as text.
        value: Reported,
        /// The records.
        from: Vec<String>,
    },
    /// A value whose records plugin.toml names, or nobody does.
    Bare(Reported),
}

/// A number as a plugin reports it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, from = "Value")]
pub enum Reported {
    /// A whole number.
    Integer(i64),
    /// A decimal number as text, so that no digit is lost.
    Decimal(String),
    /// Anything else: what the host refuses, by name.
    Other(Value),
}

/// A value for wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, from = "Value")]
pub enum Fact {
    /// Yes or no.
    Boolean(bool),
    /// Free text, or a day as `2023-04-05`.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// Anything else: what the host refuses, by name.
    Other(Value),
}

// An untagged enum tries each variant and words an error for each that fails; these look at the value once.

impl<'de> Deserialize<'de> for CountValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CountVisitor)
    }
}

struct CountVisitor;

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum CountPart {
    Value,
    From,
    #[serde(other)]
    Unknown,
}

impl<'de> Visitor<'de> for CountVisitor {
    type Value = CountValue;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a count")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CountValue, A::Error> {
        let (mut value, mut from) = (None, Fact::Texts(Vec::new()));
        while let Some(part) = map.next_key()? {
            match part {
                CountPart::Value => value = Some(map.next_value()?),
                CountPart::From => from = map.next_value()?,
                CountPart::Unknown => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(match (value, from) {
            (Some(value), Fact::Texts(from)) => CountValue::Traced { value, from },
            (Some(value), _) => CountValue::Bare(Reported::Other(value.into())),
            (None, _) => CountValue::Bare(Reported::Other(Value::Object(Map::new()))),
        })
    }

    fn visit_i64<E>(self, number: i64) -> Result<CountValue, E> {
        Ok(CountValue::Bare(Reported::Integer(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<CountValue, E> {
        Ok(CountValue::Bare(Value::from(number).into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<CountValue, E> {
        Ok(CountValue::Bare(Value::from(number).into()))
    }

    fn visit_str<E>(self, digits: &str) -> Result<CountValue, E> {
        Ok(CountValue::Bare(Reported::Decimal(digits.to_owned())))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<CountValue, E> {
        Ok(CountValue::Bare(Reported::Other(yes.into())))
    }

    fn visit_unit<E>(self) -> Result<CountValue, E> {
        Ok(CountValue::Bare(Reported::Other(Value::Null)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<CountValue, A::Error> {
        let items = Value::deserialize(SeqAccessDeserializer::new(items))?;
        Ok(CountValue::Bare(Reported::Other(items)))
    }
}

impl From<Reported> for Value {
    fn from(reported: Reported) -> Self {
        match reported {
            Reported::Integer(number) => number.into(),
            Reported::Decimal(digits) => digits.into(),
            Reported::Other(value) => value,
        }
    }
}

impl From<Value> for Reported {
    fn from(value: Value) -> Self {
        match value {
            Value::Number(number) => {
                number.as_i64().map_or_else(|| Self::Other(Value::Number(number)), Self::Integer)
            }
            Value::String(digits) => Self::Decimal(digits),
            other => Self::Other(other),
        }
    }
}

impl From<Value> for Fact {
    fn from(value: Value) -> Self {
        match value {
            Value::Bool(yes) => Self::Boolean(yes),
            Value::String(text) => Self::Text(text),
            Value::Array(items) if items.iter().all(Value::is_string) => {
                Self::Texts(texts(Some(Value::Array(items))).unwrap_or_default())
            }
            other => Self::Other(other),
        }
    }
}

impl From<Fact> for Value {
    fn from(fact: Fact) -> Self {
        match fact {
            Fact::Boolean(yes) => Self::Bool(yes),
            Fact::Text(text) => Self::String(text),
            Fact::Texts(texts) => texts.into(),
            Fact::Other(value) => value,
        }
    }
}

/// A list of texts; nothing given is an empty one, anything else is none.
fn texts(value: Option<Value>) -> Option<Vec<String>> {
    let Value::Array(items) = value.unwrap_or(Value::Array(Vec::new())) else { return None };
    let text = |item| if let Value::String(text) = item { Some(text) } else { None };
    items.into_iter().map(text).collect()
}

/// What a plugin wants the clerk to know about the unit's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Message {
    /// How much it weighs.
    #[serde(default)]
    pub severity: Severity,
    /// One or two sentences, as one text or by language. `{visits}` stands for the label of that field, where it is one
    /// of `fields`.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Words"))]
    pub text: Words,
    /// The fields it concerns, by name.
    #[serde(default)]
    pub fields: Vec<Name>,
}
