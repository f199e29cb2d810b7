//! Which units a workspace says must give data, and for which periods.

use std::collections::{BTreeSet, HashSet};

use huibian_contract::Period;

use crate::file::Head;

/// Lists of units, each with the periods that it holds for.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    lists: Vec<List>,
}

#[derive(Clone, Debug)]
struct List {
    first: Option<Period>,
    last: Option<Period>,
    /// The ids or names of its units.
    units: HashSet<String>,
}

impl Lists {
    /// Takes in a list that holds from a first period to a last one.
    pub fn add(
        &mut self,
        first: Option<Period>,
        last: Option<Period>,
        units: impl IntoIterator<Item = String>,
    ) {
        let units: HashSet<String> = units.into_iter().collect();
        if !units.is_empty() {
            self.lists.push(List { first, last, units });
        }
    }

    /// Whether any list holds for a period.
    pub fn holds_for(&self, period: Period) -> bool {
        self.of(period).next().is_some()
    }

    /// Whether a unit of these ids and names is listed for a period: nothing where no list holds for that, or none ever has the unit.
    pub fn has(&self, period: Period, names: &[&str]) -> Option<bool> {
        let is_known = self.has_ever(names) && self.holds_for(period);
        is_known.then(|| self.of(period).any(|list| list.has(names)))
    }

    /// Whether a unit that did not give data in a period should have: as it was filed then, where that is known, else as is listed.
    /// Nothing where nobody says.
    pub fn was_due(&self, period: Period, filed: Option<&Head>, names: &[&str]) -> Option<bool> {
        match filed {
            Some(filed) if filed.lacks(names) => Some(true),
            Some(filed) if filed.listed && self.has_ever(names) => Some(false),
            _ => self.has(period, names),
        }
    }

    /// Who is listed for other periods alone, where any list holds for this one.
    pub fn others(&self, period: Period) -> Vec<String> {
        let all: BTreeSet<&String> = self.lists.iter().flat_map(|list| &list.units).collect();
        let is_other = |name: &&&String| self.has(period, &[name.as_str()]) == Some(false);
        all.iter().filter(is_other).map(|name| (*name).clone()).collect()
    }

    fn has_ever(&self, names: &[&str]) -> bool {
        self.lists.iter().any(|list| list.has(names))
    }

    fn of(&self, period: Period) -> impl Iterator<Item = &List> {
        self.lists.iter().filter(move |list| period.is_between(list.first, list.last))
    }
}

impl List {
    fn has(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.units.contains(*name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_in_the_lists_of_some_periods_and_nothing_is_known_of_who_is_in_none() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let mut listed = Lists::default();
        assert_eq!(listed.has(period("2023Q1"), &["a"]), None);
        listed.add(None, Some(period("2023Q2")), ["a".to_owned(), "b".to_owned()]);
        listed.add(Some(period("2023Q3")), Some(period("2023Q4")), ["b".to_owned()]);
        listed.add(None, None, []);
        let has = |unit: &str| ["2023Q1", "2023Q3", "2024Q1"].map(|at| listed.has(period(at), &[unit]));
        assert_eq!(has("a"), [Some(true), Some(false), None]);
        assert_eq!(has("b"), [Some(true), Some(true), None]);
        assert_eq!(has("c"), [None; 3]);
        assert_eq!(["2023Q1", "2023Q3", "2024Q1"].map(|at| listed.others(period(at)).len()), [0, 1, 0]);
        assert_eq!(listed.has(period("2023Q3"), &["a", "b"]), Some(true), "by any of its names");
        let mut filed = Head { absent: vec!["c".to_owned()], ..Head::new("r", period("2023Q1")) };
        let was_due = |filed: &Head| {
            ["a", "b", "c", "d"].map(|unit| listed.was_due(filed.period, Some(filed), &[unit]))
        };
        assert_eq!(was_due(&filed), [Some(true), Some(true), Some(true), None]);
        filed.listed = true;
        assert_eq!(
            was_due(&filed),
            [Some(false), Some(false), Some(true), None],
            "who was missing was all told"
        );
    }
}
