//! Units that were renamed, put together and divided, quarter by quarter: what each and their county say of the period before, of the
//! year and of a rate.

#![allow(clippy::unwrap_used, reason = "helpers outside `#[test]` functions are tests all the same")]

use std::fs;

use huibian_tests::bare::Bare;

const PLUGIN: &str = r#"
id = "work"
version = "1"
title = "工作"
contract = 1
slots = ["results"]
absent = "omit"
fields.visits = { label = "走访", type = "integer" }
fields.found = { label = "发现", type = "integer" }
fields.solved = { label = "解决", type = "integer" }
counts.visits = { label = "走访", measure = "次", number = "visits" }
counts.found = { label = "发现", measure = "个", number = "found" }
counts.solved = { label = "解决", measure = "个", number = "solved" }
counts.rate = { label = "解决率", kind = "ratio", scale = 1, ratio = { num = "solved", den = "found", as = "%" } }
"#;

const RESULTS: &str = "# 工作\n\n{{#present \"visits\"}}走访{{count \"visits\"}}，{{change \"visits\"}}，\
    今年以来{{to_date \"visits\"}}。{{/present}}{{#present \"rate\"}}解决率{{count \"rate\"}}，{{change \"rate\"}}，\
    {{#present \"rate\" \"previous\"}}上期{{previous \"rate\"}}，{{/present}}今年以来{{to_date \"rate\"}}。{{/present}}\n";

/// The units of some quarters; until and from when is left open at the ends.
type Span<'s> = (&'s str, &'s [&'s str]);

const FIRST: &str = "until = \"2023Q1\"";
const SINCE: &str = "from = \"2023Q2\"";

/// A county whose units have been others, as `was` says.
fn county(was: &str, spans: &[Span<'_>]) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.replace("workspace.toml", "data = \"data\"", "table = \"data/{period}.csv\"");
    let parents = spans.iter().map(|(span, units)| {
        format!("[[parents]]\nid = \"xian\"\nname = \"某某县\"\n{span}\nunits = {units:?}\n\n")
    });
    let parents = format!("[units.was]\n{was}\n\n{}[output]", parents.collect::<String>());
    bare.replace("workspace.toml", "[output]", &parents);
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare.write("plugins/work/sections/results.hbs", RESULTS);
    let template = "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}报告\n\n## 工作情况\n\n{{slot \"results\"}}\n";
    bare.write("templates/bare.hbs", template);
    bare
}

/// Rows of `甲镇,走访,发现,解决`; what a row leaves out is missing.
fn given(bare: &Bare, period: &str, rows: &[&str]) {
    let rows: Vec<String> =
        rows.iter().map(|row| format!("{row}{}", &",,,"[row.matches(',').count()..])).collect();
    bare.write(format!("data/{period}.csv"), format!("单位,走访,发现,解决\n{}\n", rows.join("\n")));
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

fn filed(bare: &Bare, period: &str, rows: &[&str]) {
    given(bare, period, rows);
    succeeds(bare, &["--period", period, "close", "--partial", period]);
}

/// The sentence of a unit's own report.
fn own(bare: &Bare, period: &str, unit: &str) -> String {
    sentence(&succeeds(bare, &["--period", period, "preview", unit]))
}

/// The sentence of the county's.
fn above(bare: &Bare, period: &str) -> String {
    run(bare, &["--period", period, "rollup"]);
    sentence(&fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap())
}

fn sentence(text: &str) -> String {
    let text = text.replace(['\\', '\u{3000}'], "");
    text.lines().find(|line| line.starts_with("走访")).unwrap_or_default().to_owned()
}

const DIVIDED: &str = "\"丁东镇\" = [\"丁乡\"]\n\"丁西镇\" = [\"丁乡\"]";

fn divided() -> Bare {
    county(DIVIDED, &[(FIRST, &["丁乡", "庚镇"]), (SINCE, &["丁东镇", "丁西镇", "庚镇"])])
}

#[test]
fn halves_keep_the_quarters_that_they_filed_themselves() {
    let bare = divided();
    filed(&bare, "2023Q1", &["丁乡,41,10,5", "庚镇,7,2,1"]);
    filed(&bare, "2023Q2", &["丁东镇,12,4,2", "丁西镇,13,4,1", "庚镇,8,2,1"]);
    given(&bare, "2023Q3", &["丁东镇,15,6,4", "丁西镇,16,5,3", "庚镇,9,2,1"]);
    assert_eq!(
        own(&bare, "2023Q3", "丁东镇"),
        "走访15次，较上季度增加3次，增长25%，今年以来27次（缺第一季度数据）。\
         解决率66.7%，较上季度提高16.7个百分点，上期50.0%，今年以来60.0%（缺第一季度数据）。"
    );
    assert!(own(&bare, "2023Q3", "丁西镇").contains("今年以来29次（缺第一季度数据）"));
    let text = above(&bare, "2023Q3");
    assert!(text.contains("走访40次，较上季度增加7次，增长21.2%，今年以来121次。"), "{text}");
}

#[test]
fn a_county_names_who_lacks_which_quarter_of_those_that_were_divided_or_put_together() {
    let was = format!("{DIVIDED}\n\"乙丙镇\" = [\"乙镇\", \"丙镇\"]");
    let bare = county(
        &was,
        &[(FIRST, &["乙镇", "丙镇", "丁乡", "庚镇"]), (SINCE, &["乙丙镇", "丁东镇", "丁西镇", "庚镇"])],
    );
    filed(&bare, "2023Q1", &["乙镇,11", "丁乡,41", "庚镇,7"]);
    given(&bare, "2023Q2", &["乙丙镇,33", "丁东镇,22", "庚镇,8"]);
    let text = above(&bare, "2023Q2");
    assert!(text.contains("除乙丙镇、丁东镇外的1个单位较上季度增加1次"), "{text}");
    assert!(text.contains("今年以来122次（缺丙镇第一季度、丁西镇第二季度数据）"), "{text}");
    filed(&bare, "2023Q2", &["乙丙镇,33", "丁东镇,22", "庚镇,8"]);
    given(&bare, "2023Q3", &["乙丙镇,34", "丁东镇,23", "丁西镇,24", "庚镇,9"]);
    let text = above(&bare, "2023Q3");
    assert!(text.contains("除丁西镇外的3个单位较上季度增加3次"), "{text}");
    assert!(text.contains("今年以来212次（缺丙镇第一季度、丁西镇第二季度数据）"), "{text}");
    let text = own(&bare, "2023Q3", "丁西镇");
    assert!(text.contains("上季度无可比数据，今年以来24次（缺第一季度、第二季度数据）"), "{text}");
}

#[test]
fn what_a_unit_filed_before_a_part_of_it_became_another_is_no_past_of_its_own() {
    let bare = county(
        "\"新坪街道\" = [\"南坪镇\"]",
        &[(FIRST, &["南坪镇", "甲镇"]), (SINCE, &["南坪镇", "新坪街道", "甲镇"])],
    );
    filed(&bare, "2022Q2", &["南坪镇,18", "甲镇,6"]);
    filed(&bare, "2023Q1", &["南坪镇,20", "甲镇,7"]);
    // Before the division it has all its past.
    assert!(own(&bare, "2023Q1", "南坪镇").ends_with("今年以来20次。"));
    filed(&bare, "2023Q2", &["南坪镇,12", "新坪街道,13", "甲镇,8"]);
    let text = own(&bare, "2023Q2", "南坪镇");
    assert!(text.contains("上季度无可比数据，今年以来12次（第一季度为分设前的数据，未计入）"), "{text}");
    let text = above(&bare, "2023Q2");
    assert!(text.contains("走访33次，较上季度增加6次，增长22.2%，今年以来60次。"), "{text}");
    // The part is late once: the rest is what it was.
    filed(&bare, "2023Q3", &["南坪镇,14", "甲镇,9"]);
    given(&bare, "2023Q4", &["南坪镇,16", "新坪街道,15", "甲镇,9"]);
    let text = own(&bare, "2023Q4", "南坪镇");
    assert!(
        text.contains("较上季度增加2次，增长14.3%，今年以来42次（第一季度为分设前的数据，未计入）"),
        "{text}"
    );
    let text = own(&bare, "2023Q4", "新坪街道");
    assert!(text.contains("上季度无可比数据，今年以来28次（缺第一季度、第三季度数据）"), "{text}");
    let text = above(&bare, "2023Q4");
    assert!(
        text.contains("除新坪街道外的2个单位较上季度增加2次") && text.contains("（缺新坪街道第三季度数据）"),
        "{text}"
    );
}

#[test]
fn a_list_of_names_that_were_never_there_together_is_a_chain_of_renamings() {
    for (was, is_told) in
        [("\"丙镇\" = [\"乙镇\", \"甲镇\"]", true), ("\"丙镇\" = [\"乙镇\"]\n\"乙镇\" = [\"甲镇\"]", false)]
    {
        let bare = county(
            was,
            &[
                (FIRST, &["甲镇"]),
                ("from = \"2023Q2\"\nuntil = \"2023Q2\"", &["乙镇"]),
                ("from = \"2023Q3\"", &["丙镇"]),
            ],
        );
        filed(&bare, "2022Q3", &["甲镇,5"]);
        filed(&bare, "2023Q1", &["甲镇,10"]);
        filed(&bare, "2023Q2", &["乙镇,11"]);
        given(&bare, "2023Q3", &["丙镇,14"]);
        for text in [own(&bare, "2023Q3", "丙镇"), above(&bare, "2023Q3")] {
            assert_eq!(text, "走访14次，较上季度增加3次，增长27.3%，今年以来35次。", "{was}");
        }
        let checked = succeeds(&bare, &["--period", "2023Q3", "check"]);
        assert_eq!(checked.contains("[H009]"), is_told, "{checked}");
        assert!(!is_told || checked.contains("\"乙镇\" = [\"甲镇\"]"), "{checked}");
        succeeds(&bare, &["--period", "2023Q3", "batch"]);
    }
    // One that was missing while the other was there was there all the same.
    let bare = county(
        "\"丙镇\" = [\"乙镇\", \"甲镇\"]",
        &[("until = \"2023Q2\"", &["甲镇", "乙镇"]), ("from = \"2023Q3\"", &["丙镇"])],
    );
    filed(&bare, "2023Q1", &["甲镇,10"]);
    filed(&bare, "2023Q2", &["乙镇,11"]);
    given(&bare, "2023Q3", &["丙镇,14"]);
    let text = own(&bare, "2023Q3", "丙镇");
    assert!(
        text.contains("上季度无可比数据") && text.contains("（缺乙镇第一季度、甲镇第二季度数据）"),
        "{text}"
    );
}

#[test]
fn names_and_ids_lead_to_the_same_unit() {
    let rows = |bare: &Bare, period: &str, rows: &str| {
        bare.write(format!("data/{period}.csv"), format!("unit.id,单位,走访,发现,解决\n{rows}\n"));
    };
    for was in [
        "\"丙镇\" = [\"b\"]\n\"乙镇\" = [\"a\"]",
        "\"c\" = [\"乙镇\"]\n\"b\" = [\"甲镇\"]",
        "\"丙镇\" = [\"b\", \"甲镇\"]\n\"b\" = [\"a\"]",
    ] {
        let bare = county(
            was,
            &[
                (FIRST, &["甲镇"]),
                ("from = \"2023Q2\"\nuntil = \"2023Q2\"", &["b"]),
                ("from = \"2023Q3\"", &["丙镇"]),
            ],
        );
        for (period, row) in [("2023Q1", "a,甲镇,10,,"), ("2023Q2", "b,乙镇,11,,")] {
            rows(&bare, period, row);
            succeeds(&bare, &["--period", period, "close", period]);
        }
        rows(&bare, "2023Q3", "c,丙镇,14,,");
        for text in [own(&bare, "2023Q3", "丙镇"), above(&bare, "2023Q3")] {
            assert_eq!(text, "走访14次，较上季度增加3次，增长27.3%，今年以来35次。", "{was}");
        }
        // The quarter in which it was another is not read for the sentence, and leads from one to the other.
        rows(&bare, "2023Q3", "c,丙镇,14,,");
        succeeds(&bare, &["--period", "2023Q3", "close", "2023Q3"]);
        rows(&bare, "2024Q1", "c,丙镇,15,,");
        let text = succeeds(&bare, &["diff", "2023Q1", "2024Q1"]);
        assert!(text.contains("丙镇（前为甲镇）"), "{was}: {text}");
    }
}

#[test]
fn a_circle_of_names_is_told() {
    let bare = county(
        "\"甲镇\" = [\"乙镇\"]\n\"乙镇\" = [\"甲镇\"]\n\"丙镇\" = [\"丙镇\", \"丁镇\"]",
        &[("", &["甲镇", "丙镇"])],
    );
    filed(&bare, "2023Q1", &["乙镇,10", "丙镇,4", "丁镇,3"]);
    given(&bare, "2023Q2", &["甲镇,12", "丙镇,8"]);
    let checked = succeeds(&bare, &["--period", "2023Q2", "check"]);
    assert_eq!(checked.matches("[W019]").count(), 1, "{checked}");
    assert!(checked.contains("workspace.toml:") && checked.contains("甲镇、乙镇"), "{checked}");
    let text = own(&bare, "2023Q2", "甲镇");
    assert!(text.contains("较上季度增加2次，增长20%，今年以来22次。"), "{text}");
}

#[test]
fn who_did_not_file_is_told_from_who_was_no_unit_of_that_time() {
    let bare = county(
        "\"戊镇\" = [\"己镇\"]",
        &[
            ("until = \"2023Q2\"", &["甲镇", "乙镇", "丙镇", "己镇"]),
            ("from = \"2023Q3\"", &["甲镇", "乙镇", "丁镇", "戊镇"]),
        ],
    );
    filed(&bare, "2023Q1", &["甲镇,1", "乙镇,2", "丙镇,3", "己镇,4"]);
    given(&bare, "2023Q2", &["甲镇,1", "丙镇,3", "己镇,4"]);
    given(&bare, "2023Q3", &["甲镇,1", "乙镇,3", "丁镇,3"]);
    // As it is made, as it was filed, and as a record has it.
    let absences = |before: &str, after: &str| {
        let (_, said) = run(&bare, &["diff", before, after, "--json"]);
        let said: serde_json::Value = serde_json::from_str(said.split("\n提醒").next().unwrap()).unwrap();
        let units = said["differing"].as_array().unwrap().iter().filter(|unit| unit["presence"] != "both");
        let told = units.map(|unit| format!("{} {} {}", unit["name"], unit["presence"], unit["absence"]));
        told.collect::<Vec<_>>().join(", ").replace('"', "")
    };
    let second = "乙镇 gone unfiled";
    let third = "乙镇 new unfiled, 丁镇 new no-unit, 丙镇 gone no-unit, 己镇 gone unfiled";
    assert_eq!(absences("2023Q1", "2023Q2"), second);
    assert_eq!(absences("2023Q2", "2023Q3"), third);
    let said = succeeds(&bare, &["diff", "2023Q2", "2023Q3"]);
    for head in ["乙镇（2023Q2 未报）", "丁镇（新增单位）", "丙镇（已无此单位）", "己镇（2023Q3 未报）"]
    {
        assert!(said.contains(head), "{head}: {said}");
    }
    let told = succeeds(&bare, &["--period", "2023Q3", "check"]);
    assert!(told.contains("没有收到“戊镇”2023年第三季度的数据") && !told.contains("“丙镇”"), "{told}");
    succeeds(&bare, &["--period", "2023Q2", "batch"]);
    assert_eq!(absences("out", "2023Q3"), third);
    succeeds(&bare, &["--period", "2023Q2", "close", "--partial", "2023Q2"]);
    assert_eq!(absences("2023Q2", "2023Q3"), third);
    fs::remove_file(bare.path("data/2023Q2.csv")).unwrap();
    assert_eq!(absences("2023Q2", "2023Q3"), third);
    // Where units stand in no list nobody can say.
    let list = "[[parents]]\nid = \"xian\"";
    let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    let bare_of_lists =
        text.split(list).next().unwrap().to_owned() + "[output]" + text.split("[output]").nth(1).unwrap();
    bare.write("workspace.toml", bare_of_lists);
    let said = succeeds(&bare, &["diff", "2023Q1", "2023Q3"]);
    assert!(said.contains("丁镇（2023Q1 没有数据）") && !said.contains("新增单位"), "{said}");
}

#[test]
fn a_county_misses_nobody_that_its_tree_had_not() {
    let bare = county("", &[(FIRST, &["甲镇", "乙镇", "己镇"]), (SINCE, &["甲镇", "乙镇", "丙镇"])]);
    filed(&bare, "2023Q1", &["甲镇,10", "乙镇,5", "己镇,3"]);
    given(&bare, "2023Q2", &["甲镇,11", "乙镇,6", "丙镇,9"]);
    let text = above(&bare, "2023Q2");
    assert!(text.ends_with("除丙镇、己镇外的2个单位较上季度增加2次，增长13.3%，今年以来44次。"), "{text}");
    filed(&bare, "2023Q2", &["甲镇,11", "丙镇,9"]);
    given(&bare, "2023Q3", &["甲镇,11", "乙镇,6", "丙镇,9"]);
    let text = above(&bare, "2023Q3");
    assert!(text.ends_with("今年以来64次（缺乙镇第二季度数据）。"), "{text}");
    // A list that was changed without a date is of no period that is filed.
    let bare = county("", &[("", &["甲镇", "乙镇"])]);
    filed(&bare, "2023Q1", &["甲镇,10", "乙镇,5"]);
    bare.replace("workspace.toml", "\"乙镇\"]", "\"乙镇\", \"丙镇\"]");
    given(&bare, "2023Q2", &["甲镇,11", "乙镇,6", "丙镇,9"]);
    let text = above(&bare, "2023Q2");
    assert!(text.ends_with("除丙镇外的2个单位较上季度增加2次，增长13.3%，今年以来41次。"), "{text}");
}

#[test]
fn a_unit_that_was_renamed_and_moved_at_once_is_not_missing_where_it_was() {
    let two = |from: &str, name: &str, of_east: &[&str], of_west: &[&str]| {
        format!(
            "[[parents]]\nid = \"dong\"\nname = \"东县\"\n{from}\nunits = {of_east:?}\n\n\
             [[parents]]\nid = \"xi\"\nname = \"西县\"\n{from}\nunits = {of_west:?}\n\n{name}"
        )
    };
    let bare = county("\"东山镇\" = [\"东山乡\"]", &[]);
    let lists = two(FIRST, "", &["东山乡", "西河镇"], &["南坪镇"])
        + &two(SINCE, "[output]", &["西河镇"], &["南坪镇", "东山镇"]);
    bare.replace("workspace.toml", "[output]", &lists);
    filed(&bare, "2023Q1", &["东山乡,10", "西河镇,5", "南坪镇,7"]);
    given(&bare, "2023Q2", &["东山镇,11", "西河镇,6", "南坪镇,9"]);
    run(&bare, &["--period", "2023Q2", "rollup"]);
    let said =
        |county: &str| sentence(&fs::read_to_string(bare.path(format!("out/rollup/{county}.md"))).unwrap());
    assert!(said("dong").ends_with("今年以来21次（按各期隶属关系汇总）。"), "{}", said("dong"));
    assert!(said("xi").ends_with("今年以来27次（按各期隶属关系汇总）。"), "{}", said("xi"));
}

#[test]
fn who_files_late_for_a_time_before_units_were_put_together_stands_where_they_do() {
    let bare = county("", &[("", &["甲镇", "乙镇", "庚镇"])]);
    filed(&bare, "2023Q1", &["甲镇,10", "庚镇,7"]);
    bare.replace("workspace.toml", "\"甲镇\", \"乙镇\"", "\"丙镇\"");
    bare.replace("workspace.toml", "[units.was]", "[units.was]\n\"丙镇\" = [\"甲镇\", \"乙镇\"]");
    given(&bare, "2023Q2", &["丙镇,30", "庚镇,8"]);
    assert!(above(&bare, "2023Q2").contains("今年以来55次（缺乙镇第一季度数据）"));
    given(&bare, "2023Q1", &["甲镇,10", "乙镇,15", "庚镇,7"]);
    let told = succeeds(&bare, &["--period", "2023Q1", "check"]);
    assert!(!told.contains("[D022]") && !told.contains("[D042]"), "{told}");
    succeeds(&bare, &["--period", "2023Q1", "close", "--amend", "2023Q1"]);
    let text = above(&bare, "2023Q2");
    assert!(text.ends_with("走访38次，较上季度增加6次，增长18.8%，今年以来70次。"), "{text}");
    assert!(above(&bare, "2023Q1").starts_with("走访32次"));
    // Who is listed nowhere by now stays where it was when a period is amended.
    let bare = county("", &[("", &["甲镇", "己镇"])]);
    filed(&bare, "2023Q1", &["甲镇,10", "己镇,7"]);
    bare.replace("workspace.toml", ", \"己镇\"", "");
    given(&bare, "2023Q1", &["甲镇,11", "己镇,7"]);
    run(&bare, &["--period", "2023Q1", "close", "--amend", "2023Q1"]);
    given(&bare, "2023Q2", &["甲镇,12"]);
    assert!(above(&bare, "2023Q2").contains("今年以来30次"), "{}", above(&bare, "2023Q2"));
}

const TABLE: &str = "caption = \"各单位\"\ncolumns = [{share=2},{},{},{}]\nhead = [[\"单位\",\"走访\",\"上期走访\",\"上期解决率\"]]\nrows = \"units\"\n\
    row = [\"{unit.name}\",{count=\"work/visits\"},{count=\"work/visits\",period=\"previous\"},{count=\"work/rate\",period=\"previous\"}]\n\
    total = \"合计\"\n";

#[test]
fn a_sum_of_the_period_before_says_where_it_is_over_other_units_than_its_rows() {
    let bare = divided();
    bare.write("templates/tables/units.toml", TABLE);
    let template = fs::read_to_string(bare.path("templates/bare.hbs")).unwrap();
    bare.write("templates/bare.hbs", template + "\n{{#if rollup}}\n{{table \"units\"}}\n\n{{/if}}\n");
    let report = |period: &str| {
        above(&bare, period);
        fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap().replace('\\', "")
    };
    filed(&bare, "2023Q1", &["丁乡,41,10,5", "庚镇,7,2,1"]);
    filed(&bare, "2023Q2", &["丁东镇,12,4,2", "丁西镇,13,4,1", "庚镇,8,2,1"]);
    let text = report("2023Q2");
    for row in ["| 丁东镇 | 12 | — | — |", "| 庚镇 | 8 | 7 | 50.0% |", "| 合计 | 33 | 48 | 50.0% |"]
    {
        assert!(text.contains(row), "{text}");
    }
    let note = "注：表中上季度“走访”、“解决率”的合计按当时的所属单位计算，含表中未列数的丁乡。";
    assert!(text.contains(note), "{text}");
    // The rows add up.
    given(&bare, "2023Q3", &["丁东镇,15", "丁西镇,16", "庚镇,9"]);
    let text = report("2023Q3");
    assert!(text.contains("| 合计 | 40 | 33 | 40.0% |") && !text.contains("注："), "{text}");

    // Who came from elsewhere has a figure of its own that is in no sum of then.
    let spans = "from = \"2023Q2\"\nunits = [\"丁东镇\", \"丁西镇\", \"庚镇\"]\n";
    let other = "[[parents]]\nid = \"lin\"\nname = \"邻县\"\nuntil = \"2023Q2\"\nunits = [\"辛镇\"]\n";
    let since = "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nfrom = \"2023Q3\"\nunits = [\"丁东镇\", \"丁西镇\", \"庚镇\", \"辛镇\"]\n";
    bare.replace("workspace.toml", spans, &format!("until = \"2023Q2\"\n{spans}\n{other}\n{since}"));
    fs::remove_file(bare.path("history/bare/2023Q2.jsonl")).unwrap();
    filed(&bare, "2023Q2", &["丁东镇,12,4,2", "丁西镇,13,4,1", "庚镇,8,2,1", "辛镇,6,1,1"]);
    given(&bare, "2023Q3", &["丁东镇,15", "丁西镇,16", "庚镇,9", "辛镇,5"]);
    let text = report("2023Q3");
    assert!(
        text.contains("| 辛镇 | 5 | 6 | 100.0% |") && text.contains("| 合计 | 45 | 33 | 40.0% |"),
        "{text}"
    );
    assert!(text.contains("的合计按当时的所属单位计算，不含表中列有数的辛镇。"), "{text}");
}

#[test]
fn figures_of_a_county_of_its_own_are_missed_by_their_name() {
    let bare = county("\"甲镇\" = [\"老甲镇\"]", &[("", &["甲镇", "乙镇"])]);
    filed(&bare, "2023-01", &["某某县,2", "甲镇,11", "乙镇,21"]);
    filed(&bare, "2023-02", &["某某县,3", "甲镇,12", "乙镇,22"]);
    given(&bare, "2023-03", &["甲镇,13", "乙镇,23"]);
    let text = above(&bare, "2023-03");
    assert!(text.contains("除某某县本级外的2个单位较上月增加2次"), "{text}");
    assert!(text.contains("今年以来107次（缺某某县本级3月数据）"), "{text}");
    let report = fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap();
    assert!(report.contains("由3个单位中的2个汇总，某某县本级未计入"), "{report}");
    let page = fs::read_to_string(bare.path("out/rollup/xian.html")).unwrap();
    assert!(page.contains("某某县本级"), "{page}");
    filed(&bare, "2023-03", &["甲镇,13", "乙镇,23"]);
    given(&bare, "2023-04", &["甲镇,14", "乙镇,24"]);
    let text = above(&bare, "2023-04");
    assert!(text.contains("的2个单位较上月增加2次") || text.contains("较上月增加2次"), "{text}");
    assert!(text.contains("（缺某某县本级3月、某某县本级4月数据）"), "{text}");
}

#[test]
fn what_is_told_of_a_measure_names_the_period_that_was_filed_in_it() {
    let bare = county("\"甲镇\" = [\"老甲镇\"]", &[("", &["甲镇"])]);
    filed(&bare, "2023Q1", &["甲镇,11"]);
    bare.replace(
        "plugins/work/plugin.toml",
        "label = \"走访\", measure = \"次\"",
        "label = \"走访\", measure = \"人次\"",
    );
    filed(&bare, "2023Q2", &["甲镇,12"]);
    given(&bare, "2023Q3", &["甲镇,13"]);
    let checked = succeeds(&bare, &["--period", "2023Q3", "check"]);
    assert!(checked.contains("“走访”在 2023Q1 以“次”计"), "{checked}");
}

#[test]
fn a_chart_over_periods_goes_on_over_renamings_and_divisions() {
    let was = format!("{DIVIDED}\n\"乙镇\" = [\"甲镇\"]");
    let bare = county(&was, &[(FIRST, &["甲镇", "丁乡"]), (SINCE, &["乙镇", "丁东镇", "丁西镇"])]);
    let chart = "kind = \"line\"\ntitle = \"走访\"\nrows = \"periods\"\nperiods = 4\n[[values]]\ncount = \"work/visits\"\n";
    bare.write("templates/charts/trend.toml", chart);
    let template = fs::read_to_string(bare.path("templates/bare.hbs")).unwrap();
    bare.write("templates/bare.hbs", template + "\n{{chart \"trend\"}}\n");
    filed(&bare, "2022Q4", &["甲镇,10", "丁乡,40"]);
    filed(&bare, "2023Q1", &["甲镇,11", "丁乡,41"]);
    filed(&bare, "2023Q2", &["乙镇,12", "丁东镇,20", "丁西镇,21"]);
    given(&bare, "2023Q3", &["乙镇,13", "丁东镇,22", "丁西镇,23"]);
    succeeds(&bare, &["--period", "2023Q3", "batch"]);
    above(&bare, "2023Q3");
    let drawn = |file: &str| {
        let text = fs::read_to_string(bare.path(file)).unwrap();
        let drawn = text.lines().find(|line| line.starts_with("![")).unwrap().to_owned();
        drawn.split_once('：').unwrap().1.trim_end_matches("]()").to_owned()
    };
    let county = "次）：2022年第四季度50，2023年第一季度52，2023年第二季度53，2023年第三季度58。";
    assert_eq!(drawn("out/rollup/xian.md"), county);
    assert!(drawn("out/乙镇.md").contains("2022年第四季度10，2023年第一季度11，2023年第二季度12"));
    assert!(drawn("out/丁东镇.md").ends_with("2023年第二季度20，2023年第三季度22。"));
    // Of one half alone nothing is known of before.
    given(&bare, "2023Q3", &["乙镇,13", "丁东镇,22"]);
    above(&bare, "2023Q3");
    assert_eq!(drawn("out/rollup/xian.md"), "次）：2023年第二季度32，2023年第三季度35。");
}

#[test]
fn a_rate_of_a_half_year_of_quarters_is_over_one_set_of_units_and_quarters() {
    let bare = county("\"甲镇\" = [\"老甲镇\"]", &[("", &["甲镇", "乙镇"])]);
    filed(&bare, "2022Q3", &["甲镇,1,10,5", "乙镇,1,10,6"]);
    filed(&bare, "2022Q4", &["甲镇,1,20,", "乙镇,1,10,8"]);
    given(&bare, "2023H1", &["甲镇,1,10,5", "乙镇,1,10,5"]);
    let text = above(&bare, "2023H1");
    assert!(text.contains("上期63.3%"), "19/30, and not 19/50: {text}");
}

#[test]
fn who_was_taken_in_is_missed_only_while_both_were_there() {
    let bare = county(
        "\"甲镇\" = [\"乙镇\"]",
        &[("until = \"2023Q3\"", &["甲镇", "乙镇"]), ("from = \"2023Q4\"", &["甲镇"])],
    );
    filed(&bare, "2022Q4", &["甲镇,9", "乙镇,4"]);
    filed(&bare, "2023Q1", &["甲镇,10", "乙镇,5"]);
    filed(&bare, "2023Q2", &["甲镇,11"]);
    filed(&bare, "2023Q3", &["甲镇,12", "乙镇,6"]);
    given(&bare, "2023Q4", &["甲镇,20"]);
    for text in [own(&bare, "2023Q4", "甲镇"), above(&bare, "2023Q4")] {
        assert_eq!(text, "走访20次，较上季度增加2次，增长11.1%，今年以来64次（缺乙镇第二季度数据）。");
    }
    filed(&bare, "2023Q4", &["甲镇,20"]);
    given(&bare, "2024Q1", &["甲镇,21"]);
    assert!(own(&bare, "2024Q1", "甲镇").starts_with("走访21次，较上季度增加1次，增长5%，今年以来21次。"));

    // Who has its old name back was never two.
    for was in ["\"甲镇\" = [\"乙镇\"]", "\"甲镇\" = [\"乙镇\"]\n\"乙镇\" = [\"甲镇\"]"] {
        let span = ("from = \"2023Q2\"\nuntil = \"2023Q2\"", &["乙镇"][..]);
        let before = "\"乙镇\" = [\"甲镇\"]";
        let bare = county(before, &[(FIRST, &["甲镇"]), span, ("from = \"2023Q3\"", &["甲镇"])]);
        filed(&bare, "2023Q1", &["甲镇,10"]);
        filed(&bare, "2023Q2", &["乙镇,11"]);
        bare.replace("workspace.toml", before, was);
        given(&bare, "2023Q3", &["甲镇,14"]);
        for text in [own(&bare, "2023Q3", "甲镇"), above(&bare, "2023Q3")] {
            assert_eq!(text, "走访14次，较上季度增加3次，增长27.3%，今年以来35次。", "{was}");
        }
    }
}

#[test]
fn a_unit_that_took_in_a_part_lacks_what_that_was_a_part_of() {
    let was = "\"一镇\" = [\"大乡\"]\n\"二镇\" = [\"大乡\"]\n\"己镇\" = [\"二镇\"]";
    let second = ("from = \"2023Q2\"\nuntil = \"2023Q2\"", &["一镇", "二镇", "己镇"][..]);
    let bare = county(was, &[(FIRST, &["大乡", "己镇"]), second, ("from = \"2023Q3\"", &["一镇", "己镇"])]);
    filed(&bare, "2023Q1", &["大乡,66", "己镇,5"]);
    filed(&bare, "2023Q2", &["一镇,20", "二镇,22", "己镇,6"]);
    given(&bare, "2023Q3", &["一镇,23", "己镇,30"]);
    let text = own(&bare, "2023Q3", "己镇");
    assert_eq!(text, "走访30次，较上季度增加2次，增长7.1%，今年以来63次（缺大乡第一季度数据）。");
    assert_eq!(above(&bare, "2023Q3"), "走访53次，较上季度增加5次，增长10.4%，今年以来172次。");
}

/// A city of two counties, the second of which is called otherwise or has other units from the second quarter on.
fn city(was: &str, [east, west]: [[&str; 2]; 2], west_since: &str) -> Bare {
    let bare = county(was, &[]);
    let parent = |id: &str, name: &str, span: &str, units: &str| {
        format!("[[parents]]\nid = \"{id}\"\nname = \"{name}\"\n{span}\nunits = [{units}]\n\n")
    };
    let parents = [
        parent("dong", "东县", FIRST, east[0]),
        parent("dong", "东县", SINCE, east[1]),
        parent("xi", "西县", FIRST, west[0]),
        parent(if west_since == "西县" { "xi" } else { "xin" }, west_since, SINCE, west[1]),
    ];
    bare.replace("workspace.toml", "[output]", &format!("{}[output]", parents.concat()));
    bare
}

fn above_of(bare: &Bare, period: &str, [parent, id]: [&str; 2]) -> String {
    run(bare, &["--period", period, "rollup", parent]);
    sentence(&fs::read_to_string(bare.path(format!("out/rollup/{id}.md"))).unwrap())
}

#[test]
fn who_has_moved_is_missed_where_it_stands() {
    let units = [["\"甲镇\"", "\"甲镇\", \"戊镇\""], ["\"戊镇\", \"己镇\"", "\"己镇\""]];
    let bare = city("\"甲镇\" = [\"老甲镇\"]", units, "西县");
    filed(&bare, "2023Q1", &["甲镇,10", "戊镇,41", "己镇,5"]);
    filed(&bare, "2023Q2", &["甲镇,11", "己镇,6"]);
    given(&bare, "2023Q3", &["甲镇,12", "戊镇,40", "己镇,7"]);
    let text = above_of(&bare, "2023Q3", ["东县", "dong"]);
    assert!(text.ends_with("今年以来73次（缺戊镇第二季度数据）（按各期隶属关系汇总）。"), "{text}");
    let plugin = "counts.visits = { label = \"走访\",";
    let text = above_of(&bare, "2023Q3", ["西县", "xi"]);
    assert!(text.ends_with("今年以来59次（按各期隶属关系汇总）。"), "{text}");
    // What stands at the end is of the units of now.
    bare.replace("plugins/work/plugin.toml", plugin, &format!("{plugin} over_time = \"last\","));
    let text = above_of(&bare, "2023Q3", ["西县", "xi"]);
    assert!(text.ends_with("今年以来7次。"), "{text}");

    // One half stays, the other goes.
    let units = [["\"甲镇\"", "\"甲镇\", \"丁西镇\""], ["\"丁乡\"", "\"丁东镇\""]];
    let bare = city(DIVIDED, units, "西县");
    filed(&bare, "2023Q1", &["甲镇,10", "丁乡,41"]);
    filed(&bare, "2023Q2", &["甲镇,11", "丁西镇,13", "丁东镇,12"]);
    given(&bare, "2023Q3", &["甲镇,12", "丁西镇,15", "丁东镇,14"]);
    let text = above_of(&bare, "2023Q3", ["东县", "dong"]);
    assert_eq!(text, "走访27次，较上季度增加3次，增长12.5%，今年以来61次（按各期隶属关系汇总）。");
    let text = above_of(&bare, "2023Q3", ["西县", "xi"]);
    assert_eq!(text, "走访14次，较上季度增加2次，增长16.7%，今年以来67次（按各期隶属关系汇总）。");
}

#[test]
fn a_county_that_is_called_otherwise_carries_its_sums() {
    for was in ["\"新区\" = [\"西县\"]", "\"xin\" = [\"西县\"]", "\"新区\" = [\"xi\"]"] {
        let units = [["\"甲镇\"", "\"甲镇\""], ["\"乙镇\", \"丙镇\"", "\"乙镇\", \"丙镇\""]];
        let bare = city(was, units, "新区");
        filed(&bare, "2023Q1", &["甲镇,10", "乙镇,4", "丙镇,5"]);
        given(&bare, "2023Q2", &["甲镇,11", "乙镇,5", "丙镇,6"]);
        let text = above_of(&bare, "2023Q2", ["新区", "xin"]);
        assert_eq!(text, "走访11次，较上季度增加2次，增长22.2%，今年以来20次。", "{was}");
    }
}
