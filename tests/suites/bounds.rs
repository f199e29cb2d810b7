//! A workspace that came from someone else reads nothing that lies elsewhere on this computer.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::path::Path;

use huibian_tests::bare::Bare;
use huibian_tests::root;

const SECRET: &str = "一段机密文字";
const TABLE: &str = "columns = [{ name = \"a\" }]\n[[rows]]\ncells = [\"一段机密文字\"]\n";
const PLUGIN: &str = "id = \"works\"\nversion = \"0.1.0\"\ntitle = \"工程\"\ncontract = 1\nslots = [\"results\"]\n\
                      [fields]\nbuilt = { label = \"完工\", type = \"integer\" }\n";

/// A workspace beside a folder that is none of its business.
struct Beside {
    bare: Bare,
    outside: tempfile::TempDir,
}

impl Beside {
    fn new() -> Self {
        let (bare, outside) = (Bare::new(&[]), tempfile::tempdir().unwrap());
        bare.write("plugins/works/plugin.toml", PLUGIN);
        bare.write("plugins/works/sections/results.hbs", "# 工程\n\n完工。\n");
        bare.replace("workspace.toml", "plugins = []", "plugins = [\"works\"]");
        bare.unit("yunxi", &[("works", "built = 3")]);
        Self { bare, outside }
    }

    /// A file outside.
    fn file(&self, name: &str, text: &str) -> String {
        let path = self.outside.path().canonicalize().unwrap().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// `check` and `batch` refuse; what `check` says.
    fn refused(&self, code: &str) -> String {
        let batch = self.bare.run(&["--lang", "en", "batch"]);
        assert_eq!(batch.status.code(), Some(2));
        let written = fs::read_to_string(self.bare.path("out/yunxi.md")).unwrap_or_default();
        assert!(!written.contains(SECRET));
        let check = self.bare.run(&["--lang", "en", "check"]);
        let said = String::from_utf8(check.stderr).unwrap();
        assert_ne!(check.status.code(), Some(0), "{said}");
        assert!(said.contains(code), "{said}");
        said
    }
}

#[cfg(unix)]
fn link(from: &str, to: &Path) {
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    let _ = fs::remove_file(to);
    std::os::unix::fs::symlink(from, to).unwrap();
}

#[test]
fn a_path_does_not_lead_out() {
    let template = fs::read_to_string(root().join("tests/fixtures/bare/templates/bare.hbs")).unwrap();
    let style = fs::read_to_string(root().join("templates/styles/gbt9704.toml")).unwrap();
    for (name, text, from, to) in [
        (
            "bare.hbs",
            format!("{template}\n{SECRET}\n"),
            "template = \"templates/bare.hbs\"",
            "template = \"PATH\"",
        ),
        ("own.toml", style, "style = \"templates/styles/gbt9704.toml\"", "style = \"PATH\""),
        (
            "attached.hbs",
            SECRET.to_owned(),
            "[reports.",
            "[document]\nattachments = [{ title = \"一\", template = \"PATH\" }]\n\n[reports.",
        ),
    ] {
        let beside = Beside::new();
        let path = beside.file(name, &text);
        let climbing = format!("{}{path}", "../".repeat(12).trim_end_matches('/'));
        let plain = fs::read_to_string(beside.bare.path("workspace.toml")).unwrap();
        for written in [path, climbing] {
            beside.bare.write("workspace.toml", &plain);
            beside.bare.replace("workspace.toml", from, &to.replace("PATH", &written));
            let said = beside.refused("W015");
            assert!(said.contains("--> workspace.toml:") || said.contains("/workspace.toml:"), "{said}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out() {
    type Prepare = fn(&Bare);
    let cases: [(&str, &str, Prepare, &str); 7] = [
        (
            "templates/charts/works.toml",
            "[[values]]\ncount = \"works/built\"\n",
            |bare| {
                let text = fs::read_to_string(bare.path("templates/bare.hbs")).unwrap();
                bare.write("templates/bare.hbs", format!("{text}\n{{{{chart \"works\"}}}}\n"));
            },
            "W015",
        ),
        ("wording/works/results.hbs", SECRET, |_| {}, "W015"),
        ("plugins/works/sections/results.hbs", SECRET, |_| {}, "W015"),
        ("plugins/works/tables/own.toml", TABLE, |_| {}, "W015"),
        ("templates/tables/all.toml", TABLE, |_| {}, "W015"),
        ("templates/partials/closing.hbs", SECRET, |_| {}, "W015"),
        (
            "templates/styles/ours.toml",
            "inherits = \"gbt9704\"\n",
            |bare| {
                bare.write("templates/styles/top.toml", "inherits = \"ours\"\n");
                bare.replace("workspace.toml", "gbt9704.toml", "top.toml");
            },
            "S007",
        ),
    ];
    for (at, text, prepare, code) in cases {
        let beside = Beside::new();
        prepare(&beside.bare);
        let path = beside.file("file", text);
        link(&path, &beside.bare.path(at));
        beside.refused(code);
    }
}

#[cfg(unix)]
#[test]
fn links_inside_are_followed() {
    let beside = Beside::new();
    beside.bare.write("shared/results.hbs", "# 工程\n\n共用。\n");
    link(
        beside.bare.path("shared/results.hbs").to_str().unwrap(),
        &beside.bare.path("wording/works/results.hbs"),
    );
    let batch = beside.bare.run(&["--lang", "en", "batch"]);
    assert_eq!(batch.status.code(), Some(0), "{}", String::from_utf8_lossy(&batch.stderr));
    assert!(fs::read_to_string(beside.bare.path("out/yunxi.md")).unwrap().contains("共用"));
}

/// What a command said, and how it ended.
fn run(bare: &Bare, arguments: &[&str]) -> (Option<i32>, String) {
    let output = bare.run(&[&["--lang", "en"], arguments].concat());
    (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

#[test]
fn data_lie_in_the_workspace_unless_a_person_says_otherwise() {
    let text = "[unit]\nname = \"某某镇\"\n[works]\nbuilt = 3\n";
    for (key, name, text) in [
        ("data", "u.toml", text),
        ("table", "u.csv", "单位名称,完工\n某某镇,3\n"),
        ("data", "u.csv", "单位名称,完工\n某某镇,3\n"),
    ] {
        let beside = Beside::new();
        let path = beside.file(name, text);
        let folder = beside.outside.path().canonicalize().unwrap();
        let folder = folder.to_str().unwrap();
        let named = if key == "data" { folder } else { &path };
        beside.bare.replace("workspace.toml", "data = \"data\"", &format!("{key} = \"{named}\""));
        assert!(beside.refused("W015").contains("workspace.toml"));
        assert!(!beside.bare.path("out").exists());
        let (code, said) = run(&beside.bare, &["batch", "--outside", folder]);
        assert_eq!(code, Some(0), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn data_that_are_links_do_not_lead_out() {
    let secret = format!("[unit]\nname = \"{SECRET}\"\n[works]\nbuilt = 3\n");
    let beside = Beside::new();
    link(&beside.file("u.toml", &secret), &beside.bare.path("data/zz.toml"));
    let (code, said) = run(&beside.bare, &["batch"]);
    assert!(code == Some(1) && said.contains("its link leads out of the workspace"), "{said}");
    assert!(beside.bare.path("out/yunxi.md").is_file(), "the others' reports are made");
    let written = fs::read_to_string(beside.bare.path("out/manifest.jsonl")).unwrap();
    assert!(!said.contains(SECRET) && !written.contains(SECRET));
    for folder in ["data", "history"] {
        let beside = Beside::new();
        fs::rename(beside.bare.path("data"), beside.outside.path().join("data")).unwrap();
        fs::create_dir_all(beside.outside.path().join("history/bare")).unwrap();
        let outside = beside.outside.path().canonicalize().unwrap();
        if folder == "history" {
            beside.bare.unit("yunxi", &[("works", "built = 3")]);
        }
        link(outside.join(folder).to_str().unwrap(), &beside.bare.path(folder));
        beside.refused("W015");
        let (code, said) = run(&beside.bare, &["batch", "--outside", outside.to_str().unwrap()]);
        assert_eq!(code, Some(0), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    type Prepare = fn(&Bare);
    let cases: [(&str, &[&str], Prepare); 5] = [
        ("out", &["batch"], |_| {}),
        ("out/yunxi", &["batch"], |bare| {
            bare.replace("workspace.toml", "out/{unit.id}", "out/{unit.id}/{unit.id}");
        }),
        ("out/yunxi", &["batch", "--strict"], |bare| {
            bare.replace("workspace.toml", "out/{unit.id}", "out/{unit.id}/{unit.id}");
        }),
        ("history/bare", &["close", "2023Q2"], |_| {}),
        ("plugins", &["plugin", "install", "works.hbplugin"], |bare| {
            assert!(bare.run(&["plugin", "pack", "works", "-o", "works.hbplugin"]).status.success());
            fs::remove_dir_all(bare.path("plugins")).unwrap();
        }),
    ];
    for (at, command, prepare) in cases {
        let beside = Beside::new();
        prepare(&beside.bare);
        let kept = beside.file("yunxi.md", "a user's own");
        link(beside.outside.path().to_str().unwrap(), &beside.bare.path(at));
        let (code, said) = run(&beside.bare, command);
        assert!(
            code != Some(0) && ["outside the workspace", "W015"].iter().any(|told| said.contains(told)),
            "{at}: {said}"
        );
        let there: Vec<_> =
            fs::read_dir(beside.outside.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(there, [Path::new(&kept)], "{at}: {said}");
        assert_eq!(fs::read_to_string(kept).unwrap(), "a user's own");
    }
    // Where a person says so, files go there.
    let beside = Beside::new();
    link(beside.outside.path().to_str().unwrap(), &beside.bare.path("out"));
    let (code, said) = run(&beside.bare, &["batch", "-o", "out/{unit.id}"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(beside.outside.path().join("yunxi.md").is_file());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_and_not_waited_for() {
    for at in [
        "data/pipe.toml",
        "templates/partials/pipe.hbs",
        "out/manifest.jsonl",
        "history/bare/2023Q1.jsonl",
        "accepted/bare/2023Q2.csv",
        "workspace.toml",
    ] {
        let beside = Beside::new();
        let path = beside.bare.path(at);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        for command in ["check", "batch"] {
            let mut child = beside.bare.command(&[command]);
            let mut child = child
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .spawn()
                .unwrap();
            let late = std::time::Instant::now() + std::time::Duration::from_mins(1);
            while child.try_wait().unwrap().is_none() {
                assert!(std::time::Instant::now() < late, "{command} waits for {at}");
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        }
    }
    let beside = Beside::new();
    for (from, to) in [
        ("round.toml", "data/around.toml"),
        ("around.toml", "data/round.toml"),
        ("/dev/zero", "data/zero.toml"),
        (".", "templates/circle"),
    ] {
        link(from, &beside.bare.path(to));
    }
    let (code, said) = run(&beside.bare, &["batch"]);
    assert_eq!(code, Some(1), "what is no file is named: {said}");
    assert_eq!(said.matches("error[W001]").count(), 3, "{said}");
    assert!(beside.bare.path("out/yunxi.md").is_file());
}

/// A record that came along, and whose seals are in order, says that an earlier run made a file of the user's.
#[test]
fn what_a_forged_record_names_outside_is_not_removed() {
    for relative in [false, true] {
        let beside = Beside::new();
        let own = beside.file("notes.md", SECRET);
        beside.bare.unit("gone", &[("works", "built = 3")]);
        assert_eq!(run(&beside.bare, &["batch"]).0, Some(0));
        fs::remove_file(beside.bare.path("data/gone.toml")).unwrap();
        let up = "../".repeat(beside.bare.path("").canonicalize().unwrap().components().count() - 1);
        let named = if relative { format!("{up}{}", own.trim_start_matches('/')) } else { own.clone() };
        let record = fs::read_to_string(beside.bare.path("out/manifest.jsonl")).unwrap();
        let forged: Vec<String> = record
            .lines()
            .map(|line| {
                let Some(start) = line.find("\"path\":\"out/gone.md\"") else { return line.to_owned() };
                let (rest, _) = line.rsplit_once(",\"seal\":\"").unwrap();
                let hash = rest[start..].split_once("\"blake3\":\"").unwrap().1.split('"').next().unwrap();
                let rest = rest
                    .replace("out/gone.md", &named)
                    .replace(hash, blake3::hash(SECRET.as_bytes()).to_hex().as_str());
                let seal = twox_hash::XxHash3_64::oneshot(format!("{rest}}}").as_bytes());
                format!("{rest},\"seal\":\"{seal:016x}\"}}")
            })
            .collect();
        assert!(forged.iter().any(|line| line.contains(&named)), "{record}");
        beside.bare.write("out/manifest.jsonl", forged.join("\n") + "\n");
        let (code, said) = run(&beside.bare, &["batch", "--prune"]);
        assert_eq!(code, Some(0), "{said}");
        assert!(Path::new(&own).exists(), "{named} is gone: {said}");
        assert!(!said.contains("notes.md"), "what lies outside is told of: {said}");
    }
}
