//! `huibian style check`: whether a style can be used, and what is odd about it.

use clap::Args;
use huibian_style::remarks;

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Which, by name or path, if not the report's.
#[derive(Args)]
pub struct Check {
    file: Option<String>,
}

impl Flow for Check {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context);
        let path = reach.find(self.file.as_deref())?;
        let here = printer.here.path(&path);
        match reach.shelf.read(&path) {
            Ok(file) => {
                let remarks = remarks(&file);
                printer.remarks(&remarks);
                printer.mention(printer.text("style-checked", &[("path", &here), ("count", &remarks.len())]));
                Ok(End::Clean)
            }
            Err(faults) => {
                printer.faults(&faults);
                printer
                    .mention(printer.text("style-unchecked", &[("path", &here), ("count", &faults.len())]));
                Ok(End::Faulty)
            }
        }
    }
}
