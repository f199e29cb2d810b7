//! Closing a period: its figures, held against their checks, are filed.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use huibian_check::alike::TextPrint;
use huibian_contract::UnitId;
use huibian_diagnostic::{Catalog, Code, Diagnostic, Lang, Location};
use huibian_history::file::{FiledAcceptance, FiledPeriod, FiledUnit, Head, PluginVersion};
use huibian_history::{Archive, Closed, file_periods, first_few};
use huibian_unit::Tree;

use crate::outcome::Outcome;
use crate::plan::Reuse;
use crate::preflight::Preflight;
use crate::program::Program;
use crate::run::{NoFiles, Reused, Run};
use crate::workspace::Workspace;

/// How a period is closed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Closing {
    /// Units that failed are left out; without it they keep the period from being closed.
    pub partial: bool,
    /// A period that is filed with other figures gets a further version; without it, it stays as it is.
    pub amend: bool,
}

/// A period that was closed.
#[derive(Debug)]
pub struct Filing {
    /// What became of it.
    pub closed: Closed,
    /// Which units were made for it.
    pub reused: Reused,
    /// What is odd about its data.
    pub problems: Preflight,
}

/// Files the counts of the workspace's period, on `jobs` threads: those of the batch before it, and those of units whose
/// line in its record does not hold.
///
/// # Errors
/// What `check` says, where something keeps the run from starting (W010, U001, O001) or there is no tree (G001 to G004). What was
/// found, and H002 where units fail or a check of severity error does, H003 where other figures are filed already; what is wrong
/// with the units as a whole (E004, H001); W001 and O004.
pub fn close(program: &Program, closing: Closing, jobs: usize) -> Result<Filing, Box<Preflight>> {
    let workspace = &program.workspace;
    let run = Run::begin(program, jobs, Reuse::Figures).sound()?.comparing();
    // Who is missing, and what each unit is filed below, is known where there is a tree alone.
    let Ok(tree) = workspace.tree(&run.roster.units) else { return Err(Box::new(Preflight::of_run(&run))) };
    let (mut units, mut without, mut failed) = (BTreeMap::new(), Vec::new(), Vec::new());
    let (mut reused, mut problems) = (Reused::default(), Preflight::begin(&run));
    problems.departed = None;
    run.over_all(&NoFiles, &AtomicBool::new(false), &mut |mut outcome| {
        reused.count(&outcome);
        if outcome.is_clean() {
            let line = line(workspace, &outcome);
            units.insert(line.unit.clone(), line);
        } else {
            failed.push(outcome.head.name.clone());
            without.push(outcome.head.id.clone());
        }
        problems.take(&mut outcome);
    });
    let absent = run.roster.absent(&tree, workspace.parents.len());
    let absent = absent.iter().filter_map(|absent| Some(absent.argument("unit")?.to_string()));
    let absent: Vec<String> = absent.collect();
    problems.conclude(workspace, &run.roster, run.alike());
    let mut refusal = None;
    if !(closing.partial || failed.is_empty() && absent.is_empty()) {
        let fault = Diagnostic::new(Code::NotClosed).with("period", workspace.period.to_string());
        let fault = fault.with("count", failed.len()).with("units", first_few(&failed));
        refusal = Some(fault.with("absent", absent.len()).with("missing", first_few(&absent)));
    }
    // A filed period that was edited is told, and may be what is filed anew.
    let is_edit = |fault: &Diagnostic| matches!(fault.code(), Code::HistoryEdited | Code::HistoryNotWhole);
    if refusal.is_some() || !problems.faults_of_all().all(is_edit) {
        return Err(problems.ended(refusal));
    }
    if tree.has_levels() {
        file_above(&tree, &run, &mut units);
    }
    let plugins = workspace.plugins.iter().map(|plugin| PluginVersion {
        id: plugin.manifest.id.to_string(),
        version: plugin.manifest.version.clone(),
    });
    let head = Head {
        plugins: plugins.collect(),
        without,
        absent,
        listed: workspace.history.lineage().listed.holds_for(workspace.period),
        // One that is another period's is not filed as this one's.
        date: workspace.date_remark.is_none().then(|| workspace.design.date.to_string()),
        ..Head::new(&workspace.report, workspace.period)
    };
    let period = FiledPeriod { head, units };
    let before = Archive::of(&workspace.folder, &workspace.report).latest(workspace.period);
    let closed = file_periods(&workspace.folder, &workspace.report, [period], closing.amend);
    match closed.and_then(|mut closed| closed.pop().ok_or_else(|| Diagnostic::new(Code::Internal))) {
        Ok(closed) => {
            let replaced = before.filter(|_| closed.is_new);
            problems.items.retain(|item| {
                let place = item.diagnostic.location().map(Location::path);
                !(is_edit(&item.diagnostic) && place.is_some() && place == replaced.as_deref())
            });
            Ok(Filing { closed, reused, problems })
        }
        Err(fault) => Err(problems.ended([fault])),
    }
}

/// Files whom each unit stands below: later periods add it up there. The own figures of a unit above others stand below it.
fn file_above(tree: &Tree, run: &Run<'_>, units: &mut BTreeMap<UnitId, FiledUnit>) {
    for (place, unit) in run.roster.units.iter().enumerate() {
        let member = run.program.workspace.parents.len() + place;
        let Some(line) = units.get_mut(&unit.head().id).filter(|_| member < tree.len()) else { continue };
        let own = (!tree.children(member).is_empty()).then_some(member);
        let above = own.into_iter().chain(tree.above(member));
        line.above = Some(above.map(|above| tree.member(above).id.clone()).collect());
    }
}

fn line(workspace: &Workspace, outcome: &Outcome) -> FiledUnit {
    let texts = outcome.prints.iter().filter_map(TextPrint::filed).collect();
    let (unit, name) = (outcome.head.id.clone(), outcome.head.name.clone());
    let accepted = outcome.findings.iter().filter_map(|finding| {
        let (finding_id, accepted) = (workspace.accepted.id(finding), finding.accepted()?.clone());
        let said = Catalog::of(Lang::Zh).message(&finding.relative_to(&workspace.folder));
        Some(FiledAcceptance { finding: finding_id, said, accepted })
    });
    let accepted = accepted.collect();
    FiledUnit { counts: outcome.figures.filed(), texts, accepted, ..FiledUnit::new(unit, name) }
}
