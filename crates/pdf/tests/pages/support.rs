//! Documents, their writer, and what is measured on their pages.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use huibian_contract::{Aspect, Basis};
use huibian_document::official::{
    Attachment, DocumentNumber, Imprint, IssuerMark, Official, Secrecy, SecrecyLevel, Serial, Urgency,
};
use huibian_document::table::{Align, Cell, Column, Table};
use huibian_document::{
    Block, Document, Figure, Heading, HouseStyle, Inline, ListItem, Meta, Paragraph, Signature,
};
use huibian_pdf::{Faces, PdfWriter, Profile};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub const HANZI: &str = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜";

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// The folder of free faces, when it is there.
pub fn fonts() -> Option<PathBuf> {
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
pub fn style() -> HouseStyle {
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

pub fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph { run_in: None, content: words(text) })
}

pub fn plain() -> Document {
    let figure = Figure {
        key: "theory-study/sessions".parse().unwrap(),
        aspect: Aspect::Value,
        basis: Basis::Now,
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
        laid: Vec::new(),
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

pub fn official() -> Document {
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
        number: Some(DocumentNumber { code: "云委发".to_owned(), year: 2023, sequence: "5".to_owned() }),
        signers: vec!["张某某".to_owned(), "李某某".to_owned(), "王某某".to_owned()],
        attachments: vec![
            Attachment {
                title: "2023年第二季度工作台账".to_owned(), blocks: vec![Block::Table(table)]
            },
            Attachment { title: "有关单位名单".to_owned(), blocks: Vec::new() },
        ],
        note: Some("此件公开发布".to_owned()),
        imprint: Some(Imprint {
            recipients: Vec::new(),
            copies_to: vec!["县委组织部".to_owned(), "县委宣传部".to_owned()],
            printer: "云溪镇党政办公室".to_owned(),
            printed: "2023-07-06".parse().unwrap(),
        }),
    };
    document.blocks.insert(0, Block::Contents { levels: 2 });
    document.blocks.push(Block::Table(turned));
    document
}

pub fn writer(fonts: &Path, profile: Profile) -> PdfWriter {
    let style = style();
    let faces = Faces::find(&style, &[fonts.to_owned(), "/usr/share/fonts".into()], false).unwrap();
    PdfWriter::new(&style, faces, profile).unwrap()
}

/// Writes what a test made where someone can look at it.
pub fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("HUIBIAN_PAGES") {
        fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}

pub const TEXT_TOP: f64 = 37.0;
pub const TEXT_LEFT: f64 = 28.0;
pub const TEXT_RIGHT: f64 = 184.0;
pub const TEXT_BOTTOM: f64 = 262.0;

/// Millimetres that a place may differ.
pub const NEAR: f64 = 0.5;

/// What `tests/readers/pdf.py` finds in a file; lengths in mm from the page's top left corner.
#[derive(Deserialize)]
pub struct Read {
    pub title: String,
    /// Whether a window is to bear the title rather than the file's name.
    pub shows_title: bool,
    /// Whether the file says that it conforms to PDF/UA.
    pub accessible: bool,
    pub outline: Vec<(u32, String)>,
    pub pages: Vec<Page>,
}

#[derive(Deserialize)]
pub struct Page {
    pub lines: Vec<Line>,
    /// Top and bottom of the page number's dash.
    pub dash: Option<[f64; 2]>,
    pub rules: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
pub struct Line {
    pub text: String,
    pub baseline: f64,
    pub left: f64,
    pub right: f64,
}

#[derive(Debug, Deserialize)]
pub struct Rule {
    pub top: f64,
    pub bottom: f64,
    pub left: f64,
    pub right: f64,
    pub color: Option<[f64; 3]>,
}

impl Page {
    /// The lines of the text area.
    pub fn text(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.baseline < TEXT_BOTTOM)
    }

    /// The line that says this.
    pub fn line(&self, text: &str) -> &Line {
        let found = self.lines.iter().find(|line| line.text == text);
        found.unwrap_or_else(|| panic!("no line {text} in {:?}", self.lines))
    }
}

/// What the readers' `script` says of a file.
pub fn said<T: DeserializeOwned>(script: &str, fonts: &Path, bytes: &[u8]) -> T {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}.pdf", std::process::id()));
    fs::write(&path, bytes).unwrap();
    let python = fonts.parent().unwrap().join("venv/bin/python");
    let script = root().join("tests/readers").join(script);
    let output = Command::new(python).arg(script).arg(&path).stderr(Stdio::inherit()).output().unwrap();
    fs::remove_file(&path).unwrap();
    assert!(output.status.success());
    let answer: BTreeMap<String, T> = serde_json::from_slice(&output.stdout).unwrap();
    answer.into_values().next().unwrap()
}

pub fn measured(fonts: &Path, bytes: &[u8]) -> Read {
    said("pdf.py", fonts, bytes)
}

#[track_caller]
pub fn assert_near(found: f64, wanted: f64, what: impl std::fmt::Debug) {
    assert!((found - wanted).abs() < NEAR, "{found:.2} mm instead of {wanted:.2} mm: {what:?}");
}
