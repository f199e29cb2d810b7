//! Footnotes and endnotes: each reference has a note of its own, which is filled where the document refers to it, with what is
//! known there, and numbered in the order of the references. LibreOffice 7.4 gives the nth reference the nth note by its id.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use huibian_docx::Unusable;

use crate::mend::{changed, replace};
use crate::part::Part;
use crate::story::Story;

/// What refers to a note, the root of the part with the notes, and a note in it.
#[derive(Debug)]
pub struct Kind {
    reference: &'static str,
    root: &'static str,
    note: &'static str,
}

const KINDS: [Kind; 2] = [
    Kind { reference: "footnoteReference", root: "footnotes", note: "footnote" },
    Kind { reference: "endnoteReference", root: "endnotes", note: "endnote" },
];

/// Bytes that the notes of all references come to at most: each has a note of its own, even where a file names one twice.
const MOST_BYTES: usize = 64 << 20;

/// The notes of a part, which are filled where the document refers to them.
pub struct Notes {
    /// The part, by its number among those with words.
    pub story: usize,
    /// What they are.
    pub kind: &'static Kind,
    /// The elements of the notes, in order; lines that part them from the text are none.
    pub elements: Vec<usize>,
}

/// Where a document refers to a note.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// Its element.
    pub element: usize,
    /// The byte behind it.
    pub end: usize,
    /// The notes among which it is, by their number.
    pub notes: usize,
    /// The note's element; none where there is no such note.
    pub note: Option<usize>,
}

/// The notes that are filled where a document refers to them.
#[derive(Default)]
pub struct Woven {
    /// A part each.
    pub notes: Vec<Notes>,
    /// All references to them, in order.
    pub references: Vec<Reference>,
    /// References of the document to notes that the file has not, by their elements.
    pub lost: Vec<usize>,
}

impl Woven {
    /// Those of a package, the document first. Notes that come out as they are stay where they stand.
    ///
    /// # Errors
    /// `large` where references to the same notes would make too much of them.
    pub fn of(stories: &[Story<'_>]) -> Result<Self, Unusable> {
        let mut woven = Self::default();
        let Some((document, others)) = stories.split_first() else { return Ok(woven) };
        let has_part = |kind: &&Kind| others.iter().any(|story| story.part.elements[0].name == kind.root);
        for kind in KINDS.iter().filter(|kind| !has_part(kind)) {
            woven.lost.extend(kind.references(&document.part).into_iter().map(|(_, element)| element));
        }
        for (story, found) in (1..).zip(others) {
            let root = found.part.elements[0].name;
            let Some(kind) = KINDS.iter().find(|kind| kind.root == root) else { continue };
            let (known, own) = (kind.notes(&found.part), kind.references(&document.part));
            let is_touched = document.has_blocks() || !found.tags.is_empty();
            let are_as_they_come =
                || known.iter().map(|(id, _)| id).eq(own.iter().map(|(id, _)| id)) && ascend(&known);
            if own.is_empty() || !is_touched && are_as_they_come() {
                continue;
            }
            let by_id: BTreeMap<&str, usize> = known.iter().map(|(id, at)| (id.as_str(), *at)).collect();
            let notes = woven.notes.len();
            for (id, element) in &own {
                let end = document.part.elements[*element].range.end;
                let note = by_id.get(id.as_str()).copied();
                woven.lost.extend(note.is_none().then_some(*element));
                woven.references.push(Reference { element: *element, end, notes, note });
            }
            woven.notes.push(Notes { story, kind, elements: known.into_iter().map(|(_, at)| at).collect() });
        }
        woven.references.sort_by_key(|reference| reference.end);
        let length = |reference: &Reference| {
            let part = &stories[woven.notes[reference.notes].story].part;
            reference.note.map_or(0, |note| part.elements[note].range.len())
        };
        if woven.references.iter().map(length).sum::<usize>() > MOST_BYTES {
            return Err(Unusable::new("large", document.name));
        }
        Ok(woven)
    }

    /// The notes of a part, by its number among those with words.
    pub fn of_story(&self, story: usize) -> Option<&Notes> {
        self.notes.iter().find(|notes| notes.story == story)
    }

    /// The paragraphs of a story that are written where the document refers to their notes: those of notes with tags.
    pub fn moved(&self, stories: &[Story<'_>], story: usize) -> BTreeSet<usize> {
        let notes = self.of_story(story).map_or(&[][..], |notes| &notes.elements);
        let with_tags = notes.iter().filter(|note| !stories[story].tags_in(**note).is_empty());
        with_tags.flat_map(|note| stories[story].paragraphs_in(*note)).collect()
    }

    /// The references to notes with tags by the paragraphs that they stand in, each with its place in the words.
    pub fn by_paragraph(&self, stories: &[Story<'_>]) -> BTreeMap<usize, Vec<(usize, Reference)>> {
        let mut found: BTreeMap<usize, Vec<(usize, Reference)>> = BTreeMap::new();
        let Some(Story { part, paragraphs, .. }) = stories.first() else { return found };
        for reference in &self.references {
            let notes = &stories[self.notes[reference.notes].story];
            if reference.note.is_none_or(|note| notes.tags_in(note).is_empty()) {
                continue;
            }
            let mut around = part.ancestors(reference.element);
            let own = around.find_map(|at| paragraphs.binary_search_by_key(&at, |one| one.element).ok());
            let Some(own) = own else { continue };
            let segments = &paragraphs[own].segments;
            let before = segments.partition_point(|segment| segment.element < reference.element);
            let place = segments[..before].last().map_or(0, |segment| segment.text.end);
            found.entry(own).or_default().push((place, *reference));
        }
        found
    }

    /// The bytes of a document between its references.
    pub fn between(&self, length: usize) -> Vec<Range<usize>> {
        let ends = || self.references.iter().map(|reference| reference.end);
        let starts = std::iter::once(0).chain(ends());
        starts.zip(ends().chain([length])).map(|(start, end)| start..end).collect()
    }
}

impl Notes {
    /// The bytes of each note.
    pub fn stretches(&self, part: &Part<'_>) -> Vec<Range<usize>> {
        self.elements.iter().map(|note| part.elements[*note].range.clone()).collect()
    }

    /// What stands before the first note, and behind it but for all notes.
    pub fn around(&self, part: &Part<'_>) -> (String, String) {
        let mut stretches = self.stretches(part).into_iter();
        let first = stretches.next().unwrap_or(part.elements[0].inner.end..part.elements[0].inner.end);
        let (mut tail, mut at) = (String::new(), first.end);
        for note in stretches {
            tail.push_str(&part.xml[at..note.start]);
            at = note.end;
        }
        tail.push_str(&part.xml[at..]);
        (part.xml[..first.start].to_owned(), tail)
    }
}

impl Kind {
    /// The notes of a part by their ids, in order.
    fn notes(&self, part: &Part<'_>) -> Vec<(String, usize)> {
        let notes = part.elements[0].children.iter().filter(|at| {
            let is_plain = || part.attribute(**at, "type").is_none_or(|kind| kind == "normal");
            part.elements[**at].name == self.note && is_plain()
        });
        notes.filter_map(|at| Some((part.attribute(*at, "id")?, *at))).collect()
    }

    /// The ids of the notes that a document refers to, with the references.
    fn references(&self, part: &Part<'_>) -> Vec<(String, usize)> {
        let found = (0..part.elements.len()).filter(|at| part.elements[*at].name == self.reference);
        found.filter_map(|at| Some((part.attribute(at, "id")?, at))).collect()
    }

    /// A note that says nothing, for a reference to none.
    pub fn empty(&self, prefix: &str) -> String {
        let (p, note) = (prefix, self.note);
        let id = if p.is_empty() { "w:id" } else { &format!("{p}id") };
        format!(r#"<{p}{note} {id}="0"><{p}p/></{p}{note}>"#)
    }

    /// A document and its notes, which stand in the order of its references, with numbers in that order.
    pub fn numbered(&self, document: &str, notes: &str) -> Option<(String, String)> {
        let (part, all) = (Part::read_made(document).ok()?, Part::read_made(notes).ok()?);
        let own = self.notes(&all);
        let is_own = |at: &usize| own.binary_search_by_key(at, |(_, own)| *own).is_ok();
        let lines = all.elements[0].children.iter().filter(|at| !is_own(at));
        let known = lines.filter_map(|at| all.attribute(*at, "id")?.parse::<i64>().ok());
        let first = known.fold(0, i64::max).checked_add(1)?;
        let references = (0..part.elements.len()).filter(|at| part.elements[*at].name == self.reference);
        let (mut in_document, mut in_notes) = (Vec::new(), Vec::new());
        for ((id, reference), (_, note)) in (first..).zip(references).zip(own) {
            replace(&part, reference, "id", &id.to_string(), &mut in_document);
            replace(&all, note, "id", &id.to_string(), &mut in_notes);
        }
        Some((changed(document, in_document), changed(notes, in_notes)))
    }
}

/// Whether ids become greater.
fn ascend(notes: &[(String, usize)]) -> bool {
    notes.iter().map(|(id, _)| id.parse::<i64>().ok()).is_sorted_by(|one, next| one.is_some() && one < next)
}
