//! Folders with a file a unit, as offices keep them: files of totals among them, files called after another unit than their own,
//! heads that no file has.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, FORMATS, zipped};
use huibian_tests::office::{checked, codes, csv, office};
use serde_json::{Value, json};

const CELLS: &str =
    "[units.cells]\n\"work.n\" = { row = \"走访次数\" }\n\"work.amt\" = { row = \"投入金额\" }";

/// A folder of these files, each with its unit, its visits and its amount: as forms of each kind and as text.
fn in_each_format(files: &[(&str, &str, &str, &str)], test: impl Fn(&Bare, &str)) {
    for format in FORMATS.into_iter().chain(["csv"]) {
        let bare = office(&format!("data = \"data\"\n{CELLS}"));
        for (file, unit, visits, amount) in files {
            let rows =
                [format!("填报单位|{unit}"), format!("走访次数|{visits}"), format!("投入金额|{amount}")];
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let bytes = match format {
                "csv" => csv(&rows, ",").into_bytes(),
                _ => Book::of_rows(&[("表", &rows)]).bytes(format),
            };
            bare.write(format!("data/{file}.{format}"), bytes);
        }
        test(&bare, format);
    }
    let bare = office("data = \"data\"");
    for (file, unit, visits, amount) in files {
        let toml = format!("[unit]\nname = \"{unit}\"\n[work]\nn = {visits}\namt = {amount}\n");
        bare.write(format!("data/{file}.toml"), toml);
    }
    test(&bare, "toml");
}

fn said(bare: &Bare, code: &str) -> Vec<Value> {
    checked(bare).1.into_iter().filter(|(found, _)| found == code).map(|(_, of)| of).collect()
}

#[test]
fn a_file_of_totals_is_held_against_the_units_files() {
    for (file, unit) in
        [("汇总", "全县"), ("合计表", "某某县"), ("zz", "全县合计"), ("2023年二季度汇总表", "某某县")]
    {
        let files = |visits, amount| {
            [("云溪镇", "云溪镇", "3", "1.5"), ("清河镇", "清河镇", "2", "4"), (file, unit, visits, amount)]
        };
        in_each_format(&files("5", "5.5"), |bare, format| {
            assert_eq!(said(bare, "D040"), [Value::Null; 0], "{format} {file}");
            assert_eq!(said(bare, "D060").len(), 1, "{format} {file}");
        });
        in_each_format(&files("9", "5.5"), |bare, format| {
            let differs = said(bare, "D040");
            let expected = json!([unit, "走访次数", { "decimal": "9" }, { "decimal": "5" }]);
            let told: Vec<Value> =
                differs.iter().map(|of| json!([of["name"], of["label"], of["stated"], of["ours"]])).collect();
            assert_eq!(told, [expected], "{format} {file}");
        });
    }
    let files = [("云溪镇汇总", "云溪镇", "3", "1.5"), ("清河镇", "清河镇", "2", "4")];
    in_each_format(&files, |bare, format| {
        assert_eq!(codes(bare).1, [""; 0], "{format}: a unit's own sum is the unit's");
    });
}

#[test]
fn a_file_called_after_another_unit_is_told() {
    for (file, unit) in [("河口镇", "清河镇"), ("石桥街道（定稿）", "柳林街道"), ("3-老城", "新城社区")]
    {
        let files = [
            ("云溪镇", "云溪镇", "3", "1"),
            ("1-东岭", "东岭镇", "2", "4"),
            (file, unit, "7", "8"),
            ("yx", "永兴镇", "1", "1"),
        ];
        in_each_format(&files, |bare, format| {
            assert_eq!(
                said(bare, "D065"),
                [json!({ "files": [format!("{file}.{format}: {unit}")] })],
                "{format}"
            );
            assert_eq!(codes(bare).1, ["D065"], "{format} {file}");
        });
    }
    for files in [
        [("教育局", "县教育局", "3", "1"), ("高新区", "高新技术产业开发区", "2", "4")],
        [("报表", "云溪镇", "3", "1"), ("报表2", "清河镇", "2", "4")],
        [("a", "云溪镇", "3", "1"), ("云溪", "清水", "2", "4")],
    ] {
        in_each_format(&files, |bare, format| assert_eq!(codes(bare).1, [""; 0], "{format} {files:?}"));
    }
}

#[test]
fn a_mapped_head_that_no_file_has_is_told_once() {
    let mapped = "data = \"data\"\n[units.columns]\n\"走访数\" = \"work.n\"\n\"投入\" = \"work.amt\"";
    for format in FORMATS.into_iter().chain(["csv"]) {
        let write = |bare: &Bare, file: &str, head: &str| {
            let (head, row) = (format!("单位|{head}|情况说明"), format!("{file}|3|"));
            let bytes = match format {
                "csv" => csv(&[&head, &row], ",").into_bytes(),
                _ => Book::of_rows(&[("表", &[&head, &row])]).bytes(format),
            };
            bare.write(format!("data/{file}.{format}"), bytes);
        };
        let bare = office(mapped);
        write(&bare, "云溪镇", "走访数");
        write(&bare, "清河镇", "走访数");
        assert_eq!(said(&bare, "D062"), [json!({ "headers": ["投入"] })], "{format}");
        assert_eq!(codes(&bare).1, ["D062"], "{format}");
        write(&bare, "河口镇", "投入");
        assert_eq!(codes(&bare).1, [""; 0], "{format}: one of the files has it");
    }
}

#[test]
fn files_that_may_be_units_and_are_not_read_are_told_once() {
    let bare = office("data = \"data\"");
    for (file, unit) in [("云溪镇", "云溪镇"), ("清河镇", "清河镇")] {
        bare.write(format!("data/{file}.csv"), csv(&["单位|走访次数", &format!("{unit}|3")], ","));
    }
    for file in [
        "云溪镇.pdf",
        "照片.jpg",
        "填报说明.docx",
        "关于报送数据的通知.pdf",
        "样表.docx",
        "图/一.png",
        ".x.docx",
    ] {
        bare.write(format!("data/{file}"), "x");
    }
    assert_eq!(codes(&bare), (2, Vec::new()), "what no unit sent is not told");
    for file in ["河口镇.docx", "石桥镇.PDF", "东片/东岭镇.xlsx", "各街道.zip"] {
        bare.write(format!("data/{file}"), "x");
    }
    let files = json!({ "files": ["东片", "各街道.zip", "河口镇.docx", "石桥镇.PDF"] });
    assert_eq!(said(&bare, "D066"), [files]);
    assert_eq!(codes(&bare), (2, vec!["D066".to_owned()]));
}

#[test]
fn a_text_document_under_a_workbooks_name_is_no_workbook() {
    let part = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let word = [
        part(
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"word/document.xml\"/></Relationships>",
        ),
        part("word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:p/></w:body></w:document>"),
    ];
    let text = [part(
        "content.xml",
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:body>\
         <office:text/></office:body></office:document-content>",
    )];
    for (parts, format) in [(&word[..], "xlsx"), (&text[..], "ods"), (&word[..], "xlsm"), (&text[..], "xlsx")]
    {
        let bare = office(&format!("workbook = \"units.{format}\""));
        bare.write(format!("units.{format}"), zipped(parts));
        let (_, items) = checked(&bare);
        let told: Vec<_> = items.iter().map(|(code, of)| (code.as_str(), of["reason"].as_str())).collect();
        assert_eq!(told, [("D001", Some("format"))], "{format}");
    }
}
