//! What an expression may name, and what kind of value stands behind each name.

use std::fmt;
use std::sync::Arc;

use huibian_contract::{ColumnType, FieldSpec, FieldType, IndexMap};

/// What kind of value an expression, or a part of it, has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OperandKind {
    /// A whole number or a decimal: one kind.
    Number,
    /// Text; a day too, as `2023-04-05`, which sorts as text.
    Text,
    /// Yes or no.
    Boolean,
    /// A list of one kind.
    List(Box<OperandKind>),
    /// A ledger's row, or a group of names.
    Record(Arc<IndexMap<String, OperandKind>>),
    /// The kind of an empty list's elements: agrees with every other.
    Nothing,
}

impl OperandKind {
    /// The kind of a declared field; a ledger is a list of records.
    pub fn of_field(field: &FieldSpec) -> Self {
        match field.kind {
            FieldType::Text | FieldType::Date => Self::Text,
            FieldType::Texts => Self::List(Box::new(Self::Text)),
            FieldType::Integer | FieldType::Decimal => Self::Number,
            FieldType::Boolean => Self::Boolean,
            FieldType::Ledger => {
                let columns = field.columns.iter();
                let columns = columns.map(|(name, column)| (name.to_string(), Self::of_column(column.kind)));
                Self::List(Box::new(Self::Record(Arc::new(columns.collect()))))
            }
        }
    }

    /// The kind of a ledger's column.
    pub fn of_column(column: ColumnType) -> Self {
        match column {
            ColumnType::Text | ColumnType::Date => Self::Text,
            ColumnType::Integer | ColumnType::Decimal => Self::Number,
            ColumnType::Boolean => Self::Boolean,
        }
    }

    /// The kind that both are, if they agree.
    pub(crate) fn join(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Nothing, kind) | (kind, Self::Nothing) => Some(kind),
            (Self::List(a), Self::List(b)) => Some(Self::List(Box::new(a.join(*b)?))),
            (a, b) => (a == b).then_some(a),
        }
    }
}

impl fmt::Display for OperandKind {
    /// The word by which the catalogs know it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Boolean => "boolean",
            Self::List(_) => "list",
            Self::Record(_) => "record",
            Self::Nothing => "nothing",
        })
    }
}

/// Where an expression may divide. A quotient of counts does not add up over units; a ratio does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Division {
    /// Anywhere: in a rule, which answers yes or no.
    #[default]
    Allowed,
    /// By a written number other than 0: in a decimal count, such as 万元 from 元.
    ByNumber,
    /// Nowhere: in a whole count.
    Refused,
}

/// The names an expression may use.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Plain names; a [`OperandKind::Record`] among them is a group: `fields.plan`, `counts['theory-study/sessions']`.
    pub names: IndexMap<String, OperandKind>,
    /// Where it may divide.
    pub division: Division,
}

impl Scope {
    /// Adds a group of names, unless it is empty.
    pub fn group(&mut self, name: &str, members: IndexMap<String, OperandKind>) {
        if !members.is_empty() {
            self.names.insert(name.to_owned(), OperandKind::Record(Arc::new(members)));
        }
    }
}
