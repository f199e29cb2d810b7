//! Matches as they come: at each place the longest with one of a few earlier places is taken, unless the next place has a
//! longer one. What is made for few texts is made so.

use std::ops::Range;

use crate::matches::{Constants, Match, common, far, room_of};
use crate::parse::Token;
use crate::symbol::{LONGEST, SHORTEST};

/// Earlier places that are looked at for one place.
const DEPTH: usize = 6;
/// From this length on no longer match is sought at the next place.
const ENOUGH: usize = 24;
/// How far off a match of the shortest length may be: beyond, its bytes take fewer bits themselves.
const NEAR: usize = 1 << 12;
/// Places with the same three bytes are chained by a number of so many bits.
const BITS: u32 = 12;
/// No place.
const NONE: u32 = u32::MAX;

/// The tokens, one behind the other.
pub fn tokens(constants: &Constants, stretches: &[usize]) -> Vec<Token> {
    let mut chains = Chains::new(constants, stretches);
    let mut tokens = Vec::with_capacity(constants.bytes.len() / 4);
    let mut place = 0;
    let mut here = chains.longest(place);
    while place < constants.bytes.len() {
        let Some(found) = here else {
            tokens.push(Token::Literal);
            place += 1;
            here = chains.longest(place);
            continue;
        };
        let mut passed = place + 1;
        if found.length < ENOUGH {
            here = chains.longest(passed);
            if here.is_some_and(|next| next.length > found.length) {
                tokens.push(Token::Literal);
                place += 1;
                continue;
            }
            passed += 1;
        }
        tokens.push(Token::Match(found));
        place += found.length;
        chains.pass(passed..place);
        here = chains.longest(place);
    }
    tokens
}

/// Earlier places with the same three bytes.
struct Chains<'a> {
    constants: &'a Constants,
    stretches: &'a [usize],
    latest: Vec<u32>,
    earlier: Vec<u32>,
}

impl<'a> Chains<'a> {
    fn new(constants: &'a Constants, stretches: &'a [usize]) -> Self {
        let earlier = vec![NONE; constants.bytes.len()];
        Self { constants, stretches, latest: vec![NONE; 1 << BITS], earlier }
    }

    /// Keeps a place, so that later ones may match it; the one before it with the same bytes.
    #[inline]
    fn keep(&mut self, place: usize) -> u32 {
        let [one, two, three, ..] = self.constants.bytes[place..] else { return NONE };
        let number = u32::from_le_bytes([one, two, three, 0]).wrapping_mul(0x9E37_79B1);
        let place_number = u32::try_from(place).unwrap_or(NONE);
        let before = std::mem::replace(&mut self.latest[(number >> (32 - BITS)) as usize], place_number);
        self.earlier[place] = before;
        before
    }

    /// Keeps places inside a match. The last ones of a stretch, too short for a match, are none that others could be with.
    fn pass(&mut self, places: Range<usize>) {
        let Some(stretch) = self.stretches.get(places.start) else { return };
        let end = places.end.min((self.constants.ends[*stretch] + 1).saturating_sub(SHORTEST));
        for place in places.start..end {
            self.keep(place);
        }
    }

    /// Keeps a place; the longest match there.
    fn longest(&mut self, place: usize) -> Option<Match> {
        let stretch = *self.stretches.get(place)?;
        let most = LONGEST.min(self.constants.ends[stretch] - place);
        if most < SHORTEST {
            return None;
        }
        let mut source = self.keep(place);
        let bytes = &self.constants.bytes;
        let mut longest: Option<Match> = None;
        for _ in 0..DEPTH {
            if source == NONE {
                break;
            }
            let at = source as usize;
            if far(place - at, stretch - self.stretches[at]) {
                break;
            }
            let length = longest.map_or(SHORTEST - 1, |found| found.length);
            if bytes[at + length] == bytes[place + length] {
                let room = room_of(self.constants, self.stretches, at, place).min(most);
                let found = common(&bytes[at..], &bytes[place..], room);
                if found > length && (found > SHORTEST || place - at < NEAR) {
                    longest = Some(Match { length: found, source: at });
                }
                if found == most {
                    break;
                }
            }
            source = self.earlier[at];
        }
        longest
    }
}
