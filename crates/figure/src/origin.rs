//! Where a figure comes from.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use huibian_contract::{CountSpec, Name, Period};

/// What a figure came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Records: rows of a ledger, fields, other counts. None where nobody named any.
    Records(Vec<Record>),
    /// The two counts that its ratio is of.
    Parts,
    /// So many of all units.
    Units {
        /// Those that gave it.
        gave: usize,
        /// All of them.
        all: usize,
    },
    /// Filed periods, and perhaps the report's own.
    Periods(Arc<[Period]>),
}

/// A record that a figure came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A field, or another count of its plugin.
    Named(Name),
    /// Rows of a ledger, from 1: runs of the first and the last one.
    Rows(Name, Vec<(usize, usize)>),
    /// In other words.
    Text(String),
}

impl Default for Origin {
    fn default() -> Self {
        Self::Records(Vec::new())
    }
}

impl Origin {
    /// One record.
    pub fn of(record: Record) -> Self {
        Self::Records(vec![record])
    }

    /// What it says, part by part, of a figure of `spec`.
    pub(crate) fn all<'o>(&'o self, spec: &'o CountSpec) -> impl Iterator<Item = Part<'o>> + Clone + use<'o> {
        (0..).map_while(move |at| self.part(spec, at))
    }

    fn part<'o>(&'o self, spec: &'o CountSpec, at: usize) -> Option<Part<'o>> {
        match self {
            Self::Records(records) => records.get(at).map(Part::Record),
            Self::Parts => {
                let ratio = spec.ratio.as_ref()?;
                [&ratio.num, &ratio.den].get(at).map(|name| Part::Name(name))
            }
            Self::Units { gave, all } => (at == 0).then_some(Part::Units(*gave, *all)),
            Self::Periods(periods) => periods.get(at).map(Part::Period),
        }
    }
}

/// A part of an origin, as it is printed.
#[derive(Clone, Copy)]
pub(crate) enum Part<'o> {
    Record(&'o Record),
    Name(&'o Name),
    Units(usize, usize),
    Period(&'o Period),
}

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(record) => record.fmt(f),
            Self::Name(name) => name.fmt(f),
            Self::Units(gave, all) => write!(f, "units {gave}/{all}"),
            Self::Period(period) => period.fmt(f),
        }
    }
}

impl Record {
    /// Rows of a ledger, by their numbers in order; the ledger alone where there are none.
    pub fn rows(ledger: &Name, rows: &[usize]) -> Self {
        let runs = rows.chunk_by(|one, next| one + 1 == *next);
        let runs: Vec<_> = runs.filter_map(|run| Some((*run.first()?, *run.last()?))).collect();
        if runs.is_empty() { Self::Named(ledger.clone()) } else { Self::Rows(ledger.clone(), runs) }
    }

    /// A record as a plugin's code names it: `sessions_total`, `sessions#1-12`. `known` are its fields and counts; what is
    /// written otherwise stays as it is.
    pub fn read<'n>(text: String, known: impl Fn(&str) -> Option<&'n Name>) -> Self {
        let (name, rows) = match text.split_once('#') {
            Some((name, rows)) => (name, Some(rows)),
            None => (text.as_str(), None),
        };
        let read = known(name).and_then(|name| match rows {
            None => Some(Self::Named(name.clone())),
            Some(rows) => Some(Self::Rows(name.clone(), rows.split(',').map(run).collect::<Option<_>>()?)),
        });
        read.unwrap_or(Self::Text(text))
    }

    /// The field or count that it names.
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) | Self::Rows(name, _) => name.as_str(),
            Self::Text(text) => text.split('#').next().unwrap_or(text),
        }
    }
}

/// `3` or `1-12`, as they are printed.
fn run(text: &str) -> Option<(usize, usize)> {
    let number =
        |text: &str| text.parse().ok().filter(|_| text.starts_with(|c: char| matches!(c, '1'..='9')));
    match text.split_once('-') {
        Some((first, last)) => Some((number(first)?, number(last)?)).filter(|(first, last)| first != last),
        None => number(text).map(|number| (number, number)),
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => name.fmt(f),
            Self::Text(text) => text.fmt(f),
            Self::Rows(name, runs) => {
                name.fmt(f)?;
                for (index, (first, last)) in runs.iter().enumerate() {
                    f.write_char(if index == 0 { '#' } else { ',' })?;
                    first.fmt(f)?;
                    if first != last {
                        f.write_char('-')?;
                        last.fmt(f)?;
                    }
                }
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_by_their_runs() {
        let ledger = Name::new("sessions").unwrap();
        for (rows, words) in [
            (&[1, 2, 3, 5][..], "sessions#1-3,5"),
            (&[2], "sessions#2"),
            (&[], "sessions"),
            (&[1, 2], "sessions#1-2"),
        ] {
            let record = Record::rows(&ledger, rows);
            assert_eq!(record.to_string(), words);
            assert_eq!(
                Record::read(words.to_owned(), |name| (name == "sessions").then_some(&ledger)),
                record
            );
        }
    }

    #[test]
    fn what_is_named_otherwise_is_printed_as_it_was_named() {
        let ledger = Name::new("sessions").unwrap();
        for text in [
            "sessions#x",
            "sessions#0",
            "sessions#01",
            "sessions#2-2",
            "sessions#",
            "其他#1",
            "",
            "a b",
            "sessions#3-1",
        ] {
            let record = Record::read(text.to_owned(), |name| (name == "sessions").then_some(&ledger));
            assert_eq!(record.to_string(), text);
        }
    }
}
