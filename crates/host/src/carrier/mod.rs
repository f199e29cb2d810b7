//! The one interface behind which foreign code runs.

mod answer;
#[cfg(unix)]
mod isolated;
mod isolation;
mod native;
#[cfg(feature = "wasm")]
mod wasm;

use huibian_diagnostic::Diagnostic;

#[cfg(unix)]
pub use isolated::{FAILURES, Isolated};
pub use isolation::{Isolation, native, serve};
pub use native::Native;
#[cfg(feature = "wasm")]
pub use wasm::Wasm;

/// Carries a request to a plugin's code and its answer back, as bytes.
pub trait Carrier: Send + Sync {
    /// Calls the plugin once; its answer, at most `limit` bytes, is in `output`.
    ///
    /// # Errors
    /// P101 to P104: what the plugin said, or how it failed; P120 to P126: what became of the process it ran in.
    fn call(&self, request: &[u8], limit: usize, output: &mut Vec<u8>) -> Result<(), Diagnostic>;
}
