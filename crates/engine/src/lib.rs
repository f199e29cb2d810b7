//! The order of the work: a workspace's units become reports, sums, filed periods. How a figure comes about, a document is
//! set or a file is written, other crates know.
//!
//! # Steps
//! [`workspace`] load → [`roster`] who the units are → [`plan`] which are due → [`run`] read → contribute → derive → word →
//! illustrate → typeset → [`files`] write → [`manifest_lines`] record. [`draft`] holds what passes from stage to stage.
//! [`batch`], [`preflight`], [`rollup`] and [`history`] are that flow, each with an end of its own.
//!
//! This crate must not know formats of files, rules of counts or the terminal.

pub mod batch;
pub mod contribute;
pub mod create;
pub mod derive;
pub mod draft;
pub mod files;
pub mod history;
pub mod inputs;
pub mod installation;
pub mod manifest_lines;
mod numbers;
pub mod outcome;
pub mod pdf;
pub mod places;
pub mod plan;
pub mod preflight;
pub mod program;
mod reference;
pub mod rollup;
pub mod roster;
pub mod run;
pub mod workspace;
