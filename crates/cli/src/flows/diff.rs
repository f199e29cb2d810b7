//! `huibian diff`: what differs between two periods or two runs, in figures and words, unit by unit.

use std::path::Path;

use clap::Args;
use huibian_contract::{CountKey, Period};
use huibian_diagnostic::Faults;
use huibian_engine::compare::{Presence, Side, UnitDifference, compare};
use huibian_engine::program::Program;
use huibian_engine::workspace::{Overrides, Workspace};
use serde_json::{Value, json};
use similar::{ChangeTag, TextDiff};

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;

/// What is held against what.
#[derive(Args)]
pub struct Diff {
    before: String,
    after: String,
    #[arg(long)]
    json: bool,
}

impl Flow for Diff {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let (before, after) = (side(context, &self.before)?, side(context, &self.after)?);
        let workspace = context.load()?;
        let (mut differing, mut found) = (0, Vec::new());
        let units = compare(&before, &after, &mut |unit| {
            differing += 1;
            if self.json {
                found.push(in_json(&unit));
            } else {
                show(printer, &workspace, &unit);
            }
        });
        if self.json {
            printer.say(format_args!("{:#}", Value::from(found)));
        } else {
            printer.say(printer.text("diff-summary", &[("units", &units), ("differing", &differing)]));
        }
        Ok(End::of(differing == 0))
    }
}

/// A period, made from its data or else as it was filed; or a run, by its record or its folder.
fn side(context: &Context<'_>, named: &str) -> Result<Side, Faults> {
    let Ok(period) = named.parse::<Period>() else {
        return Side::run(Path::new(named), &context.folder()?).map_err(Faults::from);
    };
    let overrides = Overrides { period: Some(named.to_owned()), ..context.overrides() };
    let workspace = context.load_with(&overrides)?;
    let (folder, report) = (workspace.folder.clone(), workspace.report.clone());
    let made = Program::new(workspace).and_then(|program| Side::made(program, context.jobs()));
    made.or_else(|faults| match Side::filed(&folder, &report, period)? {
        Some(filed) => Ok(filed),
        None => Err(faults),
    })
}

fn show(printer: &Printer, workspace: &Workspace, unit: &UnitDifference) {
    let head = match unit.presence {
        Presence::Both => unit.name.clone(),
        Presence::After => printer.text("diff-new", &[("unit", &unit.name)]),
        Presence::Before => printer.text("diff-gone", &[("unit", &unit.name)]),
    };
    printer.say(printer.painted(&head, "1"));
    for (id, unmade) in ["diff-unmade-before", "diff-unmade-after"].into_iter().zip(unit.unmade) {
        if unmade {
            printer.say(printer.text(id, &[]));
        }
    }
    let missing = printer.text("diff-missing", &[]);
    for figure in &unit.figures {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| missing.clone());
        let (before, after) = (value(&figure.before), value(&figure.after));
        printer.say(printer.text(
            "diff-figure",
            &[("count", &label(workspace, &figure.key)), ("before", &before), ("after", &after)],
        ));
    }
    if unit.is_reworded {
        printer.say(printer.text("diff-reworded", &[]));
    }
    let Some((before, after)) = &unit.words else { return };
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.iter().map(String::as_str).collect(), after.iter().map(String::as_str).collect());
    for change in TextDiff::from_slices(&before, &after).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {}
            ChangeTag::Delete => printer.say(printer.painted(&format!("  - {}", change.value()), "31")),
            ChangeTag::Insert => printer.say(printer.painted(&format!("  + {}", change.value()), "32")),
        }
    }
}

/// What a count is called; its key where no plugin of the workspace has it.
fn label(workspace: &Workspace, key: &CountKey) -> String {
    let plugin = workspace.plugins.iter().find(|plugin| plugin.manifest.id == key.plugin);
    let spec = plugin.and_then(|plugin| plugin.manifest.counts.get(&key.name));
    spec.map_or_else(|| key.to_string(), |spec| spec.label.clone())
}

fn in_json(unit: &UnitDifference) -> Value {
    let presence = match unit.presence {
        Presence::Both => "both",
        Presence::After => "new",
        Presence::Before => "gone",
    };
    let figures = unit.figures.iter().map(
        |figure| json!({ "count": figure.key.to_string(), "before": figure.before, "after": figure.after }),
    );
    json!({
        "unit": unit.id, "name": unit.name, "presence": presence,
        "unmade": { "before": unit.unmade[0], "after": unit.unmade[1] },
        "figures": figures.collect::<Vec<_>>(),
        "reworded": unit.is_reworded || unit.words.is_some(),
        "words": unit.words.as_ref().map(|(before, after)| json!({ "before": before, "after": after })),
    })
}
