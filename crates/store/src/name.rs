//! Names of output files, portable by one rule on every system: what Windows forbids becomes full-width, reserved
//! names and trailing dots are mended, NFC, cut at a character. A name never leads out of its folder.

use unicode_normalization::UnicodeNormalization;

/// The longest name in bytes, leaving room for an extension and a temporary suffix in 255.
const LONGEST: usize = 200;

/// A unit's or report's name made fit to be one part of a path. Never empty, never `.` or `..`.
pub fn portable(name: &str) -> String {
    let mut portable: String = name.trim().nfc().map(full_width).collect();
    while portable.len() > LONGEST {
        portable.pop();
    }
    let kept = portable.trim_end_matches(['.', ' ']).len();
    let dots = portable[kept..].matches('.').count();
    portable.truncate(kept);
    portable.extend(std::iter::repeat_n('．', dots));
    if is_reserved(&portable) || portable.is_empty() {
        portable.insert(0, '_');
    }
    portable
}

/// What file systems take for the same name: compared before anything is written.
pub fn folded(path: &str) -> String {
    path.nfkc().flat_map(char::to_lowercase).collect()
}

fn full_width(c: char) -> char {
    match c {
        '<' => '＜',
        '>' => '＞',
        ':' => '：',
        '"' => '＂',
        '/' => '／',
        '\\' => '＼',
        '|' => '｜',
        '?' => '？',
        '*' => '＊',
        c if c.is_control() => '_',
        c => c,
    }
}

/// Names that Windows keeps for devices, with or without an extension.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT")).is_some_and(|port| {
            let mut digits = port.chars();
            matches!((digits.next(), digits.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_mended() {
        for (given, expected) in [
            ("云溪镇", "云溪镇"),
            ("A&B*<试点>_[园区]", "A&B＊＜试点＞_[园区]"),
            ("../../etc", "..／..／etc"),
            ("con", "_con"),
            ("COM1.txt", "_COM1.txt"),
            ("..", "．．"),
            ("", "_"),
            ("镇. ", "镇．"),
        ] {
            assert_eq!(portable(given), expected, "{given}");
        }
    }

    proptest! {
        #[test]
        fn a_name_stays_one_part_of_a_path(name in ".*") {
            let name = portable(&name);
            prop_assert!(!name.is_empty() && name != "." && name != "..");
            prop_assert!(!name.contains(['/', '\\', ':', '\0']));
            prop_assert!(name.len() <= LONGEST + 16);
            prop_assert_eq!(portable(&name), name);
        }
    }
}
