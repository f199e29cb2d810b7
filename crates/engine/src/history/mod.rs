//! What joins a workspace and its filed periods: [`close`] files a run, [`import`] what was kept elsewhere. The files
//! themselves are `huibian-history`'s.

pub mod close;
pub mod import;

pub use huibian_history::{Archive, Baseline, Baselines, Closed, Lineage, Lists, file, first_few};

pub use close::{Closing, Filing, close};
