//! Where a title that is longer than a line is broken: into lines of like width (GB/T 9704-2012, 7.3.1), at places that
//! the house style names. A break elsewhere may still fall inside a word: nothing here knows words.

use huibian_document::{Inline, plain_text, style::TitleBreaks};

use super::width::Widths;

/// Marks that may not open a line, and marks that may not end one.
const CLOSING: &str = "，。、；：！？）》〉」』】〕”’％%";
const OPENING: &str = "（《〈「『【〔“‘";

/// A place where a line may end.
#[derive(Clone, Copy)]
struct Place {
    /// The width of all text before it.
    before: i64,
    /// Its inline, and the byte in it.
    at: (usize, usize),
    /// Whether the style likes it.
    liked: bool,
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
    let mut places = places(title, widths, creator, rules);
    if widths.of(creator) <= capacity {
        places.retain(|place| !place.in_name);
    }
    let fewest = (width + capacity - 1) / capacity.max(1);
    let ends = (fewest..fewest + 2).find_map(|lines| cheapest(&places, width, capacity, lines));
    let mut ends = ends.unwrap_or_default().into_iter().peekable();
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

fn places(title: &[Inline], widths: Widths, creator: &str, rules: &TitleBreaks) -> Vec<Place> {
    let mut places = Vec::new();
    let name = plain_text(title).find(creator).map_or(0..0, |start| start..start + creator.len());
    let (mut before, mut read) = (0, String::new());
    for (index, inline) in title.iter().enumerate() {
        let Inline::Text(text) = inline else {
            read.push_str(&plain_text(std::slice::from_ref(inline)));
            before = widths.of(&read);
            continue;
        };
        for (byte, next) in text.char_indices() {
            let last = read.chars().next_back();
            if last.is_some_and(|last| may_part(last, next)) {
                let worded = rules.after.iter().any(|word| read.ends_with(word.as_str()));
                let liked = (worded && !next.is_ascii_digit() && !rules.never_before.contains(next))
                    || read.len() == name.end;
                let in_name = name.start < read.len() && read.len() < name.end;
                places.push(Place { before, at: (index, byte), liked, in_name });
            }
            before += widths.advance(last, next);
            read.push(next);
        }
    }
    places
}

fn may_part(last: char, next: char) -> bool {
    let in_word = last.is_ascii_graphic() && next.is_ascii_graphic();
    let figure = last.is_ascii_digit() || next.is_ascii_digit();
    !in_word
        && !next.is_whitespace()
        && !CLOSING.contains(next)
        && !OPENING.contains(last)
        && (!figure || !"年月日季第".contains([last, next]))
}

/// The ends of all lines but the last, so that widths differ least; an end that the style does not like costs as much
/// as half a line of difference.
fn cheapest(places: &[Place], width: i64, capacity: i64, lines: i64) -> Option<Vec<Place>> {
    let ideal = width / lines;
    let cost = |line: i64| if line > capacity { None } else { Some((line - ideal) * (line - ideal)) };
    let dislike = (capacity / 2) * (capacity / 2);
    let mut open: Vec<(i64, i64, Vec<Place>)> = vec![(0, 0, Vec::new())];
    for _ in 1..lines {
        let mut next: Vec<(i64, i64, Vec<Place>)> = Vec::with_capacity(places.len());
        for place in places {
            let reached = open.iter().filter(|(start, ..)| *start < place.before);
            let best = reached
                .filter_map(|(start, so_far, ends)| {
                    let step = cost(place.before - start)? + if place.liked { 0 } else { dislike };
                    Some((so_far + step, ends))
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
    finished.min_by_key(|(total, _)| *total).map(|(_, ends)| ends)
}

#[cfg(test)]
mod tests {
    use super::super::width::TEST;
    use super::*;

    const CAPACITY: i64 = 2037;

    fn lines(title: &str, creator: &str) -> Vec<String> {
        let rules = TitleBreaks {
            after: ["季度", "半年", "年", "月", "关于"].map(str::to_owned).to_vec(),
            never_before: "第上下前度至的份".to_owned(),
        };
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
        let rules = TitleBreaks { after: Vec::new(), never_before: String::new() };
        assert_eq!(balanced(&title, CAPACITY, TEST, "", &rules), title);
    }
}
