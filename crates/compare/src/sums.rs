//! What both sides come to. Only what compares is added up: of each count the units that gave it both times in one measure,
//! each once, those above others left out.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use huibian_contract::{CountKey, CountSpec, IndexMap};
use huibian_figure::{CountIndex, Counts, Figures, Merge, Origin};
use rust_decimal::Decimal;

use crate::figures::{FigureDifference, Printed};
use crate::side::SideUnit;

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

/// The figures of one unit on both sides.
type Both = (IndexMap<CountKey, Printed>, IndexMap<CountKey, Printed>);

/// Takes in units one after the other.
#[derive(Default)]
pub(crate) struct Adding {
    units: Vec<(String, String, Both)>,
    /// Who stands above others, by id or name.
    above: HashSet<String>,
}

impl Adding {
    /// Takes in a unit that is on both sides. One that could not be made on either has no figures that compare.
    pub fn take(&mut self, id: &str, before: &SideUnit, after: &SideUnit) {
        self.above.extend(before.parent.iter().chain(&after.parent).cloned());
        if !before.unmade && !after.unmade {
            let both = (before.figures.clone(), after.figures.clone());
            self.units.push((id.to_owned(), after.name.clone(), both));
        }
    }

    /// Adds them up.
    pub fn sums(self, counts: &Arc<Counts>) -> Sums {
        let Self { mut units, above } = self;
        units.retain(|(id, name, _)| !above.contains(id) && !above.contains(name));
        let units: Vec<Both> = units.into_iter().map(|(.., both)| both).collect();
        Sums { units: units.len(), figures: sums(counts, &units) }
    }
}

fn sums(counts: &Arc<Counts>, units: &[Both]) -> Vec<Sum> {
    let (mut before, mut after) = (Merge::new(counts), Merge::new(counts));
    // Which units gave each count both times.
    let mut gave: HashMap<CountIndex, BTreeSet<usize>> = HashMap::new();
    for (unit, both) in units.iter().enumerate() {
        let (mut was, mut is) = (Figures::of(counts), Figures::of(counts));
        for (index, key, _) in counts.own() {
            let Some((before, after)) = comparable(both, key) else { continue };
            was.set(index, before, Origin::default());
            is.set(index, after, Origin::default());
            gave.entry(index).or_default().insert(unit);
        }
        before.take(&was);
        after.take(&is);
    }
    let (was, is) = (before.figures(units.len()), after.figures(units.len()));
    let sum = |(index, key, _): (CountIndex, &CountKey, &CountSpec)| {
        let units = match counts.parts(index) {
            // A rate over other units than its base is no rate.
            Some([above, below]) => gave.get(&above).filter(|units| gave.get(&below) == Some(units))?.len(),
            None => gave.get(&index)?.len(),
        };
        let printed = |figures: &Figures| {
            let figure = figures.get(index)?;
            Some(Printed::new(&figure.digits().to_string(), figure.measure()))
        };
        let (before, after) = (printed(&was), printed(&is));
        let is_given = before.is_some() || after.is_some();
        is_given.then(|| Sum { figure: FigureDifference { key: key.clone(), before, after }, units })
    };
    counts.own().filter_map(sum).collect()
}

/// What a unit gave both times, where that is counted in one measure.
fn comparable((before, after): &Both, key: &CountKey) -> Option<(Decimal, Decimal)> {
    let (before, after) = (before.get(key)?, after.get(key)?);
    (before.measure == after.measure).then_some((before.value?, after.value?))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let figures = figures.iter().map(|(key, digits, measure)| {
            (format!("safety/{key}").parse().unwrap(), Printed::new(digits, measure))
        });
        SideUnit {
            name: "甲".to_owned(),
            parent: parent.map(str::to_owned),
            figures: figures.collect(),
            ..SideUnit::default()
        }
    }

    fn sums(units: &[(&str, SideUnit, SideUnit)]) -> Vec<String> {
        let manifest: huibian_contract::PluginManifest = toml::from_str(MANIFEST).unwrap();
        let mut adding = Adding::default();
        units.iter().for_each(|(id, before, after)| adding.take(id, before, after));
        let sums = adding.sums(&Arc::new(Counts::new([&manifest], [])));
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
            ["hazards 20处 40处 2/2", "rectified 5处 10处 1/2"],
            "a rate over other units than its base is none"
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
