//! What was written outlasts a power failure: asked for once for many files, which costs little more than for one.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

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

/// [`settle`], begun while files are written, so that little is left to be waited for in the end.
pub struct Settling {
    beside: PathBuf,
    #[cfg(target_os = "linux")]
    underway: Option<underway::Underway>,
}

impl Settling {
    /// Begins. The folder is there.
    pub fn beside(file: &Path) -> Self {
        Self {
            beside: file.to_owned(),
            #[cfg(target_os = "linux")]
            underway: is_wanted().then(|| underway::Underway::begin(file.parent().unwrap_or(file))).flatten(),
        }
    }

    /// Waits until all that was written so far is on the disk.
    ///
    /// # Errors
    /// O004 where something could not be written.
    pub fn finish(self) -> Result<()> {
        #[cfg(target_os = "linux")]
        if let Some(underway) = self.underway {
            return underway.finish().map_err(|error| failed(&self.beside, &error));
        }
        settle(&self.beside)
    }
}

#[cfg(target_os = "linux")]
mod underway {
    use std::fs::File;
    use std::io;
    use std::path::Path;
    use std::sync::Arc;
    use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
    use std::thread::{Builder, JoinHandle};
    use std::time::Duration;

    use rustix::fs::syncfs;

    /// How long is waited before what was written meanwhile is sent to the disk.
    const EVERY: Duration = Duration::from_millis(150);

    /// A thread that sends to the disk what is written. Dropped, it goes on no more.
    pub struct Underway {
        /// Open throughout: of what could not be written the system tells each who had it open.
        folder: Arc<File>,
        thread: (Sender<()>, JoinHandle<io::Result<()>>),
    }

    impl Underway {
        /// `None` where there is no folder or no thread to be had: all is waited for in the end.
        pub fn begin(folder: &Path) -> Option<Self> {
            let folder = Arc::new(File::open(folder).ok()?);
            let (stop, stopped) = channel();
            let own = folder.clone();
            let send = move || {
                while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                    syncfs(&own)?;
                }
                Ok(())
            };
            let thread = Builder::new().name("settling".to_owned()).spawn(send).ok()?;
            Some(Self { folder, thread: (stop, thread) })
        }

        pub fn finish(self) -> io::Result<()> {
            let (stop, thread) = self.thread;
            drop(stop);
            thread.join().unwrap_or(Ok(()))?;
            Ok(syncfs(&self.folder)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_is_written_meanwhile_is_settled_and_a_folder_that_is_gone_is_no_fault() {
        let folder = tempfile::tempdir().unwrap();
        let beside = folder.path().join("out/manifest.jsonl");
        Settling::beside(&beside).finish().unwrap();
        std::fs::create_dir(folder.path().join("out")).unwrap();
        let settling = Settling::beside(&beside);
        std::fs::write(&beside, "{}").unwrap();
        std::thread::sleep(Duration::from_millis(400));
        std::fs::remove_dir_all(folder.path().join("out")).unwrap();
        settling.finish().unwrap();
    }
}
