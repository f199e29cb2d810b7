//! Workspace, units, assembly, checks and batch.

pub mod artifact;
pub mod check;
pub mod figure;
pub mod finding;
pub mod name;
pub mod unit;
