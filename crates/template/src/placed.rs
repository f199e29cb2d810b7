//! What stands on a line of its own and is no words: pictures, charts and tables, as templates name them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use huibian_diagnostic::Location;
use serde::{Deserialize, Serialize};

/// What a template places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PlacedKind {
    /// A picture out of a file.
    Image,
    /// A chart of counts.
    Chart,
    /// A table that a file of its own describes.
    Table,
}

/// A picture, a chart or a table in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Which of them.
    pub kind: PlacedKind,
    /// The picture's file, or the chart's or table's id; a table's in a plugin's section as `plugin/id`.
    pub name: String,
    /// The value that `name` was taken from: `fields.photo`; empty where the template itself names the file.
    pub value: String,
    /// The plugin whose section names it; empty for the report's template.
    pub plugin: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What stands below it; empty for nothing.
    pub caption: String,
    /// How wide it stands on the page; empty for as wide as it is.
    pub width: String,
}

/// A picture, a chart or a table that a template itself names, to be looked for before anything is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which of them.
    pub kind: PlacedKind,
    /// The picture's file, or the chart's or table's id; a table's in a plugin's section as `plugin/id`.
    pub name: String,
    /// Where it is named.
    pub place: Location,
}

/// What templates name, each place once, in the order in which they do.
#[derive(Debug, Default)]
pub struct Uses {
    all: Vec<Use>,
    known: BTreeSet<Known>,
}

/// What tells one from another: what is named, the file, and the line and column in it.
type Known = (PlacedKind, String, PathBuf, Option<(usize, usize)>);

impl Uses {
    /// Notes one.
    pub fn note(&mut self, found: Use) {
        let place = &found.place;
        let known = (found.kind, found.name.clone(), place.path().to_owned(), place.line_and_column());
        if self.known.insert(known) {
            self.all.push(found);
        }
    }

    /// Notes all of others.
    pub fn note_all(&mut self, others: Self) {
        others.all.into_iter().for_each(|found| self.note(found));
    }

    /// All of them.
    pub fn all(&self) -> &[Use] {
        &self.all
    }
}
