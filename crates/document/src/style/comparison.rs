//! How a figure is compared with earlier ones, in words that hold figures.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What is said of a figure beside an earlier one. `{earlier}` is the earlier period (上季度), `{current}` the report's
/// own (本季度). Of sums over units, what is said of the units has words of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// More than before.
    pub increase: Phrase,
    /// More than before, by so little that the rate rounds to 0.
    pub slight_increase: Phrase,
    /// Less than before.
    pub decrease: Phrase,
    /// Less than before, by so little that the rate rounds to 0.
    pub slight_decrease: Phrase,
    /// A rate that is higher than before.
    pub rise: Phrase,
    /// A rate that is lower than before.
    pub fall: Phrase,
    /// As much as before.
    pub equal: Phrase,
    /// More than nothing: there is no rate.
    pub from_zero: Phrase,
    /// No period was ever filed before.
    pub first: Phrase,
    /// The earlier period was not filed, or not this figure of it.
    pub missing: Phrase,
    /// After a sum over periods some of which are missing: `{periods}`.
    pub lacking: Phrase,
    /// After a sum over periods some of which were filed in another measure, `{measure}`: `{periods}`.
    #[serde(default = "lacking_measure")]
    pub lacking_measure: Phrase,
    /// After a sum over periods some of which were filed with other digits after the point: `{periods}`.
    #[serde(default = "lacking_scale")]
    pub lacking_scale: Phrase,
    /// After a sum over periods some of which are of the unit as it was before a part of it became another: `{periods}`.
    #[serde(default = "lacking_undivided")]
    pub lacking_undivided: Phrase,
    /// Between those periods, and between names of units.
    pub separator: String,
    /// Before a comparison of sums over those units that gave the figure both times: without `{units}`, `{count}` are left.
    #[serde(default = "same_units")]
    pub same_units: Phrase,
    /// Before a comparison of sums over all units of each time: `{units}` says who is missing when.
    #[serde(default = "all_units")]
    pub all_units: Phrase,
    /// That a period's sum is without `{units}`; `{earlier}` is either of the two.
    #[serde(default = "units_absent")]
    pub units_absent: Phrase,
    /// In place of a comparison: the earlier figure is in another measure, `{measure}`.
    #[serde(default = "other_measure")]
    pub other_measure: Phrase,
    /// In place of a comparison: the earlier figure has other digits after its point.
    #[serde(default = "other_scale")]
    pub other_scale: Phrase,
    /// After a comparison with an earlier figure that was converted from `{measure}`.
    #[serde(default = "converted")]
    pub converted: Phrase,
    /// After a sum over periods in which units stood below others than now.
    #[serde(default = "as_it_was")]
    pub as_it_was: Phrase,
    /// What a difference between rates is measured in, by the rates' sign.
    pub points: BTreeMap<String, String>,
    /// Digits after the point of a rate of growth, rounded half up; zeros at the end are left out.
    pub rate_scale: u32,
}

fn lacking_measure() -> Phrase {
    Phrase(vec![
        Piece::Text("（".to_owned()),
        Piece::Part(Part::Periods),
        Piece::Text("以“".to_owned()),
        Piece::Part(Part::Measure),
        Piece::Text("”计，未计入）".to_owned()),
    ])
}

fn lacking_scale() -> Phrase {
    Phrase(vec![
        Piece::Text("（".to_owned()),
        Piece::Part(Part::Periods),
        Piece::Text("小数位数不同，未计入）".to_owned()),
    ])
}

fn lacking_undivided() -> Phrase {
    Phrase(vec![
        Piece::Text("（".to_owned()),
        Piece::Part(Part::Periods),
        Piece::Text("为分设前的数据，未计入）".to_owned()),
    ])
}

fn same_units() -> Phrase {
    Phrase(vec![
        Piece::Text("除".to_owned()),
        Piece::Part(Part::Units),
        Piece::Text("外的".to_owned()),
        Piece::Part(Part::Count),
        Piece::Text("个单位".to_owned()),
    ])
}

fn all_units() -> Phrase {
    Phrase(vec![Piece::Part(Part::Units), Piece::Text("，按各期报送单位合计，".to_owned())])
}

fn units_absent() -> Phrase {
    Phrase(vec![Piece::Part(Part::Earlier), Piece::Text("不含".to_owned()), Piece::Part(Part::Units)])
}

fn other_measure() -> Phrase {
    Phrase(vec![
        Piece::Part(Part::Earlier),
        Piece::Text("以“".to_owned()),
        Piece::Part(Part::Measure),
        Piece::Text("”计，不作比较".to_owned()),
    ])
}

fn other_scale() -> Phrase {
    Phrase(vec![Piece::Part(Part::Earlier), Piece::Text("小数位数不同，不作比较".to_owned())])
}

fn converted() -> Phrase {
    Phrase(vec![
        Piece::Text("，".to_owned()),
        Piece::Part(Part::Earlier),
        Piece::Text("数据由“".to_owned()),
        Piece::Part(Part::Measure),
        Piece::Text("”折算".to_owned()),
    ])
}

fn as_it_was() -> Phrase {
    Phrase(vec![Piece::Text("（按各期隶属关系汇总）".to_owned())])
}

/// Words with places in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phrase(Vec<Piece>);

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// Something of the comparison.
    Part(Part),
}

/// What a phrase may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the earlier period is called.
    Earlier,
    /// What the report's period is called.
    Current,
    /// The periods that are missing.
    Periods,
    /// The difference, with its measure word.
    Difference,
    /// The difference by the earlier value.
    Rate,
    /// The earlier value's digits.
    Before,
    /// The value, with its measure word.
    Now,
    /// Names of units.
    Units,
    /// How many units.
    Count,
    /// An earlier measure word.
    Measure,
}

const PARTS: [(&str, Part); 10] = [
    ("earlier", Part::Earlier),
    ("current", Part::Current),
    ("periods", Part::Periods),
    ("difference", Part::Difference),
    ("rate", Part::Rate),
    ("before", Part::Before),
    ("now", Part::Now),
    ("units", Part::Units),
    ("count", Part::Count),
    ("measure", Part::Measure),
];

/// Text that is no phrase.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}`: braces may hold earlier, current, periods, difference, rate, before, now, units, count or measure"
)]
pub struct InvalidPhrase(String);

impl Phrase {
    /// Its pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }
}

impl TryFrom<String> for Phrase {
    type Error = InvalidPhrase;
    fn try_from(text: String) -> Result<Self, InvalidPhrase> {
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((words, after)) = rest.split_once('{') {
            let part = after.split_once('}').and_then(|(name, after)| {
                let part = PARTS.iter().find(|(known, _)| *known == name)?.1;
                Some((part, after))
            });
            let Some((part, after)) = part else { return Err(InvalidPhrase(text)) };
            if !words.is_empty() {
                pieces.push(Piece::Text(words.to_owned()));
            }
            pieces.push(Piece::Part(part));
            rest = after;
        }
        if rest.contains('}') {
            return Err(InvalidPhrase(text));
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Self(pieces))
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Text(words) => words,
            Piece::Part(part) => {
                let name = PARTS.iter().find(|(_, known)| *known == part).map_or("", |(name, _)| name);
                format!("{{{name}}}")
            }
        };
        phrase.0.into_iter().map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_reads_back() {
        for text in ["较{earlier}增加{difference}，增长{rate}", "{earlier}为{before}", "首次填报", ""]
        {
            let phrase = Phrase::try_from(text.to_owned()).unwrap();
            assert_eq!(String::from(phrase), text);
        }
        for text in ["较{earlyer}", "较{earlier", "较earlier}"] {
            assert!(Phrase::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
