//! Pieces of wording that templates share: `{{> closing}}`. All are known before any template is read, so that a
//! cycle is found before it can be followed.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::Template;
use handlebars::template::TemplateElement;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};

use crate::compile::compile;

/// A piece of wording that templates share.
pub struct Partial {
    /// Its file.
    pub source: Arc<Source>,
    /// What it says; `None` where it does not parse or leads back to itself.
    pub template: Option<Template>,
}

/// The partials of a workspace, by name.
#[derive(Default)]
pub struct Partials(BTreeMap<String, Partial>);

/// A partial that another includes, and where.
type Include = (String, (usize, usize));

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
        let mut done = Vec::new();
        for name in partials.keys() {
            follow(name, &includes, &partials, &mut Vec::new(), &mut done, &mut faults);
        }
        for name in circular(&includes) {
            if let Some(partial) = partials.get_mut(name) {
                partial.template = None;
            }
        }
        (Self(partials), faults)
    }

    pub fn get(&self, name: &str) -> Option<&Partial> {
        self.0.get(name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Those that can be rendered.
    pub fn sound(&self) -> impl Iterator<Item = (&str, &Arc<Source>, &Template)> {
        self.0
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

/// Goes depth first through what `name` includes and reports each cycle once.
fn follow<'p>(
    name: &'p str,
    includes: &'p BTreeMap<&str, Vec<Include>>,
    partials: &BTreeMap<String, Partial>,
    path: &mut Vec<&'p str>,
    done: &mut Vec<&'p str>,
    faults: &mut Faults,
) {
    if done.contains(&name) {
        return;
    }
    path.push(name);
    for (included, at) in includes.get(name).into_iter().flatten() {
        if let Some(start) = path.iter().position(|step| step == included) {
            let mut cycle = path[start..].to_vec();
            cycle.push(included);
            let fault = Diagnostic::new(Code::PartialCycle).with("cycle", cycle.join(" → "));
            faults.extend(partials.get(name).map(|from| fault.at(place(&from.source, *at, included))));
        } else {
            follow(included, includes, partials, path, done, faults);
        }
    }
    path.pop();
    done.push(name);
}

/// Partials that lead back to themselves.
fn circular<'p>(includes: &BTreeMap<&'p str, Vec<Include>>) -> Vec<&'p str> {
    let leads_back = |name: &str| {
        let mut seen: Vec<&str> = Vec::new();
        let mut next = vec![name];
        while let Some(step) = next.pop() {
            for (included, _) in includes.get(step).into_iter().flatten() {
                if included == name {
                    return true;
                }
                if !seen.contains(&included.as_str()) {
                    seen.push(included);
                    next.push(included);
                }
            }
        }
        false
    };
    includes.keys().copied().filter(|name| leads_back(name)).collect()
}
