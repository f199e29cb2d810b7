//! Whole runs: expected Markdown for every example unit, the packages part by part, and faults with their places.
//!
//! `cargo xtask test` builds the program first; `HUIBIAN_BLESS=1` rewrites the expected files.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The program, beside this test's own folder in the target folder.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap();
    folder.join(format!("huibian{}", std::env::consts::EXE_SUFFIX))
}

/// A copy of the repository's workspace in a folder of its own.
struct Workspace(tempfile::TempDir);

impl Workspace {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for part in ["workspace.toml", "data", "templates", "plugins"] {
            copy(&root().join(part), &folder.path().join(part));
        }
        Self(folder)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(program()).current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    /// Runs `check` and returns its exit code and what it said.
    fn check(&self, lang: &str) -> (i32, String) {
        let output = self.run(&["--lang", lang, "check"]);
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), said.replace(&self.0.path().to_string_lossy().into_owned(), ""))
    }

    fn batch(&self, jobs: &str) -> i32 {
        self.run(&["--lang", "en", "batch", "--jobs", jobs]).status.code().unwrap()
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let folder = self.path("out/ideology/2023Q2");
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        files.sort();
        files
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

#[test]
fn every_example_unit_has_its_report() {
    let workspace = Workspace::new();
    assert_eq!(workspace.batch("2"), 0);
    let expected = root().join("tests/expected");
    let mut compared = 0;
    for (name, bytes) in workspace.files() {
        if name.ends_with(".md") || name.ends_with(".jsonl") {
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

/// A manifest without what depends on the deflate library's version: sizes and hashes.
fn without_hashes(text: &str) -> String {
    let mut parts = text.split(",\"bytes\":");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find('}').expect("an artifact ends");
        kept.push_str(&part[end..]);
    }
    kept
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
    for name in ["公文标题", "公文正文", "公文一级标题", "公文二级标题", "公文数据"] {
        assert!(styles.contains(&format!(r#"<w:name w:val="{name}"/>"#)), "{name}");
    }
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
        Command::new(program()).current_dir(folder).args(arguments).output().unwrap().status.code()
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
        manifest.contains(r#""code":"U002""#) && manifest.contains("data/2023Q2/liulin.toml:6:18"),
        "{manifest}"
    );
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
            w.replace("workspace.toml", "\"propaganda\"", "\"propagand\"")
        }),
        ("W006", "workspace.toml:4:10", 2, |w| {
            w.replace("workspace.toml", "period = \"2023Q2\"", "period = \"2023Q7\"")
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
