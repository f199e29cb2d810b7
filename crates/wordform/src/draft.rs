//! A copy of a file with remarks at its paragraphs, as comments.

use std::fmt::Write;

use huibian_docx::{PackageParts, Unusable, package, part_text, stories, xml};

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
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The parts of the copy. What is said of headers, footers and notes, where no comment can stand, stands at the first
/// paragraph.
///
/// # Errors
/// [`Unusable`] for what is no Word file, and for one whose comments lie where others do not.
pub fn with_remarks(bytes: &[u8], remarks: &[Remark]) -> Result<PackageParts, Unusable> {
    let mut parts = package(bytes)?;
    let found = stories(&parts)?;
    let map = ControlMap::read(&parts);
    let name = found.document;
    let text = part_text(&parts, &name)?.to_owned();
    let part = Part::read(&name, &text)?;
    // The paragraphs are those that are counted: of controls in braces.
    let braced = in_braces(&part, &map);
    let part = match &braced {
        Some(xml) => Part::read(&name, xml)?,
        None => part,
    };
    let mut comments = parts.get(COMMENTS).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let mut next = 900_000 + comments.as_ref().map_or(0, |known| known.matches("comment ").count());
    let counted: Vec<usize> =
        paragraphs(&part).iter().filter(|one| !one.is_fallback).map(|one| one.element).collect();
    let mut said = String::new();
    let mut changes: Vec<(usize, String)> = Vec::new();
    let p = &part.prefix;
    for remark in remarks {
        let at = remark.paragraph.and_then(|number| counted.get(number.checked_sub(1)?));
        let Some(paragraph) = at.or(counted.first()) else { continue };
        let element = &part.elements[*paragraph];
        let start =
            part.child(*paragraph, "pPr").map_or(element.inner.start, |at| part.elements[at].range.end);
        let id = next;
        next += 1;
        if element.inner.start < element.range.end {
            changes.push((start, format!(r#"<{p}commentRangeStart {p}id="{id}"/>"#)));
            let end = format!(
                r#"<{p}commentRangeEnd {p}id="{id}"/><{p}r><{p}commentReference {p}id="{id}"/></{p}r>"#
            );
            changes.push((element.inner.end, end));
        }
        let words = xml::escaped(&remark.words);
        let _ = write!(
            said,
            r#"<w:comment w:id="{id}" w:author="huibian" w:initials="h"><w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:comment>"#
        );
    }
    let commented = changed(part.xml, changes);
    parts.insert(name.clone(), commented.into_bytes());
    let is_new = comments.is_none();
    let all = comments.take().unwrap_or_else(|| format!("{}<w:comments {}></w:comments>", xml::HEAD, xml::W));
    parts.insert(COMMENTS.to_owned(), before_end(&all, &said).into_bytes());
    if is_new {
        declare(&mut parts, &name)?;
    }
    Ok(parts)
}

/// Says that there are comments.
fn declare(parts: &mut PackageParts, document: &str) -> Result<(), Unusable> {
    let (folder, file) = document.rsplit_once('/').unwrap_or(("", document));
    let links =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let text = part_text(parts, TYPES)?.to_owned();
    let own = format!(r#"<Override PartName="/{COMMENTS}" ContentType="{CONTENT}"/>"#);
    parts.insert(TYPES.to_owned(), before_end(&text, &own).into_bytes());
    let empty = concat!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
        "</Relationships>"
    );
    let text = part_text(parts, &links).unwrap_or(empty).to_owned();
    let own = format!(r#"<Relationship Id="rIdRemarks" Type="{KIND}" Target="/{COMMENTS}"/>"#);
    parts.insert(links, before_end(&text, &own).into_bytes());
    Ok(())
}

/// Text with more before its last end.
fn before_end(text: &str, more: &str) -> String {
    let at = text.rfind("</").unwrap_or(text.len());
    [&text[..at], more, &text[at..]].concat()
}

fn changed(xml: &str, mut changes: Vec<(usize, String)>) -> String {
    changes.sort_by_key(|(at, _)| *at);
    let (mut text, mut at) = (String::with_capacity(xml.len() + 200 * changes.len()), 0);
    for (start, put) in changes {
        text.push_str(&xml[at..start]);
        text.push_str(&put);
        at = start;
    }
    text.push_str(&xml[at..]);
    text
}
