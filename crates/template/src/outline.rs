//! The headings of a template, and those that its slots stand under: what is held against the house style, which this
//! crate does not know.

use huibian_diagnostic::Location;

/// A template's headings and slots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// In the order of the text.
    pub headings: Vec<OutlineHeading>,
    /// In the order of the text.
    pub slots: Vec<OutlineSlot>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineHeading {
    /// How many `#`.
    pub level: u8,
    /// Where it stands.
    pub place: Location,
    /// Whether it is in every report.
    pub always: bool,
}

/// A slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineSlot {
    /// Its name.
    pub name: String,
    /// How many `#` the heading above it has, 1 where there is none but the title. Where reports differ, the fewest.
    pub under: u8,
}
