//! The workspace that is adopted into: what there is of it, and what became of what.

use std::path::Path;

use huibian_adopt::adoption::RECORD;
use huibian_adopt::again::{Change, There};
use huibian_adopt::says::PLUGIN;
use huibian_diagnostic::Diagnostic;

use crate::print::Printer;

/// What there is of a workspace.
///
/// # Errors
/// W001 where it is none that `adopt` made, and what is wrong with its record.
pub fn read(folder: &Path) -> Result<There, Diagnostic> {
    let text = |file: &str| huibian_config::read(&folder.join(file)).map(|source| source.text.clone());
    Ok(There {
        answers: huibian_config::parse(&huibian_config::read(&folder.join(RECORD))?)?,
        plugin: text(&format!("plugins/{PLUGIN}/plugin.toml"))?,
        settings: text("workspace.toml")?,
    })
}

/// Says what became of what.
pub fn tell(printer: &Printer, changes: &[Change]) {
    changes.iter().for_each(|change| printer.say(said(printer, change)));
}

/// A change in words.
pub fn said(printer: &Printer, change: &Change) -> String {
    match change {
        Change::Renamed(before, now) => printer.text("adopt-renamed", &[("before", before), ("now", now)]),
        Change::New(label) => printer.text("adopt-new", &[("label", label)]),
        Change::Gone(label) => printer.text("adopt-gone", &[("label", label)]),
    }
}
