//! Findings that people let through: one by one or by a list that comes back filled in, for as long as the data stay.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;

use huibian_tests::bare::Bare;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::Value;

const PLUGIN: &str = "id = \"work\"\nversion = \"0.1.0\"\ntitle = \"工作\"\ncontract = 1\nslots = [\"results\"]\n\
    [fields.found]\nlabel = \"发现数\"\ntype = \"integer\"\n[fields.fixed]\nlabel = \"整改数\"\ntype = \"integer\"\n\
    [fields.sites]\nlabel = \"点位数\"\ntype = \"integer\"\n[fields.note]\nlabel = \"说明\"\ntype = \"text\"\n\
    [counts.found]\nlabel = \"发现\"\nmeasure = \"处\"\nnumber = \"found\"\n\
    [counts.fixed]\nlabel = \"整改\"\nmeasure = \"处\"\nnumber = \"fixed\"\n\
    [counts.sites]\nlabel = \"点位\"\nmeasure = \"处\"\nnumber = \"sites\"\nmax = \"90\"\n\
    [checks.within]\nrule = \"fixed <= found\"\nseverity = \"error\"\nmessage = \"整改多于发现，请核对。\"\n";

/// Units with what they found, put right, and have.
fn workspace(units: &[(&str, [u32; 3])]) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare.write(
        "plugins/work/sections/results.hbs",
        "# 工作\n\n{{#present \"found\"}}发现{{count \"found\"}}。{{/present}}\n",
    );
    units.iter().for_each(|(id, figures)| unit(&bare, id, *figures));
    bare
}

fn unit(bare: &Bare, id: &str, [found, fixed, sites]: [u32; 3]) {
    bare.unit(id, &[("work", &format!("found = {found}\nfixed = {fixed}\nsites = {sites}"))]);
}

/// The exit code, and what is said on both streams.
fn run(bare: &Bare, arguments: &[&str]) -> (i32, String) {
    let output = bare.run(&[&["--lang", "zh"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

/// What is found, as JSON, and the exit code.
fn found(bare: &Bare, command: &str) -> (i32, Vec<Value>) {
    let output = bare.run(&["--lang", "zh", command, "--json"]);
    let listing: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let mut items = listing["items"].as_array().unwrap().clone();
    // Faces that a machine lacks are no matter here.
    items.retain(|item| {
        item["place"]["path"].as_str().is_some_and(|path| path.starts_with("data/")) || item["code"] == "A007"
    });
    (output.status.code().unwrap(), items)
}

fn id(item: &Value) -> String {
    format!("{}-{}", item["code"].as_str().unwrap(), item["fingerprint"].as_str().unwrap())
}

/// Lets the first thing that is found of a unit through.
fn let_through(bare: &Bare, name: &str) -> String {
    let (_, items) = found(bare, "check");
    let id = id(items.iter().find(|item| item["unit"] == name).unwrap());
    let (exit, said) =
        run(bare, &["accept", &id, "--reason", "含上季度遗留", "--by", "张三", "--on", "2023-07-06"]);
    assert!(exit == 0 && said.contains("已认可 1 处，记入 accepted/"), "{said}");
    id
}

#[test]
fn what_is_let_through_fails_nothing_until_its_data_change() {
    let bare = workspace(&[("a", [3, 5, 7]), ("b", [4, 4, 4])]);
    assert_eq!((run(&bare, &["check"]).0, run(&bare, &["batch"]).0), (1, 1));
    let id = let_through(&bare, "某某镇a");
    let (exit, said) = run(&bare, &["check"]);
    assert!(exit == 0 && said.contains("已认可 1 处：张三于2023-07-06认可 1 处。"), "{said}");
    let listed = |lang: &str| String::from_utf8(bare.run(&["--lang", lang, "accept"]).stdout).unwrap();
    assert!(
        listed("zh").contains("有效的认可 1 处") && listed("zh").contains("整改多于发现"),
        "{}",
        listed("zh")
    );
    assert!(listed("en").contains("Let through and holding: 1"), "{}", listed("en"));
    for _ in 0..2 {
        let (exit, items) = found(&bare, "batch");
        assert_eq!((exit, items.len()), (0, 1));
        assert_eq!(items[0]["accepted"]["by"], "张三", "{items:?}");
        assert_eq!(items[0]["accepted"]["reason"], "含上季度遗留");
        assert_eq!(items[0]["severity"], "error", "it is what it was");
    }
    // Another figure of the section is none of its data.
    unit(&bare, "a", [3, 5, 8]);
    assert_eq!((found(&bare, "check").0, found(&bare, "batch").0), (0, 0));
    unit(&bare, "a", [3, 6, 8]);
    for command in ["check", "batch"] {
        let (exit, items) = found(&bare, command);
        assert_eq!(exit, 1, "the words are the same, the figure is not");
        let void = items.iter().find(|item| item["code"] == "A007").unwrap();
        let message = void["message"].as_str().unwrap();
        let english = bare.run(&["--lang", "en", command]);
        let english = String::from_utf8([english.stdout, english.stderr].concat()).unwrap();
        let told = english.lines().find(|line| line.contains("A007")).unwrap();
        assert!(!told.contains("请核对"), "the words of then were Chinese: {told}");
        assert!(message.contains("张三于2023-07-06") && message.contains(&id), "{message}");
        assert!(items.iter().all(|item| item["accepted"].is_null()), "{items:?}");
    }
    // As it was before, so it holds again.
    unit(&bare, "a", [3, 5, 8]);
    assert_eq!(found(&bare, "check").0, 0);
    // What is mended is not spoken of.
    unit(&bare, "a", [5, 5, 8]);
    assert!(found(&bare, "check").1.is_empty());
}

#[test]
fn one_finding_of_several_units_is_let_through_of_the_one_that_is_named() {
    let bare = workspace(&[("a", [3, 3, 7]), ("b", [4, 4, 4])]);
    let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    let check = "\n[checks.never]\nrule = \"1 > 2\"\nseverity = \"error\"\nmessage = \"从不成立。\"\n";
    bare.write("workspace.toml", text + check);
    let output = bare.run(&["check", "--json"]);
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    let id = id(listing["items"].as_array().unwrap().iter().find(|item| item["code"] == "K001").unwrap());
    let why = ["--reason", "另有说明", "--by", "张三", "--on", "2023-07-06"];
    let accept = |rest: &[&str]| run(&bare, &[&["accept", &id], &why[..], rest].concat());
    let (exit, said) = accept(&[]);
    assert!(
        exit == 2 && said.contains("A006") && said.contains("某某镇a、某某镇b") && said.contains("--unit"),
        "{said}"
    );
    for unit in ["某某镇a", "某某镇b"] {
        assert_eq!(run(&bare, &["check"]).0, 1);
        let (exit, said) = accept(&["--unit", unit]);
        assert!(exit == 0 && said.contains("已认可 1 处"), "{said}");
    }
    assert_eq!(run(&bare, &["check"]).0, 0);
    let (exit, said) = run(&bare, &["accept", "--withdraw", &id]);
    assert!(exit == 2 && said.contains("A006"), "{said}");
    let (exit, said) = run(&bare, &["accept", "--withdraw", &id, "--unit", "某某镇b"]);
    assert!(exit == 0 && said.contains("已撤回 1 处"), "{said}");
    let (exit, said) = run(&bare, &["check"]);
    assert!(exit == 1 && said.contains("已认可 1 处"), "{said}");
}

#[test]
fn a_text_that_is_reworded_is_looked_at_again() {
    let bare = workspace(&[("a", [3, 3, 7]), ("b", [4, 4, 4])]);
    let note = |text: &str| {
        bare.unit("a", &[("work", &format!("found = 3\nfixed = 3\nnote = \"{text}\""))]);
    };
    note("某某镇b认真部署，成效明显。");
    let_through(&bare, "某某镇a");
    assert_eq!(found(&bare, "check").1.iter().filter(|item| item["accepted"].is_null()).count(), 0);
    // The same finding at the same place, of another text.
    note("某某镇b认真部署，成效不明显。");
    let (_, items) = found(&bare, "check");
    let codes: Vec<&str> = items.iter().filter_map(|item| item["code"].as_str()).collect();
    assert_eq!(codes, ["K009", "A007"], "{items:?}");
}

#[test]
fn a_row_above_moves_what_is_let_through_and_no_more() {
    let bare = workspace(&[]);
    bare.replace("workspace.toml", "data = \"data\"", "workbook = \"data/units.xlsx\"");
    let write = |rows: &[(&str, [u32; 3])]| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, head) in (0..).zip(["单位", "发现数", "整改数", "点位数"]) {
            sheet.write(0, column, head).unwrap();
        }
        for (row, (name, figures)) in (1..).zip(rows) {
            sheet.write(row, 0, *name).unwrap();
            for (column, figure) in (1..).zip(figures) {
                sheet.write(row, column, *figure).unwrap();
            }
        }
        fs::create_dir_all(bare.path("data")).unwrap();
        book.save(bare.path("data/units.xlsx")).unwrap();
    };
    write(&[("甲镇", [4, 4, 1]), ("乙镇", [3, 5, 7])]);
    let_through(&bare, "乙镇");
    write(&[("甲镇", [4, 4, 1]), ("丙镇", [2, 2, 2]), ("乙镇", [3, 5, 7])]);
    assert_eq!((found(&bare, "check").0, found(&bare, "batch").0, found(&bare, "batch").0), (0, 0, 0));
    // What another unit says at the same place is not let through.
    write(&[("甲镇", [4, 4, 1]), ("丙镇", [3, 5, 7]), ("乙镇", [3, 3, 7])]);
    assert_eq!(found(&bare, "check").0, 1);
    write(&[("乙镇", [3, 6, 7]), ("甲镇", [4, 4, 1])]);
    let (exit, items) = found(&bare, "check");
    assert!(exit == 1 && items.iter().any(|item| item["code"] == "A007"), "{items:?}");
}

#[test]
fn a_list_comes_back_filled_in() {
    let bare = workspace(&[("a", [3, 5, 7]), ("b", [4, 6, 4]), ("c", [4, 4, 99])]);
    run(&bare, &["check", "--table", "list.csv"]);
    let list = fs::read_to_string(bare.path("list.csv")).unwrap();
    let (head, rows) = list.split_once("\r\n").unwrap();
    assert!(head.ends_with("办法,理由,认可人,认可日期,编号"), "{head}");
    // Sorted otherwise, with a title above, one row filled in; who and when are said for all.
    let mut rows: Vec<String> = rows.lines().filter(|row| row.contains("K0")).map(str::to_owned).collect();
    rows.reverse();
    let of_a = rows.iter().position(|row| row.starts_with("某某镇a")).unwrap();
    rows[of_a] = rows[of_a].replace(",,,,K001", ",,含上季度遗留,,,K001").replace(",,含", ",含");
    bare.write("back.csv", format!("\u{FEFF}二季度问题清单\r\n{head}\r\n{}\r\n", rows.join("\r\n")));
    let (exit, said) = run(&bare, &["accept", "back.csv"]);
    assert!(exit == 2 && said.contains("A002") && said.contains("没有填认可人"), "{said}");
    assert!(!bare.path("accepted").exists());
    let (exit, said) = run(&bare, &["accept", "back.csv", "--by", "李四", "--on", "2023-07-07"]);
    assert!(exit == 0 && said.contains("已认可 1 处"), "{said}");
    let open = |items: &[Value]| {
        let open = items.iter().filter(|item| item["accepted"].is_null());
        open.map(|item| item["unit"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (_, items) = found(&bare, "check");
    assert_eq!(open(&items), ["某某镇b", "某某镇c"]);
    // As a workbook, with a real day.
    let b = id(items.iter().find(|item| item["unit"] == "某某镇b").unwrap());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["单位", "编号", "备注", "理由", "认可人", "认可日期"].iter().enumerate()
    {
        sheet.write(2, u16::try_from(column).unwrap(), *head).unwrap();
    }
    let day = ExcelDateTime::from_ymd(2023, 7, 8).unwrap();
    sheet.write(3, 0, "某某镇b").unwrap().write(3, 1, &b).unwrap().write(3, 3, "=已核实").unwrap();
    sheet.write(3, 4, "张三").unwrap();
    sheet.write_with_format(3, 5, &day, &Format::new().set_num_format("yyyy/m/d")).unwrap();
    book.save(bare.path("back.xlsx")).unwrap();
    let (exit, said) = run(&bare, &["accept", "back.xlsx"]);
    assert_eq!(exit, 0, "{said}");
    assert_eq!(open(&found(&bare, "check").1), ["某某镇c"]);
    let kept: Vec<_> = walk(&bare.path("accepted"));
    assert_eq!(kept.len(), 1);
    let text = fs::read_to_string(&kept[0]).unwrap();
    assert!(text.starts_with("\u{FEFF}编号,单位,检查项,问题,理由,认可人,认可日期,数据指纹\r\n"), "{text}");
    assert!(text.contains("work/within") && text.contains("'=已核实,张三,2023-07-08,#"), "{text}");
    let (exit, said) = run(&bare, &["accept"]);
    assert!(exit == 0 && said.contains("有效的认可 2 处") && said.contains("未认可的问题 "), "{said}");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn only_the_unit_whose_finding_is_let_through_is_made_anew() {
    let bare = workspace(&[("a", [3, 5, 7]), ("b", [4, 4, 4]), ("c", [4, 4, 4])]);
    run(&bare, &["batch"]);
    let kept = || {
        let output = bare.run(&["batch", "--json"]);
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["kept"].clone()
    };
    assert_eq!(kept(), 3);
    let id = let_through(&bare, "某某镇a");
    assert_eq!((kept(), kept()), (2.into(), 3.into()));
    let (exit, said) = run(&bare, &["accept", "--withdraw", &id[..9]]);
    assert!(exit == 0 && said.contains("已撤回 1 处"), "{said}");
    assert_eq!((kept(), run(&bare, &["check"]).0), (2.into(), 1));
    assert_eq!(run(&bare, &["accept", "--withdraw", &id]).0, 1, "it is let through no more");
}

#[test]
fn it_is_filed_with_the_period_and_stands_in_the_notes_where_that_is_wanted() {
    let bare = workspace(&[("a", [3, 5, 7]), ("b", [4, 4, 4])]);
    let (exit, said) = run(&bare, &["close", "2023Q2"]);
    assert!(exit == 1 && said.contains("H002"), "{said}");
    let_through(&bare, "某某镇a");
    let (exit, said) = run(&bare, &["close", "2023Q2"]);
    assert_eq!(exit, 0, "{said}");
    let filed = walk(&bare.path("history"));
    let line = fs::read_to_string(&filed[0]).unwrap().lines().nth(1).unwrap().to_owned();
    let line: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(line["accepted"][0]["by"], "张三", "{line}");
    assert_eq!(line["accepted"][0]["said"], "整改多于发现，请核对。");
    run(&bare, &["batch"]);
    assert!(!fs::read_to_string(bare.path("out/a.md")).unwrap().contains("经核实"));
    bare.replace("workspace.toml", "formats =", "accepted_in_notes = true\nformats =");
    let (exit, said) = run(&bare, &["batch"]);
    assert_eq!(exit, 0, "{said}");
    let note = "注：核对时提示“整改多于发现，请核对。”。经核实：含上季度遗留（张三，2023年7月6日）。";
    assert!(fs::read_to_string(bare.path("out/a.md")).unwrap().contains(note));
    assert!(!fs::read_to_string(bare.path("out/b.md")).unwrap().contains("经核实"));
}

#[test]
fn a_roll_up_goes_by_what_is_let_through() {
    let bare = workspace(&[("a", [3, 5, 7]), ("b", [4, 4, 4])]);
    let settings = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    bare.write(
        "workspace.toml",
        settings + "\n[[parents]]\nid = \"xian\"\nname = \"某某县\"\nunits = [\"a\", \"b\"]\n",
    );
    assert_eq!(run(&bare, &["rollup"]).0, 1);
    let_through(&bare, "某某镇a");
    // The county's own figures fail the same check, and are let through as themselves.
    unit(&bare, "b", [4, 2, 4]);
    let (exit, said) = run(&bare, &["rollup"]);
    assert_eq!(exit, 0, "{said}");
    let page =
        walk(&bare.path("out")).into_iter().find(|path| path.extension().is_some_and(|it| it == "html"));
    let page = fs::read_to_string(page.unwrap()).unwrap();
    let of_a = ["已认可", "某某镇a", "理由：含上季度遗留（张三，2023年7月6日）"];
    assert!(
        page.lines()
            .flat_map(|line| line.split("<tr"))
            .flat_map(|row| row.split("<li"))
            .any(|row| of_a.iter().all(|said| row.contains(said))),
        "{page}"
    );
    assert!(!page.contains("需要处理的单位"), "{page}");
    unit(&bare, "b", [4, 4, 4]);
    let output = bare.run(&["--lang", "zh", "rollup", "--json"]);
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    let items = listing["items"].as_array().unwrap();
    let open: Vec<&Value> =
        items.iter().filter(|item| item["accepted"].is_null() && item["code"] == "K001").collect();
    assert_eq!((open.len(), &open[0]["unit"]), (1, &Value::from("某某县")), "{items:?}");
    let (exit, said) =
        run(&bare, &["accept", &id(open[0]), "--reason", "镇里已核实", "--by", "张三", "--on", "2023-07-09"]);
    assert_eq!(exit, 0, "{said}");
    let (exit, said) = run(&bare, &["rollup"]);
    assert!(exit == 0 && !said.contains("A007"), "{said}");
    // With the county's figures what was let through of them is told to hold no more.
    unit(&bare, "b", [4, 5, 4]);
    let_through(&bare, "某某镇b");
    let (exit, said) = run(&bare, &["rollup"]);
    assert!(
        exit == 1 && said.contains("A007") && said.contains("某某县：张三于2023-07-09认可的问题"),
        "{said}"
    );
    let output = bare.run(&["--lang", "zh", "rollup", "--json"]);
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    let void: Vec<&Value> =
        listing["items"].as_array().unwrap().iter().filter(|item| item["code"] == "A007").collect();
    assert_eq!((void.len(), &void[0]["unit"]), (1, &Value::from("某某县")));
}

#[test]
fn a_list_with_nothing_filled_in_lets_nothing_through_and_says_so() {
    let bare = workspace(&[("a", [3, 5, 7])]);
    for list in ["list.csv", "list.xlsx"] {
        run(&bare, &["check", "--table", list]);
        let (exit, said) = run(&bare, &["accept", list]);
        assert!(exit == 0 && said.contains("没有填写理由的行"), "{said}");
        assert!(!bare.path("accepted").exists());
    }
}

#[test]
fn what_cannot_be_let_through_is_told() {
    let bare = workspace(&[("a", [3, 5, 7]), ("b", [4, 6, 4])]);
    bare.unit("c", &[("work", "found = \"三\"")]);
    let (_, items) = found(&bare, "check");
    let fault = id(items
        .iter()
        .find(|item| item["code"] == "U004" || item["code"].as_str().unwrap().starts_with('U'))
        .unwrap());
    let who = ["--reason", "属实", "--by", "张三", "--on", "2023-07-06"];
    for (what, exit, code) in [
        (fault.as_str(), 2, "A005"),
        ("K001-0000000000000000", 1, "A004"),
        ("nothing", 1, "A004"),
        ("K001", 2, "A006"),
        ("none.xlsx", 2, "W001"),
    ] {
        let (ended, said) = run(&bare, &[&["accept", what][..], &who].concat());
        assert!(ended == exit && said.contains(code), "{what}: {said}");
    }
    let of_a = id(items.iter().find(|item| item["unit"] == "某某镇a").unwrap());
    for (left_out, missing) in [("--reason", "理由"), ("--by", "认可人"), ("--on", "认可日期")] {
        let at = who.iter().position(|word| *word == left_out).unwrap();
        let given: Vec<&str> =
            who.iter().enumerate().filter(|(i, _)| *i != at && *i != at + 1).map(|(_, w)| *w).collect();
        let (exit, said) = run(&bare, &[&["accept", &of_a][..], &given].concat());
        assert!(exit == 2 && said.contains("A002") && said.contains(missing), "{left_out}: {said}");
    }
    assert!(!bare.path("accepted").exists(), "nothing was let through");
    // What is written by hand is read with the same care.
    let_through(&bare, "某某镇a");
    let kept = walk(&bare.path("accepted")).remove(0);
    let text = fs::read_to_string(&kept).unwrap();
    fs::write(&kept, text.replace("张三", "")).unwrap();
    let (exit, said) = run(&bare, &["check"]);
    assert!(exit == 2 && said.contains("A002") && said.contains(".csv:2:6"), "{said}");
    fs::write(&kept, "单位,理由\n某某镇a,属实\n").unwrap();
    let (exit, said) = run(&bare, &["batch"]);
    assert!(exit == 2 && said.contains("A001"), "{said}");
    // As a spreadsheet on a Chinese system saves it again.
    let (bytes, ..) = encoding_rs::GB18030.encode(text.trim_start_matches('\u{FEFF}'));
    fs::write(&kept, bytes.replace_day()).unwrap();
    let (_, items) = found(&bare, "check");
    assert!(items.iter().any(|item| item["accepted"]["on"] == "2023-07-06"), "{items:?}");
}

/// A day as a spreadsheet writes it.
trait Resaved {
    fn replace_day(&self) -> Vec<u8>;
}

impl Resaved for [u8] {
    fn replace_day(&self) -> Vec<u8> {
        let day = b"2023-07-06";
        let at = self.windows(day.len()).position(|bytes| bytes == day).unwrap();
        [&self[..at], b"2023/7/6", &self[at + day.len()..]].concat()
    }
}

const LEDGER: &str = "id = \"work\"\nversion = \"0.1.0\"\ntitle = \"工作\"\ncontract = 1\nslots = [\"results\"]\n\
    [fields.jobs]\nlabel = \"受理台账\"\ntype = \"ledger\"\n\
    columns.day = { label = \"受理日期\", type = \"date\" }\n\
    columns.done = { label = \"办结日期\", type = \"date\" }\n\
    columns.what = { label = \"事项\", type = \"text\" }\n\
    columns.money = { label = \"金额\", type = \"decimal\" }\n\
    [counts.jobs]\nlabel = \"受理\"\nmeasure = \"件\"\nledger = \"jobs\"\n";

#[test]
fn what_is_let_through_of_a_row_holds_where_a_row_is_put_above_it() {
    let job = |day: u32, what: &str, money: &str, done: &str| {
        format!("[[work.jobs]]\nday = 2023-04-{day:02}\nwhat = \"{what}\"\nmoney = {money}\n{done}\n")
    };
    let plain: Vec<String> = (1..=7).map(|day| job(day, &format!("补贴{day}"), "12.5", "")).collect();
    let early = job(20, "补录", "12.5", "done = 2023-04-10");
    let outside = job(9, "补报", "12.5", "").replace("2023-04", "2023-03");
    let large = job(20, "多写", "125", "");
    let above = job(2, "新增一行", "13", "");
    let write = |bare: &Bare, rows: &[&str]| {
        let text = format!("[unit]\nname = \"某某镇a\"\n\n{}{}", plain.concat(), rows.concat());
        bare.write("data/a.toml", text);
    };
    let bare = workspace(&[]);
    bare.write("plugins/work/plugin.toml", LEDGER);
    bare.write(
        "plugins/work/sections/results.hbs",
        "# 工作\n\n{{#present \"jobs\"}}受理{{count \"jobs\"}}。{{/present}}\n",
    );
    for (code, row, cell) in [("K042", &early, "done"), ("K004", &outside, "day"), ("K055", &large, "money")]
    {
        let _ = fs::remove_dir_all(bare.path("accepted"));
        write(&bare, &[row]);
        let (_, items) = found(&bare, "check");
        assert_eq!(items.iter().map(|item| &item["code"]).collect::<Vec<_>>(), [code], "{items:#?}");
        // The cell in question is where it is told.
        let line = usize::try_from(items[0]["place"]["line"].as_u64().unwrap()).unwrap();
        let text = fs::read_to_string(bare.path("data/a.toml")).unwrap();
        assert!(text.lines().nth(line - 1).unwrap().starts_with(cell), "{items:#?}");
        let_through(&bare, "某某镇a");
        write(&bare, &[&above, row]);
        for command in ["check", "batch"] {
            let (_, items) = found(&bare, command);
            assert!(items.len() == 1 && items[0]["accepted"]["by"] == "张三", "{items:#?}");
        }
        // Of two that are alike nobody knows which it was. Two of another size are told by none.
        write(&bare, &[&above, row, row]);
        let (_, items) = found(&bare, "check");
        let is_told = items.iter().any(|item| item["code"] == "A007");
        assert!(is_told || code == "K055", "{code}: {items:#?}");
        assert!(items.iter().all(|item| item["accepted"].is_null()), "{code}: {items:#?}");
        write(&bare, &[&row.replace("what = \"", "what = \"再")]);
        let (_, items) = found(&bare, "check");
        assert!(items.iter().any(|item| item["code"] == "A007"), "{items:#?}");
        // Another row with the like of it is not let through.
        write(&bare, &[&above, &row.replace("what = \"", "what = \"另")]);
        let (_, items) = found(&bare, "check");
        assert!(items.iter().all(|item| item["accepted"].is_null()), "{items:#?}");
    }
}
