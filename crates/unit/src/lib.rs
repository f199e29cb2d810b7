//! One unit's data: where each field stands that it gave.
//!
//! This crate must not know where data came from, nor templates.

mod characters;
mod places;

pub use characters::is_refused;
pub use places::Places;
