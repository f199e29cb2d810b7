//! Built in: figures that are the same as last period's, and figures that are far from them.

use huibian_contract::{Aggregation, CountKey, CountSpec, Name, PluginManifest, Severity, Unchanged};
use huibian_diagnostic::Place;
use huibian_figure::{Figure, FigureTable};
use huibian_unit::{Finding, Places};
use rust_decimal::Decimal;

use super::origin;
use crate::history::Past;

/// What is odd about a plugin's figures beside those of the period before. The unchanged ones are one finding.
pub fn findings(
    manifest: &PluginManifest,
    figures: &FigureTable,
    past: &Past,
    places: &Places,
) -> Vec<Finding> {
    let place = |name: &Name| origin::of(name.as_str(), &manifest.id, figures, places);
    let finding = |severity, check: &str, text: String, place: Option<Place>| Finding {
        severity,
        plugin: manifest.id.to_string(),
        check: check.to_owned(),
        text,
        place,
    };
    let earlier = past.period.last();
    let (mut unchanged, mut findings): (Vec<(&Name, String)>, Vec<Finding>) = (Vec::new(), Vec::new());
    for (name, spec) in &manifest.counts {
        let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
        let (Some(now), Some(before)) = (figures.get(&key), past.previous.get(&key)) else { continue };
        let shown = |figure: &Figure| format!("{}{}", figure.digits, figure.measure);
        if now.value == before.value && !now.value.is_zero() && is_watched(spec) {
            unchanged.push((name, format!("{}{}", spec.label, shown(now))));
        }
        let factor = spec.jump.map(|factor| Decimal::from(factor.get()));
        if factor.is_some_and(|factor| is_beyond(now.value, before.value, factor)) {
            let text = format!(
                "{}为{}，{earlier}为{}，相差超过{}倍，请核对。",
                spec.label,
                shown(now),
                shown(before),
                factor.unwrap_or_default()
            );
            findings.push(finding(Severity::Warning, "jump", text, place(name)));
        }
    }
    if let Some((first, _)) = unchanged.first() {
        let shown: Vec<&str> = unchanged.iter().map(|(_, shown)| shown.as_str()).collect();
        let text = format!("以下数据与{earlier}相同，请确认不是沿用旧数：{}。", shown.join("、"));
        findings.push(finding(Severity::Note, "unchanged", text, place(first)));
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

/// Nothing is any number of times more than nothing.
fn is_beyond(now: Decimal, before: Decimal, factor: Decimal) -> bool {
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
