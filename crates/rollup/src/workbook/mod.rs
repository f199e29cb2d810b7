//! The workbook of a unit above others: figures with live sums, how each unit stands, charts. The same overview gives
//! the same bytes.
//!
//! Sheets of figures go row by row through a file of the workbook writer's own: their memory does not grow with the
//! units. It has no name, and lies in the system's folder for temporary files, or in the one that is given where there is none.

mod change;
mod charts;
mod figures;
mod formula;
mod remarks;
mod standing;

use std::collections::HashSet;
use std::env::temp_dir;
use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::overview::Overview;

/// Beyond so many counts a sheet is too wide to read: each plugin has its own.
const WIDE: usize = 16;

/// The longest name of a sheet.
const SHEET_NAME: usize = 31;

/// A sheet of figures: its name and its columns.
struct Sheet {
    name: String,
    first: usize,
    end: usize,
}

/// The workbook's bytes. `beside` is the folder that it will lie in.
///
/// # Errors
/// O004 where rows cannot be put aside, R002 where the workbook writer fails.
pub fn workbook(overview: &Overview<'_>, beside: &Path) -> Result<Vec<u8>> {
    let unwritten = |path: &Path, error| {
        Diagnostic::new(Code::WriteFailed).with("path", path.display()).with("reason", error)
    };
    build(overview, beside).map_err(|error| match error {
        XlsxError::TempFileError(path, error) => unwritten(&path, error),
        XlsxError::IoError(error) => unwritten(&temp_dir(), error),
        error => Diagnostic::new(Code::Internal).with_detail("reason", error),
    })
}

fn build(overview: &Overview<'_>, beside: &Path) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    if workbook.set_tempdir(temp_dir()).is_err() {
        workbook.set_tempdir(beside)?;
    }
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(&overview.title).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let sheets = sheets(overview);
    for sheet in &sheets {
        figures::write(
            overview,
            sheet,
            workbook.add_worksheet_with_constant_memory()?.set_name(&sheet.name)?,
        )?;
    }
    if overview.rows.iter().any(|row| !row.previous.is_empty()) {
        let name = format!("较{}", overview.before);
        change::write(overview, &sheets, workbook.add_worksheet_with_constant_memory()?.set_name(name)?)?;
    }
    charts::write(overview, &sheets, workbook.add_worksheet().set_name("图表")?)?;
    standing::write(overview, workbook.add_worksheet_with_constant_memory()?.set_name("报送情况")?)?;
    if overview.remarks().next().is_some() {
        remarks::write(overview, workbook.add_worksheet_with_constant_memory()?.set_name("校验情况")?)?;
    }
    workbook.save_to_buffer()
}

/// One sheet for all counts, or one a plugin.
fn sheets(overview: &Overview<'_>) -> Vec<Sheet> {
    let columns = &overview.columns;
    if columns.len() <= WIDE {
        return vec![Sheet { name: "汇总".to_owned(), first: 0, end: columns.len() }];
    }
    let mut taken: HashSet<String> =
        ["图表", "报送情况", "校验情况", &format!("较{}", overview.before), "history"]
            .map(str::to_owned)
            .into();
    let mut sheets = Vec::new();
    let mut first = 0;
    while first < columns.len() {
        let manifest = columns[first].manifest;
        let same = columns[first..].iter().take_while(|column| column.manifest.id == manifest.id).count();
        let name = sheet_name(&manifest.title, &mut taken);
        sheets.push(Sheet { name, first, end: first + same });
        first += same;
    }
    sheets
}

/// A title without what the name of a sheet may not have, told from those before it.
fn sheet_name(title: &str, taken: &mut HashSet<String>) -> String {
    let mended: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()).collect();
    let mended = if mended.trim().is_empty() { "汇总" } else { mended.trim() };
    let mut number = 1;
    loop {
        let mark = if number == 1 { String::new() } else { format!("（{number}）") };
        let kept: String = mended.chars().take(SHEET_NAME / 2 - mark.chars().count()).collect();
        let name = kept + &mark;
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

/// A text as a cell takes it: a workbook holds no more, and nobody reads more.
fn cell_text(text: &str) -> String {
    const LONGEST: usize = 2000;
    text.chars().take(LONGEST).collect()
}

/// How wide a text stands, hanzi counting two.
fn width(text: &str) -> u32 {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_allowed_and_differ() {
        let mut taken = HashSet::new();
        let long = "很长的名称".repeat(9);
        for (title, expected) in [
            ("应急/值守：[一]", "应急值守：一"),
            ("应急值守：一", "应急值守：一（2）"),
            ("'", "汇总"),
            (long.as_str(), "很长的名称很长的名称很长的名称"),
            (long.as_str(), "很长的名称很长的名称很长（2）"),
        ] {
            assert_eq!(sheet_name(title, &mut taken), expected);
        }
    }
}
