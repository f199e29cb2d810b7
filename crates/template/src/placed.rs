//! What stands on a line of its own and is no words: pictures, charts and tables, as templates name them.

use huibian_diagnostic::Location;
use serde::{Deserialize, Serialize};

/// What a template places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
