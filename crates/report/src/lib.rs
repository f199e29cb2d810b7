//! From figures to a document.
//!
//! # Steps
//! [`word`] renders the templates, [`illustrate`] reads pictures and draws charts, [`typeset`] numbers and lays out,
//! [`compose`] puts the official parts around it. What all reports share is a [`Design`], made once; what those of one shape
//! share are their [`Forms`].
//!
//! This crate must not know file formats, plugins' code, where units' data come from, or batches.

pub mod chart;
mod comparison;
mod compose;
mod context;
mod counts;
mod declarations;
mod design;
mod forms;
mod gaps;
mod illustrate;
mod items;
mod load;
mod marks;
pub mod office;
pub mod outline;
pub mod picture;
pub mod print;
pub mod table;
mod text;
mod typeset;
mod withheld;
mod word;
mod word_file;
pub mod wording;

pub use compose::compose;
pub use context::{Context, PeriodNames, SectionInput, fields_by_plugin};
pub use declarations::Declarations;
pub use design::Design;
pub use forms::{Forms, Owner, Ways, typeset_alone};
pub use illustrate::{IllustrationInput, Illustrations, illustrate};
pub use load::{DesignFiles, LoadedDesign, load};
pub use text::Text;
pub use typeset::{Typeset, typeset};
pub use withheld::Withheld;
pub use word::{Report, ReportInput, word};
pub use word_file::beside;
