//! Roll-up: 200 generated units in three levels, whose figures are computed here once more from the same raw numbers;
//! the workbook as LibreOffice calculates it, the page as Chromium shows it, and what keeps a roll-up from being made.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use huibian_tests::Workspace;
use huibian_tests::bare::Bare;
use huibian_tests::readers::{ask, browser, readers};
use serde::Deserialize;
use serde_json::Value;

const UNITS: usize = 200;
const TOWNS: usize = 20;
/// The unit whose data are wrong.
const WRONG: usize = 7;
const FORMULA: &str = "=cmd|' /C calc'!A0";
const SCRIPT: &str = "<script>alert(1)</script>";
const KEYS: [&str; 9] = [
    "theory-study/sessions",
    "theory-study/seminars",
    "propaganda/meetings",
    "propaganda/articles",
    "position-management/branches",
    "position-management/sites",
    "online-opinion/commentators",
    "online-opinion/found",
    "online-opinion/handled",
];
const PLACE: &str = "out/ideology/2023Q2/rollup";

/// A generated unit: its name, town, and raw numbers; without the last three it has no such section.
struct Raw {
    name: String,
    town: usize,
    numbers: Vec<u64>,
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

fn raw(units: usize, towns: usize) -> Vec<Raw> {
    let mut dice = Dice(2023);
    let unit = |index: usize| {
        let name = match index {
            3 => FORMULA.to_owned(),
            4 => SCRIPT.to_owned(),
            _ => format!("云溪{index}村"),
        };
        let mut numbers: Vec<u64> = [9, 4, 5, 40, 3, 9].map(|below| dice.roll(below)).into();
        if !index.is_multiple_of(3) {
            let found = dice.roll(12);
            numbers.extend([dice.roll(20), found, dice.roll(found + 1)]);
        }
        Raw { name, town: index % towns, numbers }
    };
    (0..units).map(unit).collect()
}

/// A workspace of a city, its towns, and their villages; one village has wrong data, one has none.
fn city(raw: &[Raw], towns: usize) -> Workspace {
    let workspace = Workspace::new();
    let settings = workspace.read("workspace.toml");
    let mut settings = settings[..settings.find("[[parents]]").unwrap()].to_owned();
    settings += "[[parents]]\nid = \"city\"\nname = \"某某市\"\n";
    for town in 0..towns {
        let _ =
            write!(settings, "[[parents]]\nid = \"t{town}\"\nname = \"第{town}镇\"\nparent = \"某某市\"\n");
    }
    settings += "units = [\"缺报村\"]\n";
    workspace.write("workspace.toml", &settings);
    fs::remove_dir_all(workspace.path("data/2023Q2")).unwrap();
    for (index, Raw { name, town, numbers }) in raw.iter().enumerate() {
        let n = numbers;
        let sign = if index == WRONG { "-1" } else { "" };
        let mut text = format!(
            "[unit]\nname = \"{name}\"\nparent = \"t{town}\"\n[theory-study]\nsessions_total = {sign}{}\n\
             seminars_total = {}\ntitles = [\"《读本{}》\"]\n[propaganda]\nmeetings_total = {}\narticles_total = {}\n\
             [position-management]\nbranches_total = {}\nsites_total = {}\n",
            n[0],
            n[1],
            index % 3,
            n[2],
            n[3],
            n[4],
            n[5]
        );
        if let [_, _, _, _, _, _, staff, found, handled] = n[..] {
            let _ = write!(
                text,
                "[online-opinion]\ncommentators_total = {staff}\nfound_total = {found}\nhandled_total = {handled}\n"
            );
        }
        workspace.write(&format!("data/2023Q2/u{index:05}.toml"), &text);
    }
    workspace
}

/// The sums of the units that are right, and how many gave each; added up here, once more.
fn sums<'r>(units: impl Iterator<Item = (usize, &'r Raw)>) -> ([u64; 9], [usize; 9]) {
    let (mut sums, mut given) = ([0; 9], [0; 9]);
    for (index, unit) in units {
        if index != WRONG {
            for (place, number) in unit.numbers.iter().enumerate() {
                sums[place] += number;
                given[place] += 1;
            }
        }
    }
    (sums, given)
}

/// `part` of `whole` in tenths of a percent, rounded half up.
fn tenths(part: u64, whole: u64) -> u64 {
    (part * 2000 + whole) / (whole * 2)
}

fn manifest(workspace: &Workspace) -> Vec<Value> {
    let text = workspace.read(&format!("{PLACE}/manifest.jsonl"));
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| line["unit"].is_string()).collect()
}

fn rollup(workspace: &Workspace, arguments: &[&str]) -> (i32, String) {
    let output = workspace.run(&[&["--lang", "zh", "rollup"], arguments].concat());
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn figures_equal_an_independent_computation_and_say_how_many_units_they_cover() {
    let raw = raw(UNITS, TOWNS);
    let workspace = city(&raw, TOWNS);
    let (exit, said) = rollup(&workspace, &[]);
    assert_eq!(exit, 1, "a unit is missing and one failed: {said}");
    let parents = manifest(&workspace);
    assert_eq!(parents.len(), 1, "the roots alone");
    let (sums, given) = sums(raw.iter().enumerate());
    let counts = &parents[0]["counts"];
    for ((key, sum), given) in KEYS.iter().zip(sums).zip(given) {
        assert_eq!(counts[key]["value"], sum.to_string(), "{key}");
        assert_eq!(counts[key]["from"][0], format!("units {given}/{}", UNITS + 1), "{key}");
    }
    let rate = tenths(sums[8], sums[7]);
    let rate = format!("{}.{}", rate / 10, rate % 10);
    assert_eq!(counts["online-opinion/handling_rate"]["value"], rate);
    let coverage = &parents[0]["coverage"];
    assert_eq!((&coverage["units"], &coverage["reported"]), (&201.into(), &199.into()));
    assert_eq!(coverage["left_out"], serde_json::json!(["云溪7村", "缺报村"]));

    let report = workspace.read(&format!("{PLACE}/某某市.md"));
    for words in [
        format!("组织理论学习中心组学习{}次", sums[0]),
        format!("处置率为{rate}%"),
        format!(
            "以上数据由201个单位中的199个汇总，云溪7村、缺报村未计入。其中，“网络舆情”由{}个单位汇总",
            given[7]
        ),
        "先后学习了《读本0》《读本2》《读本1》等内容".to_owned(),
    ] {
        let report = report.replace('\\', "");
        assert!(report.contains(&words), "{words}\n{report}");
    }

    assert_eq!(rollup(&workspace, &["第3镇"]).0, 0, "nothing is wrong in this town");
    let (town, _) = self::sums(raw.iter().enumerate().filter(|(_, unit)| unit.town == 3));
    let parents = manifest(&workspace);
    for (key, sum) in KEYS.iter().zip(town) {
        assert_eq!(parents[0]["counts"][key]["value"], sum.to_string(), "{key}");
    }
    assert_eq!(parents[0]["coverage"]["left_out"], serde_json::json!([]));
}

#[test]
fn two_runs_give_the_same_bytes_on_any_number_of_threads() {
    let workspace = city(&raw(40, 4), 4);
    let files = |jobs: &str| -> BTreeMap<PathBuf, Vec<u8>> {
        assert_eq!(rollup(&workspace, &["--jobs", jobs]).0, 1);
        let entries = fs::read_dir(workspace.path(PLACE)).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    };
    let first = files("1");
    let names: Vec<_> = first.keys().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    let expected = ["manifest.jsonl", "某某市.docx", "某某市.html", "某某市.md", "某某市.xlsx"];
    assert_eq!(names, expected);
    assert!(first == files("4"));
}

#[derive(Deserialize)]
struct Book {
    charts: usize,
    sheets: BTreeMap<String, Sheet>,
}

#[derive(Deserialize)]
struct Sheet {
    cached: Vec<Vec<Value>>,
    calculated: Vec<Vec<Value>>,
    formulas: Vec<Vec<Value>>,
    types: Vec<Vec<String>>,
}

#[test]
fn the_workbook_calculated_by_libreoffice_equals_the_figures() {
    let Some(home) = readers() else { return };
    let raw = raw(UNITS, TOWNS);
    let workspace = city(&raw, TOWNS);
    assert_eq!(rollup(&workspace, &[]).0, 1);
    let path = workspace.path(&format!("{PLACE}/某某市.xlsx"));
    let book: Book = ask(&home, "workbook.py", &[path]).into_values().next().unwrap();
    assert_eq!(book.charts, KEYS.len() + 1);
    let sheet = &book.sheets["汇总"];
    let rows: BTreeMap<&str, usize> =
        sheet.cached.iter().enumerate().filter_map(|(row, cells)| Some((cells[0].as_str()?, row))).collect();
    let number = |cells: &[Vec<Value>], row: usize, column: usize| cells[row][column].as_f64();
    let mut compared = 0;
    let mut hold = |name: &str, sums: [u64; 9], given: [usize; 9], is_parent: bool| {
        let row = rows[name];
        for column in 0..9 {
            let wanted = (given[column] > 0).then_some(sums[column] as f64);
            assert_eq!(number(&sheet.cached, row, column + 2), wanted, "{name} {}", KEYS[column]);
            assert_eq!(number(&sheet.calculated, row, column + 2), wanted, "{name} {}", KEYS[column]);
            assert_eq!(
                sheet.types[row][column + 2] == "f",
                is_parent,
                "{name} {}",
                sheet.formulas[row][column + 2]
            );
        }
        let rate = (sums[7] > 0).then(|| tenths(sums[8], sums[7]) as f64 / 1000.0);
        for cells in [&sheet.cached, &sheet.calculated] {
            match rate {
                Some(rate) => assert!((number(cells, row, 11).unwrap() - rate).abs() < 1e-12, "{name}"),
                None => assert_eq!(cells[row][11], "—", "{name}"),
            }
        }
        compared += 1;
    };
    let (total, given) = sums(raw.iter().enumerate());
    hold("某某市", total, given, true);
    for town in 0..TOWNS {
        let (sums, given) = sums(raw.iter().enumerate().filter(|(_, unit)| unit.town == town));
        hold(&format!("第{town}镇"), sums, given, true);
    }
    for (index, unit) in raw.iter().enumerate().filter(|(index, _)| *index != WRONG) {
        let (sums, given) = sums(std::iter::once((index, unit)));
        hold(&unit.name, sums, given, false);
    }
    assert_eq!(compared, 1 + TOWNS + UNITS - 1);
    assert_eq!(sheet.types[rows[FORMULA]][0], "s", "a name is never a formula");
    for name in ["云溪7村", "缺报村"] {
        assert!(sheet.cached[rows[name]][2..].iter().all(Value::is_null), "{name}: nothing, and not 0");
    }
    let standing = &book.sheets["报送情况"].cached;
    assert_eq!((&standing[1][0], &standing[1][2]), (&"缺报村".into(), &"未报送".into()));
    assert_eq!((&standing[2][0], &standing[2][2]), (&"云溪7村".into(), &"失败".into()));
    assert!(standing[2][3].as_str().unwrap().contains("data/2023Q2/u00007.toml:5:18"), "{}", standing[2][3]);
}

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let mark = format!(" {attribute}=\"");
    page.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// A link as the file it leads to.
fn file(link: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = link.as_bytes();
    while let [first, tail @ ..] = rest {
        let coded = *first == b'%';
        bytes.push(if coded {
            u8::from_str_radix(std::str::from_utf8(&tail[..2]).unwrap(), 16).unwrap()
        } else {
            *first
        });
        rest = if coded { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_page_shows_every_unit_links_to_documents_and_lets_no_text_act() {
    let raw = raw(UNITS, TOWNS);
    let workspace = city(&raw, TOWNS);
    assert_eq!(workspace.batch("2"), 1);
    assert_eq!(rollup(&workspace, &[]).0, 1);
    let page = workspace.read(&format!("{PLACE}/某某市.html"));
    assert!(page.contains("<title>某某市2023年第二季度意识形态工作分析报告汇总</title>"));
    for forbidden in ["http:", "https:", " src=", "@import", "url(", SCRIPT] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    let units = &page[page.find("<table id=\"units\"").unwrap()..];
    let body = &units[units.find("<tbody>").unwrap()..];
    let rows: Vec<&str> = body.split("<tr>").skip(1).collect();
    assert_eq!(rows.len(), UNITS + 1);
    assert!(rows[0].contains("缺报村") && rows[0].contains("未报送"), "{}", rows[0]);
    assert!(rows[1].contains("云溪7村") && rows[1].contains("失败"), "{}", rows[1]);
    let problems = &page[page.find("id=\"problems\"").unwrap()..];
    assert!(problems.find("缺报村").unwrap() < problems.find("云溪7村").unwrap());
    assert!(problems.contains("data/2023Q2/u00007.toml:5:18"));
    for row in &rows[2..] {
        let (titles, sources) = (values(row, "title"), values(row, "data-source"));
        assert!(sources.iter().all(|source| titles.contains(source)) && sources.len() >= 6, "{row}");
        let links = values(row, "href");
        assert_eq!(links.len(), 1 + sources.len(), "each figure leads to its document");
        let document = workspace.path(PLACE).join(file(links[0]));
        assert!(document.is_file(), "{}", document.display());
    }
    let (sums, _) = sums(raw.iter().enumerate());
    let foot = &units[units.find("<tfoot>").unwrap()..units.find("<tbody>").unwrap()];
    assert!(foot.contains(&format!(">{}<", sums[3])) && foot.contains("199/201"), "{foot}");
}

/// What is put into the page to try it: it counts faults, clicks on headings and notes what it sees and how long it took.
const TRIAL: &str = r#"<script>
var faults = [];
addEventListener("error", function (event) { faults.push(event.message); });
addEventListener("securitypolicyviolation", function (event) { faults.push(event.violatedDirective); });
addEventListener("load", function () {
  var table = document.getElementById("units"), heads = table.tHead.rows[0].cells, seen = { slowest: 0 };
  function click(column) {
    var start = performance.now();
    heads[column].querySelector("button").click();
    seen.slowest = Math.max(seen.slowest, performance.now() - start);
    return Array.from(table.tBodies[0].rows, function (row) { return row.cells[column].textContent; });
  }
  click(0);
  seen.down = click(7);
  seen.sort = heads[7].getAttribute("aria-sort");
  seen.up = click(7);
  seen.names = click(1).slice(0, 2);
  seen.rows = table.tBodies[0].rows.length;
  seen.fetched = performance.getEntriesByType("resource").length;
  seen.faults = faults;
  document.title = JSON.stringify(seen);
});
</script>"#;

#[derive(Deserialize)]
struct Seen {
    down: Vec<String>,
    up: Vec<String>,
    sort: String,
    names: Vec<String>,
    rows: usize,
    fetched: usize,
    faults: Vec<String>,
    slowest: f64,
}

#[test]
fn the_page_of_2000_units_sorts_in_a_browser_and_fetches_nothing() {
    let Some(browser) = browser() else { return };
    let workspace = city(&raw(2000, 100), 100);
    assert_eq!(rollup(&workspace, &[]).0, 1);
    let page = workspace.read(&format!("{PLACE}/某某市.html"));
    workspace.write("trial.html", &page.replacen("<title>", &format!("{TRIAL}<title>"), 1));
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", workspace.path("profile").display()))
        .arg(format!("file://{}", workspace.path("trial.html").display()))
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    let title = shown.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    let title = title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let seen: Seen = serde_json::from_str(&title).unwrap_or_else(|error| panic!("{error}: {title}"));
    assert_eq!((seen.faults.as_slice(), seen.fetched), ([].as_slice(), 0));
    assert_eq!((seen.rows, seen.sort.as_str()), (2001, "descending"));
    let numbers = |texts: &[String]| texts.iter().filter_map(|text| text.parse().ok()).collect::<Vec<u64>>();
    let (down, up) = (numbers(&seen.down), numbers(&seen.up));
    assert!(down.len() == 1999 && down.is_sorted_by(|one, other| one >= other));
    assert!(up.is_sorted() && up.first() < up.last());
    assert!(seen.up[1999..].iter().all(|text| text.parse::<u64>().is_err()), "what is missing stands last");
    assert!(seen.names.iter().all(|name| [FORMULA, SCRIPT].contains(&name.as_str())), "{:?}", seen.names);
    assert!(seen.slowest < 1000.0, "a click takes {} ms, far more than on any machine at rest", seen.slowest);
}

#[test]
fn the_example_rolls_up_as_it_stands() {
    let workspace = Workspace::new();
    let (exit, said) = rollup(&workspace, &[]);
    assert_eq!(exit, 0, "{said}");
    let report = workspace.read(&format!("{PLACE}/某某县.md"));
    assert!(report.contains("以上数据由7个单位汇总"), "{report}");
    let parents = manifest(&workspace);
    assert_eq!(parents[0]["counts"]["online-opinion/found"]["from"][0], "units 5/7");
}

/// A small workspace whose units `a`, `b` and perhaps `c` stand below 某某县.
fn county(plugins: &[&str]) -> Bare {
    let bare = Bare::new(plugins);
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    let settings = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    bare.write("workspace.toml", settings + "\n[[parents]]\nid = \"xian\"\nname = \"某某县\"\n");
    let template = fs::read_to_string(bare.path("templates/bare.hbs")).unwrap();
    let template = template.replacen("+++\n#", "\n[slots.problems]\nkind = \"items\"\n+++\n#", 1);
    bare.write("templates/bare.hbs", template + "\n{{slot \"problems\"}}\n");
    bare
}

/// Writes a unit's three numbers of a period, and the table of a further plugin.
fn unit(bare: &Bare, period: &str, id: &str, [inspections, hazards, rectified]: [u32; 3], more: &str) {
    let text = format!(
        "[unit]\nname = \"某某镇{id}\"\nparent = \"xian\"\n[safety-production]\ninspections_total = {inspections}\n\
         hazards_total = {hazards}\nrectified_total = {rectified}\n{more}"
    );
    bare.write(format!("data/{period}/{id}.toml"), text);
}

fn succeeds(bare: &Bare, arguments: &[&str]) {
    let output = bare.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

const CHANGE: &str = "# 安全生产\n\n检查{{count \"inspections\"}}（{{change \"inspections\"}}）\
    {{#present \"rectification_rate\"}}，整改率{{count \"rectification_rate\"}}（{{change \"rectification_rate\"}}）{{/present}}。\n";

#[test]
fn sums_compare_with_the_period_before_over_the_units_that_gave_both() {
    let bare = county(&["safety-production"]);
    bare.write("wording/safety-production/results.hbs", CHANGE);
    unit(&bare, "2023Q1", "a", [10, 0, 0], "");
    unit(&bare, "2023Q1", "b", [5, 187, 184], "");
    succeeds(&bare, &["close", "2023Q1"]);
    unit(&bare, "2023Q2", "a", [12, 3, 0], "");
    unit(&bare, "2023Q2", "b", [4, 187, 180], "");
    let report = || {
        succeeds(&bare, &["rollup", "--format", "md,html"]);
        fs::read_to_string(bare.path("out/rollup/xian.md")).unwrap().replace('\\', "")
    };
    let said = report();
    assert!(said.contains("检查16家次（较上季度增加1家次，增长6.7%）"), "{said}");
    assert!(said.contains("整改率94.7%（较上季度下降3.7个百分点）"), "180/190 after 184/187: {said}");
    let page = fs::read_to_string(bare.path("out/rollup/xian.html")).unwrap();
    assert!(page.contains("id=\"units\""), "a report in HTML stands beside the page, not in its place");
    assert!(bare.path("out/rollup/xian.report.html").is_file());
    if let Some(home) = readers() {
        let path = bare.path("out/rollup/xian.xlsx");
        let book: Book = ask(&home, "workbook.py", &[path]).into_values().next().unwrap();
        for rows in [&book.sheets["较上季度"].cached, &book.sheets["较上季度"].calculated] {
            assert_eq!((&rows[5][0], &rows[5][1], &rows[5][2]), (&"某某县".into(), &15.into(), &1.into()));
            let rate = &rows[5][9..11];
            assert_eq!((rate[0].as_f64(), rate[1].as_f64()), (Some(0.984), Some(-3.7)), "{:?}", rows[5]);
        }
    }
    unit(&bare, "2023Q2", "c", [4, 1, 1], "");
    let said = report();
    assert!(
        said.contains("检查20家次（除某某镇c外的2个单位较上季度增加1家次，增长6.7%）"),
        "three against two: {said}"
    );
}

#[test]
fn a_wide_workbook_has_a_sheet_a_plugin_and_every_rule_of_adding_up() {
    let bare = county(&["safety-production"]);
    let mut plugin =
        "id = \"wide\"\nversion = \"1\"\ntitle = \"=险情/[处置]\"\ncontract = 1\nslots = []\n".to_owned();
    for (name, kind) in
        [("money", "decimal"), ("longest", "integer"), ("rank", "integer"), ("people", "integer")]
    {
        let _ = write!(plugin, "[fields.{name}]\nlabel = \"{name}\"\ntype = \"{kind}\"\n");
    }
    plugin += "[counts.money]\nlabel = \"=投入\"\nkind = \"decimal\"\nscale = 2\nmeasure = \"万元\"\nnumber = \"money\"\n\
        [counts.longest]\nlabel = \"最长\"\nnumber = \"longest\"\nover_units = \"max\"\n\
        [counts.rank]\nlabel = \"名次\"\nnumber = \"rank\"\nover_units = \"none\"\n\
        [counts.people]\nlabel = \"人数\"\nnumber = \"people\"\n\
        [counts.share]\nlabel = \"人均\"\nkind = \"ratio\"\nscale = 1\nratio = { num = \"longest\", den = \"people\", as = \"‰\" }\n";
    for number in 0..8 {
        let _ = write!(plugin, "[counts.more{number}]\nlabel = \"其他{number}\"\nnumber = \"people\"\n");
    }
    bare.write("plugins/wide/plugin.toml", plugin);
    bare.replace("workspace.toml", "\"safety-production\"]", "\"safety-production\", \"wide\"]");
    let wide = |money: &str, longest: u32| {
        format!("[wide]\nmoney = {money}\nlongest = {longest}\nrank = 2\npeople = 320\n")
    };
    unit(&bare, "2023Q2", "a", [1, 0, 0], &wide("1.25", 7));
    unit(&bare, "2023Q2", "b", [1, 0, 0], &wide("2.005", 3));
    unit(&bare, "2023Q2", "c", [1, 0, 0], "[wide]\npeople = 10\n");
    succeeds(&bare, &["rollup"]);
    let Some(home) = readers() else { return };
    let book: Book =
        ask(&home, "workbook.py", &[bare.path("out/rollup/xian.xlsx")]).into_values().next().unwrap();
    let names: Vec<&str> = book.sheets.keys().map(String::as_str).collect();
    assert_eq!(names, ["=险情处置", "图表", "安全生产", "报送情况"]);
    let sheet = &book.sheets["=险情处置"];
    assert_eq!((sheet.formulas[2][2].as_str(), sheet.types[2][2].as_str()), (Some("=险情/[处置]"), "s"));
    assert_eq!(sheet.types[3][2], "s", "a label is never a formula");
    for rows in [&sheet.cached, &sheet.calculated] {
        let total: Vec<Option<f64>> = rows[5][2..7].iter().map(Value::as_f64).collect();
        assert_eq!(total, [Some(3.26), Some(7.0), None, Some(650.0), Some(10.9)], "{:?}", rows[5]);
    }
    assert_eq!((&sheet.cached[4][2], &sheet.cached[4][5]), (&"2".into(), &"3".into()), "units behind a sum");
}

#[test]
fn what_is_no_tree_is_told_with_its_place() {
    for (from, to, code, place) in [
        ("\"special\"]", "\"special\"]\nparent = \"某市\"", "G001", "workspace.toml:"),
        ("\"special\"]", "\"special\"]\nparent = \"xian\"", "G002", "workspace.toml:"),
        ("id = \"xian\"", "id = \"yunxi\"", "G003", "data/2023Q2/yunxi.toml"),
        (
            "\"special\"]",
            "\"special\"]\n[[parents]]\nid = \"b\"\nname = \"乙县\"\nunits = [\"云溪镇\"]",
            "G004",
            "workspace.toml:",
        ),
        ("id = \"xian\"", "id = \"某 县\"", "U010", "workspace.toml:"),
    ] {
        let workspace = Workspace::new();
        workspace.replace("workspace.toml", from, to);
        let (exit, said) = rollup(&workspace, &[]);
        assert_eq!(exit, 2, "{to}: {said}");
        assert!(said.contains(&format!("[{code}]")) && said.contains(place), "{to}: {said}");
        assert!(!workspace.path("out").exists(), "{to}");
    }
    let workspace = Workspace::new();
    for (unit, code) in [("云溪镇", "G006"), ("某某", "W011")] {
        let (exit, said) = rollup(&workspace, &[unit]);
        assert!(exit == 2 && said.contains(code), "{unit}: {said}");
    }
    let settings = workspace.read("workspace.toml");
    workspace.write("workspace.toml", &settings[..settings.find("[[parents]]").unwrap()]);
    let (exit, said) = rollup(&workspace, &[]);
    assert!(exit == 2 && said.contains("G005"), "{said}");
}

#[test]
fn where_no_unit_gave_figures_that_is_said_and_no_report_is_made() {
    let workspace = Workspace::new();
    for unit in fs::read_dir(workspace.path("data/2023Q2")).unwrap().map(Result::unwrap) {
        let text = fs::read_to_string(unit.path()).unwrap();
        fs::write(unit.path(), text + "\n[nobody-asks]\nfor = 1\n").unwrap();
    }
    let (exit, said) = rollup(&workspace, &[]);
    assert!(exit == 1 && said.contains("G008") && !said.contains("T017"), "{exit} {said}");
    let place = |extension: &str| workspace.path(&format!("out/ideology/2023Q2/rollup/某某县.{extension}"));
    assert!(place("html").is_file() && place("xlsx").is_file() && !place("docx").exists());
}

#[test]
fn a_folder_in_the_place_of_the_record_is_told_before_any_unit_is_made() {
    let workspace = Workspace::new();
    fs::create_dir_all(workspace.path("out/ideology/2023Q2/rollup/manifest.jsonl")).unwrap();
    let (exit, said) = rollup(&workspace, &[]);
    assert!(exit == 2 && said.contains("O004") && !said.contains("[1/7]"), "{exit} {said}");
}

#[test]
fn a_unit_that_a_parent_lists_and_that_has_no_data_is_missed_before_anything_is_written() {
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "units = [\"", "units = [\"nowhere\", \"");
    let output = workspace.run(&["--lang", "en", "check"]);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(said.contains("nowhere"), "{said}");
    let strict = workspace.run(&["batch", "--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    assert!(!workspace.path("out").exists());
}

#[test]
fn a_unit_without_data_is_named_as_it_was_called_before() {
    let workspace = Workspace::new();
    for id in ["shiqiao", "qinghe"] {
        fs::remove_file(workspace.path(&format!("data/2023Q2/{id}.toml"))).unwrap();
    }
    // The one had data in the period before, the other was filed.
    workspace.write("data/2023Q1/stone.toml", "[unit]\nid = \"shiqiao\"\nname = \"石桥镇\"\n");
    let head = r#"{"report":"ideology","period":"2022Q4","version":1}"#;
    let line = |name: &str| format!("{{\"unit\":\"qinghe\",\"name\":\"{name}\",\"counts\":{{}}}}\n");
    workspace.write("history/ideology/2022Q4.jsonl", &format!("{head}\n{}", line("青禾镇")));
    let earlier = head.replace("2022Q4", "2022Q3");
    workspace.write("history/ideology/2022Q3.jsonl", &format!("{earlier}\n{}", line("青禾乡")));
    let output = workspace.run(&["--lang", "zh", "check"]);
    let told = String::from_utf8(output.stdout).unwrap();
    for name in ["没有收到“石桥镇”2023年第二季度的数据", "没有收到“青禾镇”2023年第二季度的数据"]
    {
        assert_eq!(told.matches(name).count(), 1, "{name}: {told}");
    }
    assert!(!told.contains("stone") && !told.contains("shiqiao"), "{told}");
    let (exit, said) = rollup(&workspace, &["--format", "md"]);
    assert_eq!(exit, 1, "{said}");
    let place = "out/ideology/2023Q2/rollup";
    let report = workspace.read(&format!("{place}/某某县.md"));
    assert!(report.contains("7个单位中的5个汇总，青禾镇、石桥镇未计入"), "{report}");
    let page = workspace.read(&format!("{place}/某某县.html"));
    assert!(page.contains("青禾镇") && page.contains("石桥镇"), "{page}");
}
