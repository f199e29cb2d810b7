//! Every element of an official document, in word/document.xml and the parts beside it.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use huibian_document::official::{
    Attachment, DocumentNumber, Imprint, IssuerMark, Official, Secrecy, SecrecyLevel, Serial, Urgency,
};
use huibian_document::table::{Align, Cell, Column, Table};
use huibian_document::{
    Block, Document, Heading, HouseStyle, Image, ImageFormat, Inline, ListItem, Meta, Paragraph, Signature,
    plain_text,
};
use huibian_writers::{DocxWriter, HtmlWriter, Scratch, markdown, text};

const HANZI: &str = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜";
/// One grey pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63,
    0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
    0x60, 0x82,
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

fn style() -> HouseStyle {
    HouseStyle::parse(&fs::read_to_string(root().join("templates/styles/gbt9704.toml")).unwrap()).unwrap()
}

fn words(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph { run_in: None, content: words(text) })
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A report with a head, one issuer, an attachment in the document, a note and an imprint.
fn official() -> Document {
    Document {
        meta: Meta {
            title: words("云溪镇2023年第二季度意识形态工作分析报告"),
            recipients: names(&["县综合办公室"]),
            signature: Some(Signature {
                name: "云溪镇".to_owned(),
                joint: Vec::new(),
                date: jiff::civil::date(2023, 7, 5),
                seal: false,
            }),
            official: Official {
                serial: Serial::new(1),
                secrecy: Some(Secrecy { level: SecrecyLevel::High, term: Some("1年".to_owned()) }),
                urgency: Some(Urgency::Extra),
                mark: Some(IssuerMark { names: names(&["云溪镇委员会"]), suffix: "文件".to_owned() }),
                number: Some(DocumentNumber {
                    code: "云委发".to_owned(),
                    year: 2023,
                    sequence: "5".to_owned(),
                }),
                signers: Vec::new(),
                attachments: vec![
                    Attachment {
                        title: "2023年第二季度工作台账".to_owned(),
                        blocks: vec![paragraph(HANZI), Block::Table(table(false))],
                    },
                    Attachment { title: "有关单位名单".to_owned(), blocks: Vec::new() },
                ],
                note: Some("此件公开发布".to_owned()),
                imprint: Some(Imprint {
                    recipients: Vec::new(),
                    copies_to: names(&["县委组织部", "县委宣传部"]),
                    printer: "云溪镇党政办公室".to_owned(),
                    printed: jiff::civil::date(2023, 7, 6),
                }),
            },
            language: "zh-CN".to_owned(),
            subject: String::new(),
            creator: "云溪镇".to_owned(),
            generator: String::new(),
        },
        laid: Vec::new(),
        blocks: vec![paragraph(&HANZI.repeat(3)), paragraph(&HANZI.repeat(6))],
    }
}

/// A document that goes upward, from two issuers, under a seal.
fn upward() -> Document {
    let mut document = official();
    let official = &mut document.meta.official;
    official.serial = None;
    official.secrecy = None;
    official.mark = Some(IssuerMark {
        names: names(&["某某县综合办公室", "某某县财政局"]),
        suffix: "文件".to_owned(),
    });
    official.signers = names(&["张某某", "李某某", "王某某"]);
    official.attachments.truncate(1);
    official.attachments[0].blocks.clear();
    document.meta.signature.as_mut().unwrap().seal = true;
    document.blocks.insert(0, Block::Contents { levels: 2 });
    document.blocks.insert(
        1,
        Block::Heading(Heading { level: 1, label: "一、".to_owned(), content: words("工作情况") }),
    );
    document.blocks.push(Block::Paragraph(Paragraph {
        run_in: Some(Heading { level: 2, label: "（一）".to_owned(), content: words("理论学习") }),
        content: vec![
            Inline::Text("学习三次".to_owned()),
            Inline::Note(words("见“学习台账”。")),
            Inline::Text("。".to_owned()),
        ],
    }));
    document
}

/// A table with a head of two rows, and spans.
fn table(landscape: bool) -> Table {
    let cell = |text: &str| Cell::new(words(text));
    let wide = |text: &str, columns, rows| Cell { columns, rows, ..Cell::new(words(text)) };
    let columns = vec![
        Column { align: Align::Left, share: 2 },
        Column { align: Align::Right, share: 1 },
        Column { align: Align::Right, share: 1 },
    ];
    let mut rows = vec![
        vec![wide("单位", 1, 2), wide("学习情况", 2, 1)],
        vec![cell("学习（次）"), cell("研讨（次）")],
        vec![cell("云溪镇"), cell("3"), cell("1")],
        vec![cell("石桥镇"), cell("5"), cell("2")],
    ];
    rows.push(vec![cell("合计"), wide("11", 2, 1)]);
    let mut table = Table::new(columns, 2, rows).unwrap();
    table.caption = words("学习情况统计表");
    table.landscape = landscape;
    table
}

/// Tables, upright and turned, and a picture.
fn content() -> Document {
    let mut document = official();
    document.meta.official = Official::default();
    let grey = Image {
        width: "40mm".parse().unwrap(),
        height: "20mm".parse().unwrap(),
        caption: words("图1  示意图"),
        ..Image::read(PNG.into(), "灰色方块".to_owned(), "156mm".parse().unwrap()).unwrap()
    };
    assert_eq!(grey.format, ImageFormat::Png);
    document.blocks = vec![
        paragraph(HANZI),
        Block::Table(table(false)),
        Block::Table(table(false)),
        paragraph(HANZI),
        Block::Table(table(true)),
        Block::Image(grey.clone()),
        paragraph(HANZI),
        Block::Image(grey),
        Block::Table(table(false)),
    ];
    document
}

fn parts(document: &Document, name: &str, style: &HouseStyle) -> BTreeMap<String, String> {
    let bytes = DocxWriter::new(style).package(document, &mut Scratch::default());
    assert_eq!(bytes, DocxWriter::new(style).package(document, &mut Scratch::default()), "same bytes");
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), &bytes).unwrap();
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned());
    }
    parts
}

/// The style and the words of each paragraph.
fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let paragraphs = xml.split("<w:p>").skip(1).map(|rest| rest.split("</w:p>").next().unwrap());
    let between = |text: &str, from: &str, to: &str| {
        text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap().to_owned()).collect::<String>()
    };
    paragraphs
        .map(|paragraph| {
            let style = paragraph
                .split("w:pStyle w:val=\"")
                .nth(1)
                .map_or("", |rest| rest.split('"').next().unwrap());
            (style.to_owned(), between(paragraph, "<w:t xml:space=\"preserve\">", "</w:t>"))
        })
        .collect()
}

#[test]
fn every_element_has_its_style_and_its_order() {
    let parts = parts(&official(), "official.docx", &style());
    let found = paragraphs(&parts["word/document.xml"]);
    let told: Vec<_> =
        found.iter().filter(|(_, words)| !words.is_empty() && !words.starts_with("天地")).collect();
    let expected = [
        ("HbSerial", "000001"),
        ("HbSecrecy", "机密★1年"),
        ("HbUrgency", "特急"),
        ("HbMark", "云溪镇委员会文件"),
        ("HbNumber", "云委发〔2023〕5号"),
        ("HbTitle", "云溪镇2023年第二季度意识形态工作分析报告"),
        ("HbRecipients", "县综合办公室："),
        ("HbAttachmentsFirst", "附件：1.2023年第二季度工作台账"),
        ("HbAttachmentsNext", "2.有关单位名单"),
        ("HbSignatory", "云溪镇"),
        ("HbDate", "2023年7月5日"),
        ("HbNote", "（此件公开发布）"),
        ("HbAttachmentLabel", "附件1"),
        ("HbAttachmentTitle", "2023年第二季度工作台账"),
        ("HbTableCaption", "学习情况统计表"),
        ("HbTableHead", "单位"),
        ("HbTableHead", "学习情况"),
        ("HbTableHead", "学习（次）"),
        ("HbTableHead", "研讨（次）"),
        ("HbTableCell", "云溪镇"),
        ("HbTableCellRight", "3"),
        ("HbTableCellRight", "1"),
        ("HbTableCell", "石桥镇"),
        ("HbTableCellRight", "5"),
        ("HbTableCellRight", "2"),
        ("HbTableCell", "合计"),
        ("HbTableCellRight", "11"),
        ("HbImprintCopies", "抄送：县委组织部，县委宣传部。"),
        ("HbImprint", "云溪镇党政办公室2023年7月6日印发"),
    ];
    let told: Vec<_> = told.iter().map(|(style, words)| (style.as_str(), words.as_str())).collect();
    assert_eq!(told, expected);
    for (style, _) in &found {
        assert!(parts["word/styles.xml"].contains(&format!("w:styleId=\"{style}\"")), "no style {style}");
    }
}

#[test]
fn a_document_that_goes_upward_has_its_signers_in_the_line_of_its_number() {
    let parts = parts(&upward(), "upward.docx", &style());
    let found = paragraphs(&parts["word/document.xml"]);
    let lines: Vec<_> = found.iter().filter(|(style, _)| style == "HbNumberUpward").collect();
    let lines: Vec<_> = lines.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(lines, ["签发人：张某某　李某某", "云委发〔2023〕5号王某某"]);
    let joint: Vec<_> = found.iter().filter(|(style, _)| style == "HbMarkJoint").collect();
    assert_eq!(joint.len(), 2);
    assert!(found.contains(&("HbAttachments".to_owned(), "附件：2023年第二季度工作台账".to_owned())));
    assert!(parts["word/footnotes.xml"].contains("见“学习台账”。"));
    // One more than it lists, for a run-in heading of the last to stay where LibreOffice renews it.
    assert!(parts["word/document.xml"].contains(" TOC \\o \"1-3\""));
}

#[test]
fn an_imprint_that_is_higher_than_a_page_goes_over_several() {
    let mut document = official();
    let imprint = document.meta.official.imprint.as_mut().unwrap();
    imprint.copies_to = (1..=100).map(|number| format!("某某县第{number}号有关单位")).collect();
    let parts = parts(&document, "long-imprint.docx", &style());
    let (_, end) = parts["word/document.xml"].rsplit_once("<w:tbl>").unwrap();
    assert!(!end.contains("<w:tblpPr"), "it stands in the flow");
    assert!(end.starts_with("<w:tblPr>") && end.contains("</w:tblGrid><w:tr><w:tc>"), "its row may break");
    // Three pages, of which the last is even.
    assert!(end.contains("<w:type w:val=\"evenPage\"/>"), "{end}");
}

#[test]
fn an_imprint_behind_a_blank_page_has_no_number() {
    let mut kinds = [0; 3];
    for lines in 1..=60 {
        let mut document = official();
        document.meta.official.attachments.clear();
        document.blocks = vec![paragraph("天"); lines];
        let parts = parts(&document, "blank.docx", &style());
        let (_, end) = parts["word/document.xml"].rsplit_once("<w:sectPr>").unwrap();
        assert!(parts.contains_key("word/footer5.xml"), "the same parts wherever it ends");
        let kind = match (end.contains("evenPage"), end.contains("rIdUnnumbered")) {
            (false, false) => 0,
            (true, false) => 1,
            (true, true) => 2,
            (false, true) => panic!("{end}"),
        };
        kinds[kind] += 1;
    }
    assert!(
        kinds.iter().all(|count| *count > 0),
        "{kinds:?}: with the text, on the back of its leaf, on a further leaf"
    );
}

#[test]
fn footnotes_of_an_earlier_page_leave_an_imprint_with_the_text() {
    let noted = |line: usize| {
        let mut document = official();
        document.meta.official.attachments.clear();
        let mut blocks = vec![paragraph("天"); 16];
        blocks[line] = Block::Paragraph(Paragraph {
            run_in: None,
            content: vec![Inline::Text("地".to_owned()), Inline::Note(words("注。"))],
        });
        document.blocks = blocks;
        parts(&document, "noted.docx", &style())["word/document.xml"].clone()
    };
    assert!(!noted(0).contains("evenPage"));
    assert!(noted(15).contains("evenPage"));
}

#[test]
fn a_turned_table_has_its_attachments_label_and_title_on_its_page() {
    let mut document = official();
    document.meta.official.attachments[0].blocks = vec![Block::Table(table(true)), paragraph(HANZI)];
    let parts = parts(&document, "turned.docx", &style());
    let (_, rest) = parts["word/document.xml"].split_once("\"HbAttachmentLabel\"").unwrap();
    let (page, _) = rest.split_once("</w:sectPr>").unwrap();
    assert!(page.contains("HbAttachmentTitle") && page.contains("<w:tbl>"), "{page}");
    assert!(page.contains("w:orient=\"landscape\""), "{page}");
    let html = HtmlWriter::new(&style()).page(&document);
    let (_, rest) = html.split_once("<div class=\"landscape\">").unwrap();
    assert!(rest.starts_with("\n<p class=\"attachment_label\">"), "{rest}");
}

#[test]
fn word_numbers_lists_and_begins_each_anew() {
    let item = |label: &str| ListItem { label: label.to_owned(), content: words("学习") };
    let mut document = official();
    document.blocks = vec![
        Block::List(vec![item("1."), item("2.")]),
        Block::List(vec![item("1.")]),
        Block::List(vec![item("•")]),
        Block::List(vec![item("甲、")]),
    ];
    let parts = parts(&document, "lists.docx", &style());
    let xml = &parts["word/document.xml"];
    let numbers: Vec<_> =
        xml.split("<w:numId w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(numbers, ["2", "2", "3", "1"]);
    let mut items = xml.split("\"HbListNumber\"").skip(1).map(|item| item.split("</w:p>").next().unwrap());
    assert!(items.all(|item| !item.contains(">1.<")) && xml.contains(">甲、<"), "other labels are text");
    assert!(parts["word/numbering.xml"].contains("<w:numFmt w:val=\"decimal\"/>"));
    assert!(parts["word/numbering.xml"].contains("<w:lvlText w:val=\"•\"/>"));
}

#[test]
fn tables_repeat_their_heads_and_pictures_say_what_they_show() {
    let parts = parts(&content(), "content.docx", &style());
    let xml = &parts["word/document.xml"];
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 8, "two rows of head in each of four tables");
    assert_eq!(xml.matches("descr=\"灰色方块\"").count(), 4);
    assert_eq!(parts.keys().filter(|name| name.starts_with("word/media/")).count(), 1, "one file for both");
    assert_eq!(xml.matches("w:orient=\"landscape\"").count(), 1);
    assert!(!xml.contains("</w:tbl><w:tbl>"), "two tables in a row would be one");
    assert!(!xml.contains("</w:tbl><w:sectPr>"), "a section ends with a paragraph");
    assert!(parts.contains_key("word/footer4.xml"));
}

#[test]
fn a_run_in_heading_has_an_outline_level_where_the_style_asks_for_it() {
    let mut document = official();
    document.blocks = vec![Block::Paragraph(Paragraph {
        run_in: Some(Heading { level: 2, label: "（一）".to_owned(), content: words("理论学习") }),
        content: words("学习三次。"),
    })];
    let style = HouseStyle { run_in_outline: true, ..style() };
    let parts = parts(&document, "outline.docx", &style);
    let xml = &parts["word/document.xml"];
    let separator = "<w:pStyle w:val=\"HbHeading2\"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>";
    assert!(xml.contains(separator), "a style separator");
    assert!(paragraphs(xml).contains(&("HbHeading2".to_owned(), "（一）理论学习。".to_owned())));
}

#[test]
fn a_run_in_heading_with_an_end_mark_gets_no_other_in_any_format() {
    let mut document = official();
    for (end, heading, shown) in [
        ("。", "严格落实：安全生产！", "（一）严格落实：安全生产！学习三次。"),
        ("。", "标题。", "（一）标题。学习三次。"),
        ("。", "标题", "（一）标题。学习三次。"),
        (". ", "Safety", "（一）Safety. 学习三次。"),
        (". ", "Safe?", "（一）Safe? 学习三次。"),
    ] {
        document.blocks = vec![Block::Paragraph(Paragraph {
            run_in: Some(Heading { level: 2, label: "（一）".to_owned(), content: words(heading) }),
            content: words("学习三次。"),
        })];
        let style = HouseStyle { run_in_end: end.to_owned(), ..style() };
        let xml = &parts(&document, "run-in.docx", &style)["word/document.xml"];
        assert!(paragraphs(xml).iter().any(|(_, words)| words == shown), "docx: {shown}");
        let text = text(&document, &style);
        assert!(text.contains(shown), "{text}");
        let markdown = markdown(&document, &style).replace("<strong>", "").replace("</strong>", "");
        let markdown = markdown.replace(['*', '\\'], "");
        assert!(markdown.contains(shown), "{markdown}");
        let page = HtmlWriter::new(&style).page(&document);
        let pieces = page.split('<').filter_map(|piece| Some(piece.split_once('>')?.1));
        assert!(pieces.collect::<String>().contains(shown), "{page}");
    }
}

#[test]
fn a_line_that_a_template_breaks_is_broken_in_plain_text_too() {
    let mut document = official();
    let broken = || [words("行一"), vec![Inline::LineBreak], words("行二")].concat();
    document.blocks = vec![
        Block::Heading(Heading { level: 1, label: "一、".to_owned(), content: broken() }),
        Block::Paragraph(Paragraph { run_in: None, content: broken() }),
    ];
    let text = text(&document, &style());
    assert!(text.contains("　　一、行一 行二\n　　行一\n行二\n"), "{text}");
}

#[test]
fn text_and_markdown_say_what_the_pages_say() {
    let (document, style) = (official(), style());
    let text = text(&document, &style);
    for line in [
        "000001",
        "机密★1年",
        "云溪镇委员会文件",
        "　　附件：1.2023年第二季度工作台账",
        "抄送：县委组织部，县委宣传部。",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} not in\n{text}");
    }
    assert!(text.contains("云溪镇\t3\t1\n"), "{text}");
    let markdown = markdown(&document, &style);
    assert!(
        markdown.contains("| 单位 | 学习情况·学习（次） | 学习情况·研讨（次） |\n| --- | --: | --: |\n| "),
        "{markdown}"
    );
    assert_eq!(plain_text(&document.meta.title), "云溪镇2023年第二季度意识形态工作分析报告");
}

/// What stands between the tags of a page, with no space of any kind.
fn shown(page: &str) -> String {
    let (_, body) = page.split_once("<body>").unwrap();
    // A table of contents repeats headings; other formats leave it to their readers.
    let (before, after) = body.split_once("<nav>").unwrap_or((body, ""));
    let body = before.to_owned() + after.split_once("</nav>").map_or("", |(_, after)| after);
    let pieces = body.split('<').filter_map(|piece| Some(piece.split_once('>')?.1));
    let text = pieces.collect::<String>().replace("&quot;", "\"").replace("&amp;", "&");
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn a_page_says_what_the_text_says() {
    for document in [official(), upward()] {
        let page = HtmlWriter::new(&style()).page(&document);
        let text = text(&document, &style());
        // A page has its footnotes above the imprint, which ends it on paper.
        let (notes, lines): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with('['));
        let imprint = lines.iter().position(|line| line.starts_with("抄送")).unwrap();
        let text = [&lines[..imprint], &notes, &lines[imprint..]].concat().concat();
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(shown(&page), text);
    }
}

#[test]
fn a_page_marks_tables_pictures_contents_and_footnotes() {
    let written = |document: &Document| HtmlWriter::new(&style()).page(document);
    let page = written(&content()) + &written(&upward());
    for part in [
        "<thead>",
        r#"<th scope="col""#,
        "colspan=",
        "rowspan=",
        "src=\"data:image/png;base64,iVBORw0KGgo",
        "role=\"doc-noteref\"",
        "class=\"table landscape\"",
    ] {
        assert!(page.contains(part), "no {part} in\n{page}");
    }
    let linked = page.matches("href=\"#heading-").count();
    assert!(linked > 0 && linked == page.matches("id=\"heading-").count(), "{page}");
}
