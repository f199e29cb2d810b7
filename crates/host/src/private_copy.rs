//! The copy of a library that is loaded: its bytes are those that were examined, whoever writes to the file meanwhile.
//!
//! On Linux it is sealed memory, which has no name, takes no further byte, whoever asks, and goes with the program. Elsewhere,
//! and where no program may run from such memory, it is a file in the folder for temporary files, or in the user's cache where
//! programs may not run from there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};
use tempfile::{Builder, NamedTempFile};

/// A copy that is there as long as this is.
pub struct PrivateCopy {
    path: PathBuf,
    kept: Kept,
}

enum Kept {
    #[cfg(target_os = "linux")]
    Sealed(fs::File),
    Named(NamedTempFile),
}

impl PrivateCopy {
    /// A copy of these bytes; none where programs may run from nowhere that it may lie in, and the file itself must serve.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn of(bytes: &[u8], name: &str) -> io::Result<Option<Self>> {
        #[cfg(target_os = "linux")]
        if let Ok((path, memory)) = sealed::copy(bytes, name) {
            return Ok(Some(Self { path, kept: Kept::Sealed(memory) }));
        }
        let Some(place) = places().find(|place| place.is_dir() && !forbids_programs(place)) else {
            return Ok(None);
        };
        let copy = Builder::new().prefix("huibian-").suffix(name).tempfile_in(place)?;
        fs::write(copy.path(), bytes)?;
        Ok(Some(Self { path: copy.path().to_owned(), kept: Kept::Named(copy) }))
    }

    /// Where it can be loaded from.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps it as long as this process is. A path that has been loaded from must not become another library's: who loads it
    /// again would get the first one.
    pub fn keep_for_good(self) {
        match self.kept {
            #[cfg(target_os = "linux")]
            Kept::Sealed(memory) => std::mem::forget(memory),
            // What is loaded stays loaded without its name.
            Kept::Named(copy) => drop(copy),
        }
    }
}

#[cfg(target_os = "linux")]
mod sealed {
    use std::fs::File;
    use std::io::{self, Write};
    use std::os::fd::AsRawFd;
    use std::path::PathBuf;

    use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};

    /// Memory that nobody can change any more, and where it can be loaded from, by this process and its children.
    pub fn copy(bytes: &[u8], name: &str) -> io::Result<(PathBuf, File)> {
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        // Systems before Linux 6.3 know no flag for memory that programs may run from: all may.
        let memory = memfd_create(name, flags | MemfdFlags::EXEC).or_else(|_| memfd_create(name, flags))?;
        let mut memory = File::from(memory);
        memory.write_all(bytes)?;
        fcntl_add_seals(&memory, SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL)?;
        let path = PathBuf::from(format!("/proc/{}/fd/{}", std::process::id(), memory.as_raw_fd()));
        // Without /proc nobody would find it.
        File::open(&path)?;
        Ok((path, memory))
    }

    #[cfg(test)]
    mod tests {
        use std::fs::{self, OpenOptions};

        use super::*;

        #[test]
        fn nobody_writes_to_it() {
            let (path, _memory) = copy(b"code", "lib.so").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"code");
            let writes =
                OpenOptions::new().write(true).open(&path).and_then(|mut file| file.write_all(b"other"));
            assert!(writes.is_err() && fs::write(&path, "other").is_err());
            assert_eq!(fs::read(&path).unwrap(), b"code");
        }
    }
}

/// Where a copy with a name may lie.
fn places() -> impl Iterator<Item = PathBuf> {
    let cache = choose_base_strategy().ok().map(|strategy| strategy.cache_dir().join("huibian"));
    std::iter::once(std::env::temp_dir()).chain(cache.inspect(|cache| drop(fs::create_dir_all(cache))))
}

/// Whether a file system refuses to run what lies on it.
#[cfg(unix)]
fn forbids_programs(folder: &Path) -> bool {
    rustix::fs::statvfs(folder)
        .is_ok_and(|system| system.f_flag.contains(rustix::fs::StatVfsMountFlags::NOEXEC))
}

#[cfg(not(unix))]
fn forbids_programs(_: &Path) -> bool {
    false
}
