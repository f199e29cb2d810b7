//! Workspace, units, assembly, checks and batch.
