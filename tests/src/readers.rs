//! The programs that read what huibian writes: `cargo xtask readers` installs them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::de::DeserializeOwned;

use crate::{root, target};

/// Where `cargo xtask readers` put what it installs, when it has.
pub fn readers() -> Option<PathBuf> {
    let home = target().parent().unwrap().join("readers");
    let wanted = fs::read(root().join("tests/readers/requirements.txt")).unwrap();
    let made_from = fs::read(home.join("venv/requirements.txt")).ok();
    if made_from.as_ref() == Some(&wanted) && home.join("fonts.conf").exists() {
        return Some(home);
    }
    not_tested("the readers are not installed")
}

/// Runs one of `tests/readers` over files, and reads its answer.
pub fn ask<T: DeserializeOwned>(home: &Path, script: &str, files: &[PathBuf]) -> BTreeMap<PathBuf, T> {
    let output = Command::new(home.join("venv/bin/python"))
        .arg(root().join("tests/readers").join(script))
        .args(files)
        .env("HUIBIAN_READERS", home)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "{script}: {}", output.status);
    let answers: BTreeMap<PathBuf, T> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answers.len(), files.len(), "{script}");
    answers
}

/// Runs one of `tests/readers` in Node.js over files, with the packages that `cargo xtask readers` installed; none where they are not.
pub fn ask_node<T: DeserializeOwned>(
    home: &Path,
    script: &str,
    arguments: &[&str],
    files: &[PathBuf],
) -> Option<BTreeMap<PathBuf, T>> {
    let packages = home.join("node_modules");
    let is_there = |package: &str| packages.join(package).exists();
    if !(is_there("axe-core") && is_there("puppeteer-core") && is_there("mammoth")) {
        return not_tested("Node.js and its packages are not installed");
    }
    let mut node = Command::new("node");
    let node = node.arg(root().join("tests/readers").join(script)).args(arguments).args(files);
    let output = node.env("NODE_PATH", &packages).stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{script}: {}", output.status);
    let answers: BTreeMap<PathBuf, T> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answers.len(), files.len(), "{script}");
    Some(answers)
}

/// Whether a program that not every machine has is there.
pub fn has(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    let is_there = command.status().is_ok_and(|status| status.success());
    is_there || not_tested::<()>(&format!("there is no {program}")).is_some()
}

/// Whether the system's Python can tell LibreOffice what to do.
pub fn has_uno() -> bool {
    let mut python = Command::new("/usr/bin/python3");
    python.args(["-c", "import uno"]).stdout(Stdio::null()).stderr(Stdio::null());
    let is_there = python.status().is_ok_and(|status| status.success());
    is_there || not_tested::<()>("there is no python3-uno").is_some()
}

/// A browser without a window, when there is one.
pub fn browser() -> Option<&'static str> {
    let there = |program: &&str| {
        let mut command = Command::new(program);
        command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names.into_iter().find(there).or_else(|| not_tested("there is no Chromium"))
}

/// Web pages as the browser prints them, by page; none where it is not there.
pub fn printed(pages: &[PathBuf]) -> Option<BTreeMap<PathBuf, PathBuf>> {
    ask_node(&readers()?, "print.js", &[browser()?], pages)
}

/// Says that a test was left out; fails where `CI` is set.
fn not_tested<T>(why: &str) -> Option<T> {
    assert!(std::env::var_os("CI").is_none(), "{why}: cargo xtask readers");
    // Straight to stderr: what `eprintln!` says in a test that passes is not shown.
    let words = format!("\n*** NOT TESTED: {why}. `cargo xtask readers` installs it. ***\n\n");
    std::io::stderr().write_all(words.as_bytes()).unwrap();
    None
}
