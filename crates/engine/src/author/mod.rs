//! What a plugin's author needs: a plugin alone, with data of its own, without a workspace or a report.
//!
//! - [`conformance`]: what every plugin must stand;
//! - [`trial`]: one plugin made ready, asked, and worded;
//! - [`example`]: its examples run and compared; [`bless`] writes what came of them back;

pub mod bless;
pub mod conformance;
pub mod example;
mod input;
mod said;
pub mod trial;

pub use said::Said;
