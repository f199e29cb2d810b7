//! What a call of the C table came to, before it is judged.

use huibian_contract::{PluginId, Words, abi};
use huibian_diagnostic::{Code, Diagnostic, Result};

/// How a call ended that did end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The plugin returned this status.
    Returned(i32),
    /// The plugin wrote more than it may.
    TooLarge,
}

impl Answer {
    /// What it means, given what the plugin wrote.
    ///
    /// # Errors
    /// P101 to P104.
    pub fn judge(self, id: &PluginId, limit: usize, output: &[u8]) -> Result<()> {
        let failed = |code| Diagnostic::new(code).with("id", id);
        match self {
            Self::TooLarge => Err(failed(Code::ResponseTooLarge).with("limit", limit)),
            Self::Returned(abi::STATUS_OK) => Ok(()),
            Self::Returned(abi::STATUS_ERROR | abi::STATUS_BAD_INPUT) => {
                Err(failed(Code::PluginRefused).with("message", Words::of_wire(output)))
            }
            Self::Returned(abi::STATUS_PANICKED) => Err(panicked(id, &String::from_utf8_lossy(output))),
            Self::Returned(other) => Err(failed(Code::PluginStatus).with("status", other)),
        }
    }
}

/// P102 with what the plugin said of it, which may be nothing.
pub fn panicked(id: &PluginId, message: &str) -> Diagnostic {
    let message = if message.is_empty() { "none" } else { message };
    Diagnostic::new(Code::PluginPanicked).with("id", id).with("message", message)
}
