//! Workspace, units, assembly, checks and batch.
//!
//! # Steps
//! [`workspace`] load → [`unit`] read → contribute ([`huibian_host`]) → collect ([`figure`], [`check`]) →
//! [`typeset`] → write ([`artifact`]) → record ([`batch`]); [`assemble`] reads as that line.

pub mod artifact;
pub mod assemble;
pub mod batch;
pub mod check;
pub mod create;
pub mod figure;
pub mod finding;
pub mod format;
pub mod name;
pub mod typeset;
pub mod unit;
pub mod wording;
pub mod workspace;
