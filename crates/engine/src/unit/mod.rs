//! One unit's data: `[unit]` says who it is, and each plugin's table holds the fields that plugin asks for.

mod entry;
mod reader;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{Period, PluginId, PluginManifest, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};
use huibian_document::Settings;
use huibian_host::PluginFolder;
use huibian_source::UnitHead;
use huibian_source::csv::no_text;
use huibian_source::finder;
use huibian_source::folder::UnitFile;
use huibian_source::location::UnitSource;
use huibian_source::tables::Tables;
use huibian_source::text::{entries, node};
use huibian_source::{Datum, Spot, find};
pub use huibian_unit::Places;
use serde_json::{Map, Value};

use ::toml::de::{DeTable, DeValue};
pub use entry::Entry;
pub(crate) use entry::{Origin, TextFile};
use reader::Reader;

/// The beginning of a text.
const START: Spot = Spot::Span(0, 0);

/// A unit with its data, every value of its declared type.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Id, name and attributes.
    pub identity: UnitIdentity,
    /// Whom its report is addressed to; empty for none.
    pub recipients: Vec<String>,
    /// What it sets of its official document.
    pub document: Settings,
    /// The fields it gave, by plugin. A plugin that it gave nothing and that may be left out is absent.
    pub data: BTreeMap<PluginId, Map<String, Value>>,
    /// What is odd about the data without being wrong.
    pub findings: Vec<Diagnostic>,
    /// Where the fields stand.
    pub places: Places,
}

/// Reads who a unit is. A file that tells nothing of it gives the unit the file's own name; what is wrong with it is
/// [`read`]'s to say.
pub fn read_header(path: &Path) -> UnitHead {
    header_in(path, fs::read_to_string(path).ok().map(|text| Source::new(path, text)).as_ref())
}

/// Who a unit is, from its file's text where it has one.
fn header_in(path: &Path, text: Option<&Arc<Source>>) -> UnitHead {
    let mut header = UnitHead::of_file_name(path);
    if let Some(source) = text {
        let mut read = |text| {
            let Ok(file) = DeTable::parse(text) else { return false };
            let unit: Vec<_> =
                entries(file.get_ref()).into_iter().filter(|(key, _)| key.name == "unit").collect();
            Reader::new(source, START, None).header(&unit, &mut header);
            !unit.is_empty()
        };
        // Most of a file is ledgers, which say nothing of who the unit is.
        if !read(head(&source.text)) {
            read(&source.text);
        }
    }
    header
}

/// A file up to the table after `[unit]`. What is cut inside a longer value is no TOML, and shows itself so.
fn head(text: &str) -> &str {
    let unit = if text.starts_with("[unit]") { Some(0) } else { text.find("\n[unit]") };
    let after = unit.map(|start| start + "[unit]".len());
    let end = after.and_then(|after| Some(after + text.get(after..)?.find("\n[")? + 1));
    &text[..end.unwrap_or(text.len())]
}

/// Reads a unit's header and its data, every value held against its declaration.
///
/// # Errors
/// Beside the header: W001 when the file cannot be read, W002 when it is no TOML, U codes for what is in it.
pub fn read(
    path: &Path,
    plugins: &[&PluginManifest],
    period: Period,
) -> (UnitHead, Result<Unit, Vec<Diagnostic>>) {
    match fs::read_to_string(path) {
        Ok(text) => read_text(&Source::new(path, text), plugins, period),
        Err(error) => (UnitHead::of_file_name(path), Err(vec![no_text(path, &error)])),
    }
}

/// Reads a unit from its file's text.
///
/// # Errors
/// As [`read`].
pub fn read_text(
    source: &Arc<Source>,
    plugins: &[&PluginManifest],
    period: Period,
) -> (UnitHead, Result<Unit, Vec<Diagnostic>>) {
    let mut header = UnitHead::of_file_name(&source.path);
    let mut reader = Reader::new(source, START, Some(period));
    let unit = match DeTable::parse(&source.text) {
        Ok(file) => Some(reader.unit(&entries(file.get_ref()), plugins, &mut header)),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            let spot = Spot::Span(span.start, span.end);
            reader.fail(Code::TomlSyntax, spot, |d| d.with("reason", error.message()));
            None
        }
    };
    let wrong = reader.into_faults();
    (header, unit.filter(|_| wrong.is_empty()).ok_or(wrong))
}

/// Reads a unit from the rows of a table.
///
/// # Errors
/// D and U codes for what is in them.
pub fn read_rows(
    tables: &Tables,
    unit: usize,
    header: &UnitHead,
    plugins: &[&PluginManifest],
    period: Period,
) -> (UnitHead, Result<Unit, Vec<Diagnostic>>) {
    let mut header = header.clone();
    let (values, mut wrong) = tables.values(unit);
    let mut reader = Reader::new(tables, tables.ground(unit), Some(period));
    let unit = reader.unit(&values, plugins, &mut header);
    wrong.extend(reader.into_faults());
    (header, if wrong.is_empty() { Ok(unit) } else { Err(wrong) })
}

/// Reads a unit from a workbook or CSV file of its own.
///
/// # Errors
/// As [`read_rows`], and all that is wrong with the table.
pub fn read_table(
    file: &UnitFile,
    source: &UnitSource,
    plugins: &[&PluginManifest],
    period: Period,
) -> (UnitHead, Result<Unit, Vec<Diagnostic>>) {
    let path = &file.path;
    let found = match finder::read(path, &file.ledgers, source, plugins) {
        Ok(found) => found,
        Err(faults) => return (UnitHead::of_file_name(path), Err(faults)),
    };
    let header = table_header(path, &found.headers);
    let mut faults = found.faults;
    if found.headers.len() == 1 {
        let (header, unit) = read_rows(&found.tables, 0, &header, plugins, period);
        let unit = match unit {
            Ok(unit) if faults.is_empty() => Ok(unit),
            Ok(_) => Err(faults),
            Err(more) => {
                faults.extend(more);
                Err(faults)
            }
        };
        return (header, unit);
    }
    let several = Diagnostic::new(Code::SeveralUnits).with("found", found.headers.len());
    faults.push(several.at(Place::file(path.clone())));
    (header, Err(faults))
}

/// Who the unit of a table of its own is.
fn table_header(path: &Path, headers: &[UnitHead]) -> UnitHead {
    match headers {
        [one] => one.clone(),
        _ => UnitHead::of_file_name(path),
    }
}

/// What an example gives its plugin.
#[derive(Clone, Debug)]
pub struct Given {
    /// The fields.
    pub data: Map<String, Value>,
    /// What is odd about them without being wrong.
    pub findings: Vec<Diagnostic>,
}

/// The data of one of a plugin's examples, each value with its place in `plugin.toml`, and what is odd about it.
///
/// # Errors
/// U codes for what is in it.
pub fn read_example(folder: &PluginFolder, index: usize, period: Period) -> Result<Given, Vec<Diagnostic>> {
    let mut reader = Reader::new(&folder.source, START, Some(period));
    let file = DeTable::parse(&folder.source.text).ok();
    let example = file.as_ref().and_then(|file| {
        let DeValue::Array(examples) = file.get_ref().get("example")?.get_ref() else { return None };
        examples.get(index)
    });
    let given = example.map(node);
    let data = given.as_ref().and_then(|example| {
        let Datum::Table(example) = &example.datum else { return None };
        let Datum::Table(data) = &find(example, "data")?.datum else { return None };
        Some(data.as_slice())
    });
    let data = reader.fields(&folder.manifest, data, None);
    let findings = reader.take_findings();
    let mut faults = reader.into_faults();
    // What is missing has no place of its own in a unit's file; here it is missing from this example.
    let span = example.map_or(0..0, ::toml::Spanned::span);
    let nowhere = |fault: &Diagnostic| fault.place().and_then(Place::line_and_column) == Some((1, 1));
    for fault in faults.iter_mut().filter(|fault| nowhere(fault)) {
        *fault = fault.clone().at(Place::span(&folder.source, span.clone()));
    }
    if faults.is_empty() { Ok(Given { data, findings }) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_the_same_whether_the_head_or_the_whole_is_read() {
        let folder = tempfile::tempdir().unwrap();
        for text in [
            "[unit]\nname = \"云溪镇\"\n[propaganda]\nx = 1\n",
            "# 说明\n[unit]\nname = \"云溪镇\"",
            "unit = { name = \"云溪镇\" }\n[a]\n",
            "[a]\nx = \"\"\"\n[unit]\nname = 1\n[b]\"\"\"\n[unit]\nname = \"云溪镇\"\n",
            "[unit]\nrecipients = [\n[1],\n]\nname = \"云溪镇\"\n",
            "[unit.attributes]\na = \"b\"\n[unit]\nname = \"云溪镇\"\n",
        ] {
            let path = folder.path().join("u.toml");
            fs::write(&path, text).unwrap();
            assert_eq!(read_header(&path).name, "云溪镇", "{text}");
            assert_eq!(read_header(&path), read(&path, &[], "2023Q2".parse().unwrap()).0, "{text}");
        }
        fs::write(folder.path().join("云 溪.toml"), "not TOML").unwrap();
        let header = read_header(&folder.path().join("云 溪.toml"));
        assert_eq!((header.id.as_str(), header.name.as_str()), ("u云_溪", "云 溪"));
    }
}
