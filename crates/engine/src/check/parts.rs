//! Built in: a total against its parts, and a rate that a unit worked out itself against the one that follows from its
//! parts.

use huibian_contract::{CountKey, FieldType, Name, PluginManifest, Severity};
use huibian_expression::{Kind, Value};
use huibian_figure::{Figure, FigureTable};
use huibian_unit::{Finding, Places};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Map;

use super::origin;

/// What one plugin has of one unit.
pub struct Held<'a> {
    /// What it declares.
    pub manifest: &'a PluginManifest,
    /// Every figure of the unit.
    pub figures: &'a FigureTable,
    /// The plugin's fields, as the unit gave them.
    pub fields: &'a Map<String, serde_json::Value>,
    /// Where they stand.
    pub places: &'a Places,
}

impl Held<'_> {
    /// Totals that are not the sum of their parts, and rates that do not follow from theirs.
    pub fn findings(&self) -> Vec<Finding> {
        let manifest = self.manifest;
        let mut findings = Vec::new();
        for (name, spec) in &manifest.counts {
            let total = self.figure(name).map(|figure| figure.value);
            findings.extend(self.sum(name, &spec.label, &spec.measure, total, &spec.parts));
            if let (Some(_), Some(number)) = (&spec.ratio, &spec.number) {
                findings.extend(self.rate(name, number));
            }
        }
        for (name, spec) in &manifest.fields {
            findings.extend(self.sum(name, &spec.label, &spec.measure, self.number(name), &spec.parts));
        }
        findings
    }

    /// Parts that are not all there are not added up.
    fn sum(
        &self,
        name: &Name,
        label: &str,
        measure: &str,
        total: Option<Decimal>,
        parts: &[Name],
    ) -> Option<Finding> {
        let (total, false) = (total?, parts.is_empty()) else { return None };
        let value = |part: &Name| self.figure(part).map(|figure| figure.value).or_else(|| self.number(part));
        let values: Vec<Decimal> = parts.iter().map(value).collect::<Option<_>>()?;
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
        if sum == total {
            return None;
        }
        let added: Vec<String> = values.iter().map(|value| value.normalize().to_string()).collect();
        let text = format!(
            "{label}为{}{measure}，各项之和为{}{measure}（{}），两者不符，请核对。",
            total.normalize(),
            sum.normalize(),
            added.join("+")
        );
        Some(self.finding("parts", text, name))
    }

    /// The computed rate counts; one that was rounded further says the same.
    fn rate(&self, name: &Name, number: &Name) -> Option<Finding> {
        let (spec, figure) = (self.manifest.counts.get(name)?, self.figure(name)?);
        let ratio = spec.ratio.as_ref()?;
        let given = self.number(number)?.normalize();
        let scale = given.scale().min(spec.scale);
        if figure.value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero) == given {
            return None;
        }
        let part = |name: &Name| {
            let label = self.manifest.counts.get(name).map_or("", |spec| spec.label.as_str());
            self.figure(name)
                .map_or_else(String::new, |part| format!("{label}{}{}", part.digits, part.measure))
        };
        let text = format!(
            "{}填报为{given}{}，按{}、{}计算应为{}{}，已按计算结果写入报告。",
            spec.label,
            figure.measure,
            part(&ratio.num),
            part(&ratio.den),
            figure.digits,
            figure.measure,
        );
        Some(self.finding("rate", text, number))
    }

    fn finding(&self, check: &str, text: String, about: &Name) -> Finding {
        let place = origin::of(about.as_str(), &self.manifest.id, self.figures, self.places);
        Finding {
            severity: Severity::Warning,
            plugin: self.manifest.id.to_string(),
            check: check.to_owned(),
            text,
            place,
        }
    }

    fn figure(&self, name: &Name) -> Option<&Figure> {
        self.figures.get(&CountKey { plugin: self.manifest.id.clone(), name: name.clone() })
    }

    fn number(&self, name: &Name) -> Option<Decimal> {
        let spec = self.manifest.fields.get(name)?;
        if !matches!(spec.kind, FieldType::Integer | FieldType::Decimal) {
            return None;
        }
        match Value::read(&Kind::Number, self.fields.get(name.as_str())?)? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}
