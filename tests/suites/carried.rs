//! What was filed once, carried over to now: over another measure with a factor or without, over units that were renamed, put
//! together or divided. Growth is of what was filed, not of what it rounds to, and the same in report, roll-up and comparison.

#![allow(clippy::unwrap_used, reason = "helpers outside `#[test]` functions are tests all the same")]

use std::fs;

use huibian_tests::bare::Bare;

const PLUGIN: &str = r#"
id = "work"
version = "1"
title = "工作"
contract = 1
slots = ["results"]
fields.fund = { label = "投入资金", type = "decimal" }
fields.waste = { label = "清运垃圾", type = "decimal" }
fields.people = { label = "培训人数", type = "integer" }
fields.days = { label = "人均天数", type = "decimal" }
fields.note = { label = "情况说明", type = "text" }
facts.note = { label = "情况说明", type = "text", field = "note" }
counts.fund = { label = "投入资金", measure = "万元", kind = "decimal", scale = 2, number = "fund" }
counts.waste = { label = "清运垃圾", measure = "千克", kind = "decimal", scale = 0, number = "waste" }
counts.people = { label = "培训人员", measure = "人", number = "people" }
counts.days = { label = "人均天数", measure = "天", kind = "decimal", scale = 1, number = "days", over_units = "average", weight = "people", over_time = "none" }
"#;

const RESULTS: &str = "# 工作\n\n{{#present \"fund\"}}投入{{count \"fund\"}}，{{change \"fund\"}}，今年以来{{to_date \"fund\"}}。{{/present}}\
     {{#present \"waste\"}}清运{{count \"waste\"}}，{{change \"waste\"}}，今年以来{{to_date \"waste\"}}。{{/present}}\
     {{#present \"people\"}}培训{{count \"people\"}}，{{change \"people\"}}。{{/present}}\
     {{#present \"days\"}}人均{{count \"days\"}}，{{change \"days\"}}。{{/present}}\n\n{{#if facts.note}}{{facts.note}}{{/if}}\n";

const HEAD: &str = "unit.id,单位,投入资金,清运垃圾,培训人数,人均天数,情况说明\n";

/// A county whose units report in a table a period.
fn county(units: &str) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.replace("workspace.toml", "data = \"data\"", "table = \"data/{period}.csv\"");
    let parent = format!("[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [{units}]\n\n[output]");
    bare.replace("workspace.toml", "[output]", &parent);
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare.write("plugins/work/sections/results.hbs", RESULTS);
    let template = "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}报告\n\n## 工作情况\n\n{{slot \"results\"}}\n";
    bare.write("templates/bare.hbs", template);
    bare
}

fn table(bare: &Bare, period: &str, rows: &[&str]) {
    bare.write(format!("data/{period}.csv"), format!("{HEAD}{}\n", rows.join("\n")));
}

fn run(bare: &Bare, arguments: &[&str]) -> (i32, String) {
    let output = bare.run(&[&["--lang", "zh"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

fn succeeds(bare: &Bare, arguments: &[&str]) -> String {
    let (exit, said) = run(bare, arguments);
    assert_eq!(exit, 0, "{arguments:?}: {said}");
    said
}

/// Files the period of a table.
fn filed(bare: &Bare, period: &str, rows: &[&str]) {
    table(bare, period, rows);
    succeeds(bare, &["--period", period, "close", period]);
}

/// The county's report.
fn above(bare: &Bare) -> String {
    succeeds(bare, &["rollup"]);
    fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap().replace('\\', "")
}

fn declare(bare: &Bare, count: &str, from: &str, to: &str) {
    let file = "plugins/work/plugin.toml";
    let text = fs::read_to_string(bare.path(file)).unwrap();
    let line = text.lines().find(|line| line.starts_with(&format!("counts.{count} "))).unwrap();
    bare.replace(file, line, &line.replace(from, to));
}

/// 12,345.00 and 20,000.50 of 万元, then in 亿元.
fn other_measure(factor: &str) -> Bare {
    let bare = county("\"a\", \"b\"");
    filed(&bare, "2023Q1", &["a,东山镇,12345.0,,,,", "b,西河镇,20000.5,,,,"]);
    declare(&bare, "fund", "measure = \"万元\"", &format!("measure = \"亿元\"{factor}"));
    table(&bare, "2023Q2", &["a,东山镇,1.24,,,,投入资金较上季度增长0.4%。", "b,西河镇,2.10,,,,"]);
    bare
}

const FACTOR: &str = ", factor = { \"万元\" = 0.0001 }";

#[test]
fn growth_is_of_what_was_filed_and_not_of_what_it_rounds_to() {
    let bare = other_measure(FACTOR);
    // 1.24 / 1.2345, where 1.24 / 1.23 would be 0.8 %.
    let unit = succeeds(&bare, &["preview", "a"]);
    assert!(
        unit.contains("较上季度增加0.01亿元，增长0.4%，上季度数据由“万元”折算，今年以来2.47亿元"),
        "{unit}"
    );
    let checked = succeeds(&bare, &["check"]);
    assert!(!checked.contains("K017"), "an honest sentence: {checked}");
    let above = above(&bare);
    assert!(
        above.contains("较上季度增加0.11亿元，增长3.3%") && above.contains("今年以来6.57亿元"),
        "{above}"
    );

    // Three months of 333.4 kg are 1.0002 t, and no three times 0.3.
    let bare = county("\"a\", \"b\"");
    for month in ["2023-01", "2023-02", "2023-03"] {
        filed(&bare, month, &["a,东山镇,,333,,,", "b,西河镇,,1000,,,"]);
    }
    let scale = "scale = 1, factor = { \"千克\" = 0.001 }";
    declare(&bare, "waste", "measure = \"千克\"", "measure = \"吨\"");
    declare(&bare, "waste", "scale = 0", scale);
    table(&bare, "2023Q2", &["a,东山镇,,1.1,,,", "b,西河镇,,3.0,,,"]);
    let unit = succeeds(&bare, &["preview", "a"]);
    assert!(unit.contains("较上季度增加0.1吨，增长10.1%，上季度数据由“千克”折算，今年以来2.1吨"), "{unit}");

    // What rounds to nothing was not nothing.
    let bare = county("\"a\"");
    filed(&bare, "2023Q1", &["a,东山镇,,300,,,"]);
    declare(&bare, "waste", "measure = \"千克\"", "measure = \"吨\", factor = { \"千克\" = 0.001 }");
    table(&bare, "2023Q2", &["a,东山镇,,3,,,"]);
    let unit = succeeds(&bare, &["preview", "a"]);
    assert!(unit.contains("增长900%") && !unit.contains("上季度为0"), "{unit}");
}

#[test]
fn growth_of_a_mean_is_of_the_mean_and_not_of_what_it_rounds_to() {
    let bare = county("\"a\", \"b\"");
    filed(&bare, "2023Q1", &["a,东山镇,,,1,2.0,", "b,西河镇,,,7,2.3,"]);
    table(&bare, "2023Q2", &["a,东山镇,,,2,2.4,", "b,西河镇,,,6,2.3,"]);
    // 18.6 / 8 beside 18.1 / 8, where 2.3 beside 2.3 would be none, and of their sums 2.8 %.
    let text = above(&bare);
    assert!(text.contains("人均2.3天，与上季度持平"), "{text}");
    table(&bare, "2023Q2", &["a,东山镇,,,2,3.0,", "b,西河镇,,,6,2.3,"]);
    let text = above(&bare);
    assert!(text.contains("人均2.5天，较上季度增加0.2天，增长9.4%"), "19.8 / 18.1: {text}");
}

#[test]
fn a_year_to_date_says_that_a_quarter_was_filed_in_another_measure() {
    let bare = other_measure("");
    let unit = succeeds(&bare, &["preview", "b"]);
    assert!(unit.contains("今年以来2.10亿元（第一季度以“万元”计，未计入）"), "{unit}");
    let text = above(&bare);
    assert!(text.contains("今年以来3.34亿元（第一季度以“万元”计，未计入）"), "{text}");

    // Who filed nothing is told from who filed it otherwise.
    bare.replace("workspace.toml", "\"a\", \"b\"", "\"a\", \"b\", \"c\"");
    declare(&bare, "fund", "亿元", "万元");
    let first = ["a,东山镇,12345.0,,,,", "b,西河镇,20000.5,,,,"];
    fs::remove_file(bare.path("history/bare/2023Q1.jsonl")).unwrap();
    table(&bare, "2023Q1", &first);
    succeeds(&bare, &["--period", "2023Q1", "close", "--partial", "2023Q1"]);
    declare(&bare, "fund", "万元", "亿元");
    table(&bare, "2023Q2", &["a,东山镇,1.24,,,,", "b,西河镇,2.10,,,,", "c,南坪镇,1,,,,"]);
    assert!(succeeds(&bare, &["preview", "c"]).contains("今年以来1.00亿元（缺第一季度数据）"));
    let text = above(&bare);
    assert!(text.contains("（缺南坪镇第一季度数据）（第一季度以“万元”计，未计入）"), "{text}");

    let bare = county("\"a\"");
    filed(&bare, "2023Q1", &["a,东山镇,3.25,,,,"]);
    declare(&bare, "fund", "scale = 2", "scale = 1");
    table(&bare, "2023Q2", &["a,东山镇,3.5,,,,"]);
    let unit = succeeds(&bare, &["preview", "a"]);
    assert!(unit.contains("今年以来3.5万元（第一季度小数位数不同，未计入）"), "{unit}");
}

/// Two towns of five that are one by now, one that is renamed, and one that is divided.
fn put_together() -> Bare {
    let bare = county("\"a\", \"bei\", \"xin\", \"jie\", \"he\"");
    let was = "[units.was]\n\"北塘镇\" = [\"北港镇\", \"zt\"]\n\"新湖镇\" = [\"新湖乡\"]\n\"西河街道\" = [\"西河镇\"]\n\
               \"河口镇\" = [\"西河镇\"]\n\n[[parents]]";
    bare.replace("workspace.toml", "[[parents]]", was);
    let then = "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nuntil = \"2023Q1\"\n\
                units = [\"a\", \"bg\", \"zt\", \"xh\", \"xihe\"]\n\n[output]";
    bare.replace("workspace.toml", "[output]", then);
    bare.replace("workspace.toml", "name = \"某某县\"\nunits", "name = \"某某县\"\nfrom = \"2023Q2\"\nunits");
    filed(
        &bare,
        "2023Q1",
        &[
            "a,东山镇,1,,10,2.0,",
            "bg,北港镇,2,,10,1.0,",
            "zt,中塘乡,3,,30,3.0,",
            "xh,新湖乡,4,,10,2.0,",
            "xihe,西河镇,6,,20,2.0,",
        ],
    );
    table(
        &bare,
        "2023Q2",
        &[
            "a,东山镇,1,,10,2.0,",
            "bei,北塘镇,8,,40,3.0,",
            "xin,新湖镇,5,,10,2.0,",
            "jie,西河街道,4,,10,2.0,",
            "he,河口镇,5,,10,2.0,",
        ],
    );
    bare
}

#[test]
fn a_mean_is_carried_over_units_that_were_put_together() {
    let bare = put_together();
    let unit = succeeds(&bare, &["preview", "bei"]);
    // (10 × 1.0 + 30 × 3.0) / 40.
    assert!(unit.contains("人均3.0天，较上季度增加0.5天，增长20%"), "{unit}");
    assert!(unit.contains("投入8.00万元，较上季度增加3.00万元，增长60%"), "{unit}");
    assert!(succeeds(&bare, &["preview", "xin"]).contains("人均2.0天，与上季度持平"));
    let text = above(&bare);
    // 200 / 80 beside 180 / 80, over all of them.
    assert!(text.contains("人均2.5天，较上季度增加0.2天，增长11.1%") && !text.contains("北港镇"), "{text}");

    // One that is made of another's parts, in which one has no weight: there is no mean, and the unit has one name.
    fs::remove_dir_all(bare.path("history")).unwrap();
    filed(
        &bare,
        "2023Q1",
        &[
            "a,东山镇,1,,10,2.0,",
            "bg,北港镇,2,,10,1.0,",
            "zt,中塘乡,3,,,3.0,",
            "xh,新湖乡,4,,10,,",
            "xihe,西河镇,6,,20,2.0,",
        ],
    );
    assert!(succeeds(&bare, &["preview", "bei"]).contains("人均3.0天，上季度无可比数据"));
    let text = above(&bare);
    assert!(text.contains("除北塘镇、新湖镇外的3个单位"), "{text}");
    assert!(!text.contains("北港镇") && !text.contains("新湖乡"), "{text}");
}

/// A county whose units have been others, as `was` says; each line of `spans` is a span of quarters and the units in it.
fn succession(was: &str, spans: &[(&str, &str)]) -> Bare {
    let bare = county("");
    let parents = spans.iter().map(|(span, units)| {
        format!("[[parents]]\nid = \"xian\"\nname = \"某某县\"\n{span}\nunits = [{units}]\n\n")
    });
    let parents = format!("[units.was]\n{was}\n\n{}[output]", parents.collect::<String>());
    bare.replace(
        "workspace.toml",
        "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = []\n\n[output]",
        &parents,
    );
    bare
}

/// What is said of money, of a unit and above it, in a period.
fn said_of(bare: &Bare, period: &str, unit: &str) -> [String; 2] {
    let own = succeeds(bare, &["--period", period, "preview", unit]);
    run(bare, &["--period", period, "rollup"]);
    let above = fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap();
    [own, above]
        .map(|text| text.replace('\\', "").lines().find(|line| line.contains("投入")).unwrap().to_owned())
}

fn closed_in_part(bare: &Bare, period: &str, rows: &[&str]) {
    table(bare, period, rows);
    succeeds(bare, &["--period", period, "close", "--partial", period]);
}

const FIRST: &str = "until = \"2023Q1\"";
const SECOND: &str = "from = \"2023Q2\"\nuntil = \"2023Q2\"";
const SINCE: &str = "from = \"2023Q2\"";
const THIRD: &str = "from = \"2023Q3\"";

#[test]
fn a_unit_is_followed_through_all_its_renamings() {
    // The last of them says that a circle is cut.
    for was in [
        "\"乙镇\" = [\"甲镇\"]\n\"丙镇\" = [\"乙镇\"]",
        "\"乙镇\" = [\"甲镇\"]\n\"丙镇\" = [\"乙镇\", \"甲镇\"]",
        "\"乙镇\" = [\"甲镇\"]\n\"丙镇\" = [\"乙镇\"]\n\"甲镇\" = [\"丙镇\"]",
    ] {
        let bare = succession(was, &[(FIRST, "\"甲镇\""), (SECOND, "\"乙镇\""), (THIRD, "\"丙镇\"")]);
        filed(&bare, "2023Q1", &["a,甲镇,10,,,,"]);
        filed(&bare, "2023Q2", &["b,乙镇,11,,,,"]);
        table(&bare, "2023Q3", &["c,丙镇,14,,,,"]);
        for text in said_of(&bare, "2023Q3", "c") {
            assert!(
                text.contains("较上季度增加3.00万元") && text.contains("今年以来35.00万元。"),
                "{was}: {text}"
            );
        }
        let (said, rows) = diff(&bare, ["2023Q1", "2023Q3"]);
        assert_eq!(row(&rows, "丙镇（前为甲镇）", "投入资金"), "10.00万元 14.00万元 +4.00 +40.0%", "{said}");
    }

    // Two that were put together, and then renamed.
    let was = "\"乙丙镇\" = [\"乙镇\", \"丙镇\"]\n\"新镇\" = [\"乙丙镇\"]";
    let spans = [(FIRST, "\"乙镇\", \"丙镇\""), (SECOND, "\"乙丙镇\""), (THIRD, "\"新镇\"")];
    let bare = succession(was, &spans);
    filed(&bare, "2022Q3", &["b,乙镇,2,,,,", "c,丙镇,3,,,,"]);
    filed(&bare, "2023Q1", &["b,乙镇,4,,,,", "c,丙镇,5,,,,"]);
    filed(&bare, "2023Q2", &["bc,乙丙镇,10,,,,"]);
    table(&bare, "2023Q3", &["x,新镇,12,,,,"]);
    for text in said_of(&bare, "2023Q3", "x") {
        assert!(text.contains("较上季度增加2.00万元") && text.contains("今年以来31.00万元。"), "{text}");
    }
    let (said, rows) = diff(&bare, ["2022Q3", "2023Q3"]);
    assert_eq!(row(&rows, "新镇（前为", "投入资金"), "5.00万元 12.00万元 +7.00 +140.0%", "{said}");
}

#[test]
fn a_unit_that_takes_in_another_may_be_named_among_those_that_it_was() {
    for was in ["\"甲镇\" = [\"甲镇\", \"乙镇\"]", "\"甲镇\" = [\"乙镇\"]", "\"甲镇\" = [\"a\", \"乙镇\"]"]
    {
        let bare = succession(was, &[(FIRST, "\"甲镇\", \"乙镇\""), (SINCE, "\"甲镇\"")]);
        filed(&bare, "2023Q1", &["a,甲镇,10,,,,", "b,乙镇,5,,,,"]);
        table(&bare, "2023Q2", &["a,甲镇,18,,,,"]);
        for text in said_of(&bare, "2023Q2", "a") {
            assert!(
                text.contains("较上季度增加3.00万元，增长20%") && text.contains("今年以来33.00万元。"),
                "{was}: {text}"
            );
        }
    }
}

#[test]
fn a_part_of_a_unit_has_no_past_of_its_own_though_the_other_part_has_not_reported() {
    let was = "\"丁东镇\" = [\"丁乡\"]\n\"丁西镇\" = [\"丁乡\"]";
    let bare = succession(was, &[(FIRST, "\"丁乡\", \"庚镇\""), (SINCE, "\"丁东镇\", \"丁西镇\", \"庚镇\"")]);
    filed(&bare, "2023Q1", &["d,丁乡,41,,,,", "g,庚镇,7,,,,"]);
    table(&bare, "2023Q2", &["dd,丁东镇,22,,,,", "g,庚镇,8,,,,"]);
    let [own, above] = said_of(&bare, "2023Q2", "dd");
    assert!(own.contains("上季度无可比数据，今年以来22.00万元（缺第一季度数据）"), "{own}");
    assert!(above.contains("除丁东镇外的1个单位较上季度增加1.00万元"), "{above}");
}

#[test]
fn what_a_unit_was_is_compared_as_a_whole_or_not_at_all() {
    let was = "\"乙丙镇\" = [\"乙镇\", \"丙镇\"]";
    // One of them filed nothing, or not this.
    for rows in [&["b,乙镇,11,,,,", "g,庚镇,7,,,,"][..], &["b,乙镇,11,,,,", "c,丙镇,,5,,,", "g,庚镇,7,,,,"]]
    {
        let spans = [(FIRST, "\"乙镇\", \"丙镇\", \"庚镇\""), (SINCE, "\"乙丙镇\", \"庚镇\"")];
        let bare = succession(was, &spans);
        closed_in_part(&bare, "2023Q1", rows);
        table(&bare, "2023Q2", &["bc,乙丙镇,33,,,,", "g,庚镇,8,,,,"]);
        let [own, above] = said_of(&bare, "2023Q2", "bc");
        assert!(own.contains("上季度无可比数据，今年以来44.00万元（缺丙镇第一季度数据）"), "{own}");
        assert!(
            above.contains("除乙丙镇外的1个单位较上季度增加1.00万元")
                && above.contains("今年以来59.00万元（缺丙镇第一季度数据）"),
            "{above}"
        );
    }
}

/// A comparison, and its rows as words.
fn diff(bare: &Bare, sides: [&str; 2]) -> (String, Vec<Vec<String>>) {
    let said = succeeds(bare, &["diff", sides[0], sides[1]]);
    let rows = said.lines().map(|line| line.split_whitespace().map(str::to_owned).collect());
    (said.clone(), rows.collect())
}

/// The row of a count behind the head of a unit.
fn row(rows: &[Vec<String>], head: &str, count: &str) -> String {
    let at = rows
        .iter()
        .position(|row| row.concat().starts_with(head))
        .unwrap_or_else(|| panic!("{head}: {rows:?}"));
    let block = rows[at..].iter().take_while(|row| !row.is_empty());
    block
        .into_iter()
        .find(|row| row.first().is_some_and(|name| name == count))
        .map_or_else(String::new, |row| row[1..].join(" "))
}

#[test]
fn a_comparison_knows_units_that_were_put_together_renamed_and_divided() {
    let bare = put_together();
    for filed in [false, true] {
        if filed {
            fs::remove_file(bare.path("data/2023Q1.csv")).unwrap();
        }
        let (said, rows) = diff(&bare, ["2023Q1", "2023Q2"]);
        assert!(!said.contains("新增单位") && !said.contains("已无此单位"), "{said}");
        // As the roll-up has it: 23 beside 16, and 200 / 80 beside 180 / 80.
        let sums = "合计（两方都有的5个单位）";
        assert_eq!(row(&rows, sums, "投入资金"), "16.00万元 23.00万元 +7.00 +43.8%", "{said}");
        assert_eq!(row(&rows, sums, "人均天数"), "2.3天 2.5天 +0.2 +11.1%", "{said}");
        assert_eq!(row(&rows, "北塘镇（前为北港镇、中塘乡）", "投入资金"), "5.00万元 8.00万元 +3.00 +60.0%");
        assert_eq!(row(&rows, "北塘镇（前为北港镇、中塘乡）", "人均天数"), "2.5天 3.0天 +0.5 +20.0%");
        assert_eq!(row(&rows, "新湖镇（前为新湖乡）", "投入资金"), "4.00万元 5.00万元 +1.00 +25.0%");
        assert_eq!(
            row(&rows, "西河街道、河口镇（前为西河镇）", "投入资金"),
            "6.00万元 9.00万元 +3.00 +50.0%"
        );
        let differing = if filed { 3 } else { 4 };
        assert!(said.contains(&format!("共 5 个单位，{differing} 个有变化")), "{said}");
    }
    let text = above(&bare);
    assert!(text.contains("投入23.00万元，较上季度增加7.00万元，增长43.8%"), "{text}");
    let (_, said) = run(&bare, &["check"]);
    assert!(!said.contains("[D022]"), "who is another by now is not asked for, by name or by id: {said}");
    // The other way about.
    let (said, rows) = diff(&bare, ["2023Q2", "2023Q1"]);
    assert_eq!(
        row(&rows, "西河镇（前为西河街道、河口镇）", "投入资金"),
        "9.00万元 6.00万元 -3.00 -33.3%",
        "{said}"
    );
    assert_eq!(
        row(&rows, "北港镇、中塘乡（前为北塘镇）", "投入资金"),
        "8.00万元 5.00万元 -3.00 -37.5%",
        "{said}"
    );
    // As records have it.
    succeeds(&bare, &["batch"]);
    let listing = bare.run(&["diff", "2023Q1", "out", "--json"]);
    let listing: serde_json::Value = serde_json::from_slice(&listing.stdout).unwrap();
    let unit = listing["differing"].as_array().unwrap().iter().find(|unit| unit["unit"] == "bei").unwrap();
    assert_eq!((&unit["was"], &unit["presence"]), (&"北港镇、中塘乡".into(), &"both".into()), "{unit}");
    assert_eq!(listing["sums"]["units"], 5);

    // Of what a part alone gave there is no sum.
    fs::remove_dir_all(bare.path("history")).unwrap();
    filed(
        &bare,
        "2023Q1",
        &["a,东山镇,1,,,,", "bg,北港镇,2,,,,", "zt,中塘乡,,,7,,", "xh,新湖乡,4,,,,", "xihe,西河镇,6,,,,"],
    );
    let (said, rows) = diff(&bare, ["2023Q1", "2023Q2"]);
    assert_eq!(row(&rows, "北塘镇", "投入资金"), "", "{said}");
    assert!(said.contains("投入资金（4 个单位）"), "{said}");
}

#[test]
fn a_comparison_is_of_what_was_filed_in_another_measure_as_it_is_converted() {
    for data in [true, false] {
        let bare = other_measure(FACTOR);
        if !data {
            fs::remove_file(bare.path("data/2023Q1.csv")).unwrap();
        }
        let (said, rows) = diff(&bare, ["2023Q1", "2023Q2"]);
        assert_eq!(row(&rows, "合计", "投入资金"), "3.23亿元 3.34亿元 +0.11 +3.3%", "{said}");
        assert_eq!(row(&rows, "东山镇", "投入资金"), "1.23亿元 1.24亿元 +0.01 +0.4%", "{said}");

        // A count that is called otherwise by now.
        declare(&bare, "fund", "counts.fund = {", "counts.invested = { was = [\"fund\"],");
        bare.write("plugins/work/sections/results.hbs", RESULTS.replace("\"fund\"", "\"invested\""));
        let (said, rows) = diff(&bare, ["2023Q1", "2023Q2"]);
        assert_eq!(row(&rows, "合计", "投入资金"), "3.23亿元 3.34亿元 +0.11 +3.3%", "{said}");

        let bare = other_measure("");
        let (said, rows) = diff(&bare, ["2023Q1", "2023Q2"]);
        assert_eq!(row(&rows, "东山镇", "投入资金"), "12345.00万元 1.24亿元 – –", "{said}");
        assert!(!said.contains("合计") && !said.contains("12345.00亿元"), "{said}");
    }
}

#[test]
fn a_line_without_measures_is_taken_as_it_is() {
    let bare = county("\"a\"");
    filed(&bare, "2023Q1", &["a,东山镇,2,,,,"]);
    let file = "history/bare/2023Q1.jsonl";
    // As it was filed before lines had measures and seals.
    let text = fs::read_to_string(bare.path(file)).unwrap().replace("\"measure\":\"万元\",", "");
    let bare_line = |line: &str| {
        let end = [",\"whole\":", ",\"seal\":"].iter().filter_map(|key| line.find(key)).min();
        format!("{}}}\n", &line[..end.unwrap()])
    };
    bare.write(file, text.lines().map(bare_line).collect::<String>());
    table(&bare, "2023Q2", &["a,东山镇,3,,,,"]);
    for data in [true, false] {
        if !data {
            fs::remove_file(bare.path("data/2023Q1.csv")).unwrap();
        }
        let (said, rows) = diff(&bare, ["2023Q1", "2023Q2"]);
        assert_eq!(row(&rows, "东山镇", "投入资金"), "2.00万元 3.00万元 +1.00 +50.0%", "{said}");
        assert!(!said.contains("[H008]"), "{said}");
    }
}

#[test]
fn a_closed_period_is_not_made_in_a_measure_that_its_numbers_do_not_have() {
    let bare = other_measure("");
    for command in
        [&["check"][..], &["batch"], &["preview", "a"], &["rollup"], &["close", "--amend", "2023Q1"]]
    {
        let (exit, said) = run(&bare, &[&["--period", "2023Q1"], command].concat());
        assert!(
            exit != 0 && said.contains("[H008]") && !said.contains("12345.00亿元"),
            "{command:?} {exit}: {said}"
        );
    }
    assert!(!bare.path("out").exists());
    // Other periods are made.
    succeeds(&bare, &["batch"]);

    let bare = other_measure(FACTOR);
    let unit = succeeds(&bare, &["--period", "2023Q1", "preview", "a"]);
    assert!(unit.contains("投入1.23亿元"), "{unit}");
    let (_, said) = run(&bare, &["--period", "2023Q1", "check"]);
    assert!(said.contains("[H008]") && said.contains("以“万元”归档"), "{said}");
    succeeds(&bare, &["--period", "2023Q1", "rollup"]);
    let text = fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap();
    assert!(text.contains("投入3.23亿元"), "converted once: {text}");
    // Data that were given anew are in the measure of now.
    table(&bare, "2023Q1", &["a,东山镇,1.25,,,,", "b,西河镇,2.0,,,,"]);
    let unit = succeeds(&bare, &["--period", "2023Q1", "preview", "a"]);
    assert!(unit.contains("投入1.25亿元"), "{unit}");
    // What the batch left of it before it was closed is made anew.
    let bare = county("\"a\"");
    table(&bare, "2023Q1", &["a,东山镇,,2500,,,"]);
    succeeds(&bare, &["--period", "2023Q1", "batch"]);
    succeeds(&bare, &["--period", "2023Q1", "close", "2023Q1"]);
    declare(&bare, "waste", "measure = \"千克\"", "measure = \"吨\", factor = { \"千克\" = 0.001 }");
    declare(&bare, "waste", "scale = 0", "scale = 2");
    run(&bare, &["--period", "2023Q1", "batch"]);
    let text = fs::read_to_string(bare.path("out/a.md")).unwrap();
    assert!(text.contains("清运2.50吨"), "{text}");
}

#[test]
fn who_did_not_file_is_not_told_to_have_filed_in_another_measure() {
    for factor in [FACTOR, ""] {
        let bare = county("\"a\", \"b\", \"c\"");
        table(&bare, "2023Q1", &["a,东山镇,12345.0,,,,", "b,西河镇,,,4,,"]);
        succeeds(&bare, &["--period", "2023Q1", "close", "--partial", "2023Q1"]);
        declare(&bare, "fund", "measure = \"万元\"", &format!("measure = \"亿元\"{factor}"));
        table(&bare, "2023Q2", &["a,东山镇,1.24,,,,", "b,西河镇,2.10,,4,,", "c,南坪镇,3.00,,,,"]);
        for unit in ["b", "c"] {
            let text = succeeds(&bare, &["preview", unit]);
            assert!(text.contains("上季度无可比数据") && !text.contains("万元"), "{text}");
        }
        let text = above(&bare);
        assert!(text.contains("缺西河镇、南坪镇第一季度数据") && !text.contains("东山镇第一季度"), "{text}");
        let (_, told) = run(&bare, &["--period", "2023Q1", "check"]);
        assert!(!told.contains("[H003]"), "{told}");
    }
}
