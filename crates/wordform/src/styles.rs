//! The styles of a file by what they are for: its headings by their levels, its title, its tables.

use std::collections::{BTreeMap, BTreeSet};

use huibian_docx::{PackageParts, Stories, Unusable, part_text};

use crate::part::Part;

/// What is known of a file's paragraph and table styles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Styles {
    /// Ids of heading styles by their levels, the first at 1, and whether each numbers its headings.
    pub headings: BTreeMap<u8, (String, bool)>,
    /// The levels of headings by the ids of their styles.
    pub levels: BTreeMap<String, u8>,
    /// The ids of styles for titles.
    pub titles: Vec<String>,
    /// The ids of styles that number or mark paragraphs, headings aside.
    pub lists: BTreeSet<String>,
    /// The id of a style that draws a table's lines.
    pub grid: Option<String>,
}

impl Styles {
    /// Reads those of a package.
    ///
    /// # Errors
    /// `xml`.
    pub fn of(parts: &PackageParts, found: &Stories) -> Result<Self, Unusable> {
        let part = |name: &Option<String>| {
            name.as_ref().map(|name| Part::read(name, part_text(parts, name)?)).transpose()
        };
        let numbering = part(&found.numbering)?;
        Ok(part(&found.styles)?.map(|part| Self::read(&part, numbering.as_ref())).unwrap_or_default())
    }

    fn read(part: &Part<'_>, numbering: Option<&Part<'_>>) -> Self {
        let mut styles = Self::default();
        let numbering = numbering.map(Lists::of);
        let mut own_lists: BTreeMap<String, OwnList> = BTreeMap::new();
        for index in (0..part.elements.len()).filter(|index| part.elements[*index].name == "style") {
            let (Some(id), Some(name)) = (part.attribute(index, "styleId"), part.value(index, "name")) else {
                continue;
            };
            let name = name.to_lowercase();
            let kind = part.attribute(index, "type").unwrap_or_else(|| "paragraph".to_owned());
            if kind == "table" && name == "table grid" {
                styles.grid = Some(id);
                continue;
            }
            if kind != "paragraph" {
                continue;
            }
            let properties = part.child(index, "pPr");
            let outline = properties.and_then(|at| part.value(at, "outlineLvl"));
            let outline = outline.and_then(|level| level.parse::<u8>().ok()).filter(|level| *level < 9);
            let named = name.strip_prefix("heading ").or_else(|| name.strip_prefix("标题 "));
            let named = named
                .and_then(|level| level.trim().parse::<u8>().ok())
                .filter(|level| (1..=9).contains(level));
            let numbers = properties.and_then(|at| part.child(at, "numPr"));
            let is_numbered = numbers.map(|at| is_numbered(part, at, &id, numbering.as_ref()));
            let list = OwnList { is_numbered, based_on: part.value(index, "basedOn") };
            own_lists.insert(id.clone(), list);
            if name == "title" || name == "标题" {
                styles.titles.push(id);
            } else if let Some(level) = named.or(outline.map(|level| level + 1)) {
                let is_numbered = is_numbered == Some(true);
                if named.is_some() || !styles.headings.contains_key(&level) {
                    styles.headings.insert(level, (id.clone(), is_numbered));
                }
                styles.levels.insert(id, level);
            }
        }
        let numbering = own_lists.keys().filter(|id| !styles.levels.contains_key(*id));
        styles.lists = numbering.filter(|id| is_list(&own_lists, id)).cloned().collect();
        styles
    }
}

/// Whether a style numbers its paragraphs by what it says itself, and what it is based on.
struct OwnList {
    is_numbered: Option<bool>,
    based_on: Option<String>,
}

/// Styles that stand on each other beyond which nobody looks.
const DEEPEST: usize = 100;

fn is_list(known: &BTreeMap<String, OwnList>, id: &str) -> bool {
    let base = |style: &&OwnList| known.get(style.based_on.as_ref()?);
    let mut around = std::iter::successors(known.get(id), base).take(DEEPEST);
    around.find_map(|style| style.is_numbered) == Some(true)
}

/// The lists of a file by their numbers, and what each is made like.
struct Lists<'p> {
    part: &'p Part<'p>,
    by_number: BTreeMap<String, usize>,
    kinds: BTreeMap<String, usize>,
}

impl<'p> Lists<'p> {
    fn of(part: &'p Part<'p>) -> Self {
        let named = |name: &str, attribute: &str| {
            let found = (0..part.elements.len()).rev().filter(|at| part.elements[*at].name == name);
            found.filter_map(|at| Some((part.attribute(at, attribute)?, at))).collect()
        };
        Self { part, by_number: named("num", "numId"), kinds: named("abstractNum", "abstractNumId") }
    }
}

/// Whether what a style says of numbers makes any: other programs than Word have headings in lists that number nothing.
fn is_numbered(styles: &Part<'_>, properties: usize, style: &str, numbering: Option<&Lists<'_>>) -> bool {
    let Some(number) = styles.value(properties, "numId") else { return true };
    let Some(Lists { part: lists, by_number, kinds }) = numbering else { return number != "0" };
    let Some(list) = by_number.get(&number) else { return number != "0" };
    let Some(kind) = lists.value(*list, "abstractNumId").and_then(|id| kinds.get(&id)) else { return true };
    let own = styles.value(properties, "ilvl").unwrap_or_else(|| "0".to_owned());
    let levels = || lists.elements[*kind].children.iter().filter(|at| lists.elements[**at].name == "lvl");
    let level = levels()
        .find(|at| lists.value(**at, "pStyle").as_deref() == Some(style))
        .or_else(|| levels().find(|at| lists.attribute(**at, "ilvl").as_ref() == Some(&own)));
    level.is_none_or(|at| {
        let says = |name| lists.value(*at, name);
        says("numFmt").as_deref() != Some("none")
            && says("lvlText").is_none_or(|text| !text.trim().is_empty())
    })
}
