//! A second run makes only what has changed: a unit's data, wording, a plugin, or a file that somebody touched.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use huibian_tests::{Workspace, copy};

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

/// What a command said, which must have ended well.
fn said(workspace: &Workspace, arguments: &[&str]) -> String {
    let output = workspace.run(&[&["--lang", "zh"], arguments].concat());
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    said
}

/// The files of a roll-up, and how many units were made for it and how many were not.
fn rolled_up(workspace: &Workspace) -> (Vec<(String, Vec<u8>)>, [u64; 2]) {
    let folder = workspace.path(OUT).join("rollup");
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    let record = files.iter().position(|(name, _)| name == "manifest.jsonl").unwrap();
    let record = String::from_utf8(files.remove(record).1).unwrap();
    let (head, rest) = record.split_once('\n').unwrap();
    let head: serde_json::Value = serde_json::from_str(head).unwrap();
    files.push(("record".to_owned(), rest.as_bytes().to_vec()));
    (files, ["made", "kept"].map(|key| head[key].as_u64().unwrap()))
}

#[test]
fn a_rollup_after_a_batch_makes_no_unit_and_gives_what_it_gave_without() {
    let workspace = Workspace::new();
    workspace.batch("2");
    let record = workspace.path(OUT).join("manifest.jsonl");
    let kept = fs::read(&record).unwrap();
    fs::remove_file(&record).unwrap();
    let told = said(&workspace, &["rollup"]);
    assert!(!told.contains("上次 batch"), "{told}");
    let (afresh, counts) = rolled_up(&workspace);
    assert_eq!(counts, [7, 0]);
    fs::write(&record, kept).unwrap();
    let told = said(&workspace, &["rollup"]);
    assert!(told.contains("7 个单位都按上次 batch 的记录，没有重新生成"), "{told}");
    assert_eq!(rolled_up(&workspace), (afresh, [0, 7]));
    // Files may be gone: figures are what is asked for.
    fs::remove_file(workspace.path(OUT).join("云溪镇.docx")).unwrap();
    said(&workspace, &["rollup"]);
    assert_eq!(rolled_up(&workspace).1, [0, 7]);
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "sessions_total = 10");
    let told = said(&workspace, &["rollup"]);
    assert!(told.contains("6 个单位按上次 batch 的记录；重新生成 1 个：青禾镇。"), "{told}");
    assert_eq!(rolled_up(&workspace).1, [1, 6]);
}

#[test]
fn a_close_after_a_batch_makes_no_unit_and_files_what_it_filed_without() {
    let (alone, after) = (Workspace::new(), Workspace::new());
    let told = said(&alone, &["close", "2023Q2"]);
    assert!(!told.contains("上次 batch"), "{told}");
    after.batch("2");
    let told = said(&after, &["close", "2023Q2"]);
    assert!(told.contains("7 个单位都按上次 batch 的记录，没有重新生成"), "{told}");
    let filed = |workspace: &Workspace| workspace.read("history/ideology/2023Q2.jsonl");
    assert_eq!(filed(&after), filed(&alone));
    // What is filed of this period is not what this period's reports are made from.
    assert_eq!(written(&after, &[]).0, Vec::<String>::new());
    assert!(said(&after, &["rollup"]).contains("7 个单位都按上次 batch 的记录"));
}

#[test]
fn a_period_whose_date_was_told_is_built_upon_like_any_other() {
    for period in ["2023Q1", "2023Q3", "2022H2"] {
        let workspace = Workspace::new();
        copy(&workspace.path("data/2023Q2"), &workspace.path(&format!("data/{period}")));
        let said = |arguments: &[&str]| {
            let arguments = [&["--lang", "zh", "--period", period], arguments].concat();
            String::from_utf8(workspace.run(&arguments).stdout).unwrap()
        };
        let first = workspace.run(&["--period", period, "batch"]);
        let first = String::from_utf8([first.stdout, first.stderr].concat()).unwrap();
        assert!(first.contains("W016"), "no run yet: {first}");
        for command in [&["close", period][..], &["rollup"]] {
            let told = said(command);
            assert!(told.contains("7 个单位都按上次 batch 的记录，没有重新生成"), "{period}: {told}");
        }
        let again = said(&["batch"]);
        assert!(again.contains("自上次运行以来没有任何改动"), "{again}");
        // Of another date no line holds, and that is said.
        let told = said(&["rollup", "--date", "2023-10-08"]);
        assert!(told.contains("没有单位与 batch 的记录一致"), "{told}");
    }
}

#[test]
fn a_record_of_before_is_not_built_upon_and_that_is_said() {
    let workspace = Workspace::new();
    workspace.batch("2");
    let record = format!("{OUT}/manifest.jsonl");
    let old = workspace.read(&record).replacen("{\"version\":3,", "{", 1);
    for command in [&["batch"][..], &["rollup"], &["close", "2023Q2"]] {
        workspace.write(&record, &old);
        let told = said(&workspace, command);
        assert!(told.contains("[R005]") && told.contains("由较早版本的 huibian 写成"), "{command:?}: {told}");
    }
    workspace.write(&record, &old);
    assert_eq!(written(&workspace, &[]).0.len(), 15);
    assert!(said(&workspace, &["plugin", "why", "propaganda"]).contains('7'));
}

#[test]
fn a_strict_run_places_all_or_nothing() {
    let workspace = Workspace::new();
    let plain = Workspace::new();
    assert_eq!(plain.batch("2"), 0);
    said(&workspace, &["batch", "--strict"]);
    assert_eq!(workspace.files(), plain.files());
    let count = || fs::read_dir(workspace.path("")).unwrap().count();
    let before = count();
    workspace.replace("data/2023Q2/liulin.toml", "sessions_total = 4", "sessions_total = \"4\"");
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "sessions_total = 10");
    let output = workspace.run(&["--lang", "zh", "batch", "--strict"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("按 --strict 未生成任何文件"));
    assert_eq!(workspace.files(), plain.files(), "青禾镇 was made, and is not placed");
    assert_eq!(count(), before, "nothing is left beside");
}

/// How often each file of a folder is opened while something is done, by name.
#[cfg(target_os = "linux")]
fn opened(folder: &std::path::Path, done: impl FnOnce()) -> BTreeMap<String, usize> {
    use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};

    let watcher = init(CreateFlags::NONBLOCK).unwrap();
    add_watch(&watcher, folder, WatchFlags::OPEN).unwrap();
    done();
    let mut buffer = vec![std::mem::MaybeUninit::uninit(); 64 * 1024];
    let (mut reader, mut opened) = (Reader::new(watcher, &mut buffer), BTreeMap::new());
    while let Ok(event) = reader.next() {
        if let Some(name) = event.file_name() {
            *opened.entry(name.to_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    opened
}

#[cfg(target_os = "linux")]
#[test]
fn each_data_file_is_read_once_a_run() {
    let workspace = Workspace::new();
    let data = workspace.path("data/2023Q2");
    let once: BTreeMap<String, usize> = fs::read_dir(&data)
        .unwrap()
        .map(|entry| (entry.unwrap().file_name().into_string().unwrap(), 1))
        .filter(|(name, _)| name.ends_with("toml"))
        .collect();
    assert_eq!(once.len(), 7);
    for command in [
        &["batch"][..],
        &["batch"],
        &["batch", "--force", "--strict"],
        &["check"],
        &["rollup"],
        &["close", "2023Q2"],
    ] {
        let opened = opened(&data, || drop(said(&workspace, command)));
        assert_eq!(opened, once, "{command:?}");
    }
    // Of one that has changed all are compared again, and still read once.
    workspace.replace("data/2023Q2/yunxi.toml", "name = \"云溪镇\"", "name = \"云溪镇\" # 注");
    assert_eq!(opened(&data, || drop(said(&workspace, &["batch"]))), once);
    let twice: BTreeMap<String, usize> = once.into_keys().map(|name| (name, 2)).collect();
    let compare = || drop(said(&workspace, &["diff", "2023Q2", "2023Q2"]));
    assert_eq!(opened(&data, compare), twice, "once a side");
    workspace.replace("data/2023Q2/yunxi.toml", " # 注", " # 又注");
    assert_eq!(opened(&data, compare), twice, "of which all are compared again");
}
