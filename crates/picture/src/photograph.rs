//! PNG and JPEG as programs show them: read from the first pixel to the last, and stood upright where a camera was held
//! otherwise.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageResult};

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
        let turned = turned(bytes).map_err(|_| Damaged)?;
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

fn turned(bytes: &[u8]) -> ImageResult<Option<Vec<u8>>> {
    let mut decoder = JpegDecoder::new(Cursor::new(bytes))?;
    let orientation = decoder.orientation()?;
    let colours = decoder.icc_profile()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    if orientation == Orientation::NoTransforms {
        return Ok(None);
    }
    picture.apply_orientation(orientation);
    let mut turned = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut turned, QUALITY);
    if let Some(colours) = colours {
        // Without them colours are a little off, and nothing worse.
        let _ = encoder.set_icc_profile(colours);
    }
    encoder.encode_image(&picture)?;
    Ok(Some(turned))
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
        JpegEncoder::new(&mut bytes).encode(&pixels, 40, 20, image::ExtendedColorType::L8).unwrap();
        if let Some(orientation) = orientation {
            let mut exif = b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
            exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
            bytes.splice(2..2, exif);
        }
        bytes
    }

    fn shown(bytes: &[u8]) -> image::GrayImage {
        let decoder = JpegDecoder::new(Cursor::new(bytes)).unwrap();
        DynamicImage::from_decoder(decoder).unwrap().into_luma8()
    }

    #[test]
    fn a_picture_is_turned_as_its_camera_says() {
        assert_eq!(upright(&jpeg(None)), Ok(None));
        assert_eq!(upright(&jpeg(Some(1))), Ok(None));
        for (orientation, size, black) in [
            (3, (40, 20), (35, 10)),
            (6, (20, 40), (10, 5)),
            (8, (20, 40), (10, 35)),
            (2, (40, 20), (35, 10)),
        ] {
            let turned = upright(&jpeg(Some(orientation))).unwrap().unwrap();
            let shown = shown(&turned);
            assert_eq!(shown.dimensions(), size, "{orientation}");
            assert!(shown.get_pixel(black.0, black.1).0[0] < 40, "{orientation}");
            assert_eq!(upright(&turned), Ok(None), "it is upright now");
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
