//! Relative links between files of one output folder. Pure.

use std::fmt::Write as _;
use std::path::{Component, Path};

/// The way from the file `from` to the file `to`, as a link has it: slashes, percent-encoded.
pub fn link(from: &Path, to: &Path) -> String {
    let folder: Vec<Component<'_>> = from.parent().into_iter().flat_map(Path::components).collect();
    let to: Vec<Component<'_>> = to.components().collect();
    let common = folder.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let mut link = "../".repeat(folder.len() - common);
    for (number, step) in to[common..].iter().enumerate() {
        if number > 0 {
            link.push('/');
        }
        for byte in step.as_os_str().to_string_lossy().bytes() {
            if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
                link.push(char::from(byte));
            } else {
                let _ = write!(link, "%{byte:02X}");
            }
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_from_one_file_to_another() {
        for (from, to, expected) in [
            ("o/rollup/县.html", "o/a b.docx", "../a%20b.docx"),
            ("o/rollup/x/县.html", "o/y/镇.docx", "../../y/%E9%95%87.docx"),
            ("o/县.html", "o/javascript：1.md", "javascript%EF%BC%9A1.md"),
            ("县.html", "镇.md", "%E9%95%87.md"),
        ] {
            assert_eq!(link(Path::new(from), Path::new(to)), expected);
        }
    }
}
