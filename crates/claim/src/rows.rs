//! What a sentence says of the rows of a ledger: how many are of a kind, the first day and the last, the largest and the least, of how
//! many villages they are, how many days they took on an average.

use std::collections::BTreeSet;
use std::ops::Range;

use huibian_contract::{ColumnType, Name, day};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Mention, Named};
use huibian_numeral::{Extent, Quantity, Sign};
use huibian_passage::{Ledger, Passage, told_of};
use huibian_unit::number;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::sentence::Sentence;
use crate::{Told, is_said};

/// What leads from the name of a count to some of it.
const INSIDE: [&str; 5] = ["里头", "当中", "里", "中", "内"];
/// Words of the first row and of the last.
#[rustfmt::skip]
const FIRST: [&str; 12] =
    ["头一", "第一", "最早", "最先", "首单", "首件", "首次", "首场", "首批", "首期", "首笔", "打头的"];
const LAST: [&str; 9] = ["最后一", "末一", "末次", "末场", "最晚", "最迟", "最末", "收尾的", "最近一"];
/// Words of the row with the most, and of the one with the least.
#[rustfmt::skip]
const MOST: [&str; 16] = ["最多", "最大", "最高", "最久", "最长", "最贵", "最慢", "最重", "顶多的", "最忙", "最热闹", "最旺", "最火", "最红火", "最挤", "最满"];
#[rustfmt::skip]
const LEAST: [&str; 8] = ["最少", "最小", "最低", "最短", "最便宜", "最快", "最轻", "最省"];
/// What tells that one row is meant.
const ONE: [&str; 6] = ["的一", "单", "一次", "一回", "一场", "一趟"];
/// What is told of how many villages rows are of, right before their number.
#[rustfmt::skip]
const SPREAD: [&str; 22] = [
    "走了", "跑了", "到了", "去了", "进了", "走访了", "分属", "来自", "出自", "分在", "落在", "散在", "分散在", "涉及", "涉及到", "分布在", "分布于", "走遍了",
    "跑遍了", "覆盖", "覆盖了", "轮了",
];

/// Words of the row with the most, and of the one with the least.
pub(crate) fn extremes() -> impl Iterator<Item = &'static str> {
    MOST.into_iter().chain(LEAST)
}

/// Words of the first row and of the last.
pub(crate) fn first_and_last() -> impl Iterator<Item = &'static str> {
    FIRST.into_iter().chain(LAST)
}

/// A ledger that a sentence tells of, with the rows of the period.
pub(crate) struct Rows<'p> {
    ledger: Ledger<'p>,
    rows: Vec<&'p Map<String, Value>>,
}

impl<'p> Rows<'p> {
    /// Those of the only ledger that a sentence names.
    pub fn named_in(passage: &Passage<'p>, sentence: &str) -> Option<Self> {
        let mut ledgers = Ledger::all(passage);
        let name = told_of(passage, &ledgers, sentence)?.name;
        let at = ledgers.iter().position(|ledger| ledger.name == name)?;
        let ledger = ledgers.swap_remove(at);
        let rows: Vec<_> = ledger.of_period(passage).collect();
        (!rows.is_empty()).then_some(Self { ledger, rows })
    }

    /// Whether words name what only some rows say.
    fn names_a_cell(&self, words: &str) -> bool {
        let texts = || self.ledger.columns(|kind| kind == ColumnType::Text);
        let mut cells =
            self.rows.iter().flat_map(|row| texts().filter_map(|(name, _)| row.get(name.as_str())?.as_str()));
        cells.any(|cell| cell.chars().count() > 1 && words.contains(cell))
    }

    /// The rows of the longest cell that words name.
    fn of_cell(&self, words: &str) -> Option<Vec<&'p Map<String, Value>>> {
        let texts: Vec<&Name> =
            self.ledger.columns(|kind| kind == ColumnType::Text).map(|(name, _)| name).collect();
        let cells = self
            .rows
            .iter()
            .flat_map(|row| texts.iter().filter_map(|name| Some((*name, row.get(name.as_str())?.as_str()?))));
        let named = cells.filter(|(_, cell)| cell.chars().count() > 1 && words.contains(cell));
        let (of, cell) = named.max_by_key(|(_, cell)| cell.len())?;
        let is = |row: &&&Map<String, Value>| row.get(of.as_str()).and_then(Value::as_str) == Some(cell);
        Some(self.rows.iter().filter(is).copied().collect())
    }
}

/// Whether a number behind the name of a count is told of one kind of it: 食品抽检里豆制品34批.
pub fn is_of_a_kind(passage: &Passage<'_>, mention: &Mention, said: &Quantity) -> bool {
    let span = mention.span.start..said.span.end;
    kind(passage, passage.named(mention), &span, said).is_some()
}

/// How many there are of the kind that words between a count's name and a number tell of.
fn kind(passage: &Passage<'_>, named: &Named, span: &Range<usize>, said: &Quantity) -> Option<Decimal> {
    let between = passage.text.get(span.start..said.span.start)?;
    let label = std::iter::once(&named.spec.label).chain(&named.spec.also);
    let between = label.filter_map(|label| between.strip_prefix(label.as_str())).min_by_key(|it| it.len())?;
    let words = INSIDE.iter().find_map(|word| between.strip_prefix(word))?;
    let ledgers = Ledger::all(passage);
    let ledger = ledgers.into_iter().find(|ledger| named.spec.ledger.as_ref() == Some(ledger.name))?;
    let rows: Vec<_> = ledger.of_period(passage).collect();
    let own = Rows { ledger, rows }.of_cell(words)?;
    let is_all = named.spec.condition.is_none() && !words.contains(['，', '。', '、']);
    let numbers = own.iter().map(|row| match &named.spec.sum {
        Some(column) => number(row, column),
        None => Some(Decimal::ONE),
    });
    let numbers: Option<Vec<Decimal>> = numbers.collect();
    Some(numbers?.iter().sum()).filter(|_| is_all)
}

/// 服务需求中要代办药品的2件.
pub(crate) fn of_a_kind(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let text = sentence.passage.text;
    sentence.hits().iter().find_map(|hit| {
        let said = sentence.numbers.iter().find(|it| it.span.start >= hit.span.end)?;
        let (value, end) = said.in_measure(text, hit.named.measure())?;
        let right = kind(sentence.passage, hit.named, &(hit.span.start..said.span.end), said)?;
        let is_so = said.fits(text, right, value, end);
        (sentence.is_plain() && !is_so).then(|| sentence.told(said.span.start..end, "rows", right))
    })
}

/// 因修路晚点6次: more than there are rows of what the clause names.
pub(crate) fn beyond_a_kind(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let text = sentence.passage.text;
    let said = sentence.sole_plain().filter(|said| said.extent == Extent::Exact)?;
    let told = sentence.rows()?;
    let clause = sentence.passage.clause_at(said.span.start);
    let head = sentence.between(clause.span.start.max(sentence.span.start), said.span.start);
    let rows = told.of_cell(head)?;
    let is_of =
        |named: &&Named| named.spec.ledger.as_ref() == Some(told.ledger.name) && named.spec.sum.is_none();
    let counted =
        crate::names::own(sentence.passage).find(|named| is_of(named) && named.spec.condition.is_none())?;
    let (value, end) = said.in_measure(text, counted.measure())?;
    let right = Decimal::from(rows.len());
    let is_end = end >= clause.span.end;
    (sentence.is_plain() && is_end && value > right)
        .then(|| sentence.told(said.span.start..end, "rows", right))
}

/// Whether words tell of one row alone: 单台维修费最高410元.
pub fn is_of_one_row(words: &str) -> bool {
    let has = |all: &[&str]| all.iter().any(|word| words.contains(word));
    (has(&MOST) || has(&LEAST)) && has(&ONE)
}

/// 7月21日开出本季头一单食品抽检: of the only day that the sentence names.
pub(crate) fn first_day(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let has = |words: &[&str]| words.iter().any(|word| sentence.text.contains(word));
    let (is_first, is_last) = (has(&FIRST), has(&LAST));
    if is_first == is_last || sentence.passage.is_plan_field() || has(&["下季", "明年", "上季", "去年"])
    {
        return None;
    }
    let (span, said) = day_in(sentence)?;
    let told = sentence.rows()?;
    if told.names_a_cell(sentence.text) {
        return None;
    }
    let columns: Vec<&Name> =
        told.ledger.columns(|kind| kind == ColumnType::Date).map(|(name, _)| name).collect();
    let of = |column: &Name| {
        let days = told.rows.iter().filter_map(|row| day(row.get(column.as_str())?.as_str()?));
        let days: Vec<Date> = days.collect();
        if is_first { days.into_iter().min() } else { days.into_iter().max() }
    };
    let days: Vec<Date> = columns.iter().filter_map(|column| of(column)).collect();
    let first = days.first()?;
    let right = format!("{}月{}日", first.month(), first.day());
    let told =
        Diagnostic::new(Code::SentenceContradicts).with("said", sentence.between(span.start, span.end));
    (!days.contains(&said)).then(|| (span, told.with("reason", "rows").with("found", right)))
}

/// The only day of a sentence, by month and day, in the report's year.
fn day_in(sentence: &Sentence<'_, '_>) -> Option<(Range<usize>, Date)> {
    let text = sentence.text;
    let mut days = text.match_indices('月').filter_map(|(at, sign)| {
        let digits = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        let (day, _) = text[at + sign.len()..].split_once('日')?;
        let (month, number) = (text[at - digits..at].parse().ok()?, day.parse().ok()?);
        let date = Date::new(sentence.passage.owner.period.end().year(), month, number).ok()?;
        let end = at + sign.len() + day.len() + '日'.len_utf8();
        Some((sentence.span.start + at - digits..sentence.span.start + end, date))
    });
    let day = days.next()?;
    days.next().is_none().then_some(day)
}

/// 晚点最久的一回是51分钟: the most of a column in that measure, or the least.
pub(crate) fn extreme(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let text = sentence.passage.text;
    let has = |words: &[&str]| words.iter().any(|word| sentence.text.contains(word));
    let (is_most, is_least) = (has(&MOST), has(&LEAST));
    if is_most == is_least || !has(&ONE) || !sentence.is_plain() {
        return None;
    }
    let said = sentence.sole_plain().filter(|said| said.extent == Extent::Exact)?;
    let told = sentence.rows()?;
    let head = sentence.between(sentence.span.start, said.span.start);
    if told.names_a_cell(head) || !head.contains('最') {
        return None;
    }
    let people = ["人", "名", "人次", "位"];
    let behind = &text[said.span.end..];
    let own = people.iter().find(|it| behind.starts_with(**it));
    let columns = told.ledger.numbers().filter(|(_, column)| {
        !column.measure.is_empty() && behind.starts_with(column.measure.as_str())
            || own.is_some() && people.contains(&column.measure.as_str())
    });
    let best = |(name, _): (&Name, _)| {
        let numbers = told.rows.iter().filter_map(|row| number(row, name));
        if is_most { numbers.max() } else { numbers.min() }
    };
    let columns: Vec<_> = columns.collect();
    let end = said.span.end + columns.first().map_or(0, |(_, column)| column.measure.len());
    let end = (end..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let best: Vec<Decimal> = columns.into_iter().filter_map(best).collect();
    let right = *best.first()?;
    (!best.contains(&said.value)).then(|| sentence.told(said.span.start..end, "rows", right))
}

/// 从拾获到领走平均12.2天: from the first column of days to the only other one.
pub(crate) fn average_days(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let text = sentence.passage.text;
    let said = sentence.sole_plain().filter(|said| said.sign == Sign::None)?;
    let behind = &text[said.span.end..];
    if !sentence.text.contains("平均") || !behind.starts_with(['天', '日']) || !sentence.is_plain() {
        return None;
    }
    let told = sentence.rows().filter(|told| !told.names_a_cell(sentence.text))?;
    let mut columns = told.ledger.columns(|kind| kind == ColumnType::Date);
    let (from, to) = (columns.next()?.0, columns.next()?.0);
    if columns.next().is_some() || sentence.text.contains('每') {
        return None;
    }
    let of = |row: &Map<String, Value>, name: &Name| day(row.get(name.as_str())?.as_str()?);
    let took = told
        .rows
        .iter()
        .filter_map(|row| Some(Decimal::from(of(row, from)?.until(of(row, to)?).ok()?.get_days())));
    let took: Vec<Decimal> = took.collect();
    let exact = took.iter().sum::<Decimal>().checked_div(Decimal::from(took.len()))?;
    let is_so = |exact| is_said(exact, said) || crate::is_said_so(exact, said, sentence.extent(said));
    let end = said.span.end + '天'.len_utf8();
    (!is_so(exact) && !is_so(exact + Decimal::ONE))
        .then(|| sentence.told(said.span.start..end, "rows", exact.round_dp(1)))
}

/// 上门探访走了7个村: the different cells of the column of that name.
pub(crate) fn spread(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let said = sentence.sole_plain().filter(|said| said.extent == Extent::Exact)?;
    let text = sentence.passage.text;
    let rest = text[said.span.end..].strip_prefix(['个', '处', '种', '类'])?;
    let told = sentence.rows()?;
    let (name, label) = told
        .ledger
        .columns(|kind| kind == ColumnType::Text)
        .map(|(name, column)| (name, column.label.as_str()))
        .find(|(_, label)| rest.starts_with(label))?;
    let after = &rest[label.len()..];
    let head = sentence.between(sentence.span.start, said.span.start);
    let cells: BTreeSet<&str> = told.rows.iter().filter_map(|row| row.get(name.as_str())?.as_str()).collect();
    let right = Decimal::from(cells.len());
    let is_spread =
        SPREAD.iter().any(|word| head.ends_with(word)) || head.ends_with('的') && said.value > right;
    let is_word = label == "村" && after.starts_with(['民', '级', '干', '委', '道']);
    let is_other = told.names_a_cell(head)
        || ["全镇", "全乡", "全部", "所有", "各", "其他", "其余", "每"].iter().any(|it| head.contains(it))
        || sentence.hits().iter().any(|hit| hit.named.spec.condition.is_some());
    let is_so = right == said.value || cells.is_empty();
    let end = text.len() - rest.len() + label.len();
    (sentence.is_plain() && is_spread && !is_word && !is_other && !is_so)
        .then(|| sentence.told(said.span.start..end, "rows", right))
}
