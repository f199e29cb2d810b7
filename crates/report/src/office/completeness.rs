//! Settings that are printed together with others only.

use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_document::Settings;

use super::numbering::place;
use crate::design::Design;

/// Whether what a unit's document sets is whole. `own` is what the unit sets itself, `declared` where the unit is.
///
/// # Errors
/// E007, with its place.
pub fn check_complete(design: &Design, own: &Settings, declared: &Location) -> Result<()> {
    let settings = own.clone().over(&design.settings);
    check(&settings).map_err(|fault| place(design, fault, declared))
}

/// Whether what is printed together with something else has that.
///
/// # Errors
/// E007.
pub fn check(settings: &Settings) -> Result<()> {
    let is_copied = settings.copies_to.as_ref().is_some_and(|copies| !copies.is_empty());
    let has_printer = settings.printer.is_some();
    for (is_set, key, is_whole, needed) in [
        (settings.secrecy_term.is_some(), "secrecy_term", settings.secrecy.is_some(), "secrecy"),
        (is_copied, "copies_to", has_printer, "printer"),
        (settings.printed.is_some(), "printed", has_printer, "printer"),
    ] {
        if is_set && !is_whole {
            return Err(Diagnostic::new(Code::SettingAlone).with("key", key).with("needed", needed));
        }
    }
    Ok(())
}
