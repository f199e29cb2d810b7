//! The units' own files in a folder.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use huibian_diagnostic::{Code, Diagnostic, Location};

use huibian_sheet::columns::FieldIndex;

/// What a folder of units' data holds.
#[derive(Debug, Default)]
pub struct Listing {
    /// The units' files, in order of their names.
    pub units: Vec<UnitFile>,
    /// What was passed over, hidden and lock files aside.
    pub ignored_files: Vec<PathBuf>,
    /// W001 where the folder is there and cannot be looked through: who is in it stays unknown.
    pub fault: Option<Diagnostic>,
}

/// A unit's own file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFile {
    /// The file.
    pub path: PathBuf,
    /// For a table, its ledgers' beside it.
    pub ledgers: Vec<LedgerFile>,
}

/// A workbook or a CSV file that is a ledger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LedgerFile {
    /// The file.
    pub path: PathBuf,
    /// What its name says of it: the ledger's label or key.
    pub name: String,
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
        "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" | "et" => Some(Form::Workbook),
        "csv" | "tsv" => Some(Form::Csv),
        _ => None,
    }
}

/// The files of a folder: regular ones alone, so that nothing that never ends is waited for. A link that leads to none is told of
/// as it is opened: a unit whose data are not there must not be missed.
pub fn list(folder: &Path, fields: &FieldIndex) -> Listing {
    let (mut listing, mut paths) = (Listing::default(), Vec::new());
    let unreadable = |error: io::Error| {
        let fault = Diagnostic::new(Code::FileUnreadable).with("path", folder.display());
        fault.with("reason", error).at(Location::file(folder))
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => Some(entries),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Listing { fault: Some(unreadable(error)), ..listing },
    };
    for entry in entries.into_iter().flatten() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return Listing { fault: Some(unreadable(error)), ..listing },
        };
        let (path, name) = (entry.path(), entry.file_name());
        if name.to_string_lossy().starts_with(['.', '~']) {
            continue;
        }
        let may_be_units = match entry.file_type() {
            Ok(kind) if kind.is_symlink() => !path.is_dir(),
            Ok(kind) => kind.is_file(),
            Err(_) => false,
        };
        if may_be_units && form(&path).is_some() {
            paths.push(path);
        } else {
            listing.ignored_files.push(path);
        }
    }
    listing.ignored_files.sort();
    let is_ledger = |path: &PathBuf| is_table(path) && ledger_of(path, fields).is_some();
    let (ledgers, mut units): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(is_ledger);
    let mut by_stem: HashMap<String, Vec<LedgerFile>> = HashMap::new();
    for path in ledgers {
        if let Some((stem, name)) = ledger_of(&path, fields) {
            by_stem.entry(stem).or_default().push(LedgerFile { path, name });
        }
    }
    // All are in one folder, so that their names say their order.
    units.sort_by(|one, other| one.file_name().cmp(&other.file_name()));
    let unit = |path: PathBuf| {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_table(&path));
        let mut ledgers = stem.and_then(|stem| by_stem.remove(stem)).unwrap_or_default();
        ledgers.sort();
        UnitFile { path, ledgers }
    };
    listing.units = units.into_iter().map(unit).collect();
    // A ledger beside no unit's file is nobody's.
    let mut nobodys: Vec<PathBuf> = by_stem.into_values().flatten().map(|ledger| ledger.path).collect();
    listing.ignored_files.append(&mut nobodys);
    listing.ignored_files.sort();
    listing
}

/// The stem of the unit's file, and the ledger, that a file beside it is of, by its name: `yunxi.学习台账.csv`.
fn ledger_of(path: &Path, fields: &FieldIndex) -> Option<(String, String)> {
    let stem = path.file_stem()?.to_str()?;
    stem.match_indices('.').find_map(|(at, _)| {
        fields.ledger(&stem[at + 1..])?;
        Some((stem[..at].to_owned(), stem[at + 1..].to_owned()))
    })
}

/// Whether a file is a workbook or a CSV file.
fn is_table(path: &Path) -> bool {
    matches!(form(path), Some(Form::Workbook | Form::Csv))
}

/// All files beside a table whose names go on from its own: ledgers, or what was meant to be one.
pub fn ledgers_beside(path: &Path) -> Vec<LedgerFile> {
    let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { return Vec::new() };
    let folder = path.parent().unwrap_or(Path::new("."));
    let prefix = format!("{stem}.");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<LedgerFile> = entries
        .filter(|beside| beside != path && is_table(beside) && beside.is_file())
        .filter_map(|beside| {
            let name = beside.file_stem()?.to_str()?.strip_prefix(&prefix)?.to_owned();
            Some(LedgerFile { path: beside, name })
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
        let listing = list(folder.path(), &FieldIndex::default());
        let units: Vec<PathBuf> = listing.units.into_iter().map(|unit| unit.path).collect();
        let names = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        assert_eq!(names(&units), ["a.toml", "b.TOML", "c.XLSX", "f.csv"]);
        assert_eq!(names(&listing.ignored_files), ["g.toml", "读我.txt"]);
    }

    #[test]
    fn ledgers_belong_to_the_file_whose_name_they_go_on_from() {
        let plugin = toml::from_str(
            "id = \"p\"\nversion = \"1\"\ntitle = \"某\"\ncontract = 1\nslots = []\n\
             fields.log = { label = \"台账\", type = \"ledger\", columns.date = { label = \"日期\", type = \"date\" } }",
        );
        let plugin = plugin.unwrap();
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.csv", "a.台账.csv", "b.p.log.csv", "c.1.csv", "c.1.台账.csv", "d.xlsx", "d.台账.ods"]
        {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let listing = list(folder.path(), &FieldIndex::new(&[&plugin]));
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        let shown: Vec<(String, Vec<String>)> = listing
            .units
            .iter()
            .map(|unit| (name(&unit.path), unit.ledgers.iter().map(|ledger| ledger.name.clone()).collect()))
            .collect();
        let expected = [("a.csv", vec!["台账"]), ("c.1.csv", vec!["台账"]), ("d.xlsx", vec!["台账"])];
        let expected = expected
            .map(|(unit, ledgers)| (unit.to_owned(), ledgers.into_iter().map(str::to_owned).collect()));
        assert_eq!(shown, expected);
        assert_eq!(listing.ignored_files.iter().map(|path| name(path)).collect::<Vec<_>>(), ["b.p.log.csv"]);
    }
}
