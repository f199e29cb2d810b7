//! `huibian accept`: lets findings through, one by one or by a list that comes back filled in, or says what is let through.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use huibian_accept::filled_in::{self, FilledRow, Unsaid};
use huibian_accept::{Acceptance, Acceptances, id, subject};
use huibian_diagnostic::{Accepted, Catalog, Code, Diagnostic, Faults, Lang, Location};
use huibian_engine::workspace::Workspace;
use huibian_manifest::Run as RecordedRun;
use jiff::civil::Date;

use super::check::examine;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;
use crate::table::table;

/// What is let through, and why, by whom and when.
#[derive(Args)]
pub struct Accept {
    what: Vec<String>,
    #[arg(long)]
    reason: Option<String>,
    #[arg(long)]
    by: Option<String>,
    #[arg(long)]
    on: Option<Date>,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long, conflicts_with_all = ["reason", "by", "on"], requires = "what")]
    withdraw: bool,
}

impl Flow for Accept {
    fn run(self, context: &Context<'_>) -> Ending {
        if self.withdraw {
            return self.let_no_more(context);
        }
        let _held =
            if self.what.is_empty() { None } else { Some(context.hold_workspace("accepted", "accept")?) };
        let (preflight, workspace) = examine(context, false)?;
        let mut found: Vec<Candidate> = preflight
            .items
            .iter()
            .map(|item| Candidate::of(&item.unit, &item.diagnostic, &workspace.folder))
            .collect();
        found.extend(of_parents(&workspace));
        if self.what.is_empty() {
            list(context.printer, &workspace.accepted, &found);
            return Ok(End::Clean);
        }
        self.let_through(context.printer, &workspace, &found)
    }
}

/// Something that was found, with what it is called.
struct Candidate {
    id: String,
    unit: String,
    finding: Diagnostic,
}

impl Candidate {
    fn of(unit: &str, finding: &Diagnostic, folder: &Path) -> Self {
        Self { id: id(finding, folder), unit: unit.to_owned(), finding: finding.clone() }
    }

    /// Whether someone may mean it: what it is called may be cut short, and be without its code.
    fn is_meant(&self, given: &str) -> bool {
        let (_, print) = self.id.split_once('-').unwrap_or_default();
        let starts = |whole: &str| {
            whole.len() >= given.len()
                && whole.is_char_boundary(given.len())
                && whole[..given.len()].eq_ignore_ascii_case(given)
        };
        given.len() >= SHORTEST && (starts(&self.id) || starts(print))
    }
}

/// The shortest beginning of a number that is taken for it.
const SHORTEST: usize = 4;

/// What the last roll-up found of units above others.
fn of_parents(workspace: &Workspace) -> Vec<Candidate> {
    let Ok(run) = RecordedRun::read(&workspace.pattern.rollup().manifest()) else { return Vec::new() };
    let of_line = |line: &huibian_manifest::Line| {
        let findings = huibian_manifest::findings(&line.findings, &workspace.folder);
        findings.iter().map(|found| Candidate::of(&line.name, found, &workspace.folder)).collect::<Vec<_>>()
    };
    let is_same = run.head.report == workspace.report && run.head.period == workspace.period;
    run.lines.iter().filter(|_| is_same).flat_map(of_line).collect()
}

impl Accept {
    /// Lets findings through and writes that down: nothing where a row or a name is wrong. One that is not found any more does not
    /// keep the others from it.
    fn let_through(&self, printer: &Printer, workspace: &Workspace, found: &[Candidate]) -> Ending {
        let (mut accepted, mut faults, mut gone) = (Vec::new(), Faults::new(), Faults::new());
        for row in self.rows()? {
            match meant(found, &row) {
                Ok(meant) => accepted.push(Acceptance {
                    finding: meant.id.clone(),
                    unit: meant.unit.clone(),
                    subject: subject(&meant.finding),
                    print: workspace.accepted.print(&meant.finding),
                    said: Catalog::of(Lang::Zh).message(&meant.finding.relative_to(&workspace.folder)),
                    accepted: row.accepted,
                }),
                Err(fault) if fault.code() == Code::NotFound => gone.push(fault),
                Err(fault) => faults.push(fault),
            }
        }
        printer.faults(&gone);
        if !faults.is_empty() {
            printer.faults(&faults);
            return Ok(End::Impossible);
        }
        if accepted.is_empty() && gone.is_empty() {
            printer.say(printer.text("accept-none", &[]));
        }
        if !accepted.is_empty() {
            let count = accepted.len();
            let mut all = workspace.accepted.clone();
            accepted.into_iter().for_each(|one| all.put(one));
            let path = printer.here.path(&all.write()?.path);
            printer.say(printer.text("accept-done", &[("count", &count), ("path", &path)]));
        }
        Ok(End::of(gone.is_empty()))
    }

    /// What is to be let through: the rows of lists, and what is named itself.
    fn rows(&self) -> Result<Vec<FilledRow>, Faults> {
        let unsaid = Unsaid { by: self.by.clone(), on: self.on };
        let (mut rows, mut faults) = (Vec::new(), Faults::new());
        for what in &self.what {
            let read = match list_named(what) {
                Some(path) => read_list(&path, &unsaid),
                None => self.row(what).map(|row| vec![row]).map_err(Faults::from),
            };
            match read {
                Ok(read) => rows.extend(read),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() { Ok(rows) } else { Err(faults) }
    }

    /// What is named on the command line.
    fn row(&self, finding: &str) -> Result<FilledRow, Diagnostic> {
        let said = |given: Option<String>, missing: &'static str| {
            // What points at the row above says nothing once the row stands among others.
            let is_said = |text: &String| !matches!(text.as_str(), "" | "同上" | "仝上" | "同前" | "〃");
            let given = given.map(|text| text.trim().to_owned()).filter(is_said);
            given.ok_or_else(|| {
                let fault = Diagnostic::new(Code::AcceptanceIncomplete).with("finding", finding);
                fault.with("missing", missing)
            })
        };
        let accepted = Accepted {
            reason: said(self.reason.clone(), "reason")?,
            by: said(self.by.clone(), "by")?,
            on: said(self.on.map(|day| day.to_string()), "on")?,
        };
        Ok(FilledRow {
            finding: finding.trim().to_owned(),
            unit: self.unit.clone().unwrap_or_default(),
            subject: String::new(),
            said: String::new(),
            print: String::new(),
            accepted,
            place: Location::file(""),
        })
    }

    /// Lets through no more what was let through.
    fn let_no_more(&self, context: &Context<'_>) -> Ending {
        let _held = context.hold_workspace("accepted", "accept")?;
        let (printer, workspace) = (context.printer, context.load()?);
        let (mut all, mut count, mut gone) = (workspace.accepted.clone(), 0, Faults::new());
        for given in &self.what {
            let is_meant = |one: &&Acceptance| {
                one.finding.starts_with(given.as_str())
                    && self.unit.as_ref().is_none_or(|unit| *unit == one.unit)
            };
            let named: Vec<(String, String)> =
                all.iter().filter(is_meant).map(|one| (one.finding.clone(), one.unit.clone())).collect();
            match named.as_slice() {
                [] => gone.push(Diagnostic::new(Code::NotFound).with("finding", given)),
                [(finding, unit)] => count += all.withdraw(finding, unit),
                several => return Err(which(given, several.iter().map(|(id, unit)| (&**id, &**unit))).into()),
            }
        }
        printer.faults(&gone);
        if count > 0 {
            let path = printer.here.path(&all.write()?.path);
            printer.say(printer.text("accept-withdrawn", &[("count", &count), ("path", &path)]));
        }
        Ok(End::of(gone.is_empty()))
    }
}

/// A list is a file; what a finding is called has no dot.
fn list_named(what: &str) -> Option<PathBuf> {
    let path = PathBuf::from(what);
    (path.extension().is_some() || path.is_file()).then_some(path)
}

fn read_list(path: &Path, unsaid: &Unsaid) -> Result<Vec<FilledRow>, Faults> {
    let bytes = huibian_config::file::bytes(path).map_err(|error| {
        let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
        fault.with("reason", error).at(Location::file(path))
    })?;
    filled_in::read(path, &bytes, unsaid)
}

/// What a row means of all that was found.
fn meant<'f>(found: &'f [Candidate], row: &FilledRow) -> Result<&'f Candidate, Diagnostic> {
    let is_row = !row.place.path().as_os_str().is_empty();
    let at = |fault: Diagnostic| if is_row { fault.at(row.place.clone()) } else { fault };
    let is_of_unit = |one: &&Candidate| row.unit.is_empty() || one.unit == row.unit;
    let named: Vec<&Candidate> =
        found.iter().filter(|one| one.is_meant(&row.finding)).filter(is_of_unit).collect();
    let [first, rest @ ..] = named.as_slice() else {
        return Err(at(Diagnostic::new(Code::NotFound).with("finding", &row.finding)));
    };
    if rest.iter().any(|other| (&other.id, &other.unit) != (&first.id, &first.unit)) {
        let known = named.iter().map(|one| (one.id.as_str(), one.unit.as_str()));
        return Err(at(which(&row.finding, known)));
    }
    if !first.finding.may_be_accepted() {
        return Err(at(Diagnostic::new(Code::NotAcceptable).with("finding", &first.id)));
    }
    Ok(*first)
}

/// That a name could mean several: numbers, or units with one number.
fn which<'k>(given: &str, known: impl Iterator<Item = (&'k str, &'k str)>) -> Diagnostic {
    let (numbers, units): (BTreeSet<&str>, Vec<&str>) = known.unzip();
    let one_number = numbers.len() == 1;
    let known = if one_number { units } else { numbers.into_iter().collect() };
    let fault =
        Diagnostic::new(Code::WhichFinding).with("kind", if one_number { "units" } else { "numbers" });
    fault.with("given", given).with("known", known)
}

/// Says what is let through, and what may be.
fn list(printer: &Printer, accepted: &Acceptances, found: &[Candidate]) {
    let head = |names: [&str; 5]| names.map(|name| printer.text(&format!("column-{name}"), &[]));
    let all = || found.iter().map(|candidate| (candidate.unit.as_str(), &candidate.finding));
    for (id, wanted) in [("accept-holding", true), ("accept-void", false)] {
        let row = |one: &Acceptance| {
            let found = accepted.held(one, all());
            let said = found.map_or_else(
                || printer.catalog.words(&one.words()).to_owned(),
                |finding| printer.words(&printer.seen_from_here(finding)).0,
            );
            let Accepted { reason, by, on } = &one.accepted;
            let cells = [one.finding.clone(), one.unit.clone(), said, reason.clone(), format!("{by} {on}")];
            (found.is_some() == wanted).then_some(cells)
        };
        let rows: Vec<[String; 5]> = accepted.iter().filter_map(row).collect();
        if !rows.is_empty() {
            printer.say(printer.text(id, &[("count", &rows.len())]));
            let head = head(["finding", "unit", "problem", "reason", "by"]);
            printer.say(format_args!("{}\n", table(head, rows)));
        }
    }
    let open = found.iter().filter(|one| one.finding.may_be_accepted() && one.finding.accepted().is_none());
    let open: Vec<[String; 5]> = open
        .map(|one| {
            let finding = printer.seen_from_here(&one.finding);
            let place = finding.location().map_or_else(String::new, |place| printer.here.place(place));
            let (said, remedy) = printer.words(&finding);
            [one.id.clone(), one.unit.clone(), place, said, remedy]
        })
        .collect();
    printer.say(printer.text("accept-open", &[("count", &open.len())]));
    if !open.is_empty() {
        printer.say(table(head(["finding", "unit", "place", "problem", "remedy"]), open));
    }
}
