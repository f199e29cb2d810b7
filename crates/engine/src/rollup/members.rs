//! Who belongs to whom: what units' files and `workspace.toml` say, as one tree. Knows no counts.

use std::collections::HashMap;

use huibian_contract::UnitId;
use huibian_diagnostic::{Code, Diagnostic, Place};
use huibian_source::UnitHead;

use super::tree::{Member, Tree};
use crate::former::Former;
use crate::unit::Entry;
use crate::workspace::{Parent, Workspace};

/// The tree of declared parents, units with data, and units that a parent lists and that have none: in this order, so
/// that the unit with data at `index` is the member at `index + parents.len()`.
///
/// # Errors
/// All of them: G001 to G004.
pub fn tree(workspace: &Workspace, units: &[Entry]) -> Result<Tree, Vec<Diagnostic>> {
    let (parents, former) = (&workspace.parents, Former::of(workspace));
    let headers = || parents.iter().map(|parent| &parent.header).chain(units.iter().map(|unit| &unit.header));
    let mut members: Vec<Member> = headers().map(member).collect();
    let places = Places::of(&members);
    for (index, header) in headers().enumerate() {
        members[index].parent = header.parent.as_deref().map(|parent| places.id(&members, parent));
    }
    let mut faults = Vec::new();
    for parent in parents {
        let above = parent.header.id.as_str();
        for (rank, listed) in parent.units.iter().enumerate() {
            let Some(index) = places.index(listed) else {
                members.push(missing(listed, &former, parent, rank));
                continue;
            };
            match &members[index].parent {
                Some(other) if other != above => {
                    let fault = Diagnostic::new(Code::TwoParents).with("id", &members[index].name);
                    let fault = fault.with("first", other).with("second", above);
                    faults.push(fault.at(members[index].place.clone()));
                }
                _ => {
                    members[index].parent = Some(above.to_owned());
                    members[index].rank = rank;
                }
            }
        }
    }
    match Tree::plant(members) {
        Ok(tree) if faults.is_empty() => Ok(tree),
        Ok(_) => Err(faults),
        Err(more) => Err(faults.into_iter().chain(more).collect()),
    }
}

fn member(header: &UnitHead) -> Member {
    let UnitHead { id, name, place, .. } = header;
    // A place may hold the whole text of a file; the tree keeps what a diagnostic must say.
    let place = place
        .text_and_span()
        .filter(|(text, _)| text.len() < LONG)
        .map_or_else(|| Place::file(place.path()), |_| place.clone());
    Member { id: id.clone(), name: name.clone(), parent: None, rank: usize::MAX, place }
}

/// A text of so many bytes is not kept for the sake of a line number.
const LONG: usize = 4096;

/// A unit that a parent lists and that has no data, by the name that it had before.
fn missing(listed: &str, former: &Former<'_>, parent: &Parent, rank: usize) -> Member {
    let mended = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let mended: String = std::iter::once('u').chain(listed.chars().map(mended)).take(32).collect();
    let id = UnitId::new(listed).or_else(|_| UnitId::new(&mended));
    Member {
        id: id.unwrap_or_else(|_| unreachable!("a mended name follows the rule of ids")),
        name: former.name(listed).unwrap_or(listed).to_owned(),
        parent: Some(parent.header.id.to_string()),
        rank,
        place: parent.header.place.clone(),
    }
}

/// Where each member stands, by id and by name; an id goes before a name.
struct Places(HashMap<String, usize>);

impl Places {
    fn of(members: &[Member]) -> Self {
        let mut places = HashMap::with_capacity(members.len() * 2);
        for (index, member) in members.iter().enumerate() {
            places.insert(member.id.to_string(), index);
        }
        for (index, member) in members.iter().enumerate() {
            places.entry(member.name.clone()).or_insert(index);
        }
        Self(places)
    }

    fn index(&self, text: &str) -> Option<usize> {
        self.0.get(text).copied()
    }

    /// The id of the member that is meant, or the text as it stands.
    fn id(&self, members: &[Member], text: &str) -> String {
        self.index(text).map_or_else(|| text.to_owned(), |index| members[index].id.to_string())
    }
}
