//! What can be set of an official document beside its text: under `[document]` in a workspace, in the head of a report's
//! template, and for one unit. Each says what it says; the rest is the next one's.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use huibian_contract::text::is_allowed_in_line;
use huibian_contract::{BadPlace, Pattern};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::official::{SecrecyLevel, Serial, Urgency};

/// The settings, each of which may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Document"))]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// 份号, 1 to 999999, printed with six digits.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>", range(min = 1, max = 999_999)))]
    pub serial: Option<Serial>,
    /// 密级: `绝密`, `机密` or `秘密`.
    pub secrecy: Option<SecrecyLevel>,
    /// 保密期限: `1年`.
    pub secrecy_term: Option<Wording>,
    /// 紧急程度: `特急` or `加急`.
    pub urgency: Option<Urgency>,
    /// 发文机关标志.
    pub mark: Option<MarkSettings>,
    /// 发文字号.
    pub number: Option<NumberSettings>,
    /// 签发人, for a document that goes upward.
    pub signers: Option<Vec<Wording>>,
    /// 署名: who signs, `{unit.name}人民政府`; the unit's own name where it is not set.
    pub signatory: Option<Wording>,
    /// Those who sign beside the unit, for a joint document.
    pub joint: Option<Vec<Wording>>,
    /// Whether room is left for a seal over the date.
    pub seal: Option<bool>,
    /// 附件, in order.
    pub attachments: Option<Vec<AttachmentSettings>>,
    /// 附注, without its brackets.
    pub note: Option<Wording>,
    /// 抄送机关.
    pub copies_to: Option<Vec<Wording>>,
    /// 印发机关; without one there is no 版记.
    pub printer: Option<Wording>,
    /// 印发日期; the document's own date where it is not set.
    #[serde(deserialize_with = "date")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub printed: Option<Date>,
    /// The deepest level of headings that a table of contents before the body lists; without one there is none.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u8>", range(min = 1, max = 4)))]
    pub contents: Option<Levels>,
}

/// 发文机关标志.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Mark"))]
#[serde(deny_unknown_fields)]
pub struct MarkSettings {
    /// The issuers' names, the leading one first.
    #[serde(deserialize_with = "some")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub names: Vec<Wording>,
    /// What follows them: `文件`.
    #[serde(default)]
    pub suffix: String,
}

/// 发文字号.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Number"))]
#[serde(deny_unknown_fields, default)]
pub struct NumberSettings {
    /// 机关代字: `云委发`.
    pub code: Option<Wording>,
    /// The year; that of the document's date where it is not set.
    #[serde(deserialize_with = "year")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1949, max = 9999)))]
    pub year: Option<i16>,
    /// The number within the year, from 1.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>", range(min = 1)))]
    pub sequence: Option<NonZeroU32>,
    /// Each unit's number, by the unit's id. Every unit's settings share the list.
    #[serde(deserialize_with = "shared")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, u32>"))]
    pub sequences: Arc<BTreeMap<String, NonZeroU32>>,
}

/// One attachment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Attachment"))]
#[serde(deny_unknown_fields)]
pub struct AttachmentSettings {
    /// Its title.
    pub title: Wording,
    /// The template of its text, a path in the workspace; without one it is a document of its own.
    pub template: Option<String>,
}

/// A text with places for what is known of a unit: `{unit.name}`, `{unit.id}`, `{unit.attributes.KEY}`,
/// `{period.name}`, `{period.year}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct Wording(#[cfg_attr(feature = "schema", schemars(with = "String"))] Pattern);

/// How deep a table of contents goes, 1 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u8")]
pub struct Levels(u8);

/// Places that every text may have, beside a unit's attributes.
const PLACES: [&str; 4] = ["unit.name", "unit.id", "period.name", "period.year"];
const ATTRIBUTES: &str = "unit.attributes.";

impl Wording {
    /// The text with its places filled.
    ///
    /// # Errors
    /// The first place for which `value` knows nothing.
    pub fn fill(&self, value: impl Fn(&str) -> Option<String>) -> Result<String, String> {
        self.0.fill(|place| value(place)).map_err(Clone::clone)
    }
}

impl TryFrom<String> for Wording {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Err("a text that is empty".to_owned());
        }
        if !text.chars().all(is_allowed_in_line) {
            return Err("a character that no document may hold".to_owned());
        }
        let is_known = |name: &str| {
            PLACES.contains(&name) || name.strip_prefix(ATTRIBUTES).is_some_and(|key| !key.is_empty())
        };
        let pattern = Pattern::parse(&text, |name| is_known(name).then(|| name.to_owned()));
        pattern.map(Self).map_err(|fault| match fault {
            BadPlace::Brace(_) => "a brace without its other one".to_owned(),
            BadPlace::Unknown(name) => {
                let known = PLACES.map(|place| format!("{{{place}}}")).join(", ");
                format!("no place {{{}}}; there are: {known}, {{{ATTRIBUTES}…}}", &text[name])
            }
        })
    }
}

impl Levels {
    /// The deepest level.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Levels {
    type Error = String;
    fn try_from(levels: u8) -> Result<Self, String> {
        if (1..=4).contains(&levels) {
            Ok(Self(levels))
        } else {
            Err("levels of headings: 1 to 4".to_owned())
        }
    }
}

impl Settings {
    /// These, and what they do not say from `lower`. 发文字号 is put together from parts of both.
    #[must_use]
    pub fn over(self, lower: &Self) -> Self {
        let number = match (self.number, &lower.number) {
            (Some(number), Some(lower)) => Some(number.over(lower)),
            (number, lower) => number.or_else(|| lower.clone()),
        };
        Self {
            serial: self.serial.or(lower.serial),
            secrecy: self.secrecy.or(lower.secrecy),
            secrecy_term: self.secrecy_term.or_else(|| lower.secrecy_term.clone()),
            urgency: self.urgency.or(lower.urgency),
            mark: self.mark.or_else(|| lower.mark.clone()),
            number,
            signers: self.signers.or_else(|| lower.signers.clone()),
            signatory: self.signatory.or_else(|| lower.signatory.clone()),
            joint: self.joint.or_else(|| lower.joint.clone()),
            seal: self.seal.or(lower.seal),
            attachments: self.attachments.or_else(|| lower.attachments.clone()),
            note: self.note.or_else(|| lower.note.clone()),
            copies_to: self.copies_to.or_else(|| lower.copies_to.clone()),
            printer: self.printer.or_else(|| lower.printer.clone()),
            printed: self.printed.or(lower.printed),
            contents: self.contents.or(lower.contents),
        }
    }
}

impl NumberSettings {
    fn over(self, lower: &Self) -> Self {
        let mut sequences = lower.sequences.clone();
        if !self.sequences.is_empty() {
            Arc::make_mut(&mut sequences).extend(self.sequences.iter().map(|(id, own)| (id.clone(), *own)));
        }
        Self {
            code: self.code.or_else(|| lower.code.clone()),
            year: self.year.or(lower.year),
            sequence: self.sequence.or(lower.sequence),
            sequences,
        }
    }
}

/// Texts, of which there is one at least.
fn some<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Wording>, D::Error> {
    let texts = Vec::deserialize(deserializer)?;
    if texts.is_empty() { Err(serde::de::Error::custom("a list that is empty")) } else { Ok(texts) }
}

/// A list that is shared once it is read.
fn shared<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<T>, D::Error> {
    T::deserialize(deserializer).map(Arc::new)
}

/// A year of four digits, since there are documents.
fn year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i16>, D::Error> {
    let year = i64::deserialize(deserializer)?;
    let known = i16::try_from(year).ok().filter(|year| (1949..=9999).contains(year));
    known.map(Some).ok_or_else(|| serde::de::Error::custom("a year is 1949 to 9999"))
}

/// A date as TOML or as JSON writes it.
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum DateToml {
        Toml(toml::value::Datetime),
        Text(String),
    }
    let text = match DateToml::deserialize(deserializer)? {
        DateToml::Toml(date) => date.to_string(),
        DateToml::Text(text) => text,
    };
    text.parse().map(Some).map_err(|_| serde::de::Error::custom(format!("`{text}` is no date")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<Settings, String> {
        toml::from_str(text).map_err(|error: toml::de::Error| error.message().to_owned())
    }

    #[test]
    fn each_key_is_the_upper_ones_where_it_says_so() {
        let lower = settings(
            "urgency = \"加急\"\nprinted = 2023-07-06\nnumber = { code = \"云委发\", sequences = { yunxi = 5 } }",
        );
        let upper = settings("urgency = \"特急\"\nnumber = { sequence = 9 }\nseal = true");
        let both = upper.unwrap().over(&lower.unwrap());
        assert_eq!(both.urgency, Some(Urgency::Extra));
        assert_eq!(both.printed, Some(jiff::civil::date(2023, 7, 6)));
        let number = both.number.unwrap();
        assert_eq!(number.code.unwrap().fill(|_| None).unwrap(), "云委发");
        assert_eq!((number.sequence.unwrap().get(), number.sequences["yunxi"].get()), (9, 5));
        assert_eq!(both.seal, Some(true));
    }

    #[test]
    fn what_no_document_can_have_is_refused() {
        for (text, reason) in [
            ("serial = 0", "份号"),
            ("serial = 1000000", "份号"),
            ("secrecy = \"密\"", "绝密"),
            ("urgency = \"平急\"", "特急"),
            ("note = \" \"", "empty"),
            ("note = \"{unit.title}\"", "unit.title"),
            ("note = \"}\"", "brace"),
            ("number = { sequence = 0 }", "nonzero"),
            ("number = { year = 23 }", "1949"),
            ("number = { year = 99999 }", "9999"),
            ("mark = { names = [] }", "list that is empty"),
            ("contents = 5", "1 to 4"),
            ("printed = \"7月6日\"", "no date"),
            ("printed = 7", "match"),
            ("seals = true", "unknown field"),
        ] {
            let said = settings(text).unwrap_err();
            assert!(said.contains(reason), "{text}: {said}");
        }
    }

    #[test]
    fn places_are_filled_with_what_is_known() {
        let text = Wording::try_from("{unit.name}（{unit.attributes.code}）".to_owned()).unwrap();
        let known = |name: &str| (name == "unit.name").then(|| "云溪镇".to_owned());
        assert_eq!(text.fill(known), Err("unit.attributes.code".to_owned()));
        assert_eq!(text.fill(|name| Some(name.len().to_string())), Ok("9（20）".to_owned()));
    }
}
