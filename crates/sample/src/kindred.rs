//! Lines one behind another that say the same of different things: 灭蝇灯损坏，责任人：值班教师，限9日内完成；

use std::collections::BTreeSet;

use crate::align::align;
use crate::form::RepeatedRow;
use crate::paper::{Block, Paper};
use crate::token::{Kind, Own, Token, tokens};

/// The longest line that is an item of a list.
const LONGEST: usize = 60;
/// Words that lines have in common at least, and the share of them in all.
const LEAST: usize = 3;
const SHARE: usize = 30;
/// What a word in common weighs: one by itself as well, whatever gaps are around it.
const ALIKE: i32 = 20;

/// Lines of one kind: what all of them say, and between which words each has its own.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// What all say, in order.
    skeleton: Vec<Kind>,
    /// Whether each has a number of its own before it.
    is_numbered: bool,
    /// Before which words of the skeleton a line has words of its own; the last is behind them all.
    gaps: Vec<bool>,
    /// The lines, by report and block.
    pub members: BTreeSet<(usize, usize)>,
}

/// A line taken apart: what stands before its words, its own number with what closes that, its words, and how it ends.
struct Cut<'t> {
    open: &'t str,
    number: &'t str,
    close: &'t str,
    body: &'t str,
    end: &'t str,
}

fn cut(text: &str) -> Cut<'_> {
    let bare = text.trim_start();
    let inner = bare.trim_start_matches(['（', '(']);
    let digits = inner.find(|c: char| !c.is_ascii_digit()).unwrap_or(inner.len());
    let behind = &inner[digits..];
    let sign = behind.chars().next().filter(|c| "）).．、".contains(*c));
    let is_figure = |sign: char| sign == '.' && behind[1..].starts_with(|c: char| c.is_ascii_digit());
    let sign = sign.filter(|sign| digits > 0 && digits < 3 && !is_figure(*sign));
    let (start, number) = match sign {
        Some(_) => (text.len() - inner.len(), digits),
        None => (text.len() - bare.len(), 0),
    };
    let close = sign.map_or(0, char::len_utf8);
    let body = &text[start + number + close..];
    let trimmed = body.trim_end().trim_end_matches(['。', '；', ';', '.']);
    Cut {
        open: &text[..start],
        number: &text[start..start + number],
        close: &text[start + number..start + number + close],
        body: trimmed,
        end: &body[trimmed.len()..],
    }
}

impl Cut<'_> {
    /// Whether it can be one of several: it has a number, or ends as a clause does.
    fn is_item(&self) -> bool {
        !self.number.is_empty() || !self.end.trim().is_empty()
    }
}

/// The groups of lines in reports; lines that are `taken` already are in none.
pub fn groups(papers: &[&Paper], owns: &[&Own], taken: impl Fn(usize, usize) -> bool) -> Vec<Group> {
    let text = |report: usize, at: usize| match papers[report].blocks.get(at) {
        Some(Block::Line(line)) if !taken(report, at) && line.text.chars().count() <= LONGEST => {
            Some(line.text.as_str())
        }
        _ => None,
    };
    let kinds = |report: usize, body: &str| -> Vec<Kind> {
        tokens(body, owns[report]).into_iter().map(|token| token.kind).collect()
    };
    let mut groups: Vec<Group> = Vec::new();
    for (report, paper) in papers.iter().enumerate() {
        for at in 1..paper.blocks.len() {
            let (Some(left), Some(right)) = (text(report, at - 1), text(report, at)) else { continue };
            let (left, right) = (cut(left), cut(right));
            if left.number.is_empty() != right.number.is_empty() || !left.is_item() || !right.is_item() {
                continue;
            }
            let (own, other) = (kinds(report, left.body), kinds(report, right.body));
            let skeleton = common(&own, &other);
            if !is_kind(&skeleton, own.len().max(other.len())) {
                continue;
            }
            let is_numbered = !left.number.is_empty();
            let known =
                groups.iter_mut().filter(|group| group.is_numbered == is_numbered).find_map(|group| {
                    let both = common(&group.skeleton, &skeleton);
                    is_kind(&both, group.skeleton.len().min(skeleton.len()) * 5 / 3).then_some((group, both))
                });
            match known {
                Some((group, both)) => group.skeleton = both,
                None => groups.push(Group { skeleton, is_numbered, ..Group::default() }),
            }
        }
    }
    let lines: Vec<(usize, usize, &str)> = (0..papers.len())
        .flat_map(|report| (0..papers[report].blocks.len()).map(move |at| (report, at)))
        .filter_map(|(report, at)| Some((report, at, text(report, at)?)))
        .collect();
    for group in &mut groups {
        // What two lines agree in by chance others lack.
        for (report, _, line) in &lines {
            let cut = cut(line);
            let both = common(&group.skeleton, &kinds(*report, cut.body));
            let is_near =
                both.len() * 4 >= group.skeleton.len() * 3 && is_kind(&both, cut.body.chars().count());
            if cut.is_item() && cut.number.is_empty() != group.is_numbered && is_near {
                group.skeleton = both;
            }
        }
        for (report, at, line) in &lines {
            let cut = cut(line);
            let own = kinds(*report, cut.body);
            let is_one = cut.is_item()
                && cut.number.is_empty() != group.is_numbered
                && common(&own, &group.skeleton) == group.skeleton;
            if is_one && is_kind(&group.skeleton, own.len()) {
                group.members.insert((*report, *at));
            }
        }
        let bodies: Vec<Vec<Token>> = lines
            .iter()
            .filter(|(report, at, _)| group.members.contains(&(*report, *at)))
            .map(|(report, _, line)| tokens(cut(line).body, owns[*report]))
            .collect();
        group.measure(&bodies);
        group.without_middles();
        group.measure(&bodies);
    }
    groups.retain(|group| group.is_list(papers, owns));
    groups
}

/// What two lines have in common.
fn common(left: &[Kind], right: &[Kind]) -> Vec<Kind> {
    let alike = |a: usize, b: usize| (left[a] == right[b]).then_some(ALIKE);
    align(left.len(), right.len(), alike).into_iter().map(|(at, _)| left[at].clone()).collect()
}

fn is_kind(skeleton: &[Kind], length: usize) -> bool {
    let words = skeleton.iter().filter(|kind| matches!(kind, Kind::Word(_)) && !kind.is_sign()).count();
    let is_parted = skeleton.iter().any(|kind| kind.is_sign() || kind.is_open());
    let is_own = skeleton.iter().any(|kind| matches!(kind, Kind::Unit | Kind::Period(..)));
    words >= LEAST && is_parted && !is_own && skeleton.len() * 100 >= length * SHARE
}

impl Group {
    /// Where lines have something of their own.
    fn measure(&mut self, bodies: &[Vec<Token>]) {
        self.gaps = vec![false; self.skeleton.len() + 1];
        for found in bodies {
            for (gap, stretch) in self.stretches(found).into_iter().enumerate() {
                self.gaps[gap] |= !stretch.is_empty();
            }
        }
    }

    /// A character that all names have in their middle is theirs: 三组坡地, 二组南渠.
    fn without_middles(&mut self) {
        // 阿旺炒货因未公示健康证: two things, and what one is to the other.
        const RELATIONS: &str = "因由限在为至到与和于按经对向从将已未约共计达是以被给把";
        let is_middle = |at: usize| {
            let kind = &self.skeleton[at];
            let is_short = matches!(kind, Kind::Word(word) if word.chars().count() == 1) && !kind.is_sign();
            // Words between what differs on both sides, where a sign stands before and behind it all.
            let opens = at == 0 || self.skeleton[at - 1].is_sign();
            let closes = self.skeleton.get(at + 1).is_none_or(Kind::is_sign);
            let relates = matches!(kind, Kind::Word(word) if RELATIONS.contains(word.as_str()));
            is_short && !relates && opens && closes && self.gaps[at] && self.gaps[at + 1]
        };
        let kept: Vec<Kind> = (0..self.skeleton.len())
            .filter(|at| !is_middle(*at))
            .map(|at| self.skeleton[at].clone())
            .collect();
        let words = kept.iter().filter(|kind| matches!(kind, Kind::Word(_)) && !kind.is_sign()).count();
        if words >= LEAST {
            self.skeleton = kept;
        }
    }

    /// Whether reports have such lines in different numbers or of different things.
    fn is_list(&self, papers: &[&Paper], owns: &[&Own]) -> bool {
        let run = |report: usize| {
            let (mut longest, mut length) = (0, 0);
            for at in 0..papers[report].blocks.len() {
                length = if self.members.contains(&(report, at)) { length + 1 } else { 0 };
                longest = longest.max(length);
            }
            longest
        };
        let runs: Vec<usize> = (0..papers.len()).map(run).collect();
        let most = runs.iter().copied().max().unwrap_or(0);
        let having = runs.iter().filter(|run| **run > 0).count();
        let names: BTreeSet<String> = self
            .members
            .iter()
            .filter_map(|(report, at)| {
                self.row(papers[*report], owns[*report], *at)
                    .texts
                    .into_iter()
                    .nth(usize::from(self.is_numbered))
            })
            .collect();
        most > 1 && having > 1 && names.len() > most && having * 2 > papers.len()
    }

    /// Which of a line's tokens stand before each of the skeleton's, and behind the last.
    fn stretches(&self, found: &[Token]) -> Vec<std::ops::Range<usize>> {
        let pairs = align(found.len(), self.skeleton.len(), |a, b| {
            (found[a].kind == self.skeleton[b]).then_some(ALIKE)
        });
        let mut start = 0;
        let mut stretches = Vec::new();
        for (at, _) in pairs {
            stretches.push(start..at);
            start = at + 1;
        }
        stretches.push(start..found.len());
        stretches.resize(self.skeleton.len() + 1, found.len()..found.len());
        stretches
    }

    /// A line as a row: its number, where it has one, and what is its own.
    pub fn row(&self, paper: &Paper, own: &Own, at: usize) -> RepeatedRow {
        let Some(Block::Line(line)) = paper.blocks.get(at) else { return RepeatedRow::default() };
        let cut = cut(&line.text);
        let mut row = RepeatedRow { words: vec![cut.open.to_owned()], texts: Vec::new() };
        if self.is_numbered {
            row.texts.push(cut.number.to_owned());
            row.words.push(cut.close.to_owned());
        }
        let found = tokens(cut.body, own);
        let said = |range: std::ops::Range<usize>| -> String {
            found[range].iter().map(|token| &cut.body[token.range.clone()]).collect()
        };
        for (place, stretch) in self.stretches(&found).into_iter().enumerate() {
            let next = stretch.end;
            if self.gaps[place] {
                row.texts.push(said(stretch));
                row.words.push(String::new());
            }
            let Some(kind) = self.skeleton.get(place) else { continue };
            if next >= found.len() {
                continue;
            }
            if kind.is_open() {
                row.texts.push(said(next..next + 1));
                row.words.push(String::new());
            } else if let Some(words) = row.words.last_mut() {
                words.push_str(&said(next..next + 1));
            }
        }
        if let Some(words) = row.words.last_mut() {
            words.push_str(cut.end);
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_say_the_same_of_different_things_are_rows() {
        let papers = [
            "隐患：\n\n（1）灭蝇灯损坏，责任人：值班教师，限9日内完成；\n\n（2）留样标签漏填，责任人：食堂班长，限15日内完成。\n\n完毕",
            "隐患：\n\n（1）冰柜温度偏高，责任人：承包方，限7日内完成。\n\n完毕",
        ]
        .map(Paper::plain);
        let own = Own::default();
        let papers: Vec<&Paper> = papers.iter().collect();
        let groups = groups(&papers, &[&own, &own], |_, _| false);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].members.iter().copied().collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 1)]);
        let row = groups[0].row(papers[0], &own, 2);
        assert_eq!(row.texts, ["2", "留样标签漏填", "食堂班长", "15"]);
        assert_eq!(row.words, ["（", "）", "，责任人：", "，限", "日内完成。"]);
    }
}
