//! `{{image "…" alt="…"}}`, `{{chart "…"}}` and `{{table "…"}}`: what they take.

use handlebars::template::{HelperTemplate, Parameter};
use huibian_diagnostic::Code;
use huibian_document::Length;

use super::names::This;
use super::{Checker, Position};
use crate::helpers::declaration::{Argument, Declaration};
use crate::placed::{PlacedKind, Use};
use crate::scope::NameKind;

impl<'c> Checker<'c> {
    /// Checks the call of a helper that places something on a line of its own, and notes what it names.
    pub fn placed(
        &mut self,
        declared: &Declaration,
        kind: PlacedKind,
        call: &'c HelperTemplate,
        at: Position,
    ) {
        let helper = declared.name;
        let keys = declared.keys.iter().map(|key| key.name);
        if call.params.len() > declared.arguments.len() {
            self.misuse(helper, "arguments", at);
            return;
        }
        let mut hash: Vec<(&'c String, &'c Parameter)> = call.hash.iter().collect();
        hash.sort_by_key(|(key, _)| *key);
        for (key, given) in hash {
            if keys.clone().any(|known| known == key) {
                self.text(helper, key, given, at);
            } else {
                self.fail(Code::HelperUse, at, key, |d| {
                    d.with("name", helper).with("reason", "key").suggest(key, keys.clone())
                });
            }
        }
        for key in declared.keys.iter().filter(|key| key.required && !call.hash.contains_key(key.name)) {
            self.misuse(helper, key.name, at);
        }
        let or_value = matches!(declared.arguments.first(), Some(Argument::Name { or_value: true }));
        match call.params.first() {
            None => self.misuse(helper, "argument", at),
            Some(Parameter::Literal(value)) => match value.as_str() {
                Some(name) if !name.is_empty() => {
                    let place = self.place_of(at, name);
                    let name = match &self.scope.plugin {
                        Some(plugin) if kind == PlacedKind::Table && !name.contains('/') => {
                            format!("{plugin}/{name}")
                        }
                        _ => name.to_owned(),
                    };
                    self.uses.note(Use { kind, name, place });
                }
                _ => self.misuse(helper, "quotes", at),
            },
            Some(_) if !or_value => self.misuse(helper, "quotes", at),
            Some(given) => self.text(helper, "", given, at),
        }
    }

    /// Words in quotes, or the name of a text that is there.
    fn text(&mut self, helper: &str, key: &str, given: &'c Parameter, at: Position) {
        if let Parameter::Literal(value) = given {
            let fits = match (key, value.as_str()) {
                ("width", Some(text)) => text.parse().is_ok_and(|width: Length| width > Length::default()),
                ("alt", Some(text)) => !text.trim().is_empty(),
                (_, text) => text.is_some(),
            };
            if !fits {
                self.misuse(helper, if key == "width" || key == "alt" { key } else { "text" }, at);
            }
            return;
        }
        let shown = given.as_name().unwrap_or_default();
        if key == "width" {
            self.misuse(helper, "width", at);
        } else if let Some(found) = self.find(given, at) {
            if matches!(found.this, This::NameKind(NameKind::Text)) {
                self.must_be_there(&found, shown, at);
            } else {
                self.fail(Code::HelperUse, at, shown, |d| d.with("name", helper).with("reason", "text"));
            }
        }
    }
}
