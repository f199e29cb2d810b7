//! A plugin without code: its answer is empty, and the declared sources of `plugin.toml` supply everything.

use huibian_diagnostic::Result;

use super::Carrier;

/// Carries nothing.
pub struct Declarative;

impl Carrier for Declarative {
    fn call(&self, _request: &[u8], _limit: usize, output: &mut Vec<u8>) -> Result<()> {
        output.clear();
        output.extend_from_slice(b"{}");
        Ok(())
    }
}
