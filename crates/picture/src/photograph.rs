//! PNG and JPEG as programs show them: read from the first pixel to the last, and stood upright where a camera was held
//! otherwise.

use std::io::Cursor;

use exif::{In, Tag};
use jpeg_encoder::{ColorType, Encoder};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// A file that cannot be shown whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// Of a hundred: what cannot be told from the original.
const QUALITY: u8 = 92;

/// Reads a PNG or a JPEG. One that browsers turn, as its camera told them, and Word does not, is turned; nothing for a file
/// that can stay as it is.
///
/// # Errors
/// [`Damaged`].
pub fn upright(bytes: &[u8]) -> Result<Option<Vec<u8>>, Damaged> {
    if bytes.starts_with(b"\xFF\xD8") {
        let turned = turned(bytes)?;
        return if has_end(bytes) { Ok(turned) } else { Err(Damaged) };
    }
    if is_png(bytes) { Ok(None) } else { Err(Damaged) }
}

/// Whether every row is there, with its checksums.
fn is_png(bytes: &[u8]) -> bool {
    let Ok(mut reader) = png::Decoder::new(Cursor::new(bytes)).read_info() else { return false };
    loop {
        match reader.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => return reader.finish().is_ok(),
            Err(_) => return false,
        }
    }
}

fn turned(bytes: &[u8]) -> Result<Option<Vec<u8>>, Damaged> {
    let options = DecoderOptions::default().set_strict_mode(false);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Damaged)?;
    let grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let (space, colour_type) =
        if grey { (ColorSpace::Luma, ColorType::Luma) } else { (ColorSpace::RGB, ColorType::Rgb) };
    decoder.set_options(options.jpeg_set_out_colorspace(space));
    let pixels = decoder.decode().map_err(|_| Damaged)?;
    let orientation = decoder.exif().map_or(UPRIGHT, |exif| orientation(exif));
    let (width, height) = decoder.dimensions().ok_or(Damaged)?;
    if orientation == UPRIGHT {
        return Ok(None);
    }
    let picture = Pixels { bytes: pixels, width, height, depth: space.num_components() }.turned(orientation);
    let mut turned = Vec::new();
    let mut encoder = Encoder::new(&mut turned, QUALITY);
    if let Some(colours) = decoder.icc_profile() {
        // Without them colours are a little off, and nothing worse.
        let _ = encoder.add_icc_profile(&colours);
    }
    let side = |length: usize| u16::try_from(length).map_err(|_| Damaged);
    encoder
        .encode(&picture.bytes, side(picture.width)?, side(picture.height)?, colour_type)
        .map_err(|_| Damaged)?;
    Ok(Some(turned))
}

/// The orientation of a picture whose first row is its top and whose first column is its left (Exif 2.32, 4.6.4).
const UPRIGHT: u32 = 1;

/// How a camera was held, from 1 to 8.
fn orientation(exif: &[u8]) -> u32 {
    let fields = exif::Reader::new().read_raw(exif.to_vec());
    let said =
        fields.ok().and_then(|fields| fields.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0));
    said.filter(|said| (1..=8).contains(said)).unwrap_or(UPRIGHT)
}

/// Rows from the top, each from the left, `depth` bytes a pixel.
struct Pixels {
    bytes: Vec<u8>,
    width: usize,
    height: usize,
    depth: usize,
}

impl Pixels {
    /// The picture as it is to be looked at.
    fn turned(&self, orientation: u32) -> Self {
        let lies_on_its_side = orientation >= 5;
        let (width, height) =
            if lies_on_its_side { (self.height, self.width) } else { (self.width, self.height) };
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for y in 0..height {
            for x in 0..width {
                let (across, down) = (width - 1 - x, height - 1 - y);
                let (column, row) = match orientation {
                    2 => (across, y),
                    3 => (across, down),
                    4 => (x, down),
                    5 => (y, x),
                    6 => (y, across),
                    7 => (down, across),
                    8 => (down, x),
                    _ => (x, y),
                };
                let at = (row * self.width + column) * self.depth;
                bytes.extend_from_slice(&self.bytes[at..at + self.depth]);
            }
        }
        Self { bytes, width, height, depth: self.depth }
    }
}

/// Whether an end mark follows the beginning of a JPEG's pixels: what is missing before it is filled with grey by whoever
/// shows the picture. Thumbnails have theirs before the pixels.
fn has_end(bytes: &[u8]) -> bool {
    const SCAN: [u8; 2] = [0xFF, 0xDA];
    const END: [u8; 2] = [0xFF, 0xD9];
    let mut at = 2;
    while let Some(segment) = bytes.get(at..at + 4) {
        if segment[0] != 0xFF {
            return false;
        }
        if segment[..2] == SCAN {
            return bytes[at..].windows(2).any(|pair| pair == END);
        }
        let length = usize::from(u16::from_be_bytes([segment[2], segment[3]]));
        at += if segment[1] == 0xFF { 1 } else { 2 + length };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 40 × 20, the left half black and the right half white, with an orientation of Exif where one is given.
    fn jpeg(orientation: Option<u8>) -> Vec<u8> {
        let pixels: Vec<u8> = (0..800).map(|at| if at % 40 < 20 { 0 } else { 255 }).collect();
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 75).encode(&pixels, 40, 20, ColorType::Luma).unwrap();
        if let Some(orientation) = orientation {
            let mut exif = b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
            exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
            bytes.splice(2..2, exif);
        }
        bytes
    }

    fn shown(bytes: &[u8]) -> Pixels {
        let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
        let bytes = decoder.decode().unwrap();
        let (width, height) = decoder.dimensions().unwrap();
        Pixels { depth: bytes.len() / (width * height), bytes, width, height }
    }

    #[test]
    fn a_picture_is_turned_as_its_camera_says() {
        assert_eq!(upright(&jpeg(None)), Ok(None));
        assert_eq!(upright(&jpeg(Some(1))), Ok(None));
        for (orientation, size, black) in [
            (2, (40, 20), (35, 10)),
            (3, (40, 20), (35, 10)),
            (4, (40, 20), (5, 10)),
            (5, (20, 40), (10, 5)),
            (6, (20, 40), (10, 5)),
            (7, (20, 40), (10, 35)),
            (8, (20, 40), (10, 35)),
        ] {
            let turned = upright(&jpeg(Some(orientation))).unwrap().unwrap();
            let shown = shown(&turned);
            assert_eq!((shown.width, shown.height), size, "{orientation}");
            assert!(shown.bytes[(black.1 * shown.width + black.0) * shown.depth] < 40, "{orientation}");
            assert_eq!(upright(&turned), Ok(None), "it is upright now");
        }
    }

    /// The eight orientations of a letter F, as Exif has them.
    #[test]
    fn every_orientation_is_stood_upright() {
        let upright = "##|#.|##|#.";
        let pixels = |rows: &str| {
            let rows: Vec<&str> = rows.split('|').collect();
            Pixels { bytes: rows.concat().into_bytes(), width: rows[0].len(), height: rows.len(), depth: 1 }
        };
        let held = [
            "##|#.|##|#.",
            "##|.#|##|.#",
            ".#|##|.#|##",
            "#.|##|#.|##",
            "####|#.#.",
            "#.#.|####",
            ".#.#|####",
            "####|.#.#",
        ];
        for (orientation, held) in (1..).zip(held) {
            let turned = pixels(held).turned(orientation);
            assert_eq!((turned.width, turned.height), (2, 4), "{orientation}");
            assert_eq!(turned.bytes, pixels(upright).bytes, "{orientation}");
        }
    }

    #[test]
    fn a_damaged_file_is_known() {
        let whole = jpeg(None);
        assert_eq!(upright(&whole[..whole.len() - 10]), Err(Damaged));
        assert_eq!(upright(&whole[..20]), Err(Damaged));
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, 8, 8);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.write_header().unwrap().write_image_data(&[7; 64]).unwrap();
        assert_eq!(upright(&png), Ok(None));
        for at in [20, 50, png.len() - 20] {
            let mut damaged = png.clone();
            damaged[at] ^= 0x55;
            assert_eq!(upright(&damaged), Err(Damaged), "{at}");
        }
    }
}
