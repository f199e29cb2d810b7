//! A rate is of two counts over the same units and the same periods: those that gave both. Alike in report, workbook, page and record.

#![allow(clippy::unwrap_used, reason = "helpers outside `#[test]` functions are tests all the same")]

use std::collections::BTreeMap;
use std::fs;

use huibian_tests::bare::Bare;
use huibian_tests::readers::{ask, readers};
use serde::Deserialize;
use serde_json::Value;

const PLUGIN: &str = r#"
id = "work"
version = "1"
title = "工作"
contract = 1
slots = ["results"]
absent = "omit"
fields.found = { label = "发现问题", type = "integer" }
fields.solved = { label = "解决问题", type = "integer" }
counts.found = { label = "发现问题", measure = "个", number = "found" }
counts.solved = { label = "解决问题", measure = "个", number = "solved" }
counts.rate = { label = "解决率", kind = "ratio", scale = 1, ratio = { num = "solved", den = "found", as = "%" } }
"#;

const RESULTS: &str = "# 工作\n\n{{#present \"rate\"}}解决率{{count \"rate\"}}，{{else}}没有解决率，{{/present}}\
    {{#present \"rate\" \"previous\"}}上期{{previous \"rate\"}}，{{/present}}\
    {{#present \"rate\" \"to_date\"}}今年以来{{to_date \"rate\"}}{{else}}今年以来没有解决率{{/present}}。\n";

const TABLE: &str = "caption = \"各单位\"\ncolumns = [{share=2},{},{},{}]\nhead = [[\"单位\",\"发现\",\"解决\",\"解决率\"]]\nrows = \"units\"\n\
    row = [\"{unit.name}\", {count=\"work/found\"},{count=\"work/solved\"},{count=\"work/rate\"}]\ntotal = \"合计\"\n";

/// A county of three towns, two of which stand below a district of it where that `is_deep`.
fn county(is_deep: bool) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.replace("workspace.toml", "data = \"data\"", "table = \"data/{period}.csv\"");
    let parents = if is_deep {
        "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [\"pian\", \"c\"]\n\n\
         [[parents]]\nid = \"pian\"\nname = \"东片\"\nunits = [\"a\", \"b\"]\n\n[output]"
    } else {
        "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [\"a\", \"b\", \"c\"]\n\n[output]"
    };
    bare.replace("workspace.toml", "[output]", parents);
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare.write("plugins/work/sections/results.hbs", RESULTS);
    bare.write("templates/tables/units.toml", TABLE);
    let template = "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}报告\n\n## 工作情况\n\n{{slot \"results\"}}\n\n\
        {{#if rollup}}\n{{table \"units\"}}\n\n{{/if}}\n";
    bare.write("templates/bare.hbs", template);
    bare
}

fn succeeds(bare: &Bare, arguments: &[&str]) -> String {
    let output = bare.run(&[&["--lang", "zh"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    said
}

/// What towns found and solved.
fn given(bare: &Bare, period: &str, [a, b, c]: [&str; 3]) {
    let rows = format!("unit.id,单位,发现问题,解决问题\na,东山镇,{a}\nb,西河镇,{b}\nc,南坪镇,{c}\n");
    bare.write(format!("data/{period}.csv"), rows);
}

fn close(bare: &Bare, period: &str) {
    succeeds(bare, &["--period", period, "close", period]);
}

/// The county's report.
fn above(bare: &Bare, period: &str) -> String {
    succeeds(bare, &["--period", period, "rollup"]);
    fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap().replace('\\', "")
}

/// What a county's record has of its rate.
fn recorded(bare: &Bare) -> Value {
    let record = fs::read_to_string(bare.path("out/rollup/manifest.jsonl")).unwrap();
    let mut lines = record.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.find(|line| line["unit"] == "xian").unwrap()["counts"]["work/rate"].take()
}

const FIRST: [&str; 3] = ["10,5", "20,5", ",10"];
const SECOND: [&str; 3] = ["10,6", "20,6", "10,"];
const THIRD: [&str; 3] = ["10,6", "20,", "10,9"];

#[test]
fn a_rate_above_is_over_the_units_that_gave_both_its_parts() {
    let bare = county(false);
    for (towns, rate) in [(FIRST, "33.3"), (SECOND, "40.0"), (THIRD, "75.0")] {
        given(&bare, "2023Q1", towns);
        let text = above(&bare, "2023Q1");
        assert!(text.contains(&format!("解决率{rate}%，今年以来{rate}%")), "{text}");
        let total = text.lines().find(|line| line.starts_with("| 合计")).unwrap();
        assert!(total.ends_with(&format!("| {rate}% |")), "{total}");
        assert!(text.contains("“解决率”由2个单位汇总"), "{text}");
        let page = fs::read_to_string(bare.path("out/rollup/xian.html")).unwrap();
        assert!(page.contains(rate) && page.contains("由2/3个单位汇总"), "{page}");
        let record = recorded(&bare);
        assert_eq!((record["value"].as_str(), record["from"][0].as_str()), (Some(rate), Some("units 2/3")));
    }
    given(&bare, "2023Q1", ["10,", ",5", ","]);
    let text = above(&bare, "2023Q1");
    assert!(text.contains("没有解决率，今年以来没有解决率"), "no town gave both: {text}");
    assert_eq!(recorded(&bare), Value::Null);
}

#[derive(Deserialize)]
struct Book {
    sheets: BTreeMap<String, Sheet>,
}

#[derive(Deserialize)]
struct Sheet {
    cached: Vec<Vec<Value>>,
    calculated: Vec<Vec<Value>>,
}

#[test]
fn the_workbook_works_a_rate_out_over_the_units_that_gave_both_its_parts() {
    let Some(home) = readers() else { return };
    for (is_deep, towns, rates) in [
        (false, FIRST, &[Some(0.333), Some(0.5), Some(0.25), None][..]),
        (false, ["10,5", "20,5", "10,10"], &[Some(0.5), Some(0.5), Some(0.25), Some(1.0)]),
        (true, THIRD, &[Some(0.75), Some(0.6), Some(0.6), None, Some(0.9)]),
        (true, ["10,", ",5", ","], &[None, None, None, None, None]),
    ] {
        let bare = county(is_deep);
        given(&bare, "2023Q1", towns);
        above(&bare, "2023Q1");
        let path = bare.path("out/rollup/xian.xlsx");
        let book: Book = ask(&home, "workbook.py", &[path]).into_values().next().unwrap();
        let sheet = &book.sheets["汇总"];
        for rows in [&sheet.cached, &sheet.calculated] {
            let found: Vec<Option<f64>> = rows[5..].iter().map(|row| row[4].as_f64()).collect();
            assert_eq!(found, rates, "{rows:?}");
        }
    }
}

#[test]
fn a_rate_of_the_year_is_over_the_quarters_that_gave_both_its_parts() {
    let bare = county(false);
    given(&bare, "2023Q1", FIRST);
    close(&bare, "2023Q1");
    given(&bare, "2023Q2", SECOND);
    let unit = |period: &str, id: &str| succeeds(&bare, &["--period", period, "preview", id]);
    assert!(unit("2023Q2", "b").contains("今年以来27.5%"), "{}", unit("2023Q2", "b"));
    assert!(unit("2023Q2", "c").contains("今年以来没有解决率"), "10 of the first, of 10 of the second");
    let text = above(&bare, "2023Q2");
    assert!(
        text.contains("上期33.3%，今年以来36.7%（缺南坪镇第一季度、南坪镇第二季度数据）"),
        "22/60: {text}"
    );
    close(&bare, "2023Q2");
    given(&bare, "2023Q3", THIRD);
    let town = unit("2023Q3", "b");
    assert!(town.contains("今年以来27.5%（缺第三季度数据）"), "11/40 and not 11/60: {town}");
    let text = above(&bare, "2023Q3");
    assert!(text.contains("解决率75.0%，上期40.0%，今年以来46.3%（缺"), "37/80: {text}");
}

#[test]
fn a_mean_is_compared_over_the_units_that_gave_it_with_its_weight() {
    let bare = county(false);
    let plugin = fs::read_to_string(bare.path("plugins/work/plugin.toml")).unwrap();
    let mean = "counts.mean = { label = \"人均\", measure = \"个\", kind = \"decimal\", scale = 1, number = \"solved\", \
        over_units = \"average\", weight = \"found\", over_time = \"none\" }\n";
    bare.write("plugins/work/plugin.toml", plugin + mean);
    let section =
        "# 工作\n\n{{#present \"mean\"}}人均{{count \"mean\"}}，{{change \"mean\"}}{{/present}}。\n";
    bare.write("plugins/work/sections/results.hbs", section);
    // a gives no weight in the second quarter, c nothing at all in it.
    given(&bare, "2023Q1", ["10,2", "30,4", "10,6"]);
    close(&bare, "2023Q1");
    given(&bare, "2023Q2", [",3", "30,4", ","]);
    let text = above(&bare, "2023Q2");
    let scope = text.split_once("人均4.0个，").unwrap_or_else(|| panic!("{text}")).1;
    let named = scope.split_once("外的1个单位与上季度持平").unwrap_or_else(|| panic!("{text}")).0;
    assert!(named.starts_with('除') && named.matches('、').count() == 1, "a and c are named: {text}");
    // Where a has no one to weigh it is over b alone as well.
    given(&bare, "2023Q2", ["10,3", "30,5", "10,"]);
    let text = above(&bare, "2023Q2");
    assert!(text.contains("外的2个单位较上季度增加"), "4.5 and 3.5: {text}");
}

#[test]
fn a_rate_of_the_year_leaves_out_a_quarter_of_which_one_part_does_not_compare() {
    let bare = county(false);
    given(&bare, "2023Q1", ["10,5", "20,5", "10,1"]);
    close(&bare, "2023Q1");
    let found = "counts.found = { label = \"发现问题\", measure = \"个\"";
    bare.replace("plugins/work/plugin.toml", found, &found.replace('个', "件"));
    given(&bare, "2023Q2", ["11,6", "21,6", "10,2"]);
    let town = succeeds(&bare, &["--period", "2023Q2", "preview", "a"]);
    assert!(town.contains("今年以来54.5%（第一季度以“个”计，未计入）"), "6/11 and not 11/11: {town}");
    let text = above(&bare, "2023Q2");
    assert!(text.contains("解决率33.3%，今年以来33.3%（第一季度以“个”计，未计入）"), "14/42: {text}");
}

#[test]
fn a_rate_above_is_compared_over_the_units_that_gave_both_its_parts_both_times() {
    let bare = county(false);
    bare.replace(
        "plugins/work/sections/results.hbs",
        "解决率{{count \"rate\"}}，",
        "解决率{{count \"rate\"}}，{{change \"rate\"}}，",
    );
    given(&bare, "2023Q1", ["10,5", "20,10", "10,5"]);
    close(&bare, "2023Q1");
    // 20/30 and 15/30.
    given(&bare, "2023Q2", ["10,6", "20,14", "10,"]);
    let text = above(&bare, "2023Q2");
    assert!(text.contains("解决率66.7%，除南坪镇外的2个单位较上季度提高16.7个百分点"), "{text}");
    let said = succeeds(&bare, &["diff", "2023Q1", "2023Q2"]);
    let sum = said.lines().find(|line| line.starts_with("解决率（2 个单位）"));
    assert!(sum.is_some_and(|line| line.contains("50.0%") && line.contains("66.7%")), "{said}");
    // Who gave a part alone both times is in neither rate.
    given(&bare, "2023Q1", ["10,5", "20,10", "10,"]);
    succeeds(&bare, &["--period", "2023Q1", "close", "--amend", "2023Q1"]);
    let text = above(&bare, "2023Q2");
    assert!(text.contains("解决率66.7%，较上季度提高16.7个百分点"), "{text}");
}
