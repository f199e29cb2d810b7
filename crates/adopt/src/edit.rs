//! A Word document changed at the words of its paragraphs: what is put in keeps the face of what it stands for, and all else
//! stays byte for byte.

use std::fmt::Write;
use std::ops::Range;

use huibian_docx::{Unusable, xml};
use huibian_wordform::control::ControlMap;
use huibian_wordform::paragraph::{Paragraph, paragraphs};
use huibian_wordform::part::Part;

/// What is put into a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// Words.
    Words(String),
    /// A content control that asks for something, with what a reader sees of it.
    Control(String, String),
}

/// What a paragraph has instead of a stretch of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The stretch of its words.
    pub range: Range<usize>,
    /// What comes instead.
    pub puts: Vec<Put>,
}

/// What becomes of whole paragraphs, or the table rows that they stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Around {
    /// They stand in a content control that says this.
    Control(String),
    /// They are not there.
    Gone,
}

/// A change of paragraphs, or of the rows around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// Whether the row around it is meant.
    pub is_row: bool,
    /// What becomes of it.
    pub around: Around,
}

/// What is changed in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Within paragraphs.
    pub edits: Vec<Edit>,
    /// Of whole paragraphs and rows.
    pub wraps: Vec<Wrap>,
    /// Paragraphs of another document that go in behind one of this; none for the beginning.
    pub inserts: Vec<(Option<usize>, String)>,
}

/// A part without what was deleted, with what was inserted: as it reads once its changes are accepted.
///
/// # Errors
/// [`Unusable`] for what is no XML.
pub fn accepted(name: &str, text: &str) -> Result<String, Unusable> {
    const GONE: [&str; 8] = [
        "del",
        "moveFrom",
        "rPrChange",
        "pPrChange",
        "proofErr",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "sectPrChange",
    ];
    let part = Part::read(name, text)?;
    let mut cuts: Vec<Range<usize>> = Vec::new();
    for (index, element) in part.elements.iter().enumerate() {
        if cuts.last().is_some_and(|cut| element.range.start < cut.end && cut.contains(&element.range.start))
        {
            continue;
        }
        let in_properties =
            element.parent.is_some_and(|parent| matches!(part.elements[parent].name, "rPr" | "trPr"));
        if GONE.contains(&element.name) || in_properties && element.name == "ins" {
            cuts.push(element.range.clone());
        } else if matches!(element.name, "ins" | "moveTo") && !element.inner.is_empty() {
            cuts.push(element.range.start..element.inner.start);
            cuts.push(element.inner.end..element.range.end);
            let _ = index;
        }
    }
    cuts.sort_by_key(|cut| cut.start);
    let (mut kept, mut at) = (String::with_capacity(text.len()), 0);
    for cut in cuts {
        if cut.start >= at {
            kept.push_str(&text[at..cut.start]);
            at = cut.end;
        }
    }
    kept.push_str(&text[at..]);
    Ok(kept)
}

/// The words of each paragraph of a part.
///
/// # Errors
/// [`Unusable`] for what is no XML.
pub fn words(name: &str, text: &str) -> Result<Vec<String>, Unusable> {
    let part = Part::read(name, text)?;
    Ok(paragraphs(&part).into_iter().map(|paragraph| paragraph.text).collect())
}

/// The part with changes.
///
/// # Errors
/// [`Unusable`] for what is no XML.
pub fn changed(name: &str, text: &str, changes: &Changes, map: &mut ControlMap) -> Result<String, Unusable> {
    let part = Part::read(name, text)?;
    let all = paragraphs(&part);
    let mut editor = Editor { part: &part, cuts: Vec::new() };
    for edit in &changes.edits {
        if let Some(paragraph) = all.get(edit.paragraph) {
            editor.edit(paragraph, edit, map);
        }
    }
    for wrap in &changes.wraps {
        let Some(paragraph) = all.get(wrap.paragraph) else { continue };
        let row = part.ancestors(paragraph.element).find(|at| part.elements[*at].name == "tr");
        let element = if wrap.is_row { row.unwrap_or(paragraph.element) } else { paragraph.element };
        editor.wrap(element, &wrap.around, map);
    }
    for (behind, insert) in &changes.inserts {
        let at = match behind.and_then(|behind| all.get(behind)) {
            Some(paragraph) => {
                // Behind the table, where it stands in one.
                let table =
                    part.ancestors(paragraph.element).filter(|at| part.elements[*at].name == "tbl").last();
                part.elements[table.unwrap_or(paragraph.element)].range.end
            }
            None => {
                part.elements.iter().find(|element| element.name == "body").map_or(0, |body| body.inner.start)
            }
        };
        // Behind what wraps the paragraph before, and before what wraps the one behind.
        editor.cuts.push((at..at, 1, insert.clone()));
    }
    Ok(editor.finished())
}

struct Editor<'e> {
    part: &'e Part<'e>,
    /// Bytes that something else stands for; of those at one place the lower goes first.
    cuts: Vec<(Range<usize>, u8, String)>,
}

impl Editor<'_> {
    fn edit(&mut self, paragraph: &Paragraph, edit: &Edit, map: &mut ControlMap) {
        let (start, end) = (edit.range.start, edit.range.end);
        let overlaps = |text: &Range<usize>| text.start < end && start < text.end;
        let texts = || paragraph.segments.iter().filter(|segment| segment.is_text);
        let first = texts()
            .find(|segment| overlaps(&segment.text))
            .or_else(|| texts().find(|segment| segment.text.start <= start && start <= segment.text.end))
            .or_else(|| texts().find(|segment| segment.text.start >= start))
            .or_else(|| texts().next_back());
        let Some(first) = first else { return };
        for segment in paragraph.segments.iter().filter(|segment| overlaps(&segment.text)) {
            if segment.is_text {
                let (from, to) = (segment.text.start.max(start), segment.text.end.min(end));
                self.cuts.push((segment.byte(from)..segment.byte(to), 1, String::new()));
            } else {
                self.cuts.push((self.part.elements[segment.element].range.clone(), 1, String::new()));
            }
        }
        let at = segment_byte(first, start);
        let properties = self.part.child(first.run, "rPr").map(|at| self.part.text(at)).unwrap_or_default();
        let p = &self.part.prefix;
        let mut put = format!("</{p}t></{p}r>");
        for one in &edit.puts {
            match one {
                Put::Words(words) => {
                    let words = xml::escaped(words);
                    let _ =
                        write!(put, r#"<{p}r>{properties}<{p}t xml:space="preserve">{words}</{p}t></{p}r>"#);
                }
                Put::Control(says, label) => put.push_str(&self.control(says, label, properties, map)),
            }
        }
        let _ = write!(put, r#"<{p}r>{properties}<{p}t xml:space="preserve">"#);
        self.cuts.push((at..at, 0, put));
        if self.part.attribute(first.element, "space").is_none() {
            let name = self.part.behind_name(first.element);
            let preserve = r#" xml:space="preserve""#.to_owned();
            if !self.cuts.iter().any(|(range, _, text)| *range == (name..name) && *text == preserve) {
                self.cuts.push((name..name, 0, preserve));
            }
        }
    }

    fn control(&self, says: &str, label: &str, properties: &str, map: &mut ControlMap) -> String {
        let p = &self.part.prefix;
        let (tag, label) = (xml::escaped(&map.tag(says)), xml::escaped(label));
        format!(
            concat!(
                r#"<{p}sdt><{p}sdtPr>{r}<{p}alias {p}val="{l}"/><{p}tag {p}val="{t}"/><{p}showingPlcHdr/><{p}text/></{p}sdtPr>"#,
                r#"<{p}sdtContent><{p}r>{r}<{p}t xml:space="preserve">{l}</{p}t></{p}r></{p}sdtContent></{p}sdt>"#,
            ),
            p = p,
            r = properties,
            l = label,
            t = tag
        )
    }

    fn wrap(&mut self, element: usize, around: &Around, map: &mut ControlMap) {
        let range = self.part.elements[element].range.clone();
        let p = &self.part.prefix;
        match around {
            Around::Gone => {
                let is_within = |cut: &Range<usize>| {
                    range.start < cut.start && cut.start < range.end
                        || cut.start == range.start && !cut.is_empty()
                };
                self.cuts.retain(|(cut, ..)| !is_within(cut));
                self.cuts.push((range, 1, String::new()));
            }
            Around::Control(says) => {
                let tag = xml::escaped(&map.tag(says));
                let begin =
                    format!(r#"<{p}sdt><{p}sdtPr><{p}tag {p}val="{tag}"/></{p}sdtPr><{p}sdtContent>"#);
                self.cuts.push((range.start..range.start, 2, begin));
                self.cuts.push((range.end..range.end, 0, format!("</{p}sdtContent></{p}sdt>")));
            }
        }
    }

    fn finished(mut self) -> String {
        self.cuts.sort_by_key(|(range, order, _)| (range.start, *order, range.end));
        let (mut text, mut at) = (String::with_capacity(self.part.xml.len() * 2), 0);
        for (range, _, put) in self.cuts {
            if range.start >= at {
                text.push_str(&self.part.xml[at..range.start]);
                at = range.end;
            }
            at = at.max(range.end);
            text.push_str(&put);
        }
        text.push_str(&self.part.xml[at..]);
        text
    }
}

fn segment_byte(segment: &huibian_wordform::paragraph::Segment, at: usize) -> usize {
    segment.byte(at.clamp(segment.text.start, segment.text.end))
}

/// The XML of paragraphs with changes, to be put into another document of the same kind.
///
/// # Errors
/// [`Unusable`] for what is no XML.
pub fn taken(
    name: &str,
    text: &str,
    paragraph: usize,
    edits: &[Edit],
    around: Option<&str>,
    map: &mut ControlMap,
) -> Result<String, Unusable> {
    let part = Part::read(name, text)?;
    let all = paragraphs(&part);
    let Some(one) = all.get(paragraph) else { return Ok(String::new()) };
    let mut editor = Editor { part: &part, cuts: Vec::new() };
    for edit in edits {
        editor.edit(one, edit, map);
    }
    if let Some(says) = around {
        editor.wrap(one.element, &Around::Control(says.to_owned()), map);
    }
    let range = part.elements[one.element].range.clone();
    let (before, behind) = (range.start, part.xml.len() - range.end);
    let whole = editor.finished();
    Ok(whole[before..whole.len() - behind].to_owned())
}
