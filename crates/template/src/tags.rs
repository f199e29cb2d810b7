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
    /// `{{#name`
    Open(&'t str),
    /// `{{/name`
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

/// All tags in order.
pub fn scan(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find("{{") {
        let start = at + offset;
        // One backslash takes a tag its meaning; before several it has it (the grammar of handlebars, `escape`).
        if text[..start].ends_with('\\') && !text[..start].ends_with("\\\\") {
            at = start + 2;
            continue;
        }
        let rest = &text[start..];
        let end_mark = match rest {
            rest if rest.starts_with("{{!--") => "--}}",
            rest if rest.starts_with("{{{{") => "}}}}",
            rest if rest.starts_with("{{{") => "}}}",
            _ => "}}",
        };
        let Some(length) = rest.find(end_mark) else {
            tags.push(Tag { span: start..start + 2, kind: TagKind::Unclosed });
            break;
        };
        at = start + length + end_mark.len();
        tags.push(Tag { span: start..at, kind: kind(&rest[2..length]) });
    }
    tags
}

fn kind(inside: &str) -> TagKind<'_> {
    let inside = inside.trim_start();
    let inside = inside.strip_prefix('~').unwrap_or(inside).trim_start();
    let name = |rest: &'_ str| -> usize {
        rest.find(|c: char| c.is_whitespace() || "~}>*(".contains(c)).unwrap_or(rest.len())
    };
    let word = &inside[..name(inside)];
    if let Some(rest) = inside.strip_prefix('#') {
        let rest = rest.trim_start_matches(['>', '*', ' ']);
        TagKind::Open(&rest[..name(rest)])
    } else if let Some(rest) = inside.strip_prefix('/') {
        let rest = rest.trim_start();
        TagKind::Close(&rest[..name(rest)])
    } else if inside.starts_with('!') {
        TagKind::Comment
    } else if word == "else" || inside.starts_with('^') {
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
