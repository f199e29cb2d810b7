//! The words of a Word file, a paragraph a line, that cannot be used: all that is wrong with how their tags are written, and with the
//! names in what is left without those.

use std::ops::Range;
use std::sync::Arc;

use handlebars::Template;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};

use crate::check::check;
use crate::compile::compile_words;
use crate::partials::Partials;
use crate::scope::Scope;
use huibian_tags::{self as tags, TagKind, balanced, without_braces};

/// Tags that are told of at once.
const MOST: usize = 50;

/// All that is wrong with words; `sound` is what of them goes together, all of it where it stands.
pub fn faults(source: &Arc<Source>, sound: &str, scope: &Scope, partials: &Partials) -> Faults {
    let (mut faults, rest) = without_misspelt(source, sound);
    let Some(rest) = rest else { return faults };
    let (template, found) = compile_words("", &Source::at(&source.path, &rest));
    let Some(template) = template else {
        // What no tag by itself is wrong with.
        let is_told = !faults.is_empty();
        faults.extend(found.into_iter().filter(|_| !is_told).map(|fault| replaced(fault, source)));
        return faults;
    };
    // Whether a value may be missing, and where a slot's contents go, depends on the blocks around.
    let depends = |fault: &Diagnostic| matches!(fault.code(), Code::MayBeMissing | Code::SlotUse);
    let is_whole = rest == source.text;
    let (found, _) = check(&template, source, scope, partials);
    faults.extend(found.into_iter().filter(|fault| is_whole || !depends(fault)));
    faults
}

/// What is wrong with each tag by itself, and the words without those and the blocks that they begin.
fn without_misspelt(source: &Arc<Source>, sound: &str) -> (Faults, Option<String>) {
    let (mut faults, mut left_out) = (Faults::new(), Vec::new());
    let all = tags::scan(sound);
    for (index, tag) in all.iter().enumerate() {
        let written = &sound[tag.span.clone()];
        let whole = match tag.kind {
            TagKind::Open(name) => format!("{written}{{{{/{name}}}}}"),
            TagKind::Else => format!("{{{{#if a}}}}{written}{{{{/if}}}}"),
            TagKind::Value => written.to_owned(),
            TagKind::Close(_) | TagKind::Comment | TagKind::Unclosed => continue,
        };
        if Template::compile(&whole).is_ok() {
            continue;
        }
        if faults.len() >= MOST {
            return (faults, None);
        }
        faults.extend(of_tag(source, sound, &tag.span));
        left_out.push(tag.span.start..tags::names_end(&all, index).unwrap_or(tag.span.end));
    }
    (faults, balanced(&without_braces(sound, &left_out)).1)
}

/// What is wrong with a tag where it stands.
fn of_tag(source: &Arc<Source>, text: &str, span: &Range<usize>) -> Faults {
    let before = 0..span.start;
    let alone = without_braces(&text[..span.end], &[before]);
    let (_, found) = compile_words("", &Source::at(&source.path, alone));
    let at = |fault: Diagnostic| match fault.location().and_then(Location::text_and_span) {
        Some((_, found)) if span.contains(&found.start) => replaced(fault, source),
        _ => fault.at(Location::span(source, span.clone())),
    };
    found.into_iter().map(at).collect()
}

/// A fault at the same place of another text.
fn replaced(fault: Diagnostic, source: &Arc<Source>) -> Diagnostic {
    match fault.location().and_then(Location::text_and_span) {
        Some((_, span)) => fault.at(Location::span(source, span)),
        None => fault,
    }
}
