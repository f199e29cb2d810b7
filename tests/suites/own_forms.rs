//! An office's own forms, which `[units.cells]` reads: one a unit, a sheet a unit in one workbook, a sheet a quarter.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;

use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{checked, codes, count, office};

const CELLS: &str = "[units.cells]\n\"work.n\" = { row = \"走访次数\" }\n\"work.amt\" = { row = \"投入金额\" }\n\
                     \"work.t\" = { row = \"情况说明\" }";

const FIRST: [&str; 4] = ["项目|单位|本季度", "走访次数|次|3", "投入金额|万元|1.5", "情况说明||正常"];
const SECOND: [&str; 4] = ["项目|单位|本季度", "走访次数|次|2", "投入金额|万元|4", "情况说明||较好"];

#[test]
fn a_sheet_a_unit_is_read_and_told_of_unless_the_units_are_known() {
    let sum = ["项目|单位|本季度", "走访次数|次|5", "投入金额|万元|5.5"];
    let sheets: [(&str, &[&str]); 5] = [
        ("汇总表", &sum),
        ("云溪镇", &FIRST),
        ("石桥镇", &SECOND),
        ("填报说明", &["请如实填写"]),
        ("~河口镇", &SECOND),
    ];
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\"\n{CELLS}"));
        bare.write(format!("units.{format}"), Book::of_rows(&sheets).bytes(format));
        let (units, found) = codes(&bare);
        assert_eq!((units, found), (2, ["D054", "D025", "D025"].map(str::to_owned).to_vec()), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("1.5"), "{format}");
        assert_eq!(count(&batch, "石桥镇", "work/n").as_deref(), Some("2"), "{format}");
        bare.replace("workspace.toml", "workbook", "known = [\"云溪镇\", \"石桥镇\"]\nworkbook");
        assert_eq!(codes(&bare).1, ["D025", "D025"], "{format}");
    }
}

#[test]
fn a_sheet_a_unit_may_have_ledgers_beside_and_lines_of_its_own() {
    let sheets: [(&str, &[&str]); 3] = [
        ("Sheet1", &[&["填报单位（盖章）：云溪镇    填报日期：2023年7月3日||"], &FIRST[..]].concat()),
        ("Sheet2", &[&["填报单位|石桥镇|"], &SECOND[..]].concat()),
        ("走访台账", &["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", "石桥镇|2023-06-30|本季度无|0"]),
    ];
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\"\n{CELLS}"));
        bare.write(format!("units.{format}"), Book::of_rows(&sheets).bytes(format));
        assert_eq!(codes(&bare), (2, ["D024", "D054"].map(str::to_owned).to_vec()), "{format}");
        let batch = bare.batch(&[]);
        for (unit, visits, rows) in [("云溪镇", "3", "1"), ("石桥镇", "2", "0")] {
            assert_eq!(count(&batch, unit, "work/n").as_deref(), Some(visits), "{format}");
            assert_eq!(count(&batch, unit, "work/rows").as_deref(), Some(rows), "{format}");
        }
    }
}

#[test]
fn a_sheet_that_no_unit_is_named_in_costs_that_unit() {
    let broken = ["走访次数|同上", "投入金额|1", "情况说明|"];
    let sheets: [(&str, &[&str]); 3] = [("云溪镇", &FIRST), ("Sheet2", &SECOND), ("石桥镇", &broken)];
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\"\n{CELLS}"));
        bare.write(format!("units.{format}"), Book::of_rows(&sheets).bytes(format));
        let (units, found) = codes(&bare);
        assert_eq!((units, found), (3, ["D054", "U009", "D050"].map(str::to_owned).to_vec()), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("3"), "{format}");
    }
}

#[test]
fn a_table_of_one_row_a_sheet_is_mapped_and_read() {
    let first = ["走访次数|投入金额（元）|情况说明", "3|15000|正常"];
    let second = ["走访次数|投入金额（元）|情况说明", "2|40000|较好"];
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\""));
        let book = Book::of_rows(&[("云溪镇", &first), ("石桥镇", &second)]);
        bare.write(format!("units.{format}"), book.bytes(format));
        assert_eq!(codes(&bare).1, ["D002"], "{format}");
        let output = bare.run(&["map", &format!("units.{format}"), "--write"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
        assert_eq!(text.matches("work.n").count(), 1, "a form that stands again is shown once: {text}");
        assert_eq!(codes(&bare), (2, vec!["D054".to_owned()]), "{format}");
        assert_eq!(count(&bare.batch(&[]), "石桥镇", "work/amt").as_deref(), Some("4"), "{format}");
    }
}

#[test]
fn a_table_a_unit_with_the_units_column_is_read_by_its_heads() {
    let first = ["单位|联系人|走访次数|投入金额", "云溪镇|某某|3|1.5"];
    let second = ["单位|联系人|走访次数|投入金额", "石桥镇|某某|2|4"];
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\""));
        let book = Book::of_rows(&[("表一", &first), ("表二", &second)]);
        bare.write(format!("units.{format}"), book.bytes(format));
        assert_eq!(codes(&bare).1, ["D044"], "{format}");
        let cells = "\n[units.cells]\n\"work.n\" = { above = \"走访次数\" }\n\"work.amt\" = { above = \"投入金额\" }\n";
        let text = fs::read_to_string(bare.path("workspace.toml")).unwrap() + cells;
        bare.write("workspace.toml", text);
        assert_eq!(codes(&bare), (2, vec!["D054".to_owned()]), "{format}");
        assert_eq!(count(&bare.batch(&[]), "石桥镇", "work/amt").as_deref(), Some("4"), "{format}");
    }
}

#[test]
fn of_a_form_a_quarter_the_periods_own_is_read() {
    let third = ["走访次数|9", "投入金额|9", "情况说明|9"];
    let sheets: [(&str, &[&str]); 3] = [("一季度", &FIRST), ("2023年第二季度", &SECOND), ("三季度", &third)];
    for format in FORMATS {
        let bare = office(&format!("data = \"data\"\n{CELLS}"));
        bare.write(format!("data/云溪镇.{format}"), Book::of_rows(&sheets).bytes(format));
        assert_eq!(codes(&bare), (1, ["D025", "D025"].map(str::to_owned).to_vec()), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(), Some("2"), "{format}");
        let two = Book::of_rows(&[("表一", &FIRST), ("表二", &SECOND)]);
        bare.write(format!("data/云溪镇.{format}"), two.bytes(format));
        assert_eq!(codes(&bare).1, ["D044"], "{format}");
        bare.replace("workspace.toml", "data = \"data\"", "data = \"data\"\nsheet = \"表二\"");
        assert_eq!(codes(&bare), (1, vec!["D025".to_owned()]), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(), Some("2"), "{format}");
    }
}

#[test]
fn a_form_that_says_another_period_is_told() {
    for (line, told) in [
        ("填报单位：云溪镇||2023年一季度", &["D057"][..]),
        ("填报单位|云溪镇|2022年第二季度", &["D057"]),
        ("填报单位：云溪镇||2023年4—6月", &[]),
        ("填报单位：云溪镇||2023年6月30日", &[]),
    ] {
        for format in FORMATS {
            let bare = office(&format!("data = \"data\"\n{CELLS}"));
            let rows: Vec<&str> = [line].into_iter().chain(FIRST).collect();
            bare.write(format!("data/a.{format}"), Book::of_rows(&[("表", &rows)]).bytes(format));
            assert_eq!(codes(&bare).1, told, "{format} {line}");
        }
    }
}

#[test]
fn a_form_with_columns_of_figures_has_texts_beside_their_labels() {
    let rows = ["填报单位：云溪镇|||", "项目|计量单位|本季度|上季度", "走访次数|次|3|2", "情况说明|正常||"];
    for format in FORMATS {
        let bare = office("data = \"data\"");
        bare.write(format!("data/云溪镇.{format}"), Book::of_rows(&[("表", &rows)]).bytes(format));
        let output = bare.run(&[
            "--lang",
            "zh",
            "map",
            "--write",
            bare.path(format!("data/云溪镇.{format}")).to_str().unwrap(),
        ]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("\"work.t\" = { row = \"情况说明\" }"), "{format}: {said}");
        assert!(
            said.contains("\"work.n\" = { row = \"走访次数\", column = \"本季度\" }"),
            "{format}: {said}"
        );
    }
}

#[test]
fn the_head_of_measures_is_not_the_units() {
    for format in FORMATS {
        let bare = office(&format!("data = \"data\"\n{CELLS}"));
        bare.write(format!("data/云溪镇.{format}"), Book::of_rows(&[("表", &FIRST)]).bytes(format));
        assert_eq!(checked(&bare), (1, Vec::new()), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(), Some("3"), "{format}");
    }
}

#[test]
fn a_table_none_of_whose_heads_is_a_fields_is_said_not_to_be_understood() {
    let rows = ["单位|甲项|乙项", "云溪镇|1|2", "石桥镇|3|4"];
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\""));
        bare.write(format!("units.{format}"), Book::of_rows(&[("填报表", &rows)]).bytes(format));
        let output = bare.run(&["--lang", "zh", "map", &format!("units.{format}")]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{format}: {said}");
        assert!(said.contains("没有看懂") && said.contains("# \"甲项\" ="), "{format}: {said}");
        assert!(!said.contains("贴进"), "{format}: {said}");
    }
}

#[test]
fn a_table_of_which_nothing_is_understood_is_not_to_be_pasted() {
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", "单位,走访次数\n云溪镇,3\n");
    bare.write("other.csv", "颜色,大小\n红,大\n");
    let settings = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    for arguments in [&["map", "other.csv"][..], &["map", "other.csv", "--write"]] {
        let output = bare.run(&[&["--lang", "en"], arguments].concat());
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.code() == Some(1) && said.contains("Nothing is understood"), "{said}");
        assert!(!said.contains("Paste") && !said.contains("Lines written"), "{said}");
    }
    assert_eq!(fs::read_to_string(bare.path("workspace.toml")).unwrap(), settings);
}
