//! A document and a house style to PDF, set by Typst in this process.
//!
//! # Steps
//! - [`Faces`] are found: the style's own on the system and in given folders, and those that stand in for them.
//! - The style becomes a Typst module ([`preamble`]), once for all documents.
//! - A document becomes calls of that module's functions ([`source`]): all of its text as string literals, so that nothing
//!   in it is mark-up.
//! - Typst lays it out and writes the file. Same document, style and faces: same bytes.
//!
//! This crate must not know plugins, templates or units; no disk but for faces, no clock.

mod faces;
mod preamble;
mod source;
mod world;
mod writer;

pub use faces::{Faces, Missing, NoFace};
pub use writer::{Pdf, PdfError, PdfWriter, Profile};
