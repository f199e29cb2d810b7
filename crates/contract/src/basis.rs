//! Which period a count's value is of, and what of the count it is. Templates, tables, charts and documents name both in
//! these words.

use std::fmt;

use serde::{Deserialize, Serialize};

/// When a count was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CountPeriod"))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// In the report's period. No file writes it: it is what is meant where none is named.
    #[default]
    #[serde(skip_deserializing)]
    Now,
    /// In the period before.
    Previous,
    /// In the same period a year earlier.
    LastYear,
    /// From the year's beginning.
    ToDate,
}

impl Basis {
    /// Those that the report's period is compared with.
    pub const EARLIER: &[Self] = &[Self::Previous, Self::LastYear];
    /// All but the report's own period.
    pub const OTHERS: &[Self] = &[Self::Previous, Self::LastYear, Self::ToDate];

    /// The name that files and templates have for it: `last_year`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Previous => "previous",
            Self::LastYear => "last_year",
            Self::ToDate => "to_date",
        }
    }

    /// The one among `known` that has that name.
    pub fn named(name: &str, known: &[Self]) -> Option<Self> {
        known.iter().copied().find(|basis| basis.as_str() == name)
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What of a count is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Its value.
    #[default]
    Value,
    /// By how much its value differs from an earlier period's.
    Change,
    /// By how much of the earlier value it differs.
    Growth,
}

impl Aspect {
    /// The aspect's name: `growth`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Change => "change",
            Self::Growth => "growth",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for basis in Basis::OTHERS {
            assert_eq!(Basis::named(basis.as_str(), Basis::OTHERS), Some(*basis));
            let read: Basis = serde_json::from_value(basis.as_str().into()).unwrap();
            assert_eq!(read, *basis);
        }
        assert_eq!(Basis::named("to_date", Basis::EARLIER), None);
        let error = serde_json::from_str::<Basis>("\"now\"").unwrap_err().to_string();
        assert!(error.contains("expected one of `previous`, `last_year`, `to_date`"), "{error}");
    }
}
