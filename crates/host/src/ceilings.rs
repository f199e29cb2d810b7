//! What a plugin's code may use up at most, whatever its `plugin.toml` says. A plugin may ask for less; more is the user's to say,
//! in their own configuration (`[limits]` in trust.toml).

use std::path::{Path, PathBuf};

use huibian_contract::Limits;
use huibian_diagnostic::{Code, Diagnostic, Result};
use serde::{Deserialize, Serialize};

use crate::PluginFolder;

/// Ceilings, as `[limits]` has them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ceilings {
    response_bytes: u64,
    memory_mib: u64,
    seconds: u64,
    fuel: u64,
    run_seconds: u64,
    run_fuel: u64,
}

/// What a plugin's code may take in a run as a whole, beside something for each unit.
#[derive(Clone, Debug)]
pub struct RunLimits {
    /// Of a native plugin's time.
    pub seconds: u64,
    /// Of a module's steps.
    pub fuel: u64,
    /// Where the user says otherwise.
    pub path: PathBuf,
}

impl Default for RunLimits {
    fn default() -> Self {
        Ceilings::default().of_run(Path::new("trust.toml"))
    }
}

// A module's memory lies in the program itself, twice for a moment as it grows.
impl Default for Ceilings {
    fn default() -> Self {
        Self {
            response_bytes: 16 << 20,
            memory_mib: 256,
            seconds: 60,
            fuel: 5_000_000_000,
            run_seconds: 300,
            run_fuel: 25_000_000_000,
        }
    }
}

impl Ceilings {
    /// Whether the user said nothing else.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// What a run as a whole may take. `path` is the user's file.
    pub fn of_run(&self, path: &Path) -> RunLimits {
        RunLimits { seconds: self.run_seconds, fuel: self.run_fuel, path: path.to_owned() }
    }

    /// Holds what a plugin asks for below them. `path` is the user's file.
    ///
    /// # Errors
    /// P019 for the first that is above.
    pub fn hold(&self, folder: &PluginFolder, path: &Path) -> Result<()> {
        let Limits { response_bytes, memory_mib, seconds, fuel } = &folder.manifest.limits;
        let asked = [
            ("response_bytes", *response_bytes as u64, self.response_bytes),
            ("memory_mib", memory_mib.get().into(), self.memory_mib),
            ("seconds", seconds.get().into(), self.seconds),
            ("fuel", *fuel, self.fuel),
        ];
        let Some((key, asked, most)) = asked.into_iter().find(|(_, asked, most)| asked > most) else {
            return Ok(());
        };
        let fault = Diagnostic::new(Code::LimitTooHigh).with("id", &folder.manifest.id).with("key", key);
        let fault = fault.with("asked", asked.to_string()).with("most", most.to_string());
        Err(fault.with("path", path.display()).at(folder.place(&["limits", key])))
    }
}
