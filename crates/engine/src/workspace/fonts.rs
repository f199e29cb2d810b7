//! Folders of faces that `[output]` names and that are of no use.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Location, Source};
use huibian_template::TemplateSet;
use huibian_writers::Format;
use toml::Spanned;

use super::raw::WorkspaceToml;
use crate::pdf::{self, PdfBy};

/// How many folders deep faces are looked for.
const DEEPEST: usize = 8;

/// O010 for each folder that is not there or holds no face, and once for all of them where nobody uses them.
pub fn remarks(
    raw: &WorkspaceToml,
    formats: &[Format],
    templates: &TemplateSet,
    (workspace, source): (&Path, &Arc<Source>),
) -> Vec<Diagnostic> {
    let fonts = &raw.output.fonts;
    let remark = |named: &Spanned<PathBuf>, reason| {
        let remark = Diagnostic::new(Code::FontsUnused).with("reason", reason);
        remark.with("path", named.get_ref().display()).at(Location::span(source, named.span()))
    };
    let reason = of_no_use(raw, formats, templates);
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

/// Why nobody uses the faces, where nobody does. Pictures are drawn with them wherever Word is to show them.
fn of_no_use(raw: &WorkspaceToml, formats: &[Format], templates: &TemplateSet) -> Option<&'static str> {
    let makes_pdf = formats.iter().any(|format| format.extension() == pdf::NAME)
        || raw.reports.values().any(|report| report.formats.iter().any(|name| name == pdf::NAME));
    if templates.mention("chart") || templates.mention("image") {
        None
    } else if !makes_pdf {
        Some("unused")
    } else {
        (raw.output.pdf == PdfBy::LibreOffice).then_some("libreoffice")
    }
}

fn holds_faces(folder: &Path, depth: usize) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| match path.extension() {
        _ if path.is_dir() => depth > 0 && holds_faces(&path, depth - 1),
        Some(end) => ["ttf", "otf", "ttc", "otc"].iter().any(|known| end.eq_ignore_ascii_case(known)),
        None => false,
    })
}
