//! What a plugin's author does: examples, conformance, a new plugin, packing and installing, asking why.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The folder of the built program, which is that of this test's own folder.
fn target() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.parent().and_then(Path::parent).unwrap().to_owned()
}

/// What a command said and how it ended.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

/// A copy of the repository's workspace, with the flood-season plugin beside the others.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for part in ["workspace.toml", "data", "templates", "plugins"] {
            copy(&root().join(part), &desk.path(part));
        }
        copy(&root().join("tests/plugins/flood-season"), &desk.path("plugins/flood-season"));
        desk
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    fn write(&self, file: &str, text: &str) {
        fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        fs::write(self.path(file), text).unwrap();
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        self.write(file, &text.replacen(from, to, 1));
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.run_in("zh", arguments)
    }

    fn run_in(&self, language: &str, arguments: &[&str]) -> Said {
        huibian(self.0.path(), &[&["--lang", language], arguments].concat())
    }
}

fn huibian(folder: &Path, arguments: &[&str]) -> Said {
    let program = target().join(format!("huibian{}", std::env::consts::EXE_SUFFIX));
    let output = Command::new(program)
        .current_dir(folder)
        .args(arguments)
        .env("HUIBIAN_CONFIG_DIR", folder.join(".config"))
        .output()
        .unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

const FLOOD: &str = "plugins/flood-season/plugin.toml";

#[test]
fn every_plugin_of_the_repository_passes_its_examples() {
    let said = huibian(&root(), &["--lang", "zh", "plugin", "test"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("示例 10 个，不符 0 个。"), "{said:?}");
    let said = huibian(&root(), &["--lang", "en", "plugin", "test", "tests/plugins/flood-season"]);
    assert_eq!((said.code, said.out.lines().last()), (0, Some("examples: 2; failed: 0.")), "{said:?}");
    let inside = root().join("plugins/propaganda");
    assert!(huibian(&inside, &["--lang", "zh", "plugin", "test"]).out.contains("示例 2 个，不符 0 个。"));
}

#[test]
fn an_example_that_no_longer_holds_shows_what_was_expected_and_what_came() {
    let desk = Desk::new();
    desk.replace(FLOOD, "patrols = 12", "patrols = 13");
    desk.replace(FLOOD, "发现并处置险情2处", "处置险情2处");
    desk.replace(FLOOD, "[example.counts]", "[example.facts]\nweather = \"晴\"\n\n[example.counts]");
    let said = desk.run(&["plugin", "test", "flood-season"]);
    assert_eq!(said.code, 1, "{said:?}");
    for line in [
        "[不符] flood-season：有险情",
        "    - patrols = 13",
        "    + patrols = 12",
        "      hazards = 2",
        "    - weather = 晴",
        "    - 本季度组织巡堤查险12次，处置险情2处。",
        "    + 本季度组织巡堤查险12次，发现并处置险情2处。",
        "[通过] flood-season：没有险情",
        "示例 2 个，不符 1 个。",
    ] {
        assert!(said.out.lines().any(|said| said == line), "{line}\n{}", said.out);
    }
    let coloured = desk.run(&["--color", "always", "plugin", "test", "flood-season"]);
    assert!(coloured.out.contains("\u{1b}[31m    - patrols = 13\u{1b}[0m"), "{coloured:?}");
}

#[test]
fn an_example_may_expect_a_fault_and_must_then_meet_it() {
    let desk = Desk::new();
    let refused = "\n[[example]]\nname = \"缺数\"\nperiod = \"2023Q2\"\nerror = \"P101\"\n\
                   [example.data]\npatrols_total = 1\n";
    let before = desk.read(FLOOD);
    desk.write(FLOOD, &(before.clone() + refused));
    assert_eq!(desk.run(&["plugin", "test", "flood-season"]).code, 0);
    desk.write(FLOOD, &(before + &refused.replace("P101", "P109")));
    let said = desk.run(&["plugin", "test", "flood-season"]);
    assert!(said.code == 1 && said.out.contains("- P109") && said.out.contains("+ P101"), "{said:?}");
    assert!(said.err.contains("错误[P101]"), "{said:?}");
}

#[test]
fn wrong_data_of_an_example_is_found_where_it_stands() {
    let desk = Desk::new();
    desk.replace(FLOOD, "patrols_total = 12", "patrols_total = \"12\"");
    let said = desk.run(&["plugin", "test", "flood-season"]);
    assert!(said.code == 1 && said.err.contains("plugins/flood-season/plugin.toml:35:17"), "{said:?}");
    // What is missing is missing from its example.
    let commentators = "commentators_total = 2\n";
    desk.replace("plugins/online-opinion/plugin.toml", commentators, "");
    let said = desk.run(&["plugin", "test", "online-opinion"]);
    let text = desk.read("plugins/online-opinion/plugin.toml");
    let third = text.match_indices("[[example]]").nth(2).unwrap().0;
    let line = text[..third].matches('\n').count() + 1;
    let place = format!("plugins/online-opinion/plugin.toml:{line}:1");
    assert!(said.err.contains("[U003]") && said.err.contains(&place), "{place}: {said:?}");
}

#[test]
fn bless_writes_what_came_and_leaves_the_rest_of_the_file_alone() {
    let desk = Desk::new();
    let before = desk.read(FLOOD);
    desk.replace(FLOOD, "patrols = 12", "patrols = 13 # 两次夜巡在内");
    desk.replace(FLOOD, "发现并处置险情2处", "处置险情2处");
    let said = desk.run(&["plugin", "test", "flood-season", "--bless"]);
    assert!(said.code == 0 && said.out.contains("改写示例 1 个"), "{said:?}");
    assert_eq!(desk.read(FLOOD), before.replace("patrols = 12", "patrols = 12 # 两次夜巡在内"));
    assert_eq!(desk.run(&["plugin", "test", "flood-season"]).code, 0);
}

#[test]
fn a_plugin_without_an_example_is_told_how_to_write_one() {
    let desk = Desk::new();
    let text = desk.read(FLOOD);
    desk.write(FLOOD, text.split("[[example]]").next().unwrap());
    for (language, word) in [("zh", "没有示例"), ("en", "has no example")] {
        let said = desk.run_in(language, &["plugin", "test", "flood-season"]);
        assert!(said.code == 1 && said.err.contains("[P070]") && said.err.contains(word), "{said:?}");
    }
}

#[test]
fn the_shipped_plugins_are_fit_to_be_handed_on() {
    let said = huibian(&root(), &["--lang", "zh", "plugin", "check"]);
    assert!(said.code == 0 && said.out.contains("检查 76 项，不符 0 项。"), "{said:?}");
}

/// The verdict on a point of `plugin check`, by the beginning of its line.
fn verdict(said: &Said, point: &str) -> String {
    let line = said.out.lines().find_map(|line| line.strip_prefix(point));
    let line = line.unwrap_or_else(|| panic!("no {point}: {said:?}"));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_careless_plugin_is_found_out_point_by_point() {
    let desk = Desk::new();
    copy(&root().join("tests/plugins/careless"), &desk.path("plugins/careless"));
    let said = desk.run_in("en", &["plugin", "check", "careless"]);
    assert_eq!(said.code, 1, "{said:?}");
    for (point, expected) in [
        ("names in examples", "passed"),
        ("examples", "failed P070"),
        ("every count is produced by an example", "failed calls"),
        ("data: a value in every field", "passed"),
        ("data: none at all", "failed P101"),
        ("data: very long texts", "failed P104"),
        ("data: the largest numbers", "failed P102"),
        ("data: keys that nobody declared", "failed two answers differ"),
        ("rows outside the period are not counted", "failed two answers differ"),
        ("the same request, the same answer", "failed two answers differ"),
        ("the same answer after loading again", "failed two answers differ"),
        ("size of answers", "failed P104"),
    ] {
        assert_eq!(verdict(&said, point), expected, "{point}\n{}", said.out);
    }
    assert!(said.out.contains("the largest numbers: Use checked arithmetic"), "{said:?}");
    let said = desk.run(&["plugin", "check", "careless"]);
    assert!(said.out.contains("不计入报告期以外的记录：只统计日期在报告期内的行"), "{said:?}");
}

#[test]
fn what_does_not_hold_together_keeps_the_code_from_being_loaded() {
    let desk = Desk::new();
    desk.replace(FLOOD, "hazards = 2\n", "hazards = 2\nhazard = 2\n");
    desk.write("plugins/flood-season/sections/results.hbs", "# 防汛\n\n{{count \"patrol\"}}\n");
    let said = desk.run_in("en", &["plugin", "check", "flood-season"]);
    assert_eq!(verdict(&said, "names in examples"), "failed 有险情: counts.hazard", "{said:?}");
    assert_eq!(verdict(&said, "sections"), "failed T002", "{said:?}");
    assert_eq!(verdict(&said, "loading"), "skipped", "{said:?}");
    assert!(said.err.contains("sections/results.hbs:3:10"), "{said:?}");
}

/// What this system calls the library of a crate.
fn library_name(krate: &str) -> String {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    format!("{DLL_PREFIX}{krate}{DLL_SUFFIX}")
}

/// The target triple that the program was built for, as the compiler tells it.
fn triple() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

#[test]
fn a_new_native_plugin_builds_outside_the_repository_and_passes() {
    let folder = tempfile::tempdir().unwrap();
    let said = huibian(folder.path(), &["--lang", "zh", "plugin", "new", "home-visits", "--kind", "native"]);
    assert!(said.code == 0 && said.out.contains("huibian plugin build home-visits"), "{said:?}");
    let plugin = folder.path().join("home-visits");
    assert!(fs::read_to_string(plugin.join("README.md")).unwrap().contains("## English"));
    let said = huibian(&plugin, &["--lang", "zh", "plugin", "test"]);
    assert!(said.code == 1 && said.err.contains("[P004]"), "not built yet: {said:?}");
    // Kept between runs, so that only the first builds the crates of others.
    let built = target().join("scaffold");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let cargo = Command::new(cargo)
        .args(["build", "--offline", "--quiet"])
        .env("CARGO_TARGET_DIR", &built)
        .current_dir(&plugin)
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    assert!(cargo.stderr.is_empty(), "warnings: {}", String::from_utf8_lossy(&cargo.stderr));
    let library = library_name("home_visits");
    let place = plugin.join("lib").join(triple());
    fs::create_dir_all(&place).unwrap();
    copy(&built.join("debug").join(&library), &place.join(&library));
    let said = huibian(&plugin, &["--lang", "zh", "plugin", "test"]);
    assert!(said.err.contains("[P014]") && said.err.contains("huibian plugin trust home-visits"), "{said:?}");
    assert_eq!(huibian(&plugin, &["plugin", "trust", "home-visits", "--yes"]).code, 0);
    let said = huibian(&plugin, &["--lang", "zh", "plugin", "test"]);
    assert!(said.code == 0 && said.out.contains("示例 2 个，不符 0 个。"), "{said:?}");
    assert_eq!(huibian(&plugin, &["plugin", "check"]).code, 0);
}

#[test]
fn a_new_plugin_without_code_passes_at_once_and_joins_the_report() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["plugin", "new", "home-visits", "--kind", "declarative"]).code, 0);
    let said = desk.run(&["plugin", "test", "home-visits"]);
    assert!(said.code == 0 && said.out.contains("示例 2 个，不符 0 个。"), "{said:?}");
    let said = desk.run(&["plugin", "check", "home-visits"]);
    assert!(said.code == 0 && said.out.contains("检查 19 项，不符 0 项。"), "{said:?}");
    desk.replace("workspace.toml", "\"online-opinion\"]", "\"online-opinion\", \"home-visits\"]");
    let data = desk.read("data/2023Q2/yunxi.toml") + "\n[home-visits]\nvisits_total = 3\nsolved_total = 2\n";
    desk.write("data/2023Q2/yunxi.toml", &data);
    let said = desk.run(&["preview", "yunxi"]);
    assert!(said.out.contains("（五）做好走访服务。本季度走访3户次，解决问题2件。"), "{said:?}");
}

#[test]
fn a_new_plugin_takes_a_free_folder_and_a_good_id() {
    let folder = tempfile::tempdir().unwrap();
    let new = |id: &str, kind: &str| {
        huibian(folder.path(), &["--lang", "en", "plugin", "new", id, "--kind", kind, "--dir", "x"])
    };
    assert_eq!(new("home-visits", "wasm").code, 0);
    let manifest = fs::read_to_string(folder.path().join("x/home-visits/plugin.toml")).unwrap();
    assert!(manifest.contains("\nmodule = \"home_visits.wasm\"\n"), "{manifest}");
    assert!(new("home-visits", "native").err.contains("[W012]"));
    assert!(new("Home", "native").err.contains("[P071]"));
    assert_eq!(new("home", "script").code, 2);
}

/// Packs flood-season out of its desk and returns the archive.
fn pack(desk: &Desk) -> PathBuf {
    let said = desk.run(&["plugin", "pack", "flood-season"]);
    assert!(said.code == 0 && said.out.contains("flood-season-0.1.0.hbplugin：文件 3 个"), "{said:?}");
    desk.path("flood-season-0.1.0.hbplugin")
}

/// The archive written anew, each file's name and bytes as `change` has them.
fn rewritten(archive: &Path, change: impl Fn(&str, Vec<u8>) -> Vec<(String, Vec<u8>)>) {
    let mut old = zip::ZipArchive::new(fs::File::open(archive).unwrap()).unwrap();
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut entry = old.by_index(index).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        for (name, bytes) in change(&name, bytes) {
            new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            new.write_all(&bytes).unwrap();
        }
    }
    fs::write(archive, new.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn a_packed_plugin_installs_elsewhere_and_joins_the_report() {
    let (here, there) = (Desk::new(), Desk::new());
    let archive = pack(&here);
    let first = fs::read(&archive).unwrap();
    pack(&here);
    assert_eq!(first, fs::read(&archive).unwrap(), "the same folder makes the same bytes");
    fs::remove_dir_all(there.path("plugins/flood-season")).unwrap();
    let file = archive.to_str().unwrap();
    let said = there.run(&["plugin", "install", file]);
    assert!(
        said.code == 0 && said.out.contains("在 workspace.toml 的 plugins 中加上 \"flood-season\""),
        "{said:?}"
    );
    assert!(
        there.path("plugins/flood-season/lib").join(triple()).join(library_name("flood_season")).is_file()
    );
    let said = there.run(&["plugin", "install", file, "--add"]);
    assert!(said.code == 0 && said.out.contains("内容相同") && said.out.contains("已把"), "{said:?}");
    let before = here.read("workspace.toml");
    let after = before.replace("\"online-opinion\"]", "\"online-opinion\", \"flood-season\"]");
    assert_eq!(there.read("workspace.toml"), after);
    let data =
        there.read("data/2023Q2/yunxi.toml") + "\n[flood-season]\npatrols_total = 12\nhazards_total = 0\n";
    there.write("data/2023Q2/yunxi.toml", &data);
    let said = there.run(&["preview", "yunxi"]);
    assert!(said.code == 2 && said.err.contains("huibian plugin trust flood-season"), "{said:?}");
    assert_eq!(there.run(&["plugin", "trust", "flood-season", "--yes"]).code, 0);
    let said = there.run(&["preview", "yunxi"]);
    assert!(said.out.contains("（五）扎实做好防汛工作。本季度组织巡堤查险12次，未发现险情。"), "{said:?}");
    assert!(
        fs::read_dir(there.path("plugins"))
            .unwrap()
            .all(|entry| { !entry.unwrap().file_name().to_string_lossy().starts_with('.') })
    );
}

#[test]
fn another_version_is_replaced_only_when_told_and_sources_never() {
    let (here, there) = (Desk::new(), Desk::new());
    let file = pack(&here);
    let install =
        |more: &[&str]| there.run_in("en", &[&["plugin", "install", file.to_str().unwrap()], more].concat());
    let said = install(&["--replace"]);
    assert!(said.code == 2 && said.err.contains("with its sources"), "{said:?}");
    assert!(there.path("plugins/flood-season/src/lib.rs").is_file());
    fs::remove_file(there.path("plugins/flood-season/Cargo.toml")).unwrap();
    let said = install(&[]);
    assert!(said.code == 2 && said.err.contains("but not the same"), "{said:?}");
    there.replace(FLOOD, "version = \"0.1.0\"", "version = \"0.0.9\"");
    let said = install(&[]);
    assert!(said.err.contains("[P074]") && said.err.contains("version 0.0.9, and this is 0.1.0"), "{said:?}");
    assert!(there.read(FLOOD).contains("0.0.9"));
    assert_eq!(install(&["--replace"]).code, 0);
    assert!(there.read(FLOOD).contains("0.1.0") && !there.path("plugins/flood-season/src").exists());
}

#[test]
fn an_archive_that_is_not_what_its_list_says_changes_nothing() {
    type Change = fn(&str, Vec<u8>) -> Vec<(String, Vec<u8>)>;
    let cases: [(&str, Change); 6] = [
        ("plugin.toml is not what", |name, mut bytes| {
            if name == "plugin.toml" {
                bytes.push(b'\n');
            }
            vec![(name.to_owned(), bytes)]
        }),
        ("evil.txt is not in its list", |name, bytes| {
            let mut files = vec![(name.to_owned(), bytes)];
            if name == "plugin.toml" {
                files.push(("evil.txt".to_owned(), Vec::new()));
            }
            files
        }),
        ("../evil.txt would lie outside", |name, bytes| {
            let mut files = vec![(name.to_owned(), bytes)];
            if name == "plugin.toml" {
                files.push(("../evil.txt".to_owned(), Vec::new()));
            }
            files
        }),
        ("../../evil.txt would lie outside", |name, bytes| {
            let listed = String::from_utf8_lossy(&bytes).replace("sections/results.hbs", "../../evil.txt");
            match name {
                "hbplugin.json" => vec![(name.to_owned(), listed.into_bytes())],
                "sections/results.hbs" => vec![("../../evil.txt".to_owned(), bytes)],
                _ => vec![(name.to_owned(), bytes)],
            }
        }),
        ("sections/results.hbs is missing", |name, bytes| {
            if name.starts_with("sections/") { Vec::new() } else { vec![(name.to_owned(), bytes)] }
        }),
        ("no list of its files", |name, bytes| {
            if name == "hbplugin.json" { Vec::new() } else { vec![(name.to_owned(), bytes)] }
        }),
    ];
    let here = Desk::new();
    for (expected, change) in cases {
        let archive = pack(&here);
        rewritten(&archive, change);
        let there = tempfile::tempdir().unwrap();
        fs::copy(root().join("workspace.toml"), there.path().join("workspace.toml")).unwrap();
        let said = huibian(there.path(), &["--lang", "en", "plugin", "install", archive.to_str().unwrap()]);
        assert!(
            said.code == 2 && said.err.contains("[P073]") && said.err.contains(expected),
            "{expected}: {said:?}"
        );
        let left = fs::read_dir(there.path().join("plugins")).into_iter().flatten().count();
        assert_eq!(left, 0, "{expected}: nothing is left");
    }
    let said = here.run(&["plugin", "install", "workspace.toml"]);
    assert!(said.code == 2 && said.err.contains("不是插件文件"), "{said:?}");
}

#[test]
fn why_tells_what_became_of_a_plugin_and_what_to_do() {
    let desk = Desk::new();
    let said = desk.run(&["plugin", "why", "theory-study"]);
    assert!(
        said.code == 0 && said.out.contains("还没有运行过") && said.out.contains("现在可以运行。"),
        "{said:?}"
    );
    desk.replace("data/2023Q2/liulin.toml", "sessions_total = 4", "sessions_total = \"4\"");
    desk.replace("data/2023Q2/qinghe.toml", "sessions_total = 0\n", "");
    desk.replace("data/2023Q2/special.toml", "handled_total = 6", "handled_total = 9");
    assert_eq!(desk.run(&["batch"]).code, 1);
    let said = desk.run(&["plugin", "why", "theory-study"]);
    assert_eq!(said.code, 1, "{said:?}");
    for line in [
        "上次运行（ideology，2023Q2，当时 theory-study 为 0.1.0）：单位 7 个，有其数据的 5 个，因它失败的 2 个",
        "首个失败（柳林街道）：U002：",
        "  --> data/2023Q2/liulin.toml:6:18",
        "办法：",
        "同样失败的还有：青禾镇",
        "现在可以运行。",
    ] {
        assert!(said.out.contains(line), "{line}\n{}", said.out);
    }
    let said = desk.run_in("en", &["plugin", "why", "online-opinion"]);
    assert!(
        said.code == 0 && said.out.contains("0 failed on it; remarks: 1, of them failed checks: 1."),
        "{said:?}"
    );
    // The workspace's own wording counts as well.
    desk.write("wording/propaganda/plan.hbs", "- {{count \"meeting\"}}\n");
    let said = desk.run(&["plugin", "why", "propaganda"]);
    assert!(said.code == 1 && said.out.contains("现在不能运行") && said.err.contains("[T002]"), "{said:?}");
    let said = desk.run(&["plugin", "why", "flood-season"]);
    assert!(
        said.out.contains("没有用到 flood-season") && said.out.contains("没有列出它，请在 plugins"),
        "{said:?}"
    );
    desk.write("out/ideology/2023Q2/manifest.jsonl", "{}\n");
    assert!(desk.run(&["plugin", "why", "propaganda"]).err.contains("[R004]"));
}

#[test]
fn dev_shows_a_units_section_in_the_workspace_s_words() {
    let desk = Desk::new();
    fs::remove_file(desk.path("plugins/theory-study/Cargo.toml")).unwrap();
    desk.write("wording/theory-study/plan.hbs", "- {{unit.name}}每月学一次\n");
    let said = desk.run(&["plugin", "dev", "theory-study", "云溪镇", "--once"]);
    assert_eq!(said.code, 0, "{said:?}");
    for line in [
        "── results",
        "# 抓实理论学习",
        "── plan",
        "- 云溪镇每月学一次",
        "── 数据：sessions = 3、seminars = 1",
    ] {
        assert!(said.out.lines().any(|said| said == line), "{line}\n{}", said.out);
    }
    let said = desk.run(&["plugin", "dev", "flood-season", "yunxi", "--once"]);
    assert!(said.code == 1, "{said:?}");
}

#[test]
fn dev_shows_the_section_anew_when_a_template_changes() {
    let desk = Desk::new();
    fs::remove_file(desk.path("plugins/theory-study/Cargo.toml")).unwrap();
    let program = target().join(format!("huibian{}", std::env::consts::EXE_SUFFIX));
    let mut child = Command::new(program)
        .current_dir(desk.0.path())
        .args(["--lang", "zh", "plugin", "dev", "theory-study", "yunxi"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let (sender, lines) = std::sync::mpsc::channel();
    let out = std::io::BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || {
        for line in std::io::BufRead::lines(out).map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    let wait = |wanted: &str| {
        let mut seen = Vec::new();
        while let Ok(line) = lines.recv_timeout(std::time::Duration::from_secs(20)) {
            seen.push(line.clone());
            if line.contains(wanted) {
                return Ok(());
            }
        }
        Err(seen)
    };
    let first = wait("── 数据");
    desk.write("plugins/theory-study/sections/plan.hbs", "- 改过的打算\n");
    let changed = wait("plan.hbs 已改动");
    let shown = wait("- 改过的打算");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!((first, changed, shown), (Ok(()), Ok(()), Ok(())));
}

#[test]
fn build_puts_a_library_where_it_is_found_and_tells_what_cargo_could_not_do() {
    let desk = Desk::new();
    let plugin = "plugins/flood-season";
    let krate = "[package]\nname = \"flood-season\"\nedition = \"2024\"\n[lib]\ncrate-type = [\"cdylib\"]\n[workspace]\n";
    desk.write(&format!("{plugin}/Cargo.toml"), krate);
    desk.write(
        &format!("{plugin}/src/lib.rs"),
        "#[unsafe(no_mangle)]\npub static huibian_plugin_v0: u8 = 0;\n",
    );
    let said = desk.run(&["plugin", "build", "flood-season"]);
    let library = format!("{plugin}/lib/{}/{}", triple(), library_name("flood_season"));
    assert!(said.code == 0 && said.out.contains(&library), "{said:?}");
    assert!(desk.path(&library).is_file());
    // The plugin's own library comes before any other, so the one just built is what is looked at.
    let said = desk.run(&["plugin", "check", "flood-season"]);
    assert!(said.err.contains("[P006]") && said.err.contains("huibian_plugin_v0"), "{said:?}");
    desk.write(&format!("{plugin}/src/lib.rs"), "fn\n");
    desk.replace("workspace.toml", "\"online-opinion\"]", "\"online-opinion\", \"flood-season\"]");
    for command in
        [&["plugin", "build", "flood-season"][..], &["plugin", "dev", "flood-season", "yunxi", "--once"]]
    {
        let said = desk.run(command);
        assert!(said.code == 1 && said.err.contains("[P072]"), "{said:?}");
    }
}
