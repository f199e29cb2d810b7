//! What was counted elsewhere, put over what is filed of a period: what it does not give stays, and rates are derived anew.

use std::collections::BTreeMap;
use std::sync::Arc;

use huibian_contract::{Period, UnitId};
use huibian_diagnostic::Result;
use huibian_figure::{Counts, Figure, Figures, Filed, Origin};

use crate::archive::Archive;
use crate::file::{FiledPeriod, FiledUnit, Head};

/// Units' lines, put over what is filed of their period.
///
/// # Errors
/// W001, H001.
pub fn put_over(
    archive: &Archive,
    (report, period): (&str, Period),
    units: BTreeMap<UnitId, FiledUnit>,
    counts: &Arc<Counts>,
) -> Result<FiledPeriod> {
    let mut filed = if let Some(path) = archive.latest(period) {
        FiledPeriod::read(&path)?
    } else {
        FiledPeriod { head: Head::new(report, period), units: BTreeMap::new() }
    };
    filed.head.removed.clear();
    filed.units.values_mut().for_each(|line| line.before.clear());
    for (id, line) in units {
        if let Some(known) = filed.units.get_mut(&id) {
            for (key, count) in line.counts {
                // A number that stays the same keeps the records it came from.
                if known.counts.get(&key).is_none_or(|filed| filed.printed() != count.printed()) {
                    known.counts.insert(key, count);
                }
            }
            known.derive_ratios(counts);
        } else {
            filed.head.without.retain(|without| *without != id);
            filed.head.absent.retain(|absent| *absent != line.name && absent != id.as_str());
            filed.units.insert(id, line);
        }
    }
    Ok(filed)
}

impl FiledUnit {
    /// Derives its rates anew.
    pub fn derive_ratios(&mut self, counts: &Arc<Counts>) {
        let parts =
            |filed: &Filed| Some(Figure { value: filed.value.parse().ok()?, origin: Origin::default() });
        let parts = counts.all().map(|(_, key, _)| self.counts.get(key).and_then(parts));
        let figures = Figures::derive(counts, parts.collect());
        for (index, key, spec) in counts.all().filter(|(.., spec)| spec.ratio.is_some()) {
            match figures.get(index) {
                Some(figure) => {
                    self.counts.insert(key.clone(), Filed::new(spec, &figure));
                }
                None => {
                    self.counts.shift_remove(key);
                }
            }
        }
    }
}
