//! One template as Word, WPS, ONLYOFFICE and LibreOffice save it: what it asks for, what is wrong with it and what comes of it is the
//! same, and a document is as valid as its template.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};

use huibian_tests::readers::{ask, has, readers};
use huibian_tests::word::{packed, shown, unpacked};
use huibian_tests::{Workspace, saved};

const MADE: &str = "out/ideology/2023Q2/云溪镇.docx";

const BRACES: &str = "页眉：{{unit.name}}材料
= {{unit.name}}{{period.name}}报告
本期报送{{count \"propaganda/articles\"}}，{{#if fields.propaganda.articles}}首篇为{{#each fields.propaganda.articles}}{{title}}，{{/each}}。{{/if}}
{{#zero \"propaganda/articles\"}}
没有报送。
{{/zero}}
# 一、会议
{{#if fields.propaganda.meetings}}
{{#each fields.propaganda.meetings}}
会议：{{topic}}；
{{/each}}
{{/if}}
| 日期 | 题目 |
| {{#if fields.propaganda.articles}}{{#each fields.propaganda.articles}}{{month_day date}} | {{title}}{{/each}}{{/if}} |
文本框：{{unit.name}}（盖章）
{{slot \"results\"}}
完。";

const CONTROLS: &str = "页眉：〔unit.name〕单位〔/〕材料
= 〔unit.name〕单位〔/〕报告
本期报送〔propaganda/articles〕几篇〔/〕，〔period.name〕本期〔/〕。
{{#if fields.propaganda.meetings}}
{{#each fields.propaganda.meetings}}
会议：〔topic〕主题〔/〕；
{{/each}}
{{/if}}
〔slot.results〕成效〔/〕
〔密级〕公开〔/〕";

/// What a program says of a template, and makes of it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    tags: String,
    document: String,
    refused: String,
    remarks: Vec<String>,
}

/// A document as lines, its styles by their names.
fn lines(bytes: &[u8]) -> String {
    let mut parts = unpacked(bytes);
    let styles = String::from_utf8(parts["word/styles.xml"].clone()).unwrap();
    let mut document = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    for style in styles.split("<w:style ").skip(1) {
        let after = |mark: &str| Some(style.split_once(mark)?.1.split('"').next()?.to_owned());
        let known = match after("w:name w:val=\"").unwrap_or_default().to_lowercase().as_str() {
            "title" => "=a0",
            "heading 1" => "=1",
            "heading 2" => "=2",
            _ => "=other",
        };
        let id = after("w:styleId=\"").unwrap();
        document = document
            .replace(&format!("<w:pStyle w:val=\"{id}\"/>"), &format!("<w:pStyle w:val=\"{known}\"/>"));
    }
    parts.insert("word/document.xml".to_owned(), document.replace("w:val=\"=", "w:val=\"").into_bytes());
    shown(&packed(&parts)).replace('¦', "")
}

/// What comes of a file, and of one like it with a name misspelt; `wrong` makes the second.
fn found(bytes: &[u8], wrong: &[u8]) -> Found {
    let workspace = Workspace::new();
    let template = workspace.path("templates/ours.docx");
    workspace.replace("workspace.toml", "templates/ideology.hbs", "templates/ours.docx");
    workspace.replace("workspace.toml", "formats = [\"docx\", \"md\"]", "formats = [\"docx\"]");
    let said = |arguments: &[&str]| {
        let output = workspace.run(&[&["--lang", "en"], arguments].concat());
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.success(), said.replace(&format!("{}/", workspace.path("").display()), ""))
    };
    fs::write(&template, bytes).unwrap();
    let (is_well, tags) = said(&["tags", "templates/ours.docx"]);
    assert!(is_well, "{tags}");
    let (is_well, told) = said(&["assemble", "yunxi"]);
    assert!(is_well, "{told}");
    let document = fs::read(workspace.path(MADE)).unwrap();
    assert_eq!(beyond(&workspace, bytes, &document), Vec::<String>::new());
    let document = lines(&document);
    fs::write(&template, wrong).unwrap();
    let (_, refused) = said(&["check"]);
    said(&["tags", "templates/ours.docx", "--draft", "look.docx"]);
    let draft = unpacked(&fs::read(workspace.path("look.docx")).unwrap());
    let comments = draft.iter().find(|(name, _)| name.starts_with("word/comments")).unwrap().1;
    let comments = String::from_utf8(comments.clone()).unwrap();
    let words = comments.split("</w:comment>").map(|comment| {
        let runs =
            comment.split("<w:t").skip(1).filter_map(|run| run.split_once('>')?.1.split_once("</w:t>"));
        runs.map(|(words, _)| words).collect::<String>()
    });
    Found { tags, document, refused, remarks: words.filter(|words| !words.is_empty()).collect() }
}

/// The faults of a document that its template does not have.
fn beyond(workspace: &Workspace, template: &[u8], document: &[u8]) -> Vec<String> {
    let Some(home) = readers() else { return Vec::new() };
    let files = [workspace.path("template.docx"), workspace.path("document.docx")];
    fs::write(&files[0], template).unwrap();
    fs::write(&files[1], document).unwrap();
    let mut faults: BTreeMap<_, Vec<String>> = ask(&home, "packages.py", &files);
    // A fault is told with its line, and lines are others in the document.
    let plain = |fault: &String| fault.split(|c: char| c.is_ascii_digit()).collect::<String>();
    let known: Vec<String> = faults[&files[0]].iter().map(plain).collect();
    let of_document = faults.remove(&files[1]).unwrap();
    of_document.into_iter().filter(|fault| !known.contains(&plain(fault))).collect()
}

/// The same with a name that nothing has.
fn misspelt(lines: &str) -> String {
    lines.replacen("完。", "{{unit.nme}}完。", 1).replacen("〔topic〕", "〔unit.nme〕甲〔/〕〔topic〕", 1)
}

#[test]
fn files_of_all_programs_behave_alike() {
    for source in [BRACES, CONTROLS] {
        let all = saved::ALL.map(|program| {
            let file = |lines: &str| packed(&saved::parts(lines, program));
            found(&file(source), &file(&misspelt(source)))
        });
        let [word, wps, only_office] = all;
        assert!(word.document.contains("云溪镇") && word.refused.contains("[T002]"), "{word:?}");
        assert!(!word.remarks.is_empty(), "{word:?}");
        println!("{}", word.document);
        assert_eq!(wps, word, "WPS");
        assert_eq!(only_office, word, "ONLYOFFICE");
    }
}

/// LibreOffice 7 loses the tags of controls; braces it keeps.
#[test]
fn a_file_that_libreoffice_saved_behaves_as_that_which_it_read() {
    if !has("soffice") {
        return;
    }
    let word = |lines: &str| packed(&saved::parts(lines, saved::Program::Word));
    let sources = [word(BRACES), word(&misspelt(BRACES))];
    let folder = tempfile::tempdir().unwrap();
    let again = sources.each_ref().map(|bytes| {
        fs::write(folder.path().join("ours.docx"), bytes).unwrap();
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let status = Command::new("soffice")
            .args([
                &profile,
                "--headless",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                "saved",
                "ours.docx",
            ])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .status();
        assert!(status.unwrap().success());
        fs::read(folder.path().join("saved/ours.docx")).unwrap()
    });
    assert_eq!(found(&again[0], &again[1]), found(&sources[0], &sources[1]));
}
