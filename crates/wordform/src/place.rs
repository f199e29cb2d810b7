//! Where tags take effect. A value stands where it is written. The tags of a block stand around what the block says: pieces of
//! a paragraph, paragraphs, rows or cells of a table, whichever is the smallest that has all of them; what holds nothing but
//! such tags goes away with them.

use std::collections::{BTreeMap, BTreeSet};

use crate::part::Part;
use crate::story::Story;
use crate::tag::{Does, Tag, blocks};

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

/// Why a block cannot be where it stands: the number of its tag, and a reason of T026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// The tag.
    pub tag: usize,
    /// `crossed` where it begins inside something that it does not end in, `cut` where that is a field, `cells` where its row would
    /// have another number of cells than others.
    pub reason: &'static str,
}

impl Misplaced {
    fn crossed(tag: usize) -> Self {
        Self { tag, reason: "crossed" }
    }
}

/// What of a part there is beside its properties: words, things and tags, by their places.
struct Content {
    items: Vec<(usize, Option<usize>)>,
    /// Which of them each tag is.
    of_tag: Vec<usize>,
}

/// Elements of a run that are seen, beside words.
const THINGS: [&str; 15] = [
    "drawing",
    "pict",
    "object",
    "sym",
    "fldChar",
    "instrText",
    "footnoteReference",
    "endnoteReference",
    "footnoteRef",
    "endnoteRef",
    "ptab",
    "pgNum",
    "fldSimple",
    "dayShort",
    "control",
];

/// Where each tag takes effect.
///
/// # Errors
/// [`Misplaced`], for each block once.
pub fn places(story: &Story<'_>) -> Result<Vec<Place>, Vec<Misplaced>> {
    let Story { part, paragraphs, tags, .. } = story;
    let content = Content::of(story);
    // The element that each tag takes effect at: the run it stands in, or what goes with it, whole.
    let mut at: Vec<usize> = tags.iter().map(|tag| tag.run).collect();
    let all = blocks(tags);
    let mut of_block: Vec<Option<usize>> = vec![None; tags.len()];
    let mut of_cells: Vec<(usize, usize)> = Vec::new();
    for (number, block) in all.iter().enumerate() {
        let container = container(part, tags, block);
        for tag in block {
            of_block[*tag] = Some(number);
            at[*tag] = below(part, tags[*tag].run, container);
        }
        if part.elements[container].name == "tr" && !whole_row(part, block, container, &mut at) {
            of_cells.push((container, block[0]));
        }
    }
    let mut misplaced = uneven_rows(part, tags, &of_cells);
    misplaced.extend(parted_fields(part, tags, &all));
    let mut places = Vec::with_capacity(tags.len());
    for (index, tag) in tags.iter().enumerate() {
        let paragraph = paragraphs[tag.paragraph].element;
        places.push(if of_block[index].is_some() {
            branch(part, &content, tags, &at, index).unwrap_or_else(|found| {
                misplaced.push(found);
                Place::InRun
            })
        } else {
            let (before, behind) = content.around(part, &at, index, paragraph);
            let is_alone = !before && !behind;
            match tag.does {
                Does::Comment if is_alone && !ends_section(part, paragraph) => Place::Instead(paragraph),
                Does::Value if is_alone && is_block(&tag.written) => Place::Instead(paragraph),
                Does::Value => Place::InWords,
                _ => Place::InRun,
            }
        });
    }
    let mut told = BTreeSet::new();
    misplaced.retain(|found| told.insert(of_block[found.tag]));
    if misplaced.is_empty() { Ok(places) } else { Err(misplaced) }
}

/// Whether what a tag says is paragraphs where it stands alone.
fn is_block(written: &str) -> bool {
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
) -> Result<Place, Misplaced> {
    let element = at[index];
    if element == tags[index].run {
        return Ok(Place::InRun);
    }
    if part.elements[element].name == "r" {
        return Err(Misplaced::crossed(index));
    }
    match content.around(part, at, index, element) {
        (false, false) if ends_section(part, element) => Ok(Place::Before(element)),
        (false, false) => Ok(Place::Instead(element)),
        (false, true) => Ok(Place::Before(element)),
        (true, false) => Ok(Place::Behind(element)),
        (true, true) => Err(Misplaced::crossed(index)),
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

/// A block from a row's first cell to its last is about the row; cells around it that go on from the row above count for nothing.
fn whole_row(part: &Part<'_>, block: &[usize], row: usize, at: &mut [usize]) -> bool {
    let (Some(open), Some(close)) = (block.first(), block.last()) else { return false };
    let mut is_inside = false;
    for cell in part.elements[row].children.iter().filter(|cell| is_cell(part, **cell)) {
        is_inside |= *cell == at[*open];
        if !is_inside && !goes_on(part, *cell) {
            return false;
        }
        is_inside &= *cell != at[*close];
    }
    block.iter().for_each(|tag| at[*tag] = row);
    true
}

/// Whether a cell is the one above, which goes on.
fn goes_on(part: &Part<'_>, cell: usize) -> bool {
    let merge = part.child(cell, "tcPr").and_then(|properties| part.child(properties, "vMerge"));
    merge.is_some_and(|merge| part.attribute(merge, "val").is_none_or(|said| said != "restart"))
}

/// Blocks about some cells of a row, by their rows and the tags that open them, are the same in all rows of the table: in others
/// the row would have more or fewer cells.
fn uneven_rows(part: &Part<'_>, tags: &[Tag], of_cells: &[(usize, usize)]) -> Vec<Misplaced> {
    let mut tables: BTreeMap<usize, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for (row, open) in of_cells {
        let table = part.ancestors(*row).find(|around| part.elements[*around].name == "tbl");
        tables.entry(table.unwrap_or_default()).or_default().entry(*row).or_default().push(*open);
    }
    let mut misplaced = Vec::new();
    for (table, by_row) in tables {
        let said =
            |opens: &Vec<usize>| opens.iter().map(|tag| tags[*tag].written.as_str()).collect::<Vec<_>>();
        let Some(first) = by_row.values().next() else { continue };
        let is_even =
            rows(part, table) == by_row.len() && by_row.values().all(|opens| said(opens) == said(first));
        if !is_even {
            misplaced.push(Misplaced { tag: first[0], reason: "cells" });
        }
    }
    misplaced
}

/// How many rows a table has.
fn rows(part: &Part<'_>, table: usize) -> usize {
    let children = part.elements[table].children.iter();
    let count = children.map(|child| match part.elements[*child].name {
        "tr" => 1,
        "sdt" | "sdtContent" | "customXml" => rows(part, *child),
        _ => 0,
    });
    count.sum()
}

/// Each branch of a block has fields whole or not at all: of a field without its end no program shows what stands behind.
fn parted_fields(part: &Part<'_>, tags: &[Tag], blocks: &[Vec<usize>]) -> Vec<Misplaced> {
    let marks = (0..part.elements.len()).filter(|at| part.elements[*at].name == "fldChar");
    let marks = marks
        .map(|at| (part.elements[at].range.start, part.attribute(at, "fldCharType").unwrap_or_default()));
    let marks: Vec<(usize, String)> = marks.collect();
    let before = |tag: usize| marks.partition_point(|(byte, _)| *byte < tags[tag].start);
    let is_parted = |branch: &&[usize]| {
        let mut depth = 0_usize;
        for (_, mark) in &marks[before(branch[0])..before(branch[1])] {
            match (mark.as_str(), depth) {
                ("begin", _) => depth += 1,
                (_, 0) => return true,
                ("end", _) => depth -= 1,
                _ => {}
            }
        }
        depth > 0
    };
    let parted = blocks.iter().flat_map(|block| block.windows(2)).filter(is_parted);
    parted.map(|branch| Misplaced { tag: branch[0], reason: "cut" }).collect()
}

fn is_cell(part: &Part<'_>, element: usize) -> bool {
    matches!(part.elements[element].name, "tc" | "sdt" | "customXml")
}

impl Content {
    fn of(story: &Story<'_>) -> Self {
        let Story { part, paragraphs, tags, by_paragraph, .. } = story;
        let mut items: Vec<(usize, Option<usize>)> = Vec::new();
        for (index, tag) in tags.iter().enumerate() {
            items.push((tag.start, Some(index)));
        }
        for (paragraph, own) in paragraphs.iter().zip(by_paragraph) {
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
