//! `huibian manual`: the help of every command, one after the other.

use clap::Args;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::help;

/// All of it.
#[derive(Args)]
pub struct Manual {}

impl Flow for Manual {
    fn run(self, context: &Context<'_>) -> Ending {
        let manual = help::manual(context.command_line, context.printer.catalog);
        context.printer.say(manual.trim_end());
        Ok(End::Clean)
    }
}
