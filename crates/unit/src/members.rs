//! Who belongs to whom: what units' files and `workspace.toml` say, as one tree. Knows no counts.

use std::collections::HashMap;

use huibian_contract::UnitId;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};
use huibian_source::head::id_of;
use huibian_source::{UnitHead, UnitRef};

use crate::previous_names::PreviousNames;
use crate::tree::{Member, Tree};

/// A unit above others that has no data of its own.
#[derive(Clone, Debug)]
pub struct Parent {
    /// Who it is.
    pub head: UnitHead,
    /// Where it is said what stands above it.
    pub above: Option<Location>,
    /// Whom its report is addressed to; empty for none.
    pub recipients: Vec<String>,
    /// The units that are said to be below it.
    pub units: Vec<Listed>,
}

/// A unit that is said to be below another.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id or name.
    pub unit: String,
    /// Where that is said.
    pub place: Location,
}

impl Parent {
    /// The units that are said to be below it, by id or name.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.units.iter().map(|listed| listed.unit.as_str())
    }
}

/// The tree of declared parents, units with data, and units that a parent lists and that have none: in this order, so
/// that the unit with data at `index` is the member at `index + parents.len()`.
///
/// # Errors
/// All of them: G001 to G004.
pub fn tree(
    parents: &[Parent],
    units: &[UnitRef],
    previous_names: &PreviousNames<'_>,
) -> Result<Tree, Faults> {
    let heads = || parents.iter().map(|parent| &parent.head).chain(units.iter().map(UnitRef::head));
    let mut members: Vec<Member> = heads().map(member).collect();
    for (member, parent) in members.iter_mut().zip(parents) {
        member.below_at.clone_from(&parent.above);
    }
    for (index, parent) in own_figures(parents, units) {
        let member = &mut members[index];
        member.id = UnitId::new(&format!("{}-own", parent.head.id)).unwrap_or_else(|_| member.id.clone());
        member.name = own_name(&parent.head.name);
    }
    let positions = Positions::of(heads());
    for (index, head) in heads().enumerate() {
        members[index].parent = head.parent.as_deref().map(|parent| positions.id(&members, parent));
    }
    for (index, parent) in own_figures(parents, units) {
        (members[index].parent, members[index].rank) = (Some(parent.head.id.to_string()), 0);
    }
    let (mut faults, mut without) = (Faults::new(), Vec::new());
    for parent in parents {
        let above = parent.head.id.as_str();
        for (rank, listed) in parent.units.iter().enumerate() {
            let Some(index) = positions.index(&listed.unit) else {
                without.push((parent, listed, rank));
                continue;
            };
            match &members[index].parent {
                Some(other) if other != above => {
                    let fault = Diagnostic::new(Code::TwoParents).with("id", &members[index].name);
                    let fault = fault.with("first", other).with("second", above);
                    faults.push(fault.at(listed.place.clone()));
                }
                _ => {
                    let member = &mut members[index];
                    member.parent = Some(above.to_owned());
                    (member.rank, member.below_at) = (rank + 1, Some(listed.place.clone()));
                }
            }
        }
    }
    let standing_in = standing_in(&members, parents.len(), &without, (&positions, previous_names));
    for (parent, listed, rank) in without {
        let before = previous_names.before(&listed.unit);
        let own: Vec<usize> = before.iter().filter_map(|name| positions.index(name)).collect();
        let own =
            own.into_iter().filter(|index| standing_in.get(index) == Some(&Some(parent.head.id.as_str())));
        let mut is_missing = true;
        for index in own {
            let member = &mut members[index];
            member.parent = Some(parent.head.id.to_string());
            (member.rank, member.below_at) = (rank + 1, Some(listed.place.clone()));
            is_missing = false;
        }
        if is_missing {
            members.push(missing(listed, previous_names, parent, rank));
        }
    }
    match Tree::plant(members) {
        Ok(tree) if faults.is_empty() => Ok(tree),
        Ok(_) => Err(faults),
        Err(more) => Err(faults.into_iter().chain(more).collect()),
    }
}

/// A unit that is listed below a parent and has no data.
type Without<'p> = (&'p Parent, &'p Listed, usize);

/// Units with data in no list, by their places among all members, which became units without data that are listed: in those' stead
/// they stand below the parent, where that is one alone.
fn standing_in<'p>(
    members: &[Member],
    first: usize,
    without: &[Without<'p>],
    (positions, previous_names): (&Positions<'_>, &PreviousNames<'_>),
) -> HashMap<usize, Option<&'p str>> {
    let mut parents: HashMap<usize, Option<&str>> = HashMap::new();
    for (parent, listed, _) in without {
        let before = previous_names.before(&listed.unit);
        let places = before.iter().filter_map(|name| positions.index(name));
        for place in places.filter(|place| *place >= first && members[*place].parent.is_none()) {
            let known = parents.entry(place).or_insert(Some(parent.head.id.as_str()));
            *known = known.filter(|known| *known == parent.head.id.as_str());
        }
    }
    parents
}

/// Units that bear the name of a declared parent, whose own data they are; with their places among all members.
fn own_figures<'p>(parents: &'p [Parent], units: &'p [UnitRef]) -> impl Iterator<Item = (usize, &'p Parent)> {
    let own = move |(index, unit): (usize, &UnitRef)| {
        let head = unit.head();
        let is_its = |parent: &&Parent| parent.head.name == head.name;
        Some((index + parents.len(), parents.iter().find(is_its)?))
    };
    units.iter().enumerate().filter_map(own)
}

/// What the figures of a unit above others are called that are its own, beside those of the units below it.
pub fn own_name(name: &str) -> String {
    format!("{name}本级")
}

fn member(head: &UnitHead) -> Member {
    let UnitHead { id, name, place, .. } = head;
    // A place may hold the whole text of a file; the tree keeps what a diagnostic must say.
    let place = match place.text_and_span() {
        Some((text, _)) if text.len() >= LONG => place.clone().without_text(),
        _ => place.clone(),
    };
    Member { id: id.clone(), name: name.clone(), parent: None, rank: usize::MAX, place, below_at: None }
}

/// A text of so many bytes is not kept for the sake of a line.
const LONG: usize = 4096;

/// A unit that a parent lists and that has no data, by the name that it had before.
fn missing(listed: &Listed, previous_names: &PreviousNames<'_>, parent: &Parent, rank: usize) -> Member {
    let Listed { unit, place } = listed;
    Member {
        id: id_of(unit),
        name: previous_names.of(unit).unwrap_or(unit).to_owned(),
        parent: Some(parent.head.id.to_string()),
        rank: rank + 1,
        place: place.clone(),
        below_at: None,
    }
}

/// Where each member stands, by id and by name; an id goes before a name.
struct Positions<'h>(HashMap<&'h str, usize>);

impl<'h> Positions<'h> {
    fn of(heads: impl Iterator<Item = &'h UnitHead> + Clone) -> Self {
        let mut positions: HashMap<&str, usize> = HashMap::new();
        // A parent goes before a unit of its id, whose figures are its own.
        for (index, head) in heads.clone().enumerate() {
            positions.entry(head.id.as_str()).or_insert(index);
        }
        for (index, head) in heads.enumerate() {
            positions.entry(&head.name).or_insert(index);
        }
        Self(positions)
    }

    fn index(&self, text: &str) -> Option<usize> {
        self.0.get(text).copied()
    }

    /// The id of the member that is meant, or the text as it stands.
    fn id(&self, members: &[Member], text: &str) -> String {
        self.index(text).map_or_else(|| text.to_owned(), |index| members[index].id.to_string())
    }
}
