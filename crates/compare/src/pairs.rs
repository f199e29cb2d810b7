//! Which units of one side are which of the other: one and one as a rule, more where units were put together or divided.

use std::collections::{HashMap, HashSet};

use huibian_contract::{Period, UnitId};
use huibian_history::{Lineage, Then, Together};

/// Units of both sides that are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) before: Vec<UnitId>,
    pub(crate) after: Vec<UnitId>,
    /// Whether a part of what is on one side lacks on the other.
    pub(crate) is_partial: bool,
    /// What those were called on a side that has none of them.
    pub(crate) called: Vec<String>,
    /// The ids and names that they have at any other time, where one side has none of them.
    pub(crate) names: Vec<String>,
}

impl Pair {
    /// Whether it is one unit on each side, or on either alone.
    pub(crate) fn is_plain(&self) -> bool {
        self.before.len() <= 1 && self.after.len() <= 1
    }

    /// How many units there are, as the later side has them.
    pub(crate) fn units(&self) -> usize {
        if self.after.is_empty() { self.before.len() } else { self.after.len() }
    }
}

/// The units of the earlier side.
struct Units<'u> {
    period: Period,
    ids: HashSet<&'u UnitId>,
}

impl Then for Units<'_> {
    fn period(&self) -> Period {
        self.period
    }

    fn knows(&self, unit: &UnitId) -> bool {
        self.ids.contains(unit)
    }
}

/// All units of two sides, each with its period, in the order of the later side, then those that are gone.
pub(crate) fn pairs(
    before: (Period, &[(UnitId, String)]),
    after: (Period, &[(UnitId, String)]),
    lineage: &Lineage,
) -> Vec<Pair> {
    let is_reversed = before.0.start() > after.0.start();
    let ((period, now), (earlier, then)) = if is_reversed { (before, after) } else { (after, before) };
    let after = after.1;
    let [named_now, named_then] = [now, then].map(|units| units.iter().map(|(id, name)| (id, name.as_str())));
    let lineage = lineage.between((period, named_now), (earlier, named_then));
    let units = Units { period: earlier, ids: then.iter().map(|(id, _)| id).collect() };
    let ids = now.iter().map(|(id, _)| id);
    let Together { groups, owners } = lineage.together(ids, std::slice::from_ref(&units));
    // Those of now, and those of then.
    let ids = |group: &Vec<usize>| group.iter().map(|place| now[*place].0.clone()).collect();
    let mut all: Vec<[Vec<UnitId>; 2]> = groups.iter().map(|group| [ids(group), Vec::new()]).collect();
    for (id, _) in then {
        match owners.get(id) {
            Some(group) => all[*group][1].push(id.clone()),
            None => all.push([Vec::new(), vec![id.clone()]]),
        }
    }
    let pair = |[now, then]: [Vec<UnitId>; 2]| {
        let past = lineage.past(&now.iter().collect::<Vec<_>>(), &units);
        let (is_both, knows) = (!(now.is_empty() || then.is_empty()), |unit: &UnitId| units.knows(unit));
        let lacks_some = || past.given(&knows).iter().any(|given| !given.missing.is_empty());
        let is_partial = is_both && (past.is_of_others() || lacks_some());
        let called =
            if then.is_empty() { past.names().into_iter().map(str::to_owned).collect() } else { Vec::new() };
        let names = if is_both { Vec::new() } else { lineage.names_after(now.iter().chain(&then)) };
        let names = names.into_iter().chain(called.iter().map(String::as_str)).map(str::to_owned).collect();
        let (before, after) = if is_reversed { (now, then) } else { (then, now) };
        Pair { before, after, is_partial, called, names }
    };
    all.retain(|[now, then]| !(now.is_empty() && then.is_empty()));
    let mut pairs: Vec<Pair> = all.into_iter().map(pair).collect();
    let places: HashMap<&UnitId, usize> = after.iter().enumerate().map(|(at, (id, _))| (id, at)).collect();
    let place = |pair: &Pair| pair.after.iter().map(|id| places[id]).min().unwrap_or(usize::MAX);
    pairs.sort_by_cached_key(place);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_a_side_has_in_part_alone_does_not_compare() {
        let is_partial = |before: &[&str], after: &[&str]| {
            let pairs = paired(before, after, false);
            assert_eq!(pairs.len(), 1, "{pairs:?}");
            pairs[0].is_partial
        };
        assert!(is_partial(&["a"], &["c"]) && is_partial(&["d"], &["e"]));
        assert!(!is_partial(&["a", "b"], &["c"]) && !is_partial(&["d"], &["e", "f"]));
        assert!(!is_partial(&["g"], &["h"]) && !is_partial(&["c"], &["c"]));
        assert_eq!(paired(&[], &["h"], false)[0].called, ["g"], "what it was, though that gave nothing");
    }

    fn told(before: &[&str], after: &[&str], is_reversed: bool) -> Vec<String> {
        let ids = |ids: &[UnitId]| ids.iter().map(UnitId::as_str).collect::<Vec<_>>().join(" ");
        let pairs = paired(before, after, is_reversed);
        pairs.iter().map(|pair| format!("{}>{}", ids(&pair.before), ids(&pair.after))).collect()
    }

    fn paired(before: &[&str], after: &[&str], is_reversed: bool) -> Vec<Pair> {
        let was = [("c", vec!["a", "b"]), ("e", vec!["d"]), ("f", vec!["d"]), ("h", vec!["g"])];
        let was = was.map(|(now, was)| (now.to_owned(), was.into_iter().map(str::to_owned).collect()));
        let units = |ids: &[&str]| -> Vec<(UnitId, String)> {
            ids.iter().map(|id| (UnitId::new(id).unwrap(), (*id).to_owned())).collect()
        };
        let [then, now]: [Period; 2] = ["2023Q1", "2023Q2"].map(|period| period.parse().unwrap());
        let [earlier, later] = if is_reversed { [now, then] } else { [then, now] };
        pairs((earlier, &units(before)), (later, &units(after)), &Lineage::new(was))
    }

    #[test]
    fn units_that_were_put_together_divided_and_renamed_go_together_either_way() {
        let (then, now) = (["a", "b", "d", "g", "x"], ["h", "e", "c", "f", "y"]);
        assert_eq!(told(&then, &now, false), ["g>h", "d>e f", "a b>c", ">y", "x>"]);
        assert_eq!(told(&now, &then, true), ["c>a b", "e f>d", "h>g", ">x", "y>"]);
        assert_eq!(told(&then, &then, false), ["a>a", "b>b", "d>d", "g>g", "x>x"]);
        assert_eq!(told(&["d"], &["d", "e"], false), ["d>d e"], "a part of it is another by now");
    }
}
