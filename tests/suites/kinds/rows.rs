//! Rows: records, sums among them, examples, and what says that there is none.

use huibian_tests::books::Book;
use huibian_tests::office::{checked, codes, count, office};

use crate::{in_each_format, made};

#[test]
fn rows_without_a_day_and_sums_of_nothing_are_told_whatever_they_come_from() {
    let main = ["单位|情况说明", "云溪镇|好", "清河镇|好"];
    let ledger = [
        "单位|日期|事项|户数",
        "云溪镇|2023-04-05|看望|2",
        "云溪镇||座谈|5",
        "清河镇|2023-05-06|看望|",
        "清河镇|2023-05-07|座谈|",
        "清河镇|2023-01-07|其他|9",
    ];
    in_each_format(&main, &ledger, |bare, format| {
        bare.write(
            "plugins/work/sections/results.hbs",
            "# 走访\n\n{{#present \"rows\"}}{{count \"rows\"}}{{/present}}：{{#if fields.led}}{{#each fields.led}}{{#if topic}}{{topic}}；{{/if}}{{/each}}{{/if}}{{#present \"num\"}}{{count \"num\"}}{{else}}未报{{/present}}。\n",
        );
        let (_, found) = codes(bare);
        assert!(found.contains(&"K004".to_owned()) && found.len() == 2, "{format}: {found:?}");
        let batch = bare.batch(&[]);
        for (unit, rows, homes) in [("云溪镇", "1", Some("2")), ("清河镇", "2", None)] {
            assert_eq!(count(&batch, unit, "work/rows").as_deref(), Some(rows), "{unit} {format}");
            assert_eq!(count(&batch, unit, "work/num").as_deref(), homes, "{unit} {format}");
        }
        assert!(made(bare, "云溪镇").contains("1件：看望；2户。"), "{format}: {}", made(bare, "云溪镇"));
        assert!(
            made(bare, "清河镇").contains("2件：看望；座谈；未报。"),
            "{format}: {}",
            made(bare, "清河镇")
        );
    });
}

#[test]
fn what_says_that_there_is_none_is_no_record() {
    let main = ["单位|走访次数", "云溪镇|1", "清河镇|1", "河口镇|1"];
    for none in ["|无|", "|暂无。|/", "—|无|—", "|本季度无|"] {
        let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", &*format!("清河镇|{none}")];
        in_each_format(&main, &ledger, |bare, format| {
            assert_eq!(codes(bare).1, ["D024"], "{none} {format}");
            let batch = bare.batch(&[]);
            let rows = |unit: &str| count(&batch, unit, "work/rows");
            assert_eq!(rows("云溪镇").as_deref(), Some("1"), "{none} {format}");
            assert_eq!(rows("清河镇").as_deref(), Some("0"), "{none} {format}: it says so");
            assert_eq!(rows("河口镇"), None, "{none} {format}: it says nothing");
        });
    }
}

#[test]
fn a_row_with_a_day_that_says_that_there_is_none_is_no_record() {
    let main = ["单位|走访次数", "云溪镇|1"];
    for (none, rows) in [
        ("2023-06-30|无|", "1"),
        ("2023.6.30|本季度无|0", "1"),
        ("2023年6月30日|未开展。|/", "1"),
        ("2023-06-30|无锡来访|", "2"),
        ("2023-06-30|无|3", "2"),
    ] {
        let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", &*format!("云溪镇|{none}")];
        in_each_format(&main, &ledger, |bare, format| {
            let told: &[&str] = if rows == "1" { &["D024"] } else { &[] };
            assert_eq!(codes(bare).1, told, "{none} {format}");
            assert_eq!(
                count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(),
                Some(rows),
                "{none} {format}"
            );
        });
    }
    let bare = office("data = \"data\"");
    bare.write(
        "data/a.toml",
        "[unit]\nname = \"云溪镇\"\n[work]\nled = [\n{ date = 2023-04-05, topic = \"看望\", num = 2 },\n{ date = 2023-06-30, topic = \"本季度无\", num = 0 },\n]\n",
    );
    assert_eq!(codes(&bare), (1, vec!["D024".to_owned()]));
    assert_eq!(count(&bare.batch(&[]), "a", "work/rows").as_deref(), Some("1"));
}

#[test]
fn what_was_found_on_a_day_may_be_nothing() {
    let bare = office("workbook = \"units.xlsx\"");
    bare.replace("plugins/work/plugin.toml", "label = \"事项\"", "label = \"发现问题\"");
    let main: &[&str] = &["单位|走访次数", "云溪镇|1"];
    let ledger: &[&str] = &["单位|日期|发现问题", "云溪镇|2023-04-05|无", "云溪镇|2023-04-06|无"];
    bare.write("units.xlsx", Book::of_rows(&[("填报表", main), ("走访台账", ledger)]).bytes("xlsx"));
    assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(), Some("2"));
}

#[test]
fn what_is_said_to_be_as_above_is_asked_for() {
    for ditto in ["同上", "〃", "同 上", "''"] {
        let main = ["单位|走访次数|情况说明", "云溪镇|1|好", &*format!("清河镇|1|{ditto}")];
        let ledger = ["单位|日期|事项", "云溪镇|2023-04-05|看望", &*format!("{ditto}|2023-04-05|座谈")];
        in_each_format(&main, &ledger, |bare, format| {
            assert_eq!(codes(bare).1, ["D050", "D050"], "{ditto} {format}");
        });
    }
}

#[test]
fn a_second_table_below_the_first_is_one_thing_to_do() {
    for second in ["单位|投入金额|备用", "镇街|投入金额|备用"] {
        let rows = [
            "一、走访||",
            "单位|走访次数|情况说明",
            "云溪镇|12|好",
            "清河镇|2|好",
            "二、投入||",
            second,
            "云溪镇|3.5|",
            "清河镇|1|",
        ];
        in_each_format(&rows, &[], |bare, format| {
            let (_, mut found) = codes(bare);
            found.retain(|code| code != "D024");
            assert_eq!(found, ["D051"], "{second} {format}");
        });
    }
}

#[test]
fn a_row_that_is_the_sum_of_the_others_is_passed_over_with_a_remark() {
    let main = ["单位|走访次数", "云溪镇|1"];
    let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", "云溪镇|2023-04-06|座谈|3", "|||5"];
    in_each_format(&main, &ledger, |bare, format| {
        let (_, items) = checked(bare);
        let [(code, arguments)] = items.as_slice() else { panic!("{format}: {items:?}") };
        assert_eq!((code.as_str(), &arguments["rows"]), ("D024", &serde_json::json!(["4"])), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(), Some("5"), "{format}");
    });
}

#[test]
fn rows_of_groups_and_examples_are_told() {
    let rows = [
        "单位|走访次数|情况说明",
        "（示例）某某镇|10|略",
        "城区片||",
        "云溪镇|1|好",
        "山区片||",
        "清河镇|2|好",
        "XX镇|0|",
    ];
    in_each_format(&rows, &[], |bare, format| {
        bare.replace("plugins/work/plugin.toml", "contract = 1\n", "contract = 1\nabsent = \"omit\"\n");
        let (units, mut found) = codes(bare);
        found.sort();
        assert_eq!((units, found), (4, ["D024", "D052", "D052"].map(str::to_owned).to_vec()), "{format}");
        bare.replace("plugins/work/plugin.toml", "absent = \"omit\"", "absent = \"error\"");
        let (_, mut found) = codes(bare);
        found.retain(|code| code != "D024");
        assert_eq!(found.len(), 2, "{format}: each once, as the section that is missing: {found:?}");
    });
}
