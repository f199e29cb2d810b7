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

#[test]
fn a_percent_sign_behind_a_head_is_its_measure() {
    let rate = "fields.rate = { label = \"办结率\", type = \"decimal\", measure = \"%\" }\n[counts.rate]\nlabel = \"办结率\"\n\
                measure = \"%\"\nkind = \"decimal\"\nscale = 2\nnumber = \"rate\"\n[fields.led]";
    for head in ["办结率%", "办结率％", "办结率 (%)", "办结率（%）", "本季度办结率%"] {
        for format in FORMATS {
            let bare = office(&format!("workbook = \"units.{format}\""));
            bare.write("plugins/work/plugin.toml", PLUGIN.replacen("[fields.led]", rate, 1));
            let head = format!("单位|走访次数|{head}");
            bare.write(
                format!("units.{format}"),
                Book::of_rows(&[("二季度", &[head.as_str(), "云溪镇|3|98.4"])]).bytes(format),
            );
            assert_eq!(codes(&bare), (1, Vec::new()), "{format} {head}");
            assert_eq!(
                count(&bare.batch(&[]), "云溪镇", "work/rate").as_deref(),
                Some("98.4"),
                "{format} {head}"
            );
        }
    }
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", "单位,走访次数%\n云溪镇,3\n");
    assert_eq!(codes(&bare).1, ["D049"], "of another measure");
}

#[test]
fn a_name_across_the_table_is_a_groups() {
    for name in ["东片", "平原乡镇", "第一协作区"] {
        let rows = ["单位|走访次数|投入金额", name, "云溪镇|3|1.5", "清河镇|2|4", "西片", "河口镇|1|1"];
        let bare = office("workbook = \"units.xlsx\"");
        merged(&bare.path("units.xlsx"), &rows, &[(1, 0, 1, 2), (4, 0, 4, 2)]);
        assert_eq!(codes(&bare), (3, vec!["D024".to_owned()]), "{name}");
        bare.replace("workspace.toml", "[units]", &format!("[units]\nknown = [\"{name}\"]"));
        assert_eq!(checked(&bare).0, 4, "{name}: who is known is a unit");
    }
}

#[test]
fn of_two_columns_of_units_the_finer_is_read() {
    for (coarse, fine) in [("区县", "乡镇"), ("部门", "科室"), ("乡镇（街道）", "行政村"), ("街道", "社区")]
    {
        for format in FORMATS {
            let bare = office(&format!("workbook = \"units.{format}\""));
            let head = format!("{coarse}|{fine}|走访次数|投入金额");
            let rows = [
                head.as_str(),
                "甲区|云溪站|3|1.5",
                "|清河站|2|4",
                "甲区|小计|5|5.5",
                "乙区|河口站|1|1",
                "合计||6|6.5",
            ];
            bare.write(format!("units.{format}"), Book::of_rows(&[("二季度", &rows)]).bytes(format));
            let (units, found) = codes(&bare);
            assert_eq!((units, found), (3, vec!["D048".to_owned(), "D024".to_owned()]), "{format} {head}");
            assert_eq!(count(&bare.batch(&[]), "河口站", "work/n").as_deref(), Some("1"), "{format} {head}");
        }
    }
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", "区县,乡镇,走访次数\n甲县,云溪镇,3\n乙县,清河镇,2\n");
    assert_eq!(codes(&bare).1, ["D004"], "either may be meant");
}

#[test]
fn heads_that_compare_a_field_are_passed_over_beside_it() {
    for other in [
        "走访次数排名",
        "走访次数同比（%）",
        "走访次数占比",
        "走访次数环比增长率",
        "走访次数完成率%",
        "走访次数计划数",
    ] {
        for format in FORMATS {
            let bare = office(&format!("workbook = \"units.{format}\""));
            let head = format!("单位|走访次数|{other}");
            let rows = [head.as_str(), "云溪镇|3|1", "清河镇|2|2"];
            bare.write(format!("units.{format}"), Book::of_rows(&[("二季度", &rows)]).bytes(format));
            assert_eq!(codes(&bare), (2, vec!["D048".to_owned()]), "{format} {other}");
            assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(), Some("3"), "{format} {other}");
        }
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", format!("单位,{other},投入金额\n云溪镇,3,1\n"));
        assert_eq!(codes(&bare).1, ["D003"], "{other}: alone it may be meant");
    }
}
