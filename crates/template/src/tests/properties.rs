//! What holds for every template and all data.

use crate::Data;
use huibian_diagnostic::Source;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::{render, report, section, words};
use crate::{Block, Inline, Rendered, TemplateSet};

/// Pieces that templates are made of, right and wrong.
const TOKENS: [&str; 44] = [
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{{{{",
    "}}}}",
    "{{#",
    "{{/",
    "{{!",
    "{{!--",
    "--}}",
    "{{>",
    "{{#>",
    "{{*",
    "{{#*",
    "{{&",
    "{{else",
    "{{^}}",
    "{{else}}",
    "if ",
    "unless ",
    "each ",
    "with ",
    "count ",
    "slot ",
    "hanzi ",
    "date ",
    "inline ",
    "facts.plan",
    "facts.titles",
    "fields.log",
    "\"found\"",
    "'x'",
    "../",
    "@root",
    "@index",
    "this",
    "~",
    "as |x|",
    "(",
    ")",
    "a=1",
    "\\",
    "\n",
];

/// What Markdown makes something of, for better or worse.
const MARKDOWN: [&str; 27] = [
    "甲",
    "a",
    "\n",
    "\n",
    "\n\n",
    "  ",
    "    ",
    "- ",
    "1. ",
    "7. ",
    "> ",
    "# ",
    "*",
    "**",
    "***",
    "---",
    "_",
    "`",
    "```",
    "<br>",
    "<!--",
    "[^İ]",
    "\n\n[^İ]: ",
    "[a]: b",
    "![a](b)",
    "\n|a|\n|-|\n",
    "\\",
];

/// A text without branches.
fn markdown_text() -> impl Strategy<Value = String> {
    let value = Just("{{unit.name}}".to_owned());
    let token = prop_oneof![12 => select(&MARKDOWN[..]).prop_map(str::to_owned), 1 => value];
    prop::collection::vec(token, 0..16).prop_map(|tokens| tokens.concat())
}

fn template_text() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        8 => select(&TOKENS[..]).prop_map(str::to_owned),
        2 => select(vec!["{{#if facts.plan}}", "{{/if}}", "{{#each facts.titles}}", "{{/each}}", "{{facts.plan}}", "{{> a}}"])
            .prop_map(str::to_owned),
        2 => select(&MARKDOWN[..]).prop_map(str::to_owned),
        1 => "[\\PC\n\t ]{0,6}",
    ];
    prop::collection::vec(token, 0..24).prop_map(|tokens| tokens.concat())
}

/// A printing tag between brackets, so that nothing printed is seen, and all that may stand around one. `inside` says
/// how far in a loop over rows it stands.
fn wording() -> impl Strategy<Value = String> {
    let print = select(vec![
        "【{{unit.name}}】",
        "【{{facts.lead}}】",
        "【{{facts.plan}}】",
        "【{{facts.note}}】",
        "【{{list facts.titles}}】",
        "【{{list facts.names}}】",
        "【{{date facts.day}}】",
        "【{{date period.start}}】",
        "【{{unit.attributes.area}}】",
        "【{{count \"found\"}}】",
        "【{{count \"rate\"}}】",
        "【{{hanzi \"lost\"}}】",
        "【{{#each facts.titles}}{{this}}{{/each}}】",
        "【{{#each fields.log}}{{topic}}{{/each}}】",
        "{{#each fields.log}}【{{form}}】{{else}}无{{/each}}",
        "{{#each fields.log}}【{{#if form}}{{form}}{{else}}{{../unit.name}}{{/if}}】{{else}}无{{/each}}",
        "【{{#with unit.attributes}}{{area}}{{/with}}】",
        "【{{> plan}}】",
    ]);
    let asked = || {
        select(vec![
            "facts.plan",
            "facts.note",
            "facts.titles",
            "facts.names",
            "facts.day",
            "unit.attributes.area",
            "fields.log",
        ])
    };
    let counted = || select(vec!["found", "rate", "lost"]);
    print.prop_map(str::to_owned).prop_recursive(4, 24, 3, move |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| a + &b),
            (asked(), inner.clone(), inner.clone())
                .prop_map(|(name, a, b)| format!("{{{{#if {name}}}}}{a}{{{{else}}}}{b}{{{{/if}}}}")),
            (asked(), inner.clone(), inner.clone())
                .prop_map(|(name, a, b)| format!("{{{{#unless {name}}}}}{a}{{{{else}}}}{b}{{{{/unless}}}}")),
            (asked(), asked(), inner.clone(), inner.clone()).prop_map(|(name, other, a, b)| format!(
                "{{{{#if {name}}}}}{a}{{{{else if {other}}}}}{b}{{{{else}}}}无{{{{/if}}}}"
            )),
            (counted(), inner.clone(), inner).prop_map(|(name, a, b)| format!(
                "{{{{#present \"{name}\"}}}}{a}{{{{else}}}}{b}{{{{/present}}}}"
            )),
        ]
    })
}

/// A value, a blank or nothing.
fn maybe(value: Value) -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        Just(Some(value)),
        Just(None),
        Just(Some(json!(" "))),
        Just(Some(json!([]))),
        Just(Some(json!(null)))
    ]
}

fn put(data: &mut Value, path: &str, value: Option<Value>) {
    if let Some(value) = value {
        *data.pointer_mut(path.rsplit_once('/').unwrap().0).unwrap() = data
            .pointer(path.rsplit_once('/').unwrap().0)
            .cloned()
            .map(|mut group| {
                group[path.rsplit_once('/').unwrap().1] = value;
                group
            })
            .unwrap();
    }
}

fn unit_data() -> impl Strategy<Value = Value> {
    let optional = (
        maybe(json!("计划")),
        maybe(json!("说明")),
        maybe(json!(["甲", ""])),
        maybe(json!(["甲", "乙"])),
        maybe(json!("2023-04-05")),
        maybe(json!("平原")),
        maybe(
            json!([{ "topic": "防汛" }, { "topic": "安全", "form": "座谈" }, { "topic": "学习", "form": "" }]),
        ),
        prop::bool::ANY,
        prop::bool::ANY,
    );
    optional.prop_map(|(plan, note, titles, names, day, area, log, rate, lost)| {
        let mut data = json!({
            "plugin": "opinion",
            "unit": { "name": "云溪镇", "attributes": {} },
            "period": { "start": "2023-04-01" },
            "facts": { "lead": "镇党委" },
            "fields": {},
            "counts": { "found": "0" },
        });
        for (path, value) in [
            ("/facts/plan", plan),
            ("/facts/note", note),
            ("/facts/titles", titles),
            ("/facts/names", names),
            ("/facts/day", day),
            ("/unit/attributes/area", area),
            ("/fields/log", log),
            ("/counts/rate", rate.then(|| json!("98.4"))),
            ("/counts/lost", lost.then(|| json!("0"))),
        ] {
            put(&mut data, path, value);
        }
        data
    })
}

/// Places where data stands, and what is around it there.
const PLACES: [(&str, &str, &str); 8] = [
    ("甲{{unit.name}}乙", "甲", "乙"),
    ("{{unit.name}}", "", ""),
    ("# {{unit.name}}", "", ""),
    ("## 甲{{unit.name}} {.run-in}\n\n乙", "甲", "|乙"),
    ("- {{unit.name}}\n- 乙", "", "/乙"),
    ("1. {{unit.name}}", "", ""),
    ("{{#enumerate}}\n- {{unit.name}}\n- 乙\n{{/enumerate}}\n丙", "", "/乙丙"),
    ("甲**{{unit.name}}**乙", "甲", "乙"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_template_makes_the_check_panic(text in template_text(), other in template_text()) {
        let mut set = TemplateSet::default();
        let _ = set.add_partials(&[("a".to_owned(), Source::new("a.hbs", other))]);
        let source = Source::new("t.hbs", text);
        let _ = set.add("t", &source, &section());
        let _ = set.add("t", &source, &report());
    }

    #[test]
    fn markdown_that_passes_the_check_is_never_refused(text in markdown_text()) {
        let mut set = TemplateSet::default();
        if set.add("t", &Source::new("t.hbs", text.as_str()), &section()).is_ok() {
            let rendered = set.render("t", &Data::new(json!({ "unit": { "name": "云溪镇" } })));
            prop_assert!(rendered.is_ok(), "{}: {}", text, rendered.unwrap_err());
        }
    }

    #[test]
    fn missing_is_never_blank(text in wording(), data in unit_data()) {
        let mut set = TemplateSet::default();
        let plan = Source::new("plan.hbs", "{{#if facts.plan}}{{facts.plan}}{{else}}无{{/if}}");
        set.add_partials(&[("plan".to_owned(), plan)]).unwrap();
        if set.add("t", &Source::new("t.hbs", text.as_str()), &section()).is_ok() {
            let blocks = set.render("t", &Data::new(data));
            let blocks = blocks.map_err(|fault| TestCaseError::fail(format!("{text}: {fault}")))?;
            let said = words(&blocks.filled());
            prop_assert!(!said.contains("【】"), "{}: {}", text, said);
        }
    }

    #[test]
    fn data_is_never_markup(name in "[\\PC\u{20}]{0,12}[!-~一]{1,8}[\\PC\t ]{0,6}", place in select(&PLACES[..])) {
        let (text, before, after) = place;
        let blocks = render(text, json!({ "unit": { "name": name } })).unwrap();
        let expected = format!("{before}{}{after}", name.trim().replace('\t', " "));
        prop_assert_eq!(words(&blocks), expected);
    }

    #[test]
    fn newlines_in_data_are_paragraphs_and_nothing_else(lines in prop::collection::vec("[ \t]{0,6}[#>*`0-9.)=+-]{0,4}[ ]{0,5}一", 1..5), newline in select(vec!["\n", "\r\n", "\r", "\n\n", "\r\r"])) {
        let name = lines.join(newline);
        let blocks = render("甲{{unit.name}}乙", json!({ "unit": { "name": name } })).unwrap();
        prop_assert_eq!(blocks.len(), lines.len());
        for (index, (block, line)) in blocks.iter().zip(&lines).enumerate() {
            let before = if index == 0 { "甲" } else { "" };
            let after = if index + 1 == lines.len() { "乙" } else { "" };
            let text = format!("{before}{}{after}", line.trim().replace('\t', " "));
            prop_assert_eq!(block, &Block::Paragraph(vec![Inline::Text(text)]));
        }
        for (text, blocks) in [("- {{unit.name}}", 1), ("# {{unit.name}}", 1), ("{{#enumerate}}\n- {{unit.name}}\n{{/enumerate}}", 1)] {
            let rendered = render(text, json!({ "unit": { "name": name } })).unwrap();
            prop_assert_eq!(rendered.len(), blocks, "{}", text);
        }
    }

    #[test]
    fn a_value_of_one_line_is_one_text_and_any_other_is_none(value in "[ \t\n\r一a]{0,8}") {
        let blocks = said("{{unit.name}}", &value).filled();
        let found = match &*blocks {
            [Block::Paragraph(words)] => match words.as_slice() {
                [Inline::Text(text)] => Some(text.clone()),
                _ => None,
            },
            _ => None,
        };
        prop_assert_eq!(crate::one_line(&value), found);
    }

    #[test]
    fn what_says_nothing_is_empty_before_it_is_filled(value in "[ \n一]{0,2}", place in select(vec!["{{unit.name}}", "a{{unit.name}}", "- {{unit.name}}", "", "{{unit.name}}\n\n{{unit.name}}"])) {
        let rendered = said(place, &value);
        prop_assert_eq!(rendered.is_empty(), rendered.filled().is_empty());
    }
}

/// What a template says where `value` stands in its holes, also one that its data could not have.
fn said(template: &str, value: &str) -> Rendered {
    let mut set = TemplateSet::default();
    set.add("t", &Source::new("t.hbs", template), &section()).unwrap();
    let mut rendered = set.render("t", &Data::new(json!({ "unit": { "name": "云溪镇" } }))).unwrap();
    rendered.values.iter_mut().for_each(|own| value.clone_into(own));
    rendered
}
