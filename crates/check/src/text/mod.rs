//! Built in: what free text says that the rest of the report does not. A text is cut up once (its clauses, its numbers, the
//! counts that it names) and each look goes over that: [`figures`], [`parts`], [`change`], [`none`], [`dates`], [`levels`],
//! [`units`] and [`blanks`].
//!
//! A look says nothing where a careful reader would not stop: plans, shares, carried-over matters, a neighbour in joint work.

mod arithmetic;
mod blanks;
mod change;
mod clause;
mod dates;
mod deadlines;
mod endings;
mod extremes;
mod figures;
mod labels;
mod levels;
mod none;
mod numeral;
mod parts;
mod passage;
mod personal;
mod renamed;
mod series;
mod signs;
#[cfg(test)]
mod tests;
mod units;
mod when;
mod words;

use std::ops::Range;

use huibian_contract::{FieldSpec, FieldType, Period, PluginManifest, Severity, UnitIdentity};
use huibian_diagnostic::{Diagnostic, FieldKey};
use huibian_figure::{Counts, Figures};
use huibian_history::Baseline;
use huibian_unit::{Locations, UnitNames};
use serde_json::{Map, Value};

use change::Change;
use dates::Dates;
use deadlines::Deadlines;
use extremes::Extremes;
use labels::Labels;
use passage::Passage;
use renamed::{Given, Renamed};

/// What is found in a text, and where in it.
type Found = Vec<(Range<usize>, Diagnostic)>;

/// Reads free text for what does not belong there.
#[derive(Debug, Default)]
pub struct TextCheck {
    labels: Labels,
    dates: Dates,
    deadlines: Deadlines,
    change: Change,
    extremes: Extremes,
    renamed: Renamed,
}

/// Each look, in the order in which findings are told.
const CHECKS: [fn(&TextCheck, &Passage<'_>, &mut Found); 14] = [
    |_, passage, found| units::check(passage, found),
    |check, passage, found| check.dates.check(passage, found),
    |check, passage, found| check.deadlines.check(passage, found),
    |_, passage, found| figures::check(passage, found),
    |_, passage, found| parts::check(passage, found),
    |_, passage, found| arithmetic::check(passage, found),
    |check, passage, found| check.change.check(passage, found),
    |check, passage, found| check.extremes.check(passage, found),
    |_, passage, found| none::check(passage, found),
    |_, passage, found| levels::check(passage, found),
    |_, passage, found| series::check(passage, found),
    |_, passage, found| blanks::check(passage, found),
    |_, passage, found| endings::check(passage, found),
    |_, passage, found| personal::check(passage, found),
];

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

impl TextCheck {
    /// For texts that may speak of any of these plugins' counts.
    pub fn new<'m>(manifests: impl Iterator<Item = &'m PluginManifest> + Clone, counts: &Counts) -> Self {
        Self { labels: Labels::of(manifests, counts), ..Self::default() }
    }

    /// What is odd about all texts of a unit together.
    pub fn across(&self, owner: TextOwner<'_>, given: &[Given<'_>]) -> Vec<Diagnostic> {
        self.renamed.findings(owner, given)
    }

    /// What is odd about the texts that a unit gave one plugin.
    pub fn findings(
        &self,
        owner: TextOwner<'_>,
        manifest: &PluginManifest,
        fields: &Map<String, Value>,
    ) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (name, spec) in manifest.fields.iter().filter(|(_, spec)| is_free_text(spec)) {
            for text in texts(spec, fields.get(name.as_str())) {
                let passage = Passage::new(text, name, &manifest.id, owner, &self.labels);
                let mut found = Found::new();
                CHECKS.iter().for_each(|check| check(self, &passage, &mut found));
                findings.extend(found.into_iter().map(|(span, found)| {
                    let found =
                        found.with("field", FieldKey::new(&manifest.id, name)).with("label", &spec.label);
                    let found = found.weighing(Severity::Warning);
                    match owner.places.of(&manifest.id, name.as_str()) {
                        Some(place) => found.at(place.inside(text, span)),
                        None => found,
                    }
                }));
            }
        }
        findings
    }
}

/// Whether a field is one of free text.
pub fn is_free_text(spec: &FieldSpec) -> bool {
    matches!(spec.kind, FieldType::Text | FieldType::Texts)
}

/// The texts of a field of free text.
pub fn texts<'f>(spec: &FieldSpec, value: Option<&'f Value>) -> Vec<&'f str> {
    match (spec.kind, value) {
        (FieldType::Text, Some(Value::String(text))) => vec![text],
        (FieldType::Texts, Some(Value::Array(texts))) => texts.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
