//! Counts that were filed in other measures than they have now: what is told of them, and numbers of a closed period's data.

use huibian_contract::{Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Location, Severity};
use huibian_figure::CountIndex;
use huibian_history::OtherMeasure;

use crate::contribute::Part;
use crate::workspace::Workspace;

impl Workspace {
    /// Counts that are not compared (H005), and those of a closed period that are converted (H008).
    pub(crate) fn measure_remarks(&self) -> Vec<Diagnostic> {
        let not_compared = self.history.not_compared().into_iter();
        let remarks = not_compared
            .map(|(index, period, other)| self.of_measure(Code::OtherMeasure, index, period, &other))
            .chain(self.own_measures(true));
        remarks.map(|remark| remark.weighing(Severity::Warning)).collect()
    }

    /// Counts of a closed period whose numbers have another measure than would be printed (H008).
    pub(crate) fn measure_faults(&self) -> Vec<Diagnostic> {
        self.own_measures(false).collect()
    }

    fn own_measures(&self, are_converted: bool) -> impl Iterator<Item = Diagnostic> {
        let own = self.history.own.measures().filter(move |(_, other)| other.is_converted == are_converted);
        own.map(move |(index, other)| {
            let kind = if are_converted { "converted" } else { "unknown" };
            self.of_measure(Code::OwnMeasure, index, self.period, other).with("kind", kind)
        })
    }

    fn of_measure(&self, code: Code, index: CountIndex, period: Period, other: &OtherMeasure) -> Diagnostic {
        let (key, spec) = (self.counts.key(index), self.counts.spec(index));
        let plugin = self.plugins.iter().find(|plugin| plugin.manifest.id == key.plugin);
        let place = plugin.map(|plugin| plugin.place(&["counts", key.name.as_str()]));
        let found = Diagnostic::new(code).with("label", &spec.label).with("period", period.to_string());
        let found = found.with("before", other.measure.clone()).with("after", spec.measure());
        found.at(place.unwrap_or_else(|| Location::file(&self.folder)))
    }

    /// Puts the numbers of a closed period's data into the measures of now.
    pub(crate) fn carry_own(&self, unit: &UnitId, parts: &mut [Part<'_>]) {
        for Part { section, contribution, .. } in parts {
            for (index, name, _) in self.counts.of(&section.plugin.folder.manifest.id) {
                let Some(figure) = contribution.counts.get_mut(name) else { continue };
                if let Some(value) = self.history.carry_own(unit, index, figure.value) {
                    figure.value = value;
                }
            }
        }
    }
}
