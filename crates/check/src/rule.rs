//! Rules that `plugin.toml` declares, compiled once: a rule is true when all is well; what is given together, and of what
//! at least one is given.

use huibian_contract::{
    CheckSpec, CountKey, CountSpec, FieldType, MissingRule, Name, Period, PluginManifest,
};
use huibian_diagnostic::{Argument, Code, Diagnostic, Location, Result};
use huibian_expression::{Division, Expression, OperandKind, Scope, Unanswered, Value};
use huibian_figure::{CountFigure, Figures};
use huibian_host::PluginFolder;
use huibian_host::declare::field;
use huibian_unit::Locations;
use rust_decimal::Decimal;
use serde_json::Map;

use crate::message::RuleMessage;
use crate::{failed, origin, unanswered};

/// Measures of what takes place: where there was none of it, there is nothing of what is counted at it.
const EVENTS: [&str; 12] = ["次", "场", "场次", "期", "期次", "批", "批次", "轮", "家次", "所次", "节", "堂"];

/// A rule, ready to be asked.
pub struct Check {
    name: Name,
    spec: CheckSpec,
    asks: Asks,
    message: Option<RuleMessage>,
    place: Location,
}

/// What a rule asks.
enum Asks {
    /// Whether an expression holds.
    Whether(Expression),
    /// Whether all of these are given, or none.
    Together,
    /// Whether one of these is given.
    Either,
}

/// What a unit gave a plugin, for the rules that name fields.
pub struct UnitFields<'a> {
    /// The fields, by name.
    pub fields: &'a Map<String, serde_json::Value>,
    /// The period whose rows of a ledger count.
    pub period: Period,
    /// Where the fields stand.
    pub places: &'a Locations,
}

/// Compiles the checks of a plugin. A rule names the plugin's counts, its fields (`fields.<name>` where a count bears
/// the same name), and as `counts['plugin/count']` what the plugin uses of others.
///
/// # Errors
/// P034 to P039 inside the rule, P011 where the message names no count, where nothing or several things are asked, or
/// where a name is neither a count nor a field.
pub fn compile(folder: &PluginFolder) -> Result<Vec<Check>> {
    let scope = scope(&folder.manifest);
    folder.manifest.checks.iter().map(|(name, spec)| compile_one(folder, &scope, name, spec)).collect()
}

/// That a rule holds for no period at all.
pub(crate) fn never(spec: &CheckSpec, place: impl FnOnce() -> Location) -> Option<Diagnostic> {
    let is_never = Period::is_never(spec.from, spec.until);
    is_never.then(|| Diagnostic::new(Code::BadValue).with("what", "span").at(place()))
}

fn compile_one(folder: &PluginFolder, scope: &Scope, name: &Name, spec: &CheckSpec) -> Result<Check> {
    let manifest = &folder.manifest;
    let place = |key: &str| folder.place(&["checks", name.as_str(), key]);
    let bad = |reason: &str, key: &str| {
        let fault = Diagnostic::new(Code::BadRule).with("id", &manifest.id).with("check", name);
        fault.with("reason", reason).at(if key.is_empty() {
            folder.place(&["checks", name.as_str()])
        } else {
            place(key)
        })
    };
    if let Some(fault) = never(spec, || place("until")) {
        return Err(fault);
    }
    let known = || manifest.counts.keys().chain(manifest.fields.keys()).map(Name::as_str);
    let all_known =
        |key: &str, names: &[Name]| match names.iter().find(|name| known().all(|it| it != name.as_str())) {
            Some(unknown) => Err(bad(unknown.as_str(), key).suggest(unknown.as_str(), known())),
            None => Ok(()),
        };
    let (asks, key) = match (&spec.rule, spec.together.is_empty(), spec.either.is_empty()) {
        (Some(rule), true, true) => {
            if spec.message.is_none() {
                return Err(bad("message", ""));
            }
            (Asks::Whether(Expression::compile(rule, scope, &OperandKind::Boolean, &place("rule"))?), "rule")
        }
        (None, false, true) => {
            all_known("together", &spec.together)?;
            (Asks::Together, "together")
        }
        (None, true, false) => {
            all_known("either", &spec.either)?;
            (Asks::Either, "either")
        }
        _ => return Err(bad("rule / together / either", "")),
    };
    let known_count = |count: &str| {
        let (name, _) = manifest.counts.get_key_value(count)?;
        Some(CountKey { plugin: manifest.id.clone(), name: name.clone() })
    };
    let message = spec.message.as_ref().map(|message| RuleMessage::compile(message, known_count)).transpose();
    let message = message.map_err(|unknown| {
        let counts = manifest.counts.keys().map(Name::as_str);
        bad(&unknown, "message").suggest(unknown.trim_matches(['{', '}']), counts)
    })?;
    Ok(Check { name: name.clone(), spec: spec.clone(), asks, message, place: place(key).without_text() })
}

fn scope(manifest: &PluginManifest) -> Scope {
    let fields =
        || manifest.fields.iter().map(|(name, field)| (name.to_string(), OperandKind::of_field(field)));
    let counts = manifest.counts.keys().map(|name| (name.to_string(), OperandKind::Number));
    let mut scope = Scope { names: fields().chain(counts).collect(), division: Division::Allowed };
    scope.group("fields", fields().collect());
    scope.group("counts", manifest.uses.iter().map(|key| (key.to_string(), OperandKind::Number)).collect());
    scope
}

impl Check {
    /// What the clerk is told, or nothing where the rule holds, or does not apply: the period is another, a count that it
    /// hangs on is missing, or it would divide by 0.
    pub fn ask(
        &self,
        manifest: &PluginManifest,
        figures: &Figures,
        given: &UnitFields<'_>,
    ) -> Option<Diagnostic> {
        if !self.spec.covers(given.period) {
            return None;
        }
        let asked = Asked { manifest, figures, given };
        let found = match &self.asks {
            Asks::Whether(rule) => self.whether(rule, &asked)?,
            Asks::Together => self.together(&asked)?,
            Asks::Either => self.either(&asked)?,
        };
        let found = found.with_data(&self.data(&asked));
        Some(found.weighing(self.spec.weight()).at(self.origin(&asked)))
    }

    /// The data that the rule hangs on, by name.
    fn data<'c>(&'c self, asked: &Asked<'_>) -> Vec<(&'c str, Option<serde_json::Value>)> {
        let names: Vec<&str> = match &self.asks {
            Asks::Whether(rule) => rule.names().iter().map(String::as_str).collect(),
            Asks::Together => self.spec.together.iter().map(Name::as_str).collect(),
            Asks::Either => self.spec.either.iter().map(Name::as_str).collect(),
        };
        names.into_iter().map(|name| (name, asked.datum(name))).collect()
    }

    fn whether(&self, rule: &Expression, asked: &Asked<'_>) -> Option<Diagnostic> {
        let Asked { manifest, figures, .. } = asked;
        let value = |name: &str| {
            asked.value(name).or_else(|| {
                let is_zero = self.spec.missing == MissingRule::Zero && asked.is_number(name);
                is_zero.then_some(Value::Number(Decimal::ZERO))
            })
        };
        match rule.evaluate(value) {
            Ok(Value::Boolean(true)) | Err(Unanswered::DivisionByZero) => None,
            Err(Unanswered::Missing(name)) => (self.spec.missing == MissingRule::Fault).then(|| {
                Diagnostic::new(Code::RuleOverMissing)
                    .with("plugin", &manifest.id)
                    .with("check", &self.name)
                    .with("missing", Argument::list([asked.label(&name)]))
            }),
            Ok(_) => {
                let message = self.message.as_ref().map(|message| message.fill(figures)).unwrap_or_default();
                Some(failed(&manifest.id, &self.name, message))
            }
            Err(Unanswered::Failed(reason)) => Some(unanswered(&manifest.id, &self.name, reason)),
        }
    }

    fn together(&self, asked: &Asked<'_>) -> Option<Diagnostic> {
        let (given, missing): (Vec<&Name>, Vec<&Name>) =
            self.spec.together.iter().partition(|name| asked.is_given(name));
        if !given.is_empty() && !missing.is_empty() {
            let found = self.own_words(asked, Code::NotTogether);
            return Some(found.with("given", asked.labels(given)).with("missing", asked.labels(missing)));
        }
        let mut numbers = Vec::new();
        for name in &self.spec.together {
            if let Some(Value::Number(number)) = asked.value(name.as_str()) {
                numbers.push((name, number, asked.measure(name.as_str())));
            }
        }
        let is_event = |measure: &str| EVENTS.contains(&measure);
        let none = numbers.iter().find(|(_, value, measure)| value.is_zero() && is_event(measure))?;
        let some = numbers.iter().find(|(_, value, measure)| *value > Decimal::ZERO && !is_event(measure))?;
        let found = self.own_words(asked, Code::NoneOfEvent).with("label", asked.label(none.0.as_str()));
        let found = found.with("others", asked.label(some.0.as_str()));
        Some(found.with_digits("found", some.1.normalize()).with("measure", some.2))
    }

    fn either(&self, asked: &Asked<'_>) -> Option<Diagnostic> {
        let names = &self.spec.either;
        (!names.iter().any(|name| asked.is_given(name)))
            .then(|| self.own_words(asked, Code::NoneOfThem).with("missing", asked.labels(names)))
    }

    /// The author's words, where there are any; the arguments are the same.
    fn own_words(&self, asked: &Asked<'_>, code: Code) -> Diagnostic {
        match &self.message {
            Some(message) => failed(&asked.manifest.id, &self.name, message.fill(asked.figures)),
            None => Diagnostic::new(code).with("plugin", &asked.manifest.id).with("check", &self.name),
        }
    }

    /// The first datum that the rule hangs on, or the rule itself.
    fn origin(&self, asked: &Asked<'_>) -> Location {
        let of = |name: &str| {
            let own = name.strip_prefix("fields.").unwrap_or(name);
            let count = origin::of(name, &asked.manifest.id, asked.figures, asked.given.places);
            count.or_else(|| asked.given.places.of(&asked.manifest.id, own).cloned())
        };
        let datum = match &self.asks {
            Asks::Whether(rule) => rule.names().iter().find_map(|name| of(name)),
            Asks::Together => self.spec.together.iter().find_map(|name| of(name.as_str())),
            Asks::Either => asked.given.places.first(&asked.manifest.id).cloned(),
        };
        datum.unwrap_or_else(|| self.place.clone())
    }
}

/// One unit, as a rule sees it.
struct Asked<'a> {
    manifest: &'a PluginManifest,
    figures: &'a Figures,
    given: &'a UnitFields<'a>,
}

impl Asked<'_> {
    /// What a name of a rule stands for.
    fn value(&self, name: &str) -> Option<Value> {
        let counts = self.figures.counts();
        let number = |index| self.figures.value(index).map(Value::Number);
        if let Some(key) = name.strip_prefix("counts.") {
            return number(counts.named(key)?);
        }
        if let Some(own) = counts.find(self.manifest.id.as_str(), name) {
            return number(own);
        }
        let (name, spec) =
            self.manifest.fields.get_key_value(name.strip_prefix("fields.").unwrap_or(name))?;
        field(self.given.fields, self.given.period, name, spec)
    }

    /// What a name of a rule stands for, as it was given.
    fn datum(&self, name: &str) -> Option<serde_json::Value> {
        let given = self.given.fields.get(name.strip_prefix("fields.").unwrap_or(name));
        match (self.value(name), given) {
            (Some(Value::Number(number)), _) => Some(number.normalize().to_string().into()),
            (_, given) => given.cloned(),
        }
    }

    fn figure(&self, name: &Name) -> Option<CountFigure<'_>> {
        self.figures.named(self.manifest.id.as_str(), name.as_str())
    }

    fn is_given(&self, name: &Name) -> bool {
        self.given.fields.contains_key(name.as_str()) || self.figure(name).is_some()
    }

    fn is_number(&self, name: &str) -> bool {
        let field = self.manifest.fields.get(name.strip_prefix("fields.").unwrap_or(name));
        name.starts_with("counts.")
            || self.manifest.counts.contains_key(name)
            || field.is_some_and(|field| matches!(field.kind, FieldType::Integer | FieldType::Decimal))
    }

    /// The measure word of a count, or of a field.
    fn measure(&self, name: &str) -> &str {
        let count = self.manifest.counts.get(name).map(CountSpec::measure);
        count
            .or_else(|| self.manifest.fields.get(name).map(|field| field.measure.as_str()))
            .unwrap_or_default()
    }

    fn label(&self, name: &str) -> String {
        let own = name.strip_prefix("fields.").unwrap_or(name);
        let count = self.manifest.counts.get(name).map(|count| count.label.as_str());
        let label = count.or_else(|| self.manifest.fields.get(own).map(|field| field.label.as_str()));
        label.unwrap_or(name).to_owned()
    }

    fn labels<'n>(&self, names: impl IntoIterator<Item = &'n Name>) -> Argument {
        Argument::list(names.into_iter().map(|name| self.label(name.as_str())))
    }
}
