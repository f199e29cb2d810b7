//! What a rule says where it does not hold: words in one language or both, with figures in braces.

use huibian_contract::{BadPlace, CountKey, Pattern, Words};
use huibian_figure::Figures;

/// Printed for a figure that is missing.
const MISSING: &str = "–";

/// A rule's message, ready to be filled.
pub(crate) struct RuleMessage {
    zh: Option<Pattern<CountKey>>,
    en: Option<Pattern<CountKey>>,
}

impl RuleMessage {
    /// Reads a message; `key` knows the counts that braces may name.
    ///
    /// # Errors
    /// What stands in braces and is no count, or from a brace that has no other one.
    pub fn compile(words: &Words, key: impl Fn(&str) -> Option<CountKey>) -> Result<Self, String> {
        let pattern = |text: &String| {
            Pattern::parse(text, &key).map_err(|bad| match &bad {
                BadPlace::Unknown(name) => format!("{{{}}}", &text[name.clone()]),
                BadPlace::Brace(rest) => text[rest.clone()].to_owned(),
            })
        };
        let [zh, en] = [&words.zh, &words.en].map(|text| text.as_ref().map(pattern).transpose());
        Ok(Self { zh: zh?, en: en? })
    }

    /// The message with a unit's figures.
    pub fn fill(&self, figures: &Figures) -> Words {
        let digits = |key: &CountKey| {
            Some(figures.find(key).map_or_else(|| MISSING.to_owned(), |figure| figure.digits().to_string()))
        };
        let text = |pattern: &Option<Pattern<CountKey>>| {
            pattern.as_ref().and_then(|pattern| pattern.fill(digits).ok())
        };
        Words { zh: text(&self.zh), en: text(&self.en) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(words: &Words) -> Result<RuleMessage, String> {
        RuleMessage::compile(words, |name| format!("safety/{name}").parse().ok().filter(|_| name == "found"))
    }

    #[test]
    fn braces_hold_counts_and_nothing_else() {
        for (text, expected) in [("{fond}处", "{fond}"), ("{Found}处", "{Found}"), ("共{found处", "{found处")]
        {
            assert_eq!(compile(&text.into()).err().as_deref(), Some(expected));
        }
        let both = Words { zh: Some("{found}处".into()), en: Some("{seen}".into()) };
        assert_eq!(compile(&both).err().as_deref(), Some("{seen}"));
    }

    #[test]
    fn a_figure_that_is_missing_is_not_shown_as_a_name() {
        let message = compile(&"发现{found}处。".into()).unwrap();
        assert_eq!(message.fill(&Figures::default()), "发现–处。".into());
    }
}
