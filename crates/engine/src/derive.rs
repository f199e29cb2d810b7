//! Derive: figures and findings out of what plugins contributed. Pure.

use huibian_check::parts::PartsCheck;
use huibian_check::{UnitFields, bounds, records};
use huibian_contract::{CountKey, Message, Period, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_figure::FigureTable;
use huibian_unit::Places;

use crate::contribute::Part;
use crate::history::Baseline;

/// The figures of all parts, and what plugins and checks found.
pub fn derive(
    parts: &[Part<'_>],
    period: Period,
    places: &Places,
    past: &Baseline,
) -> (FigureTable, Vec<Diagnostic>) {
    let (mut figures, mut findings) = (FigureTable::default(), Vec::new());
    for Part { section, contribution, .. } in parts {
        let manifest = &section.plugin.folder.manifest;
        let own = huibian_figure::derive(manifest, &contribution.counts).into_iter();
        figures.extend(own.map(|(name, figure)| (CountKey { plugin: manifest.id.clone(), name }, figure)));
    }
    for Part { section, contribution, fields } in parts {
        let manifest = &section.plugin.folder.manifest;
        findings.extend(contribution.findings.iter().map(|message| plugin_remark(manifest, message, places)));
        let given = UnitFields { fields, period, places };
        findings.extend(section.checks.iter().filter_map(|check| check.ask(manifest, &figures, &given)));
        findings.extend(PartsCheck { manifest, figures: &figures, fields, places, past }.findings());
        findings.extend(bounds::findings(manifest, &figures, fields, places));
        findings.extend(records::findings(manifest, &figures, fields, period, places));
    }
    (figures, findings)
}

/// What a plugin's code says.
fn plugin_remark(manifest: &PluginManifest, message: &Message, places: &Places) -> Diagnostic {
    let remark = Diagnostic::new(Code::PluginRemark)
        .with("plugin", &manifest.id)
        .with("message", message.text.clone());
    let remark = remark.weighing(message.severity);
    match message.fields.iter().find_map(|field| places.of(&manifest.id, field.as_str())) {
        Some(place) => remark.at(place.clone()),
        None => remark,
    }
}
