//! Where four bytes stand, so that what fills a hole can be matched.

/// Constant places with the same four bytes are together under a number of so many bits.
const BITS: u32 = 12;
/// Bytes of holes are found under a number of so many bits.
const SEEN: u32 = 10;

/// The places of the constant bytes, by the four bytes there.
pub struct Index {
    /// Where the places of each slot begin, and where the last ones end.
    begin: Vec<usize>,
    places: Vec<usize>,
}

impl Index {
    pub fn new(bytes: &[u8]) -> Self {
        let mut begin = vec![0; (1 << BITS) + 1];
        for four in bytes.windows(4) {
            begin[slot(four, BITS) + 1] += 1;
        }
        for slot in 1..begin.len() {
            begin[slot] += begin[slot - 1];
        }
        let mut next = begin.clone();
        let mut places = vec![0; begin[1 << BITS]];
        for (place, four) in bytes.windows(4).enumerate() {
            let next = &mut next[slot(four, BITS)];
            places[*next] = place;
            *next += 1;
        }
        Self { begin, places }
    }

    /// The places before another where these four bytes may stand, in order.
    pub fn before(&self, four: &[u8], end: usize) -> &[usize] {
        let slot = slot(four, BITS);
        let places = &self.places[self.begin[slot]..self.begin[slot + 1]];
        &places[..places.partition_point(|place| *place < end)]
    }
}

/// Where in a text the bytes of its holes stand.
#[derive(Default)]
pub struct Seen {
    /// The latest place of each slot; none is 0. Empty until there is one.
    latest: Vec<usize>,
}

impl Seen {
    /// The latest place where these four bytes may stand; this one from now on.
    pub fn replace(&mut self, four: &[u8], place: usize) -> usize {
        if self.latest.is_empty() {
            self.latest.resize(1 << SEEN, 0);
        }
        std::mem::replace(&mut self.latest[slot(four, SEEN)], place)
    }
}

/// The slot of four bytes, a number of so many bits.
fn slot(four: &[u8], bits: u32) -> usize {
    let number = u32::from_le_bytes([four[0], four[1], four[2], four[3]]);
    (number.wrapping_mul(0x9E37_79B1) >> (32 - bits)) as usize
}
