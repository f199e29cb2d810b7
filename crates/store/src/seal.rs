//! A line's seal: a hash over the rest of the line. Who builds on a record, or compares with what is filed, must know that nobody
//! has edited it since; by the seals of all lines as one ([`Seals`]), that none was taken away. It
//! guards against a slip, not against somebody who forges a record, who could seal it as well: XXH3, a few instructions for
//! each sixteen bytes.

use std::hash::Hasher;

use twox_hash::XxHash3_64;

const KEY: &str = ",\"seal\":\"";
/// Hexadecimal digits of a seal.
const DIGITS: usize = 16;

/// Seals the JSON object that begins at `start` and ends the buffer.
pub fn seal(buffer: &mut Vec<u8>, start: usize) {
    let digits = digits(&buffer[start..]);
    buffer.pop();
    buffer.extend_from_slice(KEY.as_bytes());
    buffer.extend_from_slice(digits.as_bytes());
    buffer.extend_from_slice(b"\"}");
}

/// Whether a line, with its end or without, is as it was sealed.
pub fn is_sealed(line: &[u8]) -> bool {
    let Some((rest, found)) = parts(line) else { return false };
    let mut whole = rest.to_vec();
    whole.push(b'}');
    found == digits(&whole).as_bytes()
}

/// What a sealed line says before its seal, and the seal's digits.
fn parts(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let length = KEY.len() + DIGITS + "\"}".len();
    let (rest, end) = line.split_at(line.len().checked_sub(length)?);
    Some((rest, end.strip_prefix(KEY.as_bytes())?.strip_suffix(b"\"}")?))
}

/// The seals of several lines, in order.
#[derive(Clone, Default)]
pub struct Seals(XxHash3_64);

impl Seals {
    /// Takes in a line's; nothing of a line that bears none.
    pub fn take(&mut self, line: &[u8]) {
        parts(line).into_iter().for_each(|(_, seal)| self.0.write(seal));
    }

    /// All of them as one.
    pub fn digits(&self) -> String {
        format!("{:0DIGITS$x}", self.0.finish())
    }
}

/// Whether a line that bears a seal was edited since; one without was written before lines had any.
pub fn is_edited(line: &[u8]) -> bool {
    let bears = line.windows(KEY.len()).any(|window| window == KEY.as_bytes());
    bears && !is_sealed(line)
}

fn digits(line: &[u8]) -> String {
    format!("{:0DIGITS$x}", XxHash3_64::oneshot(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_edited_is_found() {
        let mut line = b"before\n{\"unit\":\"a\",\"value\":5}".to_vec();
        seal(&mut line, "before\n".len());
        let line = String::from_utf8(line[7..].to_vec()).unwrap() + "\n";
        assert!(is_sealed(line.as_bytes()) && is_sealed(line.trim_end().as_bytes()), "{line}");
        for edited in
            [line.replace('5', "50"), line.replace("\"a\"", "\"b\""), "{}".to_owned(), String::new()]
        {
            assert!(!is_sealed(edited.as_bytes()), "{edited}");
        }
        assert!(is_edited(line.replace('5', "50").as_bytes()) && !is_edited(line.as_bytes()));
        assert!(!is_edited(b"{\"value\":50}\n"), "it has no seal");
    }

    #[test]
    fn lines_that_were_taken_away_or_moved_are_found() {
        let line = |unit: &str| {
            let mut line = format!("{{\"unit\":\"{unit}\"}}").into_bytes();
            seal(&mut line, 0);
            line
        };
        let of = |units: &[&str]| {
            let mut seals = Seals::default();
            units.iter().for_each(|unit| seals.take(&line(unit)));
            seals.digits()
        };
        let whole = of(&["a", "b", "c"]);
        assert_eq!((whole.len(), &of(&["a", "b", "c"])), (DIGITS, &whole));
        for others in [&["a", "b"][..], &["b", "c"], &["a", "c", "b"], &["a", "b", "c", "d"], &[]] {
            assert_ne!(of(others), whole, "{others:?}");
        }
    }
}
