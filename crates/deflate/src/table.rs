//! The codes of one block: made of how often its symbols occur, and written before it (RFC 1951, 3.2.7).

use crate::bits::Bits;
use crate::huffman;
use crate::symbol::{self, DISTANCES, LITERALS};

/// The longest code of a literal, a length or a distance.
const LONGEST: u32 = 15;
/// The longest code of a code's length.
const LONGEST_OF_LENGTHS: u32 = 7;
/// The order in which the lengths of the codes of lengths are written.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// How often each symbol occurs. Those of a form are in sixteenths: what may occur in a hole has a share too.
pub struct Frequencies {
    pub literals: [u64; LITERALS],
    pub distances: [u64; DISTANCES],
}

/// The codes of a block.
pub struct Table {
    literals: [Bits; LITERALS],
    distances: [Bits; DISTANCES],
}

impl Table {
    pub fn new(frequencies: &Frequencies) -> Self {
        Self { literals: codes(&frequencies.literals), distances: codes(&frequencies.distances) }
    }

    /// A byte that stands for itself, or the end of the block.
    #[inline]
    pub fn literal(&self, literal: usize) -> Bits {
        self.literals[literal]
    }

    /// A match's length, with its further bits.
    #[inline]
    pub fn length(&self, length: usize) -> Bits {
        let (symbol, further) = symbol::length(length);
        self.literals[symbol].then(further)
    }

    /// A match's distance, with its further bits.
    #[inline]
    pub fn distance(&self, distance: usize) -> Bits {
        let (symbol, further) = symbol::distance(distance);
        self.distances[symbol].then(further)
    }

    /// The beginning of a block with these codes.
    pub fn header(&self, last: bool) -> Vec<Bits> {
        let lengths: Vec<u32> = self.literals.iter().chain(&self.distances).map(|code| code.count).collect();
        let runs = runs(&lengths);
        let mut frequencies = [0; 19];
        runs.iter().for_each(|(symbol, _)| frequencies[*symbol] += 1);
        let lengths = huffman::lengths(&frequencies, LONGEST_OF_LENGTHS);
        let codes = huffman::codes(&lengths);
        let used = ORDER.iter().rposition(|symbol| lengths[*symbol] > 0).map_or(4, |last| (last + 1).max(4));
        let mut header = vec![
            Bits { bits: u64::from(last), count: 1 },
            Bits { bits: 0b10, count: 2 }, // with its own codes
            Bits { bits: LITERALS as u64 - 257, count: 5 },
            Bits { bits: DISTANCES as u64 - 1, count: 5 },
            Bits { bits: used as u64 - 4, count: 4 },
        ];
        header.extend(ORDER[..used].iter().map(|symbol| Bits { bits: lengths[*symbol].into(), count: 3 }));
        header.extend(runs.into_iter().map(|(symbol, further)| codes[symbol].then(further)));
        header
    }
}

/// Codes for symbols that occur so often.
fn codes<const SYMBOLS: usize>(frequencies: &[u64; SYMBOLS]) -> [Bits; SYMBOLS] {
    let codes = huffman::codes(&huffman::lengths(frequencies, LONGEST));
    std::array::from_fn(|symbol| codes[symbol])
}

/// The lengths of codes, runs of one length as one symbol. Every symbol has a code, so that none is 0.
fn runs(lengths: &[u32]) -> Vec<(usize, Bits)> {
    let mut runs = Vec::new();
    for run in lengths.chunk_by(|one, other| one == other) {
        runs.push((run[0] as usize, Bits::default()));
        let mut rest = run.len() - 1;
        while rest >= 3 {
            let times = rest.min(6);
            runs.push((16, Bits { bits: times as u64 - 3, count: 2 }));
            rest -= times;
        }
        runs.extend((0..rest).map(|_| (run[0] as usize, Bits::default())));
    }
    runs
}
