//! Whether what a document says has room on its pages, and what must break for that: told alike for every paged format.

use huibian_diagnostic::{Code, Diagnostic, Result, Severity};
use huibian_document::{Assembled, HouseStyle, Table, plain_text};
use huibian_layout::fit;
use huibian_writers::Format;

/// How many words a finding names.
const NAMED: usize = 5;

/// Whether files of a format have pages.
pub fn is_paged(format: &Format) -> bool {
    matches!(format.extension(), "docx" | "pdf")
}

/// What to tell of a document's tables.
///
/// # Errors
/// O012 for a table that no page has room for.
pub fn check(assembled: &Assembled, style: &HouseStyle) -> Result<Option<Diagnostic>> {
    let mut broken = Vec::new();
    for table in assembled.tables() {
        let fit = fit(table, style);
        if !fit.has_room {
            let fault = Diagnostic::new(Code::TableTooWide).with("table", name(table));
            return Err(fault.with("columns", table.columns().len()));
        }
        broken.extend(fit.broken);
    }
    broken.dedup();
    broken.truncate(NAMED);
    let finding =
        || Diagnostic::new(Code::BrokenWords).with("words", broken.join(", ")).weighing(Severity::Note);
    Ok((!broken.is_empty()).then(finding))
}

/// What a table is called, or what its head says.
fn name(table: &Table) -> String {
    if !table.caption.is_empty() {
        return plain_text(&table.caption);
    }
    let head = table.rows().first().into_iter().flatten().take(3);
    head.map(|cell| plain_text(&cell.content)).collect::<Vec<_>>().join(" | ")
}
