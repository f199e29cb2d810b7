//! From a spreadsheet to reports: the form is made, filled in through openpyxl as a person would, and read back; what is
//! wrong is found at its cell.
//!
//! `cargo xtask readers` installs openpyxl. Without it these tests pass with a word on stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use huibian_tests::bare::Bare;
use huibian_tests::readers::readers;
use huibian_tests::{Workspace, root, without_inputs};
use serde_json::{Value, json};

/// Runs `tests/readers/fill.py`.
fn fill(home: &Path, arguments: &[&str], said: &str) {
    let mut child = Command::new(home.join("venv/bin/python"))
        .arg(root().join("tests/readers/fill.py"))
        .args(arguments)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(said.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success(), "fill.py {arguments:?}");
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The example workspace with its form.
fn formed() -> (Workspace, PathBuf) {
    let workspace = Workspace::new();
    let form = workspace.path("form.xlsx");
    let output = workspace.run(&["form", "-o", text(&form)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (workspace, form)
}

/// The example workspace with its units in a workbook that was filled in neatly.
fn in_a_workbook(home: &Path) -> Workspace {
    let (workspace, form) = formed();
    let book = workspace.path("book.xlsx");
    fill(home, &[text(&form), text(&workspace.path("data/2023Q2")), text(&book)], "");
    workspace.replace("workspace.toml", "data = \"data/{period}\"", "workbook = \"book.xlsx\"");
    workspace
}

/// What `check --json` says, and its exit code.
fn checked(workspace: &Workspace, arguments: &[&str]) -> (i32, Value) {
    let output = workspace.run(&[&["--lang", "zh", "check", "--json"], arguments].concat());
    let said = serde_json::from_slice(&output.stdout);
    let said = said.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), said)
}

/// The problems by place: `sheet!cell` and the code.
fn found(report: &Value) -> Vec<(String, String)> {
    let item = |item: &Value| {
        let place = &item["place"];
        let text = |name: &str| place[name].as_str().unwrap_or_default();
        let place = match (place["sheet"].as_str(), place["line"].as_u64()) {
            (Some(sheet), _) => format!("{sheet}!{}", text("cell")),
            (None, Some(line)) => format!("{}:{line}:{}", text("path"), place["column"]),
            (None, None) => text("path").to_owned(),
        };
        (place, item["code"].as_str().unwrap().to_owned())
    };
    let mut found: Vec<_> = report["items"].as_array().unwrap().iter().map(item).collect();
    found.sort();
    found
}

/// The lines of a record but for the last, which tells of what stands beside units in a table.
fn of_units(record: &[u8]) -> Vec<String> {
    let record = without_inputs(record);
    let lines: Vec<String> = record.lines().map(str::to_owned).collect();
    lines
        .into_iter()
        .filter(|line| line.starts_with("{\"version\"") || line.starts_with("{\"unit\""))
        .collect()
}

#[test]
fn the_same_data_make_the_same_reports_from_toml_excel_and_csv() {
    let Some(home) = readers() else { return };
    let (workspace, form) = formed();
    assert_eq!(workspace.batch("2"), 0);
    let expected = workspace.files();
    let data = workspace.path("data/2023Q2");
    let ways: [(&str, &[&str], &str); 4] = [
        ("a/units.xlsx", &[], "workbook = \"a/units.xlsx\""),
        ("b/units.xlsx", &["--mess"], "workbook = \"b/units.xlsx\""),
        ("c", &["--csv", "gb18030", "--mess"], "table = \"c/units.csv\""),
        ("d", &["--csv", "utf-8-sig"], "table = \"d/units.csv\"\nencoding = \"utf-8\"\ndelimiter = \",\""),
    ];
    let mut source = "data = \"data/{period}\"".to_owned();
    for (out, options, units) in ways {
        fill(&home, &[options, &[text(&form), text(&data), text(&workspace.path(out))]].concat(), "");
        workspace.replace("workspace.toml", &source, units);
        units.clone_into(&mut source);
        fs::remove_dir_all(workspace.path("out")).unwrap();
        let output = workspace.run(&["--lang", "en", "batch"]);
        assert_eq!(output.status.code(), Some(0), "{out}: {}", String::from_utf8_lossy(&output.stderr));
        let files = workspace.files();
        assert_eq!(files.len(), expected.len());
        for (made, wanted) in files.iter().zip(&expected) {
            let same = match made.0.as_str() {
                "manifest.jsonl" => of_units(&made.1) == of_units(&wanted.1),
                _ => made == wanted,
            };
            assert!(same, "{out}: {} differs from that of the TOML files", made.0);
        }
        let (exit, report) = checked(&workspace, &[]);
        assert_eq!((exit, &report["faults"]), (0, &json!(0)), "no false alarm: {report}");
    }
}

#[test]
fn what_was_decided_for_a_csv_file_is_said() {
    let Some(home) = readers() else { return };
    let (workspace, form) = formed();
    let data = workspace.path("data/2023Q2");
    fill(&home, &["--csv", "gb18030", text(&form), text(&data), text(&workspace.path("c"))], "");
    workspace.replace("workspace.toml", "data = \"data/{period}\"", "table = \"c/units.csv\"");
    let said = String::from_utf8(workspace.run(&["--lang", "en", "check", "-v"]).stderr).unwrap();
    assert!(said.contains("c/units.csv gb18030 ,"), "{said}");
}

/// One planted error: sheet, cell, value, and the code it must be found with.
const PLANTED: [(&str, &str, &str, &str); 30] = [
    ("填报表", "D4", "约12", "D010"),
    ("填报表", "D5", "12条", "D010"),
    ("填报表", "D6", "98.6%", "D010"),
    ("填报表", "D7", "1,23", "D010"),
    ("填报表", "D8", "1.23456万", "D010"),
    ("填报表", "D9", "*", "D010"),
    ("填报表", "D10", "十二", "D010"),
    ("填报表", "E4", "-3", "U005"),
    ("填报表", "E5", "2.5", "D010"),
    ("填报表", "E6", "#DIV/0!", "D011"),
    ("填报表", "E7", "=1+2", "D012"),
    ("填报表", "E8", "99999999999999999999", "D010"),
    ("填报表", "E9", "3万5", "D010"),
    ("填报表", "G4", "东河\u{FDD0}村", "U006"),
    ("填报表", "H5", "#NAME?", "D011"),
    ("填报表", "J7", "/", "D010"),
    ("填报表", "B5", "", "U009"),
    ("理论学习中心组学习台账", "B4", "4月5日", "D014"),
    ("理论学习中心组学习台账", "B5", "23.4.5", "D014"),
    ("理论学习中心组学习台账", "B6", "2023-02-30", "D014"),
    ("理论学习中心组学习台账", "B7", "12日", "D014"),
    ("理论学习中心组学习台账", "B8", "4月初", "D014"),
    ("理论学习中心组学习台账", "C9", "", "U003"),
    ("意识形态分析研判会台账", "B4", "", "U003"),
    ("意识形态分析研判会台账", "C5", "#REF!", "D011"),
    ("不良导向信息台账", "D4", "也许", "D013"),
    ("不良导向信息台账", "D5", "2", "D013"),
    ("不良导向信息台账", "B6", "#N/A", "D011"),
    ("舆情信息台账", "B4", "2023-13-01", "D014"),
    ("舆情信息台账", "C5", "=1+2", "D012"),
];

#[test]
fn thirty_planted_errors_are_found_at_their_cells_and_nothing_else_is() {
    let Some(home) = readers() else { return };
    let workspace = in_a_workbook(&home);
    assert_eq!(checked(&workspace, &[]).1["items"], json!([]), "no false alarm on the clean file");
    let value = |value: &str| match (value, value.strip_prefix('@'), value.parse::<f64>()) {
        ("", ..) => Value::Null,
        (_, Some(date), _) => json!({ "date": date }),
        (_, _, Ok(number)) if number.abs() < 1e6 => json!(number),
        _ => json!(value),
    };
    let changes: Vec<Value> = PLANTED
        .iter()
        .map(|(sheet, cell, text, _)| json!({ "sheet": sheet, "cell": cell, "value": value(text) }))
        .collect();
    let changes = serde_json::to_string(&changes).unwrap();
    fill(&home, &["--plant", text(&workspace.path("book.xlsx"))], &changes);
    let (exit, report) = checked(&workspace, &["--table", text(&workspace.path("list.xlsx"))]);
    assert_eq!(exit, 1);
    let row_of = |sheet: &str, cell: &str, code: &str| {
        // What is missing is missing from its row.
        let missing = code == "U003" || code == "U009";
        let row = cell.trim_start_matches(char::is_alphabetic);
        format!("{sheet}!{}", if missing { format!("A{row}") } else { cell.to_owned() })
    };
    let mut expected: Vec<(String, String)> = PLANTED
        .iter()
        .map(|(sheet, cell, _, code)| (row_of(sheet, cell, code), (*code).to_owned()))
        .collect();
    expected.sort();
    assert_eq!(found(&report), expected, "{report:#}");
    assert!(fs::metadata(workspace.path("list.xlsx")).unwrap().len() > 1000);
    let output = workspace.run(&["--lang", "zh", "batch"]);
    assert_eq!(output.status.code(), Some(1));
    let manifest = workspace.read("out/ideology/2023Q2/manifest.jsonl");
    let first: Value = serde_json::from_str(manifest.lines().nth(1).unwrap()).unwrap();
    assert_eq!(
        first["diagnostics"][0]["place"],
        json!({ "path": "book.xlsx", "sheet": "填报表", "cell": "D4" }),
        "{first}"
    );
    assert_eq!(first["status"], json!("failed"));
}

/// Faults of the table itself, each of which alone keeps a run from starting.
#[test]
fn what_is_wrong_with_a_table_is_found_at_its_cell() {
    let Some(home) = readers() else { return };
    let main = "填报表";
    let ledger = "理论学习中心组学习台账";
    let cases = [
        (
            json!([{ "sheet": main, "cell": "D2", "value": "理论学习中心组学习次数（场）" }, { "sheet": main, "cell": "D3", "value": null }]),
            "D049",
            "填报表!D2",
        ),
        (
            json!([{ "sheet": main, "cell": "E3", "value": "theory-study.sessions_total" }]),
            "D004",
            "填报表!E2",
        ),
        (
            json!([{ "sheet": main, "cell": "H3", "value": null }, { "sheet": main, "cell": "H2", "value": "下一步打算" }]),
            "D005",
            "填报表!H2",
        ),
        (json!([{ "sheet": main, "cell": "R3", "value": "备注" }]), "D006", "填报表!A2"),
        (
            json!([{ "sheet": main, "cell": "A8", "value": null }, { "sheet": main, "cell": "B8", "value": null }]),
            "D007",
            "填报表!R8",
        ),
        (
            json!([{ "sheet": ledger, "cell": "A4", "value": "河口乡镇" }]),
            "D008",
            "理论学习中心组学习台账!A4",
        ),
        (json!([{ "sheet": main, "cell": "Z4", "value": "补充" }]), "D018", "填报表!Z2"),
        (json!([{ "sheet": main, "cell": "A5", "value": "hekou" }]), "U001", "填报表!A5"),
        (
            json!([{ "sheet": main, "delete": 3 }, { "sheet": main, "cell": "B2", "value": "名单" }, { "sheet": main, "cell": "A2", "value": "号" }]),
            "D002",
            "",
        ),
        (
            json!([{ "sheet": "特色党支部名册", "delete": 3 }, { "sheet": "特色党支部名册", "rename": "特色支部名单" }]),
            "D017",
            "",
        ),
    ];
    for (changes, code, place) in cases {
        let workspace = in_a_workbook(&home);
        fill(&home, &["--plant", text(&workspace.path("book.xlsx"))], &changes.to_string());
        let (exit, report) = checked(&workspace, &[]);
        // A fault of the table itself keeps a run from starting, one of a unit costs that unit.
        let is_of_unit = |item: &Value| item["severity"] != "error" || item.get("unit").is_some();
        let starts = report["items"].as_array().unwrap().iter().all(is_of_unit);
        assert_eq!(exit, if starts { 1 } else { 2 }, "{code}: {report}");
        let found = found(&report);
        let hit = |(at, one): &(String, String)| one == code && (place.is_empty() || at == place);
        assert!(found.iter().any(hit), "{code} {place}: {report:#}");
        let output = workspace.run(&["--lang", "en", "batch"]);
        assert_eq!(output.status.code(), Some(2), "{code}: nothing may be made of a table that is wrong");
        assert!(!workspace.path("out").exists(), "{code}");
    }
}

#[test]
fn a_merged_cell_of_data_is_refused_and_hidden_columns_are_told_of() {
    let Some(home) = readers() else { return };
    let workspace = in_a_workbook(&home);
    let changes = json!([{ "sheet": "填报表", "merge": "D5:D6" }, { "sheet": "填报表", "hide": "G" }]);
    fill(&home, &["--plant", text(&workspace.path("book.xlsx"))], &changes.to_string());
    let (_, report) = checked(&workspace, &[]);
    assert_eq!(
        found(&report),
        [("book.xlsx".into(), "D021".into()), ("填报表!D6".to_owned(), "D009".to_owned())]
    );
    let said = report.to_string();
    assert!(said.contains("D5:D6") && said.contains("列：G"), "{said}");
}

#[test]
fn a_workbook_of_its_own_is_a_unit_and_a_known_unit_that_is_absent_is_told_of() {
    let Some(home) = readers() else { return };
    let (workspace, form) = formed();
    lists_no_unit(&workspace);
    for (id, rows) in [("hekou", [5, 5, 5, 5, 5, 5]), ("yunxi", [4, 4, 4, 4, 4, 4])] {
        let book = workspace.path(&format!("data/new/{id}.xlsx"));
        fs::create_dir_all(book.parent().unwrap()).unwrap();
        fill(&home, &[text(&form), text(&workspace.path("data/2023Q2")), text(&book)], "");
        let mut changes: Vec<Value> =
            rows.iter().map(|row| json!({ "sheet": "填报表", "delete": row })).collect();
        for sheet in [
            "理论学习中心组学习台账",
            "专题学习研讨台账",
            "意识形态分析研判会台账",
            "舆情信息台账",
            "特色党支部名册",
            "宣传阵地名册",
            "不良导向信息台账",
        ] {
            changes.extend((0..40).map(|_| json!({ "sheet": sheet, "delete": 4 })));
        }
        fill(&home, &["--plant", text(&book)], &json!(changes).to_string());
    }
    let units = "data = \"data/new\"\nknown = [\"河口镇\", \"云溪镇\", \"青禾镇\"]";
    workspace.replace("workspace.toml", "data = \"data/{period}\"", units);
    let (_, report) = checked(&workspace, &[]);
    assert_eq!(report["units"], json!(2));
    let absent: Vec<&Value> =
        report["items"].as_array().unwrap().iter().filter(|item| item["code"] == "D022").collect();
    assert_eq!(absent.len(), 1, "{report:#}");
    assert!(absent[0]["message"].as_str().unwrap().contains("青禾镇"));
    let output = workspace.run(&["--lang", "zh", "batch", "--strict"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!workspace.path("out").exists(), "--strict makes nothing where there is a remark");
}

/// A workspace of three units, of which two were there in the period before, that one filed.
fn with_a_filed_period() -> Bare {
    let bare = Bare::new(&["safety-production"]);
    bare.replace("workspace.toml", "data = \"data\"", "data = \"data/{period}\"");
    let template = "templates/bare.hbs";
    bare.replace(template, "{{slot \"results\"}}", "{{slot \"results\"}}\n\n{{slot \"problems\"}}");
    bare.replace(template, "+++\n#", "\n[slots.problems]\nkind = \"items\"\n+++\n#");
    let unit = |period: &str, id: &str, [inspections, hazards, rectified]: [u32; 3]| {
        let text = format!(
            "[unit]\nname = \"某某镇{id}\"\n[safety-production]\ninspections_total = {inspections}\n\
             hazards_total = {hazards}\nrectified_total = {rectified}\n"
        );
        bare.write(format!("data/{period}/{id}.toml"), text);
    };
    unit("2023Q1", "a", [10, 0, 0]);
    unit("2023Q1", "b", [5, 187, 184]);
    unit("2023Q2", "a", [12, 3, 1]);
    unit("2023Q2", "b", [4, 18, 18]);
    unit("2023Q2", "c", [7, 2, 2]);
    assert!(bare.run(&["close", "2023Q1"]).status.success());
    bare
}

/// The cells of a form's main sheet below its title, a line each row, cells parted by `|`.
fn cells(home: &Path, form: &Path) -> String {
    let script = "import openpyxl,sys\nfor row in openpyxl.load_workbook(sys.argv[1])['填报表'].iter_rows(min_row=2,values_only=True):\n print('|'.join('' if value is None else str(value) for value in row))";
    let mut python = Command::new(home.join("venv/bin/python"));
    let output = python.env("PYTHONIOENCODING", "utf-8").args(["-c", script, text(form)]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_form_shows_what_the_period_before_came_to_and_does_not_read_it_back() {
    let Some(home) = readers() else { return };
    let bare = with_a_filed_period();
    let reports = || ["a", "b", "c"].map(|id| fs::read_to_string(bare.path(format!("out/{id}.md"))).unwrap());
    assert!(bare.run(&["batch"]).status.success());
    let expected = reports();
    let (form, data) = (bare.path("form.xlsx"), bare.path("data/2023Q2"));
    assert!(bare.run(&["form", "-o", text(&form)]).status.success());
    let shown = cells(&home, &form);
    let wanted = [
        "单位代号|单位|主送机关|检查家次（家次）|上期：检查家次（家次）|隐患处数（处）|上期：隐患处数（处）|整改处数（处）*|\
         上期：整改处数（处）|检查重点",
        "unit.id|unit.name|unit.recipients|safety-production.inspections_total|\
         上期：safety-production.inspections_total|safety-production.hazards_total|上期：safety-production.hazards_total|\
         safety-production.rectified_total|上期：safety-production.rectified_total|safety-production.focus",
        "a|某某镇a|||10||0||0|",
        "b|某某镇b|||5||187||184|",
        "c|某某镇c||||||||",
    ];
    assert_eq!(shown.lines().collect::<Vec<_>>(), wanted);
    let sheet = "填报表";
    // What stands in these columns is nobody's data, whatever it is.
    let spoilt = json!([
        { "sheet": sheet, "cell": "E4", "value": "约12" },
        { "sheet": sheet, "cell": "G5", "value": -1 },
        { "sheet": sheet, "cell": "I6", "value": 99 },
        { "sheet": sheet, "cell": "E9", "value": 3 },
        { "sheet": sheet, "hide": "G" },
    ]);
    let mut source = "data = \"data/{period}\"".to_owned();
    for (out, options, changes) in [
        ("neat.xlsx", &[][..], json!([])),
        ("mess.xlsx", &["--mess"], json!([])),
        ("spoilt.xlsx", &[], spoilt),
        ("labels.xlsx", &[], json!([{ "sheet": sheet, "delete": 3 }])),
        ("csv", &["--csv", "gb18030"], json!([])),
    ] {
        let book = bare.path(out);
        fill(&home, &[options, &[text(&form), text(&data), text(&book)]].concat(), "");
        let units = if out == "csv" {
            "table = \"csv/units.csv\"".to_owned()
        } else {
            fill(&home, &["--plant", text(&book)], &changes.to_string());
            format!("workbook = \"{out}\"")
        };
        bare.replace("workspace.toml", &source, &units);
        source = units;
        let said = bare.run(&["--lang", "zh", "check", "--json"]).stdout;
        let said: Value = serde_json::from_slice(&said).unwrap();
        let codes: Vec<_> = found(&said).into_iter().map(|(_, code)| code).collect();
        // A row of totals and hidden rows are told of, as ever; row 3 stays hidden where its keys are deleted.
        let told: &[&str] = match out {
            "mess.xlsx" => &["D021", "D024"],
            "labels.xlsx" => &["D021"],
            _ => &[],
        };
        assert_eq!(codes, told, "{out}: {said:#}");
        fs::remove_dir_all(bare.path("out")).unwrap();
        assert!(bare.run(&["batch"]).status.success(), "{out}");
        assert_eq!(reports(), expected, "{out}");
    }
}

#[test]
fn a_form_without_a_filed_period_has_no_columns_of_it() {
    let Some(home) = readers() else { return };
    let bare = with_a_filed_period();
    fs::remove_dir_all(bare.path("history")).unwrap();
    let form = bare.path("form.xlsx");
    assert!(bare.run(&["form", "-o", text(&form)]).status.success());
    let shown = cells(&home, &form);
    assert!(shown.contains("检查家次") && !shown.contains("上期"), "{shown}");
}

#[test]
fn text_of_the_form_is_never_a_formula() {
    let Some(home) = readers() else { return };
    let workspace = Workspace::new();
    workspace.write("data/2023Q2/sum.toml", "[unit]\nname = \"=1+2\"\n");
    let form = workspace.path("form.xlsx");
    assert!(workspace.run(&["form", "-o", text(&form)]).status.success());
    let script = "import openpyxl,sys\nfor row in openpyxl.load_workbook(sys.argv[1])['填报表']:\n for c in row:\n  assert c.data_type != 'f', c";
    let status = Command::new(home.join("venv/bin/python")).args(["-c", script, text(&form)]).status();
    assert!(status.unwrap().success());
}

/// Takes away the unit above, which lists the example's units.
fn lists_no_unit(workspace: &Workspace) {
    let text = workspace.read("workspace.toml");
    let listed = text.find("[[parents]]").unwrap();
    let rest = text[listed + 1..].find("\n[").map_or("", |at| &text[listed + 1 + at..]);
    workspace.write("workspace.toml", &format!("{}{rest}", &text[..listed]));
}

/// Needs no openpyxl: a CSV file written by hand.
fn table(csv: &[u8]) -> (i32, Vec<(String, String)>) {
    let workspace = Workspace::new();
    lists_no_unit(&workspace);
    workspace.replace("workspace.toml", "data = \"data/{period}\"", "table = \"units.csv\"");
    fs::write(workspace.path("units.csv"), csv).unwrap();
    let (exit, report) = checked(&workspace, &["--data-only"]);
    (exit, found(&report))
}

#[test]
fn a_csv_file_is_told_of_by_line_and_cell() {
    let head =
        "单位;theory-study.sessions_total;propaganda.meetings_total;position-management.sites_total;备注\n";
    let rows = "\n云溪镇;３次;1;2;\n\n青禾镇;3条;1;0;x\n;;7;;\n";
    let (exit, found) = table(format!("{head}{rows}").as_bytes());
    assert_eq!(exit, 2, "a row of nobody keeps the run from starting");
    let expected = [("units.csv:5:2", "D010"), ("units.csv:6:3", "D007")];
    assert_eq!(found, expected.map(|(place, code)| (place.to_owned(), code.to_owned())));
    for bytes in [&[0x81, 0xFF, 0x20][..], b"\xFF\xFE\x00\xD8"] {
        let (exit, found) = table(bytes);
        assert_eq!((exit, found[0].1.as_str()), (2, "D015"), "{found:?}");
    }
}

#[test]
fn a_table_without_the_columns_of_a_section_says_so_once() {
    let (_, found) = table("单位\n云溪镇\n青禾镇\n".as_bytes());
    assert_eq!(found.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>(), ["D006"; 3], "{found:?}");
}

#[test]
fn a_data_file_in_another_encoding_says_so() {
    let workspace = Workspace::new();
    // 柳林 in GBK.
    let bytes = b"[unit]\nname = \"\xC1\xF8\xC1\xD6\"\n";
    fs::write(workspace.path("data/2023Q2/liulin.toml"), bytes).unwrap();
    let (exit, report) = checked(&workspace, &[]);
    assert_eq!(exit, 1);
    let item = &report["items"][0];
    assert_eq!(item["code"], json!("D015"), "{report}");
    assert!(item["message"].as_str().unwrap().contains("UTF-8"));
}

#[test]
fn checks_speak_before_anything_is_written() {
    let workspace = Workspace::new();
    workspace.replace(
        "data/2023Q2/hekou.toml",
        "commentators_total = 12",
        "commentators_total = 12\nhandled_total = 9\nfound_total = 5",
    );
    workspace.replace("data/2023Q2/hekou.toml", "[online-opinion]", "[online-opinion]\n# 台账从略。");
    let toml = workspace.read("data/2023Q2/hekou.toml");
    let (head, rest) = toml.split_once("items = [").unwrap();
    workspace.write("data/2023Q2/hekou.toml", &format!("{head}{}", rest.split_once("]\n").unwrap().1));
    let (exit, report) = checked(&workspace, &["--data-only"]);
    assert_eq!((exit, &report["items"]), (0, &json!([])), "data alone do not tell");
    for arguments in [&[][..], &["--run"]] {
        let (exit, report) = checked(&workspace, arguments);
        assert_eq!(exit, 1, "{report:#}");
        assert_eq!(report["items"][0]["unit"], json!("河口镇"), "{report:#}");
    }
    assert_eq!(workspace.run(&["batch", "--strict"]).status.code(), Some(1));
    assert!(!workspace.path("out").exists());
}

#[test]
fn hidden_files_and_pipes_are_no_units() {
    let workspace = Workspace::new();
    workspace.write("data/2023Q2/.hidden.toml", "x");
    workspace.write("data/2023Q2/~lock.toml", "x");
    workspace.write("data/2023Q2/~$units.xlsx", "x");
    workspace.write("data/2023Q2/读我.txt", "x");
    fs::rename(workspace.path("data/2023Q2/yunxi.toml"), workspace.path("data/2023Q2/yunxi.TOML")).unwrap();
    #[cfg(unix)]
    {
        let pipe = workspace.path("data/2023Q2/pipe.toml");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    }
    let (exit, report) = checked(&workspace, &[]);
    assert_eq!((exit, &report["units"], &report["items"]), (0, &json!(7), &json!([])));
    let said = workspace.run(&["--lang", "en", "check", "-v"]).stderr;
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("读我.txt was passed over"), "{said}");
}

#[test]
fn a_form_that_is_there_already_is_left_alone() {
    let workspace = Workspace::new();
    let form = workspace.path("filled.xlsx");
    fs::write(&form, "filled in").unwrap();
    let output = workspace.run(&["--lang", "en", "form", "-o", text(&form)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("left alone"));
    assert_eq!(workspace.read("filled.xlsx"), "filled in");
}
