//! The units' own files in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::columns::Catalogue;

/// What a folder of units' data holds.
#[derive(Debug, Default)]
pub struct Files {
    /// The units' files, in order of their names.
    pub units: Vec<PathBuf>,
    /// What was passed over, hidden and lock files aside.
    pub strays: Vec<PathBuf>,
}

/// What a file of a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text that says what each value is.
    Toml,
    /// A workbook.
    Workbook,
    /// Comma-separated values.
    Csv,
}

/// What a file is by its extension, in either case.
pub fn form(path: &Path) -> Option<Form> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "toml" => Some(Form::Toml),
        "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" => Some(Form::Workbook),
        "csv" | "tsv" => Some(Form::Csv),
        _ => None,
    }
}

/// The files of a folder: regular ones alone, so that nothing that never ends is waited for.
pub fn files(folder: &Path, catalogue: &Catalogue) -> Files {
    let mut files = Files::default();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if name.to_string_lossy().starts_with(['.', '~']) {
            continue;
        }
        let is_regular = match entry.file_type() {
            Ok(kind) if kind.is_symlink() => path.is_file(),
            Ok(kind) => kind.is_file(),
            Err(_) => false,
        };
        if is_regular && form(&path).is_some() {
            files.units.push(path);
        } else {
            files.strays.push(path);
        }
    }
    files.units.sort();
    files.strays.sort();
    let is_ledger = |path: &PathBuf| form(path) == Some(Form::Csv) && ledger_of(path, catalogue).is_some();
    files.units.retain(|path| !is_ledger(path));
    files
}

/// The ledger that a file beside a unit's own is of, by its name: `yunxi.学习台账.csv`.
fn ledger_of(path: &Path, catalogue: &Catalogue) -> Option<usize> {
    let stem = path.file_stem()?.to_str()?;
    stem.match_indices('.').find_map(|(at, _)| catalogue.ledger(&stem[at + 1..]))
}

/// The ledgers' files beside a CSV file, with the ledgers' names.
pub fn ledgers_beside(path: &Path) -> Vec<(PathBuf, String)> {
    let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { return Vec::new() };
    let folder = path.parent().unwrap_or(Path::new("."));
    let prefix = format!("{stem}.");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<(PathBuf, String)> = entries
        .filter(|beside| beside != path && form(beside) == Some(Form::Csv) && beside.is_file())
        .filter_map(|beside| {
            let name = beside.file_stem()?.to_str()?.strip_prefix(&prefix)?.to_owned();
            Some((beside, name))
        })
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_are_none_and_extensions_have_either_case() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.toml", "b.TOML", "c.XLSX", ".d.toml", "~$c.xlsx", "~e.toml", "读我.txt", "f.csv"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("g.toml")).unwrap();
        let files = files(folder.path(), &Catalogue::default());
        let names = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        assert_eq!(names(&files.units), ["a.toml", "b.TOML", "c.XLSX", "f.csv"]);
        assert_eq!(names(&files.strays), ["g.toml", "读我.txt"]);
    }
}
