//! What comes out of templates.

use huibian_diagnostic::Code;
use huibian_document::table::Align;
use serde_json::{Value, json};

use super::{render, render_with, words};
use crate::{Block, Inline};

fn data() -> Value {
    json!({
        "plugin": "opinion",
        "unit": { "name": "云溪镇" },
        "period": { "name": "2023年第二季度", "year": "2023", "start": "2023-04-01" },
        "facts": { "lead": "镇党委牵头", "names": ["甲", "乙"], "day": "2023-04-05" },
        "fields": { "total": 3, "log": [
            { "date": "2023-04-05", "topic": "防汛", "form": "座谈" },
            { "date": "2023-06-18", "topic": "安全", "handled": true },
        ] },
        "counts": { "found": "2", "other/sessions": "12" },
    })
}

fn said(text: &str) -> String {
    words(&render(text, data()).unwrap())
}

#[test]
fn days_are_written_as_reports_write_them() {
    assert_eq!(said("{{date period.start}}"), "2023年4月1日");
    assert_eq!(said("{{date period.start \"hanzi\"}}"), "二〇二三年四月一日");
    assert_eq!(said("{{month_day period.start}}"), "4月1日");
    assert_eq!(said("{{#if facts.day}}{{month_day facts.day \"hanzi\"}}{{/if}}"), "四月五日");
}

#[test]
fn counts_keep_their_keys_in_either_form() {
    assert_eq!(
        said("{{count \"found\"}}，{{hanzi \"found\"}}"),
        "〔opinion/found〕，〔opinion/found：汉字〕"
    );
    assert_eq!(said("{{count \"opinion/found\"}}"), "〔opinion/found〕");
    assert_eq!(
        said("{{#present \"other/sessions\"}}{{count \"other/sessions\"}}{{/present}}"),
        "〔other/sessions〕"
    );
}

#[test]
fn loops_see_their_rows_and_what_is_around() {
    let text = "{{#each fields.log}}{{hanzi @index}}、{{month_day date}}{{topic}}{{#if form}}（{{form}}）{{/if}}\
                {{#unless @last}}；{{else}}。{{../unit.name}}{{/unless}}{{else}}无{{/each}}";
    assert_eq!(said(text), "一、4月5日防汛（座谈）；二、6月18日安全。云溪镇");
    assert_eq!(said("{{#with unit}}{{name}}{{../period.name}}{{/with}}"), "云溪镇2023年第二季度");
    assert_eq!(said("{{#with unit.attributes}}有{{else}}无{{/with}}"), "无");
}

#[test]
fn tables_hold_values_and_counts() {
    let text = "| 专题 | 次数 |\n| --- | --: |\n{{#each fields.log}}\n| {{topic}} | {{count \"found\"}} |\n{{else}}\n| 无 | 0 |\n{{/each}}";
    let blocks = render(text, data()).unwrap();
    let Block::Table { align, rows } = &blocks[0] else { panic!("{blocks:?}") };
    assert_eq!(align, &[Align::Left, Align::Right]);
    assert_eq!(rows.len(), 3, "a head and two rows");
    assert_eq!(words(&blocks), "专题/次数/防汛/〔opinion/found〕/安全/〔opinion/found〕");
}

#[test]
fn footnotes_are_said_where_they_are_referred_to() {
    let text = "学习{{count \"found\"}}[^a]，**研讨[^b]**。\n\n[^a]: 见{{unit.name}}台账。\n\n[^b]: 含座谈。";
    assert_eq!(said(text), "学习〔opinion/found〕〔注：见云溪镇台账。〕，研讨〔注：含座谈。〕。");
}

#[test]
fn partials_are_written_where_they_stand() {
    let partials = [
        ("who", "{{unit.name}}"),
        ("row", "{{hanzi @index}}{{topic}}{{../../unit.name}}\n\n"),
        ("both", "{{> who}}和{{> who}}"),
    ];
    let said = |text| words(&render_with(text, &partials, data()).unwrap());
    assert_eq!(said("由{{> who}}负责"), "由云溪镇负责");
    assert_eq!(said("由{{> both}}负责"), "由云溪镇和云溪镇负责");
    assert_eq!(said("甲\n\n{{> who}}\n\n乙"), "甲|云溪镇|乙");
    assert_eq!(said("{{#each fields.log}}{{> row}}{{else}}无{{/each}}"), "一防汛云溪镇二安全云溪镇");
    assert_eq!(said("- {{> who}}\n- 乙"), "云溪镇/乙");
}

#[test]
fn a_line_of_stars_begins_a_new_page_like_any_other_rule() {
    let blocks = render("甲\n\n***\n\n**乙**\n\n* * *\n", data()).unwrap();
    assert_eq!(words(&blocks), "甲|---|乙|---");
}

/// In Markdown it would make a heading of them.
#[test]
fn a_line_of_dashes_right_below_words_begins_a_new_page() {
    for text in ["甲\n---\n乙", "{{#if facts.lead}}\n甲\n{{/if}}\n---\n乙", "甲\n   -----  \n乙"] {
        assert_eq!(words(&render(text, data()).unwrap()), "甲|---|乙", "{text}");
    }
    // An item that has no words.
    assert_eq!(words(&render("甲\n-\n", data()).unwrap()), "甲");
    let blocks = render("甲\n---\n", data()).unwrap();
    assert!(matches!(&*blocks, [Block::Paragraph(_), Block::PageBreak]), "{blocks:?}");
    assert_eq!(words(&render("## 甲\n---\n乙", data()).unwrap()), "甲|---|乙");
}

#[test]
fn stars_are_strong_beside_hanzi() {
    let blocks = render("甲**“{{unit.name}}”**是", data()).unwrap();
    let Block::Paragraph(content) = &blocks[0] else { panic!("{blocks:?}") };
    assert!(matches!(&content[1], Inline::Strong(strong) if strong.len() == 1), "{content:?}");
}

#[test]
fn an_empty_list_is_no_list() {
    let text = "{{#if facts.titles}}有{{else}}无{{/if}}{{#each facts.titles}}{{this}}{{else}}无{{/each}}";
    for titles in [json!([]), json!([" "]), json!(null)] {
        let mut data = data();
        data["facts"]["titles"] = titles;
        assert_eq!(words(&render(text, data).unwrap()), "无无");
    }
    let mut data = data();
    data["facts"]["titles"] = json!(["甲"]);
    assert_eq!(words(&render(text, data).unwrap()), "有甲");
}

#[test]
fn what_is_promised_and_blank_fails_in_the_file_that_says_it() {
    for lead in [json!(""), json!(" \u{3000}"), json!(null)] {
        let mut data = data();
        data["facts"]["lead"] = lead;
        let fault = render_with("甲\n{{> lead}}", &[("lead", "乙\n由{{facts.lead}}负责")], data).unwrap_err();
        assert_eq!(fault.code(), Code::ValueMissing);
        assert_eq!(fault.location().unwrap().to_string(), "lead.hbs:2:2");
    }
}

#[test]
fn markdown_that_a_report_cannot_carry_fails() {
    for (text, construct) in [
        ("- 甲\n  - 乙", "nested-list"),
        ("12. 甲", "list-start"),
        ("`甲`", "code"),
        ("> 甲", "quotation"),
        ("甲*乙*丙", "emphasis"),
        ("[甲](乙)", "link"),
        ("![甲](乙)", "image"),
        ("<br>", "html"),
        ("学习[^a]\n\n[^a]: - 一", "footnote"),
        ("学习[^a]\n\n[^a]: 一[^b]\n\n[^b]: 二", "footnote"),
        ("- | 甲 |\n  | --- |\n  | 乙 |", "table"),
    ] {
        assert_eq!(crate::markdown::parse(text), Err(construct), "{text}");
    }
    let text = "{{#if facts.plan}}\n1. 甲\n{{/if}}\n2. 乙";
    let fault = render(text, json!({ "facts": {} })).unwrap_err();
    assert_eq!(super::shown(&[fault]), ["T014 t.hbs list-start"]);
}
