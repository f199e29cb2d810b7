//! Whose report a file is, and of when: from its name, its title, who signs it, and the units that a workbook names.

use huibian_contract::text::is_allowed_in_line;

use crate::paper::{Block, Paper};
use crate::time;
use crate::token::Own;

/// Ends of names of places and offices.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "镇", "乡", "街道", "村", "社区", "县", "区", "市", "局", "所", "站", "中心", "学校", "小学", "中学", "办",
    "办公室", "公司", "科", "院", "园", "处", "队", "委员会",
];
/// Words of what a report is called, which are no names.
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "报告", "总结", "情况", "汇报", "小结", "说明", "分析", "工作", "report", "summary", "return", "form",
    "final", "draft", "终稿", "定稿", "修改",
];

/// What is known of a report by its file's name and its words; `known` are names that workbooks have.
pub fn own(stem: &str, paper: &Paper, known: &[String]) -> Own {
    let lines: Vec<&str> = paper.lines().map(|line| line.text.trim()).collect();
    let title = lines.first().copied().unwrap_or_default();
    let in_stem = time::in_name(stem);
    let in_text = || lines.iter().take(4).find_map(|line| full_period(line));
    // Weeks and school terms are told in the text; a file's name may have a quarter or a half beside them.
    let is_special = |period: &huibian_contract::Period| period.to_string().contains(['T', 'W']);
    let period = full_period(title)
        .or_else(|| in_text().filter(is_special))
        .or(in_stem.as_ref().map(|(_, period)| *period))
        .or_else(in_text);
    let named = match &in_stem {
        Some((range, _)) => format!("{}-{}", &stem[..range.start], &stem[range.end..]),
        None => stem.to_owned(),
    };
    let parted = |c: char| "-_—–·. 　()（）[]【】".contains(c);
    let mut candidates: Vec<String> =
        named.split(parted).filter(|part| part.chars().count() > 1).map(str::to_owned).collect();
    candidates.push(named.trim_matches(|c: char| parted(c)).to_owned());
    candidates.extend(known.iter().cloned());
    if let Some((at, _)) = title_period(title) {
        candidates.push(title[..at].trim_start_matches("关于").trim().to_owned());
    }
    candidates.extend(signer(&lines, title));
    let score = |name: &String| {
        let count = name.chars().count();
        let ends: Vec<&&str> = lines.iter().rev().take(3).collect();
        let is_said = lines.iter().any(|line| line.contains(name.as_str())) || in_tables(paper, name);
        let is_number = name.chars().all(|c| c.is_ascii_digit());
        if !(2..=30).contains(&count) || !is_said || is_number || !is_name(name) {
            return None;
        }
        let lower = name.to_lowercase();
        let is_known =
            known.contains(name) || shorter(name).any(|short| known.iter().any(|known| known == short));
        let score = i32::from(is_known) * 8
            + i32::from(ENDS.iter().any(|end| name.ends_with(end))) * 2
            + i32::from(ends.iter().any(|line| line.contains(name.as_str()))) * 3
            + i32::from(title.contains(name.as_str())) * 2
            + i32::from(named.contains(name.as_str())) * 2
            - i32::from(KINDS.iter().any(|kind| lower.contains(kind))) * 8;
        (score > 2).then_some((score, count))
    };
    let best =
        candidates.iter().filter_map(|name| Some((score(name)?, name))).max_by_key(|(score, _)| *score);
    Own { unit: best.map(|(_, name)| name.clone()), period, ..Own::default() }
}

/// What tables may call a unit: 云溪 for 云溪镇.
pub fn shorter(name: &str) -> impl Iterator<Item = &str> {
    let shorts = ENDS.iter().filter_map(move |end| name.strip_suffix(end));
    shorts.filter(|short| short.chars().count() > 1)
}

/// Whether a text can be a unit's name: names are printed in one line, with no tab or other control in it.
pub fn is_name(text: &str) -> bool {
    text.chars().all(is_allowed_in_line)
}

fn in_tables(paper: &Paper, name: &str) -> bool {
    paper.blocks.iter().any(|block| match block {
        Block::Table(rows) => rows.iter().flatten().any(|cell| cell.text.contains(name)),
        Block::Line(_) => false,
    })
}

fn full_period(line: &str) -> Option<huibian_contract::Period> {
    title_period(line).map(|(_, period)| period)
}

fn title_period(line: &str) -> Option<(usize, huibian_contract::Period)> {
    line.char_indices().find_map(|(at, _)| match time::at_start(&line[at..])? {
        (_, time::Time::Period(time::PeriodForm::Full, periods)) => Some((at, *periods.first()?)),
        _ => None,
    })
}

/// What a line near the end and the title begin with alike.
fn signer(lines: &[&str], title: &str) -> Option<String> {
    let end = lines
        .iter()
        .rev()
        .take(3)
        .find(|line| line.chars().count() < 30 && !line.ends_with(['。', '；', '：']))?;
    let both = end.chars().zip(title.chars()).take_while(|(left, right)| left == right);
    let name: String = both.map(|(left, _)| left).collect();
    (name.chars().count() > 1 && !name.chars().next()?.is_ascii_digit()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_tells_whose_it_is() {
        let paper = Paper::plain(
            "云溪镇2023年第一季度安全生产工作情况报告\n\n现将云溪镇情况报告如下。\n\n云溪镇人民政府\n\n2023年4月5日",
        );
        for stem in ["云溪镇-2023Q1", "安全生产工作情况报告（终稿）", "2023年第一季度 云溪镇"]
        {
            let own = own(stem, &paper, &[]);
            assert_eq!(own.unit.as_deref(), Some("云溪镇"), "{stem}");
            assert_eq!(own.period.map(|period| period.to_string()).as_deref(), Some("2023Q1"));
        }
    }
}
