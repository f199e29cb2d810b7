//! The report's own period as it was filed, where counts were in other measures then. Its data are in those: they are converted
//! as a factor says, or nothing can be printed of them.

use std::collections::{BTreeMap, HashMap};

use huibian_contract::{Period, UnitId};
use huibian_diagnostic::Result;
use huibian_figure::{CountIndex, Counts, Filed};
use rust_decimal::Decimal;

use crate::archive::Archive;
use crate::carried::{Carrier, OtherMeasure, carried, factor, measure};
use crate::file::{self, FiledUnit};

/// What was filed of the report's own period in other measures.
#[derive(Clone, Debug, Default)]
pub struct OwnPeriod {
    measures: BTreeMap<CountIndex, OtherMeasure>,
    units: HashMap<UnitId, BTreeMap<CountIndex, Filed>>,
}

impl OwnPeriod {
    /// Reads the period, where it is filed.
    ///
    /// # Errors
    /// W001, H001.
    pub(crate) fn read(
        archive: &Archive,
        period: Period,
        counts: &Counts,
        carrier: &Carrier,
    ) -> Result<Self> {
        let mut own = Self::default();
        let Some(path) = archive.latest(period) else { return Ok(own) };
        file::lines(&path, |line: FiledUnit| {
            let is_filed = |name: &str| line.counts.keys().any(|key| key.full() == name);
            for (key, filed) in &line.counts {
                let Some(index) = carrier.count(&key.full(), is_filed) else { continue };
                let spec = counts.spec(index);
                if spec.ratio.is_some() || measure(filed).is_none_or(|measure| measure == spec.measure()) {
                    continue;
                }
                let (_, Some(other)) = carried(&filed.value, measure(filed), spec) else { continue };
                own.units.entry(line.unit.clone()).or_default().insert(index, filed.clone());
                let known = own.measures.entry(index).or_insert_with(|| other.clone());
                if !other.is_converted {
                    *known = other;
                }
            }
        })?;
        Ok(own)
    }

    /// Whether nothing was filed in another measure.
    pub fn is_empty(&self) -> bool {
        self.measures.is_empty()
    }

    /// The counts that were filed in another measure.
    pub fn measures(&self) -> impl Iterator<Item = (CountIndex, &OtherMeasure)> {
        self.measures.iter().map(|(index, other)| (*index, other))
    }

    /// A number of a unit's data in the measure of now; none where it is in that already: where the data were given anew, it is
    /// nearer to what was filed as converted than to what was filed.
    pub fn carry(
        &self,
        counts: &Counts,
        unit: &UnitId,
        index: CountIndex,
        value: Decimal,
    ) -> Option<Decimal> {
        let (other, spec) = (self.measures.get(&index)?, counts.spec(index));
        let filed = self.filed(unit, index);
        let factor = factor(spec, filed.map_or(&other.measure, |filed| &filed.measure))?;
        let known = filed.and_then(|filed| filed.value.parse::<Decimal>().ok());
        let is_given_anew = known.is_some_and(|filed| {
            let converted = filed.saturating_mul(factor);
            value.saturating_sub(converted).abs() < value.saturating_sub(filed).abs()
        });
        if is_given_anew { None } else { value.checked_mul(factor) }
    }

    /// What a unit filed of a count in another measure.
    pub fn filed(&self, unit: &UnitId, index: CountIndex) -> Option<&Filed> {
        self.units.get(unit)?.get(&index)
    }
}
