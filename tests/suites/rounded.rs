//! Amounts in 元 that reports print in 万元: whatever stands beside each other adds up, in every period's column; what was printed of
//! a period is printed of it ever after; and differences are those of what is printed.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use huibian_tests::bare::Bare;

/// All of it is for people and for things, and those are bought or hired.
const COUNTS: [(&str, &str); 5] =
    [("people", "人员"), ("things", "设备"), ("money", "投入"), ("bought", "购置"), ("hired", "租赁")];
const TOWNS: [&str; 5] = ["jia", "yi", "bing", "ding", "wu"];
const PERIODS: [&str; 7] = ["2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3"];

/// A county with five towns, whose report prints each amount of every time, and a table of this quarter and the one before.
fn county() -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    bare.replace("workspace.toml", "out/{unit.id}", "out/{period}/{unit.id}");
    bare.replace(
        "workspace.toml",
        "[output]",
        &format!("[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = {TOWNS:?}\n\n[output]"),
    );
    let mut plugin =
        "id = \"work\"\nversion = \"1\"\ntitle = \"投入\"\ncontract = 1\nslots = [\"results\"]\n".to_owned();
    let mut section = "# 投入\n".to_owned();
    for (name, label) in COUNTS {
        let parts = match name {
            "money" => "parts = [\"people\", \"things\"], ",
            "things" => "parts = [\"bought\", \"hired\"], ",
            _ => "",
        };
        let _ = writeln!(
            plugin,
            "fields.{name} = {{ label = \"{label}\", type = \"decimal\", measure = \"元\" }}\n\
             counts.{name} = {{ label = \"{label}\", measure = \"元\", kind = \"decimal\", scale = 2, number = \"{name}\", required = true, \
             {parts}shown = {{ measure = \"万元\", divide = 10000, scale = 2 }} }}"
        );
        let of = |time: &str| {
            format!(
                "{{{{#present \"{name}\" \"{time}\"}}}}{{{{{time} \"{name}\"}}}}{{{{else}}}}无{{{{/present}}}}"
            )
        };
        let _ = writeln!(
            section,
            "\n{name}：{{{{count \"{name}\"}}}}；{}；{}；{}；{{{{change \"{name}\"}}}}；\n",
            of("previous"),
            of("last_year"),
            of("to_date")
        );
    }
    bare.write("plugins/work/plugin.toml", plugin);
    bare.write(
        "plugins/work/sections/results.hbs",
        section + "\n{{#if rollup}}\n{{table \"money\"}}\n{{/if}}\n",
    );
    let cells = |more: &str| COUNTS.map(|(name, _)| format!("{{ count = \"{name}\"{more} }}")).join(", ");
    bare.write(
        "plugins/work/tables/money.toml",
        format!(
            "columns = [{{}}, {{}}, {{}}, {{}}, {{}}, {{}}, {{}}, {{}}, {{}}, {{}}, {{}}]\nrows = \"units\"\ntotal = \"合计\"\n\
             head = [[\"单位\", \"人员\", \"设备\", \"投入\", \"购置\", \"租赁\", \"上期人员\", \"上期设备\", \"上期投入\", \"上期购置\", \"上期租赁\"]]\n\
             row = [\"{{unit.name}}\", {}, {}]\n",
            cells(""),
            cells(", period = \"previous\"")
        ),
    );
    bare.write(
        "templates/bare.hbs",
        "+++\n[slots.results]\nkind = \"sections\"\n+++\n# {{unit.name}}投入情况\n\n## 情况\n\n{{slot \"results\"}}\n",
    );
    bare
}

/// Writes what a town gives, in 分.
fn town(bare: &Bare, period: &str, id: &str, [people, things]: [i64; 2]) {
    let yuan = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
    let bought = things / 3;
    let text = format!(
        "[unit]\nname = \"{id}镇\"\n[work]\npeople = {}\nthings = {}\nmoney = {}\nbought = {}\nhired = {}\n",
        yuan(people),
        yuan(things),
        yuan(people + things),
        yuan(bought),
        yuan(things - bought)
    );
    bare.write(format!("data/{period}/{id}.toml"), text);
}

fn succeeds(bare: &Bare, arguments: &[&str]) {
    let output = bare.run(&[&["--lang", "zh"], arguments].concat());
    assert!(output.status.code().unwrap() < 2, "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// What a report says of each count: this period, the one before, a year earlier, the year to date, and the change.
fn said(bare: &Bare, file: &str) -> (String, BTreeMap<&'static str, Vec<String>>) {
    let text = fs::read_to_string(bare.path(file)).unwrap().replace('\\', "");
    let of = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("{name}：")));
        line.unwrap_or_else(|| panic!("{name} in {text}")).split('；').map(str::to_owned).collect()
    };
    let all = COUNTS.map(|(name, _)| (name, of(name)));
    (text.clone(), all.into_iter().collect())
}

/// A number of hundredths of 万元; none where it says that there is none.
fn hundredths(text: &str) -> Option<i64> {
    let digits = text.strip_suffix("万元").unwrap_or(text);
    (digits != "无").then(|| digits.replace('.', "").parse().unwrap_or_else(|_| panic!("{text}")))
}

/// Makes all reports of a period and closes it.
fn make(bare: &Bare, period: &str) {
    succeeds(bare, &["--period", period, "batch", "--quiet"]);
    succeeds(bare, &["--period", period, "rollup", "--quiet"]);
    succeeds(bare, &["close", period, "--quiet"]);
}

/// Holds the columns of a table, its rows of towns with their total.
fn adds_up(text: &str) {
    let rows: Vec<Vec<i64>> = text
        .lines()
        .filter(|line| line.contains("镇 |") || line.contains("合计 |"))
        .map(|line| {
            line.trim_matches('|').split('|').skip(1).filter_map(|cell| hundredths(cell.trim())).collect()
        })
        .collect();
    assert_eq!(rows.len(), TOWNS.len() + 1, "{text}");
    for row in &rows {
        for row in row.chunks(COUNTS.len()) {
            assert_eq!([row[0] + row[1], row[3] + row[4]], [row[2], row[1]], "{text}");
        }
    }
    for column in 0..rows[0].len() {
        let sum: i64 = rows[..TOWNS.len()].iter().map(|row| row[column]).sum();
        assert_eq!(sum, rows[TOWNS.len()][column], "column {column}\n{text}");
    }
}

#[test]
fn every_column_adds_up_and_prints_what_was_printed_before() {
    let bare = county();
    let mut state = 7_u64;
    let mut dice = |below: i64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 33).unwrap() % below
    };
    for period in PERIODS {
        for id in TOWNS {
            let most = [20_000, 400_000, 90_000_000][usize::try_from(dice(3)).unwrap()];
            town(&bare, period, id, [dice(most), dice(most)]);
        }
        make(&bare, period);
    }
    let files = TOWNS.iter().map(|id| (*id).to_owned()).chain(["rollup/xian".to_owned()]);
    for file in files {
        let of = |period: usize| said(&bare, &format!("out/{}/{file}.md", PERIODS[period]));
        for (period, name_of_period) in PERIODS.iter().enumerate() {
            let (text, figures) = of(period);
            for time in [0, 1, 2, 3] {
                let of = |name: &str| hundredths(&figures[name][time]);
                for [one, other, all] in [["people", "things", "money"], ["bought", "hired", "things"]] {
                    let sum = of(one).zip(of(other)).map(|(one, other)| one + other);
                    assert_eq!(sum, of(all), "{time} {text}");
                }
            }
            for (name, says) in &figures {
                let [now, previous, last_year, to_date] = [0, 1, 2, 3].map(|time| hundredths(&says[time]));
                let earlier = |back: usize| hundredths(&of(period.checked_sub(back)?).1[name][0]);
                assert_eq!((previous, last_year), (earlier(1), earlier(4)), "{file} {name} {text}");
                let is_first = name_of_period.ends_with("Q1");
                assert!(
                    if is_first { to_date == now } else { to_date >= now.max(previous) },
                    "{file} {name} {text}"
                );
                let Some(difference) = previous.map(|previous| now.unwrap() - previous) else { continue };
                let word = if difference > 0 { "增加" } else { "减少" };
                let printed =
                    format!("较上季度{word}{}.{:02}万元", difference.abs() / 100, difference.abs() % 100);
                // What is less than 0.01万元 is told in 元.
                let is_little = || {
                    let yuan = says[4].split(['加', '少']).nth(1).and_then(|rest| rest.split('元').next());
                    yuan.is_some_and(|yuan| yuan.parse::<f64>().is_ok_and(|yuan| yuan < 100.0))
                };
                assert!(says[4].starts_with(&printed) || is_little(), "{file} {text}");
            }
        }
    }
    for period in PERIODS.iter().skip(1) {
        adds_up(&said(&bare, &format!("out/{period}/rollup/xian.md")).0);
    }
    let (text, _) = said(&bare, "out/2023Q3/rollup/xian.md");
    assert!(
        text.contains("上季度的“") || text.contains("上季度合计的“") || text.contains("累计合计的“"),
        "{text}"
    );
}

#[test]
fn a_difference_that_cannot_be_seen_in_what_is_printed_is_told_in_the_measure_of_the_data() {
    let bare = county();
    for (period, people) in [("2023Q1", 1_234_000), ("2023Q2", 1_234_500), ("2023Q3", 1_234_500)] {
        for id in TOWNS {
            town(&bare, period, id, [people, 10_000_000]);
        }
        make(&bare, period);
    }
    let change = |period: &str| said(&bare, &format!("out/{period}/jia.md")).1["people"][4].clone();
    assert_eq!(change("2023Q2"), "较上季度增加5.00元");
    for id in TOWNS {
        town(&bare, "2023Q4", id, [0, 0]);
    }
    make(&bare, "2023Q4");
    TOWNS.iter().for_each(|id| town(&bare, "2024Q1", id, [1_234, 0]));
    make(&bare, "2024Q1");
    assert_eq!(change("2024Q1"), "上季度为0.00，本季度为12.34元");
    assert_eq!(change("2023Q3"), "与上季度持平");
}

/// What a report's note of rounding names: whose figure, of which time, and which.
fn noted(text: &str) -> Vec<(String, String)> {
    let note = text.lines().find(|line| line.contains("舍位平衡")).unwrap_or_default();
    let (_, names) = note.split_once("与合计相符，").unwrap_or_default();
    let names = names.split('、').filter_map(|name| name.split_once('“'));
    names.map(|(whose, name)| (whose.to_owned(), name.split('”').next().unwrap().to_owned())).collect()
}

#[test]
fn the_note_of_rounds_names_what_its_report_prints_and_nothing_else() {
    let bare = county();
    for period in ["2022Q2", "2023Q1", "2023Q2"] {
        for (place, id) in (0..).zip(TOWNS) {
            let cents = 1_234_000 + 1_111 * place + i64::try_from(period.len()).unwrap();
            town(&bare, period, id, [cents, cents * 2 + 3_000]);
        }
        succeeds(&bare, &["--period", period, "close", period, "--partial"]);
    }
    let times = [("count", ""), ("previous", "上季度"), ("last_year", "上年同期"), ("to_date", "累计")];
    let mut named = 0;
    for (way, (helper, time)) in times.into_iter().enumerate() {
        for printed in [1, 2, 4, 5, 8, 12, 24, 31_usize] {
            let is_printed = |at: usize| printed >> at & 1 == 1;
            let counts = || (0..COUNTS.len()).filter(|at| is_printed(*at)).map(|at| COUNTS[at]);
            // What stands behind `rollup` is the county's alone.
            let of = |(name, _)| match helper {
                "count" => format!("{{{{count \"{name}\"}}}}；"),
                time => format!(
                    "{{{{#present \"{name}\" \"{time}\"}}}}{{{{{time} \"{name}\"}}}}；{{{{/present}}}}"
                ),
            };
            let all: String = counts().map(of).collect();
            let section = if way % 2 == 0 {
                all
            } else {
                format!("{{{{#if rollup}}}}{all}{{{{else}}}}详见附件。{{{{/if}}}}")
            };
            bare.write("plugins/work/sections/results.hbs", format!("# 投入\n\n{section}\n"));
            succeeds(&bare, &["--period", "2023Q2", "rollup", "--quiet"]);
            succeeds(&bare, &["--period", "2023Q2", "batch", "--force", "--quiet"]);
            let files = TOWNS.iter().map(|id| (*id).to_owned()).chain(["rollup/xian".to_owned()]);
            for file in files {
                let text =
                    fs::read_to_string(bare.path(format!("out/2023Q2/{file}.md"))).unwrap().replace('\\', "");
                for (whose, label) in noted(&text) {
                    named += 1;
                    assert!(text.contains('；'), "what is not printed is named: {text}");
                    assert!(counts().any(|(_, of)| of == label), "{label} is not printed: {text}");
                    assert_eq!(whose.trim_end_matches('的').trim_end_matches("合计"), time, "{text}");
                }
            }
        }
    }
    assert!(named >= 20, "{named}");
}
