//! `huibian plugin lock`: `plugins.lock` written anew, and what has changed in it. No plugin's code runs.

use huibian_diagnostic::Diagnostic;
use huibian_engine::installation;
use huibian_engine::lock::Lock;
use huibian_host::{Code, PluginFolder};

use super::{Faults, impossible, load};
use crate::End;
use crate::arguments::Common;
use crate::print::Printer;

pub fn lock(common: &Common, printer: &Printer) -> End {
    match renew(common, printer) {
        Ok(()) => End::Clean,
        Err(faults) => impossible(printer, &faults),
    }
}

fn renew(common: &Common, printer: &Printer) -> Result<(), Faults> {
    let one = |fault: Diagnostic| vec![fault];
    let workspace = load(common, printer)?;
    let examined: Vec<(&PluginFolder, Option<Code>)> = workspace
        .plugins
        .iter()
        .map(|folder| Ok((folder, Code::read(folder, &workspace.libraries)?)))
        .collect::<Result<_, Diagnostic>>()
        .map_err(one)?;
    let plugins = examined.iter().map(|(folder, code)| (*folder, code.as_ref()));
    let found = Lock::of(plugins, &installation::own(Some(&workspace.folder))).map_err(one)?;
    let earlier = Lock::read(&workspace.folder).map_err(one)?.unwrap_or_default();
    let lock = earlier.renewed(found);
    for (id, kind) in lock.changes(&earlier) {
        printer.say(printer.text("lock-change", &[("id", &id), ("kind", &kind)]));
    }
    if lock.is_empty() && earlier.is_empty() {
        printer.say(printer.text("lock-empty", &[]));
        return Ok(());
    }
    let path = lock.write(&workspace.folder).map_err(one)?;
    printer.say(printer.text("lock-written", &[("path", &printer.here.path(&path))]));
    Ok(())
}
