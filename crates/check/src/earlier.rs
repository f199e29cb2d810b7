//! Built in: figures that are the same as last period's, and figures that are far from them.

use huibian_contract::{Aggregation, CountKey, CountSpec, PluginManifest, Severity, Unchanged};
use huibian_diagnostic::{Argument, Code, Diagnostic};
use huibian_figure::FigureTable;
use huibian_history::Baseline;
use huibian_unit::Places;
use rust_decimal::Decimal;

use crate::origin;

/// What is odd about a plugin's figures beside those of the period before. The unchanged ones are one finding.
pub fn findings(
    manifest: &PluginManifest,
    figures: &FigureTable,
    past: &Baseline,
    places: &Places,
) -> Vec<Diagnostic> {
    let finding = |code, severity, key: &CountKey| {
        let found = Diagnostic::new(code).with("key", key).weighing(severity);
        match origin::of(key.name.as_str(), &manifest.id, figures, places) {
            Some(place) => found.at(place),
            None => found,
        }
    };
    let earlier = Argument::PeriodBefore(past.period);
    let (mut unchanged, mut findings): (Vec<(CountKey, String)>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for (name, spec) in &manifest.counts {
        let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
        let (Some(now), Some(before)) = (figures.get(&key), past.previous.get(&key)) else { continue };
        if let Some(factor) = spec.jump
            && is_beyond(now.value, before.value, factor.get().into())
        {
            let jump = finding(Code::CountJumps, Severity::Warning, &key)
                .with("label", &spec.label)
                .with_digits("now", &now.digits)
                .with("measure", &now.measure)
                .with_digits("before", &before.digits)
                .with("measure_before", &before.measure)
                .with("earlier", earlier.clone())
                .with("factor", factor);
            findings.push(jump);
        }
        if now.value == before.value && !now.value.is_zero() && is_watched(spec) {
            unchanged.push((key, format!("{}{}{}", spec.label, now.digits, now.measure)));
        }
    }
    if let Some((first, _)) = unchanged.first() {
        let same = finding(Code::CountsUnchanged, Severity::Note, first);
        let counts = Argument::list(unchanged.iter().map(|(_, shown)| shown));
        findings.push(same.with("counts", counts).with("earlier", earlier));
    }
    findings
}

/// A stock is expected to stay, and a ratio follows from parts that are watched themselves.
fn is_watched(spec: &CountSpec) -> bool {
    match spec.unchanged {
        Some(unchanged) => unchanged == Unchanged::Note,
        None => spec.ratio.is_none() && matches!(spec.over_time, Aggregation::Sum | Aggregation::Max),
    }
}

/// Nothing is any number of times more than nothing. What is below it counts by how far.
fn is_beyond(now: Decimal, before: Decimal, factor: Decimal) -> bool {
    let (now, before) = (now.abs(), before.abs());
    let times = |value: Decimal| value.checked_mul(factor);
    !before.is_zero()
        && (times(before).is_some_and(|most| now > most) || times(now).is_some_and(|most| most < before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_is_beyond_the_factor_either_way() {
        for (now, before, beyond) in
            [(31, 10, true), (30, 10, false), (10, 30, false), (9, 30, true), (5, 0, false), (0, 5, true)]
        {
            assert_eq!(is_beyond(now.into(), before.into(), 3.into()), beyond, "{now} {before}");
        }
    }
}
