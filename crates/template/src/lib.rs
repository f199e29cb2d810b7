//! Handlebars to Markdown to blocks.
//!
//! # Steps
//! 1. [`front_matter`]: what a report template declares of itself, its slots.
//! 2. [`TemplateSet::add_partials`]: the wording that templates share; a cycle is found here.
//! 3. [`TemplateSet::add`]: a template is parsed, every name in it held against its [`Scope`], and its Markdown looked over
//!    for what no report can carry; nothing runs.
//! 4. [`TemplateSet::render`]: one unit's data are held against the template's questions. Where no unit gave the same answers
//!    before, Handlebars fills the data in, escaped, and the Markdown that comes out is parsed; else its blocks are known.
//!
//! Counts and slots travel through Markdown as marks: characters that no data may hold.
//!
//! This crate must not know plugins' code, files or how a report is numbered.

mod check;
mod compile;
mod data;
mod dates;
mod evaluate;
mod excess;
mod fill;
mod front_matter;
mod helpers;
mod holes;
mod inclusions;
mod lines;
mod mark;
mod markdown;
mod missing;
mod notes;
mod outline;
mod partials;
mod path;
mod pieces;
mod placed;
mod program;
mod refusal;
mod scope;
mod set;
mod skeleton;
#[cfg(test)]
mod tests;
mod typeset;
mod words;

pub use compile::imbalanced;
pub use data::{Counts, Data, Shared};
pub use evaluate::Withheld;
pub use fill::{Rendered, one_line};
pub use front_matter::{FrontMatter, SlotKind, SlotSpec, front_matter};
pub use helpers::{HelperEntry, reference};
pub use mark::{END as PIECE_END, PIECE};
pub use markdown::{Block, Inline};
pub use outline::{Outline, OutlineHeading, OutlineSlot};
pub use placed::{Placed, PlacedKind, Use};
pub use scope::{Countable, DeclaredSlot, Entry, NameKind, Names, Scope};
pub use set::TemplateSet;
