//! One unit's data file: `[unit]` says who it is, and each plugin's table holds the fields that plugin asks for.

mod entry;
mod reader;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{Period, PluginId, PluginManifest, UnitId, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};
use huibian_document::Settings;
use huibian_host::PluginFolder;
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::finding::Finding;
pub use entry::Entry;
pub(crate) use entry::Origin;
use reader::Reader;

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
    pub findings: Vec<Finding>,
}

/// Who a unit is, known even where its data cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The unit's id: the file's stem unless the file says otherwise.
    pub id: UnitId,
    /// The unit's name; the id where the file cannot be read so far.
    pub name: String,
    /// The unit above it, by id or name, where its file says so.
    pub parent: Option<String>,
    /// Where the unit is declared.
    pub place: Place,
}

/// Reads who a unit is. A file that tells nothing of it gives the unit the file's own name; what is wrong with it is
/// [`read`]'s to say.
pub fn read_header(path: &Path) -> Header {
    let mut header = nameless(path);
    if let Ok(text) = fs::read_to_string(path) {
        let source = Source::new(path, text);
        let mut read = |text| {
            let Ok(file) = DeTable::parse(text) else { return false };
            Reader::new(&source, None).header(file.get_ref(), &mut header);
            file.get_ref().contains_key("unit")
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
) -> (Header, Result<Unit, Vec<Diagnostic>>) {
    let mut header = nameless(path);
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let fault =
                Diagnostic::new(Code::FileUnreadable).with("path", path.display()).with("reason", error);
            return (header, Err(vec![fault.at(Place::file(path))]));
        }
    };
    let source: Arc<Source> = Source::new(path, text);
    let mut reader = Reader::new(&source, Some(period));
    let unit = match DeTable::parse(&source.text) {
        Ok(file) => Some(reader.unit(file.get_ref(), plugins, &mut header)),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            reader.fail(Code::TomlSyntax, span, |d| d.with("reason", error.message()));
            None
        }
    };
    let wrong = reader.into_faults();
    (header, unit.filter(|_| wrong.is_empty()).ok_or(wrong))
}

/// What an example gives its plugin.
#[derive(Clone, Debug)]
pub struct Given {
    /// The fields.
    pub data: Map<String, Value>,
    /// What is odd about them without being wrong.
    pub findings: Vec<Finding>,
}

/// The data of one of a plugin's examples, each value with its place in `plugin.toml`, and what is odd about it.
///
/// # Errors
/// U codes for what is in it.
pub fn read_example(folder: &PluginFolder, index: usize, period: Period) -> Result<Given, Vec<Diagnostic>> {
    let mut reader = Reader::new(&folder.source, Some(period));
    let file = DeTable::parse(&folder.source.text).ok();
    let example = file.as_ref().and_then(|file| {
        let DeValue::Array(examples) = file.get_ref().get("example")?.get_ref() else { return None };
        examples.get(index)
    });
    let data = example.and_then(|example| {
        let DeValue::Table(example) = example.get_ref() else { return None };
        let DeValue::Table(data) = example.get("data")?.get_ref() else { return None };
        Some(data)
    });
    let data = reader.fields(&folder.manifest, data, None);
    let findings = reader.take_findings();
    let mut faults = reader.into_faults();
    // What is missing has no place of its own in a unit's file; here it is missing from this example.
    let span = example.map_or(0..0, toml::Spanned::span);
    let nowhere = |fault: &Diagnostic| fault.place().and_then(Place::line_and_column) == Some((1, 1));
    for fault in faults.iter_mut().filter(|fault| nowhere(fault)) {
        *fault = fault.clone().at(Place::span(&folder.source, span.clone()));
    }
    if faults.is_empty() { Ok(Given { data, findings }) } else { Err(faults) }
}

/// A unit as its file's name tells of it; signs that an id may not have become `_`.
fn nameless(file: &Path) -> Header {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mended = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let mended: String = std::iter::once('u').chain(name.chars().map(mended)).take(32).collect();
    match UnitId::new(&name).or_else(|_| UnitId::new(&mended)) {
        Ok(id) => Header { id, name, parent: None, place: Place::file(file) },
        Err(_) => unreachable!("a mended name follows the rule of ids"),
    }
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
