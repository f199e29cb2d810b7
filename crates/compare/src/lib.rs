//! What differs between two runs, or two periods: first what both come to ([`sums`]), then figures and words unit by unit. Each
//! [`side`] tells what it has; the words are compared as the paragraphs of the same kind of file ([`words`]).
//!
//! This crate must not know the terminal, nor how a report is made.

pub mod figures;
pub mod side;
pub mod sums;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use huibian_contract::{CountKey, IndexMap, UnitId};
use huibian_diagnostic::Diagnostic;
use huibian_figure::Counts;
use huibian_manifest::say_the_same;

pub use figures::FigureDifference;
use figures::Printed;
pub use side::Side;
use side::SideUnit;
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

/// What differs for one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitDifference {
    /// The unit's id.
    pub id: UnitId,
    /// The unit's name; the later one where it has changed.
    pub name: String,
    /// Whether the unit is on either side.
    pub presence: Presence,
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
    /// It is new.
    After,
    /// It is gone.
    Before,
}

/// Compares two sides, whose `counts` add up as they are declared to. From then on they know what was found of them.
pub fn compare(before: &mut Side, after: &mut Side, counts: &Arc<Counts>) -> Comparison {
    let kind = WordsKind::common(before, after);
    let (earlier, later) = (before.units(), after.units());
    let known: BTreeSet<&UnitId> = later.iter().collect();
    let gone = earlier.iter().filter(|id| !known.contains(id));
    let all: Vec<&UnitId> = later.iter().chain(gone).collect();
    let (mut adding, mut differing) = (Adding::default(), Vec::new());
    for id in &all {
        // Where both records say that the words are the same, no file need be read for them.
        let same = before.words_hash(id).zip(after.words_hash(id));
        let same = same.and_then(|(before, after)| say_the_same(&before, &after));
        let kind = kind.filter(|_| same != Some(true));
        let (was, is) = (before.side_unit(id, kind), after.side_unit(id, kind));
        if let (Some(was), Some(is)) = (&was, &is) {
            adding.take(id.as_str(), was, is);
        }
        differing.extend(difference(id, was, is));
    }
    [before, after].into_iter().for_each(Side::conclude);
    Comparison { units: all.len(), sums: adding.sums(counts), differing }
}

fn difference(id: &UnitId, before: Option<SideUnit>, after: Option<SideUnit>) -> Option<UnitDifference> {
    let presence = match (&before, &after) {
        (Some(_), Some(_)) => Presence::Both,
        (None, Some(_)) => Presence::After,
        (Some(_), None) => Presence::Before,
        (None, None) => return None,
    };
    let name = after.as_ref().or(before.as_ref()).map(|unit| unit.name.clone()).unwrap_or_default();
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let figures = figures(&before.figures, &after.figures);
    let words = before.words.clone().zip(after.words.clone()).filter(|(before, after)| before != after);
    let unmade = [before.unmade, after.unmade];
    let hashes = before.words_hash.as_ref().zip(after.words_hash.as_ref());
    let are_there = before.words.is_some() && after.words.is_some();
    let is_reworded =
        !are_there && hashes.is_some_and(|(before, after)| say_the_same(before, after) == Some(false));
    let differs = presence != Presence::Both
        || unmade.contains(&true)
        || !figures.is_empty()
        || words.is_some()
        || is_reworded;
    let faults = [before.faults, after.faults];
    let id = id.clone();
    differs.then_some(UnitDifference { id, name, presence, unmade, faults, figures, words, is_reworded })
}

fn figures(
    before: &IndexMap<CountKey, Printed>,
    after: &IndexMap<CountKey, Printed>,
) -> Vec<FigureDifference> {
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    let all = after.keys().chain(gone).map(|key| FigureDifference {
        key: key.clone(),
        before: before.get(key).cloned(),
        after: after.get(key).cloned(),
    });
    all.filter(|figure| figure.before != figure.after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side_unit(figures: &[(&str, &str)], words: Option<&[&str]>) -> SideUnit {
        SideUnit {
            name: "云溪镇".to_owned(),
            figures: figures
                .iter()
                .map(|(key, digits)| (key.parse().unwrap(), Printed::new(digits, "次")))
                .collect(),
            words: words.map(|words| words.iter().map(ToString::to_string).collect()),
            ..SideUnit::default()
        }
    }

    #[test]
    fn what_is_the_same_is_not_told_and_what_is_missing_is_no_zero() {
        let id = UnitId::new("yunxi").unwrap();
        let one = side_unit(&[("a/x", "1"), ("a/y", "2")], Some(&["甲"]));
        assert_eq!(difference(&id, Some(one.clone()), Some(one.clone())), None);
        let two = side_unit(&[("a/z", "0"), ("a/x", "3")], Some(&["乙"]));
        let found = difference(&id, Some(one.clone()), Some(two)).unwrap();
        let shown = |figure: &Option<Printed>| figure.as_ref().map(Printed::to_string);
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
        let filed = side_unit(&[("a/x", "1"), ("a/y", "2")], None);
        assert_eq!(difference(&id, Some(filed), Some(one.clone())), None, "no words are not other words");
        assert_eq!(difference(&id, None, Some(one)).unwrap().presence, Presence::After);
    }
}
