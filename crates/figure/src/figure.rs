//! A figure: a count's number with the digits that are printed, its measure word, and what it came from.

use huibian_contract::{CountKey, CountKind, CountSpec, IndexMap};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

/// The value of a count and the records it came from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Recorded")]
pub struct Figure {
    /// The number.
    pub value: Decimal,
    /// The number as it is printed: `12`, `98.4`.
    pub digits: String,
    /// What is printed after it: `次`, `%`.
    pub measure: String,
    /// Ledger rows (`sessions#1-12`) or fields; for a ratio, its parts.
    pub from: Vec<String>,
}

impl Figure {
    /// A figure of the declared scale, rounded half up.
    pub fn new(spec: &CountSpec, value: Decimal, from: Vec<String>) -> Self {
        let sign = spec.ratio.as_ref().map(|ratio| ratio.sign.as_str());
        let value = value.round_dp_with_strategy(spec.scale, RoundingStrategy::MidpointAwayFromZero);
        // What rounds to nothing has no sign.
        let value = if value.is_zero() { value.abs() } else { value };
        let digits = match spec.kind {
            CountKind::Integer => value.to_string(),
            CountKind::Decimal | CountKind::Ratio => format!("{value:.*}", spec.scale as usize),
        };
        Self { value, digits, measure: sign.unwrap_or(&spec.measure).to_owned(), from }
    }
}

/// Every figure of one unit by its full key, in the order of the report.
pub type FigureTable = IndexMap<CountKey, Figure>;

/// A figure as records have it: `{ "value": "98.4", "measure": "%", "from": ["handled", "found"] }`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Figure"))]
struct Recorded {
    /// The number as it is printed.
    value: String,
    /// What is printed after it.
    #[serde(default)]
    measure: String,
    /// The records it came from.
    #[serde(default)]
    from: Vec<String>,
}

impl TryFrom<Recorded> for Figure {
    type Error = rust_decimal::Error;

    fn try_from(Recorded { value: digits, measure, from }: Recorded) -> Result<Self, Self::Error> {
        Ok(Self { value: digits.parse()?, digits, measure, from })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Figure {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Recorded::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Recorded::json_schema(generator)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut figure = serializer.serialize_struct("Figure", 3)?;
        figure.serialize_field("value", &self.digits)?;
        figure.serialize_field("measure", &self.measure)?;
        figure.serialize_field("from", &self.from)?;
        figure.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_recorded_as_it_is_printed() {
        let spec = CountSpec { kind: CountKind::Decimal, scale: 2, ..CountSpec::default() };
        let figure = Figure::new(&spec, "2.5".parse().unwrap(), vec!["money".to_owned()]);
        let text = serde_json::to_string(&figure).unwrap();
        assert_eq!(text, r#"{"value":"2.50","measure":"","from":["money"]}"#);
        assert_eq!(serde_json::from_str::<Figure>(&text).unwrap(), figure);
        assert!(serde_json::from_str::<Figure>(r#"{"value":"many"}"#).is_err());
    }
}
