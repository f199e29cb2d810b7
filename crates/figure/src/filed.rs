//! A figure as records and filed periods have it, whose count need not be declared any more.

use std::fmt::Display;

use huibian_contract::CountSpec;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::figure::{Digits, Figure};

/// A figure as records have it: `{ "value": "98.4", "measure": "%", "from": ["handled", "found"] }`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Figure"))]
pub struct Filed {
    /// The number as it is printed.
    pub value: String,
    /// What is printed after it.
    #[serde(default)]
    pub measure: String,
    /// The records it came from.
    #[serde(default)]
    pub from: Vec<String>,
}

impl Filed {
    /// A figure to be filed.
    pub fn new(spec: &CountSpec, figure: &Figure) -> Self {
        let from = figure.origin.all(spec).map(|source| source.to_string()).collect();
        let value = Digits::of(spec, figure.value).to_string();
        Self { value, measure: spec.measure().to_owned(), from }
    }

    /// The number with what is printed after it.
    pub fn printed(&self) -> String {
        [self.value.as_str(), &self.measure].concat()
    }
}

impl Serialize for Filed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(serializer, &self.value, &self.measure, self.from.iter())
    }
}

/// The one way in which figures are written.
pub(crate) fn write<S: Serializer>(
    serializer: S,
    value: impl Display,
    measure: &str,
    from: impl Iterator<Item = impl Display> + Clone,
) -> Result<S::Ok, S::Error> {
    let mut figure = serializer.serialize_struct("Figure", 3)?;
    figure.serialize_field("value", &Text(value))?;
    figure.serialize_field("measure", measure)?;
    figure.serialize_field("from", &Texts(from))?;
    figure.end()
}

/// Something as it is printed.
struct Text<T>(T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Several of them.
struct Texts<I>(I);

impl<I: Iterator<Item = impl Display> + Clone> Serialize for Texts<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone().map(Text))
    }
}
