//! `huibian help`: the help of one command.

use clap::Args;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::help;

/// Whose help, word by word.
#[derive(Args)]
pub struct Help {
    command: Vec<String>,
}

impl Flow for Help {
    fn run(self, context: &Context<'_>) -> Ending {
        let page = help::page(context.command_line, &self.command);
        context.printer.say(page.to_string().trim_end());
        Ok(End::Clean)
    }
}
