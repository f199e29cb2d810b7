//! `huibian diff`: what differs between two periods or two runs: first what both come to, then the figures and the words unit by
//! unit.

use std::collections::HashSet;
use std::path::Path;

use clap::Args;
use huibian_compare::{Absence, Comparison, FigureDifference, Presence, Side, UnitDifference, compare};
use huibian_contract::{CountKey, Period};
use huibian_diagnostic::listing::{self as json, Listing, Made, Sides};
use huibian_engine::preflight::Item;
use huibian_engine::program::Program;
use huibian_engine::workspace::{Overrides, Workspace};
use similar::{ChangeTag, TextDiff};

use super::problems::{listing, or_json, say};
use crate::context::Context;
use crate::end::{End, Ending, Stopped};
use crate::flow::Flow;
use crate::outcome::{tell_found, tell_reused, titles};
use crate::print::Printer;
use crate::table::table;

/// What is held against what.
#[derive(Args)]
pub struct Diff {
    before: String,
    after: String,
    #[arg(long)]
    json: bool,
    #[arg(long)]
    exit_code: bool,
}

impl Flow for Diff {
    fn run(self, context: &Context<'_>) -> Ending {
        or_json(context, self.json, self.compare(context))
    }
}

impl Diff {
    fn compare(&self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let (mut before, mut after) = (side(context, &self.before)?, side(context, &self.after)?);
        let workspace = context.load()?;
        let compared = compare(&mut before, &mut after, &workspace.counts, workspace.history.lineage());
        // What is the same on both sides is told once.
        let mut told = HashSet::new();
        let found = before.problems().iter().chain(after.problems());
        let found = found.filter(|item| told.insert((&item.unit, item.diagnostic.fingerprint())));
        let found: Vec<&Item> = found.collect();
        let is_fault_of_all = |item: &&Item| {
            item.unit.is_empty() && item.diagnostic.fails() && !item.diagnostic.code().is_finding()
        };
        let are_sound = !found.iter().any(is_fault_of_all);
        if self.json {
            let listing = listing(context, &workspace.folder, compared.units, found);
            say(printer, &in_json(listing, &compared, &[&before, &after]));
        } else {
            tell_found(printer, found, &titles(&workspace));
            let differences =
                Differences { printer, workspace: &workspace, sides: [&self.before, &self.after] };
            differences.show(&compared);
            let reused = [&before, &after].into_iter().filter_map(Side::reused);
            reused.filter(|it| !it.made.is_empty()).for_each(|reused| tell_reused(printer, reused));
        }
        let are_made = compared.differing.iter().all(|unit| !unit.unmade.contains(&true));
        Ok(End::of(are_made && are_sound && (compared.differing.is_empty() || !self.exit_code)))
    }
}

/// A period, made from its data or else as it was filed; or a run, by its record or its folder.
fn side(context: &Context<'_>, named: &str) -> Result<Side, Stopped> {
    let Ok(period) = named.parse::<Period>() else {
        return Ok(Side::run(Path::new(named), &context.folder()?)?);
    };
    let overrides = Overrides { period: Some(named.to_owned()), ..context.overrides() };
    let workspace = context.load_with(&overrides)?;
    let (folder, report, titles) = (workspace.folder.clone(), workspace.report.clone(), titles(&workspace));
    let made = Program::new(workspace).map_err(Box::from);
    made.and_then(|program| Side::made(program, context.jobs())).or_else(|found| {
        let filed = Side::filed(&folder, &report, period)?;
        filed.ok_or_else(|| Stopped::Found(found, titles))
    })
}

/// What differs, as `--json` prints it, beside what was found.
fn in_json(listing: Listing, compared: &Comparison, sides: &[&Side; 2]) -> Listing {
    let (mut made, mut named): (Option<Made>, HashSet<&String>) = (None, HashSet::new());
    for reused in sides.iter().filter_map(|side| side.reused()) {
        let made = made.get_or_insert_default();
        *made.kept.get_or_insert_default() += reused.kept;
        made.made
            .get_or_insert_default()
            .extend(reused.made.iter().filter(|name| named.insert(*name)).cloned());
    }
    let sums = compared.sums.figures.iter().map(|sum| figure_in_json(&sum.figure, Some(sum.units)));
    let sums = json::Sums { units: compared.sums.units, figures: sums.collect() };
    Listing {
        made: made.unwrap_or_default(),
        sums: Some(sums),
        differing: Some(compared.differing.iter().map(unit_in_json).collect()),
        ..listing
    }
}

/// Two sides' differences, as they are printed.
struct Differences<'d> {
    printer: &'d Printer,
    workspace: &'d Workspace,
    /// What the sides are called.
    sides: [&'d str; 2],
}

impl Differences<'_> {
    /// The sums, every unit's figures, every unit's words.
    fn show(&self, compared: &Comparison) {
        let Comparison { units, sums, differing } = compared;
        let printer = self.printer;
        if !differing.is_empty() && !sums.figures.is_empty() {
            let title = printer.text("diff-sums", &[("units", &sums.units)]);
            printer.say(printer.painted(&title, "1"));
            let name = |key: &CountKey, units: usize| match units {
                all if all == sums.units => self.label(key),
                some => printer.text("diff-sum-of", &[("count", &self.label(key)), ("units", &some)]),
            };
            let rows = sums.figures.iter().map(|sum| self.row(name(&sum.figure.key, sum.units), &sum.figure));
            self.table(rows.collect());
        }
        differing.iter().for_each(|unit| self.figures(unit));
        differing.iter().for_each(|unit| self.words(unit));
        printer.say(printer.text("diff-summary", &[("units", units), ("differing", &differing.len())]));
    }

    fn figures(&self, unit: &UnitDifference) {
        let is_told = unit.presence != Presence::Both
            || unit.was.is_some()
            || unit.is_partial
            || unit.unmade.contains(&true);
        if unit.figures.is_empty() && !is_told {
            return;
        }
        self.head(unit);
        let sides = ["diff-unmade-before", "diff-unmade-after"].into_iter().zip(unit.unmade);
        for ((id, _), faults) in sides.zip(&unit.faults).filter(|((_, is_unmade), _)| *is_unmade) {
            let codes: Vec<&str> = faults.iter().map(|fault| fault.code().as_str()).collect();
            self.printer.say(self.printer.text(id, &[("codes", &codes.join(" "))]));
        }
        let rows = unit.figures.iter().map(|figure| self.row(self.label(&figure.key), figure));
        self.table(rows.collect());
    }

    fn head(&self, unit: &UnitDifference) {
        let name = match &unit.was {
            Some(was) => self.printer.text("diff-was", &[("unit", &unit.name), ("was", was)]),
            None => unit.name.clone(),
        };
        let [before, after] = self.sides;
        let (id, side) = match unit.presence {
            Presence::Both => ("", ""),
            // What was called otherwise before is not new.
            Presence::After(Absence::NoUnit) if unit.was.is_some() => ("", ""),
            Presence::After(Absence::NoUnit) => ("diff-new", before),
            Presence::Before(Absence::NoUnit) => ("diff-gone", after),
            Presence::After(Absence::Unfiled) => ("diff-unfiled", before),
            Presence::Before(Absence::Unfiled) => ("diff-unfiled", after),
            Presence::After(Absence::Unknown) => ("diff-no-data", before),
            Presence::Before(Absence::Unknown) => ("diff-no-data", after),
        };
        let said = |id| self.printer.text(id, &[("unit", &name), ("side", &side)]);
        let head = if id.is_empty() { name.clone() } else { said(id) };
        self.printer.say(self.printer.painted(&head, "1"));
        if unit.is_partial {
            self.printer.say(self.printer.text("diff-partial", &[]));
        }
    }

    fn words(&self, unit: &UnitDifference) {
        let printer = self.printer;
        if unit.is_reworded {
            self.head(unit);
            printer.say(printer.text("diff-reworded", &[]));
        }
        let Some((before, after)) = &unit.words else { return };
        self.head(unit);
        let [before, after] =
            [before, after].map(|words| words.iter().map(String::as_str).collect::<Vec<&str>>());
        for change in TextDiff::from_slices(&before, &after).iter_all_changes() {
            match change.tag() {
                ChangeTag::Equal => {}
                ChangeTag::Delete => printer.say(printer.painted(&format!("  - {}", change.value()), "31")),
                ChangeTag::Insert => printer.say(printer.painted(&format!("  + {}", change.value()), "32")),
            }
        }
    }

    fn table(&self, rows: Vec<[String; 5]>) {
        if rows.is_empty() {
            return;
        }
        let text = |id| self.printer.text(id, &[]);
        let [before, after] = self.sides.map(str::to_owned);
        let head = [text("diff-count"), before, after, text("diff-difference"), text("diff-growth")];
        self.printer.say(format_args!("{}\n", table(head, rows)));
    }

    fn row(&self, name: String, figure: &FigureDifference) -> [String; 5] {
        let missing = self.printer.text("diff-missing", &[]);
        let [before, after] = [&figure.before, &figure.after]
            .map(|it| it.as_ref().map_or_else(|| missing.clone(), ToString::to_string));
        let nothing = || NOTHING.to_owned();
        let signed = |value: &dyn std::fmt::Display| {
            let digits = value.to_string();
            let is_more = !digits.starts_with('-') && digits.contains(|c: char| ('1'..='9').contains(&c));
            if is_more { format!("+{digits}") } else { digits }
        };
        let difference = figure.difference().map(|value| signed(&value));
        let points = |value: String| self.printer.text("diff-points", &[("points", &value)]);
        let difference = if figure.is_rate() { difference.map(points) } else { difference };
        let growth = figure.growth().map(|value| format!("{}%", signed(&value)));
        [name, before, after, difference.unwrap_or_else(nothing), growth.unwrap_or_else(nothing)]
    }

    /// What a count is called; its key where no plugin of the workspace has it.
    fn label(&self, key: &CountKey) -> String {
        let plugin = self.workspace.plugins.iter().find(|plugin| plugin.manifest.id == key.plugin);
        let spec = plugin.and_then(|plugin| plugin.manifest.counts.get(&key.name));
        spec.map_or_else(|| key.to_string(), |spec| spec.label.clone())
    }
}

/// Where there is no difference, or no growth.
const NOTHING: &str = "–";

fn figure_in_json(figure: &FigureDifference, units: Option<usize>) -> json::FigureDifference {
    let [before, after] = [&figure.before, &figure.after].map(|it| it.as_ref().map(ToString::to_string));
    let [difference, growth] =
        [figure.difference(), figure.growth()].map(|it| it.map(|number| number.to_string()));
    json::FigureDifference { count: figure.key.clone(), before, after, difference, growth, units }
}

fn unit_in_json(unit: &UnitDifference) -> json::UnitDifference {
    let [before, after] = unit.unmade;
    let words = unit.words.clone();
    json::UnitDifference {
        unit: unit.id.clone(),
        name: unit.name.clone(),
        was: unit.was.clone(),
        presence: match unit.presence {
            Presence::Both => json::Presence::Both,
            Presence::After(_) => json::Presence::New,
            Presence::Before(_) => json::Presence::Gone,
        },
        absence: match unit.presence {
            Presence::Both => None,
            Presence::After(why) | Presence::Before(why) => Some(match why {
                Absence::Unfiled => json::Absence::Unfiled,
                Absence::NoUnit => json::Absence::NoUnit,
                Absence::Unknown => json::Absence::Unknown,
            }),
        },
        unmade: Sides { before, after },
        figures: unit.figures.iter().map(|figure| figure_in_json(figure, None)).collect(),
        reworded: unit.is_reworded || unit.words.is_some(),
        words: words.map(|(before, after)| Sides { before, after }),
    }
}
