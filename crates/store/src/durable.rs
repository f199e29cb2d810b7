//! What was written outlasts a power failure: asked for once for many files, which costs little more than for one.

use std::env;
use std::io;
use std::path::Path;

use huibian_diagnostic::Result;

use crate::artifact::failed;

/// Set to `off`, nothing waits for the disk: for tests, and where a power failure may cost what a further run makes anew.
const SYNC: &str = "HUIBIAN_SYNC";

/// Whether anything waits for the disk.
pub fn is_wanted() -> bool {
    env::var_os(SYNC).is_none_or(|said| said != "off")
}

/// Waits until all that was written beside a file, and will be named by it, is on its disk: where the system can say so of many
/// files. Elsewhere each is waited for as it is placed.
///
/// # Errors
/// O004 where something could not be written.
pub fn settle(beside: &Path) -> Result<()> {
    if is_wanted() { wait(beside).map_err(|error| failed(beside, &error)) } else { Ok(()) }
}

#[cfg(target_os = "linux")]
fn wait(beside: &Path) -> io::Result<()> {
    match std::fs::File::open(beside.parent().unwrap_or(beside)) {
        Ok(folder) => Ok(rustix::fs::syncfs(folder)?),
        // Where the folder is gone there is nothing to wait for.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(not(target_os = "linux"))]
fn wait(_: &Path) -> io::Result<()> {
    Ok(())
}
