//! Where a title that is longer than a line is broken: into lines of like width that make a trapezoid or a lozenge (GB/T
//! 9704-2012, 7.3.1), at places that the house style names, else between words.

use std::ops::Range;

use huibian_document::{Inline, plain_text, style::TitleBreaks};

use crate::kept::kept;
use crate::width::{Widths, is_common_hanzi};
use crate::words;

/// Marks that may not open a line, and marks that may not end one.
const CLOSING: &str = "，。、；：！？）》〉」』】〕”’％%—";
const OPENING: &str = "（《〈「『【〔“‘";
/// Marks around what is better kept on one line.
const PAIRS: [(char, char); 3] = [('《', '》'), ('“', '”'), ('（', '）')];

/// Lines up to which a title is to make a shape.
const SHAPED: i64 = 4;
/// How many lines more than the fewest a title may have, where fewer would break words.
const MORE: i64 = 2;

/// A place where a line may end.
#[derive(Clone, Copy)]
struct Place {
    /// The width of all text before it.
    before: i64,
    /// Its inline, and the byte in it.
    at: (usize, usize),
    /// How much is against it.
    dislike: i64,
    /// What a line that ends here takes apart.
    parts: Parts,
}

/// What a line's end takes apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Parts {
    /// Nothing: the house style names the place.
    Named,
    /// Two words.
    Words,
    /// One word, or two that belong together.
    Word,
    /// A number, a date or a name.
    Kept,
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
    let room = Room { width, capacity, waist: widths.of("一") * 3 / 4 };
    let ends = ends(title, room, (widths, creator), rules);
    let mut ends = ends.into_iter().peekable();
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

/// The ends of all lines but the last.
fn ends(title: &[Inline], room: Room, named: (Widths, &str), rules: &TitleBreaks) -> Vec<Place> {
    let whole = plain_text(title);
    let held = held(&whole, room.capacity, named, rules);
    let fewest = room.fewest();
    // Where places that the style names do well, no dictionary is asked: any end of a word costs more.
    let places = places(title, &whole, (&[], &held), (room.capacity, named), rules);
    let liked: Vec<Place> = places.into_iter().filter(|place| place.parts == Parts::Named).collect();
    if let Some((_, ends)) = room.cheapest(&liked, fewest).filter(|(cost, _)| *cost < word_end(room.capacity))
    {
        return ends;
    }
    let words = words::ends(&whole, rules);
    let all = self::places(title, &whole, (&words, &held), (room.capacity, named), rules);
    for most in [Parts::Words, Parts::Word, Parts::Kept] {
        let places: Vec<Place> = all.iter().copied().filter(|place| place.parts <= most).collect();
        // A line more, where fewer ones would break words.
        let found = (fewest..=fewest + MORE).filter_map(|lines| {
            let (cost, ends) = room.cheapest(&places, lines)?;
            Some((cost + (lines - fewest) * room.capacity * room.capacity, ends))
        });
        if let Some((_, ends)) = found.min_by_key(|(cost, _)| *cost) {
            return ends;
        }
    }
    Vec::new()
}

/// What is against an end of a word that the style does not name: as much as half a line of difference.
fn word_end(capacity: i64) -> i64 {
    (capacity / 2) * (capacity / 2)
}

/// What stays on one line wherever a line holds it: numbers, dates, names, the words of the style's list, in bytes.
fn held(
    text: &str,
    capacity: i64,
    (widths, creator): (Widths, &str),
    rules: &TitleBreaks,
) -> Vec<Range<usize>> {
    let mut held = kept(text);
    held.extend(words::named(text, &rules.words));
    held.extend(text.find(creator).map(|start| start..start + creator.len()));
    held.retain(|range| widths.of(&text[range.clone()]) <= capacity);
    held
}

/// Where a line may end; `words` are the ends of words, `held` what no line ends inside of.
fn places(
    title: &[Inline],
    whole: &str,
    (words, held): (&[usize], &[Range<usize>]),
    (capacity, (widths, creator)): (i64, (Widths, &str)),
    rules: &TitleBreaks,
) -> Vec<Place> {
    let name_end = whole.find(creator).map_or(0, |start| start + creator.len());
    let enclosed = enclosed(whole, capacity, widths);
    let mut is_held = vec![false; whole.len()];
    held.iter().for_each(|range| is_held[range.clone()].iter_mut().skip(1).for_each(|inside| *inside = true));
    let (mut places, mut before, mut read, mut last) = (Vec::new(), 0, 0, None);
    for (index, inline) in title.iter().enumerate() {
        let Inline::Text(text) = inline else {
            for next in plain_text(std::slice::from_ref(inline)).chars() {
                before += widths.advance(last.replace(next), next);
                read += next.len_utf8();
            }
            continue;
        };
        for (byte, next) in text.char_indices() {
            if let Some(last) = last.filter(|last| may_part(*last, next)) {
                let (done, rest) = whole.split_at(read);
                let inside = |range: &Range<usize>| range.start < read && read < range.end;
                let clings = || rules.never_before.contains(next) || rules.never_after.contains(last);
                let after =
                    || !next.is_ascii_digit() && rules.after.iter().any(|word| done.ends_with(word.as_str()));
                let opens =
                    || is_year(rest) || rules.before.iter().any(|word| rest.starts_with(word.as_str()));
                let parts = if is_held[read] {
                    Parts::Kept
                } else if clings() {
                    Parts::Word
                } else if read == name_end || after() || opens() {
                    Parts::Named
                } else if words.binary_search(&read).is_ok() {
                    Parts::Words
                } else {
                    Parts::Word
                };
                let dislike = if parts == Parts::Named { 0 } else { word_end(capacity) };
                let dislike = dislike + if enclosed.iter().any(inside) { word_end(capacity) } else { 0 };
                // What is named in quotes says what kind of thing follows: “放管服”改革.
                let is_parted = parts > Parts::Named && last == '”';
                let dislike = dislike + if is_parted { word_end(capacity) } else { 0 };
                places.push(Place { before, at: (index, byte), dislike, parts });
            }
            before += widths.advance(last.replace(next), next);
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
fn enclosed(text: &str, capacity: i64, widths: Widths) -> Vec<Range<usize>> {
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

/// The room that a title's lines have.
#[derive(Clone, Copy)]
struct Room {
    /// The width of the title.
    width: i64,
    /// What a line holds.
    capacity: i64,
    /// By how much a line may be shorter than those around it: that is no waist yet.
    waist: i64,
}

impl Room {
    fn fewest(self) -> i64 {
        (self.width + self.capacity - 1) / self.capacity.max(1)
    }

    /// The ends of all lines but the last, so that widths differ least and no more than must be is against them, and how much
    /// that is.
    fn cheapest(self, places: &[Place], lines: i64) -> Option<(i64, Vec<Place>)> {
        if lines > SHAPED {
            return self.even(places, lines);
        }
        let mut search = Search { room: self, places, lines, chosen: Vec::new(), best: None };
        search.line(0, 0, 0);
        search.best
    }

    /// For titles of more lines than make a shape, in time that grows with their length: each place is reached from those a
    /// line before it.
    fn even(self, places: &[Place], lines: i64) -> Option<(i64, Vec<Place>)> {
        let ideal = self.width / lines;
        // For each place how much is against all lines up to it, and the place before.
        let mut reached: Vec<Option<(i64, Option<usize>)>> = Vec::with_capacity(places.len());
        let (mut first, mut last) = (0, None);
        for index in 0..=places.len() {
            let (end, dislike) =
                places.get(index).map_or((self.width, 0), |place| (place.before, place.dislike));
            while places.get(first).is_some_and(|place| end - place.before > self.capacity) {
                first += 1;
            }
            let cost = |line: i64| (line - ideal) * (line - ideal) + dislike;
            let from = (first..index).filter_map(|before| {
                let (so_far, _) = reached[before]?;
                Some((so_far + cost(end - places[before].before), Some(before)))
            });
            let whole = (end <= self.capacity).then(|| (cost(end), None));
            last = from.chain(whole).min_by_key(|(cost, _)| *cost);
            reached.push(last);
        }
        let (cost, mut before) = last?;
        let mut ends = Vec::new();
        while let Some(index) = before {
            ends.push(places[index]);
            before = reached[index].and_then(|(_, before)| before);
        }
        ends.reverse();
        Some((cost, ends))
    }
}

/// Goes through all ways to end the lines of a title of few lines.
struct Search<'p> {
    room: Room,
    places: &'p [Place],
    lines: i64,
    chosen: Vec<Place>,
    best: Option<(i64, Vec<Place>)>,
}

impl Search<'_> {
    /// Ends one line more, from the place `next` on; `start` is where the line begins.
    fn line(&mut self, next: usize, start: i64, so_far: i64) {
        let Room { width, capacity, .. } = self.room;
        let ideal = width / self.lines;
        let cost = |line: i64| (line - ideal) * (line - ideal);
        let left = self.lines - i64::try_from(self.chosen.len()).unwrap_or(0) - 1;
        if left == 0 {
            let total = so_far + cost(width - start) + self.waist();
            if width - start <= capacity && self.best.as_ref().is_none_or(|(least, _)| total < *least) {
                self.best = Some((total, self.chosen.clone()));
            }
            return;
        }
        for index in next..self.places.len() {
            let place = self.places[index];
            if place.before - start > capacity {
                break;
            }
            let total = so_far + cost(place.before - start) + place.dislike;
            let is_worse = self.best.as_ref().is_some_and(|(least, _)| total >= *least);
            if place.before <= start || is_worse || width - place.before > left * capacity {
                continue;
            }
            self.chosen.push(place);
            self.line(index + 1, place.before, total);
            self.chosen.pop();
        }
    }

    /// What is against lines that are no trapezoid and no lozenge: one of them is shorter than some before and some after it.
    fn waist(&self) -> i64 {
        let ends = || self.chosen.iter().map(|place| place.before).chain([self.room.width]);
        let starts = std::iter::once(0).chain(ends());
        let lines: Vec<i64> = ends().zip(starts).map(|(end, start)| end - start).collect();
        let longest = |lines: &[i64]| lines.iter().copied().max().unwrap_or(0);
        let has_waist = (0..lines.len()).any(|line| {
            let around = longest(&lines[..line]).min(longest(&lines[line + 1..]));
            around - lines[line] > self.room.waist
        });
        if has_waist { 4 * self.room.capacity * self.room.capacity } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use crate::width::TEST;
    use huibian_document::HouseStyle;

    use super::*;

    const CAPACITY: i64 = 2037;

    fn lines(title: &str, creator: &str) -> Vec<String> {
        let style = HouseStyle::parse(include_str!("../../../templates/styles/gbt9704.toml")).unwrap();
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

    #[test]
    fn what_is_named_in_quotes_stays_with_what_it_names_and_a_compound_word_with_its_end() {
        for (title, whole) in [
            ("云溪镇人民政府关于2023年上半年深化“放管服”改革优化营商环境工作情况的报告", "“放管服”改革"),
            ("某某县大数据中心关于采购PostgreSQL数据库运行维护服务项目实施方案的请示", "数据库"),
        ] {
            let found = lines(title, "");
            assert!(found.len() > 1 && found.iter().any(|line| line.contains(whole)), "{found:?}");
        }
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
柳林街道|柳林街道2023年上半年“扫黑除恶”常态化/工作情况及下半年工作打算
|某某县人民政府办公室关于做好/2023年国庆中秋期间值班值守/和应急处置工作的紧急通知";
}
