//! A part cut at its tags: constant XML, and between the pieces what each tag puts there.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::columns;
use crate::paragraph::Paragraph;
use crate::part::Part;
use crate::place::{Place, ends_section};
use crate::story::Story;
use crate::tag::{Does, Tag};

/// Stands where a paragraph begins that goes away where nothing is left in it.
pub const MAY_GO: char = '\u{FDDD}';
/// Stands where a paragraph begins that ends a section, which the one before it ends where nothing is left in this one.
pub const MAY_JOIN: char = '\u{FDE8}';
/// Stands where a paragraph begins that has a note's number, which the next one has where no words are left in this one.
pub const MAY_PASS_ON: char = '\u{FDEA}';
/// Stands where a paragraph was that parted what stands before and behind it.
pub const WENT: char = '\u{FDE9}';

/// What stands around a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The properties of the paragraph, as they are written, but for a section that it ends and a page that it begins.
    pub paragraph: String,
    /// That it begins a page, as it is written; empty where it does not.
    pub new_page: String,
    /// The properties of the run.
    pub run: String,
    /// Whether whole paragraphs stand there; else words in a run.
    pub is_block: bool,
    /// Whether a paragraph may end there and another one begin.
    pub may_part: bool,
    /// The paragraph's element.
    pub element: usize,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// What is the same in every document.
    Constant(String),
    /// A tag, by its number.
    Tag(usize, Around),
}

/// What a change puts in.
enum Put {
    Text(String),
    Tag(usize, Around),
}

/// A change of a part's bytes.
struct Change {
    range: Range<usize>,
    /// Of changes at one byte the lower goes first.
    order: usize,
    puts: Vec<Put>,
}

/// Cuts stretches of a part, which do not overlap and stand in order.
pub fn cut(story: &Story<'_>, places: &[Place], stretches: &[Range<usize>]) -> Vec<Vec<Cut>> {
    let Story { part, paragraphs, tags, by_paragraph, .. } = story;
    let (changes, gone, spaced) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut cutter = Cutter { part, paragraphs, tags, places, changes, gone, spaced };
    cutter.take_away_whole();
    cutter.put_beside();
    for (run, own) in cutter.runs(by_paragraph) {
        cutter.run(run, &own);
    }
    cutter.mark_columns();
    cutter.mark_paragraphs();
    cutter.finish(stretches)
}

/// What is put in the stead of a paragraph, with marks on both sides of each tag: what the tag says may be nothing, or be said
/// again.
fn apart(puts: Vec<Put>) -> Vec<Put> {
    let went = || Put::Text(WENT.to_string());
    puts.into_iter().flat_map(|put| [went(), put]).chain([went()]).collect()
}

struct Cutter<'c> {
    part: &'c Part<'c>,
    paragraphs: &'c [Paragraph],
    tags: &'c [Tag],
    places: &'c [Place],
    changes: Vec<Change>,
    /// The bytes of elements that something stands instead of, in order, none in another.
    gone: Vec<Range<usize>>,
    /// Where it was said that spaces are to be kept.
    spaced: BTreeSet<usize>,
}

impl Cutter<'_> {
    fn xml(&self, name: &str) -> String {
        format!("{}{name}", self.part.prefix)
    }

    fn change(&mut self, range: Range<usize>, order: usize, puts: Vec<Put>) {
        self.changes.push(Change { range, order, puts });
    }

    /// What stands around a tag.
    fn around(&self, tag: usize) -> Around {
        let (part, tag) = (self.part, &self.tags[tag]);
        let paragraph = self.paragraphs[tag.paragraph].element;
        let properties = part.child(paragraph, "pPr");
        let mut written = properties.map(|at| part.text(at).to_owned()).unwrap_or_default();
        let own = |name: &str| properties.and_then(|at| part.child(at, name)).map(|at| part.text(at));
        let (section, page) = (own("sectPr"), own("pageBreakBefore").unwrap_or_default());
        for once in section.into_iter().chain((!page.is_empty()).then_some(page)) {
            written = written.replacen(once, "", 1);
        }
        let run = part.child(tag.run, "rPr").map(|at| part.text(at).to_owned()).unwrap_or_default();
        let parent = |at: usize| part.elements[at].parent.unwrap_or_default();
        let is_listed = properties.is_some_and(|at| part.child(at, "numPr").is_some());
        let may_part = parent(tag.run) == paragraph
            && part.elements[parent(paragraph)].name == "body"
            && !is_listed
            && !ends_section(part, paragraph);
        let new_page = page.to_owned();
        Around { paragraph: written, new_page, run, is_block: false, may_part, element: paragraph }
    }

    /// Elements that hold nothing but tags; marks of stretches that begin or end in them are kept, and pages that end there.
    fn take_away_whole(&mut self) {
        let mut whole: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, place) in self.places.iter().enumerate() {
            if let Place::Instead(element) = place {
                whole.entry(*element).or_default().push(index);
            }
        }
        for (element, tags) in whole {
            let mut puts: Vec<(usize, Put)> = Vec::new();
            for inner in self.part.inside(element) {
                let name = self.part.elements[inner].name;
                let is_kept = matches!(name, "bookmarkStart" | "bookmarkEnd" | "permStart" | "permEnd");
                let range = &self.part.elements[inner].range;
                if is_kept || name.starts_with("commentRange") {
                    puts.push((range.start, Put::Text(self.part.xml[range.clone()].to_owned())));
                } else if name == "br" && self.ends_page(element, inner) {
                    let (p, r) = (self.xml("p"), self.xml("r"));
                    let page = format!("<{p}><{r}>{}</{r}></{p}>", self.part.text(inner));
                    puts.push((range.start, Put::Text(page)));
                }
            }
            for tag in &tags {
                let put = match self.tags[*tag].does {
                    Does::Comment => continue,
                    Does::Value => Put::Tag(*tag, Around { is_block: true, ..self.around(*tag) }),
                    _ => Put::Tag(*tag, Around::default()),
                };
                puts.push((self.tags[*tag].start, put));
            }
            puts.sort_by_key(|(byte, _)| *byte);
            let order = tags.first().copied().unwrap_or_default();
            let mut puts: Vec<Put> = puts.into_iter().map(|(_, put)| put).collect();
            if self.part.elements[element].name == "p" {
                puts = apart(puts);
            }
            if ends_section(self.part, element) {
                puts.push(Put::Text(self.bare(element)));
            }
            let range = self.part.elements[element].range.clone();
            if self.gone.last().is_none_or(|last| last.end <= range.start) {
                self.gone.push(range.clone());
            }
            self.change(range, order, puts);
        }
    }

    /// Whether a line break of a paragraph is the end of a page or a column, which is more than a line's.
    fn ends_page(&self, paragraph: usize, line_break: usize) -> bool {
        let kind = self.part.attribute(line_break, "type");
        self.part.elements[paragraph].name == "p" && matches!(kind.as_deref(), Some("page" | "column"))
    }

    /// A paragraph with its properties alone.
    fn bare(&self, paragraph: usize) -> String {
        let name = self.xml("p");
        let properties = self.part.child(paragraph, "pPr").map(|at| self.part.text(at)).unwrap_or_default();
        format!("<{name}>{MAY_JOIN}{properties}</{name}>")
    }

    fn is_gone(&self, byte: usize) -> bool {
        let before = self.gone.partition_point(|range| range.start <= byte);
        before.checked_sub(1).is_some_and(|last| self.gone[last].contains(&byte))
    }

    fn put_beside(&mut self) {
        for (index, place) in self.places.iter().enumerate() {
            let at = match place {
                Place::Before(element) => self.part.elements[*element].range.start,
                Place::Behind(element) => self.part.elements[*element].range.end,
                _ => continue,
            };
            self.change(at..at, index, vec![Put::Tag(index, Around::default())]);
        }
    }

    /// The runs in which any part of a tag stands, with the tags, in the order of the words; `own` are those of each paragraph.
    fn runs(&self, own: &[Vec<usize>]) -> BTreeMap<usize, Vec<usize>> {
        let mut runs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for tag in own.iter().flatten() {
            for segment in self.paragraphs[self.tags[*tag].paragraph].over(&self.tags[*tag].range) {
                let tags = runs.entry(segment.run).or_default();
                if tags.last() != Some(tag) {
                    tags.push(*tag);
                }
            }
        }
        runs.retain(|run, _| !self.is_gone(self.part.elements[*run].range.start));
        runs
    }

    /// The bytes of a tag in a run.
    fn bytes(&self, tag: &Tag, run: usize) -> Vec<Range<usize>> {
        let segments = self.paragraphs[tag.paragraph].over(&tag.range).iter();
        segments
            .filter(|segment| segment.run == run)
            .map(|segment| {
                if !segment.is_text {
                    return self.part.elements[segment.element].range.clone();
                }
                let (start, end) =
                    (tag.range.start.max(segment.text.start), tag.range.end.min(segment.text.end));
                segment.byte(start)..segment.byte(end)
            })
            .collect()
    }

    fn run(&mut self, run: usize, tags: &[usize]) {
        let own = tags.iter().map(|tag| (*tag, self.bytes(&self.tags[*tag], run)));
        let own: Vec<(usize, Vec<Range<usize>>)> = own.collect();
        let kept = self.kept(run, &own);
        let whole = self.part.elements[run].range.clone();
        let begins = |tag: usize| self.tags[tag].run == run && self.places[tag] == Place::InRun;
        let is_said = |tag: usize| self.tags[tag].does != Does::Comment;
        if kept.is_empty() {
            let puts = own.iter().filter(|(tag, _)| begins(*tag) && is_said(*tag));
            let puts: Vec<Put> = puts.map(|(tag, _)| Put::Tag(*tag, Around::default())).collect();
            let order = own.first().map_or(0, |(tag, _)| *tag);
            self.change(whole, order, puts);
            return;
        }
        for (tag, bytes) in own {
            let mut puts = Vec::new();
            let start = self.tags[tag].start;
            let begins_here = self.tags[tag].run == run;
            match self.places[tag] {
                Place::InWords if begins_here => {
                    self.keep_space(tag);
                    puts.push(Put::Tag(tag, self.around(tag)));
                }
                Place::InRun if begins_here && is_said(tag) => {
                    let put = Put::Tag(tag, Around::default());
                    let end = bytes.last().map_or(start, |range| range.end);
                    if kept.iter().all(|byte| *byte >= start) {
                        self.change(whole.start..whole.start, tag, vec![put]);
                    } else if kept.iter().all(|byte| *byte < end) {
                        self.change(whole.end..whole.end, tag, vec![put]);
                    } else {
                        self.keep_space(tag);
                        let (r, t) = (self.xml("r"), self.xml("t"));
                        let properties = self.around(tag).run;
                        puts.push(Put::Text(format!("</{t}></{r}>")));
                        puts.push(put);
                        puts.push(Put::Text(format!(r#"<{r}>{properties}<{t} xml:space="preserve">"#)));
                    }
                }
                _ => {}
            }
            for range in bytes {
                let puts = std::mem::take(&mut puts);
                self.change(range, tag, puts);
            }
        }
    }

    /// The bytes of a run at which something begins that stays in it.
    fn kept(&self, run: usize, own: &[(usize, Vec<Range<usize>>)]) -> Vec<usize> {
        let mut kept = Vec::new();
        for child in &self.part.elements[run].children {
            let element = &self.part.elements[*child];
            let is_words = matches!(element.name, "t" | "tab" | "br" | "cr" | "noBreakHyphen");
            if !is_words && !matches!(element.name, "rPr" | "lastRenderedPageBreak") {
                kept.push(element.range.start);
            }
        }
        let Some(paragraph) = own.first().map(|(tag, _)| &self.paragraphs[self.tags[*tag].paragraph]) else {
            return kept;
        };
        let mut next = own.iter().map(|(tag, _)| &self.tags[*tag].range).peekable();
        for segment in paragraph.of_run(run) {
            for (at, _) in paragraph.text[segment.text.clone()].char_indices() {
                let at = segment.text.start + at;
                while next.next_if(|range| range.end <= at).is_some() {}
                if !next.peek().is_some_and(|range| range.contains(&at)) {
                    let byte = if segment.is_text {
                        segment.byte(at)
                    } else {
                        self.part.elements[segment.element].range.start
                    };
                    kept.push(byte);
                }
            }
        }
        let values =
            own.iter().filter(|(tag, _)| self.tags[*tag].run == run && self.places[*tag] == Place::InWords);
        kept.extend(values.map(|(tag, _)| self.tags[*tag].start));
        kept
    }

    /// Spaces at the edges of the text in which a tag begins are to be kept.
    fn keep_space(&mut self, tag: usize) {
        let (tag, part) = (&self.tags[tag], self.part);
        let Some(segment) = self.paragraphs[tag.paragraph].over(&tag.range).first() else { return };
        let at = part.behind_name(segment.element);
        let is_known = part.attribute(segment.element, "space").is_some();
        if !is_known && self.spaced.insert(at) {
            self.change(at..at, 0, vec![Put::Text(r#" xml:space="preserve""#.to_owned())]);
        }
    }

    /// Marks those paragraphs of which nothing may be left but what they say around blocks.
    fn mark_paragraphs(&mut self) {
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let mut marks = Vec::new();
        let mut mark = |at: usize, mark: char| {
            marks.push(Change { range: at..at, order: 0, puts: vec![Put::Text(mark.to_string())] });
        };
        for (index, tag) in self.tags.iter().enumerate() {
            let own = self.paragraphs[tag.paragraph].element;
            let is_left = match self.places[index] {
                Place::InRun | Place::InWords => true,
                Place::Before(element) => element != own || ends_section(self.part, own),
                Place::Behind(element) => element != own,
                Place::Instead(_) => false,
            };
            if tag.may_say_nothing() && is_left {
                found.insert(own);
            } else if self.places[index] == Place::Behind(own) && self.has_number(own) {
                mark(self.part.elements[own].inner.start, MAY_PASS_ON);
            }
        }
        for paragraph in found {
            let element = &self.part.elements[paragraph];
            if !self.is_gone(element.range.start) {
                let is_end = ends_section(self.part, paragraph);
                mark(element.inner.start, if is_end { MAY_JOIN } else { MAY_GO });
            }
        }
        // Of what is put in at a byte they are the first.
        self.changes.splice(0..0, marks);
    }

    /// Whether a note's number stands in a paragraph.
    fn has_number(&self, paragraph: usize) -> bool {
        let name = |at: usize| self.part.elements[at].name;
        self.part.inside(paragraph).any(|at| matches!(name(at), "footnoteRef" | "endnoteRef"))
    }

    /// Marks the grids and the cells of tables in which blocks are about cells.
    fn mark_columns(&mut self) {
        let of_cell = |place: &Place| match place {
            Place::Before(at) | Place::Behind(at) | Place::Instead(at) => {
                let row = self.part.elements[*at].parent?;
                let is_row = self.part.elements[row].name == "tr";
                self.part.ancestors(row).find(|at| is_row && self.part.elements[*at].name == "tbl")
            }
            Place::InRun | Place::InWords => None,
        };
        let tables: BTreeSet<usize> = self.places.iter().filter_map(of_cell).collect();
        let marks = tables.into_iter().flat_map(|table| columns::marks(self.part, table));
        let change = |(at, mark)| Change { range: at..at, order: 0, puts: vec![Put::Text(mark)] };
        let marks: Vec<Change> = marks.map(change).collect();
        self.changes.splice(0..0, marks);
    }

    fn finish(mut self, stretches: &[Range<usize>]) -> Vec<Vec<Cut>> {
        // Stable: what was put in first at a byte goes first.
        self.changes.sort_by_key(|change| (change.range.start, change.order));
        let mut changes = self.changes.into_iter().peekable();
        let (mut all, mut at) = (Vec::with_capacity(stretches.len()), 0);
        for stretch in stretches {
            let (mut cuts, mut text) = (Vec::new(), String::new());
            at = stretch.start.max(at);
            while let Some(change) = changes.next_if(|change| change.range.start < stretch.end) {
                if change.range.start < at {
                    continue;
                }
                text.push_str(&self.part.xml[at..change.range.start]);
                at = change.range.end;
                for put in change.puts {
                    match put {
                        Put::Text(put) => text.push_str(&put),
                        Put::Tag(tag, around) => {
                            cuts.push(Cut::Constant(std::mem::take(&mut text)));
                            cuts.push(Cut::Tag(tag, around));
                        }
                    }
                }
            }
            text.push_str(self.part.xml.get(at..stretch.end).unwrap_or_default());
            cuts.push(Cut::Constant(text));
            all.push(cuts);
        }
        all
    }
}
