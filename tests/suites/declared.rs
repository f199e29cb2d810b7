//! What `plugin.toml` declares of its figures and checks, each key by itself: what it finds, what it lets pass, and where it points.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fmt::Write as _;

use huibian_tests::bare::Bare;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// Fields and counts that every case has; what it declares beyond them stands behind.
const PLUGIN: &str = r#"
id = "work"
version = "1"
title = "工作"
contract = 1
slots = ["results"]
fields.n = { label = "次数", type = "integer" }
fields.m = { label = "人次", type = "integer" }
fields.duty = { label = "值班", type = "text" }
fields.contact = { label = "电话", type = "text" }
counts.drills = { label = "演练", measure = "次", number = "n" OUTLIER }
counts.people = { label = "参演", measure = "人次", number = "m" }
"#;

fn workspace(declared: &str, outlier: &str) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.write("plugins/work/plugin.toml", PLUGIN.replace("OUTLIER", outlier) + declared);
    bare.write("plugins/work/sections/results.hbs", "# 工作\n\n情况见表。\n");
    bare
}

/// What is found, as its code and its line, and whether any of it fails the run. Faces that a machine lacks are no matter here.
fn check(bare: &Bare, arguments: &[&str]) -> (Vec<String>, bool) {
    let output = bare.run(&[&["--lang", "zh"], arguments, &["check", "--json"]].concat());
    let said: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let items = said["items"].as_array().unwrap().iter();
    let own = items.filter(|item| item["place"]["path"].as_str().is_some_and(|path| path.contains("data")));
    let shown = own.map(|item| {
        let (code, place) = (item["code"].as_str().unwrap(), &item["place"]);
        match place["cell"].as_str() {
            Some(cell) => format!("{code} {cell}"),
            None => format!("{code} {}", place["line"]),
        }
    });
    (shown.collect(), output.status.code() == Some(1))
}

/// What is found where this is declared and a unit gives these lines; the first of them is line 5.
fn found(declared: &str, lines: &str) -> Vec<String> {
    let bare = workspace(declared, "");
    bare.unit("a", &[("work", lines)]);
    check(&bare, &[]).0
}

/// Each case is what a unit gives, and what is found.
fn hold(declared: &str, cases: &[(&str, &[&str])]) {
    for (lines, expected) in cases {
        assert_eq!(found(declared, lines), *expected, "{lines}");
    }
}

const PARTS: &str = r#"
fields.a = { label = "甲", type = "decimal" }
fields.b = { label = "乙", type = "decimal" }
fields.total = { label = "合计", type = "decimal", parts = ["a", "b"], tolerance = "0.01" }
"#;

#[test]
fn tolerance_allows_for_rounding_and_for_no_more() {
    hold(
        PARTS,
        &[
            ("a = 5.00\nb = 5.01\ntotal = 10.00", &[]),
            ("a = 5.00\nb = 4.99\ntotal = 10.00", &[]),
            ("a = 5.00\nb = 5.02\ntotal = 10.00", &["K005 7"]),
            ("a = 5.00\nb = 4.98\ntotal = 10.00", &["K005 7"]),
            // Where a part is missing it may be the rest.
            ("a = 5.00\ntotal = 10.00", &[]),
            ("a = 10.02\ntotal = 10.00", &["K005 6"]),
        ],
    );
    let exact = PARTS.replace(", tolerance = \"0.01\"", "");
    hold(&exact, &[("a = 5.00\nb = 5.01\ntotal = 10.00", &["K005 7"]), ("a = 5\nb = 5\ntotal = 10.0", &[])]);
    // Of a count, whose parts may be counts.
    let of_count = "counts.all = { label = \"总数\", number = \"sum\", parts = [\"drills\", \"people\"], tolerance = \"1\" }\n\
        fields.sum = { label = \"总数\", type = \"integer\" }\n";
    hold(of_count, &[("n = 3\nm = 4\nsum = 8", &[]), ("n = 3\nm = 4\nsum = 9", &["K005 7"])]);
}

#[test]
fn what_is_given_together_is_given_or_not() {
    let together = "[checks.both]\ntogether = [\"n\", \"m\"]\n";
    hold(
        together,
        &[("n = 3\nm = 40", &[]), ("duty = \"有\"", &[]), ("n = 3", &["K030 5"]), ("m = 40", &["K030 5"])],
    );
    // 0 is given.
    hold(together, &[("n = 0\nm = 0", &[]), ("n = 0", &["K030 5"])]);
    let of_counts =
        "[checks.both]\ntogether = [\"drills\", \"people\", \"duty\"]\nmessage = \"三项一并填报。\"\n";
    hold(of_counts, &[("n = 3\nm = 4\nduty = \"有\"", &[]), ("n = 3\nm = 4", &["K001 5"])]);
}

#[test]
fn of_either_one_is_given() {
    let either = "[checks.reach]\neither = [\"duty\", \"contact\"]\n";
    hold(
        either,
        &[
            ("n = 1\nduty = \"昼夜有人\"", &[]),
            ("n = 1\ncontact = \"0000\"", &[]),
            ("n = 1\nduty = \"有\"\ncontact = \"0000\"", &[]),
            ("n = 1", &["K031 5"]),
            ("m = 1\nn = 1", &["K031 6"]),
        ],
    );
    hold(
        "[checks.any]\neither = [\"drills\", \"people\"]\n",
        &[("duty = \"有\"", &["K031 5"]), ("n = 0", &[])],
    );
}

#[test]
fn values_beyond_their_bounds_are_told_and_those_on_them_are_not() {
    let bounds = "counts.bounded = { label = \"次数\", number = \"x\", min = \"5\", max = \"12\" }\nfields.x = { label = \"次数\", type = \"integer\" }\n\
        fields.rate = { label = \"填报率\", type = \"decimal\", min = \"0\", max = \"100\" }\n";
    hold(
        bounds,
        &[
            ("x = 5", &[]),
            ("x = 12", &[]),
            ("x = 4", &["K029 5"]),
            ("x = 13", &["K029 5"]),
            ("x = 6\nrate = 100.0", &[]),
            ("x = 6\nrate = 100.1", &["K029 6"]),
            ("x = 6\nrate = -0.1", &["K029 6"]),
            ("duty = \"有\"", &[]),
        ],
    );
}

#[test]
fn what_is_missing_is_passed_over_taken_for_nothing_or_told() {
    let rule = |missing: &str| {
        format!("[checks.within]\nrule = \"n <= m\"\nmessage = \"演练多于参演。\"\n{missing}\n")
    };
    hold(&rule(""), &[("n = 3", &[]), ("n = 3\nm = 2", &["K001 5"])]);
    hold(&rule("missing = \"skip\""), &[("n = 3", &[])]);
    hold(&rule("missing = \"zero\""), &[("n = 3", &["K001 5"]), ("m = 3", &[]), ("n = 0", &[])]);
    hold(
        &rule("missing = \"fault\""),
        &[("n = 3", &["K032 5"]), ("n = 2\nm = 3", &[]), ("n = 3\nm = 2", &["K001 5"])],
    );
}

#[test]
fn a_check_holds_from_one_period_until_another() {
    let rule = |bound: &str| format!("[checks.few]\nrule = \"n >= 3\"\nmessage = \"太少。\"\n{bound}\n");
    let few = &["K001 5"][..];
    for (bound, expected) in [
        ("from = \"2023Q2\"", few),
        ("from = \"2023Q3\"", &[]),
        ("until = \"2023Q2\"", few),
        ("until = \"2023Q1\"", &[]),
        ("from = \"2022\"\nuntil = \"2023\"", few),
        ("from = \"2024\"", &[]),
        ("until = \"2023-05\"", &[]),
    ] {
        assert_eq!(found(&rule(bound), "n = 1"), expected, "{bound}");
    }
    // The same of other checks, and over several plugins.
    assert_eq!(found("[checks.both]\ntogether = [\"n\", \"m\"]\nfrom = \"2023Q3\"\n", "n = 1"), [""; 0]);
    let bare = workspace("", "");
    bare.unit("a", &[("work", "n = 1")]);
    bare.replace(
        "workspace.toml",
        "[units]",
        "[checks.few]\nrule = \"counts['work/drills'] >= 3\"\nmessage = \"太少。\"\nuntil = \"2023Q1\"\n\n[units]",
    );
    assert_eq!(check(&bare, &[]).0, [""; 0]);
    assert_eq!(check(&bare, &["--period", "2023Q1"]).0, ["K001 5"]);
}

#[test]
fn a_check_on_trial_fails_nothing() {
    for (declared, fails) in [
        ("[checks.few]\nrule = \"n >= 3\"\nmessage = \"太少。\"\nseverity = \"error\"\n", true),
        (
            "[checks.few]\nrule = \"n >= 3\"\nmessage = \"太少。\"\nseverity = \"error\"\ntrial = true\n",
            false,
        ),
        ("[checks.reach]\neither = [\"duty\", \"contact\"]\nseverity = \"error\"\n", true),
        ("[checks.reach]\neither = [\"duty\", \"contact\"]\nseverity = \"error\"\ntrial = true\n", false),
    ] {
        let bare = workspace(declared, "");
        bare.unit("a", &[("work", "n = 1")]);
        let (found, failed) = check(&bare, &[]);
        assert_eq!((found.len(), failed), (1, fails), "{declared}");
    }
}

#[test]
fn a_count_is_held_against_what_the_unit_has_filed() {
    for (filed, now, is_told) in [
        (&[40, 44, 38, 41][..], "n = 4", true),
        (&[40, 44, 38, 41], "n = 410", true),
        (&[40, 44, 38, 41], "n = 0", true),
        (&[40, 44, 38, 41], "n = 35", false),
        // Three periods say little.
        (&[40, 44, 38], "n = 4", false),
        (&[2, 0, 3, 1], "n = 6", false),
    ] {
        let bare = workspace("", ", outlier = true");
        let quarters = ["2022Q2", "2022Q3", "2022Q4", "2023Q1"];
        for (period, value) in quarters[4 - filed.len()..].iter().zip(filed) {
            let head = format!("{{\"report\":\"bare\",\"period\":\"{period}\",\"version\":1}}\n");
            let line = format!(
                "{{\"unit\":\"a\",\"name\":\"某某镇a\",\"counts\":{{\"work/drills\":{{\"value\":\"{value}\",\"measure\":\"次\"}}}}}}\n"
            );
            bare.write(format!("history/bare/{period}.jsonl"), head + &line);
        }
        bare.unit("a", &[("work", now)]);
        let (found, _) = check(&bare, &[]);
        assert_eq!(found.contains(&"K028 5".to_owned()), is_told, "{filed:?} {now}: {found:?}");
    }
}

#[test]
fn a_count_goes_by_its_other_names_in_free_text() {
    let also = "counts.visits = { label = \"走访\", measure = \"户\", number = \"v\", also = [\"入户走访\", \"上门\"] }\n\
        fields.v = { label = \"走访户数\", type = \"integer\" }\nfields.note = { label = \"做法\", type = \"text\" }\n";
    hold(
        also,
        &[
            ("v = 30\nnote = \"本季度上门30户\"", &[]),
            ("v = 30\nnote = \"本季度上门31户\"", &["K011 6"]),
            ("v = 30\nnote = \"入户走访三十二户，户户有记录\"", &["K011 6"]),
            ("v = 30\nnote = \"上门时随手修好3盏灯\"", &[]),
        ],
    );
}

#[test]
fn numbers_of_free_text_are_held_wherever_a_sentence_has_them() {
    let declared = "fields.h = { label = \"隐患数\", type = \"integer\" }\nfields.f = { label = \"整改数\", type = \"integer\" }\n\
        fields.v = { label = \"检查数\", type = \"integer\" }\nfields.note = { label = \"做法\", type = \"text\" }\n\
        counts.hazards = { label = \"隐患\", measure = \"处\", number = \"h\", also = [\"发现隐患\"] }\n\
        counts.fixed = { label = \"整改\", measure = \"处\", number = \"f\" }\n\
        counts.visits = { label = \"检查企业\", measure = \"家次\", number = \"v\" }\n\
        counts.rate = { label = \"整改率\", kind = \"ratio\", scale = 1, ratio = { num = \"fixed\", den = \"hazards\", as = \"%\" } }\n";
    for (note, code) in [
        ("剩余13处未整改", "K046"),
        ("发现隐患187处，尚有13处未整改", "K046"),
        ("隐患中仍有2处尚未整改到位", "K046"),
        ("发现隐患187处，立行立改150处、限期整改47处", "K046"),
        ("对隐患立行立改150处、限期整改47处", "K022"),
        ("发现隐患187处，当场整改120处，限期整改47处", "K046"),
        ("检查企业87家次，其中园区32家次，其余65家次为沿街商户", "K022"),
        ("检查企业87家次，其中园区32家次、工地10家次，其余55家次为沿街商户", "K022"),
        ("检查企业87家次，其中园区32家次，其余45家次为沿街商户", "K046"),
        ("检查企业87家次，12家次全部建档", "K011"),
        ("检查企业87家次，这78家次均已建档", "K011"),
        ("检查企业按月推进，12家次逐一建档", "K011"),
        ("检查企业柒拾捌家次", "K011"),
        ("发现隐患壹佰贰拾处", "K011"),
        ("检查企业壹佰零捌家次", "K011"),
        ("新增隐患60处、销号13处，净增57处", "K046"),
        ("新增隐患60处、销号13处，净减47处", "K046"),
        ("本季度新增隐患60处，减少13处，净增46处", "K046"),
    ] {
        let found = found(declared, &format!("h = 187\nf = 184\nv = 87\nnote = \"{note}\""));
        assert_eq!(found, [format!("{code} 8")], "{note}");
    }
    for note in [
        "剩余3处未整改",
        "发现隐患187处，尚有3处未整改",
        "上季度的隐患仍有2处尚未整改到位",
        "因资金未到位，重大隐患尚有1处未整改",
        "发现隐患187处，立行立改140处、限期整改47处",
        "发现隐患187处，其中立行立改120处、限期整改47处",
        "检查企业87家次，其中园区32家次，其余55家次为沿街商户",
        "检查企业87家次，其中园区32家次，其余安排在夜间",
        "检查企业87家次，87家次全部建档",
        "检查企业87家次，查处违规12家次，这12家次均已处罚",
        "检查企业87家次，75家次均达标，12家次均限期改正",
        "检查企业捌拾柒家次",
        "发现隐患壹佰捌拾柒处，队伍拾级而上，陆续整改",
        "新增隐患60处、销号13处，净增47处",
    ] {
        let found = found(declared, &format!("h = 187\nf = 184\nv = 87\nnote = \"{note}\""));
        assert_eq!(found, [""; 0], "{note}");
    }
}

const LEDGERS: &str = r#"
fields.visits = { label = "走访", type = "ledger", unique = ["number"], columns.number = { label = "编号", type = "text" }, columns.date = { label = "日期", type = "date" } }
fields.reviews = { label = "回访", type = "ledger", columns.visit = { label = "走访编号", type = "text", refers = "visits.number" } }
"#;

#[test]
fn rows_share_no_number_and_refer_to_what_there_is() {
    let row =
        |number: &str, day: u32| format!("[[work.visits]]\nnumber = \"{number}\"\ndate = 2023-05-{day:02}\n");
    let review = |number: &str| format!("[[work.reviews]]\nvisit = \"{number}\"\n");
    for (rows, expected) in [
        (row("A1", 1) + &row("A2", 2) + &review("A1"), &[][..]),
        (row("A1", 1) + &row("A1", 2), &["K033 9"]),
        // Spaces and widths aside it is one number.
        (row("A1", 1) + &row("Ａ1 ", 2), &["K033 9"]),
        (row("A1", 1) + &review("A9"), &["K034 10"]),
        (row("A1", 1) + &review("A 1"), &[]),
    ] {
        assert_eq!(found(LEDGERS, &format!("n = 1\n{rows}")), expected, "{rows}");
    }
}

const ACCOUNT: &str = r#"
fields.income = { label = "收入", type = "decimal" }
fields.grants = { label = "拨款", type = "decimal" }
fields.other = { label = "其他", type = "decimal" }
fields.total = { label = "合计", type = "decimal", parts = ["income", "grants", "other"], tolerance = "0.01" }
fields.account = { label = "收支账", type = "ledger", columns.item = { label = "科目", type = "text" }, columns.income = { label = "收入", type = "decimal" }, columns.grants = { label = "拨款", type = "decimal" }, columns.total = { label = "合计", type = "decimal", parts = ["income", "grants"], tolerance = "0.01" } }
"#;

/// Rows that do not add up, from 0, with by how much in hundredths.
const UNTRUE: [(u32, i64); 5] = [(3, 2), (11, -7), (24, 100), (37, -2), (49, 9000)];

/// Fifty rows of an account in hundredths: parts, and a total that is a hundredth off here and there.
fn account() -> impl Iterator<Item = ([i64; 3], i64)> {
    (0..50_u32).map(|row| {
        let part = |times: u32| i64::from((row + 1) * times * 7919 % 99_991);
        let parts = [part(3), part(5), part(11)];
        let rounding = [0, 1, 0, -1, 0][row as usize % 5];
        let off = UNTRUE.iter().find(|(untrue, _)| *untrue == row);
        (parts, parts.iter().sum::<i64>() + off.map_or(rounding, |(_, by)| *by))
    })
}

fn money(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[test]
fn an_account_of_fifty_units_names_its_five_untrue_rows() {
    // As a workbook with a row a unit.
    let bare = workspace(ACCOUNT, "");
    bare.replace("workspace.toml", "data = \"data\"", "workbook = \"data.xlsx\"");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["单位", "收入", "拨款", "其他", "合计"].iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *head).unwrap();
    }
    for (row, (parts, total)) in (1..).zip(account()) {
        sheet.write(row, 0, format!("某某镇{row}")).unwrap();
        for (column, value) in (1..).zip(parts.into_iter().chain([total])) {
            sheet.write(row, column, money(value).parse::<f64>().unwrap()).unwrap();
        }
    }
    book.save(bare.path("data.xlsx")).unwrap();
    let cells: Vec<String> = UNTRUE.iter().map(|(row, _)| format!("K005 E{}", row + 2)).collect();
    assert_eq!(check(&bare, &[]).0, cells);
    // As CSV, with marks between thousands.
    let mut text = "单位,收入,拨款,其他,合计\n".to_owned();
    for (row, (parts, total)) in (1..).zip(account()) {
        let [a, b, c] = parts.map(money);
        let _ = writeln!(text, "某某镇{row},{a},{b},{c},{}", money(total));
    }
    bare.write("data.csv", text);
    bare.replace("workspace.toml", "workbook = \"data.xlsx\"", "table = \"data.csv\"");
    let lines: Vec<String> = UNTRUE.iter().map(|(row, _)| format!("K005 {}", row + 2)).collect();
    assert_eq!(check(&bare, &[]).0, lines);
}

#[test]
fn an_account_of_fifty_rows_names_its_five_untrue_ones() {
    // As a ledger of one unit: a line a row.
    let rows = account().zip(1..).map(|(([income, grants, other], total), row)| {
        let (grants, total) = (money(grants + other), money(total));
        format!(
            "  {{ item = \"科目{row}\", income = {}, grants = {grants}, total = {total} }},\n",
            money(income)
        )
    });
    let lines = format!("account = [\n{}]", rows.collect::<String>());
    let expected: Vec<String> = UNTRUE.iter().map(|(row, _)| format!("K005 {}", row + 6)).collect();
    assert_eq!(found(ACCOUNT, &lines), expected);
    // A total over them all is none of them.
    let exact = ACCOUNT.replace(", tolerance = \"0.01\"", "");
    assert!(found(&exact, &lines).len() > 20, "without a tolerance each hundredth is told");
}

#[test]
fn check_asks_what_is_declared_whatever_the_data_come_from() {
    let declared = "[checks.within]\nrule = \"n <= m\"\nseverity = \"error\"\nmessage = \"演练{drills}次，多于参演{people}人次。\"\n";
    let said = |bare: &Bare, arguments: &[&str]| {
        let output = bare.run(&[&["--lang", "zh"], arguments].concat());
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code().unwrap(), text)
    };
    let toml = workspace(declared, "");
    toml.unit("a", &[("work", "n = 9\nm = 4")]);
    let csv = workspace(declared, "");
    csv.replace("workspace.toml", "data = \"data\"", "table = \"data.csv\"");
    csv.write("data.csv", "单位,次数,人次\n甲镇,9,4\n乙镇,1,4\n");
    let book = workspace(declared, "");
    book.replace("workspace.toml", "data = \"data\"", "workbook = \"data.xlsx\"");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, cells) in (0..).zip([["单位", "甲镇"], ["次数", "9"], ["人次", "4"]]) {
        sheet.write(0, column, cells[0]).unwrap().write(1, column, cells[1]).unwrap();
    }
    workbook.save(book.path("data.xlsx")).unwrap();
    for (bare, place) in [(&toml, "K001 5"), (&csv, "K001 2"), (&book, "K001 B2")] {
        assert_eq!(check(bare, &[]), (vec![place.to_owned()], true));
        for arguments in
            [&["check"][..], &["batch", "--strict"], &["batch"], &["batch", "--json"], &["check", "--strict"]]
        {
            let (exit, said) = said(bare, arguments);
            assert!(exit == 1 && said.contains("演练9次，多于参演4人次。"), "{arguments:?}: {said}");
        }
    }
}

const SUMS: &str = r#"
fields.visits = { label = "走访", type = "ledger", columns.date = { label = "日期", type = "date" }, columns.homes = { label = "户数", type = "integer" }, columns.kind = { label = "类别", type = "text" } }
counts.visits = { label = "走访", measure = "次", ledger = "visits" }
counts.homes = { label = "户数", measure = "户", ledger = "visits", sum = "homes" }
counts.named = { label = "其他走访", measure = "次", ledger = "visits", where = "kind != 'x'" }
counts.kinds = { label = "有类别的走访", measure = "次", ledger = "visits", where = "has(kind)" }
counts.open = { label = "不是甲类的走访", measure = "次", ledger = "visits", where = "!has(kind) || kind != 'x'" }
"#;

#[test]
fn a_sum_over_nothing_is_missing_and_rows_without_a_day_do_not_count() {
    let row = |cells: &str| format!("[[work.visits]]\n{cells}\n");
    let day = "date = 2023-05-01";
    // A row that does not give what its condition asks for does not count, whatever it asks, unless it asks whether it is given.
    for (rows, [visits, homes, named, kinds, open]) in [
        // No row says how many homes.
        (row(day) + &row(day), [Some("2"), None, Some("0"), Some("0"), Some("2")]),
        (
            row(day) + &row(&format!("{day}\nhomes = 0")),
            [Some("2"), Some("0"), Some("0"), Some("0"), Some("2")],
        ),
        (
            row(&format!("{day}\nhomes = 3")) + &row("homes = 5"),
            [Some("1"), Some("3"), Some("0"), Some("0"), Some("1")],
        ),
        // No row counts: they lie outside the period, or have no day.
        (
            row("date = 2023-01-05\nhomes = 3") + &row("homes = 5"),
            [Some("0"), Some("0"), Some("0"), Some("0"), Some("0")],
        ),
        (
            row(&format!("{day}\nkind = \"x\"")) + &row(&format!("{day}\nkind = \"y\"")) + &row(day),
            [Some("3"), None, Some("1"), Some("2"), Some("2")],
        ),
    ] {
        let bare = workspace(SUMS, "");
        bare.unit("a", &[("work", &format!("n = 1\n{rows}"))]);
        let batch = bare.batch(&[]);
        let counts = ["visits", "homes", "named", "kinds", "open"]
            .map(|name| batch.units["a"].count(&format!("work/{name}")));
        assert_eq!(counts, [visits, homes, named, kinds, open], "{rows}{}", batch.said);
    }
}
