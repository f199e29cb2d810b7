//! What a report prints in another measure: its figures of all times and those of the units below it, rounded together so that
//! whatever stands beside each other adds up.

use std::collections::HashMap;

use huibian_contract::Basis;
use huibian_figure::{Figures, Moved};
use huibian_history::Baseline;
use huibian_report::chart::Member;
use huibian_report::table::Listed;

use crate::balanced::Balanced;

/// Rounds a report's figures, those of its past and those below it. Returns which took a remainder, of its own period and of
/// the times that are `told`.
pub fn balance(
    figures: &mut Figures,
    past: &mut Baseline,
    (listed, members): (&mut [Listed], &mut [Member]),
    told: &[Basis],
) -> Vec<Balanced> {
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
    let told = moved.into_iter().filter(|(basis, _)| *basis == Basis::Now || told.contains(basis));
    let balanced = |(basis, Moved { index, unit }): (Basis, Moved)| Balanced {
        index,
        time: past.qualifier(basis),
        unit: unit.and_then(|unit| names.get(unit).cloned()),
    };
    told.map(balanced).collect()
}
