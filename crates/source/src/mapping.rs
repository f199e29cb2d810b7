//! What an office's own tables call fields: `[units.columns]`. Knows no sheets.

use rust_decimal::Decimal;

use crate::columns::plain;
use crate::layout::Heading;

/// What an office's own tables call fields.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Columns by their heads.
    pub columns: Vec<MappedColumn>,
}

/// A column by its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// What the table calls it: its label, or its groups and its label.
    pub head: String,
    /// The key of the field, or of the ledger's column; `remarks` for one that is not read.
    pub key: String,
    /// What its numbers are multiplied by.
    pub factor: Option<Decimal>,
}

impl Mapping {
    /// What a heading is mapped to.
    pub fn column(&self, heading: &Heading) -> Option<&MappedColumn> {
        if self.columns.is_empty() {
            return None;
        }
        let mut names = vec![plain(&heading.name()), plain(&heading.label)];
        names.extend(heading.joined().map(|name| plain(&name)));
        names.iter().find_map(|name| self.columns.iter().find(|column| plain(&column.head) == *name))
    }
}
