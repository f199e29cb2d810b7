//! What the texts have in common, made ready once: bits that are known already, matches whose distance is not, holes.

use std::ops::Range;

use crate::bits::Bits;
use crate::block::Block;
use crate::index::Index;
use crate::matches::{Constants, Match};
use crate::parse::{self, Token};
use crate::symbol::END;
use crate::table::Table;

/// A piece of the texts, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Bytes that all the texts have.
    Constant(&'a [u8]),
    /// What differs from text to text.
    Hole,
}

/// What texts have in common, ready to be filled.
pub struct Form {
    pub(crate) steps: Vec<Step>,
    /// The whole words of all runs of bits.
    pub(crate) words: Vec<u64>,
    pub(crate) constants: Constants,
    pub(crate) index: Index,
    /// Of each block; there is one at least.
    pub(crate) tables: Vec<Table>,
}

/// One step of filling: bits that are the same in every text, then what is not.
pub(crate) struct Step {
    /// The known bits: so many whole words, ...
    pub words: usize,
    /// ... and those beyond them.
    pub rest: Bits,
    pub then: Then,
}

/// What differs from text to text.
pub(crate) enum Then {
    /// A match across holes.
    Across(Across),
    /// The next hole.
    Hole,
    /// The codes of the next block.
    Block,
    /// Nothing more: the text ends.
    End,
}

/// A match with holes between it and its source.
pub(crate) struct Across {
    /// Its length, as it is written.
    pub length: Bits,
    /// The constant bytes from its source to it.
    pub apart: usize,
    /// The holes before its source.
    pub holes: usize,
    /// The bytes it stands for.
    pub bytes: Range<usize>,
}

impl Form {
    /// Makes ready what the texts have in common. That takes as long as to deflate some twenty of them, and meanwhile
    /// about fifty bytes for each byte.
    pub fn new(pieces: &[Piece]) -> Self {
        let constants = constants(pieces);
        let stretches = constants.stretches();
        let parsed = parse::parse(&constants, &stretches);
        Self::of(constants, &stretches, parsed)
    }

    /// The same by the first matches that are found: made in little more time than it takes to deflate a text, which it
    /// deflates about as well.
    pub fn quick(pieces: &[Piece]) -> Self {
        let constants = constants(pieces);
        let stretches = constants.stretches();
        let parsed = parse::quick(&constants, &stretches);
        Self::of(constants, &stretches, parsed)
    }

    fn of(constants: Constants, stretches: &[usize], (tokens, blocks): (Vec<Token>, Vec<Block>)) -> Self {
        let mut steps = Steps::new(blocks);
        let mut place = 0;
        let mut holes = 0;
        for token in tokens {
            while constants.ends[holes] <= place {
                steps.end(Then::Hole);
                holes += 1;
            }
            steps.reach(place);
            match token {
                Token::Literal => steps.literal(constants.bytes[place].into()),
                Token::Match(found) => steps.found(found, place, holes, stretches[found.source]),
            }
            place += token.length();
        }
        for _ in holes + 1..constants.ends.len() {
            steps.end(Then::Hole);
        }
        steps.literal(END);
        steps.end(Then::End);
        let Steps { all, words, tables, .. } = steps;
        Self { steps: all, words, index: Index::new(&constants), constants, tables }
    }

    /// How many holes it has.
    pub fn holes(&self) -> usize {
        self.constants.ends.len() - 1
    }
}

/// The constant bytes of the pieces, and where the holes lie between them.
fn constants(pieces: &[Piece]) -> Constants {
    let mut constants = Constants { bytes: Vec::new(), ends: Vec::new() };
    for piece in pieces {
        match piece {
            Piece::Constant(bytes) => constants.bytes.extend_from_slice(bytes),
            Piece::Hole => constants.ends.push(constants.bytes.len()),
        }
    }
    constants.ends.push(constants.bytes.len());
    constants
}

/// Steps being put together.
struct Steps {
    all: Vec<Step>,
    words: Vec<u64>,
    /// Known bits since the last step.
    known: Vec<Bits>,
    /// Where the blocks end, and their codes.
    ends: Vec<usize>,
    tables: Vec<Table>,
    /// The block that was reached.
    block: usize,
}

impl Steps {
    /// Begins with the first block.
    fn new(blocks: Vec<Block>) -> Self {
        let (ends, tables): (Vec<usize>, Vec<Table>) =
            blocks.into_iter().map(|block| (block.end, block.table)).unzip();
        let known = tables[0].header(tables.len() == 1);
        Self { all: Vec::new(), words: Vec::new(), known, ends, tables, block: 0 }
    }

    /// Begins the next block, where its first place is reached.
    fn reach(&mut self, place: usize) {
        if self.ends[self.block] <= place {
            self.literal(END);
            self.block += 1;
            self.known.extend(self.tables[self.block].header(self.block + 1 == self.tables.len()));
            self.end(Then::Block);
        }
    }

    /// A byte that stands for itself, or the end of a block.
    fn literal(&mut self, literal: usize) {
        self.known.push(self.tables[self.block].literal(literal));
    }

    /// A match at a place that has so many holes before it, and its source so many.
    fn found(&mut self, found: Match, place: usize, holes: usize, before: usize) {
        let table = &self.tables[self.block];
        let length = table.length(found.length);
        let apart = place - found.source;
        if holes == before {
            self.known.extend([length, table.distance(apart)]);
        } else {
            let bytes = place..place + found.length;
            self.end(Then::Across(Across { length, apart, holes: before, bytes }));
        }
    }

    /// Ends a step: after the known bits comes what differs.
    fn end(&mut self, then: Then) {
        let begin = self.words.len();
        let mut rest = Bits::default();
        for bits in self.known.drain(..) {
            if rest.count + bits.count < 64 {
                rest = rest.then(bits);
            } else {
                self.words.push(rest.then(bits).bits);
                let taken = 64 - rest.count;
                rest = Bits { bits: (bits.bits >> 1) >> (taken - 1), count: bits.count - taken };
            }
        }
        self.all.push(Step { words: self.words.len() - begin, rest, then });
    }
}
