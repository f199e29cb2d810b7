//! What an earlier program left behind (`tests/fixtures/before`): records, filed periods, locks, permissions, packed plugins,
//! libraries, modules and forms. The present program takes it over, or says what to do.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use huibian_tests::{CONFIG_DIR, copy, program, root};
use serde_json::Value;

/// What is said where a record is not taken over since the program now writes another format.
const TOLD: &str = "an earlier version";
const RECORD: &str = "out/works/2023Q3";
const WITH_FAULTS: &str = "out/works/2023Q4";
const OF_2023Q4: [&str; 4] = ["--period", "2023Q4", "--date", "2024-01-08"];

/// The fixture.
fn kept() -> PathBuf {
    root().join("tests/fixtures/before")
}

/// A copy of the fixture, with the present program in the place of the earlier one.
struct Before(tempfile::TempDir);

impl Before {
    fn new() -> Self {
        let before = Self(tempfile::tempdir().unwrap());
        copy(&kept(), before.0.path());
        let name = format!("huibian{}", std::env::consts::EXE_SUFFIX);
        let (built, installed) = (program("huibian"), before.path("installation").join(name));
        fs::hard_link(&built, &installed).or_else(|_| fs::copy(&built, &installed).map(drop)).unwrap();
        for workspace in ["office", "village"] {
            files(&before.path(workspace)).for_each(|file| age(&file));
        }
        before
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    /// Runs the program in a workspace and returns its exit code and all it said.
    fn run(&self, workspace: &str, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(self.path("installation/huibian"));
        command.current_dir(self.path(workspace)).args(arguments).env(CONFIG_DIR, self.path("config"));
        let output = command.output().unwrap();
        (output.status.code().unwrap(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    }

    fn office(&self, arguments: &[&str]) -> (i32, String) {
        self.run("office", arguments)
    }

    fn succeeds(&self, arguments: &[&str]) -> String {
        let (exit, said) = self.office(arguments);
        assert_eq!(exit, 0, "{arguments:?}: {said}");
        said
    }

    /// Runs a batch over a record of before: what it claims stays untouched, or it is said why it is made anew. Either way
    /// each file is the one of before, to the byte.
    fn takes_over(&self, workspace: &str, place: &str, arguments: &[&str], exit: i32) -> String {
        let folder = self.path(workspace).join(place);
        let of_before = contents(&folder);
        let arguments = [&["--lang", "en"], arguments, &["batch", "--locked"]].concat();
        let (code, said) = self.run(workspace, &arguments);
        assert_eq!(code, exit, "{said}");
        let written = files(&folder).filter(|file| !is_record(file) && !is_old(file)).count();
        assert!(written == 0 || said.contains(TOLD), "{written} files made anew, and nobody is told: {said}");
        same_files(&contents(&folder), &of_before);
        said
    }
}

/// All files of a folder and those below it.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let mut below: Vec<PathBuf> = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() { below.extend(files(&path)) } else { below.push(path) }
    }
    below.into_iter()
}

/// The files of a folder but for records, by name.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let named = |file: PathBuf| (file.strip_prefix(folder).unwrap().to_owned(), fs::read(&file).unwrap());
    files(folder).filter(|file| !is_record(file)).map(named).collect()
}

fn is_record(file: &Path) -> bool {
    file.ends_with("manifest.jsonl")
}

/// A text with 一是 taken off where nothing follows as 二是: the earlier program numbered one item alone.
fn without_lone_number(text: &str) -> String {
    let ends = ["</w:p>", "</p>", "\n"];
    let end = ends.into_iter().find(|end| text.contains(end)).unwrap_or("\n");
    let paragraphs = text.split(end).map(|paragraph| {
        if paragraph.contains("二是") { paragraph.to_owned() } else { paragraph.replace("一是", "") }
    });
    paragraphs.collect::<Vec<_>>().join(end)
}

/// A part of a Word file without how it is laid out: which styles there are, and what keeps a paragraph with the next.
fn without_layout(name: &str, part: &[u8]) -> Vec<u8> {
    match name {
        "word/styles.xml" | "word/settings.xml" => Vec::new(),
        _ => match String::from_utf8(part.to_vec()) {
            Ok(text) => text.replace("<w:keepNext/>", "").into_bytes(),
            Err(_) => part.to_vec(),
        },
    }
}

/// A text without what stands from each `begin` to the next `end`.
fn without_each(text: &str, begin: &str, end: &str) -> String {
    let mut parts = text.split(begin);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, rest| text + rest.split_once(end).map_or(rest, |(_, after)| after))
}

/// A page without how it is laid out: its style sheet, the widths of columns and the shapes of pictures, and what has since marked
/// its main part, the head's upper part, tables that keys move and what stays whole.
fn without_page_layout(text: &str) -> String {
    let since = [
        "<main>\n",
        "</main>\n",
        "<div class=\"above\">\n",
        "</div>\n",
        " tabindex=\"0\"",
        "<span class=\"whole\">",
        "<span>",
        "</span>",
    ];
    let (before, rest) = text.split_once("<style>").unwrap_or((text, ""));
    let (_, after) = rest.split_once("</style>").unwrap_or(("", rest));
    let text = since.iter().fold([before, after].concat(), |text, mark| text.replace(mark, ""));
    let text = without_each(&text, "<colgroup>", "</colgroup>");
    without_each(&text, ";aspect-ratio:", "\"").replace("\" src=", " src=")
}

/// Whether two files say the same, but for the number of one item alone and for how Word files are laid out.
fn is_same(found: &[u8], expected: &[u8]) -> bool {
    if found == expected {
        return true;
    }
    let text = |bytes: &[u8]| {
        String::from_utf8(bytes.to_vec()).ok().map(|text| without_lone_number(&without_page_layout(&text)))
    };
    match (parts(found), parts(expected)) {
        (Some(found), Some(expected)) => {
            found.keys().eq(expected.keys())
                && found.iter().all(|(name, part)| {
                    is_same(&without_layout(name, part), &without_layout(name, &expected[name]))
                })
        }
        _ => text(found).is_some_and(|found| Some(found) == text(expected)),
    }
}

/// The parts of a package.
fn parts(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = |at| {
        let mut file = package.by_index(at).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        Some((file.name().ok()?.into_owned(), bytes))
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).ok()?.len()).map(part).collect()
}

/// Roll-ups say more than they did: texts of units are merged, sums of a year ago are compared over the units that gave both,
/// and the page tells of units that are left out for a failed check. Their figures are held by [`sums`].
fn says_more(name: &Path) -> bool {
    name.components().next_back().is_some_and(|name| {
        ["某某县.md", "某某县.txt", "某某县.html", "某某县.report.html"]
            .iter()
            .any(|known| name.as_os_str() == *known)
    })
}

/// Fails with the names of the files that differ or that one side lacks.
fn same_files(found: &BTreeMap<PathBuf, Vec<u8>>, expected: &BTreeMap<PathBuf, Vec<u8>>) {
    assert!(!expected.is_empty());
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    let differ = found.iter().filter(|(name, bytes)| !says_more(name) && !is_same(bytes, &expected[*name]));
    let differ = differ.map(|(name, _)| name);
    assert_eq!(differ.collect::<Vec<_>>(), Vec::<&PathBuf>::new(), "differ from those of before");
}

/// When all files of a copy were written, as far as the program can tell.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

fn age(file: &Path) {
    File::options().write(true).open(file).unwrap().set_modified(long_ago()).unwrap();
}

fn is_old(file: &Path) -> bool {
    fs::metadata(file).unwrap().modified().unwrap() == long_ago()
}

#[test]
fn filed_periods_are_read_and_compared_with() {
    let before = Before::new();
    let said = before.succeeds(&["--lang", "zh", "preview", "yunxi"]);
    for words in [
        "组织学习4次，较上季度增加1次，增长33.3%",
        // The year before was imported, the first quarter amended from 10 to 12.
        "检查企业15家次，较上季度增加1家次，增长7.1%，较上年同期增加3家次，增长25%",
        "今年以来共检查41家次，整改率较上季度下降2.1个百分点",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (exit, said) = before.office(&["--lang", "en", "diff", "2023Q1", "2023Q2"]);
    assert_eq!(exit, 0, "that periods differ is no fault: {said}");
    assert_eq!(rows(&said, "检查").last(), Some(&vec!["检查", "12家次", "14家次", "+2", "+16.7%"]), "{said}");
}

/// The rows of tables that are about a count, the sums' first.
fn rows<'s>(said: &'s str, count: &str) -> Vec<Vec<&'s str>> {
    let rows = said.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    rows.filter(|row| row.first() == Some(&count)).collect()
}

#[test]
fn check_finds_what_it_found() {
    let before = Before::new();
    before.succeeds(&["check"]);
    let (exit, said) = before.office(&[&OF_2023Q4[..], &["--lang", "zh", "check"]].concat());
    assert!(exit == 1 && said.contains("缺少“检查”（inspections）的数据"), "{said}");
    assert!(said.contains("data/2023Q4/songling.toml:9:1"), "{said}");
}

#[test]
fn a_batch_takes_over_the_record() {
    let before = Before::new();
    before.takes_over("office", RECORD, &[], 0);
    // One unit's data change, and one unit is made.
    before.replace("office/data/2023Q3/hekou.toml", "[unit]", "# 注\n[unit]");
    files(&before.path("office").join(RECORD)).for_each(|file| age(&file));
    before.succeeds(&["batch"]);
    let mut made: Vec<_> = files(&before.path("office").join(RECORD))
        .filter(|file| !is_old(file) && !is_record(file))
        .map(|file| file.file_name().unwrap().to_owned().into_string().unwrap())
        .collect();
    made.sort();
    assert_eq!(made, ["docx", "html", "md", "txt"].map(|format| format!("河口镇.{format}")));
}

#[test]
fn a_batch_takes_over_a_record_with_faults() {
    let before = Before::new();
    let arguments = [&OF_2023Q4[..], &["--format", "md"]].concat();
    before.takes_over("office", WITH_FAULTS, &arguments, 1);
    // What was found of units that are kept is said again.
    let (exit, said) = before.office(&[&["--lang", "zh"], &arguments[..], &["batch"]].concat());
    assert_eq!(exit, 1, "{said}");
    for found in ["整改9处，多于隐患7处", "“下一步打算”有2个单位填报的文字几乎相同：柳林街道、青禾镇", "U020"]
    {
        assert!(said.contains(found), "{found}: {said}");
    }
}

#[test]
fn made_anew_each_file_is_what_it_was() {
    let before = Before::new();
    let reports = || contents(&before.path("office/out"));
    let of_before = reports();
    fs::remove_dir_all(before.path("office/out")).unwrap();
    before.succeeds(&["batch"]);
    before.succeeds(&["rollup", "--format", "html,md,txt"]);
    let (exit, said) = before.office(&[&OF_2023Q4[..], &["batch", "--format", "md"]].concat());
    assert_eq!(exit, 1, "{said}");
    same_files(&reports(), &of_before);
}

#[test]
fn a_roll_up_over_the_record_comes_to_the_same() {
    let before = Before::new();
    let place = before.path("office").join(RECORD).join("rollup");
    let (of_before, sums) = (contents(&place), sums(&place));
    fs::remove_dir_all(&place).unwrap();
    before.succeeds(&["rollup", "--format", "html,md,txt"]);
    same_files(&contents(&place), &of_before);
    assert_eq!(self::sums(&place), sums);
    // A unit that failed is left out and named.
    let (exit, said) = before.office(&[&OF_2023Q4[..], &["rollup", "--format", "md"]].concat());
    assert_eq!(exit, 1, "{said}");
    let report = before.read("office/out/works/2023Q4/rollup/某某县.md");
    assert!(report.contains("6个单位中的5个汇总，松岭乡未计入"), "{report}");
}

/// Each count of the one unit in a record, as it is printed.
fn sums(place: &Path) -> BTreeMap<String, String> {
    let record = fs::read_to_string(place.join("manifest.jsonl")).unwrap();
    let lines = record.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let unit = lines.into_iter().find(|line| line["unit"] == "xian").unwrap();
    let counts = unit["counts"].as_object().unwrap().iter();
    counts.map(|(key, count)| (key.clone(), format!("{}{}", count["value"], count["measure"]))).collect()
}

#[test]
fn periods_are_closed_and_amended_beside_those_of_before() {
    let before = Before::new();
    let history = before.path("office/history");
    let of_before = contents(&history);
    before.succeeds(&["close", "2023Q3"]);
    let filed = |file: &str| before.read(&format!("office/history/works/{file}.jsonl"));
    // Prints of texts, whom units stood below, the date of the documents, that units were listed, seals and what they come to were not filed then.
    let filed_date =
        filed("2023Q3").split_once(",\"date\":\"").map(|(_, rest)| rest[..10].to_owned()).unwrap();
    let figures = huibian_tests::without(&filed("2023Q3"), ",\"texts\":", "}\n");
    let figures = huibian_tests::without(&figures, ",\"above\":[", ",\"counts\"");
    let figures = huibian_tests::without(&figures, ",\"seal\":", "}\n");
    let figures = huibian_tests::without(&figures, ",\"whole\":", "}\n");
    let figures = figures.replacen(&format!(",\"date\":\"{filed_date}\""), "", 1);
    let figures = figures.replacen(",\"listed\":true", "", 1);
    assert_eq!(figures, before.read("filed/2023Q3.jsonl"));
    let said = before.succeeds(&["--lang", "zh", "history", "import", "earlier.csv"]);
    assert!(said.contains("2022Q3 已结过账，数据相同"), "{said}");
    let data = "office/data/2023Q2/yunxi.toml";
    before.replace(data, "inspections_total = 14", "inspections_total = 16");
    let (exit, said) = before.office(&["close", "2023Q2"]);
    assert!(exit == 1 && said.contains("[H003]"), "{said}");
    let said = before.succeeds(&["--lang", "zh", "close", "2023Q2", "--amend"]);
    assert!(said.contains("云溪镇：检查 14 → 16"), "{said}");
    let said = before.succeeds(&["--lang", "zh", "preview", "yunxi"]);
    assert!(said.contains("检查企业15家次，较上季度减少1家次"), "{said}");
    let mut now = contents(&history);
    for new in ["works/2023Q2.2.jsonl", "works/2023Q3.jsonl"] {
        assert!(now.remove(Path::new(new)).is_some(), "{new}");
    }
    same_files(&now, &of_before);
}

#[test]
fn a_record_differs_from_a_run_of_today_in_nothing() {
    let before = Before::new();
    copy(&before.path("office").join(RECORD), &before.path("office/of-before"));
    before.succeeds(&["batch", "--force"]);
    let diff = || before.office(&["--lang", "en", "diff", "--exit-code", "of-before", RECORD]);
    let (_, said) = diff();
    let lines = |sign: &str| -> Vec<String> {
        let lines = said.lines().filter_map(|line| line.trim_start().strip_prefix(sign));
        lines.map(without_lone_number).collect()
    };
    assert_eq!(lines("- "), lines("+ "), "{said}");
    copy(&before.path("office").join(RECORD), &before.path("office/of-before"));
    assert_eq!(diff(), (0, "6 units, 0 differ.\n".to_owned()));
    before.replace("office/data/2023Q3/qinghe.toml", "sessions_total = 3", "sessions_total = 4");
    before.succeeds(&["batch"]);
    let (exit, said) = diff();
    let own = vec!["理论学习中心组学习", "3次", "4次", "+1", "+33.3%"];
    assert_eq!((exit, rows(&said, "理论学习中心组学习").last()), (1, Some(&own)), "{said}");
    assert!(said.contains("\n  - （一）") && said.ends_with("6 units, 1 differs.\n"), "{said}");
}

#[test]
fn the_lock_holds() {
    let before = Before::new();
    before.succeeds(&["batch", "--force", "--locked"]);
    before.replace("office/plugins/theory-study/sections/plan.hbs", "{{#if", "{{! }}{{#if");
    let (exit, said) = before.office(&["batch"]);
    assert!(exit == 2 && said.contains("[P015]") && said.contains("theory-study"), "{said}");
    let lock = before.read("office/plugins.lock");
    let only_first = &lock[..lock.rfind("[[plugin]]").unwrap()];
    fs::write(before.path("office/plugins.lock"), only_first).unwrap();
    let (exit, said) = before.office(&["batch", "--locked"]);
    assert!(exit == 2 && said.contains("[P016]"), "{said}");
}

#[test]
fn the_form_reads_back() {
    let before = Before::new();
    let of_before = contents(&before.path("office").join(RECORD));
    before.replace(
        "office/workspace.toml",
        "data = \"data/{period}\"",
        "workbook = \"data/{period}/units.xlsx\"",
    );
    copy(&before.path("forms/filled.xlsx"), &before.path("office/data/2023Q3/units.xlsx"));
    fs::remove_dir_all(before.path("office/out")).unwrap();
    before.succeeds(&["batch"]);
    let mut without_rollup = of_before;
    without_rollup.retain(|name, _| !name.starts_with("rollup"));
    same_files(&contents(&before.path("office").join(RECORD)), &without_rollup);
    // As it was handed out it lacks the data of every unit, and each is told.
    copy(&before.path("forms/empty.xlsx"), &before.path("office/data/2023Q3/units.xlsx"));
    let (exit, said) = before.office(&["--lang", "zh", "check"]);
    assert_eq!(exit, 1, "{said}");
    for unit in ["云溪镇", "青禾镇", "河口镇", "石桥镇", "柳林街道", "松岭乡"] {
        assert!(
            said.lines().any(|line| line.starts_with(unit) && line.contains("units.xlsx")),
            "{unit}: {said}"
        );
    }
}

/// Libraries that were built along with the earlier program, which are of one system.
#[cfg(all(target_os = "linux", target_arch = "x86_64", target_env = "gnu"))]
mod libraries {
    use super::*;

    const PACKED: &str = "../packed/flood-season-0.1.0.hbplugin";

    fn village() -> Before {
        let before = Before::new();
        let (exit, said) = before.run("village", &["check"]);
        assert!(exit == 2 && said.contains("flood-season"), "not installed yet: {said}");
        let (exit, said) = before.run("village", &["plugin", "install", PACKED]);
        assert_eq!(exit, 0, "{said}");
        before
    }

    #[test]
    fn a_packed_plugin_installs_and_is_the_one_that_was_permitted_and_locked() {
        let before = village();
        assert!(before.path("village/plugins/flood-season/lib").is_dir());
        before.takes_over("village", "out", &[], 0);
        let (exit, said) = before.run("village", &["plugin", "install", PACKED]);
        assert_eq!(exit, 0, "the same again: {said}");
        for id in ["flood-c", "flood-season"] {
            let (exit, said) = before.run("village", &["plugin", "distrust", id]);
            assert_eq!(exit, 0, "{said}");
            let (exit, said) = before.run("village", &["batch", "--force"]);
            assert!(exit == 2 && said.contains("[P014]") && said.contains(id), "{said}");
        }
    }

    #[test]
    fn libraries_answer_as_they_did() {
        for isolation in ["process", "none"] {
            let before = village();
            let of_before = contents(&before.path("village/out"));
            fs::remove_dir_all(before.path("village/out")).unwrap();
            let (exit, said) = before.run("village", &["batch", "--locked", "--isolation", isolation]);
            assert_eq!(exit, 0, "{said}");
            same_files(&contents(&before.path("village/out")), &of_before);
            before.replace("village/data/dongcun.toml", "patrols_total = 4", "patrols_total = 5");
            let (exit, said) = before.run("village", &["--lang", "zh", "preview", "东村"]);
            assert!(exit == 0 && said.contains("组织巡堤查险5次"), "{said}");
        }
    }
}
