//! A copy of a file with remarks at its paragraphs, as comments.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

use huibian_docx::{PackageParts, Stories, Unusable, package, part_text, stories, xml};

use crate::control::{ControlMap, in_braces};
use crate::paragraph::paragraphs;
use crate::part::Part;

/// A remark: the paragraph that it is about, from 1 as [`WordTemplate::source`](crate::WordTemplate::source) counts them, and
/// its words. One of no paragraph is about the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The paragraph.
    pub paragraph: Option<usize>,
    /// What is said.
    pub words: String,
}

const COMMENTS: &str = "word/comments.xml";
const TYPES: &str = "[Content_Types].xml";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
/// Who says remarks: by that they are known when a copy is read again.
const AUTHOR: &str = "huibian";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The parts of the copy. What is said of headers and footers, where no comment can stand, stands at the first paragraph; what
/// is said of a text box at the paragraph that has it. Remarks of an earlier copy are gone.
///
/// # Errors
/// [`Unusable`] for what is no Word file.
pub fn with_remarks(bytes: &[u8], remarks: &[Remark]) -> Result<PackageParts, Unusable> {
    let mut parts = package(bytes)?;
    let found = stories(&parts)?;
    take_away_remarks(&mut parts, &found)?;
    let map = ControlMap::read(&parts);
    let name = found.document;
    let comments = found.comments.unwrap_or_else(|| COMMENTS.to_owned());
    let text = part_text(&parts, &name)?.to_owned();
    let part = Part::read(&name, &text)?;
    // The paragraphs are those that are counted: of controls in braces.
    let braced = in_braces(&part, &map);
    let part = match &braced {
        Some(xml) => Part::read(&name, xml)?,
        None => part,
    };
    let is_new = !parts.contains_key(&comments);
    if is_new {
        parts.insert(comments.clone(), format!("{}<w:comments {}/>", xml::HEAD, xml::W).into_bytes());
    }
    let known = part_text(&parts, &comments)?.to_owned();
    let known = Part::read(&comments, &known)?;
    let own = &known.prefix;
    let mut next = 900_000 + known.elements.iter().filter(|element| element.name == "comment").count();
    let counted: Vec<usize> =
        paragraphs(&part).iter().filter(|one| one.is_counted()).map(|one| one.element).collect();
    let mut said = String::new();
    let mut marks: BTreeMap<usize, (String, String)> = BTreeMap::new();
    let p = &part.prefix;
    // Attributes of words in no prefix have one of their own.
    let prefixed = |prefix: &str| if prefix.is_empty() { "w:".to_owned() } else { prefix.to_owned() };
    let (a, b) = (prefixed(p), prefixed(own));
    for remark in remarks {
        let at = remark.paragraph.and_then(|number| counted.get(number.checked_sub(1)?));
        let Some(paragraph) = at.or(counted.first()) else { continue };
        let id = next;
        next += 1;
        let (begin, end) = marks.entry(outermost(&part, *paragraph)).or_default();
        let _ = write!(begin, r#"<{p}commentRangeStart {a}id="{id}"/>"#);
        let _ = write!(
            end,
            r#"<{p}commentRangeEnd {a}id="{id}"/><{p}r><{p}commentReference {a}id="{id}"/></{p}r>"#
        );
        let words = xml::escaped(&remark.words);
        let _ = write!(
            said,
            concat!(
                r#"<{p}comment {a}id="{id}" {a}author="{author}" {a}initials="h"><{p}p><{p}r>"#,
                r#"<{p}t xml:space="preserve">{words}</{p}t></{p}r></{p}p></{p}comment>"#
            ),
            p = own,
            a = b,
            id = id,
            author = AUTHOR,
            words = words,
        );
    }
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    for (paragraph, (begin, end)) in marks {
        let element = &part.elements[paragraph];
        if element.inner.start == element.range.end {
            let slash = element.range.end - "/>".len();
            changes.push((slash..element.range.end, format!(">{begin}{end}</{p}p>")));
        } else {
            let properties = part.child(paragraph, "pPr").map(|at| part.elements[at].range.end);
            let start = properties.unwrap_or(element.inner.start);
            changes.push((start..start, begin));
            changes.push((element.inner.end..element.inner.end, end));
        }
    }
    let commented = changed(part.xml, changes);
    parts.insert(name.clone(), commented.into_bytes());
    let all = xml::with_last(known.xml, &said);
    parts.insert(comments.clone(), all.into_bytes());
    if is_new {
        declare(&mut parts, &name)?;
    }
    Ok(parts)
}

/// The paragraph around a box that a paragraph stands in; itself where it stands in none.
fn outermost(part: &Part<'_>, paragraph: usize) -> usize {
    part.ancestors(paragraph).filter(|at| part.elements[*at].name == "p").last().unwrap_or(paragraph)
}

/// Takes away what an earlier copy was given: a copy that was mended is a template like any other, and is never remarked upon
/// twice.
///
/// # Errors
/// `xml` for comments that cannot be read.
pub(crate) fn take_away_remarks(parts: &mut PackageParts, found: &Stories) -> Result<(), Unusable> {
    let Some(comments) = &found.comments else { return Ok(()) };
    let text = part_text(parts, comments)?.to_owned();
    if !text.contains(AUTHOR) {
        return Ok(());
    }
    let part = Part::read(comments, &text)?;
    let is_own = |index: &usize| {
        part.elements[*index].name == "comment" && part.attribute(*index, "author").as_deref() == Some(AUTHOR)
    };
    let own: Vec<usize> = (0..part.elements.len()).filter(is_own).collect();
    let ids: BTreeSet<String> = own.iter().filter_map(|index| part.attribute(*index, "id")).collect();
    let gone = own.iter().map(|index| (part.elements[*index].range.clone(), String::new())).collect();
    parts.insert(comments.clone(), changed(part.xml, gone).into_bytes());
    for name in std::iter::once(&found.document).chain(&found.others) {
        let text = part_text(parts, name)?.to_owned();
        let part = Part::read(name, &text)?;
        let gone = marks_of(&part, &ids);
        if !gone.is_empty() {
            parts.insert(name.clone(), changed(part.xml, gone).into_bytes());
        }
    }
    Ok(())
}

/// The marks of comments, and the runs that have nothing else.
fn marks_of(part: &Part<'_>, ids: &BTreeSet<String>) -> Vec<(Range<usize>, String)> {
    let mut marks = Vec::new();
    for (index, element) in part.elements.iter().enumerate() {
        let is_mark = matches!(element.name, "commentRangeStart" | "commentRangeEnd" | "commentReference");
        if !is_mark || !part.attribute(index, "id").is_some_and(|id| ids.contains(&id)) {
            continue;
        }
        let run = element.parent.filter(|run| {
            let others = |child: &usize| *child != index && part.elements[*child].name != "rPr";
            part.elements[*run].name == "r" && !part.elements[*run].children.iter().any(others)
        });
        marks.push((part.elements[run.unwrap_or(index)].range.clone(), String::new()));
    }
    marks
}

/// Says that there are comments.
fn declare(parts: &mut PackageParts, document: &str) -> Result<(), Unusable> {
    let (folder, file) = document.rsplit_once('/').unwrap_or(("", document));
    let links =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let text = part_text(parts, TYPES)?.to_owned();
    let own = format!(r#"<Override PartName="/{COMMENTS}" ContentType="{CONTENT}"/>"#);
    parts.insert(TYPES.to_owned(), xml::with_last(&text, &own).into_bytes());
    let empty = concat!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
        "</Relationships>"
    );
    let text = part_text(parts, &links).unwrap_or(empty).to_owned();
    let own = format!(r#"<Relationship Id="rIdRemarks" Type="{KIND}" Target="/{COMMENTS}"/>"#);
    parts.insert(links, xml::with_last(&text, &own).into_bytes());
    Ok(())
}

fn changed(xml: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| range.start);
    let (mut text, mut at) = (String::with_capacity(xml.len() + 200 * changes.len()), 0);
    for (range, put) in changes {
        text.push_str(&xml[at..range.start]);
        text.push_str(&put);
        at = range.end;
    }
    text.push_str(&xml[at..]);
    text
}
