//! Web pages as a browser prints them: nothing of them is lost, torn or set over something else.
//!
//! `cargo xtask readers` installs the browser. Without it these tests pass with a word on stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use huibian_document::table::{Align, Cell, Column, Table};
use huibian_document::{Block, Document, Heading, HouseStyle, Inline, ListItem, Paragraph};
use huibian_tests::corpus::ends::{self, KINDS, LENGTHS, ending};
use huibian_tests::corpus::{Page, Style};
use huibian_tests::readers::{ask, printed, readers};
use huibian_writers::HtmlWriter;

fn style() -> HouseStyle {
    Style::Official.rules()
}

/// The documents' pages, as the browser prints them; none where it is missing.
fn pages(name: &str, documents: &[Document]) -> Option<Vec<Vec<Page>>> {
    let home = readers()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("printed").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let writer = HtmlWriter::new(&style());
    let write = |(number, document): (usize, &Document)| {
        let path = folder.join(format!("{number:04}.html"));
        fs::write(&path, writer.page(document)).unwrap();
        path
    };
    let files: Vec<PathBuf> = documents.iter().enumerate().map(write).collect();
    let mut sheets = printed(&files)?;
    let sheets: Vec<PathBuf> = files.iter().map(|file| sheets.remove(file).unwrap()).collect();
    let mut read = ask::<Vec<Page>>(&home, "pages.py", &sheets);
    Some(sheets.iter().map(|file| read.remove(file).unwrap()).collect())
}

/// Prints documents and looks for what is wrong with their ends. An imprint always has a leaf of its own.
fn ends(name: &str, cases: &[(usize, usize)]) -> Option<String> {
    let documents: Vec<Document> = cases.iter().map(|(length, kind)| ending(*length, *kind)).collect();
    let found = pages(name, &documents)?;
    let mut faults = Vec::new();
    for (((length, kind), document), pages) in cases.iter().zip(&documents).zip(&found) {
        let (wrong, _) = ends::faults(pages, document.meta.official.imprint.is_some());
        faults.extend(wrong.into_iter().map(|fault| format!("length {length}, kind {kind}: {fault}")));
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
    Some(format!(
        "{} documents: no page without words of the body but for an imprint's own, nothing outside of a page, no number on two lines",
        cases.len()
    ))
}

#[test]
fn a_tenth_of_the_ends_of_documents_has_words_of_the_body() {
    let cases: Vec<(usize, usize)> = (0..LENGTHS).map(|length| (length, (length * 7 + 3) % KINDS)).collect();
    ends("ends", &cases);
}

#[test]
#[ignore = "takes minutes: cargo xtask long"]
fn no_end_of_a_document_is_alone_on_its_page() {
    let cases: Vec<(usize, usize)> =
        (0..LENGTHS * KINDS).map(|number| (number / KINDS, number % KINDS)).collect();
    if let Some(result) = ends("all-ends", &cases) {
        println!("long: ends of documents as a browser prints them | every length and kind | {result}");
    }
}

#[test]
fn an_imprint_of_more_than_a_page_stands_below_all_else() {
    let mut document = ending(2, 6);
    let copies = (1..=100).map(|at| format!("某某县第{at}号有关单位"));
    document.meta.official.imprint.as_mut().unwrap().copies_to = copies.collect();
    let Some(pages) = pages("imprint", &[document]) else { return };
    let first = pages[0].iter().position(|page| page.text.contains("第1号有关单位")).unwrap();
    let (body, imprint) = pages[0].split_at(first);
    assert!(body.iter().all(|page| !page.text.contains("有关单位")));
    assert!(imprint.len() > 1 && imprint.iter().all(|page| !page.text.contains("人民政府")), "{imprint:?}");
    let said: String = imprint.iter().map(|page| page.text.as_str()).collect();
    assert!(said.contains("100号有关单位") && said.contains("日印发"), "{said}");
}

#[test]
fn numbers_of_attachments_stand_below_one_another_and_so_do_the_lines_of_a_title() {
    let mut document = ending(2, 4);
    let title = "关于某某市2023年第二季度重点项目投资计划执行情况和资金拨付进度以及存在问题的说明";
    title.clone_into(&mut document.meta.official.attachments[1].title);
    let Some(pages) = pages("attachments", &[document]) else { return };
    let page = pages[0].iter().find(|page| page.text.contains("附件：")).unwrap();
    let begin = |words: &str| {
        let at = page.lines.iter().position(|line| line.contains(words));
        let at = at.unwrap_or_else(|| panic!("{words}: {:?}", page.lines));
        page.begins[at]
    };
    let [label, second, third, next_of_title] = ["附件：", "2.", "3.", "存在问题的说明"].map(begin);
    assert!(label < second && (second - third).abs() < 0.5, "{label} {second} {third}");
    // 2. is two half characters of 16 points, at most.
    let number = next_of_title - second;
    assert!((3.0..6.0).contains(&number), "{second} {next_of_title}");
}

fn table(columns: usize, rows: Vec<Vec<Cell>>) -> Document {
    let columns = vec![Column { share: 0, align: Align::Left }; columns];
    let mut table = Table::new(columns, 1, rows).unwrap();
    huibian_layout::turn(&mut table, &style());
    let mut document = ending(0, 0);
    document.blocks.insert(0, Block::Table(table));
    document
}

fn cell(words: impl Into<String>) -> Cell {
    Cell::new(vec![Inline::Text(words.into())])
}

#[test]
fn a_number_stays_on_one_line_of_its_cell_however_many_there_are() {
    let numbers = ["1000000", "12345678901", "2023年6月30日", "96.4%", "1,234,567.89元"];
    for columns in [5, 8, 20] {
        let head = (1..=columns).map(|at| cell(format!("第{at}项指标"))).collect();
        let row = (0..columns).map(|at| cell(if at % 4 == 0 { numbers[at / 4] } else { "三" })).collect();
        let Some(pages) = pages(&format!("numbers-{columns}"), &[table(columns, vec![head, row])]) else {
            return;
        };
        let lines: Vec<&String> = pages[0].iter().flat_map(|page| &page.lines).collect();
        for number in numbers.iter().take(columns.div_ceil(4)) {
            assert!(lines.iter().any(|line| line.contains(number)), "{columns}: {number}: {lines:?}");
        }
        assert!(pages[0].iter().all(|page| page.beyond.is_empty()), "{columns}");
    }
}

#[test]
fn headings_of_a_turned_table_stand_on_its_page() {
    let mut document = table(2, vec![vec![cell("单位"), cell("金额")], vec![cell("云溪镇"), cell("12")]]);
    let Block::Table(wide) = &mut document.blocks[0] else { unreachable!() };
    wide.landscape = true;
    let heading = |label: &str, level| {
        let content = vec![Inline::Text("情况".to_owned())];
        Block::Heading(Heading { level, label: label.to_owned(), content })
    };
    document.blocks.splice(0..0, [heading("一、", 1), heading("（一）", 2)]);
    let Some(pages) = pages("turned", &[document]) else { return };
    let turned = pages[0].iter().find(|page| page.width > page.height).unwrap();
    assert!(turned.text.contains("一、情况（一）情况单位金额"), "{}", turned.text);
}

#[test]
fn a_group_that_is_higher_than_a_page_begins_where_it_stands() {
    let group = Cell { rows: 60, ..cell("安全生产") };
    let mut rows = vec![vec![cell("类别"), cell("项目"), cell("数")]];
    rows.push(vec![group, cell("项目1"), cell("12")]);
    rows.extend((2..=60).map(|at| vec![cell(format!("项目{at}")), cell("12")]));
    let Some(pages) = pages("group", &[table(3, rows)]) else { return };
    assert!(pages[0][0].text.contains("项目1"), "{}", pages[0][0].text);
    let said: String = pages[0].iter().map(|page| page.text.as_str()).collect();
    assert!((1..=60).all(|at| said.contains(&format!("项目{at}"))), "{said}");
}

/// Headings above a paragraph, a list and a table, wherever on the page they come to stand.
#[test]
fn headings_go_to_the_page_of_what_they_are_above() {
    let words = |words: &str| vec![Inline::Text(words.to_owned())];
    let paragraph = |text: &str| Block::Paragraph(Paragraph { run_in: None, content: words(text) });
    let heading = |level, label: &str| {
        Block::Heading(Heading { level, label: label.to_owned(), content: words("情况") })
    };
    let item = |at: usize| ListItem { label: format!("{at}."), content: words("走访企业") };
    let rows = vec![vec![cell("单位"), cell("金额")], vec![cell("云溪镇"), cell("12")]];
    let columns = vec![Column { share: 0, align: Align::Left }; 2];
    let table = Table::new(columns, 1, rows).unwrap();
    let below = [
        paragraph(&"做好汛期各项准备。".repeat(9)),
        Block::List(vec![item(1), item(2)]),
        Block::Table(table),
    ];
    let cases = (8..24).flat_map(|lines| below.iter().map(move |below| (lines, below)));
    let documents: Vec<Document> = cases
        .map(|(lines, below)| {
            let mut document = ending(0, 0);
            let mut blocks = vec![paragraph("各项工作按计划进行。"); lines];
            blocks.extend([heading(1, "一、"), heading(2, "（一）"), below.clone()]);
            document.blocks.splice(0..0, blocks);
            document
        })
        .collect();
    let Some(found) = pages("headings", &documents) else { return };
    let ends_alone = |page: &Page| {
        page.lines.iter().rev().find(|line| !line.contains('—')).is_some_and(|line| line.ends_with("情况"))
    };
    let alone: Vec<usize> = (0..found.len()).filter(|at| found[*at].iter().any(ends_alone)).collect();
    assert!(alone.is_empty(), "{alone:?}: {:?}", found[alone[0]]);
}
