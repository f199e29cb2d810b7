//! The styles of a file by what they are for: its headings by their levels, its title, its tables.

use std::collections::BTreeMap;

use huibian_docx::Unusable;

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
    /// Reads word/styles.xml.
    ///
    /// # Errors
    /// `xml`.
    pub fn read(name: &str, xml: &str) -> Result<Self, Unusable> {
        let part = Part::read(name, xml)?;
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
                let is_numbered = properties.is_some_and(|at| part.child(at, "numPr").is_some());
                if named.is_some() || !styles.headings.contains_key(&level) {
                    styles.headings.insert(level, (id.clone(), is_numbered));
                }
                styles.levels.insert(id, level);
            }
        }
        Ok(styles)
    }
}
