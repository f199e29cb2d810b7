//! The body of a document: blocks of inlines. Every label (一、, 一是) is already in place as text.

use huibian_contract::{Aspect, Basis, CountKey};

use crate::image::Image;
use crate::table::Table;

/// One block of the body, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading that stands alone on its line.
    Heading(Heading),
    /// A body paragraph, which a run-in heading may open.
    Paragraph(Paragraph),
    /// A list whose items stand on lines of their own.
    List(Vec<ListItem>),
    /// A table.
    Table(Table),
    /// A picture in a line of its own.
    Image(Image),
    /// 目录: the headings that follow, down to a level, with their pages.
    Contents {
        /// The deepest level that is listed.
        levels: u8,
    },
    /// What follows begins on a new page.
    PageBreak,
}

/// A heading below the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 4: 一、 / （一） / 1. / （1） in GB/T 9704-2012, clause 7.3.3.
    pub level: u8,
    /// The number as the house style writes it, `（一）` say; empty where the style numbers nothing.
    pub label: String,
    /// The words of the heading.
    pub content: Vec<Inline>,
}

/// A body paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// A heading set in its own face at the start of the paragraph, instead of on a line of its own.
    pub run_in: Option<Heading>,
    /// The words of the paragraph.
    pub content: Vec<Inline>,
}

/// One item of a list, on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// The number or bullet as it is printed, `1.` or `•`.
    pub label: String,
    /// The words of the item.
    pub content: Vec<Inline>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that carry weight.
    Strong(Vec<Inline>),
    /// A computed number, which remembers what it is.
    Figure(Figure),
    /// A footnote, whose sign stands here.
    Note(Vec<Inline>),
    /// The line ends here, the paragraph goes on.
    LineBreak,
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
                Inline::Strong(content) => push(text, content),
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
