//! The symbols of lengths and distances, with their further bits (RFC 1951, 3.2.5).

use crate::bits::Bits;

/// Literals, the end of a block, lengths.
pub const LITERALS: usize = 286;
/// Distances.
pub const DISTANCES: usize = 30;
/// The end of a block.
pub const END: usize = 256;
/// The shortest match.
pub const SHORTEST: usize = 3;
/// The longest match.
pub const LONGEST: usize = 258;
/// The farthest match.
pub const FARTHEST: usize = 32_768;

/// The symbol of a match's length, 3 to 258, with its further bits.
#[inline]
pub fn length(length: usize) -> (usize, Bits) {
    let over = length - SHORTEST;
    if length == LONGEST {
        return (285, Bits::default());
    }
    if over < 4 {
        return (257 + over, Bits::default());
    }
    let further = over.ilog2() - 2;
    (261 + 4 * further as usize + ((over >> further) & 3), low(over, further))
}

/// The symbol of a match's distance, 1 to 32,768, with its further bits.
#[inline]
pub fn distance(distance: usize) -> (usize, Bits) {
    let over = distance - 1;
    if over < 2 {
        return (over, Bits::default());
    }
    let further = over.ilog2() - 1;
    (2 + 2 * further as usize + ((over >> further) & 1), low(over, further))
}

/// The lowest bits of a number.
#[inline]
fn low(number: usize, count: u32) -> Bits {
    Bits { bits: (number & ((1 << count) - 1)) as u64, count }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables of RFC 1951, 3.2.5: the first length and the first distance of each symbol.
    const LENGTHS: [usize; 29] = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
        195, 227, 258,
    ];
    const FROM: [usize; 30] = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
        3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    #[test]
    fn lengths_have_the_symbols_of_the_standard() {
        for number in SHORTEST..=LONGEST {
            let (symbol, further) = length(number);
            assert_eq!(symbol - 257, LENGTHS.partition_point(|first| *first <= number) - 1, "{number}");
            assert_eq!(LENGTHS[symbol - 257] as u64 + further.bits, number as u64);
        }
    }

    #[test]
    fn distances_have_the_symbols_of_the_standard() {
        for number in 1..=FARTHEST {
            let (symbol, further) = distance(number);
            assert_eq!(symbol, FROM.partition_point(|first| *first <= number) - 1, "{number}");
            assert_eq!(FROM[symbol] as u64 + further.bits, number as u64);
        }
    }
}
