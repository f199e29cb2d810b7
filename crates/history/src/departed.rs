//! A period that is closed, beside its data: what those come to otherwise by now.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_contract::{CountKey, IndexMap, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Location, Severity};
use huibian_figure::{Counts, Figure, Filed, Origin};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::archive::Archive;
use crate::baselines::Baselines;
use crate::file::FiledPeriod;
use crate::filing::{Amended, first_few};

/// The figures that were filed of the report's period, and what of them is otherwise.
#[derive(Debug)]
pub struct Departed {
    path: PathBuf,
    counts: Arc<Counts>,
    /// As it was filed last.
    pub filed: FiledPeriod,
    /// What was filed in another measure, as it would be printed now.
    converted: HashMap<UnitId, HashMap<CountKey, Filed>>,
    /// What differs of units that were made.
    changes: Vec<String>,
}

impl Departed {
    /// A report's period as it was filed last; none where it was not, or where its file cannot be read, which is told elsewhere.
    pub fn of(folder: &Path, report: &str, history: &Baselines) -> Option<Self> {
        let path = Archive::of(folder, report).latest(history.period())?;
        let filed = FiledPeriod::read(&path).ok()?;
        let units = filed.units.keys().filter(|_| !history.own.is_empty());
        let converted = units.map(|unit| (unit.clone(), history.printed_of_own(unit))).collect();
        Some(Self { path, counts: history.shared_counts().clone(), filed, converted, changes: Vec::new() })
    }

    /// Takes in what a unit's data come to, nothing of one that has none, and returns whether that is otherwise.
    pub fn take(&mut self, unit: &UnitId, name: &str, now: &IndexMap<CountKey, Filed>) -> bool {
        let none = IndexMap::default();
        let filed = self.filed.units.get(unit).map_or(&none, |line| &line.counts);
        let mut changes = changes(name, filed, now, &self.counts);
        if let Some(converted) = self.converted.get(unit) {
            changes.retain(|change| {
                converted
                    .get(&change.key)
                    .is_none_or(|filed| now.get(&change.key).is_none_or(|now| now.value != filed.value))
            });
        }
        self.changes.extend(changes.iter().map(Amended::display));
        !changes.is_empty()
    }

    /// Takes in that those who filed and are not among these units have no data by now.
    pub fn take_gone(&mut self, is_there: impl Fn(&UnitId) -> bool) {
        let gone = self.filed.units.values().filter(|line| !is_there(&line.unit));
        let gone: Vec<(UnitId, String)> = gone.map(|line| (line.unit.clone(), line.name.clone())).collect();
        for (unit, name) in gone {
            self.take(&unit, &name, &IndexMap::default());
        }
    }

    /// That the data come to other figures than were filed.
    pub fn told(&self) -> Option<Diagnostic> {
        let told = Diagnostic::new(Code::FiledOtherwise).with("period", self.filed.head.period.to_string());
        let told = told.with("count", self.changes.len()).with("changes", first_few(&self.changes));
        let told = told.at(Location::file(&self.path)).weighing(Severity::Warning);
        (!self.changes.is_empty()).then_some(told)
    }
}

impl Baselines {
    /// Lets what a unit filed of the report's own period in another measure, and is printed as converted, be what was filed.
    pub fn as_filed(&self, unit: &UnitId, counted: &mut IndexMap<CountKey, Filed>) {
        for (key, converted) in self.printed_of_own(unit) {
            let filed = self.counts().index(&key).and_then(|index| self.own.filed(unit, index));
            let (Some(counted), Some(filed)) = (counted.get_mut(&key), filed) else { continue };
            if counted.value == converted.value {
                *counted = filed.clone();
            }
        }
    }

    /// What a unit filed of the report's own period in other measures, as it would be printed now.
    fn printed_of_own(&self, unit: &UnitId) -> HashMap<CountKey, Filed> {
        let printed = self.own.measures().filter_map(|(index, _)| {
            let (spec, filed) = (self.counts().spec(index), self.own.filed(unit, index)?);
            let value = self.carry_own(unit, index, filed.value.parse().ok()?)?;
            let figure = Figure::new(spec, value, Origin::default());
            Some((self.counts().key(index).clone(), Filed::new(spec, &figure)))
        });
        printed.collect()
    }
}

/// Which of a unit's counts come to something else than was filed, by the names that they have now.
fn changes(
    unit: &str,
    filed: &IndexMap<CountKey, Filed>,
    now: &IndexMap<CountKey, Filed>,
    counts: &Counts,
) -> Vec<Amended> {
    let named = |key: &CountKey| counts.named(&key.full()).map(|index| counts.key(index).clone());
    let filed: HashMap<CountKey, &Filed> =
        filed.iter().filter_map(|(key, filed)| Some((named(key)?, filed))).collect();
    let all = counts.all().filter_map(|(_, key, _)| {
        let (before, after) = (filed.get(key).copied(), now.get(key));
        let is_same = match (before, after) {
            (Some(before), Some(after)) => is_same(before, after),
            (before, after) => before.is_none() && after.is_none(),
        };
        let [before, after] = [before, after].map(|filed| filed.map(Filed::printed));
        (!is_same).then(|| Amended { unit: unit.to_owned(), key: key.clone(), before, after })
    });
    all.collect()
}

/// Whether two figures are the same, as far as both have digits.
fn is_same(filed: &Filed, now: &Filed) -> bool {
    let number = |figure: &Filed| figure.value.parse::<Decimal>().ok();
    let is_measure = filed.measure.is_empty() || filed.measure == now.measure;
    let (Some(before), Some(after)) = (number(filed), number(now)) else { return filed.value == now.value };
    let digits = before.scale().min(after.scale());
    let rounded =
        |value: Decimal| value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    is_measure && rounded(before) == rounded(after)
}
