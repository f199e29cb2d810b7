//! A table's file as it is written.

use std::fmt;
use std::num::NonZeroU32;

use huibian_contract::Basis;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

/// A table that templates place by its file's name: `{{table "id"}}`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Table"))]
pub struct TableToml {
    /// What stands above it, with places such as `{period.name}`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub caption: Option<Spanned<String>>,
    /// Whether the page is turned for it.
    #[serde(default)]
    pub landscape: bool,
    /// Its columns, from the left.
    pub columns: Vec<ColumnToml>,
    /// The rows of its head, which every page that it reaches repeats.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Vec<CellToml>>"))]
    pub head: Vec<RowToml>,
    /// Its rows: written one by one, `units` for a row a unit below, or a ledger for a row a record.
    #[cfg_attr(feature = "schema", schemars(with = "Option<RowsToml>"))]
    pub rows: Option<Spanned<RowsToml>>,
    /// What each row of the units or of the ledger says.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<CellToml>>"))]
    pub row: Option<RowToml>,
    /// Which of the ledger's rows there are: an expression over its columns.
    #[serde(rename = "where")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub condition: Option<Spanned<String>>,
    /// Parts of its rows, in place of `rows`.
    #[serde(default)]
    pub groups: Vec<GroupToml>,
    /// What its last row is called, which adds up the columns.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub total: Option<Spanned<String>>,
    /// What stands for a number that is missing; `—` by default.
    pub missing: Option<String>,
    /// What a part without rows says; `无` by default.
    pub empty: Option<String>,
}

/// Some of a table's rows.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Group"))]
pub struct GroupToml {
    /// What stands in the first column beside all of them.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub label: Option<Spanned<String>>,
    /// The rows: written one by one, `units`, or a ledger.
    #[cfg_attr(feature = "schema", schemars(with = "RowsToml"))]
    pub rows: Spanned<RowsToml>,
    /// What each row of the units or of the ledger says.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<CellToml>>"))]
    pub row: Option<RowToml>,
    /// Which of the ledger's rows there are: an expression over its columns.
    #[serde(rename = "where")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub condition: Option<Spanned<String>>,
    /// What the row below them is called, which adds up their columns.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub total: Option<Spanned<String>>,
}

/// A column.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Column"))]
pub struct ColumnToml {
    /// Where its words stand.
    #[serde(default)]
    pub align: AlignToml,
    /// How wide it is against the others, from 1; without it, as wide as those with one are on average.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>", range(min = 1)))]
    pub share: Option<NonZeroU32>,
    /// What the row of totals says of it.
    pub total: Option<TotalToml>,
}

/// Where words stand.
#[derive(Clone, Copy, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", schemars(rename = "Align"))]
pub enum AlignToml {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
}

/// What a row of totals says of a column.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", schemars(rename = "ColumnTotal"))]
pub enum TotalToml {
    /// The sum of what stands in it.
    Sum,
    /// The same figure or expression for the unit above.
    Derive,
    /// Nothing.
    None,
}

/// A row and where it stands.
pub type RowToml = Spanned<Vec<Spanned<CellToml>>>;

/// Rows written one by one, or the name of what there is a row for.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(untagged, rename = "Rows"))]
pub enum RowsToml {
    /// `units`, or a ledger.
    Each(String),
    /// The rows.
    Written(#[cfg_attr(feature = "schema", schemars(with = "Vec<Vec<CellToml>>"))] Vec<RowToml>),
}

/// A cell: fixed words, or one that is computed or spans.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(untagged, rename = "Cell"))]
pub enum CellToml {
    /// Fixed words.
    Words(String),
    /// Anything else.
    Full(Box<FullCellToml>),
}

/// A cell with all that can be said of it: one of `text`, `count`, `label`, `expr`, `column` and `sum`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "FullCell"))]
pub struct FullCellToml {
    /// Fixed words, with places such as `{unit.name}`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub text: Option<Spanned<String>>,
    /// A count: `plugin/name`, or `name` in a plugin's own table.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub count: Option<Spanned<String>>,
    /// What a count is called, with its measure word; a rate has its sign in its cells.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub label: Option<Spanned<String>>,
    /// An expression over counts, or over a ledger's columns.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub expr: Option<Spanned<String>>,
    /// A column of the ledger.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub column: Option<Spanned<String>>,
    /// What is added up.
    pub sum: Option<SumToml>,
    /// When the count was taken; in the report's period by default.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Basis>"))]
    pub period: Option<Spanned<Basis>>,
    /// How many digits follow the point; those of the count by default.
    pub digits: Option<Digits>,
    /// Whether the count's measure word is printed; signs such as % are by default.
    pub measure: Option<bool>,
    /// What is printed after an expression's number.
    pub sign: Option<String>,
    /// How a day is written.
    pub date: Option<DateToml>,
    /// How many columns it spans.
    pub columns: Option<usize>,
    /// How many rows it spans.
    pub rows: Option<usize>,
    /// Where its words stand, where not as in its column.
    pub align: Option<AlignToml>,
}

/// How many digits follow a point, 6 at most.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "u32")]
pub struct Digits(#[cfg_attr(feature = "schema", schemars(range(max = 6)))] pub u32);

impl TryFrom<u32> for Digits {
    type Error = String;
    fn try_from(digits: u32) -> Result<Self, String> {
        if digits <= 6 { Ok(Self(digits)) } else { Err(format!("digits = {digits}, at most 6")) }
    }
}

/// What a cell adds up.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", schemars(rename = "Sum"))]
pub enum SumToml {
    /// The other numbers of its row.
    Row,
}

/// How a day is written.
#[derive(Clone, Copy, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(rename = "DateForm"))]
pub enum DateToml {
    /// `4月5日`.
    #[default]
    MonthDay,
    /// `2023年4月5日`.
    Full,
}

// What takes a text or a table is read by hand: serde's untagged enums lose the places of what is inside.

impl<'de> Deserialize<'de> for CellToml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Cell;
        impl<'de> Visitor<'de> for Cell {
            type Value = CellToml;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words or a table")
            }
            fn visit_str<E: Error>(self, words: &str) -> Result<CellToml, E> {
                Ok(CellToml::Words(words.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<CellToml, A::Error> {
                FullCellToml::deserialize(MapAccessDeserializer::new(map))
                    .map(|cell| CellToml::Full(Box::new(cell)))
            }
        }
        deserializer.deserialize_any(Cell)
    }
}

impl<'de> Deserialize<'de> for RowsToml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Rows;
        impl<'de> Visitor<'de> for Rows {
            type Value = RowsToml;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("rows of cells, \"units\", or a ledger's name")
            }
            fn visit_str<E: Error>(self, each: &str) -> Result<RowsToml, E> {
                Ok(RowsToml::Each(each.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, rows: A) -> Result<RowsToml, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(rows)).map(RowsToml::Written)
            }
        }
        deserializer.deserialize_any(Rows)
    }
}
