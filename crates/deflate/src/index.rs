//! Where four bytes stand, so that what fills a hole can be matched.

use std::ops::RangeInclusive;

use crate::matches::Constants;

/// Constant places with the same four bytes are together under a number of so many bits.
const BITS: u32 = 12;
/// Bytes of holes are found under a number of so many bits, by how many bytes there are.
const SEEN: RangeInclusive<u32> = 5..=10;

/// The places of the constant bytes, by the four bytes there.
#[derive(Default)]
pub struct Index {
    /// Where the places of each slot begin, and where the last ones end; empty where there are none.
    begin: Vec<u32>,
    /// Places with the stretches they lie in.
    places: Vec<(u32, u32)>,
}

impl Index {
    /// Nothing is indexed where there is no hole, nor in texts that four bytes do not number the places of.
    pub fn new(constants: &Constants) -> Self {
        if constants.ends.len() == 1 || u32::try_from(constants.bytes.len()).is_err() {
            return Self::default();
        }
        let mut all = Vec::new();
        let (mut start, mut stretch) = (0, 0);
        for end in &constants.ends {
            for (place, four) in (0..).zip(constants.bytes[start as usize..*end].windows(4)) {
                if begins_match(four[0]) {
                    all.push((slot(spread(four), BITS), (start + place, stretch)));
                }
            }
            start = u32::try_from(*end).unwrap_or(u32::MAX);
            stretch += 1;
        }
        let mut begin = vec![0; (1 << BITS) + 1];
        all.iter().for_each(|(slot, _)| begin[slot + 1] += 1);
        for slot in 1..begin.len() {
            begin[slot] += begin[slot - 1];
        }
        let mut next = begin.clone();
        let mut places = vec![(0, 0); all.len()];
        for (slot, place) in all {
            places[next[slot] as usize] = place;
            next[slot] += 1;
        }
        Self { begin, places }
    }

    /// The places before another where four bytes with this number may stand, in order, with their stretches.
    #[inline]
    pub fn before(&self, number: u32, end: usize) -> &[(u32, u32)] {
        let slot = slot(number, BITS);
        let [begin, next, ..] = self.begin.get(slot..).unwrap_or_default() else { return &[] };
        let places = &self.places[*begin as usize..*next as usize];
        &places[..places.partition_point(|(place, _)| (*place as usize) < end)]
    }
}

/// Where in a text the bytes of its holes stand.
pub struct Seen {
    /// The latest place of each slot; none is 0.
    latest: Vec<u32>,
    /// The bits of a slot's number.
    bits: u32,
}

impl Seen {
    /// Room for so many bytes.
    pub fn new(bytes: usize) -> Self {
        let bits = (bytes.max(1).ilog2() + 1).clamp(*SEEN.start(), *SEEN.end());
        Self { latest: vec![0; 1 << bits], bits }
    }

    /// The latest place where four bytes with this number may stand; this one from now on.
    #[inline]
    pub fn replace(&mut self, number: u32, place: usize) -> usize {
        let place = u32::try_from(place).unwrap_or_default();
        std::mem::replace(&mut self.latest[slot(number, self.bits)], place) as usize
    }
}

/// A number for the first four bytes, which few others share; 0 for fewer.
#[inline]
pub fn spread(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |four| u32::from_le_bytes(*four).wrapping_mul(0x9E37_79B1))
}

/// The slot of a number: its highest bits.
#[inline]
fn slot(number: u32, bits: u32) -> usize {
    (number >> (32 - bits)) as usize
}

/// Whether a match is sought from this byte on: not from the middle of a character in UTF-8, nor of a word in Latin letters, where
/// few begin.
#[inline]
pub fn begins_match(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000 && !byte.is_ascii_alphabetic()
}
