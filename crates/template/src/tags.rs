//! The tags of a template, without their meaning: enough to say which block has no end, how deep blocks stand in
//! each other, and what of a line is text. Handlebars' own parser recurses, and tells of an open block only that
//! something is missing at the end of the file.

use std::ops::Range;

/// One `{{…}}`.
pub struct Tag<'t> {
    /// Where it stands, braces included.
    pub span: Range<usize>,
    /// What it is.
    pub kind: TagKind<'t>,
}

/// What a tag does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TagKind<'t> {
    /// `{{#name`, `{{{{name`: what stands in a raw block has no tags.
    Open(&'t str),
    /// `{{/name`, `{{{{/name`
    Close(&'t str),
    /// `{{else}}`, `{{else if x}}`, `{{^}}`
    Else,
    /// `{{! …}}`
    Comment,
    /// A value, a helper or a partial: what it prints stands in the line.
    Value,
    /// Braces that never close.
    Unclosed,
}

/// What a raw block begins and ends with.
pub const RAW: &str = "{{{{";
/// White space to Handlebars.
const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

/// All tags in order.
pub fn scan(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let (mut at, mut is_raw, mut long_comments_end) = (0, false, true);
    while let Some(start) = next(text, at, is_raw) {
        let rest = &text[start..];
        let braces = rest.bytes().take(RAW.len()).take_while(|byte| *byte == b'{').count();
        let is_close = within(&rest[braces..]).starts_with('/');
        if is_raw && !is_close {
            // Handlebars has none inside each other.
            break;
        }
        let ends = if rest.starts_with("{{!") {
            comment_end(rest, &mut long_comments_end)
        } else {
            end(rest, braces)
        };
        let Some(end) = ends else {
            tags.push(Tag { span: start..start + 2, kind: TagKind::Unclosed });
            break;
        };
        at = start + end;
        is_raw = braces == RAW.len() && !is_close;
        let kind = match &rest[braces..end - braces] {
            inside if is_raw => TagKind::Open(name(within(inside))),
            _ if braces == 3 => TagKind::Value,
            inside => kind(inside),
        };
        tags.push(Tag { span: start..at, kind });
    }
    tags
}

/// Where the next tag begins. One backslash takes a tag its meaning, with four braces as with two; before several it has it
/// (the grammar of handlebars, `escape`).
fn next(text: &str, mut at: usize, is_raw: bool) -> Option<usize> {
    let braces = if is_raw { RAW } else { "{{" };
    loop {
        let start = at + text[at..].find(braces)?;
        if !text[..start].ends_with('\\') || text[..start].ends_with("\\\\") {
            return Some(start);
        }
        at = start + if text[start..].starts_with(RAW) { RAW.len() } else { 2 };
    }
}

/// How long a tag is that begins with so many braces.
fn end(tag: &str, braces: usize) -> Option<usize> {
    Some(tag.find(&"}}}}"[..braces])? + braces)
}

/// How long a comment is. One that begins with `--` ends with it, if any that follows does.
fn comment_end(comment: &str, long_ones_end: &mut bool) -> Option<usize> {
    let words = comment[3..].trim_start_matches(BLANK).strip_prefix("--");
    if let Some(words) = words.filter(|_| *long_ones_end) {
        if let Some(end) = words.find("--}}") {
            return Some(comment.len() - words.len() + end + 4);
        }
        *long_ones_end = false;
    }
    end(comment, 2)
}

/// Whether a tag takes away the white space before it, and behind it.
pub fn takes_space(tag: &str) -> (bool, bool) {
    let is_comment = tag.starts_with("{{!");
    let before = tag.trim_start_matches('{').trim_start_matches(BLANK).starts_with('~');
    let behind = tag.trim_end_matches('}').trim_end_matches(BLANK).ends_with('~');
    (!is_comment && before, !is_comment && behind)
}

/// What stands in a tag, without a sign that takes white space away.
fn within(inside: &str) -> &str {
    let inside = inside.trim_start();
    inside.strip_prefix('~').unwrap_or(inside).trim_start()
}

/// The name that words of a tag begin with.
fn name(words: &str) -> &str {
    let end = words.find(|c: char| c.is_whitespace() || "~}>*(".contains(c));
    &words[..end.unwrap_or(words.len())]
}

fn kind(inside: &str) -> TagKind<'_> {
    let inside = within(inside);
    if let Some(rest) = inside.strip_prefix('#') {
        TagKind::Open(name(rest.trim_start_matches(['>', '*', ' '])))
    } else if let Some(rest) = inside.strip_prefix('/') {
        TagKind::Close(name(rest.trim_start()))
    } else if inside.starts_with('!') {
        TagKind::Comment
    } else if name(inside) == "else" || inside.starts_with('^') {
        TagKind::Else
    } else {
        TagKind::Value
    }
}

/// What is wrong with how tags stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imbalance {
    /// Braces without end.
    Braces,
    /// `{{#name}}` without end.
    Unclosed(String),
    /// `{{/name}}` without beginning.
    Stray(String),
    /// A block that ends under another name.
    Mismatch(String, String),
    /// More blocks, or brackets of a tag, inside each other than a reader can follow.
    Nested,
}

/// Blocks inside blocks, branches of `{{else if}}` included.
const DEEPEST: usize = 40;

/// The first imbalance, and where it is.
pub fn imbalance(text: &str) -> Option<(Imbalance, Range<usize>)> {
    let mut open: Vec<(&str, Range<usize>, usize)> = Vec::new();
    let mut depth = 0;
    for tag in scan(text) {
        let span = tag.span.clone();
        // What stands in brackets is read by recursion, in the tag of a block as in any.
        let is_read = !matches!(tag.kind, TagKind::Comment | TagKind::Unclosed);
        if is_read && text[span.clone()].matches(['(', '[', '{']).count() > DEEPEST {
            return Some((Imbalance::Nested, span));
        }
        match tag.kind {
            TagKind::Unclosed => return Some((Imbalance::Braces, span)),
            TagKind::Open(name) => {
                open.push((name, span.clone(), 1));
                depth += 1;
            }
            TagKind::Else => {
                if let Some((_, _, levels)) = open.last_mut() {
                    *levels += 1;
                    depth += 1;
                }
            }
            TagKind::Close(name) => match open.pop() {
                None => return Some((Imbalance::Stray(name.to_owned()), span)),
                Some((opened, _, levels)) if opened == name => depth -= levels,
                Some((opened, _, _)) => {
                    return Some((Imbalance::Mismatch(opened.to_owned(), name.to_owned()), span));
                }
            },
            TagKind::Comment | TagKind::Value => {}
        }
        if depth > DEEPEST {
            return Some((Imbalance::Nested, tag.span));
        }
    }
    open.pop().map(|(name, span, _)| (Imbalance::Unclosed(name.to_owned()), span))
}
