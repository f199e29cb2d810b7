//! House styles end to end: what lists, shows and checks them says, in both languages.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::process::Output;

use huibian_tests::{Workspace, root};

/// Compares with a file under tests/expected/style; `HUIBIAN_BLESS=1` rewrites it.
fn expect(name: &str, found: &str) {
    let path = root().join("tests/expected/style").join(name);
    if std::env::var_os("HUIBIAN_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(found, expected, "{name}: HUIBIAN_BLESS=1 rewrites it");
}

/// What a run said on both streams, without the workspace's own path and without what depends on the computer's faces.
fn said(workspace: &Workspace, output: &Output) -> String {
    let texts = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let text = texts.concat().replace(&*workspace.path("").to_string_lossy(), "");
    let mut kept = String::new();
    let mut skipping = false;
    for line in text.lines() {
        let begins = line.starts_with(|c: char| !c.is_whitespace()) && !line.starts_with('|');
        if begins {
            skipping = line.contains("[S012]");
        }
        if !skipping {
            kept += line;
            kept.push('\n');
        }
    }
    format!("{kept}exit {}\n", output.status.code().unwrap())
}

const BAD: &str = r#"name = "本单位"
inherits = "gbt9704"
colour = "red"

[page]
left = "150mm"
botom = "20mm"

[text]
line = "29"

[paragraphs.body]
align = "justify"
size = 16

[paragraphs.titel]
size = "22pt"

[paragraphs.date]
name = "公文标题"

[words]
number = "{code}第{seq}号"

[[headings]]
name = "一级"
face = "黑体"
"#;

const ODD: &str = r#"name = "本单位"
inherits = "gbt9704"
[page]
left = "30mm"
footer = "32mm"
[text]
line = "26pt"
[paragraphs.table_head]
size = "20pt"
"#;

#[test]
fn everything_wrong_is_told_at_once() {
    let workspace = Workspace::new();
    workspace.write("templates/styles/bad.toml", BAD);
    for lang in ["zh", "en"] {
        let output = workspace.run(&["--lang", lang, "style", "check", "bad"]);
        expect(&format!("bad.{lang}.txt"), &said(&workspace, &output));
    }
    // A run that uses it tells the same, and does not start.
    workspace.replace("workspace.toml", "templates/styles/gbt9704.toml", "templates/styles/bad.toml");
    let output = workspace.run(&["--lang", "en", "batch"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(told.matches("error[S").count(), 8, "{told}");
}

#[test]
fn margins_that_leave_no_room_and_names_that_are_taken_are_told() {
    let workspace = Workspace::new();
    let style = "inherits = \"gbt9704\"\n[page]\nleft = \"190mm\"\n[text]\nline = \"200mm\"\n[paragraphs.date]\nname = \"公文标题\"\n";
    workspace.write("templates/styles/bad.toml", style);
    for lang in ["zh", "en"] {
        let output = workspace.run(&["--lang", lang, "style", "check", "templates/styles/bad.toml"]);
        expect(&format!("room.{lang}.txt"), &said(&workspace, &output));
    }
}

#[test]
fn what_is_odd_is_a_remark() {
    let workspace = Workspace::new();
    workspace.write("templates/styles/odd.toml", ODD);
    for lang in ["zh", "en"] {
        let output = workspace.run(&["--lang", lang, "style", "check", "odd"]);
        let text = said(&workspace, &output);
        // How many remarks there are depends on the computer's faces.
        let text =
            text.lines().filter(|line| !line.contains("odd.toml 可用") && !line.contains("can be used"));
        expect(&format!("odd.{lang}.txt"), &text.flat_map(|line| [line, "\n"]).collect::<String>());
    }
}

#[test]
fn the_styles_that_come_along_are_as_they_promise() {
    let workspace = Workspace::new();
    for id in ["gbt9704", "gbt9704-strict", "report"] {
        let output = workspace.run(&["--lang", "en", "style", "check", id]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{told}");
        assert_eq!(told.matches("remark[").count(), told.matches("remark[S012]").count(), "{id}: {told}");
    }
}

#[test]
fn styles_are_listed_and_shown() {
    let workspace = Workspace::new();
    workspace.write("templates/styles/our.toml", ODD);
    for lang in ["zh", "en"] {
        let output = workspace.run(&["--lang", lang, "style", "list"]);
        expect(&format!("list.{lang}.txt"), &said(&workspace, &output));
        let output = workspace.run(&["--lang", lang, "style", "show", "our"]);
        expect(&format!("show.{lang}.txt"), &said(&workspace, &output));
        let output = workspace.run(&["--lang", lang, "style", "show", "our", "--toml"]);
        expect(&format!("our.{lang}.toml"), &String::from_utf8(output.stdout).unwrap());
    }
    let output = workspace.run(&["--lang", "en", "style", "show", "gbt"]);
    expect("unknown.en.txt", &said(&workspace, &output));
}

#[test]
fn a_style_that_was_written_out_makes_the_same_documents() {
    let workspace = Workspace::new();
    workspace.write("templates/styles/our.toml", ODD);
    workspace.replace("workspace.toml", "templates/styles/gbt9704.toml", "templates/styles/our.toml");
    assert_eq!(workspace.batch("2"), 0);
    let before: Vec<_> = documents(&workspace);
    let output = workspace.run(&["--lang", "zh", "style", "show", "our", "--toml"]);
    workspace.write("templates/styles/our.toml", &String::from_utf8(output.stdout).unwrap());
    assert_eq!(workspace.batch("2"), 0);
    assert!(before == documents(&workspace), "the documents differ");
}

fn documents(workspace: &Workspace) -> Vec<(String, Vec<u8>)> {
    workspace.files().into_iter().filter(|(name, _)| !name.contains("manifest")).collect()
}

#[test]
fn a_folder_of_faces_that_is_of_no_use_is_told() {
    let check = |workspace: &Workspace, lang: &str| {
        let output = workspace.run(&["--lang", lang, "check", "--data-only"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "[output]\n", "[output]\nfonts = [\"fonts\", \"more/fonts\"]\n");
    fs::create_dir_all(workspace.path("more/fonts")).unwrap();
    let said = check(&workspace, "en");
    let place = "workspace.toml:21:";
    for words in [
        "the folder fonts in fonts is not there",
        "the folder more/fonts in fonts holds no faces",
        "nothing that is made uses the faces in fonts",
        &format!("{place}10"),
        &format!("{place}19"),
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = check(&workspace, "zh");
    assert!(said.contains("文件夹 fonts 不存在") && said.contains("没有哪种输出用到"), "{said}");
    // With faces in them, and with what uses them, there is nothing to tell.
    workspace.write("fonts/a.ttf", "");
    workspace.write("more/fonts/inner/B.OTF", "");
    workspace.replace("workspace.toml", "[\"docx\", \"md\"]", "[\"docx\", \"pdf\"]");
    assert!(!check(&workspace, "en").contains("fonts"));
    workspace.replace("workspace.toml", "[output]\n", "[output]\npdf = \"libreoffice\"\n");
    let said = check(&workspace, "en");
    assert_eq!(said.matches("LibreOffice makes PDFs without the faces in fonts").count(), 1, "{said}");
    // Where PDFs are made, it is told once before the run.
    let output = workspace.run(&["--lang", "en", "check", "--run"]);
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert_eq!(said.matches("without the faces in fonts").count(), 1, "{said}");
}
