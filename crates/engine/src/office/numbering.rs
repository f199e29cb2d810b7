//! 发文字号 over all units: who lacks one, which two units have, and what is listed for no unit.

use std::collections::HashMap;

use huibian_contract::{IndexMap, UnitIdentity};
use huibian_diagnostic::{Argument, Code, Diagnostic, Place, Result};
use huibian_document::Settings;
use indexmap::IndexSet;

use super::Around;
use crate::roster::Roster;
use crate::unit::Unit;
use crate::workspace::{Parent, Workspace};

/// A unit's 发文字号 as its document prints it, and where it is set.
#[derive(Clone, Debug)]
pub struct Numbered {
    number: String,
    place: Place,
}

/// A unit's 发文字号; none where its report has none. `declared` is where the unit is.
///
/// # Errors
/// E001 and E002, with their place.
pub fn numbered(workspace: &Workspace, unit: &Unit, declared: &Place) -> Result<Option<Numbered>> {
    of_settings(workspace, &unit.identity, &unit.document, declared)
}

/// The 发文字号 of a unit above others that has no data of its own.
///
/// # Errors
/// As [`numbered`].
pub fn numbered_parent(workspace: &Workspace, parent: &Parent) -> Result<Option<Numbered>> {
    let header = &parent.header;
    let attributes = IndexMap::default();
    let identity = UnitIdentity { id: header.id.clone(), name: header.name.clone(), attributes };
    of_settings(workspace, &identity, &Settings::default(), &header.place)
}

fn of_settings(
    workspace: &Workspace,
    unit: &UnitIdentity,
    own: &Settings,
    declared: &Place,
) -> Result<Option<Numbered>> {
    let settings = own.clone().over(&workspace.document);
    let Some(number) = &settings.number else { return Ok(None) };
    let around = Around { unit, period: workspace.period, date: workspace.date };
    let number = around.number(number).map_err(|fault| place(workspace, fault, declared))?;
    let is_own = own
        .number
        .as_ref()
        .is_some_and(|number| number.sequence.is_some() || number.sequences.contains_key(unit.id.as_str()));
    let all = || workspace.declared.value(&["number", "sequence"]);
    let listed = || workspace.declared.value(&["number", "sequences", unit.id.as_str()]);
    let place = if is_own { None } else { all().or_else(listed) };
    let number = workspace.style.words.number(&number);
    // Places are kept until all units are known, the units' texts are not.
    Ok(Some(Numbered { number, place: place.unwrap_or_else(|| declared.clone().without_text()) }))
}

/// The fault with the setting's place, or the unit's where it sets that itself.
pub fn place(workspace: &Workspace, fault: Diagnostic, declared: &Place) -> Diagnostic {
    let key = fault.argument("key").and_then(Argument::as_str);
    let value = |keys: &[&str]| workspace.declared.value(keys);
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
    place: Place,
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
            let fault = fault.with("count", units.len()).with("units", units.join("、"));
            fault.at(place.clone())
        });
        told.collect()
    }
}

/// E005 for each id in the list of numbers that is no unit's.
pub fn strangers(workspace: &Workspace, roster: &Roster) -> Vec<Diagnostic> {
    let Some(number) = &workspace.document.number else { return Vec::new() };
    let headers = roster.units.iter().map(|unit| &unit.header);
    let headers = headers.chain(workspace.parents.iter().map(|parent| &parent.header));
    let ids: HashMap<&str, &str> = headers.map(|header| (header.id.as_str(), header.name.as_str())).collect();
    let below = workspace.parents.iter().flat_map(|parent| parent.units.iter().cloned());
    let absent: IndexSet<String> = Roster::known(workspace).into_iter().chain(below).collect();
    let strange =
        number.sequences.keys().filter(|id| !ids.contains_key(id.as_str()) && !absent.contains(*id));
    let told = strange.map(|id| {
        let fault = Diagnostic::new(Code::NumberOfNoUnit).with("id", id);
        let of_that_name = ids.iter().find(|(_, name)| *name == id).map(|(id, _)| *id);
        let mut near: Vec<&str> = ids.keys().copied().collect();
        near.sort_unstable();
        let fault = match of_that_name {
            Some(meant) => fault.suggest(meant, [meant]),
            None => fault.suggest(id, near),
        };
        match workspace.declared.key(&["number", "sequences", id]) {
            Some(place) => fault.at(place),
            None => fault,
        }
    });
    told.collect()
}
