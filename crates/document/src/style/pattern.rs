//! Wording with named places: `{year}年{month}月{day}日`.

use serde::{Deserialize, Serialize};

/// A text with places that are filled when it is printed, each written as a name in braces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pattern(String);

impl Pattern {
    /// The text with its places filled; a place that is not among `values` stays empty.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let mut filled = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, place)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = place.split_once('}') else { break };
            filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
            rest = after;
        }
        filled + rest
    }

    /// The first place that is not among `known`, or a brace without its other one.
    pub fn stranger(&self, known: &[&str]) -> Option<&str> {
        let mut rest = self.0.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let place = &rest[at..];
            let Some((name, after)) = place.strip_prefix('{').and_then(|name| name.split_once('}')) else {
                return Some(place);
            };
            if !known.contains(&name) {
                return Some(name);
            }
            rest = after;
        }
        None
    }
}

impl From<&str> for Pattern {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
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
        assert_eq!(pattern.stranger(&["code", "year", "sequence"]), None);
    }

    #[test]
    fn a_name_that_nobody_fills_is_found() {
        assert_eq!(Pattern::from("{year}{mont}").stranger(&["year", "month"]), Some("mont"));
        assert_eq!(Pattern::from("a}").stranger(&["year"]), Some("}"));
        assert_eq!(Pattern::from("{year").stranger(&["year"]), Some("{year"));
    }
}
