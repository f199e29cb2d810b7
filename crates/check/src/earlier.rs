//! Built in: figures that are the same as last period's where that is improbable, and figures that are far from those
//! of earlier periods.

use std::num::NonZeroU32;

use huibian_contract::{Aggregation, CountSpec, PluginManifest, Severity, Unchanged};
use huibian_diagnostic::{Argument, Code, Diagnostic};
use huibian_figure::{CountFigure, CountIndex, Figures};
use huibian_history::Baseline;
use huibian_unit::Locations;
use rust_decimal::Decimal;

use crate::origin;

/// By how often a number is more or less than the period before where it was given in another measure.
const SLIP: u32 = 1000;
/// By how often a number is more, and another one less, than the period before where each stands in the other's field, and how many
/// times one may be what the other was.
const EXCHANGED: u32 = 5;
const ALIKE: u32 = 2;
/// The number from which on two periods seldom agree by chance: of counts that vary as chance has it, one in sixteen of 20.
const IMPROBABLE: u32 = 20;
/// How many small counts have to stay, all that there are, to be told.
const SEVERAL: usize = 3;
/// The least that a unit has filed where none at all is told.
const GONE: u32 = 6;
/// How many periods a unit must have filed before a count is held against them.
const FILED: usize = 4;

/// What is odd about a plugin's figures beside those of the period before. The unchanged ones are one finding.
pub fn findings(
    manifest: &PluginManifest,
    figures: &Figures,
    past: &Baseline,
    places: &Locations,
) -> Vec<Diagnostic> {
    let finding = |code, severity, figure: CountFigure<'_>| {
        let found = Diagnostic::new(code).with("key", figure.key()).weighing(severity);
        match origin::of(figure.key().name.as_str(), &manifest.id, figures, places) {
            Some(place) => found.at(place),
            None => found,
        }
    };
    let earlier = Argument::PeriodBefore(past.period);
    let exchanged = exchanged(manifest, figures, past);
    let mut unchanged: Vec<(CountFigure<'_>, bool)> = Vec::new();
    let (mut watched, mut findings) = (0, Vec::new());
    for (index, _, spec) in figures.counts().of(&manifest.id) {
        let (Some(now), Some(before)) = (figures.get(index), past.previous.get(index)) else { continue };
        // 元 in a field of 万元. None at all is no other measure.
        let is_exchanged = exchanged.contains(&index);
        let factor = if is_exchanged { EXCHANGED } else { spec.jump.map_or(SLIP, NonZeroU32::get) };
        let is_held = is_exchanged || spec.jump.is_some() || spec.ratio.is_none() && !now.value.is_zero();
        if is_held && is_beyond(now.value, before.value, factor.into()) {
            let jump = finding(Code::CountJumps, Severity::Warning, now)
                .with("label", &spec.label)
                .with_digits("now", now.digits())
                .with("measure", now.measure())
                .with_digits("before", before.digits())
                .with("measure_before", before.measure())
                .with("earlier", earlier.clone())
                .with("factor", factor);
            findings.push(jump);
        }
        if !is_watched(spec) || now.value.is_zero() {
            continue;
        }
        watched += 1;
        if now.value == before.value {
            let is_told = spec.unchanged.is_some() || is_improbable(now.value);
            unchanged.push((now, is_told));
        }
    }
    // One small count that stays is chance; all of them are last period's form.
    if watched < SEVERAL || unchanged.len() < watched {
        unchanged.retain(|(_, is_told)| *is_told);
    }
    if let Some(&(first, _)) = unchanged.first() {
        let same = finding(Code::CountsUnchanged, Severity::Note, first);
        let counts = Argument::list(
            unchanged.iter().map(|(figure, _)| format!("{}{}", figure.spec().label, figure.printed())),
        );
        findings.push(same.with("counts", counts).with("earlier", earlier));
    }
    findings
}

/// Counts that stand in each other's fields: 场次 670 and 人次 11, where they were 8 and 419 in the period before.
fn exchanged(manifest: &PluginManifest, figures: &Figures, past: &Baseline) -> Vec<CountIndex> {
    let counts = figures.counts().of(&manifest.id).filter(|(.., spec)| spec.ratio.is_none());
    let known = counts
        .filter_map(|(index, ..)| Some((index, figures.get(index)?.value, past.previous.get(index)?.value)));
    let known = known.filter(|(_, now, before)| is_beyond(*now, *before, EXCHANGED.into()));
    let (up, down): (Vec<_>, Vec<_>) = known.partition(|(_, now, before)| now > before);
    let is_like = |now: Decimal, before: Decimal| !before.is_zero() && !is_beyond(now, before, ALIKE.into());
    let pairs = up.iter().flat_map(|up| down.iter().map(move |down| (up, down)));
    let pairs = pairs.filter(|((_, up, was_less), (_, down, was_more))| {
        is_like(*up, *was_more) && is_like(*down, *was_less)
    });
    pairs.flat_map(|(up, down)| [up.0, down.0]).collect()
}

/// Counts far from what the unit has filed: by how much they have varied (five times the median deviation, or what chance
/// does to a number of that size), and beyond twice the largest or half the smallest.
pub fn outlying(
    manifest: &PluginManifest,
    figures: &Figures,
    places: &Locations,
    filed: impl Fn(CountIndex) -> Vec<Decimal>,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let watched = figures.counts().of(&manifest.id).filter(|(.., spec)| spec.outlier && spec.ratio.is_none());
    for (index, name, spec) in watched {
        let Some(now) = figures.get(index) else { continue };
        let mut filed = filed(index);
        filed.sort();
        let (Some(least), Some(most)) = (filed.first().copied(), filed.last().copied()) else { continue };
        let is_stock = matches!(spec.over_time, Aggregation::Last | Aggregation::None);
        if filed.len() < FILED || !is_far(now.value, &filed, is_stock) {
            continue;
        }
        let found = Diagnostic::new(Code::CountOutlying)
            .with("key", now.key())
            .with("label", &spec.label)
            .with_digits("now", now.digits())
            .with("measure", now.measure())
            .with_digits("usual", median(&filed).normalize())
            .with_digits("least", least.normalize())
            .with_digits("most", most.normalize())
            .with("periods", filed.len())
            .weighing(Severity::Warning);
        findings.push(match origin::of(name.as_str(), &manifest.id, figures, places) {
            Some(place) => found.at(place),
            None => found,
        });
    }
    findings
}

/// Counts that are missing though the unit filed them for the period before, and for the same one a year earlier where it
/// filed anything: what is asked for once a year is not missed in between.
pub fn gone(
    manifest: &PluginManifest,
    figures: &Figures,
    past: &Baseline,
    places: &Locations,
) -> Vec<Diagnostic> {
    let counts = || figures.counts().of(&manifest.id);
    let filed_a_year_ago = counts().any(|(index, ..)| past.last_year.get(index).is_some());
    let is_gone = |index| {
        figures.get(index).is_none()
            && past.previous.get(index).is_some()
            && (!filed_a_year_ago || past.last_year.get(index).is_some())
    };
    let gone =
        counts().filter(|(index, _, spec)| spec.ratio.is_none() && spec.expr.is_none() && is_gone(*index));
    let finding = |(index, _, spec): (CountIndex, _, &CountSpec)| {
        let before = past.previous.get(index)?;
        let found = Diagnostic::new(Code::CountGone)
            .with("key", before.key())
            .with("label", &spec.label)
            .with_digits("before", before.digits())
            .with("measure", before.measure())
            .with("earlier", Argument::PeriodBefore(past.period))
            .weighing(Severity::Warning);
        Some(match places.first(&manifest.id) {
            Some(place) => found.at(place.clone()),
            None => found,
        })
    };
    gone.filter_map(finding).collect()
}

/// Whether a value is far from sorted ones. A stock, which is what it is at the period's end, does not vary by chance.
fn is_far(now: Decimal, filed: &[Decimal], is_stock: bool) -> bool {
    let usual = median(filed);
    let mut deviations: Vec<Decimal> = filed.iter().map(|value| (*value - usual).abs()).collect();
    deviations.sort();
    let least = if is_stock { Decimal::new(5, 1) } else { Decimal::ONE };
    let spread = (median(&deviations) * Decimal::new(15, 1)).max(usual.abs() / Decimal::TEN).max(least);
    let (two, five) = (Decimal::TWO, Decimal::from(5));
    let distance = (now - usual).abs();
    // A number of this size varies by its square root.
    let square = distance.checked_mul(distance);
    // Of six or more none at all is left to chance once in four hundred.
    let is_gone = now.is_zero() && filed.first().is_some_and(|least| *least >= Decimal::from(GONE));
    let is_chance = !is_stock && !is_gone && square.is_some_and(|square| square <= usual.abs() * five * five);
    let is_beyond = filed.last().is_some_and(|most| now > *most * two)
        || filed.first().is_some_and(|least| now * two < *least);
    is_beyond && !is_chance && (is_gone || distance > spread * five)
}

/// The middle of sorted values.
fn median(sorted: &[Decimal]) -> Decimal {
    let middle = sorted.len() / 2;
    match (sorted.get(middle), sorted.get(middle.wrapping_sub(1))) {
        (Some(upper), Some(lower)) if sorted.len().is_multiple_of(2) => (*upper + *lower) / Decimal::TWO,
        (Some(value), _) => *value,
        _ => Decimal::ZERO,
    }
}

/// Whether two periods would hardly have this number by chance: a large one, or one with several digits after its point.
fn is_improbable(value: Decimal) -> bool {
    let digits = value.normalize();
    value >= IMPROBABLE.into() || digits.scale() > 0 && digits.mantissa().abs() >= 100
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
    fn a_value_is_far_by_how_the_unit_varies() {
        for (filed, now, far) in [
            (&[61, 66, 70, 74][..], 7, true),
            (&[61, 66, 70, 74], 700, true),
            (&[61, 66, 70, 74], 40, false),
            (&[1, 2, 3, 3], 5, false),
            (&[1, 2, 3, 3], 30, true),
            (&[200, 205, 206, 210], 330, false),
            (&[100, 300, 500, 700], 1500, false),
            (&[0, 0, 0, 0], 4, false),
        ] {
            let filed: Vec<Decimal> = filed.iter().map(|value| (*value).into()).collect();
            assert_eq!(is_far(now.into(), &filed, false), far, "{filed:?} {now}");
        }
    }

    #[test]
    fn none_of_what_there_always_was_is_far_and_so_is_a_stock_that_shrinks() {
        for (filed, now, is_stock, far) in [
            (&[7, 7, 7, 7][..], 0, true, true),
            (&[3, 3, 3, 3], 0, true, true),
            (&[7, 7, 7, 7], 6, true, false),
            (&[9, 9, 9, 9], 3, true, true),
            (&[6, 8, 9, 11], 0, false, true),
            (&[1, 2, 3, 3], 0, false, false),
            (&[2, 5, 8, 9], 0, true, false),
        ] {
            let filed: Vec<Decimal> = filed.iter().map(|value| (*value).into()).collect();
            assert_eq!(is_far(now.into(), &filed, is_stock), far, "{filed:?} {now}");
        }
    }

    #[test]
    fn a_jump_is_beyond_the_factor_either_way() {
        for (now, before, beyond) in
            [(31, 10, true), (30, 10, false), (10, 30, false), (9, 30, true), (5, 0, false), (0, 5, true)]
        {
            assert_eq!(is_beyond(now.into(), before.into(), 3.into()), beyond, "{now} {before}");
        }
    }
}
