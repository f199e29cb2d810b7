//! The rows of a ledger of a text's section, and which ledger a sentence tells of: by the name of one of its counts, or by its own.

use huibian_contract::manifest::Column;
use huibian_contract::{ColumnType, FieldSpec, FieldType, Name, day};
use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::passage::Passage;

/// What the name of a ledger ends in beside what its rows are.
const LEDGER: [&str; 10] =
    ["台账", "登记表", "登记簿", "明细表", "清单", "记录", "登记", "明细", "名册", "表"];

/// The rows of a ledger, with their days.
pub struct Ledger<'p> {
    /// Its field.
    pub name: &'p Name,
    /// What that is declared to be.
    pub spec: &'p FieldSpec,
    /// Every row that has a day.
    pub rows: Vec<(Date, &'p Map<String, Value>)>,
}

impl<'p> Ledger<'p> {
    /// All ledgers of the text's section that are given and have a column of days.
    pub fn all(passage: &Passage<'p>) -> Vec<Self> {
        let fields = passage.manifest.fields.iter();
        let ledgers = fields.filter(|(_, spec)| spec.kind == FieldType::Ledger);
        ledgers.filter_map(|(name, spec)| Self::of(passage, name, spec)).collect()
    }

    fn of(passage: &Passage<'p>, name: &'p Name, spec: &'p FieldSpec) -> Option<Self> {
        let (dated, _) = spec.columns.iter().find(|(_, column)| column.kind == ColumnType::Date)?;
        let rows = passage.fields.get(name.as_str())?.as_array()?.iter().filter_map(Value::as_object);
        let rows = rows.filter_map(|row| Some((day(row.get(dated.as_str())?.as_str()?)?, row)));
        Some(Self { name, spec, rows: rows.collect() })
    }

    /// The rows of the report's own period.
    pub fn of_period(&self, passage: &Passage<'_>) -> impl Iterator<Item = &'p Map<String, Value>> {
        let period = passage.owner.period;
        self.rows.iter().filter(move |(day, _)| period.contains(*day)).map(|(_, row)| *row)
    }

    /// The columns of a kind.
    pub fn columns(&self, is: impl Fn(ColumnType) -> bool) -> impl Iterator<Item = (&'p Name, &'p Column)> {
        self.spec.columns.iter().filter(move |(_, column)| is(column.kind))
    }

    /// The columns of numbers.
    pub fn numbers(&self) -> impl Iterator<Item = (&'p Name, &'p Column)> {
        self.columns(|kind| matches!(kind, ColumnType::Integer | ColumnType::Decimal))
    }

    /// How much of a sentence names it, in bytes: 险情 of 险情台账, 走访慰问 of a count of its rows, 捐款 of a column of numbers.
    fn named_by(&self, passage: &Passage<'_>, sentence: &str) -> Option<usize> {
        let own = LEDGER.iter().find_map(|end| self.spec.label.strip_suffix(end));
        let counts = passage.counts().iter();
        let counts = counts
            .filter(|it| it.key.plugin == passage.manifest.id && it.spec.ledger.as_ref() == Some(self.name));
        let names = counts.flat_map(|it| std::iter::once(&it.spec.label).chain(&it.spec.also));
        let columns = self.numbers().map(|(_, column)| column.label.as_str());
        let names = own.into_iter().chain(names.map(String::as_str)).chain(columns);
        let said = names.filter(|name| name.chars().count() > 1 && sentence.contains(name));
        said.map(str::len).max()
    }
}

/// The only ledger that a sentence names.
pub fn told_of<'l, 'p>(
    passage: &Passage<'_>,
    ledgers: &'l [Ledger<'p>],
    sentence: &str,
) -> Option<&'l Ledger<'p>> {
    let named = ledgers.iter().filter_map(|it| Some((it.named_by(passage, sentence)?, it)));
    let named: Vec<_> = named.collect();
    let longest = named.iter().map(|(length, _)| *length).max()?;
    let mut named = named.into_iter().filter(|(length, _)| *length == longest).map(|(_, it)| it);
    named.next().filter(|_| named.next().is_none())
}
