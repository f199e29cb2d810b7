//! An office's own Word file, read from disk with limits: what a document is made like.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use huibian_config::place_of;
use huibian_diagnostic::{Code, Diagnostic, Result, Source};
use huibian_document::HouseStyle;
use huibian_docx::{PackageParts, Reference};
use huibian_picture::{Svg, SvgReason};
use zip::ZipArchive;
use zip::result::ZipError;

/// More parts than a document has.
const MOST_PARTS: usize = 2_000;
/// More bytes than an office's template unpacks to.
const MOST_BYTES: u64 = 64 << 20;
/// What a file of the format before .docx begins with, and a .docx with a password.
const OLE: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// Reads a file.
///
/// # Errors
/// W001 where it cannot be opened, S013 where it cannot be used.
pub fn read(path: &Path) -> Result<Reference> {
    let unusable = |reason: &str, detail: &dyn std::fmt::Display| {
        let fault = Diagnostic::new(Code::ReferenceUnusable).with("path", path.display());
        let fault = fault.with("reason", reason);
        // Only a reader's own words are foreign ones; all else names a part or an address.
        match reason {
            "xml" | "zip" => fault.with_detail("detail", detail),
            _ => fault.with("detail", detail.to_string()),
        }
    };
    let unreadable = |error: std::io::Error| {
        Diagnostic::new(Code::FileUnreadable).with("path", path.display()).with("reason", error)
    };
    let mut head = [0; 4];
    let length = File::open(path).and_then(|file| file.take(4).read(&mut head)).map_err(unreadable)?;
    if length == 4 && head == OLE {
        return Err(unusable("ole", &""));
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut package = ZipArchive::new(file).map_err(|error| unusable("zip", &error))?;
    if package.len() > MOST_PARTS {
        return Err(unusable("large", &package.len()));
    }
    let (mut parts, mut total) = (PackageParts::new(), 0);
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => unusable("locked", &""),
            error => unusable("zip", &error),
        })?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().map_err(|error| unusable("zip", &error))?.into_owned();
        if part.enclosed_name().is_none() || name.contains('\\') {
            return Err(unusable("path", &name));
        }
        let mut bytes = Vec::new();
        let room = MOST_BYTES - total;
        part.take(room + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| unusable("zip", &format!("{name}: {error}")))?;
        total += bytes.len() as u64;
        if total > MOST_BYTES {
            return Err(unusable("large", &name));
        }
        parts.insert(name, bytes);
    }
    let reference = Reference::read(&parts).map_err(|fault| unusable(fault.reason, &fault.detail))?;
    for (name, bytes) in reference.drawings() {
        let fault = match std::str::from_utf8(bytes) {
            Ok(text) => Svg::read(text).err().filter(|fault| fault.reason != SvgReason::Size),
            Err(_) => return Err(unusable("xml", &format!("{name}: UTF-8"))),
        };
        if let Some(fault) = fault {
            let leads_out = matches!(fault.reason, SvgReason::Reference | SvgReason::Script);
            return Err(unusable(
                if leads_out { "external" } else { "xml" },
                &format!("{name}: {}", fault.found),
            ));
        }
    }
    Ok(reference)
}

/// A house style on the sheet of a reference.
///
/// # Errors
/// S013 where its margins leave no room.
pub fn sheet(style: HouseStyle, reference: &Reference, source: &Arc<Source>) -> Result<HouseStyle> {
    let style = HouseStyle { page: reference.page().clone(), ..style };
    let (width, height) = (style.text_width(), style.text_height());
    if width > style.paragraphs.body.size && height > style.text.line.times(2, 1) {
        return Ok(style);
    }
    let place = place_of(source, &["output", "reference"]);
    let path = place.text_and_span().map(|(text, span)| text[span].trim_matches('"').to_owned());
    let fault = Diagnostic::new(Code::ReferenceUnusable).with("path", path.unwrap_or_default());
    Err(fault.with("reason", "room").with("detail", format!("{width} × {height}")).at(place))
}
