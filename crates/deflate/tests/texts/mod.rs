//! Texts as a writer makes them, and where their figures stand.

use huibian_deflate::Piece;

/// The main part of a report of three thousand characters.
pub const REPORT: &str = include_str!("report.xml");
/// That of a short document.
pub const SHORT: &str = include_str!("short.xml");
/// A text with runs of digits in its words as holes: the pieces, and what fills the holes.
pub fn figures(text: &str) -> (Vec<Piece<'_>>, Vec<&[u8]>) {
    let (mut pieces, mut holes, mut begin, mut in_tag) = (Vec::new(), Vec::new(), 0, false);
    let bytes = text.as_bytes();
    let mut place = 0;
    while place < bytes.len() {
        match bytes[place] {
            b'<' => in_tag = true,
            b'>' => in_tag = false,
            b'0'..=b'9' if !in_tag => {
                let length = bytes[place..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                pieces.extend([Piece::Constant(&bytes[begin..place]), Piece::Hole]);
                holes.push(&bytes[place..place + length]);
                place += length - 1;
                begin = place + 1;
            }
            _ => {}
        }
        place += 1;
    }
    pieces.push(Piece::Constant(&bytes[begin..]));
    (pieces, holes)
}
