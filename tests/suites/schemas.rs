//! The JSON Schemas in `schemas/` and the messages in `golden/`, held against each other, against the files of the
//! repository, and against the types that read them.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::path::Path;
use std::process::Command;

use huibian_contract::{Request, Response};
use huibian_tests::{root, target};
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator(name: &str) -> Validator {
    let path = root().join(format!("schemas/{name}.schema.json"));
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// What is wrong with a value, a line a fault.
fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// A TOML file as JSON has it: dates are texts.
fn toml(path: &Path) -> Value {
    fn plain(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(plain).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, plain(value))).collect(),
            other => serde_json::to_value(other).unwrap(),
        }
    }
    plain(toml::Value::Table(fs::read_to_string(path).unwrap().parse().unwrap()))
}

#[test]
fn the_schemas_are_those_of_the_types() {
    let program = target().join("examples").join(format!("schemas{}", std::env::consts::EXE_SUFFIX));
    let output = Command::new(program).arg(root().join("schemas")).arg("--check").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_line_of_a_record_follows_its_schema() {
    let manifest = validator("manifest");
    let record = fs::read_to_string(root().join("tests/expected/manifest.jsonl")).unwrap();
    for line in record.lines() {
        // Sizes and hashes are left out of what is kept.
        let line = line.replace(".docx\"}", ".docx\",\"bytes\":1,\"blake3\":\"\"}");
        let line = line.replace(".md\"}", ".md\",\"bytes\":1,\"blake3\":\"\"}");
        assert_eq!(faults(&manifest, &serde_json::from_str(&line).unwrap()), Vec::<String>::new(), "{line}");
    }
    assert_ne!(faults(&manifest, &json!({ "unit": "yunxi" })), Vec::<String>::new());
}

/// The golden messages of a kind, by file name.
fn golden(kind: &str) -> Vec<(String, Value)> {
    let entries = fs::read_dir(root().join("tests/golden")).unwrap().map(|entry| entry.unwrap());
    let mut found: Vec<(String, Value)> = entries
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name.starts_with(kind))
        .map(|(name, path)| (name, serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()))
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(found.len() >= 2, "{kind}: {found:?}");
    found
}

#[test]
fn every_style_follows_its_schema_and_strangers_do_not() {
    let style = validator("style");
    for id in ["gbt9704", "gbt9704-strict", "report"] {
        let path = root().join(format!("templates/styles/{id}.toml"));
        assert_eq!(faults(&style, &toml(&path)), Vec::<String>::new(), "{id}");
    }
    for wrong in [
        json!({ "page": { "top": "37" } }),
        json!({ "page": { "tops": "37mm" } }),
        json!({ "paragraphs": { "titel": {} } }),
        json!({ "paragraphs": { "body": { "align": "justify" } } }),
        json!({ "headings": [{ "name": "一级" }] }),
        json!({ "text": { "line": "-1mm" } }),
    ] {
        assert!(!faults(&style, &wrong).is_empty(), "{wrong}");
    }
}

#[test]
fn every_plugin_and_the_workspace_follow_their_schemas() {
    let plugin = validator("plugin");
    let mut seen = 0;
    for folder in ["plugins", "tests/plugins"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path().join("plugin.toml");
            if path.is_file() {
                assert_eq!(faults(&plugin, &toml(&path)), Vec::<String>::new(), "{}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 6, "{seen}");
    let chart = "kind = \"bar\"\ntitle = \"某\"\ncompare = [\"previous\"]\nheight = \"70mm\"\nvalues = [{ count = \"a/b\" }]";
    let chart: Value = toml::from_str(chart).unwrap();
    assert_eq!(faults(&validator("chart"), &chart), Vec::<String>::new());
    for (key, value) in
        [("kind", json!("pie")), ("rows", json!("unit")), ("values", json!(["a/b"])), ("periods", json!(40))]
    {
        let mut bad = chart.clone();
        bad[key] = value;
        assert!(!validator("chart").is_valid(&bad), "{key}");
    }
    let workspace = toml(&root().join("workspace.toml"));
    assert_eq!(faults(&validator("workspace"), &workspace), Vec::<String>::new());
}

#[test]
fn what_the_program_refuses_the_schemas_refuse() {
    let good = toml(&root().join("plugins/online-opinion/plugin.toml"));
    let plugin = validator("plugin");
    for (pointer, value) in [
        ("/id", json!("Online")),
        ("/contract", json!("1")),
        ("/absent", json!("maybe")),
        ("/slots/0", json!("next-steps")),
        ("/fields/items/type", json!("list")),
        ("/counts/handling_rate/ratio/num", json!(1)),
        ("/example/0/period", json!("2023Q5")),
        ("/example/0/counts", json!({ "Found": 1 })),
        ("/checks/handled_within_found", json!({ "rule": "a <= b", "mesage": "x" })),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
        assert!(!plugin.is_valid(&bad), "{pointer}");
    }
    let good = toml(&root().join("workspace.toml"));
    for key in ["period", "plugins", "reports", "units", "output"] {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(key);
        assert!(!validator("workspace").is_valid(&bad), "{key}");
    }
}

#[test]
fn golden_messages_follow_their_schemas_and_read_back_as_they_were() {
    let (request, response) = (validator("request"), validator("response"));
    for (name, message) in golden("request") {
        assert_eq!(faults(&request, &message), Vec::<String>::new(), "{name}");
        let read: Request = serde_json::from_value(message.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), message, "{name}");
    }
    for (name, message) in golden("response") {
        assert_eq!(faults(&response, &message), Vec::<String>::new(), "{name}");
        let read: Response = serde_json::from_value(message.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), message, "{name}");
    }
}

#[test]
fn messages_that_break_the_contract_do_not_follow_their_schemas() {
    let response = validator("response");
    for bad in [
        json!({ "counts": { "sessions": null } }),
        json!({ "counts": { "sessions": -1 } }),
        json!({ "counts": { "sessions": 1.5 } }),
        json!({ "counts": { "sessions": "1e5" } }),
        json!({ "counts": { "sessions": { "from": [] } } }),
        json!({ "facts": { "plan": 1 } }),
        json!({ "facts": { "titles": ["a", 1] } }),
        json!({ "findings": [{ "severity": "fatal", "text": "x" }] }),
        json!({ "findings": ["x"] }),
        json!([]),
    ] {
        assert!(!response.is_valid(&bad), "{bad}");
    }
    // Unknown keys are for later versions.
    assert!(response.is_valid(&json!({ "later": 1 })));
    let request = validator("request");
    let (_, good) = golden("request").swap_remove(0);
    for key in ["contract", "period", "unit", "data"] {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(key);
        assert!(!request.is_valid(&bad), "{key}");
    }
}
