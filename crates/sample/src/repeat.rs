//! Lines of one shape that stand together, however many a report has: a list that somebody keeps by hand.

use std::collections::BTreeSet;

use crate::form::RepeatedRow;
use crate::kindred::{self, Group};
use crate::paper::{Block, Paper};
use crate::token::{Kind, Own, tokens};

/// The longest line that is an item of a list.
const LONGEST: usize = 60;

/// A line that may be an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is made of: words, numbers, signs.
    pub shape: String,
    /// What it names.
    pub name: String,
}

/// The lines of a report that may be items, by block.
pub fn lines(paper: &Paper, own: &Own) -> Vec<Option<Line>> {
    let line = |block: &Block| match block {
        Block::Line(line) if line.text.chars().count() <= LONGEST => {
            let row = row(&line.text, own);
            let is_shaped = row.texts.len() > 1 && !row.texts[0].is_empty();
            let shape = shape(&row, &line.text);
            is_shaped.then(|| Line { shape, name: row.texts[0].clone() })
        }
        _ => None,
    };
    paper.blocks.iter().map(line).collect()
}

/// The fewest characters that the ends of lines have in common which name something each.
const ENDING: usize = 4;
/// What the shape of such lines begins with.
const NAMED: char = '\u{2026}';

/// Lines one behind the other that end alike and begin otherwise are items, too: 锣鼓队获市级表彰, 皮影社获市级表彰.
pub fn with_names(papers: &[&Paper], lines: &mut [Vec<Option<Line>>]) {
    let text = |report: usize, at: usize| match papers[report].blocks.get(at) {
        Some(Block::Line(line)) if line.text.chars().count() <= LONGEST => line.text.trim_end(),
        _ => "",
    };
    let is_plain = |text: &str| !text.is_empty() && !text.contains(['，', '。', '；', '：', ',', ';', ':']);
    let mut endings: Vec<&str> = Vec::new();
    for (report, own) in lines.iter().enumerate() {
        for at in 1..own.len() {
            let (left, right) = (text(report, at - 1), text(report, at));
            let ending = common_end(left, right);
            let is_ending = ending.chars().count() >= ENDING && ending.len() < left.len().min(right.len());
            if is_ending && own[at - 1].is_none() && own[at].is_none() && is_plain(left) && is_plain(right) {
                endings.push(ending);
            }
        }
    }
    endings.sort_by_key(|ending| ending.len());
    for (report, own) in lines.iter_mut().enumerate() {
        for (at, line) in own.iter_mut().enumerate().filter(|(_, line)| line.is_none()) {
            let text = text(report, at);
            let ending = endings.iter().find(|ending| text.len() > ending.len() && text.ends_with(**ending));
            if let Some(ending) = ending.filter(|_| is_plain(text)) {
                let name = text[..text.len() - ending.len()].to_owned();
                *line = Some(Line { shape: format!("{NAMED}{ending}"), name });
            }
        }
    }
}

/// What the shape of lines that say the same of different things begins with.
const KINDRED: char = '\u{2027}';

/// Lines of none of these shapes that say the same of different things are items, too; their shapes are added.
pub fn with_kindred(
    papers: &[&Paper],
    owns: &[&Own],
    lines: &mut [Vec<Option<Line>>],
    shapes: &mut BTreeSet<String>,
) -> Vec<Group> {
    let groups = {
        let is_taken = |report: usize, at: usize| {
            lines[report][at].as_ref().is_some_and(|line| shapes.contains(&line.shape))
        };
        kindred::groups(papers, owns, is_taken)
    };
    for (number, group) in groups.iter().enumerate() {
        let shape = format!("{KINDRED}{number}");
        for (report, at) in &group.members {
            lines[*report][*at] = Some(Line { shape: shape.clone(), name: String::new() });
        }
        shapes.insert(shape);
    }
    groups
}

/// What two texts end with alike.
fn common_end<'t>(left: &'t str, right: &str) -> &'t str {
    let both = left.chars().rev().zip(right.chars().rev());
    let length: usize = both.take_while(|(left, right)| left == right).map(|(one, _)| one.len_utf8()).sum();
    &left[left.len() - length..]
}

fn shape(row: &RepeatedRow, text: &str) -> String {
    let mut shape = String::new();
    for (at, words) in row.words.iter().enumerate() {
        shape.push_str(words);
        if let Some(text) = row.texts.get(at) {
            let is_number = text.starts_with(|c: char| c.is_ascii_digit());
            shape.push(if is_number { 'N' } else { 'W' });
        }
    }
    if text.ends_with(['。', '；']) { shape.trim_end_matches(['。', '；']).to_owned() } else { shape }
}

/// Shapes of lines that reports have in different numbers or with different names.
pub fn shapes(reports: &[Vec<Option<Line>>]) -> BTreeSet<String> {
    let mut shapes = BTreeSet::new();
    let all: BTreeSet<&String> = reports.iter().flatten().flatten().map(|line| &line.shape).collect();
    for shape in all {
        let is = |line: &Option<Line>| line.as_ref().is_some_and(|line| line.shape == *shape);
        let longest = |report: &Vec<Option<Line>>| {
            report.split(|line| !is(line)).map(<[Option<Line>]>::len).max().unwrap_or(0)
        };
        let runs: Vec<usize> = reports.iter().map(longest).collect();
        let most = runs.iter().copied().max().unwrap_or(0);
        let names: BTreeSet<&String> =
            reports.iter().flatten().filter(|line| is(line)).flatten().map(|line| &line.name).collect();
        let having = runs.iter().filter(|run| **run > 0).count();
        if most > 1 && having > 1 && names.len() > most && having * 2 > reports.len() {
            shapes.insert(shape.clone());
        }
    }
    shapes
}

/// What the words before a column call it, as 责任人： does; nothing for most.
pub fn heads(rows: &[Vec<RepeatedRow>]) -> Vec<String> {
    let Some(row) = rows.iter().flatten().next() else { return Vec::new() };
    let head = |words: &String| {
        let said = words.trim().strip_suffix(['：', ':'])?;
        let said = said.rsplit(['，', '；', '、', '（', ',', ';']).next()?.trim();
        ((1..=10).contains(&said.chars().count())).then(|| said.to_owned())
    };
    row.words.iter().take(row.texts.len()).map(|words| head(words).unwrap_or_default()).collect()
}

/// The rows of lines.
pub fn rows(paper: &Paper, own: &Own, numbers: &[usize], shape: &str, groups: &[Group]) -> Vec<RepeatedRow> {
    let group = shape.strip_prefix(KINDRED).and_then(|number| groups.get(number.parse::<usize>().ok()?));
    if let Some(group) = group {
        return numbers.iter().map(|number| group.row(paper, own, *number)).collect();
    }
    let line = |number: &usize| match paper.blocks.get(*number) {
        Some(Block::Line(line)) if shape.starts_with(NAMED) => {
            let end = line.text.trim_end().len() - (shape.len() - NAMED.len_utf8());
            let (name, ending) = line.text.split_at(end);
            RepeatedRow { words: vec![String::new(), ending.to_owned()], texts: vec![name.to_owned()] }
        }
        Some(Block::Line(line)) => row(&line.text, own),
        _ => RepeatedRow::default(),
    };
    numbers.iter().map(line).collect()
}

/// A line parted into what it names and its numbers.
fn row(text: &str, own: &Own) -> RepeatedRow {
    let mut row = RepeatedRow { words: vec![String::new()], texts: Vec::new() };
    let mut is_open = false;
    for token in tokens(text, own) {
        let piece = &text[token.range.clone()];
        let is_start = row.texts.is_empty();
        match &token.kind {
            // A number of an item is not its figure.
            Kind::Number if is_start => row.words[0].push_str(piece),
            Kind::Number => {
                row.texts.push(piece.to_owned());
                row.words.push(String::new());
                is_open = false;
            }
            Kind::Word(_) if !token.kind.is_sign() || is_open && piece == " " => match row.texts.last_mut() {
                Some(last) if is_open => last.push_str(piece),
                _ if is_start => {
                    row.texts.push(piece.to_owned());
                    row.words.push(String::new());
                    is_open = true;
                }
                _ => {
                    if let Some(words) = row.words.last_mut() {
                        words.push_str(piece);
                    }
                }
            },
            _ => {
                is_open = false;
                if let Some(words) = row.words.last_mut() {
                    words.push_str(piece);
                }
            }
        }
    }
    // A blank behind a name is no part of it.
    for at in 0..row.texts.len() {
        let trimmed = row.texts[at].trim_end().len();
        let blank = row.texts[at].split_off(trimmed);
        row.words[at + 1].insert_str(0, &blank);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_and_its_numbers() {
        let row = row("Broken lifts (16)", &Own::default());
        assert_eq!(
            (row.texts, row.words),
            (
                vec!["Broken lifts".to_owned(), "16".to_owned()],
                vec![String::new(), " (".to_owned(), ")".to_owned()]
            )
        );
    }
}
