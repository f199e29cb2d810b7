//! Braces that are no tag's: in what is no paragraph's words, and those that stand alone where two are meant.

use std::ops::Range;

use crate::paragraph::GONE;
use crate::part::Part;

/// Braces that stand where nothing is filled.
pub struct Stray {
    /// They and what is between them.
    pub words: String,
    /// The paragraph around them.
    pub paragraph: Option<usize>,
}

/// Characters of what is shown.
const SHOWN: usize = 60;
/// Bytes in which braces are looked for that close others.
const NEAR: usize = 2_000;

/// Braces of a part that stand in what is no paragraph's words. Words that were taken away do not count.
pub fn strays(part: &Part<'_>) -> Vec<Stray> {
    let mut strays: Vec<Stray> = Vec::new();
    // Where words end that are plain, in the element that was looked at last.
    let mut plain: Option<(usize, usize)> = None;
    for at in braces(part.xml) {
        let around: Vec<usize> = around(part, at).collect();
        let name = |index: &usize| part.elements[*index].name;
        let is_gone = around.iter().map(name).any(|name| GONE.contains(&name) && name != "instrText");
        let is_words = around.first().is_some_and(|inner| {
            let element = &part.elements[*inner];
            let (_, end) = plain.filter(|(known, _)| known == inner).unwrap_or_else(|| {
                let end = part.xml[element.inner.clone()].find("<!");
                (*inner, end.map_or(element.inner.end, |end| element.inner.start + end))
            });
            plain = Some((*inner, end));
            let is_plain = (element.inner.start..end).contains(&at);
            let in_run = element.parent.is_some_and(|parent| part.elements[parent].name == "r");
            element.name == "t" && is_plain && in_run && around.iter().map(name).any(|name| name == "p")
        });
        if is_gone || is_words || around.first().map(name) == Some("delText") {
            continue;
        }
        let paragraph = around.iter().copied().find(|index| part.elements[*index].name == "p");
        let words = shown(&part.xml[at..]);
        if strays.last().is_none_or(|last| last.paragraph != paragraph || last.words != words) {
            strays.push(Stray { words, paragraph });
        }
    }
    strays
}

/// The first braces of a part in which nothing is filled, with what is between them.
pub fn first_braces(xml: &str) -> Option<String> {
    braces(xml).next().map(|at| shown(&xml[at..]))
}

fn braces(xml: &str) -> impl Iterator<Item = usize> {
    xml.match_indices("{{").map(|(at, _)| at).filter(|at| !xml[..*at].ends_with('\\'))
}

/// The elements around a byte, the nearest first.
fn around<'p>(part: &'p Part<'_>, at: usize) -> impl Iterator<Item = usize> + 'p {
    let begun = part.elements.partition_point(|element| element.range.start <= at);
    let last = begun.checked_sub(1);
    let up = |index: &usize| part.elements[*index].parent;
    std::iter::successors(last, up).filter(move |index| part.elements[*index].range.contains(&at))
}

/// Braces with what is between them, if they close before long.
fn shown(xml: &str) -> String {
    let near = &xml[..xml.floor_char_boundary(NEAR)];
    let end = near.find("}}").map_or(2, |end| end + 2);
    near[..end].chars().take(SHOWN).collect()
}

/// What stands in one brace on each side in a line though it names what templates ask for with two, as the patterns of a
/// workspace's settings have it.
pub fn single_braces(line: &str) -> Vec<Range<usize>> {
    const GROUPS: [&str; 5] = ["unit.", "period.", "document.", "facts.", "fields."];
    let mut found = Vec::new();
    for (start, _) in line.match_indices('{') {
        let inside = &line[start + 1..];
        let Some(length) = inside.find(['{', '}']).filter(|end| inside[*end..].starts_with('}')) else {
            continue;
        };
        let end = start + 1 + length + 1;
        let name = inside[..length].trim();
        let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
        let is_double = line[..start].ends_with('{') || line[end..].starts_with('}');
        if !is_double && is_name && GROUPS.iter().any(|group| name.starts_with(group)) {
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_brace_is_told_where_it_names_what_two_ask_for() {
        let found = |line: &str| {
            let found = single_braces(line).into_iter();
            found.map(|range| line[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("甲{unit.name}乙{ period.name }"), ["{unit.name}", "{ period.name }"]);
        for line in ["{{unit.name}}", "{甲}", "{unit.name", "{unit.name 甲}", "{{{unit.name}}}", "{}{"] {
            assert!(found(line).is_empty(), "{line}");
        }
    }
}
