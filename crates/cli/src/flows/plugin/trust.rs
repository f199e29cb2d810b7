//! `huibian plugin trust`: the user's own permission for a library that came from elsewhere. Nothing of it runs here.

use clap::Args;
use huibian_host::{self as host, Code};

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::tell;
use crate::terminal::agrees;

/// Which, and whether it is asked about.
#[derive(Args)]
pub struct Trust {
    id: String,
    #[arg(long)]
    yes: bool,
}

impl Flow for Trust {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context)?;
        let folder = reach.target(&self.id)?;
        let id = folder.manifest.id.as_str();
        let mut trust = host::Trust::of_user()?;
        let code = Code::read(&folder, reach.libraries())?;
        let Some(code) = code.filter(|_| folder.manifest.library.is_some()) else {
            printer.say(printer.text("trust-not-needed", &[("id", &id)]));
            return Ok(End::Clean);
        };
        let path = printer.here.path(&code.path);
        let about: [(&str, &dyn std::fmt::Display); 5] = [
            ("id", &id),
            ("title", &folder.manifest.title),
            ("version", &folder.manifest.version),
            ("path", &path),
            ("hash", &code.hash),
        ];
        printer.say(printer.text("trust-about", &about));
        if !self.yes && !agrees(printer, "trust-question") {
            let options = printer.options_of_trust(true);
            tell(printer.text("trust-refused", &[("id", &id), ("options", &options)]));
            return Ok(End::Faulty);
        }
        trust.add(&folder, &code, &mut |who, folder| context.waits(who, folder))?;
        let kept = printer.here.path(trust.path());
        printer.say(printer.text("trust-done", &[("id", &id), ("path", &kept)]));
        Ok(End::Clean)
    }
}
