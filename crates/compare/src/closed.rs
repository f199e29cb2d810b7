//! A period that is closed: its figures are those that were filed, whatever its data come to by now.

use huibian_contract::{IndexMap, UnitId};
use huibian_engine::history::file::{FiledUnit, Head};
use huibian_engine::workspace::Workspace;
use huibian_history::Departed;

use crate::side::SideUnit;

/// A closed period, beside its data.
pub(crate) struct Closed(Departed);

impl Closed {
    /// The workspace's period as it was filed last; none where it was not, or where its file cannot be read, which is told elsewhere.
    pub(crate) fn of(workspace: &Workspace) -> Option<Self> {
        Departed::of(&workspace.folder, &workspace.report, &workspace.history).map(Self)
    }

    /// The units that were filed.
    pub(crate) fn units(&self) -> impl Iterator<Item = &FiledUnit> {
        self.0.filed.units.values()
    }

    /// What it was filed as.
    pub(crate) fn head(&self) -> &Head {
        &self.0.filed.head
    }

    /// Whether a unit was filed.
    pub(crate) fn has(&self, unit: &UnitId) -> bool {
        self.0.filed.units.contains_key(unit)
    }

    /// What was filed of a unit, with what its data say beside that; none of one that was not filed. Words that the data make
    /// of other figures are not the words that there were.
    pub(crate) fn side_unit(&mut self, unit: &UnitId, made: Option<SideUnit>) -> Option<SideUnit> {
        let none = IndexMap::default();
        let is_otherwise = match &made {
            Some(made) if made.unmade => false,
            made => self.0.take(unit, "", made.as_ref().map_or(&none, |made| &made.counts)),
        };
        let filed = self.0.filed.units.get(unit)?;
        let was = SideUnit { name: filed.name.clone(), counts: filed.counts.clone(), ..SideUnit::default() };
        Some(match made {
            Some(made) if !is_otherwise => SideUnit { counts: was.counts, ..made },
            Some(made) => SideUnit { unmade: made.unmade, faults: made.faults, parent: made.parent, ..was },
            None => was,
        })
    }
}
