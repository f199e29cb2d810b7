//! A template's text in pieces. Handlebars counts lines and columns from the beginning for each tag, so that a text twice as long
//! takes four times as long to parse; in pieces it takes twice as long.

use std::ops::Range;

use handlebars::template::{HelperTemplate, TemplateElement};
use handlebars::{Template, TemplateError};

use crate::tags::{self, TagKind};

/// How many bytes a piece has at least, but for the last.
const PIECE: usize = 2048;

/// What Handlebars says of a template, and the line and the column of it.
pub type Failed = (TemplateError, (usize, usize));

/// A piece of a template.
#[derive(Debug, Default)]
struct Piece {
    /// What of the template it is.
    span: Range<usize>,
    /// The tags that open again, before it, the blocks that were cut in; they have one line.
    openers: String,
    /// How many blocks these are.
    depth: usize,
    /// The tags that close, behind it, the blocks that are cut in.
    closers: String,
}

/// A block that is open where a tag stands.
struct Open<'t> {
    name: &'t str,
    tag: &'t str,
    /// The tag of its second branch, once that has begun.
    branch: Option<&'t str>,
    /// Whether it may be cut in.
    is_plain: bool,
}

/// Parses a template of a name as Handlebars would parse it whole. An error comes with its line and column in the whole text.
pub fn parse(text: &str, name: &str) -> Result<Template, Box<Failed>> {
    let mut whole: Option<Template> = None;
    let mut at = (0, 0);
    for piece in pieces(text) {
        let words = &text[piece.span];
        let own = [&piece.openers, words, &piece.closers].concat();
        let from = Offset { lines: at.0, columns: at.1, openers: piece.openers.chars().count() };
        let mut parsed = Template::compile_with_name(&own, name.to_owned()).map_err(|error| {
            let (line, column) = error.pos().unwrap_or((1, 1));
            Box::new((error, from.moved(line, column)))
        })?;
        move_by(&mut parsed, &from);
        at = after(at, words);
        match &mut whole {
            Some(whole) => append(whole, parsed, piece.depth),
            None => whole = Some(parsed),
        }
    }
    Ok(whole.unwrap_or_default())
}

/// The pieces: cut where no tag's removal of white space reaches from one side to the other. A block that is cut in is closed
/// behind one piece and opened again before the next.
fn pieces(text: &str) -> Vec<Piece> {
    let (mut pieces, mut piece) = (Vec::new(), Piece::default());
    // What stands between tags of four braces is no template, nor is what a backslash stands before.
    if text.len() > PIECE && !text.contains("{{{{") && !text.contains('\\') {
        let (mut open, mut last, mut takes_space) = (Vec::new(), 0..0, false);
        for tag in tags::scan(text) {
            if !takes_space
                && tag.span.start - piece.span.start > PIECE
                && let Some(mut next) = opened_again(&open)
                && let Some(cut) = cut(text, &last, tag.span.start, open.is_empty())
            {
                piece.span.end = cut;
                piece.closers = open.iter().rev().flat_map(|open| ["{{/", open.name, "}}"]).collect();
                next.span.start = cut;
                pieces.push(std::mem::replace(&mut piece, next));
            }
            let words = &text[tag.span.clone()];
            match tag.kind {
                TagKind::Open(name) => open.push(Open {
                    name,
                    tag: words,
                    branch: None,
                    is_plain: !words.contains('\n') && !inside(words).starts_with(['>', '*']),
                }),
                TagKind::Close(_) => drop(open.pop()),
                TagKind::Else => {
                    if let Some(open) = open.last_mut() {
                        open.is_plain &= matches!(inside(words), "else" | "");
                        open.branch = Some(words);
                    }
                }
                TagKind::Comment | TagKind::Value | TagKind::Unclosed => {}
            }
            // What a tag takes away Handlebars takes away behind the comments after it, too.
            let is_comment = matches!(tag.kind, TagKind::Comment);
            takes_space = words.ends_with("~}}") || (is_comment && takes_space);
            last = tag.span;
        }
    }
    piece.span.end = text.len();
    pieces.push(piece);
    pieces
}

/// What stands in a tag, without the signs of a block.
fn inside(tag: &str) -> &str {
    tag.trim_matches(['{', '}', '~', '#', '^', ' '])
}

/// The beginning of a piece inside blocks; none where they cannot be opened again, or not with few words.
fn opened_again(open: &[Open<'_>]) -> Option<Piece> {
    let openers: String = open.iter().flat_map(|open| [open.tag, open.branch.unwrap_or_default()]).collect();
    let is_short = openers.len() < PIECE / 4 && open.iter().all(|open| open.is_plain);
    is_short.then_some(Piece { openers, depth: open.len(), ..Piece::default() })
}

/// A place between two tags where the text may be cut: behind the `last`, and before the one that starts at `next`. In a block, words
/// stand on both sides.
fn cut(text: &str, last: &Range<usize>, next: usize, is_between_blocks: bool) -> Option<usize> {
    let (words, after) = (&text[last.end..next], &text[next..]);
    let is_word = |c: char| !c.is_whitespace() && !matches!(c, '{' | '}');
    let inside = after.trim_start_matches('{').trim_start();
    let stands_in_line =
        !inside.starts_with(['#', '/', '^', '!', '>', '~', '*']) && !inside.starts_with("else");
    let keeps_space = !text[last.clone()].ends_with("~}}");
    let word = words.char_indices().find(|(at, c)| {
        let rest = &words[at + c.len_utf8()..];
        let is_bounded = rest.starts_with(is_word)
            || (is_between_blocks && rest.contains('\n'))
            || (rest.is_empty() && stands_in_line);
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
    let end = words.find('\n').filter(|_| is_between_blocks && words.trim().is_empty())?;
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

/// Where a piece begins.
struct Offset {
    lines: usize,
    columns: usize,
    /// How many characters stand before it that are not the text's own.
    openers: usize,
}

impl Offset {
    fn moved(&self, line: usize, column: usize) -> (usize, usize) {
        let column =
            if line == 1 { (column + self.columns).saturating_sub(self.openers).max(1) } else { column };
        (line + self.lines, column)
    }
}

/// Gives elements the places they have in the whole.
fn move_by(template: &mut Template, from: &Offset) {
    for place in &mut template.mapping {
        (place.0, place.1) = from.moved(place.0, place.1);
    }
    for element in &mut template.elements {
        if let TemplateElement::HelperBlock(block) = element {
            block.template.iter_mut().chain(&mut block.inverse).for_each(|inner| move_by(inner, from));
        }
    }
}

/// Appends a piece; words on both sides of the cut are one element again, and so are the blocks that were cut in, so many of them
/// inside each other.
fn append(whole: &mut Template, piece: Template, depth: usize) {
    let mut added = piece.elements.into_iter().zip(piece.mapping);
    match (whole.elements.last_mut(), added.next()) {
        (Some(TemplateElement::RawString(before)), Some((TemplateElement::RawString(words), _))) => {
            before.push_str(&words);
        }
        (Some(TemplateElement::HelperBlock(open)), Some((TemplateElement::HelperBlock(again), _)))
            if depth > 0 =>
        {
            go_on(open, *again, depth - 1);
        }
        (_, Some((element, mapping))) => {
            whole.elements.push(element);
            whole.mapping.push(mapping);
        }
        (_, None) => {}
    }
    for (element, mapping) in added {
        whole.elements.push(element);
        whole.mapping.push(mapping);
    }
}

/// A block goes on where it was cut in.
fn go_on(open: &mut HelperTemplate, again: HelperTemplate, depth: usize) {
    let (begun, rest) = if let Some(begun) = &mut open.inverse {
        (begun, again.inverse)
    } else {
        open.chain |= again.chain;
        open.inverse = again.inverse;
        (open.template.get_or_insert_default(), again.template)
    };
    if let Some(rest) = rest {
        append(begun, rest, depth);
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
                match part {
                    "{{#if a}}" => open.push(("{{/if}}", false)),
                    "{{#each b}}\n" => open.push(("{{/each}}", false)),
                    "{{else}}" => match open.last_mut() {
                        Some((_, has_else)) if !*has_else => *has_else = true,
                        _ => continue,
                    },
                    "{{/if}}" | "{{/each}}" => {
                        text += open.pop().map_or("", |(close, _)| close);
                        continue;
                    }
                    _ => {}
                }
                text += part;
            }
            open.iter().rev().for_each(|(close, _)| text += close);
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
        for around in ["{{#if a}}", "{{#if a}}{{else}}", "{{#each b}}{{#unless c}}"] {
            assert!(pieces(&format!("{around}{text}")).len() > 5, "{around}");
        }
        let Err(error) = parse(&(text + "完工{{#if}}"), "t") else { panic!("it is no template") };
        assert_eq!(error.1.0, 401);
    }
}
