//! `huibian completions`: a script for the shell.

use clap::Args;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Which shell's.
#[derive(Args)]
pub struct Completions {
    shell: clap_complete::Shell,
}

impl Flow for Completions {
    fn run(self, context: &Context<'_>) -> Ending {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut context.command_line.clone(), "huibian", &mut script);
        context.printer.say(String::from_utf8_lossy(&script).trim_end());
        Ok(End::Clean)
    }
}
