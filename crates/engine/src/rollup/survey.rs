//! Goes over the units below one and adds them up. Units stream through.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use huibian_diagnostic::{Catalog, Code, Diagnostic, Faults, Lang, Location, Severity};
use huibian_history::first_few;
use huibian_rollup::overview::{Remark, Standing, Weight};
use huibian_rollup::{Survey, SurveySpec, Surveyed, Walked};
use huibian_source::UnitHead;
use huibian_store::link;
use huibian_unit::{Member, Tree};

use crate::outcome::{Outcome, Status};
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
    let walk = tree.walk(root);
    let is_parent = |member: usize| !tree.children(member).is_empty();
    let walked = walk.iter().map(|&(member, depth)| {
        let Member { id, name, .. } = tree.member(member).clone();
        Walked { id, name, depth, is_parent: is_parent(member) }
    });
    let spec = SurveySpec {
        manifests: workspace.manifests(),
        counts: &workspace.counts,
        history: &workspace.history,
        compares_all: workspace.rollup.compare == ComparedUnits::All,
    };
    let mut survey = Survey::new(spec, &walked.collect::<Vec<_>>());
    let place = |member: usize| {
        member.checked_sub(workspace.parents.len()).filter(|place| *place < run.roster.units.len())
    };
    // The row of each unit that is to report, and its place in the roster.
    let (rows, units): (Vec<usize>, Vec<usize>) = walk
        .iter()
        .enumerate()
        .filter(|(_, (member, _))| !is_parent(*member))
        .filter_map(|(row, (member, _))| Some((row, place(*member)?)))
        .unzip();
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
            let past = workspace.history.of(std::slice::from_ref(&outcome.head.id));
            survey.add(row, outcome.head.id, &outcome.figures, &past, outcome.facts, outcome.withheld);
        }
    });
    if is_interrupted {
        return Err(Diagnostic::new(Code::Interrupted).into());
    }
    let title = format!("{}{}{}汇总", top.name, workspace.period.name(), workspace.design.title);
    if workspace.rollup.failed == FailedUnits::Stop && !unclean.is_empty() {
        let fault = Diagnostic::new(Code::RollupStopped).with("count", unclean.len());
        return Err(fault.with("units", first_few(&unclean)).into());
    }
    let add_up = |figures: &mut _| workspace.across.add_up(figures);
    Ok((survey.finish(title, &add_up), is_clean))
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
    let findings = outcome.findings.iter().map(|finding| match huibian_accept::summary(finding) {
        Some(told) => remark(finding, Weight::Accepted, told),
        None => {
            let weight = match finding.severity() {
                Severity::Error => Weight::Error,
                Severity::Warning => Weight::Warning,
                Severity::Note => Weight::Note,
            };
            remark(finding, weight, catalog.message(&finding.relative_to(&workspace.folder)))
        }
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
