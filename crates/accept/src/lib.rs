//! Findings that people let through: one file for a report and period, `accepted/<report>/<period>.csv`, which a person reads and
//! a spreadsheet opens ([`Acceptances`]); and lists of findings that come back filled in ([`filled_in`]).
//!
//! A finding is known by its code and fingerprint ([`id`]), in which the data that it hangs on are: where those change, what let
//! it through lets nothing through any more.
//!
//! This crate must not know how anything is found, nor what a run makes of what is let through.

mod acceptances;
mod columns;
pub mod filled_in;

use std::path::Path;

use huibian_diagnostic::{Accepted, Argument, Catalog, Diagnostic, Lang};
use jiff::civil::Date;

pub use acceptances::{Acceptance, Acceptances};
pub use columns::Column;

/// What people call a finding of a workspace in `folder`: `K011-543d398bb090dc64`. It never reads as a number.
pub fn id(finding: &Diagnostic, folder: &Path) -> String {
    format!("{}-{}", finding.code(), finding.relative_to(folder).fingerprint())
}

/// What a finding is about, whatever its figures are: a check, else a count, else a field.
pub fn subject(finding: &Diagnostic) -> String {
    if let (Some(plugin), Some(check)) = (finding.plugin(), finding.argument("check")) {
        return format!("{plugin}/{check}");
    }
    let count = finding.arguments().iter().find_map(|(_, argument)| match argument {
        Argument::Count(key) => Some(key.to_string()),
        _ => None,
    });
    let field = || finding.field().map(|key| key.to_string());
    let plugin = || finding.plugin().map(ToString::to_string);
    count.or_else(field).or_else(plugin).unwrap_or_default()
}

/// What a report says of a finding that was let through; nothing of another one.
pub fn note(finding: &Diagnostic) -> Option<String> {
    let (said, reason, who) = parts(finding)?;
    Some(format!("注：核对时提示“{said}”。经核实：{reason}（{who}）。"))
}

/// What stands of it among others on the page and in the workbook of the unit above.
pub fn summary(finding: &Diagnostic) -> Option<String> {
    let (said, reason, who) = parts(finding)?;
    Some(format!("已认可：{said}理由：{reason}（{who}）"))
}

/// What was said, why it is right, and who says so when.
fn parts(finding: &Diagnostic) -> Option<(String, &str, String)> {
    let Accepted { reason, by, on } = finding.accepted()?;
    let on = on
        .parse::<Date>()
        .map_or_else(|_| on.clone(), |day| format!("{}年{}月{}日", day.year(), day.month(), day.day()));
    let said = Catalog::of(Lang::Zh).message(finding);
    Some((said, reason.trim_end_matches(['。', '；', '.']), format!("{by}，{on}")))
}
