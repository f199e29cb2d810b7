//! Their styles with ours: a style of theirs that has the name of one of ours, or its id, stands in its place; what they lack
//! is added, on a base of its own that does not depend on their defaults.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

use crate::elements::{Element, read, renamed};
use crate::links::PackageParts;
use crate::xml::escaped;

/// The id of the style that the added ones stand on.
const BASE: &str = "HbBase";

/// word/styles.xml of both.
pub struct Merged {
    /// The part.
    pub xml: String,
    /// Their ids that are others now.
    pub renamed: BTreeMap<String, String>,
}

struct Style<'x> {
    kind: String,
    id: String,
    /// What it is based on, and where that is said.
    based_on: Option<(String, Range<usize>)>,
    names: Vec<String>,
    is_default: bool,
    xml: &'x str,
}

/// Both, where ours is a part with every style. `body` is what our body text is called.
pub fn merged(theirs: &str, ours: &str, body: &str) -> Merged {
    let (known, own) = (listed(theirs), listed(ours));
    let own: Vec<&Style<'_>> = own.iter().filter(|style| !style.is_default).collect();
    let mut renames = BTreeMap::new();
    let mut added = Vec::new();
    let mut matched = BTreeSet::new();
    for style in &own {
        let alike = |found: &&Style<'_>| found.kind == style.kind;
        // The house style's own name, an alias of Word's, says more than that.
        let names = style.names.iter().rev().map(|name| name.to_lowercase());
        let called =
            |found: &&Style<'_>, name: &str| found.names.iter().any(|known| known.to_lowercase() == name);
        let by_name =
            names.into_iter().find_map(|name| known.iter().filter(alike).find(|found| called(found, &name)));
        let found = by_name.or_else(|| known.iter().filter(alike).find(|found| found.id == style.id));
        match found {
            Some(found) if matched.insert(found.id.clone()) => {
                if found.id != style.id {
                    renames.insert(found.id.clone(), style.id.clone());
                }
            }
            _ => added.push(*style),
        }
    }
    // An id of ours on a style of theirs that is another one.
    let taken: BTreeSet<&str> = own.iter().map(|style| style.id.as_str()).collect();
    for style in
        known.iter().filter(|style| taken.contains(style.id.as_str()) && !matched.contains(&style.id))
    {
        renames.insert(style.id.clone(), format!("{}Other", style.id));
    }
    let base_name = format!("{body}基准");
    let found = known.iter().find(|style| style.names.contains(&base_name));
    if let Some(style) = found.filter(|style| style.id != BASE) {
        renames.insert(style.id.clone(), BASE.to_owned());
    }
    let mut xml = renamed(theirs, &renames);
    let mut more = String::new();
    if found.is_none() && added.iter().any(|style| style.kind == "paragraph") {
        more += &base(ours, &base_name);
    }
    let font = known.iter().find(|style| style.is_default && style.kind == "character");
    let font =
        font.map(|style| format!(r#"<w:basedOn w:val="{}"/>"#, escaped(&style.id))).unwrap_or_default();
    for style in added {
        let style = style.xml.replacen(
            r#"<w:basedOn w:val="Normal"/>"#,
            &format!(r#"<w:basedOn w:val="{BASE}"/>"#),
            1,
        );
        more += &style.replacen(r#"<w:basedOn w:val="DefaultParagraphFont"/>"#, &font, 1);
    }
    let end = xml.rfind("</").unwrap_or(xml.len());
    xml.insert_str(end, &more);
    Merged { xml, renamed: renames }
}

/// What all styles are called, in small letters.
pub fn names(xml: &str) -> Vec<String> {
    listed(xml).iter().flat_map(|style| style.names.iter().map(|name| name.to_lowercase())).collect()
}

fn listed(xml: &str) -> Vec<Style<'_>> {
    let Ok(elements) = read(xml) else { return Vec::new() };
    let mut styles: Vec<Style<'_>> = Vec::new();
    for element in &elements {
        match (element.depth, element.local_name()) {
            (1, "style") => styles.push(Style {
                kind: element.local_attribute("type").unwrap_or_else(|| "paragraph".to_owned()),
                id: element.local_attribute("styleId").unwrap_or_default(),
                based_on: None,
                names: Vec::new(),
                is_default: element
                    .local_attribute("default")
                    .is_some_and(|value| value == "1" || value == "true"),
                xml: &xml[element.range.clone()],
            }),
            (2, "basedOn") => {
                let Some(style) = styles.last_mut() else { continue };
                style.based_on = element.local_attribute("val").map(|id| (id, element.range.clone()));
            }
            (2, name @ ("name" | "aliases")) => {
                let Some(style) = styles.last_mut() else { continue };
                let value = element.local_attribute("val").unwrap_or_default();
                let separator = if name == "aliases" { ',' } else { '\0' };
                style.names.extend(value.split(separator).map(|name| name.trim().to_owned()));
            }
            _ => {}
        }
    }
    styles
}

/// A part in which each style's base ends with one that has none. Word opens a file whose styles go round in a circle, or are
/// based on themselves; what closes the circle, the last in the order of the file, is left out.
pub fn without_circles(xml: String) -> String {
    let mut closing: Vec<Range<usize>> = Vec::new();
    {
        let styles = listed(&xml);
        let by_id: BTreeMap<&str, &Style<'_>> =
            styles.iter().map(|style| (style.id.as_str(), style)).collect();
        let mut sound: BTreeSet<&str> = BTreeSet::new();
        for style in &styles {
            let mut passed: BTreeSet<&str> = BTreeSet::new();
            let mut next = Some(style);
            while let Some(style) = next.filter(|style| !sound.contains(style.id.as_str())) {
                passed.insert(&style.id);
                next = style.based_on.as_ref().and_then(|(base, said)| {
                    if passed.contains(base.as_str()) {
                        closing.push(said.clone());
                        return None;
                    }
                    by_id.get(base.as_str()).copied()
                });
            }
            sound.extend(passed);
        }
    }
    closing.sort_by_key(|said| said.start);
    let mut xml = xml;
    closing.into_iter().rev().for_each(|said| xml.replace_range(said, ""));
    xml
}

/// The same of a package's part, if it has such a circle.
pub fn open_circles(parts: &mut PackageParts, name: &str) {
    let Some(xml) = parts.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { return };
    let opened = without_circles(xml.to_owned());
    if opened.len() < xml.len() {
        parts.insert(name.to_owned(), opened.into_bytes());
    }
}

/// A style that says what our defaults say.
fn base(ours: &str, name: &str) -> String {
    let elements = read(ours).unwrap_or_default();
    let defaults = |part: &str, properties: &str| {
        let within = elements.iter().find(|element| element.name() == part)?;
        let is_in = |element: &&Element<'_>| {
            within.inner.contains(&element.range.start) && element.name() == properties
        };
        elements.iter().find(is_in).map(|element| &ours[element.range.clone()])
    };
    let mut xml = String::new();
    let _ = write!(
        xml,
        concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/>"#,
            r#"<w:uiPriority w:val="99"/>{}{}</w:style>"#,
        ),
        BASE,
        escaped(name),
        defaults("w:pPrDefault", "w:pPr").unwrap_or_default(),
        defaults("w:rPrDefault", "w:rPr").unwrap_or_default(),
    );
    xml
}

#[cfg(test)]
mod tests {
    use super::without_circles;

    fn styles(based: &[(&str, &str)]) -> String {
        let style = |(id, base): &(&str, &str)| {
            let base = if base.is_empty() { String::new() } else { format!("<w:basedOn w:val='{base}'/>") };
            format!("<w:style w:styleId='{id}'>{base}</w:style>")
        };
        format!("<w:styles>{}</w:styles>", based.iter().map(style).collect::<String>())
    }

    #[test]
    fn a_circle_of_styles_is_opened_where_it_closes() {
        for (said, left) in [
            (&[("a", "b"), ("b", "c"), ("c", "")][..], &[("a", "b"), ("b", "c"), ("c", "")][..]),
            (&[("a", "a"), ("b", "a")], &[("a", ""), ("b", "a")]),
            (&[("a", "b"), ("b", "c"), ("c", "b")], &[("a", "b"), ("b", "c"), ("c", "")]),
            (&[("b", "a"), ("a", "b"), ("d", "d")], &[("b", "a"), ("a", ""), ("d", "")]),
        ] {
            assert_eq!(without_circles(styles(said)), styles(left));
        }
    }
}
