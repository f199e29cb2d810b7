//! Where a title that is longer than a line is broken: into lines of like width that make a trapezoid or a lozenge (GB/T
//! 9704-2012, 7.3.1), at places that the house style names, else between words.

use huibian_document::{Inline, plain_text, style::TitleBreaks};

use super::width::{Widths, is_common_hanzi};
use super::words;

/// Marks that may not open a line, and marks that may not end one.
const CLOSING: &str = "，。、；：！？）》〉」』】〕”’％%—";
const OPENING: &str = "（《〈「『【〔“‘";
/// Marks around what is better kept on one line.
const PAIRS: [(char, char); 3] = [('《', '》'), ('“', '”'), ('（', '）')];

/// A place where a line may end.
#[derive(Clone, Copy)]
struct Place {
    /// The width of all text before it.
    before: i64,
    /// Its inline, and the byte in it.
    at: (usize, usize),
    /// How much is against it.
    dislike: i64,
    /// Whether it is inside the organisation's name.
    in_name: bool,
}

/// The title with line breaks in it, for lines of `capacity` in the unit of `widths`. One that fits, or has breaks of
/// its own, stays as it is.
pub fn balanced(
    title: &[Inline],
    capacity: i64,
    widths: Widths,
    creator: &str,
    rules: &TitleBreaks,
) -> Vec<Inline> {
    let width = widths.of(&plain_text(title));
    if width <= capacity || title.contains(&Inline::LineBreak) {
        return title.to_vec();
    }
    let words_end = |words: &[usize]| {
        let mut places = places(title, words, capacity, (widths, creator), rules);
        if widths.of(creator) <= capacity {
            places.retain(|place| !place.in_name);
        }
        places
    };
    let fewest = (width + capacity - 1) / capacity.max(1);
    // Where places that the style names do well, no dictionary is asked: any end of a word costs more.
    let named = cheapest(&words_end(&[]), width, capacity, fewest);
    let best = named.filter(|(cost, _)| *cost < word_end(capacity)).or_else(|| {
        let places = words_end(&words::ends(&plain_text(title), rules));
        // A line more, where fewer ones would break words.
        let found = (fewest..fewest + 3).filter_map(|lines| {
            let (cost, ends) = cheapest(&places, width, capacity, lines)?;
            Some((cost + (lines - fewest) * capacity * capacity, ends))
        });
        found.min_by_key(|(cost, _)| *cost)
    });
    let mut ends = best.map(|(_, ends)| ends).unwrap_or_default().into_iter().peekable();
    let mut broken = Vec::with_capacity(title.len() + 2);
    for (index, inline) in title.iter().enumerate() {
        let Inline::Text(text) = inline else {
            broken.push(inline.clone());
            continue;
        };
        let mut start = 0;
        while let Some(place) = ends.next_if(|place| place.at.0 == index) {
            broken.extend([Inline::Text(text[start..place.at.1].to_owned()), Inline::LineBreak]);
            start = place.at.1;
        }
        broken.push(Inline::Text(text[start..].to_owned()));
    }
    broken
}

/// What is against an end of a word that the style does not name: as much as half a line of difference.
fn word_end(capacity: i64) -> i64 {
    (capacity / 2) * (capacity / 2)
}

/// Where a line may end; `words` are the ends of words.
fn places(
    title: &[Inline],
    words: &[usize],
    capacity: i64,
    (widths, creator): (Widths, &str),
    rules: &TitleBreaks,
) -> Vec<Place> {
    let whole = plain_text(title);
    let name = whole.find(creator).map_or(0..0, |start| start..start + creator.len());
    let kept = kept(&whole, capacity, widths);
    let (mut places, mut before, mut read) = (Vec::new(), 0, 0);
    for (index, inline) in title.iter().enumerate() {
        let Inline::Text(text) = inline else {
            read += plain_text(std::slice::from_ref(inline)).len();
            before = widths.of(&whole[..read]);
            continue;
        };
        for (byte, next) in text.char_indices() {
            let (done, rest) = whole.split_at(read);
            let last = done.chars().next_back();
            if let Some(last) = last.filter(|last| may_part(*last, next)) {
                let clings = rules.never_before.contains(next) || rules.never_after.contains(last);
                let after =
                    rules.after.iter().any(|word| done.ends_with(word.as_str())) && !next.is_ascii_digit();
                let opens = is_year(rest) || rules.before.iter().any(|word| rest.starts_with(word.as_str()));
                let is_end = words.binary_search(&read).is_ok();
                let mut dislike = match (clings, after || opens || read == name.end, is_end) {
                    (false, true, _) => 0,
                    (false, false, true) => word_end(capacity),
                    _ => 4 * capacity * capacity,
                };
                if kept.iter().any(|range| range.start < read && read < range.end) {
                    dislike += word_end(capacity);
                }
                let in_name = name.start < read && read < name.end;
                places.push(Place { before, at: (index, byte), dislike, in_name });
            }
            before += widths.advance(last, next);
            read += next.len_utf8();
        }
    }
    places
}

/// Whether a text begins with a year: 2023年.
fn is_year(text: &str) -> bool {
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.len() - after.len() == 4 && after.starts_with('年')
}

/// What stands between marks and would fit on a line, in bytes.
fn kept(text: &str, capacity: i64, widths: Widths) -> Vec<std::ops::Range<usize>> {
    let pair = |(open, close): (char, char)| {
        let start = text.find(open)?;
        let end = text.rfind(close).filter(|end| *end > start)? + close.len_utf8();
        (widths.of(&text[start..end]) <= capacity).then_some(start..end)
    };
    PAIRS.into_iter().filter_map(pair).collect()
}

fn may_part(last: char, next: char) -> bool {
    // Most of a title.
    if is_common_hanzi(last) && is_common_hanzi(next) {
        return true;
    }
    let in_word = last.is_ascii_graphic() && next.is_ascii_graphic();
    let figure = last.is_ascii_digit() || next.is_ascii_digit();
    !in_word
        && !next.is_whitespace()
        && !CLOSING.contains(next)
        && !OPENING.contains(last)
        && last != '—'
        && (!figure || !"年月日季第".contains([last, next]))
}

/// The ends of all lines but the last, so that widths differ least and no more than must be is against them, and how much that is.
fn cheapest(places: &[Place], width: i64, capacity: i64, lines: i64) -> Option<(i64, Vec<Place>)> {
    let ideal = width / lines;
    let cost = |line: i64| if line > capacity { None } else { Some((line - ideal) * (line - ideal)) };
    if lines == 3 {
        return three(places, width, capacity);
    }
    let mut open: Vec<(i64, i64, Vec<Place>)> = vec![(0, 0, Vec::new())];
    for _ in 1..lines {
        let mut next: Vec<(i64, i64, Vec<Place>)> = Vec::with_capacity(places.len());
        for place in places {
            let reached = open.iter().filter(|(start, ..)| *start < place.before);
            let best = reached
                .filter_map(|(start, so_far, ends)| {
                    Some((so_far + cost(place.before - start)? + place.dislike, ends))
                })
                .min_by_key(|(total, _)| *total);
            if let Some((total, ends)) = best {
                let ends = ends.iter().copied().chain([*place]).collect();
                next.push((place.before, total, ends));
            }
        }
        open = next;
    }
    let finished =
        open.into_iter().filter_map(|(start, total, ends)| Some((total + cost(width - start)?, ends)));
    finished.min_by_key(|(total, _)| *total)
}

/// The same for three lines, the middle one of which must not be the shortest: that would be no lozenge.
fn three(places: &[Place], width: i64, capacity: i64) -> Option<(i64, Vec<Place>)> {
    let ideal = width / 3;
    let mut best: Option<(i64, [Place; 2])> = None;
    for (index, first) in places.iter().enumerate() {
        for second in &places[index + 1..] {
            let lines = [first.before, second.before - first.before, width - second.before];
            if lines.iter().any(|line| *line > capacity) {
                continue;
            }
            let spread: i64 = lines.iter().map(|line| (line - ideal) * (line - ideal)).sum();
            let waist = lines[0].min(lines[2]) - lines[1];
            let shape = if waist > ideal / 8 { (capacity / 2) * (capacity / 2) } else { 0 };
            let total = spread + first.dislike + second.dislike + shape;
            if best.is_none_or(|(least, _)| total < least) {
                best = Some((total, [*first, *second]));
            }
        }
    }
    best.map(|(total, ends)| (total, ends.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::super::width::TEST;
    use huibian_document::HouseStyle;

    use super::*;

    const CAPACITY: i64 = 2037;

    fn lines(title: &str, creator: &str) -> Vec<String> {
        let style = HouseStyle::parse(include_str!("../../../../templates/styles/gbt9704.toml")).unwrap();
        let rules = style.title_breaks;
        let title = [Inline::Text(title.to_owned())];
        let broken = balanced(&title, CAPACITY, TEST, creator, &rules);
        broken.split(|inline| *inline == Inline::LineBreak).map(plain_text).collect()
    }

    #[test]
    fn a_title_that_fits_stays_whole() {
        assert_eq!(lines("云溪镇2023年上半年意识形态工作报告", "云溪镇").len(), 1);
    }

    #[test]
    fn a_line_ends_after_the_period_or_the_unit() {
        assert_eq!(
            lines("云溪镇2023年第二季度意识形态工作分析报告", "云溪镇"),
            ["云溪镇2023年第二季度", "意识形态工作分析报告"]
        );
        assert_eq!(
            lines("某某经济技术开发区管委会2023年第二季度意识形态工作分析报告", "某某经济技术开发区管委会"),
            ["某某经济技术开发区管委会", "2023年第二季度意识形态工作分析报告"]
        );
        assert_eq!(
            lines("某某镇河道管护中心2023年意识形态工作分析报告", ""),
            ["某某镇河道管护中心2023年", "意识形态工作分析报告"]
        );
    }

    #[test]
    fn the_name_of_the_unit_stays_whole_where_a_line_holds_it() {
        assert_eq!(
            lines(
                "某某县某某经济技术开发区明月镇2023年第二季度意识形态工作分析报告",
                "某某县某某经济技术开发区明月镇"
            ),
            ["某某县某某经济技术开发区明月镇", "2023年第二季度意识形态工作分析报告"]
        );
    }

    #[test]
    fn without_a_place_to_like_lines_are_of_like_width() {
        let found = lines("一二三四五六七八九十一二三四五六七八九十一二", "");
        assert_eq!(found.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [11, 11]);
        let long = "一二三四五六七八九十".repeat(5);
        assert_eq!(lines(&long, "").len(), 3);
    }

    #[test]
    fn marks_and_latin_words_stay_together() {
        for line in lines("关于“某某镇”《HUIBIAN20230705HUIBIAN》试行情况的阶段性报告", "")
        {
            assert!(!CLOSING.contains(line.chars().next().unwrap()), "{line}");
            assert!(!OPENING.contains(line.chars().last().unwrap()), "{line}");
            assert_eq!(line.contains("HUIBIAN2"), line.contains("5HUIBIAN"), "{line}");
        }
    }

    #[test]
    fn a_line_begins_with_a_word_and_not_with_a_space() {
        let found = lines("Quarterly report of Yunxi Town on the work of the second quarter", "");
        assert!(found.len() > 1 && found[1..].iter().all(|line| !line.starts_with(' ')), "{found:?}");
    }

    #[test]
    fn breaks_of_the_author_are_kept() {
        let title = [Inline::Text("一".repeat(30)), Inline::LineBreak, Inline::Text("二".repeat(3))];
        let rules = TitleBreaks::default();
        assert_eq!(balanced(&title, CAPACITY, TEST, "", &rules), title);
    }

    #[test]
    fn real_titles_break_between_words_into_trapezoids_and_lozenges() {
        let mut told = String::new();
        for line in TITLES.lines() {
            let (creator, expected) = line.split_once('|').unwrap();
            let expected: Vec<&str> = expected.split('/').collect();
            let found = lines(&expected.concat(), creator);
            if found != expected {
                told.extend([creator, "|", &found.join("/"), "\n"]);
            }
        }
        assert!(told.is_empty(), "\n{told}");
    }

    /// Who issues it, and its title as its lines are to be.
    const TITLES: &str = "\
云溪镇|云溪镇2023年第二季度/意识形态工作分析报告
某某经济技术开发区管委会|某某经济技术开发区管委会/2023年第二季度意识形态工作分析报告
某某县某某经济技术开发区明月镇|某某县某某经济技术开发区明月镇/2023年第二季度意识形态工作分析报告
|关于印发《云溪镇2023年/安全生产专项整治行动实施方案》的通知
云溪镇|云溪镇人民政府关于进一步加强/农村人居环境整治工作的实施意见
|中共云溪镇委员会/关于开展学习贯彻主题教育情况的报告
云溪镇|云溪镇党委理论学习中心组/2023年上半年学习情况报告
|关于转发《县委宣传部关于做好2023年/“扫黄打非”工作的通知》的通知
|柳林街道办事处/关于申请拨付2023年第三季度/城乡居民最低生活保障资金的请示
青禾镇|青禾镇关于“十四五”规划/实施情况中期评估的报告
河口镇|河口镇人民政府关于2022年度/法治政府建设工作情况的报告
石桥镇|石桥镇2023年1—6月份/信访维稳和矛盾纠纷排查化解工作总结
云溪镇新时代文明实践所|云溪镇新时代文明实践所2023年第四季度/志愿服务活动开展情况报告
|关于召开全镇2023年度/村（社区）党组织书记抓基层/党建工作述职评议会议的通知
|某某县自然资源局关于云溪镇东河村、/西河村集体土地征收补偿安置方案的公告
|云溪镇人民政府办公室关于印发/《云溪镇突发事件总体应急预案/（2023年修订）》的通知
青禾镇|青禾镇贯彻落实中央八项规定精神/加强作风建设情况报告
|云溪镇人民政府关于加快推进高标准农田建设/和粮食生产功能区划定工作的通知
柳林街道|柳林街道2023年上半年“扫黑除恶”/常态化工作情况及下半年工作打算
|某某县人民政府办公室关于做好/2023年国庆中秋期间值班值守/和应急处置工作的紧急通知";
}
