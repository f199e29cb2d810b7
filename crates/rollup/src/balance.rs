//! What a report prints in another measure: its figures of all times and those of the units below it, rounded together so that
//! whatever stands beside each other adds up.

use std::collections::HashMap;

use huibian_contract::Basis;
use huibian_figure::{CountFigure, Figures, Moved};
use huibian_history::Baseline;
use huibian_report::chart::Member;
use huibian_report::table::Listed;

use crate::rounding_note::{Balanced, Rounding};

/// Rounds a report's figures, those of its past and those below it. Returns which took a remainder.
pub fn balance(
    figures: &mut Figures,
    past: &mut Baseline,
    listed: Option<&mut [Listed]>,
    members: &mut [Member],
) -> Rounding {
    let listed = listed.unwrap_or_default();
    // By their names, so that units are taken alike in every period.
    let mut below: Vec<&mut Listed> = listed.iter_mut().collect();
    below.sort_by(|one, other| one.name.cmp(&other.name));
    let names: Vec<String> = below.iter().map(|unit| unit.name.clone()).collect();
    let (mut now, mut before): (Vec<_>, Vec<_>) =
        below.into_iter().map(|unit| (&mut unit.figures, &mut unit.previous)).unzip();
    let moved = huibian_figure::balance(figures, &mut now).into_iter().map(|moved| (Basis::Now, moved));
    let moved: Vec<_> = moved.chain(past.balance(figures, &mut before)).collect();
    // A chart says of a unit what the table does.
    let listed: HashMap<&str, &Listed> = listed.iter().map(|unit| (unit.name.as_str(), unit)).collect();
    for member in members.iter_mut().filter(|_| !moved.is_empty()) {
        if let Some(unit) = listed.get(member.name.as_str()) {
            member.figures = unit.figures.clone();
        }
    }
    let balanced = |(basis, Moved { index, unit }): (Basis, Moved)| Balanced {
        index,
        basis,
        time: past.qualifier(basis),
        unit: unit.and_then(|unit| names.get(unit).cloned()),
    };
    let off_year = figures.iter().filter(|now| is_off_year(*now, past)).map(|now| now.index);
    Rounding { moved: moved.into_iter().map(balanced).collect(), off_year: off_year.collect() }
}

/// Whether a year of two periods is printed as something else than those come to as they are printed.
fn is_off_year(now: CountFigure<'_>, past: &Baseline) -> bool {
    if now.spec().shown.is_none() {
        return false;
    }
    let both = past.previous.get(now.index).zip(past.to_date.get(now.index));
    both.is_some_and(|(before, year)| {
        let sums = [
            (now.value.checked_add(before.value), year.value),
            (now.shown().value().checked_add(before.shown().value()), year.shown().value()),
        ];
        sums.map(|(sum, year)| sum == Some(year)) == [true, false]
    })
}
