//! What names a bookmark that a loop repeats, a field (`REF`) or a link inside the document: it follows the bookmark of its own
//! round.

use std::collections::HashMap;
use std::ops::Range;

use crate::mend::replace;
use crate::part::Part;
use crate::tag::{Does, Tag};
use crate::template::Piece;

/// Fields that name a bookmark (ECMA-376 part 1, 17.16.5).
const FIELDS: [&str; 4] = ["REF", "PAGEREF", "NOTEREF", "HYPERLINK"];

/// A loop, by its number, and which of its rounds.
type Round = (usize, usize);

/// The loops of a file by the pieces that are inside.
#[derive(Default)]
pub struct Loops {
    /// The first piece of each, with which a round begins.
    starts: Vec<usize>,
    /// The loops around each piece, the outermost first.
    around: Vec<Vec<usize>>,
    /// The loops of the part that is read, and other blocks, that have not ended.
    open: Vec<Option<usize>>,
}

impl Loops {
    /// Goes on behind a tag, to the piece of a number.
    pub fn pass(&mut self, tag: &Tag, next: usize) {
        match &tag.does {
            Does::Open(helper) if helper == "each" => {
                self.open.push(Some(self.starts.len()));
                self.starts.push(next);
            }
            Does::Open(_) => self.open.push(None),
            Does::Close => _ = self.open.pop(),
            Does::Else | Does::Comment | Does::Value => {}
        }
    }

    /// Takes a piece in where the file stands now.
    pub fn piece(&mut self) {
        self.around.push(self.open.iter().copied().flatten().collect());
    }

    /// These, where a loop has a bookmark and what may name one.
    pub fn if_named(self, pieces: &[Piece]) -> Option<Self> {
        let repeated = || pieces.iter().zip(&self.around).filter(|(_, around)| !around.is_empty());
        let has =
            |words: &[&str]| repeated().any(|(piece, _)| words.iter().any(|word| piece.xml.contains(word)));
        (has(&["bookmarkStart"]) && has(&["REF", "HYPERLINK", "anchor="])).then_some(self)
    }
}

/// Which rounds the bytes of each part were written in.
pub struct Rounds<'l> {
    loops: &'l Loops,
    times: Vec<usize>,
    /// For each part where a piece begins, and the rounds that it is in, the outermost first.
    parts: Vec<Vec<(usize, Vec<Round>)>>,
}

impl<'l> Rounds<'l> {
    /// Before anything is written.
    pub fn new(loops: &'l Loops, parts: usize) -> Self {
        Self { loops, times: vec![0; loops.starts.len()], parts: vec![Vec::new(); parts] }
    }

    /// Notes that a piece begins at a byte of a part.
    pub fn begin(&mut self, piece: usize, part: usize, at: usize) {
        let around = self.loops.around.get(piece).map(Vec::as_slice).unwrap_or_default();
        for one in around {
            if self.loops.starts[*one] == piece {
                self.times[*one] += 1;
            }
        }
        let rounds = around.iter().map(|one| (*one, self.times[*one])).collect();
        self.parts[part].push((at, rounds));
    }

    /// The rounds of a part.
    pub fn of_part(&self, part: usize) -> PartRounds<'_> {
        PartRounds(&self.parts[part])
    }
}

/// Where pieces begin in a part, each with its rounds.
#[derive(Clone, Copy)]
pub struct PartRounds<'r>(&'r [(usize, Vec<Round>)]);

impl PartRounds<'_> {
    fn at(&self, byte: usize) -> &[Round] {
        let begun = self.0.partition_point(|(start, _)| *start <= byte);
        begun.checked_sub(1).map(|last| self.0[last].1.as_slice()).unwrap_or_default()
    }
}

/// A bookmark of a filled part.
pub struct Bookmark {
    /// The byte at which it stands.
    pub at: usize,
    /// What the file calls it.
    pub name: String,
    /// What it is called now.
    pub own: String,
}

/// Has what names a bookmark name that of its round.
pub fn follow(
    part: &Part<'_>,
    bookmarks: &[Bookmark],
    rounds: PartRounds<'_>,
    changes: &mut Vec<(Range<usize>, String)>,
) {
    let mut known: HashMap<(&str, &[Round]), &str> = HashMap::new();
    for Bookmark { at, name, own } in bookmarks {
        let around = rounds.at(*at);
        for depth in 0..=around.len() {
            known.entry((name, &around[..depth])).or_insert(own);
        }
    }
    // Of the rounds around it the innermost that has such a bookmark.
    let own = |name: &str, at: usize| {
        let around = rounds.at(at);
        let found = (0..=around.len()).rev().find_map(|depth| known.get(&(name, &around[..depth])))?;
        (*found != name).then_some(*found)
    };
    let mut instructions: Vec<String> = Vec::new();
    for (index, element) in part.elements.iter().enumerate() {
        let at = element.range.start;
        let attribute = |name| part.attribute(index, name);
        match element.name {
            "hyperlink" => {
                if let Some(own) = attribute("anchor").and_then(|name| own(&name, at)) {
                    replace(part, index, "anchor", own, changes);
                }
            }
            "fldSimple" => {
                let instruction = attribute("instr").unwrap_or_default();
                for (place, name) in named("", &instruction) {
                    if let Some(own) = own(name, at) {
                        let said = [&instruction[..place], own, &instruction[place + name.len()..]].concat();
                        replace(part, index, "instr", &huibian_docx::xml::escaped(&said), changes);
                        break;
                    }
                }
            }
            "fldChar" => match attribute("fldCharType").as_deref() {
                Some("begin") => instructions.push(String::new()),
                Some("end") => drop(instructions.pop()),
                _ => {}
            },
            "instrText" => {
                let Some(before) = instructions.last_mut() else { continue };
                let words = &part.xml[element.inner.clone()];
                for (place, name) in named(before, words) {
                    if let Some(own) = own(name, at) {
                        let start = element.inner.start + place;
                        changes.push((start..start + name.len(), own.to_owned()));
                    }
                }
                before.push_str(words);
            }
            _ => {}
        }
    }
}

/// What may be bookmarks' names in an instruction that goes on after `before`, and where each stands.
fn named<'w>(before: &str, words: &'w str) -> impl Iterator<Item = (usize, &'w str)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let whole = [before, words].concat();
    let field = whole.trim_start().split(|c| !is_part(c)).next().unwrap_or_default().to_ascii_uppercase();
    let is_known = FIELDS.contains(&field.as_str());
    // A name that was begun before stands in two elements, and is none of these.
    let is_begun = before.ends_with(is_part);
    let mut tokens = Vec::new();
    let mut rest = 0;
    while let Some(start) = words[rest..].find(is_part).map(|at| rest + at).filter(|_| is_known) {
        let end = words[start..].find(|c| !is_part(c)).map_or(words.len(), |length| start + length);
        if !(is_begun && start == 0) {
            tokens.push((start, &words[start..end]));
        }
        rest = end;
    }
    tokens.into_iter()
}
