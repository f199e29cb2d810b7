//! The units as a tree: who belongs to whom. Knows no counts.

use std::collections::HashMap;

use huibian_contract::UnitId;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};

/// One unit of the tree, with or without data of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// The id of the unit above it; none for a root.
    pub parent: Option<String>,
    /// Its place among those below its parent; those of the same place stand in the order they were given.
    pub rank: usize,
    /// Where it is declared.
    pub place: Location,
    /// Where it is said what stands above it, if elsewhere.
    pub below_at: Option<Location>,
}

impl Member {
    fn place_of_parent(&self) -> Location {
        self.below_at.as_ref().unwrap_or(&self.place).clone()
    }
}

/// Units in the order they were given, each with those below it.
#[derive(Clone, Debug)]
pub struct Tree {
    members: Vec<Member>,
    children: Vec<Vec<usize>>,
    above: Vec<Option<usize>>,
}

impl Tree {
    /// Puts every unit below its parent.
    ///
    /// # Errors
    /// All of them: G003 for an id that stands twice, G001 for a parent that is no unit, G002 for a unit above itself.
    pub fn plant(members: Vec<Member>) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let mut places: HashMap<&str, usize> = HashMap::with_capacity(members.len());
        for (index, member) in members.iter().enumerate() {
            if let Some(first) = places.insert(member.id.as_str(), index) {
                let fault = Diagnostic::new(Code::TreeIdTwice).with("id", &member.id);
                faults.push(fault.with("first", &members[first].place).at(member.place.clone()));
            }
        }
        let mut children = vec![Vec::new(); members.len()];
        let mut above = vec![None; members.len()];
        for (index, member) in members.iter().enumerate() {
            let Some(parent) = &member.parent else { continue };
            if let Some(&at) = places.get(parent.as_str()) {
                children[at].push(index);
                above[index] = Some(at);
            } else {
                let fault =
                    Diagnostic::new(Code::UnknownParent).with("id", &member.id).with("parent", parent);
                let known = members.iter().map(|member| member.id.as_str());
                faults.push(fault.suggest(parent, known).at(member.place_of_parent()));
            }
        }
        for index in circular(&above) {
            let member = &members[index];
            let fault = Diagnostic::new(Code::ParentCycle).with("id", &member.id);
            faults.push(fault.at(member.place_of_parent()));
        }
        children.iter_mut().for_each(|below| below.sort_by_key(|&child: &usize| members[child].rank));
        if faults.is_empty() { Ok(Self { members, children, above }) } else { Err(faults) }
    }

    /// The unit at a place in the order.
    pub fn member(&self, index: usize) -> &Member {
        &self.members[index]
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Units with nothing above them.
    pub fn roots(&self) -> impl Iterator<Item = usize> {
        let members = self.members.iter().enumerate();
        members.filter(|(_, member)| member.parent.is_none()).map(|(index, _)| index)
    }

    /// The units right below one.
    pub fn children(&self, index: usize) -> &[usize] {
        &self.children[index]
    }

    /// The units above one, the next first.
    pub fn above(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.above[index], |above| self.above[*above])
    }

    /// Whether any unit stands below another.
    pub fn has_levels(&self) -> bool {
        self.above.iter().any(Option::is_some)
    }

    /// A unit and all below it, each before those below itself, with how far below the first it stands.
    pub fn walk(&self, index: usize) -> Vec<(usize, usize)> {
        let (mut walked, mut open) = (Vec::new(), vec![(index, 0)]);
        while let Some((next, depth)) = open.pop() {
            walked.push((next, depth));
            open.extend(self.children[next].iter().rev().map(|&child| (child, depth + 1)));
        }
        walked
    }
}

/// One unit of every circle: the first in order that meets itself on the way up.
fn circular(above: &[Option<usize>]) -> Vec<usize> {
    let (mut seen, mut found) = (vec![usize::MAX; above.len()], Vec::new());
    for start in 0..above.len() {
        let mut next = Some(start);
        while let Some(index) = next.filter(|&index| seen[index] == usize::MAX) {
            seen[index] = start;
            next = above[index];
        }
        found.extend(next.filter(|&index| seen[index] == start));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plant(pairs: &[(&str, &str)]) -> Result<Tree, Vec<&'static str>> {
        let id = |text: &str| UnitId::new(text).ok();
        let member = |&(own, parent): &(&str, &str)| Member {
            id: id(own).unwrap(),
            name: own.to_owned(),
            parent: (!parent.is_empty()).then(|| parent.to_owned()),
            rank: 0,
            place: Location::file("u.toml"),
            below_at: None,
        };
        let codes = |faults: Faults| faults.iter().map(|fault| fault.code().as_str()).collect();
        Tree::plant(pairs.iter().map(member).collect()).map_err(codes)
    }

    #[test]
    fn three_levels_give_each_unit_once_in_order() {
        let tree =
            plant(&[("a", "x"), ("x", "top"), ("b", "y"), ("top", ""), ("y", "top"), ("c", "x")]).unwrap();
        assert_eq!(tree.roots().collect::<Vec<_>>(), [3]);
        let walked: Vec<_> =
            tree.walk(3).into_iter().map(|(unit, depth)| (tree.member(unit).name.as_str(), depth)).collect();
        assert_eq!(walked, [("top", 0), ("x", 1), ("a", 2), ("c", 2), ("y", 1), ("b", 2)]);
        assert_eq!(tree.children(1), [0, 5]);
        assert_eq!(tree.above(0).collect::<Vec<_>>(), [1, 3]);
        assert!(tree.has_levels() && !plant(&[("a", ""), ("b", "")]).unwrap().has_levels());
        assert_eq!(tree.walk(0), [(0, 0)]);
    }

    #[test]
    fn what_is_no_tree_is_told() {
        assert_eq!(plant(&[("a", "zz")]).unwrap_err(), ["G001"]);
        assert_eq!(plant(&[("a", "b"), ("b", "a"), ("c", "a")]).unwrap_err(), ["G002"]);
        assert_eq!(plant(&[("a", "a")]).unwrap_err(), ["G002"]);
        assert_eq!(plant(&[("a", ""), ("a", "")]).unwrap_err(), ["G003"]);
    }
}
