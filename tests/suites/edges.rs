//! Edges of documents as LibreOffice and a browser lay them out: what stands behind a turned page, below seals, with a high picture.
//!
//! `cargo xtask readers` installs both. Without them these tests pass with a word on stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use huibian_document::official::Attachment;
use huibian_document::table::{Cell, Column, Table};
use huibian_document::{
    Assembled, Block, Document, HouseStyle, Image, ImageFormat, Inline, Length, Paragraph, Signature,
};
use huibian_tests::corpus::ends::ending;
use huibian_tests::corpus::{Page, Style};
use huibian_tests::readers::{ask, printed, readers};
use huibian_writers::{DocxWriter, Formats, HtmlWriter, Scratch, fitting};

fn style() -> HouseStyle {
    Style::Official.rules()
}

/// The documents' pages, laid out by LibreOffice or printed by the browser; none where that is missing.
fn pages(name: &str, documents: &[Document], is_browser: bool) -> Option<Vec<Vec<Page>>> {
    let home = readers()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("edges").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let (style, mut scratch) = (style(), Scratch::default());
    let (word, web) = (DocxWriter::new(&style), HtmlWriter::new(&style));
    let write = |(number, document): (usize, &Document)| {
        let path = folder.join(format!("{number:02}.{}", if is_browser { "html" } else { "docx" }));
        if is_browser {
            fs::write(&path, web.page(document)).unwrap();
        } else {
            fs::write(&path, word.package(document, &mut scratch)).unwrap();
        }
        path
    };
    let files: Vec<PathBuf> = documents.iter().enumerate().map(write).collect();
    let sheets = if is_browser {
        let mut sheets = printed(&files)?;
        files.iter().map(|file| sheets.remove(file).unwrap()).collect()
    } else {
        files
    };
    let mut read = ask::<Vec<Page>>(&home, "pages.py", &sheets);
    Some(sheets.iter().map(|file| read.remove(file).unwrap()).collect())
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn turned() -> Block {
    let row = |cells: [&str; 2]| cells.map(|cell| Cell::new(text(cell))).to_vec();
    let rows = vec![row(["单位", "金额"]), row(["云溪镇", "12"])];
    let mut table = Table::new(vec![Column::default(); 2], 1, rows).unwrap();
    table.landscape = true;
    Block::Table(table)
}

fn upright() -> Block {
    Block::Paragraph(Paragraph { run_in: None, content: text("附件正文。") })
}

/// A document of a page, with an imprint where it has one, and attachments of these blocks.
fn attached(has_imprint: bool, attachments: &[Vec<Block>]) -> Document {
    let mut document = ending(0, if has_imprint { 6 } else { 0 });
    let attachment = |(at, blocks): (usize, &Vec<Block>)| Attachment {
        title: format!("数据表{}", ["甲", "乙", "丙"][at]),
        blocks: blocks.clone(),
    };
    document.meta.official.attachments = attachments.iter().enumerate().map(attachment).collect();
    document
}

/// The number at the foot of a page, which is read last or first.
fn number(page: &Page) -> Option<usize> {
    let (before, after) = (page.text.split('—').nth(1), page.text.matches('—').count());
    before.filter(|_| after == 2).and_then(|number| number.parse().ok())
}

#[test]
fn no_page_beside_a_turned_one_is_empty() {
    let cases: [(&[&[bool]], usize); 5] = [
        (&[&[true]], 2),
        (&[&[true], &[true]], 3),
        (&[&[false], &[true]], 3),
        (&[&[true], &[false], &[true]], 4),
        (&[&[false, true], &[true, false]], 5),
    ];
    let mut documents = Vec::new();
    for (attachments, _) in cases {
        let block = |turns: &bool| if *turns { turned() } else { upright() };
        let attachments: Vec<Vec<Block>> =
            attachments.iter().map(|turns| turns.iter().map(block).collect()).collect();
        documents.extend([false, true].map(|has_imprint| attached(has_imprint, &attachments)));
    }
    let Some(found) = pages("turned", &documents, false) else { return };
    for (case, ((_, count), pair)) in cases.iter().zip(found.chunks(2)).enumerate() {
        let (plain, with_imprint) = (&pair[0], &pair[1]);
        let numbers: Vec<_> = plain.iter().map(number).collect();
        assert_eq!(numbers, (1..=*count).map(Some).collect::<Vec<_>>(), "case {case}");
        assert!(plain.iter().all(|page| page.text.chars().count() > 5), "case {case}");
        // An automatic blank page is no sheet of the file.
        let (imprint, others) = with_imprint.split_last().unwrap();
        assert_eq!(others.len(), *count, "case {case}");
        assert!(imprint.text.contains("日印发"), "case {case}: {}", imprint.text);
        let ends_turned = case != 4;
        let expected = (count % 2 == 1).then_some(count + 1);
        assert_eq!(number(imprint), expected, "case {case}");
        let assembled = Assembled::Whole(Box::new(documents[2 * case + 1].clone()));
        let format = Formats::default().find("docx").unwrap().clone();
        let findings = fitting::check(&assembled, &style(), &[format]).unwrap();
        let told = findings.iter().find(|finding| finding.code().as_str() == "K057").unwrap();
        let reason = told.argument("reason").and_then(|reason| reason.as_str());
        assert_eq!(reason == Some("turned"), ends_turned, "case {case}: {reason:?}");
    }
}

#[test]
fn a_high_picture_stands_on_the_page_of_its_title() {
    let picture = Block::Image(Image {
        bytes: include_bytes!("../fixtures/pictures/bars.png").as_slice().into(),
        pixels: None,
        format: ImageFormat::Png,
        width: Length::from_emu(36_000 * 100),
        height: Length::from_emu(36_000 * 205),
        alt: String::new(),
        caption: text("图题"),
    });
    let document = attached(false, &[vec![picture]]);
    for is_browser in [false, true] {
        let name = if is_browser { "printed-picture" } else { "picture" };
        let Some(found) = pages(name, std::slice::from_ref(&document), is_browser) else { return };
        assert_eq!(found[0].len(), 2, "the attachment has one page");
        assert!(found[0][1].text.contains("数据表甲图题"), "{}", found[0][1].text);
    }
}

#[test]
fn those_who_sign_together_under_seals_stand_in_rows() {
    let mut document = ending(0, 1);
    let names = ["云溪镇财政所", "云溪镇武装部", "云溪镇卫生院", "云溪镇农业服务中心"];
    let signature = document.meta.signature.clone().unwrap();
    document.meta.signature =
        Some(Signature { joint: names.iter().map(|name| (*name).to_owned()).collect(), ..signature });
    for is_browser in [false, true] {
        let name = if is_browser { "printed-seals" } else { "seals" };
        let Some(found) = pages(name, std::slice::from_ref(&document), is_browser) else { return };
        let lines: Vec<&String> = found[0].iter().flat_map(|page| &page.lines).collect();
        for row in ["云溪镇人民政府云溪镇财政所", "云溪镇武装部云溪镇卫生院", "云溪镇农业服务中心"]
        {
            assert!(lines.iter().any(|line| *line == row), "{row}: {lines:?}");
        }
        assert!(found[0].iter().all(|page| page.beyond.is_empty()));
    }
}

#[test]
fn signers_of_upward_documents_stand_two_a_line_in_print() {
    let mut document = ending(0, 0);
    let official = &mut document.meta.official;
    official.mark = Some(huibian_document::official::IssuerMark {
        names: vec!["云溪镇人民政府".to_owned()],
        suffix: "文件".to_owned(),
    });
    official.signers = ["张某某", "李某", "王某某", "欧阳某某", "赵某"].map(str::to_owned).to_vec();
    let Some(found) = pages("signers", &[document], true) else { return };
    let lines = &found[0][0].lines;
    for line in ["签发人：张某某李某", "王某某欧阳某某", "赵某"] {
        assert!(lines.iter().any(|found| found == line), "{line}: {lines:?}");
    }
}
