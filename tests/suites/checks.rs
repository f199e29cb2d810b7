//! The checks (勾稽): those that a workspace declares over several plugins, and those that are built in. Each fires on
//! what it is for, points at the datum, and is quiet on clean data.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;

use huibian_tests::bare::Bare;
use serde_json::Value;

const SERVICES: &str = r#"
id = "services"
version = "1"
title = "便民服务"
contract = 1
absent = "omit"
slots = ["results"]

[fields.matters]
label = "办理事项件数"
type = "integer"
measure = "件"
required = true
parts = ["online", "window", "agency"]
[fields.online]
label = "网上办理件数"
type = "integer"
[fields.window]
label = "窗口办理件数"
type = "integer"
[fields.agency]
label = "代办件数"
type = "integer"
[fields.satisfied]
label = "满意件数"
type = "integer"
[fields.rate_given]
label = "自报满意率"
type = "decimal"
measure = "%"
[fields.summary]
label = "工作情况"
type = "text"
[fields.measures]
label = "做法"
type = "texts"
[fields.plan]
label = "下一步打算"
type = "text"

[counts.matters]
label = "办理事项"
measure = "件"
required = true
number = "matters"
jump = 3
[counts.satisfied]
label = "满意"
measure = "件"
number = "satisfied"
unchanged = "off"
[counts.satisfaction]
label = "满意率"
kind = "ratio"
scale = 1
ratio = { num = "satisfied", den = "matters", as = "%" }
number = "rate_given"

[checks.satisfied_within_matters]
rule = "satisfied <= matters"
severity = "error"
message = "满意{satisfied}件，多于办理{matters}件。"
"#;

/// A workspace with two sections without code, its data by period.
fn workspace() -> Bare {
    let bare = Bare::new(&["safety-production"]);
    bare.write("plugins/services/plugin.toml", SERVICES);
    bare.write("plugins/services/sections/results.hbs", "# 便民服务\n\n办理事项{{count \"matters\"}}。\n");
    bare.replace(
        "plugins/safety-production/plugin.toml",
        "slots = [\"results\", \"problems\"]",
        "slots = [\"results\"]",
    );
    bare.replace("workspace.toml", "[\"safety-production\"]", "[\"safety-production\", \"services\"]");
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare
}

/// Writes a unit's data of a period; `lines` are those of its services.
fn unit(bare: &Bare, period: &str, id: &str, lines: &str) {
    let text = format!(
        "[unit]\nname = \"{id}镇\"\nrecipients = [\"县办\"]\n\n[safety-production]\ninspections_total = 10\n\
         hazards_total = 4\nrectified_total = 2\n\n[services]\n{lines}\n"
    );
    bare.write(format!("data/{period}/{id}.toml"), text);
}

/// Each finding of the last run as `unit check place: text`, those about several units last.
fn findings(bare: &Bare) -> Vec<String> {
    let output = bare.run(&["--lang", "zh", "batch"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let manifest =
        fs::read_to_string(bare.path("out/manifest.jsonl")).unwrap_or_else(|error| panic!("{error}: {said}"));
    let mut all = Vec::new();
    for line in manifest.lines().skip(1) {
        let line: Value = serde_json::from_str(line).unwrap();
        for finding in line["findings"].as_array().unwrap() {
            let message = finding["message"].as_str().unwrap();
            let (unit, place) = (line["unit"].as_str().unwrap_or("*"), &finding["place"]);
            // A declared rule goes by its name.
            let check = finding["arguments"]["check"].as_str().or(finding["code"].as_str()).unwrap();
            let place = match place["path"].as_str() {
                Some(path) => format!("{path}:{}:{}", place["line"], place["column"]),
                None => "–".to_owned(),
            };
            assert!(said.contains(message), "{said}");
            all.push(format!("{unit} {check} {place}: {message}"));
        }
    }
    all
}

/// What is found on one unit alone, whose services these are.
fn found(lines: &str) -> Vec<String> {
    let bare = workspace();
    unit(&bare, "2023Q2", "云溪", lines);
    findings(&bare)
}

fn is_one(found: &[String], check: &str, place: &str, text: &str) {
    assert!(
        found.len() == 1
            && found[0].starts_with(&format!("云溪 {check} data/2023Q2/云溪.toml:{place}: "))
            && found[0].contains(text),
        "{found:#?}"
    );
}

#[test]
fn clean_data_is_quiet() {
    let lines = "matters = 143\nonline = 95\nwindow = 19\nagency = 29\nsatisfied = 140\nrate_given = 97.9\n\
        summary = \"二季度办理事项143件，其中网上95件。4月12日起云溪镇实行延时服务，满意率97.9%，比第一季度提高。\"\n\
        measures = [\"主动上门，代办29件\"]\nplan = \"三季度计划办理事项200件以上，7月10日前完成改造，向县办报告\"";
    assert_eq!(found(lines), Vec::<String>::new());
}

#[test]
fn a_rate_is_held_against_its_parts() {
    let lines = |rate: &str| format!("matters = 187\nsatisfied = 184\nrate_given = {rate}");
    is_one(
        &found(&lines("98.6")),
        "K006",
        "13:14",
        "满意率填报为98.6%，按满意184件、办理事项187件计算应为98.4%",
    );
    for rate in ["98.4", "98.40", "98"] {
        assert_eq!(found(&lines(rate)), Vec::<String>::new(), "{rate}");
    }
}

#[test]
fn parts_are_held_against_their_total() {
    let lines = |total: u32| format!("matters = {total}\nonline = 95\nwindow = 19\nagency = 29");
    assert_eq!(found(&lines(143)), Vec::<String>::new());
    is_one(&found(&lines(144)), "K005", "11:11", "办理事项件数为144件，各项之和为143件（95+19+29）");
    assert_eq!(found("matters = 144\nonline = 95\nwindow = 19"), Vec::<String>::new(), "a part is missing");
}

#[test]
fn two_totals_in_one_text_are_found() {
    let lines = |second: u32| {
        format!("matters = 143\nsummary = \"共办理事项143件。至季末，办理事项{second}件，均已办结\"")
    };
    assert_eq!(found(&lines(143)), Vec::<String>::new());
    is_one(&found(&lines(144)), "K011", "12:30", "“工作情况”写办理事项144件，统计为143件");
    let lines = "matters = 143\nsummary = \"网上办理事项95件，窗口办理事项48件\"";
    assert_eq!(found(lines), Vec::<String>::new(), "the parts of a total");
    // Of a count that the unit does not give, two different numbers are one too many.
    let lines = "matters = 143\nsummary = \"群众满意130件，回访后满意131件\"";
    is_one(&found(lines), "K012", "12:26", "满意有130件、131件两个数");
}

#[test]
fn another_units_name_in_a_text_is_found() {
    let bare = workspace();
    unit(&bare, "2023Q2", "云溪", "matters = 1\nplan = \"石桥镇将继续改进服务，云溪镇也一样，报县办\"");
    unit(&bare, "2023Q2", "石桥", "matters = 1\nmeasures = [\"石桥镇上门服务\"]");
    is_one(&findings(&bare), "K009", "12:9", "“下一步打算”提到另一单位“石桥镇”");
}

#[test]
fn another_periods_date_in_a_text_is_found() {
    for (text, date, column) in [
        ("2023年第一季度，我镇推行代办", "2023年第一季度", 12),
        ("推行代办，3月15日启用新窗口", "3月15日", 17),
        ("2022年5月启用新窗口", "2022年5月", 12),
    ] {
        let found = found(&format!("matters = 1\nsummary = \"{text}\""));
        is_one(&found, "K010", &format!("12:{column}"), &format!("写到“{date}”，不在2023年第二季度内"));
    }
}

#[test]
fn nearly_the_same_text_in_several_units_is_one_finding() {
    let bare = workspace();
    let text = "健全机制，发现线索后两小时内核实，当日答复，并逐级报告，每月通报一次结果，年底纳入考核";
    for (id, plan) in [
        ("云溪", format!("云溪镇{text}")),
        ("石桥", format!("石桥镇{}", text.replace("两小时", "三小时"))),
        ("青禾", "组织干部到田间地头宣讲政策，收集意见建议，分类转办，限期答复，做到事事有回音".to_owned()),
    ] {
        unit(&bare, "2023Q2", id, &format!("matters = 1\nplan = \"{plan}\""));
    }
    let found = findings(&bare);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with(
            "* K013 data/2023Q2/石桥.toml:12:8: “下一步打算”有2个单位填报的文字几乎相同：云溪镇、石桥镇"
        ),
        "{found:#?}"
    );
    assert!(bare.run(&["plugin", "why", "services"]).status.success(), "the record can be read");
    let strict = bare.run(&["--lang", "zh", "batch", "--force", "--strict"]);
    assert_eq!(strict.status.code(), Some(1), "it is known before anything is written");
    assert!(String::from_utf8_lossy(&strict.stdout).contains("几乎相同"));
    assert_eq!(findings(&bare), found, "a run that has nothing to do");
    unit(&bare, "2023Q2", "青禾", "matters = 2");
    assert_eq!(findings(&bare), found, "a run that makes one unit anew");
}

#[test]
fn unchanged_and_far_figures_are_found_beside_the_period_before() {
    let bare = workspace();
    unit(&bare, "2023Q1", "云溪", "matters = 10\nsatisfied = 5");
    assert!(bare.run(&["close", "2023Q1"]).status.success());
    unit(&bare, "2023Q2", "云溪", "matters = 31\nsatisfied = 5");
    let now = findings(&bare);
    assert_eq!(now.len(), 2, "{now:#?}");
    assert!(
        now[0].starts_with("云溪 K008 data/2023Q2/云溪.toml:6:21: 以下数据与上季度相同")
            && now[0].ends_with("：检查10家次、发现隐患4处、整改2处、未整改隐患2处。"),
        "{now:#?}"
    );
    assert!(
        now[1]
            .starts_with("云溪 K007 data/2023Q2/云溪.toml:11:11: 办理事项为31件，上季度为10件，相差超过3倍"),
        "{now:#?}"
    );
    unit(&bare, "2023Q2", "云溪", "matters = 30\nsatisfied = 0");
    assert_eq!(findings(&bare).len(), 1, "within the factor");
}

#[test]
fn a_failed_check_points_at_the_datum() {
    is_one(&found("matters = 1\nsatisfied = 2"), "satisfied_within_matters", "12:13", "满意2件，多于办理1件");
}

const ACROSS: &str = r#"
[counts.total]
label = "检查和办理"
measure = "件次"
expr = "counts['safety-production/inspections'] + counts['services/matters']"

[checks.enough]
rule = "total >= 12 && counts['services/matters'] < counts['safety-production/inspections']"
severity = "error"
message = "合计{total}件次，其中检查{safety-production/inspections}家次，请核对。"

[output]
"#;

#[test]
fn a_workspace_adds_up_and_checks_across_plugins() {
    let bare = workspace();
    bare.replace("workspace.toml", "[output]\n", ACROSS);
    bare.replace(
        "templates/bare.hbs",
        "{{slot \"results\"}}",
        "{{slot \"results\"}}\n\n{{#present \"workspace/total\"}}合计{{count \"workspace/total\"}}。{{/present}}",
    );
    unit(&bare, "2023Q2", "云溪", "matters = 3");
    assert_eq!(findings(&bare), Vec::<String>::new());
    assert!(fs::read_to_string(bare.path("out/云溪.md")).unwrap().contains("合计13件次。"));
    unit(&bare, "2023Q2", "云溪", "matters = 11");
    let output = bare.run(&["--lang", "zh", "batch"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("校验未通过[K001]（各部分之间）"), "{output:?}");
    is_one(&findings(&bare), "enough", "6:21", "合计21件次，其中检查10家次，请核对。");
    // The total is filed and compared like any other count.
    assert!(bare.run(&["close", "2023Q2", "--partial"]).status.code() == Some(1));
    unit(&bare, "2023Q2", "云溪", "matters = 9");
    assert!(bare.run(&["close", "2023Q2", "--amend"]).status.success());
    let filed = fs::read_to_string(bare.path("history/bare/2023Q2.2.jsonl")).unwrap();
    assert!(filed.contains("\"workspace/total\":{\"value\":\"19\""), "{filed}");
}

#[test]
fn names_in_a_workspaces_checks_are_checked_when_it_is_loaded() {
    for (from, to, code, place) in [
        ("services/matters'] <", "services/mater'] <", "[P035]", "workspace.toml:22:32"),
        ("total >= 12", "totl >= 12", "[P035]", "workspace.toml:22:9"),
        ("inspections'] +", "inspection'] +", "[P035]", "workspace.toml:19:17"),
        ("{total}", "{totl}", "[W014]", "workspace.toml:24:11"),
        ("expr = \"counts", "number = \"counts", "[W", "workspace.toml"),
        ("rule = ", "expr = ", "[W003]", "workspace.toml"),
    ] {
        let bare = workspace();
        bare.replace("workspace.toml", "[output]\n", ACROSS);
        bare.replace("workspace.toml", from, to);
        unit(&bare, "2023Q2", "云溪", "matters = 3");
        let output = bare.run(&["--lang", "zh", "check"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.status.code() == Some(2) && said.contains(code) && said.contains(place),
            "{from}: {said}"
        );
    }
}

#[test]
fn a_report_without_a_format_or_with_one_that_is_none_is_told_where_it_says_so() {
    for (formats, code, place, words) in [
        ("[]", "O011", "workspace.toml:14:11", ["报告没有写明格式", "the report has no format"]),
        ("[\"docx\", \"doc\"]", "O003", "workspace.toml:14:11", ["没有格式 doc", "no format doc"]),
    ] {
        let workspace = huibian_tests::Workspace::new();
        workspace.replace("workspace.toml", "[\"docx\", \"md\"]", formats);
        for (lang, words) in ["zh", "en"].into_iter().zip(words) {
            let (exit, said) = workspace.check(lang);
            assert_eq!(exit, 2, "{said}");
            assert!(said.contains(code) && said.contains(place) && said.contains(words), "{said}");
            assert!(said.contains("docx, html, md, pdf, txt"), "{said}");
        }
        // The command line may say it as well.
        let output = workspace.run(&["assemble", "yunxi", "--format", "md"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

const VISITS: &str = r#"
id = "visits"
version = "1"
title = "走访"
contract = 1
slots = ["results"]

[fields.visits]
label = "走访台账"
type = "ledger"
unique = ["number"]
[fields.visits.columns]
number = { label = "编号", type = "text" }
day = { label = "日期", type = "date" }
topic = { label = "事项", type = "text" }
homes = { label = "户数", type = "integer" }
[fields.replies]
label = "答复台账"
type = "ledger"
columns.visit = { label = "走访编号", type = "text", refers = "visits.number" }

[counts.visits]
label = "走访"
measure = "次"
ledger = "visits"
[counts.homes]
label = "户数"
measure = "户"
ledger = "visits"
sum = "homes"
"#;

#[test]
fn rows_without_a_day_count_nowhere_and_are_told() {
    let bare = Bare::new(&[]);
    bare.write("plugins/visits/plugin.toml", VISITS);
    bare.write(
        "plugins/visits/sections/results.hbs",
        "# 走访\n\n{{#present \"visits\"}}走访{{count \"visits\"}}{{/present}}，户数{{#present \"homes\"}}{{count \"homes\"}}\
         {{else}}未报{{/present}}。\n\n{{#if fields.visits}}{{#each fields.visits}}\n- {{#if topic}}{{topic}}{{/if}}\n{{/each}}{{/if}}\n",
    );
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"visits\"]");
    let unit = |rows: &str, replies: &str| {
        bare.write(
            "data/云溪.toml",
            format!("[unit]\nname = \"云溪镇\"\n\n[visits]\nvisits = [\n{rows}\n]\nreplies = [{replies}]\n"),
        );
        findings(&bare)
    };
    let found = unit(
        "{ number = \"1\", day = 2023-04-05, topic = \"看望\" },\n{ number = \"2\", topic = \"无日期\" },\n\
         { number = \"3\", day = 2023-01-05, topic = \"期外\" },",
        "",
    );
    assert!(
        found.len() == 2 && found[0].starts_with("云溪 K035 data/云溪.toml:7:1: 走访台账第2行没有填日期"),
        "{found:#?}"
    );
    let text = fs::read_to_string(bare.path("out/云溪.md")).unwrap();
    assert!(text.contains("走访1次，户数未报。") && text.contains("看望"), "{text}");
    assert!(!text.contains("无日期") && !text.contains("期外"), "lists go over the rows that count: {text}");
    let found = unit(
        "{ number = \"A 1\", day = 2023-04-05, topic = \"看望\", homes = 2 },\n{ number = \"Ａ1\", day = 2023-04-06, topic = \"复访\" },",
        "{ visit = \"A1\" }, { visit = \"A2\" }",
    );
    assert!(
        found.len() == 2
            && found[0].contains("K033 data/云溪.toml:7:1: 走访台账第2行与第1行重复（编号相同）")
            && found[1].contains("K034 data/云溪.toml:9:40: 答复台账第2行的走访编号“A2”在走访台账中没有"),
        "{found:#?}"
    );
    assert!(fs::read_to_string(bare.path("out/云溪.md")).unwrap().contains("走访2次，户数2户。"));
}

const VENTURES: &str = r#"
id = "ventures"
version = "1"
title = "活动"
contract = 1
slots = ["results"]
[fields.jobs]
label = "受理台账"
type = "ledger"
unique = ["number"]
[fields.jobs.columns]
number = { label = "编号", type = "text", required = true }
received = { label = "受理日期", type = "date", required = true }
settled = { label = "办结日期", type = "date" }
cost = { label = "费用", type = "decimal" }
[fields.visits]
label = "回访台账"
type = "ledger"
[fields.visits.columns]
job = { label = "受理编号", type = "text", refers = "jobs.number" }
day = { label = "日期", type = "date" }
[fields.classes_total]
label = "讲座场数"
type = "integer"
measure = "场"
[fields.listeners_total]
label = "听讲人数"
type = "integer"
measure = "人"
[fields.paid]
label = "支付金额"
type = "decimal"
measure = "万元"
[fields.left]
label = "资金结余"
type = "decimal"
measure = "万元"
[counts.classes]
label = "讲座"
measure = "场"
number = "classes_total"
[counts.listeners]
label = "听讲"
measure = "人"
number = "listeners_total"
[counts.paid]
label = "支付金额"
measure = "万元"
kind = "decimal"
scale = 2
number = "paid"
[checks.classes_with_listeners]
together = ["classes_total", "listeners_total"]
"#;

/// A workspace with a section of ledgers, numbers and amounts.
fn ventures() -> Bare {
    let bare = Bare::new(&[]);
    bare.write("plugins/ventures/plugin.toml", VENTURES);
    bare.write("plugins/ventures/sections/results.hbs", "# 活动\n\n讲座见附表。\n");
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"ventures\"]");
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare
}

fn of_ventures(bare: &Bare, period: &str, lines: &str) {
    bare.write(
        format!("data/{period}/云溪.toml"),
        format!("[unit]\nname = \"云溪镇\"\n\n[ventures]\n{lines}\n"),
    );
}

#[test]
fn rows_stand_in_the_order_in_which_things_happen() {
    let bare = ventures();
    let job = |number: &str, received: &str, settled: &str| {
        format!("{{ number = \"{number}\", received = {received}, settled = {settled} }},\n")
    };
    let ordered = job("A1", "2023-04-05", "2023-04-05") + &job("A2", "2023-05-10", "2023-07-02");
    for (jobs, visits, expected) in [
        (&ordered, "{ job = \"A1\", day = 2023-04-05 }, { job = \"A2\", day = 2023-06-01 }", None),
        (
            &ordered,
            "{ job = \"A1\", day = 2023-04-06 }, { job = \"A2\", day = 2023-04-30 }",
            Some(
                "K041 data/2023Q2/云溪.toml:9:53: 回访台账第2行的日期2023-04-30早于所指的受理台账第2行（2023-05-10）",
            ),
        ),
        (
            &job("A1", "2023-04-05", "2023-03-05"),
            "",
            Some("K042 data/2023Q2/云溪.toml:6:51: 受理台账第1行的办结日期2023-03-05早于受理日期2023-04-05"),
        ),
    ] {
        of_ventures(&bare, "2023Q2", &format!("jobs = [\n{jobs}]\nvisits = [{visits}]"));
        let found = findings(&bare);
        match expected {
            None => assert!(found.is_empty(), "{found:#?}"),
            Some(expected) => assert!(found.len() == 1 && found[0].contains(expected), "{found:#?}"),
        }
    }
}

#[test]
fn nobody_takes_part_in_what_did_not_take_place() {
    let bare = ventures();
    for (lines, expected) in [
        ("classes_total = 0\nlisteners_total = 31", Some("K044\u{0}讲座场数为0，而听讲人数为31人")),
        ("classes_total = 0\nlisteners_total = 0", None),
        ("classes_total = 2\nlisteners_total = 0", None),
        ("classes_total = 2\nlisteners_total = 31", None),
    ] {
        of_ventures(&bare, "2023Q2", lines);
        let found = findings(&bare);
        match expected.and_then(|it| it.split_once('\u{0}')) {
            None => assert!(found.is_empty(), "{found:#?}"),
            Some((_, text)) => assert!(found.len() == 1 && found[0].contains(text), "{found:#?}"),
        }
    }
}

#[test]
fn an_amount_is_not_below_zero_and_a_balance_may_be() {
    let bare = ventures();
    for (lines, expected) in [
        ("paid = -39.54", Some("K045 data/2023Q2/云溪.toml:5:8: 支付金额填为-39.54万元，是负数")),
        ("jobs = [{ number = \"A1\", received = 2023-04-05, cost = -3 }]", Some("费用填为-3，是负数")),
        ("left = -39.54\npaid = 0.00", None),
    ] {
        of_ventures(&bare, "2023Q2", lines);
        let found = findings(&bare);
        match expected {
            None => assert!(found.is_empty(), "{found:#?}"),
            Some(expected) => assert!(found.len() == 1 && found[0].contains(expected), "{found:#?}"),
        }
    }
}

#[test]
fn what_was_filed_before_is_missed_but_not_what_is_given_once_a_year() {
    let bare = ventures();
    let full = "classes_total = 2\nlisteners_total = 31\npaid = 1.25";
    let without = "classes_total = 3\nlisteners_total = 40";
    for (period, lines) in [("2022Q2", full), ("2022Q3", without), ("2023Q1", full)] {
        of_ventures(&bare, period, lines);
        let output = bare.run(&["close", period]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    of_ventures(&bare, "2023Q2", without);
    let found = findings(&bare);
    assert!(
        found.len() == 1
            && found[0].contains("K043 data/2023Q2/云溪.toml:5:17: 支付金额没有填报，上季度为1.25万元"),
        "{found:#?}"
    );
    // A year ago it was not given for the third quarter either.
    of_ventures(&bare, "2023Q2", full);
    assert!(bare.run(&["close", "2023Q2"]).status.success());
    bare.replace("workspace.toml", "period = \"2023Q2\"", "period = \"2023Q3\"");
    of_ventures(&bare, "2023Q3", "classes_total = 4\nlisteners_total = 50");
    let output = bare.run(&["--lang", "zh", "check"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
