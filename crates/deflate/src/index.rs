//! Where four bytes stand, so that what fills a hole can be matched.

use std::ops::RangeInclusive;

use crate::matches::Constants;

/// Constant places with the same four bytes are together under a number of so many bits.
const BITS: u32 = 12;
/// Bytes of holes are found under a number of so many bits, by how many bytes there are.
const SEEN: RangeInclusive<u32> = 5..=10;

/// The places of the constant bytes, by the four bytes there.
pub struct Index {
    /// Where the places of each slot begin, and where the last ones end.
    begin: Vec<usize>,
    /// Places with the stretches they lie in.
    places: Vec<(usize, usize)>,
}

impl Index {
    pub fn new(constants: &Constants) -> Self {
        let mut slots = Vec::new();
        let mut start = 0;
        for (stretch, end) in constants.ends.iter().enumerate() {
            let fours = constants.bytes[start..*end].windows(4).enumerate();
            slots.extend(fours.map(|(place, four)| (slot(spread(four), BITS), start + place, stretch)));
            start = *end;
        }
        slots.sort_unstable();
        let begin =
            (0..=1 << BITS).map(|number| slots.partition_point(|(slot, ..)| *slot < number)).collect();
        Self { begin, places: slots.into_iter().map(|(_, place, stretch)| (place, stretch)).collect() }
    }

    /// The places before another where four bytes with this number may stand, in order, with their stretches.
    #[inline]
    pub fn before(&self, number: u32, end: usize) -> &[(usize, usize)] {
        let slot = slot(number, BITS);
        let places = &self.places[self.begin[slot]..self.begin[slot + 1]];
        &places[..places.partition_point(|(place, _)| *place < end)]
    }
}

/// Where in a text the bytes of its holes stand.
pub struct Seen {
    /// The latest place of each slot; none is 0.
    latest: Vec<usize>,
    /// The bits of a slot's number.
    bits: u32,
}

impl Seen {
    /// Room for so many bytes.
    pub fn new(bytes: usize) -> Self {
        let bits = bytes.max(1).ilog2().clamp(*SEEN.start(), *SEEN.end());
        Self { latest: vec![0; 1 << bits], bits }
    }

    /// The latest place where four bytes with this number may stand; this one from now on.
    #[inline]
    pub fn replace(&mut self, number: u32, place: usize) -> usize {
        std::mem::replace(&mut self.latest[slot(number, self.bits)], place)
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
