//! The tags of a template, without their meaning: enough to say which block has no end, how deep blocks stand in
//! each other, and what of a line is text. Handlebars' own parser recurses, and tells of an open block only that
//! something is missing at the end of the file.
//!
//! It must not know what a tag means, nor where a text comes from.

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

/// Blocks inside of which a name means the same as outside; in others it is a row's or a part's.
const TRANSPARENT: [&str; 4] = ["if", "unless", "present", "zero"];
/// All other blocks.
const OTHERS: [&str; 3] = ["each", "with", "slot"];

/// The first imbalance, and where it is.
pub fn imbalance(text: &str) -> Option<(Imbalance, Range<usize>)> {
    let mut walk = Walk::default();
    for tag in scan(text) {
        walk.pass(text, tag);
        if !walk.found.is_empty() {
            break;
        }
    }
    walk.end().found.into_iter().next()
}

/// All imbalances, and where they are; and the text without those blocks, their braces made spaces so that all else stays where it is.
/// None where tags stand deeper in each other than is read.
pub fn balanced(text: &str) -> (Vec<(Imbalance, Range<usize>)>, Option<String>) {
    /// What is left out parts others seldom; more than that is read by nobody.
    const MOST: usize = 20;
    let walk = Walk::through(text);
    let (found, mut left_out, mut rest) = (walk.found, walk.left_out, text.to_owned());
    for _ in 0..MOST {
        if found.iter().any(|(imbalance, _)| *imbalance == Imbalance::Nested) {
            return (found, None);
        }
        if left_out.is_empty() {
            return (found, Some(rest));
        }
        rest = without_braces(&rest, &left_out);
        left_out = Walk::through(&rest).left_out;
    }
    (found, None)
}

/// A text of which these parts have spaces for braces.
pub fn without_braces(text: &str, parts: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for byte in parts.iter().cloned().flatten() {
        if matches!(bytes[byte], b'{' | b'}') {
            bytes[byte] = b' ';
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The end of the block that a tag begins, the last of all tags where it has none; in a block inside of which names mean the same, none.
pub fn names_end(tags: &[Tag<'_>], open: usize) -> Option<usize> {
    let TagKind::Open(name) = tags[open].kind else { return None };
    let mut depth = 0_usize;
    let ends = |tag: &&Tag<'_>| {
        match tag.kind {
            TagKind::Open(_) => depth += 1,
            TagKind::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    let end = tags[open..].iter().find(ends).or(tags.last()).map(|tag| tag.span.end);
    end.filter(|_| !TRANSPARENT.contains(&name))
}

/// A block that is open.
struct Open<'t> {
    name: &'t str,
    /// Its tags.
    tags: Vec<Range<usize>>,
    /// Whether it was told of.
    is_told: bool,
}

impl Open<'_> {
    /// What of a text goes with it, which it ends at.
    fn left_out(mut self, end: usize) -> Vec<Range<usize>> {
        if !TRANSPARENT.contains(&self.name) {
            self.tags.truncate(1);
            self.tags.iter_mut().for_each(|tag| tag.end = end);
        }
        self.tags
    }
}

/// Goes over the tags of a text.
#[derive(Default)]
struct Walk<'t> {
    open: Vec<Open<'t>>,
    depth: usize,
    length: usize,
    found: Vec<(Imbalance, Range<usize>)>,
    /// What does not go together.
    left_out: Vec<Range<usize>>,
}

impl<'t> Walk<'t> {
    fn through(text: &'t str) -> Self {
        let mut walk = Self::default();
        for tag in scan(text) {
            walk.pass(text, tag);
            if walk.found.last().is_some_and(|(found, _)| *found == Imbalance::Nested) {
                return walk;
            }
        }
        walk.end()
    }

    fn pass(&mut self, text: &'t str, tag: Tag<'t>) {
        let span = tag.span;
        self.length = text.len();
        // What stands in brackets is read by recursion, in the tag of a block as in any.
        let is_read = !matches!(tag.kind, TagKind::Comment | TagKind::Unclosed);
        if is_read && text[span.clone()].matches(['(', '[', '{']).count() > DEEPEST {
            return self.found.push((Imbalance::Nested, span));
        }
        match tag.kind {
            TagKind::Unclosed => {
                self.found.push((Imbalance::Braces, span.clone()));
                self.left_out.push(span.clone());
            }
            TagKind::Open(name) => {
                self.open.push(Open { name, tags: vec![span.clone()], is_told: false });
                self.depth += 1;
            }
            TagKind::Else => {
                if let Some(open) = self.open.last_mut() {
                    open.tags.push(span.clone());
                    self.depth += 1;
                }
            }
            TagKind::Close(name) => self.close(name, span.clone()),
            TagKind::Comment | TagKind::Value => {}
        }
        if self.depth > DEEPEST {
            self.found.push((Imbalance::Nested, span));
        }
    }

    fn close(&mut self, name: &str, span: Range<usize>) {
        let Some(last) = self.open.last_mut() else {
            self.left_out.push(span.clone());
            return self.found.push((Imbalance::Stray(name.to_owned()), span));
        };
        if last.name != name {
            last.is_told = true;
            self.found.push((Imbalance::Mismatch(last.name.to_owned(), name.to_owned()), span.clone()));
            self.left_out.push(span.clone());
        }
        let is_misspelt = ![&TRANSPARENT[..], &OTHERS].concat().contains(&name);
        let own = self.open.iter().rposition(|open| open.name == name);
        let Some(own) = own.or(is_misspelt.then(|| self.open.len() - 1)) else { return };
        let is_last = own + 1 == self.open.len();
        let open = self.open.remove(own);
        self.depth -= open.tags.len();
        if !is_last || open.name != name {
            self.left_out.extend(open.left_out(span.end));
        }
    }

    fn end(mut self) -> Self {
        for open in std::mem::take(&mut self.open).into_iter().rev() {
            if let Some(tag) = open.tags.first().filter(|_| !open.is_told) {
                self.found.push((Imbalance::Unclosed(open.name.to_owned()), tag.clone()));
            }
            self.left_out.extend(open.left_out(self.length));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Imbalance, balanced};

    #[test]
    fn all_that_does_not_go_together_is_told_once_and_left_out() {
        let unclosed = |name: &str| Imbalance::Unclosed(name.to_owned());
        let stray = |name: &str| Imbalance::Stray(name.to_owned());
        let mismatch = |open: &str, close: &str| Imbalance::Mismatch(open.to_owned(), close.to_owned());
        for (text, expected, rest) in [
            ("{{#if a}}甲{{b}}{{/if}}", vec![], "{{#if a}}甲{{b}}{{/if}}"),
            ("{{#if a}}甲{{else}}{{b}}", vec![unclosed("if")], "  #if a  甲  else  {{b}}"),
            ("{{a}}{{#each b}}{{c}}", vec![unclosed("each")], "{{a}}  #each b    c  "),
            ("{{/if}}{{a}}{{/each}}", vec![stray("if"), stray("each")], "  /if  {{a}}  /each  "),
            (
                "{{#if a}}甲{{#each b}}乙{{/if}}{{/each}}{{c}}",
                vec![mismatch("each", "if")],
                "  #if a  甲{{#each b}}乙  /if  {{/each}}{{c}}",
            ),
            (
                "{{#each a}}{{#if b}}{{c}}{{/each}}{{/if}}{{d}}",
                vec![mismatch("if", "each")],
                "  #each a    #if b    c    /each    /if  {{d}}",
            ),
            (
                "{{#if a}}{{#if b}}{{/iff}}{{c}}{{/if}}{{#if d}}",
                vec![mismatch("if", "iff"), unclosed("if")],
                "{{#if a}}  #if b    /iff  {{c}}{{/if}}  #if d  ",
            ),
            ("{{a}}{{b", vec![Imbalance::Braces], "{{a}}  b"),
        ] {
            let (found, left) = balanced(text);
            let found: Vec<_> = found.into_iter().map(|(found, _)| found).collect();
            assert_eq!(found, expected, "{text}");
            assert_eq!(left.as_deref(), Some(rest), "{text}");
        }
    }
}
