//! What `--json` prints: by one schema for all commands, and with what the same command says in words.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;

use huibian_tests::{Workspace, copy, root};
use serde_json::{Value, json};

const RECORD: &str = "out/ideology/2023Q2/manifest.jsonl";

/// Exit code and what `--json` prints.
fn in_json(workspace: &Workspace, command: &[&str]) -> (i32, Value) {
    let output = workspace.run(&[&["--lang", "en"], command, &["--json"]].concat());
    let listing = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{command:?}: {error}\n{}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), listing)
}

/// Each item as its code and its unit.
fn items(listing: &Value) -> Vec<(&str, Option<&str>)> {
    let items = listing["items"].as_array().unwrap().iter();
    items.map(|item| (item["code"].as_str().unwrap(), item["unit"].as_str())).collect()
}

#[test]
fn all_that_is_printed_stands_in_the_one_schema() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(root().join("schemas/diagnostics.schema.json")).unwrap())
            .unwrap();
    let known: BTreeSet<&String> = schema["properties"].as_object().unwrap().keys().collect();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let workspace = Workspace::new();
    workspace.batch("2");
    copy(&workspace.path("out"), &workspace.path("kept"));
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "sessions_total = 10");
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_total", "sessions_totl");
    let mut printed = BTreeSet::new();
    for command in [
        &["check"][..],
        &["diff", "kept/ideology/2023Q2", "2023Q2"],
        &["diff", "nowhere", "2023Q2"],
        &["batch", "--strict"],
        &["batch"],
        &["rollup"],
        &["rollup", "nobody"],
        &["batch", "--prune"],
        &["diff", "kept/ideology/2023Q2", "out/ideology/2023Q2"],
    ] {
        let (_, listing) = in_json(&workspace, command);
        assert!(validator.is_valid(&listing), "{command:?}: {listing:#}");
        let keys: BTreeSet<&String> = listing.as_object().unwrap().keys().collect();
        assert!(keys.is_subset(&known), "{command:?}: {keys:?}");
        printed.extend(listing.as_object().unwrap().keys().cloned());
    }
    assert_eq!(printed.iter().collect::<BTreeSet<_>>(), known);
}

#[test]
fn a_comparison_has_counts_like_any_other_and_says_who_was_made() {
    let workspace = Workspace::new();
    workspace.batch("2");
    copy(&workspace.path("out"), &workspace.path("kept"));
    workspace.replace("data/2023Q2/qinghe.toml", "sessions_total = 0", "sessions_total = \"many\"");
    let (exit, listing) = in_json(&workspace, &["diff", "2023Q2", "2023Q2"]);
    assert_eq!(exit, 1);
    assert_eq!(items(&listing), [("U002", Some("青禾镇"))], "both sides have it; it is told once");
    let counts = ["units", "faults", "remarks", "accepted", "kept"].map(|key| listing[key].as_u64());
    assert_eq!(counts, [Some(7), Some(1), Some(0), Some(0), Some(12)], "six are kept on either side");
    assert_eq!(listing["made"], json!(["青禾镇"]));
    assert_eq!(listing["differing"][0]["unmade"], json!({ "before": true, "after": true }));
    let (_, listing) = in_json(&workspace, &["diff", "kept/ideology/2023Q2", "out/ideology/2023Q2"]);
    assert!(listing["made"].is_null() && listing["kept"].is_null(), "two records: {listing:#}");
}

#[test]
fn a_file_of_before_that_was_not_renewed_is_listed() {
    let workspace = Workspace::new();
    workspace.batch("2");
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_total", "sessions_totl");
    let (exit, listing) = in_json(&workspace, &["batch"]);
    let old = json!(["out/ideology/2023Q2/云溪镇.docx", "out/ideology/2023Q2/云溪镇.md"]);
    assert_eq!((exit, &listing["outdated"]), (1, &old), "{listing:#}");
    assert_eq!(in_json(&workspace, &["batch"]).1["outdated"], old, "it is so until it is renewed");
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_totl", "sessions_total");
    assert_eq!(in_json(&workspace, &["batch"]).1["outdated"], json!([]));
}

#[test]
fn a_strict_run_that_placed_nothing_says_how_far_it_came() {
    let workspace = Workspace::new();
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_total", "sessions_totl");
    let counts = |listing: &Value| ["done", "failed", "not_done", "kept"].map(|key| listing[key].as_u64());
    let (exit, listing) = in_json(&workspace, &["batch", "--strict"]);
    assert_eq!((exit, counts(&listing)), (1, [Some(0), Some(1), Some(6), Some(0)]), "{listing:#}");
    assert!(!workspace.path(RECORD).exists() && listing["manifest"].is_null());
    workspace.batch("2");
    let (exit, listing) = in_json(&workspace, &["batch", "--strict"]);
    assert_eq!((exit, counts(&listing)), (1, [Some(6), Some(1), Some(0), Some(6)]), "{listing:#}");
}

#[test]
fn a_roll_up_over_fewer_units_than_there_are_says_why_it_is_not_whole() {
    let workspace = Workspace::new();
    fs::remove_file(workspace.path("data/2023Q2/hekou.toml")).unwrap();
    let (exit, listing) = in_json(&workspace, &["rollup"]);
    assert_eq!((exit, listing["faults"].as_u64()), (1, Some(0)), "{listing:#}");
    let above = &listing["above"][0];
    assert_eq!(
        (&above["unit"], &above["name"], &above["done"]),
        (&json!("xian"), &json!("某某县"), &json!(true))
    );
    assert_eq!((&above["units"], &above["reported"]), (&json!(7), &json!(6)), "{above:#}");
    assert_eq!(above["left_out"], json!(["hekou"]), "{above:#}");
    let files = above["files"].as_array().unwrap();
    assert!(!files.is_empty(), "{above:#}");
    for file in files {
        assert!(workspace.path(file.as_str().unwrap()).is_file(), "{file}");
    }
}

#[test]
fn a_roll_up_that_a_check_stops_names_what_failed() {
    let workspace = Workspace::new();
    let settings = workspace.read("workspace.toml") + "\n[rollup]\nfailed = \"stop\"\n";
    workspace.write("workspace.toml", &settings);
    workspace.replace("data/2023Q2/yunxi.toml", "sessions_total = 3", "sessions_total = 4");
    let rule = "\n[checks.few]\nrule = \"sessions >= 100\"\nseverity = \"error\"\nmessage = { zh = \"太少。\", en = \"too few.\" }\n";
    let plugin = workspace.read("plugins/theory-study/plugin.toml") + rule;
    workspace.write("plugins/theory-study/plugin.toml", &plugin);
    let (exit, listing) = in_json(&workspace, &["rollup"]);
    let told = items(&listing);
    assert_eq!(exit, 2);
    assert!(told.contains(&("G007", None)) && told.contains(&("K001", Some("云溪镇"))), "{told:?}");
    let failed = listing["items"].as_array().unwrap().iter().filter(|item| item["severity"] == "error");
    assert_eq!(
        (listing["units"].as_u64(), listing["faults"].as_u64()),
        (Some(7), Some(failed.count() as u64))
    );
    let output = workspace.run(&["--lang", "en", "rollup"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("[G007]"), "{said}");
    assert!(said.contains("[K001]") && said.contains("too few.") && said.contains("云溪镇"), "{said}");
}
