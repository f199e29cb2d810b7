//! What stands in a form where a unit's own texts go: marks, and what each of them is of the unit.

use std::cell::RefCell;

use huibian_document::form::mark;
use huibian_figure::CountIndex;

/// What of a unit stands in a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its name.
    Name,
    /// Whom its document is addressed to: which of them.
    Recipient(usize),
    /// What its settings' places stand for: `unit.id`, `unit.attributes.KEY`.
    Place(String),
    /// Its document's number within the year.
    Sequence,
    /// A figure's digits; what is printed after them is the same for every unit.
    Digits(CountIndex),
    /// A figure in Chinese numerals.
    Hanzi(CountIndex),
    /// The records that a figure came from.
    Source(CountIndex),
}

/// The marks of one form, numbered behind those of its templates' values.
pub struct Marks {
    values: usize,
    parts: RefCell<Vec<Part>>,
}

impl Marks {
    /// Marks of a report whose templates have so many values.
    pub fn after(values: usize) -> Self {
        Self { values, parts: RefCell::default() }
    }

    /// What the marks stand for, in the order of their numbers.
    pub fn into_parts(self) -> Vec<Part> {
        self.parts.into_inner()
    }

    /// The mark of a part.
    pub fn of(&self, part: Part) -> String {
        let mut parts = self.parts.borrow_mut();
        let known = parts.iter().position(|known| *known == part);
        let index = known.unwrap_or_else(|| {
            parts.push(part);
            parts.len() - 1
        });
        mark(self.values + index)
    }
}
