//! Names in a template, held against what is declared, before anything runs. Handlebars' strict mode is silent about
//! a misspelt name in `{{#if}}` and `{{#each}}`; this is not.

use std::sync::Arc;

use handlebars::Template;
use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use huibian_contract::PluginId;
use huibian_diagnostic::{Code, Diagnostic, Place, Source};
use indexmap::IndexMap;

use crate::helpers;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something that prints.
    Text,
    /// A list of texts.
    List,
    /// Yes or no.
    Boolean,
}

/// The names a template may use.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Dotted names: `unit.name`; with whether they may be missing.
    pub names: IndexMap<String, (Kind, bool)>,
    /// Counts, by the names that `{{count}}` takes; with whether they may be missing.
    pub counts: IndexMap<String, bool>,
    /// The plugin whose section it is.
    pub plugin: Option<PluginId>,
    /// The slots that a report declares.
    pub slots: Vec<String>,
}

/// Everything wrong with the names in a template.
pub fn check(template: &Template, source: &Arc<Source>, scope: &Scope) -> Vec<Diagnostic> {
    let mut checker = Checker { source, scope, present: Vec::new(), each: 0, faults: Vec::new() };
    checker.template(template);
    checker.faults
}

struct Checker<'s> {
    source: &'s Arc<Source>,
    scope: &'s Scope,
    /// Names that the branches around are known to have.
    present: Vec<String>,
    /// How many `{{#each}}` stand around.
    each: usize,
    faults: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn fail(
        &mut self,
        code: Code,
        at: (usize, usize),
        name: &str,
        fill: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let place = self.place_of(at, name);
        self.faults.push(fill(Diagnostic::new(code)).at(place));
    }

    /// Where `name` stands at or after the element's line and column.
    fn place_of(&self, (line, column): (usize, usize), name: &str) -> Place {
        let start = Place::line(self.source, line, column);
        match start.text_and_span() {
            Some((text, span)) => match text[span.start..].find(name) {
                Some(offset) if !name.is_empty() => {
                    let at = span.start + offset;
                    Place::span(self.source, at..at + name.len())
                }
                _ => start,
            },
            None => start,
        }
    }

    fn template(&mut self, template: &Template) {
        for (element, mapping) in template.elements.iter().zip(&template.mapping) {
            let at = (mapping.0, mapping.1);
            match element {
                TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
                TemplateElement::HtmlExpression(_) => self.fail(Code::Unescaped, at, "{{{", |d| d),
                TemplateElement::Expression(call) => self.expression(call, at),
                TemplateElement::HelperBlock(call) => self.block(call, at),
                TemplateElement::DecoratorExpression(_) | TemplateElement::DecoratorBlock(_) => {
                    self.fail(Code::UnsupportedHandlebars, at, "", |d| d.with("construct", "{{*"));
                }
                TemplateElement::PartialExpression(_) | TemplateElement::PartialBlock(_) => {
                    self.fail(Code::UnsupportedHandlebars, at, "", |d| d.with("construct", "{{>"));
                }
                other => {
                    let construct = format!("{other:?}");
                    self.fail(Code::UnsupportedHandlebars, at, "", |d| d.with("construct", construct));
                }
            }
        }
    }

    fn expression(&mut self, call: &HelperTemplate, at: (usize, usize)) {
        let name = call.name.as_name().unwrap_or_default();
        if call.params.is_empty() && call.hash.is_empty() {
            if self.name(name, at) == Some(Kind::List) {
                self.fail(Code::NotPrintable, at, name, |d| d.with("name", name).with("found", "list"));
            }
            return;
        }
        self.call(name, call, at);
    }

    fn block(&mut self, call: &HelperTemplate, at: (usize, usize)) {
        let name = call.name.as_name().unwrap_or_default();
        self.call(name, call, at);
        let asked = call.params.first().map(|param| match param {
            Parameter::Literal(value) => format!("\"{}\"", value.as_str().unwrap_or_default()),
            other => other.as_name().unwrap_or_default().to_owned(),
        });
        let (then, otherwise) = match name {
            "if" | "present" | "each" => (asked, None),
            "unless" => (None, asked),
            _ => (None, None),
        };
        let each = usize::from(name == "each");
        for (branch, known, each) in [(&call.template, then, each), (&call.inverse, otherwise, 0)] {
            let Some(branch) = branch else { continue };
            let before = self.present.len();
            self.present.extend(known);
            self.each += each;
            self.template(branch);
            self.each -= each;
            self.present.truncate(before);
        }
    }

    fn call(&mut self, helper: &str, call: &HelperTemplate, at: (usize, usize)) {
        if !helpers::ALL.contains(&helper) {
            self.fail(Code::UnknownHelper, at, helper, |d| {
                d.with("name", helper).suggest(helper, helpers::ALL)
            });
            return;
        }
        let usage = |d: Diagnostic, reason: &str| d.with("name", helper).with("reason", reason);
        match call.params.first() {
            None if helper == "enumerate" => {}
            None => self.fail(Code::HelperUse, at, helper, |d| usage(d, "no argument")),
            Some(Parameter::Literal(value)) => match value.as_str() {
                Some(name) if helpers::OF_COUNTS.contains(&helper) => self.count(helper, name, at),
                Some(name) if helper == "slot" => {
                    if !self.scope.slots.iter().any(|slot| slot == name) {
                        let slots = self.scope.slots.iter().map(String::as_str);
                        self.fail(Code::SlotUse, at, name, |d| {
                            d.with("slot", name).with("reason", "not declared").suggest(name, slots)
                        });
                    }
                }
                _ => self.fail(Code::HelperUse, at, helper, |d| usage(d, "a literal")),
            },
            Some(param) => {
                let name = param.as_name().unwrap_or_default();
                if name.starts_with("counts.") && matches!(helper, "if" | "unless") {
                    self.fail(Code::CountAsCondition, at, name, |d| d.with("name", name));
                } else if helpers::OF_COUNTS.contains(&helper) || helper == "slot" {
                    self.fail(Code::HelperUse, at, name, |d| usage(d, "\"…\""));
                } else if matches!(helper, "if" | "unless" | "each") {
                    self.known(name, at);
                } else {
                    self.name(name, at);
                }
            }
        }
    }

    fn count(&mut self, helper: &str, name: &str, at: (usize, usize)) {
        let bare = self.scope.plugin.as_ref().and_then(|plugin| name.strip_prefix(plugin.as_str()));
        let bare = bare.and_then(|name| name.strip_prefix('/')).unwrap_or(name);
        match self.scope.counts.get(bare) {
            None => {
                let known = self.scope.counts.keys().map(String::as_str);
                self.fail(Code::UnknownName, at, name, |d| d.with("name", name).suggest(name, known));
            }
            Some(true) if helper != "present" && !self.present.contains(&format!("\"{name}\"")) => {
                self.fail(Code::MayBeMissing, at, name, |d| d.with("name", name));
            }
            Some(_) => {}
        }
    }

    /// A name that is printed or listed: it must exist, and be known to be there.
    fn name(&mut self, name: &str, at: (usize, usize)) -> Option<Kind> {
        let (kind, optional) = self.known(name, at)?;
        if optional && !self.present.iter().any(|present| present == name) {
            self.fail(Code::MayBeMissing, at, name, |d| d.with("name", name));
        }
        Some(kind)
    }

    /// A name that is asked about: it must exist.
    fn known(&mut self, name: &str, at: (usize, usize)) -> Option<(Kind, bool)> {
        if self.each > 0 && (matches!(name, "this" | "." | "") || name.starts_with('@')) {
            return Some((Kind::Text, false));
        }
        let known = self.scope.names.get(name).copied().filter(|_| self.each == 0);
        if known.is_none() {
            if name.starts_with("counts.") {
                self.fail(Code::PlainNumber, at, name, |d| d.with("name", name));
                return None;
            }
            let names = self.scope.names.keys().map(String::as_str);
            self.fail(Code::UnknownName, at, name, |d| d.with("name", name).suggest(name, names));
        }
        known
    }
}
