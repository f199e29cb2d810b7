//! Pictures: their bytes, what they are, and how large they stand on the page.

use std::sync::Arc;

use crate::inline::Inline;
use crate::length::Length;

/// A picture in a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The file as it is.
    pub bytes: Arc<[u8]>,
    /// A drawing as a PNG file, for programs that do not know SVG.
    pub pixels: Option<Arc<[u8]>>,
    /// What the file is.
    pub format: ImageFormat,
    /// How large it stands on the page.
    pub width: Length,
    /// How large it stands on the page.
    pub height: Length,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What stands below it; empty for nothing.
    pub caption: Vec<Inline>,
}

/// What an image's file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ImageFormat {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// Scalable Vector Graphics.
    Svg,
}

impl ImageFormat {
    /// The file name's extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Svg => "svg",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// A file that is no picture a document can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidImage {
    /// Neither PNG nor JPEG.
    #[error("it is neither PNG nor JPEG")]
    Format,
    /// A picture without its size, or without any.
    #[error("it does not say how large it is")]
    Size,
    /// The file ends before the picture does.
    #[error("its end is missing")]
    Cut,
}

impl Image {
    /// A picture out of its file, as large as it is at 96 pixels an inch, at most `most` wide.
    ///
    /// # Errors
    /// [`InvalidImage`] for other files, and for those that are cut short.
    pub fn read(bytes: Arc<[u8]>, alt: String, most: Length) -> Result<Self, InvalidImage> {
        const PER_PIXEL: i64 = 9525;
        let (format, size) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            (ImageFormat::Png, png_size(&bytes))
        } else if bytes.starts_with(b"\xFF\xD8\xFF") {
            (ImageFormat::Jpeg, jpeg_size(&bytes))
        } else {
            return Err(InvalidImage::Format);
        };
        let (width, height) =
            size.filter(|(width, height)| *width > 0 && *height > 0).ok_or(InvalidImage::Size)?;
        if format == ImageFormat::Png && !png_is_whole(&bytes) {
            return Err(InvalidImage::Cut);
        }
        let natural = |pixels: u32| Length::from_emu(i64::from(pixels) * PER_PIXEL);
        let image = Self {
            bytes,
            pixels: None,
            format,
            width: natural(width),
            height: natural(height),
            alt,
            caption: Vec::new(),
        };
        Ok(image.at_most(most))
    }

    /// The same, made smaller where it is wider than `most`.
    #[must_use]
    pub fn at_most(self, most: Length) -> Self {
        if self.width > most { self.wide(most) } else { self }
    }

    /// The same at another width, as high as that makes it.
    #[must_use]
    pub fn wide(self, width: Length) -> Self {
        let height = width.times(self.height.emu(), self.width.emu());
        Self { width, height, ..self }
    }
}

/// Whether chunk follows chunk up to the last one (PNG, 5.3).
fn png_is_whole(bytes: &[u8]) -> bool {
    let mut at = 8;
    loop {
        let Some(head) = bytes.get(at..at + 8) else { return false };
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let end = usize::try_from(length).ok().and_then(|length| at.checked_add(length)?.checked_add(12));
        match end.filter(|end| *end <= bytes.len()) {
            Some(_) if &head[4..] == b"IEND" => return true,
            Some(end) => at = end,
            None => return false,
        }
    }
}

/// Width and height in the header chunk, which is the first (PNG, 11.2.1).
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let word = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    if bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    // Sizes beyond 2^31-1 are invalid.
    Some((word(16)?, word(20)?)).filter(|(width, height)| (width | height) >> 31 == 0)
}

/// Width and height in the frame header, after segments that each say how long they are (T.81, B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let half = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        let (0xFF, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        match marker {
            0xFF => at += 1,
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                return Some((half(at + 7)?.into(), half(at + 5)?.into()));
            }
            _ => at += 2 + usize::from(half(at + 2)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Arc<[u8]> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend(b"\x08\0\0\0\0CRC.\0\0\0\0IENDCRC.");
        bytes.into()
    }

    #[test]
    fn a_picture_is_never_wider_than_the_text() {
        let most: Length = "156mm".parse().unwrap();
        let small = Image::read(png(96, 48), String::new(), most).unwrap();
        assert_eq!((small.width, small.height), ("1in".parse().unwrap(), "0.5in".parse().unwrap()));
        let large = Image::read(png(9600, 4800), String::new(), most).unwrap();
        assert_eq!((large.width, large.height), (most, "78mm".parse().unwrap()));
    }

    #[test]
    fn the_size_of_a_jpeg_stands_in_its_frame() {
        let bytes = b"\xFF\xD8\xFF\xE0\0\x04AB\xFF\xC2\0\x0B\x08\0\x30\0\x60\x01".to_vec();
        assert_eq!(jpeg_size(&bytes), Some((96, 48)));
        assert_eq!(jpeg_size(&bytes[..12]), None);
    }

    #[test]
    fn a_file_that_was_not_copied_whole_is_refused() {
        let whole = png(96, 48);
        for length in [16, 33, 40, whole.len() - 1] {
            let cut = Image::read(whole[..length].into(), String::new(), Length::default());
            assert!(matches!(cut, Err(InvalidImage::Cut | InvalidImage::Size)), "{length}: {cut:?}");
        }
    }

    #[test]
    fn other_files_are_refused() {
        let most = Length::default();
        assert_eq!(Image::read(b"GIF89a".as_slice().into(), String::new(), most), Err(InvalidImage::Format));
        assert_eq!(Image::read(png(0, 5), String::new(), most), Err(InvalidImage::Size));
        assert_eq!(
            Image::read(b"\x89PNG\r\n\x1a\n".as_slice().into(), String::new(), most),
            Err(InvalidImage::Size)
        );
    }
}
