//! The evaluator held against Handlebars: whatever a template says and whatever the data are, a unit's blocks and faults are
//! those of its Markdown as Handlebars writes it, also where the blocks of another unit are taken.

use std::path::Path;
use std::{fs, iter};

use huibian_contract::Basis;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, json};

use super::*;
use crate::data::Seen;
use crate::{Counts, front_matter};

/// A template and partials that are not checked, so that more goes wrong.
fn unchecked(template: &str, partials: &[(&str, &str)]) -> TemplateSet {
    let mut set = TemplateSet::default();
    let source =
        |(name, text): &(&str, &str)| ((*name).to_owned(), Source::new(format!("{name}.hbs"), *text));
    let sources: Vec<_> = partials.iter().map(source).collect();
    let _ = set.add_partials(&sources);
    set.add_unchecked("t", &Source::new("t.hbs", template));
    set
}

/// Names of values, of every kind, right and wrong.
fn name() -> impl Strategy<Value = &'static str> {
    select(vec![
        "unit.name",
        "unit.attributes",
        "unit.attributes.area",
        "facts",
        "facts.plan",
        "facts.note",
        "facts.day",
        "facts.open",
        "facts.number",
        "facts.titles",
        "facts.titles.0",
        "facts.titles.first",
        "fields.log",
        "fields.log.0.topic",
        "fields.none.deeper",
        "topic",
        "form",
        "people",
        "this",
        "this.topic",
        "./topic",
        "../topic",
        "../facts.plan",
        "../../facts.plan",
        "../../../unit.name",
        "@root.facts.plan",
        "@root.unit",
        "@index",
        "@first",
        "@last",
        "@key",
        "@../index",
        "@../../last",
        "none",
    ])
}

/// Names, of which most are there.
fn likely() -> BoxedStrategy<&'static str> {
    prop_oneof![
        6 => select(vec!["unit.name", "facts.plan", "facts.titles", "fields.log", "facts.open", "@root.facts.plan"]),
        1 => name(),
    ]
    .boxed()
}

/// Names of what [`sound`] data have.
fn known() -> BoxedStrategy<&'static str> {
    select(vec!["unit.name", "facts.plan", "facts.titles", "facts.open", "fields.log", "@root.facts.plan"])
        .boxed()
}

fn leaf(names: fn() -> BoxedStrategy<&'static str>) -> impl Strategy<Value = String> {
    let count = || select(vec!["found", "rate", "lost", "opinion/found", "other/sessions", "none"]);
    let words = select(vec![
        "甲",
        "乙a",
        " ",
        "\n",
        "\n\n",
        "- ",
        "\n- ",
        "1. ",
        "# ",
        "**",
        "\\",
        "  ",
        "{{! 注 }}",
        "|",
        "\n---\n",
        "[^注]",
        "\n\n[^注]: ",
        "> ",
    ]);
    let helper = select(vec![
        "{{list N}}",
        "{{list facts.titles}}",
        "{{date facts.day}}",
        "{{#each facts.titles}}{{hanzi @index}}{{#unless @first}}、{{/unless}}{{this}}{{/each}}",
        "{{hanzi facts.number}}",
        "{{date N}}",
        "{{month_day N \"hanzi\"}}",
        "{{hanzi N}}",
        "{{hanzi \"found\"}}",
        "{{image \"a.png\" alt=\"图\"}}",
        "{{image N alt=N caption=\"图\"}}",
        "\n\n{{chart \"c\"}}\n\n",
        "{{table \"t\"}}",
        "{{contents}}",
        "{{slot \"results\"}}",
        "{{slot \"plan\"}}",
        "{{> a}}",
        "\n  {{> b}}\n",
        "{{~> a}}",
        "{{> c}}",
    ]);
    let counted = select(vec![
        "{{count \"C\"}}",
        "{{change \"C\"}}",
        "{{change \"C\" \"last_year\"}}",
        "{{previous \"C\"}}",
        "{{to_date \"C\"}}",
        "{{hanzi \"C\"}}",
    ]);
    prop_oneof![
        4 => words.prop_map(str::to_owned),
        3 => names().prop_map(|name| format!("{{{{{name}}}}}")),
        1 => names().prop_map(|name| format!("{{{{~{name}~}}}}")),
        2 => (helper, names()).prop_map(|(text, name)| text.replace('N', name)),
        1 => (counted, count()).prop_map(|(text, name)| text.replace('C', name)),
    ]
}

fn text(names: fn() -> BoxedStrategy<&'static str>) -> impl Strategy<Value = String> {
    let block = || {
        select(vec![
            "{{#if N}}A{{/if}}",
            "{{#if N}}A{{else}}B{{/if}}",
            "{{#if N}}A{{else if N}}B{{else}}丙{{/if}}",
            "{{#unless N}}A{{else}}B{{/unless}}",
            "{{#unless N}}\nA\n{{^}}\nB\n{{/unless}}\n",
            "{{#each N}}A{{/each}}",
            "{{#each N}}A{{else}}B{{/each}}",
            "{{#each N}}\n- A\n{{/each}}\n",
            "{{#each fields.log}}A{{#unless @last}}B{{/unless}}{{/each}}",
            "{{#with N}}A{{/with}}",
            "{{#with N}}A{{else}}B{{/with}}",
            "{{~#if N~}} A {{~else~}} B {{~/if~}}",
            "{{#zero \"found\"}}A{{else}}B{{/zero}}",
            "{{#zero \"rate\"}}A{{/zero}}",
            "{{#present \"rate\"}}A{{else}}B{{/present}}",
            "{{#present \"lost\" \"previous\"}}A{{else}}B{{/present}}",
            "{{#enumerate}}\n- A\n- B\n{{/enumerate}}\n",
            "{{#slot \"results\"}}A{{contents}}B{{else}}丁{{/slot}}",
        ])
    };
    let inner = prop::collection::vec(leaf(names), 0..4).prop_map(|leaves| leaves.concat());
    inner.prop_recursive(4, 32, 3, move |inner| {
        prop_oneof![
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| a + &b),
            3 => (block(), names(), inner.clone(), inner).prop_map(|(block, name, a, b)| {
                let mut text = String::new();
                for c in block.replace('N', name).chars() {
                    match c {
                        'A' => text.push_str(&a),
                        'B' => text.push_str(&b),
                        c => text.push(c),
                    }
                }
                text
            }),
        ]
    })
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => select(vec![
            json!("甲"),
            json!("乙\n丙"),
            json!("《丁》"),
            json!("《戊》\t# 己"),
            json!("2023-04-05"),
            json!(["甲", "乙"]),
            json!(["《甲》", "《乙》", "丙"]),
            json!(["", "甲"]),
            json!([{ "topic": "防汛" }, { "topic": "安全", "form": "座谈", "people": 3 }, { "form": "学习" }]),
            json!([{ "topic": ["甲"], "facts": { "plan": "内" } }]),
            json!({ "area": "平原", "topic": "丁" }),
        ]),
        2 => select(vec![json!(true), json!(false), json!(0), json!(1.5), json!(12), json!(null), json!(""), json!([]), json!([1, true])]),
    ]
}

/// Data that have most of what templates name, as the check of templates wants them.
fn sound() -> impl Strategy<Value = Value> {
    let optional = |values| prop::option::weighted(0.8, select(values));
    let titles =
        vec![json!(["甲", "乙"]), json!(["《甲》", "《乙》"]), json!(["甲", "《乙》", "丙"]), json!(["甲"])];
    let log = vec![
        json!([]),
        json!([{ "topic": "防汛", "people": 2 }]),
        json!([{ "topic": "防汛", "form": "座谈" }, { "topic": "安全" }]),
        json!([{ "topic": "安全" }, { "topic": "防汛", "form": "座谈" }]),
    ];
    let digits = || select(vec!["0", "0.0", "12", "98.4"]);
    let counts = (digits(), digits(), digits(), digits(), prop::option::of(digits()));
    let filled = prop::collection::vec(select(vec!["results", "plan"]), 0..3);
    let values = (
        select(vec!["计划", "乙\n丙", "《丁》"]),
        select(vec!["2023-04-05", "2023-04-06", "2024-04-05"]),
        0..3,
        select(titles),
        select(log),
        any::<bool>(),
        optional(vec!["平原", "山区"]),
        select(vec!["opinion", "other"]),
    );
    (values, counts, filled).prop_map(|((plan, day, number, titles, log, open, area, plugin), counts, filled)| {
        let (found, rate, lost, sessions, before) = counts;
        json!({
            "plugin": plugin,
            "unit": { "name": "云溪镇", "attributes": { "area": area } },
            "facts": { "plan": plan, "titles": titles, "open": open, "day": day, "number": number },
            "fields": { "log": log },
            "counts": { "found": found, "rate": rate, "lost": lost, "other/sessions": sessions, "none": "1" },
            "past": { "previous": { "lost": before } },
            "filled": filled,
        })
    })
}

/// Data with anything anywhere.
fn data() -> impl Strategy<Value = Value> {
    let names = select(vec![
        "/facts/plan",
        "/facts/note",
        "/facts/day",
        "/facts/open",
        "/facts/number",
        "/facts/titles",
        "/fields/log",
        "/unit/attributes",
        "/counts/found",
        "/plugin",
        "/topic",
        "/facts",
        "/fields",
        "/counts",
    ]);
    (sound(), prop::collection::vec((names, value()), 0..4)).prop_map(|(mut data, values)| {
        for (path, value) in values {
            let (group, name) = path.rsplit_once('/').unwrap();
            if let Some(Value::Object(group)) = data.pointer_mut(group) {
                group.insert(name.to_owned(), value);
            }
        }
        data
    })
}

/// Counts that are asked for one by one.
struct Aside(Data<'static>);

impl Counts for Aside {
    fn is_zero(&self, basis: Basis, name: &str) -> Option<bool> {
        self.0.is_zero(basis, name)
    }

    fn all(&self, basis: Basis) -> Map<String, Value> {
        let counts = match basis {
            Basis::Now => self.0.group("counts"),
            basis => self.0.group("past").and_then(|past| past.get(basis.as_str())),
        };
        counts.and_then(Value::as_object).cloned().unwrap_or_default()
    }
}

fn counts_aside(mut unit: Value) -> Data<'static> {
    let all = Data::new(unit.clone());
    for name in ["counts", "past"] {
        unit.as_object_mut().unwrap().remove(name);
    }
    let mut data = Data::new(unit);
    data.set_counts(Aside(all));
    data
}

fn compare(template: &str, a: &str, b: &str, units: &[Value]) -> Result<(), TestCaseError> {
    let partials = [("a", a), ("b", b), ("c", "{{> a}}{{unit.name}}{{> b}}")];
    let (evaluated, mut written) = (unchecked(template, &partials), unchecked(template, &partials));
    written.write_always();
    for (index, unit) in units.iter().chain(units).enumerate() {
        let filled = |set: &TemplateSet, data: &Data<'_>| set.render("t", data).map(Rendered::filled);
        let expected = filled(&written, &Data::new(unit.clone()));
        // Counts that are asked for one by one are named; a value in their place is data like any other.
        let aside = unit["counts"].is_object().then(|| counts_aside(unit.clone()));
        for data in iter::once(Data::new(unit.clone())).chain(aside) {
            prop_assert_eq!(
                &filled(&evaluated, &data),
                &expected,
                "{} with unit {}: {}",
                template,
                index,
                unit
            );
            prop_assert_eq!(&filled(&written, &data), &expected, "{}: {}", template, unit);
        }
    }
    Ok(())
}

#[test]
fn the_templates_that_come_along_are_evaluated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let plugins =
        fs::read_dir(root.join("plugins")).unwrap().map(|plugin| plugin.unwrap().path().join("sections"));
    let folders = ["templates", "crates/bench/report", "crates/author/scaffold/common/sections"];
    let mut found = 0;
    for folder in folders.map(|folder| root.join(folder)).into_iter().chain(plugins) {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "hbs")) {
            let source = Source::new(path.clone(), fs::read_to_string(&path).unwrap());
            let (_, body) = front_matter(&source).unwrap();
            let mut set = TemplateSet::default();
            set.add_unchecked("t", &body);
            assert_eq!(set.write_always(), 1, "{}", path.display());
            found += 1;
        }
    }
    assert!(found > 10);
}

#[test]
fn a_template_with_the_name_of_a_partial_is_written() {
    let mut set = TemplateSet::default();
    set.add_partials(&[("a".to_owned(), Source::new("a.hbs", "甲{{unit.name}}"))]).unwrap();
    let including = Source::new("t.hbs", "{{> a}}");
    set.add_unchecked("t", &including);
    assert_eq!(
        words(&set.render("t", &Data::new(json!({ "unit": { "name": "乙" } }))).unwrap().filled()),
        "甲乙"
    );
    set.add_unchecked("a", &Source::new("other.hbs", "丙{{unit.name}}"));
    for name in ["t", "later"] {
        set.add_unchecked(name, &including);
        assert_eq!(
            words(&set.render(name, &Data::new(json!({ "unit": { "name": "乙" } }))).unwrap().filled()),
            "丙乙"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn evaluated_and_written_are_the_same(
        template in text(known),
        [a, b] in [text(known), text(known)],
        units in prop::collection::vec(sound(), 2..6),
    ) {
        compare(&template, &a, &b, &units)?;
    }

    #[test]
    fn what_goes_wrong_goes_wrong_alike(
        template in text(likely),
        [a, b] in [text(likely), text(likely)],
        units in prop::collection::vec(data(), 1..5),
    ) {
        compare(&template, &a, &b, &units)?;
    }
}
