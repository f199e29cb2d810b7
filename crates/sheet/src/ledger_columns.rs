//! What a column of a ledger is of, by its header: a column's label, with its measure or without, or its key.

use huibian_contract::{ColumnType, Period};
use huibian_diagnostic::{Code, Diagnostic};

use crate::columns::{Field, with_measure};
use crate::heads::{LONGEST, is_remarks, is_unit, plain, says_alike, undecorated};
use crate::measure;
use crate::own_measure::{Measured, bare};
use crate::period_in_name;
use crate::sheet_choice::NamedPeriod;

/// What a column of a ledger is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerColumn {
    /// The unit, by its name or id.
    Unit,
    /// A column, by its name.
    Column(String),
    /// The person's own remarks.
    Remarks,
}

/// What a column of a ledger is of.
///
/// # Errors
/// D003 and D049, without a place.
pub fn ledger_column(ledger: &Field, header: &str) -> Result<LedgerColumn, Diagnostic> {
    if header.len() > LONGEST {
        return Err(Diagnostic::new(Code::UnknownColumn).with("header", header.trim()));
    }
    let name = plain(header);
    let called = |name: &str| {
        ledger.spec.columns.iter().find(|(key, column)| {
            plain(&column.label) == name
                || plain(&with_measure(&column.label, &column.measure)) == name
                || key.as_str() == name
                || format!("{}.{key}", ledger.key()) == name
        })
    };
    if let Some((key, _)) = called(&name).or_else(|| called(undecorated(&name))) {
        return Ok(LedgerColumn::Column(key.to_string()));
    }
    let is_known = |text: &str| ledger.spec.columns.values().any(|column| plain(&column.measure) == text);
    if let Some((name, said)) = measure::parted(header, is_known) {
        let is_number = |kind| matches!(kind, ColumnType::Integer | ColumnType::Decimal);
        let mut columns = ledger.spec.columns.iter();
        if let Some((key, _)) = columns.find(|(_, one)| is_number(one.kind) && bare(&one.label) == name) {
            let found = LedgerColumn::Column(key.to_string());
            return ledger_measured(ledger, &found, |of| of.hold(header, &said)).map(|()| found);
        }
    }
    if is_unit(header) {
        Ok(LedgerColumn::Unit)
    } else if is_remarks(&name) {
        Ok(LedgerColumn::Remarks)
    } else {
        let known = ledger.spec.columns.values().map(|column| column.label.as_str());
        let known = known.filter(|label| says_alike(header, label));
        let fault = Diagnostic::new(Code::UnknownColumn).with("header", header.trim());
        Err(fault.suggest(header.trim(), known))
    }
}

/// The same where the header may say the period as well: 户数（本季度） is of 户数.
///
/// # Errors
/// D003 and D049, without a place.
pub fn ledger_column_in(
    ledger: &Field,
    header: &str,
    period: Option<Period>,
) -> Result<LedgerColumn, Diagnostic> {
    let found = ledger_column(ledger, header);
    if !found.as_ref().is_err_and(|fault| fault.code() == Code::UnknownColumn) {
        return found;
    }
    let own = period.zip(period_in_name::parted(header)).and_then(|(period, (name, time))| {
        (period_in_name::said_of(&time, period) == NamedPeriod::This).then(|| ledger_column(ledger, &name))
    });
    own.filter(|own| matches!(own, Ok(LedgerColumn::Column(_)))).unwrap_or(found)
}

/// Holds what a head says of a ledger column's measure against it; of what is no number nothing is said.
///
/// # Errors
/// What `hold` says.
pub fn ledger_measured(
    ledger: &Field,
    column: &LedgerColumn,
    hold: impl FnOnce(Measured<'_>) -> Result<(), Diagnostic>,
) -> Result<(), Diagnostic> {
    let LedgerColumn::Column(name) = column else { return Ok(()) };
    let Some(spec) = ledger.spec.columns.get(name.as_str()) else { return Ok(()) };
    if !matches!(spec.kind, ColumnType::Integer | ColumnType::Decimal) {
        return Ok(());
    }
    hold(Measured { key: &format!("{}.{name}", ledger.key()), label: &spec.label, own: &spec.measure })
}
