//! Files beside units' own that may be a unit's and are read by no source: in another format, or a folder further down. Notices,
//! patterns, pictures and what goes with a unit's file are none.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Location};
use huibian_sheet::heads::plain;
use huibian_sheet::likeness::is_doubtful;

use crate::listing::{UnitFile, form};
use crate::text_file::stem;

/// Files that hold words and tables, but not in a form that is read, and what holds further files.
const UNREAD: [&str; 23] = [
    "doc", "docx", "docm", "wps", "wpt", "rtf", "odt", "pdf", "ofd", "txt", "htm", "html", "mht", "xml",
    "json", "dbf", "xlt", "xltx", "ett", "numbers", "zip", "rar", "7z",
];
/// What files are called that are no unit's.
const NOTICES: [&str; 10] =
    ["通知", "说明", "方案", "办法", "制度", "函", "读我", "须知", "readme", "license"];

/// What is to be said of the files that were passed over.
pub fn unread_files(units: &[UnitFile], ignored: &[PathBuf], folder: &Path) -> Option<Diagnostic> {
    let is_beside = |path: &Path| units.iter().any(|unit| unit.path.file_stem() == path.file_stem());
    let may_be = |path: &&PathBuf| {
        let name = plain(&stem(path)).to_lowercase();
        let is_notice = NOTICES.iter().any(|notice| name.ends_with(notice)) || is_doubtful(&name);
        !is_notice && !is_beside(path) && (is_unread(path) || holds_units(path))
    };
    let names: Vec<String> = ignored
        .iter()
        .filter(may_be)
        .filter_map(|path| Some(path.file_name()?.display().to_string()))
        .collect();
    let remark = |names: Vec<String>| Diagnostic::new(Code::FilesUnread).with("files", names);
    (!names.is_empty()).then(|| remark(names).at(Location::file(folder)))
}

fn is_unread(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    UNREAD.contains(&ending.as_str()) && path.is_file()
}

/// Whether a folder has files in it that would be units' in the one above.
fn holds_units(folder: &Path) -> bool {
    let entries = if folder.is_dir() { fs::read_dir(folder).ok() } else { None };
    entries.into_iter().flatten().flatten().any(|entry| form(&entry.path()).is_some())
}
