//! Whatever fills the holes, what comes out inflates to the text.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use huibian_deflate::{Form, Piece, Sum};
use libdeflater::Decompressor;
use proptest::prelude::*;

/// A piece that owns its bytes; none for a hole.
type Owned = Option<Vec<u8>>;

/// Fills, and holds what comes out against the text.
fn check(pieces: &[Owned], holes: &[Vec<u8>]) -> Vec<u8> {
    let borrowed: Vec<Piece> =
        pieces.iter().map(|piece| piece.as_deref().map_or(Piece::Hole, Piece::Constant)).collect();
    let texts: Vec<&[u8]> = holes.iter().map(Vec::as_slice).collect();
    let mut rest = texts.iter();
    let text: Vec<u8> = pieces
        .iter()
        .flat_map(|piece| piece.as_deref().unwrap_or_else(|| rest.next().unwrap()).to_vec())
        .collect();
    check_form(Form::quick, (&borrowed, &texts), &text);
    check_form(Form::new, (&borrowed, &texts), &text)
}

fn check_form(make: fn(&[Piece]) -> Form, (pieces, texts): (&[Piece], &[&[u8]]), text: &[u8]) -> Vec<u8> {
    let form = make(pieces);
    let mut out = b"before".to_vec();
    let sum = form.fill(texts, &mut out).unwrap();
    assert_eq!(sum, Sum { crc32: crc32fast::hash(text), length: text.len() });
    let mut inflated = vec![0; text.len()];
    let deflated = out.split_off(6);
    assert_eq!(out, b"before");
    assert_eq!(Decompressor::new().deflate_decompress(&deflated, &mut inflated).unwrap(), text.len());
    assert!(inflated == text);
    let mut again = Vec::new();
    make(pieces).fill(texts, &mut again).unwrap();
    assert_eq!(again, deflated);
    deflated
}

/// Bytes of few kinds, so that they match; or any.
fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        3 => prop::collection::vec(prop_oneof![Just(b'a'), Just(b'b')], 0..most),
        3 => prop::collection::vec(prop_oneof![Just("<w:t>"), Just("</w:t>"), Just("同比增长"), Just("7")], 0..most / 4 + 1)
            .prop_map(|words| words.concat().into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..most),
        1 => (any::<u8>(), 0..most * 4).prop_map(|(byte, times)| vec![byte; times]),
    ]
}

proptest! {
    #[test]
    fn inflates_to_the_text(
        pieces in prop::collection::vec(prop::option::weighted(0.6, bytes(200)), 0..30),
        texts in prop::collection::vec(bytes(60), 30),
    ) {
        let holes = pieces.iter().filter(|piece| piece.is_none()).count();
        check(&pieces, &texts[..holes]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn inflates_where_matches_reach_as_far_as_they_may(
        word in prop::collection::vec(any::<u8>(), 3..400),
        apart in 32_700..32_800usize,
        fill in 0..70usize,
    ) {
        let between: Vec<u8> = (0..apart).map(|place| ((place * 7919) >> 5).to_le_bytes()[0]).collect();
        let pieces = [Some(word.clone()), None, Some(between), None, Some(word)];
        check(&pieces, &[vec![b'x'; fill], word_of(fill)]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn inflates_where_blocks_have_codes_of_their_own(
        seed in any::<usize>(),
        longest in prop_oneof![Just(4usize), Just(40), Just(2_000)],
    ) {
        let text = include_str!("texts/report.xml").as_bytes().to_vec();
        let cells = (0..300usize).flat_map(|cell| [Some(format!("<c r=\"{}\">", cell * (seed % 1000) % 997).into_bytes()), None]);
        let pieces: Vec<Owned> = [Some(text.clone()), None].into_iter().chain(cells).chain([Some(text), None]).collect();
        let texts: Vec<Vec<u8>> = (0..302usize).map(|hole| word_of((hole * 31 + seed % 1000) % longest)).collect();
        check(&pieces, &texts);
    }
}

/// A text of so many bytes.
fn word_of(length: usize) -> Vec<u8> {
    b"0123456789".iter().copied().cycle().take(length).collect()
}

#[test]
fn every_distance_about_the_farthest_is_right() {
    let word = b"the same word again".to_vec();
    for hole in 32_768 - 40..32_768 + 4 {
        check(&[Some(word.clone()), None, Some(word.clone())], &[vec![b'-'; hole]]);
    }
}

#[test]
fn nothing_and_next_to_nothing() {
    check(&[], &[]);
    check(&[Some(Vec::new())], &[]);
    check(&[Some(b"a".to_vec())], &[]);
    check(&[None], &[Vec::new()]);
    check(&[None], &[b"a".to_vec()]);
    check(&[None, None, None], &[Vec::new(), (0..=255).collect(), Vec::new()]);
    check(
        &[None, Some(Vec::new()), Some(b"ab".to_vec()), Some(b"ab".to_vec()), None],
        &[Vec::new(), vec![0; 70_000]],
    );
}

#[test]
fn long_texts_cross_the_window() {
    let paragraph = "<w:p><w:r><w:t>柳林街道本季度办结</w:t></w:r></w:p>".as_bytes();
    let pieces: Vec<Owned> = (0..800).flat_map(|_| [Some(paragraph.to_vec()), None]).collect();
    let holes: Vec<Vec<u8>> = (0..800usize).map(|hole| (hole * hole).to_string().into_bytes()).collect();
    check(&pieces, &holes);
}

#[test]
fn as_many_texts_as_holes_or_nothing() {
    let form = Form::new(&[Piece::Constant(b"a"), Piece::Hole]);
    let mut out = Vec::new();
    assert_eq!(form.holes(), 1);
    assert_eq!(form.fill(&[], &mut out), None);
    assert_eq!(form.fill(&[b"", b""], &mut out), None);
    assert!(out.is_empty());
}
