//! Workspace, units, assembly, checks and batch.

pub mod artifact;
pub mod name;
