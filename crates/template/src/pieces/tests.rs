//! In pieces a template is what it is whole.

use proptest::prelude::*;

use handlebars::Template;
use handlebars::template::TemplateElement;

use super::cut::{PIECE, pieces};
use super::parse;

/// What templates are made of.
const PARTS: [&str; 53] = [
    "完工",
    "\n",
    "\n\n",
    " ",
    "{{a}}",
    "{{~b~}}",
    "{{ ~b ~ }}",
    "{{{a}}}",
    "{{{~a~}}}",
    "{{#if a}}",
    "{{#each b}}\n",
    "{{else}}",
    "{{/if}}",
    "{{/each}}",
    "{{! c }}\n",
    "{{! c ~}}",
    "{{!--}} c {{#if a}} --}}",
    "{{! -- {{a}} --}}\n",
    "{{> part}}\n",
    "第一",
    "- 项目\n",
    "{{#if a}}有\n{{else}}\n无{{/if}}",
    "{{#if a}}{{/if}}",
    "{{a~}}",
    "\\",
    "\\{{a}}",
    "\\{{{{if a}}}}",
    "{{{{if a}}}}",
    "{{{{~if a~}}}}",
    "{{{{ if a }}}}\n",
    "{{{{/if}}}}",
    "\n{{{{~/if ~}}}}",
    "  {{{{/if}}}}\n",
    "{{{{if a}}}}{{#if a}}{{/each}}{{{x {{{{/if}}}}",
    "{{{{if a}}}}\n \n{{{{/if}}}}\n",
    "{{{{each b}}}}项\\{{{{/if}}}}\\\\{{{{/each}}}}",
    "{{{{if a}}}}项{{{{/each}}}}",
    "{{{{raw",
    "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\",
    "\\{{\\{{\\{{\\{{\\{{\\{{\\{{\\{{\\{{\\{{\\{{\\{{",
    "{{!-- c }}",
    "}}",
    "{{else if b}}",
    "{{~else if b~}}\n",
    "{{^}}",
    "{{#if\n a}}",
    "{{#> part}}",
    "{{#*inline \"a b\"}}\n",
    "{{#if a}}有{{else if b}}\n没有\n{{else}}{{#if a}}{{else if b}}无{{/if}}{{/if}}",
    "{{else}}",
    "{{/if}}",
    "{{/if}}",
    "{{/if}}",
];

/// Of these, in a template that is none, and seldom.
const WRONG: [&str; 3] = ["{{{{if a}}}}项{{{{/each}}}}", "{{{{raw", "{{!-- c }}"];

const RAW_ENDS: [&str; 3] = ["{{{{/if}}}}", "\n{{{{~/if ~}}}}", "  {{{{/if}}}}\n"];

/// Nothing is told of where words stand.
fn forget_places_of_words(template: &mut Template) {
    for (at, element) in template.elements.iter_mut().enumerate() {
        match element {
            TemplateElement::RawString(_) => {
                let place = template.mapping.get_mut(at);
                place.into_iter().for_each(|place| (place.0, place.1) = (0, 0));
            }
            TemplateElement::HelperBlock(block) => {
                block.template.iter_mut().chain(&mut block.inverse).for_each(forget_places_of_words);
            }
            TemplateElement::PartialBlock(block) | TemplateElement::DecoratorBlock(block) => {
                block.template.iter_mut().for_each(forget_places_of_words);
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn in_pieces_a_template_is_what_it_is_whole(
        parts in prop::collection::vec(0..PARTS.len(), 0..900),
        wrong in prop::option::weighted(0.1, 0..900_usize),
    ) {
        let (mut text, mut open, mut raw) = (String::new(), Vec::new(), false);
        for (number, part) in parts.iter().map(|part| PARTS[*part]).enumerate() {
            let is_raw_end = RAW_ENDS.contains(&part);
            // What a backslash takes its meaning begins and ends no block.
            let may_escape = text.ends_with('\\') && !text.ends_with("\\\\") || text.ends_with("\\{{");
            let is_escaped = may_escape && part.starts_with("{{") || text.ends_with('\\') && part.starts_with("\\{{");
            match part {
                _ if is_escaped && !part.ends_with("{{a}}") => continue,
                _ if WRONG.contains(&part) && wrong.is_none_or(|at| number < at) => continue,
                _ if raw => {
                    if part.contains("{{{{") && !is_raw_end && !part.starts_with('\\') {
                        continue;
                    }
                    raw = !is_raw_end;
                }
                _ if is_raw_end => continue,
                "{{#if a}}" | "{{#if\n a}}" => open.push(("{{/if}}", true)),
                "{{#each b}}\n" => open.push(("{{/each}}", true)),
                "{{#> part}}" => open.push(("{{/part}}", false)),
                "{{#*inline \"a b\"}}\n" => open.push(("{{/inline}}", false)),
                "{{else}}" | "{{^}}" => match open.last_mut() {
                    Some((_, may_branch)) if *may_branch => *may_branch = false,
                    _ => continue,
                },
                "{{else if b}}" | "{{~else if b~}}\n" if !open.last().is_some_and(|(_, may)| *may) => continue,
                "{{/if}}" | "{{/each}}" => {
                    text += open.pop().map_or("", |(close, _)| close);
                    continue;
                }
                "{{{{if a}}}}" | "{{{{~if a~}}}}" | "{{{{ if a }}}}\n" => raw = true,
                _ => {}
            }
            text += part;
        }
        text += if raw { "完{{{{/if}}}}" } else { "完" };
        open.iter().rev().for_each(|(close, _)| text += close);
        let whole = Template::compile_with_name(&text, "t".to_owned());
        let parsed = parse(&text, "t");
        prop_assert_eq!(parsed.is_ok(), whole.is_ok());
        prop_assert!(whole.is_ok() || wrong.is_some(), "{}", text);
        if let (Ok(mut parsed), Ok(mut whole)) = (parsed, whole) {
            forget_places_of_words(&mut parsed);
            forget_places_of_words(&mut whole);
            prop_assert!(parsed == whole, "{}", text);
        }
    }
}

#[test]
fn a_long_template_is_cut_and_its_error_is_where_it_stands() {
    let text = "完工{{#if a}}有{{/if}}的。\n".repeat(400);
    assert!(pieces(&text).len() > 5);
    for around in [
        "{{#if a}}",
        "{{#if a}}{{else}}",
        "{{#if a}}{{else if b}}{{else if c}}",
        "{{#if\na}}",
        "{{#> part}}",
        "{{#each b}}{{#unless c}}",
        "{{{{raw}}}}{{#if}}{{{{/raw}}}}",
        "{{!-- c }}",
    ] {
        assert!(pieces(&format!("{around}{text}")).len() > 5, "{around}");
    }
    for tight in [
        "{{#if a}}有{{/if}}",
        "{{#if a}}\n有\n{{/if}}\n",
        "{{a}}",
        "{{a}} ",
        "{{a}}\n",
        "\\{{a}}有{{a}}",
        "{{{{raw}}}}{{{{/raw}}}}",
        "\\",
        "\\{{",
    ] {
        let text = tight.repeat(4 * PIECE / tight.len());
        assert!(pieces(&text).len() > 2, "{tight}");
        assert!(pieces(&format!("{}{text}", "{{#if a}}".repeat(30))).len() > 2, "{tight} in blocks");
    }
    let Err(error) = parse(&(text + "完工{{#if}}"), "t") else { panic!("it is no template") };
    assert_eq!(error.1.0, 401);
}
