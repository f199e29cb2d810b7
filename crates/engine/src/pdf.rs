//! PDF as a workspace asks for it: by the typesetter in this process, or by LibreOffice out of the `.docx`.

use std::path::PathBuf;
use std::sync::Mutex;

use huibian_diagnostic::{Code, Diagnostic, Result, Severity};
use huibian_document::Document;
use huibian_writers::{Appearance, DocxWriter, Format, RareCharacter, Scratch, Writer, Written};
use serde::Deserialize;

/// The format's name.
pub const NAME: &str = "pdf";

/// How PDFs are made.
#[derive(Clone, Debug, Default)]
pub struct PdfOptions {
    /// By what.
    pub by: PdfBy,
    /// Folders with faces beside those of the system.
    pub fonts: Vec<PathBuf>,
    /// Whether they conform to PDF/A-2b.
    pub archive: bool,
}

/// What makes PDFs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PdfBy {
    /// The program itself.
    #[default]
    Typesetter,
    /// LibreOffice, out of the `.docx`.
    LibreOffice,
}

/// The format, written as the options say. Its writers cannot be had (O005, O008, O009) where this build or this machine
/// lacks what they need.
pub fn format(options: &PdfOptions) -> Format {
    match options.by {
        PdfBy::LibreOffice => {
            Format::new(NAME, |appearance| Ok(Box::new(LibreOffice::new(appearance)?))).for_word()
        }
        #[cfg(feature = "pdf")]
        PdfBy::Typesetter => {
            let options = options.clone();
            Format::new(NAME, move |appearance| match appearance.template {
                // What an office's own Word file looks like, only a word processor knows.
                Some(_) => Ok(Box::new(LibreOffice::new(appearance)?) as Box<dyn Writer>),
                None => Ok(Box::new(Typesetter::new(appearance, &options)?)),
            })
        }
        #[cfg(not(feature = "pdf"))]
        PdfBy::Typesetter => Format::new(NAME, |appearance| match appearance.template {
            Some(_) => Ok(Box::new(LibreOffice::new(appearance)?)),
            None => Err(Diagnostic::new(Code::NoPdf)),
        }),
    }
}

/// Typst, in this process.
#[cfg(feature = "pdf")]
struct Typesetter {
    writer: huibian_pdf::PdfWriter,
    remarks: Vec<Diagnostic>,
}

#[cfg(feature = "pdf")]
impl Typesetter {
    fn new(appearance: &Appearance<'_>, options: &PdfOptions) -> Result<Self> {
        use huibian_pdf::{Faces, PdfWriter, Profile};
        let faces = Faces::find(appearance.style, &options.fonts, true)
            .map_err(|missing| Diagnostic::new(Code::NoFace).with("face", missing.0))?;
        let remarks = faces.missing.iter().map(|missing| {
            let remark = Diagnostic::new(Code::FaceMissing).with("face", &missing.face);
            remark.with("stand_in", &missing.stand_in)
        });
        let remarks = remarks.collect();
        let profile = if options.archive { Profile::Archive } else { Profile::Plain };
        let writer = PdfWriter::new(appearance.style, faces, profile);
        Ok(Self { writer: writer.map_err(|error| failed(Code::PdfFailed, error))?, remarks })
    }
}

#[cfg(feature = "pdf")]
impl Writer for Typesetter {
    fn write(&self, document: &Document, _: &mut Scratch) -> Result<Written> {
        let pdf = self.writer.write(document).map_err(|error| failed(Code::PdfFailed, error))?;
        let rare = pdf.rare.into_iter().map(|(character, face)| RareCharacter { character, face });
        Ok(Written { bytes: pdf.bytes, rare: rare.collect() })
    }

    fn remarks(&self) -> &[Diagnostic] {
        &self.remarks
    }
}

/// LibreOffice, one document at a time, in a folder that also holds its settings.
struct LibreOffice {
    docx: DocxWriter,
    folder: Mutex<tempfile::TempDir>,
}

impl LibreOffice {
    fn new(appearance: &Appearance<'_>) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(|error| failed(Code::LibreOfficeFailed, error))?;
        let docx = DocxWriter::like(appearance.style, appearance.reference).filling(appearance.template);
        Ok(Self { docx, folder: Mutex::new(folder) })
    }
}

impl Writer for LibreOffice {
    fn write(&self, document: &Document, scratch: &mut Scratch) -> Result<Written> {
        let docx = self.docx.package(document, scratch);
        let folder = self.folder.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        convert(folder.path(), &docx).map(Written::from)
    }
}

fn convert(folder: &std::path::Path, docx: &[u8]) -> Result<Vec<u8>> {
    let fault = |reason: &dyn std::fmt::Display| failed(Code::LibreOfficeFailed, reason);
    let (given, made) = (folder.join("document.docx"), folder.join("document.pdf"));
    let _ = std::fs::remove_file(&made);
    std::fs::write(&given, docx).map_err(|error| fault(&error))?;
    let status = huibian_soffice::convert(folder, &given, "pdf").map_err(|error| fault(&error))?;
    std::fs::read(&made).map_err(|_| fault(&status))
}

fn failed(code: Code, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(code).with_detail("reason", reason)
}

/// What to tell of characters that were not in the face meant for them, one finding for each face that helped out.
pub fn findings(rare: &[RareCharacter]) -> Vec<Diagnostic> {
    let mut by_face: Vec<(Option<&String>, String)> = Vec::new();
    for RareCharacter { character, face } in rare {
        let face = face.as_ref();
        match by_face.iter_mut().find(|(known, _)| *known == face) {
            Some((_, listed)) => listed.push(*character),
            None => by_face.push((face, character.to_string())),
        }
    }
    let finding = |(face, listed): (Option<&String>, String)| {
        let listed: Vec<String> = listed.chars().map(|c| format!("“{c}”")).collect();
        let listed = listed.concat();
        match face {
            Some(face) => Diagnostic::new(Code::CharactersOfOtherFace)
                .with("characters", listed)
                .with("face", face)
                .weighing(Severity::Note),
            None => Diagnostic::new(Code::CharactersMissing).with("characters", listed),
        }
    };
    by_face.into_iter().map(finding).collect()
}

#[cfg(test)]
mod tests {
    use huibian_diagnostic::{Catalog, Lang};

    use super::*;

    #[test]
    fn characters_are_listed_by_the_face_that_helped_out() {
        let other = Some("另一种宋体".to_owned());
        let rare = [('堃', other.clone()), ('犇', other), ('𰻝', None)];
        let remarks = findings(&rare.map(|(character, face)| RareCharacter { character, face }));
        let texts: Vec<String> =
            remarks.iter().map(|finding| Catalog::of(Lang::Zh).message(finding)).collect();
        assert_eq!(texts[0], "正文字体没有“堃”“犇”，PDF 中用“另一种宋体”代替。");
        assert!(texts[1].contains("“𰻝”") && texts[1].contains('〓'), "{texts:?}");
    }
}
