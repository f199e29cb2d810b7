//! `huibian new`: a workspace that runs at once.

use std::path::PathBuf;

use clap::Args;
use huibian_engine::create;
use huibian_engine::installation::installation;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Where it goes.
#[derive(Args)]
pub struct New {
    dir: PathBuf,
}

impl Flow for New {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let files = create::create(&self.dir, &installation()?)?;
        for file in &files {
            printer.mention(printer.here.path(file));
        }
        let folder = printer.here.path(&self.dir);
        printer.say(printer.text("new-summary", &[("files", &files.len()), ("folder", &folder)]));
        Ok(End::Clean)
    }
}
