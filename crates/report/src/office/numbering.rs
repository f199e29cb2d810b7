//! 发文字号 over all units: who lacks one, which two units have, and what is listed for no unit.

use std::collections::{BTreeMap, HashMap};

use huibian_contract::UnitIdentity;
use huibian_diagnostic::{Argument, Code, Diagnostic, Location, Result};
use huibian_document::Settings;
use indexmap::IndexSet;

use super::Placeholders;
use crate::design::Design;

/// A unit's 发文字号.
#[derive(Clone, Debug)]
pub struct Numbered {
    /// As its document prints it.
    pub number: String,
    /// Where it is set; where the unit is, where a record does not say.
    pub place: Location,
}

/// A unit's 发文字号; none where its report has none. `own` is what the unit sets itself, `declared` where the unit is.
///
/// # Errors
/// E001 and E002, with their place.
pub fn numbered(
    design: &Design,
    unit: &UnitIdentity,
    own: &Settings,
    declared: &Location,
) -> Result<Option<Numbered>> {
    let settings = own.clone().over(&design.settings);
    let Some(number) = &settings.number else { return Ok(None) };
    let around = Placeholders { unit, period: design.period, date: design.date, marks: None };
    let number = around.number(number).map_err(|fault| place(design, fault, declared))?;
    let is_own = own
        .number
        .as_ref()
        .is_some_and(|number| number.sequence.is_some() || number.sequences.contains_key(unit.id.as_str()));
    let all = || design.declared.value(&["number", "sequence"]);
    let listed = || design.declared.value(&["number", "sequences", unit.id.as_str()]);
    let place = if is_own { None } else { all().or_else(listed) };
    let number = design.style.words.number(&number);
    // Places are kept until all units are known, the units' texts are not.
    Ok(Some(Numbered { number, place: place.unwrap_or_else(|| declared.clone().without_text()) }))
}

/// The fault with the setting's place, or the unit's where it sets that itself.
pub fn place(design: &Design, fault: Diagnostic, declared: &Location) -> Diagnostic {
    let key = fault.argument("key").and_then(Argument::as_str);
    let value = |keys: &[&str]| design.declared.value(keys);
    let place = match (fault.code(), key) {
        (Code::NumberIncomplete, _) => value(&["number", "sequences"]).or_else(|| value(&["number"])),
        (Code::SettingPlace | Code::SettingAlone, Some(key)) => value(&key.split('.').collect::<Vec<_>>()),
        _ => return fault,
    };
    fault.or_at(place.unwrap_or_else(|| declared.clone()))
}

/// The numbers of a run's units.
#[derive(Debug, Default)]
pub struct Numbers(HashMap<String, Holders>);

/// Who has a number.
#[derive(Debug)]
struct Holders {
    units: Vec<String>,
    /// Where the last of them is given it.
    place: Location,
}

impl Numbers {
    /// Takes in a unit's number.
    pub fn take(&mut self, unit: &str, numbered: Numbered) {
        let Numbered { number, place } = numbered;
        let holders =
            self.0.entry(number).or_insert_with(|| Holders { units: Vec::new(), place: place.clone() });
        holders.units.push(unit.to_owned());
        holders.place = place;
    }

    /// E004 for each number that several units have, in the order of numbers.
    pub fn twice(&self) -> Vec<Diagnostic> {
        let mut twice: Vec<_> = self.0.iter().filter(|(_, holders)| holders.units.len() > 1).collect();
        twice.sort_by_key(|(number, _)| *number);
        let told = twice.into_iter().map(|(number, Holders { units, place })| {
            let fault = Diagnostic::new(Code::NumberTwice).with("number", number);
            let fault = fault.with("count", units.len()).with("units", units);
            fault.at(place.clone())
        });
        told.collect()
    }
}

/// E005 for each id in the list of numbers that is no unit's. `names` are the units' names by id, `absent` those who gave no
/// data.
pub fn unknown_ids(
    design: &Design,
    names: &BTreeMap<&str, &str>,
    absent: &IndexSet<String>,
) -> Vec<Diagnostic> {
    let Some(number) = &design.settings.number else { return Vec::new() };
    let unknown =
        number.sequences.keys().filter(|id| !names.contains_key(id.as_str()) && !absent.contains(*id));
    let told = unknown.map(|id| {
        let fault = Diagnostic::new(Code::NumberOfNoUnit).with("id", id);
        let of_that_name = names.iter().find(|(_, name)| *name == id).map(|(id, _)| *id);
        let mut near: Vec<&str> = names.keys().copied().collect();
        near.sort_unstable();
        let fault = match of_that_name {
            Some(meant) => fault.suggest(meant, [meant]),
            None => fault.suggest(id, near),
        };
        match design.declared.key(&["number", "sequences", id]) {
            Some(place) => fault.at(place),
            None => fault,
        }
    });
    told.collect()
}
