//! Footnotes of a template: each reference has its footnote, and each footnote is said once and referred to.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use huibian_contract::text::MARKS;
use huibian_diagnostic::{Code, Diagnostic, Faults};
use pulldown_cmark::{Event, Tag};

use crate::skeleton::Skeleton;

/// The footnotes and references that Markdown knows as such.
#[derive(Default)]
pub struct Footnotes {
    said: Vec<(String, Range<usize>)>,
    referred: Vec<(String, Range<usize>)>,
    /// Where brackets are no references.
    code: Vec<Range<usize>>,
}

impl Footnotes {
    pub fn examine(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => {
                self.said.push((name.to_lowercase(), range.clone()));
            }
            Event::FootnoteReference(name) => self.referred.push((name.to_lowercase(), range.clone())),
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) | Event::Code(_) => {
                self.code.push(range.clone());
            }
            _ => {}
        }
    }

    /// T025.
    pub fn faults(&self, skeleton: &Skeleton) -> Faults {
        let fault = |name: &str, reason: &str, range: Range<usize>| {
            let fault = Diagnostic::new(Code::FootnoteUse).with("name", name).with("reason", reason);
            fault.at(skeleton.place(range))
        };
        let mut faults = Faults::new();
        for (name, range) in self.undefined(&skeleton.text) {
            let known = self.said.iter().map(|(name, _)| name.as_str());
            faults.push(fault(name, "undefined", range).suggest(name, known));
        }
        for (_, range) in &self.referred {
            if !skeleton.is_plain(range.clone()) {
                faults.push(fault(&written(skeleton, range), "tag", range.clone()));
            }
        }
        let referred: HashSet<&str> = self.referred.iter().map(|(name, _)| name.as_str()).collect();
        let mut before: HashMap<&str, Vec<usize>> = HashMap::new();
        for (name, range) in &self.said {
            let same = before.entry(name).or_default();
            let is_twice = same.iter().any(|first| skeleton.may_meet(*first, range.start));
            same.push(range.start);
            let length = skeleton.text[range.clone()].find(']').map_or(range.len(), |end| end + 1);
            let label = range.start..range.start + length;
            if !skeleton.is_plain(label.clone()) {
                faults.push(fault(&written(skeleton, &label), "tag", label));
            } else if is_twice {
                faults.push(fault(name, "twice", label));
            } else if !referred.contains(name.as_str()) {
                faults.push(fault(name, "unused", label));
            }
        }
        faults
    }

    /// What looks like a reference, and Markdown takes for words.
    fn undefined<'t>(&self, text: &'t str) -> Vec<(&'t str, Range<usize>)> {
        let mut found = Vec::new();
        let known = self.said.iter().chain(&self.referred).map(|(_, range)| range.start);
        let known: HashSet<usize> = known.collect();
        for (start, _) in text.match_indices("[^") {
            let rest = &text[start + 2..];
            let end = rest.find(|c: char| c.is_whitespace() || c == '[' || c == ']' || MARKS.contains(&c));
            let Some(name) = end.filter(|end| rest[*end..].starts_with(']')).map(|end| &rest[..end]) else {
                continue;
            };
            let is_name = !name.is_empty();
            let backslashes = text[..start].bytes().rev().take_while(|byte| *byte == b'\\').count();
            let before = self.code.partition_point(|range| range.end <= start);
            let is_code = self.code.get(before).is_some_and(|range| range.contains(&start));
            if is_name && backslashes % 2 == 0 && !known.contains(&start) && !is_code {
                found.push((name, start..start + name.len() + 3));
            }
        }
        found
    }
}

/// A footnote's name as its file has it.
fn written(skeleton: &Skeleton, label: &Range<usize>) -> String {
    let place = skeleton.place(label.clone());
    let label = place.text_and_span().and_then(|(text, span)| text.get(span));
    label.unwrap_or_default().trim_start_matches("[^").trim_end_matches(']').to_owned()
}
