//! An office's own Word file as a template: read, cut at its tags into constant pieces, and filled.
//!
//! # Steps
//! 1. [`WordTemplate::read`]: the package is read under limits, the words of each paragraph are put together however many runs
//!    they are split over, and its tags are found. They are checked and evaluated as those of any template: [`WordTemplate::source`]
//!    is what is checked, a paragraph a line; [`WordTemplate::marked`] is what runs.
//! 2. What comes of the tags is laid between the pieces ([`huibian_document::Laid`]).
//! 3. [`WordTemplate::filled`]: the parts' XML. What no tag touches stays byte for byte.
//! 4. [`WordTemplate::content`]: the same as blocks, for formats that are not Word's.
//!
//! Who writes such files finds what a content control is in [`control`].
//!
//! It must not know what tags mean, whose data go in, files, or how a package is written.

mod asks;
mod beside;
mod blocks;
mod builder;
mod columns;
pub mod control;
mod cut;
mod draft;
mod grid;
mod marking;
mod mend;
mod notes;
pub mod paragraph;
pub mod part;
mod pictures;
mod place;
mod rounds;
mod set;
mod story;
mod stray;
mod styles;
mod tag;
mod telling;
mod template;
mod write;

pub use asks::{Asked, AskedKind};
pub use blocks::WordContent;
pub use draft::{Remark, with_remarks};
pub use template::{Refused, SlotUse, Under, WordTemplate, Words};
pub use write::Filled;
