//! What blocks leave behind, mended: paragraphs with nothing left in them go, a cell keeps one, a table without rows goes, and
//! what is said several times has ids of its own.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;
use std::ops::Range;

use crate::columns::{COLUMN, COLUMN_END, widen};
use crate::cut::{MAY_GO, MAY_JOIN, MAY_PASS_ON, WENT};
use crate::part::Part;
use crate::rounds::{Bookmark, PartRounds, follow};

/// Elements that are seen where they stand alone in a paragraph.
const SEEN: [&str; 14] = [
    "t",
    "tab",
    "br",
    "cr",
    "sym",
    "drawing",
    "pict",
    "object",
    "fldChar",
    "footnoteReference",
    "endnoteReference",
    "footnoteRef",
    "endnoteRef",
    "fldSimple",
];

/// A part's XML as it is to be written; `rounds` are those of loops in which something may name a bookmark.
pub fn mended(xml: &str, prefix: &str, rounds: Option<PartRounds<'_>>) -> String {
    // What was put together out of whole elements can be read; where it cannot, it is handed on as it is.
    const MARKS: [char; 6] = [MAY_GO, MAY_JOIN, MAY_PASS_ON, WENT, COLUMN, COLUMN_END];
    let Ok(part) = Part::read_made(xml) else { return xml.replace(MARKS, "") };
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let (mut empty, mut numbers): (BTreeSet<usize>, Vec<usize>) = Default::default();
    for (index, element) in part.elements.iter().enumerate().filter(|(_, element)| element.name == "p") {
        let mark = part.xml[element.inner.clone()].chars().next();
        let Some(mark) = mark.filter(|c| [MAY_GO, MAY_JOIN, MAY_PASS_ON].contains(c)) else { continue };
        if mark == MAY_PASS_ON {
            numbers.push(index);
            continue;
        }
        let may_go = says_nothing(&part, index)
            && (mark == MAY_GO || end_section_before(&part, index, prefix, &empty, &mut changes));
        if may_go {
            empty.insert(index);
        } else {
            let at = element.inner.start;
            changes.push((at..at + mark.len_utf8(), String::new()));
        }
    }
    let containers = ["tc", "hdr", "ftr", "footnote", "endnote", "txbxContent", "body"];
    for (index, element) in part.elements.iter().enumerate() {
        if containers.contains(&element.name) {
            keep_one(&part, index, prefix, &mut empty, &mut changes);
        } else if element.name == "tbl" && !has_rows(&part, index) {
            changes.push((element.range.clone(), String::new()));
        } else if element.name == "tbl" {
            widen(&part, index, prefix, &mut changes);
        }
    }
    numbers.into_iter().for_each(|number| pass_on(&part, number, &empty, &mut changes));
    for index in &empty {
        changes.push((part.elements[*index].range.clone(), kept_marks(&part, *index) + &WENT.to_string()));
    }
    let bookmarks = own_ids(&part, &mut changes);
    if let Some(rounds) = rounds {
        follow(&part, &bookmarks, rounds, &mut changes);
    }
    with_tables_apart(changed(xml, changes), prefix)
}

/// Two tables are one where they touch: a paragraph stays between them in the stead of what went.
fn with_tables_apart(xml: String, prefix: &str) -> String {
    if !xml.contains(WENT) {
        return xml;
    }
    let (end, start) = (format!("</{prefix}tbl>"), format!("<{prefix}tbl>"));
    let mut pieces = xml.split(WENT).filter(|piece| !piece.trim_ascii().is_empty());
    let mut apart = String::with_capacity(xml.len());
    apart.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        if apart.trim_ascii_end().ends_with(&end) && piece.trim_ascii_start().starts_with(&start) {
            _ = write!(apart, "<{prefix}p/>");
        }
        apart.push_str(piece);
    }
    apart
}

/// Has the paragraph before another end the section that the other ends, if that may be.
fn end_section_before(
    part: &Part<'_>,
    paragraph: usize,
    prefix: &str,
    empty: &BTreeSet<usize>,
    changes: &mut Vec<(Range<usize>, String)>,
) -> bool {
    let section = part.child(paragraph, "pPr").and_then(|properties| part.child(properties, "sectPr"));
    let around = part.elements[paragraph].parent.map(|parent| part.elements[parent].children.as_slice());
    let (Some(section), Some(around)) = (section, around) else { return false };
    let is_left =
        |at: &&usize| matches!(part.elements[**at].name, "p" | "tbl" | "sdt") && !empty.contains(*at);
    let before = &around[..around.partition_point(|at| *at < paragraph)];
    let Some(before) = before.iter().rev().find(is_left).filter(|at| part.elements[**at].name == "p") else {
        return false;
    };
    let section = part.text(section);
    let Some(properties) = part.child(*before, "pPr") else {
        let at = part.elements[*before].inner.start;
        let is_written_empty = at == part.elements[*before].range.end;
        if !is_written_empty {
            changes.push((at..at, format!("<{prefix}pPr>{section}</{prefix}pPr>")));
        }
        return !is_written_empty;
    };
    let element = &part.elements[properties];
    if element.inner.start == element.range.end || part.child(properties, "sectPr").is_some() {
        return false;
    }
    // In the order of the schema nothing but a change that is tracked stands behind.
    let change = part.child(properties, "pPrChange").map(|at| part.elements[at].range.start);
    let at = change.unwrap_or(element.inner.end);
    changes.push((at..at, section.to_owned()));
    true
}

fn says_nothing(part: &Part<'_>, paragraph: usize) -> bool {
    part.inside(paragraph).all(|index| {
        let element = &part.elements[index];
        match element.name {
            "t" => element.inner.is_empty(),
            "tab" if element.parent.is_some_and(|parent| part.elements[parent].name == "tabs") => true,
            name => !SEEN.contains(&name) && element.local != "oMath",
        }
    })
}

/// Has the next paragraph of a note begin with what a paragraph has that says nothing but the note's number, if there is one left.
fn pass_on(
    part: &Part<'_>,
    paragraph: usize,
    empty: &BTreeSet<usize>,
    changes: &mut Vec<(Range<usize>, String)>,
) {
    let own = &part.elements[paragraph];
    // One that has several such tags has several marks.
    let marks = part.xml[own.inner.clone()].chars().take_while(|c| *c == MAY_PASS_ON).count();
    let begins = |at: usize, mark: usize| {
        part.child(at, "pPr").map_or(part.elements[at].inner.start + mark, |at| part.elements[at].range.end)
    };
    let marks = own.inner.start..own.inner.start + marks * MAY_PASS_ON.len_utf8();
    let around = own.parent.map_or(&[][..], |parent| &part.elements[parent].children);
    let mut behind = around.iter().filter(|at| **at > paragraph && !empty.contains(*at));
    let next = behind.next().filter(|at| part.elements[**at].name == "p");
    let next = next.filter(|at| part.elements[**at].inner.start < part.elements[**at].range.end);
    let says_more = part.inside(paragraph).any(|at| match part.elements[at].name {
        "t" => !part.xml[part.elements[at].inner.clone()].trim().is_empty(),
        "tab" | "footnoteRef" | "endnoteRef" => false,
        name => SEEN.contains(&name) || part.elements[at].local == "oMath",
    });
    let Some(next) = next.filter(|_| !says_more) else {
        changes.push((marks, String::new()));
        return;
    };
    let number = part.xml[begins(paragraph, marks.len())..own.inner.end].to_owned();
    let marked = part.xml[part.elements[*next].inner.clone()].starts_with(MAY_GO);
    let at = begins(*next, if marked { MAY_GO.len_utf8() } else { 0 });
    changes.push((own.range.clone(), String::new()));
    changes.push((at..at, number));
}

/// Marks of stretches that begin or end in a paragraph that goes.
fn kept_marks(part: &Part<'_>, paragraph: usize) -> String {
    let marks = part.inside(paragraph).filter(|index| {
        let name = part.elements[*index].name;
        matches!(name, "bookmarkStart" | "bookmarkEnd" | "permStart" | "permEnd")
            || name.starts_with("commentRange")
    });
    marks.map(|index| part.text(index)).collect()
}

/// What has paragraphs ends with one, even if it says nothing; a document may have none.
fn keep_one(
    part: &Part<'_>,
    container: usize,
    prefix: &str,
    empty: &mut BTreeSet<usize>,
    changes: &mut Vec<(Range<usize>, String)>,
) {
    let element = &part.elements[container];
    let left = |child: &&usize| {
        let name = part.elements[**child].name;
        matches!(name, "p" | "tbl" | "sdt" | "customXml") && !empty.contains(child)
    };
    let last = element.children.iter().rev().find(left).map(|last| part.elements[*last].name);
    let is_enough = match (element.name, last) {
        ("body", found) => found.is_some() || element.children.is_empty(),
        (_, Some(name)) => name != "tbl",
        (_, None) => false,
    };
    if is_enough {
        return;
    }
    let spare = element.children.iter().rev().find(|child| empty.contains(child)).copied();
    if let Some(spare) = spare.filter(|_| last.is_none()) {
        empty.remove(&spare);
        let at = part.elements[spare].inner.start;
        changes.push((at..at + MAY_GO.len_utf8(), String::new()));
    } else {
        let section = element.children.iter().find(|child| part.elements[**child].name == "sectPr");
        let at = section.map_or(element.inner.end, |section| part.elements[*section].range.start);
        changes.push((at..at, format!("<{prefix}p/>")));
    }
}

fn has_rows(part: &Part<'_>, table: usize) -> bool {
    part.elements[table]
        .children
        .iter()
        .any(|child| matches!(part.elements[*child].name, "tr" | "sdt" | "customXml"))
}

/// Ids and names that stand once in a document, where a loop has said them several times: bookmarks, permissions, drawings,
/// controls, paragraphs. A comment is on what the loop says first, and on
/// a stretch of it where both ends are left. The bookmarks.
fn own_ids(part: &Part<'_>, changes: &mut Vec<(Range<usize>, String)>) -> Vec<Bookmark> {
    let mut bookmarks = Vec::new();
    let mut seen: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mut open: BTreeMap<(&str, String), VecDeque<String>> = BTreeMap::new();
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut next = part.elements.len() + 1_000_000;
    for (index, element) in part.elements.iter().enumerate() {
        let kind = match (element.name, element.local) {
            ("bookmarkStart", _) => "bookmark",
            ("bookmarkEnd", _) => "bookmarkEnd",
            ("permStart", _) => "permission",
            ("permEnd", _) => "permissionEnd",
            ("commentRangeStart" | "commentRangeEnd" | "commentReference", name) => name,
            ("", "docPr") => "drawing",
            ("id", _) if element.parent.is_some_and(|parent| part.elements[parent].name == "sdtPr") => {
                "control"
            }
            ("p" | "tr", _) => "paragraph",
            _ => continue,
        };
        let attribute = match kind {
            "control" => "val",
            "paragraph" => "paraId",
            _ => "id",
        };
        let Some(id) = part.attribute(index, attribute) else { continue };
        if let Some(begun) =
            kind.strip_suffix("End").filter(|begun| matches!(*begun, "bookmark" | "permission"))
        {
            if let Some(new) = open.get_mut(&(begun, id)).and_then(VecDeque::pop_front) {
                replace(part, index, attribute, &new, changes);
            }
            continue;
        }
        let times = seen.entry((kind, id.clone())).or_default();
        *times += 1;
        if *times == 1 {
            if matches!(kind, "bookmark" | "permission") {
                open.entry((kind, id.clone())).or_default().push_back(id);
            }
            if kind == "bookmark"
                && let Some(name) = part.attribute(index, "name")
            {
                names.insert(name.clone());
                bookmarks.push(Bookmark { at: element.range.start, own: name.clone(), name });
            }
            continue;
        }
        let times = *times;
        next += 1;
        match kind {
            kind if kind.starts_with("comment") => {
                changes.push((element.range.clone(), String::new()));
                continue;
            }
            "paragraph" => replace(part, index, attribute, &format!("{:08X}", next % 0x7FFF_FFFF), changes),
            _ => replace(part, index, attribute, &next.to_string(), changes),
        }
        if matches!(kind, "bookmark" | "permission") {
            open.entry((kind, id)).or_default().push_back(next.to_string());
        }
        if kind == "bookmark"
            && let Some(name) = part.attribute(index, "name")
        {
            let own = own_name(&name, times, &mut names);
            replace(part, index, "name", &own, changes);
            bookmarks.push(Bookmark { at: element.range.start, name, own });
        }
    }
    for (index, element) in part.elements.iter().enumerate() {
        let other = match element.name {
            "commentRangeStart" => "commentRangeEnd",
            "commentRangeEnd" => "commentRangeStart",
            _ => continue,
        };
        let is_whole = part.attribute(index, "id").is_none_or(|id| seen.contains_key(&(other, id)));
        if !is_whole {
            changes.push((element.range.clone(), String::new()));
        }
    }
    bookmarks
}

/// Characters that a bookmark's name has at most.
const LONGEST_NAME: usize = 40;

/// A bookmark's name that no other has, for its so manyth copy.
fn own_name(name: &str, times: usize, known: &mut BTreeSet<String>) -> String {
    for number in times.. {
        let number = format!("_{number}");
        let own: String = name.chars().take(LONGEST_NAME - number.len()).chain(number.chars()).collect();
        if known.insert(own.clone()) {
            return own;
        }
    }
    name.to_owned()
}

/// Gives an attribute another value.
pub fn replace(
    part: &Part<'_>,
    index: usize,
    name: &str,
    value: &str,
    changes: &mut Vec<(Range<usize>, String)>,
) {
    let start = part.behind_name(index);
    let element = &part.elements[index];
    let end = part.xml[start..].find('>').map_or(element.range.end, |end| start + end);
    let tag = &part.xml[start..end];
    let mut at = 0;
    while let Some(found) = tag[at..].find(&format!("{name}=")) {
        let before = tag[..at + found].chars().next_back();
        let quote = at + found + name.len() + 1;
        let Some(sign) = tag[quote..].chars().next() else { return };
        let Some(length) = tag[quote + 1..].find(sign) else { return };
        if before.is_some_and(|c| c == ':' || c.is_ascii_whitespace()) {
            let at = start + quote + 1;
            changes.push((at..at + length, value.to_owned()));
            return;
        }
        at = quote + 1 + length;
    }
}

/// The text with all changes; of those inside another one nothing is left.
pub fn changed(xml: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let (mut text, mut at) = (String::with_capacity(xml.len()), 0);
    for (range, put) in changes {
        if range.start < at {
            continue;
        }
        text.push_str(&xml[at..range.start]);
        text.push_str(&put);
        at = range.end;
    }
    text.push_str(&xml[at..]);
    text
}
