//! From outside the crates, with `huibian` alone: a program adds an output format and a source of units as CONTRIBUTING.md
//! says, each in one type and one line, and the example of a program that embeds huibian makes the example workspace's reports.
//!
//! `HUIBIAN_BLESS=1` rewrites the expected file.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use huibian::document::{Block, Document, DocumentPart, plain_text};
use huibian::source::columns::FieldIndex;
use huibian::source::{
    Datum, GivenValues, Key, Node, RawLocation, Source, SourceReport, SourceSpec, UnitRef,
};
use huibian::{
    Code, Diagnostic, Events, Format, Isolation, Opening, Outcome, Progress, Scratch, SourceText, Status,
    Writer, Written,
};
use huibian_tests::{CONFIG_DIR, Workspace, root, target};

/// A row a paragraph: which one, and its words.
struct Csv;

impl Writer for Csv {
    fn write(&self, document: &Document, _: &mut Scratch) -> Result<Written, Diagnostic> {
        let bodies = document.parts().filter_map(|part| match part {
            DocumentPart::Body(blocks) => Some(blocks),
            _ => None,
        });
        let paragraphs = bodies.flatten().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(plain_text(&paragraph.content)),
            _ => None,
        });
        let rows = (1..).zip(paragraphs).map(|(number, words)| format!("{number},\"{words}\"\n"));
        Ok(rows.collect::<String>().into())
    }
}

/// A line a unit: `yunxi 云溪镇 12`.
#[derive(Debug)]
struct Lines(SourceSpec);

impl Source for Lines {
    fn path(&self) -> &Path {
        &self.0.path
    }

    fn units(&self, _: &Arc<FieldIndex>, _: usize, take: &mut dyn FnMut(UnitRef)) -> SourceReport {
        let bytes = self.0.files.read(self.path()).unwrap_or_default();
        let text = SourceText::new(self.path(), String::from_utf8_lossy(&bytes));
        let mut start = 0;
        for line in text.text.lines() {
            let location = RawLocation::Span(start, start + line.len());
            let key = |name: &'static str| Key { name: name.into(), location };
            let table = |entries| Node { datum: Datum::Table(entries), location };
            let mut words = line.split(' ').map(|word| word.to_owned().into());
            let mut next = || words.next().unwrap_or_default();
            let (id, name, visits) = (next(), next(), next());
            let given = |datum| Node { datum, location };
            let unit = vec![(key("id"), given(Datum::Text(id))), (key("name"), given(Datum::Text(name)))];
            let visits = vec![(key("visits_total"), given(Datum::Integer(visits, 10)))];
            let entries = vec![(key("unit"), table(unit)), (key("visits"), table(visits))];
            take(GivenValues::unit(&text, location, entries));
            start += line.len() + 1;
        }
        SourceReport::default()
    }

    fn previous(&self) -> Option<Box<dyn Source>> {
        Some(Box::new(Self(self.0.before()?)))
    }
}

const FILES: [&str; 4] = ["云溪镇.csv", "云溪镇.md", "青禾镇.csv", "青禾镇.md"];

const PLUGIN: &str = r#"
id = "visits"
version = "0.1.0"
title = "走访服务"
description = "走访户次"
contract = 1
slots = ["results"]

[fields.visits_total]
label = "走访户次"
type = "integer"

[counts.visits]
label = "走访"
measure = "户次"
required = true
over_units = "sum"
over_time = "sum"
number = "visits_total"
"#;

const TEMPLATE: &str = "+++
[slots.results]
kind = \"sections\"
required = true
+++
# {{unit.name}}{{period.name}}走访服务报告

{{slot \"results\"}}
";

/// A workspace with a plugin that has no code.
fn visits() -> Workspace {
    let workspace = Workspace::new();
    workspace.write(
        "workspace.toml",
        "period = \"2023Q2\"\ndate = 2023-07-05\nplugins = [\"visits\"]\n
[reports.visits]\ntitle = \"走访服务报告\"\ntemplate = \"templates/visits.hbs\"
style = \"templates/styles/gbt9704.toml\"\nformats = [\"csv\", \"md\"]\n
[units]\ndata = \"visits\"\n
[output]\npattern = \"out/{unit.name}\"\n",
    );
    workspace.write("plugins/visits/plugin.toml", PLUGIN);
    workspace.write(
        "plugins/visits/sections/results.hbs",
        "# 走访服务\n\n{{period.current}}走访{{count \"visits\"}}。\n",
    );
    workspace.write("templates/visits.hbs", TEMPLATE);
    for (id, name, visits) in [("yunxi", "云溪镇", 12), ("qinghe", "青禾镇", 8)] {
        let text = format!("[unit]\nname = \"{name}\"\n\n[visits]\nvisits_total = {visits}\n");
        workspace.write(&format!("visits/{id}.toml"), &text);
    }
    workspace
}

fn open(workspace: &Workspace) -> Opening {
    huibian::Workspace::at(workspace.path("")).installation(root()).with_format(csv())
}

/// The example's units in one file, of a kind that the program does not know.
fn with_lines(workspace: &Workspace, lines: &str) -> Opening {
    workspace.write("visits.txt", lines);
    workspace.replace("workspace.toml", "data = \"visits\"", "data = \"visits.txt\"\nsource = \"lines\"");
    open(workspace).with_source("lines", |at| Box::new(Lines(at)))
}

/// The line that registers it.
fn csv() -> Format {
    Format::new("csv", |_| Ok(Box::new(Csv)))
}

/// Remembers what it hears, and stops the work after so many units.
#[derive(Default)]
struct Heard {
    units: Vec<(String, Status, Progress)>,
    stops_after: Option<usize>,
}

impl Events for Heard {
    fn unit(&mut self, unit: &Outcome, progress: Progress) {
        self.units.push((unit.head.name.clone(), unit.status, progress));
    }

    fn goes_on(&mut self) -> bool {
        self.stops_after.is_none_or(|units| self.units.len() < units)
    }
}

fn is_as_expected(name: &str, found: &str) {
    let path = root().join("tests/expected/outside").join(name);
    if std::env::var_os("HUIBIAN_BLESS").is_some() {
        fs::write(&path, found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(&path).unwrap_or_default(), "{name}: HUIBIAN_BLESS=1 rewrites it");
}

#[test]
fn a_format_is_added_in_a_type_and_a_line() {
    let workspace = visits();
    let mut heard = Heard::default();
    let summary = open(&workspace).open().unwrap().run(&mut heard).unwrap();
    assert!(summary.is_clean, "{summary:?}");
    let progress = |done| Progress { done, units: 2 };
    let expected = [("青禾镇", 1), ("云溪镇", 2)];
    let expected = expected.map(|(name, done)| (name.to_owned(), Status::Done, progress(done)));
    assert_eq!(heard.units, expected);
    let texts = FILES.map(|file| format!("== {file}\n{}", workspace.read(&format!("out/{file}"))));
    is_as_expected("reports.txt", &texts.concat());
}

#[test]
fn a_source_is_added_in_a_type_and_a_line() {
    let files = |workspace: &Workspace| FILES.map(|file| workspace.read(&format!("out/{file}")));
    let (usual, own) = (visits(), visits());
    open(&usual).open().unwrap().run(&mut ()).unwrap();
    let opened = with_lines(&own, "yunxi 云溪镇 12\nqinghe 青禾镇 8\n").open().unwrap();
    let runs = [(); 2].map(|()| opened.run(&mut ()).unwrap());
    assert_eq!(runs.map(|run| (run.done, run.kept, run.is_clean)), [(2, 0, true), (2, 2, true)]);
    assert_eq!(files(&usual), files(&own));
}

#[test]
fn what_is_wrong_in_a_source_from_outside_has_its_line() {
    let workspace = visits();
    let opened = with_lines(&workspace, "yunxi 云溪镇 12\nqinghe 青禾镇 many\n").open().unwrap();
    let problems = opened.check().items;
    assert_eq!(problems.len(), 1, "{problems:?}");
    let place = problems[0].diagnostic.location().unwrap().to_string();
    assert!(place.ends_with("visits.txt:2:1"), "{place}");
}

/// CONTRIBUTING.md's table of what a further one of each kind takes.
#[test]
fn a_further_one_of_each_kind_takes_two_files_that_are_there() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let rows: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("| a further")).skip(2).collect();
    let rows: Vec<&str> = rows.into_iter().take_while(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 5, "{rows:?}");
    for row in rows {
        let files: Vec<&str> = row.split('`').filter(|word| word.starts_with("crates/")).collect();
        assert!((1..=2).contains(&files.len()), "{row}");
        for file in files {
            let path = root().join(file);
            let there = if file.contains("NAME") { path.parent().unwrap() } else { &path };
            assert!(there.exists(), "{row}: {}", there.display());
        }
    }
}

#[test]
fn what_a_program_made_stands_until_the_program_is_another() {
    let workspace = visits();
    let run = |program: &str| {
        let opened = open(&workspace).program(program).open().unwrap();
        let summary = opened.run(&mut ()).unwrap();
        (summary.done, summary.kept)
    };
    assert_eq!([run("portal 1"), run("portal 1"), run("portal 2")], [(2, 0), (2, 2), (2, 0)]);
}

#[test]
fn a_program_stops_the_work() {
    let workspace = visits();
    let mut heard = Heard { stops_after: Some(0), ..Heard::default() };
    let summary = open(&workspace).open().unwrap().run(&mut heard).unwrap();
    assert_eq!((summary.done, summary.not_done), (0, 2));
    assert!(heard.units.iter().all(|(_, status, _)| *status == Status::NotDone), "{:?}", heard.units);
}

#[test]
fn what_is_wrong_comes_back() {
    let workspace = visits();
    let opened = open(&workspace).formats(["odt"]).open();
    let faults = opened.err().unwrap();
    assert_eq!(faults.iter().map(Diagnostic::code).collect::<Vec<_>>(), [Code::UnknownFormat]);
    let opened = open(&workspace).open().unwrap();
    assert_eq!(opened.assemble("nobody").unwrap_err()[0].code(), Code::NoUnit);
    let made = opened.assemble("yunxi").unwrap();
    assert_eq!((made.status, made.artifacts.len()), (Status::Done, 2));
    let (_, document) = opened.preview("云溪镇").unwrap();
    assert!(document.is_some_and(|document| plain_text(&document.meta.title).contains("云溪镇")));
    assert_eq!(opened.check().faults(), 0);
}

#[cfg(unix)]
#[test]
fn a_program_that_hosts_no_plugins_is_told_so() {
    let workspace = Workspace::new();
    let opening = || huibian::Workspace::at(workspace.path("")).installation(root()).formats(["md"]);
    let faults = opening().open().err().unwrap();
    assert!(faults.iter().all(|fault| fault.code() == Code::NoPluginHost), "{faults}");
    let hosted = opening().plugin_host(huibian_tests::program("huibian")).open().unwrap();
    assert!(hosted.assemble("yunxi").unwrap().is_clean());
    let inside = opening().isolation(Isolation::None).open().unwrap();
    assert!(inside.assemble("yunxi").unwrap().is_clean());
    // This program asks nothing when it begins: as a host it ends at once, and its children start none of their own.
    let unasked = opening().plugin_host(std::env::current_exe().unwrap()).open().unwrap();
    assert_eq!(unasked.assemble("yunxi").unwrap().diagnostics[0].code(), Code::PluginExited);
}

#[test]
fn the_example_makes_the_example() {
    let program = target().join("examples").join(format!("embed{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .current_dir(root())
            .args(["build", "--quiet", "--package", "huibian", "--example", "embed"])
            .status();
        assert!(built.unwrap().success());
    }
    let workspace = Workspace::new();
    let output = Command::new(program)
        .arg(workspace.path(""))
        .env(CONFIG_DIR, workspace.path("config"))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        said.contains("云溪镇 Done, 1 files") && said.ends_with("7 made, 0 of them before, 0 failed\n"),
        "{said}"
    );
    assert!(Path::new(&workspace.path("out/ideology/2023Q2/云溪镇.md")).is_file());
    let text = fs::read_to_string(root().join("crates/huibian/examples/embed.rs")).unwrap();
    assert!(text.lines().count() < 60);
}
