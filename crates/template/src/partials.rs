//! Pieces of wording that templates share: `{{> closing}}`. All are known before any template is read, so that a
//! cycle is found before it can be followed.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::Template;
use handlebars::template::TemplateElement;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};

use crate::compile::compile;
use crate::inclusions;

/// A piece of wording that templates share.
pub struct Partial {
    /// Its file.
    pub source: Arc<Source>,
    /// What it says; `None` where it does not parse or leads back to itself.
    pub template: Option<Template>,
}

/// The partials of a workspace, by name.
#[derive(Default)]
pub struct Partials {
    partials: BTreeMap<String, Partial>,
    /// Their names, each behind those that it includes.
    inner_first: Vec<String>,
}

/// A partial that another includes, and where.
pub type Include = (String, (usize, usize));

impl Partials {
    /// Reads all partials at once.
    ///
    /// # Errors
    /// Beside them: T001, T007, T008, T016 and T022.
    pub fn read(sources: &[(String, Arc<Source>)]) -> (Self, Faults) {
        let mut faults = Faults::new();
        let mut partials = BTreeMap::new();
        let mut includes: BTreeMap<&str, Vec<Include>> = BTreeMap::new();
        for (name, source) in sources {
            let (template, found) = compile(name, source);
            faults.extend(found);
            let found = includes.entry(name).or_default();
            if let Some(template) = &template {
                collect(template, (1, 1), found);
            }
            partials.insert(name.clone(), Partial { source: source.clone(), template });
        }
        for (name, source) in sources {
            for (included, at) in &includes[name.as_str()] {
                if !partials.contains_key(included) {
                    let known = partials.keys().map(String::as_str);
                    let fault = Diagnostic::new(Code::UnknownPartial).with("name", included);
                    faults.push(fault.suggest(included, known).at(place(source, *at, included)));
                }
            }
        }
        let found = inclusions::follow(&includes);
        for ((name, included, at), cycle) in found.cycles {
            let fault = Diagnostic::new(Code::PartialCycle).with("cycle", cycle.join(" → "));
            faults.extend(partials.get(name).map(|from| fault.at(place(&from.source, at, included))));
        }
        for (name, included, at) in found.too_deep {
            let fault = Diagnostic::new(Code::UnsupportedHandlebars).with("construct", "expansions");
            faults.extend(partials.get(name).map(|from| fault.at(place(&from.source, at, included))));
        }
        let inner_first = found.inner_first.into_iter().map(str::to_owned).collect();
        for name in found.unusable {
            if let Some(partial) = partials.get_mut(name) {
                partial.template = None;
            }
        }
        (Self { partials, inner_first }, faults)
    }

    pub fn get(&self, name: &str) -> Option<&Partial> {
        self.partials.get(name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.partials.keys().map(String::as_str)
    }

    /// Those that can be rendered, each behind those that it includes.
    pub fn inner_first(&self) -> impl Iterator<Item = (&str, &Template)> {
        self.inner_first.iter().filter_map(|name| Some((name.as_str(), self.get(name)?.template.as_ref()?)))
    }

    /// Those that can be rendered.
    pub fn sound(&self) -> impl Iterator<Item = (&str, &Arc<Source>, &Template)> {
        self.partials
            .iter()
            .filter_map(|(name, partial)| Some((name.as_str(), &partial.source, partial.template.as_ref()?)))
    }
}

fn place(source: &Arc<Source>, (line, column): (usize, usize), name: &str) -> Location {
    let start = Location::line(source, line, column);
    let found = start
        .text_and_span()
        .and_then(|(text, span)| text[span.start..].find(name).map(|offset| span.start + offset));
    found.map_or(start, |at| Location::span(source, at..at + name.len()))
}

/// The partials that a template includes.
fn collect(template: &Template, outer: (usize, usize), includes: &mut Vec<Include>) {
    for (index, element) in template.elements.iter().enumerate() {
        let at = template.mapping.get(index).map_or(outer, |mapping| (mapping.0, mapping.1));
        match element {
            TemplateElement::PartialExpression(include) => {
                includes.extend(include.name.as_name().map(|name| (name.to_owned(), at)));
            }
            TemplateElement::HelperBlock(block) => {
                for branch in block.template.iter().chain(&block.inverse) {
                    collect(branch, at, includes);
                }
            }
            _ => {}
        }
    }
}
