//! Roll-up: what stands above the units. [`tree`] says who belongs to whom, [`merge`] adds their counts up. Pure.

pub mod merge;
pub mod tree;
