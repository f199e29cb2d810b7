//! The rows of one ledger as they are read: a total among them is no row and is held against the others, and rows that say
//! the same are noted. Knows no source.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher};

use huibian_contract::{ColumnType, FieldSpec, Name, Severity};
use huibian_diagnostic::{Argument, Code, Diagnostic, Faults};
use huibian_sheet::line_kind::{LineKind, of_label};
use huibian_sheet::nothing::{self, Kept, Said};
use huibian_source::{Datum, Entries, Locate, RawLocation, find};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// How many rows that say what another does are kept, to know them again.
const DOUBLES: usize = 100;

type Rows = HashMap<u64, usize, foldhash::fast::RandomState>;

/// What was noted of a ledger's rows.
pub struct LedgerRows<'l> {
    spec: &'l FieldSpec,
    source: &'l dyn Locate,
    /// Rows by the hash of what they say.
    known: Rows,
    /// Rows that say what an earlier one says, with where the first of them is.
    doubled: Vec<String>,
    /// What the first of those rows say.
    doubles: Vec<Map<String, Value>>,
    first: Option<RawLocation>,
    /// Whether columns besides those that are unique say so much that no two rows are alike by chance.
    tells_rows_apart: bool,
    /// What the columns say that no two rows may share, with the row.
    unique: Rows,
    totals: Vec<Total>,
    found: Faults,
}

/// A row of totals.
struct Total {
    name: String,
    /// How many rows stand before it.
    before: usize,
    /// Its figures: the column's number, what stands there, and where.
    figures: Vec<(usize, Decimal, RawLocation)>,
}

/// What numbers come to, and how many there are.
#[derive(Clone, Copy, Default)]
struct Sum {
    sum: Decimal,
    given: usize,
}

impl Sum {
    fn with(self, other: Self) -> Self {
        Self { sum: self.sum.saturating_add(other.sum), given: self.given + other.given }
    }

    /// What is left of the sum of more.
    fn without(self, part: Self) -> Self {
        Self { sum: self.sum.saturating_sub(part.sum), given: self.given - part.given }
    }

    /// Whether it is what a total states; where nothing is given, that is 0.
    fn is(self, stated: Decimal) -> bool {
        if self.given == 0 { stated.is_zero() } else { self.sum == stated }
    }
}

/// Whether there is a day, a text and two more columns, of which one is of numbers, besides those that are unique.
fn tells_rows_apart(spec: &FieldSpec) -> bool {
    let others = || spec.columns.iter().filter(|(name, _)| !spec.unique.contains(name));
    let has = |kinds: &[ColumnType]| others().any(|(_, column)| kinds.contains(&column.kind));
    others().count() > 3
        && has(&[ColumnType::Date])
        && has(&[ColumnType::Text])
        && has(&[ColumnType::Integer, ColumnType::Decimal])
}

impl<'l> LedgerRows<'l> {
    /// None yet.
    pub fn of(spec: &'l FieldSpec, source: &'l dyn Locate) -> Self {
        let (known, unique) = (Rows::default(), Rows::default());
        Self {
            spec,
            source,
            known,
            doubled: Vec::new(),
            doubles: Vec::new(),
            first: None,
            tells_rows_apart: tells_rows_apart(spec),
            unique,
            totals: Vec::new(),
            found: Faults::new(),
        }
    }

    /// Whether a row is no record and is passed over: a total over those before it, or that there is none. Rows of tables
    /// were passed over when they were found.
    pub fn is_none(&mut self, before: &[Value], cells: &Entries<'_>, location: RawLocation) -> bool {
        if matches!(location, RawLocation::Cell(..)) {
            return false;
        }
        let text = cells.iter().find_map(|(_, node)| match &node.datum {
            Datum::Text(text) => Some(text),
            _ => None,
        });
        if let Some(text) = text.filter(|text| nothing::could_be(text))
            && nothing::is_nothing(
                Kept { name: &self.spec.label, is_worded: false },
                cells.iter().map(|(key, node)| (self.label(&key.name), said(&node.datum))),
            )
        {
            let remark = Diagnostic::new(Code::RowsUnread).with("kind", LineKind::Nothing.name());
            let remark = remark.with("name", text).with("rows", vec![(before.len() + 1).to_string()]);
            self.note(remark, location);
            return true;
        }
        let text = text.filter(|text| could_be_total(text));
        let Some((name, sign)) = text.and_then(|text| Some((text, of_label(text)?))) else { return false };
        let mut columns = self.spec.columns.iter();
        let is_dated = columns
            .any(|(name, column)| column.kind == ColumnType::Date && find(cells, name.as_str()).is_some());
        if !matches!(sign.kind, LineKind::Total | LineKind::Part) || (is_dated && !sign.is_certain) {
            return false;
        }
        let remark = Diagnostic::new(Code::RowsUnread).with("kind", sign.kind.name()).with("name", name);
        self.note(remark.with("rows", vec![(before.len() + 1).to_string()]), location);
        if sign.kind == LineKind::Total {
            self.keep(name, before.len(), cells);
        }
        true
    }

    fn label(&self, column: &str) -> &'l str {
        self.spec.columns.get(column).map_or("", |column| column.label.as_str())
    }

    /// Keeps a total's figures, to be held against what rows come to when all are read.
    fn keep(&mut self, name: &str, before: usize, cells: &Entries<'_>) {
        let figure = |(at, column): (usize, &Name)| {
            let node = find(cells, column.as_str())?;
            let stated = match &node.datum {
                Datum::Integer(digits, 10) | Datum::Decimal(digits) => digits.parse().ok()?,
                _ => return None,
            };
            Some((at, stated, node.location))
        };
        let figures = self.spec.columns.keys().enumerate().filter_map(figure).collect();
        self.totals.push(Total { name: name.to_owned(), before, figures });
    }

    /// Tells of totals that differ from what the rows come to: those before them, since the last total or all, or those behind.
    fn verify(&mut self, rows: &[Value]) {
        let totals = std::mem::take(&mut self.totals);
        if totals.is_empty() {
            return;
        }
        let all = self.sums(rows);
        let (mut so_far, mut at) = (vec![Sum::default(); all.len()], 0);
        for Total { name, before, figures } in totals {
            let part = self.sums(&rows[at..before]);
            at = before;
            so_far.iter_mut().zip(&part).for_each(|(sum, more)| *sum = sum.with(*more));
            for (column, stated, location) in figures {
                let behind = all[column].without(so_far[column]);
                if [all[column], so_far[column], part[column], behind].iter().any(|sum| sum.is(stated)) {
                    continue;
                }
                let label =
                    self.spec.columns.get_index(column).map_or("", |(_, column)| column.label.as_str());
                let differs = Diagnostic::new(Code::TotalDiffers).with("of", "rows").with("name", &name);
                let differs = differs.with("label", label).with_digits("stated", stated);
                let differs = match all[column] {
                    Sum { given: 0, .. } => differs.with("ours", "–"),
                    Sum { sum, .. } => differs.with_digits("ours", sum.normalize()),
                };
                self.note(differs, location);
            }
        }
    }

    /// What each column comes to over rows.
    fn sums(&self, rows: &[Value]) -> Vec<Sum> {
        let sum = |column: &Name| {
            let numbers = rows.iter().filter_map(|row| row.get(column.as_str()).and_then(number));
            numbers.fold(Sum::default(), |sum, number| sum.with(Sum { sum: number, given: 1 }))
        };
        self.spec.columns.keys().map(sum).collect()
    }

    /// Takes in a row of data, which is the `number`th.
    pub fn take(&mut self, number: usize, row: &Map<String, Value>, location: RawLocation) {
        let spec = self.spec;
        let says_something = spec
            .columns
            .iter()
            .any(|(name, column)| column.kind == ColumnType::Text && row.contains_key(name.as_str()));
        if !says_something {
            return;
        }
        let number = row_number(number, location);
        if self.is_repeated(number, row, location) {
            return;
        }
        let mut hasher = self.known.hasher().build_hasher();
        // A row that was entered again has a number of its own: 编号.
        let is_number =
            |name: &str| self.tells_rows_apart && spec.unique.iter().any(|it| it.as_str() == name);
        row.iter()
            .filter(|(name, _)| !is_number(name))
            .for_each(|(name, value)| hash_cell(name, value, &mut hasher));
        if let Some(first) = self.known.insert(hasher.finish(), number) {
            self.doubled.push(format!("{first} = {number}"));
            if self.doubles.len() < DOUBLES {
                self.doubles.push(row.clone());
            }
            self.first.get_or_insert(location);
        }
    }

    /// Notes a row that says in the columns that are unique what an earlier one does.
    fn is_repeated(&mut self, number: usize, row: &Map<String, Value>, location: RawLocation) -> bool {
        let spec = self.spec;
        let cells: Option<Vec<_>> =
            spec.unique.iter().map(|name| Some((name, row.get(name.as_str())?))).collect();
        let Some(cells) = cells.filter(|cells| !cells.is_empty()) else { return false };
        let mut hasher = self.unique.hasher().build_hasher();
        cells.iter().for_each(|(name, value)| hash_cell(name.as_str(), value, &mut hasher));
        let Some(first) = self.unique.insert(hasher.finish(), number) else { return false };
        let labels = spec.unique.iter().filter_map(|name| Some(spec.columns.get(name)?.label.as_str()));
        let remark = Diagnostic::new(Code::RowRepeated)
            .with("label", &spec.label)
            .with("row", number)
            .with("first", first)
            .with("columns", Argument::list(labels))
            .with_data(row);
        self.note(remark, location);
        true
    }

    fn note(&mut self, remark: Diagnostic, location: RawLocation) {
        self.found.push(remark.weighing(Severity::Warning).at(self.source.locate(location)));
    }

    /// What is to be said of them, all of which these are.
    pub fn remarks(mut self, rows: &[Value]) -> Faults {
        self.verify(rows);
        if let Some(location) = self.first {
            let remark = Diagnostic::new(Code::RowTwice).with("label", &self.spec.label);
            let remark = remark.with("rows", std::mem::take(&mut self.doubled)).with_data(&self.doubles);
            self.note(remark, location);
        }
        self.found
    }
}

/// What a value says, as far as a row may say that there is none.
fn said<'d>(datum: &'d Datum<'_>) -> Said<'d> {
    match datum {
        Datum::Date(_) => Said::Day,
        Datum::Text(text) if text.parse::<jiff::civil::Date>().is_ok() => Said::Day,
        Datum::Text(text) => Said::Text(text),
        Datum::Integer(digits, _) | Datum::Decimal(digits) if digits.parse() == Ok(Decimal::ZERO) => {
            Said::Zero
        }
        _ => Said::Something,
    }
}

/// Whether it is worth the while to ask what a text says of its row.
fn could_be_total(text: &str) -> bool {
    const LONG: usize = 60;
    text.len() < LONG
        && (says_total(text)
            || text.contains("otal")
            || text.contains("OTAL")
            || text.eq_ignore_ascii_case("sum"))
}

/// Whether two characters stand beside each other that words of a total, or of a part of one, have.
fn says_total(text: &str) -> bool {
    let mut before = ' ';
    text.chars().filter(|c| !c.is_whitespace()).any(|c| {
        let is_said = match c {
            '计' => matches!(before, '合' | '总' | '小' | '共' | '累'),
            '均' => matches!(before, '平' | '人'),
            '比' => matches!(before, '同' | '环' | '占'),
            '期' => matches!(before, '上' | '同'),
            '率' => before == '成',
            '总' => before == '汇',
            '月' | '季' => before == '上',
            _ => match before {
                '总' => matches!(c, '和' | '数'),
                '其' => c == '中',
                '全' => true,
                '均' => c == '值',
                '比' => matches!(c, '重' | '上'),
                '增' => matches!(c, '长' | '幅' | '减'),
                _ => false,
            },
        };
        before = c;
        is_said
    })
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.as_i64().map(Decimal::from),
        Value::String(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// What a cell says, spaces and widths of characters aside.
fn hash_cell(name: &str, value: &Value, hasher: &mut impl Hasher) {
    name.hash(hasher);
    match value {
        Value::String(text) => {
            // Most of a table says nothing that would have to be rewritten.
            if text.bytes().any(|byte| byte <= b' ' || matches!(byte, 0xC2 | 0xE1..=0xE3 | 0xEF)) {
                plain(text).hash(hasher);
            } else {
                text.hash(hasher);
            }
        }
        other => other.hash(hasher),
    }
}

/// A text without spaces, its characters of full width as the others.
pub fn plain(text: &str) -> String {
    let half = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(half).collect()
}

/// The number by which a person finds a row: a sheet's own, else its place in the list.
fn row_number(number: usize, location: RawLocation) -> usize {
    match location {
        RawLocation::Cell(_, row, _) => usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1),
        RawLocation::Span(..) => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_total_is_looked_at() {
        for label in [
            "合计",
            "合 计",
            "总 计：3",
            "1.小计",
            "（二）累计",
            "汇总",
            "总和",
            "总数",
            "全县",
            "全系统合计",
            "平均",
            "平均值",
            "均值",
            "人均",
            "同比增长",
            "环比增减",
            "增长率",
            "增幅",
            "占比",
            "比重",
            "比上年",
            "比上年同期",
            "去年同期",
            "上期",
            "完成率",
            "其中：女",
            "三村共计",
            "Total",
            "SUBTOTAL",
            "sum",
            "上季度(率)",
            "上月(比)",
        ] {
            assert!(could_be_total(label), "{label}");
        }
        for label in ["《统计工作问答》", "半年情况分析", "春耕服务进田间", "减少积水", "其他"]
        {
            assert!(!could_be_total(label), "{label}");
        }
    }
}
