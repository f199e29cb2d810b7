//! Goes over the units below one and adds them up. Units stream through.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use huibian_diagnostic::{Catalog, Code, Diagnostic, Faults, Lang};
use huibian_rollup::overview::Standing;
use huibian_rollup::{Survey, Surveyed, Walked};
use huibian_source::UnitHead;
use huibian_store::link;
use huibian_unit::Tree;

use crate::history::Baseline;
use crate::outcome::{Outcome, Status};
use crate::run::{NoFiles, Run};
use crate::workspace::Workspace;

/// Goes over the units below one, writes none, and adds them up; also whether every unit that has data was made without a
/// fault.
///
/// # Errors
/// R001 when it was interrupted.
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
        let name = tree.member(member).name.clone();
        Walked { name, depth, is_parent: is_parent(member) }
    });
    let mut survey = Survey::new(workspace.manifests(), &workspace.counts, &walked.collect::<Vec<_>>());
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
    let (mut is_clean, mut is_interrupted) = (true, false);
    let mut rows = rows.into_iter();
    run.over(&units, &NoFiles, interrupt, &mut |_, outcome| {
        let Some(row) = rows.next() else { return };
        if outcome.status == Status::NotDone {
            is_interrupted = true;
            return;
        }
        on_unit(&outcome, units.len());
        is_clean &= outcome.is_clean();
        let standing = standing(&outcome);
        let document = document(workspace, &outcome.head, &page);
        survey.stands(row, standing, reasons(workspace, &outcome), document);
        if standing.reported() {
            let past = past(workspace, &outcome);
            survey.add(row, outcome.head.id, &outcome.figures, &past, outcome.facts);
        }
    });
    if is_interrupted {
        return Err(Diagnostic::new(Code::Interrupted).into());
    }
    let title = format!("{}{}{}汇总", top.name, workspace.period.name(), workspace.design.title);
    let past = workspace.history.of(std::slice::from_ref(&top.id));
    let add_up = |figures: &mut _| workspace.across.add_up(figures);
    Ok((survey.finish(title, past, units.len(), &add_up), is_clean))
}

/// What a unit's figures are compared with.
fn past(workspace: &Workspace, outcome: &Outcome) -> Baseline {
    let mut past = workspace.history.of(std::slice::from_ref(&outcome.head.id));
    if workspace.tells_to_date {
        workspace.history.add_up(&outcome.figures, &mut past);
    }
    past
}

fn standing(outcome: &Outcome) -> Standing {
    match outcome.status {
        Status::Failed | Status::NotDone => Standing::Failed,
        Status::Done if outcome.is_clean() => Standing::Done,
        Status::Done => Standing::Unclean,
    }
}

/// Why a unit is not as it should be, with places as the workspace knows them, and what of it was let through.
fn reasons(workspace: &Workspace, outcome: &Outcome) -> Vec<String> {
    let catalog = Catalog::of(Lang::Zh);
    let faults = outcome.diagnostics.iter().map(|fault| {
        let fault = fault.relative_to(&workspace.folder);
        let place = fault.location().map(|place| format!("（{place}）")).unwrap_or_default();
        format!("{} {}{place}", fault.code(), catalog.message(&fault))
    });
    let errors = outcome.findings.iter().filter(|finding| finding.fails());
    let accepted = outcome.findings.iter().filter_map(huibian_accept::summary);
    faults.chain(errors.map(|finding| catalog.message(finding))).chain(accepted).collect()
}

/// The link to a unit's document, where it has been written.
fn document(workspace: &Workspace, head: &UnitHead, page: &Path) -> Option<String> {
    let paths = workspace
        .formats
        .iter()
        .map(|format| workspace.pattern.path(&head.id, &head.name, format.extension()));
    paths.into_iter().find(|path| path.is_file()).map(|path| link(page, &path))
}
