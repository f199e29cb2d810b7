//! Documents in the hands of the programs that read them: the ECMA schemas, python-docx, and LibreOffice, on whose pages
//! the lines and characters of GB/T 9704-2012 are counted.
//!
//! `cargo xtask readers` installs them. Without them these tests pass with a word on stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use huibian_tests::readers::{ask, readers};
use huibian_tests::{copy, program, root};
use serde::Deserialize;

const TEXT_LEFT: f64 = 28.0;
const TEXT_RIGHT: f64 = 184.0;
const TEXT_BOTTOM: f64 = 262.0;
/// One character of body text, with and without its tracking.
const CELL: f64 = 156.0 / 28.0;
const BODY_SIZE: f64 = 16.0 * 25.4 / 72.0;
const PAGE_NUMBER_SIZE: f64 = 14.0 * 25.4 / 72.0;
const LINE: f64 = 225.0 / 22.0;
/// How many units beside the examples.
const GENERATED: usize = 40;
/// The opening of the Thousand Character Classic: hanzi without a mark between them.
const HANZI: &str = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜";

/// One run over the example workspace and generated units, and its documents.
struct Batch {
    home: PathBuf,
    documents: Vec<PathBuf>,
}

impl Batch {
    fn document(&self, unit: &str) -> &PathBuf {
        self.documents.iter().find(|path| path.file_stem().is_some_and(|stem| stem == unit)).unwrap()
    }
}

static BATCH: LazyLock<Option<Batch>> = LazyLock::new(|| {
    let home = readers()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readers");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for part in ["workspace.toml", "data", "templates", "plugins"] {
        copy(&root().join(part), &folder.join(part));
    }
    let settings = fs::read_to_string(folder.join("workspace.toml")).unwrap();
    let settings = settings.replace(r#"["docx", "md"]"#, r#"["docx", "txt"]"#);
    fs::write(folder.join("workspace.toml"), settings).unwrap();
    for number in 0..GENERATED {
        fs::write(folder.join(format!("data/2023Q2/generated{number}.toml")), generated(number)).unwrap();
    }
    let hanzi = HANZI.repeat(32);
    let unit = format!("[unit]\nname = \"满页镇\"\n[theory-study]\nresponsibility = \"{hanzi}\"\n{COUNTS}");
    fs::write(folder.join("data/2023Q2/hanzi.toml"), unit).unwrap();
    let output = Command::new(program("huibian")).current_dir(&folder).arg("batch").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut documents: Vec<_> = fs::read_dir(folder.join("out/ideology/2023Q2"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "docx"))
        .collect();
    documents.sort();
    assert!(documents.len() > GENERATED, "{} documents", documents.len());
    Some(Batch { home, documents })
});

const COUNTS: &str = "sessions_total = 3\nseminars_total = 1\n[propaganda]\nmeetings_total = 2\narticles_total = 9\n\
                      [position-management]\nbranches_total = 1\nsites_total = 4\n";

/// A unit whose name and texts are longer, the higher its number.
fn generated(number: usize) -> String {
    let name: String = HANZI.chars().cycle().skip(number).take(2 + number / 2).collect();
    let text: String = format!("{HANZI}，“{HANZI}”——{HANZI}……").chars().take(8 + number * 3).collect();
    format!(
        "[unit]\nname = \"{name}镇\"\nrecipients = [\"县综合办公室\", \"某某领导小组\"]\n\
         [theory-study]\nresponsibility = \"{text}\"\nplan = \"{text}\"\n{COUNTS}\
         [online-opinion]\ncommentators_total = {number}\nfound_total = {}\nhandled_total = {number}\n\
         mechanism = \"{text}\"\n",
        number * 3
    )
}

fn near(found: f64, wanted: f64, tolerance: f64) -> bool {
    (found - wanted).abs() <= tolerance
}

#[derive(Deserialize)]
struct Page {
    lines: Vec<Line>,
    number: Option<PageNumber>,
    fonts: BTreeMap<String, usize>,
}

#[derive(Deserialize, Debug)]
struct Line {
    text: String,
    baseline: f64,
    left: f64,
    right: f64,
}

#[derive(Deserialize, Debug)]
struct PageNumber {
    text: String,
    left: f64,
    right: f64,
    dash: Option<[f64; 2]>,
}

static PAGES: LazyLock<Option<BTreeMap<PathBuf, Vec<Page>>>> =
    LazyLock::new(|| BATCH.as_ref().map(|batch| ask(&batch.home, "layout.py", &batch.documents)));

#[test]
fn every_package_is_valid() {
    let Some(batch) = BATCH.as_ref() else { return };
    for (file, faults) in ask::<Vec<String>>(&batch.home, "packages.py", &batch.documents) {
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
    }
}

#[test]
fn a_package_with_one_of_everything_is_valid() {
    let Some(batch) = BATCH.as_ref() else { return };
    let file = batch.documents[0].with_file_name("everything.zip");
    let mut package = zip::ZipWriter::new(fs::File::create(&file).unwrap());
    for part in [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ] {
        package.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        package.write_all(&fs::read(root().join("tests/expected/docx").join(part)).unwrap()).unwrap();
    }
    package.finish().unwrap();
    let faults = &ask::<Vec<String>>(&batch.home, "packages.py", std::slice::from_ref(&file))[&file];
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_spoilt_package_is_not_valid() {
    type Spoil = fn(&str, String) -> Option<String>;
    let changes: [(&str, Spoil); 4] = [
        ("word/document.xml: ", |name, text| {
            Some(if name == "word/document.xml" {
                text.replacen("<w:pPr>", "<w:pPr><w:jc/>", 1)
            } else {
                text
            })
        }),
        ("word/_rels/document.xml.rels: word/footer2.xml is missing", |name, text| {
            (name != "word/footer2.xml").then_some(text)
        }),
        ("word/settings.xml: no content type", |_, text| {
            Some(
                text.replace("/word/settings.xml", "/word/other.xml")
                    .replace("Extension=\"xml\"", "Extension=\"x\""),
            )
        }),
        ("docProps/core.xml: ", |_, text| Some(text.replace(" xsi:type=\"dcterms:W3CDTF\"", ""))),
    ];
    let Some(batch) = BATCH.as_ref() else { return };
    for (index, (fault, change)) in changes.iter().enumerate() {
        let spoilt = batch.documents[0].with_file_name(format!("spoilt{index}.zip"));
        let mut from = zip::ZipArchive::new(fs::File::open(&batch.documents[0]).unwrap()).unwrap();
        let mut to = zip::ZipWriter::new(fs::File::create(&spoilt).unwrap());
        for index in 0..from.len() {
            let mut part = from.by_index(index).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            let name = part.name().unwrap().into_owned();
            if let Some(text) = change(&name, text) {
                to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
                to.write_all(text.as_bytes()).unwrap();
            }
        }
        to.finish().unwrap();
        let faults = &ask::<Vec<String>>(&batch.home, "packages.py", std::slice::from_ref(&spoilt))[&spoilt];
        assert!(faults.iter().any(|found| found.starts_with(fault)), "{fault} not among {faults:#?}");
    }
}

#[derive(Deserialize)]
struct Structure {
    styles: BTreeMap<String, Style>,
    properties: BTreeMap<String, Option<String>>,
    sections: Vec<Section>,
    odd_even: bool,
    paragraphs: Vec<Paragraph>,
}

#[derive(Deserialize)]
struct Style {
    outline: Option<u8>,
    east_asian: Option<String>,
    size: Option<f64>,
}

#[derive(Deserialize)]
struct Section {
    width: f64,
    height: f64,
    margins: [f64; 4],
    footer: Vec<String>,
    even_footer: Vec<String>,
    even_footer_own: bool,
}

#[derive(Deserialize)]
struct Paragraph {
    style: String,
    text: String,
    direct: Vec<String>,
}

#[test]
fn python_docx_finds_styles_outline_properties_and_footers() {
    let Some(batch) = BATCH.as_ref() else { return };
    let structures: BTreeMap<_, Structure> = ask(&batch.home, "structure.py", &batch.documents);
    let yunxi = &structures[batch.document("云溪镇")];
    for (name, face, size, outline) in [
        ("Title", "方正小标宋简体", 22.0, None),
        ("公文主送机关", "仿宋_GB2312", 16.0, None),
        ("公文正文", "仿宋_GB2312", 16.0, None),
        ("Heading 1", "黑体", 16.0, Some(0)),
        ("Heading 2", "楷体_GB2312", 16.0, Some(1)),
        ("Heading 3", "仿宋_GB2312", 16.0, Some(2)),
        ("Heading 4", "仿宋_GB2312", 16.0, Some(3)),
        ("公文署名", "仿宋_GB2312", 16.0, None),
        ("公文成文日期", "仿宋_GB2312", 16.0, None),
        ("公文页码", "宋体", 14.0, None),
    ] {
        let style = yunxi.styles.get(name).unwrap_or_else(|| panic!("no style {name}"));
        assert_eq!(style.east_asian.as_deref(), Some(face), "{name}");
        assert_eq!((style.size, style.outline), (Some(size), outline), "{name}");
    }
    for (property, value) in [
        ("title", "云溪镇2023年第二季度意识形态工作分析报告"),
        ("subject", "意识形态工作分析报告 2023Q2"),
        ("creator", "云溪镇"),
        ("created", "2023-07-05T00:00:00+00:00"),
        ("language", "zh-CN"),
    ] {
        assert_eq!(yunxi.properties[property].as_deref(), Some(value), "{property}");
    }
    let headings = yunxi.paragraphs.iter().filter(|paragraph| paragraph.style == "Heading 1");
    let headings: Vec<_> = headings.map(|paragraph| paragraph.text.as_str()).collect();
    assert_eq!(headings, ["一、本季度工作情况", "二、存在的问题和改进措施", "三、下季度工作打算"]);
    for (file, structure) in &structures {
        let file = file.display();
        assert!(structure.odd_even, "{file}");
        let [section] = structure.sections.as_slice() else { panic!("{file}: more than one section") };
        assert!(near(section.width, 210.0, 0.1) && near(section.height, 297.0, 0.1), "{file}");
        for (found, wanted) in section.margins.iter().zip([37.0, 26.0, 35.0, 28.0]) {
            assert!(near(*found, wanted, 0.1), "{file}: a margin of {found}");
        }
        assert!(section.even_footer_own, "{file}");
        assert_eq!(
            (&section.footer[..], &section.even_footer[..]),
            (&["— 1 —".into()][..], &["— 1 —".into()][..])
        );
        for paragraph in &structure.paragraphs {
            let Paragraph { style, text, direct } = paragraph;
            let is_known = ["公文", "Title", "Heading "].iter().any(|known| style.starts_with(known));
            assert!(is_known, "{file}: {text} in {style}");
            assert!(direct.iter().all(|tag| tag == "rStyle" || tag == "rFonts"), "{file}: {direct:?}");
        }
    }
}

#[test]
fn a_full_page_of_hanzi_has_22_lines_of_28_characters() {
    let (Some(batch), Some(pages)) = (BATCH.as_ref(), PAGES.as_ref()) else { return };
    let page = &pages[batch.document("满页镇")][1];
    assert_eq!(page.lines.len(), 22);
    for (number, line) in page.lines.iter().enumerate() {
        assert_eq!(line.text.chars().count(), 28, "{line:?}");
        assert!(line.text.chars().all(|c| HANZI.contains(c)), "{line:?}");
        assert!(near(line.left, TEXT_LEFT, 0.2) && near(line.right, TEXT_RIGHT, 0.5), "{line:?}");
        let drop = line.baseline - page.lines[0].baseline;
        assert!(near(drop, LINE * f64::from(u32::try_from(number).unwrap()), 0.5), "{line:?}");
    }
    let [first, second, ..] = pages[batch.document("河口镇")].as_slice() else {
        panic!("less than two pages")
    };
    assert!(first.lines.len() < 22, "the title stands on page 1");
    assert_eq!(second.lines.len(), 22, "a full page of an everyday report");
}

#[test]
fn no_page_holds_more_than_its_text_area() {
    let Some(pages) = PAGES.as_ref() else { return };
    for (file, pages) in pages {
        for page in pages {
            assert!(page.lines.len() <= 22, "{}", file.display());
            for line in &page.lines {
                let inside = line.left > TEXT_LEFT - 0.2 && line.right < TEXT_RIGHT + 0.6;
                assert!(inside, "{}: {line:?}", file.display());
            }
        }
    }
}

#[test]
fn page_numbers_stand_outside_one_character_in_and_7_mm_below_the_text() {
    let Some(pages) = PAGES.as_ref() else { return };
    for (file, pages) in pages {
        assert!(pages.len() > 1, "{}", file.display());
        for (number, page) in (1..).zip(pages) {
            let found = page.number.as_ref().unwrap_or_else(|| panic!("{}: page {number}", file.display()));
            assert_eq!(found.text, format!("—{number}—"), "{}", file.display());
            if number % 2 == 1 {
                assert!(
                    near(found.right, TEXT_RIGHT - PAGE_NUMBER_SIZE, 0.3),
                    "{}: {found:?}",
                    file.display()
                );
            } else {
                assert!(near(found.left, TEXT_LEFT + PAGE_NUMBER_SIZE, 0.3), "{}: {found:?}", file.display());
            }
            let [top, _] = found.dash.unwrap();
            assert!(near(top - TEXT_BOTTOM, 7.0, 0.7), "{}: {found:?}", file.display());
        }
    }
}

#[test]
fn the_page_says_what_the_text_file_says() {
    let Some(pages) = PAGES.as_ref() else { return };
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (file, pages) in pages {
        let set: String = pages.iter().flat_map(|page| &page.lines).map(|line| line.text.as_str()).collect();
        let text = fs::read_to_string(file.with_extension("txt")).unwrap();
        assert_eq!(bare(&set), bare(&text), "{}", file.display());
    }
}

#[test]
fn chinese_marks_are_set_in_the_chinese_face() {
    let Some(pages) = PAGES.as_ref() else { return };
    for (file, pages) in pages {
        let text = fs::read_to_string(file.with_extension("txt")).unwrap();
        let latin = text.chars().filter(char::is_ascii_graphic).count();
        let fonts = pages.iter().flat_map(|page| &page.fonts);
        let set: usize =
            fonts.filter(|(font, _)| font.starts_with("LiberationSerif")).map(|(_, count)| count).sum();
        assert_eq!(set, latin, "{}", file.display());
    }
}

#[test]
fn the_date_begins_two_characters_right_of_the_signatory() {
    let Some(pages) = PAGES.as_ref() else { return };
    let (mut short, mut long) = (0, 0);
    for (file, pages) in pages {
        let lines: Vec<_> = pages.iter().flat_map(|page| &page.lines).collect();
        let [.., last, name, date] = lines.as_slice() else { panic!("{}", file.display()) };
        assert_eq!(date.text, "2023年7月5日", "{}", file.display());
        let page = &pages.last().unwrap().lines;
        assert!(
            page.iter().any(|line| line.text == name.text),
            "{}: a date alone on its page",
            file.display()
        );
        if page.iter().any(|line| std::ptr::eq(line, *last)) {
            assert!(
                near(name.baseline - last.baseline, 2.0 * LINE, 0.3),
                "{}: no empty line",
                file.display()
            );
        }
        if name.text.is_ascii() || name.text.contains('A') {
            continue; // Latin letters are not all half a character wide.
        }
        assert!(near(date.left - name.left, 2.0 * CELL, 0.6), "{}: {name:?} {date:?}", file.display());
        let longer = if name.right - name.left > date.right - date.left {
            long += 1;
            name
        } else {
            short += 1;
            date
        };
        assert!(near(TEXT_RIGHT - longer.right, 2.0 * BODY_SIZE, 0.4), "{}: {longer:?}", file.display());
    }
    assert!(short > 5 && long > 5, "{short} short and {long} long names");
}

#[test]
fn the_lines_of_a_title_are_of_like_width() {
    let Some(pages) = PAGES.as_ref() else { return };
    let mut broken = 0;
    for (file, pages) in pages {
        let first = &pages[0].lines;
        let end = first.iter().position(|line| line.text.ends_with("报告")).unwrap();
        let widths = first[..=end].iter().map(|line| line.right - line.left);
        let (least, most) = widths
            .fold((f64::MAX, 0.0), |(least, most), width| (f64::min(least, width), f64::max(most, width)));
        assert!(least * 2.5 > most, "{}: {least} and {most} mm", file.display());
        broken += usize::from(end > 0);
    }
    assert!(broken > GENERATED / 2);
}
