//! A folder's files, read once each. A roster reads every unit's file to learn who the units are, long before the unit's turn
//! comes; what it read is given again then, so that a report is made from the very bytes that its unit's hash is of. The latest
//! of it is kept in memory; what was before lies in a file without a name, which is gone with the roster.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use huibian_config::file::read_exact_at;

use crate::files::Files;

/// How many bytes are kept in memory: those of a small county.
const IN_MEMORY: usize = 1 << 20;

/// Reads each file of a folder once.
#[derive(Debug)]
pub struct ReadOnce {
    files: Arc<dyn Files>,
    kept: Mutex<Kept>,
}

impl ReadOnce {
    /// Over what reads the files.
    pub fn over(files: &Arc<dyn Files>) -> Self {
        Self { files: files.clone(), kept: Mutex::default() }
    }

    fn kept<T>(&self, ask: impl FnOnce(&mut Kept) -> T) -> T {
        ask(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Files for ReadOnce {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let name = path.file_name().unwrap_or_default();
        let again = self.kept(|kept| kept.find(name)).and_then(|found| match found {
            Found::Here(bytes) => Some(bytes),
            Found::Aside(aside, place) => {
                let mut bytes = vec![0; place.len()];
                read_exact_at(&aside, &mut bytes, place.start as u64).ok().map(|()| bytes)
            }
        });
        if let Some(bytes) = again {
            return Ok(bytes);
        }
        let bytes = self.files.read(path)?;
        self.kept(|kept| kept.add(name, &bytes));
        Ok(bytes)
    }
}

/// What was read so far, as one run of bytes.
#[derive(Debug, Default)]
struct Kept {
    /// Where in it each file's bytes are, by its name.
    places: HashMap<OsString, Range<usize>>,
    /// The bytes before those in memory.
    aside: Option<Arc<File>>,
    /// How many they are.
    before: usize,
    latest: Vec<u8>,
    /// That no more can be put aside: what is read from now on is read from its file again.
    is_full: bool,
}

/// What is kept of a file.
enum Found {
    Here(Vec<u8>),
    /// Where in what lies aside.
    Aside(Arc<File>, Range<usize>),
}

impl Kept {
    fn find(&self, name: &OsStr) -> Option<Found> {
        let place = self.places.get(name)?;
        match place.start.checked_sub(self.before) {
            Some(start) => {
                self.latest.get(start..place.end - self.before).map(|bytes| Found::Here(bytes.to_vec()))
            }
            None => Some(Found::Aside(self.aside.clone()?, place.clone())),
        }
    }

    fn add(&mut self, name: &OsStr, bytes: &[u8]) {
        if self.is_full {
            return;
        }
        let start = self.before + self.latest.len();
        if self.latest.len() + bytes.len() <= IN_MEMORY {
            self.latest.extend_from_slice(bytes);
        } else if self.put_aside(bytes).is_err() {
            self.is_full = true;
            return;
        }
        self.places.insert(name.to_owned(), start..start + bytes.len());
    }

    /// Writes what is in memory, and these bytes behind it.
    fn put_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut aside: &File = match &mut self.aside {
            Some(aside) => aside,
            none => none.insert(Arc::new(tempfile::tempfile()?)),
        };
        aside.seek(SeekFrom::Start(self.before as u64))?;
        aside.write_all(&self.latest)?;
        aside.write_all(bytes)?;
        self.before += self.latest.len() + bytes.len();
        self.latest.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Files that hold their own paths so many times over, and how many were read.
    #[derive(Debug, Default)]
    struct Paths(usize, AtomicUsize);

    impl Files for Paths {
        fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
            self.1.fetch_add(1, Ordering::Relaxed);
            Ok(path.to_string_lossy().repeat(self.0).into_bytes())
        }
    }

    #[test]
    fn a_file_is_read_once_however_much_there_is() {
        for (units, times) in [(10, 1), (500, 1_000), (3, IN_MEMORY)] {
            let paths = Arc::new(Paths(times, AtomicUsize::default()));
            let files: Arc<dyn Files> = paths.clone();
            let once = ReadOnce::over(&files);
            for _ in 0..2 {
                for unit in 0..units {
                    let path = format!("{unit}.toml");
                    assert_eq!(once.read(Path::new(&path)).unwrap(), path.repeat(times).into_bytes());
                }
            }
            assert_eq!(paths.1.load(Ordering::Relaxed), units);
        }
    }
}
