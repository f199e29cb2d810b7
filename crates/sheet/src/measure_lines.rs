//! What lines about a table say that its figures are measured in: above it, in its title, in notes below. Knows no fields.

use crate::heads::plain;
use crate::line_kind::{LineKind, of_label};
use crate::measure::{bare, is_measure, parted};
use crate::number::half_width;
use crate::{Cell, Row, Sheet};

/// What a part of a note says: what it is about, and in what that is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedMeasures {
    /// The note.
    pub note: String,
    /// The measures.
    pub measures: Vec<String>,
}

const OPEN: [char; 4] = ['(', '[', '【', '〔'];
const CLOSE: [char; 4] = [')', ']', '】', '〕'];

/// What is said in a measure that stands behind a colon.
const AMOUNTS: [&str; 10] =
    ["金额", "经费", "资金", "款项", "金额数", "投入", "数量", "人数", "户数", "面积"];

/// What the lines above a header say that all of the table is measured in: `单位：万元`, in one cell or in two, or a measure alone.
pub fn above(rows: &[Row]) -> Vec<String> {
    let of_row = |row: &Row| {
        let cells: Vec<&str> = texts(row).collect();
        let is_alone = row.cells.len() == 1;
        let parted = cells.windows(2).filter(|pair| is_word_for_measure(pair[0]));
        let parted = parted.map(|pair| format!("{}:{}", plain(pair[0]).trim_end_matches(':'), pair[1]));
        let lines: Vec<String> = cells.iter().map(|text| (*text).to_owned()).chain(parted).collect();
        lines.iter().flat_map(|line| of_line(line, is_alone)).collect::<Vec<_>>()
    };
    rows.iter().rev().flat_map(of_row).collect()
}

/// What notes below a header say of measures.
pub fn noted(sheet: &Sheet, first: usize) -> Vec<NotedMeasures> {
    let is_note = |row: &&Row| {
        let is_said = |text: &str| of_label(text).is_some_and(|sign| sign.kind == LineKind::Note);
        texts(row).next().is_some_and(is_said) || (row.cells.len() == 1 && texts(row).next().is_some())
    };
    let parts = sheet.rows.iter().skip(first).filter(is_note).flat_map(texts).flat_map(|text| {
        let text = half_width(text);
        let parts = text.split(['。', ';', ',', '\n']).map(str::to_owned);
        parts.collect::<Vec<_>>()
    });
    parts
        .filter_map(|note| {
            let measures = of_line(&note, false);
            (!measures.is_empty()).then_some(NotedMeasures { note: plain(&note), measures })
        })
        .collect()
}

fn texts(row: &Row) -> impl Iterator<Item = &str> {
    row.cells
        .iter()
        .filter_map(|(_, cell)| if let Cell::Text(text) = cell { Some(text.as_ref()) } else { None })
}

/// Whether a text asks for a measure beside it: `单位：`, `（计量单位`.
fn is_word_for_measure(text: &str) -> bool {
    const LONG: usize = 8;
    let text = plain(text);
    let text = text.trim_matches(['(', ':']);
    text.ends_with("单位") && text.chars().count() <= LONG
}

/// What a line says of measures. `is_alone` says that nothing else stands beside it, so that a measure is no one's value.
pub fn of_line(line: &str, is_alone: bool) -> Vec<String> {
    let line = half_width(line);
    let whole = plain(&line);
    let bracketed = whole.split(OPEN).skip(1).filter_map(|rest| rest.split_once(CLOSE)).map(|(said, _)| said);
    let bracketed: Vec<String> = bracketed.map(str::to_owned).collect();
    let said_alone = || {
        let is_whole = is_alone.then_some(&whole);
        bracketed
            .iter()
            .chain(is_whole)
            .find_map(|text| measures(text.trim_matches(|c| OPEN.contains(&c) || CLOSE.contains(&c))))
    };
    let parts = line.split_whitespace().map(plain);
    let mut said = [whole.clone()]
        .into_iter()
        .chain(bracketed.iter().cloned())
        .chain(parts)
        .filter_map(|text| stated(&text));
    let title = || parted(&line, |_| false).filter(|_| is_alone).map(|(_, said)| vec![said]);
    said.next().or_else(said_alone).or_else(title).unwrap_or_default()
}

/// What a text says of measures in so many words.
fn stated(text: &str) -> Option<Vec<String>> {
    let behind_unit = text.match_indices("单位").find_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        let rest = ["均为", "统一为", "一律为", "为", "是", ":"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest)
            .trim_start_matches(OPEN);
        let end = rest
            .find(|c: char| OPEN.contains(&c) || CLOSE.contains(&c) || "。;".contains(c))
            .unwrap_or(rest.len());
        measures(&rest[..end])
    });
    let counted_in = || {
        let (_, rest) = text.split_once(['以', '按'])?;
        let ends = ["为单位", "为计量单位", "计算", "计量", "计", "填报", "填列", "填写", "列示"];
        let (at, _) =
            ends.iter().filter_map(|end| rest.match_indices(end).next()).min_by_key(|(at, _)| *at)?;
        measures(&rest[..at])
    };
    let of_amounts = || {
        let parts: Vec<(&str, &str)> =
            text.split([',', '、', ';']).filter_map(|part| part.split_once(':')).collect();
        let is_amount = |name: &str| AMOUNTS.iter().any(|word| name.ends_with(word));
        let said: Vec<String> = parts
            .iter()
            .filter(|(name, _)| is_amount(name))
            .filter_map(|(_, said)| measures(said))
            .flatten()
            .collect();
        (!said.is_empty()).then_some(said)
    };
    behind_unit.or_else(counted_in).or_else(of_amounts)
}

/// Measures alone, parted by 、 and the like. What is no measure is an office.
fn measures(text: &str) -> Option<Vec<String>> {
    let word = |part: &str| part.rsplit(':').next().unwrap_or(part).trim_matches(['(', ')']).to_owned();
    let words: Vec<String> = text.split(['、', ',', '/', '和', '及']).map(word).collect();
    let text = bare(&words[0]);
    (!text.is_empty() && words.iter().all(|word| is_measure(word)))
        .then(|| words.iter().map(|word| bare(word).to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_above_a_table_says_what_all_of_it_is_measured_in() {
        for (line, measures) in [
            ("单位：万元", &["万元"][..]),
            ("二季度投入情况（计量单位：人、 万元）", &["人", "万元"]),
            ("金额单位：元", &["元"]),
            ("走访情况统计表（金额：元）", &["元"]),
            ("走访情况统计表（数量：次，金额：元）", &["次", "元"]),
            ("单位 元", &["元"]),
            ("计量单位：元/户", &["元", "户"]),
            ("（单位 元）", &["元"]),
            ("（元）", &["元"]),
            ("统计表　单位：元　　2023年", &["元"]),
            ("（以元为单位）", &["元"]),
            ("本表金额单位均为元。", &["元"]),
            ("单位:元（人民币）", &["元"]),
        ] {
            assert_eq!(of_line(line, true), measures, "{line}");
        }
        for line in [
            "填报单位：云溪镇",
            "单位：某某县、万元",
            "单位",
            "投入情况表",
            "填报单位：元坝镇",
            "走访情况（上半年）",
            "经费来源：财政",
        ] {
            assert_eq!(of_line(line, true), Vec::<String>::new(), "{line}");
        }
        assert_eq!(of_line("元", true), ["元"]);
        assert_eq!(of_line("元", false), Vec::<String>::new(), "a value's, beside others");
    }

    #[test]
    fn notes_say_it_too() {
        for note in ["投入金额以元计", "注：金额单位为元", "说明：1.单位：元", "金额按元填报"]
        {
            assert_eq!(of_line(note, false), ["元"], "{note}");
        }
        for note in ["按人均计算", "以上数据由各单位填报", "注：含自筹", "以奖代补"] {
            assert_eq!(of_line(note, false), Vec::<String>::new(), "{note}");
        }
    }
}
