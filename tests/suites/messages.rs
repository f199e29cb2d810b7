//! What people are told: each thing once, where it stands, with a remedy that is right; and what is taken over or kept
//! without being asked.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::path::Path;

use huibian_tests::Workspace;
use huibian_tests::bare::{Bare, library_file, library_folder};
use serde_json::Value;

const PLUGIN: &str = "id = \"work\"\nversion = \"0.1.0\"\ntitle = \"Work\"\ncontract = 1\nslots = [\"results\"]\n\
    [fields.sites]\nlabel = \"点位\"\ntype = \"integer\"\n\
    [counts.sites]\nlabel = \"点位\"\nmeasure = \"处\"\nnumber = \"sites\"\n\
    [checks.few]\nrule = \"sites >= 3\"\nseverity = \"warning\"\nmessage = { zh = \"只有{sites}处。\", en = \"there are only {sites}.\" }\n";

fn workspace(units: &[(&str, u32)]) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare.write(
        "plugins/work/sections/results.hbs",
        "# 工作\n\n{{#present \"sites\"}}{{count \"sites\"}}。{{/present}}\n",
    );
    for (id, sites) in units {
        bare.unit(id, &[("work", &format!("sites = {sites}"))]);
    }
    bare
}

/// The exit code, and what is said on both streams.
fn run(bare: &Bare, arguments: &[&str]) -> (i32, String) {
    let output = bare.run(&[&["--lang", "en"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

fn items(bare: &Bare, arguments: &[&str]) -> Vec<Value> {
    let output = bare.run(&[&["--lang", "en"], arguments].concat());
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    listing["items"].as_array().unwrap().clone()
}

#[test]
fn a_unit_that_is_kept_still_has_its_remarks_in_the_table() {
    let bare = workspace(&[("a", 2), ("b", 5)]);
    for _ in 0..2 {
        let (code, said) = run(&bare, &["batch"]);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("there are only 2.") && said.contains("remarks: 1."), "{said}");
        assert!(said.contains("1 fault or remark was found"), "{said}");
    }
    let (_, said) = run(&bare, &["check"]);
    assert!(said.contains("1 remark."), "{said}");
}

#[test]
fn a_unit_without_data_is_told_with_the_list_it_stands_in() {
    let bare = workspace(&[("a", 3)]);
    let settings = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    let parents = "\n[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [\"a\", \"b\"]\n";
    bare.write("workspace.toml", settings.clone() + parents);
    for arguments in [&["check", "--json"][..], &["rollup", "--json"], &["batch", "--json"]] {
        let found = items(&bare, arguments);
        let absent: Vec<&Value> = found.iter().filter(|item| item["code"] == "D022").collect();
        assert_eq!(absent.len(), 1, "{arguments:?}: {found:?}");
        assert!(absent[0]["help"].as_str().unwrap().contains("[[parents]]"), "{}", absent[0]);
    }
    assert!(run(&bare, &["batch", "--force"]).1.contains("remarks: 1."));
    bare.write(
        "workspace.toml",
        settings.replace("data = \"data\"", "data = \"data\"\nknown = [\"a\", \"b\"]"),
    );
    let found = items(&bare, &["check", "--json"]);
    assert!(found[0]["help"].as_str().unwrap().contains("known in [units]"), "{found:?}");
}

#[test]
fn a_unit_that_stands_twice_is_one_problem() {
    let bare = workspace(&[("a", 3), ("b", 4)]);
    bare.write("data/c.toml", "[unit]\nid = \"a\"\nname = \"某某镇a\"\n[work]\nsites = 3\n");
    let found = items(&bare, &["check", "--json"]);
    let codes: Vec<&str> = found.iter().filter_map(|item| item["code"].as_str()).collect();
    assert_eq!(codes.iter().filter(|code| **code != "K014").collect::<Vec<_>>(), [&"U001"], "{found:?}");
    assert!(found[0]["help"].as_str().unwrap().contains("delete it"), "{found:?}");
}

#[test]
fn the_list_of_problems_is_what_its_name_says() {
    let bare = workspace(&[("a", 2)]);
    let (code, said) = run(&bare, &["check", "--table", "list.csv"]);
    assert_eq!(code, 0, "{said}");
    let list = fs::read_to_string(bare.path("list.csv")).unwrap();
    assert!(list.starts_with('\u{FEFF}') && list.contains("there are only 2."), "{list}");
    run(&bare, &["check", "--table", "list.xlsx"]);
    assert!(fs::read(bare.path("list.xlsx")).unwrap().starts_with(b"PK"));
    let (code, said) = run(&bare, &["check", "--table", "list.doc"]);
    assert!(code == 2 && said.contains("O003") && said.contains("--table"), "{said}");
    assert!(!bare.path("list.doc").exists());
}

#[test]
fn output_means_the_files_that_are_made_or_is_refused() {
    let bare = workspace(&[("a", 3)]);
    assert_eq!(run(&bare, &["form", "-o", "form.xlsx"]).0, 0);
    assert!(bare.path("form.xlsx").is_file());
    assert_eq!(run(&bare, &["batch", "-o", "made/{unit.id}"]).0, 0);
    assert!(bare.path("made/a.md").is_file());
    for arguments in [
        &["plugin", "list", "-o", "x"][..],
        &["style", "list", "--output", "x"],
        &["explain", "U001", "-o", "x"],
    ] {
        let (code, said) = run(&bare, arguments);
        assert!(code == 2 && said.contains("--output"), "{arguments:?}: {said}");
    }
}

#[test]
fn an_office_changes_its_own_plugin_without_being_refused() {
    let bare = workspace(&[("a", 3)]);
    assert!(run(&bare, &["batch"]).1.contains("recorded in plugins.lock"));
    bare.replace("plugins/work/sections/results.hbs", "# 工作", "# 工作情况");
    let (code, said) = run(&bare, &["batch", "--locked"]);
    assert!(code == 2 && said.contains("P015"), "{said}");
    let (code, said) = run(&bare, &["batch"]);
    assert!(code == 0 && said.contains("work has changed and was recorded anew"), "{said}");
    assert!(!run(&bare, &["batch"]).1.contains("recorded anew"));
    assert_eq!(run(&bare, &["batch", "--locked"]).0, 0);
}

#[test]
fn an_earlier_period_keeps_its_date() {
    let bare = workspace(&[]);
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare.replace("workspace.toml", "out/{unit.id}", "out/{period}/{unit.id}");
    let unit = |period: &str, sites: u32| {
        bare.write(
            format!("data/{period}/a.toml"),
            format!("[unit]\nname = \"云溪镇\"\n[work]\nsites = {sites}\n"),
        );
    };
    unit("2023Q1", 3);
    unit("2023Q2", 4);
    let (code, said) = run(&bare, &["--period", "2023Q1", "batch"]);
    assert!(code == 0 && said.contains("W016"), "no run yet, and the date is another period's: {said}");
    assert_eq!(run(&bare, &["--period", "2023Q1", "--date", "2023-04-06", "batch"]).0, 0);
    unit("2023Q1", 5);
    let (code, said) = run(&bare, &["--period", "2023Q1", "batch"]);
    assert!(code == 0 && !said.contains("W016"), "{said}");
    let report = fs::read_to_string(bare.path("out/2023Q1/a.md")).unwrap();
    assert!(report.contains("2023年4月6日") && report.contains("5处"), "{report}");
    assert!(!run(&bare, &["batch"]).1.contains("W016"));
    assert_eq!(run(&bare, &["close", "2023Q1", "--date", "2023-04-06"]).0, 0);
    fs::remove_dir_all(bare.path("out")).unwrap();
    let (code, said) = run(&bare, &["--period", "2023Q1", "batch"]);
    assert!(code == 0 && !said.contains("W016"), "a closed period keeps its date: {said}");
    assert!(fs::read_to_string(bare.path("out/2023Q1/a.md")).unwrap().contains("2023年4月6日"));
}

#[test]
fn no_data_is_told_once_and_what_cannot_be_read_is_not_passed_over() {
    let bare = workspace(&[]);
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare.write("data/2023Q1/a.toml", "[unit]\nname = \"云溪镇\"\n[work]\nsites = 3\n");
    let found = items(&bare, &["check", "--json"]);
    assert_eq!(found.iter().map(|item| item["code"].as_str().unwrap()).collect::<Vec<_>>(), ["W010"]);
    bare.write("data/2023Q2", "a file, where a folder should be");
    let found = items(&bare, &["check", "--json"]);
    assert_eq!(found.iter().map(|item| item["code"].as_str().unwrap()).collect::<Vec<_>>(), ["W001"]);
    let (code, said) = run(&bare, &["batch"]);
    assert!(code == 2 && said.contains("W001"), "{said}");
}

#[test]
fn damaged_history_is_seen_by_check() {
    let bare = workspace(&[("a", 3)]);
    assert_eq!(run(&bare, &["close", "2023Q2"]).0, 0);
    let path = "history/bare/2023Q2.jsonl";
    let filed = fs::read_to_string(bare.path(path)).unwrap();
    bare.write(path, filed + "{\"unit\":\n");
    let (code, said) = run(&bare, &["check"]);
    assert!(code == 1 && said.contains("H001") && said.contains("2023Q2.jsonl:3"), "{said}");
}

#[test]
fn a_plugin_that_cannot_run_is_not_said_to_be_in_use() {
    let bare = workspace(&[("a", 3)]);
    bare.replace("plugins/work/plugin.toml", "contract = 1", "contract = 9");
    let (code, said) = run(&bare, &["plugin", "list"]);
    let line = said.lines().find(|line| line.starts_with("work ")).unwrap();
    assert!(code == 1 && line.contains("wanted by this workspace, but cannot run (P007)"), "{said}");
}

#[test]
fn a_form_is_not_written_into_a_file_of_another_kind() {
    let workspace = Workspace::new();
    for file in ["form.pdf", "form"] {
        let output = workspace.run(&["--lang", "en", "form", "--output", file]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.status.code() == Some(2) && said.contains("[O003]") && said.contains(".xlsx"),
            "{said}"
        );
        assert!(!workspace.path(file).exists());
    }
}

#[test]
fn a_sheet_that_is_named_and_not_there_is_told_with_those_that_are() {
    let workspace = Workspace::new();
    let made = workspace.run(&["form", "--output", "units.xlsx"]);
    assert_eq!(made.status.code(), Some(0));
    workspace.replace(
        "workspace.toml",
        "data = \"data/{period}\"",
        "workbook = \"units.xlsx\"\nsheet = \"一季度\"",
    );
    let output = workspace.run(&["--lang", "zh", "check", "--json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("没有名为“一季度”的工作表；现有：填报表"), "{said}");
}

#[test]
fn a_reader_beside_a_workbook_is_not_passed_over() {
    let workspace = Workspace::new();
    workspace.replace(
        "workspace.toml",
        "data = \"data/{period}\"",
        "workbook = \"units.xlsx\"\nsource = \"folder\"",
    );
    let output = workspace.run(&["--lang", "en", "check"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(2) && said.contains("[D020]") && said.contains("source says what reads"),
        "{said}"
    );
}

#[test]
fn a_cell_that_a_ledger_lacks_is_named_as_one() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/yunxi.toml", "date = 2023-04-12, ", "");
    let output = workspace.run(&["--lang", "en", "check", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let item = said["items"].as_array().unwrap().iter().find(|item| item["code"] == "U003").unwrap();
    assert!(item["field"].as_str().unwrap().contains('#'), "{item}");
    assert!(item["message"].as_str().unwrap().contains("in a row of a ledger"), "{item}");
    assert!(item["help"].as_str().unwrap().starts_with("Fill in the cell"), "{item}");
}

/// Whether a text has words of another language in a row, names of files and products aside.
fn speaks_english(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_ascii_alphabetic() && c != ' ');
    words.into_iter().any(|words| words.split(' ').filter(|word| word.len() > 1).count() >= 3)
}

#[test]
fn what_a_library_says_of_a_broken_file_is_said_in_the_language() {
    for (what, file, bytes, code) in [
        ("a style", "templates/styles/gbt9704.toml", &b"[page\nwidth = 10\n"[..], "W002"),
        ("a style", "templates/styles/gbt9704.toml", b"page = yes\n", "W002"),
        ("the head of a template", "templates/ideology.hbs", b"+++\n[slots\n+++\n# x\n", "W002"),
        ("the head of a template", "templates/ideology.hbs", b"+++\na = 1\na = 2\n+++\n# x\n", "W002"),
        ("a reference", "our.docx", b"no package", "S013"),
        ("a reference", "our.docx", b"PK\x03\x04 cut off", "S013"),
        ("a template", "ours.docx", b"no package", "T026"),
        ("a library", "lib", b"no library", "P005"),
        ("a module", "plugins/theory-study/theory.wasm", b"no module", "P051"),
    ] {
        let workspace = Workspace::new();
        match code {
            "S013" => workspace.replace("workspace.toml", "[output]", "[output]\nreference = \"our.docx\""),
            "T026" => workspace.replace("workspace.toml", "templates/ideology.hbs", "ours.docx"),
            "P051" => {
                let plugin = "plugins/theory-study/plugin.toml";
                workspace.replace(plugin, "library = \"theory_study\"", "module = \"theory.wasm\"");
            }
            _ => {}
        }
        let library =
            Path::new("plugins/theory-study").join(library_folder()).join(library_file("theory_study"));
        let file = if file == "lib" { library.to_str().unwrap() } else { file };
        workspace.write(file, "");
        fs::write(workspace.path(file), bytes).unwrap();
        let output = workspace.huibian(&["--lang", "zh", "check", "--json"]).output().unwrap();
        let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
        let items = listing["items"].as_array().unwrap();
        let item =
            items.iter().find(|item| item["code"] == code).unwrap_or_else(|| panic!("{what}: {listing:#}"));
        let said = format!("{} {}", item["message"].as_str().unwrap(), item["help"].as_str().unwrap());
        assert!(!speaks_english(&said) && !said.contains("原文"), "{what}: {said}");
        if code == "W002" {
            assert!(!said.contains("28.95pt") && item["place"]["line"].is_number(), "{what}: {item}");
        }
    }
}

#[test]
fn what_a_section_lacks_is_named_as_people_know_it_and_where_it_is() {
    let flood = Bare::new(&["flood-season"]);
    flood.unit("a", &[("flood-season", "hazards_total = 3")]);
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "");
    let zh = |output: std::process::Output| -> Vec<Value> {
        let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
        listing["items"].as_array().unwrap().clone()
    };
    let told = zh(flood.run(&["--lang", "zh", "check", "--json"]));
    let of_number = told.iter().find(|item| item["code"] == "P101").unwrap();
    assert_eq!(of_number["message"], "插件 flood-season：缺少数据：请填写巡堤查险次数", "it has no ledger");
    let told = zh(workspace.run(&["--lang", "zh", "check", "--json"]));
    let of_ledger = told.iter().find(|item| item["code"] == "P101").unwrap();
    let said = "插件 theory-study：缺少数据：请填写理论学习中心组学习台账或理论学习中心组学习次数";
    assert_eq!((&of_ledger["message"], &of_ledger["unit"]), (&said.into(), &"青禾镇".into()), "{of_ledger}");
    for item in [of_number, of_ledger] {
        assert!(item["place"]["line"].is_number(), "{item}");
    }
}

#[test]
fn one_row_is_one_row() {
    let workspace = Workspace::new();
    let three = "sessions_total = 3\nsessions = [{ date = 2023-05-06, topic = \"学习\" }]";
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", three);
    let output = workspace.run(&["--lang", "en", "check", "--json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("is given as 3") && said.contains("has 1 row; the ledger counts"), "{said}");
}

#[test]
fn what_could_only_be_a_slip_in_workspace_toml_is_told() {
    let parents = "\n[[parents]]\nid = \"b\"\nname = \"乙县\"\nfrom = \"2023Q3\"\nuntil = \"2023Q1\"\n";
    let rule = "\n[checks.many]\nrule = \"theory-study.sessions >= 0\"\nfrom = \"2024\"\nuntil = \"2023Q4\"\n\
                message = { zh = \"少。\", en = \"few.\" }\n";
    for (from, to, code, said) in [
        ("pattern = \"out/", "pattern = \"templates/made/", "O002", "leads into templates, which"),
        ("pattern = \"out/{report}/", "pattern = \"data/", "O002", "leads into data, which"),
        ("pattern = \"out/", "pattern = \"plugins/", "O002", "leads into plugins, which"),
        ("", parents, "W004", "from is after until"),
        ("", rule, "W004", "from is after until"),
        ("data = \"data/{period}\"", "table = \"units.csv\"\nsheet = \"一季度\"", "D019", "sheet cannot be"),
    ] {
        let workspace = Workspace::new();
        workspace.write("units.csv", "单位,理论学习中心组学习次数\n云溪镇,3\n");
        if from.is_empty() {
            workspace.write("workspace.toml", &(workspace.read("workspace.toml") + to));
        } else {
            workspace.replace("workspace.toml", from, to);
        }
        for command in ["check", "batch"] {
            let output = workspace.run(&["--lang", "en", command, "--json"]);
            let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
            let item = &listing["items"][0];
            assert_eq!((output.status.code(), &item["code"]), (Some(2), &code.into()), "{to}: {listing:#}");
            assert!(item["message"].as_str().unwrap().contains(said), "{item}");
            assert_eq!(item["place"]["path"], "workspace.toml", "{item}");
        }
        assert!(!workspace.path("plugins/ideology").exists() && !workspace.path("templates/made").exists());
    }
    let workspace = Workspace::new();
    let rule =
        "\n[checks.few]\nrule = \"sessions >= 0\"\nfrom = \"2024\"\nuntil = \"2023Q4\"\nmessage = \"少。\"\n";
    let plugin = workspace.read("plugins/theory-study/plugin.toml") + rule;
    workspace.write("plugins/theory-study/plugin.toml", &plugin);
    let output = workspace.run(&["--lang", "en", "check"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("from is after until"), "{said}");
    assert!(said.contains("plugin.toml"), "{said}");
}
