//! Rules over counts and fields (勾稽). Those that `plugin.toml` declares are compiled here, once; a rule is true when
//! all is well. Those over all plugins are in [`across`]. The others are built in: [`parts`], [`earlier`], [`text`], and
//! [`alike`] over a whole batch.
//!
//! This crate must not know how figures came about, or what is done with what it finds.

pub mod across;
pub mod alike;
pub mod earlier;
mod message;
mod origin;
pub mod parts;
pub mod text;

use huibian_contract::{CountKey, Name, Period, PluginId, PluginManifest, Severity, Words};
use huibian_diagnostic::{Argument, Code, Diagnostic, Place, Result};
use huibian_expression::{Division, Expression, Kind, Scope, Unanswered, Value};
use huibian_figure::{Figure, FigureTable};
use huibian_host::PluginFolder;
use huibian_host::declare::field;
use huibian_unit::Places;
use serde_json::Map;

use message::RuleMessage;

/// A rule, ready to be asked.
pub struct Check {
    name: Name,
    rule: Expression,
    severity: Severity,
    message: RuleMessage,
    place: Place,
}

/// What a unit gave a plugin, for the rules that name fields.
pub struct UnitFields<'a> {
    /// The fields, by name.
    pub fields: &'a Map<String, serde_json::Value>,
    /// The period whose rows of a ledger count.
    pub period: Period,
    /// Where the fields stand.
    pub places: &'a Places,
}

/// Compiles the checks of a plugin. A rule names the plugin's counts, its fields (`fields.<name>` where a count bears
/// the same name), and as `counts['plugin/count']` what the plugin uses of others.
///
/// # Errors
/// P034 to P039 inside the rule, P011 where the message names no count.
pub fn compile(folder: &PluginFolder) -> Result<Vec<Check>> {
    let manifest = &folder.manifest;
    let scope = scope(manifest);
    let checks = manifest.checks.iter().map(|(name, spec)| {
        let place = folder.place(&["checks", name.as_str(), "rule"]);
        let rule = Expression::compile(&spec.rule, &scope, &Kind::Boolean, &place)?;
        let key = |count: &str| {
            let (name, _) = manifest.counts.get_key_value(count)?;
            Some(CountKey { plugin: manifest.id.clone(), name: name.clone() })
        };
        let message = RuleMessage::compile(&spec.message, key).map_err(|unknown| {
            Diagnostic::new(Code::BadRule)
                .with("id", &manifest.id)
                .with("check", name)
                .with("reason", &unknown)
                .suggest(unknown.trim_matches(['{', '}']), manifest.counts.keys().map(Name::as_str))
                .at(folder.place(&["checks", name.as_str(), "message"]))
        })?;
        Ok(Check { name: name.clone(), rule, severity: spec.severity, message, place: place.without_text() })
    });
    checks.collect()
}

fn scope(manifest: &PluginManifest) -> Scope {
    let fields = || manifest.fields.iter().map(|(name, field)| (name.to_string(), Kind::of_field(field)));
    let counts = manifest.counts.keys().map(|name| (name.to_string(), Kind::Number));
    let mut scope = Scope { names: fields().chain(counts).collect(), division: Division::Allowed };
    scope.group("fields", fields().collect());
    scope.group("counts", manifest.uses.iter().map(|key| (key.to_string(), Kind::Number)).collect());
    scope
}

impl Check {
    /// What the clerk is told, or nothing where the rule holds, or does not apply: a count that it hangs on is missing,
    /// or it would divide by 0.
    pub fn ask(
        &self,
        manifest: &PluginManifest,
        figures: &FigureTable,
        given: &UnitFields<'_>,
    ) -> Option<Diagnostic> {
        let found = match self.rule.evaluate(|name| value(manifest, figures, given, name)) {
            Ok(Value::Boolean(true)) | Err(Unanswered::Missing(_) | Unanswered::DivisionByZero) => {
                return None;
            }
            Ok(_) => failed(&manifest.id, &self.name, self.message.fill(figures)),
            Err(Unanswered::Failed(reason)) => unanswered(&manifest.id, &self.name, reason),
        };
        Some(found.weighing(self.severity).at(self.origin(manifest, figures, given)))
    }

    /// The first datum that the rule hangs on, or the rule itself.
    fn origin(&self, manifest: &PluginManifest, figures: &FigureTable, given: &UnitFields<'_>) -> Place {
        let mut names = self.rule.names().iter();
        let datum = names.find_map(|name| origin::of(name, &manifest.id, figures, given.places));
        datum.unwrap_or_else(|| self.place.clone())
    }
}

/// A rule that does not hold, in its author's words.
fn failed(plugin: &PluginId, check: &Name, message: Words) -> Diagnostic {
    Diagnostic::new(Code::CheckFailed)
        .with("plugin", plugin)
        .with("check", check)
        .with("message", Argument::Words(message))
}

/// A rule that cannot be computed.
fn unanswered(plugin: &PluginId, check: &Name, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::CheckUnanswered)
        .with("plugin", plugin)
        .with("check", check)
        .with_detail("reason", reason)
}

/// What a name of a rule stands for.
fn value(
    manifest: &PluginManifest,
    figures: &FigureTable,
    given: &UnitFields<'_>,
    name: &str,
) -> Option<Value> {
    let number = |figure: &Figure| Value::Number(figure.value);
    if let Some(key) = name.strip_prefix("counts.") {
        return figures.get(&key.parse::<CountKey>().ok()?).map(number);
    }
    if let Some(own) = manifest.counts.get_key_value(name) {
        return figures.get(&CountKey { plugin: manifest.id.clone(), name: own.0.clone() }).map(number);
    }
    let (name, spec) = manifest.fields.get_key_value(name.strip_prefix("fields.").unwrap_or(name))?;
    field(given.fields, given.period, name, spec)
}
