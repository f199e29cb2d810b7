//! What every command has at hand: the options that all share, the printer, and the workspace that they are about.

use std::cell::RefCell;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Diagnostic, Faults};
use huibian_engine::installation::installation;
use huibian_engine::program::Program;
use huibian_engine::workspace::{self, Overrides, Workspace};
use huibian_host::locate;
use huibian_host::lock::Lock;
use huibian_store::Held;

use crate::arguments::Common;
use crate::named::Named;
use crate::print::{Printer, Verbosity, tell};

/// What a command runs with.
pub struct Context<'a> {
    /// The options that all commands share.
    pub common: &'a Common,
    /// Where all is printed.
    pub printer: &'a Printer,
    /// The whole command line, with its texts.
    pub command_line: &'a clap::Command,
    /// What is odd about the run itself and was told at once: `--json` has it as well.
    pub told: RefCell<Vec<Diagnostic>>,
}

impl Context<'_> {
    /// The workspace's folder: the one named, or the nearest here or above.
    ///
    /// # Errors
    /// W005 where there is none.
    pub fn folder(&self) -> Result<PathBuf, Diagnostic> {
        match &self.common.workspace {
            Some(folder) => Ok(folder.clone()),
            None => workspace::find(&std::env::current_dir().unwrap_or_default()),
        }
    }

    /// The workspace.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn load(&self) -> Result<Workspace, Faults> {
        self.load_with(&self.overrides())
    }

    /// The workspace, where a command says more than its options do.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn load_with(&self, overrides: &Overrides) -> Result<Workspace, Faults> {
        let folder = self.folder()?;
        huibian_store::mend(&folder);
        let installation = installation().unwrap_or_else(|_| folder.clone());
        let load = || Workspace::load(&folder, &installation, overrides);
        let workspace = self.printer.stage("stage-load", load)?;
        if self.printer.verbosity >= Verbosity::Verbose {
            self.tell_places(&workspace, &installation);
        }
        Ok(workspace)
    }

    /// Where a command that makes one file puts it, if that is said.
    pub fn output_file(&self) -> Option<PathBuf> {
        self.common.output.as_ref().map(PathBuf::from)
    }

    /// What the command line says instead of `workspace.toml`.
    pub fn overrides(&self) -> Overrides {
        let common = self.common;
        Overrides {
            report: common.report.clone(),
            period: common.period.clone(),
            date: common.date,
            formats: common.format.clone(),
            output: common.output.clone(),
            isolation: common.isolation.map(Into::into),
            locked: common.locked,
            outside: common.outside.clone(),
            ..Overrides::default()
        }
    }

    /// The workspace with its plugins ready. What is odd about them is yet to be told.
    ///
    /// # Errors
    /// All that is wrong with it and them.
    pub fn program(&self) -> Result<Program, Faults> {
        let workspace = self.load()?;
        self.printer.stage("stage-plugins", || Program::new(workspace))
    }

    /// Tells at once what is odd about the run itself.
    pub fn remark(&self, remark: Option<Diagnostic>) {
        self.printer.remarks(remark.as_slice());
        self.told.borrow_mut().extend(remark);
    }

    /// How many threads a run has.
    pub fn jobs(&self) -> usize {
        let available = || std::thread::available_parallelism().ok();
        self.common.jobs.or_else(available).map_or(1, NonZeroUsize::get)
    }

    /// Writes plugins.lock where a workspace has none or plugins were taken over, and says so. Someone who may not write there may still make reports
    /// elsewhere. Where the result `is_json` nothing else stands on standard output.
    pub fn write_lock(&self, program: &Program, is_json: bool) {
        let printer = self.printer;
        let mention = |text: String| if is_json { tell(text) } else { printer.mention(text) };
        let Some(lock) = &program.unlocked else {
            if self.common.locked && !Lock::is_in(&program.workspace.folder) {
                mention(printer.text("lock-nothing", &[]));
            }
            return;
        };
        let folder = &program.workspace.folder;
        let held = Held::take_within(folder, "", "plugin lock", &mut |who, folder| self.waits(who, folder));
        match held.and_then(|_held| lock.write(folder)) {
            Ok(path) if program.taken_over.is_empty() => {
                mention(printer.text("lock-first", &[("path", &printer.here.path(&path))]));
            }
            Ok(_) => {
                for (id, kind) in &program.taken_over {
                    mention(printer.text("lock-taken", &[("id", id), ("kind", kind)]));
                }
            }
            Err(fault) => {
                tell(printer.text("lock-unwritten", &[("fault", &printer.catalog.message(&fault))]));
            }
        }
    }

    fn tell_places(&self, workspace: &Workspace, installation: &Path) {
        let printer = self.printer;
        let tell = |id: &str, path: &Path| printer.detail(&printer.text(id, &[]), printer.here.path(path));
        tell("place-workspace", &workspace.folder.join("workspace.toml"));
        tell("place-installation", installation);
        for (id, path) in Named::read(&workspace.folder).files(&workspace.report) {
            let roots = [workspace.folder.as_path(), installation];
            if let Some(found) = roots.iter().map(|root| root.join(&path)).find(|path| path.is_file()) {
                tell(id, &found);
            }
        }
        for plugin in &workspace.plugins {
            let what = printer.text("place-plugin", &[("id", &plugin.manifest.id)]);
            printer.detail(&what, printer.here.path(&plugin.path));
            if let Ok(Some(library)) = locate(plugin, &workspace.libraries) {
                let what = printer.text("place-library", &[("id", &plugin.manifest.id)]);
                printer.detail(&what, printer.here.path(&library));
            }
        }
    }
}
