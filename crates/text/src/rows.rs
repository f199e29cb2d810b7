//! What a text says of one day, or of one month, held against the rows of a ledger: 10月14日巡查梅冲线，当天发现病害10处; 6月份举办义诊3场.

use std::collections::HashMap;
use std::ops::Range;

use huibian_contract::manifest::Column;
use huibian_contract::{Basis, ColumnType, Name};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Mention, Named, Signs, When};
use huibian_numeral::{Extent, Quantity, Sign, measure};
use huibian_prose::Found;
use huibian_unit::number;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::figures::is_of_a_place;
use crate::scope;
use huibian_passage::{Ledger, Passage, told_of};

/// How far behind a column's name its number may stand, and behind a month its count's, in characters.
const NEAR: usize = 3;
const IN_MONTH: usize = 10;
/// How long a cell is at most that a text names, in characters.
const CELL: usize = 12;
/// What leads to the number of the largest row.
const MOST: &str = "最多的一";
/// What makes a month a part of it, or more than it.
const NO_MONTH: [&str; 12] = ["底", "末", "初", "上旬", "中旬", "下旬", "以来", "前", "后", "至", "到", "起"];

/// Numbers that no row bears out.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.quantities.is_empty() {
        return;
    }
    let has_days = !passage.signs.lacks(Signs::TIME) && !passage.signs.lacks(Signs::DIGIT);
    let has_month = has_days && passage.text.contains('月');
    let has_most = !passage.signs.lacks(Signs::EXTREME) && passage.text.contains(MOST);
    let kinds = kinds(passage);
    if !has_month && !has_most && kinds.is_empty() {
        return;
    }
    let ledgers = Ledger::all(passage);
    for ledger in ledgers.iter().filter(|ledger| kinds.iter().any(|(of, ..)| *of == ledger.name)) {
        of_kinds(passage, ledger, &kinds, found);
    }
    for (at, sign) in passage.text.match_indices('月').filter(|_| has_month && !ledgers.is_empty()) {
        let (end, clause) = (at + sign.len(), passage.clause_at(at));
        let Some(month) = number_before(&passage.text[..at]) else { continue };
        let day =
            passage.text[end..].split_once('日').and_then(|(day, _)| Some((day.parse().ok()?, day.len())));
        let told = match day {
            Some((day, length)) => {
                let from = end + length + '日'.len_utf8();
                let date = Date::new(passage.owner.period.end().year(), month, day).ok();
                date.and_then(|date| of_day(passage, &ledgers, date, from..passage.sentence_end(clause)))
            }
            None => of_month(passage, &ledgers, month, end..clause.span.end),
        };
        found.extend(told.filter(|(span, _)| found.iter().all(|(known, _)| known.start != span.start)));
    }
    for ledger in &ledgers {
        found.extend(of_most(passage, ledger).filter(|_| has_most));
    }
}

/// 当天发现病害10处: of the column that is named there.
fn of_day(
    passage: &Passage<'_>,
    ledgers: &[Ledger<'_>],
    date: Date,
    span: Range<usize>,
) -> Option<(Range<usize>, Diagnostic)> {
    let text = &passage.text[span.clone()];
    let text = &text[..text.find('月').unwrap_or(text.len())];
    ledgers.iter().find_map(|ledger| {
        let is_number = |kind| matches!(kind, ColumnType::Integer | ColumnType::Decimal);
        let columns = ledger.spec.columns.iter().filter(|(_, column)| is_number(column.kind));
        // 岗位数 is said as 岗位, or by the count that adds the column up.
        let by_count = |name: &Name| {
            let is_of = |mention: &&Mention| {
                let spec = &passage.named(mention).spec;
                span.start <= mention.span.start
                    && mention.span.end <= span.start + text.len()
                    && spec.ledger.as_ref() == Some(ledger.name)
                    && spec.sum.as_ref() == Some(name)
            };
            passage.mentions.iter().rev().find(is_of).map(|mention| mention.span.end - span.start)
        };
        let by_label = |column: &Column| {
            let label = column.label.strip_suffix('数').filter(|label| label.chars().count() > 1);
            let label = label.unwrap_or(&column.label);
            text.find(label).map(|at| at + label.len())
        };
        let (name, end) = columns
            .filter_map(|(name, column)| Some((name, by_label(column).max(by_count(name))?)))
            .max_by_key(|(_, end)| *end)?;
        let said = passage.quantity_in(span.start + end..span.start + text.len())?;
        let is_near = passage.text[span.start + end..said.span.start].chars().count() <= NEAR;
        let of_day: Vec<Decimal> = ledger
            .rows
            .iter()
            .filter(|(day, _)| *day == date)
            .filter_map(|(_, row)| number(row, name))
            .collect();
        let sum: Decimal = of_day.iter().sum();
        let is_so = of_day.is_empty() || sum == said.value || of_day.contains(&said.value);
        (is_near && is_plain(said) && !is_so).then(|| differs(passage, said, sum))
    })
}

/// 6月份举办义诊3场: of the count that the sentence names, whose rows are counted one by one.
fn of_month(
    passage: &Passage<'_>,
    ledgers: &[Ledger<'_>],
    month: i8,
    span: Range<usize>,
) -> Option<(Range<usize>, Diagnostic)> {
    let rest = passage.text[span.clone()].trim_start_matches('份');
    if NO_MONTH.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    let said = passage.quantity_in(span.clone()).filter(|said| is_plain(said))?;
    let sentence = passage.clause_at(span.start).sentence;
    let mut mentions =
        passage.mentions.iter().filter(|it| sentence <= it.span.start && it.span.end <= said.span.start);
    let named = passage.named(mentions.next().filter(|_| mentions.next().is_none())?);
    let spec = &named.spec;
    let ledger = ledgers.iter().find(|ledger| spec.ledger.as_ref() == Some(ledger.name))?;
    let is_counted =
        spec.sum.is_none() && spec.condition.is_none() && named.key.plugin == passage.manifest.id;
    let (value, _) = passage.stated(said, named).filter(|_| is_counted)?;
    let head = &passage.text[span.start..said.span.start];
    let own =
        ledger.rows.iter().filter(|(day, _)| day.month() == month && passage.owner.period.contains(*day));
    let count = Decimal::from(own.count());
    let period = passage.owner.period;
    let is_within = (period.start().month()..=period.end().month()).contains(&month);
    let is_of_all = ["分别", "依次", "各"].iter().any(|word| head.contains(word));
    let is_told = !is_of_all
        && is_within
        && head.chars().count() <= IN_MONTH
        && !passage.is_plan(passage.clause_at(span.start));
    (is_told && value > count).then(|| differs(passage, said, count))
}

/// 就诊群众最多的一场有71人次: the most of the only column in that measure.
fn of_most(passage: &Passage<'_>, ledger: &Ledger<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let at = passage.text.find(MOST)?;
    let clause = passage.clause_at(at);
    let said = passage.quantities.iter().find(|it| {
        let is_behind = it.span.start >= at + MOST.len() && it.span.end <= clause.span.end;
        is_behind && measure(passage.text, it).is_some() && is_plain(it)
    })?;
    let own = measure(passage.text, said)?;
    let mut columns = ledger.spec.columns.iter().filter(|(_, column)| column.measure == own);
    let (name, _) = columns.next().filter(|_| columns.next().is_none())?;
    let of_period = ledger.rows.iter().filter(|(day, _)| passage.owner.period.contains(*day));
    let most = of_period.filter_map(|(_, row)| number(row, name)).max()?;
    let is_own = matches!(passage.when(at), None | Some(When::Known(Basis::Now)));
    (is_own && most != said.value && !passage.is_plan(clause)).then(|| differs(passage, said, most))
}

/// Numbers in the measure of a count of rows, each with the words before it that may say what a column does: 医疗报销一类有8件.
fn kinds<'p>(passage: &'p Passage<'_>) -> Vec<(&'p Name, &'p str, &'p Quantity, Decimal)> {
    const KINDS: [&str; 5] = ["一类的", "一类", "类的", "类", "的"];
    const ARE: [&str; 7] = ["共有", "就有", "达到", "有", "共", "达", "为"];
    let is_counted = |named: &&Named| {
        let spec = &named.spec;
        named.key.plugin == passage.manifest.id && spec.sum.is_none() && spec.condition.is_none()
    };
    let counts = passage.counts().iter().filter(is_counted);
    let counts: Vec<(&Name, &Named)> =
        counts.filter_map(|named| Some((named.spec.ledger.as_ref()?, named))).collect();
    let of = |said: &'p Quantity, (ledger, named): &(&'p Name, &Named)| {
        let (value, _) = passage.stated(said, named)?;
        let clause = passage.clause_at(said.span.start);
        let head = &passage.text[clause.span.start..said.span.start];
        let head = ARE.iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
        let kind = KINDS.iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
        (!kind.is_empty()).then_some((*ledger, kind, said, value))
    };
    let said = passage.quantities.iter().filter(|said| is_plain(said));
    said.flat_map(|said| counts.iter().filter_map(move |count| of(said, count))).collect()
}

/// 医疗报销一类有8件: more than there are rows of what a column says so.
fn of_kinds(
    passage: &Passage<'_>,
    ledger: &Ledger<'_>,
    kinds: &[(&Name, &str, &Quantity, Decimal)],
    found: &mut Found,
) {
    let mut rows: HashMap<&str, u32> = HashMap::new();
    let of_period = || ledger.rows.iter().filter(|(day, _)| passage.owner.period.contains(*day));
    for (name, _) in ledger.spec.columns.iter().filter(|(_, column)| column.kind == ColumnType::Text) {
        for cell in of_period().filter_map(|(_, row)| row.get(name.as_str())?.as_str()) {
            *rows.entry(cell).or_default() += 1;
        }
    }
    for (_, kind, said, value) in kinds.iter().filter(|(of, ..)| *of == ledger.name) {
        let ends = kind.char_indices().rev().take(CELL).skip(1).map(|(at, _)| &kind[at..]);
        let Some(number) = ends.filter_map(|end| rows.get(end)).last() else { continue };
        let is_own = matches!(passage.when(said.span.start), None | Some(When::Known(Basis::Now)));
        let clause = passage.clause_at(said.span.start);
        let head = &passage.text[clause.span.start..said.span.start];
        // 台账所记险情中，滑坡类4处 is of all rows.
        let led = passage.text[clause.sentence..clause.span.start].trim_end_matches('，');
        let is_of_all = led.ends_with(['中', '里'])
            && head.strip_prefix(*kind).is_some_and(|it| it.contains('类'))
            && told_of(passage, std::slice::from_ref(ledger), led).is_some();
        let is_other =
            is_of_a_place(kind) || scope::is_led(passage, said) && !is_of_all || passage.is_plan(clause);
        let is_untrue = *value > Decimal::from(*number) || is_of_all && *value != Decimal::from(*number);
        if is_own && is_untrue && !is_other {
            found.push(differs(passage, said, Decimal::from(*number)));
        }
    }
}

fn is_plain(said: &Quantity) -> bool {
    said.extent == Extent::Exact && said.sign == Sign::None
}

fn differs(passage: &Passage<'_>, said: &Quantity, found: Decimal) -> (Range<usize>, Diagnostic) {
    let span = said.span.clone();
    let told = Diagnostic::new(Code::SentenceContradicts).with("said", &passage.text[span.clone()]);
    (span, told.with("reason", "rows").with_digits("found", found))
}

/// The number that a text ends in: 10 before 月, which is no part of a longer one or of a range.
fn number_before(text: &str) -> Option<i8> {
    let length = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, digits) = text.split_at(text.len() - length);
    digits
        .parse()
        .ok()
        .filter(|_| !before.ends_with(['年', '至', '到', '—', '-', '～', '~', '、', '和', '与']))
}
