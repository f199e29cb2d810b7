//! Rules over counts and fields (勾稽). Those that `plugin.toml` declares are compiled once ([`rule`]); those over all
//! plugins are in [`across`]. The others are built in: [`parts`], [`bounds`], [`records`], [`related`], [`earlier`], and [`alike`] over a
//! whole batch. [`data`] notes in each finding what it hangs on.
//!
//! This crate must not know how figures came about, or what is done with what it finds.

pub mod across;
pub mod alike;
pub mod bounds;
pub mod data;
pub mod earlier;
mod message;
pub mod of_figures;
mod origin;
pub mod parts;
pub mod records;
pub mod related;
pub mod rule;

use huibian_contract::{Name, PluginId, Words};
use huibian_diagnostic::{Argument, Code, Diagnostic};

pub use rule::{Check, UnitFields, compile};

/// A rule that does not hold, in its author's words.
fn failed(plugin: &PluginId, check: &Name, message: Words) -> Diagnostic {
    Diagnostic::new(Code::CheckFailed)
        .with("plugin", plugin)
        .with("check", check)
        .with("message", Argument::Words(message))
}

/// A rule that cannot be computed.
fn unanswered(plugin: &PluginId, check: &Name, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::CheckUnanswered)
        .with("plugin", plugin)
        .with("check", check)
        .with_detail("reason", reason)
}
