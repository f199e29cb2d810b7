//! What an example of a plugin gives it, read as a unit's data are.

use huibian_contract::Period;
use huibian_diagnostic::{Diagnostic, Faults, Location};
use huibian_host::PluginFolder;
use huibian_source::text::node;
use huibian_source::{Datum, RawLocation, find};
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::reader::Reader;

/// The beginning of a text.
const START: RawLocation = RawLocation::Span(0, 0);

/// What an example gives its plugin.
#[derive(Clone, Debug)]
pub struct ExampleData {
    /// The fields.
    pub data: Map<String, Value>,
    /// What is odd about them without being wrong.
    pub findings: Vec<Diagnostic>,
}

/// The data of one of a plugin's examples, each value with its place in `plugin.toml`, and what is odd about it.
///
/// # Errors
/// U codes for what is in it.
pub fn read_example(folder: &PluginFolder, index: usize, period: Period) -> Result<ExampleData, Faults> {
    let mut reader = Reader::new(&folder.source, START, period);
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
    let span = example.map_or(0..0, toml::Spanned::span);
    let nowhere = |fault: &Diagnostic| fault.location().and_then(Location::line_and_column) == Some((1, 1));
    for fault in faults.iter_mut().filter(|fault| nowhere(fault)) {
        *fault = fault.clone().at(Location::span(&folder.source, span.clone()));
    }
    if faults.is_empty() { Ok(ExampleData { data, findings }) } else { Err(faults) }
}
