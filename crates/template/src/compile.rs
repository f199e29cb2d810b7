//! A template's text parsed by Handlebars, and its plain text looked over for what Markdown would misread.

use std::sync::Arc;

use handlebars::template::TemplateElement;
use handlebars::{Template, TemplateErrorReason};
use huibian_contract::text::is_allowed;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};

use crate::{lines, mark, pieces};
use huibian_tags::{self as tags, Imbalance};

/// Parses a template. Faults of its lines come along even where it parses.
pub fn compile(name: &str, source: &Arc<Source>) -> (Option<Template>, Faults) {
    let (template, mut faults) = compile_words(name, source);
    if template.is_some() {
        faults.extend(lines::check(source));
    }
    (template, faults)
}

/// Parses a template whose lines are no Markdown.
pub fn compile_words(name: &str, source: &Arc<Source>) -> (Option<Template>, Faults) {
    if let Some((at, c)) = source.text.char_indices().find(|(_, c)| !is_allowed(*c)) {
        let fault = Diagnostic::new(Code::TemplateSyntax).with("reason", "character");
        return (None, fault.at(Location::span(source, at..at + c.len_utf8())).into());
    }
    let unbalanced = tags::imbalance(&source.text);
    if let Some((Imbalance::Nested, span)) = unbalanced {
        let fault = Diagnostic::new(Code::TemplateSyntax).with("reason", "nested");
        return (None, fault.at(Location::span(source, span)).into());
    }
    match pieces::parse(&with_line_ends(&source.text), name) {
        Ok(mut template) => {
            mend(&mut template);
            (Some(template), Faults::new())
        }
        Err(failed) => {
            let (error, (line, column)) = *failed;
            let fault = Diagnostic::new(Code::TemplateSyntax);
            let fault = if let Some((imbalance, span)) = unbalanced {
                imbalanced(imbalance).at(Location::span(source, span))
            } else if let TemplateErrorReason::InvalidParam(words) = error.reason()
                && let Some(at) = source.text.find(words)
            {
                let line = words.lines().next().unwrap_or_default();
                fault.with("reason", "literal").at(Location::span(source, at..at + line.len()))
            } else {
                fault.with("reason", "syntax").at(Location::line(source, line, column))
            };
            (None, fault.into())
        }
    }
}

/// T001 for tags that do not go together.
pub fn imbalanced(imbalance: Imbalance) -> Diagnostic {
    let fault = Diagnostic::new(Code::TemplateSyntax);
    match imbalance {
        Imbalance::Braces => fault.with("reason", "braces"),
        Imbalance::Unclosed(name) => fault.with("reason", "unclosed").with("name", name),
        Imbalance::Stray(name) => fault.with("reason", "stray").with("name", name),
        Imbalance::Mismatch(name, close) => {
            fault.with("reason", "mismatch").with("name", name).with("close", close)
        }
        Imbalance::Nested => fault.with("reason", "nested"),
    }
}

/// A partial is written exactly where its tag stands: the line it stands on keeps its end, and the file's own last
/// line has none. Columns before the mark stay as they were.
fn with_line_ends(text: &str) -> String {
    let text = text.trim_end_matches(['\n', '\r']);
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    for tag in tags::scan(text) {
        let inside = &text[tag.span.clone()];
        let is_partial = inside.trim_start_matches(['{', '~', ' ']).starts_with('>');
        let rest = text[tag.span.end..].trim_start_matches([' ', '\t']);
        if is_partial && !tags::takes_space(inside).1 && (rest.is_empty() || rest.starts_with('\n')) {
            whole.push_str(&text[at..tag.span.end]);
            whole.push(mark::LINE_END);
            at = tag.span.end;
        }
    }
    whole.push_str(&text[at..]);
    whole
}

/// Takes the marks of line ends out again, and makes a mark of `**`: under CommonMark's flanking rule it is not strong
/// beside hanzi and their punctuation.
fn mend(template: &mut Template) {
    for element in &mut template.elements {
        match element {
            TemplateElement::RawString(text) if (text.contains("**") || text.contains(mark::LINE_END)) => {
                let mut mended = text.clone();
                for at in mark::strong(text).into_iter().rev() {
                    mended.replace_range(at..at + 2, mark::STRONG.encode_utf8(&mut [0; 4]));
                }
                *text = mended.replace(mark::LINE_END, "");
            }
            TemplateElement::HelperBlock(block) => {
                block.template.iter_mut().chain(&mut block.inverse).for_each(mend);
            }
            _ => {}
        }
    }
}
