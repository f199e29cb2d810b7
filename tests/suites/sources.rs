//! Sources of units from outside the crates: a program that embeds the engine adds one of its own, and counts what is read.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use huibian_diagnostic::{Faults, Location};
use huibian_engine::batch::{Summary, batch};
use huibian_engine::plan::Reuse;
use huibian_engine::program::Program;
use huibian_engine::run::Run;
use huibian_engine::workspace::{Overrides, Workspace as Loaded};
use huibian_sheet::columns::FieldIndex;
use huibian_source::head::id_of;
use huibian_source::{
    Datum, Disk, Files, Key, Locate, Node, RawLocation, Source, SourceReport, SourceSpec, Sources, UnitData,
    UnitHead, UnitRef, Values,
};
use huibian_tests::{Workspace, copy, root};
use serde_json::{Map, Value};

/// Units out of one JSON file: an object a unit, by its name.
#[derive(Debug)]
struct Json {
    at: SourceSpec,
}

/// One of its units.
#[derive(Debug)]
struct Object {
    path: PathBuf,
    name: String,
    fields: Map<String, Value>,
}

impl Source for Json {
    fn path(&self) -> &Path {
        &self.at.path
    }

    fn units(&self, _: &Arc<FieldIndex>, _: usize, take: &mut dyn FnMut(UnitRef)) -> SourceReport {
        let bytes = self.at.files.read(&self.at.path).unwrap();
        let units: BTreeMap<String, Map<String, Value>> = serde_json::from_slice(&bytes).unwrap();
        for (name, fields) in units {
            let path = self.at.path.clone();
            let place = Location::file(&path);
            let head = UnitHead { id: id_of(&name), name: name.clone(), parent: None, place };
            take(UnitRef::new(head, Object { path, name, fields }));
        }
        SourceReport::default()
    }

    fn previous(&self) -> Option<Box<dyn Source>> {
        None
    }
}

/// Where nothing is known of places but the file.
struct InFile<'p>(&'p Path);

impl Locate for InFile<'_> {
    fn locate(&self, _: RawLocation) -> Location {
        Location::file(self.0)
    }
}

impl UnitData for Object {
    fn path(&self) -> &Path {
        &self.path
    }

    fn fingerprint(&self) -> Option<blake3::Hash> {
        Some(blake3::hash(&serde_json::to_vec(&self.fields).ok()?))
    }

    fn values(&self, take: &mut dyn FnMut(Values<'_>)) -> Result<(), Faults> {
        let location = RawLocation::Span(0, 0);
        let entry = |name: &str, datum| {
            (Key { name: Cow::Owned(name.to_owned()), location }, Node { datum, location })
        };
        let name = entry("name", Datum::Text(Cow::Borrowed(&self.name)));
        let fields = self
            .fields
            .iter()
            .map(|(name, value)| entry(name, Datum::Integer(Cow::Owned(value.to_string()), 10)));
        let entries = [
            entry("unit", Datum::Table(vec![name])),
            entry("safety-production", Datum::Table(fields.collect())),
        ];
        take(Values {
            entries: &entries,
            places: &InFile(&self.path),
            fallback: location,
            faults: Faults::new(),
            remarks: Vec::new(),
        });
        Ok(())
    }
}

/// Files on this computer, and how often each was read.
#[derive(Debug, Default)]
struct Counted(Mutex<BTreeMap<PathBuf, usize>>);

impl Files for Counted {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        *self.0.lock().unwrap().entry(path.to_owned()).or_default() += 1;
        Disk.read(path)
    }
}

/// A workspace whose one plugin has no code.
fn workspace(units: &str) -> Workspace {
    let workspace = Workspace::new();
    copy(&root().join("tests/plugins/safety-production"), &workspace.path("plugins/safety-production"));
    let toml = workspace.read("workspace.toml");
    let toml = toml.replace(
        "plugins = [\"theory-study\", \"propaganda\", \"position-management\", \"online-opinion\"]",
        "plugins = [\"safety-production\"]",
    );
    let toml = toml.replace("data = \"data/{period}\"", units).replace("\"docx\", \"md\"", "\"md\"");
    workspace.write("workspace.toml", toml.split("\n[[parents]]").next().unwrap());
    workspace
}

fn run(workspace: &Workspace, sources: Sources) -> Summary {
    let overrides = Overrides { sources, ..Overrides::default() };
    let loaded = Loaded::load(&workspace.path(""), &root(), &overrides).unwrap();
    let program = Program::new(loaded).unwrap();
    let run = Run::begin(&program, 2, Reuse::Files).sound().unwrap();
    batch(&run, (false, false), &AtomicBool::new(false), &mut |_, _| {}).unwrap()
}

#[test]
fn a_program_adds_a_source_of_its_own() {
    let workspace = workspace("source = \"json\"\ndata = \"data/{period}.json\"");
    let fields = |inspections| {
        format!("{{ \"inspections_total\": {inspections}, \"hazards_total\": 4, \"rectified_total\": 4 }}")
    };
    let units = format!("{{ \"云溪镇\": {}, \"青禾镇\": {} }}", fields(31), fields(5));
    workspace.write("data/2023Q2.json", &units);
    let sources = || Sources::default().with("json", |at| Box::new(Json { at }));
    let summary = run(&workspace, sources());
    assert_eq!((summary.done, summary.failed, summary.kept), (2, 0, 0));
    let report = workspace.read("out/ideology/2023Q2/云溪镇.md");
    assert!(report.contains("31"), "{report}");
    assert_eq!(run(&workspace, sources()).kept, 2, "what has not changed stands");
}

#[test]
fn a_batch_reads_each_data_file_once() {
    let workspace = workspace("data = \"data/{period}\"");
    std::fs::remove_dir_all(workspace.path("data")).unwrap();
    let numbers = "inspections_total = 5\nhazards_total = 0\nrectified_total = 0\n";
    for unit in ["yunxi", "qinghe"] {
        let text = format!("[unit]\nname = \"{unit}\"\n[safety-production]\n{numbers}");
        workspace.write(&format!("data/2023Q2/{unit}.toml"), &text);
    }
    let table = "单位,safety-production.inspections_total,safety-production.hazards_total,safety-production.rectified_total\n";
    workspace.write("data/2023Q2/hekou.csv", &format!("{table}河口镇,5,0,0\n"));
    let counted = Arc::new(Counted::default());
    let summary = run(&workspace, Sources::default().reading(counted.clone()));
    assert_eq!((summary.done, summary.failed), (3, 0));
    let reads = counted.0.lock().unwrap();
    let reads: Vec<usize> = reads.values().copied().collect();
    assert_eq!(reads, [1, 1, 1]);
}

/// What a batch reads does not hang on how much there is: neither texts nor tables that a roster has no room to keep.
#[test]
fn a_batch_reads_each_data_file_once_however_large_they_are() {
    let workspace = workspace("data = \"data/{period}\"");
    std::fs::remove_dir_all(workspace.path("data")).unwrap();
    let much = "说明".repeat(20_000);
    for unit in 0..40 {
        let name = format!("清河{unit}村");
        let (path, text) = if unit % 4 == 0 {
            let columns = "单位,safety-production.inspections_total,safety-production.hazards_total,safety-production.rectified_total";
            (format!("data/2023Q2/{unit}.csv"), format!("{columns},# {much}\n{name},{unit},0,0,\n"))
        } else {
            let numbers = format!("inspections_total = {unit}\nhazards_total = 0\nrectified_total = 0\n");
            (
                format!("data/2023Q2/{unit}.toml"),
                format!("[unit]\nname = \"{name}\"\n[safety-production]\n{numbers}# {much}\n"),
            )
        };
        workspace.write(&path, &text);
    }
    for (made, kept) in [(40, 0), (0, 40)] {
        let counted = Arc::new(Counted::default());
        let summary = run(&workspace, Sources::default().reading(counted.clone()));
        assert_eq!((summary.done - summary.kept, summary.kept, summary.failed), (made, kept, 0));
        let reads = counted.0.lock().unwrap();
        assert_eq!(reads.values().copied().collect::<Vec<usize>>(), [1; 40]);
    }
    let report = workspace.read("out/ideology/2023Q2/清河39村.md");
    assert!(report.contains("39"), "{report}");
}
