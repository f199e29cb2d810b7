//! What was given: reports and tables, told apart by what they are.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_adopt::GivenReport;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};
use huibian_sample::paper::Paper;
use huibian_workbook::{Book, Limit, Unreadable};

/// The files, read.
pub struct Given {
    /// Reports, or a form.
    pub reports: Vec<GivenReport>,
    /// Workbooks by their files.
    pub books: Vec<(String, Book)>,
}

/// Reads files, and of folders the files in them.
///
/// # Errors
/// All that cannot be read, and B001 where no report is among it.
pub fn read(files: &[PathBuf]) -> Result<Given, Faults> {
    let mut faults = Faults::new();
    let mut given = Given { reports: Vec::new(), books: Vec::new() };
    for path in listed(files) {
        if let Err(fault) = take(&path, &mut given) {
            faults.push(fault);
        }
    }
    if given.reports.is_empty() && faults.is_empty() {
        faults.push(Diagnostic::new(Code::NothingToAdopt).with("reason", "none").with("path", ""));
    }
    if faults.is_empty() { Ok(given) } else { Err(faults) }
}

/// Every file; of folders those that can be read, however deep, but for what programs keep beside them and for workspaces.
fn listed(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut listed = Vec::new();
    for path in files {
        if !path.is_dir() {
            listed.push(path.clone());
            continue;
        }
        let mut inner: Vec<PathBuf> =
            fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        inner.sort();
        inner.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !name.starts_with(['.', '~'])
                && (path.is_dir() && !path.join("workspace.toml").exists()
                    || is_table(path)
                    || extension(path) == "docx")
        });
        listed.extend(self::listed(&inner));
    }
    listed
}

/// How many Word files and tables lie in a folder.
pub fn beside(folder: &Path) -> (usize, usize) {
    let paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let named =
        |path: &&PathBuf| !path.file_name().unwrap_or_default().to_string_lossy().starts_with(['.', '~']);
    let reports = paths.iter().filter(named).filter(|path| extension(path) == "docx").count();
    (reports, paths.iter().filter(named).filter(|path| is_table(path)).count())
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

fn is_table(path: &Path) -> bool {
    matches!(extension(path).as_str(), "xlsx" | "xls" | "xlsm" | "xlsb" | "ods" | "et")
}

fn take(path: &Path, given: &mut Given) -> Result<(), Diagnostic> {
    let name = path.display().to_string();
    let bytes = fs::read(path)
        .map_err(|error| Diagnostic::new(Code::FileUnreadable).with("path", &name).with("reason", error))?;
    if is_table(path) {
        let book = huibian_workbook::read(&bytes).map_err(|fault| unreadable(path, &fault))?;
        given.books.push((name, book));
        return Ok(());
    }
    let (paper, bytes) = match extension(path).as_str() {
        "docx" | "docm" | "dotx" | "doc" | "wps" => {
            let paper = Paper::word(&bytes).map_err(|fault| {
                let found =
                    Diagnostic::new(Code::WordTemplate).with("path", &name).with("reason", fault.reason);
                found.with("detail", fault.detail).at(Location::file(path))
            })?;
            (paper, bytes)
        }
        "md" | "txt" => (Paper::plain(&String::from_utf8_lossy(&bytes)), Vec::new()),
        _ => return Err(Diagnostic::new(Code::NothingToAdopt).with("reason", "kind").with("path", &name)),
    };
    if paper.blocks.is_empty() {
        return Err(Diagnostic::new(Code::NothingToAdopt).with("reason", "empty").with("path", &name));
    }
    if let Some(reason) = unfit(&paper) {
        return Err(Diagnostic::new(Code::NothingToAdopt).with("reason", reason).with("path", &name));
    }
    given.reports.push(GivenReport { file: name, paper, bytes });
    Ok(())
}

/// What keeps a report from being a template.
fn unfit(paper: &Paper) -> Option<&'static str> {
    if paper.is_large() {
        return Some("large");
    }
    paper.passages().find_map(|passage| {
        if passage.text.contains("{{") {
            return Some("tags");
        }
        huibian_contract::text::refused(&passage.text).map(|_| "character")
    })
}

fn unreadable(path: &Path, fault: &Unreadable) -> Diagnostic {
    let (reason, detail) = match fault {
        Unreadable::Password => ("password", String::new()),
        Unreadable::Format(detail) => ("format", detail.clone()),
        Unreadable::Large(Limit::Cells) => ("cells", String::new()),
        Unreadable::Large(Limit::Text) => ("text", String::new()),
        Unreadable::Large(Limit::Expanded) => ("expanded", String::new()),
        Unreadable::Broken(detail) => ("broken", detail.clone()),
    };
    Diagnostic::new(Code::BookUnreadable)
        .with("path", path.display())
        .with("reason", reason)
        .with_detail("detail", detail)
        .at(Location::file(path))
}
