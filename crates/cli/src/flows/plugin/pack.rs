//! `huibian plugin pack`: a plugin in one file.

use std::path::PathBuf;

use clap::Args;
use huibian_author::archive::pack as write;

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Which, and where it goes.
#[derive(Args)]
pub struct Pack {
    target: String,
    /// As `--output` was once called here.
    #[arg(long, hide = true)]
    to: Option<PathBuf>,
}

impl Flow for Pack {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context)?;
        let folder = reach.target(&self.target)?;
        let to = self.to.or_else(|| context.output_file());
        let (archive, listing) = write(&folder, &reach.around()?, to.as_deref())?;
        for (path, entry) in &listing.files {
            printer.mention(printer.text("pack-file", &[("path", path), ("bytes", &entry.bytes)]));
        }
        let path = printer.here.path(&archive.path);
        printer.say(printer.text(
            "pack-summary",
            &[
                ("path", &path),
                ("files", &listing.files.len()),
                ("bytes", &archive.bytes),
                ("hash", &archive.blake3),
            ],
        ));
        Ok(End::Clean)
    }
}
