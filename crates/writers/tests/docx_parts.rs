//! Every part of one small package, as it stands under `tests/expected/docx`. `HUIBIAN_BLESS=1` rewrites the files.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use huibian_contract::{Aspect, Basis};
use huibian_document::{
    Block, Document, Figure, Heading, HouseStyle, Inline, ListItem, Meta, Official, Paragraph, Signature,
};
use huibian_writers::{DocxWriter, Scratch};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn figure(digits: &str) -> Inline {
    Inline::Figure(Figure {
        aspect: Aspect::Value,
        basis: Basis::Now,
        key: "theory-study/sessions".parse().unwrap(),
        digits: digits.to_owned(),
        measure: "次".to_owned(),
        source: "sessions#1-3".to_owned(),
    })
}

fn heading(level: u8, label: &str, words: &str) -> Heading {
    Heading { level, label: label.to_owned(), content: vec![text(words)] }
}

/// One of everything that a document may hold.
fn document() -> Document {
    Document {
        meta: Meta {
            title: vec![text("云溪镇2023年第二季度意识形态工作分析报告")],
            recipients: vec!["县综合办公室".to_owned(), "某某领导小组".to_owned()],
            signature: Some(Signature {
                name: "云溪镇".to_owned(),
                joint: Vec::new(),
                date: jiff::civil::date(2023, 7, 5),
                seal: false,
            }),
            official: Official::default(),
            language: "zh-CN".to_owned(),
            subject: "A & B".to_owned(),
            creator: "云溪镇".to_owned(),
            generator: "huibian".to_owned(),
        },
        laid: Vec::new(),
        blocks: vec![
            Block::Heading(heading(1, "一、", "工作情况")),
            Block::Paragraph(Paragraph {
                run_in: Some(heading(2, "（一）", "理论学习")),
                content: vec![text("学习"), figure("3"), text("，“研讨”—— <&> "), figure("1"), text("。")],
            }),
            Block::Heading(heading(3, "1.", "办法")),
            Block::Paragraph(Paragraph {
                run_in: None,
                content: vec![
                    Inline::Strong(vec![text("重点："), figure("2")]),
                    Inline::LineBreak,
                    text("另起一行"),
                ],
            }),
            Block::List(vec![ListItem { label: "1.".to_owned(), content: vec![text("台账")] }]),
            Block::PageBreak,
            Block::Heading(heading(4, "（1）", "附注")),
        ],
    }
}

#[test]
fn no_bookmark_stands_twice() {
    let mut document = document();
    let keyed = |key: &str| match figure("1") {
        Inline::Figure(figure) => Inline::Figure(Figure { key: key.parse().unwrap(), ..figure }),
        other => other,
    };
    let content = ["a/b", "a/b", "a/b_2", "a/b", "a/b_2"].map(keyed).to_vec();
    document.blocks = vec![Block::Paragraph(Paragraph { run_in: None, content })];
    let style = fs::read_to_string(root().join("templates/styles/gbt9704.toml")).unwrap();
    let writer = DocxWriter::new(&HouseStyle::parse(&style).unwrap());
    let bytes = writer.package(&document, &mut Scratch::default());
    let mut xml = String::new();
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let names: Vec<_> = xml.split("w:name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(names, ["a_b", "a_b_2", "a_b_2_2", "a_b_3", "a_b_2_3"]);
}

#[test]
fn every_part_is_as_expected() {
    let style = fs::read_to_string(root().join("templates/styles/gbt9704.toml")).unwrap();
    let writer = DocxWriter::new(&HouseStyle::parse(&style).unwrap());
    let bytes = writer.package(&document(), &mut Scratch::default());
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let expected = root().join("tests/expected/docx");
    let mut parts = BTreeSet::new();
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let path = expected.join(part.name().unwrap().as_ref());
        let mut xml = String::new();
        part.read_to_string(&mut xml).unwrap();
        // One tag a line, for a diff to show; nothing else is changed.
        let xml = xml.replace("><", ">\n<") + "\n";
        if std::env::var_os("HUIBIAN_BLESS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &xml).unwrap();
        }
        assert_eq!(xml, fs::read_to_string(&path).unwrap_or_default(), "{}", path.display());
        parts.insert(path);
    }
    assert_eq!(parts, files(&expected), "a part too many, or too few");
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { assert!(found.insert(path)) }
    }
    found
}
