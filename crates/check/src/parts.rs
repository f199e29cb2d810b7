//! Built in: a total against its parts, and a rate that a unit worked out itself against the one that follows from its
//! parts.

use huibian_contract::{Amount, FieldType, Name, PluginManifest, Severity};
use huibian_diagnostic::{Code, Diagnostic, FieldKey};
use huibian_expression::{OperandKind, Value};
use huibian_figure::{CountFigure, Figures};
use huibian_history::Baseline;
use huibian_unit::Locations;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Map;

use crate::origin;

/// What one plugin has of one unit, to be checked for totals and rates.
pub struct PartsCheck<'a> {
    /// What it declares.
    pub manifest: &'a PluginManifest,
    /// Every figure of the unit.
    pub figures: &'a Figures,
    /// The plugin's fields, as the unit gave them.
    pub fields: &'a Map<String, serde_json::Value>,
    /// Where they stand.
    pub places: &'a Locations,
    /// The unit's figures in earlier periods.
    pub past: &'a Baseline,
}

/// A total and what it is the sum of.
struct Sum<'s> {
    name: &'s Name,
    label: &'s str,
    measure: &'s str,
    parts: &'s [Name],
}

impl PartsCheck<'_> {
    /// Totals that are not the sum of their parts, and rates that do not follow from theirs.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let manifest = self.manifest;
        let mut findings = Vec::new();
        for (index, name, spec) in self.figures.counts().of(&manifest.id) {
            let Some(figure) = self.figures.get(index) else { continue };
            let sum = Sum { name, label: &spec.label, measure: &spec.measure, parts: &spec.parts };
            let found = self.sum(&sum, figure.value, spec.tolerance.as_ref());
            findings.extend(found.map(|found| found.with("key", figure.key())));
            if let Some(number) = &spec.number {
                findings.extend(self.rate(figure, number));
            }
        }
        for (name, spec) in manifest.fields.iter().filter(|(_, spec)| !spec.parts.is_empty()) {
            let sum = Sum { name, label: &spec.label, measure: &spec.measure, parts: &spec.parts };
            let found = self.number(name).and_then(|total| self.sum(&sum, total, spec.tolerance.as_ref()));
            findings.extend(found.map(|found| found.with("key", FieldKey::new(&manifest.id, name))));
        }
        findings
    }

    /// Where a part is missing it may be the rest: only parts that come to more than the total are told.
    fn sum(&self, of: &Sum<'_>, total: Decimal, tolerance: Option<&Amount>) -> Option<Diagnostic> {
        if of.parts.is_empty() {
            return None;
        }
        let value = |part: &Name| self.figure(part).map(|figure| figure.value).or_else(|| self.number(part));
        let values: Vec<Decimal> = of.parts.iter().filter_map(value).collect();
        let is_whole = values.len() == of.parts.len();
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
        let difference = sum.checked_sub(total)?;
        let tolerance = tolerance.and_then(|amount| amount.as_str().parse().ok()).unwrap_or(Decimal::ZERO);
        if difference.abs() <= tolerance || !is_whole && difference < Decimal::ZERO {
            return None;
        }
        let added: Vec<String> = values.iter().map(|value| value.normalize().to_string()).collect();
        let found = Diagnostic::new(Code::PartsDiffer)
            .with("label", of.label)
            .with_digits("total", total.normalize())
            .with_digits("sum", sum.normalize())
            .with("measure", of.measure)
            .with("parts", added.join("+"))
            .with("reason", self.reason(of.name, total, difference, &values))
            .with_digits("rest", difference.abs().normalize());
        Some(self.about(found, of.name))
    }

    /// What a difference looks like.
    fn reason(&self, name: &Name, total: Decimal, difference: Decimal, parts: &[Decimal]) -> &'static str {
        let scale = parts.iter().chain([&total]).map(|value| value.normalize().scale()).max().unwrap_or(0);
        let last_digit = Decimal::new(1, scale);
        // Each rounded number may be half its last digit off.
        let rounding = last_digit * Decimal::from(parts.len() + 1) / Decimal::TWO;
        let before = self.figures.counts().find(self.manifest.id.as_str(), name.as_str());
        let before = before.and_then(|index| self.past.previous.value(index));
        if scale > 0 && difference.abs() <= rounding {
            "rounding"
        } else if before == Some(total) && !total.is_zero() {
            "stale"
        } else if difference < Decimal::ZERO {
            "rest"
        } else {
            "over"
        }
    }

    /// The computed rate counts; one that was rounded further says the same.
    fn rate(&self, figure: CountFigure<'_>, number: &Name) -> Option<Diagnostic> {
        let spec = figure.spec();
        let ratio = spec.ratio.as_ref()?;
        let given = self.number(number)?.normalize();
        let scale = spec.rounded_to().map_or(given.scale(), |scale| given.scale().min(scale));
        if figure.value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero) == given {
            return None;
        }
        let part = |name: &Name| {
            let said = |part: CountFigure<'_>| format!("{}{}", part.spec().label, part.printed());
            self.figure(name).map_or_else(String::new, said)
        };
        let found = Diagnostic::new(Code::RateDiffers)
            .with("key", figure.key())
            .with("label", &spec.label)
            .with_digits("given", given)
            .with("measure", figure.measure())
            .with("numerator", part(&ratio.num))
            .with("denominator", part(&ratio.den))
            .with_digits("computed", figure.digits());
        Some(self.about(found, number))
    }

    /// A remark on what a field says, with its place.
    fn about(&self, found: Diagnostic, field: &Name) -> Diagnostic {
        let found = found.weighing(Severity::Warning);
        match origin::of(field.as_str(), &self.manifest.id, self.figures, self.places) {
            Some(place) => found.at(place),
            None => found,
        }
    }

    fn figure(&self, name: &Name) -> Option<CountFigure<'_>> {
        self.figures.named(self.manifest.id.as_str(), name.as_str())
    }

    fn number(&self, name: &Name) -> Option<Decimal> {
        number(self.manifest, self.fields, name)
    }
}

/// The number in a field, where it is one of numbers.
pub(crate) fn number(
    manifest: &PluginManifest,
    fields: &Map<String, serde_json::Value>,
    name: &Name,
) -> Option<Decimal> {
    let spec = manifest.fields.get(name)?;
    if !matches!(spec.kind, FieldType::Integer | FieldType::Decimal) {
        return None;
    }
    match Value::read(&OperandKind::Number, fields.get(name.as_str())?)? {
        Value::Number(number) => Some(number),
        _ => None,
    }
}
