//! `huibian plugin distrust`: permission taken back.

use clap::Args;
use huibian_host::Trust;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Whose.
#[derive(Args)]
pub struct Distrust {
    id: String,
}

impl Flow for Distrust {
    fn run(self, context: &Context<'_>) -> Ending {
        let was_there = Trust::of_user()?.remove(&self.id, &mut |who, folder| context.waits(who, folder))?;
        let text = if was_there { "distrust-done" } else { "distrust-none" };
        context.printer.say(context.printer.text(text, &[("id", &self.id)]));
        Ok(End::Clean)
    }
}
