//! Whole runs: expected Markdown for every example unit, the packages part by part, and faults with their places.
//!
//! `cargo xtask test` builds the program first; `HUIBIAN_BLESS=1` rewrites the expected files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::case_sensitive_file_extension_comparisons)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use huibian_tests::{Workspace, copy, program, root, without, without_inputs};

#[test]
fn every_example_unit_has_its_report() {
    let workspace = Workspace::new();
    assert_eq!(workspace.batch("2"), 0);
    let expected = root().join("tests/expected");
    let mut compared = 0;
    for (name, bytes) in workspace.files() {
        if [".md", ".jsonl"].iter().any(|end| name.ends_with(end)) {
            let path = expected.join(name.replace("A&B＊＜试点＞_[园区]管委会", "special"));
            let text = String::from_utf8(bytes).unwrap();
            if name.ends_with(".md") {
                assert!(!text.contains("{{") && !text.contains("object"), "{name}");
            }
            let text = if name.ends_with(".jsonl") { without_hashes(&text) } else { text };
            if std::env::var_os("HUIBIAN_BLESS").is_some() {
                fs::write(&path, &text).unwrap();
            }
            assert_eq!(text, fs::read_to_string(&path).unwrap_or_default(), "{name}");
            compared += 1;
        }
    }
    assert_eq!(compared, 8, "seven units and the manifest");
}

/// A manifest without what depends on the machine and on the deflate library's version: sizes and hashes.
fn without_hashes(text: &str) -> String {
    without(&without_inputs(text.as_bytes()), ",\"bytes\":", "}")
}

#[test]
fn runs_are_byte_identical_and_one_thread_equals_many() {
    let (one, many) = (Workspace::new(), Workspace::new());
    assert_eq!((one.batch("1"), many.batch("4")), (0, 0));
    let first = one.files();
    assert_eq!(first, many.files());
    assert_eq!(one.batch("2"), 0);
    assert_eq!(first, one.files());
}

#[test]
fn a_document_is_a_package_with_styles_headings_and_traceable_figures() {
    let workspace = Workspace::new();
    assert_eq!(workspace.batch("1"), 0);
    let file = fs::File::open(workspace.path("out/ideology/2023Q2/云溪镇.docx")).unwrap();
    let mut package = zip::ZipArchive::new(file).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let document = part("word/document.xml");
    assert!(document.contains(r#"w:name="theory_study_sessions"/>"#));
    assert!(document.contains(r#"<w:pStyle w:val="HbHeading1"/>"#));
    assert!(document.contains(r#"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588""#));
    let styles = part("word/styles.xml");
    for name in ["Title", "公文正文", "heading 1", "heading 2", "公文数据"] {
        assert!(styles.contains(&format!(r#"<w:name w:val="{name}"/>"#)), "{name}");
    }
    assert!(styles.contains(r#"<w:name w:val="heading 1"/><w:aliases w:val="公文一级标题"/>"#));
    assert!(styles.contains(r#"<w:outlineLvl w:val="0"/>"#));
    assert!(!styles.contains("Theme"));
    assert!(part("word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    assert!(part("docProps/core.xml").contains("2023-07-05T00:00:00Z"));
}

#[test]
fn a_section_of_a_plugin_can_be_worded_by_the_workspace() {
    let workspace = Workspace::new();
    fs::create_dir_all(workspace.path("wording/propaganda")).unwrap();
    fs::write(workspace.path("wording/propaganda/plan.hbs"), "- 每月通报一次\n").unwrap();
    let output = workspace.run(&["--lang", "zh", "preview", "云溪镇"]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("二是每月通报一次；"));
}

#[test]
fn a_plugin_joins_by_its_folder_and_its_name_alone() {
    let workspace = Workspace::new();
    copy(&root().join("tests/plugins/flood-season"), &workspace.path("plugins/flood-season"));
    workspace.replace("workspace.toml", "\"online-opinion\"]", "\"online-opinion\", \"flood-season\"]");
    let data = fs::read_to_string(workspace.path("data/2023Q2/yunxi.toml")).unwrap();
    let data = data + "\n[flood-season]\npatrols_total = 12\nhazards_total = 0\n";
    fs::write(workspace.path("data/2023Q2/yunxi.toml"), data).unwrap();
    let output = workspace.run(&["--lang", "zh", "preview", "云溪镇"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("（五）扎实做好防汛工作。本季度组织巡堤查险12次，未发现险情。"), "{said}");
}

#[test]
fn a_new_workspace_runs_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let run = |folder: &Path, arguments: &[&str]| {
        Command::new(program("huibian")).current_dir(folder).args(arguments).output().unwrap().status.code()
    };
    assert_eq!(run(folder.path(), &["new", "x"]), Some(0));
    assert_eq!(run(&folder.path().join("x"), &["batch"]), Some(0));
    assert_eq!(run(folder.path(), &["new", "x"]), Some(2), "a folder that is not empty is left alone");
}

#[test]
fn one_bad_unit_leaves_the_others() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/liulin.toml", "sessions_total = 4", "sessions_total = \"4\"");
    assert_eq!(workspace.batch("2"), 1);
    let files = workspace.files();
    assert_eq!(files.iter().filter(|(name, _)| name.ends_with(".docx")).count(), 6);
    let (_, manifest) = files.iter().find(|(name, _)| name == "manifest.jsonl").unwrap();
    let manifest = String::from_utf8(manifest.clone()).unwrap();
    assert!(
        manifest.contains(r#""code":"U002""#)
            && manifest.contains(r#""path":"data/2023Q2/liulin.toml","line":6,"column":18"#),
        "{manifest}"
    );
}

#[test]
fn what_is_wrong_stands_in_the_table_of_check() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/liulin.toml", "sessions_total = 4", "sessions_total = \"4\"");
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "sessions_total = -1");
    workspace.replace("workspace.toml", "[units]", "[units]\nknown = [\"白塔镇\"]");
    let run = |arguments: &[&str]| {
        let output = workspace.run(&[&["--lang", "zh", "batch"], arguments].concat());
        assert_eq!(output.status.code(), Some(1));
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let table = |said: &str| said.split_once("\n\n").unwrap().0.to_owned();
    let checked = String::from_utf8(workspace.run(&["--lang", "zh", "check"]).stdout).unwrap();
    let (said, told) = run(&["--isolation", "none"]);
    assert_eq!(table(&said), table(&checked), "the table of check");
    for part in ["白塔镇", "柳林街道", "sessions_total", "qinghe.toml:5:18"] {
        assert_eq!(table(&said).matches(part).count().min(1), 1, "{part}: {said}");
    }
    assert!(said.contains("以上是查出的 3 个问题或提醒"), "{said}");
    assert_eq!(told.matches("错误[U002]").count(), 1, "with its line, once: {told}");
    assert!(!told.contains("白塔镇"), "{told}");
    // The others stand; what failed is gone through again.
    let (again, _) = run(&["--isolation", "none"]);
    assert_eq!(table(&again), table(&said));
    let quiet = run(&["--quiet"]);
    assert!(!quiet.0.contains("以上是"), "{}", quiet.0);
}

#[test]
fn units_that_stand_are_not_gone_through_again() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/hekou.toml", "date = 2023-04-07", "date = 2023-01-07");
    let run = || String::from_utf8(workspace.run(&["--lang", "zh", "batch"]).stdout).unwrap();
    let (first, second) = (run(), run());
    assert!(first.contains("以上是查出的 1 个") && first.contains("hekou.toml"), "{first}");
    // What was found of them is still so.
    assert!(second.contains("以上是查出的 1 个") && second.contains("没有任何改动"), "{second}");
}

#[test]
fn files_of_an_earlier_run_are_not_taken_for_those_of_a_failed_unit() {
    let workspace = Workspace::new();
    assert_eq!(workspace.batch("1"), 0);
    workspace.replace("data/2023Q2/yunxi.toml", "name = ", "nmae = ");
    let output = workspace.run(&["--lang", "en", "batch"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    // The name is what is wrong, so the file of the old name is no longer this unit's.
    assert!(!said.contains("from an earlier run"), "{said}");
    workspace.replace("data/2023Q2/yunxi.toml", "nmae = ", "name = ");
    workspace.replace("data/2023Q2/yunxi.toml", "[propaganda]", "[propaganda]\nunheard_of = 1");
    let output = workspace.run(&["--lang", "en", "batch"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("云溪镇.docx is from an earlier run"), "{said}");
    let record = workspace.read("out/ideology/2023Q2/manifest.jsonl");
    assert!(record.contains(r#""outdated":["out/ideology/2023Q2/云溪镇.docx""#), "{record}");
}

#[cfg(unix)]
#[test]
fn a_run_goes_on_when_nobody_hears_it() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/yunxi.toml", "[propaganda]", "[propaganda]\nunheard_of = 1");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = workspace.huibian(&["batch"]).stderr(writer).status().unwrap();
    assert_eq!(status.code(), Some(1));
    assert_eq!(workspace.read("out/ideology/2023Q2/manifest.jsonl").lines().count(), 8);
}

#[test]
fn a_failed_check_is_a_finding_and_exit_code_1() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/special.toml", "handled_total = 6", "handled_total = 9");
    let output = workspace.run(&["--lang", "zh", "preview", "special"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("应急处置9条，多于不良导向信息7条，请核对台账。"), "{said}");
}

#[test]
fn check_finds_faults_with_their_places_in_both_languages() {
    type Plant = fn(&Workspace);
    let cases: [(&str, &str, i32, Plant); 7] = [
        ("W003", "workspace.toml:7:1", 2, |w| w.replace("workspace.toml", "plugins = [", "plugin = [")),
        ("P001", "workspace.toml:8:11", 2, |w| {
            w.replace("workspace.toml", "\"propaganda\"", "\"propagand\"");
        }),
        ("W006", "workspace.toml:4:10", 2, |w| {
            w.replace("workspace.toml", "period = \"2023Q2\"", "period = \"2023Q7\"");
        }),
        ("T002", "sections/plan.hbs:1:7", 2, |w| {
            w.replace("plugins/propaganda/sections/plan.hbs", "#if facts.plan", "#if facts.plann");
        }),
        ("U002", "qinghe.toml:5:18", 1, |w| {
            w.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "sessions_total = \"0\"");
        }),
        ("U001", "shiqiao.toml", 1, |w| {
            w.replace("data/2023Q2/shiqiao.toml", "name =", "id = \"rare\"\nname =");
        }),
        ("U006", "rare.toml:2:8", 1, |w| w.replace("data/2023Q2/rare.toml", "珺", "\\u0007")),
    ];
    for (code, place, exit, plant) in cases {
        let workspace = Workspace::new();
        plant(&workspace);
        for (lang, word) in [("zh", "错误"), ("en", "error")] {
            let (status, said) = workspace.check(lang);
            assert!(said.contains(&format!("{word}[{code}]")), "{code} in {lang}: {said}");
            assert!(said.contains(place) || code == "W003", "{code} in {lang}: {said}");
            assert_eq!(status, exit, "{code}: {said}");
        }
    }
}

#[test]
fn a_thousand_units_and_one_bad_one() {
    let workspace = Workspace::new();
    let unit = workspace.read("data/2023Q2/liulin.toml");
    fs::remove_dir_all(workspace.path("data/2023Q2")).unwrap();
    for number in 0..1000 {
        let unit = unit.replace("柳林街道", &format!("某某街道{number}"));
        let unit =
            if number == 417 { unit.replace("articles_total = 12", "articles_total = \"12\"") } else { unit };
        workspace.write(&format!("data/2023Q2/unit-{number:04}.toml"), &unit);
    }
    let output = workspace.run(&["--lang", "en", "batch", "--format", "docx"]);
    assert_eq!(output.status.code(), Some(1));
    let files = workspace.files();
    assert_eq!(files.iter().filter(|(name, _)| name.ends_with(".docx")).count(), 999);
    let (_, manifest) = files.iter().find(|(name, _)| name == "manifest.jsonl").unwrap();
    let manifest = String::from_utf8(manifest.clone()).unwrap();
    let failed: Vec<&str> = manifest.lines().filter(|line| line.contains("\"failed\"")).collect();
    assert_eq!(
        (manifest.lines().count(), failed.len()),
        (1002, 1),
        "a line for the run, one a unit, one for all"
    );
    let last = manifest.lines().last().unwrap();
    assert!(last.contains("\"D022\"") && !last.contains("\"unit\":\"unit"), "who gave no data: {last}");
    for part in ["unit-0417", "U002", r#""path":"data/2023Q2/unit-0417.toml","line":11,"column":18"#] {
        assert!(failed[0].contains(part), "{part}: {}", failed[0]);
    }
}

/// Ctrl-C: what is being written is finished, the rest is recorded as not done, nothing is half-written.
#[cfg(unix)]
#[test]
fn an_interrupt_leaves_whole_files_and_a_whole_record() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    const UNITS: usize = 3000;
    let workspace = Workspace::new();
    let unit = workspace.read("data/2023Q2/liulin.toml");
    fs::remove_dir_all(workspace.path("data/2023Q2")).unwrap();
    for number in 0..UNITS {
        let unit = unit.replace("柳林街道", &format!("某某街道{number}"));
        workspace.write(&format!("data/2023Q2/unit-{number:04}.toml"), &unit);
    }
    let mut batch = workspace
        .huibian(&["--lang", "en", "batch"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(batch.stderr.take().unwrap()).lines();
    lines.find(|line| line.as_ref().unwrap().starts_with("[20/")).expect("progress, a line a unit").unwrap();
    let killed = Command::new("kill").args(["-INT", &batch.id().to_string()]).status().unwrap();
    assert!(killed.success());
    lines.for_each(drop);
    assert_eq!(batch.wait().unwrap().code(), Some(1));
    let manifest = workspace.read("out/ideology/2023Q2/manifest.jsonl");
    let count = |status: &str| {
        manifest.lines().filter(|line| line.contains(&format!("\"status\":\"{status}\""))).count()
    };
    let (done, not_done) = (count("done"), count("not-done"));
    assert_eq!(done + not_done, UNITS);
    assert!(done >= 20 && not_done > 0, "{done} done, {not_done} not done");
    assert!(manifest.contains("\"code\":\"R001\""));
    let files = workspace.files();
    assert_eq!(
        files.len(),
        2 * done + 1,
        "docx and md of each unit that is done, the record, and nothing else"
    );
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".docx")) {
        let package = zip::ZipArchive::new(std::io::Cursor::new(bytes));
        assert!(package.is_ok(), "{name} is whole");
    }
}

#[test]
fn a_workspace_may_hold_several_reports() {
    let workspace = Workspace::new();
    let second = "\n[reports.brief]\ntitle = \"简报\"\ntemplate = \"templates/brief.hbs\"\n\
                  style = \"templates/styles/gbt9704.toml\"\nformats = [\"md\"]\n\n[units]";
    workspace.replace("workspace.toml", "\n[units]", second);
    let brief = workspace.read("templates/ideology.hbs").replace("工作分析报告", "工作简报");
    workspace.write("templates/brief.hbs", &brief);
    let output = workspace.run(&["--lang", "en", "batch"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("W008") && said.contains("ideology, brief"), "{said}");
    assert_eq!(workspace.run(&["batch", "--report", "brief"]).status.code(), Some(0));
    let text = workspace.read("out/brief/2023Q2/云溪镇.md");
    assert!(text.starts_with("# 云溪镇2023年第二季度意识形态工作简报\n"), "{text}");
}

#[test]
fn output_goes_where_it_is_told_and_never_outside() {
    let workspace = Workspace::new();
    let output = workspace.run(&["batch", "--output", "elsewhere", "--format", "txt"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(workspace.read("elsewhere/云溪镇.txt").starts_with("云溪镇2023年第二季度"));
    workspace.replace("workspace.toml", "pattern = \"out/", "pattern = \"../out/");
    let (code, said) = workspace.check("zh");
    assert_eq!(code, 2);
    assert!(said.contains("O002") && said.contains("workspace.toml:22:11"), "{said}");
}

#[test]
fn two_files_of_one_name_cost_their_units_alone() {
    let workspace = Workspace::new();
    workspace.write("data/2023Q2/twin.toml", &workspace.read("data/2023Q2/liulin.toml"));
    let output = workspace.run(&["--lang", "en", "batch"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(said.contains("O001") && said.contains("liulin") && said.contains("twin"), "{said}");
    let made = |name: &str| workspace.path(&format!("out/ideology/2023Q2/{name}.docx")).exists();
    assert!(made("云溪镇") && !made("柳林街道"), "{said}");
}

#[test]
fn a_distribution_runs_wherever_it_is_put() {
    let folder = tempfile::tempdir().unwrap();
    let (made, moved) = (folder.path().join("made"), folder.path().join("elsewhere/汇编"));
    let mut lay_out = Command::new(program("xtask"));
    lay_out.current_dir(root()).args(["dist", "--debug", "--to"]).arg(&made);
    let output = lay_out.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(&made, &moved).unwrap();
    let huibian = moved.join(format!("huibian{}", std::env::consts::EXE_SUFFIX));
    let run = |folder: &Path, arguments: &[&str]| {
        let output = Command::new(&huibian).current_dir(folder).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(folder.path(), &["new", "x"]);
    let workspace = folder.path().join("x");
    let plugins = run(&workspace, &["--lang", "en", "plugin", "list"]);
    assert!(plugins.contains("elsewhere/汇编/plugins/theory-study"), "its own plugins: {plugins}");
    run(&workspace, &["batch"]);
    assert!(workspace.join("out/ideology/2023Q2/云溪镇.docx").is_file());
}
