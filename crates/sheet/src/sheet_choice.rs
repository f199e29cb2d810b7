//! Which of a workbook's sheets is the main one: the one that is named, else a visible one with units, else the one that
//! is called after the period. Knows no cells.

use huibian_contract::Period;

use crate::heads::plain;

/// A sheet that could be the main one.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its number.
    pub sheet: usize,
    /// Its name.
    pub name: String,
    /// How many fields it has a column for.
    pub fields: usize,
}

/// Which sheet is the main one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// None.
    None,
    /// This one.
    One(usize),
    /// This one, though it is called after another period.
    Other(usize),
    /// One of these.
    Unclear(Vec<usize>),
}

/// What a sheet's name says of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedPeriod {
    /// Nothing.
    Nothing,
    /// That it is the period's.
    This,
    /// That it is another's.
    Other,
}

/// The main one of these, of which several have units. One that may hold something else than the period's data is taken for it
/// where a person says so.
pub fn choose(candidates: &[Candidate], period: Option<Period>) -> Choice {
    let is_open =
        |one: &&Candidate| doubt(&one.name).is_none_or(|doubt| doubt == Doubt::Copy && candidates.len() == 1);
    let clear: Vec<Candidate> = candidates.iter().filter(is_open).cloned().collect();
    let is_periods =
        |one: &Candidate| period.is_some_and(|period| named_period(&one.name, period) == NamedPeriod::This);
    if clear.len() < candidates.len()
        && (clear.is_empty() || !clear.iter().any(is_periods) && candidates.iter().any(is_periods))
    {
        return Choice::Unclear(candidates.iter().map(|one| one.sheet).collect());
    }
    chosen(&clear, period)
}

/// Why a sheet may hold something else than a period's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is a pattern, or says how others are filled in.
    Pattern,
    /// What it holds was planned, or is of a year before.
    Other,
    /// It is a copy, or an older state.
    Copy,
}

/// Whether a plain name is that of a pattern of a table, and not of one with data: 样表, 填写说明.
pub fn is_pattern(name: &str) -> bool {
    const PATTERNS: [&str; 16] = [
        "样表",
        "样例",
        "样本",
        "示例",
        "示范",
        "范例",
        "模板",
        "模版",
        "空表",
        "空白表",
        "参考",
        "填写说明",
        "填表说明",
        "填报说明",
        "template",
        "sample",
    ];
    ends(&name.to_lowercase(), &PATTERNS)
}

/// Whether a plain name, or what stands in it in brackets or between strokes, ends in one of these words: 二季度（旧）.
fn ends(name: &str, words: &[&str]) -> bool {
    let mut parts = name.split(['(', ')', '-', '_', '[', ']']).filter(|part| !part.is_empty());
    parts.any(|part| {
        let bare = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let bare = bare.strip_suffix('表').filter(|rest| !rest.is_empty()).unwrap_or(bare);
        words.iter().any(|word| bare.ends_with(word) || part.ends_with(word))
    })
}

/// What a sheet's name says against its holding a period's data.
pub fn doubt(name: &str) -> Option<Doubt> {
    const OTHERS: [&str; 14] = [
        "去年",
        "上年",
        "往年",
        "同期",
        "上期",
        "上季度",
        "目标",
        "目标任务",
        "计划",
        "计划数",
        "目标数",
        "任务数",
        "plan",
        "target",
    ];
    const COPIES: [&str; 9] = ["备份", "副本", "旧", "旧表", "原表", "作废", "backup", "copy", "old"];
    let name = plain(name).to_lowercase();
    let begins =
        || OTHERS[..6].iter().any(|word| name.starts_with(word) || name.contains(&format!("年{word}")));
    let is_numbered = || {
        name.strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('))
            .is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if is_pattern(&name) {
        Some(Doubt::Pattern)
    } else if ends(&name, &OTHERS) || begins() {
        Some(Doubt::Other)
    } else if ends(&name, &COPIES) || is_numbered() {
        Some(Doubt::Copy)
    } else {
        None
    }
}

fn chosen(candidates: &[Candidate], period: Option<Period>) -> Choice {
    let says =
        |one: &&Candidate| period.map_or(NamedPeriod::Nothing, |period| named_period(&one.name, period));
    let of = |wanted: NamedPeriod| candidates.iter().filter(|one| says(one) == wanted).collect::<Vec<_>>();
    let numbers = |list: &[&Candidate]| list.iter().map(|one| one.sheet).collect();
    match (
        of(NamedPeriod::This).as_slice(),
        of(NamedPeriod::Nothing).as_slice(),
        of(NamedPeriod::Other).as_slice(),
    ) {
        ([one], ..) | ([], [one], _) => Choice::One(one.sheet),
        ([], [], [one]) => Choice::Other(one.sheet),
        ([], [], []) => Choice::None,
        ([], [], several) => Choice::Unclear(numbers(several)),
        ([], several, _) | (several, ..) => {
            // A sheet with few of the fields is another kind of list.
            let most = several.iter().map(|one| one.fields).max().unwrap_or(0);
            let full: Vec<&Candidate> =
                several.iter().copied().filter(|one| one.fields * 2 > most || most == 0).collect();
            match full.as_slice() {
                [one] => Choice::One(one.sheet),
                [first, ..] if most == 0 => Choice::One(first.sheet),
                several => Choice::Unclear(numbers(several)),
            }
        }
    }
}

/// What a name says of a period.
pub fn named_period(name: &str, period: Period) -> NamedPeriod {
    let name = plain(name).to_uppercase();
    let (year, rest) = year_of(&name);
    let months = months_of(rest);
    let is_year = year.is_none_or(|year| year == period.year());
    let own = (period.start().month(), period.end().month());
    match (months, year) {
        (Some(months), _) if months == own && is_year => NamedPeriod::This,
        (Some(_), _) => NamedPeriod::Other,
        (None, Some(_)) if !is_year => NamedPeriod::Other,
        (None, Some(_)) if own == (1, 12) => NamedPeriod::This,
        (None, _) => NamedPeriod::Nothing,
    }
}

/// What the title of a table says of a period. A day in it is no period, and what names two periods compares them.
pub fn titled_period(title: &str, period: Period) -> NamedPeriod {
    const LONG: usize = 40;
    const BEFORE: [&str; 7] = ["上季度", "上年同期", "去年同期", "去年", "上年度", "上期", "上月"];
    const COMPARES: [char; 8] = ['比', '较', '与', '和', '及', '、', '/', '至'];
    let title = plain(title);
    let title = title.split_once('(').map_or(title.as_str(), |(title, _)| title);
    let is_dated = title.contains(['日', '号', ':']) || title.chars().count() > LONG;
    let is_own = |part: &str| named_period(part, period) == NamedPeriod::This;
    if is_dated || title.contains(COMPARES) || title.split(['-', '—', '~']).any(is_own) {
        return NamedPeriod::Nothing;
    }
    match named_period(title, period) {
        NamedPeriod::Nothing if BEFORE.iter().any(|word| title.contains(word)) => NamedPeriod::Other,
        named => named,
    }
}

/// The year that a name says, and what is left of the name.
fn year_of(name: &str) -> (Option<i16>, &str) {
    let digits = |at: usize| name.get(at..at + 4).filter(|text| text.bytes().all(|b| b.is_ascii_digit()));
    let at = name
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| digits(*at).is_some_and(|text| text.starts_with("20")));
    let Some(at) = at else { return (None, name) };
    let rest = name[at + 4..].trim_start_matches(['年', '-', '.', '_', '/']);
    (digits(at).and_then(|text| text.parse().ok()), rest)
}

/// The first and the last month that a name says.
fn months_of(name: &str) -> Option<(i8, i8)> {
    const QUARTERS: [[&str; 4]; 4] = [
        ["一季", "1季", "Q1", "首季"],
        ["二季", "2季", "Q2", "2QUARTER"],
        ["三季", "3季", "Q3", "3QUARTER"],
        ["四季", "4季", "Q4", "4QUARTER"],
    ];
    if name.contains("前三季") || name.contains("Q1-Q3") {
        return Some((1, 9));
    }
    for (months, words) in
        [((1, 6), ["上半年", "H1"]), ((7, 12), ["下半年", "H2"]), ((1, 12), ["全年", "年度"])]
    {
        if words.iter().any(|word| name.contains(word)) {
            return Some(months);
        }
    }
    for (quarter, words) in (0..).zip(QUARTERS) {
        if words.iter().any(|word| name.contains(word)) {
            return Some((quarter * 3 + 1, quarter * 3 + 3));
        }
    }
    let (before, _) = name.split_once('月')?;
    let (first, last) = before.rsplit_once(['-', '—', '–', '~', '至', '到']).unwrap_or((before, before));
    let month = |text: &str| -> Option<i8> {
        const NAMES: [&str; 12] =
            ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
        let text = text.trim_end_matches('月');
        let at = text
            .rfind(|c: char| !c.is_ascii_digit())
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let said = text[at..].parse().ok();
        let named =
            || (1..).zip(NAMES).filter(|(_, name)| text.ends_with(name)).map(|(month, _)| month).max();
        said.or_else(named).filter(|month| (1..=12).contains(month))
    };
    Some((month(first)?, month(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_which_period() {
        let quarter: Period = "2023Q2".parse().unwrap();
        for name in ["二季度", "2023年第二季度", "Q2", "2023Q2", "2季度数据", "4-6月", "二 季 度"]
        {
            assert_eq!(named_period(name, quarter), NamedPeriod::This, "{name}");
        }
        for name in ["一季度", "2022Q2", "三季度", "上半年", "2022年", "6月", "1-6月", "十一月", "全年"]
        {
            assert_eq!(named_period(name, quarter), NamedPeriod::Other, "{name}");
        }
        for name in ["Sheet1", "填报表", "2023年", "数据", "月报"] {
            assert_eq!(named_period(name, quarter), NamedPeriod::Nothing, "{name}");
        }
        assert_eq!(named_period("11月", "2023-11".parse().unwrap()), NamedPeriod::This);
        assert_eq!(named_period("十一月", "2023-11".parse().unwrap()), NamedPeriod::This);
        assert_eq!(named_period("2023年度", "2023".parse().unwrap()), NamedPeriod::This);
    }

    #[test]
    fn a_title_says_another_period() {
        let quarter: Period = "2023Q2".parse().unwrap();
        for title in [
            "2023年第一季度走访情况统计表",
            "2022年二季度台账",
            "上季度走访情况",
            "2023年1-6月情况表（单位：次）",
        ] {
            assert_eq!(titled_period(title, quarter), NamedPeriod::Other, "{title}");
        }
        for title in [
            "走访情况统计表",
            "2023年第二季度走访情况统计表",
            "填报日期：2023年7月3日",
            "一季度与二季度对比表",
            "2023年4—6月情况",
            "（截至2023年3月31日）",
            "某办〔2022〕5号",
        ] {
            assert_ne!(titled_period(title, quarter), NamedPeriod::Other, "{title}");
        }
    }

    #[test]
    fn a_name_says_what_else_a_sheet_may_hold() {
        for name in [
            "二季度样表",
            "二季度填写说明",
            "二季度目标",
            "目标表",
            "二季度计划",
            "去年二季度",
            "二季度上年同期",
            "二季度备份",
            "二季度（旧）",
            "二季度 (2)",
            "Q2 backup",
            "Q2_template",
        ] {
            assert!(doubt(name).is_some(), "{name}");
        }
        for name in [
            "二季度",
            "填报表",
            "目标任务完成情况",
            "计划执行情况",
            "Sheet2",
            "表1",
            "2023Q2",
            "东旧镇",
            "参考消息办",
        ] {
            assert_eq!(doubt(name), None, "{name}");
        }
    }

    #[test]
    fn the_sheet_of_the_period_is_the_main_one() {
        let period = "2023Q2".parse().ok();
        let candidates = |names: &[(&str, usize)]| -> Vec<Candidate> {
            let one = |(sheet, (name, fields)): (usize, &(&str, usize))| Candidate {
                sheet,
                name: (*name).to_owned(),
                fields: *fields,
            };
            names.iter().enumerate().map(one).collect()
        };
        let choice = |names: &[(&str, usize)]| choose(&candidates(names), period);
        assert_eq!(choice(&[("一季度", 3), ("二季度", 3)]), Choice::One(1));
        assert_eq!(choice(&[("一季度", 3)]), Choice::Other(0));
        assert_eq!(choice(&[("一季度", 3), ("填报表", 3)]), Choice::One(1));
        assert_eq!(choice(&[("一季度", 3), ("三季度", 3)]), Choice::Unclear(vec![0, 1]));
        assert_eq!(choice(&[("表一", 3), ("表二", 3)]), Choice::Unclear(vec![0, 1]));
        assert_eq!(choice(&[("表一", 3), ("名册", 1)]), Choice::One(0));
        assert_eq!(choice(&[("二季度样表", 3), ("填报表", 3)]), Choice::Unclear(vec![0, 1]));
        assert_eq!(choice(&[("二季度", 3), ("二季度目标", 3)]), Choice::One(0));
        assert_eq!(choice(&[("样表", 3), ("填报表", 3)]), Choice::One(1));
        assert_eq!(choice(&[("样表", 3), ("一季度", 3)]), Choice::Other(1));
        assert_eq!(choice(&[("二季度目标", 3)]), Choice::Unclear(vec![0]));
        assert_eq!(choice(&[("二季度 (2)", 3)]), Choice::One(0));
        assert_eq!(choice(&[]), Choice::None);
    }
}
