//! How many pixels of a PNG or JPEG make a length on paper, as the file itself says.

use exif::{In, Tag, Value};

/// Pixels for every kilometre, across and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Across.
    pub across: i64,
    /// Down.
    pub down: i64,
}

/// Inches, of 25.4 mm, in a kilometre; exact enough for any picture.
const INCHES: f64 = 39_370.078_74;
/// What no camera, scanner or screen has is a slip of the program that wrote the file.
const SOUND: std::ops::RangeInclusive<f64> = 20.0 * INCHES..=4_800.0 * INCHES;

/// A file's own resolution; none where it says none, or none that could be meant.
pub fn resolution(bytes: &[u8]) -> Option<Resolution> {
    let [across, down] = if bytes.starts_with(b"\xFF\xD8") { jpeg(bytes)? } else { png(bytes)? };
    #[allow(clippy::cast_possible_truncation, reason = "a sound one is far from what an integer holds")]
    let whole = |value: f64| SOUND.contains(&value).then(|| value.round() as i64);
    Some(Resolution { across: whole(across)?, down: whole(down)? })
}

/// The chunk of physical sizes, in pixels a metre (PNG, 11.3.4.3).
fn png(bytes: &[u8]) -> Option<[f64; 2]> {
    let word = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let mut at = 8;
    loop {
        let length = usize::try_from(word(at)?).ok()?;
        match bytes.get(at + 4..at + 8)? {
            b"pHYs" if bytes.get(at + 16) == Some(&1) => {
                return Some([word(at + 8)?, word(at + 12)?].map(|pixels| f64::from(pixels) * 1_000.0));
            }
            b"IDAT" => return None,
            _ => at = at.checked_add(length)?.checked_add(12)?,
        }
    }
}

/// What a camera wrote, or else the density of the first segment (Exif 2.32, 4.6.4; T.871, 10.1).
fn jpeg(bytes: &[u8]) -> Option<[f64; 2]> {
    camera(bytes).or_else(|| {
        let half = |at: usize| Some(f64::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
        if bytes.get(2..4)? != b"\xFF\xE0" || bytes.get(6..11)? != b"JFIF\0" {
            return None;
        }
        let unit = match bytes.get(13)? {
            1 => INCHES,
            2 => 100_000.0,
            _ => return None,
        };
        Some([half(14)? * unit, half(16)? * unit])
    })
}

fn camera(bytes: &[u8]) -> Option<[f64; 2]> {
    let fields = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes)).ok()?;
    let number = |tag| match &fields.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(values) => values.first().map(exif::Rational::to_f64),
        _ => None,
    };
    let unit =
        match fields.get_field(Tag::ResolutionUnit, In::PRIMARY).and_then(|field| field.value.get_uint(0)) {
            None | Some(2) => INCHES,
            Some(3) => 100_000.0,
            Some(_) => return None,
        };
    Some([number(Tag::XResolution)? * unit, number(Tag::YResolution)? * unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(across: u32, down: u32, unit: u8) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR".to_vec();
        bytes.extend([0; 17]);
        bytes.extend(b"\0\0\0\x09pHYs");
        bytes.extend(across.to_be_bytes());
        bytes.extend(down.to_be_bytes());
        bytes.push(unit);
        bytes.extend(b"CRC.\0\0\0\0IDATCRC.");
        bytes
    }

    #[test]
    fn a_png_says_how_many_pixels_a_metre_has() {
        let expected = Resolution { across: 11_811_000, down: 5_906_000 };
        assert_eq!(resolution(&png_of(11_811, 5_906, 1)), Some(expected));
        assert_eq!(resolution(&png_of(1, 1, 0)), None, "a ratio is no size");
        assert_eq!(resolution(&png_of(1, 1, 1)), None, "nobody means a pixel a metre");
    }

    #[test]
    fn a_jpeg_says_it_in_its_first_segment() {
        let of = |unit: u8, density: [u8; 2]| {
            let head =
                [b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01".as_slice(), &[unit], &density, &density, b"\0\0"];
            resolution(&head.concat())
        };
        assert_eq!(of(1, [1, 44]).unwrap().across, 11_811_024);
        assert_eq!(of(2, [0, 118]).unwrap().down, 11_800_000);
        assert_eq!(of(0, [0, 1]), None);
    }
}
