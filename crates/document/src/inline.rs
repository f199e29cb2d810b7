//! The words of a line: text, figures that remember what they are, footnotes.

use huibian_contract::{Aspect, Basis, CountKey};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that carry weight.
    Strong(Vec<Inline>),
    /// Words as an office's own file has them.
    Marked(Marking, Vec<Inline>),
    /// A computed number, which remembers what it is.
    Figure(Figure),
    /// A footnote, whose sign stands here.
    Note(Vec<Inline>),
    /// The line ends here, the paragraph goes on.
    LineBreak,
}

/// What an office's own file does with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marking {
    /// Above the line: m².
    Raised,
    /// Below the line.
    Lowered,
    /// Struck out.
    Struck,
    /// A link to this address.
    Link(String),
}

/// A count as it is printed in one place of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Whose count it is: `theory-study/sessions`.
    pub key: CountKey,
    /// What of that count it is.
    pub aspect: Aspect,
    /// Which period it is of; of a change, which one it is held against.
    pub basis: Basis,
    /// The digits, as printed: `12`, `98.4`.
    pub digits: String,
    /// The measure word or sign printed after the digits: `次`, `%`; empty for none.
    pub measure: String,
    /// The records it came from, for the reader who asks: `sessions#1-12`. Empty where the plugin named none.
    pub source: String,
}

impl Figure {
    /// What sets it apart from the count's value in the report's period, in a word: `change`, `last_year`; none for that
    /// value itself.
    pub fn role(&self) -> Option<&'static str> {
        match (self.aspect, self.basis) {
            (Aspect::Value, Basis::Now) => None,
            (Aspect::Value, basis) => Some(basis.as_str()),
            (aspect, _) => Some(aspect.as_str()),
        }
    }
}

/// The words of `inlines` without any mark-up or footnotes; a line break becomes a space.
pub fn plain_text(inlines: &[Inline]) -> String {
    fn push(text: &mut String, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(words) => text.push_str(words),
                Inline::Strong(content) | Inline::Marked(_, content) => push(text, content),
                Inline::Figure(figure) => {
                    text.push_str(&figure.digits);
                    text.push_str(&figure.measure);
                }
                Inline::Note(_) => {}
                Inline::LineBreak => text.push(' '),
            }
        }
    }
    let mut text = String::new();
    push(&mut text, inlines);
    text
}
