//! What is uncertain is asked about at a terminal alone, and what was answered is taken again.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use huibian_tests::books::Book;
use huibian_tests::program;
use huibian_tests::word::docx;
use tempfile::TempDir;

use super::run;

/// A report of which two columns have a figure, and a number that no column has.
fn office() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let report = "= 云溪镇2023年第一季度安全生产工作情况报告\n本季度共检查企业12家次，发现隐患7处，其中完成整改5处。\n\
                  服务热线全天受理，30分钟内到场。\n云溪镇人民政府\n2023年4月5日";
    fs::write(folder.path().join("云溪镇-2023Q1.docx"), docx(report)).unwrap();
    let rows = ["单位|甲项|乙项|隐患|整改", "云溪镇|12|12|7|5", "青山镇|20|18|9|4", "东河镇|31|30|6|6"];
    let book = Book::of_rows(&[("2023年第一季度", &rows)]);
    fs::write(folder.path().join("2023Q1.xlsx"), book.bytes("xlsx")).unwrap();
    folder
}

const FILES: [&str; 2] = ["云溪镇-2023Q1.docx", "2023Q1.xlsx"];

fn plugin(folder: &Path) -> String {
    fs::read_to_string(folder.join("plugins/report/plugin.toml")).unwrap()
}

/// What somebody at a terminal sees who types these lines; none where there is no terminal to be had.
fn at_a_terminal(folder: &Path, arguments: &[&str], typed: &str) -> Option<String> {
    let quoted = |word: &str| format!("'{word}'");
    let line: Vec<String> = std::iter::once(quoted(program("huibian").to_str().unwrap()))
        .chain(["--lang", "en"].iter().chain(arguments).map(|word| quoted(word)))
        .collect();
    let mut child = Command::new("script")
        .args(["-qec", &line.join(" "), "/dev/null"])
        .current_dir(folder)
        .env("COLUMNS", "200")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn answers_are_taken_and_taken_again() {
    let folder = office();
    let answers = "[fields.\"检查企业\"]\ncolumn = \"乙项\"\nlabel = \"检查企业数\"\n\n[fields.\"场\"]\nwording = true\n";
    let (code, said) = run(folder.path(), &["adopt", "--plan", FILES[0], FILES[1]]);
    assert_eq!(code, 0, "{said}");
    fs::write(folder.path().join("said.toml"), answers).unwrap();
    let (code, said) =
        run(folder.path(), &["adopt", "--yes", "--answers", "said.toml", "--to", "one", FILES[0], FILES[1]]);
    assert_eq!(code, 0, "{said}");
    let one = folder.path().join("one");
    assert!(plugin(&one).contains("label = \"检查企业数\""), "{}", plugin(&one));
    let settings = fs::read_to_string(one.join("workspace.toml")).unwrap();
    assert!(settings.contains("乙项\" = \"report."), "{settings}");
    // What fits nothing is told and not passed over.
    assert!(said.contains("fits nothing") && said.contains('场'), "{said}");
    let kept = one.join("adopted.toml");
    let arguments = ["adopt", "--answers", kept.to_str().unwrap(), "--to", "two", FILES[0], FILES[1]];
    let (code, said) = run(folder.path(), &arguments);
    assert_eq!(code, 0, "{said}");
    let two = folder.path().join("two");
    for file in [
        "plugins/report/plugin.toml",
        "workspace.toml",
        "adopted.toml",
        "templates/report.docx",
        "ADOPTED.md",
    ] {
        assert_eq!(fs::read(one.join(file)).unwrap(), fs::read(two.join(file)).unwrap(), "{file}");
    }
}

#[test]
fn a_number_that_is_wording_stays_as_it_is() {
    let folder = office();
    let (_, plan) = run(folder.path(), &["adopt", "--json", FILES[0], FILES[1]]);
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let labels: Vec<&str> =
        plan["fields"].as_array().unwrap().iter().map(|field| field["label"].as_str().unwrap()).collect();
    let answers: Vec<String> = labels
        .iter()
        .filter(|label| !["单位", "报告期", "成文日期"].contains(label))
        .map(|label| format!("[fields.\"{label}\"]\nwording = true\n"))
        .collect();
    fs::write(folder.path().join("said.toml"), answers.concat()).unwrap();
    let (code, said) =
        run(folder.path(), &["adopt", "--answers", "said.toml", "--to", "office", FILES[0], FILES[1]]);
    assert_eq!(code, 0, "{said}");
    let plugin = plugin(&folder.path().join("office"));
    assert!(!plugin.contains("[fields."), "{plugin}");
}

#[test]
fn answers_that_are_no_toml_are_told_with_their_place() {
    let folder = office();
    fs::write(folder.path().join("said.toml"), "[fields.\"检查企业\"]\ncolum = \"走访\"\n").unwrap();
    let (code, said) = run(folder.path(), &["adopt", "--answers", "said.toml", FILES[0], FILES[1]]);
    assert!(code == 2 && said.contains("said.toml:2") && said.contains("colum"), "{said}");
}

#[test]
fn a_terminal_is_asked_and_nobody_else() {
    let folder = office();
    let (_, said) = run(folder.path(), &["adopt", "--to", "silent", FILES[0], FILES[1]]);
    assert!(!said.contains("Which column"), "{said}");
    let Some(said) =
        at_a_terminal(folder.path(), &["adopt", "--to", "asked", FILES[0], FILES[1]], "9\n2\n.\n")
    else {
        println!("no `script` here: not asked at a terminal");
        return;
    };
    assert!(said.contains("Which column of the table has") && said.contains("[12]"), "{said}");
    assert!(said.contains("number from 1 to"), "{said}");
    let kept = fs::read_to_string(folder.path().join("asked/adopted.toml")).unwrap();
    assert!(kept.contains("column = \"乙项\""), "{kept}");
    let said =
        at_a_terminal(folder.path(), &["adopt", "--yes", "--to", "unasked", FILES[0], FILES[1]], "").unwrap();
    assert!(!said.contains("Which column"), "{said}");
}
