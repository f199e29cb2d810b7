//! What a report above units says of them: it is never said that there is nothing where units gave something, figures are
//! compared over units that are named, and what failed is told.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fmt::Write as _;
use std::fs;

use huibian_tests::bare::Bare;

const PLUGIN: &str = r#"
id = "work"
version = "1"
title = "安全检查"
contract = 1
slots = ["results", "problems"]
fields.visits_total = { label = "检查家次", type = "integer", measure = "家次" }
fields.hazards_total = { label = "隐患处数", type = "integer", measure = "处" }
fields.fixed_total = { label = "整改处数", type = "integer", measure = "处" }
fields.problem = { label = "存在问题", type = "text" }
fields.closed = { label = "关停过企业", type = "boolean" }
facts.problem = { label = "存在问题", type = "text", field = "problem"MERGE }
facts.closed = { label = "关停过企业", type = "boolean", field = "closed" }
counts.visits = { label = "检查", measure = "家次", required = true, number = "visits_total" }
counts.hazards = { label = "隐患", measure = "处", number = "hazards_total" }
counts.fixed = { label = "整改", measure = "处", number = "fixed_total" }
counts.rate = { label = "整改率", kind = "ratio", scale = 1, ratio = { num = "fixed", den = "hazards", as = "%" } }
checks.fixed_within = { rule = "fixed <= hazards", severity = "error", message = "整改{fixed}处，多于隐患{hazards}处。" }
"#;

const RESULTS: &str = "# 开展检查\n\n{{period.current}}检查企业{{count \"visits\"}}（{{change \"visits\"}}），今年以来\
     {{to_date \"visits\"}}{{#present \"rate\"}}，整改率{{count \"rate\"}}（{{change \"rate\"}}）{{/present}}。\n";

const ITEMS: &str = "{{#if facts.problem}}\n- {{facts.problem}}\n{{/if}}\n";

/// A county with three towns, in the third quarter.
fn county(merge: &str, problems: &str) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.replace("workspace.toml", "period = \"2023Q2\"", "period = \"2023Q3\"");
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare.replace("workspace.toml", "formats = [\"md\"]", "formats = [\"md\", \"docx\"]");
    bare.replace(
        "workspace.toml",
        "[output]",
        "[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [\"jia\", \"yi\", \"bing\"]\n\n[output]",
    );
    bare.write("plugins/work/plugin.toml", PLUGIN.replace("MERGE", merge));
    bare.write("plugins/work/sections/results.hbs", RESULTS);
    bare.write("plugins/work/sections/problems.hbs", problems);
    let template = "+++\n[slots.results]\nkind = \"sections\"\n[slots.problems]\nkind = \"items\"\n+++\n\
         # {{unit.name}}安全检查工作报告\n\n## 工作情况\n\n{{slot \"results\"}}\n\n## 存在的问题\n\n\
         {{#slot \"problems\"}}\n存在以下问题：{{contents}}\n{{else}}\n未发现突出问题。\n{{/slot}}\n";
    bare.write("templates/bare.hbs", template);
    bare
}

/// Writes what a town gives.
fn town(bare: &Bare, period: &str, id: &str, numbers: [u32; 3], rest: &str) {
    let name = match id {
        "jia" => "甲镇",
        "yi" => "乙镇",
        "bing" => "丙镇",
        other => other,
    };
    let [visits, hazards, fixed] = numbers;
    let text = format!(
        "[unit]\nname = \"{name}\"\n\n[work]\nvisits_total = {visits}\nhazards_total = {hazards}\n\
         fixed_total = {fixed}\n{rest}\n"
    );
    bare.write(format!("data/{period}/{id}.toml"), text);
}

fn run(bare: &Bare, arguments: &[&str]) -> (i32, String) {
    let output = bare.run(&[&["--lang", "zh"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

/// The county's report, without the backslashes of Markdown.
fn report(bare: &Bare) -> String {
    fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap().replace('\\', "")
}

/// All the text of the county's documents, its workbook and its page.
fn everywhere(bare: &Bare) -> [String; 4] {
    let part = |file: &str, parts: &[&str]| {
        let file = fs::File::open(bare.path(file)).unwrap();
        let mut package = zip::ZipArchive::new(file).unwrap();
        let names: Vec<String> = package.file_names().map(|name| name.unwrap().into_owned()).collect();
        let mut text = String::new();
        for name in names.iter().filter(|name| parts.iter().any(|part| name.starts_with(part))) {
            std::io::Read::read_to_string(&mut package.by_name(name).unwrap(), &mut text).unwrap();
        }
        text
    };
    let docx = part("out/rollup/xian.docx", &["word/document.xml"]);
    let tags = |text: &str| {
        let mut plain = String::new();
        text.split('<')
            .for_each(|piece| plain.push_str(piece.split_once('>').map_or(piece, |(_, text)| text)));
        plain
    };
    let book = part("out/rollup/xian.xlsx", &["xl/sharedStrings.xml", "xl/worksheets/"]);
    let page = fs::read_to_string(bare.path("out/rollup/xian.html")).unwrap();
    [report(bare), tags(&docx), tags(&book), tags(&page)]
}

#[test]
fn what_towns_reported_is_never_taken_for_nothing() {
    // Merged by itself, each text once.
    let bare = county("", ITEMS);
    town(&bare, "2023Q3", "jia", [10, 8, 8], "problem = \"检查力量不足\"");
    town(&bare, "2023Q3", "yi", [12, 7, 7], "problem = \"台账更新不及时\"");
    town(&bare, "2023Q3", "bing", [12, 7, 7], "problem = \"无\"");
    let (exit, said) = run(&bare, &["rollup"]);
    assert_eq!(exit, 0, "{said}");
    let report = report(&bare);
    assert!(report.contains("一是检查力量不足；二是台账更新不及时。"), "{report}");
    assert!(!report.contains("未发现") && !report.contains("无；"), "{report}");
}

#[test]
fn what_is_not_merged_is_a_fault_where_the_template_takes_it_for_nothing() {
    let none = ", merge = \"none\"";
    for (merge, problems, given) in [
        (none, ITEMS, "problem = \"检查力量不足\""),
        (
            none,
            "{{#if facts.problem}}\n- {{facts.problem}}\n{{else}}\n- 各项工作正常\n{{/if}}\n",
            "problem = \"台账不全\"",
        ),
        ("", "{{#unless fields.problem}}\n- 没有需要报告的事项\n{{/unless}}\n", "problem = \"台账不全\""),
        ("", "{{#if facts.closed}}\n- 有企业关停\n{{else}}\n- 没有企业关停\n{{/if}}\n", "closed = true"),
        ("", "{{#if fields.problem}}\n- {{fields.problem}}\n{{/if}}\n", "problem = \"检查力量不足\""),
    ] {
        let bare = county(merge, problems);
        town(&bare, "2023Q3", "jia", [10, 8, 8], given);
        town(&bare, "2023Q3", "yi", [10, 8, 8], "");
        town(&bare, "2023Q3", "bing", [10, 8, 8], "");
        for again in [false, true] {
            if again {
                // From the record of a batch all the same.
                assert_eq!(run(&bare, &["batch"]).0, 0);
            }
            let (exit, said) = run(&bare, &["rollup"]);
            assert!(exit == 1 && said.contains("[T028]") && said.contains("rollup"), "{problems}: {said}");
            assert!(!bare.path("out/rollup/xian.md").exists(), "{problems}");
            assert!(bare.path("out/rollup/xian.xlsx").exists() && bare.path("out/rollup/xian.html").exists());
        }
        // Where nobody gave anything, there is nothing.
        town(&bare, "2023Q3", "jia", [10, 8, 8], "");
        let (exit, said) = run(&bare, &["rollup"]);
        assert_eq!(exit, 0, "{problems}: {said}");
    }
}

#[test]
fn a_template_may_say_something_else_above_the_units() {
    let asks = "{{#if rollup}}\n- 各镇问题另行汇总\n{{else}}\n{{#if facts.problem}}\n- {{facts.problem}}\n{{else}}\n\
         - 没有问题\n{{/if}}\n{{/if}}\n";
    let within = "{{#if facts.problem}}\n- {{facts.problem}}\n{{else}}\n{{#if rollup}}\n- 各镇问题另行汇总\n{{else}}\n\
         - 没有问题\n{{/if}}\n{{/if}}\n";
    for problems in [asks, within] {
        let bare = county(", merge = \"none\"", problems);
        for id in ["jia", "yi", "bing"] {
            town(&bare, "2023Q3", id, [10, 8, 8], "problem = \"检查力量不足\"");
        }
        let (exit, said) = run(&bare, &["rollup"]);
        assert_eq!(exit, 0, "{said}");
        assert!(report(&bare).contains("各镇问题另行汇总"), "{}", report(&bare));
    }
}

/// Two quarters are filed with three towns; the third has two of them.
fn two_of_three() -> Bare {
    let bare = county("", ITEMS);
    for (period, numbers) in [("2023Q1", [5, 6, 100]), ("2023Q2", [10, 12, 200])] {
        for (id, visits) in ["jia", "yi", "bing"].into_iter().zip(numbers) {
            town(&bare, period, id, [visits, 4, 3], "");
        }
        let (exit, said) = run(&bare, &["close", period]);
        assert_eq!(exit, 0, "{said}");
    }
    town(&bare, "2023Q3", "jia", [11, 4, 3], "");
    town(&bare, "2023Q3", "yi", [13, 4, 4], "");
    bare
}

#[test]
fn a_comparison_says_which_units_it_is_over_and_the_year_keeps_what_is_filed() {
    let bare = two_of_three();
    assert_eq!(run(&bare, &["rollup"]).0, 1, "a town is missing");
    let said = "检查企业24家次（除丙镇外的2个单位较上季度增加2家次，增长9.1%），今年以来357家次（缺丙镇第三季度数据），\
         整改率87.5%（除丙镇外的2个单位较上季度提高12.5个百分点）。";
    let [md, docx, book, page] = everywhere(&bare);
    assert!(md.contains(said), "{md}");
    assert!(docx.contains(said), "{docx}");
    for (place, text) in [("workbook", book), ("page", page.clone())] {
        assert!(text.contains("两期都有数据的单位，不含丙镇"), "{place}: {text}");
    }
    assert!(page.contains("本季度24家次，上季度22家次，增加2家次"), "{page}");
    assert!(page.contains("上季度75.0%，提高12.5个百分点"), "{page}");

    bare.replace("workspace.toml", "[output]", "[rollup]\ncompare = \"all\"\n\n[output]");
    assert_eq!(run(&bare, &["rollup"]).0, 1);
    let said = "检查企业24家次（本季度不含丙镇，按各期报送单位合计，较上季度减少198家次，下降89.2%），今年以来357家次";
    let [md, docx, book, page] = everywhere(&bare);
    assert!(md.contains(said) && docx.contains(said), "{md}");
    for (place, text) in [("workbook", book), ("page", page.clone())] {
        assert!(text.contains("按各期报送单位合计，本季度不含丙镇"), "{place}: {text}");
    }
    assert!(page.contains("上季度222家次，减少198家次"), "{page}");

    // Who was missing then, in one count alone.
    town(&bare, "2023Q3", "bing", [250, 4, 3], "");
    town(&bare, "2023Q3", "高新区", [9, 0, 0], "");
    bare.replace("workspace.toml", "\"bing\"]", "\"bing\", \"高新区\"]");
    bare.write("data/2023Q3/jia.toml", "[unit]\nname = \"甲镇\"\n\n[work]\nvisits_total = 11\n");
    assert_eq!(run(&bare, &["rollup"]).0, 0);
    let [_, _, book, page] = everywhere(&bare);
    let said = "按各期报送单位合计：检查上季度不含高新区；隐患本季度不含甲镇，上季度不含高新区；整改本季度不含甲镇，上季度不含高新区";
    for (place, text) in [("workbook", book), ("page", page)] {
        assert!(text.contains(said), "{place}: {text}");
    }
}

#[test]
fn files_of_before_that_lie_beside_a_fresh_workbook_or_where_nothing_is_added_up_are_told() {
    let bare = county(", merge = \"none\"", "{{#if facts.problem}}\n- {{facts.problem}}\n{{/if}}\n");
    for id in ["jia", "yi", "bing"] {
        town(&bare, "2023Q3", id, [10, 8, 8], "");
    }
    assert_eq!(run(&bare, &["rollup"]).0, 0);
    let fresh = fs::read(bare.path("out/rollup/xian.xlsx")).unwrap();
    town(&bare, "2023Q3", "jia", [11, 8, 8], "problem = \"检查力量不足\"");
    let (exit, said) = run(&bare, &["rollup"]);
    assert!(exit == 1 && said.contains("[T028]"), "{said}");
    for name in ["xian.md", "xian.docx"] {
        assert!(said.contains(&format!("out/rollup/{name} 是以前运行留下的旧文件")), "{said}");
        let [_, _, book, page] = everywhere(&bare);
        for (place, text) in [("workbook", book), ("page", page)] {
            assert!(text.contains(&format!("{name} 是以前运行留下的旧文件")), "{place}: {text}");
        }
    }
    assert!(!said.contains("xian.xlsx 是以前") && !said.contains("xian.html 是以前"), "{said}");
    assert_ne!(fs::read(bare.path("out/rollup/xian.xlsx")).unwrap(), fresh);
    let listing = bare.run(&["rollup", "--json"]);
    let listing: serde_json::Value = serde_json::from_slice(&listing.stdout).unwrap();
    assert_eq!(listing["outdated"], serde_json::json!(["out/rollup/xian.md", "out/rollup/xian.docx"]));

    // Nothing is added up, and all that lies there is of before.
    bare.replace("workspace.toml", "[output]", "[rollup]\nfailed = \"stop\"\n\n[output]");
    town(&bare, "2023Q3", "jia", [11, 8, 9], "");
    let (exit, said) = run(&bare, &["rollup"]);
    let told = said.lines().find(|line| line.contains("G007")).unwrap_or_else(|| panic!("{exit} {said}"));
    for name in ["xian.md", "xian.docx", "xian.xlsx", "xian.html"] {
        assert!(told.contains("旧文件没有更新") && told.contains(name), "{said}");
    }
    fs::remove_dir_all(bare.path("out")).unwrap();
    let (_, said) = run(&bare, &["rollup"]);
    assert!(said.contains("[G007]") && !said.contains("旧文件"), "{said}");
}

#[test]
fn a_unit_that_is_new_is_named_as_well() {
    let bare = two_of_three();
    town(&bare, "2023Q3", "bing", [250, 4, 3], "");
    town(&bare, "2023Q3", "高新区", [9, 0, 0], "");
    bare.replace("workspace.toml", "\"bing\"]", "\"bing\", \"高新区\"]");
    let (exit, said) = run(&bare, &["rollup"]);
    assert_eq!(exit, 0, "{said}");
    let said = "检查企业283家次（除高新区外的3个单位较上季度增加52家次，增长23.4%），今年以来616家次，";
    // It lacks no quarter in which it was no unit of the county.
    assert!(report(&bare).contains(said), "{}", report(&bare));
    // The same units both times need no words.
    fs::remove_file(bare.path("data/2023Q3/高新区.toml")).unwrap();
    bare.replace("workspace.toml", ", \"高新区\"]", "]");
    assert_eq!(run(&bare, &["rollup"]).0, 0);
    let said = "检查企业274家次（较上季度增加52家次，增长23.4%），今年以来607家次，";
    assert!(report(&bare).contains(said), "{}", report(&bare));
}

#[test]
fn a_count_that_some_town_leaves_out_is_compared_without_it() {
    let bare = two_of_three();
    bare.write("data/2023Q3/bing.toml", "[unit]\nname = \"丙镇\"\n\n[work]\nvisits_total = 250\n");
    let (exit, said) = run(&bare, &["rollup"]);
    assert_eq!(exit, 0, "{said}");
    let said = "检查企业274家次（较上季度增加52家次，增长23.4%），今年以来607家次，整改率87.5%（除丙镇外的2个单位较上季度";
    assert!(report(&bare).contains(said), "{}", report(&bare));
}

/// A county whose second town has more mended than found.
fn one_failed(failed: &str) -> Bare {
    let bare = county("", ITEMS);
    town(&bare, "2023Q3", "jia", [10, 8, 8], "");
    town(&bare, "2023Q3", "yi", [12, 8, 9], "");
    town(&bare, "2023Q3", "bing", [1, 1, 1], "");
    if !failed.is_empty() {
        let key = format!("[rollup]\nfailed = \"{failed}\"\n\n[output]");
        bare.replace("workspace.toml", "[output]", &key);
    }
    bare
}

#[test]
fn a_failed_check_is_told_wherever_the_sum_is() {
    for batch_first in [true, false] {
        let bare = one_failed("");
        if batch_first {
            assert_eq!(run(&bare, &["batch"]).0, 1);
        }
        let (exit, said) = run(&bare, &["rollup"]);
        assert!(exit == 1 && said.contains("整改9处，多于隐患8处"), "{said}");
        for (place, text) in ["report", "document", "workbook", "page"].into_iter().zip(everywhere(&bare)) {
            assert!(text.contains("乙镇校验未通过，其数据已计入，待核实"), "{place}: {text}");
        }
        assert!(report(&bare).contains("检查企业23家次"));
    }
    let bare = one_failed("exclude");
    assert_eq!(run(&bare, &["rollup"]).0, 1);
    for (place, text) in ["report", "document", "workbook", "page"].into_iter().zip(everywhere(&bare)) {
        assert!(
            text.contains("由3个单位中的2个汇总，乙镇未计入。乙镇因校验未通过未计入。"),
            "{place}: {text}"
        );
    }
    assert!(report(&bare).contains("检查企业11家次"));

    let bare = one_failed("stop");
    let (exit, said) = run(&bare, &["rollup"]);
    assert!(exit != 0 && said.contains("[G007]") && said.contains("乙镇"), "{said}");
    assert!(!bare.path("out/rollup/xian.md").exists() && !bare.path("out/rollup/xian.xlsx").exists());
    town(&bare, "2023Q3", "yi", [12, 9, 9], "");
    assert_eq!(run(&bare, &["rollup"]).0, 0);
}

#[test]
fn every_finding_stands_on_the_page_and_in_the_workbook_with_its_place() {
    let bare = one_failed("");
    town(&bare, "2023Q3", "jia", [10, 8, 8], "problem = \"某企业存在问题，已发现隐患9处\"");
    assert_eq!(run(&bare, &["rollup"]).0, 1);
    let [_, _, book, page] = everywhere(&bare);
    for (place, text) in [("workbook", &book), ("page", &page)] {
        for said in ["整改9处，多于隐患8处", "data/2023Q3/yi.toml", "data/2023Q3/jia.toml"] {
            assert!(text.contains(said), "{said} in {place}: {text}");
        }
    }
    let html = fs::read_to_string(bare.path("out/rollup/xian.html")).unwrap();
    assert!(html.contains("href=\"../../data/2023Q3/yi.toml\""), "{html}");
    let (error, warning) = (html.find("id=\"error\"").unwrap(), html.find("id=\"warning\"").unwrap());
    assert!(error < warning, "what weighs most stands first");
}

#[test]
fn towns_in_one_table_are_compared_and_told_of_alike() {
    let bare = county("", ITEMS);
    bare.replace("workspace.toml", "data = \"data/{period}\"", "table = \"data/{period}.csv\"");
    bare.replace("workspace.toml", "[\"jia\", \"yi\", \"bing\"]", "[\"东河乡\", \"西山乡\", \"南坪乡\"]");
    let table = |period: &str, rows: &[(&str, u32, u32, u32, &str)]| {
        let mut text = "单位名称,检查家次,隐患处数,整改处数,存在问题\n".to_owned();
        for (name, visits, hazards, fixed, problem) in rows {
            let _ = writeln!(text, "{name},{visits},{hazards},{fixed},{problem}");
        }
        bare.write(format!("data/{period}.csv"), text);
    };
    table("2023Q2", &[("东河乡", 30, 2, 2, ""), ("西山乡", 40, 2, 2, ""), ("南坪乡", 50, 2, 2, "")]);
    assert_eq!(run(&bare, &["close", "2023Q2"]).0, 0);
    table("2023Q3", &[("东河乡", 33, 2, 2, "人手紧张"), ("南坪乡", 45, 2, 3, "")]);
    assert_eq!(run(&bare, &["rollup"]).0, 1);
    let report = report(&bare);
    assert!(report.contains("检查企业78家次（除西山乡外的2个单位较上季度减少2家次，下降2.5%）"), "{report}");
    assert!(report.contains("人手紧张") && report.contains("南坪乡校验未通过，其数据已计入"), "{report}");
}

#[test]
fn figures_of_another_measure_are_not_compared_unless_a_factor_says_how() {
    let bare = county("", ITEMS);
    bare.replace("workspace.toml", "[\"jia\", \"yi\", \"bing\"]", "[\"jia\", \"yi\"]");
    for id in ["jia", "yi"] {
        town(&bare, "2023Q2", id, [1234, 4, 3], "");
        town(&bare, "2023Q3", id, [1234, 4, 3], "");
    }
    assert_eq!(run(&bare, &["close", "2023Q2"]).0, 0);
    let plugin = "plugins/work/plugin.toml";
    bare.replace(plugin, "label = \"检查\", measure = \"家次\"", "label = \"检查\", measure = \"百家次\"");
    let unit = |bare: &Bare| {
        let (exit, said) = run(bare, &["preview", "jia"]);
        assert_eq!(exit, 0, "{said}");
        said
    };
    let said = unit(&bare);
    let not = "检查企业1234百家次（上季度以“家次”计，不作比较），今年以来1234百家次（缺第一季度数据）\
         （第二季度以“家次”计，未计入）";
    assert!(said.contains(not), "{said}");
    assert_eq!(run(&bare, &["rollup"]).0, 0);
    let above = report(&bare);
    let not =
        "检查企业2468百家次（上季度以“家次”计，不作比较），今年以来2468百家次（缺第一季度数据）（第二季度以";
    assert!(above.contains(not) && !above.contains("持平），今年"), "{above}");
    let (_, said) = run(&bare, &["check"]);
    assert!(said.contains("plugin.toml") && said.contains("“检查”在 2023Q2 以“家次”计"), "{said}");

    bare.replace(
        plugin,
        "measure = \"百家次\", required",
        "measure = \"百家次\", factor = { \"家次\" = 0.01 }, required",
    );
    let said = unit(&bare);
    // 1,234 visits are 12.34 hundreds of them.
    let converted =
        "较上季度增加1222百家次，增长9900%，上季度数据由“家次”折算），今年以来1246百家次（缺第一季度数据）";
    assert!(said.contains(converted), "{said}");
    assert_eq!(run(&bare, &["rollup"]).0, 0);
    let above = report(&bare);
    assert!(
        above.contains("较上季度增加2443百家次，增长9900%，上季度数据由“家次”折算），今年以来2493"),
        "{above}"
    );
    assert!(!run(&bare, &["check"]).1.contains("“家次”计"));
}

#[test]
fn another_number_of_digits_is_another_scale() {
    let bare = county("", "{{#if facts.problem}}\n- {{facts.problem}}\n{{/if}}\n");
    bare.replace("workspace.toml", "[\"jia\", \"yi\", \"bing\"]", "[\"jia\"]");
    let plugin = "plugins/work/plugin.toml";
    let decimal = |scale: u32, measure: &str| {
        let text = PLUGIN.replace("MERGE", "");
        let text = text.replace(
            "label = \"检查\", measure = \"家次\"",
            &format!("label = \"投入\", kind = \"decimal\", scale = {scale}, measure = \"{measure}\""),
        );
        bare.write(plugin, text.replace("type = \"integer\", measure = \"家次\"", "type = \"decimal\""));
    };
    decimal(2, "万元");
    town(&bare, "2023Q2", "jia", [3, 4, 3], "");
    town(&bare, "2023Q3", "jia", [3, 4, 3], "");
    assert_eq!(run(&bare, &["close", "2023Q2"]).0, 0);
    let said = run(&bare, &["preview", "jia"]).1;
    assert!(said.contains("与上季度持平"), "{said}");
    decimal(1, "万元");
    let said = run(&bare, &["preview", "jia"]).1;
    assert!(said.contains("3.0万元（上季度小数位数不同，不作比较）"), "{said}");
    bare.replace(
        plugin,
        "scale = 1, measure = \"万元\"",
        "scale = 1, measure = \"万元\", factor = { \"万元\" = 1 }",
    );
    let said = run(&bare, &["preview", "jia"]).1;
    assert!(said.contains("3.0万元（与上季度持平）"), "{said}");
    // From 万元 to 亿元: 与上季度持平 would be untrue by four digits.
    decimal(2, "亿元");
    let said = run(&bare, &["preview", "jia"]).1;
    assert!(said.contains("3.00亿元（上季度以“万元”计，不作比较）"), "{said}");
}

#[test]
fn a_period_with_units_missing_is_closed_without_them_only_where_one_says_so() {
    let bare = county("", ITEMS);
    town(&bare, "2023Q3", "jia", [10, 8, 8], "");
    town(&bare, "2023Q3", "yi", [10, 8, 8], "");
    let (exit, said) = run(&bare, &["close", "2023Q3"]);
    assert!(exit == 1 && said.contains("[H002]") && said.contains("1 个单位未报送：bing"), "{said}");
    assert!(said.contains("--partial") && !bare.path("history").exists(), "{said}");
    let (exit, said) = run(&bare, &["close", "2023Q3", "--partial"]);
    assert!(exit == 0 && said.contains("单位 2 个"), "{exit} {said}");
}

#[test]
fn a_parent_has_figures_of_its_own_beside_its_towns() {
    // As a unit of the name of a declared parent, or as a parent that has a file anyway.
    for declared in [true, false] {
        let bare = county("", ITEMS);
        for id in ["jia", "yi", "bing"] {
            town(&bare, "2023Q3", id, [10, 8, 8], "");
            if !declared {
                let file = format!("data/2023Q3/{id}.toml");
                bare.replace(&file, "\n\n[work]", "\nparent = \"xian\"\n\n[work]");
            }
        }
        if !declared {
            let settings = fs::read_to_string(bare.path("workspace.toml")).unwrap();
            let (before, rest) = settings.split_once("[[parents]]").unwrap();
            bare.write("workspace.toml", format!("{before}{}", &rest[rest.find("[output]").unwrap()..]));
        }
        let file = if declared { "xianji" } else { "xian" };
        town(&bare, "2023Q3", file, [7, 2, 1], "");
        bare.replace(&format!("data/2023Q3/{file}.toml"), &format!("name = \"{file}\""), "name = \"某某县\"");
        let (exit, said) = run(&bare, &["rollup"]);
        assert_eq!(exit, 0, "{declared}: {said}");
        let [md, _, book, page] = everywhere(&bare);
        assert!(md.contains("检查企业37家次") && md.contains("由4个单位汇总"), "{md}");
        assert!(book.contains("某某县本级") && page.contains("某某县本级"), "{page}");
        // Filed below itself, and compared with next time.
        assert_eq!(run(&bare, &["close", "2023Q3"]).0, 0);
        bare.replace("workspace.toml", "period = \"2023Q3\"", "period = \"2023Q4\"");
        copy_period(&bare, "2023Q3", "2023Q4");
        let (exit, said) = run(&bare, &["rollup"]);
        assert_eq!(exit, 0, "{declared}: {said}");
        assert!(
            report(&bare).contains("检查企业37家次（与上季度持平），今年以来74家次"),
            "{}",
            report(&bare)
        );
    }
}

fn copy_period(bare: &Bare, from: &str, to: &str) {
    huibian_tests::copy(&bare.path(format!("data/{from}")), &bare.path(format!("data/{to}")));
}

#[test]
fn means_are_weighed_and_the_smallest_stands_in_report_workbook_and_page() {
    let bare = county("", ITEMS);
    let counts = "counts.days = { label = \"人均天数\", measure = \"天\", kind = \"decimal\", scale = 2, number = \"days\", \
         over_units = \"average\", weight = \"visits\", over_time = \"none\" }\n\
         counts.least = { label = \"最少\", measure = \"天\", number = \"least\", over_units = \"min\", over_time = \"min\" }\n\
         fields.days = { label = \"天数\", type = \"decimal\" }\nfields.least = { label = \"最少天数\", type = \"integer\" }\n";
    let plugin = fs::read_to_string(bare.path("plugins/work/plugin.toml")).unwrap();
    bare.write("plugins/work/plugin.toml", plugin.clone() + counts);
    let section = "# 开展检查\n\n{{#present \"days\"}}人均{{count \"days\"}}，{{/present}}{{#present \"least\"}}最少{{count \"least\"}}{{/present}}。\n";
    bare.write("plugins/work/sections/results.hbs", section);
    for (id, visits, days, least) in [("jia", 3, "2.5", 4), ("yi", 1, "0.1", 2), ("bing", 0, "9", 7)] {
        town(&bare, "2023Q3", id, [visits, 1, 1], &format!("days = {days}\nleast = {least}"));
    }
    let (exit, said) = run(&bare, &["rollup"]);
    assert_eq!(exit, 0, "{said}");
    let [md, docx, book, page] = everywhere(&bare);
    assert!(md.contains("人均1.90天，最少2天。") && docx.contains("人均1.90天，最少2天。"), "{md}");
    assert!(book.contains("MIN(") && book.contains("1.9"), "{book}");
    assert!(page.contains("1.90"), "{page}");
    for (from, to, says) in [
        (", weight = \"visits\"", "", "weight"),
        ("weight = \"visits\"", "weight = \"rate\"", "weight"),
        ("weight = \"visits\"", "weight = \"people\"", "people"),
        ("over_time = \"none\" }", "over_time = \"sum\" }", "over_time"),
    ] {
        bare.write("plugins/work/plugin.toml", plugin.clone() + &counts.replacen(from, to, 1));
        let (exit, said) = run(&bare, &["check"]);
        assert!(
            exit == 2 && (said.contains("[P031]") || said.contains("[P030]")) && said.contains(says),
            "{said}"
        );
    }
}

/// Amounts in 元, written in 万元.
fn money(bare: &Bare) {
    let shown = "shown = { measure = \"万元\", divide = 10000, scale = 2 }";
    let mut text = PLUGIN.replace("MERGE", "");
    for (name, label, rest) in [
        ("money", "投入", "parts = [\"people\", \"things\"], "),
        ("people", "人员", ""),
        ("things", "设备", ""),
    ] {
        let _ =
            writeln!(text, "fields.{name} = {{ label = \"{label}\", type = \"decimal\", measure = \"元\" }}");
        let _ = writeln!(
            text,
            "counts.{name} = {{ label = \"{label}\", measure = \"元\", kind = \"decimal\", scale = 2, number = \"{name}\", \
             {rest}{shown} }}"
        );
    }
    bare.write("plugins/work/plugin.toml", text);
    bare.write(
        "plugins/work/sections/results.hbs",
        "# 投入\n\n{{#present \"money\"}}投入{{count \"money\"}}{{/present}}，其中{{#present \"people\"}}人员{{count \"people\"}}\
         {{/present}}、{{#present \"things\"}}设备{{count \"things\"}}{{/present}}。\n\n{{#if rollup}}\n{{table \"money\"}}\n{{/if}}\n",
    );
    bare.write(
        "plugins/work/tables/money.toml",
        "columns = [{}, { align = \"right\" }, { align = \"right\" }, { align = \"right\" }]\nrows = \"units\"\ntotal = \"合计\"\n\
         head = [[\"单位\", \"人员\", \"设备\", \"投入\"]]\n\
         row = [\"{unit.name}\", { count = \"people\" }, { count = \"things\" }, \
         { count = \"money\" }]\n",
    );
}

#[test]
fn amounts_in_another_measure_add_up_in_rows_columns_and_text() {
    let bare = county("", ITEMS);
    money(&bare);
    for (id, people, things) in
        [("jia", 1_234_000, 1_234_000), ("yi", 1_234_000, 1_234_000), ("bing", 1_234_000, 5_000)]
    {
        let amount = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
        let rest = format!(
            "money = {}\npeople = {}\nthings = {}",
            amount(people + things),
            amount(people),
            amount(things)
        );
        town(&bare, "2023Q3", id, [1, 1, 1], &rest);
    }
    let (exit, said) = run(&bare, &["rollup"]);
    assert_eq!(exit, 0, "{said}");
    let md = report(&bare);
    let rows: Vec<Vec<&str>> = md
        .lines()
        .filter(|line| line.starts_with('|') && line.contains('.'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 4, "{md}");
    let cents = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    for row in &rows {
        assert_eq!(cents(row[1]) + cents(row[2]), cents(row[3]), "{md}");
    }
    for column in 1..4 {
        let sum: i64 = rows[..3].iter().map(|row| cents(row[column])).sum();
        assert_eq!(sum, cents(rows[3][column]), "{md}");
    }
    // The whole is 6.175: the same in the table and in the text, and both say where the rest went.
    let said = format!("投入{}万元，其中人员{}万元、设备{}万元。", rows[3][3], rows[3][1], rows[3][2]);
    assert!(rows[3][3] == "6.18" && md.contains(&said), "{said}\n{md}");
    assert!(md.contains("舍位平衡") && md.contains("镇的“"), "{md}");
    let (exit, unit) = run(&bare, &["preview", "jia"]);
    assert!(exit == 0 && unit.contains("投入2.47万元，其中人员1.24万元、设备1.23万元"), "{unit}");
    assert!(unit.contains("“人员”的末位按舍位平衡作了调整"), "{unit}");
}

#[test]
fn a_plugin_and_its_counts_and_fields_carry_on_under_other_names() {
    let bare = two_of_three();
    town(&bare, "2023Q3", "bing", [250, 4, 3], "");
    bare.write("wording/work/problems.hbs", "- 本地表述\n");
    bare.replace(
        "workspace.toml",
        "[output]",
        "[checks.enough]\nrule = \"counts['work/visits'] > 100\"\nmessage = \"检查{work/visits}家次，偏少。\"\n\n[output]",
    );
    let before = run(&bare, &["preview", "jia"]).1;
    assert!(
        before.contains("较上季度增加1家次，增长10%")
            && before.contains("偏少")
            && before.contains("本地表述"),
        "{before}"
    );
    fs::rename(bare.path("plugins/work"), bare.path("plugins/inspection")).unwrap();
    bare.replace("workspace.toml", "plugins = [\"work\"]", "plugins = [\"inspection\"]");
    let text = PLUGIN.replace("MERGE", "").replace("id = \"work\"", "id = \"inspection\"\nwas = [\"work\"]");
    let text = text.replace("fields.visits_total = {", "fields.checks_total = { was = [\"visits_total\"],");
    let text = text.replace("counts.visits = {", "counts.checks = { was = [\"visits\"],");
    bare.write(
        "plugins/inspection/plugin.toml",
        text.replace("number = \"visits_total\"", "number = \"checks_total\""),
    );
    bare.write("plugins/inspection/sections/results.hbs", RESULTS.replace("\"visits\"", "\"checks\""));
    let after = run(&bare, &["preview", "jia"]).1;
    assert!(after.contains("检查企业11家次（较上季度增加1家次，增长10%），今年以来26家次"), "{after}");
    assert!(after.contains("偏少") && after.contains("本地表述"), "{after}");
    let (exit, said) = run(&bare, &["rollup"]);
    assert_eq!(exit, 0, "{said}");
    assert!(report(&bare).contains("检查企业274家次（较上季度增加52家次，增长23.4%）"), "{}", report(&bare));
}
