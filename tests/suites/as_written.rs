//! Further ways in which offices write their tables: a unit's code and name below one head, values as formulas in CSV, commas of
//! full width, and faults that are told without what follows from them.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::path::Path;

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{PLUGIN, checked, codes, count, csv, office};
use rust_xlsxwriter::{Format, Workbook};

/// A workbook of one sheet with cells that are merged, rows and columns from 0.
fn merged(path: &Path, rows: &[&str], ranges: &[(u32, u16, u32, u16)]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("二季度").unwrap();
    for (first_row, first_column, last_row, last_column) in ranges {
        sheet.merge_range(*first_row, *first_column, *last_row, *last_column, "", &Format::new()).unwrap();
    }
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells.split('|')).filter(|(_, text)| !text.is_empty()) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, text).unwrap(),
            };
        }
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    book.save(path).unwrap();
}

#[test]
fn a_units_code_and_name_stand_below_one_head() {
    for (head, code, name) in
        [("单位", "代码", "名称"), ("乡镇（街道）", "序号", "名称"), ("填报单位", "单位代码", "单位名称")]
    {
        let bare = office("workbook = \"units.xlsx\"");
        let top = format!("{head}||走访次数|投入金额");
        let below = format!("{code}|{name}||");
        let rows = [top.as_str(), below.as_str(), "330101|云溪镇|3|1.5", "330102|清河镇|2|4"];
        merged(&bare.path("units.xlsx"), &rows, &[(0, 0, 0, 1), (0, 2, 1, 2), (0, 3, 1, 3)]);
        assert_eq!(codes(&bare), (2, Vec::new()), "{head} {code} {name}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(), Some("3"), "{head}");
    }
}

#[test]
fn values_that_csv_files_have_as_formulas_are_read_as_seen() {
    for text in [
        "=\"单位\",=\"走访次数\"\n=\"云溪镇\",=\"3\"\n清河镇,2\n",
        "单位;走访次数\n=\"云溪镇\";3\n'清河镇';2\n",
        "单位\t走访次数\n\"云溪镇\"\t=\"3\"\n'清河镇\t2\n",
    ] {
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", text);
        assert_eq!(codes(&bare), (2, Vec::new()), "{text}");
        let batch = bare.batch(&[]);
        assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("3"), "{text}");
        assert_eq!(count(&batch, "清河镇", "work/n").as_deref(), Some("2"), "{text}");
    }
}

#[test]
fn commas_of_full_width_are_named() {
    for text in ["单位，走访次数，投入金额\n云溪镇，3，1.5\n", "走访情况表\n单位；走访次数\n云溪镇；3\n"]
    {
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", text);
        let (_, items) = checked(&bare);
        let told: Vec<_> = items.iter().map(|(code, of)| (code.as_str(), of["reason"].as_str())).collect();
        assert_eq!(told, [("D002", Some("wide"))], "{text}");
    }
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", "单位,走访次数,情况说明\n云溪镇,3,路远，人少；雨多\n");
    assert_eq!(codes(&bare), (1, Vec::new()));
}

#[test]
fn what_rows_without_a_unit_do_to_figures_is_not_told_beside_them() {
    let check = "\n[checks.recorded]\nrule = \"rows >= n\"\nseverity = \"error\"\nmessage = \"走访{n}次，台账只有{rows}件。\"\n";
    let main = ["单位|走访次数", "云溪镇|2", "清河镇|1"];
    for (row, told) in [
        ("|2023-04-06|座谈|1", &["D007"][..]),
        ("云溪|2023-04-06|座谈|1", &["D008"]),
        ("同上|2023-04-06|座谈|1", &["D050"]),
        ("云溪镇|2023-04-06|座谈|1", &[]),
        ("清河镇|2023-04-06|座谈|1", &["K001"]),
    ] {
        let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", "清河镇|2023-04-05|看望|2", row];
        let office = |units: &str| -> Bare {
            let bare = office(units);
            bare.write("plugins/work/plugin.toml", format!("{PLUGIN}{check}"));
            bare
        };
        for format in FORMATS {
            let bare = office(&format!("workbook = \"units.{format}\""));
            let book = Book::of_rows(&[("二季度", &main), ("走访台账", &ledger)]);
            bare.write(format!("units.{format}"), book.bytes(format));
            assert_eq!(codes(&bare).1, told, "{format} {row}");
        }
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", csv(&main, ","));
        bare.write("units.走访台账.csv", csv(&ledger, ","));
        assert_eq!(codes(&bare).1, told, "csv {row}");
    }
}
