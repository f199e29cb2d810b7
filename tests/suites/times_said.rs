//! Names that say the time of what they name: heads of the period and of others, a ledger's sheet a quarter. Each in every format.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{checked, codes, count, csv, office};
use serde_json::Value;

fn in_each_format(rows: &[&str], test: impl Fn(&Bare, &str)) {
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\""));
        bare.write(format!("units.{format}"), Book::of_rows(&[("二季度", rows)]).bytes(format));
        test(&bare, format);
    }
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", csv(rows, ";"));
    test(&bare, "csv");
}

#[test]
fn a_head_that_says_the_period_is_its_fields() {
    for (visits, amount) in [
        ("本季度走访次数", "投入金额（本季度）"),
        ("走访次数本期数", "本期投入金额（万元）"),
        ("走访次数（本季度，次）", "当期投入金额"),
        ("2023年二季度走访次数", "投入金额（万元）（2023年4—6月）"),
        ("本期数：走访次数", "投入金额-本季度"),
        ("第二季度走访次数（次）", "本季度完成投入金额"),
    ] {
        let head = format!("单位|{visits}|{amount}|情况说明");
        in_each_format(&[&head, "云溪镇|3|1.5|正常", "清河镇|2|4|正常"], |bare, format| {
            assert_eq!(codes(bare), (2, Vec::new()), "{format} {head}");
            let batch = bare.batch(&[]);
            assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("3"), "{format} {head}");
            assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("1.5"), "{format} {head}");
        });
    }
    let measured = ["单位|走访次数|本季度投入金额（元）", "云溪镇|3|15000"];
    in_each_format(&measured, |bare, format| assert_eq!(codes(bare).1, ["D049"], "{format}"));
}

#[test]
fn a_head_of_another_time_is_passed_over_beside_its_fields() {
    for other in
        ["上季度走访次数", "本年累计走访次数", "走访次数（上年同期）", "一季度走访次数", "走访次数累计数"]
    {
        for own in ["走访次数", "本季度走访次数"] {
            let head = format!("单位|{other}|{own}|情况说明");
            in_each_format(&[&head, "云溪镇|9|3|正常", "清河镇|8|2|正常"], |bare, format| {
                let (_, items) = checked(bare);
                let told: Vec<(&str, &Value)> =
                    items.iter().map(|(code, of)| (code.as_str(), &of["reason"])).collect();
                assert_eq!(told, [("D048", &Value::from("other"))], "{format} {head}");
                assert_eq!(
                    count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(),
                    Some("3"),
                    "{format} {head}"
                );
            });
        }
        let head = format!("单位|{other}|投入金额|情况说明");
        in_each_format(&[&head, "云溪镇|9|3|正常"], |bare, format| {
            assert_eq!(codes(bare).1, ["D003"], "{format} {head}: alone it may be meant");
        });
    }
}

#[test]
fn of_times_below_a_fields_head_the_periods_is_its() {
    for (own, other) in [("二季度", "一季度"), ("本季度", "上季度"), ("2023年4—6月", "2022年4—6月")]
    {
        let times = format!("|{other}|{own}|{own}|{other}");
        let rows = ["单位|走访次数|走访次数|投入金额|投入金额", &times, "云溪镇|9|3|1.5|7", "清河镇|8|2|4|6"];
        in_each_format(&rows, |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D048".to_owned(); 2]), "{format} {own}");
            let batch = bare.batch(&[]);
            assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("3"), "{format} {own}");
            assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("1.5"), "{format} {own}");
        });
    }
    let months = ["单位|走访次数|走访次数|走访次数", "|4月|5月|6月", "云溪镇|1|1|1"];
    in_each_format(&months, |bare, format| {
        assert_eq!(codes(bare).1, ["D045"], "{format}: heads are no title");
    });
}

#[test]
fn of_a_ledgers_sheets_the_periods_is_read() {
    let main = &["单位|走访次数", "云溪镇|3", "清河镇|2"][..];
    let ledger = |topics: &[&str]| -> Vec<String> {
        let rows = topics.iter().map(|topic| format!("云溪镇|2023-04-05|{topic}|2"));
        ["单位|日期|事项|户数".to_owned()].into_iter().chain(rows).collect()
    };
    let (one, two) = (ledger(&["看望"]), ledger(&["座谈", "慰问"]));
    let rows = |ledger: &'static [String]| -> Vec<&str> { ledger.iter().map(String::as_str).collect() };
    let (one, two) = (rows(one.leak()), rows(two.leak()));
    for (first, second, told, count_of) in [
        ("走访台账（一季度）", "走访台账（二季度）", &["D025"][..], Some("2")),
        ("一季度走访台账", "2023年二季度走访台账", &["D025"], Some("2")),
        ("走访台账2023Q1", "走访台账", &["D025"], Some("2")),
        ("走访台账（一季度）", "说明", &["D043"], Some("1")),
        ("走访台账（本季度）", "走访台账-上季度", &["D025"], Some("1")),
        ("走访台账（4月）", "走访台账（5月）", &["D044"], None),
    ] {
        for format in FORMATS {
            let bare = office(&format!("workbook = \"units.{format}\""));
            let sheets = [
                ("二季度", main),
                (first, &one[..]),
                (second, if second == "说明" { &["请填写"] } else { &two }),
            ];
            bare.write(format!("units.{format}"), Book::of_rows(&sheets).bytes(format));
            assert_eq!(codes(&bare).1, told, "{format} {first} {second}");
            if count_of.is_some() {
                let batch = bare.batch(&[]);
                assert_eq!(
                    count(&batch, "云溪镇", "work/rows").as_deref(),
                    count_of,
                    "{format} {first} {second}"
                );
            }
        }
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", csv(main, ","));
        bare.write(format!("units.{first}.csv"), csv(&one, ","));
        if second != "说明" {
            bare.write(format!("units.{second}.csv"), csv(&two, ","));
        }
        assert_eq!(codes(&bare).1, told, "csv {first} {second}");
    }
}

#[test]
fn a_line_with_a_text_too_many_is_told_where_it_stands() {
    let rows = |odd: &str| format!("单位,走访次数,情况说明\n云溪镇,3,正常\n清河镇,2,{odd}\n河口镇,1,正常\n");
    for odd in ["路远,人少", "路远,人少,雨多", "路远,"] {
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", rows(odd));
        let (_, items) = checked(&bare);
        let told: Vec<(&str, &Value)> = items.iter().map(|(code, of)| (code.as_str(), &of["rows"])).collect();
        let expected = serde_json::json!(["3"]);
        if odd.ends_with(',') {
            assert_eq!(told, [], "nothing stands behind it");
        } else {
            assert_eq!(told, [("D064", &expected)], "{odd}");
        }
    }
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", "单位;走访次数;情况说明\n云溪镇;3;正常\n清河镇;2;\"路远;人少\"\n河口镇;1;正常\n");
    assert_eq!(codes(&bare).1, [""; 0], "in quotes it is one");
    bare.write("units.csv", "单位,走访次数\n云溪镇,3,正常\n清河镇,2,路远\n河口镇,1,\n");
    assert_eq!(codes(&bare).1, ["D018"], "a column without a head");
    let ledger = office("table = \"units.csv\"");
    ledger.write("units.csv", csv(&["单位|走访次数", "云溪镇|3"], ","));
    ledger.write(
        "units.走访台账.csv",
        "单位,日期,户数,事项\n云溪镇,2023-04-05,2,看望\n云溪镇,2023-04-06,1,座谈,慰问\n云溪镇,2023-04-07,1,看望\n",
    );
    assert_eq!(codes(&ledger).1, ["D064"]);
}
