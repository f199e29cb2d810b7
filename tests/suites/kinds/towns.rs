//! Units: their names, their files, and what thirty of them send in.

use std::fmt::Write as _;
use std::fs;

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{checked, codes, count, csv, office};

use crate::{in_each_format, in_each_workbook, made};

#[test]
fn files_of_units_that_left_a_table_are_named() {
    let before = ["单位|走访次数", "云溪镇|1", "河口镇|2", "清河镇|3"];
    let after = ["单位|走访次数", "云溪镇|1", "河口街道|2"];
    in_each_format(&before, &[], |bare, format| {
        bare.batch(&[]);
        let path = format!("units.{format}");
        match format {
            "csv" => bare.write(path, csv(&after, ",")),
            _ => bare.write(path, Book::of_rows(&[("填报表", &after)]).bytes(format)),
        }
        let said = |arguments: &[&str]| {
            let output = bare.run(&[&["--lang", "zh", "batch"], arguments].concat());
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        let told = said(&[]);
        assert!(told.contains("out/河口镇.md") && told.contains("out/清河镇.md"), "{format}: {told}");
        assert!(said(&["--prune"]).contains("已删除 2 个"), "{format}");
        assert!(!bare.path("out/河口镇.md").exists() && bare.path("out/云溪镇.md").exists(), "{format}");
    });
    let bare = office("data = \"data\"");
    for (file, unit) in [("a.xlsx", "云溪镇"), ("b.xls", "河口镇"), ("c.ods", "清河镇")] {
        let rows = ["单位|走访次数", &*format!("{unit}|1")];
        let format = file.split_once('.').unwrap().1;
        bare.write(format!("data/{file}"), Book::of_rows(&[("表", &rows)]).bytes(format));
    }
    bare.batch(&[]);
    fs::remove_file(bare.path("data/b.xls")).unwrap();
    let output = bare.run(&["--lang", "zh", "batch"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("out/河口镇.md"), "a workbook a unit");
}

#[test]
fn what_units_number_themselves_in_cells_is_numbered_once() {
    let section = "# 走访\n\n{{#enumerate}}\n{{#if fields.t}}\n- {{fields.t}}\n{{/if}}\n{{/enumerate}}\n";
    let rows = [
        "单位|情况说明",
        "甲镇|1.人员少\n2.设备旧",
        "乙镇|一是人员少；二是设备旧。",
        "丙镇|①人员少；②设备旧",
        "丁镇|（1）人员少。（2）设备旧。",
        "戊镇|人员少。",
    ];
    let test = |bare: &Bare, format: &str| {
        bare.write("plugins/work/sections/results.hbs", section);
        for unit in ["甲镇", "乙镇", "丙镇", "丁镇"] {
            let made = made(bare, unit);
            assert!(made.contains("一是人员少；二是设备旧。"), "{unit} {format}: {made}");
        }
        let alone = made(bare, "戊镇");
        assert!(alone.contains("人员少。") && !alone.contains("一是"), "{format}: {alone}");
    };
    in_each_workbook(&[("填报表", &rows)], test);
    let bare = office("table = \"units.csv\"");
    let mut lines = String::new();
    for row in rows {
        let (unit, said) = row.split_once('|').unwrap();
        let _ = writeln!(lines, "{unit},\"{said}\"");
    }
    bare.write("units.csv", lines);
    test(&bare, "csv");
}

/// What thirty towns send in, put together by a person: a title, merged heads, a line of codes, towns with spaces in their
/// names, full-width figures, 万, sub-totals, a total, notes, and a sheet of another quarter.
#[test]
fn thirty_towns_as_people_keep_them_are_clean_after_two_rounds() {
    let names = |at: usize| format!("第{at}镇");
    let mut rows = vec![
        "某某县2023年二季度走访慰问情况汇总表|||||".to_owned(),
        "填报单位：某某县党政办||||单位：次、万元|".to_owned(),
        "序号|镇街|走访慰问||情况|备注".to_owned(),
        "||走访次数|投入|情况说明|".to_owned(),
        "甲|乙|1|2|3|".to_owned(),
    ];
    for at in 1..=30 {
        let name = if at % 7 == 0 { names(at).replace('第', "第 ") } else { names(at) };
        let visits = match at {
            3 => "１２".to_owned(),
            5 => "0.2万".to_owned(),
            8 => "1,200次".to_owned(),
            11 => "30余".to_owned(),
            _ => at.to_string(),
        };
        rows.push(format!("{at}|{name}|{visits}|1.5|正常|"));
        if at % 15 == 0 {
            rows.push(format!("|小计||{}||", 22.5));
        }
    }
    rows.extend([
        "|全县合计||45||".to_owned(),
        "填表人：某某|||审核人：某某||".to_owned(),
        "注：走访次数含电话走访。|||||".to_owned(),
    ]);
    let merged = [[0, 0, 0, 5], [2, 0, 3, 0], [2, 1, 3, 1], [2, 2, 2, 3], [2, 5, 3, 5]];
    let last = ["镇街|走访次数", "第1镇|9"];
    for format in FORMATS {
        let write = |bare: &Bare, rows: &[String]| {
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let book = Book::of_rows(&[("二季度", &rows), ("一季度", &last)]).merged(&merged);
            bare.write(format!("units.{format}"), book.bytes(format));
        };
        let bare = office(&format!("workbook = \"units.{format}\""));
        write(&bare, &rows);
        let faults = || -> Vec<String> {
            let (units, mut found) = codes(&bare);
            assert_eq!(units, 30, "{format}");
            found.retain(|code| code != "D024" && code != "D025");
            found
        };
        let at = rows.iter().position(|row| row.contains("30余")).unwrap();
        assert_eq!(
            faults(),
            ["D003", "D010"],
            "{format}: what is wrong, the head 投入 and 30余, and nothing that follows"
        );
        rows[3] = rows[3].replace("投入", "投入金额");
        write(&bare, &rows);
        assert_eq!(faults(), ["D010"], "{format}");
        rows[at] = rows[at].replace("30余", "31");
        write(&bare, &rows);
        assert_eq!(faults(), Vec::<String>::new(), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!((batch.exit, batch.units.len()), (Some(0), 30), "{format}: {}", batch.said);
        for (at, visits) in [(3, "12"), (5, "2000"), (8, "1200"), (11, "31"), (14, "14")] {
            assert_eq!(count(&batch, &names(at), "work/n").as_deref(), Some(visits), "{format} {at}");
        }
        rows[3] = rows[3].replace("投入金额", "投入");
        rows[at] = rows[at].replace("|31|", "|30余|");
    }
}

#[test]
fn a_units_name_is_what_lists_put_their_numbers_about() {
    let main = ["单位|走访次数", "1.云溪镇|1", "（2）清河镇|2", "河口镇*|3", "４、石桥镇|4"];
    let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", "2.清河镇|2023-04-05|看望|3"];
    in_each_format(&main, &ledger, |bare, format| {
        assert_eq!(codes(bare), (4, Vec::new()), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!(batch.exit, Some(0), "{format}: its report lies under another name: {}", batch.said);
        for (unit, homes) in
            [("云溪镇", Some("2")), ("清河镇", Some("3")), ("河口镇", None), ("石桥镇", None)]
        {
            assert_eq!(count(&batch, unit, "work/num").as_deref(), homes, "{unit} {format}");
        }
    });
    let double = ["单位|走访次数", "1.云溪镇|1", "云溪镇|2"];
    in_each_format(&double, &[], |bare, format| {
        let (_, items) = checked(bare);
        let [(code, arguments)] = items.as_slice() else { panic!("{format}: {items:?}") };
        assert_eq!((code.as_str(), &arguments["reason"]), ("U001", &"double".into()), "{format}");
    });
}
