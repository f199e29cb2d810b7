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
    for (name, bytes) in parts {
        let is_story = *name == document || others.contains(name);
        if is_story || is_xml(name, bytes) {
            examine(parts, name, is_story)?;
        }
    }
    let held = |kind| named(kind).filter(|name| parts.contains_key(name));
    let (styles, numbering, comments) = (held("styles"), held("numbering"), held("comments"));
    let outward = own.iter().filter(|link| link.name() == "hyperlink" && link.is_external);
    let links = outward.map(|link| (link.id.clone(), link.target.clone())).collect();
    Ok(Stories { document, others, headers, styles, numbering, comments, links })
}

/// What parts are called that have no words of the document.
const BESIDE: [&str; 3] = ["[Content_Types].xml", "customXml/", "docProps/"];

/// What in a part makes a program fetch or start something, stands outside the package, or keeps a program from opening it.
fn examine(parts: &PackageParts, name: &str, is_story: bool) -> Result<(), Unusable> {
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
                "mailMergeSource" | "mailMergeHeaderSource" => "external-merge",
                _ => "external",
            };
            return Err(Unusable::new(reason, format!("{name}: {}", link.target)));
        }
    }
    // What is an office's own data, or says what the package is, is no words of a document: it may be in another encoding.
    let is_beside = !is_story && BESIDE.iter().any(|known| name.starts_with(known));
    // What is left beside all folders and is no XML no program reads.
    let is_stray = !is_story && !is_beside && !name.contains('/');
    let text = match part_text(parts, name) {
        Err(_) if is_beside || is_stray => return Ok(()),
        text => text?,
    };
    let elements = match read_part(text) {
        Err(_) if is_stray => return Ok(()),
        elements => elements.map_err(|broken| broken.of(name))?,
    };
    if is_beside {
        return Ok(());
    }
    outward_field(name, text, &elements)?;
    let may_fetch = text.contains("src") || text.contains("href");
    match Some(&elements).filter(|_| may_fetch).and_then(|elements| fetched(elements)) {
        Some(address) => Err(Unusable::new("external", format!("{name}: {address}"))),
        None => Ok(()),
    }
}

/// Whether a target inside the package is none: it goes up beyond what is outermost.
fn climbs(part: &str, target: &str) -> bool {
    target.contains("..") && resolve(part, target).is_err()
}

/// Whether a part is XML, whatever its name ends in. Relationships are read with what they are of, drawings by who draws them.
fn is_xml(name: &str, bytes: &[u8]) -> bool {
    let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    extension == "xml" || !matches!(extension.as_str(), "rels" | "svg") && bytes.starts_with(b"<?xml")
}

/// A part's text.
///
/// # Errors
/// `lacking` where it is not there, `encoding` where it is no UTF-8.
pub fn part_text<'p>(parts: &'p PackageParts, name: &str) -> Result<&'p str, Unusable> {
    let bytes = parts.get(name).ok_or_else(|| Unusable::new("lacking", name))?;
    utf8(name, bytes)
}
