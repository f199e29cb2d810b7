//! What differs between two runs, or two periods: first what both come to ([`sums`]), then figures and words unit by unit. Each
//! [`side`] tells what it has; the words are compared as the paragraphs of the same kind of file ([`words`]).
//!
//! This crate must not know the terminal, nor how a report is made.

mod closed;
pub mod figures;
mod pairs;
mod part;
pub mod side;
pub mod sums;
mod words;

use std::sync::Arc;

use huibian_contract::{CountKey, UnitId};
use huibian_diagnostic::Diagnostic;
use huibian_figure::Counts;
use huibian_history::{Carrier, Lineage};
use huibian_manifest::say_the_same;

pub use figures::FigureDifference;
use pairs::{Pair, pairs};
use part::Part;
pub use side::Side;
use sums::Adding;
pub use sums::{Sum, Sums};
use words::WordsKind;

/// What differs between two sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// How many units there are on either side.
    pub units: usize,
    /// What both come to.
    pub sums: Sums,
    /// Every unit that differs, in the later side's order, then those that are gone.
    pub differing: Vec<UnitDifference>,
}

/// What differs for one unit, or for units that are one on either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitDifference {
    /// The unit's id; the first of several.
    pub id: UnitId,
    /// The unit's name; the later one where it has changed.
    pub name: String,
    /// What it was called before, where that was something else.
    pub was: Option<String>,
    /// Whether the unit is on either side.
    pub presence: Presence,
    /// Whether one side has a part of what the other has, so that no figures compare.
    pub is_partial: bool,
    /// Whether the report could not be made before, and after: what there is of it is not the whole.
    pub unmade: [bool; 2],
    /// What kept it from being made before, and after.
    pub faults: [Vec<Diagnostic>; 2],
    /// The counts that differ, in the order of the report.
    pub figures: Vec<FigureDifference>,
    /// The paragraphs of either side where they differ; none where a side has no words.
    pub words: Option<(Vec<String>, Vec<String>)>,
    /// Whether the words are known to differ, though a side has none that could be shown.
    pub is_reworded: bool,
}

/// On which side a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// On both.
    Both,
    /// On the later one alone, and why.
    After(Absence),
    /// On the earlier one alone, and why.
    Before(Absence),
}

/// Why a side has nothing of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It should have given data and did not.
    Unfiled,
    /// It was no unit of that time.
    NoUnit,
    /// Nobody says.
    Unknown,
}

/// Compares two sides, whose `counts` add up as they are declared to, and whose units are who they were by their `lineage`. From then
/// on they know what was found of them.
pub fn compare(before: &mut Side, after: &mut Side, counts: &Arc<Counts>, lineage: &Lineage) -> Comparison {
    let kind = WordsKind::common(before, after);
    let pairs = pairs((before.period(), &before.units()), (after.period(), &after.units()), lineage);
    let (carrier, mut adding, mut differing) = (Carrier::new(counts), Adding::new(counts), Vec::new());
    for pair in &pairs {
        let kind = kind.filter(|_| pair.is_plain() && !say_the_same_words(pair, before, after));
        let part = |side: &mut Side, ids: &[UnitId]| {
            let units = ids.iter().filter_map(|id| Some((id.clone(), side.side_unit(id, kind)?)));
            Part::of(units.collect(), (&carrier, counts), pair.is_plain())
        };
        let (mut was, mut is) = (part(before, &pair.before), part(after, &pair.after));
        (was.is_partial, is.is_partial) = (pair.is_partial, pair.is_partial);
        adding.take(&was, &is);
        let absence = |side: &Side, there: &Part| side.absence(&names(there, pair), &lineage.listed);
        let presence = match (was.ids.is_empty(), is.ids.is_empty()) {
            (false, false) => Presence::Both,
            (true, false) => Presence::After(absence(before, &is)),
            (false, true) => Presence::Before(absence(after, &was)),
            (true, true) => continue,
        };
        differing.extend(difference(presence, was, is).map(|unit| called(unit, &pair.called)));
    }
    [before, after].into_iter().for_each(Side::conclude);
    Comparison { units: pairs.iter().map(Pair::units).sum(), sums: adding.sums(), differing }
}

/// The ids and names that units of one side may have on the other.
fn names<'n>(there: &'n Part, pair: &'n Pair) -> Vec<&'n str> {
    let ids = there.ids.iter().map(UnitId::as_str);
    ids.chain(there.names.iter().map(String::as_str)).chain(pair.names.iter().map(String::as_str)).collect()
}

/// With what a unit was called on a side that has nothing of it.
fn called(unit: UnitDifference, called: &[String]) -> UnitDifference {
    let was = Some(called.join("、")).filter(|was| !was.is_empty() && *was != unit.name);
    UnitDifference { was: unit.was.or(was), ..unit }
}

/// Where both records say that the words are the same, no file need be read for them.
fn say_the_same_words(pair: &Pair, before: &Side, after: &Side) -> bool {
    let hash = |side: &Side, ids: &[UnitId]| side.words_hash(ids.first()?);
    let both = hash(before, &pair.before).zip(hash(after, &pair.after));
    both.and_then(|(before, after)| say_the_same(&before, &after)) == Some(true)
}

fn difference(presence: Presence, before: Part, after: Part) -> Option<UnitDifference> {
    let later = if after.ids.is_empty() { &before } else { &after };
    let (id, name) = (later.ids.first()?.clone(), later.name());
    let was = Some(before.name()).filter(|was| !was.is_empty() && *was != name);
    let is_partial = after.is_partial;
    let figures = if is_partial { Vec::new() } else { figures(&before, &after) };
    let words = before.words.clone().zip(after.words.clone()).filter(|(before, after)| before != after);
    let unmade = [before.unmade, after.unmade];
    let is_plain = before.ids.len() <= 1 && after.ids.len() <= 1;
    let hashes = before.words_hash.as_ref().zip(after.words_hash.as_ref()).filter(|_| is_plain);
    let are_there = before.words.is_some() && after.words.is_some();
    let is_reworded =
        !are_there && hashes.is_some_and(|(before, after)| say_the_same(before, after) == Some(false));
    let differs = presence != Presence::Both
        || was.is_some()
        || is_partial
        || unmade.contains(&true)
        || !figures.is_empty()
        || words.is_some()
        || is_reworded;
    let faults = [before.faults, after.faults];
    differs.then_some(UnitDifference {
        id,
        name,
        was,
        presence,
        is_partial,
        unmade,
        faults,
        figures,
        words,
        is_reworded,
    })
}

/// The counts that differ, but for those of which either has a part alone.
fn figures(before: &Part, after: &Part) -> Vec<FigureDifference> {
    let gone = before.printed.keys().filter(|key| !after.printed.contains_key(*key));
    let is_partial = |key: &&CountKey| before.partial.contains(*key) || after.partial.contains(*key);
    let all = after.printed.keys().chain(gone).filter(|key| !is_partial(key));
    let all = all.map(|key| FigureDifference {
        key: key.clone(),
        before: before.printed.get(key).cloned(),
        after: after.printed.get(key).cloned(),
    });
    all.filter(|figure| figure.before != figure.after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use huibian_figure::Filed;

    use crate::side::SideUnit;

    fn part(figures: &[(&str, &str)], words: Option<&[&str]>) -> Part {
        let filed =
            |value: &str| Filed { value: value.to_owned(), measure: "次".to_owned(), from: Vec::new() };
        let unit = SideUnit {
            name: "云溪镇".to_owned(),
            counts: figures.iter().map(|(key, value)| (key.parse().unwrap(), filed(value))).collect(),
            words: words.map(|words| words.iter().map(ToString::to_string).collect()),
            ..SideUnit::default()
        };
        let counts = Arc::default();
        Part::of(vec![(UnitId::new("yunxi").unwrap(), unit)], (&Carrier::new(&counts), &counts), true)
    }

    #[test]
    fn what_is_the_same_is_not_told_and_what_is_missing_is_no_zero() {
        let one = part(&[("a/x", "1"), ("a/y", "2")], Some(&["甲"]));
        let difference = |before, after| difference(Presence::Both, before, after);
        assert_eq!(difference(one.clone(), one.clone()), None);
        let two = part(&[("a/z", "0"), ("a/x", "3")], Some(&["乙"]));
        let found = difference(one.clone(), two).unwrap();
        let shown = |figure: &Option<figures::Printed>| figure.as_ref().map(ToString::to_string);
        let figures: Vec<_> = found
            .figures
            .iter()
            .map(|figure| (figure.key.to_string(), shown(&figure.before), shown(&figure.after)))
            .collect();
        let expected = [
            ("a/z".to_owned(), None, Some("0次".to_owned())),
            ("a/x".to_owned(), Some("1次".to_owned()), Some("3次".to_owned())),
            ("a/y".to_owned(), Some("2次".to_owned()), None),
        ];
        assert_eq!(figures, expected);
        assert_eq!(found.words, Some((vec!["甲".to_owned()], vec!["乙".to_owned()])));
        let filed = part(&[("a/x", "1"), ("a/y", "2")], None);
        assert_eq!(difference(filed, one.clone()), None, "no words are not other words");
    }
}
