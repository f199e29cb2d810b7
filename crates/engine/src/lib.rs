//! Workspace, units, assembly, checks and batch.
//!
//! # Steps
//! [`workspace`] load → [`unit`] read → [`contribute`] → [`collect`] → [`report`] word → [`typeset`] → [`artifact`]
//! write → [`record`]; [`assemble`] reads as that line, [`draft`] holds what passes from stage to stage, [`batch`] goes
//! over all units.
//!
//! This crate must not know formats of files, rules of counts or the terminal.

pub mod assemble;
pub mod batch;
pub mod check;
pub mod collect;
pub mod compare;
pub mod contribute;
pub mod create;
pub mod draft;
mod former;
pub mod history;
pub mod inputs;
pub mod installation;
pub mod lock;
mod numbers;
pub mod outcome;
pub mod pdf;
pub mod plan;
pub mod preflight;
pub mod record;
mod reference;
pub mod rollup;
pub mod roster;
pub mod unit;
pub mod workspace;
