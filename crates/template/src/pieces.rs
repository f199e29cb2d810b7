//! A template's text in pieces. Handlebars counts lines and columns from the beginning for each tag, so that a text twice as long
//! takes four times as long to parse; in pieces it takes twice as long.

use std::ops::Range;

use handlebars::template::TemplateElement;
use handlebars::{Template, TemplateError};

use crate::tags::{self, TagKind};

/// How many bytes a piece has at least, but for the last.
const PIECE: usize = 2048;

/// What Handlebars says of a template, and the line and the column of it.
pub type Failed = (TemplateError, (usize, usize));

/// Parses a template of a name as Handlebars would parse it whole. An error comes with its line and column in the whole text.
pub fn parse(text: &str, name: &str) -> Result<Template, Box<Failed>> {
    let mut whole: Option<Template> = None;
    let mut at = (0, 0);
    for piece in pieces(text) {
        let mut parsed =
            Template::compile_with_name(&text[piece.clone()], name.to_owned()).map_err(|error| {
                let (line, column) = error.pos().unwrap_or((1, 1));
                Box::new((error, moved(at, line, column)))
            })?;
        move_by(&mut parsed, at);
        at = after(at, &text[piece]);
        match &mut whole {
            Some(whole) => append(whole, parsed),
            None => whole = Some(parsed),
        }
    }
    Ok(whole.unwrap_or_default())
}

/// The pieces: cut in no block, and where no tag's removal of white space reaches from one side to the other.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    // What stands between tags of four braces is no template, nor is what a backslash stands before.
    if text.len() > PIECE && !text.contains("{{{{") && !text.contains('\\') {
        let (mut depth, mut last, mut takes_space) = (0_usize, 0..0, false);
        for tag in tags::scan(text) {
            if depth == 0
                && !takes_space
                && tag.span.start - start > PIECE
                && let Some(cut) = cut(text, &last, tag.span.start)
            {
                pieces.push(start..cut);
                start = cut;
            }
            match tag.kind {
                TagKind::Open(_) => depth += 1,
                TagKind::Close(_) => depth = depth.saturating_sub(1),
                TagKind::Else | TagKind::Comment | TagKind::Value | TagKind::Unclosed => {}
            }
            // What a tag takes away Handlebars takes away behind the comments after it, too.
            let is_comment = matches!(tag.kind, TagKind::Comment);
            takes_space = text[tag.span.clone()].ends_with("~}}") || (is_comment && takes_space);
            last = tag.span;
        }
    }
    pieces.push(start..text.len());
    pieces
}

/// A place between two tags where the text may be cut: behind the `last`, and before the one that starts at `next`.
fn cut(text: &str, last: &Range<usize>, next: usize) -> Option<usize> {
    let (words, after) = (&text[last.end..next], &text[next..]);
    let is_word = |c: char| !c.is_whitespace() && !matches!(c, '{' | '}');
    let inside = after.trim_start_matches('{').trim_start();
    let stands_in_line =
        !inside.starts_with(['#', '/', '^', '!', '>', '~', '*']) && !inside.starts_with("else");
    let keeps_space = !text[last.clone()].ends_with("~}}");
    let word = words.char_indices().find(|(at, c)| {
        let rest = &words[at + c.len_utf8()..];
        let is_bounded =
            rest.starts_with(is_word) || rest.contains('\n') || (rest.is_empty() && stands_in_line);
        is_word(*c) && is_bounded
    });
    if let Some((at, c)) = word {
        return Some(last.end + at + c.len_utf8());
    }
    // Behind a tag that stands behind words of its line, and before further ones.
    if keeps_space && words.starts_with(is_word) && text[..last.start].ends_with(is_word) {
        return Some(last.end);
    }
    // Between two ends of lines, neither of which a tag takes away.
    let end = words.find('\n').filter(|_| words.trim().is_empty())?;
    let is_kept = keeps_space && words[end + 1..].contains('\n') && !after.starts_with("{{~");
    is_kept.then_some(last.end + end + 1)
}

/// How many lines and columns lie before what follows a text, itself at such a place.
fn after((lines, columns): (usize, usize), text: &str) -> (usize, usize) {
    let line = text.rfind('\n').map_or(0, |end| end + 1);
    let further = text.bytes().filter(|byte| *byte == b'\n').count();
    let here = text[line..].chars().count();
    (lines + further, if further == 0 { columns + here } else { here })
}

fn moved((lines, columns): (usize, usize), line: usize, column: usize) -> (usize, usize) {
    (line + lines, if line == 1 { column + columns } else { column })
}

/// Gives elements the places they have in the whole.
fn move_by(template: &mut Template, at: (usize, usize)) {
    if at == (0, 0) {
        return;
    }
    for place in &mut template.mapping {
        (place.0, place.1) = moved(at, place.0, place.1);
    }
    for element in &mut template.elements {
        if let TemplateElement::HelperBlock(block) = element {
            block.template.iter_mut().chain(&mut block.inverse).for_each(|inner| move_by(inner, at));
        }
    }
}

/// Appends a piece; words on both sides of the cut are one element again.
fn append(whole: &mut Template, piece: Template) {
    let mut added = piece.elements.into_iter().zip(piece.mapping);
    if let Some(TemplateElement::RawString(before)) = whole.elements.last_mut() {
        match added.next() {
            Some((TemplateElement::RawString(words), _)) => before.push_str(&words),
            Some((element, mapping)) => {
                whole.elements.push(element);
                whole.mapping.push(mapping);
            }
            None => {}
        }
    }
    for (element, mapping) in added {
        whole.elements.push(element);
        whole.mapping.push(mapping);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What templates are made of.
    const PARTS: [&str; 16] = [
        "完工",
        "\n",
        "\n\n",
        " ",
        "{{a}}",
        "{{~b~}}",
        "{{#if a}}",
        "{{#each b}}\n",
        "{{else}}",
        "{{/if}}",
        "{{/each}}",
        "{{! c }}\n",
        "{{> part}}\n",
        "第一",
        "- 项目\n",
        "{{#if a}}有\n{{else}}\n无{{/if}}",
    ];

    /// Where elements stand that something may be told of; words are none.
    fn places(template: &Template) -> Vec<(usize, usize)> {
        let all = template.elements.iter().zip(&template.mapping);
        let told = all.filter(|(element, _)| !matches!(element, TemplateElement::RawString(_)));
        told.map(|(_, place)| (place.0, place.1)).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn in_pieces_a_template_is_what_it_is_whole(parts in prop::collection::vec(0..PARTS.len(), 0..900)) {
            let (mut text, mut open) = (String::new(), Vec::new());
            for part in parts.iter().map(|part| PARTS[*part]) {
                let close = match part {
                    "{{#if a}}" => { open.push("{{/if}}"); None }
                    "{{#each b}}\n" => { open.push("{{/each}}"); None }
                    "{{else}}" if open.is_empty() => continue,
                    "{{else}}" => open.pop(),
                    "{{/if}}" | "{{/each}}" => match open.pop() { None => continue, close => close },
                    _ => None,
                };
                match (part, close) {
                    ("{{else}}", Some(close)) => text += &["{{else}}", close].concat(),
                    (_, Some(close)) => text += close,
                    (part, None) => text += part,
                }
            }
            open.iter().rev().for_each(|close| text += close);
            let whole = Template::compile_with_name(&text, "t".to_owned());
            let parsed = parse(&text, "t");
            prop_assert_eq!(parsed.is_ok(), whole.is_ok());
            if let (Ok(parsed), Ok(whole)) = (parsed, whole) {
                prop_assert_eq!(places(&parsed), places(&whole));
                prop_assert!(parsed.elements == whole.elements, "{}", text);
            }
        }
    }

    #[test]
    fn a_long_template_is_cut_and_its_error_is_where_it_stands() {
        let text = "完工{{#if a}}有{{/if}}的。\n".repeat(400);
        assert!(pieces(&text).len() > 5);
        let Err(error) = parse(&(text + "完工{{#if}}"), "t") else { panic!("it is no template") };
        assert_eq!(error.1.0, 401);
    }
}
