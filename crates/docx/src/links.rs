//! Which parts of a package are taken: those that its document names, with the pictures that they show.

use std::collections::BTreeMap;

use crate::elements::{read_part, renamed};
use crate::outward;
use crate::package::utf8;
use crate::unusable::Unusable;

/// The parts of a package by name.
pub type PackageParts = BTreeMap<String, Vec<u8>>;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part that is taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Its name in the new package.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is; none for relationships, which every package declares.
    pub content_type: Option<String>,
    /// The document's relationship to it: its id, its kind and its target.
    pub relationship: Option<(String, String, String)>,
}

impl Link {
    /// What it is called, by whatever address.
    pub fn name(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

impl Taken {
    /// The same part with other ids of styles.
    #[must_use]
    pub fn renamed(&self, ids: &BTreeMap<String, String>) -> Self {
        let has_styles = self.content_type.as_ref().is_some_and(|kind| kind.starts_with(WORD));
        match std::str::from_utf8(&self.bytes) {
            Ok(xml) if has_styles => Self { bytes: renamed(xml, ids).into_bytes(), ..self.clone() },
            _ => self.clone(),
        }
    }
}

/// A relationship.
pub(crate) struct Link {
    pub id: String,
    /// Without what all kinds begin with.
    pub kind: String,
    pub target: String,
    pub is_external: bool,
}

/// A package's parts, and what has been taken of them.
pub struct Links<'p> {
    parts: &'p PackageParts,
    /// The name of the document's part.
    pub document: String,
    own: Vec<Link>,
    /// What has been taken.
    pub taken: Vec<Taken>,
    /// The relationships of parts that have been taken, by their old name.
    ids: BTreeMap<String, String>,
    media: BTreeMap<String, String>,
}

impl<'p> Links<'p> {
    /// Finds the document.
    pub fn new(parts: &'p PackageParts) -> Result<Self, Unusable> {
        let document = document(parts)?;
        let own = relationships(parts, &document)?;
        let (ids, media) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self { parts, document, own, taken: Vec::new(), ids, media })
    }

    /// The part that the document has a relationship of a kind to.
    pub fn related(&self, kind: &str) -> Option<String> {
        let link = self.own.iter().find(|link| link.kind == kind && !link.is_external)?;
        resolve(&self.document, &link.target).ok()
    }

    /// A part's text, which is XML of the vocabulary that is known here.
    pub fn text(&self, name: &str) -> Result<String, Unusable> {
        let bytes = self.parts.get(name).ok_or_else(|| Unusable::new("lacking", name))?;
        let text = utf8(name, bytes)?;
        let elements = read_part(text).map_err(|broken| broken.of(name))?;
        let root = elements.first().filter(|root| root.name().starts_with("w:"));
        match root.and_then(|root| root.attribute("xmlns:w")).as_deref() {
            Some(MAIN) => Ok(text.to_owned()),
            _ => Err(Unusable::new("xml", name)),
        }
    }

    /// Takes the header or footer of a relationship; the new relationship.
    pub fn take_by_id(&mut self, id: &str, kind: &str) -> Result<String, Unusable> {
        let link = self.own.iter().find(|link| link.id == id && link.kind == kind);
        let link = link.ok_or_else(|| Unusable::new("dangling", format!("{kind} {id}")))?;
        if link.is_external {
            return Err(Unusable::new("external", &link.target));
        }
        let name = resolve(&self.document, &link.target)?;
        self.text(&name)?;
        self.take(&name, kind)
    }

    /// Takes a part and the pictures that it shows; the document's new relationship to it.
    pub fn take(&mut self, name: &str, kind: &str) -> Result<String, Unusable> {
        if let Some(id) = self.ids.get(name) {
            return Ok(id.clone());
        }
        let bytes = self.parts.get(name).ok_or_else(|| Unusable::new("lacking", name))?.clone();
        let text = utf8(name, &bytes)?;
        let elements = read_part(text).map_err(|broken| broken.of(name))?;
        let links = relationships(self.parts, name)?;
        let number = self.ids.len() + 1;
        let (id, file) = (format!("rIdReference{number}"), format!("reference{number}.xml"));
        self.ids.insert(name.to_owned(), id.clone());
        let content_type = match kind {
            "theme" => "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
            kind => format!("{WORD}.{kind}+xml"),
        };
        let mut shown = String::new();
        for link in &links {
            shown.push_str(&self.picture(name, link)?);
        }
        let known: Vec<&str> = links.iter().map(|link| link.id.as_str()).collect();
        outward::examine(name, text, &elements, &known)?;
        self.taken.push(Taken {
            name: format!("word/{file}"),
            bytes,
            content_type: Some(content_type),
            relationship: Some((id.clone(), format!("{OFFICE}{kind}"), file.clone())),
        });
        if !shown.is_empty() {
            let package = "http://schemas.openxmlformats.org/package/2006/relationships";
            let head = crate::xml::HEAD;
            self.taken.push(Taken {
                name: format!("word/_rels/{file}.rels"),
                bytes: format!(r#"{head}<Relationships xmlns="{package}">{shown}</Relationships>"#)
                    .into_bytes(),
                content_type: None,
                relationship: None,
            });
        }
        Ok(id)
    }

    /// Takes a picture; the relationship to it of the part that shows it.
    fn picture(&mut self, part: &str, link: &Link) -> Result<String, Unusable> {
        if link.is_external {
            let reason = if link.kind == "hyperlink" { "link" } else { "external" };
            return Err(Unusable::new(reason, &link.target));
        }
        if link.kind != "image" {
            return Err(Unusable::new("part", format!("{part}: {}", link.target)));
        }
        let name = resolve(part, &link.target)?;
        let file = if let Some(file) = self.media.get(&name) {
            file.clone()
        } else {
            let bytes = self.parts.get(&name).ok_or_else(|| Unusable::new("dangling", &name))?.clone();
            let extension = name.rsplit('.').next().unwrap_or_default().to_lowercase();
            let content_type = match extension.as_str() {
                "png" | "gif" | "bmp" => format!("image/{extension}"),
                "jpg" | "jpeg" => "image/jpeg".to_owned(),
                "tif" | "tiff" => "image/tiff".to_owned(),
                "emf" | "wmf" => format!("image/x-{extension}"),
                "svg" => "image/svg+xml".to_owned(),
                _ => return Err(Unusable::new("part", name)),
            };
            let file = format!("media/reference{}.{extension}", self.media.len() + 1);
            self.media.insert(name, file.clone());
            self.taken.push(Taken {
                name: format!("word/{file}"),
                bytes,
                content_type: Some(content_type),
                relationship: None,
            });
            file
        };
        let id = crate::xml::escaped(&link.id);
        Ok(format!(r#"<Relationship Id="{id}" Type="{OFFICE}image" Target="{file}"/>"#))
    }
}

/// The name of the document's part, which is there.
///
/// # Errors
/// `document` for a package of something else, `lacking` for one without its document, `body` for a document without text.
pub(crate) fn document(parts: &PackageParts) -> Result<String, Unusable> {
    let links = relationships(parts, "")?;
    let main = links.iter().find(|link| link.name() == "officeDocument" && !link.is_external);
    let Some(main) = main else {
        let first = ["mimetype", "_rels/.rels"].iter().find(|name| parts.contains_key(**name));
        return Err(Unusable::new("document", *first.unwrap_or(&"_rels/.rels")));
    };
    let name = resolve("", &main.target)?;
    let bytes = parts.get(&name).ok_or_else(|| Unusable::new("lacking", &name))?;
    let elements = read_part(utf8(&name, bytes)?).map_err(|broken| broken.of(&name))?;
    if elements.first().is_none_or(|root| root.local_name() != "document") {
        return Err(Unusable::new("document", name));
    }
    if !elements.iter().any(|element| element.depth == 1 && element.local_name() == "body") {
        return Err(Unusable::new("body", name));
    }
    Ok(name)
}

/// The relationships of a part, or of the package; kinds without what all of them begin with.
pub(crate) fn relationships(parts: &PackageParts, part: &str) -> Result<Vec<Link>, Unusable> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    let Some(bytes) = parts.get(&name) else { return Ok(Vec::new()) };
    let elements = read_part(utf8(&name, bytes)?).map_err(|broken| broken.of(&name))?;
    let links = elements.iter().filter(|element| element.tag.local_name().as_ref() == "Relationship");
    let link = links.map(|element| {
        let kind = element.attribute("Type")?;
        Some(Link {
            id: element.attribute("Id")?,
            kind: [OFFICE, STRICT].iter().find_map(|all| kind.strip_prefix(all)).unwrap_or(&kind).to_owned(),
            target: element.attribute("Target")?,
            is_external: element
                .attribute("TargetMode")
                .is_some_and(|mode| mode.eq_ignore_ascii_case("External")),
        })
    });
    Ok(link.flatten().collect())
}

/// The name of the part that a relationship of `part` leads to.
pub(crate) fn resolve(part: &str, target: &str) -> Result<String, Unusable> {
    let climbs = || Unusable::new("path", target);
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => part.rsplit_once('/').map_or_else(Vec::new, |(folder, _)| folder.split('/').collect()),
    };
    for step in target.trim_start_matches('/').split('/') {
        match step {
            ".." => _ = steps.pop().ok_or_else(climbs)?,
            "." => {}
            step if step.is_empty() || step.contains(['\\', ':']) => return Err(climbs()),
            step => steps.push(step),
        }
    }
    Ok(steps.join("/"))
}
