//! PDF, by the typesetter in this process or by LibreOffice out of the `.docx`.

#[cfg(feature = "pdf")]
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::Document;
use huibian_unit::Finding;

use crate::workspace::{PdfBy, Workspace};

/// Makes PDFs for one workspace.
pub enum Printer {
    /// By Typst, in this process.
    #[cfg(feature = "pdf")]
    Typesetter(Box<huibian_pdf::PdfWriter>),
    /// By LibreOffice, one document at a time, in a folder that also holds its settings.
    LibreOffice(Mutex<tempfile::TempDir>),
}

impl Printer {
    /// The one that the workspace asks for, and what to tell of the faces of this machine.
    ///
    /// # Errors
    /// O005 where this build has none, O006 and O008 where it cannot be made ready.
    pub fn new(workspace: &Workspace) -> Result<(Self, Vec<Diagnostic>)> {
        match workspace.pdf.by {
            PdfBy::LibreOffice => {
                let folder = tempfile::tempdir().map_err(|error| failed(Code::LibreOfficeFailed, error))?;
                Ok((Self::LibreOffice(Mutex::new(folder)), Vec::new()))
            }
            #[cfg(feature = "pdf")]
            PdfBy::Typesetter => Self::typesetter(workspace),
            #[cfg(not(feature = "pdf"))]
            PdfBy::Typesetter => Err(Diagnostic::new(Code::NoPdf)),
        }
    }

    #[cfg(feature = "pdf")]
    fn typesetter(workspace: &Workspace) -> Result<(Self, Vec<Diagnostic>)> {
        use huibian_pdf::{Faces, PdfWriter, Profile};
        let style = &workspace.design.style;
        let folders: Vec<PathBuf> =
            workspace.pdf.fonts.iter().map(|folder| workspace.folder.join(folder)).collect();
        let faces = Faces::find(style, &folders, true)
            .map_err(|missing| Diagnostic::new(Code::NoFace).with("face", missing.0))?;
        let warnings = faces.missing.iter().map(|missing| {
            let warning = Diagnostic::new(Code::FaceMissing).with("face", &missing.face);
            warning.with("stand_in", &missing.stand_in)
        });
        let warnings = warnings.collect();
        let profile = if workspace.pdf.archive { Profile::Archive } else { Profile::Plain };
        let writer = PdfWriter::new(style, faces, profile).map_err(|error| failed(Code::PdfFailed, error))?;
        Ok((Self::Typesetter(Box::new(writer)), warnings))
    }

    /// The document as a file, and what to tell the clerk of its characters. `docx` is the same document as that.
    ///
    /// # Errors
    /// O006 and O009.
    pub fn print(
        &self,
        document: &Document,
        docx: impl FnOnce() -> Vec<u8>,
    ) -> Result<(Vec<u8>, Vec<Finding>)> {
        #[cfg(not(feature = "pdf"))]
        let _ = document;
        match self {
            #[cfg(feature = "pdf")]
            Self::Typesetter(writer) => {
                let pdf = writer.write(document).map_err(|error| failed(Code::PdfFailed, error))?;
                Ok((pdf.bytes, rare(&pdf.rare)))
            }
            Self::LibreOffice(folder) => {
                let folder = folder.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                convert(folder.path(), &docx()).map(|bytes| (bytes, Vec::new()))
            }
        }
    }
}

fn convert(folder: &std::path::Path, docx: &[u8]) -> Result<Vec<u8>> {
    let fault = |reason: &dyn std::fmt::Display| failed(Code::LibreOfficeFailed, reason);
    let (given, made) = (folder.join("document.docx"), folder.join("document.pdf"));
    let _ = std::fs::remove_file(&made);
    std::fs::write(&given, docx).map_err(|error| fault(&error))?;
    let profile = folder.join("profile").display().to_string().replace('\\', "/");
    let separator = if profile.starts_with('/') { "" } else { "/" };
    let status = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{separator}{profile}"))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(&given)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| fault(&error))?;
    std::fs::read(&made).map_err(|_| fault(&status))
}

fn failed(code: Code, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(code).with_detail("reason", reason)
}

/// What to tell of characters that were not in the face meant for them, one finding for each face that helped out.
#[cfg(feature = "pdf")]
fn rare(characters: &[(char, Option<String>)]) -> Vec<Finding> {
    use huibian_contract::Severity;
    let mut by_face: Vec<(Option<&String>, String)> = Vec::new();
    for (character, face) in characters {
        let face = face.as_ref();
        match by_face.iter_mut().find(|(known, _)| *known == face) {
            Some((_, listed)) => listed.push(*character),
            None => by_face.push((face, character.to_string())),
        }
    }
    let finding = |(face, listed): (Option<&String>, String)| {
        let listed: Vec<String> = listed.chars().map(|c| format!("“{c}”")).collect();
        let listed = listed.concat();
        let (severity, text) = match face {
            Some(face) => (Severity::Note, format!("正文字体没有{listed}，PDF 中用“{face}”代替。")),
            None => (
                Severity::Error,
                format!("本机各种字体都没有{listed}，PDF 中印为“〓”。请安装收字较全的字体。"),
            ),
        };
        Finding { severity, plugin: "pdf".to_owned(), check: "characters".to_owned(), text, place: None }
    };
    by_face.into_iter().map(finding).collect()
}

#[cfg(all(test, feature = "pdf"))]
mod tests {
    use super::*;

    #[test]
    fn characters_are_listed_by_the_face_that_helped_out() {
        let other = Some("另一种宋体".to_owned());
        let told = rare(&[('堃', other.clone()), ('犇', other), ('𰻝', None)]);
        let texts: Vec<&str> = told.iter().map(|finding| finding.text.as_str()).collect();
        assert_eq!(texts[0], "正文字体没有“堃”“犇”，PDF 中用“另一种宋体”代替。");
        assert!(texts[1].contains("“𰻝”") && texts[1].contains('〓'), "{texts:?}");
    }
}
