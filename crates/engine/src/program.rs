//! A workspace whose plugins are loaded: all that makes reports. What is done with it, in which order, is told in `run.rs`.

use std::path::PathBuf;

use huibian_check as check;
use huibian_contract::PluginId;
use huibian_diagnostic::{Diagnostic, Faults, Result};
use huibian_host::lock::{Lock, Verdict};
use huibian_host::{Code, Own, Plugin, PluginFolder, Trust};
use huibian_store::OutputPattern;
use huibian_writers::{Format, ReadyForms, Scratch, Writer, Written};

use crate::contribute::Section;
use crate::draft::Draft;
use crate::installation;
use crate::pdf;
use crate::workspace::Workspace;

/// A workspace whose plugins are loaded.
pub struct Program {
    /// What is assembled.
    pub workspace: Workspace,
    /// Its plugins, in the order of the report.
    pub sections: Vec<Section>,
    /// Why the code of some plugins is left out, or some format cannot be written.
    pub refusals: Vec<Diagnostic>,
    /// The lock that the workspace should have, where it has none or plugins were taken over.
    pub unlocked: Option<Lock>,
    /// The plugins that differ from the workspace's lock and were taken over, and how: `new` or `changed`.
    pub taken_over: Vec<(String, &'static str)>,
    /// What to tell before a run: faces that this machine lacks.
    pub warnings: Vec<Diagnostic>,
    /// One for each of the workspace's formats.
    pub(crate) writers: Vec<Box<dyn Writer>>,
    pub(crate) forms: ReadyForms,
}

impl Program {
    /// Loads the plugins' code.
    ///
    /// # Errors
    /// P004 to P008 for each plugin that cannot be loaded, P014 for a library without permission, P015 and P016 where
    /// plugins.lock says otherwise; O005 to O009 where PDF is asked for and cannot be had.
    pub fn new(workspace: Workspace) -> Result<Self, Faults> {
        Self::load(workspace, false)
    }

    /// Loads the code of those plugins whose code is there and may run, and what writes those formats that can be written;
    /// why others are left out is among the [`refusals`](Self::refusals). Nothing is to be written by it.
    ///
    /// # Errors
    /// As [`Self::new`], but for code that is not there or not permitted.
    pub fn as_far_as_permitted(workspace: Workspace) -> Result<Self, Faults> {
        Self::load(workspace, true)
    }

    fn load(mut workspace: Workspace, is_tolerant: bool) -> Result<Self, Faults> {
        let (own, trust) =
            (installation::own(&workspace.installation, Some(&workspace.folder)), Trust::of_user()?);
        let (mut examined, mut refusals) = (Vec::new(), Vec::new());
        let codes = std::mem::take(&mut workspace.codes);
        for ((folder, isolation), code) in workspace.placed_plugins().zip(codes) {
            let permitted = code.and_then(|code| {
                code.iter().try_for_each(|code| trust.permit(folder, code, &own))?;
                Ok(code)
            });
            match permitted {
                Ok(code) => examined.push((folder, code, isolation)),
                Err(fault) => refusals.push(fault),
            }
        }
        let all = examined.iter().map(|(folder, code, _)| (*folder, code.as_ref()));
        let (unlocked, verdict) = verify_lock(&workspace, all, &own)?;
        let Verdict { refused: unlike, taken_over } = verdict;
        let is_like = |folder: &PluginFolder| {
            let id = folder.manifest.id.as_str();
            unlike.iter().all(|fault| fault.argument("id").is_none_or(|named| named.as_str() != Some(id)))
        };
        examined.retain(|(folder, ..)| is_like(folder));
        refusals.extend(unlike);
        if !is_tolerant && !refusals.is_empty() {
            return Err(refusals.into());
        }
        let (mut sections, mut faults) = (Vec::new(), Faults::new());
        let run = trust.run_limits();
        for (folder, code, isolation) in examined {
            let checks = check::compile(folder);
            let plugin =
                Plugin::load(folder.clone(), code, isolation, workspace.plugin_host.as_deref(), &run);
            match plugin.and_then(|plugin| Ok(Section { plugin, checks: checks? })) {
                Ok(section) => sections.push(section),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let appearance = workspace.appearance();
        let mut writers: Vec<Box<dyn Writer>> = Vec::with_capacity(workspace.formats.len());
        for format in &workspace.formats {
            match format.writer(&appearance) {
                Ok(writer) => writers.push(writer),
                Err(fault) if is_tolerant => refusals.push(fault),
                Err(fault) => return Err(fault.into()),
            }
        }
        let mut warnings = if workspace.makes_pdf() { workspace.font_remarks.clone() } else { Vec::new() };
        warnings.extend(workspace.date_remark.clone());
        let formats: Vec<&str> = workspace.formats.iter().map(Format::extension).collect();
        warnings.extend(huibian_report::beside(&workspace.design, &formats));
        warnings.extend(writers.iter().flat_map(|writer| writer.remarks()).cloned());
        Ok(Self {
            workspace,
            sections,
            refusals,
            unlocked,
            taken_over,
            warnings,
            writers,
            forms: ReadyForms::default(),
        })
    }

    /// The plugins whose code was left out.
    pub fn left_out(&self) -> impl Iterator<Item = &PluginId> {
        let ids = self.workspace.plugins.iter().map(|plugin| &plugin.manifest.id);
        ids.filter(|id| self.sections.iter().all(|section| section.plugin.folder.manifest.id != **id))
    }

    /// Whether there is a writer for each of the workspace's formats.
    pub(crate) fn writes_all_formats(&self) -> bool {
        self.writers.len() == self.workspace.formats.len()
    }

    /// The files of a document; none where there is no document.
    pub(crate) fn files(
        &self,
        draft: &mut Draft<'_>,
        pattern: &OutputPattern,
        scratch: &mut Scratch,
    ) -> Vec<(PathBuf, Vec<u8>)> {
        let formats = &self.workspace.formats;
        let Some(assembled) = draft.assembled.take() else { return Vec::new() };
        let ready = self.forms.of(&assembled, &self.writers);
        let mut files = Vec::with_capacity(formats.len());
        for (index, (format, writer)) in formats.iter().zip(&self.writers).enumerate() {
            match ready.write(index, &**writer, scratch) {
                Ok(Written { bytes, rare }) => {
                    draft.outcome.findings.extend(pdf::findings(&rare));
                    let head = &draft.outcome.head;
                    files.push((pattern.path(&head.id, &head.name, format.extension()), bytes));
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

/// Compares the plugins with the workspace's lock: the lock that it should have, where it has none and none is demanded, or
/// where plugins were taken over; and what the comparison came to.
fn verify_lock<'p>(
    workspace: &'p Workspace,
    plugins: impl Iterator<Item = (&'p PluginFolder, Option<&'p Code>)>,
    own: &Own,
) -> Result<(Option<Lock>, Verdict)> {
    let found = Lock::of(plugins, own)?;
    let lock = match Lock::read(&workspace.folder)? {
        None if !workspace.locked => {
            return Ok((Some(found).filter(|lock| !lock.is_empty()), Verdict::default()));
        }
        lock => lock.unwrap_or_default(),
    };
    let verdict = lock.verify(&found, &workspace.folder, workspace.locked);
    let renewed = !verdict.taken_over.is_empty() && verdict.refused.is_empty();
    Ok((renewed.then(|| lock.renewed(found)), verdict))
}
