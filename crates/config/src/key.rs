//! Where in a text a key, or its value, stands.

use std::ops::Range;
use std::sync::Arc;

use huibian_diagnostic::{Location, Source};
use toml::de::{DeTable, DeValue};

/// What of a key is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The key itself.
    Key,
    /// Its value.
    Value,
}

/// The place of a key; of the nearest one above it where it is missing, and of the file where there is none.
pub fn place_of_part(source: &Arc<Source>, path: &[String], part: Part) -> Location {
    let found = DeTable::parse(&source.text).ok().and_then(|file| span(file.get_ref(), path, part));
    found.map_or_else(|| Location::file(source.path.clone()), |span| Location::span(source, span))
}

fn span(table: &DeTable<'_>, path: &[String], part: Part) -> Option<Range<usize>> {
    let (first, rest) = path.split_first()?;
    let (key, value) = table.get_key_value(first.as_str())?;
    let here = if part == Part::Key && rest.is_empty() { key.span() } else { value.span() };
    let below = match value.get_ref() {
        DeValue::Table(table) => span(table, rest, part),
        DeValue::Array(levels) => {
            let level = rest.first().and_then(|level| level.parse::<usize>().ok()?.checked_sub(1));
            let level = level.and_then(|level| levels.get(level));
            level.and_then(|level| {
                let below = level.get_ref().as_table().and_then(|table| span(table, &rest[1..], part));
                below.or_else(|| Some(level.span()))
            })
        }
        _ => None,
    };
    below.or(Some(here))
}
