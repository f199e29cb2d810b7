//! A folder that one command at a time writes to. While it does, a file says who; where one is found that nobody holds, a
//! command was cut off, and what it left behind is taken away.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Location, Result, Severity};

use crate::artifact::failed;
use crate::bounds::ensure_inside;
use crate::temp_file::PREFIX;

/// The file that says who holds its folder.
const LOCK: &str = ".huibian-lock";
/// How deep below a folder what was left is looked for: patterns of names may have folders.
const DEEPEST: usize = 4;
/// How much of a lock is read.
const LONGEST: u64 = 200;

/// Hears who holds a folder that one waits for.
pub type OnWait<'w> = &'w mut dyn FnMut(&str, &Path);

/// A folder that is held until this is dropped. Where the system has no locks, or the folder takes no file, it is not held:
/// what is written there then fails, or is one's own care.
#[derive(Debug)]
pub struct Held {
    path: PathBuf,
    file: Option<File>,
    /// Folders that were made for the lock, the outermost first.
    made: Vec<PathBuf>,
    /// Who was cut off, where someone was.
    cut_off: Option<String>,
}

impl Held {
    /// Takes a folder, which is made where there is none. Where someone else has it, `on_wait` hears who, and this waits.
    ///
    /// # Errors
    /// O004 where the folder cannot be made.
    pub fn take(folder: &Path, command: &str, on_wait: OnWait<'_>) -> Result<Self> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mut made = Vec::new();
        loop {
            made.extend(missing(folder));
            fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
            let path = folder.join(LOCK);
            let (file, was_there) = match open(&path) {
                Ok(opened) => opened,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(_) => return Ok(Self { path, file: None, made, cut_off: None }),
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    on_wait(&said(&path), folder);
                    if file.lock().is_err() {
                        continue;
                    }
                }
                Err(TryLockError::Error(_)) => {
                    if !was_there {
                        let _ = fs::remove_file(&path);
                    }
                    return Ok(Self { path, file: None, made, cut_off: None });
                }
            }
            // Who had it has taken it away when they were done.
            if !is_at(&file, &path) {
                continue;
            }
            let cut_off = was_there.then(|| said(&path)).filter(|said| !said.is_empty());
            if was_there {
                sweep(folder, DEEPEST);
            }
            let mut held = Self { path, file: Some(file), made, cut_off };
            held.say(command);
            return Ok(held);
        }
    }

    /// Takes a workspace, to write to a folder `within` it.
    ///
    /// # Errors
    /// O013 where that lies outside, O004 where it cannot be made.
    pub fn take_within(workspace: &Path, within: &str, command: &str, on_wait: OnWait<'_>) -> Result<Self> {
        ensure_inside(&workspace.join(within), workspace)?;
        Self::take(workspace, command, on_wait)
    }

    /// That a command was cut off which wrote here: what it wrote may be there in part.
    pub fn remark(&self) -> Option<Diagnostic> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let remark =
            Diagnostic::new(Code::CutOff).with("path", folder.display()).with("who", self.cut_off.as_ref()?);
        Some(remark.weighing(Severity::Warning).at(Location::file(folder)))
    }

    /// Says who holds it. On a full disk nobody does, and it is held all the same.
    fn say(&mut self, command: &str) {
        if let Some(file) = &mut self.file {
            let said = format!("huibian {command} ({})\n", std::process::id());
            let _ = file.set_len(0).and_then(|()| file.write_all(said.as_bytes()));
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Where the folder was taken away and made again, it may be another's.
        if self.file.as_ref().is_some_and(|file| is_at(file, &self.path)) {
            let _ = fs::remove_file(&self.path);
        }
        // Those that have nothing in them.
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Takes away what a command that was cut off left in a folder, where nobody holds it and one did.
pub fn mend(folder: &Path) {
    let path = folder.join(LOCK);
    let Ok(file) = OpenOptions::new().read(true).write(true).open(&path) else { return };
    if file.try_lock().is_ok() && is_at(&file, &path) {
        sweep(folder, DEEPEST);
        let _ = fs::remove_file(path);
    }
}

/// The lock's file, and whether it was there.
fn open(path: &Path) -> io::Result<(File, bool)> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match options.clone().create_new(true).open(path) {
        Ok(file) => Ok((file, false)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if !fs::symlink_metadata(path)?.is_file() {
                return Err(error);
            }
            Ok((options.open(path)?, true))
        }
        Err(error) => Err(error),
    }
}

/// What a lock says.
fn said(path: &Path) -> String {
    let mut said = String::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST).read_to_string(&mut said));
    if read.is_ok() { said.trim().to_owned() } else { String::new() }
}

/// Folders above and at a path that are not there, the outermost first.
pub(crate) fn missing(folder: &Path) -> Vec<PathBuf> {
    let missing = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    missing.reverse();
    missing
}

/// Whether a file is the one that lies at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same =
        |file: &fs::Metadata, there: &fs::Metadata| (file.dev(), file.ino()) == (there.dev(), there.ino());
    file.metadata().ok().zip(fs::symlink_metadata(path).ok()).is_some_and(|(file, there)| same(&file, &there))
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.is_file()
}

/// Removes files and folders that bear the names of unfinished work.
fn sweep(folder: &Path, depth: usize) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        let Ok(kind) = entry.file_type() else { continue };
        match (name.to_string_lossy().starts_with(PREFIX), kind.is_dir()) {
            (true, _) if name == LOCK => {}
            (true, true) => drop(fs::remove_dir_all(path)),
            (true, false) => drop(fs::remove_file(path)),
            (false, true) if depth > 0 => sweep(&path, depth - 1),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    fn take(folder: &Path) -> Held {
        Held::take(folder, "test", &mut |who, _| panic!("{who} has it")).unwrap()
    }

    #[test]
    fn a_second_one_waits_and_hears_who_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out/2023Q2");
        let first = take(&out);
        let (waits, waited) = mpsc::channel();
        let second = thread::spawn({
            let out = out.clone();
            move || Held::take(&out, "second", &mut |who, _| waits.send(who.to_owned()).unwrap()).unwrap()
        });
        let who = waited.recv().unwrap();
        assert_eq!(who, format!("huibian test ({})", std::process::id()));
        fs::write(out.join("a.md"), "").unwrap();
        drop(first);
        assert_eq!(second.join().unwrap().remark(), None, "nobody was cut off");
        assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
    }

    #[test]
    fn what_one_that_was_cut_off_left_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        fs::create_dir_all(inner.join(".huibian-x1/y")).unwrap();
        for file in [
            folder.path().join(LOCK),
            inner.join(".huibian-x2"),
            inner.join("云溪镇.md"),
            inner.join(".other"),
        ] {
            fs::write(file, "huibian batch (1)\n").unwrap();
        }
        let held = take(folder.path());
        assert_eq!(
            held.remark().unwrap().argument("who").and_then(|who| who.as_str()),
            Some("huibian batch (1)")
        );
        assert_eq!(fs::read_dir(&inner).unwrap().count(), 2);
        drop(held);
        assert_eq!(take(folder.path()).remark(), None);
        for file in [LOCK, ".huibian-x3"] {
            fs::write(folder.path().join(file), "").unwrap();
        }
        mend(folder.path());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn folders_that_were_made_for_it_and_stay_empty_go_again() {
        let folder = tempfile::tempdir().unwrap();
        drop(take(&folder.path().join("out/2023Q2")));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
