//! The parts of any Word document as Word itself writes them: transitional, each vocabulary with its usual prefix. What is so
//! already stays byte for byte.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{NamespaceResolver, PrefixDeclaration, QName, ResolveResult};

use crate::elements::{attributes, well_formed};
use crate::links::PackageParts;
use crate::strict;
use crate::vocabularies::{ALL, Vocabulary, is_strict};

/// Attributes whose values are prefixes (ISO/IEC 29500-3, 7).
const PREFIXES: [&str; 4] = ["Ignorable", "MustUnderstand", "ProcessContent", "Requires"];

/// All parts of a package. What is no XML stays as it is: who reads it says so.
pub fn transitional(mut parts: PackageParts) -> PackageParts {
    for (name, bytes) in &mut parts {
        let is_xml = name.rsplit('.').next().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
        let text = std::str::from_utf8(bytes).ok().filter(|_| is_xml);
        if let Some(part) = text.and_then(part) {
            *bytes = part.into_bytes();
        }
    }
    parts
}

/// A part's text, where it is written otherwise.
pub fn part(xml: &str) -> Option<String> {
    let xml = xml.trim_start_matches('\u{FEFF}');
    let form = Form::of(xml)?;
    if form.is_usual || well_formed(xml).is_err() {
        return None;
    }
    Rewriter { xml, is_strict: form.is_strict, open: Vec::new() }.run()
}

/// How a part is written.
struct Form {
    /// As Word writes it.
    is_usual: bool,
    is_strict: bool,
}

impl Form {
    fn of(xml: &str) -> Option<Self> {
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut form = Self { is_usual: true, is_strict: false };
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) | Event::Empty(tag) => {
                    for declared in attributes(&tag) {
                        let Some(prefix) = declared.key.as_namespace_binding() else { continue };
                        form.declares(prefix, &declared.value);
                    }
                }
                Event::DocType(_) => return None,
                Event::Eof => return Some(form),
                _ => {}
            }
        }
    }

    fn declares(&mut self, prefix: PrefixDeclaration<'_>, address: &str) {
        let prefix = named(&prefix);
        self.is_strict |= is_strict(address);
        self.is_usual &= match (Vocabulary::at(address), prefix) {
            (Some(known), Some(prefix)) => known.prefix == prefix && known.transitional == address,
            // Themes and drawings are often written so, and read by no name here.
            (Some(known), None) => !matches!(known.prefix, "w" | "r") && known.transitional == address,
            (None, prefix) => prefix.and_then(Vocabulary::written).is_none(),
        };
    }
}

/// The prefix that is declared, where there is one.
fn named<'p>(prefix: &PrefixDeclaration<'p>) -> Option<&'p str> {
    match prefix {
        PrefixDeclaration::Default => None,
        PrefixDeclaration::Named(prefix) => Some(prefix),
    }
}

/// Goes over a part and writes it anew.
struct Rewriter<'x> {
    xml: &'x str,
    is_strict: bool,
    /// The elements that are open: their new names.
    open: Vec<String>,
}

impl Rewriter<'_> {
    fn run(mut self) -> Option<String> {
        let mut reader = NsReader::from_str(self.xml);
        let mut out = String::with_capacity(self.xml.len() + 1024);
        loop {
            let start = usize::try_from(reader.buffer_position()).ok()?;
            let event = reader.read_event().ok()?;
            let end = usize::try_from(reader.buffer_position()).ok()?;
            match event {
                Event::Start(tag) => {
                    let name = self.tag(&tag, reader.resolver(), &mut out);
                    out.push('>');
                    self.open.push(name);
                }
                Event::Empty(tag) => {
                    self.tag(&tag, reader.resolver(), &mut out);
                    out.push_str("/>");
                }
                Event::End(_) => {
                    let name = self.open.pop()?;
                    out.extend(["</", &name, ">"]);
                }
                Event::Eof => return self.open.is_empty().then_some(out),
                _ => out.push_str(self.xml.get(start..end)?),
            }
        }
    }

    /// Writes a tag but for its end; its new name.
    fn tag(&self, tag: &BytesStart<'_>, resolver: &NamespaceResolver, out: &mut String) -> String {
        let (found, local) = resolver.resolve_element(tag.name());
        let local = local.as_ref();
        let element = self.element(local);
        let name = match vocabulary(&found) {
            Some(known) => format!("{}:{element}", known.prefix),
            None => kept(tag.name()),
        };
        out.extend(["<", &name]);
        if self.open.is_empty() {
            for known in &ALL {
                out.extend([" xmlns:", known.prefix, "=\"", known.transitional, "\""]);
            }
        }
        for attribute in attributes(tag) {
            let value = attribute.value.as_ref();
            if let Some(prefix) = attribute.key.as_namespace_binding() {
                match (Vocabulary::at(value), named(&prefix)) {
                    (Some(_), _) => {}
                    (None, None) => push(out, "xmlns", value),
                    (None, Some(prefix)) => push(out, &format!("xmlns:{}", unlike(prefix)), value),
                }
                continue;
            }
            let (found, own) = resolver.resolve_attribute(attribute.key);
            let own = own.as_ref();
            match vocabulary(&found) {
                Some(known) if known.prefix == "mc" && PREFIXES.contains(&own) => {
                    push(out, &format!("mc:{own}"), &prefixes(value, resolver));
                }
                Some(known) if known.prefix == "w" && self.is_strict => {
                    if own != "conformance" {
                        let value = strict::value(value, element).unwrap_or_else(|| value.to_owned());
                        push(out, &format!("w:{}", strict::attribute(own, element)), &value);
                    }
                }
                Some(known) => push(out, &format!("{}:{own}", known.prefix), value),
                None if PREFIXES.contains(&own) && name.starts_with("mc:") => {
                    push(out, own, &prefixes(value, resolver));
                }
                None => push(out, &kept(attribute.key), value),
            }
        }
        name
    }

    /// What an element is called without prefix.
    fn element<'n>(&self, local: &'n str) -> &'n str {
        let around = self.open.last().and_then(|name| name.strip_prefix("w:")).unwrap_or_default();
        if self.is_strict { strict::element(local, around) } else { local }
    }
}

fn push(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name, "=\"", &value.replace('"', "&quot;"), "\""]);
}

fn vocabulary(found: &ResolveResult<'_>) -> Option<&'static Vocabulary> {
    match found {
        ResolveResult::Bound(address) => Vocabulary::at(address.0),
        _ => None,
    }
}

/// A name of a vocabulary that is not known here.
fn kept(name: QName<'_>) -> String {
    match name.prefix() {
        Some(prefix) => format!("{}:{}", unlike(prefix.as_ref()), name.local_name().as_ref()),
        None => name.as_ref().to_owned(),
    }
}

/// A prefix that no known vocabulary is written with.
fn unlike(prefix: &str) -> String {
    if Vocabulary::written(prefix).is_some() { format!("other-{prefix}") } else { prefix.to_owned() }
}

/// A list of prefixes, or of names, with the prefixes that are written now.
fn prefixes(list: &str, resolver: &NamespaceResolver) -> String {
    let token = |token: &str| {
        let (prefix, rest) = token.find(':').map_or((token, ""), |at| token.split_at(at));
        let new = match resolver.resolve_attribute(QName(&format!("{prefix}:x"))).0 {
            ResolveResult::Bound(address) => Vocabulary::at(address.0).map(|known| known.prefix.to_owned()),
            _ => None,
        };
        new.unwrap_or_else(|| unlike(prefix)) + rest
    };
    list.split_ascii_whitespace().map(token).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::part;

    const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const MC: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// What is inside the root, written anew.
    fn inside(root: &str, xml: &str) -> String {
        let whole = part(&format!("<{root}>{xml}</{}>", root.split(' ').next().unwrap())).unwrap();
        let start = whole.find('>').unwrap() + 1;
        whole[start..whole.rfind("</").unwrap()].to_owned()
    }

    #[test]
    fn a_part_as_word_writes_it_stays_as_it_is() {
        let usual = format!("<w:p xmlns:w='{W}' xmlns:mc='{MC}' mc:Ignorable='w14' xmlns:w14='urn:14'/>");
        assert_eq!(part(&usual), None);
        assert_eq!(part("<w:p"), None, "what is broken is told by who reads it");
    }

    #[test]
    fn any_prefix_becomes_the_usual_one() {
        let root = format!("document xmlns='{W}' xmlns:x='{W}'");
        assert_eq!(
            inside(&root, "<p x:id='1'><t>甲 &amp; 乙</t></p>"),
            "<w:p w:id=\"1\"><w:t>甲 &amp; 乙</w:t></w:p>"
        );
        let root = format!("x:document xmlns:x='{W}' xmlns:w='urn:w' xmlns:c='{MC}' xmlns:w14='urn:14'");
        assert_eq!(
            inside(&root, "<x:p c:Ignorable='w14 w'><w:q w:a='\"'/><c:Choice Requires='x'/></x:p>"),
            "<w:p mc:Ignorable=\"w14 other-w\"><other-w:q other-w:a=\"&quot;\"/><mc:Choice Requires=\"w\"/></w:p>"
        );
    }

    #[test]
    fn strict_words_become_transitional_ones() {
        let root =
            "w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main' w:conformance='strict'";
        assert_eq!(
            inside(
                root,
                "<w:tblBorders><w:start w:val='nil'/></w:tblBorders><w:lvl><w:start w:val='1'/></w:lvl>"
            ),
            "<w:tblBorders><w:left w:val=\"nil\"/></w:tblBorders><w:lvl><w:start w:val=\"1\"/></w:lvl>"
        );
        assert_eq!(inside(root, "<w:ind w:start='21pt'/>"), "<w:ind w:left=\"420\"/>");
    }
}
