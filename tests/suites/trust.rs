//! Which plugins may run, and that they stay the ones they were: the user's permission, `plugins.lock`, and libraries
//! that are replaced.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::path::Path;

use huibian_tests::bare::{Bare, library_file, library_folder};
use huibian_tests::target;

const GOOD: &str = "patrols_total = 12\nhazards_total = 3";

/// A workspace that brings its own library along, as one that came by mail would.
fn by_mail() -> Bare {
    let bare = Bare::new(&["flood-season"]);
    bare.unit("a", &[("flood-season", GOOD)]);
    let library = fs::read(target().join(library_file("flood_season"))).unwrap();
    bare.write(own_library(), library);
    bare
}

fn own_library() -> std::path::PathBuf {
    Path::new("plugins/flood-season").join(library_folder()).join(library_file("flood_season"))
}

fn run(bare: &Bare, arguments: &[&str]) -> (i32, String) {
    let output = bare.run(arguments);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

#[test]
fn a_library_from_elsewhere_needs_the_users_own_permission() {
    let bare = by_mail();
    for command in
        [&["batch"][..], &["assemble", "a"], &["preview", "a"], &["plugin", "test", "flood-season"]]
    {
        let (code, said) = run(&bare, &[&["--lang", "en"], command].concat());
        assert_ne!(code, 0, "{command:?}");
        assert!(said.contains("P014") && said.contains("huibian plugin trust flood-season"), "{said}");
    }
    assert!(!bare.path("out").exists());
    // Nobody is there to answer, so that nothing is permitted.
    let (code, said) = run(&bare, &["--lang", "en", "plugin", "trust", "flood-season"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("--yes") && said.contains("hash of its content"), "{said}");
    assert_eq!(run(&bare, &["preview", "a"]).0, 2);
    assert_eq!(run(&bare, &["plugin", "trust", "flood-season", "--yes"]).0, 0);
    assert_eq!(run(&bare, &["batch"]).0, 0);
    // The permission is for these bytes and no others.
    let mut bytes = fs::read(bare.path(own_library())).unwrap();
    bytes.extend(b"more");
    bare.write(own_library(), bytes);
    fs::remove_file(bare.path("plugins.lock")).unwrap();
    assert!(run(&bare, &["batch"]).1.contains("P014"));
    assert_eq!(run(&bare, &["plugin", "trust", "flood-season", "--yes"]).0, 0);
    assert_eq!(run(&bare, &["preview", "a"]).0, 0);
    assert_eq!(run(&bare, &["plugin", "distrust", "flood-season"]).0, 0);
    assert_eq!(run(&bare, &["preview", "a"]).0, 2);
}

#[test]
fn the_command_that_is_suggested_works_as_it_is_printed() {
    let suggested = |said: &str| -> Vec<String> {
        let after = said.split("huibian plugin trust ").nth(1).unwrap();
        let words = after.lines().next().unwrap().split(' ').map(|word| word.trim_matches('"').to_owned());
        ["plugin", "trust"].map(str::to_owned).into_iter().chain(words).collect()
    };
    for lang in ["zh", "en"] {
        let bare = by_mail();
        let said = run(&bare, &["--lang", lang, "batch"]).1;
        let command = suggested(&said);
        assert_eq!(command, ["plugin", "trust", "flood-season", "--yes"], "{said}");
        assert_eq!(run(&bare, &command.iter().map(String::as_str).collect::<Vec<_>>()).0, 0);
        assert_eq!(run(&bare, &["batch"]).0, 0);
        // From elsewhere it names the workspace.
        let bare = by_mail();
        let folder = bare.path("").display().to_string();
        let elsewhere = tempfile::tempdir().unwrap();
        let away = |arguments: &[&str]| {
            let output = bare.command(arguments).current_dir(elsewhere.path()).output().unwrap();
            let said = [output.stdout, output.stderr].concat();
            (output.status.code().unwrap(), String::from_utf8(said).unwrap())
        };
        for refused in [&["batch"][..], &["plugin", "trust", "flood-season"]] {
            let (code, said) = away(&[&["--lang", lang, "--workspace", &folder], refused].concat());
            assert_ne!(code, 0, "{said}");
            let command = suggested(&said);
            assert_eq!(
                away(&command.iter().map(String::as_str).collect::<Vec<_>>()).0,
                0,
                "{command:?} {said}"
            );
            assert_eq!(run(&bare, &["plugin", "distrust", "flood-season"]).0, 0);
        }
    }
}

#[test]
fn a_workspace_cannot_permit_its_own_library() {
    let bare = by_mail();
    assert_eq!(run(&bare, &["plugin", "trust", "flood-season", "--yes"]).0, 0);
    let permitted = fs::read(bare.path("config/trust.toml")).unwrap();
    fs::remove_dir_all(bare.path("config")).unwrap();
    for place in ["trust.toml", "huibian/trust.toml", ".config/huibian/trust.toml", "plugins/trust.toml"] {
        bare.write(place, &permitted);
    }
    bare.replace("workspace.toml", "[units]", "[trust]\nflood-season = true\n\n[units]");
    assert!(run(&bare, &["check"]).1.contains("W003"), "no such key");
    bare.replace("workspace.toml", "[trust]\nflood-season = true\n", "");
    assert!(run(&bare, &["batch"]).1.contains("P014"));
}

#[test]
fn a_check_says_whose_code_did_not_run_and_goes_on() {
    let bare = by_mail();
    let check = |lang: &str| run(&bare, &["--lang", lang, "check", "--json"]);
    for (lang, says) in
        [("zh", "插件 flood-season 的代码没有运行"), ("en", "the code of plugin flood-season did not run")]
    {
        let (code, said) = check(lang);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("P014") && said.contains("P018") && said.contains(says), "{said}");
    }
    assert_eq!(run(&bare, &["check", "--data-only"]).0, 0);
    // The data are looked at all the same.
    bare.unit("b", &[("flood-season", "patrols_total = -1\nhazards_total = 0")]);
    let (code, said) = check("en");
    assert!(code == 1 && said.contains("P014") && said.contains("patrols_total"), "{said}");
    assert_eq!(run(&bare, &["plugin", "trust", "flood-season", "--yes"]).0, 0);
    let (_, said) = check("en");
    assert!(!said.contains("P018") && said.contains("patrols_total"), "{said}");
}

#[test]
fn sections_without_code_or_in_the_sandbox_need_no_permission() {
    let bare = Bare::new(&["safety-production"]);
    bare.replace("plugins/safety-production/plugin.toml", ", \"problems\"]", "]");
    bare.unit("a", &[("safety-production", "inspections_total = 3\nhazards_total = 1\nrectified_total = 1")]);
    let (code, said) = run(&bare, &["batch"]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = run(&bare, &["--lang", "en", "plugin", "trust", "safety-production"]);
    assert!(code == 0 && said.contains("needs no permission"), "{said}");
}

#[test]
fn the_first_run_records_the_plugins_and_later_ones_hold_to_them() {
    let bare = by_mail();
    assert_eq!(run(&bare, &["plugin", "trust", "flood-season", "--yes"]).0, 0);
    let (code, said) = run(&bare, &["--lang", "en", "batch", "--locked"]);
    assert!(code == 2 && said.contains("P016") && said.contains("huibian plugin lock"), "{said}");
    let (code, said) = run(&bare, &["--lang", "en", "batch"]);
    assert!(code == 0 && said.contains("recorded in plugins.lock"), "{said}");
    let (code, said) = run(&bare, &["--lang", "en", "batch", "--locked"]);
    assert!(code == 0 && !said.contains("plugins.lock"), "{said}");
    // Words are part of what is recorded.
    bare.replace("plugins/flood-season/sections/results.hbs", "巡堤", "巡查堤坝");
    let (code, said) = run(&bare, &["--lang", "zh", "batch"]);
    assert!(code == 2 && said.contains("P015") && said.contains("huibian plugin lock"), "{said}");
    let (code, said) = run(&bare, &["--lang", "en", "plugin", "lock"]);
    assert!(code == 0 && said.contains("changed: flood-season"), "{said}");
    assert_eq!(run(&bare, &["batch"]).0, 0);
    // So is the code, even where another library is permitted.
    let mut bytes = fs::read(bare.path(own_library())).unwrap();
    bytes.extend(b"more");
    bare.write(own_library(), bytes);
    assert_eq!(run(&bare, &["plugin", "trust", "flood-season", "--yes"]).0, 0);
    assert!(run(&bare, &["batch"]).1.contains("P015"));
    bare.write("plugins.lock", "plugin = 1");
    assert!(run(&bare, &["batch"]).1.contains("W004"));
}

#[test]
fn libraries_built_here_are_neither_asked_about_nor_recorded() {
    let bare = Bare::new(&["flood-season"]);
    bare.unit("a", &[("flood-season", GOOD)]);
    assert_eq!(run(&bare, &["batch", "--locked"]).0, 0);
    assert!(!bare.path("plugins.lock").exists());
    let (code, said) = run(&bare, &["--lang", "en", "plugin", "lock"]);
    assert!(code == 0 && said.contains("need no record"), "{said}");
}

#[test]
fn two_plugins_of_one_id_are_both_named() {
    let bare = Bare::new(&["flood-season"]);
    let shipped = huibian_tests::root().join("plugins/propaganda");
    huibian_tests::copy(&shipped, &bare.path("plugins/propaganda"));
    bare.replace("plugins/propaganda/plugin.toml", "version = \"0.1.0\"", "version = \"9.0.0\"");
    bare.replace("workspace.toml", "[\"flood-season\"]", "[\"propaganda\"]");
    let (code, said) = run(&bare, &["--lang", "en", "check"]);
    assert_eq!(code, 2);
    assert!(said.contains("P017") && said.matches("plugins/propaganda").count() >= 2, "{said}");
}

/// A file that is replaced while the program runs changes nothing under it.
#[cfg(unix)]
#[test]
fn a_library_that_is_replaced_during_a_run_does_no_harm() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    for isolation in ["process", "none"] {
        let bare = by_mail();
        assert_eq!(run(&bare, &["plugin", "trust", "flood-season", "--yes"]).0, 0);
        for number in 0..2000 {
            bare.unit(&format!("u{number:04}"), &[("flood-season", GOOD)]);
        }
        let mut batch = bare.command(&["batch", "--isolation", isolation, "--jobs", "2"]);
        let mut batch = batch.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(batch.stderr.take().unwrap()).lines();
        lines.find(|line| line.as_ref().unwrap().starts_with("[5/")).expect("progress").unwrap();
        // In place, as a careless copy would.
        bare.write(own_library(), vec![0; 100]);
        lines.for_each(drop);
        assert_eq!(batch.wait().unwrap().code(), Some(0), "{isolation}");
    }
}

/// The program copied into a workspace makes no installation of it.
#[test]
fn a_workspace_around_the_program_is_no_installation() {
    let bare = by_mail();
    let inside = bare.path("bin/huibian");
    huibian_tests::copy(&huibian_tests::program("huibian"), &inside);
    // A library beside the program is no more its own than one under plugins.
    fs::rename(bare.path(own_library()), bare.path("bin").join(library_file("flood_season"))).unwrap();
    let mut command = std::process::Command::new(&inside);
    command.current_dir(bare.path("")).args(["--lang", "en", "batch"]);
    for config in [bare.path("config").into_os_string(), "".into(), "plugins".into()] {
        let output = command.env(huibian_tests::CONFIG_DIR, &config).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains("P014"), "{config:?}: {said}");
    }
}
