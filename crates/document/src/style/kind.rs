//! What a value of a house style's file may be.

use toml::Value;

use super::language;
use super::pattern::Pattern;
use super::{LabelPattern, Phrase};
use crate::length::Length;

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A length of any sign.
    Length,
    /// A length of nothing or more.
    Distance,
    /// The width or height of a sheet.
    Sheet,
    /// The size of type.
    Type,
    /// From line to line.
    Line,
    /// The thickness of a rule.
    Rule,
    /// A number of lines.
    Lines,
    /// A number of characters, which may be below 0.
    Characters,
    /// Hundredths of a character.
    Hundredths,
    /// A number of things.
    Count,
    /// Yes or no.
    Switch,
    /// Words, which may be none.
    Text,
    /// A name that is shown, of one character or more.
    Name,
    /// The tag of a language.
    Language,
    /// The name of a face.
    Face,
    /// `both`, `center`, `left`, `right` or `distribute`.
    Align,
    /// `left`, `center` or `right`.
    Side,
    /// Six hexadecimal digits.
    Colour,
    /// Six hexadecimal digits, or nothing.
    Fill,
    /// How footnotes are numbered.
    Numbers,
    /// Words with at most one number in them.
    Label,
    /// Words with places of these names in them.
    Places(&'static [&'static str]),
    /// Words of a comparison.
    Phrase,
    /// A list of words.
    Words,
    /// Twelve names, or none.
    Months,
    /// Names of faces, each with a list of others.
    Substitutes,
    /// Names of faces, each with a family.
    Families,
    /// Signs, each with a word.
    Signs,
}

/// Where the words of a paragraph may stand.
pub const ALIGNS: [&str; 5] = ["both", "center", "left", "right", "distribute"];
const SIDES: [&str; 3] = ["left", "center", "right"];
const FAMILIES: [&str; 3] = ["serif", "sans-serif", "cursive"];
/// The forms of numbers that footnotes may have, out of ECMA-376-1, 17.18.59.
pub const NUMBERS: [&str; 8] = [
    "decimal",
    "decimalEnclosedCircle",
    "decimalEnclosedCircleChinese",
    "decimalFullWidth",
    "chineseCounting",
    "lowerLetter",
    "lowerRoman",
    "upperRoman",
];
impl Kind {
    /// A word for it that messages choose their wording by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Distance => "distance",
            Self::Sheet => "sheet",
            Self::Type => "type",
            Self::Line => "line",
            Self::Rule => "rule",
            Self::Lines => "lines",
            Self::Characters => "characters",
            Self::Hundredths => "hundredths",
            Self::Count => "count",
            Self::Switch => "switch",
            Self::Text => "text",
            Self::Name => "name",
            Self::Language => "language",
            Self::Face => "face",
            Self::Align => "align",
            Self::Side => "side",
            Self::Colour => "colour",
            Self::Fill => "fill",
            Self::Numbers => "numbers",
            Self::Label => "label",
            Self::Places(_) => "places",
            Self::Phrase => "phrase",
            Self::Words => "words",
            Self::Months => "months",
            Self::Substitutes => "substitutes",
            Self::Families => "families",
            Self::Signs => "signs",
        }
    }

    /// The values that there are, or the names of the places that words may have; empty where there is no such list.
    pub fn known(self) -> Vec<&'static str> {
        match self {
            Self::Align => ALIGNS.to_vec(),
            Self::Side => SIDES.to_vec(),
            Self::Numbers => NUMBERS.to_vec(),
            Self::Families => FAMILIES.to_vec(),
            Self::Label => vec!["{hanzi}", "{arabic}"],
            Self::Phrase => {
                vec![
                    "{earlier}",
                    "{current}",
                    "{periods}",
                    "{difference}",
                    "{rate}",
                    "{before}",
                    "{now}",
                    "{units}",
                    "{count}",
                    "{measure}",
                ]
            }
            Self::Places(names) => names.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The least and the most that a length or a number may be: what Word and LibreOffice hold, and more than any page
    /// has of the rest.
    pub fn range(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Length => Some(("-1584pt", "1584pt")),
            Self::Distance => Some(("0mm", "558.8mm")),
            Self::Sheet => Some(("2.54mm", "558.8mm")),
            Self::Type => Some(("1pt", "1638pt")),
            Self::Line => Some(("1pt", "1584pt")),
            Self::Rule => Some(("0pt", "12pt")),
            Self::Lines => Some(("0", "200")),
            Self::Count => Some(("0", "10000")),
            Self::Characters | Self::Hundredths => Some(("-10000", "10000")),
            _ => None,
        }
    }

    /// Whether a length is in the range of this kind.
    fn spans(self, length: Length) -> bool {
        let bound = |text: &str| text.parse::<Length>().ok();
        let range = self.range().and_then(|(least, most)| Some((bound(least)?, bound(most)?)));
        range.is_some_and(|(least, most)| (least..=most).contains(&length))
    }

    /// Whether a number is in the range of this kind.
    fn counts(self, number: i64) -> bool {
        let bound = |text: &str| text.parse::<i64>().ok();
        let range = self.range().and_then(|(least, most)| Some((bound(least)?, bound(most)?)));
        range.is_some_and(|(least, most)| (least..=most).contains(&number))
    }

    /// Whether a value is of this kind.
    pub fn fits(self, value: &Value) -> bool {
        let length = || value.as_str().and_then(|text| text.parse::<Length>().ok());
        let among = |known: &[&str]| value.as_str().is_some_and(|given| known.contains(&given));
        match self {
            Self::Length | Self::Distance | Self::Sheet | Self::Type | Self::Line | Self::Rule => {
                length().is_some_and(|length| self.spans(length))
            }
            Self::Lines | Self::Count | Self::Characters | Self::Hundredths => {
                value.as_integer().is_some_and(|number| self.counts(number))
            }
            Self::Switch => value.is_bool(),
            Self::Text => value.is_str(),
            Self::Name | Self::Face => value.as_str().is_some_and(|name| !name.trim().is_empty()),
            Self::Language => value.as_str().is_some_and(language::is_tag),
            Self::Align => among(&ALIGNS),
            Self::Side => among(&SIDES),
            Self::Numbers => among(&NUMBERS),
            Self::Colour => value.as_str().is_some_and(is_colour),
            Self::Fill => value.as_str().is_some_and(|colour| colour.is_empty() || is_colour(colour)),
            Self::Label => value.as_str().is_some_and(|text| LabelPattern::try_from(text.to_owned()).is_ok()),
            Self::Places(names) => {
                let names: Vec<&str> = names.iter().map(|name| name.trim_matches(['{', '}'])).collect();
                value.as_str().is_some_and(|text| Pattern::from(text).unknown_place(&names).is_none())
            }
            Self::Phrase => value.as_str().is_some_and(|text| Phrase::try_from(text.to_owned()).is_ok()),
            Self::Words => is_words(value),
            Self::Months => {
                is_words(value) && value.as_array().is_some_and(|names| matches!(names.len(), 0 | 12))
            }
            Self::Substitutes => all_of(value, is_words),
            Self::Families => {
                all_of(value, |family| family.as_str().is_some_and(|family| FAMILIES.contains(&family)))
            }
            Self::Signs => all_of(value, Value::is_str),
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_words(value: &Value) -> bool {
    value.as_array().is_some_and(|words| words.iter().all(Value::is_str))
}

fn all_of(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value.as_table().is_some_and(|table| table.values().all(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Value {
        format!("v = {text}").parse::<toml::Table>().unwrap()["v"].clone()
    }

    #[test]
    fn each_kind_takes_what_it_is_and_nothing_else() {
        for (kind, fit, unfit) in [
            (Kind::Length, "\"-0.3pt\"", "\"3\""),
            (Kind::Distance, "\"0mm\"", "\"-1mm\""),
            (Kind::Distance, "\"558.8mm\"", "\"559mm\""),
            (Kind::Length, "\"-1584pt\"", "\"1585pt\""),
            (Kind::Sheet, "\"558.8mm\"", "\"9999mm\""),
            (Kind::Type, "\"16pt\"", "\"0pt\""),
            (Kind::Type, "\"1638pt\"", "\"1639pt\""),
            (Kind::Type, "\"1pt\"", "\"0.1pt\""),
            (Kind::Line, "\"28.95pt\"", "\"0.01pt\""),
            (Kind::Rule, "\"0pt\"", "\"13pt\""),
            (Kind::Lines, "2", "-1"),
            (Kind::Lines, "200", "100000"),
            (Kind::Characters, "-2", "\"2\""),
            (Kind::Hundredths, "200", "2.5"),
            (Kind::Count, "2", "100000"),
            (Kind::Switch, "true", "1"),
            (Kind::Text, "\"\"", "2"),
            (Kind::Name, "\"公文正文\"", "\" \""),
            (Kind::Language, "\"zh-CN\"", "\"zz-@@&<\""),
            (Kind::Align, "\"both\"", "\"justify\""),
            (Kind::Side, "\"left\"", "\"both\""),
            (Kind::Colour, "\"FF0000\"", "\"\""),
            (Kind::Fill, "\"\"", "\"red\""),
            (Kind::Numbers, "\"decimal\"", "\"roman\""),
            (Kind::Label, "\"{hanzi}、\"", "\"{roman}\""),
            (Kind::Places(&["{year}"]), "\"{year}年\"", "\"{month}\""),
            (Kind::Phrase, "\"较{earlier}\"", "\"{earlyer}\""),
            (Kind::Words, "[\"年\"]", "[1]"),
            (Kind::Months, "[]", "[\"1\"]"),
            (Kind::Substitutes, "{ a = [\"b\"] }", "{ a = \"b\" }"),
            (Kind::Families, "{ a = \"serif\" }", "{ a = \"gothic\" }"),
            (Kind::Signs, "{ \"%\" = \"个百分点\" }", "[]"),
        ] {
            assert!(kind.fits(&value(fit)), "{kind:?} {fit}");
            assert!(!kind.fits(&value(unfit)), "{kind:?} {unfit}");
        }
    }
}
