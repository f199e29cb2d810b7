//! What the texts have in common, made ready once: bits that are known already, matches whose distance is not, holes.

use std::ops::Range;

use crate::bits::Bits;
use crate::index::Index;
use crate::matches::Constants;
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
    pub(crate) table: Table,
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
    /// Makes ready what the texts have in common. That takes several times as long as to deflate one of them.
    pub fn new(pieces: &[Piece]) -> Self {
        let constants = constants(pieces);
        let stretches = constants.stretches();
        let (tokens, table) = parse::parse(&constants, &stretches);
        let mut steps = Steps { known: table.header(), ..Steps::default() };
        let mut place = 0;
        let mut passed = 0;
        for token in tokens {
            while constants.ends[passed] <= place {
                steps.end(Then::Hole);
                passed += 1;
            }
            match token {
                Token::Literal => steps.known.push(table.literal(constants.bytes[place].into())),
                Token::Match(found) => {
                    let length = table.length(found.length);
                    let apart = place - found.source;
                    let holes = stretches[found.source];
                    if holes == passed {
                        steps.known.extend([length, table.distance(apart)]);
                    } else {
                        let bytes = place..place + found.length;
                        steps.end(Then::Across(Across { length, apart, holes, bytes }));
                    }
                }
            }
            place += token.length();
        }
        for _ in passed + 1..constants.ends.len() {
            steps.end(Then::Hole);
        }
        steps.known.push(table.literal(END));
        steps.end(Then::End);
        Self { steps: steps.all, words: steps.words, index: Index::new(&constants), constants, table }
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
#[derive(Default)]
struct Steps {
    all: Vec<Step>,
    words: Vec<u64>,
    /// Known bits since the last step.
    known: Vec<Bits>,
}

impl Steps {
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
