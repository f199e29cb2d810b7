//! End-to-end suites: each runs the built `huibian` on a copy of the repository's own workspace. `cargo xtask test` builds
//! the program first; `HUIBIAN_BLESS=1` rewrites the expected files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::missing_panics_doc)]

pub mod bare;
pub mod books;
pub mod corpus;
pub mod office;
pub mod readers;
pub mod saved;
pub mod taken;
pub mod word;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The folder that the program and the plugins' libraries were built into: that of the test's own folder.
pub fn target() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.parent().and_then(Path::parent).unwrap().to_owned()
}

/// A program built along with the tests.
pub fn program(name: &str) -> PathBuf {
    target().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Names the folder of the user's own configuration; every workspace has one of its own.
pub const CONFIG_DIR: &str = "HUIBIAN_CONFIG_DIR";

/// A copy of the repository's workspace in a folder of its own, gone when it is dropped.
pub struct Workspace(tempfile::TempDir);

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

impl Workspace {
    /// A new copy.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for part in ["workspace.toml", "data", "templates", "plugins"] {
            copy(&root().join(part), &folder.path().join(part));
        }
        Self(folder)
    }

    /// A path below it.
    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    /// What a file says.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Writes a file, with the folders around it.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Changes the first place where a file says `from`; a file that does not is a mistake in the test.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        self.write(file, &text.replacen(from, to, 1));
    }

    /// The program, about to run in the workspace.
    pub fn huibian(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program("huibian"));
        command.current_dir(self.0.path()).args(arguments).env(CONFIG_DIR, self.path("config"));
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.huibian(arguments).output().unwrap()
    }

    /// Runs `check` and returns its exit code and what it said, without the workspace's own path.
    pub fn check(&self, lang: &str) -> (i32, String) {
        let output = self.run(&["--lang", lang, "check"]);
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), said.replace(&*self.0.path().to_string_lossy(), ""))
    }

    /// Runs `batch` on so many threads and returns its exit code.
    pub fn batch(&self, jobs: &str) -> i32 {
        self.run(&["--lang", "en", "batch", "--jobs", jobs]).status.code().unwrap()
    }

    /// The files of a run by name, in order.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = fs::read_dir(self.path("out/ideology/2023Q2"))
            .unwrap()
            .map(Result::unwrap)
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        files.sort();
        files
    }
}

/// A text without the values of a key, each up to what ends it.
pub fn without(text: &str, key: &str, end: &str) -> String {
    let mut parts = text.split(key);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(&part[part.find(end).expect("a value ends")..]);
    }
    kept
}

/// A record without the hashes of what reports are made from.
pub fn without_inputs(record: &[u8]) -> String {
    without(&without(&String::from_utf8_lossy(record), ",\"inputs\":", ","), ",\"seal\":", "}")
}

/// Copies a file, or a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    }
}
