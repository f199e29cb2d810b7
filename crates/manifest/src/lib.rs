//! The record of a run: JSON Lines, in unit order, no clock. The first line names the run, each further one a unit, the
//! last one, where there is any such thing, what was found of several units at once. One schema, written
//! ([`RunManifest`]) and read ([`Run`] whole, [`LastRun`] one unit at a time).
//!
//! This crate must not know how a unit is made: it is handed figures, texts and hashes.

mod coverage;
mod last_run;
mod line;
mod renew;
mod resolved;
mod run;
mod words;
mod write;

pub use coverage::Coverage;
pub use last_run::{LastRun, head};
pub use line::{Glance, Head, Last, Line, PictureFile, PluginVersion, Status, VERSION};
pub use renew::{renew, without};
pub use resolved::{artifacts, findings, pictures};
pub use run::Run;
pub use words::{say_the_same, words};
pub use write::{RunManifest, sealed};

/// The JSON Schema of a record's lines.
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(line::AnyLine)
}
