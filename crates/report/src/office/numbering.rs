//! 发文字号 over all units: who lacks one, which two units have, and what is listed for no unit.

use std::collections::{BTreeMap, HashMap};

use huibian_contract::{UnitId, UnitIdentity};
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
    /// Where it is set.
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
    let number = design.style.words.number(&number);
    let own = || declared.clone().without_text();
    Ok(Some(Numbered { number, place: if is_own { own() } else { set_at(design, &unit.id, declared) } }))
}

/// Where a unit's number is set, unless the unit sets it itself; where the unit is, where it stands nowhere else.
pub fn set_at(design: &Design, unit: &UnitId, declared: &Location) -> Location {
    let all = || design.declared.value(&["number", "sequence"]);
    let listed = || design.declared.value(&["number", "sequences", unit.as_str()]);
    // Places are kept until all units are known, the units' texts are not.
    all().or_else(listed).unwrap_or_else(|| declared.clone().without_text())
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
pub struct Numbers(HashMap<String, Vec<Holder>>);

/// Who has a number, and where it is given it.
#[derive(Debug)]
struct Holder {
    unit: String,
    place: Location,
}

impl Numbers {
    /// Takes in a unit's number.
    pub fn take(&mut self, unit: &str, numbered: Numbered) {
        let Numbered { number, place } = numbered;
        self.0.entry(number).or_default().push(Holder { unit: unit.to_owned(), place });
    }

    /// E004 for each number that several units have, in the order of numbers; at the last of them, in whichever order they came.
    pub fn twice(&mut self) -> Vec<Diagnostic> {
        let mut twice: Vec<_> = self.0.iter_mut().filter(|(_, holders)| holders.len() > 1).collect();
        twice.sort_by_cached_key(|(number, _)| (*number).clone());
        let told = twice.into_iter().filter_map(|(number, holders)| {
            let start = |place: &Location| place.text_and_span().map(|(_, span)| span.start);
            holders.sort_by_cached_key(|Holder { unit, place }| {
                (start(place).is_none(), place.path().to_owned(), start(place), unit.clone())
            });
            let units: Vec<&str> = holders.iter().map(|holder| holder.unit.as_str()).collect();
            let fault = Diagnostic::new(Code::NumberTwice).with("number", number).with("count", units.len());
            Some(fault.with("units", units).at(holders.last()?.place.clone()))
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
