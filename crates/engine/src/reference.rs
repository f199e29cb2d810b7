//! An office's own Word file, read from disk with limits: what a document is made like.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use huibian_config::place_of;
use huibian_diagnostic::{Code, Diagnostic, Result, Source};
use huibian_document::HouseStyle;
use huibian_docx::{MOST_BYTES, Reference, package};
use huibian_picture::{Svg, SvgReason};
use huibian_soffice::{Unconverted, docx};

/// Reads a file.
///
/// # Errors
/// W001 where it cannot be opened, S013 where it cannot be used.
pub fn read(path: &Path) -> Result<Reference> {
    let unusable = |reason: &str, detail: &dyn std::fmt::Display| {
        let fault = Diagnostic::new(Code::ReferenceUnusable).with("path", path.display());
        fault.with("reason", reason).with("detail", detail.to_string())
    };
    let mut bytes = Vec::new();
    let read =
        huibian_config::file::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| {
        Diagnostic::new(Code::FileUnreadable).with("path", path.display()).with("reason", error)
    })?;
    let bytes = docx(path, bytes).map_err(|Unconverted(kind)| unusable("convert", &kind))?;
    let parts = package(&bytes).map_err(|fault| unusable(fault.reason, &fault.detail))?;
    let reference = Reference::read(parts).map_err(|fault| unusable(fault.reason, &fault.detail))?;
    for (name, bytes) in reference.drawings() {
        let fault = match std::str::from_utf8(bytes) {
            Ok(text) => Svg::read(text).err().filter(|fault| fault.reason != SvgReason::Size),
            Err(_) => return Err(unusable("xml", &format!("{name}: UTF-8"))),
        };
        if let Some(fault) = fault {
            return Err(match fault.reason {
                // What a reader says of what is no drawing is in one language alone.
                SvgReason::Syntax => unusable("xml", &name),
                SvgReason::Kind | SvgReason::Number => unusable("xml", &format!("{name}: {}", fault.found)),
                _ => unusable("external", &format!("{name}: {}", fault.found)),
            });
        }
    }
    Ok(reference)
}

/// A house style on the sheet of a reference.
///
/// # Errors
/// S013 where its margins leave no room.
pub fn sheet(style: HouseStyle, reference: &Reference, source: &Arc<Source>) -> Result<HouseStyle> {
    let style = HouseStyle { page: reference.page(&style.page), ..style };
    let (width, height) = (style.text_width(), style.text_height());
    if width > style.paragraphs.body.size && height > style.text.line.times(2, 1) {
        return Ok(style);
    }
    let place = place_of(source, &["output", "reference"]);
    let path = place.text_and_span().map(|(text, span)| text[span].trim_matches('"').to_owned());
    let fault = Diagnostic::new(Code::ReferenceUnusable).with("path", path.unwrap_or_default());
    Err(fault.with("reason", "room").with("detail", format!("{width} × {height}")).at(place))
}
