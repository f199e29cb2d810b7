//! What a text says of all rows of a ledger, held against them: the one with the most, the least that each has, the longest that any
//! took, how many villages they are of. 人数最多的一场演练放在东风村; 每批都在90头以上; 没有一件超过9天; 分布在7个村.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use huibian_contract::manifest::Column;
use huibian_contract::{Basis, ColumnType, Name, day};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Signs, When};
use huibian_numeral::{Quantity, Sign, measure};
use huibian_passage::{Clause, Ledger, Passage, told_of};
use huibian_prose::Found;
use huibian_unit::number;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// Words of the row with the most, and with the least.
const MOST: [&str; 4] = ["最多", "最大", "最高", "最长"];
const LEAST: [&str; 4] = ["最少", "最小", "最低", "最短"];
/// How far behind such a word the row may be named, in characters.
const NEAR: usize = 14;
/// Right before how many villages, or kinds, rows are of.
#[rustfmt::skip]
const SPREAD: [&str; 22] = [
    "分布在", "分布于", "分布", "散布在", "散布于", "到过", "走过", "走遍", "走到", "跑遍", "去过", "涉及到", "涉及", "覆盖到", "覆盖", "遍及", "遍布",
    "来自", "分属", "涵盖", "分为", "走进",
];
/// What stands between a number and the name of a column whose cells it counts.
const COUNTED: [&str; 7] = ["个", "家", "类", "种", "处", "名", "所"];
/// Words that what holds for each row is told with.
const EACH: [&str; 9] = ["各", "每", "场场", "次次", "批批", "笔笔", "件件", "所有", "全部"];
/// Words of what each has at least, right before a number; some of what it has more than.
const AT_LEAST: [&str; 8] =
    ["都不下", "均不下", "都不少于", "均不少于", "都不低于", "均不低于", "都超过", "均超过"];
const AT_MOST: [&str; 8] =
    ["都不超过", "均不超过", "都没超过", "均未超过", "都没有超过", "都少于", "均少于", "都不足"];
/// Words before a number that have one behind it as well: 都在93头以上.
const ALL_IN: [&str; 6] = ["都在", "均在", "全在", "都有", "均有", "都达"];
/// Words of no row that took longer, and of the one that took longest.
#[rustfmt::skip]
const NONE_LONGER: [&str; 10] = [
    "没有一件超过", "没有一起超过", "没有一例超过", "没有一宗超过", "没有一处超过", "无一超过", "都没超过", "均未超过", "都不超过", "均不超过",
];
const LONGEST: [&str; 5] = ["最久的", "最长的", "最慢的", "时间最长", "用时最长"];
const SHORTEST: [&str; 4] = ["最快的", "最短的", "时间最短", "用时最短"];
/// Words of what shall be, and of some of the rows.
#[rustfmt::skip]
const OTHERS: [&str; 30] = [
    "要求", "规定", "必须", "须", "应", "计划", "力争", "确保", "拟", "今后", "将", "下季度", "下月", "目标", "原则", "其中", "部分", "主要", "集中",
    "大多", "多数", "平均", "一般", "上季度", "去年", "往年", "同期", "累计", "今年以来", "承诺",
];

/// Words of the row with the most, and with the least.
pub(crate) fn extremes() -> impl Iterator<Item = &'static str> {
    MOST.into_iter().chain(LEAST)
}

/// What no rows bear out.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    let has_most = !passage.signs.lacks(Signs::MOST);
    if passage.quantities.is_empty() && !has_most || passage.is_plan_field() {
        return;
    }
    let ledgers = Ledger::all(passage);
    if ledgers.is_empty() {
        return;
    }
    let told = passage.quantities.iter().filter_map(|quantity| {
        let subject = Subject::at(passage, &ledgers, quantity.span.start)?;
        subject.spread(quantity).or_else(|| subject.days(quantity)).or_else(|| subject.bound(quantity))
    });
    let told: Vec<_> = told.collect();
    let most = if has_most { superlatives(passage, &ledgers) } else { Found::new() };
    for told in told.into_iter().chain(most) {
        if found.iter().all(|(known, _)| known.end <= told.0.start || told.0.end <= known.start) {
            found.push(told);
        }
    }
}

/// The rows that a clause tells of.
struct Subject<'l, 'p> {
    passage: &'l Passage<'p>,
    ledger: &'l Ledger<'p>,
    rows: Vec<&'p Map<String, Value>>,
    clause: &'l Clause,
}

impl<'l, 'p> Subject<'l, 'p> {
    /// Those of the only ledger that the sentence names up to the end of the clause of a byte, where it tells of all of them.
    fn at(passage: &'l Passage<'p>, ledgers: &'l [Ledger<'p>], at: usize) -> Option<Self> {
        let clause = passage.clause_at(at);
        let sentence = &passage.text[clause.sentence..clause.span.end];
        let ledger = told_of(passage, ledgers, sentence)?;
        let rows: Vec<_> = ledger.of_period(passage).collect();
        let is_own = matches!(passage.when(at), None | Some(When::Known(Basis::Now)));
        let is_other = OTHERS.iter().any(|word| sentence.contains(word));
        (!rows.is_empty() && is_own && !is_other).then_some(Self { passage, ledger, rows, clause })
    }

    fn head(&self, quantity: &Quantity) -> &'p str {
        &self.passage.text[self.clause.span.start..quantity.span.start]
    }

    /// What a sentence says before a byte.
    fn before(&self, at: usize) -> &'p str {
        &self.passage.text[self.clause.sentence..at]
    }

    fn differs(&self, span: Range<usize>, found: Decimal) -> (Range<usize>, Diagnostic) {
        let told = Diagnostic::new(Code::SentenceContradicts).with("said", &self.passage.text[span.clone()]);
        (span, told.with("reason", "rows").with_digits("found", found.normalize()))
    }

    /// 分布在7个村: the different cells of the column of that name.
    fn spread(&self, quantity: &Quantity) -> Option<(Range<usize>, Diagnostic)> {
        let head = self.head(quantity).trim_end_matches(['了', '全', '镇', '乡', '共', '辖', '区']);
        let is_spread = SPREAD.iter().any(|word| head.ends_with(word));
        if !is_spread || quantity.sign != Sign::None {
            return None;
        }
        let rest = self.passage.text.get(quantity.span.end..self.clause.span.end)?;
        let rest = COUNTED.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        let (name, _) =
            self.ledger.columns(|kind| kind == ColumnType::Text).find(|(_, it)| it.label == rest)?;
        let cells: Option<BTreeSet<&str>> =
            self.rows.iter().map(|row| row.get(name.as_str())?.as_str()).collect();
        let cells = cells?;
        let is_some = self.names_a_cell(self.before(quantity.span.start)) || self.names_a_condition();
        let number = Decimal::from(cells.len());
        (number != quantity.value && !is_some)
            .then(|| self.differs(quantity.span.start..self.clause.span.end, number))
    }

    /// Whether words name what only some rows say: 房漏 of all kinds of matters.
    fn names_a_cell(&self, words: &str) -> bool {
        let texts = || self.ledger.columns(|kind| kind == ColumnType::Text);
        let cells =
            self.rows.iter().flat_map(|row| texts().filter_map(|(name, _)| row.get(name.as_str())?.as_str()));
        cells.into_iter().any(|cell| cell.chars().count() > 1 && words.contains(cell))
    }

    /// Whether the clause names a count of only some rows.
    fn names_a_condition(&self) -> bool {
        let own = self.clause.sentence..self.clause.span.end;
        let mut mentions = self.passage.mentions.iter().filter(|it| own.contains(&it.span.start));
        mentions.any(|it| self.passage.named(it).spec.condition.is_some())
    }

    /// 没有一件超过9天, 最久的一件用了6天: from the first column of days to the only other one.
    fn days(&self, quantity: &Quantity) -> Option<(Range<usize>, Diagnostic)> {
        let end = quantity.span.end;
        if !self.passage.text[end..].starts_with('天') && !self.passage.text[end..].starts_with('日') {
            return None;
        }
        let mut columns = self.ledger.columns(|kind| kind == ColumnType::Date);
        let (from, to) = (columns.next()?.0, columns.next()?.0);
        let of = |row: &Map<String, Value>, name: &Name| day(row.get(name.as_str())?.as_str()?);
        let took = self.rows.iter().filter_map(|row| {
            let (from, to) = (of(row, from)?, of(row, to)?);
            Some(Decimal::from(from.until(to).ok()?.get_days()))
        });
        let took: Vec<Decimal> = took.collect();
        let (longest, shortest) = (*took.iter().max()?, *took.iter().min()?);
        let before = self.before(quantity.span.start);
        // A day may be counted as well on which something begins.
        let is = |days: Decimal| quantity.value == days || quantity.value == days + Decimal::ONE;
        let is_said = |words: &[&str]| words.iter().any(|word| before.contains(word));
        let is_none_longer = NONE_LONGER.iter().any(|word| before.ends_with(word));
        let untrue = if is_none_longer {
            (longest > quantity.value).then_some(longest)
        } else if is_said(&LONGEST) {
            (!is(longest)).then_some(longest)
        } else if is_said(&SHORTEST) {
            (!is(shortest)).then_some(shortest)
        } else {
            None
        };
        let is_alone = columns.next().is_none() && !self.names_a_cell(before);
        let span = quantity.span.start..end + '天'.len_utf8();
        untrue.filter(|_| is_alone).map(|days| self.differs(span, days))
    }

    /// 各场都不下51人, 每批都在93头以上: the least, or the most, of the only column in that measure that is meant.
    fn bound(&self, quantity: &Quantity) -> Option<(Range<usize>, Diagnostic)> {
        let head = self.head(quantity);
        let before = self.before(quantity.span.start);
        let own = measure(self.passage.text, quantity)?;
        let end = self.passage.text[quantity.span.end..].find(own)? + quantity.span.end + own.len();
        let behind = &self.passage.text[end..self.clause.span.end];
        let ends = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
        let is_least = ends(&AT_LEAST) || ends(&ALL_IN) && behind.starts_with("以上");
        let is_most =
            ends(&AT_MOST) || ends(&ALL_IN) && (behind.starts_with("以下") || behind.starts_with("以内"));
        if is_least == is_most || !EACH.iter().any(|word| before.contains(word)) || self.names_a_cell(before)
        {
            return None;
        }
        let is_people = |it: &str| ["人", "名", "人次"].contains(&it);
        let is_own = |(_, column): &(&Name, &Column)| {
            column.measure == own || is_people(own) && is_people(&column.measure)
        };
        let columns: Vec<_> = self.ledger.numbers().filter(is_own).collect();
        let meant = columns.iter().filter(|(_, column)| head.contains(column.label.as_str()));
        let meant: Vec<_> = if columns.len() == 1 { columns.iter().collect() } else { meant.collect() };
        let [(name, _)] = meant[..] else { return None };
        let numbers: Option<Vec<Decimal>> = self.rows.iter().map(|row| number(row, name)).collect();
        let numbers = numbers?;
        let (least, most) = (*numbers.iter().min()?, *numbers.iter().max()?);
        let untrue = if is_least {
            (least < quantity.value).then_some(least)
        } else {
            (most > quantity.value).then_some(most)
        };
        untrue.map(|number| self.differs(quantity.span.start..end, number))
    }

    /// 单笔捐款数额最大的是青藤书店: the row that is named has it neither by itself nor by all rows of that name.
    fn superlative(&self, at: usize, word: &str, is_most: bool) -> Option<(Range<usize>, Diagnostic)> {
        let head = &self.passage.text[self.clause.span.start..at];
        let behind = self.passage.text[at + word.len()..self.clause.span.end].strip_prefix('的')?;
        let (column, _) = self.measured(head)?;
        let texts = || self.ledger.columns(|kind| kind == ColumnType::Text);
        let named = self.rows.iter().flat_map(|row| {
            texts().filter_map(|(name, _)| {
                let cell = row.get(name.as_str())?.as_str().filter(|cell| cell.chars().count() > 1)?;
                let at = behind.find(cell)?;
                (behind[..at].chars().count() <= NEAR).then_some((at, cell, name))
            })
        });
        let (place, cell, of) = named.max_by_key(|(at, cell, _)| (cell.len(), std::cmp::Reverse(*at)))?;
        let mut sums: BTreeMap<&str, Decimal> = BTreeMap::new();
        let mut each: Vec<(&str, Decimal)> = Vec::new();
        for row in &self.rows {
            let (name, value) = (row.get(of.as_str())?.as_str()?, number(row, column)?);
            each.push((name, value));
            *sums.entry(name).or_default() += value;
        }
        let best =
            |values: &mut dyn Iterator<Item = Decimal>| if is_most { values.max() } else { values.min() };
        let own = best(&mut each.iter().filter(|(name, _)| *name == cell).map(|(_, value)| *value))?;
        let all = best(&mut each.iter().map(|(_, value)| *value))?;
        let of_all = best(&mut sums.values().copied())?;
        let start = self.passage.text.len() - self.passage.text[at + word.len()..].len() + '的'.len_utf8();
        let span = at..start + place + cell.len();
        (own != all && sums.get(cell) != Some(&of_all)).then(|| self.differs(span, all))
    }

    /// The only column of numbers that words before such a word are of: 人数, 捐款数额.
    fn measured(&self, head: &str) -> Option<(&'p Name, &'p Column)> {
        let is = |column: &Column| {
            let label = column.label.strip_suffix('数').unwrap_or(&column.label);
            let is_counted = head.ends_with("人数") && column.label.ends_with("人数");
            is_counted || label.chars().count() > 1 && head.contains(label)
        };
        let mut columns = self.ledger.numbers().filter(|(_, column)| is(column));
        columns.next().filter(|_| columns.next().is_none())
    }
}

fn superlatives(passage: &Passage<'_>, ledgers: &[Ledger<'_>]) -> Found {
    let all = [(&MOST, true), (&LEAST, false)];
    let words = all.into_iter().flat_map(|(words, is_most)| words.iter().map(move |word| (*word, is_most)));
    let said = words
        .flat_map(|(word, is_most)| passage.text.match_indices(word).map(move |(at, _)| (at, word, is_most)));
    let untrue = said
        .filter_map(|(at, word, is_most)| Subject::at(passage, ledgers, at)?.superlative(at, word, is_most));
    untrue.collect()
}
