//! Where words of a Chinese title end: the words that the house style names, and for the rest those of a dictionary, whose
//! pieces of one character go with their neighbours.

use std::cmp::Reverse;
use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use huibian_document::style::TitleBreaks;

/// Characters that close what is before them: names of places and bodies, and 的.
const SUFFIXES: &str =
    "的镇乡村县市省州区街会局部委所室站队组处科院校厂办员者化性级库网率型费款额量表册证园馆户师链";

/// The bytes between which a text has no word's middle, in order: 0 and the text's length are among them.
pub fn ends(text: &str, rules: &TitleBreaks) -> Vec<usize> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let (mut pieces, mut at) = (Vec::new(), 0);
    for word in named(text, &rules.words) {
        dictionary(segmenter, &text[at..word.start], &mut pieces);
        at = word.end;
        pieces.push(Piece { text: &text[word], is_whole: true });
    }
    dictionary(segmenter, &text[at..], &mut pieces);
    let joined = joined(&pieces, &rules.never_after);
    let mut at = 0;
    let mut ends = vec![0];
    for piece in joined {
        at += piece;
        ends.push(at);
    }
    ends
}

/// A piece of a text.
struct Piece<'t> {
    text: &'t str,
    /// Whether the house style names it.
    is_whole: bool,
}

impl Piece<'_> {
    /// The character that it is of, where it is of one hanzi.
    fn single(&self) -> Option<char> {
        let mut characters = self.text.chars();
        let first = characters.next().filter(|c| !c.is_ascii() && c.is_alphanumeric());
        first.filter(|_| !self.is_whole && characters.next().is_none())
    }

    /// Whether a single character before it is its first.
    fn takes(&self) -> bool {
        !self.is_whole && self.text.chars().all(|c| !c.is_ascii() && c.is_alphanumeric())
    }
}

/// Where words stand in a text, none over another: of those that begin at one place the longest.
pub fn named(text: &str, words: &[String]) -> Vec<Range<usize>> {
    // Of a style's words hardly any stands in one title: looked for are those whose first characters it has.
    let mut has = [false; 1 << u8::BITS];
    text.chars().for_each(|c| has[low_bits(c)] = true);
    let may_stand = |word: &&String| !word.is_empty() && word.chars().take(2).all(|c| has[low_bits(c)]);
    let words = words.iter().filter(may_stand);
    let mut found: Vec<Range<usize>> = words
        .flat_map(|word| text.match_indices(word.as_str()).map(|(at, found)| at..at + found.len()))
        .collect();
    found.sort_by_key(|range| (range.start, Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let is_free = range.start >= end;
        end = if is_free { range.end } else { end };
        is_free
    });
    found
}

fn low_bits(c: char) -> usize {
    u32::from(c) as usize & 0xFF
}

fn dictionary<'t>(segmenter: WordSegmenterBorrowed<'_>, text: &'t str, pieces: &mut Vec<Piece<'t>>) {
    let mut start = 0;
    for end in segmenter.segment_str(text).skip(1) {
        pieces.push(Piece { text: &text[start..end], is_whole: false });
        start = end;
    }
}

/// The lengths of pieces that are joined: a suffix goes with what is before it, as does what follows a number; other single
/// characters go with each other, and one that is alone with what follows it. Those of `apart` stand for themselves.
fn joined(pieces: &[Piece<'_>], apart: &str) -> Vec<usize> {
    let mut lengths: Vec<usize> = Vec::new();
    // How many single characters the last word has been joined of; 0 where it is whole.
    let mut open = 0;
    let mut after_number = false;
    for piece in pieces {
        let (joins, now) = match piece.single() {
            Some(c) if apart.contains(c) => (false, 0),
            Some(c) if SUFFIXES.contains(c) || after_number => (true, 0),
            Some(_) => (open > 0, open + 1),
            None => (open == 1 && piece.takes(), 0),
        };
        match lengths.last_mut().filter(|_| joins) {
            Some(last) => *last += piece.text.len(),
            None => lengths.push(piece.text.len()),
        }
        open = now;
        after_number = piece.text.ends_with(|c: char| c.is_ascii_digit());
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let rules = TitleBreaks {
            words: ["上半年", "党组织", "意识形态"].map(str::to_owned).to_vec(),
            never_after: "和与".to_owned(),
            ..TitleBreaks::default()
        };
        let ends = ends(text, &rules);
        let words: Vec<&str> = ends.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
        words.join("|")
    }

    #[test]
    fn words_end_where_a_reader_sees_them_end() {
        for (text, expected) in [
            ("云溪镇人民政府办公室", "云溪镇|人民政府|办公室"),
            ("2023年上半年学习", "2023年|上半年|学习"),
            ("基层党组织意识形态工作", "基层|党组织|意识形态|工作"),
            ("高标准农田建设和粮食生产", "高标准|农田|建设|和|粮食|生产"),
            ("印发方案的通知", "印发|方案的|通知"),
            ("", ""),
        ] {
            assert_eq!(words(text), expected);
        }
    }
}
