//! A template's text parsed by Handlebars, and its plain text looked over for what Markdown would misread.

use std::sync::Arc;

use handlebars::Template;
use handlebars::template::TemplateElement;
use huibian_diagnostic::{Code, Diagnostic, Place, Source};

use crate::tags::{self, Imbalance};
use crate::{lines, mark};

/// Parses a template. Faults of its lines come along even where it parses.
pub fn compile(name: &str, source: &Arc<Source>) -> (Option<Template>, Vec<Diagnostic>) {
    let unbalanced = tags::imbalance(&source.text);
    if let Some((Imbalance::Nested, span)) = unbalanced {
        let fault = Diagnostic::new(Code::TemplateSyntax).with("reason", "nested");
        return (None, vec![fault.at(Place::span(source, span))]);
    }
    match Template::compile_with_name(&source.text, name.to_owned()) {
        Ok(mut template) => {
            strong(&mut template);
            (Some(template), lines::check(source))
        }
        Err(error) => {
            let fault = Diagnostic::new(Code::TemplateSyntax);
            let fault = match unbalanced {
                Some((imbalance, span)) => describe(imbalance, fault).at(Place::span(source, span)),
                None => {
                    let (line, column) = error.pos().unwrap_or((1, 1));
                    fault.with("reason", "syntax").at(Place::line(source, line, column))
                }
            };
            (None, vec![fault])
        }
    }
}

fn describe(imbalance: Imbalance, fault: Diagnostic) -> Diagnostic {
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

/// `**` becomes a mark: under CommonMark's flanking rule it is not strong beside hanzi and their punctuation.
fn strong(template: &mut Template) {
    for element in &mut template.elements {
        match element {
            TemplateElement::RawString(text) if text.contains("**") => {
                *text = text.replace("**", mark::STRONG.encode_utf8(&mut [0; 4]));
            }
            TemplateElement::HelperBlock(block) => {
                block.template.iter_mut().chain(&mut block.inverse).for_each(strong);
            }
            _ => {}
        }
    }
}
