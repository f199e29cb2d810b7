//! Heads, sheets and forms: what a column or a cell is said to hold.

use std::fs;

use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{checked, codes, count, csv, office};

use crate::{in_each_format, in_each_workbook, of_book};

#[test]
fn heads_over_two_rows_are_read_in_every_workbook() {
    for (heads, merged, rows) in [
        (
            ["单位|走访情况||情况说明", "|走访次数|投入金额|"],
            &[[0, 0, 1, 0], [0, 1, 0, 2], [0, 3, 1, 3]][..],
            ["云溪镇|12|3.5|好", "清河镇|2|1|好"],
        ),
        (
            ["序号|镇街名称|数据|||备注", "||走访次数（次）|投入金额（万元）|情况说明|"],
            &[[0, 0, 1, 0], [0, 1, 1, 1], [0, 2, 0, 4], [0, 5, 1, 5]],
            ["1|云溪镇|12|3.5|好|", "2|清河镇|2|1|好|x"],
        ),
        (
            ["部门|投入||走访||", "|金额|走访次数||情况说明|"],
            &[[0, 0, 1, 0], [0, 1, 0, 2]],
            ["云溪镇|3.5|12||好|", "清河镇|1|2||好|"],
        ),
    ] {
        for merged in [merged, &[]] {
            for format in FORMATS {
                let sheet = [heads[0], heads[1], rows[0], rows[1]];
                let bare = of_book(format, &Book::of_rows(&[("二季度", &sheet)]).merged(merged));
                assert_eq!(codes(&bare), (2, Vec::new()), "{heads:?} {merged:?} {format}");
                let batch = bare.batch(&[]);
                assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("12"), "{heads:?} {format}");
                assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("3.5"), "{heads:?} {format}");
            }
        }
    }
}

#[test]
fn of_quarters_beside_each_other_the_periods_own_is_read() {
    for rows in [
        [
            "单位|一季度||二季度||累计|",
            "|走访次数|投入金额|走访次数|投入金额|走访次数|投入金额",
            "云溪镇|3|1|4|2|7|3",
        ],
        [
            "单位|2023年二季度||2022年二季度||去年同期|",
            "|走访次数|投入金额|走访次数|投入金额|走访次数|投入金额",
            "云溪镇|4|2|9|9|9|9",
        ],
    ] {
        let merged = [[0, 1, 0, 2], [0, 3, 0, 4], [0, 5, 0, 6], [0, 0, 1, 0]];
        for format in FORMATS {
            let bare = of_book(format, &Book::of_rows(&[("表", &rows)]).merged(&merged));
            assert_eq!(codes(&bare).1, ["D048"; 4], "{format} {rows:?}");
            let batch = bare.batch(&[]);
            assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("4"), "{format}");
            assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("2"), "{format}");
        }
    }
}

#[test]
fn what_forms_put_about_heads_is_no_part_of_them() {
    for head in ["单 位 名 称：|1.走访次数|（2）投入金额：", "填报单位：|走访次数*：|③投入金额（选填）"]
    {
        in_each_format(
            &[head, "云溪镇|3|1.5"],
            &["单位：|日期：|1.事项", "云溪镇|2023-04-05|看望"],
            |bare, format| {
                assert_eq!(codes(bare), (1, Vec::new()), "{format} {head}");
                let batch = bare.batch(&[]);
                assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("3"), "{format} {head}");
                assert_eq!(count(&batch, "云溪镇", "work/rows").as_deref(), Some("1"), "{format} {head}");
            },
        );
    }
}

#[test]
fn hidden_sheets_and_a_sheet_a_quarter_are_understood_in_every_workbook() {
    let [first, second]: [&[&str]; 2] = [&["镇街|走访次数", "云溪镇|1"], &["镇街|走访次数", "云溪镇|2"]];
    for (sheets, expected) in [
        (&[("~上季度", first), ("本季度", second)][..], Some("2")),
        (&[("~Sheet1", first), ("Sheet2", second)], Some("2")),
        (&[("第一季度", first), ("第二季度", second), ("说明", &["请按季填报"])], Some("2")),
        (&[("2季度", second), ("1季度", first), ("3季度", first), ("4季度", first)], Some("2")),
        (&[("2023Q1", first), ("2023Q2", second)], Some("2")),
        (&[("东片", first), ("西片", second)], None),
    ] {
        in_each_workbook(sheets, |bare, format| {
            let (_, found) = codes(bare);
            if expected.is_none() {
                assert_eq!(found, ["D044"], "{sheets:?} {format}");
                return;
            }
            assert!(found.iter().all(|code| code == "D025"), "{sheets:?} {format}: {found:?}");
            let found = count(&bare.batch(&[]), "云溪镇", "work/n");
            assert_eq!(found.as_deref(), expected, "{sheets:?} {format}");
        });
    }
}

#[test]
fn lines_of_codes_and_notes_are_told_in_any_words() {
    for code in ["甲|1|2|3", "A|(1)|(2)|(3)", "栏次|①|②|③", "—|1|2|3=1+2", "代码|01|02|03"] {
        let rows = ["单位|走访次数|投入金额|情况说明", code, "云溪镇|12|3.5|好", "清河镇|2|1|好"];
        in_each_format(&rows, &[], |bare, format| {
            let (units, items) = checked(bare);
            let found: Vec<_> =
                items.iter().map(|(code, arguments)| (code.as_str(), &arguments["kind"])).collect();
            assert_eq!((units, found), (2, vec![("D024", &"codes".into())]), "{code} {format}");
        });
    }
    for note in [
        "注：本表由党政办汇总。|||",
        "填报人：某某||联系电话：123|",
        "审核人：|||填报日期：2023年7月1日",
        "说明：一、走访次数含电话走访；二、投入金额含自筹。|||",
        "单位负责人（签字）：||填表人：|",
        "Note: figures are final|||",
        "制表：某某|||",
        "（以上数据截至6月30日。）|||",
    ] {
        let rows = ["单位|走访次数|投入金额|情况说明", "云溪镇|12|3.5|好", "清河镇|2|1|好", note];
        in_each_format(&rows, &[], |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D024".to_owned()]), "{note} {format}");
        });
    }
}

#[test]
fn a_ledger_may_have_a_workbook_of_its_own() {
    let main = ["单位|走访次数", "云溪镇|1", "清河镇|1"];
    let ledger = [
        "单位|日期|事项|户数",
        "云溪镇|2023-04-05|看望|2",
        "云溪镇|2023-04-06|座谈|3",
        "清河镇|2023-04-06|座谈|1",
    ];
    for format in FORMATS {
        let bare = of_book(format, &Book::of_rows(&[("填报表", &main)]));
        bare.write(format!("units.走访台账.{format}"), Book::of_rows(&[("Sheet1", &ledger)]).bytes(format));
        assert_eq!(codes(&bare), (2, Vec::new()), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(), Some("5"), "{format}");
        let output = bare.run(&["--lang", "zh", "map", &format!("units.走访台账.{format}")]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains("work.led.topic") && said.contains("work.led.num"), "{format}: {said}");
        let changed: Vec<String> = ledger.iter().map(|row| row.replace("|3", "|4")).collect();
        let changed: Vec<&str> = changed.iter().map(String::as_str).collect();
        bare.write(format!("units.走访台账.{format}"), Book::of_rows(&[("Sheet1", &changed)]).bytes(format));
        assert_eq!(
            count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(),
            Some("6"),
            "{format}: made anew"
        );
    }
    let bare = office("data = \"data\"");
    bare.write("data/云溪镇.csv", "单位,走访次数\n云溪镇,1\n");
    bare.write(
        "data/云溪镇.走访台账.ods",
        Book::of_rows(&[("表", &["日期|事项|户数", "2023-04-05|看望|2"])]).bytes("ods"),
    );
    assert_eq!(codes(&bare), (1, Vec::new()));
    assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(), Some("2"));
}

#[test]
fn a_form_with_its_labels_above_its_values_is_mapped_and_read() {
    let rows =
        ["走访情况表||", "填报单位|走访次数|投入金额（元）", "云溪镇|12|35000", "情况说明||", "一切正常||"];
    for format in ["xlsx", "xls", "ods", "csv"] {
        let bare = office("data = \"data\"\n[units.cells]");
        let bytes = match format {
            "csv" => csv(&rows, ",").into_bytes(),
            _ => Book::of_rows(&[("表", &rows)]).bytes(format),
        };
        bare.write(format!("data/a.{format}"), bytes);
        bare.replace(
            "workspace.toml",
            "[units.cells]",
            "[units.cells]\n\"work.n\" = { above = \"走访次数\" }\n\"work.amt\" = { above = \"投入金额\", factor = 0.0001 }\n\"work.t\" = { above = \"情况说明\" }",
        );
        assert_eq!(codes(&bare), (1, Vec::new()), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("3.5"), "{format}");
    }
    let above = ["走访情况", "走访次数|投入金额", "12|3.5", "填报人：某某|"];
    let bare = office("data = \"data\"");
    bare.write("data/云溪镇.xlsx", Book::of_rows(&[("表", &above)]).bytes("xlsx"));
    let output = bare.run(&["--lang", "zh", "map", "data/云溪镇.xlsx", "--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    assert!(text.contains("\"work.n\" = { above = \"走访次数\" }"), "{text}");
    assert_eq!(codes(&bare), (1, Vec::new()), "{text}");
    assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/amt").as_deref(), Some("3.5"));
}

#[test]
fn columns_that_are_passed_over_are_told_with_the_reason() {
    let rows = ["片区|单位|走访次数|上季度|合计|投入金额", "城区|云溪镇|1|2|3|4", "山区|清河镇|1|2|3|4"];
    in_each_format(&rows, &[], |bare, format| {
        let (_, items) = checked(bare);
        let told: Vec<_> =
            items.iter().map(|(code, said)| (code.as_str(), said["reason"].as_str().unwrap())).collect();
        assert_eq!(told, [("D048", "aside"), ("D048", "other"), ("D048", "sum")], "{format}");
    });
}

#[test]
fn fractions_among_percentages_are_asked_about() {
    let declared = "fields.rate = { label = \"办结率\", type = \"decimal\", measure = \"%\" }\n\
                    counts.rate = { label = \"办结率\", measure = \"%\", kind = \"decimal\", number = \"rate\" }\n";
    let rows = ["单位|办结率", "云溪镇|0.984", "清河镇|98.4", "河口镇|100", "石桥镇|0", "东岭镇|0.5%"];
    in_each_format(&rows, &[], |bare, format| {
        bare.replace("plugins/work/plugin.toml", "[fields.led]", &format!("{declared}[fields.led]"));
        let (units, items) = checked(bare);
        let [(code, said)] = items.as_slice() else { panic!("{format}: {items:?}") };
        assert_eq!((units, code.as_str(), &said["rows"]), (5, "D053", &serde_json::json!(["2"])), "{format}");
    });
}

#[test]
fn a_form_of_labels_that_was_not_mapped_is_one_thing_to_do() {
    let rows = ["单位|云溪镇", "走访次数|12", "投入金额|3.5", "情况说明|好"];
    for format in FORMATS {
        let bare = office("data = \"data\"");
        bare.write(format!("data/云溪镇.{format}"), Book::of_rows(&[("填报", &rows)]).bytes(format));
        assert_eq!(codes(&bare).1, ["D002"], "{format}");
        let output = bare.run(&["--lang", "zh", "map", &format!("data/云溪镇.{format}"), "--write"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(codes(&bare), (1, Vec::new()), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/amt").as_deref(), Some("3.5"), "{format}");
    }
}
