//! The programs that read what is set here: `cargo xtask readers` installs them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::corpus::Page;

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// Where `cargo xtask readers` put what it installs, when it has.
pub fn readers() -> Option<PathBuf> {
    let test = std::env::current_exe().unwrap();
    let home = test.ancestors().nth(3).unwrap().join("readers");
    if home.join("venv/bin/python").exists() && home.join("fonts/FandolFang-Regular.otf").exists() {
        // LibreOffice is given the place of its faces, and asks for the whole of it.
        return Some(fs::canonicalize(home).unwrap());
    }
    assert!(std::env::var_os("CI").is_none(), "the readers are not installed: cargo xtask readers");
    let words =
        "\n*** NOT TESTED: the readers are not installed. `cargo xtask readers` installs them. ***\n\n";
    std::io::stderr().write_all(words.as_bytes()).unwrap();
    None
}

/// What `tests/readers/pages.py` finds in files.
pub fn read(home: &Path, files: &[PathBuf]) -> BTreeMap<PathBuf, Vec<Page>> {
    let script = root().join("tests/readers/pages.py");
    let mut python = Command::new(home.join("venv/bin/python"));
    let python = python.arg(script).args(files).env("HUIBIAN_READERS", home);
    let output = python.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Free faces in the places of the official ones.
pub const FACES: [(&str, &str); 6] = [
    ("仿宋_GB2312", "FandolFang R"),
    ("楷体_GB2312", "FandolKai"),
    ("黑体", "FandolHei"),
    ("方正小标宋简体", "FandolSong"),
    ("宋体", "FandolSong"),
    ("Times New Roman", "Liberation Serif"),
];
