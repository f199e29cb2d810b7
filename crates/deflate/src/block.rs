//! Blocks: how often each symbol is expected in one, and where a new one, with codes of its own, pays.

use std::ops;

use crate::matches::Constants;
use crate::parse::{self, Token};
use crate::symbol::{self, DISTANCES, END, LITERALS};
use crate::table::{Frequencies, Table};

/// The fewest tokens of a block, where there are several.
const FEWEST: usize = 400;
/// The parts of a block between which it may be split.
const PARTS: usize = 8;

/// The bits that a further block must save at least: somewhat more than its codes take.
const HEADER: u64 = 1_200;

/// Bits of a logarithm's fraction.
const FRACTION: u32 = 8;

/// A block: where it ends among the constant bytes, and its codes.
pub struct Block {
    pub end: usize,
    pub table: Table,
}

/// Some tokens, one behind the other: which they are, and where they begin and end among the constant bytes.
struct Range {
    tokens: ops::Range<usize>,
    begin: usize,
    end: usize,
}

/// What is expected of tokens and of what fills the holes.
pub struct Expected<'a> {
    pub constants: &'a Constants,
    pub stretches: &'a [usize],
    pub tokens: &'a [Token],
}

impl Expected<'_> {
    /// The blocks that end at these places.
    pub fn blocks(&self, ends: &[usize]) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(ends.len());
        let (mut token, mut begin) = (0, 0);
        for end in ends {
            let first = token;
            let mut place = begin;
            while place < *end {
                place += self.tokens[token].length();
                token += 1;
            }
            let range = Range { tokens: first..token, begin, end: place };
            blocks.push(Block { end: *end, table: Table::new(&self.frequencies(&range)) });
            begin = place;
        }
        blocks
    }

    /// Where blocks had better end; the last place is one.
    pub fn split(&self) -> Vec<usize> {
        let whole = Range { tokens: 0..self.tokens.len(), begin: 0, end: self.constants.bytes.len() };
        let mut ends = Vec::new();
        let cost = self.cost(&whole);
        self.split_range(&whole, cost, &mut ends);
        ends
    }

    /// Splits a range where that costs less, and its halves again; adds the ends.
    fn split_range(&self, range: &Range, cost: u64, ends: &mut Vec<usize>) {
        let count = range.tokens.len();
        let mut best = None;
        let mut least = cost;
        let mut place = range.begin;
        let mut token = range.tokens.start;
        for part in 1..PARTS {
            let next = range.tokens.start + count * part / PARTS;
            place += self.tokens[token..next].iter().map(Token::length).sum::<usize>();
            token = next;
            if token - range.tokens.start < FEWEST || range.tokens.end - token < FEWEST {
                continue;
            }
            let before = Range { tokens: range.tokens.start..token, begin: range.begin, end: place };
            let after = Range { tokens: token..range.tokens.end, begin: place, end: range.end };
            let costs = (self.cost(&before), self.cost(&after));
            if costs.0 + costs.1 < least {
                least = costs.0 + costs.1;
                best = Some((before, after, costs));
            }
        }
        match best {
            Some((before, after, costs)) => {
                self.split_range(&before, costs.0, ends);
                self.split_range(&after, costs.1, ends);
            }
            None => ends.push(range.end),
        }
    }

    /// The sixteenths of bits that a range takes as a block, those apart that it takes in any.
    fn cost(&self, range: &Range) -> u64 {
        let frequencies = self.frequencies(range);
        cost(&frequencies.literals) + cost(&frequencies.distances) + 16 * HEADER
    }

    /// How often each symbol is expected: as often as among the tokens, and some for the holes.
    fn frequencies(&self, range: &Range) -> Frequencies {
        let mut frequencies = Frequencies { literals: [1; LITERALS], distances: [2; DISTANCES] };
        let ends = &self.constants.ends;
        let before = |place| ends.partition_point(|end| *end < place).min(ends.len() - 1) as u64;
        let holes = before(range.end) - before(range.begin);
        for digit in b'0'..=b'9' {
            frequencies.literals[usize::from(digit)] += 4 * holes;
        }
        // The bytes of most Chinese characters.
        for byte in (0x80..=0xBF).chain(0xE4..=0xE9) {
            frequencies.literals[byte] += 1 + holes / 8;
        }
        frequencies.literals[END] += 16;
        let mut place = range.begin;
        for token in &self.tokens[range.tokens.clone()] {
            match token {
                Token::Literal => frequencies.literals[usize::from(self.constants.bytes[place])] += 16,
                Token::Match(found) => {
                    frequencies.literals[symbol::length(found.length).0] += 16;
                    let distance = parse::distance(self.stretches, place, found.source);
                    frequencies.distances[symbol::distance(distance).0] += 16;
                }
            }
            place += token.length();
        }
        frequencies
    }
}

/// About what symbols take that occur so often: each as many bits as the logarithm of how rare it is.
fn cost(frequencies: &[u64]) -> u64 {
    let all = logarithm(frequencies.iter().sum());
    frequencies.iter().map(|frequency| frequency * (all - logarithm(*frequency))).sum::<u64>() >> FRACTION
}

/// The binary logarithm, straight between powers, with a fraction of some bits. No floating point: the same everywhere.
fn logarithm(number: u64) -> u64 {
    let whole = number.ilog2();
    (u64::from(whole) << FRACTION) + ((number << FRACTION >> whole) - (1 << FRACTION))
}
