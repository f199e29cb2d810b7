//! Workspace, units, assembly, checks and batch.
//!
//! # Steps
//! [`workspace`] load → [`unit`] read → [`contribute`] → [`collect`] → [`report`] word → [`typeset`] → [`artifact`]
//! write → [`record`]; [`assemble`] reads as that line, [`draft`] holds what passes from stage to stage, [`batch`] goes
//! over all units.

pub mod assemble;
pub mod author;
pub mod batch;
pub mod chart;
pub mod check;
pub mod collect;
pub mod compare;
pub mod contribute;
pub mod create;
pub mod draft;
pub mod form;
pub mod format;
mod former;
pub mod history;
pub mod installation;
pub mod lock;
pub mod office;
pub mod outcome;
pub mod outline;
pub mod pdf;
pub mod picture;
pub mod preflight;
pub mod record;
mod reference;
pub mod report;
pub mod reuse;
pub mod rollup;
pub mod roster;
pub mod table;
pub mod typeset;
pub mod unit;
pub mod wording;
pub mod workspace;
