//! Reports are made of forms, those of every unit alike, and a unit's files are the same whoever was made before it.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use huibian_engine::batch::batch;
use huibian_engine::plan::Reuse;
use huibian_engine::program::Program;
use huibian_engine::run::Run;
use huibian_engine::workspace::{Overrides, Workspace as Loaded};
use huibian_host::Isolation;
use huibian_tests::bare::Bare;
use huibian_tests::{Workspace, root};

/// How many units of a workspace were made of forms, and how many by themselves.
fn ways(folder: &Path) -> (usize, usize) {
    let overrides = Overrides { isolation: Some(Isolation::None), ..Overrides::default() };
    let program = Program::new(Loaded::load(folder, &root(), &overrides).unwrap()).unwrap();
    let run = Run::begin(&program, 1, Reuse::Nothing).sound().unwrap();
    let done = batch(&run, (false, false), &AtomicBool::new(false), &mut |_, _| {}).unwrap();
    let ways = program.workspace.forms.ways();
    assert_eq!((done.failed, done.done), (0, ways.filled + ways.alone));
    (ways.filled, ways.alone)
}

/// The files below a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect()
}

/// Takes all units away but those of these files; returns the others.
fn keep(data: &Path, kept: impl Fn(&str) -> bool) -> BTreeMap<String, Vec<u8>> {
    let mut taken = files(data);
    taken.retain(|name, _| !kept(name));
    taken.keys().for_each(|name| fs::remove_file(data.join(name)).unwrap());
    taken
}

#[test]
fn the_example_is_made_of_forms() {
    let workspace = Workspace::new();
    assert_eq!(ways(&workspace.path("")), (7, 0));
}

/// The example with what offices add to it: tables, document numbers and all around them, settings of a unit's own, and
/// problems that a unit numbered itself.
fn with_everything() -> Workspace {
    let workspace = Workspace::new();
    for (from, to) in [
        ("works", "templates/tables/works.toml"),
        ("units", "templates/tables/units.toml"),
        ("sessions", "plugins/theory-study/tables/sessions.toml"),
    ] {
        let table = fs::read_to_string(root().join(format!("tests/fixtures/tables/{from}.toml"))).unwrap();
        workspace.write(to, &table);
    }
    let section = workspace.read("plugins/theory-study/sections/results.hbs");
    workspace.write("wording/theory-study/results.hbs", &format!("{section}\n{{{{table \"sessions\"}}}}\n"));
    workspace.replace(
        "templates/ideology.hbs",
        "## 存在的问题",
        "{{#if rollup}}\n{{table \"units\"}}\n{{/if}}\n\n{{table \"works\"}}\n\n\
         {{#present \"online-opinion/found\"}}舆情{{count \"online-opinion/found\"}}，\
         {{change \"online-opinion/found\"}}。{{/present}}\n\n## 存在的问题",
    );
    let mut numbers = String::new();
    for (number, id) in (1..).zip(["yunxi", "qinghe", "hekou", "shiqiao", "liulin", "rare"]) {
        write!(numbers, "{id} = {number}, ").unwrap();
    }
    let settings = workspace.read("workspace.toml");
    let document = format!(
        "\n[document]\nmark = {{ names = [\"{{unit.name}}\"], suffix = \"文件\" }}\n\
         number = {{ code = \"云委发\", sequences = {{ {} }} }}\nprinter = \"{{unit.name}}党政办公室\"\n",
        numbers.trim_end_matches(", ")
    );
    workspace.write("workspace.toml", &(settings + &document));
    workspace.replace(
        "data/2023Q2/special.toml",
        "[unit]\n",
        "[unit]\ndocument = { number = { sequence = 12 }, seal = true }\n",
    );
    workspace
}

#[test]
fn tables_numbers_and_comparisons_are_made_of_forms() {
    let workspace = with_everything();
    assert_eq!(ways(&workspace.path("")), (7, 0));
}

#[test]
fn a_units_files_are_the_same_whoever_was_made_before() {
    let workspace = with_everything();
    ways(&workspace.path(""));
    let (data, out) = (workspace.path("data/2023Q2"), workspace.path("out/ideology/2023Q2"));
    let all = files(&out);
    for unit in files(&data).into_keys() {
        let taken = keep(&data, |name| name == unit);
        fs::remove_dir_all(&out).unwrap();
        assert_eq!(ways(&workspace.path("")), (1, 0), "{unit}");
        let alone = files(&out);
        let documents: Vec<_> = alone.iter().filter(|(name, _)| *name != "manifest.jsonl").collect();
        assert_eq!(documents.len(), 2, "{unit}");
        for (name, bytes) in documents {
            assert!(all.get(name) == Some(bytes), "{name}");
        }
        taken.into_iter().for_each(|(name, bytes)| fs::write(data.join(name), bytes).unwrap());
    }
}

#[test]
fn a_change_of_any_kind_and_values_of_several_lines_are_made_of_forms() {
    let bare = Bare::new(&["safety-production"]);
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare.replace(
        "templates/bare.hbs",
        "{{slot \"results\"}}",
        "{{slot \"results\"}}\n\n{{slot \"problems\"}}",
    );
    bare.replace("templates/bare.hbs", "+++\n#", "\n[slots.problems]\nkind = \"items\"\n+++\n#");
    let problem = "[fields.problem]\nlabel = \"问题\"\ntype = \"text\"\n\n[fields.focus]";
    bare.replace("plugins/safety-production/plugin.toml", "[fields.focus]", problem);
    bare.replace("workspace.toml", "formats = [\"md\"]", "formats = [\"docx\", \"html\", \"md\", \"txt\"]");
    let section = "# 安全生产\n\n检查{{count \"inspections\"}}（{{change \"inspections\"}}），隐患{{count \"hazards\"}}。\n\n\
                   {{#if fields.problem}}情况：{{fields.problem}}{{/if}}\n\n整改{{count \"rectified\"}}。\n";
    bare.write("wording/safety-production/results.hbs", section);
    let unit = |period: &str, id: &str, [inspections, hazards, rectified]: [u32; 3], problem: &str| {
        let text = format!(
            "[unit]\nname = \"某某镇{id}\"\n\n[safety-production]\ninspections_total = {inspections}\n\
             hazards_total = {hazards}\nrectified_total = {rectified}\n{problem}"
        );
        bare.write(format!("data/{period}/{id}.toml"), text);
    };
    unit("2023Q1", "a", [10, 1, 0], "");
    unit("2023Q1", "b", [5, 187, 184], "");
    let closed = bare.run(&["close", "2023Q1"]);
    assert!(closed.status.success(), "{}", String::from_utf8_lossy(&closed.stderr));
    for (id, counts, problem) in [
        ("a", [12, 3, 0], "problem = \"人员少\"\n"),
        ("b", [5, 187, 180], "problem = \"人员少。\\n设备旧。\"\n"),
        ("c", [4, 1, 1], "problem = \"人员少。\\n设备旧。\\n经费紧。\"\n"),
        ("d", [4, 1, 1], ""),
    ] {
        unit("2023Q2", id, counts, problem);
    }
    assert_eq!(ways(&bare.path("")), (4, 0));
}

#[test]
fn a_report_whose_loops_make_it_a_rare_one_is_made_by_itself() {
    let workspace = Workspace::new();
    for (plugin, field) in
        [("theory-study", "titles"), ("propaganda", "channels"), ("position-management", "activities")]
    {
        let section = workspace.read(&format!("plugins/{plugin}/sections/results.hbs"));
        let items = format!(
            "{{{{#if fields.{field}}}}}{{{{#each fields.{field}}}}}\n- {{{{this}}}}\n{{{{/each}}}}{{{{/if}}}}"
        );
        workspace
            .write(&format!("wording/{plugin}/results.hbs"), &format!("{}\n\n{items}\n", section.trim_end()));
    }
    for unit in files(&workspace.path("data/2023Q2")).into_keys().filter(|unit| unit != "yunxi.toml") {
        fs::remove_file(workspace.path("data/2023Q2").join(unit)).unwrap();
    }
    assert_eq!(ways(&workspace.path("")), (1, 0));
    let many: Vec<String> = (0..12).map(|number| format!("\"第{number}项\"")).collect();
    let text = workspace.read("data/2023Q2/yunxi.toml");
    let text = text.lines().map(|line| match line.split_once(" = ") {
        Some((field @ ("titles" | "channels" | "activities"), _)) => {
            format!("{field} = [{}]", many.join(", "))
        }
        _ => line.to_owned(),
    });
    workspace.write("data/2023Q2/yunxi.toml", &text.collect::<Vec<_>>().join("\n"));
    assert_eq!(ways(&workspace.path("")), (0, 1));
}
