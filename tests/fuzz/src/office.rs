//! A small workspace of which one file is what an input says.

use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use huibian::Workspace;
use tempfile::TempDir;

use crate::told::tell_all;

const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// The files of the workspace, by their paths.
const FILES: [(&str, &str); 5] = [
    ("workspace.toml", include_str!("../office/workspace.toml")),
    ("templates/report.hbs", include_str!("../office/report.hbs")),
    ("plugins/works/plugin.toml", include_str!("../office/plugin.toml")),
    ("plugins/works/sections/results.hbs", include_str!("../office/results.hbs")),
    ("data/u1.toml", include_str!("../office/u1.toml")),
];

/// A workspace in a folder of its own.
pub struct Office(TempDir);

impl Office {
    /// The workspace, with its units in a table where that is said.
    pub fn new(units: Option<&str>) -> Self {
        let office = Self(tempfile::tempdir().unwrap());
        for (file, text) in FILES {
            office.put(file, text.as_bytes());
        }
        for style in ["gbt9704.toml", "report.toml"] {
            let text = fs::read(Path::new(REPOSITORY).join("templates/styles").join(style)).unwrap();
            office.put(&format!("templates/styles/{style}"), &text);
        }
        if let Some(units) = units {
            office.put("workspace.toml", FILES[0].1.replace("data = \"data\"", units).as_bytes());
        }
        office
    }

    /// Puts a file.
    pub fn put(&self, file: &str, bytes: &[u8]) {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Makes all reports and writes none.
    pub fn check(&self) {
        let opening = Workspace::at(self.0.path()).installation(REPOSITORY).jobs(NonZeroUsize::MIN);
        match opening.open() {
            Ok(workspace) => tell_all(&workspace.check().with_text()),
            Err(faults) => tell_all(faults.iter()),
        }
    }
}
