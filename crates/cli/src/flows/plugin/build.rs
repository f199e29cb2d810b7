//! `huibian plugin build`: a plugin's code, built and put where it is found.

use clap::Args;
use huibian_author::build::build as make;

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Whose, if not that of the plugin whose folder this is or of all.
#[derive(Args)]
pub struct Build {
    target: Option<String>,
}

impl Flow for Build {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let folders = Reach::new(context)?.targets(self.target.as_deref())?;
        let mut clean = true;
        for folder in folders {
            let id = &folder.manifest.id;
            match make(&folder) {
                Ok(Some(path)) => {
                    let path = printer.here.path(&path);
                    printer.say(printer.text("build-done", &[("id", id), ("path", &path)]));
                }
                Ok(None) => printer.say(printer.text("build-nothing", &[("id", id)])),
                Err(fault) => {
                    printer.faults(&[fault]);
                    clean = false;
                }
            }
        }
        Ok(End::of(clean))
    }
}
