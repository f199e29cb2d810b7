//! DEFLATE (RFC 1951) for texts that are alike but for some holes.
//!
//! This crate must not know what the texts are, what fills their holes, nor what their bytes are packed into.
//!
//! A [`Form`] is made once of what the texts have in common. Its matches are found then, by the cheapest way through
//! all that there are, and its bits are written down. Filling it copies those bits; anew come only the distances of
//! matches that reach back across holes, and what fills the holes, matched with what stands before.
//!
//! ```
//! use huibian_deflate::{Form, Piece};
//!
//! let form = Form::new(&[Piece::Constant(b"Handled: "), Piece::Hole, Piece::Constant(b" of "), Piece::Hole]);
//! let mut deflated = Vec::new();
//! let sum = form.fill(&[b"17", b"20"], &mut deflated);
//! assert_eq!(sum.map(|sum| sum.length), Some(17));
//! ```
//!
//! # What it comes to
//! Measured against libdeflate at level 6, with the figures of the text as holes (`tests/size.rs` holds the sizes,
//! `examples/beside.rs` shows the costs):
//!
//! | text | deflated | filled | filling : deflating, instructions |
//! |---|---|---|---|
//! | a report of 3,000 characters, 12,686 bytes | 4,308 | 4,217 | 1 : 14 |
//! | a short document, 3,471 bytes | 952 | 965 | |
//! | that report with a table of 320 figures, 64,375 bytes | 5,557 | 5,522 | |
//!
//! It is no larger, because a form has the time to weigh all matches against each other, which makes up for codes
//! that must be there for every byte that may come. Where holes are much of the text, it grows: by 7 % where they are
//! a sixth, by 15 % where they are two fifths, and a byte in a hole costs as much as deflating it would. Making a form
//! takes as long as deflating twenty such texts: it pays from then on.
//!
//! [`Form::quick`] takes matches as they come, and little longer than to deflate a text: for texts that may be few.
//!
//! A form holds about ten bytes for each of its constant bytes, and some fifty while it is made.

mod bits;
mod block;
mod fill;
mod form;
mod huffman;
mod index;
mod matches;
mod parse;
mod quick;
mod symbol;
mod table;

pub use fill::Sum;
pub use form::{Form, Piece};
