//! The name of one value that a unit fills in.

use std::fmt;
use std::str::FromStr;

use huibian_contract::{InvalidId, Name, PluginId};
use serde::{Deserialize, Serialize, Serializer};

/// A field of a plugin, or a row or a cell of one of its ledgers: `patrol.sites`, `patrol.visits#3`,
/// `patrol.visits#3.date`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct FieldKey {
    /// The plugin that asks for it.
    pub plugin: PluginId,
    /// What that plugin calls it.
    pub name: Name,
    /// A row of a ledger, from 1.
    pub row: Option<usize>,
    /// A column of that row.
    pub column: Option<Name>,
}

impl FieldKey {
    /// A whole field.
    pub fn new(plugin: &PluginId, name: &Name) -> Self {
        Self { plugin: plugin.clone(), name: name.clone(), row: None, column: None }
    }

    /// A cell of this ledger, its row from 1.
    #[must_use]
    pub fn cell(&self, row: usize, column: &Name) -> Self {
        Self { row: Some(row), column: Some(column.clone()), ..self.clone() }
    }
}

impl fmt::Display for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.plugin, self.name)?;
        if let Some(row) = self.row {
            write!(f, "#{row}")?;
        }
        self.column.iter().try_for_each(|column| write!(f, ".{column}"))
    }
}

impl FromStr for FieldKey {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let invalid =
            || InvalidId { kind: "field key", given: text.to_owned(), rule: "of the form plugin.field" };
        let (plugin, rest) = text.split_once('.').ok_or_else(invalid)?;
        let (name, cell) = rest.split_once('#').map_or((rest, None), |(name, cell)| (name, Some(cell)));
        let mut key = Self::new(&PluginId::new(plugin)?, &Name::new(name)?);
        if let Some(cell) = cell {
            let (row, column) = cell.split_once('.').map_or((cell, None), |(row, name)| (row, Some(name)));
            key.row = Some(row.parse().map_err(|_| invalid())?);
            key.column = column.map(Name::new).transpose()?;
        }
        Ok(key)
    }
}

impl TryFrom<String> for FieldKey {
    type Error = InvalidId;
    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl Serialize for FieldKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
