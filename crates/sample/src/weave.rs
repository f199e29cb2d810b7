//! One passage as several reports have it: what agrees becomes words, what differs holes.

use std::ops::Range;

use crate::form::{Hole, HoleKind, Piece, Reason, push_words, text};
use crate::measure;
use crate::nature::{self, Setting};
use crate::shape;
use crate::together::{Place, together};
use crate::token::{Kind, Own, Token, tokens};

/// What reports say in one passage.
pub struct Weaver<'w> {
    /// What is known of each report.
    pub owns: &'w [Own],
    /// The passage in each report; none where it does not have it.
    pub texts: Vec<Option<&'w str>>,
    /// Where in the report it stands.
    pub setting: Setting,
}

/// A stretch of one report's tokens.
type Stretch = (usize, Range<usize>);

impl Weaver<'_> {
    /// The pieces of the passage.
    pub fn pieces(&self) -> Vec<Piece> {
        let own = |(report, text): (usize, Option<&str>)| {
            text.map_or_else(Vec::new, |text| tokens(text, &self.owns[report]))
        };
        let tokens: Vec<Vec<Token>> = self.texts.iter().copied().enumerate().map(own).collect();
        let whole: Vec<Stretch> = (0..self.texts.len())
            .filter(|report| self.texts[*report].is_some())
            .map(|report| (report, 0..tokens[report].len()))
            .collect();
        let pieces = shape::shaped(self.weave(&tokens, &whole));
        let is_kept =
            whole.iter().all(|(report, _)| Some(text(&pieces, *report).as_str()) == self.texts[*report]);
        if is_kept { pieces } else { self.weave(&tokens, &whole) }
    }

    fn words(&self, tokens: &[Vec<Token>], (report, range): &Stretch) -> String {
        let Some(text) = self.texts[*report] else { return String::new() };
        tokens[*report][range.clone()].iter().map(|token| &text[token.range.clone()]).collect()
    }

    /// The pieces of stretches that stand beside each other.
    fn weave(&self, tokens: &[Vec<Token>], stretches: &[Stretch]) -> Vec<Piece> {
        if let [only] = stretches {
            return self.alone(tokens, only);
        }
        let lengths: Vec<usize> = stretches.iter().map(|(_, range)| range.len()).collect();
        let kind = |(stretch, item): (usize, usize)| {
            let (report, range) = &stretches[stretch];
            &tokens[*report][range.start + item].kind
        };
        let places = together(&lengths, |left, right| {
            let (left, right) = (kind(left), kind(right));
            (left == right).then(|| weight(left))
        });
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = vec![0; stretches.len()];
        let mut rest = places.as_slice();
        while let Some(first) = rest.first() {
            if first.is_full() {
                self.full(tokens, stretches, &at, &mut pieces);
                at.iter_mut().for_each(|at| *at += 1);
                rest = &rest[1..];
                continue;
            }
            let length = rest.iter().take_while(|place| !place.is_full()).count();
            let within: Vec<Stretch> = stretches
                .iter()
                .enumerate()
                .map(|(stretch, (report, range))| {
                    let count = rest[..length]
                        .iter()
                        .filter(|place: &&Place| place.members[stretch].is_some())
                        .count();
                    let start = range.start + at[stretch];
                    at[stretch] += count;
                    (*report, start..start + count)
                })
                .collect();
            pieces.extend(self.differing(tokens, &within));
            rest = &rest[length..];
        }
        pieces
    }

    /// What stands in one place of all stretches.
    fn full(&self, tokens: &[Vec<Token>], stretches: &[Stretch], at: &[usize], pieces: &mut Vec<Piece>) {
        let mut texts: Vec<Option<String>> = vec![None; self.texts.len()];
        let mut measure = String::new();
        let mut kind = Kind::Number;
        let mut is_natural = false;
        for ((report, range), at) in stretches.iter().zip(at) {
            let token = &tokens[*report][range.start + at];
            let text = self.texts[*report].unwrap_or_default();
            texts[*report] = Some(text[token.range.clone()].to_owned());
            measure::around(&text[..token.range.start], &text[token.range.end..]).clone_into(&mut measure);
            kind = token.kind.clone();
            is_natural = nature::is_day_of_report(text, token, &self.owns[*report], self.setting);
        }
        let first = texts.iter().flatten().next().cloned().unwrap_or_default();
        let differs = texts.iter().flatten().any(|text| *text != first);
        let (kind, reason) = match kind {
            Kind::Unit => (HoleKind::Unit, Reason::Known),
            Kind::Period(which, form) => (HoleKind::Period(which, form), Reason::Known),
            Kind::Day(form) if differs => (HoleKind::Day(form), Reason::Differs),
            Kind::Day(form) if is_natural => (HoleKind::Day(form), Reason::Nature),
            Kind::Number if differs && measure::is_rate(&measure) => (HoleKind::Rate, Reason::Differs),
            Kind::Number if differs => (HoleKind::Number, Reason::Differs),
            Kind::Titles if differs => (HoleKind::Text, Reason::Differs),
            Kind::Word(_) | Kind::Day(_) | Kind::Number | Kind::Titles => return push_words(pieces, &first),
        };
        let measure = if matches!(kind, HoleKind::Number | HoleKind::Rate) { measure } else { String::new() };
        pieces.push(Piece::Hole(Hole { measure, ..Hole::new(kind, texts, reason) }));
    }

    /// What stands in stretches of which no place is in all.
    fn differing(&self, tokens: &[Vec<Token>], within: &[Stretch]) -> Vec<Piece> {
        let present: Vec<Stretch> = within.iter().filter(|(_, range)| !range.is_empty()).cloned().collect();
        let texts = || {
            let mut texts: Vec<Option<String>> = vec![None; self.texts.len()];
            for stretch in within {
                texts[stretch.0] = Some(self.words(tokens, stretch));
            }
            texts
        };
        if present.len() < within.len() {
            let inner = self.settled(self.weave(tokens, &present), &present);
            let said: usize = inner
                .iter()
                .map(|piece| if let Piece::Words(words) = piece { words.chars().count() } else { 0 })
                .sum();
            let longest =
                present.iter().map(|one| self.words(tokens, one).chars().count()).max().unwrap_or(0);
            let is_text =
                present.len() == 1 && within.len() > 2 && present.len() * 2 < within.len() && longest < 4;
            if said * 2 >= longest && said > 1 && !is_text {
                let mut is_present = vec![false; self.texts.len()];
                present.iter().for_each(|(report, _)| is_present[*report] = true);
                return vec![Piece::Optional(inner, is_present)];
            }
        }
        vec![Piece::Hole(Hole::new(HoleKind::Text, texts(), Reason::Differs))]
    }

    /// Pieces of which none is optional: what only some of the stretches have within them is told as words that differ.
    fn settled(&self, pieces: Vec<Piece>, present: &[Stretch]) -> Vec<Piece> {
        let settle = |piece| match piece {
            Piece::Optional(inner, is_present) => {
                let mut texts: Vec<Option<String>> = vec![None; self.texts.len()];
                for (report, _) in present {
                    texts[*report] =
                        Some(if is_present[*report] { text(&inner, *report) } else { String::new() });
                }
                Piece::Hole(Hole::new(HoleKind::Text, texts, Reason::Differs))
            }
            piece => piece,
        };
        pieces.into_iter().map(settle).collect()
    }

    /// What stands in one report alone: its fields are so by their nature.
    fn alone(&self, tokens: &[Vec<Token>], (report, range): &Stretch) -> Vec<Piece> {
        let text = self.texts[*report].unwrap_or_default();
        let own = &tokens[*report];
        let mut pieces = Vec::new();
        for at in range.clone() {
            let words = &text[own[at].range.clone()];
            let Some((kind, reason)) = nature::nature(text, own, at, &self.owns[*report], self.setting)
            else {
                push_words(&mut pieces, words);
                continue;
            };
            let mut texts: Vec<Option<String>> = vec![None; self.texts.len()];
            texts[*report] = Some(words.to_owned());
            let measure = match kind {
                HoleKind::Number | HoleKind::Rate => {
                    let range = &own[at].range;
                    measure::around(&text[..range.start], &text[range.end..]).to_owned()
                }
                _ => String::new(),
            };
            pieces.push(Piece::Hole(Hole { measure, ..Hole::new(kind, texts, reason) }));
        }
        pieces
    }
}

/// How much it says that a piece stands in two texts.
fn weight(kind: &Kind) -> i32 {
    match kind {
        Kind::Unit | Kind::Period(..) | Kind::Day(_) => 6,
        Kind::Number => 4,
        Kind::Word(_) if kind.is_sign() => 1,
        Kind::Word(word) if word.len() > 4 => 3,
        Kind::Titles | Kind::Word(_) => 2,
    }
}
