//! A unit as the roster keeps it: who it is, and where its data are found when its turn comes. The data themselves are
//! not kept.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use blake3::{Hash, Hasher};

use super::{Header, read_header};

/// One unit of a run.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Who it is; its place has no text.
    pub header: Header,
    origin: Origin,
}

/// Where a unit's data are.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// A file of its own.
    File(Arc<Path>),
}

impl Entry {
    /// The unit of a file of its own. A file that cannot be read gives a unit by the file's name.
    pub fn of_file(path: &Path) -> Self {
        let mut header = read_header(path);
        header.place = header.place.without_text();
        Self { header, origin: Origin::File(path.into()) }
    }

    /// The file that the unit's data are in, alone or with other units'.
    pub fn path(&self) -> &Path {
        match &self.origin {
            Origin::File(path) => path,
        }
    }

    /// The hash of all that the unit itself gives, places included; `None` where it cannot be read.
    pub fn fingerprint(&self) -> Option<Hash> {
        let mut hasher = Hasher::new();
        match &self.origin {
            Origin::File(path) => hasher.update_reader(File::open(path).ok()?).ok()?,
        };
        Some(hasher.finalize())
    }

    /// Who the unit is, its place with the text around it, for a diagnostic.
    pub(crate) fn told(&self) -> Header {
        match &self.origin {
            Origin::File(path) => read_header(path),
        }
    }

    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_fingerprint_is_that_of_what_the_unit_gives() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("u.toml");
        fs::write(&path, "[unit]\nname = \"云溪镇\"\n").unwrap();
        let first = Entry::of_file(&path).fingerprint().unwrap();
        assert_eq!(Entry::of_file(&path).fingerprint(), Some(first));
        fs::write(&path, "[unit]\nname = \"青禾镇\"\n").unwrap();
        let entry = Entry::of_file(&path);
        assert_ne!(entry.fingerprint(), Some(first));
        assert_eq!(entry.header.place.text_and_span(), None, "ten thousand of them are kept");
        fs::remove_file(&path).unwrap();
        assert_eq!(entry.fingerprint(), None);
    }
}
