//! What people would call a field, from the words around it.

/// What the day is called that a report is signed.
pub const SIGNED: &str = "成文日期";

/// Openings that say nothing of what is counted.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "本季度", "本月", "本年度", "本年", "上半年", "下半年", "全年", "今年以来", "截至目前", "其中", "我单位",
    "我校", "我镇", "我乡", "我局", "我村", "全镇", "全乡", "全村", "全县", "全市", "全区", "街道", "累计",
    "共计", "总共", "合计", "目前", "现有", "已经", "已", "共", "并", "又", "各", "由", "为", "的", "、", "；",
];
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "共计", "累计", "共有", "达到", "约为", "共", "了", "为", "达", "约", "近", "超", "有", "等", "：", ":",
    "（", "(",
];

/// The label of a figure: the words before it in its clause, in English also those behind it.
pub fn of_figure(before: &str, behind: &str, measure: &str) -> String {
    let label = clause(before);
    if label.chars().any(is_hanzi) {
        return label;
    }
    let is_latin = before.chars().chain(behind.chars()).all(|c| !is_hanzi(c));
    if is_latin {
        let rest = behind.trim_start().trim_start_matches(measure);
        let words: Vec<&str> = rest
            .split([',', ';', '.', '(', ')'])
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .take(3)
            .collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !STOPS.contains(word)).take(2).collect();
        if !words.is_empty() {
            return words.join(" ");
        }
        return if label.is_empty() { "figure".to_owned() } else { label };
    }
    match (label.is_empty(), measure.is_empty()) {
        (false, _) => label,
        (true, false) => measure.to_owned(),
        (true, true) => "数".to_owned(),
    }
}

#[rustfmt::skip]
const STOPS: &[&str] = &[
    "of", "the", "and", "were", "was", "in", "on", "at", "a", "an", "made", "up", "all", "with", "to", "used",
    "lent", "for", "by", "from", "it",
];

/// The label of words: what introduces them, else the heading above.
pub fn of_text(before: &str, behind: &str, heading: &str) -> String {
    let label = clause(before);
    if label.chars().count() > 1 {
        return label;
    }
    if !heading.is_empty() {
        return short(heading);
    }
    let next = clause(behind);
    if next.chars().any(is_hanzi) {
        next
    } else if behind.is_ascii() && before.is_ascii() {
        "note".to_owned()
    } else {
        "说明".to_owned()
    }
}

/// A heading without its number.
pub fn short(heading: &str) -> String {
    let digits = "一二三四五六七八九十0123456789（）()、.．． ";
    let own = heading.trim().trim_start_matches(|c| digits.contains(c)).trim_end_matches(['：', ':', '。']);
    if own.is_empty() { heading.trim().to_owned() } else { own.chars().take(16).collect() }
}

fn clause(before: &str) -> String {
    let ends = |c: char| "，。；：、！？,;:.\n（(）)】》”\t".contains(c);
    let trimmed = before.trim_end().trim_end_matches(['：', ':']);
    let own = trimmed.rsplit(ends).next().unwrap_or_default();
    let mut label = own.trim();
    loop {
        let shorter = OPENINGS.iter().find_map(|word| label.strip_prefix(word));
        let shorter = shorter.or_else(|| ENDINGS.iter().find_map(|word| label.strip_suffix(word)));
        match shorter.map(str::trim) {
            Some(rest) if !rest.is_empty() => label = rest,
            _ => break,
        }
    }
    let count = label.chars().count();
    if label.is_ascii() {
        let words: Vec<&str> = label.split(' ').collect();
        return words[words.len().saturating_sub(3)..].join(" ");
    }
    label.chars().skip(count.saturating_sub(12)).collect()
}

fn is_hanzi(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// A name for programs out of a label in Latin letters.
pub fn slug(label: &str) -> Option<String> {
    if !label.is_ascii() {
        return None;
    }
    let words: Vec<String> = label
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let slug = words.join("_");
    let slug: String = slug.chars().take(40).collect();
    slug.starts_with(|c: char| c.is_ascii_lowercase()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_called_by_its_clause() {
        for (before, behind, measure, expected) in [
            ("本季度共检查企业", "家次", "家次", "检查企业"),
            ("发现隐患5处，其中已完成整改", "处", "处", "完成整改"),
            ("the library had ", " visits and lent", "", "visits"),
        ] {
            assert_eq!(of_figure(before, behind, measure), expected);
        }
        assert_eq!(
            of_text("支出进度低于序时进度的主要原因：", "。", ""),
            "支出进度低于序时进度的主要原因".chars().skip(3).collect::<String>()
        );
    }
}
