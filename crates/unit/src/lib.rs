//! One unit's data: where each field stands that it gave.
//!
//! This crate must not know where data came from, nor templates.

mod places;

pub use places::Places;
