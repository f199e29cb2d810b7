//! Periods are closed, amended and imported, and the next ones compare with them.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;

use huibian_tests::bare::Bare;

/// A workspace with one section without code, its data by period, and wording that compares.
fn workspace(section: &str) -> Bare {
    let bare = Bare::new(&["safety-production"]);
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare.write("wording/safety-production/results.hbs", format!("# 安全生产\n\n{section}\n"));
    bare.replace(
        "templates/bare.hbs",
        "{{slot \"results\"}}",
        "{{slot \"results\"}}\n\n{{slot \"problems\"}}",
    );
    bare.replace("templates/bare.hbs", "+++\n#", "\n[slots.problems]\nkind = \"items\"\n+++\n#");
    bare
}

/// Writes a unit's three numbers of a period.
fn unit(bare: &Bare, period: &str, id: &str, [inspections, hazards, rectified]: [u32; 3]) {
    let text = format!(
        "[unit]\nname = \"某某镇{id}\"\n\n[safety-production]\ninspections_total = {inspections}\n\
         hazards_total = {hazards}\nrectified_total = {rectified}\n"
    );
    bare.write(format!("data/{period}/{id}.toml"), text);
}

/// Runs the program and returns its exit code and all it said.
fn run(bare: &Bare, arguments: &[&str]) -> (i32, String) {
    let output = bare.run(&[&["--lang", "zh"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

fn closes(bare: &Bare, period: &str) -> String {
    let (exit, said) = run(bare, &["close", period]);
    assert_eq!(exit, 0, "{said}");
    said
}

/// A unit's report of a period, as text.
fn report(bare: &Bare, period: &str, unit: &str) -> String {
    let (exit, said) = run(bare, &["--period", period, "preview", unit]);
    assert_eq!(exit, 0, "{said}");
    said
}

const CHANGE: &str = "检查{{count \"inspections\"}}（{{change \"inspections\"}}），隐患{{count \"hazards\"}}（{{change \"hazards\"}}），\
     整改{{count \"rectified\"}}（{{change \"rectified\"}}）{{#present \"rectification_rate\"}}，整改率{{count \"rectification_rate\"}}\
     （{{change \"rectification_rate\"}}）{{/present}}。";

#[test]
fn the_next_period_says_what_changed() {
    let bare = workspace(CHANGE);
    unit(&bare, "2023Q1", "a", [10, 0, 0]);
    unit(&bare, "2023Q1", "b", [5, 187, 184]);
    let said = report(&bare, "2023Q1", "a");
    assert!(said.contains("检查10家次（首次填报）"), "{said}");
    let said = closes(&bare, "2023Q1");
    assert!(said.contains("2023Q1 已结账：单位 2 个，存入"), "{said}");
    unit(&bare, "2023Q2", "a", [12, 3, 0]);
    unit(&bare, "2023Q2", "b", [4, 187, 180]);
    unit(&bare, "2023Q2", "c", [4, 1, 1]);
    let said = report(&bare, "2023Q2", "a");
    assert!(said.contains("检查12家次（较上季度增加2家次，增长20%）"), "{said}");
    assert!(said.contains("隐患3处（上季度为0，本季度为3处），整改0处（与上季度持平）"), "{said}");
    let said = report(&bare, "2023Q2", "b");
    assert!(said.contains("检查4家次（较上季度减少1家次，下降20%）"), "{said}");
    assert!(said.contains("整改率96.3%（较上季度下降2.1个百分点）"), "184/187 is 98.4: {said}");
    let said = report(&bare, "2023Q2", "c");
    assert!(said.contains("检查4家次（上季度无可比数据）"), "{said}");
}

#[test]
fn figures_of_a_change_can_be_traced() {
    let bare = workspace(CHANGE);
    bare.replace("workspace.toml", "formats = [\"md\"]", "formats = [\"docx\"]");
    unit(&bare, "2023Q1", "a", [10, 2, 2]);
    closes(&bare, "2023Q1");
    unit(&bare, "2023Q2", "a", [12, 2, 2]);
    assert_eq!(run(&bare, &["batch"]).0, 0);
    let file = fs::File::open(bare.path("out/a.docx")).unwrap();
    let mut document = String::new();
    let mut package = zip::ZipArchive::new(file).unwrap();
    std::io::Read::read_to_string(&mut package.by_name("word/document.xml").unwrap(), &mut document).unwrap();
    for name in ["safety_production_inspections_chan", "safety_production_inspections_grow"] {
        assert!(document.contains(&format!("w:name=\"{name}")), "{document}");
    }
}

#[test]
fn a_year_to_date_adds_flows_and_says_what_it_lacks() {
    let section = "累计检查{{to_date \"inspections\"}}，整改率{{#present \"rectification_rate\" \"to_date\"}}\
         {{to_date \"rectification_rate\"}}{{else}}不适用{{/present}}，\
         {{#present \"inspections\" \"last_year\"}}上年同期{{last_year \"inspections\"}}{{else}}上年同期无记录{{/present}}，\
         {{change \"inspections\" \"last_year\"}}。";
    let bare = workspace(section);
    for (period, numbers) in [("2022Q3", [9, 1, 1]), ("2023Q1", [10, 4, 1]), ("2023Q2", [20, 4, 2])] {
        unit(&bare, period, "a", numbers);
        closes(&bare, period);
    }
    unit(&bare, "2023Q3", "a", [12, 2, 2]);
    let said = report(&bare, "2023Q3", "a");
    assert!(
        said.contains("累计检查42家次，整改率50.0%，上年同期9家次，较上年同期增加3家次，增长33.3%。"),
        "{said}"
    );
    fs::remove_file(bare.path("history/bare/2023Q1.jsonl")).unwrap();
    let said = report(&bare, "2023Q3", "a");
    assert!(said.contains("累计检查32家次（缺第一季度数据），整改率66.7%（缺第一季度数据）"), "{said}");
    fs::remove_file(bare.path("history/bare/2022Q3.jsonl")).unwrap();
    let said = report(&bare, "2023Q3", "a");
    assert!(said.contains("上年同期无记录，上年同期无可比数据。"), "{said}");
}

#[test]
fn a_cumulative_period_compares_with_the_quarters_it_is_made_of() {
    let bare = workspace(
        "{{change \"inspections\" \"last_year\"}}；{{change \"rectification_rate\" \"last_year\"}}；{{change \"branches\" \"last_year\"}}。",
    );
    let manifest = "plugins/safety-production/plugin.toml";
    bare.replace(
        manifest,
        "[counts.inspections]",
        "[counts.branches]\nlabel = \"网点\"\nmeasure = \"个\"\nrequired = true\nover_time = \"last\"\n\
         number = \"hazards_total\"\n\n[counts.inspections]",
    );
    bare.replace(
        "wording/safety-production/results.hbs",
        "{{change \"rectification_rate\" \"last_year\"}}",
        "{{#present \"rectification_rate\"}}{{change \"rectification_rate\" \"last_year\"}}{{/present}}",
    );
    for (period, numbers) in [("2022Q1", [10, 4, 1]), ("2022Q2", [20, 4, 2]), ("2022Q3", [10, 2, 2])] {
        unit(&bare, period, "a", numbers);
        closes(&bare, period);
    }
    unit(&bare, "2023Q1-Q3", "a", [50, 4, 3]);
    let said = report(&bare, "2023Q1-Q3", "a");
    // The flows sum to 40, the rate is 5/10 and not a mean, the stock is the last one's.
    assert!(
        said.contains(
            "较上年同期增加10家次，增长25%；较上年同期提高25.0个百分点；较上年同期增加2个，增长100%。"
        ),
        "{said}"
    );
    fs::remove_file(bare.path("history/bare/2022Q2.jsonl")).unwrap();
    let said = report(&bare, "2023Q1-Q3", "a");
    assert!(said.contains("上年同期无可比数据；上年同期无可比数据；较上年同期增加2个，增长100%。"), "{said}");
}

#[test]
fn what_is_filed_changes_only_as_an_amendment() {
    let bare = workspace(CHANGE);
    unit(&bare, "2023Q1", "a", [10, 2, 2]);
    unit(&bare, "2023Q1", "b", [5, 2, 2]);
    closes(&bare, "2023Q1");
    let first = fs::read_to_string(bare.path("history/bare/2023Q1.jsonl")).unwrap();
    assert_eq!(
        unsealed(first.lines().next().unwrap()),
        "{\"report\":\"bare\",\"period\":\"2023Q1\",\"version\":1,\"plugins\":[{\"id\":\"safety-production\",\"version\":\"0.1.0\"}]}\n"
    );
    assert!(closes(&bare, "2023Q1").contains("2023Q1 已结过账，数据相同"));
    unit(&bare, "2023Q1", "a", [11, 2, 2]);
    let (exit, said) = run(&bare, &["close", "2023Q1"]);
    assert!(exit == 1 && said.contains("[H003]"), "{said}");
    assert!(said.contains("某某镇a safety-production/inspections 10→11"), "{said}");
    assert!(!bare.path("history/bare/2023Q1.2.jsonl").exists());
    let (exit, said) = run(&bare, &["close", "2023Q1", "--amend"]);
    assert!(exit == 0 && said.contains("某某镇a：检查 10 → 11") && said.contains("第 2 份"), "{said}");
    assert_eq!(fs::read_to_string(bare.path("history/bare/2023Q1.jsonl")).unwrap(), first);
    let second = fs::read_to_string(bare.path("history/bare/2023Q1.2.jsonl")).unwrap();
    assert!(second.contains("\"before\":{\"safety-production/inspections\":\"10\"}"), "{second}");
    assert_eq!(second.lines().nth(2), first.lines().nth(2), "one unit's change is one line's");
    unit(&bare, "2023Q2", "a", [12, 2, 2]);
    let said = report(&bare, "2023Q2", "a");
    assert!(said.contains("较上季度增加1家次，增长9.1%"), "{said}");
}

#[test]
fn another_measure_with_the_same_digits_is_another_figure() {
    let bare = workspace(CHANGE);
    unit(&bare, "2023Q1", "a", [10, 2, 2]);
    closes(&bare, "2023Q1");
    bare.replace(
        "plugins/safety-production/plugin.toml",
        "label = \"检查\"\nmeasure = \"家次\"",
        "label = \"检查\"\nmeasure = \"次\"\nfactor = { \"家次\" = 1 }",
    );
    let (exit, said) = run(&bare, &["close", "2023Q1"]);
    assert!(exit == 1 && said.contains("safety-production/inspections 10家次→10次"), "{said}");
    let (exit, said) = run(&bare, &["close", "2023Q1", "--amend"]);
    assert!(exit == 0 && said.contains("检查 10家次 → 10次") && said.contains("第 2 份"), "{said}");
    let second = fs::read_to_string(bare.path("history/bare/2023Q1.2.jsonl")).unwrap();
    assert!(second.contains("\"value\":\"10\",\"measure\":\"次\""), "{second}");
    assert!(closes(&bare, "2023Q1").contains("2023Q1 已结过账，数据相同"));
}

#[test]
fn a_period_with_faults_is_not_closed() {
    let bare = workspace(CHANGE);
    unit(&bare, "2023Q1", "a", [10, 2, 2]);
    unit(&bare, "2023Q1", "b", [10, 2, 3]);
    bare.write(
        "data/2023Q1/c.toml",
        "[unit]\nname = \"某某镇c\"\n\n[safety-production]\ninspections_total = 1\n",
    );
    let (exit, said) = run(&bare, &["close", "2023Q1"]);
    assert!(exit == 1 && said.contains("[H002]") && said.contains("某某镇b、某某镇c"), "{said}");
    assert!(said.contains("[U003]") && said.contains("整改3处，多于隐患2处"), "{said}");
    assert!(!bare.path("history").exists());
    let (exit, said) = run(&bare, &["close", "2023Q1", "--partial"]);
    assert!(exit == 1 && said.contains("单位 1 个，略去 2 个"), "{said}");
    let filed = fs::read_to_string(bare.path("history/bare/2023Q1.jsonl")).unwrap();
    assert!(filed.contains("\"without\":[\"b\",\"c\"]") && filed.lines().count() == 2, "{filed}");
}

#[test]
fn filing_is_the_same_on_one_thread_and_many() {
    let bare = workspace(CHANGE);
    for number in 0..40 {
        unit(&bare, "2023Q1", &format!("u{number}"), [number, 2, 2]);
    }
    let mut filed = Vec::new();
    for jobs in ["1", "7"] {
        let (exit, said) = run(&bare, &["close", "2023Q1", "--jobs", jobs]);
        assert_eq!(exit, 0, "{said}");
        filed.push(fs::read(bare.path("history/bare/2023Q1.jsonl")).unwrap());
        fs::remove_dir_all(bare.path("history")).unwrap();
    }
    assert_eq!(filed[0], filed[1]);
}

#[test]
fn earlier_periods_are_imported_from_a_table() {
    let bare = workspace(CHANGE);
    unit(&bare, "2023Q2", "a", [12, 2, 2]);
    bare.write(
        "old.csv",
        "\u{FEFF}报告期,单位,单位名称,检查,safety-production/hazards,整改,整改率\n\
         2023Q1,某某镇a,,10,187,184,98.6\n2022Q2,a,,6,,,\n2022Q2,old,旧镇,1,2,2,100%\n",
    );
    let (exit, said) = run(&bare, &["history", "import", "old.csv"]);
    assert!(exit == 0, "{said}");
    assert!(
        said.contains("整改率填为98.6%，按分子、分母计算应为98.4%") && said.contains("old.csv:2:"),
        "{said}"
    );
    let said = report(&bare, "2023Q2", "a");
    assert!(said.contains("较上季度增加2家次，增长20%"), "{said}");
    assert!(said.contains("整改率100.0%（较上季度提高1.6个百分点）"), "{said}");
    let filed = fs::read_to_string(bare.path("history/bare/2022Q2.jsonl")).unwrap();
    assert!(filed.contains("旧镇") && filed.contains("\"from\":[\"old.csv:3\"]"), "{filed}");
    let line = filed.lines().nth(1).unwrap();
    assert!(!line.contains("hazards"), "an empty cell is missing: {line}");
    // A table that gives one number leaves the others as they are.
    bare.write("more.csv", "单位,检查\na,9\n");
    let (exit, said) = run(&bare, &["--period", "2023Q1", "history", "import", "more.csv"]);
    assert!(exit == 1 && said.contains("[H003]"), "{said}");
    let (exit, said) = run(&bare, &["--period", "2023Q1", "history", "import", "more.csv", "--amend"]);
    assert!(exit == 0 && said.contains("某某镇a：检查 10 → 9") && said.contains("改动 1 项"), "{said}");
}

#[test]
fn a_table_with_a_mistake_is_not_imported() {
    let bare = workspace(CHANGE);
    unit(&bare, "2023Q2", "a", [12, 2, 2]);
    for (table, says) in [
        ("报告期,单位,检察\n2023Q1,a,1\n", "没有“检察”这项数据"),
        ("报告期,检查\n2023Q1,1\n", "缺少单位"),
        ("报告期,单位,检查\n2023Q1,aa,1\n", "没有单位“aa”"),
        ("报告期,单位,检查\n2023Q5,a,1\n", "“2023Q5”不是报告期"),
        ("单位,检查\na,1\n", "没有写报告期"),
        ("报告期,单位,检查\n2023Q1,a,十\n", "“十”不能作为这项数据"),
        ("报告期,单位,检查\n2023Q1,a,-1\n", "“-1”不能作为这项数据"),
        ("报告期,单位,检查\n2023Q1,a,1.5\n", "“1.5”不能作为这项数据"),
        ("报告期,单位,检查\n2023Q1,a,1\n2023Q1,某某镇a,1\n", "a 在同一期出现两次"),
    ] {
        bare.write("old.csv", table);
        let (exit, said) = run(&bare, &["history", "import", "old.csv"]);
        assert!(exit == 1 && said.contains("[H004]") && said.contains(says), "{table}: {said}");
        assert!(said.contains("old.csv:"), "{said}");
        assert!(!bare.path("history").exists());
    }
}

#[test]
fn a_broken_history_is_told_with_its_line() {
    let bare = workspace(CHANGE);
    unit(&bare, "2023Q1", "a", [10, 2, 2]);
    unit(&bare, "2023Q1", "b", [10, 2, 2]);
    closes(&bare, "2023Q1");
    unit(&bare, "2023Q2", "a", [10, 2, 2]);
    let filed = fs::read_to_string(bare.path("history/bare/2023Q1.jsonl")).unwrap();
    bare.write("history/bare/2023Q1.jsonl", filed.replacen("\"unit\":\"b\"", "\"unit\":b", 1));
    let (exit, said) = run(&bare, &["batch"]);
    assert!(exit == 2 && said.contains("[H001]") && said.contains("2023Q1.jsonl:3:"), "{said}");
    // As a merge of two branches may leave it: the sums would count the unit twice.
    let line = filed.lines().nth(1).unwrap();
    bare.write("history/bare/2023Q1.jsonl", format!("{filed}{line}\n"));
    for command in [&["batch"][..], &["check"], &["close", "2023Q2"]] {
        let (exit, said) = run(&bare, command);
        assert!(
            exit == 2 && said.contains("[H001]") && said.contains("2023Q1.jsonl:4:"),
            "{command:?}: {said}"
        );
    }
}

#[test]
fn templates_ask_before_they_use_an_earlier_figure() {
    for (section, code, says) in [
        ("{{previous \"inspections\"}}", "[T009]", "previous"),
        (
            "{{#present \"inspections\" \"last_year\"}}{{previous \"inspections\"}}{{/present}}",
            "[T009]",
            "previous",
        ),
        ("{{change \"inspectons\"}}", "[T002]", "inspections"),
        ("{{change \"rectification_rate\"}}", "[T009]", "rectification_rate"),
        ("{{change \"inspections\" \"next\"}}", "[T011]", "last_year"),
        ("{{#change \"inspections\"}}{{/change}}", "[T011]", "change"),
    ] {
        let bare = workspace(section);
        unit(&bare, "2023Q2", "a", [12, 2, 2]);
        let (exit, said) = run(&bare, &["check"]);
        assert!(exit == 2 && said.contains(code) && said.contains(says), "{section}: {said}");
    }
}

#[test]
fn a_report_above_the_units_compares_their_sums() {
    let section = "检查{{count \"inspections\"}}，{{change \"inspections\"}}，累计{{to_date \"inspections\"}}，\
         {{#present \"rectification_rate\"}}整改率{{change \"rectification_rate\"}}{{/present}}。";
    let bare = workspace(section);
    bare.replace(
        "workspace.toml",
        "[output]",
        "[[parents]]\nid = \"county\"\nname = \"某某县\"\nunits = [\"a\", \"b\"]\n\n[output]",
    );
    unit(&bare, "2023Q1", "a", [10, 8, 4]);
    unit(&bare, "2023Q1", "b", [30, 2, 2]);
    closes(&bare, "2023Q1");
    unit(&bare, "2023Q2", "a", [20, 8, 8]);
    unit(&bare, "2023Q2", "b", [30, 2, 1]);
    let above = |bare: &Bare| {
        let (exit, said) = run(bare, &["rollup"]);
        assert!(exit == 0, "{said}");
        fs::read_to_string(bare.path("out/rollup/county.md")).unwrap()
    };
    // The rates are 9/10 after 6/10; their means would be 75 after 75.
    let report = above(&bare);
    let expected = "检查50家次，较上季度增加10家次，增长25%，累计90家次，整改率较上季度提高30.0个百分点。";
    assert!(report.contains(expected), "{report}");
    // Sums are compared over the units that gave both.
    bare.replace("workspace.toml", "[\"a\", \"b\"]", "[\"a\", \"b\", \"c\"]");
    unit(&bare, "2023Q2", "c", [5, 2, 1]);
    let report = above(&bare);
    assert!(
        report.contains("检查55家次，除某某镇c外的2个单位较上季度增加10家次，增长25%，累计95家次，整改率"),
        "{report}"
    );
}

#[test]
fn a_figure_of_a_filed_period_that_was_changed_by_hand_is_told_where_it_stands() {
    let bare = workspace("{{count \"inspections\"}}{{change \"inspections\"}}。");
    unit(&bare, "2023Q1", "a", [10, 4, 3]);
    unit(&bare, "2023Q2", "a", [12, 5, 4]);
    closes(&bare, "2023Q1");
    let path = "history/bare/2023Q1.jsonl";
    let filed = fs::read_to_string(bare.path(path)).unwrap();
    assert!(filed.lines().all(|line| line.contains("\"seal\":\"")), "{filed}");
    let told = |command: &[&str]| {
        let output = bare.run(&[&["--lang", "en"], command, &["--json"]].concat());
        let listing: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let items = listing["items"].as_array().unwrap().iter();
        let items = items.map(|item| {
            let [code, severity] = [&item["code"], &item["severity"]].map(|it| it.as_str().unwrap());
            let [path, line] = [&item["place"]["path"], &item["place"]["line"]];
            format!("{code} {severity} {}:{line}", path.as_str().unwrap())
        });
        (output.status.code().unwrap(), items.collect::<Vec<_>>())
    };
    assert_eq!(told(&["check"]), (0, vec![]), "as it was filed");
    let edited = filed.replacen("\"value\":\"10\"", "\"value\":\"100\"", 1);
    assert_ne!(edited, filed);
    bare.write(path, &edited);
    let expected = vec![format!("H006 error {path}:2")];
    for command in [&["check"][..], &["batch"], &["batch"], &["check", "--strict"]] {
        assert_eq!(told(command), (1, expected.clone()), "{command:?}");
    }
    assert_eq!(told(&["batch", "--strict"]).0, 1);
    let record = fs::read_to_string(bare.path("out/manifest.jsonl")).unwrap();
    assert!(record.lines().last().unwrap().contains("H006"), "{record}");
    let (_, said) = run(&bare, &["check"]);
    assert!(said.contains("H006") && said.contains("第 2 行"), "{said}");
    // The period itself is filed, and what it is compared with is told.
    let (exit, said) = run(&bare, &["close", "2023Q2"]);
    assert!(exit == 1 && said.contains("H006") && said.contains("2023Q2 已结账"), "{said}");
    fs::rename(bare.path("data/2023Q1"), bare.path("kept")).unwrap();
    assert_eq!(told(&["diff", "2023Q1", "2023Q2"]), (1, expected), "a filed period that is compared");
    fs::rename(bare.path("kept"), bare.path("data/2023Q1")).unwrap();
    // Filed before lines were sealed: taken as it is.
    bare.write(path, edited.lines().map(unsealed).collect::<String>());
    assert_eq!(told(&["check"]), (0, vec![]));
    // Filed anew it is as it was filed, whether figures were edited or words alone.
    for (from, to) in [("\"value\":\"10\"", "\"value\":\"100\""), ("某某镇a", "某镇a")] {
        let edited = filed.replacen(from, to, 1);
        assert_ne!(edited, filed);
        fs::remove_dir_all(bare.path("history")).unwrap();
        bare.write(path, &edited);
        assert_eq!(told(&["check"]).0, 1);
        let (exit, said) = run(&bare, &["close", "2023Q1", "--amend"]);
        assert!(exit == 0 && said.contains("2023Q1 已更正（第 2 份）") && !said.contains("H006"), "{said}");
        assert_eq!(told(&["check"]), (0, vec![]), "{to}");
    }
}

/// A line as it was filed before lines were sealed.
fn unsealed(line: &str) -> String {
    let end = [",\"whole\"", ",\"seal\""].iter().filter_map(|key| line.find(key)).min();
    format!("{}}}\n", &line[..end.unwrap()])
}

#[test]
fn a_line_of_a_filed_period_that_was_taken_away_added_or_exchanged_is_told() {
    let bare = workspace("{{count \"inspections\"}}{{change \"inspections\"}}。");
    for (period, more) in [("2022Q4", 0), ("2023Q1", 1), ("2023Q2", 2)] {
        for (id, inspections) in [("a", 10), ("b", 12), ("c", 14)] {
            unit(&bare, period, id, [inspections + more, 4, 3]);
        }
    }
    closes(&bare, "2022Q4");
    closes(&bare, "2023Q1");
    let path = "history/bare/2023Q1.jsonl";
    let [other, filed] =
        ["history/bare/2022Q4.jsonl", path].map(|path| fs::read_to_string(bare.path(path)).unwrap());
    let [other, lines] = [&other, &filed].map(|text| text.lines().collect::<Vec<_>>());
    let told = |command: &[&str]| {
        let output = bare.run(&[&["--lang", "en"], command, &["--json"]].concat());
        let listing: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let items = listing["items"].as_array().unwrap().iter();
        let item = |item: &serde_json::Value| {
            let [code, severity, message] =
                [&item["code"], &item["severity"], &item["message"]].map(|it| it.as_str().unwrap());
            format!("{code} {severity} {}", message.split_once(';').map_or(message, |(said, _)| said))
        };
        items.map(item).collect::<Vec<_>>()
    };
    let whole = |there: usize| {
        let said = "H007 error the lines of a filed period are not those that were filed";
        vec![format!("{said}: of units there were 3, now there are {there}")]
    };
    assert_eq!(told(&["check"]), [""; 0], "as it was filed");
    for (what, kept, expected) in [
        ("one from between", vec![lines[0], lines[1], lines[3]], whole(2)),
        ("the last", lines[..3].to_vec(), whole(2)),
        ("all", lines[..1].to_vec(), whole(0)),
        ("another period's", vec![lines[0], other[1], lines[2], lines[3]], whole(3)),
        ("moved", vec![lines[0], lines[2], lines[1], lines[3]], whole(3)),
    ] {
        bare.write(path, kept.join("\n") + "\n");
        for command in [&["check"][..], &["batch"], &["diff", "2023Q2", "2023Q2"]] {
            assert_eq!(told(command), expected, "{what}, {command:?}");
        }
    }
    bare.write(path, lines.iter().copied().map(unsealed).collect::<String>());
    assert_eq!(told(&["check"]), [""; 0], "filed before files said so");
}

/// A section with what was done in the period, and in the year so far, in a measure.
fn of_year(label: &str, measure: &str) -> Bare {
    let bare = workspace("无。");
    bare.write(
        "plugins/year/plugin.toml",
        format!(
            "id = \"year\"\nversion = \"1\"\ntitle = \"全年\"\ncontract = 1\nslots = [\"results\"]\n\
             [fields.now]\nlabel = \"本期数\"\ntype = \"integer\"\n[fields.year]\nlabel = \"累计数\"\ntype = \"integer\"\n\
             [counts.now]\nlabel = \"{label}\"\nmeasure = \"{measure}\"\nnumber = \"now\"\n\
             [counts.year]\nlabel = \"今年以来{label}\"\nmeasure = \"{measure}\"\nnumber = \"year\"\nover_time = \"last\"\n"
        ),
    );
    bare.write(
        "plugins/year/sections/results.hbs",
        "# 全年\n\n{{#present \"now\"}}{{count \"now\"}}。{{/present}}\n",
    );
    fs::remove_dir_all(bare.path("wording")).unwrap();
    bare.replace("workspace.toml", "plugins = [\"safety-production\"]", "plugins = [\"year\"]");
    bare
}

#[test]
fn what_is_counted_once_a_year_is_no_sum_of_periods_but_lies_between() {
    let found = |label: &str, measure: &str, quarters: &[[u32; 2]]| {
        let bare = of_year(label, measure);
        for (at, [now, year]) in quarters.iter().enumerate() {
            let period = format!("2023Q{}", at + 1);
            let text = format!("[unit]\nname = \"云溪镇\"\n\n[year]\nnow = {now}\nyear = {year}\n");
            bare.write(format!("data/{period}/a.toml"), text);
            if at + 1 < quarters.len() {
                let (exit, said) = run(&bare, &["close", &period]);
                assert_eq!(exit, 0, "{said}");
            }
        }
        let (_, said) = run(&bare, &["check", "--period", &format!("2023Q{}", quarters.len())]);
        if said.contains("K056") { said } else { String::new() }
    };
    for (label, measure, quarters, expected) in [
        // A household that is visited in two quarters is one of the year.
        ("走访困难家庭", "户", &[[40, 40], [35, 62]][..], ""),
        ("参保企业", "家", &[[40, 40], [35, 40]], ""),
        ("走访困难家庭", "户", &[[40, 40], [35, 75]], ""),
        ("走访困难家庭", "户", &[[40, 40], [35, 82]], "上期累计加本期走访困难家庭最多为75户"),
        ("参保企业", "家", &[[40, 40], [30, 36]], "上期累计已为40家"),
        ("走访困难家庭", "户", &[[40, 41]], "本年第一期应与走访困难家庭相同，为40户"),
        // What is done several times, or is new, adds up.
        ("走访", "户次", &[[40, 40], [35, 62]], "上期累计加本期走访应为75户次"),
        ("新增就业", "人", &[[40, 40], [35, 62]], "上期累计加本期新增就业应为75人"),
        ("受理投诉", "件", &[[40, 40], [35, 40]], "上期累计加本期受理投诉应为75件"),
    ] {
        let said = found(label, measure, quarters);
        let is_as_expected = if expected.is_empty() { said.is_empty() } else { said.contains(expected) };
        assert!(is_as_expected, "{label} {quarters:?}: {said}");
    }
}

#[test]
fn figures_of_before_in_free_text_are_those_that_were_filed() {
    let bare = workspace("无。");
    unit(&bare, "2023Q1", "a", [80, 50, 40]);
    closes(&bare, "2023Q1");
    bare.replace(
        "plugins/safety-production/plugin.toml",
        "[fields.inspections_total]",
        "[fields.note]\nlabel = \"做法\"\ntype = \"text\"\n[fields.inspections_total]",
    );
    let told = |note: &str| {
        unit(&bare, "2023Q2", "a", [86, 60, 36]);
        let path = "data/2023Q2/a.toml";
        let text = fs::read_to_string(bare.path(path)).unwrap();
        bare.write(path, format!("{text}note = \"{note}\"\n"));
        let output = bare.run(&["--lang", "zh", "check", "--json"]);
        let listing: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let items = listing["items"].as_array().unwrap().iter();
        let items = items.filter(|item| item["message"].as_str().unwrap().contains("“做法”"));
        items.map(|item| item["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (note, code) in [
        ("检查86家次（上季度为66家次）", "K011"),
        ("检查86家次，实现全覆盖（上季度为66家次）", "K011"),
        ("发现隐患60处，逐一建档（上季度60处）", "K011"),
        ("检查净增47家次", "K017"),
        ("发现隐患净减10处", "K017"),
        ("检查比上季度净增16家次", "K017"),
        ("检查86家次，较上季度增加6家次，增长17.5%", "K046"),
    ] {
        assert_eq!(told(note), [code], "{note}");
    }
    for note in [
        "检查86家次（上季度为80家次）",
        "检查86家次，实现全覆盖（上季度为80家次）",
        "发现隐患60处，逐一建档（上季度50处）",
        "检查净增6家次",
        "发现隐患净增10处",
        "检查86家次，较上季度增加6家次，增长7.5%",
    ] {
        assert_eq!(told(note), [""; 0], "{note}");
    }
}
