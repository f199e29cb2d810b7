//! Required fields that a table has no column for, and sections that it has none for.

use huibian_contract::Absent;
use huibian_diagnostic::{Code, Diagnostic, Faults};

use crate::tables::Ledger;
use huibian_sheet::Sheet;
use huibian_sheet::columns::{Column, Field, FieldIndex};
use huibian_sheet::layout::Layout;

/// A section of fields, and the one of them that has no column, or all of them.
pub(crate) type AbsentField = (String, Option<String>);

/// Required fields that have no column although their section has some, and sections that have none.
pub(crate) fn absent(
    sheet: &Sheet,
    index: &FieldIndex,
    layout: &Layout<Column>,
    ledgers: &[Ledger],
) -> (Vec<AbsentField>, Faults) {
    let place = sheet.place(layout.row, 0);
    let mut absent = Vec::new();
    let mut faults = Faults::new();
    let mapped = |at: usize| layout.columns.iter().any(|(_, one)| *one == Column::Field(at));
    let fields = index.fields.iter().enumerate().map(|(at, field)| (field, mapped(at)));
    let sheets = index.ledgers.iter().enumerate();
    let sheets = sheets.map(|(at, field)| (field, ledgers.iter().any(|ledger| ledger.field == at)));
    let all: Vec<(&Field, bool)> = fields.chain(sheets).collect();
    let shared = |field: &Field| {
        let name = field.spec.from.as_deref().and_then(|from| from.strip_prefix("shared."));
        name.is_some_and(|name| all.iter().any(|(f, there)| *there && f.table == "shared" && f.name == name))
    };
    for plugin in &index.plugins {
        let own = || all.iter().filter(|(field, _)| field.table == plugin.id.as_str());
        if own().all(|(_, there)| !there) {
            if plugin.absent == Absent::Error {
                let fault = Diagnostic::new(Code::ColumnMissing)
                    .with("label", &plugin.title)
                    .with("key", format!("{}.*", plugin.id));
                faults.push(fault.at(place.clone()));
                absent.push((plugin.id.to_string(), None));
            }
            continue;
        }
        for (field, there) in own() {
            if field.spec.required && !there && !shared(field) {
                let fault = Diagnostic::new(Code::ColumnMissing)
                    .with("label", &field.spec.label)
                    .with("key", field.key());
                faults.push(fault.at(place.clone()));
                absent.push((plugin.id.to_string(), Some(field.name.clone())));
            }
        }
    }
    // A column that is not understood may be the one that is missing.
    (absent, if layout.faults.is_empty() { faults } else { Faults::new() })
}
