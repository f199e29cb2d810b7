//! Every unit's name, to find one in another's text.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use huibian_source::UnitHead;

/// What units are, by the end of their names; the longer of those that end alike first.
const KINDS: [&str; 22] = [
    "街道办事处",
    "街道办",
    "街道",
    "社区",
    "开发区",
    "集团",
    "公司",
    "中心",
    "学院",
    "医院",
    "镇",
    "乡",
    "县",
    "区",
    "市",
    "省",
    "州",
    "旗",
    "村",
    "局",
    "委",
    "校",
];
/// Kinds whose units go by a short name too: 莲塘 for 莲塘乡.
const PLACES: [&str; 5] = ["街道", "镇", "乡", "县", "市"];
/// Behind a short name these make it another place: 莲塘村.
const OTHER_PLACES: &str = "镇乡街县区市村社路河湖山桥水库湾岭沟巷园中小学寺庙站";

/// A unit's name without what it is, and what it is: 望江 and 镇.
pub fn stem_and_kind(name: &str) -> Option<(&str, &'static str)> {
    let kind = KINDS.iter().find(|kind| name.ends_with(**kind) && name.len() > kind.len())?;
    Some((&name[..name.len() - kind.len()], kind))
}

/// The names of units that stand beside each other; those above others are mentioned by right.
#[derive(Debug, Default)]
pub struct UnitNames {
    names: Vec<String>,
    automaton: Option<AhoCorasick>,
    /// Those that have a short name.
    with_short: Vec<usize>,
    short: Option<AhoCorasick>,
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
        let build =
            |names: &[&str]| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names).ok();
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        let short = all.iter().enumerate().filter_map(|(index, name)| {
            let (stem, kind) = stem_and_kind(name)?;
            (PLACES.contains(&kind) && stem.chars().count() > 1).then_some((index, stem))
        });
        let (with_short, stems): (Vec<usize>, Vec<&str>) = short.unzip();
        let (automaton, short) = (build(&all), build(&stems));
        Self { names, automaton, with_short, short }
    }

    /// Whether a unit goes by this name.
    pub fn is_known(&self, name: &str) -> bool {
        let found = self.automaton.as_ref().and_then(|automaton| automaton.find(name));
        found.is_some_and(|found| found.start() == 0 && found.end() == name.len())
    }

    /// The other units of which a text has the short name, each with where it stands. A short name inside a longer
    /// name is none.
    pub fn short_in_text<'n>(&'n self, text: &str, own: &str) -> Vec<(Range<usize>, &'n str)> {
        let Some(short) = &self.short else { return Vec::new() };
        let own_stem = stem_and_kind(own).map_or(own, |(stem, _)| stem);
        let found = short.find_iter(text).filter_map(|found| {
            let span = found.start()..found.end();
            let name = self.names[self.with_short[found.pattern().as_usize()]].as_str();
            let is_longer = text[span.end..].starts_with(|c| OTHER_PLACES.contains(c));
            (!is_longer && !own_stem.contains(&text[span.clone()])).then_some((span, name))
        });
        found.collect()
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

    #[test]
    fn another_units_short_name_is_found() {
        let names = UnitNames::new(["云溪镇", "石桥镇", "县"].map(str::to_owned).to_vec());
        let found =
            |text| names.short_in_text(text, "云溪镇").into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(found("石桥值守人员轮流带班"), ["石桥镇"]);
        assert!(found("石桥村、石桥镇、云溪老街").is_empty());
        assert!(names.is_known("石桥镇") && !names.is_known("石桥") && !names.is_known("石桥镇村"));
    }
}
