//! What to fill in where a count has no records.

use huibian_contract::{Name, PluginManifest};

/// Fields by label and name: `检查台账 (inspections) / 检查家次 (inspections_total)`.
pub fn to_fill_in<'n>(manifest: &PluginManifest, fields: impl IntoIterator<Item = &'n Name>) -> String {
    let fields = fields.into_iter().map(|name| match manifest.fields.get(name) {
        Some(field) => format!("{} ({name})", field.label),
        None => name.to_string(),
    });
    fields.collect::<Vec<_>>().join(" / ")
}
