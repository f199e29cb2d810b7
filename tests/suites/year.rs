//! A year of a city with a revision, a rename, a split, a move and a gap: four quarters' roll-ups, worked out here once more from
//! the raw files with none of the program's crates, and the same in the Word document, the Markdown, the workbook and the page.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use huibian_tests::readers::{ask, readers};
use huibian_tests::{CONFIG_DIR, copy, program, root};
use serde::Deserialize;

const QUARTERS: [&str; 4] = ["2024Q1", "2024Q2", "2024Q3", "2024Q4"];
const PARENTS: [(&str, &str); 3] = [("shi", "某某市"), ("jia", "甲县"), ("yi", "乙县")];

/// What one unit gave in one quarter, money in hundredths.
#[derive(Clone, Debug, Default)]
struct Raw {
    name: String,
    parent: String,
    visits: i64,
    hazards: i64,
    fixed: i64,
    fund: i64,
    sites: i64,
    longest: i64,
}

type Quarter = BTreeMap<String, Raw>;

fn read(folder: &Path) -> Quarter {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let file: toml::Table = text.parse().unwrap();
            let text = |key: &str| file["unit"][key].as_str().unwrap().to_owned();
            let number = |key: &str| file["work"][key].as_integer().unwrap();
            let fund = file["work"]["fund_total"].as_float().unwrap() * 100.0;
            let raw = Raw {
                name: text("name"),
                parent: text("parent"),
                visits: number("visits_total"),
                hazards: number("hazards_total"),
                fixed: number("fixed_total"),
                #[allow(clippy::cast_possible_truncation, reason = "hundredths of a few units")]
                fund: fund.round() as i64,
                sites: number("sites_total"),
                longest: number("longest_days"),
            };
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), raw)
        })
        .collect()
}

/// The quarters as they are filed in the end: the first one revised.
fn filed() -> Vec<Quarter> {
    let fixture = root().join("tests/fixtures/year");
    let mut quarters: Vec<Quarter> =
        QUARTERS.iter().map(|quarter| read(&fixture.join("data").join(quarter))).collect();
    quarters[0].extend(read(&fixture.join("revised/2024Q1")));
    quarters
}

fn is_below(raw: &Raw, parent: &str) -> bool {
    parent == "shi" || raw.parent == parent
}

fn sum(quarter: &Quarter, parent: &str, of: impl Fn(&Raw) -> i64) -> i64 {
    quarter.values().filter(|raw| is_below(raw, parent)).map(of).sum()
}

/// Who a unit was in a quarter before: 东河镇 was 东河乡, and 新坪街道 a part of 南坪镇.
fn before<'u>(id: &'u str, then: &Quarter) -> &'u str {
    match id {
        _ if then.contains_key(id) => id,
        "donghe-zhen" => "donghe",
        "xinping" => "nanping",
        other => other,
    }
}

/// The units of two quarters that go together below a parent, now and then, and the names of those that do not.
fn together(now: &Quarter, then: &Quarter, parent: &str) -> (Vec<Raw>, Vec<Raw>, Vec<String>, Vec<String>) {
    let mut groups: BTreeMap<String, (Vec<&Raw>, Option<&Raw>)> = BTreeMap::new();
    for (id, raw) in now {
        groups.entry(before(id, then).to_owned()).or_default().0.push(raw);
    }
    for (id, raw) in then {
        groups.entry(id.clone()).or_default().1 = Some(raw);
    }
    let (mut of_now, mut of_then, mut left, mut gone) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (units, was) in groups.values() {
        let here = |raw: &&&Raw| is_below(raw, parent);
        let all_here = !units.is_empty() && units.iter().all(|raw| is_below(raw, parent));
        match was {
            Some(was) if all_here && is_below(was, parent) => {
                of_now.extend(units.iter().map(|raw| (*raw).clone()));
                of_then.push((*was).clone());
            }
            _ => {
                left.extend(units.iter().filter(here).map(|raw| raw.name.clone()));
                gone.extend(was.iter().filter(here).map(|raw| raw.name.clone()));
            }
        }
    }
    (of_now, of_then, left, gone)
}

/// A number with so many digits after its point.
fn digits(number: i64, decimals: usize) -> String {
    match decimals {
        0 => number.to_string(),
        _ => format!("{}.{:02}", number / 100, number % 100),
    }
}

/// `part` of `whole` in tenths of a percent, rounded half up.
fn tenths(part: i64, whole: i64) -> i64 {
    (part * 2000 + whole) / (whole * 2)
}

fn change(before: i64, now: i64, measure: &str, decimals: usize) -> String {
    let difference = now - before;
    let rate = tenths(difference.abs(), before);
    let rate = if rate % 10 == 0 { (rate / 10).to_string() } else { format!("{}.{}", rate / 10, rate % 10) };
    let shown = digits(difference.abs(), decimals);
    match difference {
        0 => "与上季度持平".to_owned(),
        1.. => format!("较上季度增加{shown}{measure}，增长{rate}%"),
        _ => format!("较上季度减少{shown}{measure}，下降{rate}%"),
    }
}

/// What the report of a parent must say of a quarter.
fn sentence(quarters: &[Quarter], at: usize, parent: &str) -> String {
    let now = &quarters[at];
    let total = |of: fn(&Raw) -> i64| sum(now, parent, of);
    let to_date =
        |of: fn(&Raw) -> i64| quarters[..=at].iter().map(|quarter| sum(quarter, parent, of)).sum::<i64>();
    let (hazards, fixed) = (total(|raw| raw.hazards), total(|raw| raw.fixed));
    let rate = tenths(fixed, hazards);
    let longest = now.values().filter(|raw| is_below(raw, parent)).map(|raw| raw.longest).max().unwrap();
    // 云溪镇 gave nothing in the fourth quarter; 西山乡 stood below 甲县 before it.
    let mut notes = String::new();
    if at == 3 && parent != "jia" {
        notes += "（缺云溪镇第四季度数据）";
    }
    if at == 3 && parent != "shi" {
        notes += "（按各期隶属关系汇总）";
    }
    let [visits, fund, sites, rates] = if at == 0 {
        [(); 4].map(|()| "首次填报".to_owned())
    } else {
        let (of_now, of_then, left, gone) = together(now, &quarters[at - 1], parent);
        let all: Vec<String> = left.into_iter().chain(gone).collect();
        let basis = match all.len() {
            0 => String::new(),
            _ => format!("除{}外的{}个单位", all.join("、"), of_now.len()),
        };
        let pair =
            |of: fn(&Raw) -> i64| (of_then.iter().map(of).sum::<i64>(), of_now.iter().map(of).sum::<i64>());
        let said = |of: fn(&Raw) -> i64, measure: &str, decimals| {
            let (before, now) = pair(of);
            basis.clone() + &change(before, now, measure, decimals)
        };
        let ((found_then, found_now), (fixed_then, fixed_now)) =
            (pair(|raw| raw.hazards), pair(|raw| raw.fixed));
        let points = tenths(fixed_now, found_now) - tenths(fixed_then, found_then);
        let points = match points {
            0 => "与上季度持平".to_owned(),
            1.. => format!("较上季度提高{}.{}个百分点", points / 10, points % 10),
            _ => format!("较上季度下降{}.{}个百分点", -points / 10, -points % 10),
        };
        [
            said(|raw| raw.visits, "家次", 0),
            said(|raw| raw.fund, "万元", 2),
            said(|raw| raw.sites, "个", 0),
            basis.clone() + &points,
        ]
    };
    format!(
        "检查企业{}家次（{visits}），今年以来{}家次{notes}。发现隐患{hazards}处，整改率{}.{}%（{rates}）。\
         投入{}万元（{fund}），今年以来{}万元{notes}。现有点位{}个（{sites}），最长整改{longest}天。",
        total(|raw| raw.visits),
        to_date(|raw| raw.visits),
        rate / 10,
        rate % 10,
        digits(total(|raw| raw.fund), 2),
        digits(to_date(|raw| raw.fund), 2),
        total(|raw| raw.sites),
    )
}

/// The year's workspace in a folder of its own.
struct Year(tempfile::TempDir);

impl Year {
    fn new() -> Self {
        let year = Self(tempfile::tempdir().unwrap());
        copy(&root().join("tests/fixtures/year"), year.0.path());
        year.with_styles()
    }

    /// A larger one, of a table a quarter: what its plugin declares and its report says are the same.
    fn of_tables() -> Self {
        let year = Self(tempfile::tempdir().unwrap());
        copy(&root().join("tests/fixtures/public-year"), year.0.path());
        for part in ["plugins", "templates"] {
            copy(&root().join("tests/fixtures/year").join(part), &year.path(part));
        }
        year.with_styles()
    }

    fn with_styles(self) -> Self {
        let year = self;
        copy(&root().join("templates/styles"), &year.path("templates/styles"));
        year
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(program("huibian"));
        command.current_dir(self.0.path()).args(["--lang", "zh"]).args(arguments);
        let output = command.env(CONFIG_DIR, self.path("config")).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), said)
    }
}

/// A part of a zip package.
fn part(path: &Path, name: &str) -> String {
    let mut package = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Text without its tags.
fn plain(text: &str) -> String {
    text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

/// The rows of the workbook's first sheet: the cells of each by what stands in its first.
fn sheet(path: &Path) -> BTreeMap<String, Vec<String>> {
    let text = part(path, "xl/worksheets/sheet1.xml");
    let rows = text.split("<row ").skip(1).map(|row| {
        let cells = row.split("<c ").skip(1).map(|cell| {
            let value = cell.split_once("<v>").map(|(_, value)| value.split('<').next().unwrap().to_owned());
            value.unwrap_or_else(|| plain(cell.split_once('>').unwrap().1))
        });
        let cells: Vec<String> = cells.collect();
        (cells.first().cloned().unwrap_or_default(), cells)
    });
    rows.collect()
}

/// The cells of a row of a table of the page.
fn row(page: &str, table: &str, name: &str) -> Vec<String> {
    let table = page.split_once(&format!("id=\"{table}\"")).unwrap().1;
    let table = table.split("</table>").next().unwrap();
    let row = table.split("<tr>").find(|row| row.contains(&format!(">{name}</th>"))).unwrap();
    row.split("<td").skip(1).map(|cell| plain(cell.split_once('>').unwrap().1).trim().to_owned()).collect()
}

/// Holds the roll-ups of a quarter against the raw numbers.
fn hold(year: &Year, quarters: &[Quarter], at: usize) {
    let quarter = QUARTERS[at];
    for (parent, name) in PARENTS {
        let (_, said) = year.run(&["--period", quarter, "rollup", name]);
        let files = |extension: &str| year.path(&format!("out/{quarter}/rollup/{parent}.{extension}"));
        assert!(files("md").exists(), "{said}");
        let expected = sentence(quarters, at, parent);
        let md = fs::read_to_string(files("md")).unwrap().replace('\\', "");
        assert!(md.contains(&expected), "{quarter} {name}: {expected}\n{md}");
        let docx = plain(&part(&files("docx"), "word/document.xml"));
        assert!(docx.contains(&expected), "{quarter} {name}: {expected}\n{docx}");
        let now = &quarters[at];
        let total = |of: fn(&Raw) -> i64| sum(now, parent, of);
        let longest = now.values().filter(|raw| is_below(raw, parent)).map(|raw| raw.longest).max().unwrap();
        let numbers = [
            total(|raw| raw.visits).to_string(),
            total(|raw| raw.hazards).to_string(),
            total(|raw| raw.fixed).to_string(),
            digits(total(|raw| raw.fund), 2),
            total(|raw| raw.sites).to_string(),
            longest.to_string(),
        ];
        let cells = &sheet(&files("xlsx"))[name];
        for (cell, number) in cells[2..].iter().zip(&numbers) {
            let (cell, number): (f64, f64) = (cell.parse().unwrap(), number.parse().unwrap());
            assert!((cell - number).abs() < 1e-9, "{quarter} {name} {cells:?} {numbers:?}");
        }
        let page = fs::read_to_string(files("html")).unwrap();
        let foot = row(&page, "units", "合计");
        assert_eq!(foot[foot.len() - 7..foot.len() - 1], numbers, "{quarter} {name}");
    }
    // The city's page and workbook have the counties as well.
    let page = fs::read_to_string(year.path(&format!("out/{quarter}/rollup/shi.html"))).unwrap();
    let book = sheet(&year.path(&format!("out/{quarter}/rollup/shi.xlsx")));
    for (parent, name) in PARENTS {
        let visits = sum(&quarters[at], parent, |raw| raw.visits).to_string();
        assert_eq!((&row(&page, "levels", name)[1], &book[name][2]), (&visits, &visits), "{quarter} {name}");
    }
}

#[test]
fn four_quarters_are_what_the_raw_files_come_to() {
    let (year, quarters) = (Year::new(), filed());
    let mut known = quarters.clone();
    known[0] = read(&year.path("data/2024Q1"));
    for (at, quarter) in QUARTERS.into_iter().enumerate() {
        hold(&year, &known, at);
        let (exit, said) = year.run(&["--period", quarter, "close", quarter]);
        if at == 3 {
            assert!(exit == 1 && said.contains("云溪镇") && said.contains("--partial"), "{said}");
            let (exit, said) = year.run(&["close", quarter, "--partial"]);
            assert!(said.contains("已结账"), "{exit} {said}");
        } else {
            assert_eq!(exit, 0, "{quarter}: {said}");
        }
        if at == 1 {
            // The first quarter is revised once the second is closed.
            fs::copy(year.path("revised/2024Q1/beiling.toml"), year.path("data/2024Q1/beiling.toml"))
                .unwrap();
            let (exit, said) = year.run(&["close", "2024Q1", "--amend"]);
            assert!(exit == 0 && said.contains("北岭乡"), "{said}");
            known = quarters.clone();
        }
    }
    // Each quarter again, now that all are filed: by the tree that held then.
    for at in 0..QUARTERS.len() {
        hold(&year, &quarters, at);
    }
}

#[test]
fn who_was_renamed_is_not_missing_and_carries_its_history() {
    let year = Year::new();
    assert_eq!(year.run(&["close", "2024Q1"]).0, 0);
    let (exit, said) = year.run(&["--period", "2024Q2", "check"]);
    assert!(exit == 0 && !said.contains("东河乡"), "{said}");
    let (exit, said) = year.run(&["--period", "2024Q2", "preview", "东河镇"]);
    assert!(
        exit == 0 && said.contains("检查企业35家次（较上季度增加4家次，增长12.9%），今年以来66家次。"),
        "{said}"
    );
    assert_eq!(year.run(&["close", "2024Q2"]).0, 0);
    // Halves of a unit have no past of their own.
    for (name, visits) in [("新坪街道", 25), ("南坪镇", 29)] {
        let (_, said) = year.run(&["--period", "2024Q3", "preview", name]);
        assert!(said.contains(&format!("检查企业{visits}家次（上季度无可比数据）")), "{said}");
    }
    let ids: BTreeSet<String> = read(&year.path("data/2024Q3")).into_keys().collect();
    assert!(ids.contains("donghe-zhen") && !ids.contains("donghe"));
}

/// How many figures a script compared, and what differs.
#[derive(Deserialize)]
struct Held {
    compared: usize,
    differ: Vec<String>,
}

#[test]
fn a_year_in_tables_is_in_every_format_what_a_script_of_its_own_works_out() {
    let Some(home) = readers() else { return };
    let year = Year::of_tables();
    let succeeds = |arguments: &[&str]| {
        let (exit, said) = year.run(arguments);
        assert_eq!(exit, 0, "{arguments:?}: {said}");
    };
    let roll_up = |quarter: &str| {
        for parent in ["某某市", "甲县", "乙县", "丙区"] {
            succeeds(&["--period", quarter, "rollup", parent]);
        }
    };
    let held = || {
        let answers = ask::<Held>(&home, "public_year.py", &[year.0.path().to_owned()]);
        answers.into_values().next().unwrap()
    };
    for (at, quarter) in QUARTERS.into_iter().enumerate() {
        succeeds(&["close", quarter]);
        // Each of the first two is revised when the one after it is closed.
        if let Some(revised) = at.checked_sub(1).filter(|revised| *revised < 2).map(|at| QUARTERS[at]) {
            roll_up(revised);
            fs::copy(year.path(&format!("revised/{revised}.csv")), year.path(&format!("data/{revised}.csv")))
                .unwrap();
            succeeds(&["close", revised, "--amend"]);
        }
    }
    QUARTERS.into_iter().for_each(roll_up);
    let Held { compared, differ } = held();
    assert!(differ.is_empty() && compared > 3000, "{compared} {differ:#?}");
    // The script sees a figure that is another.
    let file = year.path("out/2024Q3/rollup/yi.md");
    let text = fs::read_to_string(&file).unwrap();
    let at = text.find("检查企业").unwrap() + "检查企业".len();
    fs::write(&file, format!("{}9{}", &text[..at], &text[at..])).unwrap();
    assert_eq!(held().differ.len(), 1);
}
