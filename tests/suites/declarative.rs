//! Plugins without code: dropped into a workspace they speak in every unit's report, their faults have places, and the
//! guide's own blocks are the ones that work.
//!
//! `HUIBIAN_BLESS=1` rewrites the expected file.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use huibian_tests::{Workspace, copy, program, root};

/// What each unit fills in.
const DATA: [(&str, &str); 7] = [
    (
        "yunxi",
        "inspections = [
  { date = 2023-04-11, enterprise = \"某某建材厂\", hazards = 3 },
  { date = 2023-05-16, enterprise = \"某某食品厂\" },
  { date = 2023-06-08, enterprise = \"某某加油站\", hazards = 2 },
]
rectified_total = 4
focus = [\"消防通道\", \"用电安全\"]
",
    ),
    ("shiqiao", "inspections_total = 64\nhazards_total = 187\nrectified_total = 184\n"),
    ("qinghe", "inspections_total = 5\nhazards_total = 0\nrectified_total = 0\n"),
    ("liulin", "inspections = []\nrectified_total = 0\n"),
    ("rare", "inspections_total = 9\nhazards_total = 4\nrectified_total = 0\n"),
    ("hekou", "inspections_total = 30\nhazards_total = 6\nrectified_total = 6\n"),
    ("special", "inspections_total = 12\nhazards_total = 3\nrectified_total = 3\n"),
];

/// A workspace of the example units with the plugin in it.
fn with_plugin() -> Workspace {
    let workspace = Workspace::new();
    copy(&root().join("tests/plugins/safety-production"), &workspace.path("plugins/safety-production"));
    workspace.replace("workspace.toml", "\"online-opinion\"]", "\"online-opinion\", \"safety-production\"]");
    for (unit, data) in DATA {
        let path = workspace.path(&format!("data/2023Q2/{unit}.toml"));
        append(&path, &format!("[safety-production]\n{data}"));
    }
    workspace
}

fn run(workspace: &Workspace, arguments: &[&str]) -> (i32, String, String) {
    said(workspace.run(arguments))
}

fn said(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn append(path: &Path, text: &str) {
    let old = fs::read_to_string(path).unwrap();
    fs::write(path, format!("{old}\n{text}")).unwrap();
}

#[test]
fn it_speaks_in_every_units_report() {
    let workspace = with_plugin();
    let (status, _, said) = run(&workspace, &["--lang", "en", "batch", "--format", "md"]);
    assert_eq!(status, 0, "{said}");
    let mut reports: Vec<_> = fs::read_dir(workspace.path("out/ideology/2023Q2"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    reports.sort();
    let mut found = String::new();
    for report in &reports {
        let text = fs::read_to_string(report).unwrap();
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| line.contains("严格落实安全生产") || line.contains("尚有安全隐患"))
            .collect();
        assert!(!lines.is_empty(), "{}", report.display());
        let unit = report.file_stem().unwrap().to_string_lossy();
        found.extend([&unit, "\n", &lines.join("\n"), "\n\n"]);
    }
    assert_eq!(reports.len(), DATA.len());
    let expected = root().join("tests/expected/declarative.txt");
    if std::env::var_os("HUIBIAN_BLESS").is_some() {
        fs::write(&expected, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(expected).unwrap_or_default());
    let manifest = fs::read_to_string(workspace.path("out/ideology/2023Q2/manifest.jsonl")).unwrap();
    assert!(manifest.contains("inspections#1-3") && manifest.contains("hazards_total"), "{manifest}");
}

#[test]
fn wrong_data_gives_the_finding() {
    let workspace = with_plugin();
    workspace.replace("data/2023Q2/shiqiao.toml", "rectified_total = 184", "rectified_total = 190");
    let (status, _, said) = run(&workspace, &["--lang", "zh", "preview", "shiqiao"]);
    assert_eq!(status, 1);
    assert!(said.contains("整改190处，多于隐患187处，请核对。"), "{said}");

    workspace.replace(
        "data/2023Q2/yunxi.toml",
        "rectified_total = 4",
        "rectified_total = 4\nhazards_total = 6",
    );
    let (status, out, said) = run(&workspace, &["--lang", "zh", "preview", "yunxi"]);
    assert_eq!(status, 0, "a warning");
    assert!(said.contains("隐患处数填报为6，检查台账合计为5处，已按台账计数。"), "{said}");
    assert!(out.contains("发现安全隐患5处"), "{out}");
}

#[test]
fn what_was_not_filled_in_is_named_before_the_run() {
    let workspace = with_plugin();
    workspace.replace("data/2023Q2/shiqiao.toml", "inspections_total = 64\n", "");
    for (lang, words) in [
        (
            "zh",
            [
                "缺少“检查”（inspections）的数据",
                "请填写：检查台账 (inspections) / 检查家次 (inspections_total)",
            ],
        ),
        (
            "en",
            [
                "no data for \"检查\" (inspections)",
                "Fill in: 检查台账 (inspections) / 检查家次 (inspections_total)",
            ],
        ),
    ] {
        let (status, _, said) = run(&workspace, &["--lang", lang, "check"]);
        assert_eq!(status, 1);
        assert!(words.iter().all(|word| said.contains(word)) && said.contains("[U020]"), "{said}");
        assert!(said.contains("data/2023Q2/shiqiao.toml:"), "{said}");
    }
    assert_eq!(run(&workspace, &["batch", "--format", "md"]).0, 1, "and costs that unit alone");
    assert!(workspace.path("out/ideology/2023Q2/云溪镇.md").is_file());
    assert!(!workspace.path("out/ideology/2023Q2/石桥镇.md").exists());
}

#[test]
fn faults_of_plugin_toml_are_shown_where_they_stand() {
    for (from, to, code, place, meant) in [
        ("ledger = \"inspections\"\n", "ledger = \"inspection\"\n", "P030", ":50:10", "inspections"),
        ("sum = \"hazards\"", "sum = \"enterprise\"", "P032", ":58:7", ""),
        ("rectified <= hazards", "rectified <= hazads", "P035", ":80:22", "hazards"),
        ("hazards - rectified :", "hazards / rectified :", "P037", ":70:39", "ratio"),
        ("? hazards - rectified : 0", "? remaining : 0", "P033", ":70:8", "remaining → remaining"),
        ("{rectified}", "{rectifed}", "P011", ":82:11", "rectified"),
        ("number = \"rectified_total\"\n", "", "P031", ":61:1", ""),
    ] {
        let workspace = with_plugin();
        workspace.replace("plugins/safety-production/plugin.toml", from, to);
        for (lang, word) in [("zh", "错误"), ("en", "error")] {
            let (status, _, said) = run(&workspace, &["--lang", lang, "check"]);
            assert_eq!(status, 2, "{said}");
            assert!(said.contains(&format!("{word}[{code}]")), "{code}: {said}");
            assert!(said.contains(&format!("safety-production/plugin.toml{place}\n")), "{place}: {said}");
            assert!(said.contains(meant), "{said}");
        }
    }
}

#[test]
fn a_check_sees_fields_and_what_the_plugin_uses_of_others() {
    let workspace = with_plugin();
    let file = "plugins/safety-production/plugin.toml";
    workspace.replace(file, "slots = [", "uses = [\"theory-study/sessions\"]\nslots = [");
    append(
        &workspace.path(file),
        "[checks.rows]\nrule = \"size(fields.inspections) == 3\"\nmessage = \"本期以外的不计\"\n[checks.studied]\nrule = \"counts['theory-study/sessions'] > 3 || size(focus) > 5\"\nmessage = \"学得少\"\n",
    );
    let (status, _, said) = run(&workspace, &["--lang", "zh", "preview", "yunxi"]);
    assert!(status == 0 && said.contains("学得少"), "three sessions, two points of focus: {said}");
    assert!(!said.contains("本期以外的不计"), "{said}");
    workspace.replace("data/2023Q2/yunxi.toml", "date = 2023-06-08, enter", "date = 2023-07-08, enter");
    workspace.replace(file, "> 3 ||", "> 2 ||");
    let (_, _, said) = run(&workspace, &["--lang", "zh", "preview", "yunxi"]);
    assert!(!said.contains("学得少") && said.contains("本期以外的不计"), "{said}");
    workspace.replace(file, "theory-study/sessions'] > 2", "theory-study/session'] > 2");
    let (status, _, said) = run(&workspace, &["--lang", "zh", "check"]);
    assert!(status == 2 && said.contains("[P035]"), "{said}");
}

#[test]
fn it_is_listed_like_any_other() {
    let workspace = with_plugin();
    let (status, said, _) = run(&workspace, &["--lang", "zh", "plugin", "show", "safety-production"]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("整改率") && said.contains("rectified <= hazards"), "{said}");
    let (_, said, _) = run(&workspace, &["--lang", "zh", "plugin", "list"]);
    let line = said.lines().find(|line| line.contains("safety-production")).unwrap();
    assert!(!line.contains("不可用"), "{line}");
}

/// A fenced block of a guide: its language, the file it names, and what it holds.
struct Block {
    language: String,
    file: String,
    text: String,
}

fn blocks(guide: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = guide.lines();
    let mut before = String::new();
    while let Some(line) = lines.next() {
        let Some(head) = line.strip_prefix("```") else {
            before += line;
            continue;
        };
        let (language, file) = head.split_once(' ').unwrap_or((head, ""));
        assert!(before.contains(&format!("`{file}`")) || file.is_empty(), "the text before names {file}");
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        blocks.push(Block { language: language.into(), file: file.into(), text: text.join("\n") + "\n" });
        before.clear();
    }
    blocks
}

#[test]
fn the_guide_followed_to_the_letter_works() {
    for (guide, lang) in [("docs/plugins.md", "en"), ("docs/plugins.zh-CN.md", "zh")] {
        let home = tempfile::tempdir().unwrap();
        let demo = home.path().join("demo");
        let (mut shown, mut compared) = (String::new(), 0);
        for block in blocks(&fs::read_to_string(root().join(guide)).unwrap()) {
            let file = demo.join(&block.file);
            match block.language.as_str() {
                "sh" => {
                    for command in block.text.lines() {
                        let arguments = command.strip_prefix("huibian ").unwrap().split(' ');
                        let here = if demo.is_dir() { &demo } else { home.path() };
                        let run = Command::new(program("huibian"))
                            .current_dir(here)
                            .args(["--lang", lang])
                            .args(arguments)
                            .output();
                        let (status, out, err) = said(run.unwrap());
                        assert_eq!(status, 0, "{guide}: {command}: {err}");
                        shown += &out;
                    }
                }
                "rust" => {
                    let output = Command::new(program("huibian"))
                        .args(["plugin", "new", "home-visits", "--kind", "native", "--dir"])
                        .arg(home.path())
                        .output();
                    assert_eq!(said(output.unwrap()).0, 0);
                    let made = fs::read_to_string(home.path().join("home-visits/src/lib.rs")).unwrap();
                    assert!(made.ends_with(&block.text), "{guide} shows what plugin new makes");
                }
                "text" => {
                    for line in block.text.lines() {
                        assert!(shown.contains(line), "{guide}: {line}\n{shown}");
                        compared += 1;
                    }
                }
                _ if block.file == "workspace.toml" => {
                    let old = fs::read_to_string(&file).unwrap();
                    let lines = old
                        .lines()
                        .map(|line| if line.starts_with("plugins =") { block.text.trim() } else { line });
                    fs::write(&file, lines.collect::<Vec<_>>().join("\n")).unwrap();
                }
                _ if block.file.starts_with("data/") => append(&file, &block.text),
                _ => {
                    fs::create_dir_all(file.parent().unwrap()).unwrap();
                    fs::write(file, block.text).unwrap();
                }
            }
        }
        assert_eq!(compared, 2, "{guide} shows what comes out");
    }
}
