//! Where the keys of a TOML file stand: the file is gone through once, when a place is first asked for, however many are.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use huibian_diagnostic::{Location, Source};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The places of a file's keys.
#[derive(Clone, Debug)]
pub struct Places {
    source: Arc<Source>,
    file: OnceLock<Below>,
}

/// Keys by name; the items of a list by number, from 1.
type Below = HashMap<String, Spans>;

#[derive(Clone, Debug)]
struct Spans {
    key: Range<usize>,
    value: Range<usize>,
    below: Below,
}

impl Places {
    /// Of a file that need not be TOML: it then has no keys.
    pub fn of(source: &Arc<Source>) -> Self {
        Self { source: source.clone(), file: OnceLock::new() }
    }

    /// The value under a path of keys; of the nearest one above it where it is missing, and the beginning of the file where there is none.
    pub fn value(&self, path: &[impl AsRef<str>]) -> Location {
        self.place(self.nearest(path).map(|(found, _)| found.value.clone()))
    }

    /// The last key of a path; the value of the nearest one above it where it is missing, and the beginning of the file where there is none.
    pub fn key(&self, path: &[impl AsRef<str>]) -> Location {
        let span = |(found, depth): (&Spans, usize)| {
            if depth == path.len() { found.key.clone() } else { found.value.clone() }
        };
        self.place(self.nearest(path).map(span))
    }

    fn place(&self, span: Option<Range<usize>>) -> Location {
        Location::span(&self.source, span.unwrap_or_default())
    }

    /// The last key of a path that is there, and how many lead to it.
    fn nearest(&self, path: &[impl AsRef<str>]) -> Option<(&Spans, usize)> {
        let file =
            || DeTable::parse(&self.source.text).map_or_else(|_| Below::new(), |file| below(file.get_ref()));
        let (mut found, mut keys) = (None, self.file.get_or_init(file));
        for (depth, name) in path.iter().enumerate() {
            let Some(key) = keys.get(name.as_ref()) else { break };
            (found, keys) = (Some((key, depth + 1)), &key.below);
        }
        found
    }
}

fn below(table: &DeTable<'_>) -> Below {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), of_value(key.span(), value))).collect()
}

fn of_value(key: Range<usize>, value: &Spanned<DeValue<'_>>) -> Spans {
    let below = match value.get_ref() {
        DeValue::Table(table) => below(table),
        DeValue::Array(items) => {
            let items = items.iter().enumerate();
            items.map(|(index, item)| ((index + 1).to_string(), of_value(item.span(), item))).collect()
        }
        _ => Below::new(),
    };
    Spans { key, value: value.span(), below }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_key_is_found() {
        let source = Source::new("a.toml", "[a]\nb = 1\n[[c]]\nd = 2\n[[c]]\nd = 3\n");
        let places = Places::of(&source);
        let told = |place: Location| place.line_and_column();
        assert_eq!(told(places.value(&["a", "b"])), Some((2, 5)));
        assert_eq!(told(places.key(&["a", "b"])), Some((2, 1)));
        assert_eq!(told(places.key(&["c", "2", "d"])), Some((6, 1)));
        assert_eq!(told(places.value(&["a", "x"])), told(places.value(&["a"])));
        assert_eq!(told(places.key(&["a", "x"])), told(places.value(&["a"])));
        assert_eq!(told(places.value(&["c", "3", "d"])), told(places.value(&["c"])));
        assert_eq!(told(places.value(&["x"])), Some((1, 1)));
        assert_eq!(told(Places::of(&Source::new("a.toml", "= =")).value(&["x"])), Some((1, 1)));
    }
}
