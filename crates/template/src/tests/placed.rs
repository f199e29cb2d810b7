//! Pictures and charts: what their helpers take, and what comes out.

use huibian_diagnostic::Source;
use serde_json::json;

use super::{faults_in, render, render_with, section, shown};
use crate::{Block, Placed, PlacedKind, TemplateSet};

fn picture(name: &str, value: &str, alt: &str) -> Placed {
    let [name, value, alt] = [name, value, alt].map(str::to_owned);
    let [caption, width, plugin] = [const { String::new() }; 3];
    Placed { kind: PlacedKind::Image, name, value, plugin, alt, caption, width }
}

#[test]
fn what_the_helpers_do_not_take_is_found() {
    for (text, expected) in [
        ("{{image \"a.png\"}}", "T011 t.hbs:1:3 alt"),
        ("{{image \"a.png\" alt=\" \"}}", "T011 t.hbs:1:3 alt"),
        ("{{image alt=\"图\"}}", "T011 t.hbs:1:3 argument"),
        ("{{image \"\" alt=\"图\"}}", "T011 t.hbs:1:3 quotes"),
        ("{{image \"a.png\" alt=\"图\" titel=\"图\"}}", "T011 t.hbs:1:25 key"),
        ("{{image \"a.png\" alt=\"图\" width=\"wide\"}}", "T011 t.hbs:1:3 width"),
        ("{{image \"a.png\" alt=\"图\" width=\"0mm\"}}", "T011 t.hbs:1:3 width"),
        ("{{image \"a.png\" alt=\"图\" width=120}}", "T011 t.hbs:1:3 width"),
        ("{{image \"a.png\" \"b.png\" alt=\"图\"}}", "T011 t.hbs:1:3 arguments"),
        ("{{image facts.plan alt=\"图\"}}", "T009 t.hbs:1:9"),
        ("{{image \"a.png\" alt=facts.plan}}", "T009 t.hbs:1:21"),
        ("{{image fields.total alt=\"图\"}}", "T011 t.hbs:1:9 text"),
        ("{{image facts.leed alt=\"图\"}}", "T002 t.hbs:1:9"),
        ("{{image (facts.lead) alt=\"图\"}}", "T021 t.hbs:1:9 subexpression"),
        ("{{#image \"a.png\" alt=\"图\"}}x{{/image}}", "T011 t.hbs:1:4 inline"),
        ("见图：{{image \"a.png\" alt=\"图\"}}", "T011 t.hbs:1:4 alone"),
        ("- {{image \"a.png\" alt=\"图\"}}", "T011 t.hbs:1:3 alone"),
        ("{{image \"a.png\" alt=\"图\"}}{{unit.name}}", "T011 t.hbs:1:1 alone"),
        ("{{chart works}}", "T011 t.hbs:1:3 quotes"),
        ("{{table facts.lead}}", "T011 t.hbs:1:3 quotes"),
        ("见{{table \"works\"}}", "T011 t.hbs:1:2 alone"),
        ("{{chart \"works\" alt=\"图\"}}", "T011 t.hbs:1:17 key"),
    ] {
        assert_eq!(shown(&faults_in(text, &section(), &[])), [expected], "{text}");
    }
}

#[test]
fn each_stands_by_itself_whatever_is_around_it() {
    let text = "甲\n{{#if facts.open}}{{image \"图/_a_*.png\" alt=\"*图*\" width=\"12cm\"}}{{/if}}\n乙{{facts.lead}}\n\n  {{chart \"works\"}}\n";
    let blocks = render(text, json!({ "facts": { "open": true, "lead": "丙" } })).unwrap();
    let [Block::Paragraph(_), Block::Placed(first), Block::Paragraph(_), Block::Placed(second)] = &*blocks
    else {
        panic!("{blocks:?}")
    };
    assert_eq!(*first, Placed { width: "12cm".to_owned(), ..picture("图/_a_*.png", "", "*图*") });
    assert_eq!((second.kind, second.name.as_str()), (PlacedKind::Chart, "works"));
}

#[test]
fn the_file_of_a_picture_may_be_a_value() {
    let text = "{{#each fields.log}}{{image topic alt=../facts.lead caption=topic}}\n{{/each}}";
    let data = json!({ "facts": { "lead": "现场" }, "fields": { "log": [{ "topic": "a.png" }, { "topic": "b.png" }] } });
    let text = format!("{{{{#if fields.log}}}}{text}{{{{/if}}}}");
    let blocks = render(&text, data).unwrap();
    let expected = ["a.png", "b.png"]
        .map(|file| Block::Placed(Placed { caption: file.to_owned(), ..picture(file, "topic", "现场") }));
    assert_eq!(*blocks, expected);
    let lacking = render("{{image facts.lead alt=\"图\"}}", json!({ "facts": {} })).unwrap_err();
    assert_eq!(lacking.code().as_str(), "T023");
}

#[test]
fn what_templates_name_is_known_with_its_place_once_for_every_partial() {
    let text = "{{> closing}}\n\n{{image \"a.png\" alt=\"图\"}}\n\n{{image facts.lead alt=\"图\"}}";
    let partial = ("closing", "{{chart \"works\"}}");
    assert_eq!(render_with(text, &[partial], json!({ "facts": { "lead": "x" } })).unwrap().len(), 3);
    let mut set = TemplateSet::default();
    set.add_partials(&[("closing".to_owned(), Source::new("closing.hbs", partial.1))]).unwrap();
    set.add("t", &Source::new("t.hbs", text), &section()).unwrap();
    set.add("u", &Source::new("u.hbs", "{{> closing}}"), &section()).unwrap();
    let uses: Vec<String> = set.uses().iter().map(|used| format!("{} {}", used.name, used.place)).collect();
    assert_eq!(uses, ["works closing.hbs:1:10", "a.png t.hbs:3:10"]);
}

#[test]
fn a_table_is_the_plugins_own_before_it_is_the_workspaces() {
    let text = "{{table \"works\"}}\n{{table \"other/works\"}}";
    let names =
        |blocks: &[Block]| -> Vec<String> {
            blocks
                .iter()
                .map(|block| {
                    if let Block::Placed(placed) = block { placed.name.clone() } else { panic!("{block:?}") }
                })
                .collect()
        };
    let blocks = render(text, json!({ "plugin": "theory-study" })).unwrap();
    assert_eq!(names(&blocks), ["theory-study/works", "other/works"]);
    assert_eq!(names(&render("{{table \"works\"}}", json!({})).unwrap()), ["works"]);
    let mut set = TemplateSet::default();
    set.add("t", &Source::new("t.hbs", text), &section()).unwrap();
    assert_eq!(set.uses()[0].name, format!("{}/works", section().plugin.unwrap()));
}
