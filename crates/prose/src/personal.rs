//! A person's identity number, which has no place in a report.

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;

use crate::found::Found;
use crate::writing::Writing;

const LENGTH: usize = 18;

/// The first such number of a text.
pub fn check(writing: &Writing<'_>, found: &mut Found) {
    if writing.signs.lacks(Signs::DIGIT) {
        return;
    }
    let bytes = writing.text.as_bytes();
    let mut start = 0;
    while let Some(length) = bytes.get(start..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        start += length;
        let run = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if is_identity(&bytes[start..start + run]) {
            found.push((start..start + run, Diagnostic::new(Code::PersonalNumber)));
            return;
        }
        start += run;
    }
}

/// Eighteen digits, the last of which may be X, with a day of birth in them.
fn is_identity(run: &[u8]) -> bool {
    let number = |part: &[u8]| part.iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    run.len() == LENGTH
        && run[..LENGTH - 1].iter().all(u8::is_ascii_digit)
        && (run[LENGTH - 1].is_ascii_digit() || matches!(run[LENGTH - 1], b'X' | b'x'))
        && (18..=20).contains(&number(&run[6..8]))
        && (1..=12).contains(&number(&run[10..12]))
        && (1..=31).contains(&number(&run[12..14]))
}
