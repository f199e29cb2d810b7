//! A table, ready to be filled: every name in it is known, every row fills its columns.

use huibian_contract::{Basis, ColumnType, CountKind, CountSpec, FieldSpec, Name, Pattern, PluginId};
use huibian_diagnostic::Location;
use huibian_document::table::{Align, Column};
use huibian_expression::Expression;
use huibian_figure::CountIndex;

use super::raw::DateToml;

/// A table.
pub struct Definition {
    /// The plugin whose it is, and whose counts it names bare; none for the workspace's.
    pub plugin: Option<PluginId>,
    /// What stands above it; nothing for none.
    pub caption: Option<Pattern>,
    /// Whether the page is turned for it.
    pub landscape: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows of its head.
    pub head: Vec<Vec<CellDefinition>>,
    /// Its rows.
    pub groups: Vec<Group>,
    /// Its last row.
    pub total: Option<Total>,
    /// What stands for a number that is missing.
    pub missing: String,
    /// What a group without rows says.
    pub empty: String,
}

/// Some of a table's rows.
pub struct Group {
    /// What stands in the first column beside all of them.
    pub label: Option<Pattern>,
    /// The rows.
    pub rows: Rows,
    /// The row below them.
    pub total: Option<Total>,
}

/// Where rows come from.
pub enum Rows {
    /// From the table itself.
    Written(Vec<Vec<CellDefinition>>),
    /// One for each unit below.
    Units(Vec<CellDefinition>),
    /// One for each record of a ledger.
    Ledger(Box<LedgerRows>),
}

/// The rows of a ledger.
pub struct LedgerRows {
    /// The plugin whose field it is.
    pub plugin: PluginId,
    /// The field.
    pub name: Name,
    /// Its declaration.
    pub spec: FieldSpec,
    /// Which rows there are; none for all.
    pub condition: Option<Expression>,
    /// What each row says.
    pub row: Vec<CellDefinition>,
}

impl Rows {
    /// The row that there is for each unit below.
    pub fn of_units(&self) -> Option<&[CellDefinition]> {
        if let Self::Units(row) = self { Some(row) } else { None }
    }

    /// The rows as they are written, those of units or of a ledger once.
    pub fn patterns(&self) -> &[Vec<CellDefinition>] {
        match self {
            Self::Written(rows) => rows,
            Self::Units(row) => std::slice::from_ref(row),
            Self::Ledger(ledger) => std::slice::from_ref(&ledger.row),
        }
    }
}

/// A cell in its place.
pub struct CellDefinition {
    /// What it says.
    pub content: Content,
    /// Its first column, from 0.
    pub column: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// Where its words stand, where not as in its column.
    pub align: Option<Align>,
}

/// What a cell says.
pub enum Content {
    /// Fixed words.
    Words(Pattern),
    /// A count.
    Count(Box<Counted>),
    /// What an expression comes to.
    Expression(Box<Computed>),
    /// What a record says in a column.
    Column {
        /// The column.
        name: Name,
        /// Its type.
        kind: ColumnType,
        /// How many digits follow the point; as many as were given by default.
        digits: Option<u32>,
        /// How a day is written.
        date: DateToml,
    },
    /// The sum of the other numbers in its row.
    RowSum,
}

/// A count in a cell.
pub struct Counted {
    /// Its place.
    pub index: CountIndex,
    /// What it is.
    pub spec: CountSpec,
    /// When it was taken.
    pub basis: Basis,
    /// How many digits follow the point; those of the count by default.
    pub digits: Option<u32>,
    /// Whether its measure word is printed.
    pub measure: bool,
}

/// An expression in a cell.
pub struct Computed {
    /// The expression.
    pub expression: Expression,
    /// Where it stands.
    pub place: Location,
    /// Whether it comes to words.
    pub is_text: bool,
    /// Whether it divides: such numbers do not add up.
    pub divides: bool,
    /// How many digits follow the point; as many as there are by default.
    pub digits: Option<u32>,
    /// What is printed after the number.
    pub sign: String,
}

/// A row that adds up the columns.
pub struct Total {
    /// What it is called.
    pub words: Pattern,
    /// What it says of each column.
    pub columns: Vec<Summed>,
}

/// What a row of totals says of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summed {
    /// Nothing.
    No,
    /// The sum of its numbers.
    Sum,
    /// The same for the unit above: a rate is derived anew and never averaged.
    Derive,
}

impl Content {
    /// The count that it is, of a period.
    pub fn count_at(&self, basis: Basis) -> Option<CountIndex> {
        if let Self::Count(counted) = self { (counted.basis == basis).then_some(counted.index) } else { None }
    }

    /// Whether it comes to a number.
    pub fn is_number(&self) -> bool {
        match self {
            Self::Words(_) => false,
            Self::Count(_) | Self::RowSum => true,
            Self::Expression(computed) => !computed.is_text,
            Self::Column { kind, .. } => matches!(kind, ColumnType::Integer | ColumnType::Decimal),
        }
    }

    /// Whether it is a rate, which does not add up.
    pub fn is_rate(&self) -> bool {
        match self {
            Self::Count(counted) => counted.spec.kind == CountKind::Ratio,
            Self::Expression(computed) => computed.divides && !computed.is_text,
            _ => false,
        }
    }
}
