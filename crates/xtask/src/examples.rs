//! The examples in docs, which are tests. A crate without one is not asked for them: asking costs a second or two for each.

use std::path::Path;
use std::{fs, io};

/// What runs them, of all crates that have some.
pub fn test() -> io::Result<Vec<String>> {
    let mut command = vec!["test".to_owned(), "--doc".to_owned()];
    for package in packages(Path::new("crates"))? {
        command.extend(["--package".to_owned(), package]);
    }
    Ok(command)
}

/// The packages of a folder of crates that have a block of code in their docs, in the order of their names.
fn packages(crates: &Path) -> io::Result<Vec<String>> {
    let mut packages = Vec::new();
    for folder in fs::read_dir(crates)? {
        let folder = folder?.path();
        if !has_block(&folder.join("src"))? {
            continue;
        }
        let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
        let manifest: toml::Table = manifest.parse().map_err(io::Error::other)?;
        packages.extend(manifest["package"]["name"].as_str().map(str::to_owned));
    }
    packages.sort();
    Ok(packages)
}

/// Whether a file of a folder of sources has one.
fn has_block(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let has_block = if path.is_dir() {
            has_block(&path)?
        } else {
            path.extension().is_some_and(|extension| extension == "rs")
                && begins_block(&fs::read_to_string(&path)?)
        };
        if has_block {
            return Ok(true);
        }
    }
    Ok(false)
}

fn begins_block(source: &str) -> bool {
    source.lines().any(|line| {
        let line = line.trim_start();
        let doc = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
        doc.is_some_and(|doc| doc.trim_start().starts_with("```"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_code_in_docs_is_an_example() {
        for source in
            ["//! ```\n//! d();\n//! ```\n", "fn a() {}\n\n    /// ```no_run\n    /// c\n    /// ```\n"]
        {
            assert!(begins_block(source), "{source}");
        }
        for source in ["", "/// Says `a`.\nfn a() {}\n", "// ```\nlet text = \"```\";\n"] {
            assert!(!begins_block(source), "{source}");
        }
    }
}
