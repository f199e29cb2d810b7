//! Whose text is read, with what is known of them.

use huibian_contract::{Period, UnitIdentity};
use huibian_figure::Figures;
use huibian_history::Baseline;
use huibian_unit::{Locations, UnitNames};

/// Whose text it is.
#[derive(Clone, Copy)]
pub struct TextOwner<'a> {
    /// The unit.
    pub identity: &'a UnitIdentity,
    /// Whom its report is addressed to.
    pub recipients: &'a [String],
    /// The report's period.
    pub period: Period,
    /// Every unit's name.
    pub names: &'a UnitNames,
    /// Where fields stand.
    pub places: &'a Locations,
    /// The unit's figures.
    pub figures: &'a Figures,
    /// Its figures in earlier periods.
    pub past: &'a Baseline,
}
