//! The figures of the reports that were given, filed as earlier periods.

use huibian_adopt::filed::TABLE;
use huibian_engine::history::import;
use huibian_engine::workspace::Workspace;

use crate::end::Stopped;
use crate::print::Printer;

/// Files them, and says of which periods.
pub fn file(printer: &Printer, workspace: &Workspace) -> Result<(), Stopped> {
    let table = workspace.folder.join(TABLE);
    if !table.exists() {
        return Ok(());
    }
    let imported = import::import(workspace, &table, None, false)?;
    let periods: Vec<String> = imported.periods.iter().map(|(period, _)| period.to_string()).collect();
    printer.say(printer.text("adopt-filed", &[("periods", &periods.join(", "))]));
    Ok(())
}
