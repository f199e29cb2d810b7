//! What the texts have in common, made ready once: bits that are known already, matches whose distance is not, holes.

use std::ops::Range;

use crate::bits::Bits;
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
    pub(crate) table: Table,
}

/// What filling does next.
pub(crate) enum Step {
    /// Bits that are the same in every text: words, and those beyond them.
    Known(Range<usize>, Bits),
    /// A match across holes.
    Across(Across),
    /// The next hole.
    Hole,
}

/// A match with holes between it and its source.
pub(crate) struct Across {
    /// Its length, as it is written.
    pub length: Bits,
    /// The constant bytes between it and its source, those of the source with them.
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
                steps.step(Step::Hole);
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
                        steps.step(Step::Across(Across {
                            length,
                            apart,
                            holes,
                            bytes: place..place + found.length,
                        }));
                    }
                }
            }
            place += token.length();
        }
        for _ in passed + 1..constants.ends.len() {
            steps.step(Step::Hole);
        }
        steps.known.push(table.literal(END));
        steps.cut();
        Self { steps: steps.all, words: steps.words, constants, table }
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
    /// Adds a step, known bits first.
    fn step(&mut self, step: Step) {
        self.cut();
        self.all.push(step);
    }

    /// Makes known bits a step.
    fn cut(&mut self) {
        let begin = self.words.len();
        let mut rest = Bits::default();
        for bits in self.known.drain(..) {
            if rest.count + bits.count < 64 {
                rest = rest.then(bits);
            } else {
                self.words.push(rest.then(bits).bits);
                let over = 64 - rest.count;
                rest = Bits { bits: bits.bits.unbounded_shr(over), count: bits.count - over };
            }
        }
        let words = begin..self.words.len();
        if !words.is_empty() || rest.count > 0 {
            self.all.push(Step::Known(words, rest));
        }
    }
}
