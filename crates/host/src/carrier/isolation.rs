//! Where native plugins run: each in a child of this program, or in this process.

use std::path::Path;
use std::process::ExitCode;

use huibian_contract::{Limits, PluginId};
use huibian_diagnostic::Result;
use serde::Deserialize;

#[cfg(unix)]
use super::Isolated;
use super::{Carrier, Native};
use crate::ceilings::RunLimits;

/// Where a native plugin runs. It guards a run against faults: a crash, a hang, memory gone wild. It is no sandbox: in
/// either place the plugin may do whatever the user may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Isolation {
    /// In a child process, where the system is a Unix; else as [`None`](Self::None). The child is of this program, which
    /// must have asked [`serve`] first, or of another one that is named.
    #[default]
    Process,
    /// In this process: what ruins the plugin ruins the run.
    None,
}

/// The program's first question: whether it was started to host a plugin. Then it does, and this is its exit code.
/// Else children that host plugins can be started from this program from here on.
pub fn serve() -> Option<ExitCode> {
    #[cfg(unix)]
    return super::isolated::serve();
    #[cfg(not(unix))]
    None
}

/// A native plugin, isolated or not. Its children are started from `host`, or from this program where none is named.
///
/// # Errors
/// P005 and P006 where it is loaded at once; P127 where no program is known that could host it.
pub fn native(
    id: &PluginId,
    path: &Path,
    limits: &Limits,
    run: &RunLimits,
    isolation: Isolation,
    host: Option<&Path>,
) -> Result<Box<dyn Carrier>> {
    #[cfg(unix)]
    if isolation == Isolation::Process {
        let program = super::isolated::program(host).map_err(|fault| fault.with("id", id))?;
        return Ok(Box::new(Isolated::new(id, path, limits, run, program)));
    }
    let (_, _, _, _) = (limits, run, isolation, host);
    Ok(Box::new(Native::load(id, path)?))
}
