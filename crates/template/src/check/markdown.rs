//! Markdown that a report cannot carry, footnotes that do not go together, and slots with words in their paragraph: found
//! in the template itself, before there are any data. What may turn out either way is left to rendering.

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;

use huibian_diagnostic::{Code, Diagnostic, Faults};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::footnotes::Footnotes;
use crate::front_matter::SlotKind;
use crate::markdown::{dashes_below, level_number};
use crate::outline::{Outline, OutlineHeading, OutlineSlot};
use crate::partials::Partials;
use crate::refusal::{self, Refusals};
use crate::scope::Scope;
use crate::skeleton::Skeleton;

/// Numbers from here on at the head of a line are taken for years, and told of as such.
const YEAR: u64 = 100;

/// What is wrong with a template's Markdown, and its headings.
pub fn check(skeleton: &Skeleton, scope: &Scope) -> (Faults, Outline) {
    let mut reading = Reading { skeleton, found: Vec::new(), headings: Vec::new(), paragraphs: Vec::new() };
    let mut notes = Footnotes::default();
    reading.read(&mut notes);
    let mut faults = reading.refused();
    faults.extend(notes.faults(skeleton));
    faults.extend(reading.slots_beside_words(scope));
    (faults, reading.outline())
}

/// Adds what of the Markdown of partials no report can carry, whatever stands around them.
pub fn check_partials(partials: &Partials, faults: &mut Faults) {
    for (_, source, _) in partials.sound() {
        let found = refused(&Skeleton::of(source, partials));
        let found =
            found.into_iter().filter(|fault| fault.location().is_some_and(|p| p.path() == &*source.path));
        told_once(faults, found.collect());
    }
}

fn refused(skeleton: &Skeleton) -> Faults {
    let mut reading = Reading { skeleton, found: Vec::new(), headings: Vec::new(), paragraphs: Vec::new() };
    reading.read(&mut Footnotes::default());
    reading.refused()
}

struct Reading<'s> {
    skeleton: &'s Skeleton,
    /// Constructs that a report cannot carry.
    found: Vec<(&'static str, Range<usize>)>,
    headings: Vec<(u8, Range<usize>)>,
    /// Those that stand in nothing else.
    paragraphs: Vec<Range<usize>>,
}

impl Reading<'_> {
    fn read(&mut self, notes: &mut Footnotes) {
        let skeleton = self.skeleton;
        let mut refusals = Refusals::default();
        // Where the item, the footnote, or the first paragraph in it begins.
        let mut around = 0;
        let events = Parser::new_ext(&skeleton.text, refusal::options()).into_offset_iter();
        for (_, definition) in events.reference_definitions().iter() {
            self.found.push(("link", definition.span.clone()));
        }
        for (event, range) in events {
            let refused = refusals.examine(&event);
            if let Some(construct) = refused
                && self.is_certain(construct, &event, &range, around)
            {
                self.found.push((construct, range.clone()));
            }
            notes.examine(&event, &range);
            match event {
                Event::Start(Tag::Item | Tag::FootnoteDefinition(_)) => around = range.start,
                Event::Start(Tag::Paragraph) if refusals.is_inside() && refused.is_none() => {
                    around = range.start;
                }
                Event::Start(Tag::Heading { level, .. })
                    if dashes_below(&skeleton.text[range.clone()]).is_none() =>
                {
                    self.headings.push((level_number(level), range));
                }
                Event::Start(Tag::Paragraph | Tag::Heading { .. }) if !refusals.is_inside() => {
                    self.paragraphs.push(range);
                }
                _ => {}
            }
        }
    }

    /// Whether every report that has all of this would be refused for it.
    fn is_certain(&self, construct: &str, event: &Event<'_>, range: &Range<usize>, around: usize) -> bool {
        let text = self.skeleton;
        match (construct, event) {
            // Lines that begin with what makes them code are told of as they stand.
            (_, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))) => {
                let line = text.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
                !text.text[line..range.start].trim().is_empty()
            }
            (_, Event::Start(Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::HtmlBlock)) => true,
            ("list-start", Event::Start(Tag::List(start))) => {
                text.is_always_there(range.start) && start.is_some_and(|start| start < YEAR)
            }
            ("nested-list" | "list-item" | "table" | "footnote", _) => text.may_meet(range.start, around),
            _ => text.may_meet(range.start, range.end.saturating_sub(1)),
        }
    }

    /// T014, one of a kind for each line.
    fn refused(&self) -> Faults {
        let (mut faults, mut told) = (Faults::new(), HashSet::new());
        for (construct, range) in &self.found {
            let place = self.skeleton.place(range.clone());
            let fault = Diagnostic::new(Code::UnsupportedMarkdown).with("construct", construct).at(place);
            if told.insert((*construct, line(&fault))) {
                faults.push(fault);
            }
        }
        faults
    }

    /// T012: a slot that sections fill is a paragraph by itself.
    fn slots_beside_words(&self, scope: &Scope) -> Faults {
        let text = self.skeleton;
        let stands_alone = |at: &Range<usize>| {
            let before = self.paragraphs.partition_point(|paragraph| paragraph.end <= at.start);
            let paragraph = self.paragraphs.get(before).filter(|paragraph| paragraph.contains(&at.start));
            paragraph.is_some_and(|paragraph| {
                let mut others = text.text[paragraph.clone()].char_indices();
                others.all(|(offset, c)| {
                    let other = paragraph.start + offset;
                    c.is_whitespace() || at.contains(&other) || !text.may_meet(other, at.start)
                })
            })
        };
        let sections = text.slots.iter().filter(|slot| {
            scope.slots.get(&slot.name).is_some_and(|declared| declared.kind == SlotKind::Sections)
        });
        let beside = sections.filter(|slot| !stands_alone(&slot.at));
        beside
            .map(|slot| {
                let fault = Diagnostic::new(Code::SlotUse).with("slot", &slot.name).with("reason", "beside");
                fault.at(text.place(slot.at.clone()))
            })
            .collect()
    }

    fn outline(&self) -> Outline {
        let heading = |(level, range): &(u8, Range<usize>)| OutlineHeading {
            level: *level,
            place: self.skeleton.place(range.clone()),
            always: self.skeleton.is_always_there(range.start),
        };
        let slots = self.skeleton.slots.iter();
        let slots =
            slots.map(|slot| OutlineSlot { name: slot.name.clone(), under: self.level_above(slot.at.start) });
        Outline { headings: self.headings.iter().map(heading).collect(), slots: slots.collect() }
    }

    /// The level of the heading above, the title's where there is none.
    fn level_above(&self, at: usize) -> u8 {
        let mut least = None;
        let before = self.headings.partition_point(|(_, range)| range.start < at);
        let above = self.headings[..before].iter().rev().filter(|(level, _)| *level > 1);
        for (level, range) in above.filter(|(_, range)| self.skeleton.may_meet(range.start, at)) {
            least = Some(least.map_or(*level, |least: u8| least.min(*level)));
            if self.skeleton.depends(at, range.start) {
                return least.unwrap_or(1);
            }
        }
        1
    }
}

/// Puts what was found in the Markdown beside what was found in the lines, each line told of once: a list in a list is no
/// code, and a year no list.
pub fn told_once(faults: &mut Faults, found: Faults) {
    let is_nested = |fault: &Diagnostic| {
        fault
            .argument("construct")
            .is_some_and(|construct| *construct == "nested-list" || *construct == "list-item")
    };
    let is_line = |told: &Diagnostic| matches!(told.code(), Code::IndentedLine | Code::AccidentalList);
    let mut lines: HashSet<_> = faults.iter().filter(|told| is_line(told)).map(line).collect();
    let (mut gone, mut kept) = (HashSet::new(), Vec::new());
    for fault in found {
        if fault.code() == Code::UnsupportedMarkdown {
            let line = line(&fault);
            if is_nested(&fault) {
                lines.remove(&line);
                gone.insert(line);
            } else if lines.contains(&line) {
                continue;
            }
        }
        kept.push(fault);
    }
    faults.retain(|told| !(is_line(told) && gone.contains(&line(told))));
    faults.extend(kept);
}

/// The file and the line that a fault is in.
fn line(fault: &Diagnostic) -> Option<(PathBuf, Option<usize>)> {
    let place = fault.location()?;
    Some((place.path().to_owned(), place.line_and_column().map(|(line, _)| line)))
}
