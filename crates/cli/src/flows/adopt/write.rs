//! The files of the workspace, put in place together.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_adopt::Adoption;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_engine::installation::installation;
use huibian_store::write_all;
use huibian_wordform::WordTemplate;
use huibian_writers::Scratch;
use huibian_writers::package::Package;

/// The styles that a new workspace has.
const STYLES: [&str; 1] = ["templates/styles/gbt9704.toml"];

/// Writes a workspace; returns how many files it has.
///
/// # Errors
/// W012 where the folder is there and not empty, O004 when a file cannot be written.
pub fn workspace(folder: &Path, adoption: &Adoption, adopted: String) -> Result<usize, Diagnostic> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Diagnostic::new(Code::FolderNotEmpty).with("path", folder.display()));
    }
    let mut files: Vec<(PathBuf, Vec<u8>)> = vec![(folder.join("ADOPTED.md"), adopted.into_bytes())];
    let installation = installation()?;
    for style in STYLES {
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
    files.push((folder.join("templates").join(template), package.finish()));
    files.extend(adoption.files.iter().map(|(path, bytes)| (folder.join(path), bytes.clone())));
    let count = files.len();
    write_all(files.into_iter())?;
    Ok(count)
}
