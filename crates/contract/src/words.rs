//! Words for people that an author writes in one language or in both.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Words in Chinese, in English, or in both: `"…"`, or `{ zh = "…", en = "…" }`. A text alone holds for both languages
/// and counts as Chinese.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
pub struct Words {
    /// In Chinese.
    pub zh: Option<String>,
    /// In English.
    pub en: Option<String>,
}

impl Words {
    /// The words for a reader of Chinese.
    pub fn zh(&self) -> &str {
        self.zh.as_ref().or(self.en.as_ref()).map_or("", String::as_str)
    }

    /// The words for a reader of English.
    pub fn en(&self) -> &str {
        self.en.as_ref().or(self.zh.as_ref()).map_or("", String::as_str)
    }

    /// Every text that was written.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.zh.iter().chain(&self.en).map(String::as_str)
    }

    /// What a plugin wrote where only bytes cross: a JSON object with `zh` and `en`, or a text as it stands.
    pub fn of_wire(bytes: &[u8]) -> Self {
        let both = bytes.starts_with(b"{").then(|| serde_json::from_slice::<Self>(bytes).ok()).flatten();
        both.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned().into())
    }

    /// The words as [`Self::of_wire`] reads them.
    pub fn to_wire(&self) -> String {
        match self {
            Self { zh: Some(text), en: None } => text.clone(),
            both => serde_json::to_string(both).unwrap_or_else(|_| both.zh().to_owned()),
        }
    }

    /// The same with each text changed.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self { zh: self.zh.as_deref().map(&change), en: self.en.as_deref().map(&change) }
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self { zh: Some(text), en: None }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// How words are written.
#[derive(Serialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Both(Both),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    #[serde(skip_serializing_if = "Option::is_none")]
    zh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
}

impl From<Words> for Written {
    fn from(Words { zh, en }: Words) -> Self {
        match (zh, en) {
            (Some(text), None) => Self::Text(text),
            (zh, en) => Self::Both(Both { zh, en }),
        }
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text or texts by language")
    }

    fn visit_str<E>(self, text: &str) -> Result<Words, E> {
        Ok(text.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Words, A::Error> {
        match Both::deserialize(MapAccessDeserializer::new(map))? {
            Both { zh: None, en: None } => Err(A::Error::missing_field("zh")),
            Both { zh, en } => Ok(Words { zh, en }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cross_as_bytes() {
        for words in [Words::from("多"), Words { zh: Some("多".into()), en: Some("many".into()) }] {
            assert_eq!(Words::of_wire(words.to_wire().as_bytes()), words);
        }
        for text in ["{visits} 有误", "{}", ""] {
            assert_eq!(Words::of_wire(text.as_bytes()), text.into());
        }
    }

    #[test]
    fn words_are_written_as_one_text_or_by_language() {
        for json in [r#""多""#, r#"{"zh":"多","en":"many"}"#, r#"{"en":"many"}"#] {
            let words: Words = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&words).unwrap(), json);
        }
        let words: Words = serde_json::from_str(r#"{"en":"many"}"#).unwrap();
        assert_eq!((words.zh(), words.en()), ("many", "many"));
        for json in ["{}", r#"{"fr":"a"}"#, "3", r#"["a"]"#] {
            assert!(serde_json::from_str::<Words>(json).is_err(), "{json}");
        }
    }
}
