//! Goes over the units below one and adds them up. Units stream through.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use huibian_contract::UnitId;
use huibian_diagnostic::{Catalog, Code, Diagnostic, Faults, Lang, Location, Severity};
use huibian_history::first_few;
use huibian_rollup::overview::{Remark, Standing, Weight};
use huibian_rollup::{Survey, SurveySpec, Surveyed, Walked};
use huibian_source::UnitHead;
use huibian_store::link;
use huibian_unit::{Member, Tree, own_name};

use crate::outcome::{Outcome, Status};
use crate::places::left_of;
use crate::run::{NoFiles, Run};
use crate::workspace::{ComparedUnits, FailedUnits, Workspace};

/// Goes over the units below one, writes none, and adds them up; also whether every unit that has data was made without a
/// fault.
///
/// # Errors
/// R001 when it was interrupted, G007 where a unit failed a check and nothing is to be added up then.
pub(super) fn survey<'w>(
    run: &Run<'w>,
    tree: &Tree,
    root: usize,
    interrupt: &AtomicBool,
    on_unit: &mut dyn FnMut(&Outcome, usize),
) -> Result<(Surveyed<'w>, bool), Faults> {
    let workspace = &run.program.workspace;
    let is_parent = |member: usize| !tree.children(member).is_empty();
    let place = |member: usize| {
        member.checked_sub(workspace.parents.len()).filter(|place| *place < run.roster.units.len())
    };
    let has_own_figures = |member: usize| {
        let own = place(member).and_then(|place| workspace.read_unit(&run.roster.units[place]).1.ok());
        own.is_some_and(|unit| !unit.data.is_empty())
    };
    let (mut walked, mut rows, mut units) = (Vec::new(), Vec::new(), Vec::new());
    for (member, depth) in tree.walk(root) {
        let Member { id, name, .. } = tree.member(member).clone();
        let mut reports = |walked: &[Walked]| {
            if let Some(place) = place(member) {
                rows.push(walked.len() - 1);
                units.push(place);
            }
        };
        if !is_parent(member) {
            let id = place(member).map_or(id, |place| run.roster.units[place].head().id.clone());
            walked.push(Walked { id, name, depth, is_parent: false });
            reports(&walked);
            continue;
        }
        walked.push(Walked { id: id.clone(), name: name.clone(), depth, is_parent: true });
        let mut own = has_own_figures(member).then_some(id);
        if own.is_none() && run.roster.units.iter().all(|unit| unit.head().name != name) {
            own = workspace.history.named_before(&name).cloned();
        }
        if let Some(id) = own {
            walked.push(Walked { id, name: own_name(&name), depth: depth + 1, is_parent: false });
            reports(&walked);
        }
    }
    let spec = SurveySpec {
        manifests: workspace.manifests(),
        counts: &workspace.counts,
        history: &workspace.history,
        elsewhere: elsewhere(run, &units),
        compares_all: workspace.rollup.compare == ComparedUnits::All,
    };
    let mut survey = Survey::new(spec, &walked);
    let top = tree.member(root);
    let page = workspace.pattern.rollup().path(&top.id, &top.name, "html");
    let (mut is_clean, mut is_interrupted, mut unclean) = (true, false, Vec::new());
    let mut rows = rows.into_iter();
    run.over(&units, &NoFiles, interrupt, &mut |_, outcome| {
        let Some(row) = rows.next() else { return };
        if outcome.status == Status::NotDone {
            is_interrupted = true;
            return;
        }
        on_unit(&outcome, units.len());
        is_clean &= outcome.is_clean();
        if outcome.status == Status::Done && !outcome.is_clean() {
            unclean.push(outcome.head.name.clone());
        }
        let standing = standing(workspace, &outcome);
        let document = document(workspace, &outcome.head, &page);
        survey.stands(row, standing, remarks(workspace, &outcome, &page), document);
        if standing.reported() {
            let past = workspace.history.of(&outcome.head.id);
            survey.add(row, outcome.head.id, &outcome.figures, &past, outcome.facts, outcome.withheld);
        }
    });
    if is_interrupted {
        return Err(Diagnostic::new(Code::Interrupted).into());
    }
    let title = format!("{}{}{}汇总", top.name, workspace.period.name(), workspace.design.title);
    if workspace.rollup.failed == FailedUnits::Stop && !unclean.is_empty() {
        let fault = Diagnostic::new(Code::RollupStopped).with("count", unclean.len());
        let left = left_of(workspace, &top.id, &top.name, false);
        let near =
            |path: &PathBuf| path.strip_prefix(&workspace.folder).unwrap_or(path).display().to_string();
        let left: Vec<String> = left.iter().map(near).collect();
        return Err(fault
            .with("units", first_few(&unclean))
            .with("left", left.len())
            .with("files", first_few(&left))
            .into());
    }
    let add_up = |figures: &mut _| workspace.across.add_up(figures);
    Ok((survey.finish(title, &add_up), is_clean))
}

/// Units that report and are not among these, by their places in the roster: only of interest where earlier periods are.
fn elsewhere(run: &Run<'_>, units: &[usize]) -> HashSet<UnitId> {
    if !run.program.workspace.history.goes_back() {
        return HashSet::new();
    }
    let here: HashSet<usize> = units.iter().copied().collect();
    let others = run.roster.units.iter().enumerate().filter(|(place, _)| !here.contains(place));
    others.map(|(_, unit)| unit.head().id.clone()).collect()
}

fn standing(workspace: &Workspace, outcome: &Outcome) -> Standing {
    match outcome.status {
        Status::Failed | Status::NotDone => Standing::Failed,
        Status::Done if outcome.is_clean() => Standing::Done,
        Status::Done if workspace.rollup.failed == FailedUnits::Include => Standing::Unclean,
        Status::Done => Standing::Excluded,
    }
}

/// What is wrong with a unit and what was found of it, with places as the workspace knows them.
pub(super) fn remarks(workspace: &Workspace, outcome: &Outcome, page: &Path) -> Vec<Remark> {
    let catalog = Catalog::of(Lang::Zh);
    let remark = |found: &Diagnostic, weight: Weight, said: String| {
        let near = found.relative_to(&workspace.folder);
        let place = near.location().map(ToString::to_string);
        let file = found.location().map(Location::path).filter(|path| path.is_file());
        Remark { weight, said, place, link: file.map(|file| link(page, file)) }
    };
    let faults = outcome.diagnostics.iter().map(|fault| {
        let said = format!("{} {}", fault.code(), catalog.message(&fault.relative_to(&workspace.folder)));
        remark(fault, Weight::Fault, said)
    });
    let findings = outcome.findings.iter().map(|finding| {
        if let Some(told) = huibian_accept::summary(finding) {
            return remark(finding, Weight::Accepted, told);
        }
        let weight = match finding.severity() {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
            Severity::Note => Weight::Note,
        };
        remark(finding, weight, catalog.message(&finding.relative_to(&workspace.folder)))
    });
    faults.chain(findings).collect()
}

/// The link to a unit's document, where it has been written.
fn document(workspace: &Workspace, head: &UnitHead, page: &Path) -> Option<String> {
    let paths = workspace
        .formats
        .iter()
        .map(|format| workspace.pattern.path(&head.id, &head.name, format.extension()));
    paths.into_iter().find(|path| path.is_file()).map(|path| link(page, &path))
}
