//! What free text says that the rest of the report does not. A text is cut up once (its clauses, its numbers, the
//! counts that it names) and each look goes over that: [`figures`], [`arithmetic`], [`change`], [`none`], [`dates`], [`levels`],
//! [`units`], [`blanks`] and the others.
//!
//! A look says nothing where a careful reader would not stop: plans, shares, carried-over matters, a neighbour in joint work.
//! This crate must not know how figures came about, or what is done with what it finds.

mod again;
mod arithmetic;
mod beside;
mod blanks;
mod change;
mod clock;
mod dates;
mod deadlines;
mod extremes;
mod figures;
mod largest;
mod left;
mod levels;
mod months;
mod none;
mod parts;
mod pattern;
mod renamed;
mod respective;
mod rows;
mod scope;
mod seasons;
mod swapped;
#[cfg(test)]
mod tests;
mod twice_told;
mod units;

use huibian_claim::Thing;
use huibian_contract::{FieldSpec, FieldType, PluginManifest, Severity};
use huibian_diagnostic::{Diagnostic, FieldKey};
use huibian_figure::Counts;
use huibian_mention::{Labels, Pairs};
use huibian_prose::{Found, doubled, endings, personal, series, typos};
use serde_json::{Map, Value};

use change::Change;
use clock::Clock;
use dates::Dates;
use deadlines::Deadlines;
use extremes::Extremes;
use huibian_passage::Passage;
use renamed::{Given, Renamed};

pub use huibian_mention::Signs;
pub use huibian_passage::TextOwner;

/// Reads free text for what does not belong there.
#[derive(Debug)]
pub struct TextCheck {
    labels: Labels,
    pairs: Pairs,
    dates: Dates,
    clock: Clock,
    deadlines: Deadlines,
    change: Change,
    extremes: Extremes,
    renamed: Renamed,
}

/// Each look, in the order in which findings are told.
const CHECKS: [fn(&TextCheck, &Passage<'_>, &mut Found); 28] = [
    |_, passage, found| units::check(passage, found),
    |check, passage, found| check.dates.check(passage, found),
    |check, passage, found| check.clock.check(passage, found),
    |check, passage, found| check.deadlines.check(passage, found),
    |_, passage, found| figures::check(passage, found),
    |_, passage, found| left::check(passage, found),
    |_, passage, found| respective::check(passage, found),
    |_, passage, found| rows::check(passage, found),
    |_, passage, found| huibian_claim::check_all_rows(passage, found),
    |_, passage, found| again::check(passage, found),
    |_, passage, found| parts::check(passage, found),
    |_, passage, found| arithmetic::check(passage, found),
    |_, passage, found| largest::check(passage, found),
    |_, passage, found| months::check(passage, found),
    |_, passage, found| beside::check(passage, found),
    |_, passage, found| swapped::check(passage, found),
    |check, passage, found| check.change.check(passage, found),
    |check, passage, found| check.extremes.check(passage, found),
    |_, passage, found| none::check(passage, found),
    |_, passage, found| levels::check(passage, found),
    |_, passage, found| series::check(&passage.writing(), found),
    |_, passage, found| blanks::check(passage, found),
    |_, passage, found| endings::check(&passage.writing(), found),
    |_, passage, found| doubled::check(&passage.writing(), found),
    |_, passage, found| seasons::check(passage, found),
    |_, passage, found| typos::check(&passage.writing(), found),
    |_, passage, found| personal::check(&passage.writing(), found),
    |_, passage, found| huibian_claim::check(passage, found),
];

impl TextCheck {
    /// For texts that may speak of any of these plugins' counts.
    pub fn new<'m>(manifests: impl Iterator<Item = &'m PluginManifest> + Clone, counts: &Counts) -> Self {
        let labels = Labels::of(manifests, counts);
        let marks: Vec<String> = doubled::marks().collect();
        let words = labels.words();
        let words = words.chain(typos::wrong().map(|word| (Signs::TYPO, word)));
        let words = words.chain(huibian_mention::seasons::names().map(|word| (Signs::SEASON, word)));
        let words = words.chain(series::FIRST.map(|word| (Signs::ITEMS, word)));
        let words = words.chain(dates::beginnings().map(|word| (Signs::LENGTH, word)));
        let words = words.chain(huibian_claim::words());
        let words = words.chain(renamed::ANEW.map(|word| (Signs::ANEW, word)));
        let words = words.chain(marks.iter().map(|marks| (Signs::MARKS, marks.as_str())));
        Self {
            pairs: Pairs::of(words),
            labels,
            dates: Dates::default(),
            clock: Clock::default(),
            deadlines: Deadlines::default(),
            change: Change::default(),
            extremes: Extremes::default(),
            renamed: Renamed::default(),
        }
    }

    /// What is odd about all texts of a unit together, which have these signs.
    pub fn across(&self, owner: TextOwner<'_>, given: &[Given<'_>], signs: Signs) -> Vec<Diagnostic> {
        self.renamed.findings(owner, given, signs)
    }

    /// What is odd about the texts that a unit gave one plugin. Their signs are added to those `seen`.
    pub fn findings(
        &self,
        owner: TextOwner<'_>,
        manifest: &PluginManifest,
        fields: &Map<String, Value>,
        seen: &mut Signs,
    ) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let (mut told_before, mut things_before) = (Vec::new(), Vec::new());
        for (name, spec) in manifest.fields.iter().filter(|(_, spec)| is_free_text(spec)) {
            for text in texts(spec, fields.get(name.as_str())) {
                let passage =
                    Passage::new(text, name, (manifest, fields), owner, (&self.labels, &self.pairs));
                *seen = seen.or(passage.signs);
                let mut found = Found::new();
                CHECKS.iter().for_each(|check| check(self, &passage, &mut found));
                let told = twice_told::told(&passage);
                found.extend(told.iter().filter_map(|own| {
                    Some((own.span.clone(), twice_told::differing(text, own, &told_before)?))
                }));
                told_before.extend(told);
                let things = huibian_claim::things(&passage);
                let is_told = |at: usize| found.iter().any(|(known, _)| known.contains(&at));
                let own = things.iter().filter(|thing| !is_told(thing.span().start));
                let differing = |thing: &Thing| Some((thing.span(), thing.differing(text, &things_before)?));
                let differing: Found = own.filter_map(differing).collect();
                found.extend(differing);
                things_before.extend(things);
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
pub fn texts<'f>(spec: &FieldSpec, value: Option<&'f Value>) -> impl Iterator<Item = &'f str> {
    let given: &[Value] = match (spec.kind, value) {
        (FieldType::Text, Some(text)) => std::slice::from_ref(text),
        (FieldType::Texts, Some(Value::Array(texts))) => texts,
        _ => &[],
    };
    given.iter().filter_map(Value::as_str)
}
