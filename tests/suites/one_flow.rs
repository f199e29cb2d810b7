//! One flow with several ends: `check`, `batch`, `rollup`, `diff` and `close`, and a program that embeds huibian, tell the same of
//! the same data. What a command refuses is its own: H002, H003, G007.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;

use huibian_tests::{Workspace, program, root};
use serde_json::Value;

const DIFF: [&str; 3] = ["diff", "2023Q2", "2023Q2"];
const QINGHE: &str = "data/2023Q2/qinghe.toml";

/// Exit code and what `--json` prints.
fn in_json(workspace: &Workspace, command: &[&str]) -> (i32, Value) {
    let output = workspace.run(&[&["--lang", "en"], command, &["--json"]].concat());
    let said = String::from_utf8_lossy(&output.stdout);
    let listing = serde_json::from_str(&said);
    let listing = listing.unwrap_or_else(|error| panic!("{command:?}: {error}\n{said}"));
    (output.status.code().unwrap(), listing)
}

/// What was found: code, unit, fingerprint and place of each.
fn found(listing: &Value) -> BTreeSet<String> {
    let items = listing["items"].as_array().unwrap().iter();
    let item = |item: &Value| {
        [&item["code"], &item["unit"], &item["fingerprint"], &item["place"]].map(Value::to_string).join(" ")
    };
    items.map(item).collect()
}

/// The codes of what was found.
fn codes(listing: &Value) -> BTreeSet<&str> {
    listing["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap()).collect()
}

/// Exit code and all that a command says.
fn said(workspace: &Workspace, command: &[&str]) -> (i32, String) {
    let output = workspace.run(&[&["--lang", "en"], command].concat());
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

#[test]
fn a_file_where_the_folder_of_reports_should_be_hides_nothing_of_the_units() {
    let workspace = Workspace::new();
    workspace.write("out", "no folder");
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_total", "sessions_totl");
    let (exit, checked) = in_json(&workspace, &["check"]);
    assert_eq!((exit, &checked["units"], codes(&checked)), (2, &7.into(), BTreeSet::from(["O004", "U004"])));
    for command in [&["batch"][..], &["batch", "--strict"], &["batch", "--force"], &["rollup"]] {
        let (exit, listing) = in_json(&workspace, command);
        assert_eq!((exit, &listing["units"]), (2, &7.into()), "{command:?}: {listing:#}");
        assert_eq!(found(&listing), found(&checked), "{command:?}");
    }
    let (exit, told) = said(&workspace, &["batch"]);
    assert!(exit == 2 && told.contains("[O004]") && told.contains("nothing was made"), "{told}");
    assert_eq!(workspace.read("out"), "no folder");
    let (exit, told) = said(&workspace, &["assemble", "qinghe"]);
    assert!(exit == 2 && told.contains("[O004]"), "{told}");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_one_fault_whoever_finds_it() {
    for file in ["云溪镇.docx", "云溪镇.md"] {
        let workspace = Workspace::new();
        fs::create_dir_all(workspace.path(&format!("out/ideology/2023Q2/{file}"))).unwrap();
        let (_, checked) = in_json(&workspace, &["check"]);
        assert_eq!(codes(&checked), BTreeSet::from(["O004"]));
        for command in [&["batch"][..], &["batch"], &["batch", "--strict"]] {
            assert_eq!(found(&in_json(&workspace, command).1), found(&checked), "{file}: {command:?}");
        }
        assert_eq!(codes(&in_json(&workspace, &DIFF).1), BTreeSet::new(), "it writes no file");
    }
}

#[test]
fn what_stands_in_the_way_of_a_roll_up_is_said_of_its_unit_beside_what_else_is_found() {
    let workspace = Workspace::new();
    fs::create_dir_all(workspace.path("out/ideology/2023Q2/rollup/某某县.xlsx")).unwrap();
    workspace.replace(QINGHE, "sessions_total = 0", "sessions_total = -1");
    let (_, checked) = in_json(&workspace, &["check"]);
    let (exit, rolled) = in_json(&workspace, &["rollup"]);
    assert_eq!((exit, found(&rolled)), (2, found(&checked)));
    let items = rolled["items"].as_array().unwrap();
    let obstacle = items.iter().find(|item| item["code"] == "O004").unwrap();
    assert_eq!([&obstacle["unit"], &obstacle["severity"]], ["某某县", "error"]);
}

/// A workspace whose units are rows of a CSV file, of which `rows` are wrong.
fn with_table(rows: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "data = \"data/{period}\"", "table = \"units.csv\"");
    let head = "单位代号,单位,理论学习中心组学习次数,专题学习研讨次数\n";
    workspace.write("units.csv", &(head.to_owned() + rows));
    workspace
}

#[test]
fn where_a_table_stops_them_all_tell_of_its_cells() {
    let workspace = with_table("yunxi,云溪镇,三,1\nyunxi,青禾镇,0,1\n");
    let (exit, checked) = in_json(&workspace, &["check"]);
    let expected = codes(&checked);
    assert!(exit == 2 && expected.contains("D010") && expected.contains("U001"), "{checked:#}");
    for command in [&["batch"][..], &["rollup"], &DIFF] {
        let (exit, listing) = in_json(&workspace, command);
        assert_eq!((exit, found(&listing)), (2, found(&checked)), "{command:?}");
        assert_eq!(listing["units"], checked["units"], "{command:?}");
    }
    for command in [&["rollup"][..], &DIFF, &["close", "2023Q2"]] {
        let (exit, told) = said(&workspace, command);
        assert!(exit == 2 && expected.iter().all(|code| told.contains(code)), "{command:?}: {told}");
    }
    let opening = huibian::Workspace::at(workspace.path("")).installation(root()).formats(["md"]);
    let opened = opening.plugin_host(program("huibian")).open().unwrap();
    let summary = opened.run(&mut ()).unwrap();
    let fingerprints = |problems: &huibian::Problems| -> Vec<String> {
        problems.items.iter().map(|item| item.diagnostic.fingerprint()).collect()
    };
    assert!(summary.is_stopped && !summary.is_clean && summary.done == 0);
    assert_eq!(fingerprints(&summary.problems), fingerprints(&opened.check()));
    let expected: BTreeSet<_> = opened.check().items.iter().map(|item| item.diagnostic.code()).collect();
    for faults in [opened.roll_up(None, &mut ()).err(), opened.close(huibian::Closing::default()).err()] {
        let faults = faults.unwrap();
        assert_eq!(faults.iter().map(huibian::Diagnostic::code).collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn a_tree_that_is_none_hides_nothing_of_the_units() {
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "\"special\"]", "\"special\"]\nparent = \"xian\"");
    workspace.replace("data/2023Q2/yunxi.toml", "date = 2023-04-12", "date = 2023-01-12");
    let (_, checked) = in_json(&workspace, &["check"]);
    let expected = codes(&checked);
    assert!(expected.contains("G002") && expected.contains("K004"), "{checked:#}");
    for (command, exit) in [(&["batch"][..], 1), (&["rollup"], 2), (&DIFF, 1)] {
        let (ended, listing) = in_json(&workspace, command);
        assert_eq!((ended, found(&listing)), (exit, found(&checked)), "{command:?}");
    }
    let (exit, told) = said(&workspace, &["close", "2023Q2"]);
    assert!(exit == 2 && expected.iter().all(|code| told.contains(code)), "{told}");
}

#[test]
fn a_comparison_and_a_closing_tell_what_check_finds_in_the_data_that_they_read() {
    let workspace = Workspace::new();
    let numbered = "[unit]\ndocument = { number = { code = \"云宣\", sequence = 7 } }";
    workspace.replace("data/2023Q2/yunxi.toml", "[unit]", numbered);
    workspace.replace("data/2023Q2/yunxi.toml", "date = 2023-04-12", "date = 2023-01-12");
    workspace.write("history/ideology/2021Q1.jsonl", "garbage\n");
    let text = "集中学习与个人自学结合，逐项梳理薄弱环节，列出清单，按月销号，并请联系点干部到场点评。";
    for unit in ["hekou", "liulin"] {
        let file = format!("data/2023Q2/{unit}.toml");
        let kept: Vec<String> = workspace
            .read(&file)
            .lines()
            .filter(|line| !line.starts_with("plan"))
            .map(str::to_owned)
            .collect();
        let given = format!("[theory-study]\nplan = \"{text}\"");
        workspace.write(&file, &kept.join("\n").replacen("[theory-study]", &given, 1));
    }
    let named: Vec<&str> = vec!["K004", "K013", "H001"];
    let agree = |when: &str| {
        let (_, checked) = in_json(&workspace, &["check"]);
        let expected = codes(&checked);
        assert!(named.iter().all(|code| expected.contains(code)), "{checked:#}");
        for command in [&["rollup"][..], &DIFF] {
            assert_eq!(found(&in_json(&workspace, command).1), found(&checked), "{when}: {command:?}");
        }
        for command in [&DIFF[..], &["close", "2023Q2"]] {
            let (_, told) = said(&workspace, command);
            assert!(expected.iter().all(|code| told.contains(code)), "{when}, {command:?}: {told}");
        }
        let (_, quiet) = said(&workspace, &["-q", "close", "2023Q2"]);
        assert!(quiet.contains("H001") && !quiet.contains("K004"), "{quiet}");
    };
    agree("without a batch");
    workspace.batch("2");
    agree("after one");
    workspace.replace(QINGHE, "sessions_total = 0", "sessions_total = 2");
    agree("where one unit has changed since");
    fs::remove_file(workspace.path("history/ideology/2021Q1.jsonl")).unwrap();
    let (exit, told) = said(&workspace, &["close", "2023Q2"]);
    assert!(exit == 0 && told.contains("K004") && told.contains("is closed"), "{told}");
}
