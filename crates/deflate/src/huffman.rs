//! Codes by frequency, of limited length (RFC 1951, 3.2.2). It must not know what the symbols stand for.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::bits::Bits;

/// The length of each symbol's code, `longest` at most; that of a symbol that does not occur is 0.
///
/// Where two symbols at least occur, the code is complete.
pub fn lengths(frequencies: &[u64], longest: u32) -> Vec<u32> {
    let mut frequencies = frequencies.to_vec();
    loop {
        let lengths = unlimited(&frequencies);
        if lengths.iter().all(|length| *length <= longest) {
            return lengths;
        }
        // Evening out the frequencies makes the tree shallower, until it is balanced.
        frequencies.iter_mut().filter(|frequency| **frequency > 0).for_each(|frequency| {
            *frequency = *frequency / 2 + 1;
        });
    }
}

/// Huffman's tree: the two rarest become one, until one is left.
fn unlimited(frequencies: &[u64]) -> Vec<u32> {
    let occurring = frequencies.iter().enumerate().filter(|(_, frequency)| **frequency > 0);
    let mut rarest: BinaryHeap<_> =
        occurring.map(|(symbol, frequency)| Reverse((*frequency, symbol))).collect();
    let mut parents = vec![0; frequencies.len()];
    while let Some(Reverse((first, one))) = rarest.pop() {
        let Some(Reverse((second, other))) = rarest.pop() else { break };
        let parent = parents.len();
        parents[one] = parent;
        parents[other] = parent;
        parents.push(0);
        rarest.push(Reverse((first + second, parent)));
    }
    let mut depths = vec![0; parents.len()];
    for node in (0..parents.len()).rev() {
        if parents[node] > 0 {
            depths[node] = depths[parents[node]] + 1;
        }
    }
    depths.truncate(frequencies.len());
    depths
}

/// The codes of these lengths, as they are written: the highest bit first.
pub fn codes(lengths: &[u32]) -> Vec<Bits> {
    const LONGEST: usize = 15;
    let mut next = [0u64; LONGEST + 1];
    for length in lengths.iter().filter(|length| **length > 0) {
        // As many codes of a length stand before those of the next, which are twice as many.
        next.get_mut(*length as usize + 1).into_iter().for_each(|code| *code += 1);
    }
    for length in 2..=LONGEST {
        next[length] = (next[length] + next[length - 1]) << 1;
    }
    let code = |count: &u32| {
        let Some(next) = next.get_mut(*count as usize).filter(|_| *count > 0) else { return Bits::default() };
        let bits = next.reverse_bits() >> (64 - count);
        *next += 1;
        Bits { bits, count: *count }
    };
    lengths.iter().map(code).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn codes_are_complete_and_no_longer_than_allowed(
            frequencies in prop::collection::vec(prop_oneof![Just(0), 1..1000u64, any::<u64>().prop_map(|n| 1 + (n >> (n % 40 + 20)))], 2..286),
            longest in 9..16u32,
        ) {
            let occurring = frequencies.iter().filter(|frequency| **frequency > 0).count();
            prop_assume!(occurring >= 2);
            let lengths = lengths(&frequencies, longest);
            let room: u64 = lengths.iter().filter(|length| **length > 0).map(|length| 1u64 << (longest - length)).sum();
            prop_assert_eq!(room, 1 << longest);
            prop_assert_eq!(lengths.iter().filter(|length| **length > 0).count(), occurring);
        }
    }

    #[test]
    fn codes_are_those_of_the_standards_example() {
        let codes = codes(&[3, 3, 3, 3, 3, 2, 4, 4]);
        let bits: Vec<u64> = codes.iter().map(|code| code.bits.reverse_bits() >> (64 - code.count)).collect();
        assert_eq!(bits, [0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111]);
    }
}
