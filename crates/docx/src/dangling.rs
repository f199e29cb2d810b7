//! What a part names by a relationship that the package has not: a picture that was lost, a header that was taken out.

use std::collections::BTreeMap;

use crate::elements::{self, Element, read, value};
use crate::links::{Link, PackageParts, relationships, resolve};
use crate::outward::relationship_prefixes;

/// An attribute that leads to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dangling {
    /// The byte of the part at which its element begins.
    pub at: usize,
    /// It, as it is written.
    pub written: String,
}

/// The attributes of a part of this text that lead to nothing.
pub fn dangling(parts: &PackageParts, name: &str, xml: &str) -> Vec<Dangling> {
    let (Ok(elements), Ok(links)) = (read(xml), relationships(parts, name)) else { return Vec::new() };
    let prefixes = relationship_prefixes(&elements);
    let mut leads: BTreeMap<&str, bool> = BTreeMap::new();
    for link in &links {
        *leads.entry(&link.id).or_default() |= is_there(parts, name, link);
    }
    let mut found = Vec::new();
    for element in &elements {
        for attribute in elements::attributes(&element.tag) {
            let is_link = |(prefix, _): (&str, &str)| prefixes.contains(prefix);
            if !attribute.key.as_ref().split_once(':').is_some_and(is_link) {
                continue;
            }
            let id = value(&attribute).unwrap_or_default();
            // Word writes none where a click does something else than lead anywhere.
            let is_meant = !id.is_empty() || is_lost_picture(element);
            if is_meant && !leads.get(&*id).copied().unwrap_or_default() {
                let written = format!("{}=\"{id}\"", attribute.key.as_ref());
                found.push(Dangling { at: element.range.start, written });
            }
        }
    }
    found
}

fn is_there(parts: &PackageParts, part: &str, link: &Link) -> bool {
    // A place in the document, and a name that a package may have spelled otherwise.
    if link.is_external || link.target.starts_with('#') || link.target.contains('%') {
        return true;
    }
    let named = resolve(part, &link.target);
    named.is_ok_and(|name| parts.contains_key(&name) || parts.keys().any(|at| at.eq_ignore_ascii_case(&name)))
}

/// Whether an element shows a picture, and none is linked to instead of being in the file.
fn is_lost_picture(element: &Element<'_>) -> bool {
    match element.local_name() {
        "blip" => element.local_attribute("link").is_none_or(|link| link.is_empty()),
        name => name == "imagedata",
    }
}

#[cfg(test)]
mod tests {
    use super::dangling;
    use crate::links::PackageParts;

    #[test]
    fn what_leads_to_nothing_is_found_with_its_element() {
        const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let link = |id: &str, rest: &str| format!(r#"<Relationship Id="{id}" Type="{R}/image" {rest}/>"#);
        let links = [
            link("rId1", r#"Target="media/a.PNG""#),
            link("rId2", r#"Target="media/b.png""#),
            link("rId3", r#"Target="https://example.org/" TargetMode="External""#),
            link("rId4", r##"Target="#top""##),
        ];
        let links = format!("<Relationships>{}</Relationships>", links.concat());
        let parts = PackageParts::from([
            ("word/_rels/document.xml.rels".to_owned(), links.into_bytes()),
            ("word/media/a.png".to_owned(), Vec::new()),
        ]);
        for (inside, expected) in [
            (r#"<blip x:embed="rId1"/>"#, None),
            (r#"<link x:id="rId3"/><link x:id="rId4"/>"#, None),
            (r#"<click x:id=""/><blip x:embed="" x:link="rId3"/>"#, None),
            (r#"<blip embed="rId9"/>"#, None),
            (r#"<blip x:embed="rId2"/>"#, Some(r#"x:embed="rId2""#)),
            (r#"<blip x:embed="rId9"/>"#, Some(r#"x:embed="rId9""#)),
            (r#"<blip x:embed=""/>"#, Some(r#"x:embed="""#)),
            (r#"<imagedata x:id=""/>"#, Some(r#"x:id="""#)),
        ] {
            let root = format!("<a xmlns:x='{R}'>");
            let found = dangling(&parts, "word/document.xml", &format!("{root}{inside}</a>"));
            let written: Vec<&str> = found.iter().map(|found| found.written.as_str()).collect();
            assert_eq!(written, expected.into_iter().collect::<Vec<_>>(), "{inside}");
            assert!(found.iter().all(|found| found.at == root.len()), "{inside}");
        }
    }
}
