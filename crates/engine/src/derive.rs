//! Derive: figures and findings out of what plugins contributed. Pure.

use huibian_check::parts::PartsCheck;
use huibian_check::{UnitFields, bounds, records};
use std::sync::Arc;

use huibian_contract::{Message, Period, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_figure::{Counts, Figures};
use huibian_unit::Locations;

use crate::contribute::Part;
use crate::history::Baseline;

/// The figures of all parts, and what plugins and checks found. Those of a unit above others are their `sums`.
pub fn derive(
    parts: &mut [Part<'_>],
    (counts, sums): (&Arc<Counts>, Option<Figures>),
    period: Period,
    places: &Locations,
    past: &Baseline,
) -> (Figures, Vec<Diagnostic>) {
    let (mut reported, mut findings) = (vec![None; counts.len()], Vec::new());
    for Part { section, contribution, .. } in parts.iter_mut() {
        for (index, name, _) in counts.of(&section.plugin.folder.manifest.id) {
            reported[index.place()] = contribution.counts.swap_remove(name);
        }
    }
    let figures = sums.unwrap_or_else(|| Figures::derive(counts, reported));
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
fn plugin_remark(manifest: &PluginManifest, message: &Message, places: &Locations) -> Diagnostic {
    let remark = Diagnostic::new(Code::PluginRemark)
        .with("plugin", &manifest.id)
        .with("message", message.text.clone());
    let remark = remark.weighing(message.severity);
    match message.fields.iter().find_map(|field| places.of(&manifest.id, field.as_str())) {
        Some(place) => remark.at(place.clone()),
        None => remark,
    }
}
