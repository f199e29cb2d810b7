//! What stands where on the page, held to half a millimetre.

use huibian_document::official::{Imprint, IssuerMark, Official};
use huibian_document::{Document, Signature};
use huibian_pdf::{Faces, PdfWriter, Profile};

use crate::support::{
    HANZI, Line, Page, TEXT_BOTTOM, TEXT_LEFT, TEXT_RIGHT, TEXT_TOP, assert_near, fonts, keep, measured,
    official, paragraph, plain, style, words, writer,
};

const POINT: f64 = 25.4 / 72.0;
const LINE: f64 = 28.95 * POINT;
const CELL: f64 = 16.0 * POINT;
const MIDDLE: f64 = f64::midpoint(TEXT_LEFT, TEXT_RIGHT);
/// How much of a character's square stands above the baseline, and below it.
const SQUARE: [f64; 2] = [0.88, 0.12];

#[test]
fn every_element_is_set() {
    let Some(fonts) = fonts() else { return };
    let file = writer(&fonts, Profile::Plain).write(&official()).unwrap();
    keep("official.pdf", &file.bytes);
    assert!(file.bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(file.rare, Vec::new());
    let read = measured(&fonts, &file.bytes);
    // 版记 stands on the last page, which is an even one (7.4).
    assert_eq!(read.pages.len() % 2, 0);
    let printed = read.pages.last().unwrap().text().last().unwrap();
    assert_eq!(printed.text, "云溪镇党政办公室2023年7月6日印发");
    // The page of the wide table is turned, and its number stands where it does on the others, seen upright.
    assert_eq!(read.outline[0], (1, "一、工作开展情况".to_owned()));
}

#[test]
fn a_page_has_22_lines_of_28_characters() {
    let Some(fonts) = fonts() else { return };
    let file = writer(&fonts, Profile::Plain).write(&plain()).unwrap();
    let read = measured(&fonts, &file.bytes);
    for (index, page) in read.pages.iter().enumerate().take(3).skip(1) {
        assert_eq!(page.text().count(), 22, "{:?}", page.lines);
        for line in page.text() {
            assert_eq!(line.text.chars().count(), 28, "{line:?}");
            assert_near(line.left, TEXT_LEFT, line);
            assert_near(line.right, TEXT_RIGHT, line);
        }
        // 7.5: the dash 7 mm below the text, the number one character in from the edge, right on odd pages.
        let [top, bottom] = page.dash.unwrap();
        assert_near(f64::midpoint(top, bottom), TEXT_BOTTOM + 7.0, "the dash");
        let number = page.lines.last().unwrap();
        let inset = if index % 2 == 0 { TEXT_RIGHT - number.right } else { number.left - TEXT_LEFT };
        assert_near(inset, 14.0 * POINT, number);
    }
}

/// A document whose head has 发文机关标志 and 发文字号.
fn headed(names: &[&str], suffix: &str) -> Document {
    let mut document = plain();
    document.meta.official = Official {
        mark: Some(IssuerMark {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            suffix: suffix.to_owned(),
        }),
        number: official().meta.official.number,
        ..Official::default()
    };
    document
}

#[test]
fn the_head_stands_where_the_standard_wants_it() {
    let Some(fonts) = fonts() else { return };
    let writer = writer(&fonts, Profile::Plain);
    // The second is too long for 42 points, and gets as many as there is room for.
    for (name, size) in [("云溪镇委员会", 42.0), ("某某经济技术开发区管理委员会", 156.0 / POINT / 16.0)]
    {
        let read = measured(&fonts, &writer.write(&headed(&[name], "文件")).unwrap().bytes);
        let page = &read.pages[0];
        // 7.2.4: the mark's characters 35 mm below the top of the text area, centred.
        let mark = page.line(&format!("{name}文件"));
        assert_near(mark.baseline - size * SQUARE[0] * POINT, TEXT_TOP + 35.0, mark);
        assert_near(f64::midpoint(mark.left, mark.right), MIDDLE, mark);
        // 7.2.5: two lines below, centred.
        let number = page.line("云委发〔2023〕5号");
        assert_near(f64::midpoint(number.left, number.right), MIDDLE, number);
        assert_near(number.baseline - mark.baseline, 54.0 * 0.2 * POINT + 2.8 * LINE, number);
        // 7.2.7: the red rule 4 mm below the number, as wide as the text.
        let rule = page.rules.iter().find(|rule| rule.color == Some([1.0, 0.0, 0.0])).unwrap();
        assert_near(rule.top - (number.baseline + 16.0 * SQUARE[1] * POINT), 4.0, rule);
        assert_near(rule.left, TEXT_LEFT, rule);
        assert_near(rule.right, TEXT_RIGHT, rule);
        assert!((rule.bottom - rule.top - 0.7).abs() < 0.05, "{rule:?}");
        // 7.3.1: the title two lines below the rule.
        let title = page.line("云溪镇2023年第二季度");
        assert_near(title.baseline - rule.bottom, 2.0 * LINE + 33.0 * 0.8 * POINT, title);
    }
}

#[test]
fn joint_issuers_begin_where_one_does() {
    let Some(fonts) = fonts() else { return };
    let document = headed(&["某某县综合办公室", "某某县财政局"], "文件");
    let read = measured(&fonts, &writer(&fonts, Profile::Plain).write(&document).unwrap().bytes);
    let [first, second] = ["某某县综合办公室", "某某县财政局"].map(|name| read.pages[0].line(name));
    let size = 156.0 / POINT / 11.0;
    assert_near(first.baseline - size * SQUARE[0] * POINT, TEXT_TOP + 35.0, first);
    assert_near(second.left, first.left, second);
    assert_near(second.right, first.right, second);
}

#[test]
fn a_title_breaks_between_words_into_lines_that_are_centred() {
    let Some(fonts) = fonts() else { return };
    let writer = writer(&fonts, Profile::Plain);
    for (creator, wanted) in [
        ("云溪镇", ["云溪镇2023年第二季度", "意识形态工作分析报告"]),
        ("某某经济技术开发区管委会", ["某某经济技术开发区管委会", "2023年第二季度意识形态工作分析报告"]),
    ] {
        let mut document = plain();
        document.meta.creator = creator.to_owned();
        document.meta.title = words(&wanted.concat());
        let read = measured(&fonts, &writer.write(&document).unwrap().bytes);
        for (index, wanted) in wanted.into_iter().enumerate() {
            let line = &read.pages[0].lines[index];
            assert_eq!(line.text, wanted);
            assert_near(f64::midpoint(line.left, line.right), MIDDLE, line);
        }
    }
}

#[test]
fn no_line_of_a_text_ends_inside_of_a_number_a_date_or_a_name() {
    const PIECES: [&str; 5] = ["1234次", "12.50万元", "2023年6月30日", "96.4%", "努尔艾合买提·吐尔逊"];
    let Some(fonts) = fonts() else { return };
    let mut document = plain();
    let said = PIECES.join("、走访入户，");
    let paragraphs = (0..28).map(|length| HANZI.chars().take(length).chain(said.chars()).collect());
    document.blocks = paragraphs.map(|text: String| paragraph(&text)).collect();
    let read = measured(&fonts, &writer(&fonts, Profile::Plain).write(&document).unwrap().bytes);
    for piece in PIECES {
        let lines = read.pages.iter().flat_map(Page::text);
        assert_eq!(lines.filter(|line| line.text.contains(piece)).count(), document.blocks.len(), "{piece}");
    }
}

#[test]
fn a_number_that_is_held_together_stands_as_far_from_hanzi_as_others() {
    let Some(fonts) = fonts() else { return };
    let mut document = plain();
    document.blocks = vec![paragraph("检查1234次。")];
    let read = measured(&fonts, &writer(&fonts, Profile::Plain).write(&document).unwrap().bytes);
    let line = read.pages[0].line("检查1234次。");
    // Four hanzi, as many digits of half their width, and a quarter on each side of these.
    let tracking = 8.0 * style().text.tracking.emu() as f64 / 36_000.0;
    let wanted = 6.5 * CELL + tracking;
    assert_near(line.right - line.left, wanted, line);
}

#[test]
fn the_imprint_ends_with_the_text_area() {
    let Some(fonts) = fonts() else { return };
    let mut document = plain();
    document.meta.official = Official {
        imprint: Some(Imprint {
            recipients: Vec::new(),
            copies_to: vec!["县委组织部".to_owned(), "县委宣传部".to_owned()],
            printer: "云溪镇党政办公室".to_owned(),
            printed: "2023-07-06".parse().unwrap(),
        }),
        ..Official::default()
    };
    let read = measured(&fonts, &writer(&fonts, Profile::Plain).write(&document).unwrap().bytes);
    assert_eq!(read.pages.len() % 2, 0);
    let page = read.pages.last().unwrap();
    let printed = page.line("云溪镇党政办公室2023年7月6日印发");
    // 7.4: on the last of the page's 22 lines, one character in from either edge.
    assert_near(printed.baseline, TEXT_TOP + 21.8 * LINE, printed);
    assert_near(printed.left, TEXT_LEFT + 14.0 * POINT, printed);
    assert_near(printed.right, TEXT_RIGHT - 14.0 * POINT, printed);
    // 7.4.1: the first and the last rule thick, the last one on the edge of the text area.
    let [first, middle, last] = page.rules.as_slice() else { panic!("{:?}", page.rules) };
    assert_near(last.bottom, TEXT_BOTTOM, last);
    assert_near(middle.bottom - first.top, LINE, middle);
    for (rule, thickness) in [(first, 0.35), (middle, 0.25), (last, 0.35)] {
        assert!((rule.bottom - rule.top - thickness).abs() < 0.02, "{rule:?}");
        assert_near(rule.left, TEXT_LEFT, rule);
        assert_near(rule.right, TEXT_RIGHT, rule);
    }
}

#[test]
fn an_imprint_that_is_higher_than_a_page_goes_over_several() {
    let Some(fonts) = fonts() else { return };
    let mut document = plain();
    let copies_to: Vec<String> = (1..=100).map(|number| format!("某某县第{number}号有关单位")).collect();
    let printed = "2023-07-06".parse().unwrap();
    let imprint = Imprint {
        recipients: Vec::new(),
        copies_to: copies_to.clone(),
        printer: "云溪镇党政办公室".to_owned(),
        printed,
    };
    document.meta.official = Official { imprint: Some(imprint), ..Official::default() };
    let file = writer(&fonts, Profile::Plain).write(&document).unwrap();
    keep("long-imprint.pdf", &file.bytes);
    let read = measured(&fonts, &file.bytes);
    assert_eq!(read.pages.len() % 2, 0);
    let text: String =
        read.pages.iter().flat_map(|page| page.text()).map(|line| line.text.as_str()).collect();
    assert!(copies_to.iter().all(|name| text.contains(name)), "{text}");
    for line in read.pages.iter().flat_map(|page| page.text()) {
        assert!(line.left > TEXT_LEFT - 0.5 && line.right < TEXT_RIGHT + 0.5, "{line:?}");
    }
}

/// 署名 and 成文日期 as they come out.
fn signed(writer: &PdfWriter, fonts: &std::path::Path, name: &str, seal: bool) -> [Line; 2] {
    let mut document = plain();
    let signature = document.meta.signature.take().unwrap();
    document.meta.signature = Some(Signature { name: name.to_owned(), seal, ..signature });
    let mut read = measured(fonts, &writer.write(&document).unwrap().bytes);
    let mut lines = read.pages.pop().unwrap().lines;
    let at = lines.iter().rposition(|line| name.ends_with(&line.text)).unwrap();
    let date = lines.remove(at + 1);
    assert_eq!(date.text, "2023年7月5日");
    [lines.remove(at), date]
}

#[test]
fn signatory_and_date_stand_where_they_should() {
    let Some(fonts) = fonts() else { return };
    let writer = writer(&fonts, Profile::Plain);
    for (name, date_is_longer) in [("云溪镇人民政府办公室综合科", false), ("云溪镇", true)] {
        // 7.3.5.2: two characters in, the date two characters right of the signatory.
        let [signatory, date] = signed(&writer, &fonts, name, false);
        assert_near(date.left - signatory.left, 2.0 * CELL, &signatory);
        let longer = if date_is_longer { &date } else { &signatory };
        assert_near(TEXT_RIGHT - longer.right, 2.0 * CELL, longer);
        // 7.3.5.1: the date four characters in, the signatory centred above it.
        let [signatory, date] = signed(&writer, &fonts, name, true);
        assert_near(TEXT_RIGHT - date.right, 4.0 * CELL, &date);
        let middles = [&signatory, &date].map(|line| f64::midpoint(line.left, line.right));
        assert_near(middles[0], middles[1], &signatory);
        assert_near(date.baseline - signatory.baseline, LINE, &date);
    }
}

#[test]
fn below_a_signatory_of_two_lines_the_date_stands_as_it_would_alone() {
    let Some(fonts) = fonts() else { return };
    let writer = writer(&fonts, Profile::Plain);
    let name = "某某自治区某某地区某某县云溪镇人民政府安全生产委员会办公室综合协调科";
    for (seal, name_inset, date_inset) in [(false, 2.0, 2.0), (true, 0.0, 4.0)] {
        let [last_line, date] = signed(&writer, &fonts, name, seal);
        assert!(last_line.text.len() < name.len(), "{last_line:?}");
        assert_near(TEXT_RIGHT - last_line.right, name_inset * CELL, &last_line);
        assert_near(TEXT_RIGHT - date.right, date_inset * CELL, &date);
    }
}

#[test]
fn a_length_of_the_style_changes_the_file() {
    let Some(fonts) = fonts() else { return };
    let mut style = style();
    style.text.line = "27pt".parse().unwrap();
    let faces = Faces::find(&style, &[fonts.clone(), "/usr/share/fonts".into()], false).unwrap();
    let file = PdfWriter::new(&style, faces, Profile::Plain).unwrap().write(&plain()).unwrap();
    let lines = &measured(&fonts, &file.bytes).pages[1].lines;
    assert!((lines[1].baseline - lines[0].baseline - 27.0 * POINT).abs() < 0.01, "{lines:?}");
}
