//! A unit with its data, every value of its declared type.

use std::collections::BTreeMap;

use huibian_contract::{Period, PluginId, PluginManifest, Severity, UnitIdentity};
use huibian_diagnostic::{Diagnostic, Faults};
use huibian_document::Settings;
use huibian_source::{UnitHead, UnitRef, Values};
use serde_json::{Map, Value};

use crate::locations::Locations;
use crate::reader::Reader;

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
    pub places: Locations,
}

/// Who a unit is, its place with the text around it, and its data or all that is wrong with them.
pub type Reading = (UnitHead, Result<Unit, Faults>);

/// Reads a unit, every value held against its declaration.
///
/// # Errors
/// Beside who it is: what keeps its values from being read, D and U codes for what is in them.
pub fn read(unit: &UnitRef, plugins: &[&PluginManifest], period: Period) -> Reading {
    let (mut head, mut read) = (unit.head().clone(), None);
    let values = unit.data().values(&mut |Values { entries, places, fallback, mut faults, remarks }| {
        let mut reader = Reader::new(places, fallback, period);
        let mut unit = reader.unit(entries, plugins, &mut head);
        unit.findings.splice(0..0, remarks.into_iter().map(|remark| remark.weighing(Severity::Warning)));
        faults.extend(reader.into_faults());
        read = Some(if faults.is_empty() { Ok(unit) } else { Err(faults) });
    });
    let read = match (values, read) {
        (Ok(()), Some(read)) => read,
        (Ok(()), None) => Err(Faults::new()),
        (Err(faults), _) => Err(faults),
    };
    (head, read)
}
