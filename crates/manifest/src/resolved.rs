//! What a record says with paths below a workspace, with whole paths.

use std::path::Path;

use huibian_diagnostic::{Diagnostic, Entry};
use huibian_store::Artifact;

use crate::line::PictureFile;

/// Remarks as a record has them, of a workspace in `folder`.
pub fn findings(remarks: &[Entry], folder: &Path) -> Vec<Diagnostic> {
    remarks.iter().map(|entry| entry.diagnostic().resolved_in(folder)).collect()
}

/// Files as a record has them, of a workspace in `folder`.
pub fn artifacts(artifacts: Vec<Artifact>, folder: &Path) -> Vec<Artifact> {
    let whole = |artifact: Artifact| Artifact { path: folder.join(&artifact.path), ..artifact };
    artifacts.into_iter().map(whole).collect()
}

/// Pictures as a record has them, of a workspace in `folder`.
pub fn pictures(pictures: &[PictureFile], folder: &Path) -> Vec<PictureFile> {
    let whole = |shown: &PictureFile| PictureFile { path: folder.join(&shown.path), ..shown.clone() };
    pictures.iter().map(whole).collect()
}
