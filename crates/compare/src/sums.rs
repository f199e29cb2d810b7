//! What both sides come to. Only what compares is added up: of each count the units that gave it both times in one measure,
//! each once, those above others left out.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use huibian_contract::{CountKey, CountSpec};
use huibian_figure::{CountIndex, Counts, Figures, Merge, Origin};

use crate::figures::{FigureDifference, Printed};
use crate::part::Part;

/// The sums of two sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many units are on both sides.
    pub units: usize,
    /// The counts that add up, in the order of the report.
    pub figures: Vec<Sum>,
}

/// What one count comes to on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The sums.
    pub figure: FigureDifference,
    /// How many units gave it both times.
    pub units: usize,
}

/// Takes in units one after the other.
pub(crate) struct Adding<'c> {
    counts: &'c Arc<Counts>,
    both: Vec<[Part; 2]>,
    /// Who stands above others, by id or name.
    above: HashSet<String>,
}

impl<'c> Adding<'c> {
    pub(crate) fn new(counts: &'c Arc<Counts>) -> Self {
        Self { counts, both: Vec::new(), above: HashSet::new() }
    }

    /// Takes in what both sides have of the same. What could not be made on either, or is there in part, has no
    /// figures that compare.
    pub(crate) fn take(&mut self, before: &Part, after: &Part) {
        self.above.extend(before.parents.iter().chain(&after.parents).cloned());
        let is_out = |part: &Part| part.unmade || part.is_partial || part.ids.is_empty();
        if !(is_out(before) || is_out(after)) {
            let kept = |part: &Part| Part {
                ids: part.ids.clone(),
                names: part.names.clone(),
                figures: part.figures.clone(),
                ..Part::default()
            };
            self.both.push([kept(before), kept(after)]);
        }
    }

    /// Adds them up.
    pub(crate) fn sums(mut self) -> Sums {
        let above = std::mem::take(&mut self.above);
        let is_above = |part: &Part| {
            part.ids.iter().any(|id| above.contains(id.as_str()))
                || part.names.iter().any(|name| above.contains(name))
        };
        self.both.retain(|[_, after]| !is_above(after));
        let units = self.both.iter().map(|[_, after]| after.ids.len()).sum();
        Sums { units, figures: self.figures(units) }
    }

    fn figures(&self, units: usize) -> Vec<Sum> {
        let counts = self.counts;
        let (mut before, mut after) = (Merge::new(counts), Merge::new(counts));
        // Which gave each count both times.
        let mut gave: BTreeMap<CountIndex, BTreeSet<usize>> = BTreeMap::new();
        for (place, both) in self.both.iter().enumerate() {
            let compares = |index: CountIndex| both.iter().all(|part| part.gave(index, counts));
            let own = counts.own().filter(|(.., spec)| spec.ratio.is_none());
            let same: Vec<CountIndex> =
                own.map(|(index, ..)| index).filter(|index| compares(*index)).collect();
            for index in &same {
                gave.entry(*index).or_default().insert(place);
            }
            for (part, sum) in both.iter().zip([&mut before, &mut after]) {
                for figures in &part.figures {
                    sum.take(&only(figures, &same));
                }
            }
        }
        let (was, is, none) = (before.figures(units), after.figures(units), BTreeSet::new());
        let sum = |(index, key, _): (CountIndex, &CountKey, &CountSpec)| {
            let gave = |index| gave.get(&index).unwrap_or(&none);
            let places: Vec<usize> = match counts.parts(index) {
                // A rate is of those that gave both its parts both times.
                Some([above, below]) => gave(above).intersection(gave(below)).copied().collect(),
                None => gave(index).iter().copied().collect(),
            };
            let units = places.into_iter().map(|place| self.both[place][1].ids.len()).sum();
            let printed = |figures: &Figures| figures.get(index).map(Printed::of);
            let (before, after) = (printed(&was), printed(&is));
            let is_given = before.is_some() || after.is_some();
            is_given.then(|| Sum { figure: FigureDifference { key: key.clone(), before, after }, units })
        };
        counts.own().filter_map(sum).collect()
    }
}

/// Some of a unit's figures.
fn only(figures: &Figures, indices: &[CountIndex]) -> Figures {
    let mut kept = Figures::of(figures.counts());
    for index in indices {
        figures.exact(*index).into_iter().for_each(|value| kept.set(*index, value, Origin::default()));
    }
    kept
}

#[cfg(test)]
mod tests {
    use huibian_contract::UnitId;
    use huibian_figure::Filed;
    use huibian_history::Carrier;

    use super::*;
    use crate::side::SideUnit;

    const MANIFEST: &str = r#"
        id = "safety"
        version = "1"
        title = "安全"
        contract = 1
        slots = []
        [counts]
        hazards = { label = "隐患", measure = "处" }
        rectified = { label = "整改", measure = "处" }
        rate = { kind = "ratio", label = "整改率", scale = 1, ratio = { num = "rectified", den = "hazards", as = "%" } }
    "#;

    fn unit(parent: Option<&str>, figures: &[(&str, &str, &str)]) -> SideUnit {
        let counts = figures.iter().map(|(key, value, measure)| {
            let filed =
                Filed { value: (*value).to_owned(), measure: (*measure).to_owned(), from: Vec::new() };
            (format!("safety/{key}").parse().unwrap(), filed)
        });
        SideUnit {
            name: "甲".to_owned(),
            parent: parent.map(str::to_owned),
            counts: counts.collect(),
            ..SideUnit::default()
        }
    }

    fn sums(units: &[(&str, SideUnit, SideUnit)]) -> Vec<String> {
        let manifest: huibian_contract::PluginManifest = toml::from_str(MANIFEST).unwrap();
        let counts = Arc::new(Counts::new([&manifest], []));
        let (carrier, mut adding) = (Carrier::new(&counts), Adding::new(&counts));
        for (id, before, after) in units {
            let part = |unit: &SideUnit| {
                Part::of(vec![(UnitId::new(id).unwrap(), unit.clone())], (&carrier, &counts), true)
            };
            adding.take(&part(before), &part(after));
        }
        let sums = adding.sums();
        let shown = |sum: &Sum| {
            let FigureDifference { key, before, after } = &sum.figure;
            let [before, after] =
                [before, after].map(|it| it.as_ref().map_or("–".to_owned(), Printed::to_string));
            format!("{} {before} {after} {}/{}", key.name, sum.units, sums.units)
        };
        sums.figures.iter().map(shown).collect()
    }

    #[test]
    fn a_sum_is_over_the_units_that_gave_a_count_both_times() {
        let (a, b) = (
            unit(None, &[("hazards", "10", "处"), ("rectified", "5", "处")]),
            unit(None, &[("hazards", "20", "处")]),
        );
        let both = unit(None, &[("hazards", "20", "处"), ("rectified", "10", "处")]);
        assert_eq!(
            sums(&[("a", a.clone(), both.clone()), ("b", a.clone(), b)]),
            ["hazards 20处 40处 2/2", "rectified 5处 10处 1/2", "rate 50.0% 50.0% 1/2"],
            "a rate is of the units that gave both its parts both times"
        );
        assert_eq!(
            sums(&[("a", a.clone(), both)]),
            ["hazards 10处 20处 1/1", "rectified 5处 10处 1/1", "rate 50.0% 50.0% 1/1"]
        );
        let other = unit(None, &[("hazards", "10", "百处")]);
        assert!(sums(&[("a", a.clone(), other)]).is_empty(), "other measures do not add up");
        assert!(sums(&[("a", a, SideUnit { unmade: true, ..SideUnit::default() })]).is_empty());
    }

    #[test]
    fn who_stands_above_others_is_not_counted_twice() {
        let of = |parent, digits| unit(parent, &[("hazards", digits, "处")]);
        let all = [
            ("xian", of(None, "9"), of(None, "9")),
            ("a", of(Some("xian"), "4"), of(Some("xian"), "5")),
            ("b", of(Some("xian"), "5"), of(Some("xian"), "4")),
        ];
        assert_eq!(sums(&all), ["hazards 9处 9处 2/2"]);
    }
}
