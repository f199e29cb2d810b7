//! Filling a form: known bits as they are, distances across holes, the holes' texts.

use std::ops::Range;

use crate::bits::{BUFFER, Writer};
use crate::form::{Across, Form, Then};
use crate::index::{Seen, begins_match, spread};
use crate::matches::common;
use crate::symbol::{FARTHEST, LONGEST};
use crate::table::Table;

/// The shortest match of what fills a hole.
const SHORTEST: usize = 4;
/// From this length on a match is shorter than its bytes in any code that occurs.
const LONG: usize = 16;
/// Constant places that are looked at for one place in a hole.
const DEPTH: usize = 4;

/// What a package says of a text beside its deflated bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The CRC-32 of the text (ISO-HDLC, as of zip and PNG).
    pub crc32: u32,
    /// The bytes of the text.
    pub length: usize,
}

impl Form {
    /// Appends the text with these texts in its holes, deflated, the last block marked as the last.
    ///
    /// None, and nothing is appended, where there are not as many texts as holes.
    pub fn fill(&self, holes: &[&[u8]], out: &mut Vec<u8>) -> Option<Sum> {
        if holes.len() != self.holes() {
            return None;
        }
        let text = self.text(holes);
        out.reserve(self.words.len() * 8 + self.steps.len() * 12 + text.len() - self.constants.bytes.len());
        let mut filling = Filling {
            form: self,
            table: &self.tables[0],
            text: &text,
            before: Vec::with_capacity(holes.len() + 1),
            filled: 0,
            seen: Seen::new(text.len() - self.constants.bytes.len()),
        };
        filling.before.push(0);
        let mut buffer = [[0; 8]; BUFFER];
        let mut writer = Writer::new(out, &mut buffer);
        let mut block = 0;
        let mut words = self.words.as_slice();
        let mut holes = holes.iter();
        for step in &self.steps {
            let (known, later) = words.split_at(step.words);
            words = later;
            writer.put_words(known);
            writer.put(step.rest);
            match &step.then {
                Then::Across(across) => {
                    let distance = filling.distance(across);
                    if distance <= FARTHEST {
                        writer.put(across.length.then(filling.table.distance(distance)));
                    } else {
                        writer = filling.literals(across, writer);
                    }
                }
                Then::Hole => writer = filling.hole(holes.next().map_or(0, |hole| hole.len()), writer),
                Then::Block => {
                    block += 1;
                    filling.table = &self.tables[block];
                }
                Then::End => {}
            }
        }
        writer.finish();
        Some(Sum { crc32: crc32fast::hash(&text), length: text.len() })
    }

    /// The text with these texts in its holes.
    fn text(&self, holes: &[&[u8]]) -> Vec<u8> {
        let bytes = &self.constants.bytes;
        let ends = &self.constants.ends;
        let length = bytes.len() + holes.iter().map(|hole| hole.len()).sum::<usize>();
        let mut text = Vec::with_capacity(length);
        let mut begin = 0;
        for (end, hole) in ends.iter().zip(holes) {
            text.extend_from_slice(&bytes[begin..*end]);
            text.extend_from_slice(hole);
            begin = *end;
        }
        text.extend_from_slice(&bytes[begin..]);
        text
    }
}

/// A form being filled.
struct Filling<'a> {
    form: &'a Form,
    /// That of the block.
    table: &'a Table,
    /// The whole text.
    text: &'a [u8],
    /// The bytes of holes before each stretch that was reached.
    before: Vec<usize>,
    /// The bytes of holes so far.
    filled: usize,
    /// Where the bytes of holes so far stand.
    seen: Seen,
}

impl Filling<'_> {
    /// The distance of a match across holes.
    #[inline]
    fn distance(&self, across: &Across) -> usize {
        across.apart + self.filled - self.before[across.holes]
    }

    /// The bytes of a match themselves, where the holes are so long that it reaches too far.
    #[cold]
    fn literals<'a>(&self, across: &Across, mut writer: Writer<'a>) -> Writer<'a> {
        for byte in &self.form.constants.bytes[across.bytes.clone()] {
            writer.put(self.table.literal(usize::from(*byte)));
        }
        writer
    }

    /// The next hole, so many bytes long.
    fn hole<'a>(&mut self, length: usize, mut writer: Writer<'a>) -> Writer<'a> {
        let table = self.table;
        let constant = self.form.constants.ends[self.before.len() - 1];
        let mut place = constant + self.filled;
        let end = place + length;
        while place + SHORTEST <= end {
            let byte = self.text[place];
            if begins_match(byte) {
                let (length, distance) = self.longest(constant, place, end);
                if self.pays(length, distance, place) {
                    writer.put(table.length(length).then(table.distance(distance)));
                    self.pass(place + 1..(place + length).min(end + 1 - SHORTEST));
                    place += length;
                    continue;
                }
            }
            writer.put(table.literal(usize::from(byte)));
            place += 1;
        }
        for byte in &self.text[place..end] {
            writer.put(table.literal(usize::from(*byte)));
        }
        self.filled += length;
        self.before.push(self.filled);
        writer
    }

    /// Keeps places inside a match, so that others may match them.
    fn pass(&mut self, places: Range<usize>) {
        for place in places {
            if begins_match(self.text[place]) {
                self.seen.replace(spread(&self.text[place..]), place);
            }
        }
    }

    /// The longest match of what stands in a hole with constant bytes or an earlier hole: its length and distance.
    fn longest(&mut self, constant: usize, place: usize, end: usize) -> (usize, usize) {
        let here = &self.text[place..end];
        let mut longest = (0, 1);
        let number = spread(here);
        let source = self.seen.replace(number, place);
        self.try_match(source, place, here, &mut longest);
        let four = here.first_chunk::<SHORTEST>();
        let bytes = &self.form.constants.bytes;
        let places = self.form.index.before(number, constant).iter().rev();
        for (source, stretch) in
            places.filter(|(source, _)| bytes[*source as usize..].first_chunk() == four).take(DEPTH)
        {
            self.try_match(*source as usize + self.before[*stretch as usize], place, here, &mut longest);
        }
        longest
    }

    /// Takes a source where its match is longer.
    #[inline]
    fn try_match(&self, source: usize, place: usize, here: &[u8], longest: &mut (usize, usize)) {
        let distance = place - source;
        let there = &self.text[source..];
        if (1..=FARTHEST).contains(&distance) && there.get(longest.0) == here.get(longest.0) {
            let length = common(there, here, LONGEST);
            if length > longest.0 {
                *longest = (length, distance);
            }
        }
    }

    /// Whether a match takes fewer bits than its bytes themselves.
    fn pays(&self, length: usize, distance: usize, place: usize) -> bool {
        if !(SHORTEST..LONG).contains(&length) {
            return length >= LONG;
        }
        let table = self.table;
        let bytes = &self.text[place..place + length];
        let literals: u32 = bytes.iter().map(|byte| table.literal(usize::from(*byte)).count).sum();
        table.length(length).count + table.distance(distance).count < literals
    }
}
