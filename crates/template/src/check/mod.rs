//! Names in a template, held against what is declared, before anything runs. Handlebars' strict mode is silent about
//! a misspelt name in `{{#if}}` and `{{#each}}`; this is not.

mod call;
mod footnotes;
pub mod markdown;
mod names;
mod placed;
mod slots;

use std::sync::Arc;

use handlebars::Template;
use handlebars::template::{DecoratorTemplate, HelperTemplate, TemplateElement};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};

use crate::helpers;
use crate::partials::Partials;
use crate::placed::Uses;
use crate::scope::{NameKind, Scope};
use huibian_tags::RAW;
use names::{Frame, This};
use slots::Placements;

/// Partials that a template may unfold into, those inside others counted each time.
const MOST_EXPANSIONS: usize = 500;

/// Everything wrong with the names in a template and in the partials it includes, and what they place.
pub fn check(
    template: &Template,
    source: &Arc<Source>,
    scope: &Scope,
    partials: &Partials,
) -> (Faults, Uses) {
    let frame = Frame { this: Some(This::Names(&scope.names)), key: String::new(), in_loop: false };
    let mut checker = Checker {
        source,
        scope,
        partials,
        frames: vec![frame],
        present: Vec::new(),
        loops: 0,
        expansions: 0,
        inside_partial: 0,
        slots: Placements::default(),
        uses: Uses::default(),
        faults: Faults::new(),
    };
    checker.template(template, (1, 1));
    checker.unplaced_slots();
    let mut faults = Faults::new();
    faults.add_new(checker.faults);
    (faults, checker.uses)
}

/// Line and column, both from 1.
type Position = (usize, usize);

struct Checker<'c> {
    /// The file that is being read: the template's, or a partial's.
    source: &'c Arc<Source>,
    scope: &'c Scope,
    partials: &'c Partials,
    /// What `this` is, innermost last; never empty.
    frames: Vec<Frame<'c>>,
    /// Keys of values that the branches around are known to have.
    present: Vec<String>,
    /// How many loops were entered so far: each has records of its own.
    loops: usize,
    expansions: usize,
    inside_partial: usize,
    slots: Placements,
    /// Pictures and charts that are named.
    uses: Uses,
    faults: Faults,
}

impl<'c> Checker<'c> {
    fn fail(&mut self, code: Code, at: Position, name: &str, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        let place = self.place_of(at, name);
        self.faults.push(fill(Diagnostic::new(code)).at(place));
    }

    fn unsupported(&mut self, construct: &str, text: &str, at: Position) {
        self.fail(Code::UnsupportedHandlebars, at, text, |d| d.with("construct", construct));
    }

    /// Where `name` stands at or after the element's line and column.
    fn place_of(&self, (line, column): Position, name: &str) -> Location {
        let start = Location::line(self.source, line, column);
        match start.text_and_span() {
            Some((text, span)) => match text[span.start..].find(name) {
                Some(offset) if !name.is_empty() => {
                    let at = span.start + offset;
                    Location::span(self.source, at..at + name.len())
                }
                _ => start,
            },
            None => start,
        }
    }

    /// `outer` is where the element around begins: the branches of `{{else if}}` have no position of their own.
    fn template(&mut self, template: &'c Template, outer: Position) {
        for (index, element) in template.elements.iter().enumerate() {
            let at = template.mapping.get(index).map_or(outer, |mapping| (mapping.0, mapping.1));
            match element {
                TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
                TemplateElement::HtmlExpression(_) => self.fail(Code::Unescaped, at, "{{{", |d| d),
                TemplateElement::Expression(call) => self.expression(call, at),
                TemplateElement::HelperBlock(call) => self.block(call, at),
                TemplateElement::PartialExpression(include) => self.partial(include, at),
                TemplateElement::PartialBlock(_) => self.unsupported("partial-block", "", at),
                _ => self.unsupported("decorator", "", at),
            }
        }
    }

    fn expression(&mut self, call: &'c HelperTemplate, at: Position) {
        let name = call.name.as_name().unwrap_or_default();
        if helpers::find(name).is_some() || !call.params.is_empty() || !call.hash.is_empty() {
            self.call(name, call, at);
            return;
        }
        let Some(found) = self.find(&call.name, at) else { return };
        let kind = match found.this {
            This::Names(_) | This::NameKind(NameKind::Group(_) | NameKind::Open) => "group",
            This::NameKind(NameKind::Number) => {
                self.fail(Code::PlainNumber, at, name, |d| d.with("name", name));
                return;
            }
            This::NameKind(NameKind::Text) => return self.must_be_there(&found, name, at),
            This::NameKind(NameKind::Date) => "date",
            This::NameKind(NameKind::Boolean) => "boolean",
            This::NameKind(NameKind::List(of)) if **of == NameKind::Text => "list",
            This::NameKind(NameKind::List(_)) => "rows",
        };
        self.fail(Code::NotPrintable, at, name, |d| d.with("name", name).with("found", kind));
    }

    fn block(&mut self, call: &'c HelperTemplate, at: Position) {
        let helper = call.name.as_name().unwrap_or_default();
        if self.is_raw(at) {
            return self.unsupported("raw-block", RAW, at);
        }
        let subject = self.call(helper, call, at);
        let key = subject.as_ref().map(|subject| subject.key.clone());
        let (then, otherwise) = match helper {
            "unless" => (None, key),
            "if" | "present" | "each" | "with" => (key, None),
            _ => (None, None),
        };
        let frame = match helper {
            "each" => {
                self.loops += 1;
                let this = subject.and_then(|subject| match subject.this {
                    This::NameKind(NameKind::List(of)) => Some(This::of(of)),
                    _ => None,
                });
                Some(Frame { this, key: format!("#{}", self.loops), in_loop: true })
            }
            "with" => {
                let (this, key) = subject.map(|subject| (subject.this, subject.key)).unzip();
                Some(Frame { this, key: key.unwrap_or_default(), in_loop: self.in_loop() })
            }
            _ => None,
        };
        let before = self.slots.begin();
        self.slots.enter(helper, call);
        self.branch(call.template.as_ref(), then, frame, at);
        let contents = self.slots.leave(helper);
        if let Some(slot) = contents.filter(|_| call.template.is_some()) {
            self.contents(&slot, at);
        }
        if helper == "each" {
            self.no_slot_in_a_loop(at);
        }
        let first = self.slots.begin();
        self.branch(call.inverse.as_ref(), otherwise, None, at);
        self.slots.join(before, first);
        self.slots_placed_twice(at);
    }

    /// Whether a block is written with four braces.
    fn is_raw(&self, (line, column): Position) -> bool {
        let start = Location::line(self.source, line, column);
        start.text_and_span().is_some_and(|(text, span)| text[span.start..].starts_with(RAW))
    }

    fn branch(
        &mut self,
        template: Option<&'c Template>,
        known: Option<String>,
        frame: Option<Frame<'c>>,
        at: Position,
    ) {
        let Some(template) = template else { return };
        let (present, frames) = (self.present.len(), self.frames.len());
        self.present.extend(known);
        self.frames.extend(frame);
        self.template(template, at);
        self.frames.truncate(frames);
        self.present.truncate(present);
    }

    fn in_loop(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.in_loop)
    }

    /// A partial is read with the names of the place that includes it; its faults point into its own file.
    fn partial(&mut self, include: &'c DecoratorTemplate, at: Position) {
        let Some(name) = include.name.as_name() else { return self.unsupported("dynamic", ">", at) };
        if !include.params.is_empty() || !include.hash.is_empty() {
            return self.unsupported("arguments", name, at);
        }
        let Some(partial) = self.partials.get(name) else {
            // What partials include was looked up when they were added.
            if self.inside_partial == 0 {
                let known = self.partials.names();
                self.fail(Code::UnknownPartial, at, name, |d| d.with("name", name).suggest(name, known));
            }
            return;
        };
        let Some(template) = &partial.template else { return };
        if self.expansions == MOST_EXPANSIONS {
            return self.unsupported("expansions", name, at);
        }
        self.expansions += 1;
        let frame = self.frames.last().map(|frame| Frame {
            this: frame.this,
            key: frame.key.clone(),
            in_loop: frame.in_loop,
        });
        let outside = std::mem::replace(&mut self.source, &partial.source);
        self.inside_partial += 1;
        self.branch(Some(template), None, frame, (1, 1));
        self.inside_partial -= 1;
        self.source = outside;
    }
}
