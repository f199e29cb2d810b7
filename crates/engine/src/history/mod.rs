//! What joins a workspace and its filed periods: [`close`] files a run, [`import`] what was kept elsewhere, and [`telling`]
//! puts figures beside earlier ones into words. The files themselves are `huibian-history`'s.

pub mod close;
pub mod import;
pub mod telling;

pub use huibian_history::{Archive, Closed, Memory, Past, file};

pub use close::Closing;
