//! Reports from units' data, for a program that embeds huibian: a workspace is opened, run, checked, rolled up and closed,
//! and the program hears of each unit. It must not know the terminal: nothing is printed, nothing is read from the command
//! line, and what is wrong comes back as [`Diagnostic`]s, which a [`Catalog`] words in Chinese or in English.
//!
//! # Steps
//! 1. [`serve_plugins`], first thing in `main`.
//! 2. [`Workspace::open`], or [`Workspace::at`] to say more than `workspace.toml` does: [`Opening`].
//! 3. [`Workspace::run`] with one's own [`Events`]; [`Summary`] says what came of it. Its siblings do what the commands of
//!    their names do.
//!
//! `examples/embed.rs` is a whole program.
//!
//! # Where plugins' code runs
//! A plugin that is a library runs in a child process, so that a crash costs one unit's section. The child is a copy of
//! the program itself, which therefore must ask [`serve_plugins`] before anything else. A program that cannot do so names
//! a `huibian` program as the host ([`Opening::plugin_host`]), or has the code run inside itself ([`Isolation::None`]).
//! Where none of it was done, opening a workspace with such plugins fails with P127; plugins without code and WebAssembly
//! modules need none of it.
//!
//! # What may be added
//! An output format is a type with [`Writer`] and a line with [`Opening::with_format`]; its name then stands in `formats` of
//! a report. A source of units is a type with [`source::Source`] and a line with [`Opening::with_source`]; `[units]` then says
//! `source = "NAME"` beside `data`. CONTRIBUTING.md says where further ones of other kinds go.

mod events;
mod opening;
mod workspace;

pub use events::{Events, Progress};
pub use opening::Opening;
pub use workspace::{How, Workspace};

pub use huibian_contract::{Period, Severity, UnitId};
pub use huibian_diagnostic::{
    Accepted, Catalog, Code, Diagnostic, Faults, Lang, Location, Source as SourceText,
};
pub use huibian_document as document;
pub use huibian_engine::batch::Summary;
pub use huibian_engine::history::close::Closing;
pub use huibian_engine::outcome::{Outcome, Status};
pub use huibian_engine::preflight::{Item as Problem, Preflight as Problems};
pub use huibian_engine::rollup::{RolledUp, Rollup};
pub use huibian_history::Closed;
pub use huibian_host::Isolation;
pub use huibian_source as source;
pub use huibian_store::Artifact;
pub use huibian_writers::{Appearance, Format, Scratch, Writer, Written};
pub use jiff::civil::Date;

/// To be asked first thing in `main`: whether this process was started to run a plugin's code. Then it has done so, and
/// `main` returns what this returns. Else children that run plugins can be started from this program from here on.
///
/// It looks at the program's arguments and, in a child alone, takes standard input.
#[must_use = "a process that was started to run a plugin must end with this"]
pub fn serve_plugins() -> Option<std::process::ExitCode> {
    huibian_host::serve()
}
