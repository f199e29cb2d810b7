//! Pages as LibreOffice lays them out: nothing of a table is lost or torn, no end of a document is alone on its page.
//!
//! `cargo xtask readers` installs it. Without it these tests pass with a word on stderr, but fail where `CI` is set. A tenth of
//! the random ones runs every time, all of them by `cargo xtask long`.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use huibian_document::official::{IssuerMark, Official};
use huibian_document::table::{Align, Cell, Column, Table};
use huibian_document::{Assembled, Block, Document, Heading, HouseStyle, Inline, Meta, Paragraph};
use huibian_layout::fit;
use huibian_tests::bare::Bare;
use huibian_tests::corpus::ends::{self, KINDS, LENGTHS, ending};
use huibian_tests::corpus::random::Random;
use huibian_tests::corpus::{Page, Style};
use huibian_tests::readers::{ask, readers};
use huibian_writers::{DocxWriter, Formats, Scratch, fitting};

const SEED: u64 = 20_230_705;
const SENTENCE: &str =
    "各单位按照工作部署结合实际推进各项任务累计开展检查发现问题整改较上年同期有所提高总体情况平稳有序";

/// The documents' pages, laid out by LibreOffice; none where it is missing.
fn pages(name: &str, documents: &[Document]) -> Option<Vec<Vec<Page>>> {
    let home = readers()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("layout").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let (writer, mut scratch) = (DocxWriter::new(&style()), Scratch::default());
    let write = |(number, document): (usize, &Document)| {
        let path = folder.join(format!("{number:04}.docx"));
        fs::write(&path, writer.package(document, &mut scratch)).unwrap();
        path
    };
    let files: Vec<PathBuf> = documents.iter().enumerate().map(write).collect();
    let mut read = ask::<Vec<Page>>(&home, "pages.py", &files);
    Some(files.iter().map(|file| read.remove(file).unwrap()).collect())
}

fn style() -> HouseStyle {
    Style::Official.rules()
}

fn text(words: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(Paragraph { run_in: None, content: text(words) })
}

fn document(blocks: Vec<Block>) -> Document {
    let meta = Meta {
        title: text("云溪镇工作报告"),
        recipients: Vec::new(),
        signature: None,
        official: Official::default(),
        language: "zh-CN".to_owned(),
        subject: String::new(),
        creator: "云溪镇".to_owned(),
        generator: String::new(),
    };
    Document { meta, blocks, laid: Vec::new() }
}

fn table(shares: &[u32], head: usize, rows: Vec<Vec<Cell>>) -> Table {
    let columns = shares.iter().map(|share| Column { share: *share, align: Align::Left }).collect();
    let mut table = Table::new(columns, head, rows).unwrap();
    huibian_layout::turn(&mut table, &style());
    table
}

fn row(cells: &[&str]) -> Vec<Cell> {
    cells.iter().map(|cell| Cell::new(text(*cell))).collect()
}

/// What all pages say, without the page numbers.
fn said(pages: &[Page]) -> String {
    pages.iter().map(|page| page.text.as_str()).collect()
}

#[test]
fn a_row_that_is_higher_than_a_page_goes_on_on_the_next() {
    let marks: Vec<String> = (0..700).map(|number| format!("第{number}处；")).collect();
    let long = marks.concat();
    let high = vec![row(&["名称", "说明", "备注"]), row(&["长", &long, "末"])];
    let head = vec![row(&["名称", &long]), row(&["一", "二"])];
    let documents = [(vec![1, 2, 2], 1, high), (vec![1, 3], 1, head)].map(|(shares, heads, rows)| {
        document(vec![Block::Table(table(&shares, heads, rows)), paragraph("后文。")])
    });
    let Some(found) = pages("high", &documents) else { return };
    for pages in found {
        let said = said(&pages);
        // The end of a page may stand inside of any of them.
        for (mark, count) in [("第", 700), ("处", 700), ("；", 700)] {
            assert_eq!(said.matches(mark).count(), count, "{mark}");
        }
        assert!(said.contains("第699处；"));
        assert!(said.contains("后文。") && pages.len() > 1);
    }
}

#[test]
fn a_group_that_is_higher_than_a_page_goes_on_on_the_next() {
    let mut rows = vec![row(&["类别", "项目", "数"])];
    for number in 0..80 {
        let mut cells = row(&[&format!("项目{number}号"), "12"]);
        if number == 0 {
            cells.insert(0, Cell { rows: 80, ..Cell::new(text("安全生产")) });
        }
        rows.push(cells);
    }
    let documents = [document(vec![Block::Table(table(&[1, 2, 1], 1, rows)), paragraph("后文。")])];
    let Some(found) = pages("group", &documents) else { return };
    let said = said(&found[0]);
    for number in 0..80 {
        assert!(said.contains(&format!("项目{number}号")), "{number} is lost");
    }
    assert!(said.contains("安全生产") && said.contains("后文。"));
}

#[test]
fn a_number_stays_on_one_line_of_its_cell() {
    let numbers =
        ["4944268", "1234567.89", "-12345.6", "98.4%", "2023年6月30日", "1,234,567元", "阿依古丽·买买提"];
    // As many columns as make it shrink, and as make it turn.
    let wide = |count: usize| {
        let row: Vec<Cell> = (0..count).map(|at| Cell::new(text(numbers[at % numbers.len()]))).collect();
        let first = (0..count).map(|at| Cell::new(text(format!("指标{at}（元）")))).collect();
        document(vec![
            paragraph("前文。"),
            Block::Table(table(&vec![0; count], 1, vec![first, row])),
            paragraph("后文。"),
        ])
    };
    let documents = [5, 7, 9, 11].map(wide);
    let Some(found) = pages("numbers", &documents) else { return };
    let is_turned = |pages: &[Page]| pages.iter().any(|page| page.width > page.height);
    assert!(!is_turned(&found[0]) && is_turned(&found[3]));
    for (pages, count) in found.iter().zip([5, 7, 9, 11]) {
        let lines: Vec<&str> = pages.iter().flat_map(|page| &page.lines).map(String::as_str).collect();
        for number in &numbers[..count.min(numbers.len())] {
            assert!(lines.iter().any(|line| line.contains(number)), "{number} of {count} columns: {lines:?}");
        }
    }
}

/// Whether a finding says that a document's imprint is alone on its page.
fn is_told_alone(document: &Document) -> bool {
    let (assembled, formats) = (Assembled::Whole(Box::new(document.clone())), Formats::default());
    let format = formats.find("docx").unwrap().clone();
    let findings = fitting::check(&assembled, &style(), &[format]).unwrap();
    findings.iter().any(|finding| finding.code().as_str() == "K057")
}

/// Sets documents and looks for what is wrong with their ends.
fn ends(name: &str, cases: &[(usize, usize)]) -> Option<String> {
    let documents: Vec<Document> = cases.iter().map(|(length, kind)| ending(*length, *kind)).collect();
    let found = pages(name, &documents)?;
    let (mut faults, mut leaves) = (Vec::new(), 0);
    for (((length, kind), document), pages) in cases.iter().zip(&documents).zip(&found) {
        let (wrong, alone) = ends::faults(pages, is_told_alone(document));
        faults.extend(wrong.into_iter().map(|fault| format!("length {length}, kind {kind}: {fault}")));
        leaves += alone;
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
    let count = cases.len();
    Some(format!(
        "{count} documents: no page without words of the body but for {leaves} imprints that are told to have one to themselves (K057), nothing outside of a page, no number on two lines"
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
        println!("long: ends of documents in LibreOffice | every length and kind | {result}");
    }
}

/// A bare workspace whose report says these blocks, in these formats.
fn workspace(report: &str, formats: &str) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "[\"md\"]", formats);
    let text = fs::read_to_string(bare.path("templates/bare.hbs")).unwrap();
    bare.write("templates/bare.hbs", format!("{text}\n{report}\n"));
    bare.unit("yunxi", &[]);
    bare
}

#[test]
fn a_table_that_no_page_has_room_for_is_refused_by_name() {
    let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(40));
    let report = [row("金额"), row("--:"), row("1234567.89")].concat();
    let bare = workspace(&report, "[\"docx\"]");
    let batch = bare.batch(&["--lang", "en"]);
    assert_eq!(batch.exit, Some(1), "{}", batch.said);
    assert_eq!(batch.units["yunxi"].codes(), ["O012"]);
    assert!(batch.units["yunxi"].messages().contains("金额"), "{}", batch.units["yunxi"].messages());
    let checked = bare.run(&["--lang", "en", "check"]);
    assert!(String::from_utf8_lossy(&checked.stdout).contains("O012"), "check tells the same");
    assert!(
        fs::read_dir(bare.path("out")).unwrap().all(|file| file
            .unwrap()
            .path()
            .extension()
            .is_none_or(|extension| extension != "docx"))
    );
    // What has no pages has room for it.
    let bare = workspace(&report, "[\"md\", \"html\"]");
    assert_eq!(bare.batch(&[]).exit, Some(0));
}

#[test]
fn an_imprint_that_is_alone_on_its_page_is_told_by_batch_and_check() {
    let printed = |lines: usize, formats: &str| {
        let bare = workspace(&"正文。\n\n".repeat(lines), formats);
        let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
        bare.write("workspace.toml", format!("{text}\n[document]\nprinter = \"{{unit.name}}办公室\"\n"));
        let batch = bare.batch(&["--lang", "en"]);
        assert_eq!(batch.exit, Some(0), "{}", batch.said);
        let checked = bare.run(&["--lang", "en", "check"]);
        let checked = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert_eq!(checked.contains("K057"), batch.said.contains("K057"), "{checked}\n{}", batch.said);
        batch.said
    };
    let (short, middle, full) =
        (printed(3, "[\"docx\"]"), printed(23, "[\"docx\"]"), printed(36, "[\"docx\"]"));
    assert!(short.contains("the text ends on the front of a leaf"), "{short}");
    assert!(!middle.contains("K057"), "{middle}");
    assert!(full.contains("has no room for the imprint"), "{full}");
    assert!(!printed(3, "[\"md\", \"html\"]").contains("K057"), "they have no pages");
}

/// A document whose first heading and the one below it head a table that turns the page.
fn with_turned_table() -> Document {
    let heading = |label: &str, words: &str, level| {
        Block::Heading(Heading { level, label: label.to_owned(), content: text(words) })
    };
    let mut wide = table(&[1, 1], 1, vec![row(&["单位", "金额"]), row(&["云溪镇", "12"])]);
    wide.landscape = true;
    let mut document = document(vec![
        paragraph(SENTENCE),
        heading("一、", "各单位情况", 1),
        heading("（一）", "明细", 2),
        Block::Table(wide),
        heading("二、", "打算", 1),
        paragraph(SENTENCE),
    ]);
    document.blocks.splice(0..0, [Block::Contents { levels: 2 }]);
    document
}

#[test]
fn headings_of_a_turned_table_stand_on_its_page() {
    let Some(found) = pages("turned", &[with_turned_table()]) else { return };
    let [first, turned, last] = &found[0][..] else { panic!("{} pages", found[0].len()) };
    assert!(turned.width > turned.height && first.width < first.height);
    assert!(turned.text.contains("一、各单位情况（一）明细单位金额"), "{}", turned.text);
    assert!(last.text.contains("二、打算"), "{}", last.text);
}

#[test]
fn what_stands_below_a_text_that_ends_with_a_turned_table_is_told_to_be_alone() {
    let wide = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(10));
    let table = ["前文。\n\n", &wide("金额"), &wide("--:"), &wide("1234567.89")].concat();
    for (report, is_told) in [(table.clone(), true), (format!("{table}\n后文。"), false)] {
        let bare = workspace(&report, "[\"docx\"]");
        let batch = bare.batch(&["--lang", "en"]);
        assert_eq!(batch.exit, Some(0), "{}", batch.said);
        assert_eq!(batch.said.contains("K059"), is_told, "{}", batch.said);
    }
}

/// Whether a document's pages are told to have one without words of the text.
fn is_told_without_text(document: &Document) -> bool {
    let (assembled, formats) = (Assembled::Whole(Box::new(document.clone())), Formats::default());
    let format = formats.find("docx").unwrap().clone();
    let findings = fitting::check(&assembled, &style(), &[format]).unwrap();
    findings.iter().any(|finding| finding.code().as_str() == "K059")
}

#[test]
fn a_page_without_words_of_a_text_of_one_paragraph_is_told() {
    let mut documents = Vec::new();
    for lines in 3..32 {
        for kind in 0..4 {
            let mut document = ending(0, 0);
            document.blocks = vec![ends::paragraph_of(lines)];
            let official = &mut document.meta.official;
            match kind {
                0 => {}
                1 => official.note = Some("联系人：某某，电话：12345678；".repeat(12)),
                _ => {
                    let names = ["中共云溪镇委员会", "云溪镇人民政府", "云溪镇人民武装部", "云溪镇财政所"];
                    let names = names.iter().take(if kind == 2 { 1 } else { 4 });
                    let names = names.map(|name| (*name).to_owned()).collect();
                    official.mark = Some(IssuerMark { names, suffix: "文件".to_owned() });
                }
            }
            documents.push(document);
        }
    }
    let Some(found) = pages("without-text", &documents) else { return };
    let (mut untold, mut needless, mut told) = (Vec::new(), Vec::new(), 0);
    for ((number, document), pages) in documents.iter().enumerate().zip(&found) {
        let (wrong, _) = ends::faults(pages, false);
        let wrong: Vec<&String> = wrong.iter().filter(|fault| fault.starts_with("page")).collect();
        let case = || format!("{} lines, kind {}: {wrong:?}", 3 + number / 4, number % 4);
        match (is_told_without_text(document), wrong.is_empty()) {
            (false, false) => untold.push(case()),
            (true, true) => needless.push(case()),
            (is_told, _) => told += usize::from(is_told),
        }
    }
    assert!(untold.is_empty(), "{}", untold.join("\n"));
    // An estimate may be a line off.
    assert!(needless.len() <= 4 && told > 10, "{told}\n{}", needless.join("\n"));
}

#[test]
fn recipients_that_leave_no_room_for_the_body_stand_in_the_imprint() {
    let documents = [ends::addressed(3), ends::addressed(40)];
    let Some(found) = pages("recipients", &documents) else { return };
    for (pages, are_moved) in found.iter().zip([false, true]) {
        let (first, last) = (&pages[0].text, &pages.last().unwrap().text);
        assert!(first.contains("各单位按照工作部署"), "{first}");
        assert_eq!(first.contains("第1号镇人民政府"), !are_moved, "{first}");
        assert_eq!(last.contains("主送：第1号镇人民政府"), are_moved, "{last}");
        assert_eq!(last.contains("第40号镇人民政府。抄送：县委办公室。"), are_moved, "{last}");
    }
}

#[test]
fn recipients_that_are_moved_are_told() {
    let names: Vec<String> = (1..=60).map(|at| format!("\"某某县第{at}号镇人民政府\"")).collect();
    for (printer, said) in [("printer = \"办公室\"\n", "stand in the imprint"), ("", "there is no imprint")]
    {
        let bare = workspace("正文。", "[\"docx\", \"md\", \"html\"]");
        let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
        bare.write("workspace.toml", format!("{text}\n[document]\n{printer}"));
        let unit = format!("[unit]\nname = \"云溪镇\"\nrecipients = [{}]\n", names.join(", "));
        bare.write("data/yunxi.toml", unit);
        let batch = bare.batch(&["--lang", "en"]);
        assert!(batch.said.contains("K058") && batch.said.contains(said), "{}", batch.said);
        let read = |format: &str| fs::read_to_string(bare.path(format!("out/yunxi.{format}"))).unwrap();
        let page = read("html").replace("<span class=\"whole\">", "").replace("</span>", "");
        assert!([read("md"), page].iter().all(|said| said.contains("某某县第60号镇人民政府：")));
    }
}

#[test]
fn what_breaks_in_its_column_is_told() {
    let url = format!("https://example.gov.cn/{}", "a1".repeat(40));
    let bare = workspace(&format!("|名称|网址|\n|---|---|\n|一|{url}|\n"), "[\"docx\"]");
    let batch = bare.batch(&["--lang", "en"]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    assert!(batch.said.contains(&url[..40]), "{}", batch.said);
}

#[test]
fn who_signs_and_what_is_attached_is_as_it_is_set() {
    let bare = workspace("## 情况\n\n正文。", "[\"docx\", \"html\", \"txt\"]");
    let settings = "[document]\nsignatory = \"{unit.name}人民政府\"\ncontents = 2\n\
                    attachments = [{ title = \"数据表\", template = \"templates/data.hbs\" }, { title = \"名单\" }]\n";
    let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    bare.write("workspace.toml", format!("{text}\n{settings}"));
    bare.write("templates/data.hbs", "# 说明\n\n内容。\n");
    let batch = bare.batch(&[]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    let read = |format: &str| fs::read_to_string(bare.path(format!("out/yunxi.{format}"))).unwrap();
    assert!(read("txt").contains("某某镇yunxi人民政府"), "{}", read("txt"));
    let page = read("html");
    let lines: Vec<&str> = page.split("<a href=\"#heading-").skip(1).collect();
    for (line, words) in lines.iter().zip(["一、情况", "数据表", "一、说明"]) {
        assert!(line.split("</a>").next().unwrap().ends_with(words), "{line}");
    }
    assert_eq!(lines.len(), 3, "a document of its own has no line");
    assert!(page.contains("<h2 class=\"attachment_title\" id=\"heading-2\">数据表</h2>"));
    let bytes = fs::read(bare.path("out/yunxi.docx")).unwrap();
    let parts = huibian_tests::word::unpacked(&bytes);
    let part = |name: &str| String::from_utf8(parts[name].clone()).unwrap();
    let styles = part("word/styles.xml");
    let title = styles.split("<w:style ").find(|style| style.contains("\"HbAttachmentTitle\"")).unwrap();
    assert!(title.contains("<w:outlineLvl w:val=\"0\"/>"), "{title}");
    assert!(
        part("word/document.xml").contains("<w:t xml:space=\"preserve\">数据表</w:t></w:r><w:r><w:tab/>")
    );
}

#[test]
fn a_word_that_is_longer_than_a_line_is_told() {
    let word = "ABCDEFGHIJ0123456789".repeat(4);
    let report = "正文：{{#if unit.attributes.code}}{{unit.attributes.code}}{{/if}}完。";
    let bare = workspace(report, "[\"docx\"]");
    bare.unit("yunxi", &[("unit.attributes", &format!("code = \"{word}\""))]);
    let batch = bare.batch(&["--lang", "en"]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    assert!(batch.said.contains(&word[..40]), "{}", batch.said);
}

/// A random table: its columns, spans and groups, figures of up to 12 digits, texts of up to 2,000 characters.
fn random_table(random: &mut Random) -> Table {
    let count = random.within(1, 20);
    let heads = random.below(3);
    let digits = random.within(1, 12);
    let is_wordy = random.happens(20);
    let (mut rows, mut number) = (Vec::new(), 0);
    let mut cell = |random: &mut Random, columns: usize, height: usize| {
        number += 1;
        let figure: String = (0..random.within(1, digits)).map(|_| random.pick(&['1', '2', '9'])).collect();
        let words = match random.below(20) {
            0 if is_wordy => SENTENCE.chars().cycle().take(random.within(100, 2_000)).collect(),
            1..=4 => SENTENCE.chars().skip(random.below(20)).take(random.within(1, 12)).collect(),
            5 => format!("{figure}.5%"),
            6 => "2023年6月30日".to_owned(),
            7 => format!("{figure}次"),
            _ => figure,
        };
        Cell { columns, rows: height, align: None, ..Cell::new(text(words)) }
    };
    for _ in 0..heads {
        let mut cells = Vec::new();
        let mut left = count;
        while left > 0 {
            let columns = if random.happens(30) { random.within(1, left) } else { 1 };
            cells.push(cell(random, columns, 1));
            left -= columns;
        }
        rows.push(cells);
    }
    let mut left = random.within(1, 40);
    while left > 0 {
        let height = if count > 1 && random.happens(25) { random.within(1, left) } else { 1 };
        for at in 0..height {
            let label = (at == 0).then(|| cell(random, 1, height));
            rows.push(label.into_iter().chain((1..count).map(|_| cell(random, 1, 1))).collect());
        }
        left -= height;
    }
    let shares: Vec<u32> = (0..count).map(|_| if random.happens(50) { 0 } else { 3 }).collect();
    table(&shares, heads, rows)
}

/// The words of a document's tables that its pages do not say, and the numbers that a line breaks.
fn lost(document: &Document, pages: &[Page]) -> Vec<String> {
    let said = said(pages);
    let lines: Vec<&str> = pages.iter().flat_map(|page| &page.lines).map(String::as_str).collect();
    let mut lost = Vec::new();
    for block in &document.blocks {
        let Block::Table(table) = block else { continue };
        for cell in table.rows().iter().flatten() {
            let words = huibian_document::plain_text(&cell.content);
            let is_short = words.chars().count() <= 16 && words.contains(|c: char| c.is_ascii_digit());
            let is_there = if is_short {
                lines.iter().any(|line| line.contains(&words))
            } else {
                is_said(&words, &said)
            };
            if !is_there {
                lost.push(words);
            }
        }
    }
    lost.extend(pages.iter().filter(|page| !page.beyond.is_empty()).map(|page| page.beyond.clone()));
    lost
}

/// Whether pages say a text, be it in pieces: a cell's lines stand between those of the cells beside it.
fn is_said(words: &str, said: &str) -> bool {
    let words: Vec<char> = words.chars().collect();
    words.chunks(4).all(|piece| {
        said.contains(&piece.iter().collect::<String>()) || piece.iter().all(|c| said.contains(*c))
    })
}

fn tables(count: usize) -> Option<String> {
    let mut random = Random::new(SEED);
    let style = style();
    let (mut refused, mut documents) = (0, Vec::new());
    for _ in 0..count {
        let table = random_table(&mut random);
        // What no page has room for is refused by name before anything is written.
        if fit(&table, &style).has_room {
            documents.push(document(vec![paragraph("前文。"), Block::Table(table), paragraph("后文。")]));
        } else {
            refused += 1;
        }
    }
    let found = pages("tables", &documents)?;
    let mut faults = Vec::new();
    for (number, (document, pages)) in documents.iter().zip(&found).enumerate() {
        let lost = lost(document, pages);
        if !lost.is_empty() || !said(pages).contains("后文。") {
            faults.push(format!("{number:04}.docx: {lost:?}"));
        }
    }
    assert!(faults.is_empty(), "{} tables\n{}", faults.len(), faults.join("\n"));
    Some(format!(
        "{count}, of which {refused} have no room on any page; all that the others say is on their pages, every number on one line"
    ))
}

#[test]
fn a_tenth_of_the_random_tables_is_read_back() {
    tables(100);
}

#[test]
#[ignore = "takes minutes: cargo xtask long"]
fn random_tables_are_read_back() {
    if let Some(result) = tables(1_000) {
        println!("long: tables in LibreOffice | {SEED} | {result}");
    }
}
