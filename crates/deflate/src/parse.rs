//! Which matches to take: those by which the constant bytes cost the fewest bits, under codes that follow from what
//! was taken the time before.

use crate::matches::{Constants, HOLE, Match, Matches};
use crate::symbol::{self, DISTANCES, END, LITERALS, SHORTEST};
use crate::table::{Frequencies, Table};

/// How often codes and choice follow from each other.
const ROUNDS: usize = 3;
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
pub fn parse(constants: &Constants, stretches: &[usize]) -> (Vec<Token>, Table) {
    let matches = Matches::find(constants, stretches);
    let mut table = Table::new(&Frequencies { literals: [1; LITERALS], distances: [1; DISTANCES] });
    let mut tokens = Vec::new();
    for _ in 0..ROUNDS {
        tokens = cheapest(constants, stretches, &matches, &table);
        table = Table::new(&frequencies(constants, stretches, &tokens));
    }
    (tokens, table)
}

/// The distance of a match, holes of the usual length taken to lie between.
fn distance(stretches: &[usize], place: usize, source: usize) -> usize {
    place - source + (stretches[place] - stretches[source]) * HOLE
}

/// The cheapest way to each place, from the first on; the way to the last is taken.
fn cheapest(constants: &Constants, stretches: &[usize], matches: &Matches, table: &Table) -> Vec<Token> {
    let bytes = &constants.bytes;
    let lengths: Vec<u32> =
        (0..=symbol::LONGEST).map(|length| table.length(length.max(SHORTEST)).count).collect();
    let mut ways = vec![(u32::MAX, Token::Literal); bytes.len() + 1];
    ways[0].0 = 0;
    for place in 0..bytes.len() {
        let cost = ways[place].0;
        take(&mut ways[place + 1], cost + table.literal(bytes[place].into()).count, Token::Literal);
        let mut shorter = SHORTEST;
        for found in matches.at(place) {
            let cost = cost + table.distance(distance(stretches, place, found.source)).count;
            let from = if found.length > LONG { found.length } else { shorter };
            for length in from..=found.length {
                let token = Token::Match(Match { length, source: found.source });
                take(&mut ways[place + length], cost + lengths[length], token);
            }
            shorter = found.length + 1;
        }
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
fn take(way: &mut (u32, Token), cost: u32, token: Token) {
    if cost < way.0 {
        *way = (cost, token);
    }
}

/// How often each symbol is expected: as often as among the tokens, and some for the holes.
fn frequencies(constants: &Constants, stretches: &[usize], tokens: &[Token]) -> Frequencies {
    let mut frequencies = Frequencies { literals: [1; LITERALS], distances: [2; DISTANCES] };
    let holes = constants.ends.len() as u64 - 1;
    for digit in b'0'..=b'9' {
        frequencies.literals[usize::from(digit)] += 4 * holes;
    }
    // The bytes of most Chinese characters.
    for byte in (0x80..=0xBF).chain(0xE4..=0xE9) {
        frequencies.literals[byte] += 1 + holes / 8;
    }
    frequencies.literals[END] += 16;
    let mut place = 0;
    for token in tokens {
        match token {
            Token::Literal => frequencies.literals[usize::from(constants.bytes[place])] += 16,
            Token::Match(found) => {
                frequencies.literals[symbol::length(found.length).0] += 16;
                let distance = distance(stretches, place, found.source);
                frequencies.distances[symbol::distance(distance).0] += 16;
            }
        }
        place += token.length();
    }
    frequencies
}
