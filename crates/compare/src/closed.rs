//! A period that is closed: its figures are those that were filed, whatever its data come to by now, and what they come to
//! otherwise is told.

use std::collections::HashMap;
use std::path::PathBuf;

use huibian_contract::{CountKey, IndexMap, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Location, Severity};
use huibian_engine::history::file::{FiledPeriod, FiledUnit};
use huibian_engine::history::{Archive, first_few};
use huibian_engine::preflight::Item;
use huibian_engine::workspace::Workspace;
use huibian_figure::{Counts, Filed};
use huibian_history::Amended;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::side::SideUnit;

/// A closed period, beside its data.
pub(crate) struct Closed {
    path: PathBuf,
    filed: FiledPeriod,
    /// What the data come to otherwise.
    changes: Vec<String>,
}

impl Closed {
    /// The workspace's period as it was filed last; none where it was not, or where its file cannot be read, which is told elsewhere.
    pub(crate) fn of(workspace: &Workspace) -> Option<Self> {
        let path = Archive::of(&workspace.folder, &workspace.report).latest(workspace.period)?;
        let filed = FiledPeriod::read(&path).ok()?;
        Some(Self { path, filed, changes: Vec::new() })
    }

    /// The units that were filed.
    pub(crate) fn units(&self) -> impl Iterator<Item = &FiledUnit> {
        self.filed.units.values()
    }

    /// Whether a unit was filed.
    pub(crate) fn has(&self, unit: &UnitId) -> bool {
        self.filed.units.contains_key(unit)
    }

    /// What was filed of a unit, with what its data say beside that; none of one that was not filed. Words that the data make
    /// of other figures are not the words that there were.
    pub(crate) fn side_unit(
        &mut self,
        unit: &UnitId,
        made: Option<SideUnit>,
        counts: &Counts,
    ) -> Option<SideUnit> {
        let filed = self.filed.units.get(unit);
        let name = made.as_ref().map(|made| made.name.clone());
        let name = name.or_else(|| Some(filed?.name.clone())).unwrap_or_default();
        let (none, is_made) = (IndexMap::default(), made.as_ref().is_none_or(|made| !made.unmade));
        let changes = if is_made {
            let now = made.as_ref().map_or(&none, |made| &made.counts);
            changes(&name, filed.map_or(&none, |filed| &filed.counts), now, counts)
        } else {
            Vec::new()
        };
        self.changes.extend(changes.iter().map(Amended::display));
        let filed = filed?;
        let was = SideUnit { name: filed.name.clone(), counts: filed.counts.clone(), ..SideUnit::default() };
        Some(match made {
            Some(made) if changes.is_empty() => SideUnit { counts: was.counts, ..made },
            Some(made) => SideUnit { unmade: made.unmade, faults: made.faults, parent: made.parent, ..was },
            None => was,
        })
    }

    /// That the data come to other figures than were filed.
    pub(crate) fn told(&self) -> Option<Item> {
        let told = Diagnostic::new(Code::FiledOtherwise).with("period", self.filed.head.period.to_string());
        let told = told.with("count", self.changes.len()).with("changes", first_few(&self.changes));
        let told = told.at(Location::file(&self.path)).weighing(Severity::Warning);
        (!self.changes.is_empty()).then(|| Item::of_all(told))
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
