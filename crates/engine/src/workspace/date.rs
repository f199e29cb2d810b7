//! The date that documents bear: a person's, the workspace's, or the one that a period had before.

use std::sync::Arc;

use huibian_config::place_of;
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic, Location, Result, Severity, Source};
use huibian_store::OutputPattern;
use jiff::civil::Date;

use super::Overrides;
use super::raw::WorkspaceToml;
use crate::history::{Archive, file};

/// The date the documents bear: a person's, or the workspace's.
pub(super) fn date(raw: &WorkspaceToml, overrides: &Overrides, source: &Arc<Source>) -> Result<Date> {
    let date = overrides.date.or_else(|| raw.date.as_ref().and_then(|date| date.to_string().parse().ok()));
    date.ok_or_else(|| Diagnostic::new(Code::NoDate).at(Location::file(source.path.clone())))
}

/// The date of an earlier or later period that was asked for: that of its last run, else the one that
/// it was filed with, else the workspace's, with a remark.
pub(super) fn date_of_period(
    raw: &WorkspaceToml,
    overrides: &Overrides,
    (period, date): (Period, Date),
    (pattern, archive): (&OutputPattern, &Archive),
    source: &Arc<Source>,
) -> (Date, Option<Diagnostic>) {
    let is_own = raw.period.parse().is_ok_and(|own: Period| own == period);
    if is_own || overrides.date.is_some() {
        return (date, None);
    }
    let head = huibian_manifest::head(&pattern.manifest()).filter(|head| head.period == period);
    let filed = || file::head(&archive.latest(period)?)?.date;
    if let Some(Ok(date)) = head.map(|head| head.date).or_else(filed).map(|date| date.parse()) {
        return (date, None);
    }
    let remark = Diagnostic::new(Code::OtherDate).with("period", period).with("date", date.to_string());
    (date, Some(remark.weighing(Severity::Warning).at(place_of(source, &["date"]))))
}
