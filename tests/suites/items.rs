//! Items as units write them, joined in every place that joins them and in every format: no number twice, no end mark in the
//! middle, and what says that there is none is none.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;

use huibian_tests::bare::Bare;

const PLUGIN: &str = "id = \"work\"\nversion = \"0.1.0\"\ntitle = \"安全检查\"\ncontract = 1\nslots = [\"results\", \"problems\"]\n\
    [fields.problem]\nlabel = \"存在问题\"\ntype = \"text\"\n\
    [fields.names]\nlabel = \"点位\"\ntype = \"texts\"\n\
    [facts.problem]\nlabel = \"存在问题\"\ntype = \"text\"\nfield = \"problem\"\n\
    [facts.names]\nlabel = \"点位\"\ntype = \"texts\"\nfield = \"names\"\n";
const TEMPLATE: &str = "+++\n[slots.results]\nkind = \"sections\"\n\n[slots.problems]\nkind = \"items\"\n+++\n\
    # {{unit.name}}{{period.name}}报告\n\n## 情况\n\n{{slot \"results\"}}\n\n## 问题\n\n\
    {{#slot \"problems\"}}\n存在以下问题：{{contents}}\n{{else}}\n未发现突出问题。\n{{/slot}}\n";
const PROBLEMS: &str = "{{#if facts.problem}}\n- {{facts.problem}}\n{{/if}}\n";

/// A workspace whose units give the plugin `work` a text each; `results` is its section.
fn workspace(results: &str, formats: &str, units: &[(&str, &str)]) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.write("plugins/work/plugin.toml", PLUGIN);
    bare.write("plugins/work/sections/results.hbs", results);
    bare.write("plugins/work/sections/problems.hbs", PROBLEMS);
    bare.write("templates/bare.hbs", TEMPLATE);
    bare.replace("workspace.toml", "formats = [\"md\"]", &format!("formats = [{formats}]"));
    for (id, data) in units {
        bare.write(format!("data/{id}.toml"), format!("[unit]\nname = \"{id}镇\"\n[work]\n{data}\n"));
    }
    let output = bare.run(&["batch"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    bare
}

/// A unit's file, without Markdown's marks and HTML's tags.
fn words(bare: &Bare, file: &str) -> String {
    let text = fs::read_to_string(bare.path(file)).unwrap();
    let mut words = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            '\\' => {}
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    words
}

#[test]
fn what_units_number_themselves_is_numbered_once() {
    let units = [
        ("jia", "problem = \"检查力量不足。\""),
        ("yi", "problem = \"一是人员少；二是设备旧\""),
        ("bing", "problem = \"无\""),
        ("ding", "problem = \"1.人员少\\n2.设备旧\""),
        ("wu", "problem = \"1.5公里道路破损；\""),
    ];
    let bare = workspace("# 检查\n\n已开展。\n", "\"md\", \"txt\", \"html\"", &units);
    for extension in ["md", "txt", "html"] {
        for (id, expected) in [
            ("jia", "存在以下问题：检查力量不足。"),
            ("yi", "存在以下问题：一是人员少；二是设备旧。"),
            ("bing", "未发现突出问题。"),
            ("ding", "存在以下问题：一是人员少；二是设备旧。"),
            ("wu", "存在以下问题：1.5公里道路破损。"),
        ] {
            let said = words(&bare, &format!("out/{id}.{extension}"));
            assert!(said.contains(expected), "{id}.{extension}: {said}");
        }
    }
}

/// A relative: a sentence of the section's own instead of a slot, and other signs.
#[test]
fn an_enumeration_of_a_section_is_numbered_once_too() {
    let results = "# 检查\n\n{{#enumerate}}\n- 检查力量不足\n{{#if facts.problem}}\n- {{facts.problem}}\n{{/if}}\n{{/enumerate}}\n";
    let units = [
        ("jia", "problem = \"①人员少②设备旧。\""),
        ("yi", "problem = \"（一）人员少。（二）设备旧。\""),
        ("bing", "problem = \"暂无。\""),
        ("ding", "problem = \"第一，人员少；第二，设备旧；\""),
    ];
    let bare = workspace(results, "\"txt\"", &units);
    let three = "一是检查力量不足；二是人员少；三是设备旧。";
    for (id, expected) in [("jia", three), ("yi", three), ("bing", "检查力量不足。"), ("ding", three)]
    {
        let said = words(&bare, &format!("out/{id}.txt"));
        assert!(said.contains(expected), "{id}: {said}");
        assert!(!said.contains("一是一是") && !said.contains("暂无"), "{id}: {said}");
    }
}

/// Another: lists on lines of their own, and texts joined with 、, from a table of all units.
#[test]
fn lists_and_joined_texts_have_no_second_numbers() {
    let results = "# 检查\n\n{{#if facts.problem}}\n1. {{facts.problem}}\n{{/if}}\n\n{{#if facts.names}}点位：{{list facts.names}}。{{/if}}\n";
    let units = [
        ("jia", "problem = \"1、人员少；2、设备旧。\"\nnames = [\"1.东门；\", \"2.西门。\", \"none\"]"),
        ("yi", "problem = \"(1) 人员少\\n(2) 设备旧\"\nnames = [\"1、2号楼\"]"),
        ("bing", "names = [\"None\"]"),
    ];
    let bare = workspace(results, "\"html\", \"txt\"", &units);
    let said = words(&bare, "out/jia.txt");
    assert!(said.contains("人员少。") && said.contains("设备旧。") && !said.contains("1、人员少"), "{said}");
    assert!(said.contains("点位：东门、西门。"), "{said}");
    let said = words(&bare, "out/yi.html");
    assert!(said.contains("人员少") && !said.contains("(1)") && said.contains("点位：1、2号楼。"), "{said}");
    assert!(words(&bare, "out/bing.txt").contains("点位：None。"));
}
