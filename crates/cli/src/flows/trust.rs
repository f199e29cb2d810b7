//! `huibian plugin trust` and `distrust`: the user's own permission for a library that came from elsewhere. Nothing of it
//! runs here.

use std::io::{BufRead, IsTerminal, Write};

use huibian_diagnostic::Diagnostic;
use huibian_host::{Code, Trust};

use super::author::target;
use super::impossible;
use super::reach::Reach;
use crate::End;
use crate::arguments::Common;
use crate::print::{Printer, tell};

pub fn trust(common: &Common, printer: &Printer, id: &str, yes: bool) -> End {
    match permit(common, printer, id, yes) {
        Ok(end) => end,
        Err(fault) => impossible(printer, &[fault]),
    }
}

fn permit(common: &Common, printer: &Printer, id: &str, yes: bool) -> Result<End, Diagnostic> {
    let reach = Reach::new(common)?;
    let folder = target(&reach, id)?;
    let id = folder.manifest.id.as_str();
    let mut trust = Trust::of_user()?;
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
    if !yes && !agrees(printer) {
        let options = printer.options_of_trust(true);
        tell(printer.text("trust-refused", &[("id", &id), ("options", &options)]));
        return Ok(End::Faulty);
    }
    trust.add(&folder, &code)?;
    let kept = printer.here.path(trust.path());
    printer.say(printer.text("trust-done", &[("id", &id), ("path", &kept)]));
    Ok(End::Clean)
}

/// Asks at a terminal; elsewhere nobody is there to say yes.
fn agrees(printer: &Printer) -> bool {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return false;
    }
    let mut error = std::io::stderr();
    let _ = write!(error, "{} ", printer.text("trust-question", &[])).and_then(|()| error.flush());
    let mut answer = String::new();
    input.lock().read_line(&mut answer).is_ok() && matches!(answer.trim(), "y" | "Y" | "yes" | "是")
}

pub fn distrust(printer: &Printer, id: &str) -> End {
    match Trust::of_user().and_then(|mut trust| trust.remove(id)) {
        Ok(was_there) => {
            let text = if was_there { "distrust-done" } else { "distrust-none" };
            printer.say(printer.text(text, &[("id", &id)]));
            End::Clean
        }
        Err(fault) => impossible(printer, &[fault]),
    }
}
