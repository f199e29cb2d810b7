//! What a command writes to is held while it does: who waits is told for whom.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use huibian_engine::workspace::Workspace;
use huibian_store::Held;

use crate::context::Context;
use crate::end::Stopped;
use crate::interrupt::Interrupt;
use crate::print::tell;

impl Context<'_> {
    /// Holds the folder that a run's reports go to, and says where the run before was cut off.
    ///
    /// # Errors
    /// O013 and O004.
    pub fn hold_output(&self, workspace: &Workspace, command: &str) -> Result<Held, Stopped> {
        let held = workspace.pattern.hold(command, &mut |who, folder| self.waits(who, folder))?;
        self.remark(held.remark());
        Ok(held)
    }

    /// The same for a run that Ctrl-C is to leave in order, and the flag that it raises. It is heeded before the folder is held,
    /// which would be left so otherwise. It is not held where no file could lie there, which the run tells.
    ///
    /// # Errors
    /// O004.
    pub fn hold_output_of_run(
        &self,
        workspace: &Workspace,
        command: &str,
    ) -> Result<(Option<Held>, Arc<AtomicBool>), Stopped> {
        let interrupt = Interrupt::heeded()?;
        let held = workspace.pattern.hold_for_run(command, &mut |who, folder| {
            interrupt.waits();
            self.waits(who, folder);
        })?;
        self.remark(held.as_ref().and_then(Held::remark));
        Ok((held, interrupt.flag()))
    }

    /// Holds the folder that a report's periods are filed in.
    ///
    /// # Errors
    /// O013 and O004.
    pub fn hold_history(&self, workspace: &Workspace, command: &str) -> Result<Held, Stopped> {
        Ok(huibian_history::hold(&workspace.folder, &workspace.report, command, &mut |who, folder| {
            self.waits(who, folder);
        })?)
    }

    /// Holds a workspace itself, to write to a folder of it.
    ///
    /// # Errors
    /// O013 and O004.
    pub fn hold_workspace(&self, within: &str, command: &str) -> Result<Held, Stopped> {
        let folder = self.folder()?;
        Ok(Held::take_within(&folder, within, command, &mut |who, folder| self.waits(who, folder))?)
    }

    /// Says for whom this command waits.
    pub fn waits(&self, who: &str, folder: &Path) {
        let folder = self.printer.here.path(folder);
        tell(self.printer.text("held", &[("who", &who), ("path", &folder)]));
    }
}
