//! Tables as data: what they come to in a unit's report and in a roll-up, in every format, and what is found wrong with
//! them before any unit is read.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::process::Output;

use huibian_tests::readers::{ask, readers};
use huibian_tests::{Workspace, root};

const UNITS: &str = "templates/tables/opinion.toml";

fn fixture(name: &str) -> String {
    fs::read_to_string(root().join(format!("tests/fixtures/tables/{name}.toml"))).unwrap()
}

/// A workspace whose report places tables of all kinds, the plugin's own in its section.
fn workspace() -> Workspace {
    let workspace = Workspace::new();
    workspace.write(UNITS, &fixture("opinion"));
    workspace.write("templates/tables/works.toml", &fixture("works"));
    workspace.write("templates/tables/units.toml", &fixture("units"));
    workspace.write("plugins/theory-study/tables/sessions.toml", &fixture("sessions"));
    let section = workspace.read("plugins/theory-study/sections/results.hbs");
    workspace.write("wording/theory-study/results.hbs", &format!("{section}\n{{{{table \"sessions\"}}}}\n"));
    workspace.replace(
        "templates/ideology.hbs",
        "## 存在的问题",
        "{{#if rollup}}\n各单位主要数据如下表。\n\n{{table \"units\"}}\n{{/if}}\n\n\
         {{table \"works\"}}\n\n{{#if rollup}}\n## 各单位情况\n\n{{table \"opinion\"}}\n{{/if}}\n\n## 存在的问题",
    );
    workspace
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Runs a command that has to do all it was asked.
fn run(workspace: &Workspace, arguments: &[&str]) {
    let output = workspace.run(&[&["--lang", "en"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

/// Holds a text against the file that says what it should be.
fn expect(name: &str, found: &str) {
    let path = root().join("tests/expected/tables").join(name);
    if std::env::var_os("HUIBIAN_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == expected, "{}:\n{found}", path.display());
}

#[test]
fn a_unit_and_the_unit_above_print_their_tables() {
    let workspace = workspace();
    run(&workspace, &["batch", "--format", "md", "--format", "txt"]);
    let place = "out/ideology/2023Q2";
    expect("云溪镇.md", &workspace.read(&format!("{place}/云溪镇.md")));
    expect("云溪镇.txt", &workspace.read(&format!("{place}/云溪镇.txt")));
    run(&workspace, &["rollup", "--format", "md"]);
    let above = workspace.read(&format!("{place}/rollup/某某县.md"));
    expect("某某县.md", &above);
    // The last row is what a reader comes to who adds up the rows, and the rate follows from it.
    let rows: Vec<Vec<&str>> = above
        .lines()
        .skip_while(|line| !line.contains("各单位网络舆情"))
        .filter(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let (total, units) = rows[2..].split_last().unwrap();
    assert_eq!(units.len(), 7);
    let column = |at: usize| -> u32 { units.iter().filter_map(|row| row[at].parse::<u32>().ok()).sum() };
    for at in [3, 4, 5, 7] {
        assert_eq!(total[at], column(at).to_string(), "column {at}");
    }
    let (handled, found) = (column(5), column(4));
    let tenths = (handled * 2000 + found) / (found * 2);
    assert_eq!(total[6], format!("{}.{}%", tenths / 10, tenths % 10));
    assert!(above.contains("·处置率 |") && !above.contains("（%）"), "{above}");
}

#[test]
fn a_ledger_that_is_empty_says_so_and_one_that_was_not_given_is_no_table() {
    let workspace = workspace();
    let said = |unit: &str| told(&workspace.run(&["preview", unit]));
    let given = said("云溪镇");
    assert!(given.contains("1\t4月12日\t《基层治理读本》\t集体学习\n2\t6月14日"), "{given}");
    let typed = said("qinghe");
    assert!(!typed.contains("\n学习情况\n"), "{typed}");
    workspace.replace(
        "plugins/theory-study/tables/sessions.toml",
        "topic != '《公文写作常识》'",
        "topic == '无'",
    );
    let none = said("云溪镇");
    assert!(none.contains("学习情况\n序号\t日期\t主题\t形式\n未组织学习"), "{none}");
}

#[test]
fn a_count_from_the_years_beginning_is_known_before_anything_is_filed() {
    let workspace = workspace();
    let count = "{ count = \"online-opinion/found\" }";
    workspace.replace(
        "templates/tables/works.toml",
        count,
        "{ count = \"online-opinion/found\", period = \"to_date\" }",
    );
    let said = told(&workspace.run(&["preview", "云溪镇"]));
    assert!(said.contains("发现与处置\t3\t2\t5"), "{said}");
}

#[test]
fn a_unit_that_has_not_reported_has_a_row_and_is_in_no_sum() {
    let workspace = workspace();
    fs::remove_file(workspace.path("data/2023Q2/shiqiao.toml")).unwrap();
    let output = workspace.run(&["rollup", "--format", "md"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let above = workspace.read("out/ideology/2023Q2/rollup/某某县.md");
    assert!(above.contains("| shiqiao | — | — | — | — | — |"), "{above}");
    assert!(above.contains("| 合计 |  |"), "{above}");
}

#[test]
fn a_figure_in_a_table_names_its_count_and_records() {
    let workspace = workspace();
    run(&workspace, &["batch", "--format", "html"]);
    let page = workspace.read("out/ideology/2023Q2/云溪镇.html");
    let table = &page[page.find("主要工作情况").unwrap()..];
    assert!(table.contains("<th scope=\"col\" class=\"table_head\">类别</th>"), "{table}");
    assert!(table.contains("rowspan=\"3\">学习</td>"), "{table}");
    assert!(table.contains("theory-study/sessions") && table.contains("sessions#1-3"), "{table}");
    run(&workspace, &["rollup", "--format", "html"]);
    let page = workspace.read("out/ideology/2023Q2/rollup/某某县.report.html");
    let table = &page[page.find("<div class=\"table landscape\"").unwrap()..];
    assert!(table.contains("colspan=\"3\">不良导向信息</th>"), "{table}");
    assert!(table.contains("云溪镇 items#1-3") && table.contains("units 5/7"), "{table}");
}

#[test]
fn documents_with_tables_are_valid_and_turn_the_page() {
    let workspace = workspace();
    run(&workspace, &["batch", "--format", "docx"]);
    run(&workspace, &["rollup", "--format", "docx"]);
    let place = workspace.path("out/ideology/2023Q2");
    let documents = [place.join("云溪镇.docx"), place.join("rollup/某某县.docx")];
    let part = |file: &std::path::Path| {
        let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
        std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap()
    };
    let (own, above) = (part(&documents[0]), part(&documents[1]));
    assert_eq!(own.matches("<w:tblHeader/>").count(), 2);
    assert!(own.contains(r#"<w:vMerge w:val="restart"/>"#) && !own.contains("w:orient"));
    assert_eq!(above.matches("<w:tblHeader/>").count(), 5, "heads of two rows, and of one");
    assert!(above.contains(r#"<w:gridSpan w:val="3"/>"#) && above.contains(r#"w:orient="landscape""#));
    let Some(home) = readers() else { return };
    for (file, faults) in ask::<Vec<String>>(&home, "packages.py", &documents) {
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
    }
}

/// What `check` says in both languages; it must exit with 2.
fn check(workspace: &Workspace) -> [String; 2] {
    ["zh", "en"].map(|lang| {
        let (code, said) = workspace.check(lang);
        assert_eq!(code, 2, "{said}");
        said
    })
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of faults")]
fn what_is_wrong_with_a_table_is_found_before_any_unit_is_read() {
    let mut missed = Vec::new();
    for (from, to, expected) in [
        ("landscape", "landscap", ["W003", "opinion.toml:3:1", "landscape", "landscape"]),
        ("_rate\" },\n", "_rate\", mesure = true },\n", ["W003", "opinion.toml:30:45", "measure", "measure"]),
        ("share = 5", "share = \"5\"", ["W004", "opinion.toml:6:13", "5", "5"]),
        ("share = 5", "share = 0", ["W004", "opinion.toml:6:13", "0", "0"]),
        (
            "columns = [\n",
            "columns = [\n  { align = \"middle\" },\n",
            ["W004", "opinion.toml:5:13", "middle", "middle"],
        ),
        (
            "/found\" }",
            "/foud\" }",
            ["T042", "opinion.toml:28:14", "online-opinion/found", "online-opinion/found"],
        ),
        ("{unit.name}\",", "{unit.nam}\",", ["T042", "opinion.toml:26:5", "unit.name", "unit.name"]),
        ("rows = \"units\"", "rows = \"unit\"", ["T042", "opinion.toml:23:9", "units", "units"]),
        (
            "rows = \"units\"",
            "rows = \"online-opinion/item\"",
            ["T042", "opinion.toml:23:9", "online-opinion/items", "online-opinion/items"],
        ),
        (
            "counts['online-opinion/handled']\" }",
            "counts['online-opinion/handle']\" }",
            ["P035", "opinion.toml:31:54", "online-opinion/handled", "online-opinion/handled"],
        ),
        ("- counts['online-opinion/handled']", "- ", ["P034", "opinion.toml:31:46", "expr", "expr"]),
        ("columns = 3", "columns = 4", ["T041", "opinion.toml:14:3", "占了 8 列", "takes 8 columns"]),
        ("columns = 3", "columns = 2", ["T041", "opinion.toml:14:3", "只占了 6 列", "takes 6 of"]),
        ("\"处置（条）\", ", "", ["T041", "opinion.toml:21:3", "只占了 6 列", "takes 6 of"]),
        ("\"{row.number}\",\n", "", ["T041", "opinion.toml:24:7", "只占了 6 列", "takes 6 of"]),
        (
            "text = \"单位\", rows = 2",
            "text = \"单位\", rows = 3",
            ["T041", "opinion.toml:16:5", "只有 2 行", "2 rows"],
        ),
        (
            "text = \"单位\", rows = 2",
            "text = \"单位\", rows = 0",
            ["T041", "opinion.toml:16:5", "至少为 1", "1 at least"],
        ),
        (
            "text = \"单位\", rows = 2",
            "rows = 2",
            ["T043", "opinion.toml:16:5", "什么也没写", "says nothing"],
        ),
        (
            "text = \"单位\", rows = 2",
            "text = \"单位\", sum = \"row\", rows = 2",
            ["T043", "opinion.toml:16:5", "写了几样", "several things"],
        ),
        (
            "text = \"单位\", rows = 2",
            "count = \"online-opinion/found\", rows = 2",
            ["T043", "opinion.toml:16:5", "表头只写", "a head holds"],
        ),
        (
            "{ count = \"online-opinion/found\" }",
            "{ column = \"date\" }",
            ["T043", "opinion.toml:28:14", "只有台账", "only a ledger"],
        ),
        (
            "{ count = \"online-opinion/found\" }",
            "{ count = \"online-opinion/found\", period = \"to_date\" }",
            ["T043", "opinion.toml:28:46", "上期", "the one before"],
        ),
        (
            "{ count = \"online-opinion/found\" }",
            "{ sum = \"row\" }",
            ["T043", "opinion.toml:24:7", "不能横向合计", "cannot be added up"],
        ),
        ("row = [", "where = \"true\"\nrow = [", ["T043", "opinion.toml:24:9", "才能筛选", "can be chosen"]),
        ("rows = \"units\"", "rows = []", ["T043", "opinion.toml:24:7", "用不到", "no use"]),
        (
            "\"{row.number}\",\n  \"{unit.name}\",\n",
            "{ count = \"online-opinion/found\", columns = 2 },\n",
            ["T044", "opinion.toml:32:9", "没有地方写", "no room"],
        ),
        (
            "share = 5 }",
            "share = 5, total = \"sum\" }",
            ["T044", "opinion.toml:33:9", "第 2 列没有数字", "column 2 holds no"],
        ),
        ("\"right\", share = 3 },\n]", "\"right\", share = 3, total = \"sum\" },\n]", ["", "", "", ""]),
    ] {
        let workspace = workspace();
        workspace.replace(UNITS, from, to);
        if expected[0].is_empty() {
            assert_eq!(workspace.check("zh").0, 0, "{to}");
            continue;
        }
        let said = check(&workspace);
        for (said, words) in said.iter().zip([expected[2], expected[3]]) {
            let place = format!("templates/tables/{}", expected[1]);
            let faults = said.matches("error[").count() + said.matches("错误[").count();
            if !(said.contains(expected[0]) && said.contains(&place) && said.contains(words) && faults == 1) {
                missed.push(format!("{to} ({place} {words}): {said}"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_value_that_does_not_fit_hides_no_other_and_is_told_in_the_language() {
    let workspace = workspace();
    workspace.replace(UNITS, "landscape = true", "landscape = \"yes\"");
    workspace.replace(UNITS, "{ align = \"center\", share = 2 }", "{ align = \"middle\", share = \"a\" }");
    workspace.replace(UNITS, "total = \"合计\"", "total = 3");
    let [zh, en] = check(&workspace);
    for (said, words) in [
        (
            &zh,
            [
                "应为是或否",
                "没有 middle 这个选项",
                "left, center, right",
                "应为正整数，写的是 \"a\"",
                "应为文字",
            ],
        ),
        (
            &en,
            [
                "true or false",
                "no choice middle",
                "left, center, right",
                "a whole number from 1",
                "be text, not 3",
            ],
        ),
    ] {
        assert_eq!(said.matches("[W004]").count(), 4, "{said}");
        for words in words {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
    workspace.write(UNITS, &fixture("opinion"));
    workspace.replace(UNITS, "counts['online-opinion/found'] -", "counts['online-opinion/found'] = 1 -");
    let [zh, en] = check(&workspace);
    assert!(zh.contains("P034") && zh.contains("从“= 1 - ") && !zh.contains("input"), "{zh}");
    assert!(en.contains("cannot be read from = 1 - "), "{en}");
}

#[test]
fn rates_are_never_added_up() {
    for (file, from, to) in [
        (
            UNITS,
            "{ align = \"right\", share = 3 },\n  { align = \"right\", share = 3 },\n]",
            "{ align = \"right\", share = 3, total = \"sum\" },\n  { align = \"right\", share = 3 },\n]",
        ),
        (
            "templates/tables/works.toml",
            "{ count = \"online-opinion/handled\" }, { sum = \"row\" }",
            "{ count = \"online-opinion/handling_rate\" }, \"\"",
        ),
        ("templates/tables/works.toml", "* 0.25\"", "/ counts['online-opinion/found']\""),
    ] {
        let workspace = workspace();
        workspace.replace(file, from, to);
        for said in check(&workspace) {
            assert!(said.contains("T044") || said.contains("T043"), "{to}: {said}");
        }
    }
}

#[test]
fn tables_that_are_not_there_twice_or_for_nobody_are_told() {
    let other = workspace();
    other.replace("templates/ideology.hbs", "{{table \"works\"}}", "{{table \"work\"}}");
    for said in check(&other) {
        assert!(said.contains("T040") && said.contains("templates/ideology.hbs:27:10"), "{said}");
        assert!(said.contains("works") && said.contains("opinion"), "{said}");
    }
    // A plugin's section knows its own by their bare names, and not those of others.
    other.replace("templates/ideology.hbs", "{{table \"work\"}}", "{{table \"theory-study/sessions\"}}");
    other.write("wording/propaganda/plan.hbs", "- 按月通报\n\n{{table \"sessions\"}}\n");
    for said in check(&other) {
        assert!(said.contains("T040") && said.contains("wording/propaganda/plan.hbs:3:10"), "{said}");
    }
    let twice = workspace();
    twice.write("templates/tables/Sessions.toml", &fixture("works"));
    for said in check(&twice) {
        assert!(
            said.contains("T045") && said.contains("plugins/theory-study/tables/sessions.toml"),
            "{said}"
        );
    }
    let unused = workspace();
    unused.write("templates/tables/spare.toml", &fixture("works"));
    for (lang, words) in [("zh", "没有模板使用"), ("en", "no template places")] {
        let output = unused.run(&["--lang", lang, "check"]);
        let said = told(&output);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("spare") && said.contains(words), "{said}");
        assert!(!said.contains("opinion"), "{said}");
    }
}

#[test]
fn a_table_that_changed_is_made_anew() {
    let workspace = workspace();
    run(&workspace, &["batch"]);
    let before = workspace.read("out/ideology/2023Q2/云溪镇.md");
    workspace.replace("plugins/theory-study/tables/sessions.toml", "学习情况", "学习一览");
    run(&workspace, &["batch"]);
    assert_eq!(
        workspace.read("out/ideology/2023Q2/云溪镇.md"),
        before.replace("\n学习情况\n", "\n学习一览\n")
    );
}

#[test]
fn a_plugins_own_tables_are_there_when_it_is_tried_alone() {
    let workspace = workspace();
    let section = workspace.read("wording/theory-study/results.hbs");
    workspace.write("plugins/theory-study/sections/results.hbs", &section);
    let output = workspace.run(&["plugin", "test", "plugins/theory-study", "--bless"]);
    assert!(output.status.success(), "{}", told(&output));
    let manifest = workspace.read("plugins/theory-study/plugin.toml");
    assert!(manifest.contains("| 序号 | 日期 | 主题 | 形式 |"), "{manifest}");
    workspace.replace("plugins/theory-study/tables/sessions.toml", "\"topic\"", "\"topics\"");
    let output = workspace.run(&["plugin", "check", "plugins/theory-study"]);
    assert!(told(&output).contains("T042"), "{}", told(&output));
}

/// The table that a page of the documentation shows.
fn documented(page: &str) -> String {
    let text = fs::read_to_string(root().join("docs").join(page)).unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix("    "));
    let mut shown: Vec<&str> = lines.skip_while(|line| !line.starts_with("caption =")).collect();
    shown.truncate(shown.iter().position(|line| line.starts_with("total =")).unwrap() + 1);
    shown.join("\n")
}

#[test]
fn the_documented_table_is_a_table() {
    for page in ["templates.md", "templates.zh-CN.md"] {
        let workspace = workspace();
        workspace.write(UNITS, &documented(page));
        run(&workspace, &["rollup", "--format", "md"]);
        let above = workspace.read("out/ideology/2023Q2/rollup/某某县.md");
        assert!(above.contains("·处置率 |"), "{above}");
        assert!(above.contains("| 合计 | 16 | 13 | 81.3% |"), "{above}");
    }
}
