//! What stands earlier in the constant bytes already: for each place the longest match, and shorter ones nearer by.

use crate::symbol::{FARTHEST, LONGEST, SHORTEST};

/// Earlier places that are looked at for one place.
const DEPTH: usize = 48;
/// A match of this length is long enough: none is sought for the places inside it.
const ENOUGH: usize = 128;
/// How long a hole is taken to be before it is filled.
pub const HOLE: usize = 8;
/// Places with the same three bytes are chained by a number of so many bits.
const BITS: u32 = 15;

/// A match: its length, and where it begins.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    pub length: usize,
    pub source: usize,
}

/// The constant bytes one behind the other, and where the holes lie between them.
pub struct Constants {
    pub bytes: Vec<u8>,
    /// The end of each stretch without a hole; one more than there are holes.
    pub ends: Vec<usize>,
}

impl Constants {
    /// The stretch that each byte lies in.
    pub fn stretches(&self) -> Vec<usize> {
        let mut stretches = Vec::with_capacity(self.bytes.len());
        for (stretch, end) in self.ends.iter().enumerate() {
            stretches.resize(*end, stretch);
        }
        stretches
    }
}

/// The matches of all places.
pub struct Matches {
    all: Vec<Match>,
    /// Where the matches of each place begin in `all`, and where the last ones end.
    begin: Vec<usize>,
}

impl Matches {
    /// Those of one place, the nearest and shortest first.
    pub fn at(&self, place: usize) -> &[Match] {
        &self.all[self.begin[place]..self.begin[place + 1]]
    }

    /// Finds all. Neither what is matched nor its source has a hole inside; between them may lie some.
    pub fn find(constants: &Constants, stretches: &[usize]) -> Self {
        let bytes = &constants.bytes;
        let mut latest = vec![usize::MAX; 1 << BITS];
        let mut earlier = vec![usize::MAX; bytes.len()];
        let mut matches = Self { all: Vec::new(), begin: Vec::with_capacity(bytes.len() + 1) };
        let mut settled = 0;
        for place in 0..bytes.len() {
            matches.begin.push(matches.all.len());
            let most = LONGEST.min(constants.ends[stretches[place]] - place);
            if most < SHORTEST {
                continue;
            }
            let slot = slot(&bytes[place..]);
            let mut source = latest[slot];
            latest[slot] = place;
            earlier[place] = source;
            if place < settled {
                continue;
            }
            let mut longest = SHORTEST - 1;
            for _ in 0..DEPTH {
                if source == usize::MAX || far(place - source, stretches[place] - stretches[source]) {
                    break;
                }
                let room = room_of(constants, stretches, source, place).min(most);
                if room > longest && bytes[source + longest] == bytes[place + longest] {
                    let length = common(&bytes[source..], &bytes[place..], room);
                    if length > longest {
                        longest = length;
                        matches.all.push(Match { length, source });
                    }
                    if length == most {
                        break;
                    }
                }
                source = earlier[source];
            }
            if longest >= ENOUGH {
                settled = place + longest;
            }
        }
        matches.begin.push(matches.all.len());
        matches
    }
}

/// Whether a match may come to lie too far off once the holes are filled.
pub fn far(apart: usize, holes: usize) -> bool {
    apart + holes * HOLE > FARTHEST
}

/// How long a match may be for its source. Without a hole between, the source may run into what is matched.
pub fn room_of(constants: &Constants, stretches: &[usize], source: usize, place: usize) -> usize {
    let stretch = stretches[source];
    if stretch == stretches[place] { LONGEST } else { constants.ends[stretch] - source }
}

/// The length of the common beginning, `most` at most.
#[inline]
pub fn common(one: &[u8], other: &[u8], most: usize) -> usize {
    let most = most.min(one.len()).min(other.len());
    let (one, other) = (&one[..most], &other[..most]);
    let (ones, _) = one.as_chunks::<8>();
    let (others, _) = other.as_chunks::<8>();
    for (chunk, (one, other)) in ones.iter().zip(others).enumerate() {
        let differ = u64::from_le_bytes(*one) ^ u64::from_le_bytes(*other);
        if differ != 0 {
            return chunk * 8 + differ.trailing_zeros() as usize / 8;
        }
    }
    let whole = most / 8 * 8;
    whole + one[whole..].iter().zip(&other[whole..]).take_while(|(one, other)| one == other).count()
}

/// The chain of three bytes.
fn slot(bytes: &[u8]) -> usize {
    let number = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]);
    (number.wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}
