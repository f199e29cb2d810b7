//! Where the words of a package stand: the document, its headers and footers, its notes. Strict packages have the same parts
//! under other addresses.

use std::collections::{BTreeMap, BTreeSet};

use crate::elements::read_part;
use crate::links::{self, Link, PackageParts, relationships, resolve};
use crate::outward::{fetched, outward_field};
use crate::package::utf8;
use crate::unusable::Unusable;

/// The parts with words, and those that say how they look.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// The document's part.
    pub document: String,
    /// Headers, footers, footnotes and endnotes, in the order in which the document names them.
    pub others: Vec<String>,
    /// Those of them that are headers and footers.
    pub headers: BTreeSet<String>,
    /// The styles.
    pub styles: Option<String>,
    /// How lists and headings are numbered.
    pub numbering: Option<String>,
    /// What people remarked.
    pub comments: Option<String>,
    /// What links of the document lead to, by the ids of its relationships.
    pub links: BTreeMap<String, String>,
}

/// The parts of an office's own file that is filled in as it stands.
///
/// # Errors
/// [`Unusable`] for what is no Word document, brings macros, or draws on files elsewhere; a link that a reader may follow does
/// not.
pub fn stories(parts: &PackageParts) -> Result<Stories, Unusable> {
    if let Some(name) = parts.keys().find(|name| name.to_lowercase().contains("vbaproject")) {
        return Err(Unusable::new("macro", name));
    }
    let document = links::document(parts)?;
    let own = relationships(parts, &document)?;
    let named = |kind: &str| {
        let link = own.iter().find(|link| link.name() == kind && !link.is_external)?;
        resolve(&document, &link.target).ok()
    };
    let is_story = |link: &&Link| matches!(link.name(), "header" | "footer" | "footnotes" | "endnotes");
    let (mut others, mut headers): (Vec<String>, BTreeSet<String>) = Default::default();
    for link in own.iter().filter(is_story).filter(|link| !link.is_external) {
        let name = resolve(&document, &link.target)?;
        if name == document {
            return Err(Unusable::new("document", format!("{document}: {}", link.name())));
        }
        if matches!(link.name(), "header" | "footer") {
            headers.insert(name.clone());
        }
        if !others.contains(&name) && parts.contains_key(&name) {
            others.push(name);
        }
    }
    examine(parts)?;
    let held = |kind| named(kind).filter(|name| parts.contains_key(name));
    let (styles, numbering, comments) = (held("styles"), held("numbering"), held("comments"));
    let outward = own.iter().filter(|link| link.name() == "hyperlink" && link.is_external);
    let links = outward.map(|link| (link.id.clone(), link.target.clone())).collect();
    Ok(Stories { document, others, headers, styles, numbering, comments, links })
}

/// What in any part makes a program fetch or start something, or stands outside the package.
fn examine(parts: &PackageParts) -> Result<(), Unusable> {
    let names: BTreeSet<String> = parts.keys().map(|name| name.to_lowercase()).collect();
    if names.len() < parts.len() {
        return Err(Unusable::new("zip", ""));
    }
    for name in parts.keys().filter(|name| is_xml(name)) {
        let links = if name.contains("_rels/") { Vec::new() } else { relationships(parts, name)? };
        // Another file inside, which Word reads and whose own pictures it fetches.
        if let Some(chunk) = links.iter().find(|link| link.name() == "aFChunk") {
            return Err(Unusable::new("chunk", format!("{name}: {}", chunk.target)));
        }
        if let Some(link) = links.iter().find(|link| !link.is_external && climbs(name, &link.target)) {
            return Err(Unusable::new("path", format!("{name}: {}", link.target)));
        }
        for link in links.iter().filter(|link| link.is_external) {
            // Word names the template that a file was begun from; one elsewhere it would fetch.
            let is_local = link.target.starts_with("file:///") && !link.target.starts_with("file:////");
            let is_harmless = match link.name() {
                "hyperlink" => true,
                "attachedTemplate" => is_local || !link.target.contains(['/', '\\']),
                _ => false,
            };
            if !is_harmless {
                let reason = match link.name() {
                    "oleObject" | "package" | "control" => "external-object",
                    "subDocument" => "external-document",
                    "attachedTemplate" => "external-template",
                    _ => "external",
                };
                return Err(Unusable::new(reason, format!("{name}: {}", link.target)));
            }
        }
        if name.starts_with("word/") && !name.contains("_rels/") {
            let text = part_text(parts, name)?;
            let elements = read_part(text).map_err(|broken| broken.of(name))?;
            outward_field(name, text, &elements)?;
            let may_fetch = text.contains("src") || text.contains("href");
            if let Some(address) =
                Some(&elements).filter(|_| may_fetch).and_then(|elements| fetched(elements))
            {
                return Err(Unusable::new("external", format!("{name}: {address}")));
            }
        }
    }
    Ok(())
}

/// Whether a target inside the package is none: it goes up beyond what is outermost.
fn climbs(part: &str, target: &str) -> bool {
    target.contains("..") && resolve(part, target).is_err()
}

fn is_xml(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"))
}

/// A part's text.
///
/// # Errors
/// `lacking` where it is not there, `encoding` where it is no UTF-8.
pub fn part_text<'p>(parts: &'p PackageParts, name: &str) -> Result<&'p str, Unusable> {
    let bytes = parts.get(name).ok_or_else(|| Unusable::new("lacking", name))?;
    utf8(name, bytes)
}
