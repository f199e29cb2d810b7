//! Every unit's name, to find one in another's text.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use huibian_source::UnitHead;

/// The names of units that stand beside each other; those above others are mentioned by right.
#[derive(Debug, Default)]
pub struct UnitNames {
    names: Vec<String>,
    automaton: Option<AhoCorasick>,
}

impl UnitNames {
    /// The names of units that stand beside each other.
    pub fn of<'h>(heads: impl Iterator<Item = &'h UnitHead> + Clone) -> Self {
        let parents: HashSet<&str> = heads.clone().filter_map(|head| head.parent.as_deref()).collect();
        let beside =
            heads.filter(|head| !parents.contains(head.id.as_str()) && !parents.contains(head.name.as_str()));
        Self::new(beside.map(|head| head.name.clone()).collect())
    }

    /// A single character is no name that could be told from words.
    pub fn new(mut names: Vec<String>) -> Self {
        names.retain(|name| name.chars().count() > 1);
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names).ok();
        Self { names, automaton }
    }

    /// The names of other units in a text, each once, where it first stands. A name inside a longer one, such as the
    /// unit's own, is none.
    pub fn in_text<'n>(&'n self, text: &str, own: &str) -> Vec<(Range<usize>, &'n str)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let own = || text.match_indices(own).map(|(at, own)| at..at + own.len());
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        for found_at in automaton.find_iter(text) {
            let name = self.names[found_at.pattern().as_usize()].as_str();
            let span = found_at.start()..found_at.end();
            let within_own = own().any(|own| own.start <= span.start && span.end <= own.end);
            if !within_own && found.iter().all(|(_, known)| *known != name) {
                found.push((span, name));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_units_name_is_found_and_the_own_is_not() {
        let names = UnitNames::new(["云溪镇", "石桥镇", "石桥镇中学", "县"].map(str::to_owned).to_vec());
        let found = |text, own| {
            names.in_text(text, own).into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("云溪镇与石桥镇、石桥镇联办", "云溪镇"), "石桥镇");
        assert_eq!(found("石桥镇中学组织学习", "石桥镇中学"), "");
        assert_eq!(found("石桥镇中学组织学习", "石桥镇"), "石桥镇中学");
        assert_eq!(found("全县统一部署", "云溪镇"), "");
    }
}
