//! What fields are measured in, and what heads say of it held against that.

use huibian_contract::{ColumnType, CountSpec, FieldSpec, FieldType, Name, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic};

use crate::heads::plain;
use crate::measure::{self, Ratio};

/// A label without its measure.
pub(crate) fn bare(label: &str) -> String {
    measure::parted(label, |_| false).map_or_else(|| plain(label), |(name, _)| name)
}

/// A field that knows what it is measured in: as it says itself, as its label does, or as the counts that it gives.
pub(crate) fn with_own_measures(plugin: &PluginManifest, name: &Name, spec: &FieldSpec) -> FieldSpec {
    let mut spec = spec.clone();
    if spec.measure.is_empty() && matches!(spec.kind, FieldType::Integer | FieldType::Decimal) {
        let counts = plugin.counts.values().filter(|count| count.number.as_ref() == Some(name));
        spec.measure = said_by(&spec.label, counts.map(CountSpec::measure));
    }
    for (column, one) in &mut spec.columns {
        if one.measure.is_empty() && matches!(one.kind, ColumnType::Integer | ColumnType::Decimal) {
            let sums = plugin.counts.values().filter(|count| count.ledger.as_ref() == Some(name));
            let sums = sums.filter(|count| count.sum.as_ref() == Some(column));
            one.measure = said_by(&one.label, sums.map(CountSpec::measure));
        }
    }
    spec
}

/// The measure that a label says, else that which all counts have.
fn said_by<'c>(label: &str, mut counts: impl Iterator<Item = &'c str>) -> String {
    let of_counts = || {
        let first = counts.next()?;
        counts.all(|other| other == first).then(|| first.to_owned())
    };
    let of_label = measure::parted(label, |_| false).map(|(_, said)| said);
    of_label.or_else(of_counts).unwrap_or_default()
}

/// What a head's measure is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Measured<'m> {
    /// The key of the field, or of the ledger's column.
    pub key: &'m str,
    /// Its label.
    pub label: &'m str,
    /// Its own measure.
    pub own: &'m str,
}

impl Measured<'_> {
    /// That a head says another measure than the field's own.
    ///
    /// # Errors
    /// D049, without a place.
    pub fn hold(&self, head: &str, said: &str) -> Result<(), Diagnostic> {
        self.hold_of("factor", head, said)
    }

    /// The same of a `cell` of a form, or of a column, whose remedies differ.
    ///
    /// # Errors
    /// D049, without a place.
    pub fn hold_of(&self, remedy: &'static str, head: &str, said: &str) -> Result<(), Diagnostic> {
        let (reason, factor) = match measure::ratio(said, self.own) {
            _ if self.own.is_empty() => ("unsaid", String::new()),
            Ratio::Same => return Ok(()),
            Ratio::Factor(factor) => (remedy, factor.to_string()),
            Ratio::Other => ("other", String::new()),
        };
        let Self { key, label, own } = *self;
        let fault = Diagnostic::new(Code::MeasureDiffers).with("reason", reason).with("header", head.trim());
        let fault = fault.with("said", said).with("label", label).with("own", own).with("key", key);
        Err(fault.with("factor", factor))
    }
}
