//! Lines of a template that Markdown would not take for the words they are: code by indentation, and lists by a year
//! and a full stop.

use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};

use crate::helpers;
use huibian_tags::{self as tags, Tag, TagKind};

/// Indented so far, a line is code (CommonMark 0.31.2, 4.4).
const CODE: usize = 4;

/// T011, T016 and T022.
pub fn check(source: &Arc<Source>) -> Faults {
    let text = &source.text;
    let tags = tags::scan(text);
    let mut faults = Faults::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let before = tags.partition_point(|tag| tag.span.start < start);
        let inside_tag = tags[..before].last().is_some_and(|tag| tag.span.end > start);
        if !inside_tag {
            let (indent, words) = indentation(text, start, end, &tags);
            if indent >= CODE && words < end {
                faults.push(Diagnostic::new(Code::IndentedLine).at(Location::span(source, start..words)));
            }
            if let Some(length) = list_by_accident(&text[words..end], &tags, words) {
                let place = Location::span(source, words..words + length);
                let start = &text[words..words + length];
                faults.push(Diagnostic::new(Code::AccidentalList).with("start", start).at(place));
            }
        }
        start += line.len();
    }
    faults.extend(tags.iter().filter_map(|tag| beside_words(tag, text, &tags, source)));
    faults
}

/// A picture or a chart with words on its line.
fn beside_words(tag: &Tag<'_>, text: &str, tags: &[Tag<'_>], source: &Arc<Source>) -> Option<Diagnostic> {
    let inside = text[tag.span.clone()].trim_start_matches(['{', '~', ' ']);
    let name = inside.split([' ', '\n', '~', '}']).next().unwrap_or_default();
    if tag.kind != TagKind::Value || !helpers::is_placed(name) {
        return None;
    }
    let start = text[..tag.span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[tag.span.end..].find('\n').map_or(text.len(), |length| tag.span.end + length);
    let mut at = start;
    while at < end {
        let silent = |other: &&Tag<'_>| other.kind != TagKind::Value || other.span == tag.span;
        match starting(tags, at).filter(silent) {
            Some(other) => at = other.span.end,
            None if text.as_bytes()[at].is_ascii_whitespace() => at += 1,
            None => {
                let fault = Diagnostic::new(Code::HelperUse).with("name", name).with("reason", "alone");
                return Some(fault.at(Location::span(source, tag.span.clone())));
            }
        }
    }
    None
}

/// The tag that starts at a place.
fn starting<'a, 't>(tags: &'a [Tag<'t>], at: usize) -> Option<&'a Tag<'t>> {
    tags.binary_search_by_key(&at, |tag| tag.span.start).ok().map(|found| &tags[found])
}

/// How far a line is indented once its tags are gone, and where its words begin; at the end for a line of tags only.
fn indentation(text: &str, start: usize, end: usize, tags: &[Tag<'_>]) -> (usize, usize) {
    let (mut indent, mut at, mut trims) = (0, start, false);
    while at < end {
        if let Some(tag) = starting(tags, at).filter(|tag| tag.kind != TagKind::Value) {
            let (takes_before, takes_behind) = tags::takes_space(&text[tag.span.clone()]);
            if takes_before {
                indent = 0;
            }
            trims = takes_behind;
            at = tag.span.end;
            continue;
        }
        match text.as_bytes()[at] {
            b' ' | b'\t' if trims => {}
            b' ' => indent += 1,
            b'\t' => indent += CODE,
            _ => break,
        }
        at += 1;
    }
    (indent, at.min(end))
}

/// `2023. ` or `{{period.year}}. ` at the head of a line: how long it is. Lists that are meant are numbered below 100.
fn list_by_accident(words: &str, tags: &[Tag<'_>], at: usize) -> Option<usize> {
    let number = match starting(tags, at) {
        Some(tag) if words[..tag.span.len().min(words.len())].contains(' ') => 0,
        Some(tag) => tag.span.len().min(words.len()),
        None => words.bytes().take_while(u8::is_ascii_digit).count(),
    };
    let is_number = number >= 3;
    let mut after = words[number..].chars();
    let is_list = matches!(after.next(), Some('.' | ')')) && after.next().is_none_or(|c| c == ' ');
    (is_number && is_list).then_some(number + 1)
}
