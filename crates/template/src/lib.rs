//! Handlebars to Markdown to blocks.
//!
//! # Steps
//! 1. [`front_matter`]: what a report template declares of itself, its slots.
//! 2. [`TemplateSet::add`]: a template is parsed, and every name in it held against its [`Scope`]; nothing runs.
//! 3. [`TemplateSet::render`]: Handlebars fills in one unit's data, escaped; the Markdown that comes out is parsed.
//!
//! Counts and slots travel through Markdown as [`mark`]s: characters that no data may hold.

mod check;
mod front_matter;
mod helpers;
mod mark;
mod markdown;
mod set;
mod typeset;

pub use check::{Kind, Scope};
pub use front_matter::{FrontMatter, SlotKind, SlotSpec, front_matter};
pub use markdown::{Block, Inline};
pub use set::TemplateSet;
