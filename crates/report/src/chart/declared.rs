//! Charts as they are declared, every count in them known.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use huibian_config::bounds::read_within;
use huibian_config::place_of;
use huibian_contract::{Basis, CountKind};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};
use huibian_document::Length;
use huibian_figure::{CountIndex, Counts};
use huibian_template::{PlacedKind, Use};

use super::raw::{ChartToml, KindToml, RowsToml};
use crate::declarations::Declarations;

const FOLDER: &str = "templates/charts";
/// What a reader keeps apart.
const MOST_SERIES: usize = 6;
const PERIODS: std::ops::RangeInclusive<u8> = 2..=12;
const USUAL_PERIODS: u8 = 5;

/// A chart that can be drawn.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Lines, not bars.
    pub is_line: bool,
    /// What it is of.
    pub title: String,
    /// What stands along its axis.
    pub rows: RowsToml,
    /// Its counts, each with what it is called and what is printed after its digits.
    pub values: Vec<Charted>,
    /// Earlier periods beside the report's own.
    pub compare: Vec<Basis>,
    /// How many periods earlier than the report's own.
    pub earlier: usize,
    /// How high it is.
    pub height: Option<Length>,
}

/// A count of a chart.
#[derive(Clone, Debug)]
pub struct Charted {
    /// The count.
    pub index: CountIndex,
    /// What the chart calls it.
    pub label: String,
    /// What is printed after its digits.
    pub measure: String,
}

/// The charts that templates place.
#[derive(Debug, Default)]
pub struct Charts(BTreeMap<String, Chart>);

impl Charts {
    /// Those that are of a count, of units or of the report's own.
    pub fn of(&self, index: CountIndex, of_units: bool) -> impl Iterator<Item = &Chart> {
        let is_meant = move |chart: &&Chart| (chart.rows == RowsToml::Units) == of_units;
        self.0.values().filter(is_meant).filter(move |chart| chart.values.iter().any(|it| it.index == index))
    }

    /// Reads what templates name, from the first of the folders that has it.
    pub fn load(uses: &[Use], roots: [&Path; 2], all: Declarations<'_>, faults: &mut Faults) -> Self {
        let mut charts = Self::default();
        let named: Vec<&Use> = uses.iter().filter(|used| used.kind == PlacedKind::Chart).collect();
        if named.is_empty() {
            return charts;
        }
        let mut refused = Vec::new();
        for used in named {
            if charts.0.contains_key(&used.name) || refused.contains(&&used.name) {
                continue;
            }
            let paths = roots.map(|root| root.join(FOLDER).join(format!("{}.toml", used.name)));
            let path = paths.iter().find(|path| path.is_file());
            let Some(path) = path.filter(|_| !used.name.contains(['/', '\\', '.'])) else {
                let known: Vec<String> = roots.iter().flat_map(|root| ids(root)).collect();
                let fault = Diagnostic::new(Code::ChartMissing).with("id", &used.name);
                let fault = fault.with("path", paths[0].display());
                faults
                    .push(fault.suggest(&used.name, known.iter().map(String::as_str)).at(used.place.clone()));
                continue;
            };
            let parsed = read_within(path, &roots).map_err(Faults::from).and_then(|source| {
                let raw: ChartToml = huibian_config::parse_all(&source)?;
                declared(raw, &source, all.counts)
            });
            match parsed {
                Ok(chart) => {
                    charts.0.insert(used.name.clone(), chart);
                }
                Err(found) => {
                    refused.push(&used.name);
                    faults.extend(found);
                }
            }
        }
        charts
    }

    /// A chart by its id.
    pub fn get(&self, id: &str) -> Option<&Chart> {
        self.0.get(id)
    }

    /// How many periods before the report's own some chart goes back.
    pub fn earlier(&self) -> usize {
        self.0.values().map(|chart| chart.earlier).max().unwrap_or(0)
    }
}

/// The ids of the charts below a folder.
fn ids(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join(FOLDER)).into_iter().flatten().flatten();
    let mut ids: Vec<String> = entries
        .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".toml")?.to_owned()))
        .collect();
    ids.sort();
    ids
}

fn declared(raw: ChartToml, source: &Arc<Source>, counts: &Counts) -> Result<Chart, Faults> {
    let mut faults = Faults::new();
    let mut misuse = |reason: &str, place: Location| {
        faults.push(Diagnostic::new(Code::ChartUse).with("reason", reason).at(place));
    };
    let at = |key: &str| place_of(source, &[key]);
    if raw.values.is_empty() {
        misuse("empty", at("values"));
    }
    if raw.kind == KindToml::Line && raw.rows != RowsToml::Periods {
        misuse("line", at("kind"));
    }
    if let Some(compare) = raw.compare.first().filter(|_| raw.rows != RowsToml::Counts) {
        misuse("compare", Location::span(source, compare.span()));
    }
    if raw.rows != RowsToml::Counts && raw.values.len() > MOST_SERIES {
        misuse("many", Location::span(source, raw.values[MOST_SERIES].count.span()));
    }
    let periods = raw.periods.as_ref().map_or(USUAL_PERIODS, |periods| *periods.get_ref());
    if let Some(given) = &raw.periods
        && (raw.rows != RowsToml::Periods || !PERIODS.contains(&periods))
    {
        misuse("periods", Location::span(source, given.span()));
    }
    let (mut values, mut first): (Vec<Charted>, Option<bool>) = (Vec::new(), None);
    for value in &raw.values {
        let given = value.count.get_ref();
        let place = Location::span(source, value.count.span());
        let Some(index) = counts.named(given) else {
            let known: Vec<String> = counts.all().map(|(_, key, _)| key.full()).collect();
            let fault = Diagnostic::new(Code::ChartCount).with("name", given);
            faults.push(fault.suggest(given, known.iter().map(String::as_str)).at(place));
            continue;
        };
        let spec = counts.spec(index);
        let is_ratio = spec.kind == CountKind::Ratio;
        if *first.get_or_insert(is_ratio) != is_ratio {
            faults.push(Diagnostic::new(Code::ChartUse).with("reason", "mixed").at(place));
        }
        values.push(Charted {
            index,
            label: value.label.clone().unwrap_or_else(|| spec.label.clone()),
            measure: spec.shown_measure().to_owned(),
        });
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Chart {
        is_line: raw.kind == KindToml::Line,
        title: raw.title,
        rows: raw.rows,
        values,
        compare: raw.compare.iter().map(|earlier| earlier.get_ref().0).collect(),
        earlier: if raw.rows == RowsToml::Periods { usize::from(periods) - 1 } else { 0 },
        height: raw.height,
    })
}
