//! `huibian map`: what is understood of an office's own table, and the sections of `workspace.toml` that say the rest.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use huibian_diagnostic::Diagnostic;
use huibian_source::table_reader::TableReader;
use huibian_source::understanding::{Understanding, Understood, What, understand};
use huibian_source::{Disk, SourceSpec};
use huibian_store::Staged;
use toml_edit::{DocumentMut, InlineTable, Item, Key, Table, Value};

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;
use crate::table::table;

/// Which table, and whether what is proposed is written.
#[derive(Args)]
pub struct Map {
    table: PathBuf,
    #[arg(long)]
    write: bool,
}

/// A line of a section: its key, its value, and what stands behind it.
struct Line {
    key: String,
    value: Value,
    note: String,
    /// Whether it is to be filled in first.
    is_open: bool,
}

impl Flow for Map {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let workspace = context.load()?;
        let at = SourceSpec {
            path: self.table.clone(),
            previous: None,
            period: Some(workspace.period),
            tables: workspace.table_options.clone(),
            files: Arc::new(Disk),
        };
        let understanding = understand(&TableReader::new(&at, &workspace.fields), &self.table)?;
        let all = || understanding.columns.iter().chain(&understanding.cells);
        let rows: Vec<[String; 4]> = all().map(|one| row(printer, one)).collect();
        let header =
            ["place", "head", "field", "examples"].map(|name| printer.text(&format!("map-{name}"), &[]));
        printer.say(format_args!("{}\n", table(header, rows)));
        let (columns, cells) = lines(&understanding);
        let end = End::of(!understanding.is_of_no_field());
        if understanding.is_of_no_field() {
            printer.say(printer.text("map-nothing", &[]));
        } else if columns.is_empty() && cells.is_empty() {
            printer.say(printer.text("map-understood", &[]));
            return Ok(end);
        }
        for (section, lines) in [("columns", &columns), ("cells", &cells)] {
            if !lines.is_empty() {
                printer.say(format_args!("[units.{section}]"));
                lines.iter().for_each(|line| printer.say(text(line)));
                printer.say("");
            }
        }
        // Where there is not even a guess nothing stands there that would do anything.
        if columns.iter().chain(&cells).all(|line| line.is_open) && understanding.is_of_no_field() {
            return Ok(end);
        }
        let path = workspace.folder.join("workspace.toml");
        if !self.write {
            printer.say(printer.text("map-paste", &[("path", &printer.here.path(&path))]));
            return Ok(end);
        }
        let _held = context.hold_workspace("", "map")?;
        let written = write(&path, &[("columns", &columns), ("cells", &cells)])?;
        let shown = printer.here.path(&path);
        printer.say(printer.text("map-written", &[("path", &shown), ("count", &written)]));
        Ok(end)
    }
}

/// A row of what is understood.
fn row(printer: &Printer, one: &Understood) -> [String; 4] {
    let field = match &one.what {
        What::Known(key) => key.clone(),
        What::Unread => printer.text("map-unread", &[]),
        What::Perhaps(key, None) => printer.text("map-perhaps", &[("key", key)]),
        What::Perhaps(key, Some(factor)) => {
            printer.text("map-perhaps", &[("key", &format_args!("{key} × {factor}"))])
        }
        What::Unknown => printer.text("map-unknown", &[]),
    };
    [
        format!("{}!{}", one.sheet, one.place),
        one.head.replace('\n', " "),
        field,
        one.examples.join(" | ").replace('\n', " "),
    ]
}

/// The lines of both sections: of columns those that are not understood, of a form all that have a place.
fn lines(understanding: &Understanding) -> (Vec<Line>, Vec<Line>) {
    let mut columns: Vec<Line> = Vec::new();
    for one in &understanding.columns {
        let (value, is_open) = match &one.what {
            What::Known(_) | What::Unread => continue,
            What::Perhaps(key, None) => (Value::from(key.as_str()), false),
            What::Perhaps(key, Some(factor)) => {
                let mut scaled = InlineTable::new();
                scaled.insert("field", key.as_str().into());
                scaled.insert("factor", factor.to_string().into());
                (Value::from(scaled), false)
            }
            What::Unknown => (Value::from("remarks"), true),
        };
        if columns.iter().all(|line| line.key != one.head) {
            columns.push(Line { key: one.head.clone(), value, note: one.examples.join(" | "), is_open });
        }
    }
    let mut cells: Vec<Line> = Vec::new();
    for one in &understanding.cells {
        let (key, factor) = match &one.what {
            What::Known(key) if key == "unit.name" => continue,
            What::Known(key) => (key.clone(), None),
            What::Perhaps(key, factor) => (key.clone(), *factor),
            What::Unread => continue,
            What::Unknown => (String::new(), None),
        };
        let mut place = InlineTable::new();
        place.insert(if one.is_above { "above" } else { "row" }, one.head.as_str().into());
        if let Some(column) = &one.column {
            place.insert("column", column.as_str().into());
        }
        if let Some(factor) = factor {
            place.insert("factor", factor.to_string().into());
        }
        let is_open = key.is_empty() || cells.iter().any(|line| line.key == key);
        cells.push(Line { key, value: Value::from(place), note: one.examples.join(" | "), is_open });
    }
    (columns, cells)
}

/// A line as it is written; one that is to be filled in first is a comment.
fn text(line: &Line) -> String {
    let note = line.note.replace('\n', " ");
    let note = if note.is_empty() { note } else { format!("  # {note}") };
    let mark = if line.is_open { "# " } else { "" };
    format!("{mark}{} = {}{note}", Key::new(&line.key), line.value)
}

/// Writes into the sections what they do not say yet, and leaves all else as it is. Returns how many lines were written.
fn write(path: &Path, sections: &[(&str, &Vec<Line>)]) -> Result<usize, Diagnostic> {
    let source = huibian_config::read(path)?;
    let mut document: DocumentMut = source.text.parse().map_err(|error: toml_edit::TomlError| {
        huibian_config::syntax_fault(&source, error.message(), error.span())
    })?;
    let mut written = 0;
    for (section, lines) in sections {
        let due: Vec<&Line> = lines.iter().filter(|line| !line.is_open).collect();
        if due.is_empty() {
            continue;
        }
        let units = document.entry("units").or_insert(Item::Table(Table::new()));
        let Some(units) = units.as_table_like_mut() else { continue };
        let section = units.entry(section).or_insert(Item::Table(Table::new()));
        let Some(section) = section.as_table_like_mut() else { continue };
        for line in due {
            if !section.contains_key(&line.key) {
                section.insert(&line.key, Item::Value(line.value.clone()));
                written += 1;
            }
        }
    }
    let mut file = Staged::new(path)?;
    file.write(document.to_string().as_bytes())?;
    file.place()?;
    Ok(written)
}
