//! Folders of faces that `[output]` names and that are of no use.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Place, Source};
use toml::Spanned;

/// How many folders deep faces are looked for.
const DEEPEST: usize = 8;

/// Who has a use for faces.
#[derive(Clone, Copy)]
pub enum Used {
    /// What sets PDFs, or draws pictures.
    Here,
    /// Nobody but LibreOffice, which takes the system's.
    LibreOffice,
    /// Nobody.
    Nowhere,
}

/// O010 for each folder that is not there or holds no face, and once for all of them where nobody uses them.
pub fn remarks(
    fonts: &[Spanned<PathBuf>],
    used: Used,
    workspace: &Path,
    source: &Arc<Source>,
) -> Vec<Diagnostic> {
    let remark = |named: &Spanned<PathBuf>, reason| {
        let remark = Diagnostic::new(Code::FontsUnused).with("reason", reason);
        remark.with("path", named.get_ref().display()).at(Place::span(source, named.span()))
    };
    let reason = match used {
        Used::Here => None,
        Used::LibreOffice => Some("libreoffice"),
        Used::Nowhere => Some("unused"),
    };
    let of_folder = |named: &Spanned<PathBuf>| {
        let folder = workspace.join(named.get_ref());
        let reason = if !folder.is_dir() {
            "missing"
        } else if !holds_faces(&folder, DEEPEST) {
            "empty"
        } else {
            return None;
        };
        Some(remark(named, reason))
    };
    let useless = reason.and_then(|reason| Some(remark(fonts.first()?, reason)));
    fonts.iter().filter_map(of_folder).chain(useless).collect()
}

fn holds_faces(folder: &Path, depth: usize) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| match path.extension() {
        _ if path.is_dir() => depth > 0 && holds_faces(&path, depth - 1),
        Some(end) => ["ttf", "otf", "ttc", "otc"].iter().any(|known| end.eq_ignore_ascii_case(known)),
        None => false,
    })
}
