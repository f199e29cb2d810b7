//! Two files or folders change places: at one instant where the system can, so that neither place is ever empty.

use std::fs;
use std::io;
use std::path::Path;

/// Exchanges what lies at two paths of one file system.
///
/// # Errors
/// Where they cannot be exchanged; both lie where they lay then.
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    match at_once(one, other) {
        Ok(()) => Ok(()),
        Err(error) if is_unknown(&error) => by_way_of(one, other),
        Err(error) => Err(error),
    }
}

#[cfg(target_os = "linux")]
fn at_once(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn at_once(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the system, or the file system, knows no exchange.
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// The same in three steps, by way of a third path.
fn by_way_of(one: &Path, other: &Path) -> io::Result<()> {
    let mut spare = one.as_os_str().to_owned();
    spare.push("~");
    fs::rename(other, &spare)?;
    if let Err(error) = fs::rename(one, other) {
        let _ = fs::rename(&spare, other);
        return Err(error);
    }
    fs::rename(&spare, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders_change_places_and_nothing_is_left_beside() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        for way in [exchange as fn(&_, &_) -> _, by_way_of] {
            for path in [&one, &other] {
                fs::create_dir_all(path).unwrap();
            }
            fs::write(one.join("in"), "").unwrap();
            way(&one, &other).unwrap();
            assert!(other.join("in").exists() && !one.join("in").exists());
            way(&one, &other).unwrap();
            assert!(one.join("in").exists() && !other.join("in").exists());
            assert!(way(&folder.path().join("none"), &one).is_err() && one.join("in").exists());
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        }
    }
}
