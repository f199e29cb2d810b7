//! 发文字号 over the units of a run: the number of each, and ids in the list that are no unit's.

use std::collections::BTreeMap;

use huibian_contract::{IndexMap, UnitIdentity};
use huibian_diagnostic::{Diagnostic, Result};
use huibian_document::Settings;
use huibian_report::office::numbering::{self, Numbered};
use huibian_source::UnitRef;
use huibian_unit::{Parent, Roster};

use crate::workspace::Workspace;

/// The 发文字号 of a unit above others that has no data of its own.
///
/// # Errors
/// As [`numbering::numbered`].
pub fn numbered_parent(workspace: &Workspace, parent: &Parent) -> Result<Option<Numbered>> {
    let head = &parent.head;
    let attributes = IndexMap::default();
    let identity = UnitIdentity { id: head.id.clone(), name: head.name.clone(), attributes };
    numbering::numbered(&workspace.design, &identity, &Settings::default(), &head.place)
}

/// E005 for each id in the list of numbers that is no unit's.
pub fn unknown_ids(workspace: &Workspace, roster: &Roster) -> Vec<Diagnostic> {
    if workspace.design.settings.number.is_none() {
        return Vec::new();
    }
    let headers = roster.units.iter().map(UnitRef::head);
    let headers = headers.chain(workspace.parents.iter().map(|parent| &parent.head));
    let names: BTreeMap<&str, &str> = headers.map(|head| (head.id.as_str(), head.name.as_str())).collect();
    let below = workspace.parents.iter().flat_map(Parent::units).map(str::to_owned);
    numbering::unknown_ids(
        &workspace.design,
        &names,
        &workspace.known_units().into_iter().chain(below).collect(),
    )
}
