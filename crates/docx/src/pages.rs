//! The page set-up of a document: its last section, with the headers and footers that hold there.

use std::fmt::Write;

use huibian_document::Length;
use huibian_document::style::Page;

use crate::elements::{Element, is_on, read};
use crate::links::Links;
use crate::unusable::Unusable;

/// A header or a footer that a section names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageReference {
    /// Whether it is a footer.
    pub is_footer: bool,
    /// `default`, `even` or `first`.
    pub pages: String,
    /// The relationship.
    pub id: String,
}

/// The page set-up. What the file does not say is the house style's.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The sheet's width and height, where the file says them.
    size: Option<[Length; 2]>,
    /// The margins, where it says them: top, bottom, left, right, footer, header.
    margins: Option<[Length; 6]>,
    /// Headers and footers, by their new relationships.
    pub references: Vec<PageReference>,
    /// Other properties, as they are written, in the order of the schema.
    pub rest: String,
    /// Whether the first page has a header and footer of its own.
    pub has_first: bool,
}

/// Properties that are taken as they are, of those that follow the margins. Columns are not: tables and titles are as wide as
/// the text.
const KEPT: [&str; 7] =
    ["w:paperSrc", "w:pgBorders", "w:lnNumType", "w:vAlign", "w:textDirection", "w:rtlGutter", "w:docGrid"];

/// More sections than a document has.
const MOST_SECTIONS: usize = 1_000;

/// Reads word/document.xml, and takes the headers and footers.
pub fn pages(xml: &str, links: &mut Links<'_>) -> Result<Pages, Unusable> {
    let elements = read(xml).map_err(|broken| broken.of("document.xml"))?;
    if elements.iter().filter(|element| element.name().starts_with("w:sectPr")).count() > MOST_SECTIONS {
        return Err(Unusable::new("elements", "document.xml: w:sectPr"));
    }
    let changes: Vec<_> = of(&elements, "w:sectPrChange").map(|change| change.range.clone()).collect();
    let is_old = |element: &&Element<'_>| changes.iter().any(|range| range.contains(&element.range.start));
    let sections: Vec<_> = of(&elements, "w:sectPr").filter(|section| !is_old(section)).collect();
    let Some(last) = sections.last() else { return Ok(Pages::default()) };
    let mut named: Vec<(bool, String, String)> = Vec::new();
    for section in &sections {
        // What a section does not name it has from the one before.
        for element in elements.iter().filter(|element| section.inner.contains(&element.range.start)) {
            let is_footer = element.name() == "w:footerReference";
            if !is_footer && element.name() != "w:headerReference" {
                continue;
            }
            let pages = element.attribute("w:type").unwrap_or_else(|| "default".to_owned());
            let Some(id) = element.attribute("r:id") else { continue };
            named.retain(|(footer, known, _)| (*footer, known) != (is_footer, &pages));
            named.push((is_footer, pages, id));
        }
    }
    named.sort();
    let mut references = Vec::new();
    for (is_footer, pages, id) in named {
        let id = links.take_by_id(&id, if is_footer { "footer" } else { "header" })?;
        references.push(PageReference { is_footer, pages, id });
    }
    let depth = last.depth + 1;
    let own = |element: &&Element<'_>| {
        element.depth == depth && last.inner.contains(&element.range.start) && !is_old(element)
    };
    let find = |name: &str| elements.iter().filter(own).find(|element| element.name() == name);
    let size = find("w:pgSz").map(size).transpose()?.flatten();
    let margins = find("w:pgMar").map(margins).transpose()?.flatten();
    let has_first = find("w:titlePg").is_some_and(|element| is_on(element));
    let mut rest = String::new();
    for name in KEPT {
        if name == "w:vAlign"
            && let Some(format) = find("w:pgNumType").and_then(|element| element.attribute("w:fmt"))
        {
            let _ = write!(rest, r#"<w:pgNumType w:fmt="{}"/>"#, crate::xml::escaped(&format));
        }
        let found = find(name).map(|element| &xml[element.range.clone()]);
        rest += found.filter(|written| !written.contains("r:")).unwrap_or_default();
    }
    Ok(Pages { size, margins, references, rest, has_first })
}

fn of<'e, 'x>(elements: &'e [Element<'x>], name: &'static str) -> impl Iterator<Item = &'e Element<'x>> {
    elements.iter().filter(move |element| element.name() == name)
}

/// A length of an element in twips, where it has one. Google's documents give it a point: `12240.0`.
fn twips(element: &Element<'_>, name: &str) -> Result<Option<Length>, Unusable> {
    let Some(value) = element.attribute(&format!("w:{name}")) else { return Ok(None) };
    let whole = value.split_once('.').filter(|(_, digits)| digits.bytes().all(|it| it.is_ascii_digit()));
    let whole = whole.map_or(value.as_str(), |(whole, _)| whole);
    let twips = whole.parse::<i64>().ok().filter(|twips| twips.abs() < 100_000);
    let twips = twips.ok_or_else(|| Unusable::new("xml", format!("document.xml: w:{name}")))?;
    Ok(Some(Length::from_emu(twips.abs() * 635)))
}

fn size(element: &Element<'_>) -> Result<Option<[Length; 2]>, Unusable> {
    Ok(twips(element, "w")?.zip(twips(element, "h")?).map(|(width, height)| [width, height]))
}

fn margins(element: &Element<'_>) -> Result<Option<[Length; 6]>, Unusable> {
    let none = Length::default();
    let or_none = |name: &str| Ok(twips(element, name)?.unwrap_or(none));
    let edges = ["top", "bottom", "left", "right"];
    if edges.iter().all(|name| element.attribute(&format!("w:{name}")).is_none()) {
        return Ok(None);
    }
    let left = or_none("left")? + or_none("gutter")?;
    let (footer, header) = (or_none("footer")?, or_none("header")?);
    Ok(Some([or_none("top")?, or_none("bottom")?, left, or_none("right")?, footer, header]))
}

impl Pages {
    /// The sheet and its margins; of what the file does not say, those of a house style.
    pub fn over(&self, style: &Page) -> Page {
        let mut page = style.clone();
        if let Some([width, height]) = self.size {
            (page.width, page.height) = (width, height);
        }
        if let Some([top, bottom, left, right, footer, header]) = self.margins {
            page = Page { top, bottom, left, right, footer, header, ..page };
        }
        page
    }
}
