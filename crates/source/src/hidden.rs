//! Which rows and columns of an .xlsx a person does not see: what the reader crate does not tell.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// What of a sheet is hidden, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Rows.
    pub rows: Vec<u32>,
    /// Columns, first and last.
    pub columns: Vec<(u32, u32)>,
}

/// What is hidden, by the sheets' names. A package that cannot be read has nothing; reading its cells tells why.
pub fn hidden(bytes: &[u8]) -> Vec<(String, Hidden)> {
    let Ok(mut package) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let mut sheets: Vec<(String, String)> = Vec::new();
    each(&part(&mut package, "xl/workbook.xml"), |name, start| {
        if name == "sheet" {
            sheets.extend(attribute(start, "name").zip(attribute(start, "id")));
        }
    });
    let mut targets: HashMap<String, String> = HashMap::new();
    each(&part(&mut package, "xl/_rels/workbook.xml.rels"), |name, start| {
        if name == "Relationship" {
            targets.extend(attribute(start, "Id").zip(attribute(start, "Target")));
        }
    });
    let mut found = Vec::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let mut hidden = Hidden::default();
        let mut next = 1_u32;
        each(&part(&mut package, &path), |name, start| {
            let number = |key: &str| attribute(start, key).and_then(|text| text.parse::<u32>().ok());
            let is_hidden = || attribute(start, "hidden").is_some_and(|text| text == "1" || text == "true");
            if name == "row" {
                let row = number("r").unwrap_or(next);
                next = row.saturating_add(1);
                if is_hidden() {
                    hidden.rows.push(row.saturating_sub(1));
                }
            } else if name == "col" && is_hidden() {
                let columns = number("min").zip(number("max"));
                hidden
                    .columns
                    .extend(columns.map(|(min, max)| (min.saturating_sub(1), max.saturating_sub(1))));
            }
        });
        found.push((name, hidden));
    }
    found
}

fn part(package: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> String {
    /// A sheet that is larger has its hidden rows untold.
    const MOST: u64 = 1 << 29;
    let mut bytes = Vec::new();
    if let Ok(part) = package.by_name(name) {
        let _ = part.take(MOST).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Every element that opens, by its name without prefix.
fn each(xml: &str, mut see: impl FnMut(&str, &BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => see(start.local_name().as_ref(), &start),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

/// An attribute by its name without prefix.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
