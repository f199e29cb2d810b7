//! Which matches to take: those by which the constant bytes cost the fewest bits, under codes that follow from what
//! was taken the time before.

use crate::block::{Block, Expected};
use crate::matches::{Constants, HOLE, Match, Matches};
use crate::quick;
use crate::symbol::{self, DISTANCES, LITERALS, SHORTEST};
use crate::table::{Frequencies, Table};

/// How often codes and choice follow from each other.
const ROUNDS: usize = 2;
/// The round after which blocks are split.
const SPLIT: usize = 1;
/// Of matches longer than this only the whole is tried, not its beginnings.
const LONG: usize = 48;

/// One step through the constant bytes.
#[derive(Clone, Copy, Debug)]
pub enum Token {
    /// A byte that stands for itself.
    Literal,
    /// Bytes that stand earlier already.
    Match(Match),
}

impl Token {
    /// How many bytes it covers.
    pub fn length(&self) -> usize {
        match self {
            Self::Literal => 1,
            Self::Match(found) => found.length,
        }
    }
}

/// The tokens, one behind the other, and the codes for them and for what may come into the holes.
pub fn parse(constants: &Constants, stretches: &[usize]) -> (Vec<Token>, Vec<Block>) {
    let matches = Matches::find(constants, stretches);
    let all = constants.bytes.len();
    let even = Table::new(&Frequencies { literals: [1; LITERALS], distances: [1; DISTANCES] });
    let mut blocks = vec![Block { end: all, table: even }];
    let mut tokens = Vec::new();
    let mut ends = vec![all];
    for round in 1..=ROUNDS {
        tokens = cheapest(constants, stretches, &matches, &blocks);
        let expected = Expected { constants, stretches, tokens: &tokens };
        if round == SPLIT {
            ends = expected.split();
        }
        blocks = expected.blocks(&ends);
    }
    (tokens, blocks)
}

/// The same by the first matches that are found, in one block.
pub fn quick(constants: &Constants, stretches: &[usize]) -> (Vec<Token>, Vec<Block>) {
    let tokens = quick::tokens(constants, stretches);
    let blocks = Expected { constants, stretches, tokens: &tokens }.blocks(&[constants.bytes.len()]);
    (tokens, blocks)
}

/// The distance of a match, holes of the usual length taken to lie between.
pub fn distance(stretches: &[usize], place: usize, source: usize) -> usize {
    place - source + (stretches[place] - stretches[source]) * HOLE
}

/// The cheapest way to each place, from the first on; the way to the last is taken.
fn cheapest(constants: &Constants, stretches: &[usize], matches: &Matches, blocks: &[Block]) -> Vec<Token> {
    let bytes = &constants.bytes;
    let mut ways = vec![(u64::MAX, Token::Literal); bytes.len() + 1];
    ways[0].0 = 0;
    let mut begin = 0;
    for Block { end, table } in blocks {
        let lengths: Vec<u64> =
            (0..=symbol::LONGEST).map(|length| table.length(length.max(SHORTEST)).count.into()).collect();
        for place in begin..*end {
            let cost = ways[place].0;
            take(
                &mut ways[place + 1],
                cost + u64::from(table.literal(bytes[place].into()).count),
                Token::Literal,
            );
            let mut shorter = SHORTEST;
            for found in matches.at(place) {
                let distance = distance(stretches, place, found.source);
                let cost = cost + u64::from(table.distance(distance).count);
                let from = if found.length > LONG { found.length } else { shorter };
                for length in from..=found.length {
                    let token = Token::Match(Match { length, source: found.source });
                    take(&mut ways[place + length], cost + lengths[length], token);
                }
                shorter = found.length + 1;
            }
        }
        begin = *end;
    }
    let mut tokens = Vec::new();
    let mut place = bytes.len();
    while place > 0 {
        let token = ways[place].1;
        tokens.push(token);
        place -= token.length();
    }
    tokens.reverse();
    tokens
}

/// Takes a way where it is cheaper.
fn take(way: &mut (u64, Token), cost: u64, token: Token) {
    if cost < way.0 {
        *way = (cost, token);
    }
}
