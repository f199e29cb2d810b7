//! A second run makes only what has changed: a unit's data, wording, a plugin, or a file that somebody touched.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use huibian_tests::Workspace;

const OUT: &str = "out/ideology/2023Q2";

/// When each file of the run was last written.
fn times(workspace: &Workspace) -> BTreeMap<String, SystemTime> {
    let entries = fs::read_dir(workspace.path(OUT)).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            (entry.file_name().into_string().unwrap(), entry.metadata().unwrap().modified().unwrap())
        })
        .collect()
}

/// Runs `batch` and returns the files that it wrote, and what it said.
fn written(workspace: &Workspace, arguments: &[&str]) -> (Vec<String>, String) {
    let before = times(workspace);
    let output = workspace.run(&[&["--lang", "en", "batch"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let after = times(workspace).into_iter().filter(|(name, time)| before.get(name) != Some(time));
    (after.map(|(name, _)| name).collect(), String::from_utf8(output.stdout).unwrap())
}

fn of_one_unit() -> Vec<String> {
    ["manifest.jsonl", "云溪镇.docx", "云溪镇.md"].map(str::to_owned).to_vec()
}

#[test]
fn nothing_changed_nothing_written() {
    let workspace = Workspace::new();
    workspace.batch("2");
    let first = workspace.files();
    let (files, said) = written(&workspace, &[]);
    assert_eq!(files, Vec::<String>::new());
    assert!(said.contains("no file was written"), "{said}");
    assert_eq!(written(&workspace, &["--force"]).0.len(), 15, "two files a unit and the record");
    assert_eq!(workspace.files(), first, "made anew, all is the same");
}

#[test]
fn one_changed_unit_is_one_made_anew() {
    let workspace = Workspace::new();
    workspace.batch("2");
    workspace.replace("data/2023Q2/yunxi.toml", "name = \"云溪镇\"", "name = \"云溪镇\" # 注");
    let (files, said) = written(&workspace, &[]);
    assert_eq!(files, of_one_unit());
    assert!(said.contains("6 of them have not changed"), "{said}");
    let anew = Workspace::new();
    anew.replace("data/2023Q2/yunxi.toml", "name = \"云溪镇\"", "name = \"云溪镇\" # 注");
    anew.batch("1");
    let texts = |workspace: &Workspace| -> Vec<_> {
        workspace.files().into_iter().filter(|(name, _)| name != "manifest.jsonl").collect()
    };
    assert_eq!(texts(&workspace), texts(&anew), "a part made anew and a whole made at once are the same");
}

#[test]
fn what_all_reports_share_makes_all_anew() {
    for (file, more) in [
        ("plugins/propaganda/sections/results.hbs", "{{! a remark }}"),
        ("plugins/propaganda/plugin.toml", "# a remark\n"),
        ("templates/ideology.hbs", "{{! a remark }}"),
        ("templates/styles/gbt9704.toml", "# a remark\n"),
        ("workspace.toml", "# a remark\n"),
    ] {
        let workspace = Workspace::new();
        workspace.batch("2");
        workspace.write(file, &(workspace.read(file) + more));
        assert_eq!(written(&workspace, &[]).0.len(), 15, "{file}");
    }
    let workspace = Workspace::new();
    workspace.batch("2");
    workspace.write("wording/propaganda/plan.hbs", &workspace.read("plugins/propaganda/sections/plan.hbs"));
    assert_eq!(written(&workspace, &[]).0.len(), 15);
}

#[test]
fn templates_and_styles_count_wherever_they_lie() {
    let workspace = Workspace::new();
    workspace.write("ours/report.hbs", &workspace.read("templates/ideology.hbs"));
    workspace.write("ours/style.toml", "inherits = \"gbt9704\"\n");
    workspace.replace("workspace.toml", "templates/ideology.hbs", "ours/report.hbs");
    workspace.replace("workspace.toml", "templates/styles/gbt9704.toml", "ours/style.toml");
    workspace.batch("2");
    assert_eq!(written(&workspace, &[]).0, Vec::<String>::new());
    for (file, more) in [("ours/report.hbs", "{{! a remark }}"), ("ours/style.toml", "run_in_end = \"：\"\n")]
    {
        workspace.write(file, &(workspace.read(file) + more));
        assert_eq!(written(&workspace, &[]).0.len(), 15, "{file}");
    }
}

#[test]
fn a_file_that_was_touched_or_is_gone_is_made_anew() {
    let workspace = Workspace::new();
    workspace.batch("2");
    let whole = workspace.files();
    fs::remove_file(workspace.path(OUT).join("云溪镇.md")).unwrap();
    assert_eq!(written(&workspace, &[]).0, of_one_unit());
    workspace.write(&format!("{OUT}/云溪镇.docx"), "a clerk's own");
    assert_eq!(written(&workspace, &[]).0, of_one_unit());
    assert_eq!(workspace.files(), whole);
    assert!(written(&workspace, &["--format", "txt"]).0.contains(&"云溪镇.txt".to_owned()));
}

#[test]
fn a_failed_check_fails_the_second_run_as_well() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/special.toml", "handled_total = 6", "handled_total = 96");
    let run = || {
        let output = workspace.run(&["--lang", "en", "batch"]);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (first, second) = (run(), run());
    assert_eq!((first.0, second.0), (Some(1), Some(1)));
    let remarks = |said: &str| {
        said.lines().filter(|line| !line.starts_with('[')).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(remarks(&first.1), remarks(&second.1));
}
