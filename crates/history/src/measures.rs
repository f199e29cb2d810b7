//! Counts that were filed in other measures than they have now: what is told of them, and numbers of a closed period's data.

use huibian_contract::{IndexMap, Name, Period, PluginId, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Severity};
use huibian_figure::{CountIndex, Figure};
use rust_decimal::Decimal;

use crate::baselines::Baselines;
use crate::carried::OtherMeasure;

impl Baselines {
    /// Counts that are not compared (H005), and those of a closed period that are converted (H008), each with what is told of it.
    pub fn measure_remarks(&self) -> Vec<(CountIndex, Diagnostic)> {
        let not_compared = self.not_compared().into_iter();
        let not_compared = not_compared.map(|(index, period, other)| {
            (index, self.of_measure(Code::OtherMeasure, index, period, &other))
        });
        let all = not_compared.chain(self.own_measures(true));
        all.map(|(index, remark)| (index, remark.weighing(Severity::Warning))).collect()
    }

    /// Counts of a closed period whose numbers have another measure than would be printed (H008).
    pub fn measure_faults(&self) -> Vec<(CountIndex, Diagnostic)> {
        self.own_measures(false).collect()
    }

    fn own_measures(&self, are_converted: bool) -> impl Iterator<Item = (CountIndex, Diagnostic)> {
        let own = self.own.measures().filter(move |(_, other)| other.is_converted == are_converted);
        own.map(move |(index, other)| {
            let kind = if are_converted { "converted" } else { "unknown" };
            (index, self.of_measure(Code::OwnMeasure, index, self.period(), other).with("kind", kind))
        })
    }

    fn of_measure(&self, code: Code, index: CountIndex, period: Period, other: &OtherMeasure) -> Diagnostic {
        let spec = self.counts().spec(index);
        let found = Diagnostic::new(code).with("label", &spec.label).with("period", period.to_string());
        found.with("before", other.measure.clone()).with("after", spec.measure())
    }

    /// A number of a unit's data of the report's own period in the measure of now, where they are in another.
    pub fn carry_own(&self, unit: &UnitId, index: CountIndex, value: Decimal) -> Option<Decimal> {
        self.own.carry(self.counts(), unit, index, value)
    }

    /// The same of all that a plugin counted.
    pub fn carry_all_own(&self, unit: &UnitId, plugin: &PluginId, counted: &mut IndexMap<Name, Figure>) {
        if self.own.is_empty() {
            return;
        }
        for (index, name, _) in self.counts().of(plugin) {
            let Some(figure) = counted.get_mut(name) else { continue };
            if let Some(value) = self.carry_own(unit, index, figure.value) {
                figure.value = value;
            }
        }
    }
}
