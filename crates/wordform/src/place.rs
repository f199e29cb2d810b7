//! Where tags take effect. A value stands where it is written. The tags of a block stand around what the block says: pieces of
//! a paragraph, paragraphs, rows or cells of a table, whichever is the smallest that has all of them; what holds nothing but
//! such tags goes away with them.

use std::collections::BTreeSet;

use crate::paragraph::Paragraph;
use crate::part::Part;
use crate::tag::{Does, Tag, blocks, by_paragraph};

/// Where a tag takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In its run: the run is parted there.
    InRun,
    /// Where it is written, in the words of its run.
    InWords,
    /// Before an element.
    Before(usize),
    /// Behind an element.
    Behind(usize),
    /// In an element's stead.
    Instead(usize),
}

/// That a block begins inside something that it does not end in: the number of the tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossed(pub usize);

/// What of a part there is beside its properties: words, things and tags, by their places.
struct Content {
    items: Vec<(usize, Option<usize>)>,
    /// Which of them each tag is.
    of_tag: Vec<usize>,
}

/// Elements of a run that are seen, beside words.
const THINGS: [&str; 13] = [
    "drawing",
    "pict",
    "object",
    "sym",
    "fldChar",
    "instrText",
    "footnoteReference",
    "endnoteReference",
    "ptab",
    "pgNum",
    "fldSimple",
    "dayShort",
    "control",
];

/// Where each tag takes effect.
///
/// # Errors
/// The tag of a block that stands inside something that another one of its tags does not stand in.
pub fn places(part: &Part<'_>, paragraphs: &[Paragraph], tags: &[Tag]) -> Result<Vec<Place>, Crossed> {
    let content = Content::of(part, paragraphs, tags);
    // The element that each tag takes effect at: the run it stands in, or what goes with it, whole.
    let mut at: Vec<usize> = tags.iter().map(|tag| tag.run).collect();
    let all = blocks(tags);
    let mut is_branch = vec![false; tags.len()];
    for block in &all {
        let container = container(part, tags, block);
        for tag in block {
            is_branch[*tag] = true;
            at[*tag] = below(part, tags[*tag].run, container);
        }
        whole_row(part, block, container, &mut at);
    }
    let mut places = Vec::with_capacity(tags.len());
    for (index, tag) in tags.iter().enumerate() {
        let paragraph = paragraphs[tag.paragraph].element;
        places.push(if is_branch[index] {
            branch(part, &content, tags, &at, index)?
        } else {
            let (before, behind) = content.around(part, &at, index, paragraph);
            let is_alone = !before && !behind;
            match tag.does {
                Does::Comment if is_alone && !ends_section(part, paragraph) => Place::Instead(paragraph),
                Does::Value if is_alone && is_block(&tag.written, tags, index) => Place::Instead(paragraph),
                Does::Value => Place::InWords,
                _ => Place::InRun,
            }
        });
    }
    Ok(places)
}

/// Whether what a tag says is paragraphs where it stands alone.
fn is_block(written: &str, _: &[Tag], _: usize) -> bool {
    let words = written.trim_matches(['{', '}', '~', ' ']);
    let helper = words.split(' ').next().unwrap_or_default();
    matches!(helper, "slot" | "contents" | "table")
}

fn branch(
    part: &Part<'_>,
    content: &Content,
    tags: &[Tag],
    at: &[usize],
    index: usize,
) -> Result<Place, Crossed> {
    let element = at[index];
    if element == tags[index].run {
        return Ok(Place::InRun);
    }
    if part.elements[element].name == "r" {
        return Err(Crossed(index));
    }
    match content.around(part, at, index, element) {
        (false, false) if ends_section(part, element) => Ok(Place::Before(element)),
        (false, false) => Ok(Place::Instead(element)),
        (false, true) => Ok(Place::Before(element)),
        (true, false) => Ok(Place::Behind(element)),
        (true, true) => Err(Crossed(index)),
    }
}

/// Whether a paragraph ends a section, whose pages it describes.
pub fn ends_section(part: &Part<'_>, element: usize) -> bool {
    part.child(element, "pPr").is_some_and(|properties| part.child(properties, "sectPr").is_some())
}

/// The smallest element that has all tags of a block.
fn container(part: &Part<'_>, tags: &[Tag], block: &[usize]) -> usize {
    let mut shared: Vec<usize> = part.ancestors(tags[block[0]].run).collect();
    for tag in &block[1..] {
        let around: BTreeSet<usize> = part.ancestors(tags[*tag].run).collect();
        shared.retain(|element| around.contains(element));
    }
    shared.first().copied().unwrap_or_default()
}

/// The element right below a container in which a run stands.
fn below(part: &Part<'_>, run: usize, container: usize) -> usize {
    let mut element = run;
    for around in part.ancestors(run) {
        if around == container {
            break;
        }
        element = around;
    }
    element
}

/// A block from a row's first cell to its last is about the row.
fn whole_row(part: &Part<'_>, block: &[usize], container: usize, at: &mut [usize]) {
    if part.elements[container].name != "tr" {
        return;
    }
    let mut cells = part.elements[container].children.iter().filter(|cell| is_cell(part, **cell));
    let (first, last) = (cells.next(), cells.next_back());
    let (Some(open), Some(close)) = (block.first(), block.last()) else { return };
    if first == Some(&at[*open]) && last == Some(&at[*close]) {
        block.iter().for_each(|tag| at[*tag] = container);
    }
}

fn is_cell(part: &Part<'_>, element: usize) -> bool {
    matches!(part.elements[element].name, "tc" | "sdt" | "customXml")
}

impl Content {
    fn of(part: &Part<'_>, paragraphs: &[Paragraph], tags: &[Tag]) -> Self {
        let mut items: Vec<(usize, Option<usize>)> = Vec::new();
        for (index, tag) in tags.iter().enumerate() {
            items.push((tag.start, Some(index)));
        }
        for (paragraph, own) in paragraphs.iter().zip(by_paragraph(tags, paragraphs.len())) {
            let mut next = own.iter().map(|tag| &tags[*tag].range).peekable();
            for segment in &paragraph.segments {
                for (at, c) in paragraph.text[segment.text.clone()].char_indices() {
                    let at = segment.text.start + at;
                    while next.next_if(|range| range.end <= at).is_some() {}
                    if !c.is_whitespace() && !next.peek().is_some_and(|range| range.contains(&at)) {
                        items.push((segment.byte(at), None));
                    }
                }
            }
        }
        for element in &part.elements {
            if THINGS.contains(&element.name) || element.local == "oMath" {
                items.push((element.range.start, None));
            }
        }
        items.sort_unstable();
        let mut of_tag = vec![0; tags.len()];
        for (place, (_, item)) in items.iter().enumerate() {
            if let Some(tag) = item {
                of_tag[*tag] = place;
            }
        }
        Self { items, of_tag }
    }

    /// Whether anything stands in an element before a tag, and behind it; tags that take effect outside of the element are
    /// nothing.
    fn around(&self, part: &Part<'_>, at: &[usize], tag: usize, element: usize) -> (bool, bool) {
        let range = &part.elements[element].range;
        let is_seen = |(_, item): &(usize, Option<usize>)| {
            item.is_none_or(|other| {
                let other = &part.elements[at[other]].range;
                other.start > range.start || other.end < range.end
            })
        };
        let own = self.of_tag[tag];
        let start = self.items.partition_point(|(byte, _)| *byte < range.start);
        let end = self.items.partition_point(|(byte, _)| *byte < range.end);
        let before = self.items.get(start..own).is_some_and(|items| items.iter().rev().any(is_seen));
        let behind = self.items.get(own + 1..end).is_some_and(|items| items.iter().any(is_seen));
        (before, behind)
    }
}
