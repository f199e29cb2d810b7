//! From an office's own reports to a workspace that makes them: every kind of `tests/corpus/adopt` is adopted by the program
//! as a clerk would do it, every report made anew word for word, and the quarter to come as a person wrote it.
//!
//! What is understood of each kind is measured in `crates/adopt/tests/corpus.rs`.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

mod again;
mod asked;
mod hostile;
mod pages;
mod stopwatch;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use huibian_docx::of_document;
use huibian_tests::{CONFIG_DIR, program, root};
use serde_json::Value;

/// Those whose pages and quarters to come are held as well.
fn kinds() -> Vec<PathBuf> {
    kinds_of(&["seen", "held-back", "unseen", "later/seen"])
}

fn kinds_of(halves: &[&str]) -> Vec<PathBuf> {
    let folders: Vec<PathBuf> =
        halves.iter().map(|half| root().join("tests/corpus/adopt").join(half)).collect();
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut kinds: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    kinds.sort();
    kinds
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(program("huibian"));
    command.current_dir(folder).env(CONFIG_DIR, folder.join("config")).args(["--lang", "en"]).args(arguments);
    let Output { status, stdout, stderr } = command.output().unwrap();
    let said = String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr);
    (status.code().unwrap(), said)
}

/// The workbooks of a kind, but for those of the period to come.
fn books(kind: &Path) -> Vec<PathBuf> {
    let truth: Value = serde_json::from_str(&fs::read_to_string(kind.join("kind.json")).unwrap()).unwrap();
    let told = |list: &str| -> Vec<String> {
        let all = truth[list].as_array().into_iter().flatten();
        all.filter_map(|one| one["period"].as_str().map(str::to_owned)).collect()
    };
    let coming = told("next");
    let mut books: Vec<PathBuf> = truth["workbooks"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|book| !coming.iter().any(|period| book["period"] == **period))
        .map(|book| kind.join(book["file"].as_str().unwrap()))
        .collect();
    books.dedup();
    books
}

/// The reports of a kind.
fn samples(kind: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(kind.join("samples")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Adopts a kind into a folder.
fn adopt(kind: &Path, folder: &Path) -> (i32, String) {
    let files: Vec<String> =
        samples(kind).into_iter().chain(books(kind)).map(|file| file.display().to_string()).collect();
    let mut arguments = vec!["adopt", "--to", "office"];
    arguments.extend(files.iter().map(String::as_str));
    run(folder, &arguments)
}

#[test]
fn every_report_is_made_anew_word_for_word_and_the_workspace_is_sound() {
    let mut wrong = Vec::new();
    for kind in [kinds(), kinds_of(&["more/seen"])].concat() {
        let name = kind.file_name().unwrap().to_str().unwrap().to_owned();
        let folder = tempfile::tempdir().unwrap();
        let (code, said) = adopt(&kind, folder.path());
        let proof = said.lines().find(|line| line.starts_with("Made anew") || line.contains("were made"));
        println!("{name}: {}", proof.unwrap_or("no proof"));
        let is_alike = proof.is_some_and(|line| line.ends_with("0 do not.") || line.ends_with("0 not."));
        if code != 0 || !is_alike {
            wrong.push(format!("{name}: {code}\n{said}"));
            continue;
        }
        let (_, said) = run(&folder.path().join("office"), &["check"]);
        if said.contains("error[") {
            wrong.push(format!("{name}: check\n{said}"));
        }
        let (code, said) = run(&folder.path().join("office"), &["plugin", "test", "report"]);
        if code != 0 {
            wrong.push(format!("{name}: plugin test\n{said}"));
        }
        let list = fs::read_to_string(folder.path().join("office/ADOPTED.md")).unwrap();
        assert!(list.contains("## Fields") && list.contains("## Please look"), "{list}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_quarter_to_come_is_as_a_person_wrote_it() {
    for kind in kinds().into_iter().filter(|kind| kind.join("next").exists()) {
        let truth: Value =
            serde_json::from_str(&fs::read_to_string(kind.join("kind.json")).unwrap()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (code, said) = adopt(&kind, folder.path());
        assert_eq!(code, 0, "{said}");
        let office = folder.path().join("office");
        for next in truth["next"].as_array().unwrap() {
            let period = next["period"].as_str().unwrap();
            let book =
                truth["workbooks"].as_array().unwrap().iter().find(|book| book["period"] == period).unwrap();
            let data = office.join("data").join(period);
            fs::create_dir_all(&data).unwrap();
            let (file, unit) = (kind.join(book["file"].as_str().unwrap()), book["unit"].as_str());
            let name = unit.map_or("units.xlsx".to_owned(), |unit| format!("{unit}.xlsx"));
            fs::copy(file, data.join(name)).unwrap();
            let written = lines(&kind.join(next["file"].as_str().unwrap()));
            let day = written.last().unwrap();
            let day: Vec<&str> = day.split(['年', '月', '日']).collect();
            let day = format!("{}-{:0>2}-{:0>2}", day[0], day[1], day[2]);
            let (code, said) = run(&office, &["batch", "--period", period, "--date", &day, "--force"]);
            assert_eq!(code, 0, "{said}");
            let made = office
                .join("out/report")
                .join(period)
                .join(format!("{}.docx", next["unit"].as_str().unwrap()));
            assert_eq!(lines(&made), written, "{}", made.display());
        }
    }
}

/// The paragraphs of a Word file that say something.
fn lines(file: &Path) -> Vec<String> {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    of_document(&bytes).unwrap().into_iter().filter(|line| !line.trim().is_empty()).collect()
}

#[test]
fn alone_amid_reports_it_says_how_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    let alone = || {
        let output = Command::new(program("huibian"))
            .current_dir(folder.path())
            .env("LC_ALL", "en_US.UTF-8")
            .output()
            .unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    assert!(!alone().1.contains("huibian adopt ."));
    fs::write(folder.path().join("云溪镇-2023Q1.docx"), "PK").unwrap();
    fs::write(folder.path().join("2023Q1.xlsx"), "PK").unwrap();
    let (code, said) = alone();
    assert!(
        code == 2 && said.contains("Word files: 1, tables: 1") && said.contains("huibian adopt ."),
        "{said}"
    );
    fs::write(folder.path().join("workspace.toml"), "").unwrap();
    assert!(!alone().1.contains("huibian adopt ."));
}

#[test]
fn what_there_is_nothing_to_begin_from_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("photo.jpg"), [0xFF, 0xD8]).unwrap();
    fs::write(at("broken.docx"), "PK\u{3}\u{4} and no more").unwrap();
    fs::write(at("broken.xlsx"), "PK\u{3}\u{4} and no more").unwrap();
    fs::write(at("empty.md"), "\n\n").unwrap();
    fs::write(at("words.md"), "# 云溪镇2023年第二季度工作情况\n\n走访36户。\n").unwrap();
    for (files, code) in [
        (vec!["photo.jpg"], "B001"),
        (vec!["empty.md"], "B001"),
        (vec!["broken.docx"], "T026"),
        (vec!["words.md", "broken.xlsx"], "D001"),
        (vec!["words.md"], "B001"),
        (vec!["nowhere.docx"], "W001"),
    ] {
        let (end, said) = run(folder.path(), &[vec!["adopt"], files.clone()].concat());
        assert!(end == 2 && said.contains(code), "{files:?}: {end} {said}");
    }
    let (end, said) = run(folder.path(), &["adopt", "--plan", "words.md"]);
    assert!(end == 0 && said.contains("走访") && said.contains("户"), "{said}");
}
