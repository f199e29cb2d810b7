//! What a workspace says of where files go stays in the workspace, links and mounts followed: one that came by mail writes
//! over nothing that lies elsewhere on this computer.

use std::fs;
use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Location, Result};

/// Makes sure that a folder, there or yet to be made, lies in `root`.
///
/// # Errors
/// O013.
pub fn ensure_inside(folder: &Path, root: &Path) -> Result<()> {
    // What is yet to be made holds nothing that could lead out of it.
    if fs::symlink_metadata(root).is_err() {
        return Ok(());
    }
    let there = folder.ancestors().find(|folder| fs::symlink_metadata(folder).is_ok()).unwrap_or(folder);
    let is_inside = there.canonicalize().ok().zip(root.canonicalize().ok()).is_some_and(|(there, root)| {
        there.starts_with(&root) && (there == root || is_on_one_disk(&there, &root))
    });
    if is_inside {
        return Ok(());
    }
    Err(Diagnostic::new(Code::OutputOutside).with("path", folder.display()).at(Location::file(there)))
}

#[cfg(unix)]
fn is_on_one_disk(folder: &Path, root: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| fs::metadata(path).map(|path| path.dev()).ok();
    disk(folder) == disk(root)
}

#[cfg(not(unix))]
fn is_on_one_disk(_: &Path, _: &Path) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_leads_out_of_no_folder() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let at = |name: &str| root.path().join(name);
        fs::create_dir(at("out")).unwrap();
        symlink("out", at("inner")).unwrap();
        symlink(outside.path(), at("outer")).unwrap();
        symlink(outside.path().join("none"), at("dangling")).unwrap();
        for inside in ["", "out", "out/2023Q2/x", "new/x", "inner/x"] {
            assert!(ensure_inside(&at(inside), root.path()).is_ok(), "{inside}");
        }
        for path in ["outer", "outer/x/y", "dangling", "dangling/x", "out/../../x"] {
            assert_eq!(
                ensure_inside(&at(path), root.path()).unwrap_err().code(),
                Code::OutputOutside,
                "{path}"
            );
        }
    }
}
