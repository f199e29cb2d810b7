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
    /// The tags that open again, before it, the blocks that were cut in, and a guard; without these tags, nothing.
    opened: String,
    guard: Guard,
    /// How many blocks these are.
    depth: usize,
    /// A guard, and the tags that close, behind it, the blocks that are cut in.
    closed: String,
    /// Whether the cut before it is between two tags that touch.
    is_between_tags: bool,
}

/// What stands beside a cut so that a tag there is seen amid its line, or at the start of it, as in the whole; taken away when
/// pieces are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Guard {
    #[default]
    None,
    /// A word.
    Word,
    /// A line.
    Line,
}

impl Guard {
    fn text(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Word => "x",
            Self::Line => "x\n",
        }
    }
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
        let words = &text[piece.span.clone()];
        let own = [&piece.opened, words, &piece.closed].concat();
        let from = Offset::of(at, &piece);
        let mut parsed = Template::compile_with_name(&own, name.to_owned()).map_err(|error| {
            let (line, column) = error.pos().unwrap_or((1, 1));
            Box::new((error, from.moved(line, column)))
        })?;
        move_by(&mut parsed, &from);
        at = after(at, words);
        match &mut whole {
            Some(whole) => append(whole, parsed, &piece, piece.depth),
            None => whole = Some(parsed),
        }
    }
    Ok(whole.unwrap_or_default())
}

/// The pieces: cut where no tag's removal of white space reaches from one side to the other. A block that is cut in is closed
/// behind one piece and opened again before the next.
fn pieces(text: &str) -> Vec<Piece> {
    let (mut pieces, mut piece) = (Vec::new(), Piece::default());
    // What stands between tags of four braces is no template.
    if text.len() > PIECE && !text.contains("{{{{") {
        let (mut open, mut last, mut takes_space) = (Vec::new(), 0..0, false);
        for tag in tags::scan(text) {
            let is_comment = matches!(tag.kind, TagKind::Comment);
            let may_touch = !takes_space && !is_comment && !text[tag.span.start..].starts_with("{{~");
            // What a tag takes away Handlebars takes away behind the comments after it, too.
            let reaches_over = takes_space && is_comment;
            if !reaches_over
                && tag.span.start - piece.span.start > PIECE.max(piece.opened.len() * 4)
                && let Some(opened) = opened_again(&open)
                && let Some((cut, guard)) = cut(text, &last, tag.span.start, may_touch)
            {
                piece.span.end = cut;
                piece.closed = std::iter::once(Guard::Word.text())
                    .chain(open.iter().rev().flat_map(|open| ["{{/", open.name, "}}"]))
                    .collect();
                let is_between_tags = last.end == tag.span.start;
                let opened = opened + guard.text();
                let next = Piece {
                    span: cut..cut,
                    opened,
                    guard,
                    depth: open.len(),
                    is_between_tags,
                    ..Piece::default()
                };
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
            takes_space = words.ends_with("~}}") || reaches_over;
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

/// The tags that open these blocks again; none where they cannot be.
fn opened_again(open: &[Open<'_>]) -> Option<String> {
    let tags = || open.iter().flat_map(|open| [open.tag, open.branch.unwrap_or_default()]);
    open.iter().all(|open| open.is_plain).then(|| tags().collect())
}

/// A place between two tags where the text may be cut, behind the `last` and before the one that starts at `next`, and what
/// guards what follows. Where no word stands between them they must leave white space to each other.
fn cut(text: &str, last: &Range<usize>, next: usize, may_touch: bool) -> Option<(usize, Guard)> {
    let words = &text[last.end..next];
    // What a backslash stands before may be a tag to one reader, and words to the other.
    let plain = &words[..words.find('\\').unwrap_or(words.len())];
    let is_word = |c: &(usize, char)| !c.1.is_whitespace() && !matches!(c.1, '{' | '}');
    if let Some((at, c)) = plain.char_indices().find(is_word) {
        return Some((last.end + at + c.len_utf8(), Guard::Word));
    }
    if words.starts_with('\\') {
        return Some((last.end, Guard::Word));
    }
    if !may_touch || !words.trim().is_empty() {
        return None;
    }
    let line = words.find('\n').map(|end| (last.end + end + 1, Guard::Line));
    line.or(Some((last.end, Guard::Word)))
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
    /// How many characters stand before it, in its first line, that are not the text's own.
    opened: usize,
}

impl Offset {
    fn of((lines, columns): (usize, usize), piece: &Piece) -> Self {
        match piece.guard {
            Guard::Line => Self { lines: lines.saturating_sub(1), columns, opened: 0 },
            Guard::None | Guard::Word => Self { lines, columns, opened: piece.opened.chars().count() },
        }
    }

    fn moved(&self, line: usize, column: usize) -> (usize, usize) {
        let column =
            if line == 1 { (column + self.columns).saturating_sub(self.opened).max(1) } else { column };
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
fn append(whole: &mut Template, parsed: Template, piece: &Piece, depth: usize) {
    let mut added = parsed.elements.into_iter().zip(parsed.mapping);
    match (whole.elements.last_mut(), added.next()) {
        (Some(TemplateElement::HelperBlock(open)), Some((TemplateElement::HelperBlock(again), _)))
            if depth > 0 =>
        {
            go_on(open, *again, piece, depth - 1);
        }
        (Some(TemplateElement::RawString(before)), Some((TemplateElement::RawString(words), _))) => {
            // The word that stood before the closing tags.
            before.pop();
            before.push_str(words.strip_prefix(piece.guard.text()).unwrap_or(&words));
            if piece.is_between_tags {
                whole.elements.pop();
                whole.mapping.pop();
            }
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
fn go_on(open: &mut HelperTemplate, again: HelperTemplate, piece: &Piece, depth: usize) {
    let (begun, rest) = if let Some(begun) = &mut open.inverse {
        (begun, again.inverse)
    } else {
        open.chain |= again.chain;
        open.inverse = again.inverse;
        (open.template.get_or_insert_default(), again.template)
    };
    if let Some(rest) = rest {
        append(begun, rest, piece, depth);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What templates are made of.
    const PARTS: [&str; 20] = [
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
        "{{#if a}}{{/if}}",
        "{{a~}}",
        "\\",
        "\\{{a}}",
    ];

    /// Nothing is told of where words stand.
    fn forget_places_of_words(template: &mut Template) {
        for (element, place) in template.elements.iter_mut().zip(&mut template.mapping) {
            match element {
                TemplateElement::RawString(_) => (place.0, place.1) = (0, 0),
                TemplateElement::HelperBlock(block) => {
                    block.template.iter_mut().chain(&mut block.inverse).for_each(forget_places_of_words);
                }
                _ => {}
            }
        }
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
            if let (Ok(mut parsed), Ok(mut whole)) = (parsed, whole) {
                forget_places_of_words(&mut parsed);
                forget_places_of_words(&mut whole);
                prop_assert_eq!(&parsed.mapping, &whole.mapping);
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
        for tight in
            ["{{#if a}}有{{/if}}", "{{#if a}}\n有\n{{/if}}\n", "{{a}}", "{{a}} ", "{{a}}\n", "\\{{a}}有{{a}}"]
        {
            let text = tight.repeat(4 * PIECE / tight.len());
            assert!(pieces(&text).len() > 2, "{tight}");
            assert!(pieces(&format!("{}{text}", "{{#if a}}".repeat(30))).len() > 2, "{tight} in blocks");
        }
        let Err(error) = parse(&(text + "完工{{#if}}"), "t") else { panic!("it is no template") };
        assert_eq!(error.1.0, 401);
    }
}
