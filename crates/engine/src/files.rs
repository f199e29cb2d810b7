//! An end of the flow: each unit's files are written, all of them or none, in their places or aside until all units are
//! known to be right.

use std::path::PathBuf;

use huibian_diagnostic::Result;
use huibian_manifest::renew;
use huibian_source::UnitRef;
use huibian_store::{LocalStore, Store};
use huibian_writers::Scratch;

use crate::draft::Draft;
use crate::manifest_lines::ManifestLines;
use crate::outcome::{Outcome, Status};
use crate::program::Program;
use crate::run::{End, draft};
use crate::workspace::Workspace;

/// Writes units' files.
pub struct Files<'a> {
    /// What makes the reports.
    pub program: &'a Program,
    /// Where they go: into their places, or aside until all are known to be right.
    pub store: &'a dyn Store,
    /// Who words lines of the run's record, where there is one: each unit's beside the others', and not one after the other.
    pub lines: Option<&'a ManifestLines<'a>>,
}

impl<'a> Files<'a> {
    /// Writes them in their places at once.
    pub fn of(program: &'a Program) -> Self {
        Self { program, store: &LocalStore, lines: None }
    }

    fn write(&self, draft: &mut Draft<'_>, scratch: &mut Scratch) {
        let Program { forms, writers, .. } = self.program;
        let words = |assembled: &_| huibian_manifest::words(&forms.of(assembled, writers).words());
        draft.outcome.words = draft.assembled.as_ref().map(words);
        let files = self.program.files(draft, &self.program.workspace.pattern, scratch);
        let Some((first, _)) = files.first() else { return };
        let pattern = &self.program.workspace.pattern;
        let is_own = first.parent() == Some(pattern.folder());
        let inside = if is_own { Ok(()) } else { pattern.ensure_inside(first) };
        match inside.and_then(|()| self.store.put_together(&mut files.into_iter())) {
            Ok(artifacts) => draft.outcome.artifacts = artifacts,
            Err(fault) => draft.fail(fault),
        }
    }

    /// Files of an earlier run that lie where a unit, having failed, wrote none: they are not to be taken for its own.
    pub fn outdated(&self, outcome: &Outcome) -> Vec<PathBuf> {
        let Workspace { formats, pattern, .. } = &self.program.workspace;
        let (id, name) = (&outcome.head.id, &outcome.head.name);
        let files = formats.iter().map(|format| pattern.path(id, name, format.extension()));
        files.filter(|path| path.is_file()).collect()
    }
}

/// Makes one unit's files, and says so in the record of the last run.
///
/// # Errors
/// O004 when the record cannot be written.
pub fn assemble(program: &Program, unit: &UnitRef) -> Result<Outcome> {
    let workspace = &program.workspace;
    let mut outcome = Files::of(program).made(draft(program, unit), &mut Scratch::default());
    let (lines, record) = (ManifestLines::of(workspace), workspace.pattern.manifest());
    let renew = |outcome: &Outcome| {
        renew(&record, (&workspace.report, workspace.period), &workspace.folder, lines.line(outcome))
    };
    renew(&outcome)?;
    if outcome.verify().is_some() {
        renew(&outcome)?;
    }
    Ok(outcome)
}

impl End for Files<'_> {
    fn made(&self, mut draft: Draft<'_>, scratch: &mut Scratch) -> Outcome {
        draft.step(|draft| self.write(draft, scratch));
        let outcome = draft.outcome;
        let has_failed = outcome.status == Status::Failed;
        Outcome { outdated: if has_failed { self.outdated(&outcome) } else { Vec::new() }, ..outcome }
    }

    fn settled(&self, outcome: Outcome) -> Outcome {
        // What a unit that failed has left behind is yet to be looked for.
        let line = self.lines.filter(|_| outcome.status == Status::Done).map(|lines| lines.line(&outcome));
        let line = line.and_then(|line| huibian_manifest::sealed(&line).ok());
        Outcome { line, ..outcome }
    }
}
