//! `huibian style show`: what a style says, value by value.

use clap::Args;
use huibian_style::StyleValue;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::reach::{Reach, column};
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;
use crate::table::table;

/// Columns that a value has before it is cut: a line is to fit on a terminal.
const WIDEST: usize = 40;

/// Which, by name or path, if not the report's; and how.
#[derive(Args)]
pub struct Show {
    name: Option<String>,
    #[arg(long)]
    toml: bool,
}

impl Flow for Show {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context);
        let file = reach.shelf.read(&reach.find(self.name.as_deref())?)?;
        if self.toml {
            printer.say(file.text(printer.catalog).trim_end());
            return Ok(End::Clean);
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
        Ok(End::Clean)
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
