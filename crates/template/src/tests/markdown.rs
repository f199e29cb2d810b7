//! What Markdown a report cannot carry is found in templates before there are any data, and nothing else is.

use handlebars::template::TemplateElement;
use huibian_diagnostic::{Location, Source};

use super::faults::speaks;
use super::{faults_in, report, section, shown};
use crate::partials::Partials;
use crate::skeleton::Skeleton;
use crate::{DeclaredSlot, Scope, SlotKind, TemplateSet, compile, mark};

fn sections() -> Scope {
    let mut scope = report();
    let place = Location::file("report.hbs");
    scope.slots =
        std::iter::once(("results".to_owned(), DeclaredSlot { kind: SlotKind::Sections, place })).collect();
    scope
}

fn check(scope: &Scope, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let faults = faults_in(text, scope, &[]);
        assert_eq!(shown(&faults), *expected, "{text}");
        faults.iter().for_each(speaks);
    }
}

#[test]
fn what_no_report_can_carry_is_found_in_its_place() {
    check(
        &section(),
        &[
            ("甲\n\n![图](pictures/ok.png)", &["T014 t.hbs:3:1 image"]),
            ("甲\n\n> 引文\n> 二", &["T014 t.hbs:3:1 quotation"]),
            ("见[此](http://b)页", &["T014 t.hbs:1:2 link"]),
            ("见<http://b>页", &["T014 t.hbs:1:2 link"]),
            ("[甲]: http://b", &["T014 t.hbs:1:1 link"]),
            ("甲`x`乙", &["T014 t.hbs:1:2 code"]),
            ("```\nx\n```", &["T014 t.hbs:1:1 code"]),
            ("*斜体*", &["T014 t.hbs:1:1 emphasis"]),
            ("__着重__", &["T014 t.hbs:1:1 emphasis"]),
            ("{{unit.name}}：*{{unit.name}}*", &["T014 t.hbs:1:15 emphasis"]),
            ("a<br>b<br>c", &["T014 t.hbs:1:2 html"]),
            ("甲\n\n<!-- x\ny -->\n", &["T014 t.hbs:3:1 html"]),
            ("- 甲\n  - 乙\n  - 丙\n- 丁", &["T014 t.hbs:2:3 nested-list"]),
            ("- 甲\n    - 乙", &["T014 t.hbs:2:5 nested-list"]),
            ("- 甲\n\n  乙", &["T014 t.hbs:3:3 list-item"]),
            ("- 甲\n\n    乙", &["T014 t.hbs:3:5 list-item"]),
            ("- 甲\n  # 乙", &["T014 t.hbs:2:3 list-item"]),
            ("- 甲\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |", &["T014 t.hbs:3:3 table"]),
            ("甲\n\n3. 三\n4. 四", &["T014 t.hbs:3:1 list-start"]),
            ("甲[^1]\n\n[^1]: 乙[^2]\n\n[^2]: 丙", &["T014 t.hbs:3:8 footnote"]),
            ("甲[^1]\n\n[^1]: 乙\n\n    丙", &["T016 t.hbs:5:1"]),
            (
                "{{#if facts.plan}}\n*甲*\n{{else}}\n> 乙\n{{/if}}",
                &["T014 t.hbs:2:1 emphasis", "T014 t.hbs:4:1 quotation"],
            ),
            (
                "{{#each fields.log}}\n- {{topic}}\n  - {{topic}}\n{{else}}\n无\n{{/each}}",
                &["T014 t.hbs:3:3 nested-list"],
            ),
        ],
    );
}

#[test]
fn what_hangs_on_the_data_is_left_to_them() {
    check(
        &section(),
        &[
            ("{{#if facts.plan}}\n1. 甲\n{{/if}}\n{{#if facts.note}}\n2. 乙\n{{else}}\n2. 丙\n{{/if}}", &[]),
            ("{{#if facts.plan}}5*3{{else}}6*2{{/if}}", &[]),
            ("{{#if facts.plan}}\n- 甲\n{{else}}\n  - 乙\n{{/if}}", &[]),
            ("{{#if facts.plan}}\n甲[^1]\n\n[^1]: 一\n{{else}}\n乙[^1]\n\n[^1]: 二\n{{/if}}", &[]),
            ("{{#if facts.plan}}甲[^1]{{/if}}\n\n[^1]: 一", &[]),
            ("**甲**：\\*乙\\*、\\<丙>、\\[^丁]\n\n***\n\n- 甲\n\n- 乙", &[]),
            ("甲 \\{{unit.name}} < 乙 > 丙 & 3*4", &[]),
            ("- 甲\n  乙\n- 丙", &[]),
        ],
    );
}

#[test]
fn footnotes_and_their_signs_go_together() {
    check(
        &section(),
        &[
            ("甲[^x]", &["T025 t.hbs:1:2 undefined"]),
            ("甲[^x]和[^X]\n\n[^x]: 一\n", &[]),
            ("甲[^x]\n\n[^x]: 一\n\n[^x]: 二", &["T025 t.hbs:5:1 twice"]),
            ("甲\n\n[^x]: 一", &["T025 t.hbs:3:1 unused"]),
            ("甲[^{{unit.name}}]\n\n[^{{unit.name}}]: 一", &["T025 t.hbs:1:2 tag", "T025 t.hbs:3:1 tag"]),
            ("甲[^x{{#if facts.plan}}y{{/if}}]\n\n[^xy]: 一", &["T025 t.hbs:1:2 tag"]),
            ("甲[^x]\n\n[^x]: {{unit.name}}", &[]),
            ("- 甲[^x]\n\n## 乙[^y]", &["T025 t.hbs:1:4 undefined", "T025 t.hbs:3:5 undefined"]),
        ],
    );
    let near = &faults_in("甲[^nots]\n\n[^note]: 一", &section(), &[])[0];
    assert_eq!(near.suggestion(), Some("note"));
}

#[test]
fn a_slot_for_sections_is_a_paragraph_by_itself() {
    check(
        &sections(),
        &[
            ("{{slot \"results\"}}\n文字", &["T012 t.hbs:1:1 beside"]),
            ("文字\n{{slot \"results\"}}", &["T012 t.hbs:2:1 beside"]),
            ("- {{slot \"results\"}}", &["T012 t.hbs:1:3 beside"]),
            ("## {{slot \"results\"}}", &["T012 t.hbs:1:4 beside"]),
            ("{{#slot \"results\"}}\n文字{{contents}}\n{{else}}\n无\n{{/slot}}", &["T012 t.hbs:2:3 beside"]),
            ("{{slot \"results\"}}\n\n文字", &[]),
            ("{{#slot \"results\"}}\n## 标题\n{{contents}}\n{{else}}\n无\n{{/slot}}", &[]),
            ("{{#if facts.plan}}\n文字\n{{else}}\n{{slot \"results\"}}\n{{/if}}", &[]),
            ("{{slot \"results\"}}\n{{! 说明 }}\n\n文字", &[]),
            ("{{slot \"results\"}}\n## 标题", &[]),
        ],
    );
}

#[test]
fn a_partial_is_looked_over_by_itself_and_in_its_place() {
    for (text, partial, expected) in [
        ("甲", "*乙*", &["T014 a.hbs:1:1 emphasis"][..]),
        ("甲[^1]\n\n{{> a}}", "[^1]: 乙", &[]),
        ("{{> a}}", "甲[^1]", &["T025 a.hbs:1:2 undefined"]),
        ("甲", "- 乙\n    - 丙", &["T014 a.hbs:2:5 nested-list"]),
        ("甲\n\n{{> a}}\n\n*乙*", "丙\n丁", &["T014 t.hbs:5:1 emphasis"]),
    ] {
        assert_eq!(shown(&faults_in(text, &section(), &[("a", partial)])), expected, "{text} {partial}");
    }
}

#[test]
fn headings_and_what_slots_stand_under_are_known() {
    let text = "# 甲\n\n{{#if facts.plan}}\n## 乙\n{{else}}\n### 丙\n{{/if}}\n{{slot \"results\"}}\n\n#### 丁\n\n{{slot \"plan\"}}\n\n{{#if facts.plan}}\n戊\n{{/if}}\n---\n";
    let mut set = TemplateSet::default();
    set.add("t", &Source::new("t.hbs", text), &report()).unwrap();
    let outline = set.outline("t").unwrap();
    let headings: Vec<_> =
        outline.headings.iter().map(|it| format!("{} {} {}", it.level, it.place, it.always)).collect();
    assert_eq!(headings, ["1 t.hbs:1:1 true", "2 t.hbs:4:1 false", "3 t.hbs:6:1 false", "4 t.hbs:10:1 true"]);
    let slots: Vec<_> = outline.slots.iter().map(|slot| (slot.name.as_str(), slot.under)).collect();
    assert_eq!(slots, [("results", 1), ("plan", 4)]);
}

/// The words of a template as Handlebars has them once it is parsed.
fn words_of(template: &handlebars::Template, words: &mut String) {
    for element in &template.elements {
        match element {
            TemplateElement::RawString(text) => words.push_str(text),
            TemplateElement::HelperBlock(block) => {
                let mut block = Some(&**block);
                while let Some(inner) = block {
                    inner.template.iter().for_each(|branch| words_of(branch, words));
                    let inverse = inner.inverse.as_ref();
                    let chained = inverse.and_then(|branch| match branch.elements.as_slice() {
                        [TemplateElement::HelperBlock(next)] => Some(&**next),
                        _ => None,
                    });
                    if chained.is_none() {
                        inverse.into_iter().for_each(|branch| words_of(branch, words));
                    }
                    block = chained;
                }
            }
            _ => {}
        }
    }
}

#[test]
fn tags_are_taken_out_as_handlebars_takes_them_out() {
    let mut texts: Vec<String> = [
        "甲\n{{#if facts.plan}}\n乙\n{{else if facts.note}}\n丙\n{{else}}\n丁\n{{/if}}\n戊\n",
        "  {{#if a}}\n  甲\n  {{/if}}  \n乙",
        "甲 {{~#if a~}} \n 乙 {{~/if~}} \n\n 丙 {{~b~}} 丁",
        "{{! 甲 }}\n{{!-- 乙\n丙 --}}\n丁{{! 戊 }}己\n{{#if a}}{{#if b}}\n甲\n{{/if}}{{/if}}\n乙",
        "{{#if a}}\n甲\n{{/if}}",
        "甲{{#each b}}\n- {{c}}\n{{/each}}\n乙{{> d}}\n{{> d}}\n丙 {{image \"x\"}}\n{{slot \"y\"}}",
        "**甲**\n\n***\n\n{{#zero \"n\"}}**乙**{{else}}丙{{/zero}}",
    ]
    .map(str::to_owned)
    .to_vec();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates");
    texts.push(std::fs::read_to_string(folder.join("ideology.hbs")).unwrap());
    for text in texts {
        let source = Source::new("t.hbs", text.as_str());
        let (template, _) = compile::compile("t", &source);
        let mut expected = String::new();
        words_of(&template.unwrap(), &mut expected);
        let skeleton = Skeleton::of(&source, &Partials::default());
        let word = format!("{}0{}", mark::DATA, mark::END);
        let placed = format!("\n\n{}{word}\n\n", mark::PLACED);
        let mut found = skeleton.text.replace(&placed, "").replace(&word, "");
        for slot in &skeleton.slots {
            found = found.replace(&skeleton.text[slot.at.clone()], "");
        }
        assert_eq!(
            found
                .replace(&format!("\n\n{}\n\n", mark::ENUMERATION), "")
                .replace(&format!("\n\n{}", mark::ENUMERATION_END), ""),
            expected,
            "{text}"
        );
    }
}
