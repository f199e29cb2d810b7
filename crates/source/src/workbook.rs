//! Workbooks as sheets. By what a file holds, not by its name.

use std::path::Path;
use std::sync::Arc;

use huibian_diagnostic::{Diagnostic, Result};
use huibian_workbook::{Limit, Unreadable};

use crate::listing::{Form, form};
use huibian_sheet::Sheet;
use huibian_sheet::csv::{unreadable, utf_16};

/// Reads every sheet of a workbook out of its bytes.
///
/// # Errors
/// D001 when it cannot be read.
pub fn read(path: &Path, bytes: &[u8]) -> Result<Vec<Sheet>> {
    if bytes.is_empty() {
        return Err(unreadable(path, "empty", ""));
    }
    let book = huibian_workbook::read(bytes).map_err(|fault| fault_of(path, &fault))?;
    let is_1904 = book.is_1904;
    let sheet = |sheet: huibian_workbook::Sheet| Sheet {
        path: Arc::from(path),
        name: Arc::from(sheet.name),
        is_text: false,
        is_visible: sheet.is_visible,
        is_1904,
        rows: sheet.rows,
        merged: sheet.merged,
        hidden_rows: sheet.hidden_rows,
        hidden_columns: sheet.hidden_columns,
        struck_rows: sheet.struck_rows,
        struck_parts: sheet.struck_parts,
        unseen_zeros: sheet.unseen_zeros,
        commented: sheet.commented,
    };
    Ok(book.sheets.into_iter().map(sheet).collect())
}

/// Whether a file is to be read as a workbook: what begins as one, and what has a workbook's name and holds no plain text.
pub fn is_workbook(path: &Path, bytes: &[u8]) -> bool {
    let is_text =
        || !is_marked_up(bytes) && (has_mark(bytes) || !bytes.contains(&0) || utf_16(bytes).is_some());
    let is_other = || bytes.is_empty() || bytes.starts_with(b"%PDF") || !is_text();
    huibian_workbook::is_workbook(bytes) || (form(path) != Some(Form::Csv) && is_other())
}

/// Web pages and XML, which web systems give the name of workbooks.
fn is_marked_up(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    text.starts_with(b"<")
}

fn has_mark(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

fn fault_of(path: &Path, fault: &Unreadable) -> Diagnostic {
    match fault {
        Unreadable::Password => unreadable(path, "password", ""),
        Unreadable::Format(detail) => unreadable(path, "format", detail),
        Unreadable::Large(Limit::Cells) => unreadable(path, "cells", ""),
        Unreadable::Large(Limit::Text) => unreadable(path, "text", ""),
        Unreadable::Large(Limit::Expanded) => unreadable(path, "expanded", ""),
        Unreadable::Broken(detail) => unreadable(path, "broken", detail),
    }
}
