//! What is wrong with a story, told at its lines.

use std::collections::BTreeSet;
use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_docx::{PackageParts, dangling};
use huibian_tags::{Imbalance, balanced, without_braces};

use crate::builder::{Builder, helper};
use crate::place::Place;
use crate::story::Story;
use crate::stray::{Stray, single_braces, strays};
use crate::tag::Does;

impl Builder {
    pub fn fail(&mut self, span: Range<usize>, fault: Diagnostic) {
        self.faults.push((Some(span), fault));
    }

    /// Tells which blocks of what was written since a place do not go together; whether there are any. `unclosed` are braces in it
    /// that do not close.
    pub fn look_over(&mut self, start: usize, unclosed: &[Range<usize>]) -> bool {
        let Some(mut sound) = self.sound.take() else { return false };
        sound.push_str(&self.text[sound.len()..]);
        let unclosed: Vec<_> = unclosed.iter().map(|span| span.start - start..span.end - start).collect();
        let (found, rest) = balanced(&without_braces(&sound[start..], &unclosed));
        self.sound = rest.map(|rest| {
            sound.truncate(start);
            sound + &rest
        });
        let is_unbalanced = !found.is_empty();
        for (imbalance, span) in found {
            self.fail(start + span.start..start + span.end, imbalanced(imbalance));
        }
        is_unbalanced
    }

    /// The paragraph of a story that an element stands in, by its line; one that says the same once more stands in the line around.
    fn line(&self, story: &Story<'_>, number: usize, element: usize) -> Option<Range<usize>> {
        let around = std::iter::once(element).chain(story.part.ancestors(element));
        let mut paragraphs =
            around.filter_map(|at| story.paragraphs.binary_search_by_key(&at, |one| one.element).ok());
        let lines = &self.lines[number].of_paragraphs;
        paragraphs.find_map(|paragraph| lines.get(&paragraph)).cloned()
    }

    /// What leads to nothing in the file: pictures and other parts, and notes.
    pub fn lost(&mut self, parts: &PackageParts, story: &Story<'_>, number: usize, notes: &[usize]) {
        let part = &story.part;
        let mut known = BTreeSet::new();
        let found = dangling(parts, story.name, part.xml).into_iter().filter_map(|found| {
            let element =
                part.elements.binary_search_by_key(&found.at, |element| element.range.start).ok()?;
            Some((element, "dangling", found.written))
        });
        let notes = notes.iter().map(|element| {
            let id = part.attribute(*element, "id").unwrap_or_default();
            (*element, "note", format!("{}=\"{id}\"", part.elements[*element].local))
        });
        for (element, reason, written) in found.chain(notes) {
            let line = self.line(story, number, element);
            if known.insert((line.as_ref().map(|line| line.start), written.clone())) {
                let fault = Diagnostic::new(Code::WordTemplate).with("reason", reason);
                self.slight.push((line, fault.with("detail", format!("{}: {written}", story.name))));
            }
        }
    }

    /// Braces that are none of a tag: where nothing is filled, and one where two are meant.
    pub fn misplaced(&mut self, story: &Story<'_>, number: usize) {
        for Stray { words, paragraph } in strays(&story.part) {
            let line = paragraph.and_then(|element| self.line(story, number, element));
            let fault = Diagnostic::new(Code::WordTemplate).with("reason", "place");
            self.slight.push((line, fault.with("detail", format!("{}: {words}", story.name))));
        }
        for line in self.lines[number].of_paragraphs.values() {
            for span in single_braces(&self.text[line.clone()]) {
                let span = line.start + span.start..line.start + span.end;
                let shown = self.text[span.clone()].to_owned();
                let fault = Diagnostic::new(Code::WordTemplate).with("reason", "single");
                self.slight.push((Some(span), fault.with("detail", shown)));
            }
        }
    }

    /// T026 for a tag, for a reason.
    pub fn refuse(&mut self, story: &Story<'_>, number: usize, tag: usize, reason: &'static str) {
        // What says the same once more stands in no line; what it repeats is before it.
        let spans = &self.lines[number].of_tags;
        let span = spans.range(..=tag).next_back().map(|(_, span)| span.clone()).unwrap_or_default();
        let shown = story.tags[tag].written.clone();
        self.fail(span, Diagnostic::new(Code::WordTemplate).with("reason", reason).with("detail", shown));
    }

    /// What templates in Markdown may call and Word files may not.
    pub fn unsupported(&mut self, story: &Story<'_>, number: usize) {
        let mut placed = Vec::new();
        for (index, tag) in story.tags.iter().enumerate() {
            let name = helper(&tag.written);
            if (tag.written.starts_with("{{~") || tag.written.ends_with("~}}"))
                && let Some(span) = self.lines[number].of_tags.get(&index).cloned()
            {
                let fault = Diagnostic::new(Code::WordTemplate).with("reason", "tilde");
                self.slight.push((Some(span), fault.with("detail", tag.written.clone())));
            }
            let is_unsupported = name.starts_with('>') || matches!(name, "enumerate" | "image" | "chart");
            // What says the same once more stands in no line.
            if is_unsupported
                && tag.does != Does::Close
                && let Some(span) = self.lines[number].of_tags.get(&index).cloned()
            {
                let fault = Diagnostic::new(Code::WordTemplate).with("reason", "helper");
                let shown = tag.written.trim_matches(['{', '}', '~', '#']).trim().to_owned();
                placed.extend((tag.does == Does::Value).then(|| span.clone()));
                self.fail(span, fault.with("detail", shown));
            }
        }
        // What else would be wrong with them is nothing to mend.
        self.sound = self.sound.take().map(|sound| without_braces(&sound, &placed));
    }

    /// T011 for tables that do not stand alone in their paragraphs.
    pub fn tables_amid_words(&mut self, story: &Story<'_>, number: usize, places: &[Place]) {
        for (index, (tag, place)) in story.tags.iter().zip(places).enumerate() {
            let is_table = tag.does == Does::Value && helper(&tag.written) == "table";
            if is_table
                && !matches!(place, Place::Instead(_))
                && let Some(span) = self.lines[number].of_tags.get(&index).cloned()
            {
                let fault = Diagnostic::new(Code::HelperUse).with("name", "table").with("reason", "alone");
                self.fail(span, fault);
            }
        }
    }
}

/// T001 for blocks that do not go together.
fn imbalanced(imbalance: Imbalance) -> Diagnostic {
    match imbalance {
        // What a template in Markdown would have in a partial.
        Imbalance::Nested => Diagnostic::new(Code::TemplateSyntax).with("reason", "nested-word"),
        imbalance => huibian_template::imbalanced(imbalance),
    }
}
