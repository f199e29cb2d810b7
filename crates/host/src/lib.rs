//! Finds, checks and runs plugins.
//!
//! # Steps
//! 1. [`PluginFolder::read`]: what `plugin.toml` declares, held against the contract's rules; runs nothing.
//! 2. [`library::find`] and [`library::inspect`]: the library for this system, its ABI and the manifest inside it,
//!    read as a file; runs nothing.
//!    A WebAssembly module likewise, in `module`.
//!    [`Code::read`] does both; [`Trust::permit`] says whether it may run.
//! 3. [`Plugin::load`]: the library behind a [`Carrier`], by default in children of this program: see [`Isolation`].
//! 4. [`Plugin::contribute`]: one call; what it leaves out is supplied from [`declare`], the whole held against the
//!    manifest.
//!
//! This crate must not know documents or templates.

pub mod carrier;
mod ceilings;
mod code;
pub mod declare;
mod folder;
mod identity;
pub mod library;
pub mod lock;
#[cfg(feature = "wasm")]
pub mod module;
mod origin;
mod plugin;
mod private_copy;
mod trust;
mod turns;
mod validate;

pub use carrier::{Carrier, Isolation, serve};
pub use ceilings::RunLimits;
pub use code::Code;
pub use folder::{PluginFolder, PluginSearch};
pub use plugin::{Plugin, examine, locate};
pub use trust::{Own, Trust};
pub use turns::{Turn, Turns};
pub use validate::{Contribution, validate};
