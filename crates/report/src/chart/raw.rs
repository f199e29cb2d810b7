//! `templates/charts/<id>.toml` as it is written.

use huibian_contract::Basis;
use huibian_contract::text::is_allowed_in_line;
use huibian_document::Length;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A chart of counts.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Chart"))]
pub struct ChartToml {
    /// Bars, or lines over periods.
    pub kind: KindToml,
    /// What it is of; stands below it.
    #[serde(deserialize_with = "printable")]
    pub title: String,
    /// What stands along its axis.
    #[serde(default)]
    pub rows: RowsToml,
    /// Its counts, in order.
    pub values: Vec<ValueToml>,
    /// Earlier periods beside the report's own, with `rows = "counts"`: the one before, the same one a year earlier.
    #[serde(default)]
    #[cfg_attr(
        feature = "schema",
        schemars(
            with = "Vec<String>",
            extend("items" = { "type": "string", "enum": ["previous", "last_year"] })
        )
    )]
    pub compare: Vec<toml::Spanned<Earlier>>,
    /// How many periods, the report's own included, with `rows = "periods"`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u8>", range(min = 2, max = 12)))]
    pub periods: Option<toml::Spanned<u8>>,
    /// How high it is, 20 mm to 500 mm, where its bars stand upright or it has lines.
    #[serde(default, deserialize_with = "height")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub height: Option<Length>,
}

/// What a chart looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", schemars(rename = "Kind"))]
pub enum KindToml {
    /// A bar for every value.
    Bar,
    /// A line for every count, over periods.
    Line,
}

/// What stands along a chart's axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", schemars(rename = "Rows"))]
pub enum RowsToml {
    /// Its counts.
    #[default]
    Counts,
    /// The units right below the report's own; the chart stands in reports of units above others alone.
    Units,
    /// Periods, the report's own last.
    Periods,
}

/// An earlier period that is charted beside the report's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier(pub Basis);

impl<'de> Deserialize<'de> for Earlier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let basis = Basis::named(&name, Basis::EARLIER);
        basis.map(Self).ok_or_else(|| D::Error::unknown_variant(&name, &["previous", "last_year"]))
    }
}

/// A count of a chart.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Value"))]
pub struct ValueToml {
    /// Its name in full: `theory-study/sessions`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub count: toml::Spanned<String>,
    /// What the chart calls it; its own label where nothing is said.
    #[serde(default, deserialize_with = "printable_label")]
    pub label: Option<String>,
}

/// Words that a drawing can hold.
fn printable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if !text.chars().all(is_allowed_in_line) {
        return Err(Error::custom("a character that no document may hold"));
    }
    Ok(text)
}

fn printable_label<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    printable(deserializer).map(Some)
}

/// A height that bars and words find room in.
fn height<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Length>, D::Error> {
    const LEAST: Length = Length::from_emu(20 * 36_000);
    const MOST: Length = Length::from_emu(500 * 36_000);
    let height = Length::deserialize(deserializer)?;
    if (LEAST..=MOST).contains(&height) {
        return Ok(Some(height));
    }
    Err(Error::custom("a chart's height is 20mm to 500mm"))
}

/// The JSON Schema of a chart.
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(ChartToml)
}
