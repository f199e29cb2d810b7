//! The templates of a workspace, each with the names it may use.

use std::path::Path;

use huibian_contract::FactType;
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_host::PluginFolder;
use huibian_template::{FrontMatter, Kind, Scope, TemplateSet, front_matter};
use indexmap::IndexMap;

use crate::workspace::read;

/// The report template's name in a workspace's templates; a section's is `plugin/slot`.
pub const REPORT: &str = "@report";

/// The names that every template may use.
fn common_names() -> IndexMap<String, (Kind, bool)> {
    ["unit.id", "unit.name", "period.id", "period.name", "period.current", "period.next", "period.year"]
        .map(|name| (name.to_owned(), (Kind::Text, false)))
        .into_iter()
        .collect()
}

fn is_optional(count: &huibian_contract::CountSpec) -> bool {
    !count.required
}

/// Reads the report's template into `templates`; returns what it declares of itself.
///
/// # Errors
/// What keeps its head from being read; faults of its body go to `faults`.
pub fn report_template(
    path: &Path,
    plugins: &[PluginFolder],
    templates: &mut TemplateSet,
    faults: &mut Vec<Diagnostic>,
) -> Result<FrontMatter> {
    let (front, body) = front_matter(&read(path)?)?;
    let counts = plugins.iter().flat_map(|plugin| {
        // A plugin may be left out of a unit's report, and its counts with it.
        let absent = plugin.manifest.absent == huibian_contract::Absent::Omit;
        let counts = plugin.manifest.counts.iter();
        counts
            .map(move |(name, spec)| (format!("{}/{name}", plugin.manifest.id), absent || is_optional(spec)))
    });
    let scope = Scope {
        names: common_names(),
        counts: counts.collect(),
        plugin: None,
        slots: front.slots.keys().cloned().collect(),
    };
    if let Err(found) = templates.add(REPORT, &body, &scope) {
        faults.extend(found);
    }
    Ok(front)
}

/// A plugin's sections: the workspace's own wording where it has one, else the plugin's.
pub fn sections(
    plugin: &PluginFolder,
    folder: &Path,
    front: Option<&FrontMatter>,
    templates: &mut TemplateSet,
    faults: &mut Vec<Diagnostic>,
) {
    let manifest = &plugin.manifest;
    let facts = manifest.facts.iter().map(|(name, spec)| {
        let kind = match spec.kind {
            FactType::Texts => Kind::List,
            FactType::Boolean => Kind::Boolean,
            FactType::Text | FactType::Date => Kind::Text,
        };
        (format!("facts.{name}"), (kind, !spec.required))
    });
    let scope = Scope {
        names: common_names().into_iter().chain(facts).collect(),
        counts: manifest.counts.iter().map(|(name, spec)| (name.to_string(), is_optional(spec))).collect(),
        plugin: Some(manifest.id.clone()),
        slots: Vec::new(),
    };
    for slot in &manifest.slots {
        if let Some(front) = front.filter(|front| !front.slots.contains_key(slot.as_str())) {
            let known: Vec<&str> = front.slots.keys().map(String::as_str).collect();
            faults.push(
                Diagnostic::new(Code::UnknownSlot)
                    .with("id", &manifest.id)
                    .with("slot", slot)
                    .with("known", known.join(", "))
                    .suggest(slot.as_str(), known)
                    .at(plugin.place(&["slots"])),
            );
            continue;
        }
        let own = folder.join("wording").join(manifest.id.as_str()).join(format!("{slot}.hbs"));
        let path = if own.is_file() { own } else { plugin.section_path(slot) };
        let added = read(&path)
            .map_err(|fault| vec![fault])
            .and_then(|source| templates.add(&format!("{}/{slot}", manifest.id), &source, &scope));
        faults.extend(added.err().into_iter().flatten());
    }
}
