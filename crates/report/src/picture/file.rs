//! A picture out of its file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Location, Result, Source};
use huibian_document::{Image, ImageFormat, InvalidImage, Length};
use huibian_picture::{Svg, SvgReason, resolution, upright};

/// In mebibytes: a report goes out by mail.
const MOST: u64 = 10;
/// In millions: what programs open without trouble.
const MOST_PIXELS: i64 = 64;
const PER_PIXEL: i64 = 9525;

/// Where a file is looked for, and the folder that it must not lie outside of.
pub struct Root<'r> {
    /// What its name is relative to.
    pub folder: &'r Path,
    /// What it must lie in.
    pub bounds: &'r Path,
}

/// A picture and its file.
pub struct Found {
    /// Where the file lies.
    pub path: PathBuf,
    /// The file as it is.
    pub file: Arc<[u8]>,
    /// The picture, upright.
    pub image: Image,
}

impl Root<'_> {
    /// Reads the picture of a name, as large as it says, or at 96 pixels an inch.
    ///
    /// # Errors
    /// I001 to I005, with a place only where it is in the picture's own text.
    pub fn read(&self, name: &str) -> Result<Found> {
        let path = self.find(name)?;
        let fault = |code| Diagnostic::new(code).with("name", name);
        let unreadable = |error: std::io::Error| {
            let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
            fault.with("reason", error)
        };
        let length = fs::metadata(&path).map_err(unreadable)?.len();
        if length > MOST << 20 {
            let tenths = (length * 10).div_ceil(1 << 20);
            let found = format!("{}.{} MiB", tenths / 10, tenths % 10);
            let fault = fault(Code::PictureTooLarge).with("found", found);
            return Err(fault.with("limit", format!("{MOST} MiB")));
        }
        let bytes: Arc<[u8]> = huibian_config::file::bytes(&path).map_err(unreadable)?.into();
        let most = Length::from_emu(i64::MAX / PER_PIXEL);
        let image = match Image::read(bytes.clone(), String::new(), most) {
            Ok(image) => image,
            Err(InvalidImage::Format) => drawing(name, &path, bytes.clone())?,
            Err(InvalidImage::Size) => return Err(fault(Code::PictureBroken).with("reason", "size")),
            Err(InvalidImage::Cut) => return Err(fault(Code::PictureBroken).with("reason", "cut")),
        };
        let pixels = (image.width.emu() / PER_PIXEL).saturating_mul(image.height.emu() / PER_PIXEL);
        if image.format != ImageFormat::Svg && pixels > MOST_PIXELS * 1_000_000 {
            let (width, height) = (image.width.emu() / PER_PIXEL, image.height.emu() / PER_PIXEL);
            let fault = fault(Code::PictureTooLarge).with("found", format!("{width} × {height}"));
            return Err(fault.with("limit", format!("{MOST_PIXELS} 000 000")));
        }
        if image.format == ImageFormat::Svg {
            return Ok(Found { path, file: bytes, image });
        }
        let damaged = |_| fault(Code::PictureBroken).with("reason", "damaged");
        let image = match upright(&bytes).map_err(damaged)? {
            Some(turned) => Image::read(turned.into(), String::new(), most).unwrap_or(image),
            None => image,
        };
        let image = as_large_as_it_says(image, &bytes);
        Ok(Found { path, file: bytes, image })
    }

    /// The file, with every link followed.
    fn find(&self, name: &str) -> Result<PathBuf> {
        let name = name.replace('\\', "/");
        let path = self.folder.join(&name);
        let Ok(found) = path.canonicalize() else {
            let entries = path.parent().and_then(|folder| fs::read_dir(folder).ok());
            let beside = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            let known: Vec<String> = entries
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .map(|file| if beside.is_empty() { file } else { format!("{beside}/{file}") })
                .collect();
            // Blanks at its ends show in quotes alone.
            let seen = if name.trim() == name { name.clone() } else { format!("\"{name}\"") };
            let fault = Diagnostic::new(Code::PictureMissing).with("name", seen);
            let fault = fault.with("path", self.folder.display());
            return Err(fault.suggest(&name, known.iter().map(String::as_str)));
        };
        let inside = self.bounds.canonicalize().is_ok_and(|bounds| found.starts_with(bounds));
        if !inside {
            let fault = Diagnostic::new(Code::PictureOutside).with("name", &name);
            return Err(fault.with("path", self.bounds.display()));
        }
        if !found.is_file() {
            return Err(Diagnostic::new(Code::PictureBroken).with("name", &name).with("reason", "format"));
        }
        Ok(path)
    }
}

/// A picture of its file's own resolution, where that says one.
fn as_large_as_it_says(image: Image, file: &[u8]) -> Image {
    const KILOMETRE: i64 = 36_000_000_000;
    let Some(said) = resolution(file) else { return image };
    let long = |length: Length, pixels: i64| Length::from_emu(length.emu() / PER_PIXEL * KILOMETRE / pixels);
    let (width, height) = (long(image.width, said.across), long(image.height, said.down));
    Image { width, height, ..image }
}

/// A file that is neither PNG nor JPEG.
fn drawing(name: &str, path: &Path, bytes: Arc<[u8]>) -> Result<Image> {
    let broken =
        |reason: &str| Diagnostic::new(Code::PictureBroken).with("name", name).with("reason", reason);
    let refused = |what: &str, found: String| {
        let told = Diagnostic::new(Code::DrawingRefused).with("name", name).with("what", what);
        told.with("found", found)
    };
    let text = std::str::from_utf8(&bytes).map_err(|_| broken("format"))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if !text.contains("<svg") {
        return Err(broken("format"));
    }
    let svg = Svg::read(text).map_err(|fault| {
        let place = Location::span(&Source::new(path, text), fault.span);
        let told = match fault.reason {
            SvgReason::Size => broken("size"),
            SvgReason::Kind => broken("format"),
            SvgReason::Syntax => broken("syntax").with("detail", fault.found),
            refusal => refused(refusal.as_str(), fault.found),
        };
        told.at(place)
    })?;
    #[cfg(feature = "pixels")]
    huibian_picture::sound(text).map_err(|error| broken("syntax").with_detail("detail", error))?;
    let bytes = if text.len() == bytes.len() { bytes } else { text.as_bytes().into() };
    Ok(Image {
        bytes,
        pixels: None,
        format: ImageFormat::Svg,
        width: svg.width,
        height: svg.height,
        alt: String::new(),
        caption: Vec::new(),
    })
}
