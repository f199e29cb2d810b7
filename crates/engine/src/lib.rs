//! Workspace, units, assembly, checks and batch.

pub mod artifact;
pub mod finding;
pub mod name;
pub mod unit;
