//! The templates of a workspace, each with the names it may use. What is declared here is what `context` gives
//! templates to see: `unit`, `period`, `facts`, `fields`, and counts by name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use huibian_config::bounds::read_within;
use huibian_config::read;
use huibian_contract::{
    Absent, Aggregation, ColumnType, CountKey, CountKind, CountSpec, FactSpec, FactType, FieldSpec,
    FieldType, PluginManifest,
};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result};
use huibian_host::PluginFolder;
use huibian_template::{Countable, Entry, FrontMatter, NameKind, Names, Scope, TemplateSet, front_matter};

use crate::declarations::Declarations;

/// The report template's name in a workspace's templates; a section's is `plugin/slot`.
pub const REPORT: &str = "@report";

/// Where partials lie, in a workspace and in the installation.
const PARTIALS: &str = "templates/partials";

/// Reads the partials of the workspace, and those of the installation that it does not replace.
pub fn partials(folder: &Path, installation: &Path, templates: &mut TemplateSet, faults: &mut Faults) {
    let mut paths = BTreeMap::new();
    for root in [installation, folder] {
        let entries = fs::read_dir(root.join(PARTIALS)).into_iter().flatten().flatten();
        let files = entries.map(|entry| entry.path());
        for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "hbs")) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            paths.insert(name, path);
        }
    }
    let mut sources = Vec::with_capacity(paths.len());
    for (name, path) in paths {
        match read_within(&path, &[folder, installation]) {
            Ok(source) => sources.push((name, source)),
            Err(fault) => faults.push(fault),
        }
    }
    faults.extend(templates.add_partials(&sources).err().into_iter().flatten());
}

/// Reads the report's template into `templates`; returns what it declares of itself.
///
/// # Errors
/// What keeps its head from being read; faults of its body go to `faults`.
pub fn report_template(
    path: &Path,
    declared: Declarations<'_>,
    templates: &mut TemplateSet,
    faults: &mut Faults,
) -> Result<FrontMatter> {
    let (front, body) = front_matter(&read(path)?)?;
    let mut scope = report_scope(declared);
    scope.slots = front.declared();
    add(REPORT, &body, &scope, templates, faults);
    Ok(front)
}

/// Reads the template of an attachment's text into `templates`. It sees what the report's sees, and has no slots.
pub fn attachment(
    name: &str,
    path: &Path,
    declared: Declarations<'_>,
    templates: &mut TemplateSet,
    faults: &mut Faults,
) {
    match read(path) {
        Ok(source) => add(name, &source, &report_scope(declared), templates, faults),
        Err(fault) => faults.push(fault),
    }
}

/// The names that a report's template may use.
pub(crate) fn report_scope(declared: Declarations<'_>) -> Scope {
    let mut scope = common();
    for PluginFolder { manifest, .. } in declared.plugins {
        for (name, spec) in &manifest.counts {
            scope.counts.insert(format!("{}/{name}", manifest.id), of_other(manifest, spec));
        }
    }
    for (_, key, spec) in declared.counts.totals() {
        scope.counts.insert(key.to_string(), countable(spec, true));
    }
    scope
}

/// A plugin's sections: the workspace's own wording where it has one, else the plugin's. Where the report's template places
/// only some slots, sections for others are left out.
pub fn sections(
    plugin: &PluginFolder,
    plugins: &[PluginFolder],
    folder: &Path,
    (front, only_placed): (Option<&FrontMatter>, bool),
    templates: &mut TemplateSet,
    faults: &mut Faults,
) {
    let manifest = &plugin.manifest;
    let mut scope = section_scope(manifest);
    for key in &manifest.uses {
        match used(key, plugins) {
            Some((other, spec)) => {
                scope.counts.insert(key.to_string(), of_other(other, spec));
            }
            None => faults.push(unknown_use(plugin, key, plugins)),
        }
    }
    for slot in &manifest.slots {
        if let Some(front) = front.filter(|front| !front.slots.contains_key(slot.as_str())) {
            if only_placed {
                continue;
            }
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
        let ids = std::iter::once(&manifest.id).chain(&manifest.was);
        let own = ids.map(|id| folder.join("wording").join(id.as_str()).join(format!("{slot}.hbs")));
        let path = own.into_iter().find(|own| own.is_file()).unwrap_or_else(|| plugin.section_path(slot));
        match read_within(&path, &[folder, &plugin.path]) {
            Ok(source) => add(&format!("{}/{slot}", manifest.id), &source, &scope, templates, faults),
            Err(fault) => faults.push(fault),
        }
    }
}

/// Files of the workspace's own wording that are not looked up: under a misspelt name the plugin's own would be used.
pub fn ignored_files(folder: &Path, plugins: &[PluginFolder], faults: &mut Faults) {
    let known: BTreeSet<String> = plugins
        .iter()
        .flat_map(|PluginFolder { manifest, .. }| {
            let ids = std::iter::once(&manifest.id).chain(&manifest.was);
            ids.flat_map(|id| manifest.slots.iter().map(move |slot| format!("{id}/{slot}.hbs")))
        })
        .collect();
    let files = |folder: &Path| {
        let mut paths: Vec<_> =
            fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let root = folder.join("wording");
    let inner =
        files(&root).into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    for path in inner.filter(|path| path.extension().is_some_and(|extension| extension == "hbs")) {
        let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if !known.contains(&name) {
            let fault = Diagnostic::new(Code::StrayWording).with("path", path.display());
            let list = known.iter().map(String::as_str).collect::<Vec<_>>();
            let fault = fault.with("known", list.join(", ")).suggest(&name, list);
            faults.push(fault.at(Location::file(path.clone())));
        }
    }
}

/// Adds a template; a fault that another template already met in a shared partial is noted once.
fn add(
    name: &str,
    source: &std::sync::Arc<huibian_diagnostic::Source>,
    scope: &Scope,
    templates: &mut TemplateSet,
    faults: &mut Faults,
) {
    faults.add_new(templates.add(name, source, scope).err().into_iter().flatten());
}

/// The names that every template may use.
fn common() -> Scope {
    let mut scope = Scope::default();
    for name in [
        "id",
        "name",
        "current",
        "next",
        "short",
        "next_short",
        "months",
        "plain",
        "plain_short",
        "next_plain",
        "year",
    ] {
        scope.declare(&format!("period.{name}"), Entry::given(NameKind::Text));
    }
    scope.declare("unit.id", Entry::given(NameKind::Text));
    scope.declare("unit.name", Entry::given(NameKind::Text));
    scope.declare("unit.attributes", Entry::optional(NameKind::Open));
    scope.declare("rollup", Entry::given(NameKind::Boolean));
    scope.declare("period.start", Entry::given(NameKind::Date));
    scope.declare("period.end", Entry::given(NameKind::Date));
    scope
}

/// The names that a plugin's sections may use, but for what it takes from other plugins.
fn section_scope(manifest: &PluginManifest) -> Scope {
    let mut scope = common();
    for (group, names) in section_names(manifest) {
        for (name, entry) in names {
            scope.declare(&format!("{group}.{name}"), entry);
        }
    }
    let counts = manifest.counts.iter();
    scope.counts = counts.map(|(name, spec)| (name.to_string(), countable(spec, false))).collect();
    scope.plugin = Some(manifest.id.clone());
    scope
}

/// The facts and the fields of a plugin, by their names.
pub(crate) fn section_names(manifest: &PluginManifest) -> [(&'static str, Names); 2] {
    let fact = |spec: &FactSpec| match spec.kind {
        FactType::Text => NameKind::Text,
        FactType::Texts => NameKind::List(Box::new(NameKind::Text)),
        FactType::Boolean => NameKind::Boolean,
        FactType::Date => NameKind::Date,
    };
    let facts = manifest.facts.iter();
    let facts =
        facts.map(|(name, spec)| (name.to_string(), Entry { kind: fact(spec), optional: !spec.required }));
    let fields = manifest.fields.iter();
    let fields = fields
        .map(|(name, spec)| (name.to_string(), Entry { kind: of_field(spec), optional: !spec.required }));
    [("facts", facts.collect()), ("fields", fields.collect())]
}

fn of_field(spec: &FieldSpec) -> NameKind {
    match spec.kind {
        FieldType::Text => NameKind::Text,
        FieldType::Texts => NameKind::List(Box::new(NameKind::Text)),
        FieldType::Integer | FieldType::Decimal => NameKind::Number,
        FieldType::Boolean => NameKind::Boolean,
        FieldType::Date => NameKind::Date,
        FieldType::Ledger => {
            let columns = spec.columns.iter().map(|(name, column)| {
                let kind = match column.kind {
                    ColumnType::Text => NameKind::Text,
                    ColumnType::Integer | ColumnType::Decimal => NameKind::Number,
                    ColumnType::Boolean => NameKind::Boolean,
                    ColumnType::Date => NameKind::Date,
                };
                (name.to_string(), Entry { kind, optional: !column.required })
            });
            NameKind::List(Box::new(NameKind::Group(columns.collect::<Names>())))
        }
    }
}

fn countable(spec: &CountSpec, absent: bool) -> Countable {
    Countable {
        optional: absent || !spec.required,
        whole: spec.kind == CountKind::Integer,
        cumulative: spec.over_time != Aggregation::None,
    }
}

/// Another plugin's count: where that plugin may be left out of a report, so may its counts.
fn of_other(manifest: &PluginManifest, spec: &CountSpec) -> Countable {
    countable(spec, manifest.absent == Absent::Omit)
}

fn used<'p>(key: &CountKey, plugins: &'p [PluginFolder]) -> Option<(&'p PluginManifest, &'p CountSpec)> {
    let other = plugins.iter().find(|other| other.manifest.id == key.plugin)?;
    Some((&other.manifest, other.manifest.counts.get(&key.name)?))
}

fn unknown_use(plugin: &PluginFolder, key: &CountKey, plugins: &[PluginFolder]) -> Diagnostic {
    let others = plugins.iter().filter(|other| other.manifest.id != plugin.manifest.id);
    let known: Vec<String> = others
        .flat_map(|other| other.manifest.counts.keys().map(|name| format!("{}/{name}", other.manifest.id)))
        .collect();
    let given = key.to_string();
    let list = plugin.place(&["uses"]);
    let place = list.text_and_span().and_then(|(text, span)| {
        let offset = text.get(span.clone())?.find(&given)?;
        let start = span.start + offset;
        Some(Location::span(&plugin.source, start..start + given.len()))
    });
    Diagnostic::new(Code::UnknownUse)
        .with("id", &plugin.manifest.id)
        .with("key", key)
        .suggest(&given, known.iter().map(String::as_str))
        .at(place.unwrap_or(list))
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_diagnostic::Source;

    fn plugin(id: &str, text: &str) -> PluginFolder {
        let text = format!(
            "id = \"{id}\"\nversion = \"1\"\ntitle = \"x\"\ncontract = 1\nlibrary = \"x\"\nslots = [\"results\"]\n{text}"
        );
        let source = Source::new("plugin.toml", text);
        PluginFolder::new(id, toml::from_str(&source.text).unwrap(), source)
    }

    fn two() -> [PluginFolder; 2] {
        [
            plugin(
                "visits",
                "uses = [\"training/sessions\"]\n\
                 [fields]\nnote = { label = \"n\", type = \"text\" }\nhours = { label = \"h\", type = \"decimal\" }\n\
                 [fields.log]\nlabel = \"l\"\ntype = \"ledger\"\n\
                 columns.day = { label = \"d\", type = \"date\", required = true }\n\
                 columns.place = { label = \"p\", type = \"text\" }\n\
                 [counts]\nvisits = { label = \"v\", required = true }",
            ),
            plugin("training", "absent = \"omit\"\n[counts]\nsessions = { label = \"s\", required = true }"),
        ]
    }

    fn faults(files: &[(&str, &str)], section: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let section = ("wording/visits/results.hbs", section);
        for (path, text) in files.iter().chain([&section]) {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let (mut templates, mut faults) = (TemplateSet::default(), Faults::new());
        let plugins = two();
        partials(&folder.path().join("w"), folder.path(), &mut templates, &mut faults);
        sections(&plugins[0], &plugins, folder.path(), (None, false), &mut templates, &mut faults);
        let root = folder.path().to_string_lossy().into_owned() + "/";
        faults.iter().map(|f| format!("{} {}", f.code(), f.location().unwrap()).replace(&root, "")).collect()
    }

    #[test]
    fn a_section_sees_fields_rows_and_the_counts_it_uses() {
        let section = "{{#if fields.note}}{{fields.note}}{{/if}}{{count \"visits\"}}\
            {{#present \"training/sessions\"}}{{count \"training/sessions\"}}{{/present}}\
            {{#if fields.log}}{{#each fields.log}}{{month_day day}}{{#if place}}{{place}}{{/if}}{{../unit.name}}{{/each}}{{/if}}\
            {{#if unit.attributes.area}}{{unit.attributes.area}}{{/if}}{{date period.start}}";
        assert_eq!(faults(&[], section), Vec::<String>::new());
        for (section, expected) in [
            ("{{fields.note}}", "T009"),
            ("{{fields.hours}}", "T004"),
            ("{{unit.attributes.area}}", "T009"),
            ("{{count \"training/sessions\"}}", "T009"),
            ("{{count \"training/session\"}}", "T002"),
            ("{{#each fields.log}}{{month_day day}}{{/each}}", "T009"),
            ("{{#each fields.log}}{{place}}{{else}}无{{/each}}", "T009"),
        ] {
            let found = faults(&[], section);
            assert!(found.len() == 1 && found[0].starts_with(expected), "{section}: {found:?}");
        }
    }

    #[test]
    fn partials_of_the_workspace_replace_those_of_the_installation() {
        let installed = ("templates/partials/closing.hbs", "{{unit.nam}}");
        let own = ("w/templates/partials/closing.hbs", "{{unit.name}}");
        let partial = "templates/partials/closing.hbs";
        assert_eq!(faults(&[installed], "{{> closing}}"), [format!("T002 {partial}:1:3")]);
        assert_eq!(faults(&[installed, own], "{{> closing}}"), Vec::<String>::new());
    }

    #[test]
    fn a_used_count_that_nobody_declares_is_found_where_it_is_named() {
        let mut plugins = two();
        plugins[0] = plugin("visits", "uses = [\"training/sesions\"]");
        let fault = unknown_use(&plugins[0], &plugins[0].manifest.uses[0], &plugins);
        assert_eq!(fault.suggestion(), Some("training/sessions"));
        assert_eq!(fault.location().unwrap().to_string(), "plugin.toml:7:10");
    }
}
