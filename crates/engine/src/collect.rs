//! Collect: figures and findings out of what plugins contributed. Pure.

use huibian_contract::{CountKey, Period};
use huibian_figure::FigureTable;
use huibian_unit::{Finding, Places};

use crate::check::Given;
use crate::check::parts::Held;
use crate::contribute::Part;

/// The figures of all parts, and what plugins and checks found.
pub fn collect(parts: &[Part<'_>], period: Period, places: &Places) -> (FigureTable, Vec<Finding>) {
    let (mut figures, mut findings) = (FigureTable::default(), Vec::new());
    for Part { section, contribution, .. } in parts {
        let manifest = &section.plugin.folder.manifest;
        let own = huibian_figure::derive(manifest, &contribution.counts).into_iter();
        figures.extend(own.map(|(name, figure)| (CountKey { plugin: manifest.id.clone(), name }, figure)));
    }
    for Part { section, contribution, fields } in parts {
        let manifest = &section.plugin.folder.manifest;
        findings.extend(contribution.findings.iter().map(|message| Finding {
            severity: message.severity,
            plugin: manifest.id.to_string(),
            check: String::new(),
            text: message.text.clone(),
            place: message.fields.iter().find_map(|field| places.of(&manifest.id, field.as_str())).cloned(),
        }));
        let given = Given { fields, period, places };
        findings.extend(section.checks.iter().filter_map(|check| check.ask(manifest, &figures, &given)));
        findings.extend(Held { manifest, figures: &figures, fields, places }.findings());
    }
    (figures, findings)
}
