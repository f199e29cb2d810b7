//! The shapes of a response's values, for its JSON Schema. The types themselves take any value, so that the host can
//! name what does not fit.

use std::borrow::Cow;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema};

/// A figure, with or without the records it came from.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)] // a shape, never a value
pub enum CountValue {
    /// A value with its records.
    Traced {
        /// The number.
        value: Reported,
        /// Ledger rows (`sessions#1-12`) or fields (`sessions_total`).
        #[schemars(default)]
        from: Vec<String>,
    },
    /// A value whose records plugin.toml names, or nobody does.
    Bare(Reported),
}

/// A number, never null; one that is whole is never negative.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
pub enum Reported {
    /// A whole number.
    Integer(#[schemars(range(min = 0, max = 9_223_372_036_854_775_807_u64))] u64),
    /// A decimal number as text, so that no digit is lost.
    Decimal(#[schemars(regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$"))] String),
}

/// A value for wording.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
pub enum Fact {
    /// Yes or no.
    Boolean(bool),
    /// Free text, or a day as `2023-04-05`.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
}

/// Words in one language or in both.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
pub enum Words {
    /// Words for both languages.
    Text(String),
    /// Words by language, at least one of them.
    Languages(Languages),
}

/// Words by language.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct Languages {
    /// In Chinese.
    pub zh: Option<String>,
    /// In English.
    pub en: Option<String>,
}

impl JsonSchema for crate::Words {
    fn schema_name() -> Cow<'static, str> {
        Words::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Words::json_schema(generator)
    }
}
