//! The files of the workspace, put in place together.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_adopt::Adoption;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_engine::installation::installation;
use huibian_store::{Artifact, fill, write_all};
use huibian_wordform::WordTemplate;
use huibian_writers::Scratch;
use huibian_writers::package::Package;

use crate::print::Printer;

/// The styles that a new workspace has.
const STYLES: [&str; 1] = ["templates/styles/gbt9704.toml"];

/// Writes a workspace; returns the files that it has. `again` into one that is there: its data and styles stay, and so does its
/// template, under another name.
///
/// # Errors
/// W012 where the folder is there and not empty, O004 when a file cannot be written.
pub fn workspace(
    printer: &Printer,
    folder: &Path,
    adoption: &Adoption,
    adopted: String,
    again: bool,
) -> Result<Vec<Artifact>, Diagnostic> {
    let mut files: Vec<(PathBuf, Vec<u8>)> = vec![(folder.join("ADOPTED.md"), adopted.into_bytes())];
    let installation = installation()?;
    for style in STYLES.iter().filter(|style| !folder.join(style).exists()) {
        let path = installation.join(style);
        let bytes = fs::read(&path).map_err(|error| {
            Diagnostic::new(Code::FileUnreadable).with("path", path.display()).with("reason", error)
        })?;
        files.push((folder.join(style), bytes));
    }
    let (mut package, mut scratch) = (Package::default(), Scratch::default());
    let (template, parts) = &adoption.template;
    let mut names: Vec<&String> = parts.keys().collect();
    names.sort_by_key(|name| !WordTemplate::is_list(name));
    for name in names {
        package.add(&scratch.entry(name, &parts[name]));
    }
    let (path, bytes) = (folder.join("templates").join(template), package.finish());
    if let Ok(before) = fs::read(&path)
        && before != bytes
    {
        let kept = unused(&path);
        printer.say(printer.text("adopt-template-kept", &[("path", &printer.here.path(&kept))]));
        files.push((kept, before));
    }
    files.push((path, bytes));
    for (path, bytes) in &adoption.files {
        let own = folder.join(path);
        if again && path.starts_with("data/") && own.parent().is_some_and(is_filled) {
            printer.say(printer.text("adopt-data-kept", &[("path", &printer.here.path(&own))]));
        } else {
            files.push((own, bytes.clone()));
        }
    }
    if again { write_all(files.into_iter()) } else { fill(folder, files.into_iter()) }
}

/// Whether a folder holds something.
fn is_filled(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// A name beside a file that no file has.
fn unused(path: &Path) -> PathBuf {
    let named = |number: usize| path.with_extension(format!("before-{number}.docx"));
    (1..10_000).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0))
}
