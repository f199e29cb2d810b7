//! Wording with named places: `{year}年{month}月{day}日`.

use serde::{Deserialize, Serialize};

/// A text with places that are filled when it is printed, each written as a name in braces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Pattern {
    text: String,
    /// What is no pattern prints as it is written; [`Pattern::unknown_place`] finds it.
    parsed: huibian_contract::Pattern,
}

impl Pattern {
    /// The text with its places filled; a place that is not among `values` stays empty.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let value = |place: &String| {
            Some(values.iter().find(|(known, _)| known == place).map_or("", |(_, value)| value))
        };
        self.parsed.fill(value).unwrap_or_default()
    }

    /// The first place that is not among `known`, or a brace without its other one.
    pub fn unknown_place(&self, known: &[&str]) -> Option<&str> {
        let found = huibian_contract::Pattern::parse(&self.text, |name| known.contains(&name).then_some(()));
        found.err().map(|fault| &self.text[fault.range()])
    }
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        let parsed = huibian_contract::Pattern::parse(&text, |name| Some(name.to_owned()));
        Self { parsed: parsed.unwrap_or_else(|_| huibian_contract::Pattern::fixed(&text)), text }
    }
}

impl From<&str> for Pattern {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled() {
        let pattern = Pattern::from("{code}〔{year}〕{sequence}号");
        let values = [("code", "云委发"), ("year", "2023"), ("sequence", "5")];
        assert_eq!(pattern.fill(&values), "云委发〔2023〕5号");
        assert_eq!(pattern.unknown_place(&["code", "year", "sequence"]), None);
    }

    #[test]
    fn a_name_that_nobody_fills_is_found() {
        assert_eq!(Pattern::from("{year}{mont}").unknown_place(&["year", "month"]), Some("mont"));
        assert_eq!(Pattern::from("a}").unknown_place(&["year"]), Some("}"));
        assert_eq!(Pattern::from("{year").unknown_place(&["year"]), Some("{year"));
    }
}
