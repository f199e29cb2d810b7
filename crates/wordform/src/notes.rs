//! Footnotes and endnotes that a loop repeats: each reference has a note of its own, as Word numbers and shows them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use huibian_docx::{PackageParts, Stories, part_text, xml};

use crate::mend::{changed, replace, with_own_ids};
use crate::part::Part;
use crate::template::WordTemplate;
use crate::write::Filled;

/// What refers to notes, the root of their part, and a note in it.
const KINDS: [(&str, &str, &str); 2] =
    [("footnoteReference", "footnotes", "footnote"), ("endnoteReference", "endnotes", "endnote")];

/// Bytes that the copies of notes come to at most; further references are to the note that there is.
const MOST_BYTES: usize = 64 << 20;

/// The parts with the notes that a document refers to, each with its place in [`KINDS`].
pub fn note_parts(parts: &PackageParts, found: &Stories) -> BTreeMap<usize, String> {
    let text = |name: &str| part_text(parts, name).unwrap_or_default();
    let document = text(&found.document);
    let mut notes = BTreeMap::new();
    for name in found.others.iter().filter(|name| !found.headers.contains(*name)) {
        let Ok(part) = Part::read(name, text(name)) else { continue };
        let kind = KINDS.iter().position(|(_, root, _)| part.elements[0].name == *root);
        if let Some(kind) = kind.filter(|kind| document.contains(KINDS[*kind].0)) {
            notes.insert(kind, name.clone());
        }
    }
    notes
}

/// Filled parts, the document first, in which no two references are to one note.
pub fn with_own_notes<'t>(template: &'t WordTemplate, mut filled: Vec<Filled<'t>>) -> Vec<Filled<'t>> {
    for (kind, name) in &template.notes {
        let known = filled.iter().position(|part| part.name == name);
        let notes = match known {
            Some(at) => filled[at].xml.as_str(),
            None => part_text(&template.constant, name).unwrap_or_default(),
        };
        let Some((document, notes)) =
            filled.first().and_then(|document| parted(&document.xml, notes, KINDS[*kind]))
        else {
            continue;
        };
        filled[0].xml = document;
        match known {
            Some(at) => filled[at].xml = notes,
            None => filled.push(Filled { name, xml: notes }),
        }
    }
    filled
}

/// A document and its notes with a copy of a note for each further reference to it; nothing where there is none.
fn parted(document: &str, notes: &str, kind: (&str, &str, &str)) -> Option<(String, String)> {
    let (reference, _, note) = kind;
    document.matches(reference).nth(1)?;
    let (part, all) = (Part::read_made(document).ok()?, Part::read_made(notes).ok()?);
    let own: BTreeMap<String, usize> = (0..all.elements.len())
        .filter(|index| all.elements[*index].name == note)
        .filter_map(|index| Some((all.attribute(index, "id")?, index)))
        .collect();
    let mut last = own.keys().filter_map(|id| id.parse::<i64>().ok()).max().unwrap_or_default();
    let (mut seen, mut changes) = (BTreeSet::new(), Vec::new());
    let mut copies = String::new();
    for index in (0..part.elements.len()).filter(|index| part.elements[*index].name == reference) {
        let Some(id) = part.attribute(index, "id") else { continue };
        let Some(note) = own.get(&id).filter(|_| !seen.insert(id.clone())) else { continue };
        if copies.len() + all.elements[*note].range.len() > MOST_BYTES {
            break;
        }
        let Some(next) = last.checked_add(1) else { break };
        last = next;
        replace(&part, index, "id", &last.to_string(), &mut changes);
        copies += &copy(&all, *note, last);
    }
    if copies.is_empty() {
        return None;
    }
    let notes = with_own_ids(&xml::with_last(notes, &copies));
    Some((changed(document, changes), notes))
}

/// A note's XML under another id.
fn copy(notes: &Part<'_>, note: usize, id: i64) -> String {
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    replace(notes, note, "id", &id.to_string(), &mut changes);
    let range = notes.elements[note].range.clone();
    let moved = |(at, put): (Range<usize>, String)| (at.start - range.start..at.end - range.start, put);
    changed(notes.text(note), changes.into_iter().map(moved).collect())
}
