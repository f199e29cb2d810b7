//! `huibian plugin lock`: `plugins.lock` written anew, and what has changed in it. No plugin's code runs.

use clap::Args;
use huibian_diagnostic::Diagnostic;
use huibian_engine::installation;
use huibian_host::{Code, PluginFolder, lock};

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Nothing more to say.
#[derive(Args)]
pub struct Lock {}

impl Flow for Lock {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let _held = context.hold_workspace("", "plugin lock")?;
        let workspace = context.load()?;
        let examined: Vec<(&PluginFolder, Option<Code>)> = workspace
            .plugins
            .iter()
            .map(|folder| Ok((folder, Code::read(folder, &workspace.libraries)?)))
            .collect::<Result<_, Diagnostic>>()?;
        let plugins = examined.iter().map(|(folder, code)| (*folder, code.as_ref()));
        let found =
            lock::Lock::of(plugins, &installation::own(&workspace.installation, Some(&workspace.folder)))?;
        let earlier = lock::Lock::read(&workspace.folder)?.unwrap_or_default();
        let lock = earlier.renewed(found);
        for (id, kind) in lock.changes(&earlier) {
            printer.say(printer.text("lock-change", &[("id", &id), ("kind", &kind)]));
        }
        if lock.is_empty() && earlier.is_empty() {
            printer.say(printer.text("lock-empty", &[]));
            return Ok(End::Clean);
        }
        let path = lock.write(&workspace.folder)?;
        printer.say(printer.text("lock-written", &[("path", &printer.here.path(&path))]));
        Ok(End::Clean)
    }
}
