//! A file on its way to its place, where it appears whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempPath};

use crate::exchange::exchange;

/// What names of files begin with that are not yet in their places.
pub const PREFIX: &str = ".huibian-";

/// A file that is not yet in its place. Dropped, it leaves nothing.
pub enum TempFile {
    /// Without a name: whatever befalls the program, nothing is left of it. And no name has to be given and taken away again,
    /// which makes it the faster one.
    #[cfg(target_os = "linux")]
    Nameless(File),
    /// With a name of its own beside its place, on systems that know no other.
    Named(NamedTempFile),
}

impl TempFile {
    /// An empty file in a folder.
    ///
    /// # Errors
    /// Where the folder is not there or takes no files.
    pub fn new(folder: &Path) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        if let Ok(file) = nameless::file_in(folder) {
            return Ok(Self::Nameless(file));
        }
        names().tempfile_in(folder).map(Self::Named)
    }

    /// The file, to be written.
    pub fn as_file(&self) -> &File {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => file,
            Self::Named(file) => file.as_file(),
        }
    }

    /// Puts it in its place, in the folder that it was made in. What was there before gives way to it.
    ///
    /// # Errors
    /// Where the place cannot be taken.
    pub fn place(self, path: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => nameless::place(&file, path),
            Self::Named(file) => persist(file, path),
        }
    }

    /// Puts it in its place, where nothing may lie.
    ///
    /// # Errors
    /// Where the place cannot be taken, or is.
    pub fn place_new(self, path: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => nameless::place_new(&file, path),
            Self::Named(file) => file.persist_noclobber(path).map(drop).map_err(|error| error.error),
        }
    }

    /// Puts it in its place, and keeps what was there before until it is known whether it stays.
    ///
    /// # Errors
    /// Where the place cannot be taken.
    pub fn place_keeping(self, path: &Path) -> io::Result<Placed> {
        #[cfg(target_os = "linux")]
        if let Self::Nameless(file) = &self
            && nameless::name(file, path).is_ok()
        {
            return Ok(Placed { path: path.to_owned(), before: None });
        }
        match fs::symlink_metadata(path) {
            Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(_) => {}
            Err(_) => return self.place(path).map(|()| Placed { path: path.to_owned(), before: None }),
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        let before = names().make_in(folder, |beside| self.name(beside))?.into_temp_path();
        exchange(&before, path)?;
        Ok(Placed { path: path.to_owned(), before: Some(before) })
    }

    /// Gives it a name that is not its place.
    fn name(&self, beside: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => nameless::name(file, beside),
            Self::Named(file) => fs::rename(file.path(), beside),
        }
    }
}

/// A file in its place, which may be taken back. Dropped, it stays.
pub struct Placed {
    path: PathBuf,
    /// What was there before, under another name.
    before: Option<TempPath>,
}

impl Placed {
    /// Puts back what was there before.
    pub fn undo(self) {
        let _ = match self.before {
            Some(before) => before.persist(&self.path).map_err(|error| error.error),
            None => fs::remove_file(&self.path),
        };
    }
}

fn persist<F>(file: NamedTempFile<F>, path: &Path) -> io::Result<()> {
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// Names that nobody takes for a report, for files with the rights that any new file gets: a report, unlike other temporary
/// files, is for everyone.
fn names() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Files without names, which Linux has on most of its file systems.
#[cfg(target_os = "linux")]
mod nameless {
    use std::io::{self, Seek};
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, openat};
    use rustix::io::Errno;

    use super::{File, Path, names, persist};

    pub fn file_in(folder: &Path) -> io::Result<File> {
        let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
        Ok(openat(CWD, folder, flags, Mode::from_raw_mode(0o666))?.into())
    }

    /// Gives the file its name. A name that is taken is taken over by way of another one.
    pub fn place(file: &File, path: &Path) -> io::Result<()> {
        match name(file, path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            placed => return placed.or_else(|_| copy(file, path)),
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        match names().make_in(folder, |beside| name(file, beside)) {
            Ok(beside) => persist(beside, path),
            Err(_) => copy(file, path),
        }
    }

    /// Gives the file its name, where none may be.
    pub fn place_new(file: &File, path: &Path) -> io::Result<()> {
        match name(file, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                let mut named = names().tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
                copy_into(file, &mut named)?;
                named.persist_noclobber(path).map(drop).map_err(|error| error.error)
            }
            named => named,
        }
    }

    pub fn name(file: &File, path: &Path) -> io::Result<()> {
        // The shorter way; not every system takes it, nor for every user.
        match linkat(file, "", CWD, path, AtFlags::EMPTY_PATH) {
            Err(error) if error != Errno::EXIST => {}
            named => return Ok(named?),
        }
        let open = format!("/proc/self/fd/{}", file.as_raw_fd());
        Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
    }

    /// Where a file cannot be given a name, as without `/proc`, another one with the same bytes is.
    fn copy(file: &File, path: &Path) -> io::Result<()> {
        let mut named = names().tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
        copy_into(file, &mut named)?;
        persist(named, path)
    }

    fn copy_into(mut file: &File, named: &mut tempfile::NamedTempFile) -> io::Result<()> {
        file.rewind()?;
        io::copy(&mut file, named).map(drop)
    }

    #[cfg(test)]
    mod tests {
        use std::fs;
        use std::io::Write;

        use super::*;

        fn written(folder: &Path) -> File {
            let mut file = file_in(folder).unwrap();
            file.write_all(b"new").unwrap();
            file
        }

        #[test]
        fn a_place_is_taken_whether_it_is_free_or_not_and_nothing_is_left_beside_it() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("u.docx");
            let put: [fn(&File, &Path) -> io::Result<()>; 3] = [place, place, copy];
            for place in put {
                place(&written(folder.path()), &path).unwrap();
                assert_eq!(fs::read(&path).unwrap(), b"new");
                assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
                fs::write(&path, "old").unwrap();
            }
        }

        #[test]
        fn a_file_that_is_not_placed_leaves_nothing() {
            let folder = tempfile::tempdir().unwrap();
            drop(written(folder.path()));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
}
