//! Pictures: SVG, and photographs, which the first byte tells.

use huibian_picture::{Svg, resolution, sound, upright};

/// Reads a picture, and draws what passes for one.
pub fn run(bytes: &[u8]) {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim_start().starts_with('<') => {
            if Svg::read(text).is_ok() {
                let _ = sound(text);
            }
        }
        _ => {
            let _ = (resolution(bytes), upright(bytes));
        }
    }
}
