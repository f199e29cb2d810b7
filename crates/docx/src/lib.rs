//! A Word package read under limits: its parts, what they link to, its styles and pages.
//!
//! It must not know files, how a package is written, or what becomes of what is read. Nothing that leads out of a package is
//! taken.

mod dangling;
mod elements;
mod links;
mod outward;
mod package;
mod pages;
mod paragraphs;
mod reference;
mod shown_styles;
mod stories;
mod strict;
mod styles;
mod transitional;
mod unusable;
mod vocabularies;
pub mod xml;

pub use dangling::{Dangling, dangling};
pub use elements::{attributes, is_too_much};
pub use links::{PackageParts, Taken};
pub use package::{MOST_BYTES, package};
pub use paragraphs::of_document;
pub use reference::{Frame, Reference};
pub use stories::{Stories, part_text, stories};
pub use styles::open_circles;
pub use unusable::Unusable;
