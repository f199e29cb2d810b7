//! An office: a workspace with units' data in one of three forms, a user's own folders, and what lies in all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use huibian_tests::bare::{Bare, library_file, library_folder};
use huibian_tests::{copy, root, target};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

const PLUGIN: &str = r#"
id = "works"
version = "0.1.0"
title = "工程"
contract = 1
slots = ["results"]
fields.built = { label = "完工", type = "integer", measure = "项", required = true }
counts.built = { label = "完工", measure = "项", number = "built" }
"#;

/// How units give their data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Toml,
    Csv,
    Workbook,
}

/// Files by their paths below the office.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A workspace and its user's folders.
pub struct Office {
    bare: Bare,
    units: usize,
    form: Form,
}

impl Office {
    /// With so many units.
    pub fn new(units: usize, form: Form) -> Self {
        let office = Self { bare: Bare::new(&[]), units, form };
        let bare = &office.bare;
        bare.write("plugins/works/plugin.toml", PLUGIN);
        bare.write(
            "plugins/works/sections/results.hbs",
            "# 工程\n\n{{#present \"built\"}}完工{{count \"built\"}}{{else}}没有完工{{/present}}。\n",
        );
        bare.replace("workspace.toml", "plugins = []", "plugins = [\"works\"]");
        bare.replace("workspace.toml", "formats = [\"md\"]", "formats = [\"docx\", \"html\", \"md\"]");
        let names: Vec<String> = (1..=units).map(|unit| format!("\"某某镇{unit}\"")).collect();
        let parent = format!(
            "[[parents]]\nid = \"county\"\nname = \"某某县\"\nunits = [{}]\n\n[output]",
            names.join(", ")
        );
        bare.replace("workspace.toml", "[output]", &parent);
        let key = match form {
            Form::Toml => "data = \"data\"",
            Form::Csv => "table = \"data/units.csv\"",
            Form::Workbook => "workbook = \"data/units.xlsx\"",
        };
        bare.replace("workspace.toml", "data = \"data\"", key);
        for folder in ["home", "tmp"] {
            fs::create_dir(bare.path(folder)).unwrap();
        }
        office.give(0);
        office
    }

    /// With all that commands are given: tables of earlier periods, plugins to install, libraries to permit.
    pub fn with_all(units: usize) -> Self {
        let office = Self::new(units, Form::Toml);
        for (table, year) in [("before.csv", 2022), ("earlier.csv", 2021)] {
            office.write(table, &format!("报告期,单位,完工\n{year}Q1,u1,3\n{year}Q2,u1,4\n{year}Q3,u1,5\n"));
        }
        for (id, version) in [("visits", 1), ("visits", 2), ("patrols", 1)] {
            let plugin = format!(
                "id = \"{id}\"\nversion = \"{version}\"\ntitle = \"走访\"\ncontract = 1\nslots = [\"results\"]\n"
            );
            office.write(&format!("plugins/{id}/plugin.toml"), &plugin);
            office.write(&format!("plugins/{id}/sections/results.hbs"), "# 走访\n\n按计划进行。\n");
            office.runs(&["plugin", "pack", id, "-o", &format!("{id}-{version}.hbplugin")]);
            fs::remove_dir_all(office.path(format!("plugins/{id}"))).unwrap();
        }
        for (id, library) in [("flood-season", "flood_season"), ("hostile", "hostile")] {
            let (from, folder) = (root().join("tests/plugins").join(id), Path::new("plugins").join(id));
            for part in ["plugin.toml", "sections"] {
                copy(&from.join(part), &office.path(folder.join(part)));
            }
            let own = folder.join(library_folder()).join(library_file(library));
            fs::create_dir_all(office.path(&own).parent().unwrap()).unwrap();
            fs::hard_link(target().join(library_file(library)), office.path(&own))
                .or_else(|_| fs::copy(target().join(library_file(library)), office.path(&own)).map(drop))
                .unwrap();
        }
        office
    }

    /// A further one as this one is.
    pub fn again(&self) -> Self {
        Self { bare: self.bare.again(), units: self.units, form: self.form }
    }

    /// Writes a file of the user's own configuration.
    pub fn write_home(&self, file: &str, text: &str) {
        self.write(&format!("home/.config/huibian/{file}"), text);
    }

    /// Every unit's data, its number raised by so much.
    pub fn give(&self, more: usize) {
        let rows = (1..=self.units).map(|unit| (format!("u{unit}"), format!("某某镇{unit}"), unit + more));
        match self.form {
            Form::Toml => {
                for (id, name, built) in rows {
                    self.bare.write(
                        format!("data/{id}.toml"),
                        format!("[unit]\nname = \"{name}\"\n\n[works]\nbuilt = {built}\n"),
                    );
                }
            }
            Form::Csv => {
                let mut text = "单位代号,单位名称,完工\n".to_owned();
                rows.for_each(|(id, name, built)| writeln!(text, "{id},{name},{built}").unwrap());
                self.bare.write("data/units.csv", text);
            }
            Form::Workbook => {
                let mut book = Workbook::new();
                let sheet = book.add_worksheet();
                sheet.write_row(0, 0, ["单位代号", "单位名称", "完工"]).unwrap();
                for (row, (id, name, built)) in rows.enumerate() {
                    let row = u32::try_from(row + 1).unwrap();
                    sheet.write_row(row, 0, [id, name]).unwrap();
                    sheet.write_number(row, 2, f64::from(u32::try_from(built).unwrap())).unwrap();
                }
                fs::create_dir_all(self.path("data")).unwrap();
                book.save(self.path("data/units.xlsx")).unwrap();
            }
        }
    }

    /// A path below it.
    pub fn path(&self, file: impl AsRef<Path>) -> PathBuf {
        self.bare.path(file)
    }

    /// Writes a file.
    pub fn write(&self, file: &str, text: &str) {
        self.bare.write(file, text);
    }

    /// Changes a file.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        self.bare.replace(file, from, to);
    }

    /// The program, about to run here as the user; what it says is heard.
    pub fn huibian(&self, arguments: &[&str]) -> Command {
        let command = self.bare.command(arguments);
        self.as_user(command)
    }

    /// The same by way of another program, such as a shell, which is told the program's path and arguments.
    pub fn by_way_of(&self, program: &str, before: &[&str], arguments: &[&str]) -> Command {
        let huibian = self.bare.command(arguments);
        let mut command = Command::new(program);
        command.args(before).arg(huibian.get_program()).args(huibian.get_args());
        command.current_dir(self.path(""));
        self.as_user(command)
    }

    fn as_user(&self, mut command: Command) -> Command {
        command.env_remove("HUIBIAN_CONFIG_DIR").env_remove("XDG_CONFIG_HOME").env_remove("XDG_CACHE_HOME");
        command.env("HOME", self.path("home")).env("TMPDIR", self.path("tmp")).env("HUIBIAN_SYNC", "off");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.huibian(&[&["--lang", "zh"], arguments].concat()).output().unwrap()
    }

    /// Runs it, and it ends well; what it said.
    pub fn runs(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        said
    }

    /// All files but those of the workspace as it came, and of a build.
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        collect(&self.path(""), "", &mut files);
        files.retain(|name, _| {
            !["templates/", "data/", "plugins/works/", "plugins/flood-season/", "plugins/hostile/"]
                .iter()
                .any(|own| name.starts_with(own))
        });
        files
    }

    /// The files of the output folder.
    pub fn output(&self) -> Files {
        let mut files = Files::new();
        collect(&self.path("out"), "", &mut files);
        files
    }

    /// Fails where anything unfinished lies about.
    pub fn assert_tidy(&self, after: &str) {
        let stray: Vec<String> = self
            .files()
            .into_keys()
            .filter(|name| {
                name.split('/').any(|part| part.starts_with('.') && part != ".config")
                    || name.starts_with("tmp/")
                    || name.contains("huibian-")
            })
            .collect();
        assert!(stray.is_empty(), "left after {after}: {stray:?}");
    }

    /// Fails where the record of the batch and the disk differ, in either direction.
    pub fn assert_agrees(&self, after: &str) {
        let output = self.output();
        let Some(record) = output.get("manifest.jsonl") else {
            panic!("no record after {after}: {:?}", output.keys());
        };
        let mut known = BTreeSet::from(["manifest.jsonl".to_owned()]);
        for line in String::from_utf8_lossy(record).lines().skip(1) {
            let line: Value = serde_json::from_str(line).unwrap();
            for made in line["artifacts"].as_array().into_iter().flatten() {
                let name = name(&made["path"]);
                let bytes =
                    output.get(&name).unwrap_or_else(|| panic!("{name} is recorded and gone after {after}"));
                assert_eq!(made["blake3"], blake3::hash(bytes).to_hex().as_str(), "{name} after {after}");
                known.insert(name);
            }
            let others =
                ["outdated", "earlier", "stale"].map(|key| line[key].as_array().cloned().unwrap_or_default());
            known.extend(
                others
                    .iter()
                    .flatten()
                    .map(|other| name(if other.is_string() { other } else { &other["path"] })),
            );
        }
        let unknown: Vec<&String> =
            output.keys().filter(|name| !known.contains(*name) && !name.starts_with("rollup/")).collect();
        assert!(unknown.is_empty(), "not recorded after {after}: {unknown:?}");
    }
}

fn name(path: &Value) -> String {
    let path = path.as_str().unwrap();
    path.rsplit_once("out/").map_or(path, |(_, name)| name).to_owned()
}

/// The files of a folder, and of those below it.
pub fn collect(folder: &Path, below: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        match entry.file_type().unwrap() {
            kind if kind.is_dir() => collect(&entry.path(), &format!("{name}/"), files),
            _ => drop(files.insert(name, fs::read(entry.path()).unwrap_or_default())),
        }
    }
}

/// All that a program said.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Whether a program is here, which says so where it is not.
pub fn has(program: &str, arguments: &[&str]) -> bool {
    let run = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let is_there = run.is_ok_and(|status| status.success());
    if !is_there {
        println!("not tried: {program} {arguments:?} does not run here");
    }
    is_there
}
