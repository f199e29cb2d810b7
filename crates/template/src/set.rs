//! Templates, compiled once and rendered for every unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::{Context, Handlebars, Template};
use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};

use crate::check::{self, Scope};
use crate::markdown::{self, Block};
use crate::{helpers, mark};

/// The templates of a workspace.
pub struct TemplateSet {
    registry: Handlebars<'static>,
    sources: BTreeMap<String, Arc<Source>>,
}

impl Default for TemplateSet {
    fn default() -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        helpers::register(&mut registry);
        Self { registry, sources: BTreeMap::new() }
    }
}

impl TemplateSet {
    /// Parses a template and checks every name in it.
    ///
    /// # Errors
    /// All that is wrong with it, T001 to T021.
    pub fn add(&mut self, name: &str, source: &Arc<Source>, scope: &Scope) -> Result<(), Vec<Diagnostic>> {
        let text = source.text.replace("{{contents}}", helpers::CONTENTS);
        let text = text.replace("**", &mark::STRONG.to_string());
        let template = Template::compile_with_name(&text, name.to_owned()).map_err(|error| {
            let (line, column) = error.pos().unwrap_or((1, 1));
            let reason = error.reason().to_string();
            vec![
                Diagnostic::new(Code::TemplateSyntax)
                    .with("reason", reason)
                    .at(Place::line(source, line, column)),
            ]
        })?;
        let faults = check::check(&template, source, scope);
        if !faults.is_empty() {
            return Err(faults);
        }
        self.registry.register_template(name, template);
        self.sources.insert(name.to_owned(), source.clone());
        Ok(())
    }

    /// Whether there is a template of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// Fills a template in and parses what comes out.
    ///
    /// # Errors
    /// T013 when a template fails while it runs, T014 for Markdown that a report cannot carry.
    pub fn render(&self, name: &str, context: &Context) -> Result<Vec<Block>> {
        let Some(source) = self.sources.get(name) else {
            return Err(Diagnostic::new(Code::Internal).with("reason", format!("no template {name}")));
        };
        let text = self.registry.render_with_context(name, context).map_err(|error| {
            let place = Place::line(source, error.line_no.unwrap_or(1), error.column_no.unwrap_or(1));
            Diagnostic::new(Code::RenderFailed).with("reason", error.reason()).at(place)
        })?;
        markdown::parse(&text).map_err(|construct| {
            Diagnostic::new(Code::UnsupportedMarkdown)
                .with("construct", construct)
                .at(Place::file(source.path.clone()))
        })
    }
}
