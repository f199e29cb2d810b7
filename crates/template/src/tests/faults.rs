//! What is refused, each with its place and reason.

use huibian_diagnostic::{Catalog, Diagnostic, Lang};

use super::{faults_in, report, section, shown};
use crate::{Scope, helpers};

fn check(scope: &Scope, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let faults = faults_in(text, scope, &[]);
        assert_eq!(shown(&faults), [*expected], "{text}");
        faults.iter().for_each(speaks);
    }
}

/// A fault has a sentence and help in both languages, without holes and without the words the code uses.
pub fn speaks(fault: &Diagnostic) {
    for lang in [Lang::Zh, Lang::En] {
        let catalog = Catalog::of(lang);
        for text in [catalog.message(fault), catalog.help(fault).unwrap()] {
            assert!(!text.contains("{$") && !text.contains("{ $"), "{text}");
            for (name, value) in fault.arguments() {
                let is_word = matches!(&**name, "reason" | "construct" | "found") && lang == Lang::Zh;
                let value = value.to_string();
                let said = is_word && helpers::find(value.as_str()).is_none();
                assert!(!said || !text.contains(&value), "{text} says {value}");
            }
        }
    }
}

fn passes(scope: &Scope, texts: &[&str]) {
    for text in texts {
        assert_eq!(shown(&faults_in(text, scope, &[])), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn names_are_found_where_strict_mode_is_silent() {
    check(
        &section(),
        &[
            ("一{{#if facts.plam}}x{{/if}}", "T002 t.hbs:1:8"),
            ("{{#each facts.titels}}{{this}}{{/each}}", "T002 t.hbs:1:9"),
            ("a\n{{unit.nam}}", "T002 t.hbs:2:3"),
            ("{{unit.name.x}}", "T002 t.hbs:1:3"),
            ("{{../unit.name}}", "T002 t.hbs:1:3"),
            ("{{@index}}", "T002 t.hbs:1:3"),
            ("{{#zero \"fond\"}}无{{/zero}}", "T002 t.hbs:1:10"),
            ("{{#if facts.open}}{{else if facts.typo}}x{{/if}}", "T002 t.hbs:1:29"),
            ("{{nothing \"x\"}}", "T003 t.hbs:1:3"),
            ("{{lookup facts \"x\"}}", "T003 t.hbs:1:3"),
            ("{{counts.found}}", "T004 t.hbs:1:3"),
            ("{{fields.total}}", "T004 t.hbs:1:3"),
            ("{{#if counts.found}}x{{/if}}", "T005 t.hbs:1:7"),
            ("{{#if fields.total}}x{{/if}}", "T005 t.hbs:1:7"),
            ("{{{unit.name}}}", "T006 t.hbs:1:1"),
            ("{{&unit.name}}", "T006 t.hbs:1:1"),
        ],
    );
}

#[test]
fn a_name_inside_a_loop_is_relative_to_its_row() {
    check(
        &section(),
        &[
            ("{{#each fields.log}}{{topics}}{{else}}无{{/each}}", "T002 t.hbs:1:23"),
            ("{{#each fields.log}}{{unit.name}}{{else}}无{{/each}}", "T002 t.hbs:1:23"),
            ("{{#each fields.log}}{{form}}{{else}}无{{/each}}", "T009 t.hbs:1:23"),
            ("{{#each fields.log}}{{people}}{{else}}无{{/each}}", "T004 t.hbs:1:23"),
            ("{{#each fields.log}}{{@index}}{{else}}无{{/each}}", "T004 t.hbs:1:23"),
            ("{{#each fields.log}}{{#if @index}}、{{/if}}{{else}}无{{/each}}", "T005 t.hbs:1:27"),
            ("{{#each fields.log}}{{this}}{{else}}无{{/each}}", "T010 t.hbs:1:23 group"),
            ("{{#each fields.log}}{{date}}{{else}}无{{/each}}", "T011 t.hbs:1:23 argument"),
            // Another row's column, asked about in this one.
            (
                "{{#if fields.log}}{{#each fields.log}}{{#if form}}{{#each ../fields.log}}{{form}}{{/each}}{{/if}}{{/each}}{{/if}}",
                "T009 t.hbs:1:76",
            ),
        ],
    );
    passes(
        &section(),
        &[
            "{{#each fields.log}}{{date date}}{{topic}}{{#if form}}{{form}}{{/if}}{{#unless @last}}、{{/unless}}{{else}}无{{/each}}",
            "{{#each fields.log}}{{hanzi @index}}、{{this.topic}}{{../unit.name}}{{@root.unit.name}}{{else}}无{{/each}}",
            "{{#each fields.log}}{{#if handled}}已办{{else}}未办{{/if}}{{else}}无{{/each}}",
            "{{#each facts.names}}{{this}}{{#with ../unit}}{{name}}{{../../period.name}}{{/with}}{{else}}无{{/each}}",
        ],
    );
    let outer = &faults_in("{{#each fields.log}}{{unit.name}}{{else}}无{{/each}}", &section(), &[])[0];
    assert_eq!(outer.suggestion(), Some("../unit.name"));
}

#[test]
fn what_may_be_missing_is_asked_about_first() {
    check(
        &section(),
        &[
            ("{{facts.plan}}", "T009 t.hbs:1:3"),
            ("{{list facts.titles}}", "T009 t.hbs:1:8"),
            ("{{list facts.names}}", "T009 t.hbs:1:8"),
            ("{{#each facts.titles}}{{this}}{{/each}}", "T009 t.hbs:1:9"),
            ("{{date facts.day}}", "T009 t.hbs:1:8"),
            ("{{unit.attributes.area}}", "T009 t.hbs:1:3"),
            ("{{#with unit.attributes}}x{{/with}}", "T009 t.hbs:1:9"),
            ("{{count \"rate\"}}", "T009 t.hbs:1:10"),
            ("{{#zero \"lost\"}}无{{/zero}}", "T009 t.hbs:1:10"),
            ("{{hanzi \"lost\"}}", "T009 t.hbs:1:10"),
            ("{{#if facts.plan}}x{{else}}{{facts.plan}}{{/if}}", "T009 t.hbs:1:30"),
            ("{{#unless facts.plan}}{{facts.plan}}{{/unless}}", "T009 t.hbs:1:25"),
            ("{{#if facts.note}}x{{else if facts.plan}}{{facts.note}}{{/if}}", "T009 t.hbs:1:44"),
            ("{{#if facts.plan}}x{{/if}}{{facts.plan}}", "T009 t.hbs:1:29"),
            ("{{#zero \"found\"}}{{count \"rate\"}}{{/zero}}", "T009 t.hbs:1:27"),
        ],
    );
    passes(
        &section(),
        &[
            "{{#if facts.plan}}{{#if facts.note}}{{facts.plan}}{{facts.note}}{{/if}}{{/if}}",
            "{{#unless facts.plan}}无{{else}}{{facts.plan}}{{/unless}}",
            "{{#unless facts.plan}}{{#if facts.note}}{{facts.note}}{{/if}}{{else if facts.note}}{{facts.plan}}{{/unless}}",
            "{{#if facts.note}}{{facts.note}}{{else if facts.plan}}{{facts.plan}}{{else}}无{{/if}}",
            "{{#if facts.titles}}{{list facts.titles}}{{#each facts.titles}}{{this}}{{/each}}{{/if}}",
            "{{#present \"opinion/rate\"}}{{count \"rate\"}}{{/present}}",
            "{{#present \"other/sessions\"}}{{count \"other/sessions\"}}{{/present}}",
            "{{#with unit.attributes}}{{#if area}}{{area}}{{/if}}{{else}}无{{/with}}",
            "{{#with facts}}{{#if plan}}{{@root.facts.plan}}{{plan}}{{/if}}{{/with}}",
            "{{#if unit.attributes.area}}{{unit.attributes.area}}{{/if}}",
        ],
    );
}

#[test]
fn helpers_take_what_they_are_for() {
    check(
        &section(),
        &[
            ("{{#if facts.titles}}{{facts.titles}}{{/if}}", "T010 t.hbs:1:23 list"),
            ("{{period.start}}", "T010 t.hbs:1:3 date"),
            ("{{facts.open}}", "T010 t.hbs:1:3 boolean"),
            ("{{unit}}", "T010 t.hbs:1:3 group"),
            ("{{fields.log}}", "T010 t.hbs:1:3 rows"),
            ("{{count}}", "T011 t.hbs:1:3 argument"),
            ("{{count found}}", "T011 t.hbs:1:3 quotes"),
            ("{{#if \"found\"}}x{{/if}}", "T011 t.hbs:1:4 name"),
            ("{{zero \"found\"}}", "T011 t.hbs:1:3 block"),
            ("{{if facts.plan}}", "T011 t.hbs:1:3 block"),
            ("{{enumerate}}", "T011 t.hbs:1:3 block"),
            ("{{#list facts.names}}x{{/list}}", "T011 t.hbs:1:4 inline"),
            ("{{count \"found\" \"rate\"}}", "T011 t.hbs:1:3 arguments"),
            ("{{#if facts.plan includeZero=true}}x{{/if}}", "T011 t.hbs:1:4 arguments"),
            ("{{#each unit.name}}{{typo}}{{/each}}", "T011 t.hbs:1:9 list"),
            ("{{#each unit}}x{{/each}}", "T011 t.hbs:1:9 list"),
            ("{{list unit.name}}", "T011 t.hbs:1:8 texts"),
            ("{{list fields.log}}", "T011 t.hbs:1:8 texts"),
            ("{{date unit.name}}", "T011 t.hbs:1:8 date"),
            ("{{month_day fields.total}}", "T011 t.hbs:1:13 date"),
            ("{{date period.start \"long\"}}", "T011 t.hbs:1:3 form"),
            ("{{#with unit.name}}x{{/with}}", "T011 t.hbs:1:9 group"),
            ("{{#present \"rate\"}}{{hanzi \"rate\"}}{{/present}}", "T011 t.hbs:1:22 whole"),
            ("{{hanzi unit.name}}", "T011 t.hbs:1:9 ordinal"),
            ("{{contents}}", "T011 t.hbs:1:3 contents"),
        ],
    );
}

#[test]
fn constructs_that_hide_names_are_refused() {
    check(
        &section(),
        &[
            ("{{#if (facts.plan)}}x{{/if}}", "T021 t.hbs:1:7 subexpression"),
            ("{{(facts.plan)}}", "T021 t.hbs:1:3 subexpression"),
            ("{{#each facts.names as |x|}}y{{else}}z{{/each}}", "T021 t.hbs:1:21 block-parameter"),
            ("{{> closing unit}}", "T021 t.hbs:1:5 arguments"),
            ("{{> closing a=\"b\"}}", "T021 t.hbs:1:5 arguments"),
            ("{{> (closing)}}", "T021 t.hbs:1:3 dynamic"),
            ("{{#> closing}}x{{/closing}}", "T021 t.hbs:1:1 partial-block"),
            ("{{#*inline \"x\"}}y{{/inline}}", "T021 t.hbs:1:1 decorator"),
            ("{{*inline \"x\"}}", "T021 t.hbs:1:1 decorator"),
            ("{{{{raw}}}}{{facts.pln}}{{{{/raw}}}}", "T021 t.hbs:1:1 raw-block"),
            ("甲{{{{ if facts.plan }}}}{{#if}}\\{{{{/if}}}}{{{{/if}}}}", "T021 t.hbs:1:2 raw-block"),
        ],
    );
}

#[test]
fn text_that_does_not_parse_says_why() {
    let deep = "{{#if facts.plan}}".repeat(50) + &"{{/if}}".repeat(50);
    let brackets = "(not ".repeat(5000) + "true" + &")".repeat(5000);
    let [deep_block, deep_branch] = [
        format!("甲{{{{#if {brackets}}}}}乙{{{{/if}}}}"),
        format!("{{{{#if facts.plan}}}}甲{{{{else if {brackets}}}}}乙{{{{/if}}}}"),
    ];
    check(
        &section(),
        &[
            ("a\n{{#if facts.plan}}x", "T001 t.hbs:2:1 unclosed"),
            ("{{/if}}", "T001 t.hbs:1:1 stray"),
            ("{{{{raw}}}}{{/if}}", "T001 t.hbs:1:1 unclosed"),
            ("甲{{{{raw}}}}{{{{if}}}}{{{{/if}}}}{{{{/raw}}}}", "T001 t.hbs:1:2 unclosed"),
            ("{{{{if facts.plan}}}}{{{{/raw}}}}", "T001 t.hbs:1:22 mismatch"),
            ("{{{{/if}}}}", "T001 t.hbs:1:1 stray"),
            ("{{#if facts.plan}}{{#zero \"found\"}}{{/if}}{{/zero}}", "T001 t.hbs:1:36 mismatch"),
            ("a{{unit.name", "T001 t.hbs:1:2 braces"),
            ("甲\u{FDD0}乙", "T001 t.hbs:1:2 character"),
            ("甲乙\u{7}", "T001 t.hbs:1:3 character"),
            ("{{unit..name}}", "T001 t.hbs:1:8 syntax"),
            ("甲\n{{image \"a.png\" alt=\"图\" caption=\"上\n下\"}}", "T001 t.hbs:2:33 literal"),
            (&deep, "T001 t.hbs:1:721 nested"),
            (&deep_block, "T001 t.hbs:1:2 nested"),
            (&deep_branch, "T001 t.hbs:1:20 nested"),
        ],
    );
}

#[test]
fn lines_that_markdown_would_misread_are_found() {
    check(
        &section(),
        &[
            ("甲\n\n    乙", "T016 t.hbs:3:1"),
            ("\t乙", "T016 t.hbs:1:1"),
            ("  {{#if facts.plan}}  乙{{/if}}", "T016 t.hbs:1:1"),
            ("    {{unit.name}}", "T016 t.hbs:1:1"),
            ("甲\n\n2023. 年", "T022 t.hbs:3:1"),
            ("{{period.year}}. 甲", "T022 t.hbs:1:1"),
        ],
    );
    passes(
        &section(),
        &[
            "{{#if facts.plan}}\n    {{#if facts.note}}\n- 甲\n    {{else}}\n- 乙\n    {{/if}}\n{{/if}}",
            "    {{! 说明 }}\n甲",
            "{{!-- 说明\n     第二行 --}}\n甲",
            "1. 甲\n1. 乙\n12. 丙",
            "2023\\. 年",
            "2023年",
        ],
    );
}

#[test]
fn slots_are_placed_once_in_every_way_the_report_can_turn_out() {
    let (results, plan) = ("{{slot \"results\"}}", "{{slot \"plan\"}}");
    let both = |text: &str| text.replace("RESULTS", results).replace("PLAN", plan);
    for (text, expected) in [
        ("RESULTS", "T012 report.hbs unplaced"),
        ("RESULTS\n\nPLAN\n\nRESULTS", "T012 t.hbs:5:9 twice"),
        ("RESULTS PLAN {{#if facts.plan}}PLAN{{/if}}", "T012 t.hbs:1:48 twice"),
        ("RESULTS {{#each facts.names}}PLAN{{else}}无{{/each}}", "T012 t.hbs:1:49 loop"),
        ("RESULTS PLAN {{slot \"rezults\"}}", "T012 t.hbs:1:44 undeclared"),
        ("RESULTS {{#slot \"plan\"}}无{{else}}无{{/slot}}", "T012 t.hbs:1:29 contents"),
        ("RESULTS {{#slot \"plan\"}}{{contents}}{{contents}}{{/slot}}", "T012 t.hbs:1:48 twice"),
    ] {
        let found = shown(&faults_in(&both(text), &report(), &[]));
        assert_eq!(found, [expected], "{text}");
    }
    passes(
        &report(),
        &[
            &both("{{#if facts.plan}}RESULTS PLAN{{else}}PLAN RESULTS{{/if}}"),
            &both("RESULTS {{#slot \"plan\"}}{{contents}}{{else}}无{{/slot}}"),
        ],
    );
    check(&section(), &[("{{slot \"results\"}}", "T012 t.hbs:1:9 section")]);
}

#[test]
fn partials_are_checked_with_the_names_of_the_place() {
    let closing = ("closing", "甲\n{{facts.plan}}");
    for (text, partials, expected) in [
        ("{{> closing}}", &[closing][..], &["T009 closing.hbs:2:3"][..]),
        ("{{#if facts.plan}}{{> closing}}{{/if}}", &[closing], &[]),
        (
            "{{#if facts.plan}}{{> closing}}{{/if}}{{> closing}}{{> closing}}",
            &[closing],
            &["T009 closing.hbs:2:3"],
        ),
        ("{{> closng}}", &[closing], &["T008 t.hbs:1:5"]),
        (
            "{{#each fields.log}}{{> row}}{{else}}无{{/each}}",
            &[("row", "{{topic}}{{hanzi @index}}{{../../unit.name}}")],
            &[],
        ),
        ("{{> row}}", &[("row", "{{topic}}")], &["T002 row.hbs:1:3"]),
        ("{{> a}}", &[("a", "{{> b}}"), ("b", "{{unit.nam}}")], &["T002 b.hbs:1:3"]),
        ("甲", &[("a", "{{> b}}")], &["T008 a.hbs:1:5"]),
        ("甲", &[("a", "{{#if")], &["T001 a.hbs:1:1 braces"]),
        ("甲", &[("a", "    乙")], &["T016 a.hbs:1:1"]),
        ("{{> a}}", &[("a", "{{> a}}")], &["T007 a.hbs:1:5 a → a"]),
        (
            "{{> x}}",
            &[("x", "{{> a}}"), ("a", "{{#if facts.plan}}{{> b}}{{/if}}"), ("b", "{{> a}}")],
            &["T007 b.hbs:1:5 a → b → a"],
        ),
    ] {
        let faults = faults_in(text, &section(), partials);
        assert_eq!(shown(&faults), expected, "{text} {partials:?}");
        faults.iter().for_each(speaks);
    }
    assert_eq!(faults_in("{{> closng}}", &section(), &[closing])[0].suggestion(), Some("closing"));
}

#[test]
fn partials_that_double_at_every_step_come_to_an_end() {
    let texts: Vec<_> =
        (0..30).map(|n| (format!("p{n}"), format!("{{{{> p{0}}}}}{{{{> p{0}}}}}", n + 1))).collect();
    let mut partials: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    partials.push(("p30", "甲"));
    let faults = shown(&faults_in("{{> p0}}", &section(), &partials));
    assert!(!faults.is_empty() && faults.iter().all(|fault| fault.ends_with("expansions")), "{faults:?}");
}
