//! Templates, compiled once and rendered for every unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::{Handlebars, RenderError, RenderErrorReason, Template};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result, Source};

use crate::check;
use crate::compile::{compile, compile_words};
use crate::data::Data;
use crate::evaluate::{Evaluated, Withheld};
use crate::excess::{BoundedText, Excess};
use crate::fill::Rendered;
use crate::helpers;
use crate::holes;
use crate::markdown::Block;
use crate::outline::Outline;
use crate::partials::Partials;
use crate::pieces;
use crate::placed::{Use, Uses};
use crate::program::{Included, Program};
use crate::scope::Scope;
use crate::skeleton::Skeleton;
use crate::typeset::Typeset;
use crate::words;

/// The templates of a workspace.
pub struct TemplateSet {
    registry: Handlebars<'static>,
    sources: BTreeMap<String, Arc<Source>>,
    /// What runs of those out of Word files.
    marked: BTreeMap<String, Arc<Source>>,
    partials: Partials,
    included: Included,
    /// Those templates that can be evaluated.
    programs: BTreeMap<String, Program>,
    typeset: Typeset,
    uses: Uses,
    outlines: BTreeMap<String, Outline>,
}

impl Default for TemplateSet {
    fn default() -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        helpers::register(&mut registry);
        Self {
            registry,
            sources: BTreeMap::new(),
            marked: BTreeMap::new(),
            partials: Partials::default(),
            included: Included::default(),
            programs: BTreeMap::new(),
            typeset: Typeset::default(),
            uses: Uses::default(),
            outlines: BTreeMap::new(),
        }
    }
}

impl TemplateSet {
    /// Reads all the partials there are, by name, before any template that includes them. Their names are checked
    /// where they are included, with the names of that place.
    ///
    /// # Errors
    /// T001, T007, T008, T014, T016, T022; templates that include a faulty partial can still be checked.
    pub fn add_partials(&mut self, sources: &[(String, Arc<Source>)]) -> Result<(), Faults> {
        let (partials, mut faults) = Partials::read(sources);
        check::markdown::check_partials(&partials, &mut faults);
        for (name, source, template) in partials.sound() {
            self.registry.register_template(name, template.clone());
            self.sources.insert(name.to_owned(), source.clone());
        }
        self.included = Included::of(&partials);
        self.partials = partials;
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Parses a template and checks every name in it, and its Markdown.
    ///
    /// # Errors
    /// All that is wrong with it, T001 to T025.
    pub fn add(&mut self, name: &str, source: &Arc<Source>, scope: &Scope) -> Result<(), Faults> {
        let (template, mut faults) = compile(name, source);
        let Some(template) = template else { return Err(faults) };
        let (found, uses) = check::check(&template, source, scope, &self.partials);
        faults.extend(found);
        let (found, outline) = check::markdown::check(&Skeleton::of(source, &self.partials), scope);
        check::markdown::told_once(&mut faults, found);
        self.outlines.insert(name.to_owned(), outline);
        self.uses.note_all(uses);
        if !faults.is_empty() {
            faults.sort_by_key(|fault| {
                fault.location().map(|place| (place.path().to_owned(), place.line_and_column()))
            });
            return Err(faults);
        }
        self.keep(name, source, template);
        Ok(())
    }

    /// Takes in a template out of a Word file: `source` is its words, a paragraph a line, which are checked; `marked` its
    /// constant pieces and its tags, which run.
    ///
    /// # Errors
    /// All that is wrong with its names, T001 to T023.
    pub fn add_pieces(
        &mut self,
        name: &str,
        source: &Arc<Source>,
        marked: &str,
        scope: &Scope,
    ) -> Result<(), Faults> {
        let (Some(template), _) = compile_words(name, source) else {
            return Err(self.faults_of_words(source, &source.text, scope));
        };
        let (faults, uses) = check::check(&template, source, scope, &self.partials);
        self.uses.note_all(uses);
        if !faults.is_empty() {
            return Err(faults);
        }
        let parsed = pieces::parse(marked, name);
        let parsed =
            parsed.map_err(|failed| Diagnostic::new(Code::Internal).with_detail("reason", failed.0))?;
        self.keep(name, source, parsed);
        self.marked.insert(name.to_owned(), Source::at(&source.path, marked));
        Ok(())
    }

    /// All that is wrong with the words of a Word file that is not taken in; `sound` is what of them goes together.
    pub fn faults_of_words(&self, source: &Arc<Source>, sound: &str, scope: &Scope) -> Faults {
        words::faults(source, sound, scope, &self.partials)
    }

    fn keep(&mut self, name: &str, source: &Arc<Source>, template: Template) {
        if self.partials.get(name).is_some() {
            // Handlebars has one name for both, and writes the template where the partial is meant.
            self.included = Included::default();
            self.programs.clear();
        }
        if let Some(program) = Program::compile(&template, &self.included) {
            self.programs.insert(name.to_owned(), program);
        }
        self.registry.register_template(name, template);
        self.sources.insert(name.to_owned(), source.clone());
    }

    /// A template that is not checked, so that all may go wrong.
    #[cfg(test)]
    pub fn add_unchecked(&mut self, name: &str, source: &Arc<Source>) {
        if let (Some(template), _) = compile(name, source) {
            self.keep(name, source, template);
        }
    }

    /// Forgets which templates can be evaluated; returns how many could.
    #[cfg(test)]
    pub fn write_always(&mut self) -> usize {
        std::mem::take(&mut self.programs).len()
    }

    /// The pictures and charts that templates name, each place once.
    pub fn uses(&self) -> &[Use] {
        self.uses.all()
    }

    /// The headings of a template that was added, and its slots.
    pub fn outline(&self, name: &str) -> Option<&Outline> {
        self.outlines.get(name)
    }

    /// The text of a template.
    pub fn source(&self, name: &str) -> Option<&Arc<Source>> {
        self.sources.get(name)
    }

    /// The text of each template and partial, in the order of their names.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.sources.values().map(|source| source.text.as_str())
    }

    /// Whether there is a template of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// Whether any template has a word in it; where none has, what the word stands for need not be worked out.
    pub fn mention(&self, word: &str) -> bool {
        self.sources.values().any(|source| source.text.contains(word))
    }

    /// What a template says where it takes its data's branches: blocks that are the same for all that take them, and the
    /// values that go into their holes.
    ///
    /// # Errors
    /// T013 when a template fails while it runs, T030 where it goes on and on, T023 for a value that is missing all the same, T014 for Markdown that
    /// a report cannot carry.
    pub fn render(&self, name: &str, data: &Data<'_>) -> Result<Rendered> {
        let Some(source) = self.sources.get(name) else {
            return Err(Diagnostic::new(Code::Internal).with("reason", format!("no template {name}")));
        };
        let program = self.programs.get(name);
        let Some((program, evaluated)) = program.and_then(|p| Some((p, p.evaluate(data)?))) else {
            let (blocks, values) = self.write(name, source, data)?;
            return Ok(Rendered { blocks, values, ways: 1 });
        };
        let Evaluated { trace, values, ways, .. } = evaluated;
        if let Some(blocks) = program.blocks(&trace) {
            return Ok(Rendered { blocks, values, ways });
        }
        let (blocks, values) = self.write(name, source, data)?;
        program.keep(trace, blocks.clone());
        Ok(Rendered { blocks, values, ways })
    }

    /// What a template makes of names that are missing without there being nothing. Of one that cannot be evaluated, each
    /// that it mentions counts as told.
    pub fn withheld(&self, name: &str, data: &Data<'_>) -> Withheld {
        let evaluated = self.programs.get(name).and_then(|program| program.evaluate(data));
        if let Some(evaluated) = evaluated {
            return evaluated.withheld;
        }
        let text = self.sources.get(name).map_or("", |source| source.text.as_str());
        let told = data.withheld().iter().find(|name| text.contains(name.as_str())).cloned();
        Withheld { told, passed_over: Vec::new() }
    }

    /// Has Handlebars write a template's Markdown, with holes for the values that come along.
    fn write(
        &self,
        name: &str,
        source: &Arc<Source>,
        data: &Data<'_>,
    ) -> Result<(Arc<[Block]>, Vec<String>)> {
        let (written, values) = holes::gather(|| {
            let mut text = BoundedText::default();
            self.registry.render_with_context_to_write(name, &data.context(), &mut text)?;
            Ok(text.into_text())
        });
        let text = written.map_err(|error| self.failure(&error, source))?;
        let values = values.map_err(|excess| excess.refused().at(Location::file(source.path.clone())))?;
        let blocks = self.typeset.blocks(text).map_err(|construct| {
            Diagnostic::new(Code::UnsupportedMarkdown)
                .with("construct", construct)
                .at(Location::file(source.path.clone()))
        })?;
        Ok((blocks, values))
    }

    /// Says what failed, in the partial where it failed.
    fn failure(&self, error: &RenderError, source: &Arc<Source>) -> Diagnostic {
        let name = error.template_name.as_deref().unwrap_or_default();
        let source = self.sources.get(name).unwrap_or(source);
        let (line, column) = (error.line_no.unwrap_or(1), error.column_no.unwrap_or(1));
        let place = match self.marked.get(name) {
            Some(marked) => place_in_words(source, &Location::line(marked, line, column)),
            None => Location::line(source, line, column),
        };
        let fault = match error.reason() {
            RenderErrorReason::MissingVariable(name) => {
                Diagnostic::new(Code::ValueMissing).with("name", name.as_deref().unwrap_or("this"))
            }
            reason => match Excess::of(reason) {
                Some(excess) => excess.refused(),
                None => Diagnostic::new(Code::RenderFailed).with_detail("reason", reason),
            },
        };
        fault.at(place)
    }
}

/// Where a tag stands in a Word file's words that stands at a place of what runs: the first of those that say the same has as many
/// of them before it.
fn place_in_words(words: &Arc<Source>, marked: &Location) -> Location {
    let found = marked.text_and_span().and_then(|(text, span)| {
        let (before, rest) = text.split_at_checked(span.start)?;
        let tag = &rest[..rest.find("}}")? + 2];
        let (at, _) = words.text.match_indices(tag).nth(before.matches(tag).count())?;
        Some(Location::span(words, at..at + tag.len()))
    });
    found.unwrap_or_else(|| Location::file(words.path.clone()))
}
