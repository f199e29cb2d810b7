//! Documents set with the free faces that `cargo xtask readers` installs. Without them these tests pass with a word on
//! stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use huibian_document::official::{
    Attachment, DocumentNumber, Imprint, IssuerMark, Official, Secrecy, SecrecyLevel, Serial, Urgency,
};
use huibian_document::table::{Align, Cell, Column, Table};
use huibian_document::{
    Aspect, Block, Document, Figure, Heading, HouseStyle, Inline, ListItem, Meta, Paragraph, Signature,
};
use huibian_pdf::{Faces, PdfWriter, Profile};

const HANZI: &str = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// The folder of free faces, when it is there.
fn fonts() -> Option<PathBuf> {
    let test = std::env::current_exe().unwrap();
    let target = test.ancestors().nth(3).unwrap();
    let fonts = target.join("readers/fonts");
    if fonts.join("FandolFang-Regular.otf").exists() {
        return Some(fonts);
    }
    assert!(std::env::var_os("CI").is_none(), "the faces are not installed: cargo xtask readers");
    let words = "\n*** NOT TESTED: the faces are not installed. `cargo xtask readers` installs them. ***\n\n";
    std::io::stderr().write_all(words.as_bytes()).unwrap();
    None
}

/// The style with the free faces named in the places of the official ones.
fn style() -> HouseStyle {
    let mut text = fs::read_to_string(root().join("templates/styles/gbt9704.toml")).unwrap();
    for (official, free) in [
        ("仿宋_GB2312", "FandolFang R"),
        ("楷体_GB2312", "FandolKai"),
        ("黑体", "FandolHei"),
        ("方正小标宋简体", "FandolSong"),
        ("宋体", "FandolSong"),
        ("Times New Roman", "Liberation Serif"),
    ] {
        text = text.replace(&format!("\"{official}\""), &format!("\"{free}\""));
    }
    HouseStyle::parse(text.split("[substitutes]").next().unwrap()).unwrap()
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph { run_in: None, content: words(text) })
}

fn plain() -> Document {
    let figure = Figure {
        key: "theory-study/sessions".parse().unwrap(),
        aspect: Aspect::Value,
        digits: "12".to_owned(),
        measure: "次".to_owned(),
        source: "sessions#1-12".to_owned(),
    };
    let content = vec![
        Inline::Text("组织“集中学习”——共".to_owned()),
        Inline::Figure(figure),
        Inline::Text("，\"A\\B\" #set $x$ *不是标记*，".to_owned()),
        Inline::Strong(words("成效明显")),
        Inline::Text("。".to_owned()),
        Inline::Note(words("见学习台账。")),
    ];
    let heading =
        |level, label: &str, text: &str| Heading { level, label: label.to_owned(), content: words(text) };
    Document {
        meta: Meta {
            title: words("云溪镇2023年第二季度意识形态工作分析报告"),
            recipients: vec!["县综合办公室".to_owned()],
            signature: Some(Signature {
                name: "云溪镇人民政府办公室综合科".to_owned(),
                joint: Vec::new(),
                date: "2023-07-05".parse().unwrap(),
                seal: false,
            }),
            official: Official::default(),
            language: "zh-CN".to_owned(),
            subject: "2023年第二季度".to_owned(),
            creator: "云溪镇".to_owned(),
            generator: "huibian".to_owned(),
        },
        blocks: vec![
            Block::Heading(heading(1, "一、", "工作开展情况")),
            Block::Paragraph(Paragraph {
                run_in: Some(heading(2, "（一）", "抓实理论学习")), content
            }),
            Block::List(vec![ListItem { label: "1.".to_owned(), content: words("每月通报一次") }]),
            paragraph(&HANZI.repeat(50)),
        ],
    }
}

fn official() -> Document {
    let mut document = plain();
    let row = |cells: &[&str]| cells.iter().map(|cell| Cell::new(words(cell))).collect::<Vec<_>>();
    let columns = vec![Column { align: Align::Left, share: 2 }, Column { align: Align::Right, share: 1 }];
    let mut table = Table::new(
        columns,
        1,
        vec![row(&["单位", "学习（次）"]), row(&["云溪镇", "3"]), row(&["石桥镇", "5"])],
    )
    .unwrap();
    table.caption = words("学习情况统计表");
    let mut turned = table.clone();
    turned.landscape = true;
    document.meta.official = Official {
        serial: Serial::new(1),
        secrecy: Some(Secrecy { level: SecrecyLevel::High, term: Some("1年".to_owned()) }),
        urgency: Some(Urgency::Extra),
        mark: Some(IssuerMark {
            names: vec!["某某县综合办公室".to_owned(), "某某县财政局".to_owned()],
            suffix: "文件".to_owned(),
        }),
        number: Some(DocumentNumber { code: "云委发".to_owned(), year: 2023, sequence: 5 }),
        signers: vec!["张某某".to_owned(), "李某某".to_owned(), "王某某".to_owned()],
        attachments: vec![
            Attachment {
                title: "2023年第二季度工作台账".to_owned(), blocks: vec![Block::Table(table)]
            },
            Attachment { title: "有关单位名单".to_owned(), blocks: Vec::new() },
        ],
        note: Some("此件公开发布".to_owned()),
        imprint: Some(Imprint {
            copies_to: vec!["县委组织部".to_owned(), "县委宣传部".to_owned()],
            printer: "云溪镇党政办公室".to_owned(),
            printed: "2023-07-06".parse().unwrap(),
        }),
    };
    document.blocks.insert(0, Block::Contents { levels: 2 });
    document.blocks.push(Block::Table(turned));
    document
}

fn writer(fonts: &Path, profile: Profile) -> PdfWriter {
    let style = style();
    let faces = Faces::find(&style, &[fonts.to_owned(), "/usr/share/fonts".into()], false).unwrap();
    PdfWriter::new(&style, faces, profile).unwrap()
}

/// Writes what a test made where someone can look at it.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("HUIBIAN_PAGES") {
        fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}

#[test]
fn the_same_document_makes_the_same_file_on_any_thread() {
    let Some(fonts) = fonts() else { return };
    let writer = writer(&fonts, Profile::Archive);
    let first = writer.write(&plain()).unwrap().bytes;
    keep("plain.pdf", &first);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| (0..10).for_each(|_| assert!(writer.write(&plain()).unwrap().bytes == first)));
        }
    });
}

#[test]
fn every_element_is_set() {
    let Some(fonts) = fonts() else { return };
    let file = writer(&fonts, Profile::Plain).write(&official()).unwrap();
    keep("official.pdf", &file.bytes);
    assert!(file.bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(file.rare, Vec::new());
    let read = measured(&fonts, &file.bytes);
    let pages = read["pages"].as_array().unwrap();
    let last = lines(pages.last().unwrap());
    // 版记 stands on the bottom line of the last page, which is an even one (7.4).
    assert_eq!(pages.len() % 2, 0);
    let printed = &last[last.len() - 2];
    assert!(printed.0.starts_with("云溪镇党政办公室"), "{last:?}");
    assert!((TEXT_BOTTOM - printed.1 - 2.0).abs() < 1.0, "{last:?}");
    // The page of the wide table is turned, and its number stands where it does on the others, seen upright.
    assert_eq!(read["outline"][0], serde_json::json!([1, "一、工作开展情况"]));
}

#[test]
fn a_page_has_22_lines_of_28_characters() {
    let Some(fonts) = fonts() else { return };
    let file = writer(&fonts, Profile::Plain).write(&plain()).unwrap();
    let read = measured(&fonts, &file.bytes);
    for number in 1..3 {
        let page = &read["pages"][number];
        let lines = lines(page);
        let (text, below): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.1 < TEXT_BOTTOM);
        assert_eq!(text.len(), 22, "{lines:?}");
        for line in &text {
            assert_eq!(line.0.chars().count(), 28, "{line:?}");
            assert!((line.2 - TEXT_LEFT).abs() < 0.5 && (line.3 - TEXT_RIGHT).abs() < 0.5, "{line:?}");
        }
        // 7.5: the dash 7 mm below the text, the number one character in from the edge, right on odd pages.
        let dash = &page["dash"];
        let middle = f64::midpoint(dash[0].as_f64().unwrap(), dash[1].as_f64().unwrap());
        assert!((middle - TEXT_BOTTOM - 7.0).abs() < 0.5, "{middle}");
        let inset = if number % 2 == 0 { TEXT_RIGHT - below[0].3 } else { below[0].2 - TEXT_LEFT };
        assert!((inset - 14.0 * 25.4 / 72.0).abs() < 0.5, "{inset}");
    }
}

#[test]
fn signatory_and_date_stand_where_they_should() {
    let Some(fonts) = fonts() else { return };
    let writer = writer(&fonts, Profile::Plain);
    let cell = 16.0 * 25.4 / 72.0;
    for (name, date_is_longer) in [("云溪镇人民政府办公室综合科", false), ("云溪镇", true)] {
        let mut document = plain();
        let signature = document.meta.signature.as_mut().unwrap();
        signature.name = name.to_owned();
        let read = measured(&fonts, &writer.write(&document).unwrap().bytes);
        let pages = read["pages"].as_array().unwrap();
        let lines = lines(pages.last().unwrap());
        let at = lines.iter().position(|line| line.0 == name).unwrap();
        let (signatory, date) = (&lines[at], &lines[at + 1]);
        assert_eq!(date.0, "2023年7月5日");
        assert!((date.2 - signatory.2 - 2.0 * cell).abs() < 0.5, "{lines:?}");
        let longer = if date_is_longer { date } else { signatory };
        assert!((TEXT_RIGHT - longer.3 - 2.0 * cell).abs() < 0.5, "{lines:?}");
    }
}

#[test]
fn a_file_says_what_the_text_says_and_nothing_in_it_is_markup() {
    let Some(fonts) = fonts() else { return };
    let mut document = plain();
    // Signs of footnotes are the style's own in each format.
    if let Block::Paragraph(paragraph) = &mut document.blocks[1] {
        paragraph.content.pop();
    }
    let read = measured(&fonts, &writer(&fonts, Profile::Plain).write(&document).unwrap().bytes);
    let pages = read["pages"].as_array().unwrap().iter();
    let found: String =
        pages.flat_map(lines).filter(|line| line.1 < TEXT_BOTTOM).map(|line| line.0).collect();
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(letters(&found), letters(&huibian_writers::text(&document, &style())));
    assert_eq!(read["title"], "云溪镇2023年第二季度意识形态工作分析报告");
    assert_eq!(read["outline"], serde_json::json!([[1, "一、工作开展情况"], [2, "（一）抓实理论学习"]]));
}

#[test]
fn a_length_of_the_style_changes_the_file() {
    let Some(fonts) = fonts() else { return };
    let mut style = style();
    style.text.line = "27pt".parse().unwrap();
    let faces = Faces::find(&style, &[fonts.clone(), "/usr/share/fonts".into()], false).unwrap();
    let file = PdfWriter::new(&style, faces, Profile::Plain).unwrap().write(&plain()).unwrap();
    let read = measured(&fonts, &file.bytes);
    let lines = lines(&read["pages"][1]);
    assert!((lines[1].1 - lines[0].1 - 27.0 * 25.4 / 72.0).abs() < 0.01, "{lines:?}");
}

#[test]
fn faces_that_are_missing_and_characters_that_are_rare_are_told_of() {
    let Some(fonts) = fonts() else { return };
    let mut style = style();
    style.paragraphs.title.face = "某某标宋".to_owned();
    style.paragraphs.mark.face = "另一标宋".to_owned();
    style.substitutes.insert("另一标宋".to_owned(), vec!["没有的".to_owned(), "FandolSong".to_owned()]);
    let faces = Faces::find(&style, &[fonts.clone(), "/usr/share/fonts".into()], false).unwrap();
    let missing: Vec<_> = faces.missing.iter().map(|missing| missing.face.as_str()).collect();
    assert!(missing.contains(&"某某标宋") && missing.contains(&"另一标宋"), "{missing:?}");
    let stand_in = faces.missing.iter().find(|missing| missing.face == "另一标宋").unwrap();
    assert_eq!(stand_in.stand_in, "FandolSong");
    assert!(Faces::find(&style, &[], false).is_err(), "no face at all");

    let mut document = plain();
    document.blocks = vec![paragraph("王玥、李堃、\u{10FFFD}")];
    let file = PdfWriter::new(&style, faces, Profile::Plain).unwrap().write(&document).unwrap();
    let rare: Vec<_> = file.rare.iter().map(|(character, face)| (*character, face.is_some())).collect();
    assert!(rare.contains(&('堃', true)) && rare.contains(&('\u{10FFFD}', false)), "{rare:?}");
    let read = measured(&fonts, &file.bytes);
    let text: String = lines(&read["pages"][0]).into_iter().map(|line| line.0).collect();
    assert!(text.contains("李堃、〓"), "{text}");
}

const TEXT_LEFT: f64 = 28.0;
const TEXT_RIGHT: f64 = 184.0;
const TEXT_BOTTOM: f64 = 262.0;

/// What `tests/readers/pdf.py` finds in a file.
fn measured(fonts: &Path, bytes: &[u8]) -> serde_json::Value {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}.pdf", std::process::id()));
    fs::write(&path, bytes).unwrap();
    let python = fonts.parent().unwrap().join("venv/bin/python");
    let script = root().join("tests/readers/pdf.py");
    let output = Command::new(python).arg(script).arg(&path).stderr(Stdio::inherit()).output().unwrap();
    fs::remove_file(&path).unwrap();
    assert!(output.status.success());
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    answer.as_object().unwrap().values().next().unwrap().clone()
}

/// The lines of a page: text, baseline, left and right.
fn lines(page: &serde_json::Value) -> Vec<(String, f64, f64, f64)> {
    let number = |line: &serde_json::Value, key: &str| line[key].as_f64().unwrap();
    let line = |line: &serde_json::Value| {
        let text = line["text"].as_str().unwrap().to_owned();
        (text, number(line, "baseline"), number(line, "left"), number(line, "right"))
    };
    page["lines"].as_array().unwrap().iter().map(line).collect()
}
