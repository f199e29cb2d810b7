//! What a table says that its figures are measured in, against what their fields are measured in: in a head, in a row below it,
//! above the table, beside a value of a form, in a cell; and digits that no one asked to be rounded.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, Cell, FORMATS, formatted, number, text};
use huibian_tests::office::{checked, codes, count, csv, office};

/// A plugin whose amounts are in 万元: one says so itself, one by the count that it gives, and one in a ledger.
const PLUGIN: &str = r#"id = "work"
version = "1"
title = "工作"
contract = 1
slots = ["results"]
fields.n = { label = "走访次数", type = "integer", measure = "次" }
fields.amt = { label = "投入金额", type = "decimal", measure = "万元" }
fields.fix = { label = "整改资金", type = "decimal" }
fields.area = { label = "面积", type = "decimal" }
counts.n = { label = "走访", measure = "次", number = "n" }
counts.amt = { label = "投入", measure = "万元", kind = "decimal", number = "amt" }
counts.fix = { label = "整改", measure = "万元", kind = "decimal", number = "fix" }
counts.sum = { label = "金额", measure = "万元", kind = "decimal", ledger = "led", sum = "sum" }
counts.homes = { label = "户数", measure = "户", ledger = "led", sum = "homes" }
[fields.led]
label = "走访台账"
type = "ledger"
columns.date = { label = "日期", type = "date" }
columns.sum = { label = "金额", type = "decimal", measure = "万元" }
columns.homes = { label = "户数", type = "integer" }
"#;

fn workspace(units: &str) -> Bare {
    let bare = office(units);
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare
}

/// A workspace of each format with one sheet, and as CSV.
fn in_each_format(units: &str, rows: &[&str], test: impl Fn(&Bare, &str)) {
    for format in FORMATS {
        let bare = workspace(&format!("workbook = \"units.{format}\"\n{units}"));
        bare.write(format!("units.{format}"), Book::of_rows(&[("二季度", rows)]).bytes(format));
        test(&bare, format);
    }
    let bare = workspace(&format!("table = \"units.csv\"\n{units}"));
    bare.write("units.csv", csv(rows, ","));
    test(&bare, "csv");
}

#[test]
fn a_head_in_another_measure_is_refused_with_the_factor() {
    for (head, said, factor, expected) in [
        ("投入金额（元）", "元", "0.0001", "3.5"),
        ("投入金额（单位：千元）", "千元", "0.1", "3500"),
        ("整改资金/元", "元", "0.0001", "3.5"),
        ("整改资金（亿元）", "亿元", "10000", "350000000"),
    ] {
        let rows = [&*format!("单位|{head}"), "云溪镇|35000", "清河镇|12"];
        in_each_format("", &rows, |bare, format| {
            let (_, items) = checked(bare);
            let [(code, arguments)] = items.as_slice() else { panic!("{head} {format}: {items:?}") };
            assert_eq!(code, "D049", "{head} {format}");
            assert_eq!((&arguments["said"], &arguments["own"]), (&said.into(), &"万元".into()), "{format}");
            assert_eq!(arguments["factor"], factor, "{head} {format}");
        });
        let key = if head.starts_with('投') { "amt" } else { "fix" };
        let columns =
            format!("[units.columns]\n\"{head}\" = {{ field = \"work.{key}\", factor = {factor} }}");
        in_each_format(&columns, &rows, |bare, format| {
            assert_eq!(codes(bare), (2, Vec::new()), "{head} {format}");
            let found = count(&bare.batch(&[]), "云溪镇", &format!("work/{key}"));
            assert_eq!(found.as_deref(), Some(expected), "{head} {format}");
        });
    }
    for head in ["投入金额（万元）", "投入金额（万）", "整改资金（万元）", "整改资金"]
    {
        in_each_format("", &[&format!("单位|{head}"), "云溪镇|3.5"], |bare, format| {
            assert_eq!(codes(bare), (1, Vec::new()), "{head} {format}");
        });
    }
    for head in ["走访次数（人次）", "面积（亩）"] {
        in_each_format("", &[&format!("单位|{head}"), "云溪镇|3"], |bare, format| {
            assert_eq!(
                codes(bare).1,
                ["D049"],
                "{head} {format}: what does not come to the other is asked about"
            );
        });
        let key = if head.starts_with('走') { "n" } else { "area" };
        let columns = format!("[units.columns]\n\"{head}\" = \"work.{key}\"");
        in_each_format(&columns, &[&format!("单位|{head}"), "云溪镇|3"], |bare, format| {
            assert_eq!(codes(bare), (1, Vec::new()), "{head} {format}: and taken as it was answered");
        });
    }
    let columns = "[units.columns]\n\"投入（元）\" = \"work.amt\"";
    in_each_format(columns, &["单位|投入（元）", "云溪镇|3"], |bare, format| {
        assert_eq!(codes(bare).1, ["D049"], "{format}: an answer without a factor is none");
    });
}

#[test]
fn a_factor_that_is_not_what_the_head_says_is_refused() {
    let rows = ["单位|走访次数|金额（元）", "云溪镇|3|15000"];
    for (factor, told) in [("0.0001", &[][..]), ("0.001", &["D049"]), ("1", &["D049"])] {
        let units =
            format!("[units.columns]\n\"金额（元）\" = {{ field = \"work.amt\", factor = {factor} }}");
        in_each_format(&units, &rows, |bare, format| assert_eq!(codes(bare).1, told, "{format} {factor}"));
    }
    for (factor, told) in [("0.0001", &[][..]), ("0.001", &["D049"])] {
        let bare = office(&format!(
            "data = \"data\"\n[units.cells]\n\"work.amt\" = {{ row = \"投入金额（元）\", factor = {factor} }}"
        ));
        bare.write("data/云溪镇.csv", "单位名称,云溪镇\n投入金额（元）,15000\n");
        assert_eq!(codes(&bare).1, told, "{factor}");
    }
}

#[test]
fn what_stands_below_or_above_the_heads_counts_too() {
    for rows in [
        &["投入情况表|单位：元", "单位|走访次数|投入金额", "云溪镇|1|35000"][..],
        &["单位：元、万元", "单位|走访次数|投入金额", "云溪镇|1|35000"],
        &["投入情况表（金额单位：元）", "单位|走访次数|投入金额", "云溪镇|1|35000"],
        &["投入情况统计表（元）||", "单位|走访次数|投入金额", "云溪镇|1|35000"],
        &["|计量单位：|次、元", "单位|走访次数|投入金额", "云溪镇|1|35000"],
        &["单位|走访次数|投入金额", "|次|元", "云溪镇|1|35000"],
        &["镇街|走访次数|投入金额", "计量单位|（次）|（元）", "云溪镇|1|35000"],
        &["单位|工作（次、元）|", "|走访次数|投入金额（元）", "云溪镇|1|35000"],
        &["镇街|走访次数|单位|投入金额|计量单位", "云溪镇|1|次|35000|元"],
        &["单位|走访次数|经费（元）", "||投入金额", "云溪镇|1|35000"],
    ] {
        in_each_format("", rows, |bare, format| {
            let (units, found) = codes(bare);
            assert_eq!((units, found), (1, vec!["D049".to_owned()]), "{rows:?} {format}");
        });
    }
    for rows in [
        &["单位：万元", "单位|走访次数|投入金额", "云溪镇|1|3.5"][..],
        &["单位|走访次数|投入金额", "|次|万元", "云溪镇|1|3.5"],
        &["镇街|走访次数|单位|投入金额|计量单位", "云溪镇|1|次|3.5|万元"],
        &["填报单位：云溪镇", "单位|走访次数|投入金额", "云溪镇|1|3.5"],
    ] {
        in_each_format("", rows, |bare, format| {
            assert_eq!(codes(bare), (1, Vec::new()), "{rows:?} {format}");
        });
    }
    let many = ["单位：元", "单位|投入金额|整改资金", "云溪镇|1|2"];
    in_each_format("", &many, |bare, format| {
        let output = bare.run(&["--lang", "zh", "map", &format!("units.{format}"), "--write"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(codes(bare), (1, Vec::new()), "{format}: map writes the factors");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/fix").as_deref(), Some("0.0002"), "{format}");
    });
}

#[test]
fn a_ledgers_columns_have_measures() {
    let main = ("数据", &["单位|走访次数", "云溪镇|1"][..]);
    for (heads, columns, code, sum) in [
        ("单位|日期|金额（元）|户数", "", Some("D049"), None),
        ("单位|日期|金额（万元）|户数（户）", "", None, Some("35000")),
        ("单位|日期|金额|户数（百户）", "", Some("D049"), None),
        (
            "单位|日期|金额（元）|户数",
            "[units.columns]\n\"金额（元）\" = { field = \"work.led.sum\", factor = 0.0001 }",
            None,
            Some("3.5"),
        ),
        ("单位|日期|金额（人次）|户数", "", Some("D049"), None),
    ] {
        let rows = [heads, "云溪镇|2023-04-05|35000|2"];
        for format in FORMATS {
            let bare = workspace(&format!("workbook = \"units.{format}\"\n{columns}"));
            bare.write(format!("units.{format}"), Book::of_rows(&[main, ("走访台账", &rows)]).bytes(format));
            assert_eq!(codes(&bare).1, code.into_iter().collect::<Vec<_>>(), "{heads} {format}");
            if code.is_none() {
                assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/sum").as_deref(), sum, "{heads} {format}");
            }
        }
        let bare = workspace(&format!("table = \"units.csv\"\n{columns}"));
        bare.write("units.csv", csv(main.1, ","));
        bare.write("units.走访台账.csv", csv(&rows, ","));
        assert_eq!(codes(&bare).1, code.into_iter().collect::<Vec<_>>(), "{heads} csv");
    }
    let bare = workspace("data = \"data\"");
    let rows = ["日期|金额", "2023-04-05|3.5元"];
    bare.write("data/云溪镇.xlsx", Book::of_rows(&[main, ("走访台账", &rows)]).bytes("xlsx"));
    assert_eq!(codes(&bare).1, ["D010"], "a cell that says another measure than its column's");
}

#[test]
fn a_forms_values_say_their_measure() {
    let cells = |at: &str| format!("data = \"data\"\n[units.cells]\n\"work.amt\" = {at}");
    let scaled = "{ row = \"投入金额\", factor = 0.0001 }";
    for (rows, at, expected) in [
        (&["填报单位|云溪镇", "投入金额（元）|35000"][..], "{ row = \"投入金额\" }", "D049"),
        (&["填报单位|云溪镇", "投入金额|元|35000"], "{ row = \"投入金额\" }", "D049"),
        (&["填报单位|云溪镇", "投入金额|元|35000"], "\"C2\"", "D049"),
        (&["填报单位|云溪镇", "投入金额||35000|元"], "{ row = \"投入金额\" }", "D049"),
        (&["填报单位|云溪镇", "单位：元", "投入金额|35000"], "{ row = \"投入金额\" }", "D049"),
        (&["填报单位|云溪镇", "投入金额（元）|", "35000|"], "{ above = \"投入金额\" }", "D049"),
        (
            &["填报单位|云溪镇", "指标|计量单位|本季度", "投入金额|元|35000"],
            "{ row = \"投入金额\", column = \"本季度\" }",
            "D049",
        ),
        (
            &["填报单位|云溪镇", "指标|本季度（千元）", "投入金额|35000"],
            "{ row = \"投入金额\", column = \"本季度\" }",
            "D049",
        ),
        (&["填报单位|云溪镇", "投入金额|元|35000"], scaled, "3.5"),
        (&["填报单位|云溪镇", "投入金额（万元）|3.5"], "{ row = \"投入金额\" }", "3.5"),
        (&["填报单位|云溪镇", "投入金额|万元|3.5"], "{ row = \"投入金额\" }", "3.5"),
    ] {
        for format in ["xlsx", "xls", "ods", "csv"] {
            let bare = workspace(&cells(at));
            let bytes = match format {
                "csv" => csv(rows, ",").into_bytes(),
                _ => Book::of_rows(&[("表", rows)]).bytes(format),
            };
            bare.write(format!("data/a.{format}"), bytes);
            let (_, found) = codes(&bare);
            if expected == "D049" {
                assert_eq!(found, ["D049"], "{rows:?} {format}");
            } else {
                assert_eq!(found, Vec::<String>::new(), "{rows:?} {format}");
                assert_eq!(
                    count(&bare.batch(&[]), "云溪镇", "work/amt").as_deref(),
                    Some(expected),
                    "{format}"
                );
            }
        }
    }
}

#[test]
fn signs_of_currencies_are_measures() {
    for (label, cell, expected) in [
        ("投入金额", text("¥3.5"), "D010"),
        ("投入金额", formatted(3.5, "\"¥\"#,##0.00", "¥3.50"), "D010"),
        ("投入金额", formatted(3.5, "[$$-409]#,##0.00", "$3.50"), "D010"),
        ("投入金额", text("$3.5"), "D010"),
        ("投入金额", text("35000元"), "D010"),
        ("投入金额", text("3.5万元"), "3.5"),
        ("投入金额", text("￥3.5万元"), "D010"),
        ("面积", text("￥1,200"), "1200"),
        ("面积", text("US$1,200"), "D010"),
        ("面积", formatted(12.5, "[$¥-804]#,##0.00", "¥12.50"), "12.5"),
        ("走访次数", text("¥3"), "D010"),
    ] {
        let shown = |cell: &Cell| match cell {
            Cell::Text(text) | Cell::Number(_, _, text) => text.clone(),
            _ => String::new(),
        };
        for format in FORMATS.into_iter().chain(["csv"]) {
            let bare = workspace("data = \"data\"");
            bare.replace(
                "plugins/work/plugin.toml",
                "counts.n =",
                "counts.area = { label = \"面\", kind = \"decimal\", number = \"area\" }\ncounts.n =",
            );
            let bytes = match format {
                "csv" => format!("单位,{label}\n云溪镇,\"{}\"\n", shown(&cell)).into_bytes(),
                _ => {
                    Book::of("表", vec![vec![text("单位"), text(label)], vec![text("云溪镇"), cell.clone()]])
                        .bytes(format)
                }
            };
            bare.write(format!("data/云溪镇.{format}"), bytes);
            let batch = bare.batch(&[]);
            let unit = &batch.units["云溪镇"];
            let key = if label == "面积" { "area" } else { "amt" };
            if expected.starts_with('D') {
                assert_eq!(unit.codes(), [expected], "{cell:?} {format}: {}", batch.said);
            } else {
                let found = count(&batch, "云溪镇", &format!("work/{key}"));
                assert_eq!(found.as_deref(), Some(expected), "{cell:?} {format}: {}", batch.said);
            }
        }
    }
}

#[test]
fn digits_are_kept_where_no_scale_says_how_many() {
    let bare = workspace("data = \"data\"");
    bare.write(
        "plugins/work/sections/results.hbs",
        "# 走访\n\n{{#present \"amt\"}}投入{{count \"amt\"}}。{{/present}}\n",
    );
    bare.replace("workspace.toml", "formats = [\"md\"]", "formats = [\"txt\"]");
    for (unit, value, shown) in [
        ("a", number(3.005), "投入3.005万元。"),
        ("b", number(2.0), "投入2万元。"),
        ("c", text("1,234.56789"), "投入1234.56789万元。"),
        ("d", number(-0.5), "投入-0.5万元。"),
    ] {
        for format in FORMATS {
            let rows = vec![
                vec![text("单位"), text("投入金额")],
                vec![text(&format!("{unit}{format}")), value.clone()],
            ];
            bare.write(format!("data/{unit}{format}.{format}"), Book::of("表", rows).bytes(format));
        }
        let (Cell::Number(.., digits) | Cell::Text(digits)) = &value else { panic!() };
        bare.write(format!("data/{unit}csv.csv"), format!("单位,投入金额\n{unit}csv,\"{digits}\"\n"));
        let batch = bare.batch(&[]);
        for format in FORMATS.into_iter().chain(["csv"]) {
            let made = fs::read_to_string(bare.path(format!("out/{unit}{format}.txt")));
            let made = made.unwrap_or_else(|error| panic!("{unit}{format}: {error}\n{}", batch.said));
            assert!(made.contains(shown), "{unit}{format}: {made}");
        }
    }
    bare.replace(
        "workspace.toml",
        "[units]",
        "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [\"axlsx\", \"cods\"]\n[units]",
    );
    assert_eq!(bare.run(&["rollup"]).status.code(), Some(0));
    let record = fs::read_to_string(bare.path("rollup/manifest.jsonl"))
        .or_else(|_| fs::read_to_string(bare.path("out/rollup/manifest.jsonl")))
        .unwrap();
    assert!(record.contains("1237.57289"), "{record}");
}

#[test]
fn a_quotient_that_does_not_end_says_so() {
    let bare = workspace("data = \"data\"");
    let declared = "counts.third = { label = \"三分之一\", kind = \"decimal\", expr = \"fields.amt / 3\" }\n";
    bare.write("plugins/work/plugin.toml", PLUGIN.replace("counts.n =", &format!("{declared}counts.n =")));
    for (unit, amount) in [("a", "9"), ("b", "10"), ("c", "0.3")] {
        bare.write(
            format!("data/{unit}.toml"),
            format!("[unit]\nname = \"{unit}镇\"\n[work]\namt = {amount}\n"),
        );
    }
    let batch = bare.batch(&["--lang", "en"]);
    assert_eq!(count(&batch, "a", "work/third").as_deref(), Some("3"), "{}", batch.said);
    assert_eq!(count(&batch, "c", "work/third").as_deref(), Some("0.1"), "{}", batch.said);
    assert_eq!(batch.units["b"].codes(), ["U021"], "{}", batch.said);
    assert!(batch.said.contains("does not end") && batch.said.contains("scale = 2"), "{}", batch.said);
    let rate = "counts.rate = { label = \"率\", kind = \"ratio\", ratio = { num = \"n\", den = \"n\", as = \"%\" } }\n";
    bare.write("plugins/work/plugin.toml", PLUGIN.replace("counts.n =", &format!("{rate}counts.n =")));
    let output = bare.run(&["--lang", "zh", "check"]);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(said.contains("P002") && said.contains("scale"), "{said}");
}
