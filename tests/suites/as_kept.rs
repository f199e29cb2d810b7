//! Tables as people keep them: totals, codes and notes among the rows, heads of several rows, a sheet a quarter, CSV files
//! with their own ways, forms of an office's own, and files that are left of units that are no more.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use huibian_tests::bare::Bare;
use huibian_tests::office::{checked, codes, count, csv, office};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;

/// A sheet: its name and its rows, cells parted by `|`; numbers are numbers. One whose name begins with `~` is hidden.
type Rows<'r> = (&'r str, &'r [&'r str]);

/// Cells of the first sheet that are merged, rows and columns from 0.
type Merged<'m> = &'m [(u32, u16, u32, u16)];

fn xlsx(path: &Path, sheets: &[Rows<'_>], merged: Merged<'_>) {
    let mut book = Workbook::new();
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let sheet = book.add_worksheet().set_name(name.trim_start_matches('~')).unwrap();
        sheet.set_hidden(name.starts_with('~'));
        for (first_row, first_column, last_row, last_column) in merged.iter().filter(|_| at == 0) {
            sheet
                .merge_range(*first_row, *first_column, *last_row, *last_column, "", &Format::new())
                .unwrap();
        }
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(cells.split('|')).filter(|(_, text)| !text.is_empty()) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, text).unwrap(),
                };
            }
        }
    }
    let at = sheets.iter().position(|(name, _)| !name.starts_with('~')).unwrap();
    book.worksheet_from_index(at).unwrap().set_active(true);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    book.save(path).unwrap();
}

/// The same as an open document.
fn ods(path: &Path, sheets: &[Rows<'_>]) {
    let mut tables = String::new();
    for (name, rows) in sheets {
        let _ = write!(tables, "<table:table table:name=\"{name}\">");
        for cells in *rows {
            tables.push_str("<table:table-row>");
            for text in cells.split('|') {
                let _ = match (text, text.parse::<f64>()) {
                    ("", _) => write!(tables, "<table:table-cell/>"),
                    (_, Ok(number)) => write!(
                        tables,
                        "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{text}</text:p></table:table-cell>"
                    ),
                    _ => write!(
                        tables,
                        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
                    ),
                };
            }
            tables.push_str("</table:table-row>");
        }
        tables.push_str("</table:table>");
    }
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut package = zip::ZipWriter::new(fs::File::create(path).unwrap());
    let plain = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_str())]
    {
        package.start_file(name, plain).unwrap();
        package.write_all(text.as_bytes()).unwrap();
    }
    package.finish().unwrap();
}

/// The same rows as a workbook, an open document and a CSV file of all units.
fn in_each_format(rows: &[&str], test: impl Fn(&Bare, &str)) {
    let sheets: [Rows<'_>; 1] = [("二季度", rows)];
    let book = office("workbook = \"data/units.xlsx\"");
    xlsx(&book.path("data/units.xlsx"), &sheets, &[]);
    test(&book, "xlsx");
    let book = office("workbook = \"data/units.ods\"");
    ods(&book.path("data/units.ods"), &sheets);
    test(&book, "ods");
    let table = office("table = \"data/units.csv\"");
    table.write("data/units.csv", csv(rows, ","));
    test(&table, "csv");
}

#[test]
fn totals_codes_and_notes_of_a_main_table_are_no_units() {
    let rows = [
        "单位|走访次数|投入金额|情况说明",
        "甲|1|2|3",
        "合计|14|4.5|",
        "云溪镇|12|3.5|正常",
        "清河镇|2|1|正常",
        "合 计|14|4.5|",
        "其中：集镇|12||",
        "单位|走访次数|投入金额|情况说明",
        "填表人：某某||审核人：某某|",
        "注：1. 走访次数含电话走访。|||",
        "2. 以上数据由各单位填报。|||",
    ];
    in_each_format(&rows, |office, format| {
        let (units, found) = codes(office);
        assert_eq!((units, found), (2, vec!["D024".to_owned(); 5]), "{format}");
        let batch = office.batch(&[]);
        assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("12"), "{format}");
        assert!(!batch.units.contains_key("甲") && batch.units.len() <= 3, "{format}");
    });
    for words in ["全县合计|14", "总　计|14", "Total|14", "共计：2个|14", "全县|14"] {
        in_each_format(
            &["乡镇（街道）|走访次数", "云溪镇|12", "清河镇|2", words],
            |office, format| {
                let (units, found) = codes(office);
                assert_eq!((units, found), (2, vec!["D024".to_owned()]), "{words} {format}");
            },
        );
    }
}

fn decimal(digits: &str) -> Value {
    serde_json::json!({ "decimal": digits })
}

#[test]
fn a_total_that_differs_from_its_rows_is_found_at_its_cell() {
    in_each_format(
        &["单位|走访次数", "云溪镇|12", "小计|12", "清河镇|2", "合计|15"],
        |office, format| {
            let (_, items) = checked(office);
            let (_, differs) =
                items.iter().find(|(code, _)| code == "D040").unwrap_or_else(|| panic!("{format}"));
            assert_eq!((&differs["stated"], &differs["ours"]), (&decimal("15"), &decimal("14")), "{format}");
            assert_eq!(items.len(), 2, "{format}: {items:?}");
        },
    );
}

#[test]
fn a_unit_that_is_called_like_a_total_is_one_where_it_is_known() {
    let office = office("workbook = \"data/units.xlsx\"\nknown = [\"合计\", \"云溪镇\"]");
    let rows = ["单位|走访次数", "云溪镇|12", "合计村|2", "合计|3"];
    xlsx(&office.path("data/units.xlsx"), &[("二季度", &rows)], &[]);
    assert_eq!(codes(&office), (3, vec!["D042".to_owned()]), "and 合计村 is asked about");
}

#[test]
fn totals_of_ledgers_and_rosters_are_not_counted() {
    let office = office("data = \"data\"");
    let main: Rows<'_> = ("数据", &["单位|走访次数", "云溪镇|1"]);
    let led = [
        "序号|日期|事项|户数",
        "1|2023-04-03|看望|2",
        "2|2023-05-03|座谈|3",
        "合计|||5",
        "填表人：某某||联系电话：123|",
    ];
    xlsx(&office.path("data/云溪镇.xlsx"), &[main, ("走访台账", &led)], &[]);
    let main: Rows<'_> = ("数据", &["单位|走访次数", "清河镇|1"]);
    ods(
        &office.path("data/清河镇.ods"),
        &[
            main,
            (
                "走访台账",
                &["日期|事项|户数", "2023-04-03|看望|2", "2023-05-03|座谈|3", "|小计：2个|6", "||5"],
            ),
        ],
    );
    office.write("data/河口镇.csv", "单位\n河口镇\n");
    office.write(
        "data/河口镇.走访台账.csv",
        "日期,事项,户数\n2023-04-03,看望,2\n2023-04-03,看望,2\nTotal,,4\n",
    );
    let rows = "[[work.led]]\ndate = 2023-04-03\ntopic = \"看望\"\nnum = 2\n[[work.led]]\ntopic = \"总计\"\nnum = 3\n";
    office.write("data/shiqiao.toml", format!("[unit]\nname = \"石桥镇\"\n{rows}"));
    let batch = office.batch(&[]);
    for (unit, rows, households) in
        [("云溪镇", "2", "5"), ("清河镇", "2", "5"), ("河口镇", "2", "4"), ("shiqiao", "1", "2")]
    {
        assert_eq!(count(&batch, unit, "work/rows").as_deref(), Some(rows), "{unit}");
        assert_eq!(count(&batch, unit, "work/num").as_deref(), Some(households), "{unit}");
    }
    let (_, mut found) = codes(&office);
    found.sort();
    let expected = ["D024", "D024", "D024", "D024", "D024", "D040", "D040", "D041"];
    assert_eq!(found, expected, "清河镇 and 石桥镇 state other totals, 河口镇 has a row twice");
}

#[test]
fn the_thirty_towns_need_one_thing_done() {
    let office = office("workbook = \"data/units.xlsx\"");
    let mut rows = vec![
        "2023年二季度走访情况统计表||||".to_owned(),
        "序号|镇街|走访情况||情况说明".to_owned(),
        "||走访次数|投入|".to_owned(),
    ];
    rows.extend((1..=30).map(|number| format!("{number}|第{number}镇|{number}|1.5|正常")));
    rows.push("|合计|465|45|".to_owned());
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let merged = [(0, 0, 0, 4), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4)];
    xlsx(&office.path("data/units.xlsx"), &[("二季度", &rows)], &merged);
    let (units, items) = checked(&office);
    let faults: Vec<&str> =
        items.iter().map(|(code, _)| code.as_str()).filter(|code| *code != "D024").collect();
    assert_eq!((units, faults), (30, vec!["D003"]), "{items:?}");
    let fixed = rows[2].replace("投入", "投入金额");
    let rows: Vec<&str> = rows.iter().map(|row| if *row == rows[2] { fixed.as_str() } else { row }).collect();
    xlsx(&office.path("data/units.xlsx"), &[("二季度", &rows)], &merged);
    assert_eq!(codes(&office), (30, vec!["D024".to_owned()]));
    let batch = office.batch(&[]);
    assert_eq!((batch.exit, count(&batch, "第7镇", "work/amt").as_deref()), (Some(0), Some("1.5")));
}

#[test]
fn heads_of_two_and_three_rows_are_read_with_and_without_merged_cells() {
    for heads in [
        &["地区|工作|||", "|走访次数|投入金额|情况说明"][..],
        &["部门|走访||投入|", "|次数||金额|情况说明"],
        &["乡镇|指标|||", "|工作|||", "|走访次数|投入金额||情况说明"],
        &["单 位|走访次数|投入金额（万元）|情况说明\u{200B}"],
    ] {
        let wide = heads[1.min(heads.len() - 1)].contains("次数||金额") || heads.len() == 3;
        let (one, two) = if wide {
            ("云溪镇|12||3.5|好", "清河镇|2||1|好")
        } else {
            ("云溪镇|12|3.5|好", "清河镇|2|1|好")
        };
        let (one, two) =
            if heads.len() == 3 { ("云溪镇|12|3.5||好", "清河镇|2|1||好") } else { (one, two) };
        let rows: Vec<&str> = heads.iter().copied().chain([one, two]).collect();
        in_each_format(&rows, |office, format| {
            assert_eq!(codes(office), (2, Vec::new()), "{heads:?} {format}");
            let batch = office.batch(&[]);
            assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("12"), "{heads:?} {format}");
            assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("3.5"), "{heads:?} {format}");
        });
    }
}

#[test]
fn a_column_of_measures_is_no_column_of_units() {
    in_each_format(
        &["乡镇|单位|走访次数", "云溪镇|次|12", "清河镇|次|2"],
        |office, format| {
            assert_eq!(codes(office), (2, Vec::new()), "{format}");
        },
    );
}

#[test]
fn many_heads_that_are_not_understood_are_one_fault() {
    in_each_format(&["单位|甲|乙|丙|丁", "云溪镇|1|2|3|4"], |office, format| {
        assert_eq!(codes(office).1, ["D045"], "{format}");
    });
}

#[test]
fn names_are_what_is_seen_of_them() {
    let rows = ["单位|走访次数", "云 溪 镇\u{200B}|12", "\u{FEFF}清河镇\u{A0}|1\u{200B}2"];
    in_each_format(&rows, |office, format| {
        let text = fs::read_to_string(office.path("workspace.toml")).unwrap();
        office.write(
            "workspace.toml",
            text + "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [\"云溪镇\", \"清河镇\"]\n",
        );
        assert_eq!(codes(office), (2, Vec::new()), "{format}");
        assert_eq!(count(&office.batch(&[]), "云溪镇", "work/n").as_deref(), Some("12"), "{format}");
    });
}

#[test]
fn the_visible_sheet_of_the_period_is_read() {
    let [first, second]: [&[&str]; 2] = [&["单位|走访次数", "云溪镇|1"], &["单位|走访次数", "云溪镇|2"]];
    let other: Rows<'_> = ("联系人", &["单位|姓名", "云溪镇|某某"]);
    for (sheets, sheet, expected) in [
        (&[("~一季度", first), ("二季度", second)][..], "", Some("2")),
        (&[("一季度", first), ("二季度", second)], "sheet = \"二季度\"", Some("2")),
        (&[("一季度", first), ("二季度", second)], "", Some("2")),
        (&[("2023年4-6月", second), ("1-3月", first), other], "", Some("2")),
        (&[("~Q2", second), ("Sheet1", first)], "sheet = \"Q2\"", Some("2")),
        (&[("表一", first), ("表二", second)], "", None),
    ] {
        let office = office(&format!("workbook = \"data/units.xlsx\"\n{sheet}"));
        xlsx(&office.path("data/units.xlsx"), sheets, &[]);
        let (_, found) = codes(&office);
        if expected.is_some() {
            assert!(found.iter().all(|code| code == "D025"), "{sheets:?}: {found:?}");
            assert_eq!(count(&office.batch(&[]), "云溪镇", "work/n").as_deref(), expected, "{sheets:?}");
        } else {
            assert_eq!(found, ["D044"], "{sheets:?}");
        }
    }
}

#[test]
fn csv_files_are_read_by_their_header_and_an_open_quote_is_told() {
    for (text, expected) in [
        ("单位;走访次数;情况说明\n云溪镇;12;一,二,三,四,五,六\n", Vec::new()),
        ("单位|走访次数|情况说明\n云溪镇|12|一,二;三,四\n", Vec::new()),
        ("sep=;\n单位;走访次数\n云溪镇;12\n", Vec::new()),
        ("单位\t走访次数\t情况说明\n云溪镇\t12\t一,二,三,四\n", Vec::new()),
        ("单位,走访次数,情况说明\n云溪镇,12,\"未闭合\n石桥镇,3,好\n", vec!["D046"]),
        ("单位,走访次数,情况说明\n云溪镇,12,\"未闭合\n石桥镇,3,\"好\"\n", vec!["D046"]),
        ("单位;走访次数;情况说明\n云溪镇;12;\"未闭合\n石桥镇;3;好\"\n", vec!["D046"]),
    ] {
        let office = office("table = \"data/units.csv\"");
        office.write("data/units.csv", text);
        assert_eq!(codes(&office).1, expected, "{text}");
    }
    let office = office("table = \"data/units.csv\"");
    office.write("data/units.csv", "单位,走访次数,情况说明\n云溪镇,12,\"未闭合\n石桥镇,3,好\n");
    let output = office.run(&["--lang", "zh", "check"]);
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("units.csv:2:1"), "{said}");
}

#[test]
fn an_offices_own_heads_are_mapped_with_factors() {
    let columns = "\n[units.columns]\n\"走访（趟）\" = \"work.n\"\n\
                   \"投入（元）\" = { field = \"work.amt\", factor = 0.0001 }\n\"镇名\" = \"unit.name\"\n\"备用\" = \"remarks\"\n";
    let rows = ["镇名|走访（趟）|投入（元）|备用", "云溪镇|12|35001.5|x", "清河镇|2|10000元|"];
    let text = csv(&rows, ",");
    for source in ["workbook = \"data/units.xlsx\"", "table = \"data/units.csv\""] {
        let office = office(&format!("{source}{columns}"));
        xlsx(&office.path("data/units.xlsx"), &[("二季度", &rows)], &[]);
        office.write("data/units.csv", &text);
        assert_eq!(codes(&office), (2, Vec::new()), "{source}");
        let batch = office.batch(&[]);
        assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("3.50015"), "{source}");
        assert_eq!(count(&batch, "清河镇", "work/amt").as_deref(), Some("1"), "{source}");
    }
    let wrong = office("table = \"data/units.csv\"\n[units.columns]\n\"走访\" = \"work.nn\"");
    wrong.write("data/units.csv", text);
    assert_eq!(codes(&wrong).1, ["U004"], "a key that no plugin has");
}

#[test]
fn a_mapped_head_that_no_column_has_is_told() {
    let bare = office(
        "table = \"units.csv\"\n[units.columns]\n\"次数\" = \"work.n\"\n\"投入\" = \"work.amt\"\n\"另记\" = \"remarks\"",
    );
    bare.write("units.csv", "单位,次数\n云溪镇,3\n");
    let found = checked(&bare).1;
    assert_eq!(found.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["D062"]);
    assert_eq!(found[0].1["headers"].to_string(), "[\"投入\"]");
}

#[test]
fn a_ledgers_own_heads_are_mapped_with_factors() {
    let columns = "data = \"data\"\n[units.columns]\n\"内容\" = \"work.led.topic\"\n\
                   \"户（百户）\" = { field = \"work.led.num\", factor = 100 }\n";
    let office = office(columns);
    let main: Rows<'_> = ("数据", &["单位|走访次数", "云溪镇|1"]);
    let led = ["日期|内容|户（百户）", "2023-04-03|看望|0.02", "2023-05-03|座谈|3百户", "合计||3.02"];
    xlsx(&office.path("data/云溪镇.xlsx"), &[main, ("走访台账", &led)], &[]);
    office.write("data/清河镇.csv", "单位\n清河镇\n");
    office.write("data/清河镇.走访台账.csv", "日期;内容;户（百户）\n2023-04-03;看望;1.5\n");
    let batch = office.batch(&[]);
    assert_eq!(count(&batch, "清河镇", "work/num").as_deref(), Some("150"));
    assert_eq!(count(&batch, "云溪镇", "work/num").as_deref(), Some("302"), "{:?}", codes(&office));
}

#[test]
fn a_unit_that_is_merged_over_rows_of_a_ledger_is_that_of_each() {
    let office = office("workbook = \"data/units.xlsx\"");
    let led =
        ["单位|日期|事项|户数", "云溪镇|2023-04-03|看望|2", "|2023-05-03|座谈|3", "清河镇|2023-05-04|座谈|1"];
    let main: Rows<'_> = ("数据", &["单位|走访次数", "云溪镇|1", "清河镇|1"]);
    xlsx(&office.path("data/units.xlsx"), &[("走访台账", &led), main], &[(1, 0, 2, 0)]);
    let batch = office.batch(&[]);
    assert_eq!(count(&batch, "云溪镇", "work/num").as_deref(), Some("5"), "{:?}", codes(&office));
    assert_eq!(count(&batch, "清河镇", "work/num").as_deref(), Some("1"));
}

#[test]
fn a_row_without_a_unit_is_in_its_total() {
    in_each_format(&["单位|走访次数", "云溪镇|3", "|5", "“合计”|8"], |bare, format| {
        assert_eq!(codes(bare).1, ["D007", "D024"], "{format}");
    });
}

#[test]
fn rows_without_a_unit_are_one_fault() {
    in_each_format(&["单位|走访次数", "云溪镇|1", "|2", "|4", "|5"], |office, format| {
        let (_, items) = checked(office);
        let faults: Vec<_> = items.iter().filter(|(code, _)| code == "D007").collect();
        assert_eq!(faults.len(), 1, "{format}: {items:?}");
        assert_eq!(faults[0].1["rows"], serde_json::json!(["3", "4", "5"]), "{format}");
    });
}

#[test]
fn an_offices_own_forms_are_read_by_their_cells() {
    let crosstab = [
        "走访情况表|||",
        "填报单位|云溪镇||",
        "指标名称|计量单位|本季度|上季度",
        "走访次数|次|12|9",
        "投入金额|元|35000|1",
        "说明|好||",
    ];
    let pairs = ["填报单位：|清河镇||", "走访次数|2|投入金额|10000", "说明：|好||", "填表人：某某|||"];
    let cells = "data = \"data\"\n[units.cells]\n\"work.n\" = { row = \"走访次数\"COLUMN }\n\
                 \"work.amt\" = { row = \"投入金额\"COLUMN, factor = 0.0001 }\n\"work.t\" = ";
    let of = |column: &str, rest: &str| cells.replace("COLUMN", column) + rest;
    let office_of = |units: &str, file: &str, rows: &[&str]| {
        let office = office(units);
        let path = office.path(format!("data/{file}"));
        match path.extension().unwrap().to_str().unwrap() {
            "xlsx" => xlsx(&path, &[("表", rows)], &[]),
            "ods" => ods(&path, &[("表", rows)]),
            _ => office.write(format!("data/{file}"), csv(rows, ",")),
        }
        office
    };
    for (file, rows, units, unit, n, amt) in [
        ("a.xlsx", &crosstab[..], of(", column = \"本季度\"", "\"B6\""), "云溪镇", "12", "3.5"),
        ("a.ods", &crosstab[..], of(", column = \"本季度\"", "{ row = \"说明\" }"), "云溪镇", "12", "3.5"),
        ("a.csv", &pairs[..], of("", "{ cell = \"B3\" }"), "清河镇", "2", "1"),
        ("a.xlsx", &pairs[..], of("", "{ row = \"说明\" }"), "清河镇", "2", "1"),
    ] {
        let office = office_of(&units, file, rows);
        assert_eq!(codes(&office), (1, Vec::new()), "{file} {rows:?}");
        let batch = office.batch(&[]);
        assert_eq!(count(&batch, unit, "work/n").as_deref(), Some(n), "{file}");
        assert_eq!(count(&batch, unit, "work/amt").as_deref(), Some(amt), "{file}");
    }
    let missing = office_of(&of(", column = \"本月\"", "\"B6\""), "a.xlsx", &crosstab);
    assert_eq!(codes(&missing).1, ["D047"]);
}

#[test]
fn map_shows_what_is_understood_and_writes_what_is_not() {
    let office = office("# 各镇的表\nworkbook = \"data/units.xlsx\"");
    let rows = ["单位|走访次数|投入金额（元）|备用", "云溪镇|12|35000|甲乙", "清河镇|2|10000|"];
    xlsx(&office.path("data/units.xlsx"), &[("二季度", &rows)], &[]);
    let output = office.run(&["--lang", "zh", "map", "data/units.xlsx"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    for part in [
        "work.n",
        "12 | 2",
        "[units.columns]",
        "\"投入金额（元）\" = { field = \"work.amt\", factor = \"0.0001\" }",
        "# \"备用\" = \"remarks\"",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(office.run(&["map", "data/units.xlsx", "--write"]).status.code(), Some(0));
    let text = fs::read_to_string(office.path("workspace.toml")).unwrap();
    assert!(text.contains("# 各镇的表") && text.contains("[units.columns]"), "{text}");
    assert_eq!(codes(&office).1, ["D003"], "only 备用 is left");
    office.replace("workspace.toml", "[units.columns]\n", "[units.columns]\n\"备用\" = \"remarks\"\n");
    assert_eq!(codes(&office), (2, Vec::new()));
    assert_eq!(count(&office.batch(&[]), "云溪镇", "work/amt").as_deref(), Some("3.5"));
}

#[test]
fn map_proposes_the_cells_of_a_form() {
    let office = office("data = \"data\"");
    let rows =
        ["填报单位|云溪镇||", "指标|计量单位|本季度|上季度", "走访次数|次|12|9", "投入金额（元）|元|35000|1"];
    ods(&office.path("data/a.ods"), &[("表", &rows)]);
    let output = office.run(&["--lang", "zh", "map", "data/a.ods", "--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(office.path("workspace.toml")).unwrap();
    assert!(text.contains("\"work.n\" = { row = \"走访次数\", column = \"本季度\" }"), "{text}");
    assert_eq!(count(&office.batch(&[]), "云溪镇", "work/n").as_deref(), Some("12"), "{text}");
}

#[test]
fn files_of_units_that_are_no_more_are_named_and_pruned() {
    let unit = |name: &str, n: u32| format!("[unit]\nname = \"{name}\"\n[work]\nn = {n}\n");
    let office = office("data = \"data\"");
    for (file, name) in [("yx", "云溪镇"), ("hk", "河口镇"), ("qh", "清河镇")] {
        office.write(format!("data/{file}.toml"), unit(name, 3));
    }
    office.batch(&[]);
    office.write("data/hk.toml", unit("河口街道", 3));
    fs::remove_file(office.path("data/qh.toml")).unwrap();
    let said = |arguments: &[&str]| {
        let output = office.run(&[&["--lang", "zh", "batch"], arguments].concat());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for arguments in [&[][..], &["--force"], &["--format", "txt,md"]] {
        let said = said(arguments);
        assert!(said.contains("out/河口镇.md") && said.contains("out/清河镇.md"), "{arguments:?}: {said}");
    }
    office.write("out/清河镇.md", "改过");
    let pruned = said(&["--prune"]);
    assert!(pruned.contains("已删除 1 个") && pruned.contains("没有删除：out/清河镇.md"), "{pruned}");
    assert!(!office.path("out/河口镇.md").exists() && office.path("out/清河镇.md").exists());
    assert!(office.path("out/河口街道.md").exists() && office.path("out/云溪镇.md").exists());
    assert!(said(&[]).contains("out/清河镇.md"), "it is remembered");
    office.replace("workspace.toml", "2023Q2", "2023Q3");
    let next = said(&["--prune"]);
    assert!(!next.contains("清河镇"), "another period's files are none of this one's: {next}");
}

#[test]
fn files_that_the_record_names_are_never_pruned() {
    let unit = |name: &str, n: &str| format!("[unit]\nname = \"{name}\"\n[work]\nn = {n}\n");
    let office = office("data = \"data\"");
    for (file, name) in [("yx", "云溪镇"), ("hk", "河口镇")] {
        office.write(format!("data/{file}.toml"), unit(name, "3"));
    }
    office.batch(&[]);
    office.write("data/hk.toml", unit("河口街道", "\"三\""));
    let output = office.run(&["--lang", "zh", "batch", "--prune"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(office.path("out/河口镇.md").exists(), "the record names it: the unit failed");
    office.write("data/hk.toml", unit("河口街道", "4"));
    office.run(&["--lang", "zh", "batch", "--prune"]);
    assert!(!office.path("out/河口镇.md").exists() && office.path("out/河口街道.md").exists());
}

#[test]
fn what_is_wrong_with_who_a_unit_is_costs_that_unit() {
    let unit = |head: &str, n: u32| format!("[unit]\n{head}\n[work]\nn = {n}\n");
    for (first, second, code) in [
        ("name = \"云溪镇\"", "id = \"a\"\nname = \"石桥镇\"", "U001"),
        ("name = \"云溪镇\"", "id = \"a\"\nname = \"云溪镇\"", "U001"),
        ("name = \"云溪镇\"", "name = \"云溪镇\"", "O001"),
    ] {
        let office = office("data = \"data\"");
        office.write("data/a.toml", unit(first, 1));
        office.write("data/b.toml", unit(second, 2));
        office.write("data/c.toml", unit("name = \"清河镇\"", 3));
        assert!(codes(&office).1.iter().any(|found| found == code), "{code}: {:?}", codes(&office));
        let batch = office.batch(&[]);
        assert_eq!(batch.exit, Some(1), "{code}: {}", batch.said);
        assert_eq!(count(&batch, "c", "work/n").as_deref(), Some("3"), "{code}: {}", batch.said);
        assert!(!office.path("out/云溪镇.md").exists() && !office.path("out/石桥镇.md").exists(), "{code}");
    }
}

#[test]
fn a_figure_that_a_comma_parts_is_named() {
    for (rows, found) in [
        (&["单位,走访次数,投入金额,情况说明", "云溪镇,3,1,234,正常", "清河镇,2,4,正常"][..], "1,234"),
        (&["单位,走访次数,投入金额,情况说明", "云溪镇,1,234,5,正常"], "1,234"),
    ] {
        let office = office("table = \"units.csv\"");
        office.write("units.csv", rows.join("\n"));
        let (_, items) = checked(&office);
        let [(code, arguments)] = items.as_slice() else { panic!("{items:?}") };
        assert_eq!((code.as_str(), arguments["found"].as_str()), ("D059", Some(found)));
    }
    for rows in [
        &["单位,走访次数,投入金额,情况说明", "云溪镇,3,150,正常,", "清河镇,2,140,正常,"][..],
        &["单位,走访次数,投入金额,情况说明", "云溪镇,3,150,", "清河镇,2,140"],
    ] {
        let office = office("table = \"units.csv\"");
        office.write("units.csv", rows.join("\n"));
        assert_eq!(codes(&office), (2, Vec::new()), "{rows:?}");
    }
}
