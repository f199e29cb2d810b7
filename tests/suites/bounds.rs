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
