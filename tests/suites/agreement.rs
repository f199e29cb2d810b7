//! `check` says what `batch` would: the same codes and the same exit code, whatever is wrong; `--quiet`, `--json` and the
//! record leave out no fault.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use huibian_tests::Workspace;
use serde_json::Value;

const TWO_ABOVE_ONE: &str = "\"special\"]\n[[parents]]\nid = \"b\"\nname = \"乙县\"\nunits = [\"云溪镇\"]";

/// Exit code and what `--json` prints.
fn in_json(workspace: &Workspace, command: &[&str]) -> (i32, Value) {
    let output = workspace.run(&[&["--lang", "en"], command, &["--json"]].concat());
    let said = String::from_utf8(output.stdout).unwrap();
    let value = serde_json::from_str(&said).unwrap_or_else(|error| {
        panic!("{command:?}: {error}\n{said}{}", String::from_utf8_lossy(&output.stderr))
    });
    (output.status.code().unwrap(), value)
}

/// The codes of what fails.
fn faults(listing: &Value) -> BTreeSet<&str> {
    let items = listing["items"].as_array().unwrap().iter();
    items.filter(|item| item["severity"] == "error").map(|item| item["code"].as_str().unwrap()).collect()
}

/// Exit code and all that a command says.
fn said(workspace: &Workspace, command: &[&str]) -> (i32, String) {
    let output = workspace.run(&[&["--lang", "en"], command].concat());
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

#[test]
fn check_ends_as_batch_does_whatever_is_wrong() {
    for (what, file, from, to, code, exit) in [
        ("nothing", "workspace.toml", "xian", "xian", None, 0),
        (
            "a parent that is none",
            "workspace.toml",
            "\"special\"]",
            "\"special\"]\nparent = \"某市\"",
            Some("G001"),
            1,
        ),
        ("a circle", "workspace.toml", "\"special\"]", "\"special\"]\nparent = \"xian\"", Some("G002"), 1),
        ("two parents of one unit", "workspace.toml", "\"special\"]", TWO_ABOVE_ONE, Some("G004"), 1),
        ("a misspelt field", "data/2023Q2/yunxi.toml", "sessions_total", "sessions_totl", Some("U004"), 1),
        ("one name twice", "data/2023Q2/yunxi.toml", "\"云溪镇\"", "\"青禾镇\"", Some("O001"), 1),
        ("no folder of data", "workspace.toml", "data/{period}", "nowhere", Some("W010"), 2),
        (
            "no data of the period",
            "workspace.toml",
            "period = \"2023Q2\"",
            "period = \"2023Q1\"",
            Some("W010"),
            2,
        ),
        ("no TOML", "data/2023Q2/yunxi.toml", "name = \"云溪镇\"", "name = 云溪镇", Some("W002"), 1),
    ] {
        let workspace = Workspace::new();
        workspace.replace(file, from, to);
        let checked = in_json(&workspace, &["check"]);
        let made = in_json(&workspace, &["batch"]);
        assert_eq!(
            (checked.0, made.0),
            (exit, exit),
            "{what}: {:?} {:?}",
            faults(&checked.1),
            faults(&made.1)
        );
        assert_eq!(faults(&checked.1), faults(&made.1), "{what}");
        assert_eq!(
            faults(&made.1).into_iter().collect::<Vec<_>>(),
            code.into_iter().collect::<Vec<_>>(),
            "{what}"
        );
        for command in [&["check"][..], &["check", "-q"], &["batch", "--force"], &["batch", "-q"]] {
            let (ended, said) = said(&workspace, command);
            assert_eq!(ended, exit, "{what}, {command:?}: {said}");
            assert!(code.is_none_or(|code| said.contains(code)), "{what}, {command:?}: {said}");
        }
        assert_eq!(said(&workspace, &["batch", "--strict"]).0, exit, "{what}, --strict");
    }
}

#[test]
fn a_file_where_reports_would_lie_is_told_before_any_is_made() {
    let workspace = Workspace::new();
    workspace.write("out", "no folder");
    for command in ["check", "batch"] {
        let (exit, listing) = in_json(&workspace, &[command]);
        assert_eq!((exit, faults(&listing)), (2, BTreeSet::from(["O004"])), "{command}");
    }
    assert_eq!(in_json(&workspace, &["check", "--data-only"]).0, 0, "the data are as they should be");
    assert_eq!(workspace.read("out"), "no folder");
    for (file, folder, exit) in [
        ("out/ideology/2023Q2", "", 2),
        ("", "out/ideology/2023Q2/manifest.jsonl", 2),
        ("", "out/ideology/2023Q2/云溪镇.md", 1),
    ] {
        let workspace = Workspace::new();
        if !file.is_empty() {
            workspace.write(file, "no folder");
        }
        if !folder.is_empty() {
            std::fs::create_dir_all(workspace.path(folder)).unwrap();
        }
        for command in [&["check"][..], &["check", "--strict"], &["batch", "--strict"], &["batch"]] {
            let (ended, listing) = in_json(&workspace, command);
            assert_eq!(
                (ended, faults(&listing)),
                (exit, BTreeSet::from(["O004"])),
                "{command:?}: {file}{folder}"
            );
        }
    }
}

#[test]
fn that_a_run_was_cut_off_stands_in_json_however_the_next_one_ends() {
    let workspace = Workspace::new();
    let next = |command: &[&str], exit: i32| {
        workspace.write("out/ideology/2023Q2/.huibian-lock", "huibian batch (1)\n");
        let (ended, listing) = in_json(&workspace, command);
        let items = listing["items"].as_array().unwrap();
        let told = items.iter().filter(|item| item["code"] == "R006").count();
        assert_eq!((ended, told), (exit, 1), "{command:?}: {listing}");
        assert!(listing["remarks"].as_u64().unwrap() >= 1, "{command:?}: {listing}");
    };
    next(&["batch"], 0);
    next(&["rollup"], 0);
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_total", "sessions_totl");
    next(&["batch", "--strict"], 1);
    workspace.replace("workspace.toml", "data/{period}", "nowhere");
    next(&["batch"], 2);
}

#[test]
fn history_that_is_damaged_is_told_by_check_and_batch_alike() {
    let workspace = Workspace::new();
    workspace.write("history/ideology/2021Q1.jsonl", "garbage\n");
    for command in ["check", "batch"] {
        let (exit, listing) = in_json(&workspace, &[command]);
        assert_eq!((exit, faults(&listing)), (1, BTreeSet::from(["H001"])), "{command}");
    }
    let record = workspace.read("out/ideology/2023Q2/manifest.jsonl");
    assert!(record.lines().last().unwrap().contains("H001"));
}

#[test]
fn one_of_two_units_with_one_name_is_not_made_by_itself() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/hekou.toml", "name = \"河口镇\"", "name = \"云溪镇\"");
    for unit in ["yunxi", "hekou", "云溪镇"] {
        let (exit, told) = said(&workspace, &["assemble", unit]);
        assert!(exit != 0 && told.contains("O001"), "{unit}: {exit} {told}");
    }
    assert_eq!(said(&workspace, &["assemble", "qinghe"]).0, 0);
    let places = places(&in_json(&workspace, &["check"]).1);
    let told = ["O001 data/2023Q2/hekou.toml:2", "O001 data/2023Q2/yunxi.toml:1"];
    assert_eq!(places, told, "each of the two is told where it stands, and no place twice");
}

/// Codes with file and line of all that is told.
fn places(listing: &Value) -> Vec<String> {
    let items = listing["items"].as_array().unwrap().iter();
    let told = items.map(|item| {
        let [code, path] = [&item["code"], &item["place"]["path"]].map(|text| text.as_str().unwrap());
        format!("{code} {path}:{}", item["place"]["line"])
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

#[test]
fn what_is_no_tree_is_told_at_the_line_that_says_it() {
    let rest = "\n# a workspace.toml may be long\n".repeat(200);
    for rest in ["", &rest] {
        let workspace = Workspace::new();
        let text = workspace.read("workspace.toml");
        let (text, _) = text.split_once("[[parents]]").unwrap();
        let parents = "parents = [\n  { id = \"xian\", name = \"某某县\", units = [\n    \"yunxi\",\n    \"nobody\",\n  ] },\n";
        workspace.write("workspace.toml", &format!("{parents}]\n{text}{rest}"));
        let told = places(&in_json(&workspace, &["check"]).1);
        assert_eq!(told[0], "D022 workspace.toml:4", "{told:?}");
        let others = "  { id = \"b\", name = \"乙县\", parent = \"某市\",\n    units = [\"云溪镇\"] },\n  \
                      { id = \"c\", name = \"丙县\",\n    parent = \"c\" },\n";
        workspace.write("workspace.toml", &format!("{parents}{others}]\n{text}{rest}"));
        let told = places(&in_json(&workspace, &["check"]).1);
        let tree = ["G001 workspace.toml:6", "G002 workspace.toml:9", "G004 workspace.toml:7"];
        assert!(tree.iter().all(|place| told.contains(&(*place).to_owned())), "{told:?}");
    }
}

#[test]
fn what_is_no_tree_stands_in_the_record_and_keeps_the_period_open() {
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "\"special\"]", TWO_ABOVE_ONE);
    for run in 1..=2 {
        let (exit, told) = said(&workspace, &["batch"]);
        assert_eq!(exit, 1, "run {run}: {told}");
        assert!(told.contains("1 fault concerns the units as a whole"), "{told}");
        let record = workspace.read("out/ideology/2023Q2/manifest.jsonl");
        assert!(record.lines().last().unwrap().contains("G004"), "run {run}");
    }
    assert_eq!(workspace.files().len(), 15, "the reports are there all the same");
    let (exit, told) = said(&workspace, &["close", "2023Q2", "--partial"]);
    assert!(exit == 2 && told.contains("G004") && !workspace.path("history").exists(), "{exit} {told}");
    workspace.replace("workspace.toml", TWO_ABOVE_ONE, "\"special\"]");
    assert_eq!(said(&workspace, &["batch"]).0, 0);
    let record = workspace.read("out/ideology/2023Q2/manifest.jsonl");
    assert!(!record.contains("G004"));
}

#[test]
fn whoever_is_made_for_a_roll_up_is_named_where_no_line_of_the_record_holds() {
    let workspace = Workspace::new();
    workspace.batch("2");
    let template = workspace.read("templates/ideology.hbs");
    workspace.write("templates/ideology.hbs", &(template + "{{! a remark }}"));
    for command in [&["rollup"][..], &["close", "2023Q2"]] {
        let (_, said) = said(&workspace, command);
        assert!(
            said.contains("No unit is as a batch recorded it; 7 were made for this: "),
            "{command:?}: {said}"
        );
        assert!(said.contains("云溪镇") && said.contains("青禾镇"), "{said}");
    }
    let (_, listing) = in_json(&workspace, &["rollup"]);
    assert_eq!((listing["kept"].as_u64(), listing["made"].as_array().unwrap().len()), (Some(0), 7));
    workspace.batch("2");
    let (_, listing) = in_json(&workspace, &["rollup"]);
    assert_eq!((listing["kept"].as_u64(), listing["made"].as_array().unwrap().len()), (Some(7), 0));
}

#[test]
fn the_remedy_is_for_what_is_wrong() {
    let workspace = Workspace::new();
    let (exit, told) = said(&workspace, &["preview", "xian"]);
    assert!(exit == 2 && told.contains("huibian rollup xian"), "{told}");
    let (_, told) = said(&workspace, &["preview", "nobody"]);
    assert!(told.contains("Check the unit's id or name"), "{told}");
    let text = workspace.read("workspace.toml");
    std::fs::write(workspace.path("workspace.toml"), encoding_rs::GBK.encode(&(text + "# 乱码")).0).unwrap();
    let (exit, told) = said(&workspace, &["check"]);
    assert!(exit == 2 && told.contains("W001") && told.contains("Encoding: UTF-8"), "{told}");
}

#[test]
fn a_finding_is_told_with_the_code_by_which_it_is_explained() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_total = 3", "sessions_total = 4");
    let (_, listing) = in_json(&workspace, &["check"]);
    let items = listing["items"].as_array().unwrap();
    let codes: BTreeSet<&str> = items.iter().map(|item| item["code"].as_str().unwrap()).collect();
    assert!(!codes.is_empty() && codes.iter().all(|code| code.starts_with('K')), "{listing:#}");
    for command in [&["check"][..], &["batch"], &["assemble", "yunxi"]] {
        let (_, told) = said(&workspace, command);
        assert!(codes.iter().all(|code| told.contains(&format!("[{code}]"))), "{command:?}: {told}");
    }
    for code in codes {
        assert_eq!(said(&workspace, &["explain", code]).0, 0, "{code}");
    }
}

/// The codes of the record's last line: of what fails, and of remarks.
fn last_line(workspace: &Workspace, record: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let record = workspace.read(record);
    let last: Value = serde_json::from_str(record.lines().last().unwrap()).unwrap();
    let codes = |key: &str| {
        let entries = last[key].as_array().into_iter().flatten();
        entries.map(|entry| entry["code"].as_str().unwrap().to_owned()).collect()
    };
    (codes("diagnostics"), codes("findings"))
}

const RECORD: &str = "out/ideology/2023Q2/manifest.jsonl";
const RECORD_ABOVE: &str = "out/ideology/2023Q2/rollup/manifest.jsonl";

#[test]
fn one_number_on_two_documents_fails_all_that_builds_on_them() {
    let workspace = Workspace::new();
    let own = "[unit]\ndocument = { number = { code = \"云宣\", sequence = 7 } }";
    for unit in ["yunxi", "hekou"] {
        workspace.replace(&format!("data/2023Q2/{unit}.toml"), "[unit]", own);
    }
    for command in ["check", "batch", "batch", "rollup"] {
        let (exit, listing) = in_json(&workspace, &[command]);
        assert_eq!((exit, faults(&listing)), (1, BTreeSet::from(["E004"])), "{command}: {listing:#}");
    }
    for record in [RECORD, RECORD_ABOVE] {
        assert_eq!(last_line(&workspace, record).0, BTreeSet::from(["E004".to_owned()]), "{record}");
    }
    for command in [&["rollup"][..], &["close", "2023Q2"], &["close", "2023Q2", "--partial"]] {
        let (exit, told) = said(&workspace, command);
        assert!(exit == 1 && told.contains("E004") && told.contains("云宣"), "{command:?}: {exit} {told}");
    }
    assert!(!workspace.path("history").exists());
    let page = workspace.read("out/ideology/2023Q2/rollup/某某县.html");
    assert!(page.contains("云宣"), "the page of the county says so");
    workspace.replace("data/2023Q2/hekou.toml", "sequence = 7", "sequence = 8");
    assert_eq!(in_json(&workspace, &["batch"]).0, 0);
    assert_eq!(said(&workspace, &["rollup"]).0, 0);
    assert!(!workspace.read(RECORD).contains("E004") && !workspace.read(RECORD_ABOVE).contains("E004"));
}

#[test]
fn remarks_on_all_units_stand_wherever_a_run_is_told() {
    let workspace = Workspace::new();
    // One who gave no data, one whose number is listed and who is nobody, a table of settings that nothing uses.
    workspace.replace(
        "workspace.toml",
        "\"special\"]",
        "\"special\"]\n[[parents]]\nid = \"b\"\nname = \"乙县\"\nunits = [\"无名镇\"]",
    );
    let expected = BTreeSet::from(["D022"]);
    let remarks = |listing: &Value| -> BTreeSet<String> {
        let items = listing["items"].as_array().unwrap().iter();
        let whole = items.filter(|item| item["severity"] == "warning" && item["unit"].is_null());
        whole.map(|item| item["code"].as_str().unwrap().to_owned()).collect()
    };
    for command in [&["check"][..], &["batch"], &["batch"], &["rollup"], &["batch", "--strict"]] {
        let (_, listing) = in_json(&workspace, command);
        let told = remarks(&listing);
        assert!(expected.iter().all(|code| told.contains(*code)), "{command:?}: {listing:#}");
    }
    for record in [RECORD, RECORD_ABOVE] {
        assert!(last_line(&workspace, record).1.contains("D022"), "{record}");
    }
    assert!(workspace.read("out/ideology/2023Q2/rollup/某某县.html").contains("无名镇"));
    // What is remedied is gone from the record, though no unit's report is made anew for it.
    workspace.replace("workspace.toml", "units = [\"无名镇\"]", "units = [\"云溪镇\"]");
    let _ = in_json(&workspace, &["batch"]);
    assert!(!workspace.read(RECORD).contains("D022"));
}

#[test]
fn a_record_of_another_version_or_that_is_damaged_is_a_remark_wherever_it_is_met() {
    let workspace = Workspace::new();
    workspace.batch("2");
    let whole = workspace.read(RECORD);
    let line = whole.lines().nth(2).unwrap();
    for record in [
        whole.replacen("\"version\":3", "\"version\":1", 1),
        whole.replacen(line, &line[..line.len() / 2], 1),
    ] {
        let met = |command: &[&str], exit: i32| {
            workspace.write(RECORD, &record);
            let (ended, listing) = in_json(&workspace, command);
            let told = listing["items"].as_array().unwrap().iter().filter(|item| item["code"] == "R005");
            assert_eq!((ended, told.count()), (exit, 1), "{command:?}: {listing:#}");
            let (ended, told) = said(&workspace, command);
            assert!(ended == exit && told.contains("R005"), "{command:?}: {ended} {told}");
            workspace.read(RECORD)
        };
        for command in [&["check"][..], &["rollup"], &["diff", "2023Q2", "2023Q2"]] {
            assert_eq!(met(command, 0), record, "{command:?} leaves it as it is");
        }
        for command in [&["check", "--strict"][..], &["batch", "--strict"], &["batch", "--strict", "--force"]]
        {
            assert_eq!(met(command, 1), record, "{command:?} leaves it as it is");
        }
        workspace.write(RECORD, &record);
        let (exit, told) = said(&workspace, &["close", "2023Q2"]);
        assert!(exit == 0 && told.contains("R005"), "{exit} {told}");
        workspace.write(RECORD, &record);
        let (exit, _) = in_json(&workspace, &["batch"]);
        let plain = workspace.read(RECORD);
        workspace.write(RECORD, &record);
        let forced = in_json(&workspace, &["batch", "--force"]).0;
        assert_eq!((exit, forced), (0, 0));
        assert_eq!(workspace.read(RECORD), plain, "--force records the same");
        assert!(last_line(&workspace, RECORD).1.contains("R005"));
        assert_eq!(in_json(&workspace, &["batch", "--strict"]).0, 0, "it was written anew");
        assert!(!workspace.read(RECORD).contains("R005"));
    }
}

#[test]
fn files_that_were_removed_are_listed_apart_from_those_that_lie_there() {
    let workspace = Workspace::new();
    workspace.batch("2");
    std::fs::remove_file(workspace.path("data/2023Q2/hekou.toml")).unwrap();
    let (_, listing) = in_json(&workspace, &["batch"]);
    let named = |listing: &Value, key: &str| listing[key].as_array().unwrap().len();
    let left = named(&listing, "stale");
    assert!(left > 0 && named(&listing, "removed") == 0, "{listing:#}");
    let (_, listing) = in_json(&workspace, &["batch", "--prune"]);
    assert_eq!((named(&listing, "stale"), named(&listing, "removed")), (0, left));
    assert!(!workspace.read(RECORD).contains("河口镇.md"));
}

/// What is known of a code's findings: their fingerprints, and where they are.
fn known(workspace: &Workspace, command: &str, code: &str) -> BTreeSet<String> {
    let (_, listing) = in_json(workspace, &[command]);
    let items = listing["items"].as_array().unwrap().iter().filter(|item| item["code"] == code);
    items.map(|item| format!("{} {}", item["fingerprint"], item["place"])).collect()
}

#[test]
fn a_number_that_two_have_is_one_finding_whoever_tells_it() {
    let workspace = Workspace::new();
    let sequences =
        "yunxi = 1, qinghe = 1, hekou = 3, shiqiao = 4, liulin = 5, rare = 6, special = 7, xian = 8";
    let text = workspace.read("workspace.toml");
    workspace.write(
        "workspace.toml",
        &format!("{text}\n[document]\nnumber = {{ code = \"云宣\", sequences = {{ {sequences} }} }}\n"),
    );
    let first = known(&workspace, "check", "E004");
    assert_eq!(first.len(), 1);
    for command in ["rollup", "batch", "batch", "rollup", "check"] {
        assert_eq!(known(&workspace, command, "E004"), first, "{command}");
    }
}

/// A field of free text.
const FREE: &str = "plan";

#[test]
fn texts_alike_are_told_by_a_roll_up_as_by_check() {
    let workspace = Workspace::new();
    let alike = |unit: &str, text: &str| {
        let file = format!("data/2023Q2/{unit}.toml");
        let whole = workspace.read(&file);
        let kept: Vec<&str> = whole.lines().filter(|line| !line.starts_with(FREE)).collect();
        let kept = kept.join("\n");
        workspace.write(
            &file,
            &kept.replacen("[theory-study]", &format!("[theory-study]\n{FREE} = \"{text}\""), 1),
        );
    };
    for unit in ["hekou", "liulin", "qinghe"] {
        alike(unit, "集中学习与个人自学结合，逐项梳理薄弱环节，列出清单，按月销号，并请联系点干部到场点评。");
    }
    let alike_now = || known(&workspace, "check", "K013");
    let three = alike_now();
    assert_eq!(three.len(), 1);
    assert_eq!(known(&workspace, "rollup", "K013"), three, "without a batch");
    workspace.batch("2");
    assert_eq!(known(&workspace, "rollup", "K013"), three, "as the batch found it");
    alike("qinghe", "请退休教师讲课两次，收集意见四条，逐条答复，另组织到邻县参观一次，回来写了心得。");
    assert_ne!(alike_now(), three);
    assert_eq!(known(&workspace, "rollup", "K013"), alike_now(), "one of them is another text now");
}

#[test]
fn a_roll_up_of_one_unit_tells_of_texts_of_those_below_it_alone() {
    let workspace = Workspace::new();
    let text = "集中学习与个人自学结合，逐项梳理薄弱环节，列出清单，按月销号，并请联系点干部到场点评。";
    for unit in ["hekou", "liulin"] {
        let file = format!("data/2023Q2/{unit}.toml");
        let whole = workspace.read(&file);
        let kept: Vec<&str> = whole.lines().filter(|line| !line.starts_with(FREE)).collect();
        let kept =
            kept.join("\n").replacen("[theory-study]", &format!("[theory-study]\n{FREE} = \"{text}\""), 1);
        workspace.write(&file, &kept);
    }
    let others =
        "units = [\"hekou\", \"liulin\"]\n[[parents]]\nid = \"b\"\nname = \"乙县\"\nunits = [\"yunxi\", ";
    workspace.replace("workspace.toml", "units = [\"yunxi\", ", others);
    for unit in ["\"hekou\", ", "\"liulin\", "] {
        let whole = workspace.read("workspace.toml");
        let at = whole.rfind(unit).unwrap();
        workspace.write("workspace.toml", &(whole[..at].to_owned() + &whole[at + unit.len()..]));
    }
    workspace.batch("2");
    // Which of the two has it from the other is not known: each is told.
    for (above, told) in [(&["xian"][..], 2), (&["b"], 0), (&[], 2)] {
        let (_, listing) = in_json(&workspace, &[&["rollup"], above].concat());
        let items = listing["items"].as_array().unwrap().iter();
        assert_eq!(items.filter(|item| item["code"] == "K013").count(), told, "{above:?}: {listing:#}");
    }
}

#[test]
fn what_a_roll_up_has_as_json_it_says_in_words() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/yunxi.toml", "date = 2023-04-12", "date = 2023-01-12");
    let (_, listing) = in_json(&workspace, &["rollup"]);
    let (_, told) = said(&workspace, &["rollup"]);
    let items = listing["items"].as_array().unwrap();
    assert!(
        items.iter().any(|item| item["unit"] == "云溪镇" && item["severity"] == "warning"),
        "{listing:#}"
    );
    for item in items {
        assert!(told.contains(item["code"].as_str().unwrap()), "{item}: {told}");
    }
}

#[test]
fn what_explains_a_table_that_is_refused_is_told_by_batch_as_by_check() {
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "data = \"data/{period}\"", "table = \"units.csv\"");
    workspace.write("units.csv", "单位,理论学习中心组学习次数\n合计,3\n");
    let codes = |listing: &Value| -> BTreeSet<String> {
        let items = listing["items"].as_array().unwrap().iter();
        items.map(|item| format!("{} {}", item["code"], item["severity"])).collect()
    };
    let checked = in_json(&workspace, &["check"]);
    let told = codes(&checked.1);
    assert!(
        told.contains("\"D024\" \"warning\"") && !told.iter().any(|code| code.contains("D040")),
        "{told:?}"
    );
    for command in [&["batch"][..], &["batch", "--strict"], &["rollup"]] {
        let (exit, listing) = in_json(&workspace, command);
        assert_eq!((exit, codes(&listing)), (2, told.clone()), "{command:?}");
    }
    let (_, told) = said(&workspace, &["batch"]);
    assert!(
        told.contains("[D024]") && told.contains("[D006]") && told.contains("nothing was made"),
        "{told}"
    );
}

/// A workspace whose units are rows of a CSV file, with one column that no field is called after.
fn with_a_column_of_no_field() -> Workspace {
    let workspace = Workspace::new();
    workspace.batch("2");
    workspace.run(&["close", "2023Q2"]);
    workspace.replace("workspace.toml", "period = \"2023Q2\"", "period = \"2023Q3\"");
    workspace.replace("workspace.toml", "data = \"data/{period}\"", "table = \"units.csv\"");
    workspace.write(
        "units.csv",
        "单位代号,单位,理论学习中心组学习次数,专题学习研讨次数,研讨次\nyunxi,云溪镇,3,1,1\nqinghe,青禾镇,0,1,x\nqinghe,河口镇,二,1,x\n",
    );
    workspace
}

#[test]
fn what_is_wrong_with_a_table_is_told_alike_and_nothing_of_what_follows_from_it() {
    let workspace = with_a_column_of_no_field();
    let told = |listing: &Value| {
        let items = listing["items"].as_array().unwrap().iter();
        let items = items.map(|item| format!("{} {} {}", item["code"], item["unit"], item["place"]));
        (items.collect::<Vec<_>>(), listing["units"].clone(), listing["faults"].clone())
    };
    let (exit, checked) = in_json(&workspace, &["check"]);
    let codes = faults(&checked);
    assert!(
        exit == 2 && ["D003", "D010", "U001"].iter().all(|code| codes.contains(code)),
        "{exit} {checked:#}"
    );
    assert!(!codes.contains("P101") && !checked.to_string().contains("K008"), "{checked:#}");
    for command in [&["batch"][..], &["batch", "--strict"], &["batch", "--force"]] {
        let (exit, listing) = in_json(&workspace, command);
        assert_eq!((exit, told(&listing)), (2, told(&checked)), "{command:?}");
        assert_eq!((&listing["done"], &listing["not_done"]), (&0.into(), &listing["units"]), "{command:?}");
        let (exit, said) = said(&workspace, command);
        assert!(exit == 2 && codes.iter().all(|code| said.contains(code)), "{command:?}: {said}");
        assert!(said.contains("nothing was made"), "{command:?}: {said}");
    }
    let (_, rolled) = in_json(&workspace, &["rollup"]);
    assert_eq!(told(&rolled), told(&checked));
}

#[test]
fn a_record_with_a_broken_line_is_told_where_it_is_broken() {
    let workspace = Workspace::new();
    workspace.batch("2");
    let record = workspace.read(RECORD);
    let line = record.lines().nth(2).unwrap();
    workspace.write(RECORD, &record.replacen(line, &line[..line.len() / 2], 1));
    let (exit, listing) = in_json(&workspace, &["batch"]);
    assert_eq!((exit, places(&listing)), (0, vec![format!("R005 {RECORD}:3")]));
    assert!(!in_json(&workspace, &["batch"]).1["items"].to_string().contains("R005"));
}

#[test]
fn where_a_roll_up_could_not_write_is_told_before_any_work() {
    for (obstacle, path) in [
        ("out/ideology/2023Q2/rollup/某某县.html", "某某县.html"),
        ("out/ideology/2023Q2/rollup/某某县.xlsx", "某某县.xlsx"),
        ("out/ideology/2023Q2/rollup/某某县.docx", "某某县.docx"),
    ] {
        let workspace = Workspace::new();
        std::fs::create_dir_all(workspace.path(obstacle)).unwrap();
        for command in [&["check"][..], &["batch"], &["batch"]] {
            let (exit, listing) = in_json(&workspace, command);
            let items = listing["items"].as_array().unwrap();
            let told: Vec<_> =
                items.iter().map(|item| [&item["code"], &item["severity"], &item["unit"]]).collect();
            assert_eq!(
                (exit, told),
                (0, vec![[&"O004".into(), &"warning".into(), &"某某县".into()]]),
                "{command:?}"
            );
            assert!(items[0]["message"].as_str().unwrap().contains(path), "{items:?}");
        }
        assert_eq!(in_json(&workspace, &["check", "--strict"]).0, 1);
        let (exit, listing) = in_json(&workspace, &["rollup"]);
        assert_eq!((exit, faults(&listing)), (2, BTreeSet::from(["O004"])), "{listing:#}");
        assert!(!workspace.path(RECORD_ABOVE).exists(), "nothing was written");
        std::fs::remove_dir(workspace.path(obstacle)).unwrap();
        assert_eq!(in_json(&workspace, &["rollup"]).0, 0);
        assert_eq!(in_json(&workspace, &["batch"]).1["items"], serde_json::json!([]));
    }
}
