//! What is struck out in workbooks of every format: a whole cell is read and told of, one of which a part is struck out is
//! refused, wherever it stands.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use huibian_tests::books::{Book, Cell, FORMATS, number, struck, text};
use huibian_tests::office::{codes, office};

fn row(cells: &[&str]) -> Vec<Cell> {
    let cell = |shown: &&str| match (shown.contains('~'), shown.parse::<f64>()) {
        (true, _) => struck(shown),
        (_, Ok(value)) => number(value),
        _ => text(shown),
    };
    cells.iter().map(cell).collect()
}

fn book(rows: &[&[&str]]) -> Book {
    Book::of("二季度", rows.iter().map(|cells| row(cells)).collect())
}

const HEAD: &[&str] = &["单位", "走访次数", "投入金额", "情况说明"];

#[test]
fn a_cell_of_which_a_part_is_struck_out_is_refused() {
    for format in FORMATS {
        for (rows, expected) in [
            (&[&["云溪镇", "~13~15", "1", "正常"][..]][..], &["D056"][..]),
            (&[&["云溪镇", "1~3~", "1", "正常"]], &["D056"]),
            (&[&["云溪镇", "13", "1~2~.5", "正常"]], &["D056"]),
            (&[&["云溪镇", "13", "1", "已办~，未完~。"]], &["D056"]),
            (&[&["云~石~溪镇", "13", "1", "正常"], &["清河镇", "2", "1", "正常"]], &["D056"]),
            (&[&["云溪镇", "~15~", "1", "正常"]], &["D055"]),
            (&[&["云溪镇", "15 ~ ~", "1", "正常"]], &[]),
            (&[&["云溪镇", "15", "1", "正常"], &["注：~上期~本期数", "", "", ""]], &["D024"]),
        ] {
            let office = office(&format!("workbook = \"units.{format}\""));
            office.write(format!("units.{format}"), book(&[&[HEAD], rows].concat()).bytes(format));
            assert_eq!(codes(&office).1, expected, "{format} {rows:?}");
        }
    }
}

#[test]
fn what_is_struck_out_above_a_table_and_in_its_head_is_told() {
    let unit: &[&str] = &["云溪镇", "13", "1", "正常"];
    for format in FORMATS {
        for rows in [
            [&["单位：万元~、人~"][..], HEAD, unit],
            [HEAD, &["~清河镇~", "2", "1", "正常"], unit],
            [&["二季度~（初稿）~"], HEAD, unit],
        ] {
            let office = office(&format!("workbook = \"units.{format}\""));
            office.write(format!("units.{format}"), book(&rows).bytes(format));
            assert_eq!(codes(&office).1, ["D055"], "{format} {rows:?}");
        }
    }
}

#[test]
fn ledgers_and_forms_are_held_to_the_same() {
    let ledger = [&["单位", "日期", "事项", "户数"][..], &["云溪镇", "2023-04-05", "看望", "~2~3"]];
    let form = [&["填报单位", "云溪镇"][..], &["走访次数", "~13~15"], &["投入金额", "1"]];
    let cells = "[units.cells]\n\"work.n\" = { row = \"走访次数\" }\n\"work.amt\" = { row = \"投入金额\" }";
    for format in FORMATS {
        let office_of = |units: &str, book: Book| {
            let office = office(units);
            office.write(format!("units.{format}"), book.bytes(format));
            codes(&office).1
        };
        let rows = |rows: &[&[&str]]| rows.iter().map(|cells| row(cells)).collect();
        let unit: &[&str] = &["云溪镇", "13", "1", "正常"];
        let tables = book(&[HEAD, unit]).with("走访台账", rows(&ledger));
        assert_eq!(office_of(&format!("workbook = \"units.{format}\""), tables), ["D056"], "{format}");
        let form = book(&form);
        let units = format!("workbook = \"units.{format}\"\n{cells}");
        assert_eq!(office_of(&units, form), ["D056"], "{format}");
    }
}
