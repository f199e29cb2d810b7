//! Where the words of a package stand: the document, its headers and footers, its notes. Strict packages have the same parts
//! under other addresses.

use std::collections::BTreeSet;

use crate::elements::{read_part, unreadable};
use crate::links::{Link, PackageParts, relationships, resolve};
use crate::outward::outward_field;
use crate::unusable::Unusable;

/// The parts with words, and those that say how they look.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// The document's part.
    pub document: String,
    /// Headers, footers, footnotes and endnotes, in the order in which the document names them.
    pub others: Vec<String>,
    /// The styles.
    pub styles: Option<String>,
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
    let package = relationships(parts, "")?;
    let main = package.iter().find(|link| link.name() == "officeDocument" && !link.is_external);
    let main = main.ok_or_else(|| Unusable::new("document", "_rels/.rels"))?;
    let document = resolve("", &main.target)?;
    let own = relationships(parts, &document)?;
    let named = |kind: &str| {
        let link = own.iter().find(|link| link.name() == kind && !link.is_external)?;
        resolve(&document, &link.target).ok()
    };
    let is_story = |link: &&Link| matches!(link.name(), "header" | "footer" | "footnotes" | "endnotes");
    let mut others: Vec<String> = Vec::new();
    for link in own.iter().filter(is_story).filter(|link| !link.is_external) {
        let name = resolve(&document, &link.target)?;
        if !others.contains(&name) && parts.contains_key(&name) {
            others.push(name);
        }
    }
    examine(parts, &document)?;
    let styles = named("styles").filter(|name| parts.contains_key(name));
    Ok(Stories { document, others, styles })
}

/// What in any part makes a program fetch or start something, or stands outside the package.
fn examine(parts: &PackageParts, document: &str) -> Result<(), Unusable> {
    if !parts.contains_key(document) {
        return Err(Unusable::new("document", document));
    }
    let names: BTreeSet<String> = parts.keys().map(|name| name.to_lowercase()).collect();
    if names.len() < parts.len() {
        return Err(Unusable::new("zip", ""));
    }
    for name in parts.keys().filter(|name| is_xml(name)) {
        let links = if name.contains("_rels/") { Vec::new() } else { relationships(parts, name)? };
        for link in links.iter().filter(|link| link.is_external) {
            // Word names the template that a file was begun from; one elsewhere it would fetch.
            let is_local = link.target.starts_with("file:///") && !link.target.starts_with("file:////");
            let is_harmless = match link.name() {
                "hyperlink" => true,
                "attachedTemplate" => is_local || !link.target.contains(['/', '\\']),
                _ => false,
            };
            if !is_harmless {
                return Err(Unusable::new("external", format!("{name}: {}", link.target)));
            }
        }
        if name.starts_with("word/") && !name.contains("_rels/") {
            let text = part_text(parts, name)?;
            let elements = read_part(text).map_err(|_| unreadable(name))?;
            if let Some(field) = outward_field(text, &elements) {
                return Err(Unusable::new("field", format!("{name}: {field}")));
            }
        }
    }
    Ok(())
}

fn is_xml(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"))
}

/// A part's text.
///
/// # Errors
/// `document` where it is not there, `xml` where it is no UTF-8.
pub fn part_text<'p>(parts: &'p PackageParts, name: &str) -> Result<&'p str, Unusable> {
    let bytes = parts.get(name).ok_or_else(|| Unusable::new("document", name))?;
    let text = std::str::from_utf8(bytes).map_err(|_| Unusable::new("xml", format!("{name}: UTF-8")))?;
    Ok(text.trim_start_matches('\u{FEFF}'))
}
