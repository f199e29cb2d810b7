//! A mapping as it is written: what an office's own tables call fields, and where its forms have them. Knows no file that
//! it is written in.

use huibian_contract::IndexMap;
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use rust_decimal::Decimal;
use serde::Deserialize;

use huibian_sheet::columns::{Field, FieldIndex};
use huibian_sheet::mapping::{CellAt, MappedCell, MappedColumn, Mapping, address};

/// Columns by their heads.
pub type Columns = IndexMap<String, MappedToml>;

/// Cells by the keys of their fields.
pub type Cells = IndexMap<String, CellToml>;

/// The place of a key in one of the sections `columns` and `cells`.
pub type PlaceOf<'p> = &'p dyn Fn(&str, &str) -> Location;

/// The field that a column is of.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[cfg_attr(feature = "schema", schemars(rename = "MappedColumn"))]
pub enum MappedToml {
    /// Its key.
    Key(String),
    /// Its key, and what numbers are multiplied by.
    Scaled(ScaledToml),
}

/// A field with a factor.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "ScaledColumn"))]
pub struct ScaledToml {
    /// The key of the field.
    pub field: String,
    /// What numbers are multiplied by, exactly: `0.0001` makes 万元 of 元.
    pub factor: Option<FactorToml>,
}

/// A factor, as a number or in quotes.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[cfg_attr(feature = "schema", schemars(rename = "Factor"))]
pub enum FactorToml {
    /// A whole number.
    Whole(i64),
    /// A number with a point.
    Decimal(f64),
    /// The same in quotes.
    Text(String),
}

/// Where a form has a value.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[cfg_attr(feature = "schema", schemars(rename = "Cell"))]
pub enum CellToml {
    /// The address of its cell: `B3`.
    Address(String),
    /// The cell by the words around it.
    Found(FoundToml),
}

/// A cell by its address or by the words around it.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "FoundCell"))]
pub struct FoundToml {
    /// The sheet; by default the first that has it.
    pub sheet: Option<String>,
    /// The address of the cell.
    pub cell: Option<String>,
    /// What heads the cell's row; the value is right of it, or below `column`.
    pub row: Option<String>,
    /// What heads the cell's column.
    pub column: Option<String>,
    /// What stands right above the cell.
    pub above: Option<String>,
    /// What the number is multiplied by, exactly.
    pub factor: Option<FactorToml>,
}

impl FactorToml {
    fn decimal(&self) -> Option<Decimal> {
        let factor = match self {
            Self::Whole(whole) => Decimal::from(*whole),
            // A float prints as the shortest text that reads back as it: as it was written.
            Self::Decimal(number) => number.to_string().parse().ok()?,
            Self::Text(text) => text.trim().parse().ok()?,
        };
        (!factor.is_zero()).then_some(factor)
    }
}

impl FoundToml {
    fn at(&self) -> Option<CellAt> {
        match (&self.cell, &self.row, &self.column, &self.above) {
            (Some(cell), None, None, None) => address(cell).map(|(row, column)| CellAt::Address(row, column)),
            (None, Some(row), column, None) => Some(CellAt::Row { row: row.clone(), column: column.clone() }),
            (None, None, None, Some(label)) => Some(CellAt::Below(label.clone())),
            _ => None,
        }
    }
}

/// What the office's own tables call fields, and where its forms have them.
///
/// # Errors
/// D019.
pub fn mapping(columns: &Columns, cells: &Cells, place: PlaceOf<'_>) -> Result<Mapping> {
    let wrong = |section: &str, key: &str, known: &str| {
        let fault = Diagnostic::new(Code::TableOption).with("key", format!("{section}.\"{key}\""));
        let fault = fault.with("given", "factor").with("known", known);
        fault.at(place(section, key))
    };
    let factor = |given: Option<&FactorToml>, section: &str, key: &str| {
        let factor = given.map(|given| given.decimal().ok_or_else(|| wrong(section, key, "0.0001, 100")));
        factor.transpose()
    };
    let mut mapping = Mapping::default();
    for (head, mapped) in columns {
        let (key, factor) = match mapped {
            MappedToml::Key(key) => (key, None),
            MappedToml::Scaled(scaled) => (&scaled.field, factor(scaled.factor.as_ref(), "columns", head)?),
        };
        mapping.columns.push(MappedColumn { head: head.clone(), key: key.clone(), factor });
    }
    for (key, cell) in cells {
        let (sheet, at, factor) = match cell {
            CellToml::Address(text) => {
                (None, address(text).map(|(row, column)| CellAt::Address(row, column)), None)
            }
            CellToml::Found(found) => {
                (found.sheet.clone(), found.at(), factor(found.factor.as_ref(), "cells", key)?)
            }
        };
        let at = at.ok_or_else(|| {
            let known = "\"B3\", { row = \"…\" }, { row = \"…\", column = \"…\" }, { above = \"…\" }";
            let fault = Diagnostic::new(Code::TableOption).with("key", "cells").with("given", key);
            fault.with("known", known).at(place("cells", key))
        })?;
        mapping.cells.push(MappedCell { key: key.clone(), sheet, at, factor });
    }
    Ok(mapping)
}

/// Keys of `[units.columns]` and `[units.cells]` that nothing in the plugins has.
pub fn unknown_keys(
    columns: &Columns,
    cells: &Cells,
    fields: &FieldIndex,
    place: PlaceOf<'_>,
) -> Vec<Diagnostic> {
    let known: Vec<String> = fields.fields.iter().map(Field::key).collect();
    let is_column = |key: &str| fields.column(key, None).is_ok() || fields.ledger_of_key(key).is_some();
    let of_columns = columns.iter().map(|(head, mapped)| {
        let (MappedToml::Key(key) | MappedToml::Scaled(ScaledToml { field: key, .. })) = mapped;
        ("columns", head, key, is_column(key))
    });
    let of_cells = cells.keys().map(|key| ("cells", key, key, fields.column(key, None).is_ok()));
    let unknown = of_columns.chain(of_cells).filter(|(.., is_known)| !is_known);
    unknown
        .map(|(section, at, key, _)| {
            let fault = Diagnostic::new(Code::UnknownField).with("key", key);
            let fault = fault.suggest(key, known.iter().map(String::as_str));
            fault.at(place(section, at))
        })
        .collect()
}
