//! What differs between two runs and two periods, in figures and words.

#![allow(clippy::unwrap_used)]

use huibian_tests::{Workspace, copy};
use serde_json::Value;

const DATA: &str = "data/2023Q2/qinghe.toml";

fn diff(workspace: &Workspace, before: &str, after: &str) -> (i32, String) {
    let output = workspace.run(&["--lang", "en", "diff", "--exit-code", before, after]);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code().unwrap(), said)
}

/// The row of a table that is about sessions.
fn row(table: &str) -> &str {
    table.lines().find(|line| line.starts_with("理论学习中心组学习")).unwrap()
}

fn words_of(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

#[test]
fn two_runs_differ_in_what_was_changed_between_them() {
    let workspace = Workspace::new();
    workspace.batch("2");
    copy(&workspace.path("out"), &workspace.path("kept"));
    let same = diff(&workspace, "kept/ideology/2023Q2", "out/ideology/2023Q2");
    assert_eq!(same, (0, "7 units, 0 differ.\n".to_owned()));
    workspace.replace(DATA, "sessions_total = 0", "sessions_total = 10");
    workspace.batch("2");
    for after in ["out/ideology/2023Q2", "out/ideology/2023Q2/manifest.jsonl", "2023Q2"] {
        let (exit, said) = diff(&workspace, "kept/ideology/2023Q2", after);
        assert_eq!(exit, 1, "{said}");
        let (figures, words) =
            said.split_once("\n青禾镇\n  - （一）").unwrap_or_else(|| panic!("{after}: {said}"));
        let (sums, unit) = figures.split_once("\n青禾镇\ncount").unwrap_or_else(|| panic!("{after}: {said}"));
        assert!(sums.starts_with("Sums (the 7 units on both sides)\ncount"), "{said}");
        assert_eq!(words_of(row(unit)), ["理论学习中心组学习", "0次", "10次", "+10", "–"], "{said}");
        assert_eq!(words_of(row(sums))[3], "+10", "{said}");
        assert!(!words.contains("count"), "words come after all figures: {said}");
        assert!(said.contains("组织理论学习中心组学习10次"), "{said}");
        assert!(said.ends_with("7 units, 1 differs.\n"), "{said}");
    }
}

#[test]
fn a_record_that_was_edited_or_is_of_another_version_is_not_believed_in_silence() {
    let workspace = Workspace::new();
    workspace.batch("2");
    copy(&workspace.path("out"), &workspace.path("kept"));
    let record = "kept/ideology/2023Q2/manifest.jsonl";
    let whole = workspace.read(record);
    let line = whole.lines().find(|line| line.contains("\"unit\":\"yunxi\"")).unwrap();
    let edited = line.replacen("\"value\":\"3\"", "\"value\":\"5\"", 1);
    assert_ne!(line, edited);
    let places = ["kept/ideology/2023Q2", "out/ideology/2023Q2"];
    workspace.write(record, &whole.replace(line, &edited));
    let (exit, said) = diff(&workspace, places[0], places[1]);
    assert!(
        exit == 1 && said.contains("R007") && said.contains("edited since it was written: 云溪镇"),
        "{said}"
    );
    let output = workspace.run(&["diff", places[0], places[1], "--json"]);
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(listing["items"][0]["code"], "R007", "{listing}");
    let output = workspace.run(&["diff", "nowhere", places[1], "--json"]);
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &listing["items"][0]["code"]), (Some(2), &"W001".into()), "{listing}");
    workspace.write(record, &whole.replacen("\"version\":3", "\"version\":2", 1));
    let (_, said) = diff(&workspace, places[0], places[1]);
    assert!(said.contains("R007") && said.contains("an earlier version"), "{said}");
}

#[test]
fn whoever_is_made_for_a_comparison_of_periods_is_named() {
    let workspace = Workspace::new();
    let (_, said) = diff(&workspace, "2023Q2", "2023Q2");
    assert!(said.contains("No unit is as a batch recorded it; 7 were made for this: "), "{said}");
    workspace.batch("2");
    let (exit, said) = diff(&workspace, "2023Q2", "2023Q2");
    assert_eq!((exit, said.as_str()), (0, "7 units, 0 differ.\n"));
}

#[test]
fn periods_differ_and_a_unit_may_be_new_gone_or_not_made() {
    let workspace = Workspace::new();
    for unit in ["qinghe", "liulin", "special"] {
        let text = workspace.read(&format!("data/2023Q2/{unit}.toml"));
        workspace.write(&format!("data/2023Q1/{unit}.toml"), &text);
    }
    std::fs::remove_file(workspace.path("data/2023Q2/special.toml")).unwrap();
    workspace.replace(DATA, "sessions_total = 0", "sessions_total = \"many\"");
    let output = workspace.run(&["diff", "2023Q1", "2023Q2", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let unit =
        |id: &str| said["differing"].as_array().unwrap().iter().find(|unit| unit["unit"] == id).unwrap();
    // Both are listed, and gave nothing once.
    let seen = |id: &str| [unit(id)["presence"].clone(), unit(id)["absence"].clone()];
    assert_eq!(seen("special"), ["gone", "unfiled"]);
    assert_eq!(seen("yunxi"), ["new", "unfiled"]);
    assert_eq!(unit("qinghe")["unmade"], serde_json::json!({ "before": false, "after": true }));
    let codes: Vec<_> = said["items"].as_array().unwrap().iter().map(|item| &item["code"]).collect();
    assert!(codes.contains(&&"D022".into()), "who gave nothing is told: {said}");
    let item = said["items"].as_array().unwrap().iter().find(|item| item["code"] == "U002").unwrap();
    assert_eq!(item["unit"], "青禾镇", "{said}");
    let (_, told) = diff(&workspace, "2023Q1", "2023Q2");
    assert!(told.contains("could not be made (U002)") && told.contains("error[U002]"), "{told}");
    let words = &unit("liulin")["words"];
    assert!(words["before"][0].as_str().unwrap().contains("第一季度"), "{words}");
    assert!(words["after"][0].as_str().unwrap().contains("第二季度"), "{words}");
}

#[test]
fn a_period_that_was_filed_has_figures_without_its_data() {
    let workspace = Workspace::new();
    let (exit, said) = diff(&workspace, "2023Q1", "2023Q2");
    assert!(exit == 2 && said.contains("W010"), "{said}");
    let closed = workspace.run(&["close", "2023Q2"]);
    assert_eq!(closed.status.code(), Some(0), "{}", String::from_utf8_lossy(&closed.stderr));
    let data = workspace.path("data/2023Q2");
    std::fs::rename(&data, workspace.path("data/2023Q3")).unwrap();
    workspace.replace("data/2023Q3/qinghe.toml", "sessions_total = 0", "sessions_total = 10");
    let (exit, said) = diff(&workspace, "2023Q2", "2023Q3");
    assert_eq!(exit, 1, "{said}");
    let unit = said.split("\n青禾镇\n").nth(1).unwrap();
    assert_eq!(words_of(row(unit)), ["理论学习中心组学习", "0次", "10次", "+10", "–"], "{said}");
    assert!(!said.contains("- （一）"), "what was filed has no words: {said}");
    let (exit, said) = diff(&workspace, "nowhere", "2023Q3");
    assert!(exit == 2 && said.contains("W001"), "{said}");
}

#[test]
fn a_closed_period_is_compared_as_it_was_filed_and_later_changes_of_its_data_are_told() {
    let workspace = Workspace::new();
    let closed = workspace.run(&["close", "2023Q2"]);
    assert_eq!(closed.status.code(), Some(0), "{}", String::from_utf8_lossy(&closed.stderr));
    copy(&workspace.path("data/2023Q2"), &workspace.path("data/2023Q3"));
    workspace.replace("data/2023Q3/qinghe.toml", "sessions_total = 0", "sessions_total = 3");
    let (_, same) = diff(&workspace, "2023Q2", "2023Q3");
    assert!(!same.contains("H003"), "what is as it was filed is not told: {same}");
    // Since it was closed one unit's number was changed, one unit came and one went.
    workspace.replace(DATA, "sessions_total = 0", "sessions_total = 10");
    let late = workspace.read("data/2023Q2/liulin.toml").replace("柳林", "晚报");
    workspace.write("data/2023Q2/late.toml", &late);
    std::fs::remove_file(workspace.path("data/2023Q2/shiqiao.toml")).unwrap();
    let (exit, said) = diff(&workspace, "2023Q2", "2023Q3");
    assert_eq!(exit, 1, "{said}");
    let unit = said.split("\n青禾镇\n").nth(1).unwrap();
    assert_eq!(words_of(row(unit)), ["理论学习中心组学习", "0次", "3次", "+3", "–"], "{said}");
    assert!(
        said.contains("[H003]: 2023Q2 is closed") && said.contains("青禾镇 theory-study/sessions 0次→10次"),
        "{said}"
    );
    assert!(!said.contains("- （一）组织理论学习中心组学习10次"), "{said}");
    assert!(
        said.starts_with("Sums (the 7 units on both sides)"),
        "who came or went is no part of it: {said}"
    );
    let output = workspace.run(&["--lang", "en", "diff", "2023Q2", "2023Q2", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(said["items"].as_array().unwrap().iter().any(|item| item["code"] == "H003"), "{said}");
    assert_eq!(said["differing"].as_array().map(Vec::len), Some(0), "the same record on both sides: {said}");
}

#[test]
fn a_record_without_its_files_still_knows_that_words_differ() {
    let workspace = Workspace::new();
    workspace.batch("2");
    copy(&workspace.path("out/ideology/2023Q2/manifest.jsonl"), &workspace.path("kept/manifest.jsonl"));
    assert_eq!(diff(&workspace, "kept", "2023Q2").0, 0);
    workspace.replace("plugins/propaganda/sections/plan.hbs", "改进宣传方式", "进一步改进宣传方式");
    workspace.batch("2");
    let (exit, said) = diff(&workspace, "kept", "out/ideology/2023Q2");
    assert!(exit == 1 && said.contains("the words differ"), "other files are not taken for its own: {said}");
    for file in std::fs::read_dir(workspace.path("out/ideology/2023Q2")).unwrap().map(Result::unwrap) {
        if file.file_name() != "manifest.jsonl" {
            std::fs::remove_file(file.path()).unwrap();
        }
    }
    let (exit, said) = diff(&workspace, "kept", "out/ideology/2023Q2");
    assert!(exit == 1 && said.contains("the words differ; the files of one side are gone"), "{said}");
}

#[test]
fn that_two_periods_differ_is_no_fault_and_their_sums_come_first() {
    let workspace = Workspace::new();
    for unit in ["qinghe", "liulin"] {
        let text = workspace.read(&format!("data/2023Q2/{unit}.toml"));
        workspace.write(&format!("data/2023Q1/{unit}.toml"), &text);
    }
    workspace.replace("data/2023Q1/qinghe.toml", "sessions_total = 0", "sessions_total = 4");
    let output = workspace.run(&["--lang", "zh", "diff", "2023Q1", "2023Q2"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.starts_with("合计（两方都有的 2 个单位）\n数据项"), "{said}");
    let output = workspace.run(&["diff", "2023Q1", "2023Q2", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(said["sums"]["units"], 2);
    let mut sessions = said["sums"]["figures"].as_array().unwrap().iter();
    let sessions = sessions.find(|figure| figure["count"] == "theory-study/sessions").unwrap();
    let [before, after] = ["before", "after"].map(|key| {
        let shown = sessions[key].as_str().unwrap();
        shown.trim_end_matches('次').parse::<i64>().unwrap()
    });
    assert_eq!((before - after, sessions["difference"].as_str()), (4, Some("-4")), "{sessions}");
    // Scripts may ask.
    assert_eq!(diff(&workspace, "2023Q1", "2023Q2").0, 1);
    assert_eq!(diff(&workspace, "2023Q2", "2023Q2").0, 0);
}

#[test]
fn a_whole_is_not_compared_with_one_of_its_parts() {
    let workspace = Workspace::new();
    workspace.write("data/2023Q1/liulin.toml", &workspace.read("data/2023Q2/liulin.toml"));
    for unit in ["liulin", "qinghe"] {
        std::fs::remove_file(workspace.path(&format!("data/2023Q2/{unit}.toml"))).unwrap();
    }
    let declared = workspace.read("workspace.toml");
    workspace
        .write("workspace.toml", &format!("{declared}\n[units.was]\nyunxi = [\"liulin\", \"qinghe\"]\n"));
    let output = workspace.run(&["diff", "2023Q1", "2023Q2", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let unit = said["differing"].as_array().unwrap().iter().find(|unit| unit["unit"] == "yunxi").unwrap();
    assert_eq!((&unit["was"], &unit["presence"]), (&"柳林街道".into(), &"both".into()), "{unit}");
    assert_eq!(unit["figures"], serde_json::json!([]), "one of the two gave nothing: {unit}");
    assert_eq!(said["sums"]["units"], 0, "{}", said["sums"]);
    // With both parts it is compared.
    workspace
        .write("data/2023Q1/qinghe.toml", &workspace.read("data/2023Q1/liulin.toml").replace("柳林", "青禾"));
    let output = workspace.run(&["diff", "2023Q1", "2023Q2", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(said["sums"]["units"], 1, "{}", said["sums"]);
}

#[test]
fn data_of_a_closed_period_that_were_changed_are_told_by_every_command() {
    let workspace = Workspace::new();
    let run = |arguments: &[&str]| {
        let output = workspace.run(&[&["--lang", "zh"], arguments].concat());
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    assert!(run(&["close", "2023Q2"]).contains("2023Q2 已结账：单位 7 个，存入"));
    for command in ["check", "batch", "rollup"] {
        assert!(!run(&[command]).contains("H003"), "{command}");
    }
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "sessions_total = 10");
    std::fs::remove_file(workspace.path("data/2023Q2/shiqiao.toml")).unwrap();
    // Once more, of units that stand as they are.
    for command in ["check", "batch", "batch", "rollup"] {
        let said = run(&[command]);
        assert_eq!(said.matches("[H003]").count(), 1, "{command}: {said}");
        assert!(
            said.contains("青禾镇 theory-study/sessions 0次→10次") && said.contains("石桥镇 "),
            "{command}: {said}"
        );
    }
    let said = run(&["close", "--partial", "--amend", "2023Q2"]);
    assert!(said.contains("单位 6 个，未报 1 个，存入") && !said.contains("H003"), "{said}");
    assert!(!run(&["check"]).contains("H003"));
}
