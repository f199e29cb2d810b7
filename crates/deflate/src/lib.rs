//! DEFLATE (RFC 1951) for texts that are alike but for some holes.
//!
//! This crate must not know what the texts are, what fills their holes, nor what their bytes are packed into.
//!
//! A [`Form`] is made once of what the texts have in common. Its matches are found then, thoroughly, and its bits
//! are written down. Filling it copies those bits; anew come only the texts of the holes, and the distances of
//! matches that reach back across holes.

mod bits;
mod fill;
mod form;
mod huffman;
mod index;
mod matches;
mod parse;
mod symbol;
mod table;

pub use fill::Sum;
pub use form::{Form, Piece};
