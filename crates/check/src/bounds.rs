//! Built in: values beyond the bounds that `plugin.toml` declares.

use huibian_contract::{Amount, Name, PluginManifest, Severity};
use huibian_diagnostic::{Argument, Code, Diagnostic, FieldKey};
use huibian_figure::Figures;
use huibian_unit::Locations;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::origin;
use crate::parts::number;

/// Counts and number fields beyond their `min` and `max`.
pub fn findings(
    manifest: &PluginManifest,
    figures: &Figures,
    fields: &Map<String, Value>,
    places: &Locations,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut hold = |name: &Name, key: Argument, value: Decimal, found: Bounds<'_>| {
        let Some((reason, bound)) = found.beyond(value) else { return };
        let finding = Diagnostic::new(Code::OutOfBounds)
            .with("key", key)
            .with("label", found.label)
            .with_digits("given", value.normalize())
            .with("measure", found.measure)
            .with("reason", reason)
            .with_digits("bound", bound)
            .weighing(Severity::Warning);
        findings.push(match origin::of(name.as_str(), &manifest.id, figures, places) {
            Some(place) => finding.at(place),
            None => finding,
        });
    };
    for (index, name, spec) in figures.counts().of(&manifest.id) {
        let Some(figure) = figures.get(index).filter(|_| spec.min.is_some() || spec.max.is_some()) else {
            continue;
        };
        let bounds = Bounds { label: &spec.label, measure: spec.measure(), min: &spec.min, max: &spec.max };
        hold(name, figure.key().into(), figure.value, bounds);
    }
    for (name, spec) in manifest.fields.iter().filter(|(_, spec)| spec.min.is_some() || spec.max.is_some()) {
        let Some(value) = number(manifest, fields, name) else { continue };
        let bounds = Bounds { label: &spec.label, measure: &spec.measure, min: &spec.min, max: &spec.max };
        hold(name, FieldKey::new(&manifest.id, name).into(), value, bounds);
    }
    findings
}

/// What a value has to lie between.
struct Bounds<'s> {
    label: &'s str,
    measure: &'s str,
    min: &'s Option<Amount>,
    max: &'s Option<Amount>,
}

impl Bounds<'_> {
    /// Which bound a value lies beyond.
    fn beyond(&self, value: Decimal) -> Option<(&'static str, &Amount)> {
        let is = |bound: &&Amount, beyond: fn(Decimal, Decimal) -> bool| {
            bound.as_str().parse().is_ok_and(|bound| beyond(value, bound))
        };
        let small = self.min.as_ref().filter(|bound| is(bound, |value, bound| value < bound));
        let large = self.max.as_ref().filter(|bound| is(bound, |value, bound| value > bound));
        small.map(|bound| ("small", bound)).or(large.map(|bound| ("large", bound)))
    }
}
