//! A figure: a count's number with the digits that are printed, its measure word, and what it came from.

use huibian_contract::{CountKey, CountKind, CountSpec, IndexMap};
use rust_decimal::{Decimal, RoundingStrategy};

/// The value of a count and the records it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let digits = match spec.kind {
            CountKind::Integer => value.to_string(),
            CountKind::Decimal | CountKind::Ratio => format!("{value:.*}", spec.scale as usize),
        };
        Self { value, digits, measure: sign.unwrap_or(&spec.measure).to_owned(), from }
    }
}

/// Every figure of one unit by its full key, in the order of the report.
pub type FigureTable = IndexMap<CountKey, Figure>;
