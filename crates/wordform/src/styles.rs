//! The styles of a file by what they are for: its headings by their levels, its title, its tables.

use std::collections::BTreeMap;

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
        for (index, element) in
            part.elements.iter().enumerate().filter(|(_, element)| element.name == "style")
        {
            let _ = element;
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
            if name == "title" || name == "标题" {
                styles.titles.push(id);
            } else if let Some(level) = named.or(outline.map(|level| level + 1)) {
                let numbers = properties.and_then(|at| part.child(at, "numPr"));
                let is_numbered = numbers.is_some_and(|at| is_numbered(part, at, &id, numbering));
                if named.is_some() || !styles.headings.contains_key(&level) {
                    styles.headings.insert(level, (id.clone(), is_numbered));
                }
                styles.levels.insert(id, level);
            }
        }
        styles
    }
}

/// Whether what a style says of numbers makes any: other programs than Word have headings in lists that number nothing.
fn is_numbered(styles: &Part<'_>, properties: usize, style: &str, numbering: Option<&Part<'_>>) -> bool {
    let Some(number) = styles.value(properties, "numId") else { return true };
    let Some(lists) = numbering else { return number != "0" };
    let named = |name: &'static str, attribute: &'static str, wanted: String| {
        (0..lists.elements.len()).find(move |at| {
            lists.elements[*at].name == name && lists.attribute(*at, attribute).as_ref() == Some(&wanted)
        })
    };
    let Some(list) = named("num", "numId", number.clone()) else { return number != "0" };
    let Some(kind) =
        lists.value(list, "abstractNumId").and_then(|id| named("abstractNum", "abstractNumId", id))
    else {
        return true;
    };
    let own = styles.value(properties, "ilvl").unwrap_or_else(|| "0".to_owned());
    let levels = || lists.elements[kind].children.iter().filter(|at| lists.elements[**at].name == "lvl");
    let level = levels()
        .find(|at| lists.value(**at, "pStyle").as_deref() == Some(style))
        .or_else(|| levels().find(|at| lists.attribute(**at, "ilvl").as_ref() == Some(&own)));
    level.is_none_or(|at| {
        let says = |name| lists.value(*at, name);
        says("numFmt").as_deref() != Some("none")
            && says("lvlText").is_none_or(|text| !text.trim().is_empty())
    })
}
