//! What a run need not make again: the same reports into the same folder, however a person names it, and after the workspace was
//! moved.

use std::process::Output;

use huibian_tests::copy;
use serde_json::Value;

use crate::office::{Form, Office, said};

const UNITS: usize = 4;

/// How many units a run kept of those before it.
fn kept(output: &Output) -> usize {
    assert_eq!(output.status.code(), Some(0), "{}", said(output));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    usize::try_from(told["kept"].as_u64().unwrap()).unwrap()
}

#[test]
fn a_folder_that_a_person_names_is_the_same_however_it_is_named() {
    let office = Office::new(UNITS, Form::Toml);
    let whole = office.path("elsewhere");
    let names = ["elsewhere/{unit.id}", "./elsewhere/{unit.id}", &format!("{}/{{unit.id}}", whole.display())];
    for (run, name) in names.into_iter().chain(names).enumerate() {
        let output = office.run(&["-o", name, "batch", "--json"]);
        assert_eq!(kept(&output), if run == 0 { 0 } else { UNITS }, "{name}");
    }
    office.runs(&["batch"]);
    let own = office.run(&["-o", "out/{unit.id}", "batch", "--json"]);
    assert_eq!(kept(&own), UNITS, "the workspace's own folder by another name");
    // From beside the workspace, which is named by where it lies from there.
    let above = office.path("").join("..");
    let folder = office.path("").file_name().unwrap().to_string_lossy().into_owned();
    let beside = |output: &str| {
        let mut command = office.huibian(&["--workspace", &folder, "-o", output, "batch", "--json"]);
        command.current_dir(&above).output().unwrap()
    };
    assert_eq!(kept(&beside(&format!("{folder}/out/{{unit.id}}"))), UNITS);
    let outside = tempfile::tempdir().unwrap();
    let outside = format!("{}/{{unit.id}}", outside.path().display());
    assert_eq!(kept(&beside(&outside)), 0);
    assert_eq!(kept(&beside(&outside)), UNITS);
}

#[test]
fn a_workspace_that_was_moved_makes_nothing_anew() {
    for form in [Form::Toml, Form::Csv, Form::Workbook] {
        let office = Office::new(UNITS, form);
        office.runs(&["batch"]);
        let folder = tempfile::tempdir().unwrap();
        let moved = folder.path().join("moved");
        copy(&office.path(""), &moved);
        let output = office.huibian(&["batch", "--json"]).current_dir(&moved).output().unwrap();
        assert_eq!(kept(&output), UNITS, "{form:?}");
    }
}
