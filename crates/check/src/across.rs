//! What `workspace.toml` says over all plugins: totals, and rules over their counts.

use std::sync::Arc;

use huibian_config::Places;
use huibian_contract::{
    CheckSpec, CountKey, CountKind, CountSpec, IndexMap, MissingRule, Name, Period, PluginId,
};
use huibian_diagnostic::{Argument, Code, Diagnostic, Faults, Location, Source};
use huibian_expression::{Division, Expression, OperandKind, Scope, Unanswered, Value};
use huibian_figure::{Figures, Origin, Record};
use huibian_host::PluginFolder;
use huibian_unit::Locations;
use rust_decimal::Decimal;

use crate::message::RuleMessage;
use crate::rule::never;
use crate::{failed, origin, unanswered};

/// The plugin that totals of the workspace go by: `workspace/activities`.
pub const WORKSPACE: &str = "workspace";

/// The workspace's totals and rules, ready to be asked.
#[derive(Default)]
pub struct Across {
    totals: Vec<Total>,
    rules: Vec<Rule>,
}

struct Total {
    key: CountKey,
    spec: CountSpec,
    expression: Expression,
}

struct Rule {
    name: Name,
    spec: CheckSpec,
    expression: Expression,
    message: RuleMessage,
    place: Location,
}

impl Across {
    /// Compiles `[counts]` and `[checks]`. Both name counts as `counts['plugin/count']`; rules name totals too.
    ///
    /// # Errors
    /// P034 to P040 inside an expression, W014 for a total without one, a count of a plugin's name, or a message that
    /// names no count.
    pub fn compile(
        counts: &IndexMap<Name, CountSpec>,
        checks: &IndexMap<Name, CheckSpec>,
        plugins: &[PluginFolder],
        source: &Arc<Source>,
    ) -> Result<Self, Faults> {
        let (mut across, mut faults) = (Self::default(), Faults::new());
        if counts.is_empty() && checks.is_empty() {
            return Ok(across);
        }
        let places = Places::of(source);
        let Ok(workspace) = PluginId::new(WORKSPACE) else { return Ok(across) };
        let keys: IndexMap<String, CountKey> = plugins.iter().flat_map(of_plugin).collect();
        let numbers = |keys: &IndexMap<String, CountKey>| {
            keys.keys().map(|key| (key.clone(), OperandKind::Number)).collect()
        };
        let mut scope = Scope::default();
        scope.group("counts", numbers(&keys));
        for (name, spec) in counts {
            let place = |key: &str| places.value(&["counts", name.as_str(), key]);
            let Some(expr) = spec.expr.as_ref().filter(|_| spec.ratio.is_none() && spec.ledger.is_none())
            else {
                let fault = Diagnostic::new(Code::BadAcross).with("name", format_args!("counts.{name}"));
                faults.push(fault.with("reason", "expr").at(places.value(&["counts", name.as_str()])));
                continue;
            };
            scope.division =
                if spec.kind == CountKind::Integer { Division::Refused } else { Division::ByNumber };
            match Expression::compile(expr, &scope, &OperandKind::Number, &place("expr")) {
                Ok(expression) => {
                    let key = CountKey { plugin: workspace.clone(), name: name.clone() };
                    across.totals.push(Total { key, spec: spec.clone(), expression });
                }
                Err(fault) => faults.push(fault),
            }
        }
        scope.division = Division::Allowed;
        // A total that is faulty is not unknown as well.
        scope.names.extend(counts.keys().map(|name| (name.to_string(), OperandKind::Number)));
        for (name, spec) in checks {
            let place = |key: &str| places.value(&["checks", name.as_str(), key]);
            let (Some(rule), Some(message)) = (&spec.rule, &spec.message) else {
                let fault = Diagnostic::new(Code::BadAcross).with("name", format_args!("checks.{name}"));
                let reason = if spec.rule.is_none() { "rule" } else { "message" };
                faults.push(fault.with("reason", reason).at(places.value(&["checks", name.as_str()])));
                continue;
            };
            let message = RuleMessage::compile(message, |count| across.key(count, &keys));
            let message = message.map_err(|unknown| {
                let known = keys.keys().map(String::as_str);
                Diagnostic::new(Code::BadAcross)
                    .with("name", format_args!("checks.{name}"))
                    .with("reason", &unknown)
                    .suggest(unknown.trim_matches(['{', '}']), known)
                    .at(place("message"))
            });
            faults.extend(never(spec, || place("until")));
            let compiled = Expression::compile(rule, &scope, &OperandKind::Boolean, &place("rule"));
            match compiled.and_then(|expression| Ok((expression, message?))) {
                Ok((expression, message)) => across.rules.push(Rule {
                    name: name.clone(),
                    spec: spec.clone(),
                    expression,
                    message,
                    place: place("rule").without_text(),
                }),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(across) } else { Err(faults) }
    }

    /// The count that a message names in braces: a plugin's, or one of the totals.
    fn key(&self, name: &str, keys: &IndexMap<String, CountKey>) -> Option<CountKey> {
        let total = self.totals.iter().find(|total| total.key.name.as_str() == name);
        keys.get(name).or(total.map(|total| &total.key)).cloned()
    }

    /// The totals that are declared.
    pub fn totals(&self) -> impl Iterator<Item = (CountKey, CountSpec)> {
        self.totals.iter().map(|total| (total.key.clone(), total.spec.clone()))
    }

    /// Adds the totals to a unit's figures. A total over a count that is missing is missing.
    pub fn add_up(&self, figures: &mut Figures) {
        for Total { key, expression, .. } in &self.totals {
            let value = expression.evaluate(|name| value(figures, name));
            if let (Ok(Value::Number(value)), Some(index)) = (value, figures.counts().index(key)) {
                let from = expression.names().iter().map(|name| Record::Text(bare(name).to_owned()));
                figures.set(index, value, Origin::Records(from.collect()));
            }
        }
    }

    /// What the rules find. A rule over a count that is missing does not apply.
    pub fn findings(&self, period: Period, figures: &Figures, places: &Locations) -> Vec<Diagnostic> {
        let Ok(workspace) = PluginId::new(WORKSPACE) else { return Vec::new() };
        let finding = |rule: &Rule| {
            let missing = rule.spec.missing;
            let zero = || (missing == MissingRule::Zero).then_some(Value::Number(Decimal::ZERO));
            let found = match rule.expression.evaluate(|name| value(figures, name).or_else(zero)) {
                Err(Unanswered::Missing(name)) if missing == MissingRule::Fault => {
                    let found = Diagnostic::new(Code::RuleOverMissing).with("plugin", &workspace);
                    found.with("check", &rule.name).with("missing", Argument::list([bare(&name)]))
                }
                Ok(Value::Boolean(true)) | Err(Unanswered::Missing(_) | Unanswered::DivisionByZero) => {
                    return None;
                }
                Ok(_) => failed(&workspace, &rule.name, rule.message.fill(figures)),
                Err(Unanswered::Failed(reason)) => unanswered(&workspace, &rule.name, reason),
            };
            let digits = |name: &String| match value(figures, name) {
                Some(Value::Number(number)) => Some(number.normalize().to_string()),
                _ => None,
            };
            let data: Vec<_> = rule.expression.names().iter().map(|name| (name, digits(name))).collect();
            let found = found.with_data(&data);
            let mut names = rule.expression.names().iter();
            let datum = names.find_map(|name| origin::of(name, &workspace, figures, places));
            let place = datum.unwrap_or_else(|| rule.place.clone());
            Some(found.weighing(rule.spec.weight()).at(place))
        };
        self.rules.iter().filter(|rule| rule.spec.covers(period)).filter_map(finding).collect()
    }
}

/// What a name of an expression stands for: a plugin's count, or a total.
fn value(figures: &Figures, name: &str) -> Option<Value> {
    let index = match name.strip_prefix("counts.") {
        Some(key) => figures.counts().named(key),
        None => figures.counts().find(WORKSPACE, name),
    };
    figures.value(index?).map(Value::Number)
}

fn bare(name: &str) -> &str {
    name.strip_prefix("counts.").unwrap_or(name)
}

/// The counts of a plugin by their full names, and by those that they had before.
fn of_plugin(plugin: &PluginFolder) -> impl Iterator<Item = (String, CountKey)> {
    let manifest = &plugin.manifest;
    manifest.counts.iter().flat_map(move |(name, spec)| {
        let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
        let ids = std::iter::once(&manifest.id).chain(&manifest.was);
        ids.flat_map(move |id| {
            let key = key.clone();
            std::iter::once(name).chain(&spec.was).map(move |name| (format!("{id}/{name}"), key.clone()))
        })
    })
}
