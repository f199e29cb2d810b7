//! From units' data to their files: read → contribute → collect → word → illustrate → typeset → write.

use std::path::PathBuf;

use huibian_diagnostic::{Diagnostic, Result};
use huibian_host::{Code, Own, Plugin, PluginFolder, Trust};
use huibian_store::OutputPattern;
use huibian_unit::RosterUnit;
use huibian_writers::{Scratch, Writer, Written, text};

use crate::check;
use crate::contribute::Section;
use crate::draft::Draft;
use crate::installation;
use crate::lock::Lock;
use crate::outcome::{Outcome, Status};
use crate::pdf;
use crate::workspace::Workspace;

/// A workspace whose plugins are loaded.
pub struct Assembler {
    /// What is assembled.
    pub workspace: Workspace,
    /// Its plugins, in the order of the report.
    pub sections: Vec<Section>,
    /// The lock that the workspace should have, where it has none.
    pub unlocked: Option<Lock>,
    /// What to tell before a run: faces that this machine lacks.
    pub warnings: Vec<Diagnostic>,
    /// One for each of the workspace's formats.
    writers: Vec<Box<dyn Writer>>,
}

impl Assembler {
    /// Loads the plugins' code.
    ///
    /// # Errors
    /// P004 to P008 for each plugin that cannot be loaded, P014 for a library without permission, P015 and P016 where
    /// plugins.lock says otherwise; O005 to O009 where PDF is asked for and cannot be had.
    pub fn new(mut workspace: Workspace) -> Result<Self, Vec<Diagnostic>> {
        let (own, trust) =
            (installation::own(Some(&workspace.folder)), Trust::of_user().map_err(|fault| vec![fault])?);
        let (mut examined, mut faults) = (Vec::new(), Vec::new());
        let codes = std::mem::take(&mut workspace.codes);
        for ((folder, isolation), code) in workspace.placed_plugins().zip(codes) {
            match code.iter().try_for_each(|code| trust.permit(folder, code, &own)) {
                Ok(()) => examined.push((folder, code, isolation)),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let unlocked =
            hold(&workspace, examined.iter().map(|(folder, code, _)| (*folder, code.as_ref())), &own)?;
        let mut sections = Vec::new();
        for (folder, code, isolation) in examined {
            let checks = check::compile(folder);
            let plugin = Plugin::load(folder.clone(), code, isolation);
            match plugin.and_then(|plugin| Ok(Section { plugin, checks: checks? })) {
                Ok(section) => sections.push(section),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let appearance = workspace.appearance();
        let writers = workspace.formats.iter().map(|format| format.writer(&appearance));
        let writers: Vec<Box<dyn Writer>> = writers.collect::<Result<_>>().map_err(|fault| vec![fault])?;
        let mut warnings = if workspace.makes_pdf() { workspace.font_remarks.clone() } else { Vec::new() };
        warnings.extend(writers.iter().flat_map(|writer| writer.remarks()).cloned());
        Ok(Self { workspace, sections, unlocked, warnings, writers })
    }

    /// Assembles units and writes their files. Each stage goes over all of them before the next begins: its code stays
    /// at hand in the processor, which makes a batch faster than unit by unit.
    pub fn assemble(&self, units: &[&RosterUnit], scratch: &mut Scratch) -> Vec<Outcome> {
        let mut drafts: Vec<Draft<'_>> =
            units.iter().map(|unit| Draft::read(&self.workspace, unit)).collect();
        self.advance(&mut drafts);
        drafts.into_iter().map(|draft| self.finish(draft, scratch)).collect()
    }

    /// One unit's draft with all but its files.
    pub fn draft(&self, unit: &RosterUnit) -> Draft<'_> {
        let mut draft = Draft::read(&self.workspace, unit);
        self.advance(std::slice::from_mut(&mut draft));
        draft
    }

    /// Assembles one unit and writes its files.
    pub fn assemble_one(&self, unit: &RosterUnit, scratch: &mut Scratch) -> Outcome {
        self.finish(self.draft(unit), scratch)
    }

    /// The report as text, and what became of it; nothing is written.
    pub fn preview(&self, unit: &RosterUnit) -> (Option<String>, Outcome) {
        let draft = self.draft(unit);
        (draft.document.map(|document| text(&document, &self.workspace.design.style)), draft.outcome)
    }

    /// Contribute → collect → word → typeset.
    fn advance<'s>(&'s self, drafts: &mut [Draft<'s>]) {
        self.contribute(drafts);
        self.compose(drafts);
    }

    /// Asks the plugins.
    pub(crate) fn contribute<'s>(&'s self, drafts: &mut [Draft<'s>]) {
        for section in &self.sections {
            drafts
                .iter_mut()
                .for_each(|draft| draft.step(|draft| draft.contribute(section, &self.workspace)));
        }
    }

    /// Collect → word → illustrate → typeset.
    pub(crate) fn compose(&self, drafts: &mut [Draft<'_>]) {
        let workspace = &self.workspace;
        drafts.iter_mut().for_each(|draft| draft.step(|draft| draft.collect(workspace)));
        drafts.iter_mut().for_each(|draft| draft.step(|draft| draft.word(workspace)));
        drafts.iter_mut().for_each(|draft| draft.step(|draft| draft.illustrate(workspace)));
        drafts.iter_mut().for_each(|draft| draft.step(|draft| draft.typeset(workspace)));
    }

    /// Writes a draft's files; where there are none, files of an earlier run are not to be taken for them.
    fn finish(&self, mut draft: Draft<'_>, scratch: &mut Scratch) -> Outcome {
        draft.step(|draft| self.write(draft, scratch));
        let mut outcome = draft.outcome;
        if outcome.status == Status::Failed {
            let Workspace { formats, pattern, .. } = &self.workspace;
            let files = formats
                .iter()
                .map(|format| pattern.path(&outcome.header.id, &outcome.header.name, format.extension()));
            outcome.outdated = files.filter(|path| path.exists()).collect();
        }
        outcome
    }

    fn write(&self, draft: &mut Draft<'_>, scratch: &mut Scratch) {
        let files = self.files(draft, &self.workspace.pattern, scratch);
        if files.is_empty() {
            return;
        }
        match huibian_store::write_all(files.into_iter()) {
            Ok(artifacts) => draft.outcome.artifacts = artifacts,
            Err(fault) => draft.fail(fault),
        }
    }

    /// The files of a document; none where there is no document.
    pub(crate) fn files(
        &self,
        draft: &mut Draft<'_>,
        pattern: &OutputPattern,
        scratch: &mut Scratch,
    ) -> Vec<(PathBuf, Vec<u8>)> {
        let formats = &self.workspace.formats;
        let Some(document) = draft.document.take() else { return Vec::new() };
        let mut files = Vec::with_capacity(formats.len());
        for (format, writer) in formats.iter().zip(&self.writers) {
            match writer.write(&document, scratch) {
                Ok(Written { bytes, rare }) => {
                    draft.outcome.findings.extend(pdf::findings(&rare));
                    let header = &draft.outcome.header;
                    files.push((pattern.path(&header.id, &header.name, format.extension()), bytes));
                }
                Err(fault) => {
                    draft.fail(fault);
                    return Vec::new();
                }
            }
        }
        files
    }
}

/// Holds the plugins against the workspace's lock; where there is none, and none is demanded, returns the one it should
/// have.
fn hold<'p>(
    workspace: &'p Workspace,
    plugins: impl Iterator<Item = (&'p PluginFolder, Option<&'p Code>)>,
    own: &Own,
) -> Result<Option<Lock>, Vec<Diagnostic>> {
    let found = Lock::of(plugins, own).map_err(|fault| vec![fault])?;
    let lock = Lock::read(&workspace.folder).map_err(|fault| vec![fault])?;
    match lock {
        None if !workspace.locked => Ok(Some(found).filter(|lock| !lock.is_empty())),
        lock => lock.unwrap_or_default().hold(&found, &workspace.folder).map(|()| None),
    }
}
