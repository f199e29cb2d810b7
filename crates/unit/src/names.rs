//! Every unit's name, to find one in another's text.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

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
const OTHER_PLACES: &str = "镇乡街县区市村社路河湖山桥水库湾岭沟巷园中小学寺庙站隧峰坝渠港矿场厂院坪坡洞闸线";

/// A unit's name without what it is, and what it is: 望江 and 镇.
pub fn stem_and_kind(name: &str) -> Option<(&str, &'static str)> {
    // The last byte of a character says most.
    let last = name.as_bytes().last();
    let mut kinds = KINDS.iter().filter(|kind| kind.as_bytes().last() == last);
    let kind = kinds.find(|kind| name.ends_with(**kind) && name.len() > kind.len())?;
    Some((&name[..name.len() - kind.len()], kind))
}

/// The names of units that stand beside each other; those above others are mentioned by right.
#[derive(Debug, Default)]
pub struct UnitNames {
    names: Vec<Box<str>>,
    whole: Words,
    /// The short names of those that have one.
    short: Words,
}

impl UnitNames {
    /// The names of units that stand beside each other.
    pub fn of<'h>(heads: impl Iterator<Item = &'h UnitHead> + Clone) -> Self {
        let parents: HashSet<&str> = heads.clone().filter_map(|head| head.parent.as_deref()).collect();
        let beside =
            heads.filter(|head| !parents.contains(head.id.as_str()) && !parents.contains(head.name.as_str()));
        Self::new(beside.map(|head| head.name.as_str()))
    }

    /// A single character is no name that could be told from words.
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let names: Vec<Box<str>> = names.filter(|name| beginning(name).is_some()).map(Into::into).collect();
        let short = |name: &str| {
            let (stem, kind) = stem_and_kind(name)?;
            PLACES.contains(&kind).then_some(stem.len())
        };
        let (whole, short) = (Words::new(&names, |name| Some(name.len())), Words::new(&names, short));
        Self { names, whole, short }
    }

    /// Whether a text has a character that some unit's name begins with, its short name or its whole one: most have none.
    pub fn may_be_in(&self, text: &str) -> bool {
        text.chars().any(|c| self.whole.first.get(bits(c)) == Some(&true))
    }

    /// Whether a unit goes by this name.
    pub fn is_known(&self, name: &str) -> bool {
        self.whole.of_beginning(name).iter().any(|word| word.text(&self.names) == name)
    }

    /// The other units of which a text has the short name, each with where it stands. A short name inside a longer
    /// name is none.
    pub fn short_in_text<'n>(&'n self, text: &str, own: &str) -> Vec<(Range<usize>, &'n str)> {
        let mut found = self.short.find(&self.names, text);
        if !found.is_empty() {
            let own_stem = stem_and_kind(own).map_or(own, |(stem, _)| stem);
            let is_longer = |end: usize| text[end..].starts_with(|c| OTHER_PLACES.contains(c));
            found.retain(|(span, _)| !is_longer(span.end) && !own_stem.contains(&text[span.clone()]));
        }
        found
    }

    /// The names of other units in a text, each once, where it first stands. A name inside a longer one, such as the
    /// unit's own, is none.
    pub fn in_text<'n>(&'n self, text: &str, own: &str) -> Vec<(Range<usize>, &'n str)> {
        let own = || text.match_indices(own).map(|(at, own)| at..at + own.len());
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        for (span, name) in self.whole.find(&self.names, text) {
            let within_own = own().any(|own| own.start <= span.start && span.end <= own.end);
            if !within_own && found.iter().all(|(_, known)| *known != name) {
                found.push((span, name));
            }
        }
        found
    }
}

/// Words by their first two characters, and of those that begin alike the longer first. An automaton of ten thousand names
/// takes many times as much room, and longer to be made than a run has use of it.
#[derive(Debug, Default)]
struct Words {
    all: Vec<Word>,
    /// Where those that begin so stand.
    by_beginning: HashMap<u64, Range<usize>, foldhash::fast::RandomState>,
    /// Whether any begins with such a character, by the character's last [`FIRST`] bits: most of a text is passed over so.
    first: Vec<bool>,
}

const FIRST: u32 = 12;

/// The beginning of a name, or all of it.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Which of the names.
    name: usize,
    /// In bytes.
    length: usize,
}

impl Word {
    fn text<'n>(&self, names: &'n [Box<str>]) -> &'n str {
        &names[self.name][..self.length]
    }
}

fn beginning(text: &str) -> Option<u64> {
    let mut chars = text.chars();
    Some(pair(chars.next()?, chars.next()?))
}

fn pair(first: char, second: char) -> u64 {
    u64::from(u32::from(first)) << 32 | u64::from(u32::from(second))
}

fn bits(first: char) -> usize {
    u32::from(first) as usize & ((1 << FIRST) - 1)
}

impl Words {
    /// `length` says how much of a name is a word; one of a single character is none.
    fn new(names: &[Box<str>], length: impl Fn(&str) -> Option<usize>) -> Self {
        let word = |(name, text): (usize, &str)| {
            let length = length(text)?;
            Some((beginning(&text[..length])?, Word { name, length }))
        };
        let mut all: Vec<_> = names.iter().map(|name| &**name).enumerate().filter_map(word).collect();
        // Of words that are the same the first unit's.
        all.sort_by_key(|(beginning, word)| (*beginning, std::cmp::Reverse(word.length)));
        let mut by_beginning: HashMap<_, Range<usize>, _> = HashMap::default();
        let mut first = vec![false; 1 << FIRST];
        for (at, (beginning, word)) in all.iter().enumerate() {
            by_beginning.entry(*beginning).or_insert(at..at).end = at + 1;
            names[word.name].chars().take(1).for_each(|c| first[bits(c)] = true);
        }
        Self { all: all.into_iter().map(|(_, word)| word).collect(), by_beginning, first }
    }

    /// The words that begin as a text does.
    fn of_beginning(&self, text: &str) -> &[Word] {
        let range = beginning(text).and_then(|beginning| self.by_beginning.get(&beginning));
        range.map_or(&[], |range| &self.all[range.clone()])
    }

    /// Where words stand in a text, with the names that they are of: the leftmost, and of those that begin there the longest.
    fn find<'n>(&self, names: &'n [Box<str>], text: &str) -> Vec<(Range<usize>, &'n str)> {
        let (mut found, mut free) = (Vec::new(), 0);
        if self.all.is_empty() {
            return found;
        }
        for (start, first) in text.char_indices() {
            if start < free || !self.first[bits(first)] {
                continue;
            }
            let range = beginning(&text[start..]).and_then(|beginning| self.by_beginning.get(&beginning));
            let Some(range) = range else { continue };
            let here = |word: &&Word| text[start..].starts_with(word.text(names));
            if let Some(word) = self.all[range.clone()].iter().find(here) {
                free = start + word.length;
                found.push((start..free, &*names[word.name]));
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
        let names = UnitNames::new(["云溪镇", "石桥镇", "石桥镇中学", "县"].into_iter());
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
        let names = UnitNames::new(["云溪镇", "石桥镇", "县"].into_iter());
        let found =
            |text| names.short_in_text(text, "云溪镇").into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(found("石桥值守人员轮流带班"), ["石桥镇"]);
        assert!(found("石桥村、石桥镇、云溪老街").is_empty());
        assert!(names.is_known("石桥镇") && !names.is_known("石桥") && !names.is_known("石桥镇村"));
    }
}
