//! How a workspace's documents look: the house style, an office's own Word file, and the pictures.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::place_of;
use huibian_diagnostic::{Faults, Source};
use huibian_document::HouseStyle;
use huibian_docx::Reference;
use huibian_report::picture::Album;
use huibian_style::StyleFile;
use huibian_writers::Format;

use super::note;
use super::raw::WorkspaceToml;
use crate::reference;

/// The house style on the sheet that its documents have, and the file that they are to look like.
pub fn appearance(
    raw: &WorkspaceToml,
    style: Option<PathBuf>,
    (folder, installation): (&Path, &Path),
    source: &Arc<Source>,
    faults: &mut Faults,
) -> (Option<HouseStyle>, Option<(PathBuf, Reference)>) {
    let style = style.map(|style| StyleFile::read(&style, installation));
    let style = style.and_then(|read| read.map_err(|found| faults.extend(found)).ok()).map(|file| file.style);
    let reference = raw.output.reference.as_ref().and_then(|path| {
        let place = || place_of(source, &["output", "reference"]);
        let path = folder.join(path);
        let read = reference::read(&path).map_err(|fault| fault.or_at(place()));
        Some((path, note(read, faults)?))
    });
    // Titles, tables and signatures are set for the sheet that they stand on, in every format.
    match (style, reference) {
        (Some(style), Some((path, reference))) => {
            (note(reference::sheet(style, &reference, source), faults), Some((path, reference)))
        }
        both => both,
    }
}

/// An album for the formats that are written: Word wants drawings as pixels.
pub fn album(raw: &WorkspaceToml, folder: &Path, formats: &[Format]) -> Album {
    let fonts = raw.output.fonts.iter().map(|fonts| folder.join(fonts.get_ref())).collect();
    Album::new(formats.iter().any(Format::is_for_word), fonts)
}
