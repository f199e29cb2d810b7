//! A small workspace with chosen plugins and many generated units, and what a run made of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::{CONFIG_DIR, copy, program, root};

/// What a system calls a library.
pub fn library_file(name: &str) -> String {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    format!("{DLL_PREFIX}{name}{DLL_SUFFIX}")
}

/// Where a distribution has a plugin's libraries for the system that the program was built for.
pub fn library_folder() -> PathBuf {
    Path::new("lib").join(env!("HUIBIAN_TARGET"))
}

/// A workspace in a folder of its own, with one Markdown report.
pub struct Bare(tempfile::TempDir);

impl Bare {
    /// With these plugins of `tests/plugins`, in this order.
    ///
    /// # Panics
    /// When the folder cannot be made.
    pub fn new(plugins: &[&str]) -> Self {
        let bare = Self(tempfile::tempdir().expect("a temporary folder"));
        copy(&root().join("tests/fixtures/bare"), bare.0.path());
        copy(&root().join("templates/styles"), &bare.path("templates/styles"));
        for plugin in plugins {
            let from = root().join("tests/plugins").join(plugin);
            for part in ["plugin.toml", "sections"] {
                copy(&from.join(part), &bare.path("plugins").join(plugin).join(part));
            }
        }
        let quoted: Vec<String> = plugins.iter().map(|plugin| format!("\"{plugin}\"")).collect();
        bare.replace("workspace.toml", "plugins = []", &format!("plugins = [{}]", quoted.join(", ")));
        bare
    }

    /// A further one with the same files.
    ///
    /// # Panics
    /// When they cannot be copied.
    #[must_use]
    pub fn again(&self) -> Self {
        let again = Self(tempfile::tempdir().expect("a temporary folder"));
        copy(self.0.path(), again.0.path());
        again
    }

    /// A path in the workspace.
    pub fn path(&self, file: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(file)
    }

    /// Writes a file, and the folders above it.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, file: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// Writes a unit's data: each plugin's table as TOML lines.
    pub fn unit(&self, id: &str, tables: &[(&str, &str)]) {
        let mut text = format!("[unit]\nname = \"某某镇{id}\"\n");
        for (plugin, lines) in tables {
            let _ = write!(text, "\n[{plugin}]\n{lines}\n");
        }
        self.write(format!("data/{id}.toml"), text);
    }

    /// Changes a file.
    ///
    /// # Panics
    /// When the file does not have the text.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).expect("a file");
        assert!(text.contains(from), "{file} has no {from}");
        self.write(file, text.replacen(from, to, 1));
    }

    /// The program, about to run here.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program("huibian"));
        command.current_dir(self.0.path()).args(arguments).env(CONFIG_DIR, self.path("config"));
        command
    }

    /// Runs the program.
    ///
    /// # Panics
    /// When it does not start.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// Runs `batch` and returns its exit code, what it said, and what the manifest says of each unit.
    ///
    /// # Panics
    /// When there is no manifest.
    pub fn batch(&self, arguments: &[&str]) -> Batch {
        let output = self.run(&[&["batch"], arguments].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let manifest = fs::read_to_string(self.path("out/manifest.jsonl"));
        let manifest = manifest.unwrap_or_else(|error| panic!("{error}: {said}"));
        let units = manifest.lines().skip(1).filter_map(|line| {
            let unit: Value = serde_json::from_str(line).expect("a line of JSON");
            // The last line may be of the data as a whole.
            Some((unit["unit"].as_str()?.to_owned(), Unit(unit)))
        });
        Batch { exit: output.status.code(), units: units.collect(), said }
    }
}

/// A run that made a manifest.
pub struct Batch {
    /// The exit code; none for a program that was killed.
    pub exit: Option<i32>,
    /// What it said on standard error.
    pub said: String,
    /// Each unit by its id.
    pub units: BTreeMap<String, Unit>,
}

/// What the manifest says of a unit.
pub struct Unit(Value);

impl Unit {
    /// The codes of what went wrong.
    pub fn codes(&self) -> Vec<&str> {
        self.faults().map(|fault| fault["code"].as_str().unwrap_or_default()).collect()
    }

    /// What went wrong, in words.
    pub fn messages(&self) -> String {
        self.faults().filter_map(|fault| fault["message"].as_str()).collect::<Vec<_>>().join("\n")
    }

    /// A count's digits.
    pub fn count(&self, key: &str) -> Option<&str> {
        self.0["counts"][key]["value"].as_str()
    }

    fn faults(&self) -> impl Iterator<Item = &Value> {
        self.0["diagnostics"].as_array().into_iter().flatten()
    }
}
