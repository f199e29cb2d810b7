//! What a table says beside its figures that makes them other figures: measures in titles and notes, sheets of plans and patterns,
//! rows that say none, codes of a further page, rows that compare, titles of another period. Each in every format.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, Cell, FORMATS, formatted, number, text};
use huibian_tests::office::{checked, codes, count, csv, office};

const HEAD: &str = "单位|走访次数|投入金额|情况说明";
const FIRST: &str = "云溪镇|3|15000|正常";
const SECOND: &str = "清河镇|2|40000|正常";

/// A workspace of each format with these sheets.
fn in_each_workbook(sheets: &[(&str, &[&str])], test: impl Fn(&Bare, &str)) {
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\""));
        bare.write(format!("units.{format}"), Book::of_rows(sheets).bytes(format));
        test(&bare, format);
    }
}

/// The same of one sheet, and as CSV.
fn in_each_format(rows: &[&str], test: impl Fn(&Bare, &str)) {
    in_each_workbook(&[("二季度", rows)], &test);
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", csv(rows, "\t"));
    test(&bare, "csv");
}

#[test]
fn a_measure_that_is_said_about_a_table_is_asked_about() {
    for line in [
        "走访情况统计表（金额：元）",
        "|||单位 元",
        "计量单位：元/户",
        "（元）",
        "|||元",
        "单位：万元、元",
        "统计表　单位：元　　2023年",
        "本表金额单位均为元。",
        "单位：|元||",
    ] {
        in_each_format(&[line, HEAD, FIRST, SECOND], |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D049".to_owned()]), "{format} {line}");
        });
    }
    for note in ["注：投入金额以元计。", "注：金额单位为元", "说明：1.单位：元"] {
        in_each_format(&[HEAD, FIRST, SECOND, note], |bare, format| {
            assert_eq!(codes(bare).1, ["D049", "D024"], "{format} {note}");
        });
    }
    let differing = ["单位|走访次数|投入金额|计量单位", "云溪镇|3|1.5|万元", "清河镇|2|40000|元"];
    in_each_format(&differing, |bare, format| assert_eq!(codes(bare).1, ["D049"], "{format}"));
}

#[test]
fn a_measure_that_is_the_fields_own_or_anothers_is_no_question() {
    for line in [
        "走访情况统计表（金额：万元）",
        "单位：次、万元",
        "|||万元",
        "填报单位：某某县",
        "走访情况统计表（上半年与全年同口径）",
    ] {
        in_each_format(&[line, HEAD, FIRST, SECOND], |bare, format| {
            assert_eq!(codes(bare), (2, Vec::new()), "{format} {line}");
        });
    }
    let said = ["单位：元", "单位|走访次数|投入金额（万元）|情况说明", FIRST, SECOND, "注：单位为元的另附"];
    in_each_format(&said, |bare, format| assert_eq!(codes(bare).1, ["D024"], "{format}: the head says it"));
}

#[test]
fn a_sheet_of_the_period_that_is_of_something_else_is_asked_about() {
    let rows = &[HEAD, FIRST, SECOND][..];
    for name in [
        "二季度样表",
        "二季度填写说明",
        "二季度目标",
        "Q2计划",
        "去年二季度",
        "二季度上年同期",
        "二季度备份",
        "二季度（旧）",
    ] {
        in_each_workbook(&[(name, rows), ("填报表", rows)], |bare, format| {
            assert_eq!(codes(bare), (0, vec!["D044".to_owned()]), "{format} {name}");
            bare.replace("workspace.toml", "workbook", "sheet = \"填报表\"\nworkbook");
            assert_eq!(codes(bare).0, 2, "{format} {name}");
        });
        in_each_workbook(&[("二季度", rows), (name, rows)], |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D025".to_owned()]), "{format} {name}");
        });
    }
    in_each_workbook(&[("二季度目标", rows)], |bare, format| {
        assert_eq!(codes(bare).1, ["D044"], "{format}");
    });
    in_each_workbook(&[("目标任务完成情况", rows)], |bare, format| {
        assert_eq!(codes(bare), (2, Vec::new()), "{format}");
    });
}

#[test]
fn a_ledgers_row_that_says_none_is_no_record() {
    let main = &[HEAD, FIRST, SECOND][..];
    for topic in [
        "无",
        "—",
        "／",
        "（无）",
        "0",
        "零",
        "N/A",
        "无走访",
        "不涉及",
        "本季度未走访",
        "没有开展走访活动。",
    ] {
        let row = format!("云溪镇|2023-04-05|{topic}|0");
        let ledger = &["单位|日期|事项|户数", &row, "清河镇|2023-05-01|看望|2"][..];
        in_each_workbook(&[("二季度", main), ("走访台账", ledger)], |bare, format| {
            assert_eq!(codes(bare).1, ["D024"], "{format} {topic}");
            let batch = bare.batch(&[]);
            assert_eq!(count(&batch, "云溪镇", "work/rows").as_deref(), Some("0"), "{format} {topic}");
            assert_eq!(count(&batch, "清河镇", "work/rows").as_deref(), Some("1"), "{format} {topic}");
        });
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", csv(main, ","));
        bare.write("units.走访台账.csv", csv(ledger, ","));
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(), Some("0"), "csv {topic}");
    }
    let ledger = &["单位|日期|事项|户数", "云溪镇|2023-04-05|无证经营检查|0", "云溪镇|2023-04-06|看望|0"][..];
    in_each_workbook(&[("二季度", main), ("走访台账", ledger)], |bare, format| {
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(), Some("2"), "{format}");
    });
}

#[test]
fn a_total_of_a_unit_or_a_month_is_held_against_no_others() {
    let head = "日期|单位|事项|户数";
    let rows = |total: &'static str| {
        [
            head,
            "2023-04-05|云溪镇|看望|3",
            "2023-04-06|清河镇|座谈|4",
            "2023-05-06|云溪镇|回访|1",
            "|小计||8",
            total,
        ]
    };
    for total in ["|云溪镇合计||4", "云溪镇小计|||4", "4月份合计|||7", "|本季度合计||8"] {
        in_each_workbook(
            &[("二季度", &[HEAD, FIRST, SECOND]), ("走访台账", &rows(total))],
            |bare, format| {
                assert_eq!(codes(bare).1, ["D024"], "{format} {total}");
            },
        );
    }
    in_each_workbook(
        &[("二季度", &[HEAD, FIRST, SECOND]), ("走访台账", &rows("|云溪镇合计||8"))],
        |bare, format| {
            let found = checked(bare).1;
            let differs = found.iter().find(|(code, _)| code == "D040").map(|(_, of)| of["ours"].to_string());
            assert_eq!(differs.as_deref(), Some("{\"decimal\":\"4\"}"), "{format}");
        },
    );
    // In a unit's own TOML a total may stand before what it is of.
    let bare = office("data = \"data\"");
    for (unit, first) in [("a", 8), ("b", 9)] {
        let total = format!("{{ topic = \"合计\", num = {first} }}");
        let rows = "{ date = 2023-04-05, topic = \"看望\", num = 3 }, { date = 2023-04-06, topic = \"座谈\", num = 5 }";
        bare.write(
            format!("data/{unit}.toml"),
            format!("[unit]\nname = \"{unit}镇\"\n[work]\nled = [{total}, {rows}]\n"),
        );
    }
    assert_eq!(codes(&bare).1, ["D024", "D024", "D040"]);
}

#[test]
fn a_row_of_strokes_is_no_unit() {
    in_each_format(
        &[HEAD, FIRST, "—|—|—|—", SECOND, "……|……|……|……"],
        |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D024".to_owned()]), "{format}");
        },
    );
}

#[test]
fn a_row_called_as_the_head_of_units_is_asked_about_where_it_has_figures() {
    in_each_format(&[HEAD, FIRST, "乡镇|7|8|", SECOND], |bare, format| {
        assert_eq!(codes(bare), (3, vec!["D060".to_owned()]), "{format}");
    });
}

#[test]
fn what_no_one_sees_names_no_unit_and_is_told_once() {
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", csv(&[HEAD, FIRST, "\u{1}|3||", "\u{1}|||"], ","));
    assert_eq!(codes(&bare).1, ["D007"], "a row without a unit, and one without anything");
    for name in ["云\u{1}溪", "\u{1}"] {
        let bare = office("data = \"data\"");
        bare.write(
            "data/a.toml",
            format!("[unit]\nname = \"\\u{:04X}{}\"\n[work]\nn = 3\n", 1, name.replace('\u{1}', "")),
        );
        assert_eq!(codes(&bare).1, ["U006"], "{name:?}");
    }
}

#[test]
fn comments_on_figures_are_told() {
    for format in FORMATS {
        let book = Book {
            commented: vec![(0, 1), (1, 1), (2, 3)],
            ..Book::of_rows(&[("二季度", &[HEAD, FIRST, SECOND])])
        };
        let bare = office(&format!("workbook = \"units.{format}\""));
        bare.write(format!("units.{format}"), book.bytes(format));
        let found = checked(&bare).1;
        assert_eq!(found.len(), 1, "{format}: {found:?}");
        assert_eq!(
            (found[0].0.as_str(), found[0].1["cells"].to_string()),
            ("D063", "[\"B2\",\"D3\"]".to_owned()),
            "{format}"
        );
    }
}

#[test]
fn the_codes_of_a_further_page_are_no_unit() {
    for rows in [
        &[HEAD, "甲|1|2|3", FIRST, "甲|1|2|3", SECOND][..],
        &[HEAD, FIRST, HEAD, "1|2|3|4", SECOND],
        &[HEAD, FIRST, "1|2|3|4", SECOND],
        &["序号|单位|走访次数|投入金额", "1|云溪镇|3|1", "1|2|3|4", "2|清河镇|2|1"],
    ] {
        in_each_format(rows, |bare, format| {
            let (units, found) = codes(bare);
            assert_eq!(units, 2, "{format} {rows:?}");
            assert!(found.iter().all(|code| code == "D024"), "{format} {rows:?}: {found:?}");
        });
    }
}

#[test]
fn rows_that_compare_or_rank_are_no_units() {
    for name in [
        "去年同期数",
        "增减率%",
        "目标任务",
        "总量",
        "乡镇小计（2个）",
        "排名",
        "最大值",
        "示例镇",
        "占全县比重（%）",
        "全县平均",
        "承前页",
    ] {
        let row = format!("{name}|5|55000|");
        in_each_format(&[HEAD, FIRST, SECOND, &row], |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D024".to_owned()]), "{format} {name}");
            bare.replace(
                "workspace.toml",
                "[units]",
                &format!("[units]\nknown = [\"云溪镇\", \"清河镇\", \"{name}\"]"),
            );
            assert_eq!(codes(bare).0, 3, "{format} {name}: who is known is a unit");
        });
    }
    in_each_format(
        &[HEAD, FIRST, "其中：集镇|2|1|", "　　　柳树湾|1|1|", SECOND],
        |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D024".to_owned()]), "{format}");
        },
    );
    for name in ["计划科", "目标管理办公室", "平均乡", "上年村"] {
        let row = format!("{name}|5|55000|");
        in_each_format(&[HEAD, FIRST, &row], |bare, format| {
            assert_eq!(codes(bare), (2, Vec::new()), "{format} {name}");
        });
    }
}

#[test]
fn a_hidden_ledger_is_not_read() {
    let main = &[HEAD, FIRST, SECOND][..];
    let ledger = &["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2"][..];
    in_each_workbook(&[("二季度", main), ("~走访台账", ledger)], |bare, format| {
        assert_eq!(codes(bare).1, ["D025"], "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/rows"), None, "{format}");
    });
}

#[test]
fn a_title_of_another_period_is_told() {
    for title in ["2023年第一季度走访情况统计表", "2022年二季度走访情况", "上季度走访情况统计表"]
    {
        in_each_format(&[title, HEAD, FIRST, SECOND], |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D057".to_owned()]), "{format} {title}");
        });
    }
    for title in [
        "统计时间：2023年1月1日至3月31日|",
        "填报单位：某某县|2023年一季度",
        "统计期间：2023.1.1—2023.3.31|单位：次、万元",
    ] {
        in_each_format(&[title, HEAD, FIRST, SECOND], |bare, format| {
            assert_eq!(codes(bare).1, ["D057"], "{format} {title}");
        });
    }
    in_each_format(
        &["单位|一季度||", &HEAD.replacen("单位", "", 1), FIRST, SECOND],
        |bare, format| {
            assert_eq!(codes(bare).1, ["D057"], "{format}: so may the head of a group");
        },
    );
    for title in [
        "2023年第二季度走访情况统计表",
        "走访情况统计表",
        "填报日期：2023年7月3日",
        "一、二季度走访情况对比",
        "统计时间：2023年4月1日至6月30日|",
        "填报单位：某某县|2023年4—6月",
    ] {
        in_each_format(&[title, HEAD, FIRST, SECOND], |bare, format| {
            assert_eq!(codes(bare), (2, Vec::new()), "{format} {title}");
        });
    }
}

#[test]
fn a_zero_that_a_person_sees_as_a_dash_is_missing() {
    for (code, shown, read, told) in [
        ("0;-0;\"—\"", "—", None, &["D058"][..]),
        ("#,##0;-#,##0;;@", "", None, &["D058"]),
        ("0;-0;\"-\"", "-", Some("0"), &[]),
        ("0", "0", Some("0"), &[]),
    ] {
        for format in FORMATS {
            let rows: Vec<Vec<Cell>> = vec![
                HEAD.split('|').map(text).collect(),
                vec![text("云溪镇"), formatted(0.0, code, shown), number(1.0), text("正常")],
            ];
            let bare = office(&format!("workbook = \"units.{format}\""));
            bare.write(format!("units.{format}"), Book::of("二季度", rows).bytes(format));
            assert_eq!(codes(&bare).1, told, "{format} {code}");
            assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(), read, "{format} {code}");
        }
    }
}

#[test]
fn who_fills_a_table_in_is_no_head_of_it() {
    for line in ["填报单位|某某县", "填报单位：|某某县", "填报单位|某某县|填报日期|2023年7月3日"]
    {
        in_each_format(&[line, HEAD, FIRST, SECOND], |bare, format| {
            assert_eq!(codes(bare), (2, Vec::new()), "{format} {line}");
        });
    }
}

#[test]
fn an_empty_place_of_a_form_does_not_take_the_next_label() {
    let cells = "[units.cells]\n\"work.n\" = { row = \"走访次数\", column = \"本季度\" }\n\
                 \"work.amt\" = { row = \"投入金额\", column = \"本季度\" }\n\"work.t\" = { row = \"情况说明\" }";
    let form = |first: &str, head: &str| -> Vec<String> {
        [first, head, "走访次数|3|4", "投入金额|1.5|2", "情况说明||备注|另附"].map(str::to_owned).to_vec()
    };
    for (first, head, expected, name) in [
        ("填报单位||填报日期|2023年7月3日", "项目|本季度|上季度", &[][..], "yx"),
        ("填报单位|（盖章）", "项目|本季度|上季度", &[], "yx"),
        ("填报单位：（盖章）　填报日期：2023年7月3日", "项目|本季度|上季度", &[], "yx"),
        ("填报单位|云溪镇|填报日期|2023年7月3日", "项目|本季度|上季度", &[], "云溪镇"),
        ("填报单位：云溪镇（盖章）", "项目|本季度|上季度", &[], "云溪镇"),
        ("填报单位|云溪镇", "项目|本季度（预计）|上季度", &["D047"], "云溪镇"),
    ] {
        for format in FORMATS {
            let bare = office(&format!("data = \"data\"\n{cells}"));
            let rows = form(first, head);
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            bare.write(format!("data/yx.{format}"), Book::of_rows(&[("表", &rows)]).bytes(format));
            assert_eq!(codes(&bare).1, expected, "{format} {first} {head}");
            if expected.is_empty() {
                let batch = bare.batch(&[]);
                assert_eq!(count(&batch, name, "work/n").as_deref(), Some("3"), "{format} {first}");
                let text = std::fs::read_to_string(bare.path(format!("out/{name}.md"))).unwrap();
                assert!(!text.contains("备注"), "{format} {first}: {text}");
            }
        }
    }
}
