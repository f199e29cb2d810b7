//! The one interface behind which foreign code runs.

mod answer;
#[cfg(any(unix, feature = "wasm"))]
mod budget;
#[cfg(any(unix, feature = "wasm"))]
mod failures;
#[cfg(unix)]
mod isolated;
mod isolation;
mod native;
#[cfg(feature = "wasm")]
mod wasm;

use huibian_diagnostic::Diagnostic;

use crate::turns::Turn;

#[cfg(unix)]
pub use isolated::Isolated;
pub use isolation::{Isolation, native, serve};
pub use native::Native;
#[cfg(feature = "wasm")]
pub use wasm::Wasm;

/// Carries requests to a plugin's code and its answers back, as bytes.
pub trait Carrier: Send + Sync {
    /// Calls the plugin for each request and gives its answers, each of at most `limit` bytes, in the same order. A call that
    /// fails costs its own answer: P101 to P104 for what the plugin said, or how it failed; P120 to P126 for what became of
    /// the process it ran in; P128 where the run as a whole took too much. It runs beside others; whether the plugin is to be
    /// asked on is known in its `turn`.
    fn call(&self, requests: &[Vec<u8>], limit: usize, turn: &Turn<'_>) -> Vec<Result<Vec<u8>, Diagnostic>>;
}
