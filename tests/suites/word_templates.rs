//! Offices' own Word files as templates: each fixture of `tests/fixtures/word` is a file, as lines, and the document that comes
//! of it.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;

use huibian_tests::word::{docx, shown};
use huibian_tests::{Workspace, root};

const MADE: &str = "out/ideology/2023Q2/云溪镇.docx";

/// A workspace with a template that says these lines.
fn with(lines: &str) -> Workspace {
    let workspace = Workspace::new();
    fs::write(workspace.path("templates/ours.docx"), docx(lines)).unwrap();
    workspace.replace("workspace.toml", "templates/ideology.hbs", "templates/ours.docx");
    workspace.replace("workspace.toml", "formats = [\"docx\", \"md\"]", "formats = [\"docx\"]");
    workspace
}

/// What comes of a template: the document as lines, or what is said of it.
fn made(lines: &str) -> String {
    let (data, lines): (Vec<&str>, Vec<&str>) = lines.lines().partition(|line| line.starts_with("数据："));
    let workspace = with(&lines.join("\n"));
    for change in data {
        let (from, to) = change.trim_start_matches("数据：").split_once('→').unwrap();
        workspace.replace("data/2023Q2/yunxi.toml", from, to);
    }
    let output = workspace.huibian(&["--lang", "en", "assemble", "yunxi"]).output().unwrap();
    if output.status.success() {
        shown(&fs::read(workspace.path(MADE)).unwrap())
    } else {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        said.replace(&format!("{}/", workspace.path("").display()), "")
    }
}

#[test]
fn every_template_makes_the_document_that_is_expected() {
    let bless = std::env::var_os("HUIBIAN_BLESS").is_some();
    let folder = root().join("tests/fixtures/word");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (lines, expected) = text.split_once("====\n").unwrap();
        let found = made(lines);
        if bless {
            fs::write(&path, format!("{lines}====\n{found}")).unwrap();
        } else if found != expected {
            wrong.push(format!("{}\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
