//! Whether a colour can be read on white paper on a screen (WCAG 2.2, 1.4.3).

/// What text of any size needs.
const LEAST: f64 = 4.5;

/// A colour of six hexadecimal digits made as dark as text on white has to be; none where it is so already.
pub fn darker(digits: &str) -> Option<String> {
    let value = u32::from_str_radix(digits, 16).ok()?;
    let parts = [value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF];
    let shade = |percent: u32| parts.map(|part| (part * percent + 50) / 100);
    let percent = (0..100).rev().find(|percent| against_white(shade(*percent)) >= LEAST)?;
    let [red, green, blue] = shade(percent);
    (against_white(parts) < LEAST).then(|| format!("{red:02X}{green:02X}{blue:02X}"))
}

/// How much lighter white is.
fn against_white(parts: [u32; 3]) -> f64 {
    let [red, green, blue] = parts.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn red_is_darker_on_a_screen_and_black_stays() {
        assert_eq!(darker("FF0000").as_deref(), Some("ED0000"));
        assert_eq!(darker("C00000"), None);
        assert_eq!(darker("000000"), None);
        assert_eq!(darker("FFFFFF").as_deref(), Some("757575"));
    }
}
