//! `huibian plugin install`: a plugin out of one file, into a workspace.

use std::path::Path;

use huibian_author::install::{install as unpack, name_in_workspace};
use huibian_diagnostic::Diagnostic;

use crate::End;
use crate::arguments::Common;
use crate::flows::{folder, impossible};
use crate::named::Named;
use crate::print::Printer;

pub fn install(common: &Common, printer: &Printer, file: &Path, replacing: bool, adding: bool) -> End {
    match installed(common, printer, file, replacing, adding) {
        Ok(()) => End::Clean,
        Err(fault) => impossible(printer, &[fault]),
    }
}

fn installed(
    common: &Common,
    printer: &Printer,
    file: &Path,
    replacing: bool,
    adding: bool,
) -> Result<(), Diagnostic> {
    let workspace = folder(common)?;
    let installed = unpack(file, &workspace.join("plugins"), replacing)?;
    let (id, folder) = (&installed.id, printer.here.path(&installed.folder));
    let done = if installed.was_there { "install-there" } else { "install-done" };
    let version = &installed.version;
    printer.say(
        printer.text(
            done,
            &[("title", &installed.title), ("id", id), ("version", version), ("folder", &folder)],
        ),
    );
    if Named::read(&workspace).plugins.iter().any(|named| named == id.as_str()) {
        return Ok(());
    }
    if adding {
        name_in_workspace(&workspace, id)?;
    }
    let next = if adding { "install-added" } else { "install-next" };
    printer.say(printer.text(next, &[("id", id)]));
    Ok(())
}
