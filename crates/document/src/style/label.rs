//! Patterns that number headings, lists and enumerations.

use serde::{Deserialize, Serialize};

use crate::numbering::hanzi;

/// A pattern with at most one number in it: `{hanzi}、`, `（{arabic}）`, or plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LabelPattern {
    before: String,
    numerals: Option<Numerals>,
    after: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numerals {
    Hanzi,
    Arabic,
}

const PLACEHOLDERS: [(&str, Numerals); 2] = [("{hanzi}", Numerals::Hanzi), ("{arabic}", Numerals::Arabic)];

/// A pattern that names no known numerals.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a label: it may hold one {{hanzi}} or one {{arabic}}, and no other braces")]
pub struct InvalidLabel(String);

impl LabelPattern {
    /// What stands before the number, whether that is in hanzi, none where there is no number, and what stands after it.
    pub fn parts(&self) -> (&str, Option<bool>, &str) {
        let is_hanzi = self.numerals.map(|numerals| numerals == Numerals::Hanzi);
        (&self.before, is_hanzi, &self.after)
    }

    /// The label of item `number`; empty where the pattern is.
    pub fn label(&self, number: u32) -> String {
        let numerals = match self.numerals {
            Some(Numerals::Hanzi) => hanzi(number.into()),
            Some(Numerals::Arabic) => number.to_string(),
            None => String::new(),
        };
        [self.before.as_str(), &numerals, &self.after].concat()
    }
}

impl TryFrom<String> for LabelPattern {
    type Error = InvalidLabel;
    fn try_from(text: String) -> Result<Self, InvalidLabel> {
        let found = PLACEHOLDERS.iter().find_map(|(placeholder, numerals)| {
            text.split_once(placeholder).map(|(before, after)| (before, Some(*numerals), after))
        });
        let (before, numerals, after) = found.unwrap_or((&text, None, ""));
        if before.contains(['{', '}']) || after.contains(['{', '}']) {
            return Err(InvalidLabel(text));
        }
        Ok(Self { before: before.to_owned(), numerals, after: after.to_owned() })
    }
}

impl From<LabelPattern> for String {
    fn from(pattern: LabelPattern) -> String {
        let placeholder =
            PLACEHOLDERS.iter().find(|(_, numerals)| pattern.numerals == Some(*numerals)).map_or("", |p| p.0);
        [pattern.before.as_str(), placeholder, &pattern.after].concat()
    }
}

/// How the items of a list run on inside one paragraph: 一是…；二是…。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enumeration {
    /// What opens each item: `{hanzi}是`.
    pub label: LabelPattern,
    /// What stands between two items: `；`.
    pub separator: String,
    /// What closes the last item: `。`.
    pub end: String,
}

impl Enumeration {
    /// What opens item `number`, the first of which is 1: `一是`.
    pub fn label(&self, number: u32) -> String {
        self.label.label(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Result<LabelPattern, InvalidLabel> {
        text.to_owned().try_into()
    }

    #[test]
    fn numbers_in_either_script() {
        assert_eq!(pattern("{hanzi}、").unwrap().label(12), "十二、");
        assert_eq!(pattern("（{arabic}）").unwrap().label(3), "（3）");
        assert_eq!(pattern("").unwrap().label(3), "");
        assert_eq!(String::from(pattern("（{arabic}）").unwrap()), "（{arabic}）");
    }

    #[test]
    fn refuses_other_braces() {
        for text in ["{roman}.", "{hanzi}{arabic}", "{hanzi}{hanzi}", "{", "1}"] {
            assert!(pattern(text).is_err(), "{text}");
        }
    }
}
