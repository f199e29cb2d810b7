//! What a part that is taken may not hold: words and addresses that make a program fetch or start something, and what names
//! parts that are not there.

use std::collections::BTreeSet;

use crate::elements::{self, Element, text, value};
use crate::unusable::Unusable;

/// Fields that fetch a file, ask another program or start one (ECMA-376 part 1, 17.16.5).
const FIELDS: [&str; 12] = [
    "CONTROL",
    "DATABASE",
    "DDE",
    "DDEAUTO",
    "EMBED",
    "HTMLACTIVEX",
    "IMPORT",
    "INCLUDE",
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "LINK",
    "RD",
];

/// What belongs to parts of the document that headers and footers cannot have.
const ELSEWHERE: [&str; 5] =
    ["commentReference", "commentRangeStart", "commentRangeEnd", "footnoteReference", "endnoteReference"];

/// Attributes that are addresses.
const ADDRESSES: [&str; 3] = ["src", "href", "althref"];

/// The vocabulary of attributes that name relationships, in both forms of the standard.
const RELATIONSHIPS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/// Examines a part by its elements; `known` are the ids of its relationships.
pub fn examine(part: &str, xml: &str, elements: &[Element<'_>], known: &[&str]) -> Result<(), Unusable> {
    let prefixes = relationship_prefixes(elements);
    for element in elements {
        let name = element.tag.local_name().as_ref().to_owned();
        if ELSEWHERE.contains(&name.as_str()) {
            return Err(Unusable::new("part", format!("{part}: {}", element.name())));
        }
        attributes(part, element, &prefixes, known)?;
    }
    outward_field(part, xml, elements)
}

/// The prefixes of attributes that name relationships.
pub(crate) fn relationship_prefixes(elements: &[Element<'_>]) -> BTreeSet<String> {
    let attributes = elements.iter().flat_map(|element| elements::attributes(&element.tag));
    let declared = attributes.filter(|found| found.key.as_ref().starts_with("xmlns:"));
    let of = declared.filter(|found| value(found).is_some_and(|address| RELATIONSHIPS.contains(&&*address)));
    of.filter_map(|found| found.key.as_ref().strip_prefix("xmlns:").map(str::to_owned)).collect()
}

fn attributes(
    part: &str,
    element: &Element<'_>,
    prefixes: &BTreeSet<String>,
    known: &[&str],
) -> Result<(), Unusable> {
    for found in elements::attributes(&element.tag) {
        let key = found.key.as_ref();
        let (prefix, name) = key.split_once(':').unwrap_or(("", key));
        let value = value(&found).unwrap_or_default();
        let value = value.trim();
        if prefixes.contains(prefix) {
            if !value.is_empty() && !known.contains(&value) {
                return Err(Unusable::new("dangling", format!("{part}: {key}={value}")));
            }
        } else if ADDRESSES.contains(&name) && is_address(value) {
            return Err(Unusable::new(if is_link(prefix, name) { "link" } else { "external" }, value));
        }
    }
    Ok(())
}

fn is_address(value: &str) -> bool {
    !value.is_empty() && !value.starts_with('#')
}

/// A shape's own `href` is where a click leads; the office's attributes name files that are fetched.
fn is_link(prefix: &str, name: &str) -> bool {
    name == "href" && prefix.is_empty()
}

/// An address that a program fetches something from, beside those that are relationships.
pub(crate) fn fetched(elements: &[Element<'_>]) -> Option<String> {
    let prefixes = relationship_prefixes(elements);
    elements.iter().find_map(|element| {
        elements::attributes(&element.tag).find_map(|found| {
            let key = found.key.as_ref();
            let (prefix, name) = key.split_once(':').unwrap_or(("", key));
            if is_link(prefix, name) || prefixes.contains(prefix) || !ADDRESSES.contains(&name) {
                return None;
            }
            value(&found).filter(|value| is_address(value.trim()))
        })
    })
}

/// Fields that lead out, by the words of their instructions, or may: one that goes on in an alternative, of which programs take this
/// one or that (ECMA-376 part 3, 7.5), says something else to each, and one that another gives its name may have any.
///
/// # Errors
/// `field`, `field-parted`, `field-named`, and `field-open` for such a one that has no end.
pub(crate) fn outward_field(part: &str, xml: &str, elements: &[Element<'_>]) -> Result<(), Unusable> {
    let (mut open, mut alternatives): (Vec<Field>, Vec<usize>) = (Vec::new(), Vec::new());
    for element in elements {
        while alternatives.last().is_some_and(|end| *end <= element.range.start) {
            alternatives.pop();
        }
        let within = alternatives.last().copied();
        let parted = |open: &[Field]| match open.last().filter(|field| field.within != within) {
            Some(field) => Err(field.unusable(part, "field-parted")),
            None => Ok(()),
        };
        match element.tag.local_name().as_ref() {
            "fldSimple" => {
                Field { instruction: local(element, "instr"), ..Field::default() }.examine(part)?;
            }
            "fldChar" => match local(element, "fldCharType").as_str() {
                "begin" => {
                    if let Some(around) = open.last_mut() {
                        around.meets_field();
                    }
                    open.push(Field { within, ..Field::default() });
                }
                "separate" => {
                    parted(&open)?;
                    if let Some(field) = open.last_mut() {
                        field.is_said = true;
                    }
                }
                "end" => {
                    parted(&open)?;
                    open.pop().map_or(Ok(()), |field| field.examine(part))?;
                }
                _ => {}
            },
            "Choice" | "Fallback" => alternatives.push(element.range.end),
            "instrText" | "delInstrText" => {
                parted(&open)?;
                if let Some(field) = open.last_mut() {
                    field.instruction += &text(&xml[element.inner.clone()]);
                }
            }
            _ => {}
        }
    }
    open.iter().try_for_each(|field| match field.examine(part) {
        Err(fault) if fault.reason == "field-named" => Err(field.unusable(part, "field-open")),
        examined => examined,
    })
}

/// An attribute by its name without prefix.
fn local(element: &Element<'_>, name: &str) -> String {
    let mut attributes = elements::attributes(&element.tag);
    let found = attributes.find(|found| found.key.local_name().as_ref() == name);
    found.and_then(|found| value(&found)).unwrap_or_default()
}

#[derive(Default)]
struct Field {
    instruction: String,
    /// The alternative that it begins in, by its end.
    within: Option<usize>,
    /// Whether the instruction is over, and what follows is its result.
    is_said: bool,
    /// Whether another field makes a part of its name.
    is_made_up: bool,
}

impl Field {
    fn name(&self) -> String {
        let instruction = self.instruction.trim_start();
        let name = instruction.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        name.to_ascii_uppercase()
    }

    /// A field begins inside the instruction.
    fn meets_field(&mut self) {
        let name = self.name();
        let begins = self.instruction.trim_start().len() == name.len();
        let may_become = FIELDS.iter().any(|field| field.starts_with(&name));
        self.is_made_up |= !self.is_said && begins && may_become;
    }

    fn examine(&self, part: &str) -> Result<(), Unusable> {
        match self.name() {
            name if FIELDS.contains(&name.as_str()) => Err(self.unusable(part, "field")),
            _ if self.is_made_up => Err(self.unusable(part, "field-named")),
            _ => Ok(()),
        }
    }

    fn unusable(&self, part: &str, reason: &'static str) -> Unusable {
        let words: Vec<&str> = self.instruction.split_whitespace().collect();
        let shown: String = words.join(" ").chars().take(60).collect();
        Unusable::new(reason, if shown.is_empty() { part.to_owned() } else { format!("{part}: {shown}") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::elements::read;

    fn reason(inside: &str) -> Option<&'static str> {
        let xml = format!(
            "<w:hdr xmlns:w='w' xmlns:r='{}' xmlns:v='v' xmlns:o='o'><w:p>{inside}</w:p></w:hdr>",
            RELATIONSHIPS[0]
        );
        examine("header1.xml", &xml, &read(&xml).unwrap(), &["rId1"]).err().map(|fault| fault.reason)
    }

    fn field(instruction: &str) -> String {
        format!(
            "<w:fldChar w:fldCharType='begin'/>{instruction}<w:fldChar w:fldCharType='separate'/>\
             <w:t>1</w:t><w:fldChar w:fldCharType='end'/>"
        )
    }

    fn either(choice: &str, fallback: &str) -> String {
        format!(
            "<mc:AlternateContent xmlns:mc='mc'><mc:Choice Requires='wps'>{choice}</mc:Choice>\
             <mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
        )
    }

    #[test]
    fn fields_that_lead_out_are_found_however_they_are_written() {
        let instr = |words: &str| field(&format!("<w:instrText>{words}</w:instrText>"));
        for outward in [
            "<w:fldSimple w:instr=' INCLUDEPICTURE \"http://example.org/a.png\" '/>".to_owned(),
            "<w:fldSimple w:instr='dde excel'/>".to_owned(),
            instr(" DDEAUTO c:\\\\a.exe "),
            instr("includetext&quot;C:\\\\a.docx&quot;"),
            instr("&#73;MPORT a"),
            field(
                "<w:instrText> LI</w:instrText></w:r><w:r><w:instrText>NK Excel</w:instrText>"
                    .replace("</w:r><w:r>", "")
                    .as_str(),
            ),
            field(&format!("{}<w:instrText> a</w:instrText>", instr("QUOTE 68 68 69"))),
            field(&format!("<w:instrText>DDE</w:instrText>{}", instr("QUOTE 65"))),
            field(&format!("<w:instrText>IF </w:instrText>{}", instr("RD a"))),
            "<w:fldChar w:fldCharType='begin'/><w:instrText>LINK a</w:instrText>".to_owned(),
            field(&either("<w:instrText>X</w:instrText>", "<w:instrText>DDEAUTO a</w:instrText>")),
            either("<w:p/>", &instr("DDEAUTO a")),
            either("<w:fldChar w:fldCharType='begin'/>", "") + "<w:instrText>PAGE</w:instrText>",
            field(&format!("<w:instrText>X</w:instrText>{}", either("<w:fldChar w:fldCharType='end'/>", ""))),
        ] {
            assert!(reason(&outward).is_some_and(|reason| reason.starts_with("field")), "{outward}");
        }
        for (unlike, expected) in [
            (instr("RD a"), "field"),
            (field(&format!("{}<w:instrText> a</w:instrText>", instr("QUOTE 68"))), "field-named"),
            ("<w:fldChar w:fldCharType='begin'/>".repeat(5_000), "field-open"),
            (
                either("<w:fldChar w:fldCharType='begin'/>", "") + "<w:instrText>PAGE</w:instrText>",
                "field-parted",
            ),
        ] {
            assert_eq!(reason(&unlike), Some(expected));
        }
        for harmless in [
            "<w:fldSimple w:instr=' HYPERLINK \"http://example.org/\" '/>".to_owned(),
            either(&instr("PAGE"), &instr("PAGE")),
            field(&format!(
                "<w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/>{}",
                either("<w:t>1</w:t>", "")
            )),
            "<w:fldSimple w:instr=' STYLEREF \"LINK\" '/>".to_owned(),
            field(&format!("<w:instrText>=</w:instrText>{}", instr("PAGE"))),
            field(&format!("<w:instrText>IF </w:instrText>{}", instr("PAGE"))),
            "<w:t>INCLUDEPICTURE</w:t>".to_owned(),
        ] {
            assert_eq!(reason(&harmless), None, "{harmless}");
        }
    }

    #[test]
    fn attributes_that_are_fetched_or_name_nothing_are_found() {
        for (inside, expected) in [
            ("<v:imagedata src='http://example.org/a.png'/>", Some("external")),
            ("<v:imagedata r:id='rId1' o:href='file:///a.png'/>", Some("external")),
            ("<v:fill o:althref='a.png'/>", Some("external")),
            ("<v:shape href='http://example.org/'/>", Some("link")),
            ("<v:imagedata r:id='rId7'/>", Some("dangling")),
            (
                "<a:blip xmlns:a='a' xmlns:x='http://schemas.openxmlformats.org/officeDocument/2006/relationships' x:link='rId7'/>",
                Some("dangling"),
            ),
            ("<w:commentReference w:id='1'/>", Some("part")),
            ("<w:footnoteReference w:id='1'/>", Some("part")),
            ("<v:imagedata r:id='rId1' o:title='http://example.org/a.png'/>", None),
            ("<a:hlinkClick xmlns:a='a' r:id=''/>", None),
            ("<v:shape href='#top'/>", None),
        ] {
            assert_eq!(reason(inside), expected, "{inside}");
        }
    }
}
