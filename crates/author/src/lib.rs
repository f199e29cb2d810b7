//! What a plugin's author needs: a plugin alone, with data of its own, without a workspace or a report.
//!
//! - [`conformance`]: what every plugin must stand;
//! - [`scaffold`] makes a new plugin's folder, [`build`] its code;
//! - [`archive`] packs a plugin into one file, [`install`] unpacks it;
//! - [`history`] tells what became of it in the last run, [`section`] what it says for a unit of a workspace;
//! - [`trial`]: one plugin made ready, asked, and worded;
//! - [`example`]: its examples run and compared; [`bless`] writes what came of them back.
//!
//! This crate must not know batches or roll-ups.

pub mod archive;
pub mod bless;
pub mod build;
pub mod conformance;
pub mod example;
pub mod history;
mod input;
pub mod install;
pub mod scaffold;
pub mod section;
mod section_text;
pub mod trial;

pub use section_text::SectionText;
