//! Content controls: grey boxes with a label whose tag says what goes in. They are read as the tags in braces that they stand
//! for. The boxes are the template's: a document has what was put in and no box around it, since programs set what is in a
//! box otherwise than what is not.
//!
//! A control's tag is what stands in braces, but for what goes without saying: `propaganda/articles` is a count, `unit.name` a
//! value, `slot.results` a slot, `#each fields.propaganda.articles` repeats what is in the control, inside of which a column is
//! named bare; where there is no row there is nothing. Word keeps 64 characters of a tag: what is longer stands in a part of its own ([`ControlMap`]) under a short id.
//! Other programs' controls are left as they are.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use huibian_docx::{PackageParts, attributes, xml};
use huibian_template::reference;

use crate::paragraph::{END, paragraphs};
use crate::part::Part;
use crate::tag::{Does, Tag, blocks, tags, written};

/// Characters that Word keeps of a tag.
pub const LONGEST: usize = 64;
const ID: &str = "huibian:";
/// What the tags begin with that Google Docs gives to much of what it exports.
const ANOTHERS: &str = "goog_rdk_";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CUSTOM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
const NAMESPACE: &str = "urn:huibian:controls";

/// What tags that are too long for a control say, by their short ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControlMap(BTreeMap<String, String>);

impl ControlMap {
    /// The map that a package holds; empty where it has none.
    pub fn read(parts: &PackageParts) -> Self {
        let mut map = Self::default();
        let items =
            parts.iter().filter(|(name, _)| name.starts_with("customXml/") && !name.contains("_rels/"));
        for (_, bytes) in items {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            if !text.contains(NAMESPACE) {
                continue;
            }
            let mut reader = quick_xml::Reader::from_str(text);
            while let Ok(event) = reader.read_event() {
                let tag = match event {
                    quick_xml::events::Event::Eof => break,
                    quick_xml::events::Event::Empty(tag) | quick_xml::events::Event::Start(tag) => tag,
                    _ => continue,
                };
                let value = |name: &str| {
                    let found = attributes(&tag).find(|found| found.key.as_ref() == name)?;
                    Some(found.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()?.into_owned())
                };
                if let (Some(id), Some(says)) = (value("id"), value("says")) {
                    map.0.insert(id, says);
                }
            }
        }
        map
    }

    /// The tag of a control that says this: itself, or a short id under which it is kept.
    pub fn tag(&mut self, says: &str) -> String {
        if says.chars().count() <= LONGEST {
            return says.to_owned();
        }
        let known = self.0.iter().find(|(_, known)| *known == says).map(|(id, _)| id.clone());
        let id = known.unwrap_or_else(|| format!("{ID}{}", self.0.len() + 1));
        self.0.insert(id.clone(), says.to_owned());
        id
    }

    /// Puts the map into a package, in the stead of one that is there; `document` is the name of its document's part. Where
    /// nothing is kept the package stays as it is.
    pub fn put(&self, parts: &mut PackageParts, document: &str) {
        let Some(part) = self.part() else { return };
        let is_map = |(_, bytes): &(&String, &Vec<u8>)| String::from_utf8_lossy(bytes).contains(NAMESPACE);
        let known = parts.iter().filter(|(name, _)| name.starts_with("customXml/")).find(is_map);
        if let Some(name) = known.map(|(name, _)| name.clone()) {
            parts.insert(name, part.into_bytes());
            return;
        }
        let free = (1..=parts.len() + 1)
            .map(|number| format!("customXml/item{number}.xml"))
            .find(|name| !parts.contains_key(name));
        let Some(name) = free else { return };
        let (folder, file) = document.rsplit_once('/').unwrap_or(("", document));
        let slash = if folder.is_empty() { "" } else { "/" };
        let links = format!("{folder}{slash}_rels/{file}.rels");
        let known = parts.get(&links).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let known = known.unwrap_or_else(|| format!(r#"<Relationships xmlns="{PACKAGE}"></Relationships>"#));
        let own = format!(r#"<Relationship Id="rIdHuibianControls" Type="{CUSTOM}" Target="/{name}"/>"#);
        parts.insert(links, xml::with_last(&known, &own).into_bytes());
        parts.insert(name, part.into_bytes());
    }

    /// The part that holds the map, a custom one, `customXml/item….xml`; none where nothing is kept.
    pub fn part(&self) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let mut part = format!(r#"{}<controls xmlns="{NAMESPACE}">"#, xml::HEAD);
        for (id, says) in &self.0 {
            let _ = write!(part, r#"<control id="{}" says="{}"/>"#, xml::escaped(id), xml::escaped(says));
        }
        Some(part + "</controls>")
    }
}

/// A control in a line that asks for `says`, as it stands in a paragraph; `label` is what a reader sees of it before it is
/// filled.
pub fn control(says: &str, label: &str, map: &mut ControlMap) -> String {
    let (tag, label) = (xml::escaped(&map.tag(says)), xml::escaped(label));
    format!(
        concat!(
            r#"<w:sdt><w:sdtPr><w:alias w:val="{1}"/><w:tag w:val="{0}"/><w:showingPlcHdr/><w:text/></w:sdtPr>"#,
            r#"<w:sdtContent><w:r><w:t>{1}</w:t></w:r></w:sdtContent></w:sdt>"#,
        ),
        tag, label
    )
}

/// What a tag says, in braces: what is put in, or `{{#…}}` around what is in the control. None for another program's.
pub fn says(tag: &str, map: &ControlMap, in_loop: bool) -> Option<String> {
    let tag = written(map.0.get(tag).map_or(tag, String::as_str));
    let tag = tag.trim();
    let first = tag.trim_start_matches('#').split(' ').next().unwrap_or_default();
    let is_helper = first != tag && reference().any(|helper| helper.name == first);
    let (group, rest) = tag.split_once(['.', ':']).unwrap_or((tag, ""));
    // Words such as `date of issue` are a person's own; a column is named bare.
    let names_one = in_loop && tag.split(' ').count() == 2;
    let is_call =
        is_helper && (names_one || tag.starts_with('#') || tag.contains(['.', '"', '\'', '/', '@']));
    if is_call || tag.starts_with("{{") {
        return Some(format!("{{{{{}}}}}", tag.trim_matches(['{', '}'])));
    }
    if tag.is_empty() || tag.contains([' ', '#', '{', '}', '"']) || tag.starts_with(ANOTHERS) {
        return None;
    }
    match group {
        "slot" | "table" if !rest.is_empty() => Some(format!(r#"{{{{{group} "{rest}"}}}}"#)),
        "unit" | "period" | "document" | "facts" | "fields" if !rest.is_empty() => {
            Some(format!("{{{{{tag}}}}}"))
        }
        _ if tag.contains('/') && tag.is_ascii() && !tag.contains(':') => {
            Some(format!(r#"{{{{count "{tag}"}}}}"#))
        }
        _ if in_loop && !tag.contains('/') => Some(format!("{{{{{tag}}}}}")),
        _ => None,
    }
}

/// A part with the tags that its controls stand for in their stead; none where no control is ours.
pub fn in_braces(part: &Part<'_>, map: &ControlMap) -> Option<String> {
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    if part.elements.iter().all(|element| element.name != "sdtPr") {
        return None;
    }
    // What is repeated by tags in braces; the contents of the lists that are open; where the last one that was filled ends.
    let (braces, _) = tags(&paragraphs(part));
    let repeated = repeated(&braces);
    let mut loops: Vec<usize> = Vec::new();
    let mut filled = 0;
    for (index, element) in part.elements.iter().enumerate().filter(|(_, element)| element.name == "sdt") {
        let range = &element.range;
        let (Some(properties), Some(content)) = (part.child(index, "sdtPr"), part.child(index, "sdtContent"))
        else {
            continue;
        };
        if range.start < filled {
            continue;
        }
        loops.retain(|list| range.start < part.elements[*list].inner.end);
        let inner = part.elements[content].inner.clone();
        let mut unwrap = |begins: String, ends: String| {
            changes.push((range.start..inner.start, begins));
            changes.push((inner.end..range.end, ends));
        };
        if element.parent.is_some_and(|parent| loops.contains(&parent)) && is_item(part, properties) {
            unwrap(String::new(), String::new());
            continue;
        }
        let Some(tag) = part.value(properties, "tag") else { continue };
        let in_loop = !loops.is_empty() || is_within(range.start, &repeated);
        let is_named_alike_outside = in_loop && says(&tag, map, false).is_some();
        let Some(says) = says(&tag, map, in_loop) else { continue };
        let is_column = in_loop && !is_named_alike_outside && !says.contains(' ');
        if is_column && is_own(part, properties, content, &braces) {
            continue;
        }
        let control = Control { part, properties, content };
        if let Some(block) = says.strip_prefix("{{#") {
            let helper = block.split([' ', '}']).next().unwrap_or_default();
            let (mut begins, mut ends) = (says.clone(), format!("{{{{/{helper}}}}}"));
            if helper == "each" {
                loops.push(content);
                // A list that a unit does not have is one without rows.
                begins.insert_str(0, &says.replacen("#each", "#if", 1));
                ends.push_str("{{/if}}");
            }
            unwrap(control.alone(&begins), control.alone(&ends));
        } else {
            filled = range.end;
            changes.push((range.clone(), control.filled(&says)));
        }
    }
    if changes.is_empty() {
        return None;
    }
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut text, mut at) = (String::with_capacity(part.xml.len()), 0);
    for (range, put) in changes {
        text.push_str(&part.xml[at..range.start]);
        text.push_str(&put);
        at = range.end;
    }
    text.push_str(&part.xml[at..]);
    Some(text)
}

/// The bytes between the two ends of each loop that is written in braces.
fn repeated(tags: &[Tag]) -> Vec<Range<usize>> {
    let ends = blocks(tags).into_iter().filter_map(|block| Some((*block.first()?, *block.last()?)));
    let loops = ends.filter(|(open, _)| tags[*open].does == Does::Open("each".to_owned()));
    loops.map(|(open, close)| tags[open].start..tags[close].start).collect()
}

/// Whether a control is an office's own: one to choose in, or one that has tags in it.
fn is_own(part: &Part<'_>, properties: usize, content: usize, tags: &[Tag]) -> bool {
    let chooses = |at: &usize| matches!(part.elements[*at].name, "dropDownList" | "comboBox" | "date");
    let inner = &part.elements[content].inner;
    let first = tags.partition_point(|tag| tag.start < inner.start);
    part.elements[properties].children.iter().any(chooses)
        || tags.get(first).is_some_and(|tag| tag.start < inner.end)
}

fn is_within(byte: usize, ranges: &[Range<usize>]) -> bool {
    ranges.iter().any(|range| range.contains(&byte))
}

/// Whether a control is one item of a list that Word repeats: it is nothing outside of that list's own control.
fn is_item(part: &Part<'_>, properties: usize) -> bool {
    part.elements[properties]
        .children
        .iter()
        .any(|child| part.elements[*child].local == "repeatingSectionItem")
}

struct Control<'c> {
    part: &'c Part<'c>,
    properties: usize,
    content: usize,
}

impl Control<'_> {
    /// What kind of thing is in it: paragraphs, rows, a cell; else words.
    fn kind(&self) -> &str {
        let mut content = self.content;
        loop {
            let children = self.part.elements[content].children.iter();
            let mut named = children.map(|child| (*child, self.part.elements[*child].name));
            match named.find(|(_, name)| matches!(*name, "p" | "tbl" | "tr" | "tc" | "r" | "sdt")) {
                // Controls in each other are made of the same.
                Some((inner, "sdt")) => match self.part.child(inner, "sdtContent") {
                    Some(inner) => content = inner,
                    None => return "",
                },
                Some((_, "r")) | None => return "",
                Some((_, name)) => return name,
            }
        }
    }

    /// The properties of the first element of a name that is in it.
    fn first(&self, name: &str, properties: &str) -> String {
        let found = self.part.inside(self.content).find(|at| self.part.elements[*at].name == name);
        let own = found.and_then(|at| self.part.child(at, properties));
        own.map(|at| self.part.text(at).to_owned()).unwrap_or_default()
    }

    fn run(&self, words: &str) -> String {
        let p = &self.part.prefix;
        let own = self.part.child(self.properties, "rPr").map(|at| self.part.text(at).to_owned());
        let is_placeholder = self.part.child(self.properties, "showingPlcHdr").is_some();
        let properties = match own {
            Some(own) => own,
            None if is_placeholder => self.face_of_placeholder(),
            None => self.first("r", "rPr"),
        };
        let words = xml::escaped(words);
        format!(r#"<{p}r>{properties}<{p}t xml:space="preserve">{words}</{p}t></{p}r>"#)
    }

    /// What a placeholder looks like, but for its style and its grey, which what is put in does not have.
    fn face_of_placeholder(&self) -> String {
        let part = self.part;
        let run = part.inside(self.content).find(|at| part.elements[*at].name == "r");
        let Some(properties) = run.and_then(|run| part.child(run, "rPr")) else { return String::new() };
        let own = part.elements[properties].children.iter();
        let kept = own.filter(|at| !matches!(part.elements[**at].name, "rStyle" | "color"));
        let kept: String = kept.map(|at| part.text(*at)).collect();
        let p = &part.prefix;
        if kept.is_empty() { kept } else { format!("<{p}rPr>{kept}</{p}rPr>") }
    }

    /// Its content with a tag alone in it.
    fn filled(&self, tag: &str) -> String {
        let (p, run) = (&self.part.prefix, self.run(tag));
        let paragraph = |properties: &str| format!("<{p}p>{properties}{run}</{p}p>");
        match self.kind() {
            "p" | "tbl" => paragraph(&self.first("p", "pPr")),
            "tc" => {
                format!("<{p}tc>{}{}</{p}tc>", self.first("tc", "tcPr"), paragraph(&self.first("p", "pPr")))
            }
            "tr" => format!("<{p}tr><{p}tc>{}</{p}tc></{p}tr>", paragraph("")),
            _ => run,
        }
    }

    /// A tag alone in what its content is made of: it goes away with that.
    fn alone(&self, tag: &str) -> String {
        let p = &self.part.prefix;
        let run = format!("<{p}r><{p}t>{}</{p}t></{p}r>", xml::escaped(tag));
        match self.kind() {
            "p" | "tbl" => format!("<{p}p>{END}{run}</{p}p>"),
            "tr" => format!("<{p}tr><{p}tc><{p}p>{END}{run}</{p}p></{p}tc></{p}tr>"),
            "tc" => format!("<{p}tc><{p}p>{END}{run}</{p}p></{p}tc>"),
            _ => run,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_what_goes_in() {
        let map = ControlMap::default();
        for (tag, expected) in [
            ("propaganda/articles", Some(r#"{{count "propaganda/articles"}}"#)),
            ("unit.name", Some("{{unit.name}}")),
            ("slot.results", Some(r#"{{slot "results"}}"#)),
            ("date period.end", Some("{{date period.end}}")),
            ("#each fields.propaganda.articles", Some("{{#each fields.propaganda.articles}}")),
            ("count “propaganda/articles”", Some(r#"{{count "propaganda/articles"}}"#)),
            ("Title", None),
            ("http://example.org/a", None),
            ("count", None),
            ("date of issue", None),
            ("table 1", None),
            ("地址/电话", None),
            ("goog_rdk_0", None),
            ("#if facts.a.b", Some("{{#if facts.a.b}}")),
        ] {
            assert_eq!(says(tag, &map, false).as_deref(), expected, "{tag}");
        }
        assert_eq!(says("title", &map, true).as_deref(), Some("{{title}}"));
        assert_eq!(says("month_day held", &map, true).as_deref(), Some("{{month_day held}}"));
        assert_eq!(says("goog_rdk_0", &map, true), None);
    }

    #[test]
    fn a_long_tag_is_kept_under_a_short_id() {
        let mut map = ControlMap::default();
        let long = format!("fields.{}.b", "a".repeat(80));
        let id = map.tag(&long);
        assert!(id.len() < LONGEST && map.tag(&long) == id && map.tag("unit.name") == "unit.name");
        let part = map.part().unwrap();
        let parts = PackageParts::from([("customXml/item1.xml".to_owned(), part.into_bytes())]);
        let read = ControlMap::read(&parts);
        assert_eq!(read, map);
        assert_eq!(says(&id, &read, false), Some(format!("{{{{{long}}}}}")));
        let mut package = PackageParts::from([("customXml/item1.xml".to_owned(), b"<other/>".to_vec())]);
        map.put(&mut package, "word/document.xml");
        map.put(&mut package, "word/document.xml");
        assert_eq!(ControlMap::read(&package), map);
        let names: Vec<&str> = package.keys().map(String::as_str).collect();
        assert_eq!(names, ["customXml/item1.xml", "customXml/item2.xml", "word/_rels/document.xml.rels"]);
    }
}
