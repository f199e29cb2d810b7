//! The messages, in Chinese and in English: Fluent catalogs built into the program.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use huibian_contract::Words;

use crate::argument::slashed;
use crate::{Argument, Code, Diagnostic, SystemError};

/// A language that messages exist in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese, simplified.
    Zh,
    /// English.
    En,
}

/// All messages of one language.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

const ZH: &[&str] = &[
    include_str!("../messages/zh/codes.ftl"),
    include_str!("../messages/zh/interface.ftl"),
    include_str!("../messages/zh/cli.ftl"),
    include_str!("../messages/zh/styles.ftl"),
];
const EN: &[&str] = &[
    include_str!("../messages/en/codes.ftl"),
    include_str!("../messages/en/interface.ftl"),
    include_str!("../messages/en/cli.ftl"),
    include_str!("../messages/en/styles.ftl"),
];

impl Catalog {
    /// The catalog of a language, read once.
    pub fn of(lang: Lang) -> &'static Self {
        static CATALOGS: [OnceLock<Catalog>; 2] = [OnceLock::new(), OnceLock::new()];
        let (tag, texts) = match lang {
            Lang::Zh => ("zh-CN", ZH),
            Lang::En => ("en", EN),
        };
        CATALOGS[lang as usize].get_or_init(|| Self::read(lang, tag, texts))
    }

    fn read(lang: Lang, tag: &str, texts: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for text in texts {
            // A catalog that is not whole is caught by this crate's tests; what can be read is used.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(part, _)| part);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// What happened, in one sentence.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.code_text(diagnostic, None).unwrap_or_else(|| diagnostic.code().to_string())
    }

    /// What to do about it, in one sentence; `None` where the message says it all.
    pub fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.code_text(diagnostic, Some("help"))
    }

    /// What the code means, at length: what `huibian explain` prints.
    pub fn explanation(&self, code: Code) -> Option<String> {
        self.code_text(&Diagnostic::new(code), Some("explain"))
    }

    fn code_text(&self, diagnostic: &Diagnostic, attribute: Option<&str>) -> Option<String> {
        let arguments: Vec<_> =
            diagnostic.arguments().iter().map(|(name, value)| (&**name, self.argument(value))).collect();
        let borrowed: Vec<_> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.find(diagnostic.code().as_str(), attribute, &borrowed)
    }

    /// A value as messages of this language print it, as far as one reads.
    pub fn argument(&self, argument: &Argument) -> String {
        cut(match argument {
            Argument::Text(text) | Argument::Decimal(text) => text.clone(),
            Argument::Detail(said) => self.text("detail-quoted", &[("said", said)]),
            Argument::Path(path) => slashed(path),
            Argument::Number(number) => number.to_string(),
            Argument::Plugin(id) => id.to_string(),
            Argument::Field(key) => key.to_string(),
            Argument::Count(key) => key.to_string(),
            Argument::Place(place) => place.to_string(),
            Argument::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.argument(item)).collect();
                items.join(&self.text("list-join", &[]))
            }
            Argument::Words(words) => self.words(words).to_owned(),
            Argument::Period(period) => self.either(period.name(), period.english_name()),
            Argument::PeriodBefore(period) => self.either(period.last(), period.english_last()).to_owned(),
            Argument::System(SystemError { kind, said }) => {
                self.text("system-error", &[("kind", kind), ("said", said)])
            }
            Argument::Fault(fault) => self.message(fault),
        })
    }

    /// An author's words.
    pub fn words<'w>(&self, words: &'w Words) -> &'w str {
        self.either(words.zh(), words.en())
    }

    fn either<T>(&self, zh: T, en: T) -> T {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A text of the interface by its id, or the id where there is none.
    pub fn text(&self, id: &str, arguments: &[(&str, &dyn fmt::Display)]) -> String {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, value.to_string())).collect();
        let borrowed: Vec<_> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.find(id, None, &borrowed).unwrap_or_else(|| id.to_owned())
    }

    /// A text of the interface, or one of its attributes, where the catalog has it.
    pub fn optional(&self, id: &str, attribute: Option<&str>) -> Option<String> {
        self.find(id, attribute, &[])
    }

    fn find(&self, id: &str, attribute: Option<&str>, arguments: &[(&str, &str)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            values.set(*name, value_of(value));
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

fn cut(mut text: String) -> String {
    const LONGEST: usize = 4_000;
    if text.len() > LONGEST {
        text.truncate(text.floor_char_boundary(LONGEST));
        text.push('…');
    }
    text
}

/// A whole number may choose between one and many; all else is printed as it stands.
fn value_of(text: &str) -> FluentValue<'_> {
    let is_number = (1..=9).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text.len() == 1 || !text.starts_with('0'));
    if is_number { FluentValue::try_number(text) } else { FluentValue::from(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_is_not_told_as_many() {
        let en = Catalog::of(Lang::En);
        let text = |count: u32| en.text("check-remarks", &[("count", &count)]);
        assert_eq!(
            (text(1), text(2), text(1_234_567)),
            ("1 remark.".into(), "2 remarks.".into(), "1234567 remarks.".into())
        );
        for text in ["007", "1.50", "", "12345678901234567890", "1次"] {
            assert_eq!(en.text("detail-line", &[("what", &"a"), ("found", &text)]), format!("a: {text}"));
        }
    }

    #[test]
    fn a_sentence_quotes_no_more_than_one_reads() {
        let said = |text: &str| {
            Catalog::of(Lang::En).message(&Diagnostic::new(Code::UnknownColumn).with("header", text))
        };
        let long = "云".repeat(1_000_000);
        assert!(said(&long).contains("云…") && said(&long).len() < 5_000, "{}", said(&long).len());
        assert!(said("云溪镇").contains("云溪镇"));
    }

    #[test]
    fn both_languages_cover_every_code() {
        for lang in [Lang::Zh, Lang::En] {
            let catalog = Catalog::of(lang);
            for code in Code::ALL {
                let message = catalog.bundle.get_message(code.as_str());
                let message = message.unwrap_or_else(|| panic!("{lang:?} has no message for {code}"));
                assert!(message.value().is_some(), "{lang:?} {code}: no sentence");
                assert!(message.get_attribute("explain").is_some(), "{lang:?} {code}: no explanation");
            }
        }
    }

    /// Catalog ids with the attributes and variables each uses.
    fn outline(texts: &[&str]) -> std::collections::BTreeMap<String, Vec<String>> {
        let mut outline = std::collections::BTreeMap::new();
        for text in texts {
            assert!(FluentResource::try_new((*text).to_owned()).is_ok(), "a catalog does not parse");
            let mut id = String::new();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                if let Some((name, _)) = line.split_once(" =") {
                    if line.starts_with(char::is_alphanumeric) {
                        name.clone_into(&mut id);
                        outline.entry(id.clone()).or_insert_with(Vec::new);
                    } else if name.trim_start().starts_with('.') {
                        outline.entry(id.clone()).or_default().push(name.trim().to_owned());
                    }
                }
                for variable in line.split("{ $").skip(1) {
                    let variable = variable.split([' ', '}']).next().unwrap_or_default();
                    outline.entry(id.clone()).or_default().push(format!("${variable}"));
                }
            }
        }
        for uses in outline.values_mut() {
            uses.sort();
            uses.dedup();
        }
        outline
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (zh, en) = (outline(ZH), outline(EN));
        for (id, uses) in &zh {
            assert_eq!(Some(uses), en.get(id), "`{id}` differs between zh and en");
        }
        assert_eq!(zh.len(), en.len());
    }

    #[test]
    fn what_a_value_should_be_is_said_in_the_language() {
        let words = ["integer", "decimal", "text", "texts", "boolean", "date", "ledger", "table", "ratio"];
        for code in [Code::FieldType, Code::CountKind, Code::FactType] {
            for word in words {
                let fault = Diagnostic::new(code).with("expected", word).with("found", "1");
                let zh = Catalog::of(Lang::Zh).message(&fault);
                assert!(!zh.contains(word), "{code} {word}: {zh}");
                let en = Catalog::of(Lang::En).message(&fault);
                assert!(word == "text" || !en.contains(&format!("be {word}, not")), "{code} {word}: {en}");
            }
        }
    }

    #[test]
    fn every_entry_is_used_once() {
        for code in Code::ALL {
            assert_eq!(Code::ALL.iter().filter(|other| other.as_str() == code.as_str()).count(), 1, "{code}");
        }
    }
}
