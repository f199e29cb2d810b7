//! `huibian plugin show`: what a plugin declares. No plugin's code runs here, and none of this needs a workspace.

use clap::Args;
use huibian_contract::{
    Absent, Aggregation, CheckSpec, Column, CountKind, CountSpec, FactSpec, FieldSpec, Name, PluginManifest,
};
use serde::Serialize;

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;
use crate::table::table;

/// Which.
#[derive(Args)]
pub struct Show {
    id: String,
}

impl Flow for Show {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context)?;
        let folder = reach.find(&self.id)?;
        let manifest = &folder.manifest;
        let used = if reach.used.contains(&self.id) { "plugin-used" } else { "plugin-unused" };
        printer.say(printer.text(
            "plugin-heading",
            &[
                ("title", &manifest.title),
                ("id", &manifest.id),
                ("version", &manifest.version),
                ("used", &printer.text(used, &[])),
            ],
        ));
        if !manifest.description.is_empty() {
            printer.say(&manifest.description);
        }
        let library = reach.library(&folder);
        let place = library.as_ref().ok().and_then(Option::as_ref);
        let place = place.map_or_else(|| "–".to_owned(), |path| printer.here.path(path));
        let path = printer.here.path(&folder.path);
        printer.say(printer.text("plugin-places", &[("folder", &path), ("library", &place)]));
        let words = Words { printer };
        words.part("fields", ["name", "label", "type", "measure", "required"], words.fields(manifest));
        words.part("counts", ["name", "label", "kind", "over-units", "over-time"], words.counts(manifest));
        words.part("facts", ["name", "label", "type", "required"], words.facts(manifest));
        words.part("checks", ["name", "severity", "rule", "message"], words.checks(manifest));
        let slots = manifest.slots.iter();
        let slots = slots.map(|slot| [slot.to_string(), printer.here.path(&folder.section_path(slot))]);
        words.part("slots", ["name", "file"], slots.collect());
        words.part("controls", ["label", "control", "around"], controls(manifest));
        let fault = library.err();
        printer.faults(fault.as_slice());
        Ok(End::of(fault.is_none()))
    }
}

/// What a plugin declares, in words.
struct Words<'p> {
    printer: &'p Printer,
}

impl Words<'_> {
    fn part<const N: usize>(&self, name: &str, columns: [&str; N], rows: Vec<[String; N]>) {
        if rows.is_empty() {
            return;
        }
        let header = columns.map(|column| self.printer.text(&format!("column-{column}"), &[]));
        let title = self.printer.text(&format!("plugin-{name}"), &[]);
        self.printer.say(format_args!("\n{title}\n{}", table(header, rows)));
    }

    fn expected(&self, kind: &impl Serialize) -> String {
        self.printer.text("type-expected", &[("expected", &word(kind))])
    }

    fn yes(&self, yes: bool) -> String {
        self.printer.text(if yes { "answer-yes" } else { "answer-no" }, &[])
    }

    fn fields(&self, manifest: &PluginManifest) -> Vec<[String; 5]> {
        let mut rows = Vec::new();
        for (name, field) in &manifest.fields {
            let FieldSpec { label, kind, measure, required, columns, .. } = field;
            let (kind, required) = (self.expected(kind), self.yes(*required));
            rows.push([name.to_string(), label.clone(), kind, measure.clone(), required]);
            for (column, Column { label, kind, required, .. }) in columns {
                let (kind, required) = (self.expected(kind), self.yes(*required));
                rows.push([format!("  {column}"), format!("  {label}"), kind, String::new(), required]);
            }
        }
        rows
    }

    fn counts(&self, manifest: &PluginManifest) -> Vec<[String; 5]> {
        let row = |(name, count): (&Name, &CountSpec)| {
            let over = |how: Aggregation| match count.kind {
                CountKind::Ratio => self.printer.text("aggregation-derived", &[]),
                _ => self.printer.text(&format!("aggregation-{}", word(&how)), &[]),
            };
            let (units, time) = (over(count.over_units), over(count.over_time));
            [name.to_string(), count.label.clone(), self.count_kind(count), units, time]
        };
        manifest.counts.iter().map(row).collect()
    }

    fn count_kind(&self, count: &CountSpec) -> String {
        let kind = self.expected(&count.kind);
        let unit = match &count.ratio {
            Some(ratio) => format!("{} / {} {}", ratio.num, ratio.den, ratio.sign),
            None => count.measure.clone(),
        };
        let text = self.printer.text("count-kind", &[("kind", &kind), ("unit", &unit.trim())]);
        if unit.is_empty() { kind } else { text }
    }

    fn facts(&self, manifest: &PluginManifest) -> Vec<[String; 4]> {
        let row = |(name, fact): (&Name, &FactSpec)| {
            [name.to_string(), fact.label.clone(), self.expected(&fact.kind), self.yes(fact.required)]
        };
        manifest.facts.iter().map(row).collect()
    }

    fn checks(&self, manifest: &PluginManifest) -> Vec<[String; 4]> {
        let checks = manifest.checks.iter().map(|(name, check)| {
            let severity = self.printer.text(&format!("finding-{}", word(&check.severity)), &[]);
            let message =
                check.message.as_ref().map(|message| self.printer.catalog.words(message).to_owned());
            [name.to_string(), severity, asked(check), message.unwrap_or_default()]
        });
        checks.collect()
    }
}

/// What content controls of a Word template say to have each of what a plugin has: its own tag and, where a unit may not have it,
/// that of a control around it.
fn controls(manifest: &PluginManifest) -> Vec<[String; 3]> {
    let id = &manifest.id;
    let counts = manifest.counts.iter().map(|(name, count)| {
        let may_lack = !count.required || manifest.absent == Absent::Omit;
        let around = if may_lack { format!("#present \"{id}/{name}\"") } else { String::new() };
        [count.label.clone(), format!("{id}/{name}"), around]
    });
    let value = |kind: &str, label: &str, path: &str, required: bool| {
        let says = match kind {
            "date" => format!("date {path}"),
            "texts" => format!("list {path}"),
            "ledger" => format!("#each {path}"),
            "boolean" => format!("#if {path}"),
            _ => path.to_owned(),
        };
        let around = if required || says.starts_with('#') { String::new() } else { format!("#if {path}") };
        [label.to_owned(), says, around]
    };
    let facts = manifest.facts.iter().map(|(name, fact)| {
        value(&word(&fact.kind), &fact.label, &format!("facts.{id}.{name}"), fact.required)
    });
    // A number is printed as a count.
    let is_said = |kind: &str| !matches!(kind, "integer" | "decimal");
    let fields = manifest.fields.iter().map(|(name, field)| (name, field, word(&field.kind)));
    let fields = fields.filter(|(_, _, kind)| is_said(kind)).map(|(name, field, kind)| {
        value(&kind, &field.label, &format!("fields.{id}.{name}"), field.required)
    });
    let slots = manifest.slots.iter();
    let slots = slots.map(|slot| [slot.to_string(), format!("slot.{slot}"), String::new()]);
    counts.chain(facts).chain(fields).chain(slots).collect()
}

/// What a check asks, as `plugin.toml` has it.
fn asked(check: &CheckSpec) -> String {
    let names = |key: &str, names: &[Name]| {
        let names: Vec<&str> = names.iter().map(Name::as_str).collect();
        format!("{key} = {}", names.join(", "))
    };
    match &check.rule {
        Some(rule) => rule.clone(),
        None if check.either.is_empty() => names("together", &check.together),
        None => names("either", &check.either),
    }
}

/// The word that `plugin.toml` has for a value.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
