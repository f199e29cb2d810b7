//! Templates, compiled once and rendered for every unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::{Context, Handlebars, Template};
use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};

use crate::check::{self, Scope};
use crate::markdown::Block;
use crate::typeset::Typeset;
use crate::{helpers, mark};

/// The templates of a workspace.
pub struct TemplateSet {
    registry: Handlebars<'static>,
    sources: BTreeMap<String, Arc<Source>>,
    typeset: Typeset,
}

impl Default for TemplateSet {
    fn default() -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        helpers::register(&mut registry);
        Self { registry, sources: BTreeMap::new(), typeset: Typeset::default() }
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
    pub fn render(&self, name: &str, context: &Context) -> Result<Arc<[Block]>> {
        let Some(source) = self.sources.get(name) else {
            return Err(Diagnostic::new(Code::Internal).with("reason", format!("no template {name}")));
        };
        let text = self.registry.render_with_context(name, context).map_err(|error| {
            let place = Place::line(source, error.line_no.unwrap_or(1), error.column_no.unwrap_or(1));
            Diagnostic::new(Code::RenderFailed).with("reason", error.reason()).at(place)
        })?;
        self.typeset.blocks(text).map_err(|construct| {
            Diagnostic::new(Code::UnsupportedMarkdown)
                .with("construct", construct)
                .at(Place::file(source.path.clone()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Kind;
    use crate::markdown::Inline;
    use proptest::prelude::*;
    use serde_json::json;

    fn scope() -> Scope {
        let names = [("unit.name", Kind::Text, false), ("facts.titles", Kind::List, true)];
        Scope {
            names: names
                .map(|(name, kind, optional)| (name.to_owned(), (kind, optional)))
                .into_iter()
                .collect(),
            counts: [("found".to_owned(), false), ("rate".to_owned(), true)].into_iter().collect(),
            plugin: Some("opinion".parse().unwrap()),
            slots: vec!["results".to_owned()],
        }
    }

    fn faults(text: &str) -> Vec<String> {
        let added = TemplateSet::default().add("t", &Source::new("t.hbs", text), &scope());
        let faults = added.err().unwrap_or_default();
        faults.iter().map(|fault| format!("{} {}", fault.code(), fault.place().unwrap())).collect()
    }

    #[test]
    fn faults_are_found_where_strict_mode_is_silent() {
        for (text, expected) in [
            ("一{{#if facts.title}}x{{/if}}", "T002 t.hbs:1:8"),
            ("{{#each facts.titels}}{{this}}{{/each}}", "T002 t.hbs:1:9"),
            ("a\n{{unit.nam}}", "T002 t.hbs:2:3"),
            ("{{#zero \"fond\"}}{{/zero}}", "T002 t.hbs:1:10"),
            ("{{nothing \"x\"}}", "T003 t.hbs:1:3"),
            ("{{counts.found}}", "T004 t.hbs:1:3"),
            ("{{#if counts.found}}x{{/if}}", "T005 t.hbs:1:7"),
            ("{{{unit.name}}}", "T006 t.hbs:1:1"),
            ("{{list facts.titles}}", "T009 t.hbs:1:8"),
            ("{{count \"rate\"}}", "T009 t.hbs:1:10"),
            ("{{#if facts.titles}}{{facts.titles}}{{/if}}", "T010 t.hbs:1:23"),
            ("{{count found}}", "T011 t.hbs:1:9"),
            ("{{slot \"result\"}}", "T012 t.hbs:1:9"),
            ("{{> other}}", "T021 t.hbs:1:1"),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
        for text in ["{{#if x}}", "{{/if}}"] {
            assert!(faults(text)[0].starts_with("T001"), "{text}");
        }
        assert!(
            faults("{{#present \"rate\"}}{{count \"rate\"}}{{/present}}{{#zero \"found\"}}无{{/zero}}")
                .is_empty()
        );
    }

    proptest! {
        #[test]
        fn data_is_never_markup(name in "[\\PC]{1,40}") {
            let mut set = TemplateSet::default();
            set.add("t", &Source::new("t.hbs", "甲{{unit.name}}乙"), &scope()).unwrap();
            let context = Context::from(json!({ "unit": { "name": name } }));
            let blocks = set.render("t", &context).unwrap();
            let text = format!("甲{}乙", name.trim());
            prop_assert_eq!(&*blocks, &[Block::Paragraph(vec![Inline::Text(text)])]);
        }
    }
}
