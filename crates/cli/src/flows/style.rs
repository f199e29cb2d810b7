//! `huibian style`: which house styles there are, what each says, and whether it can be used. None of this needs a workspace.

use std::path::PathBuf;

use huibian_engine::installation::installation;
use huibian_style::{StyleLibrary, StyleValue, remarks};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Faults, end, folder, impossible};
use crate::End;
use crate::arguments::Common;
use crate::named::Named;
use crate::print::Printer;
use crate::table::table;

/// The styles within reach, and the one that the report has.
struct Reach {
    shelf: StyleLibrary,
    used: Option<PathBuf>,
}

impl Reach {
    fn new(common: &Common) -> Self {
        let workspace = folder(common).ok();
        let installation = installation().ok().or_else(|| workspace.clone()).unwrap_or_default();
        let used = workspace.as_ref().and_then(|folder| {
            let style = Named::read(folder).style(common.report.as_deref())?;
            let roots = [folder.as_path(), &installation];
            Some(
                roots
                    .iter()
                    .map(|root| root.join(&style))
                    .find(|path| path.is_file())
                    .unwrap_or(folder.join(&style)),
            )
        });
        Self { shelf: StyleLibrary::new(workspace.as_deref(), &installation), used }
    }

    /// The style that is named, or that of the report.
    fn find(&self, name: Option<&str>) -> Result<PathBuf, Faults> {
        match (name, &self.used) {
            (Some(name), _) => self.shelf.find(name).map_err(|fault| vec![fault]),
            (None, Some(path)) => Ok(path.clone()),
            (None, None) => self.shelf.find(DEFAULT).map_err(|fault| vec![fault]),
        }
    }
}

/// Columns that a value has before it is cut: a line is to fit on a terminal.
const WIDEST: usize = 40;

/// The style that is shown where nothing says which.
const DEFAULT: &str = "gbt9704";

pub fn list(common: &Common, printer: &Printer) -> End {
    let reach = Reach::new(common);
    let mut faults = Vec::new();
    let rows = reach.shelf.list().into_iter().map(|style| {
        let is_used = reach.used.as_ref().is_some_and(|used| *used == style.path);
        let used = if is_used { printer.text("style-used", &[]) } else { String::new() };
        let place = printer.here.path(&style.path);
        match reach.shelf.read(&style.path) {
            Ok(file) => [style.id, file.style.name.clone(), file.inherits().unwrap_or_default(), used, place],
            Err(found) => {
                let code = found.first().map_or_else(String::new, |fault| fault.code().to_string());
                faults.extend(found);
                [style.id, printer.text("plugin-broken", &[("code", &code)]), String::new(), used, place]
            }
        }
    });
    let rows: Vec<[String; 5]> = rows.collect();
    let head = ["style", "title", "inherits", "status", "place"];
    printer.say(table(head.map(|name| column(printer, name)), rows));
    printer.faults(&faults);
    end(faults.is_empty())
}

pub fn show(common: &Common, printer: &Printer, name: Option<&str>, toml: bool) -> End {
    let reach = Reach::new(common);
    let file = match reach.find(name).and_then(|path| reach.shelf.read(&path)) {
        Ok(file) => file,
        Err(faults) => return impossible(printer, &faults),
    };
    if toml {
        printer.say(file.text(printer.catalog).trim_end());
        return End::Clean;
    }
    let path = printer.here.path(file.path());
    printer.mention(printer.text("style-heading", &[("name", &file.style.name), ("path", &path)]));
    printer.mention("");
    let is_chinese = file.style.language.starts_with("zh");
    let mut rows: Vec<_> = file.values().iter().map(|value| row(printer, value, is_chinese)).collect();
    let mut is_cut = false;
    for [_, value, ..] in &mut rows {
        if let Some(short) = shortened(value, WIDEST) {
            (*value, is_cut) = (short, true);
        }
    }
    let head = ["key", "value", "clause", "from"];
    printer.say(table(head.map(|name| column(printer, name)), rows));
    if is_cut {
        printer.mention(format_args!("\n{}", printer.text("style-cut", &[])));
    }
    End::Clean
}

pub fn check(common: &Common, printer: &Printer, file: Option<&str>) -> End {
    let reach = Reach::new(common);
    let path = match reach.find(file) {
        Ok(path) => path,
        Err(faults) => return impossible(printer, &faults),
    };
    let here = printer.here.path(&path);
    match reach.shelf.read(&path) {
        Ok(file) => {
            let remarks = remarks(&file);
            printer.remarks(&remarks);
            printer.mention(printer.text("style-checked", &[("path", &here), ("count", &remarks.len())]));
            End::Clean
        }
        Err(faults) => {
            printer.faults(&faults);
            printer.mention(printer.text("style-unchecked", &[("path", &here), ("count", &faults.len())]));
            end(false)
        }
    }
}

/// A value as a row: its key, the value with its unit, the clause, the file.
fn row(printer: &Printer, value: &StyleValue, is_chinese: bool) -> [String; 4] {
    let written =
        value.unit().map_or_else(String::new, |unit| printer.text(&format!("style-unit-{unit}"), &[]));
    let joint = if written.is_empty() || written.starts_with('/') { "" } else { " " };
    let clause = if is_chinese { value.clause() } else { "" };
    let from = value.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    [value.path.join("."), format!("{}{joint}{written}", value.written), clause.to_owned(), from]
}

/// The beginning of a text that is wider than so many columns.
fn shortened(text: &str, most: usize) -> Option<String> {
    if text.width() <= most {
        return None;
    }
    let mut room = most - 1;
    let fits = |c: &char| match room.checked_sub(c.width().unwrap_or(0)) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    Some(text.chars().take_while(fits).chain(['…']).collect())
}

fn column(printer: &Printer, name: &str) -> String {
    printer.text(&format!("style-column-{name}"), &[])
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_value_is_cut_by_columns() {
        assert_eq!(shortened("\"黑体\"", 6), None);
        assert_eq!(shortened("黑体黑体", 6).unwrap(), "黑体…");
        assert_eq!(shortened("abcdefgh", 6).unwrap(), "abcde…");
    }
}
