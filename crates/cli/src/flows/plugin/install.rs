//! `huibian plugin install`: a plugin out of one file, into a workspace.

use std::path::PathBuf;

use clap::Args;
use huibian_author::install::{install, name_in_workspace};

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::named::Named;

/// Out of which file, and what is done beside.
#[derive(Args)]
pub struct Install {
    file: PathBuf,
    #[arg(long)]
    replace: bool,
    #[arg(long)]
    add: bool,
}

impl Flow for Install {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let _held = context.hold_workspace("plugins", "plugin install")?;
        let workspace = context.folder()?;
        let installed = install(&self.file, &workspace.join("plugins"), self.replace)?;
        let (id, folder) = (&installed.id, printer.here.path(&installed.folder));
        let done = if installed.was_there { "install-there" } else { "install-done" };
        let version = &installed.version;
        printer.say(printer.text(
            done,
            &[("title", &installed.title), ("id", id), ("version", version), ("folder", &folder)],
        ));
        if Named::read(&workspace).plugins.iter().any(|named| named == id.as_str()) {
            return Ok(End::Clean);
        }
        if self.add {
            name_in_workspace(&workspace, id)?;
        }
        let next = if self.add { "install-added" } else { "install-next" };
        printer.say(printer.text(next, &[("id", id)]));
        Ok(End::Clean)
    }
}
