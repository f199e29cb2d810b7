//! Spans against their columns, and sums against what is printed.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use huibian_contract::{CountKey, CountSpec, IndexMap, Period, UnitIdentity};
use huibian_diagnostic::{Faults, Source};
use huibian_document::{Inline, Table, plain_text};
use huibian_figure::{Counts, Figures, Origin};
use huibian_history::Baseline;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::compile::compile;
use super::fill::{Listed, TableInput};
use super::names::Names;

/// A grid cut into rectangles: each a cell's row, column, height and width.
type Cut = Vec<[usize; 4]>;

/// Cuts a grid at random, row by row.
fn cut(rows: usize, columns: usize, sizes: &[(usize, usize)]) -> Cut {
    let mut taken = vec![vec![false; columns]; rows];
    let (mut cells, mut sizes) = (Vec::new(), sizes.iter().cycle());
    for row in 0..rows {
        for column in 0..columns {
            if taken[row][column] {
                continue;
            }
            let &(height, width) = sizes.next().unwrap();
            let free = taken[row][column..].iter().take_while(|taken| !**taken).count();
            let (height, width) = (height.min(rows - row), width.min(free));
            for line in &mut taken[row..row + height] {
                line[column..column + width].fill(true);
            }
            cells.push([row, column, height, width]);
        }
    }
    cells
}

fn written(rows: usize, cells: &Cut) -> String {
    let mut text = String::from("[\n");
    for row in 0..rows {
        text.push_str("  [");
        for [_, _, height, width] in cells.iter().filter(|cell| cell[0] == row) {
            let _ = write!(text, "{{ text = \"x\", rows = {height}, columns = {width} }}, ");
        }
        text.push_str("],\n");
    }
    text + "]"
}

fn spec(digits: u32) -> CountSpec {
    let kind = if digits == 0 { "integer" } else { "decimal" };
    toml::from_str(&format!("label = \"数\"\nkind = \"{kind}\"\nscale = {digits}")).unwrap()
}

fn unit() -> UnitIdentity {
    UnitIdentity {
        id: "xian".parse().unwrap(), name: "某某县".to_owned(), attributes: IndexMap::default()
    }
}

fn key() -> CountKey {
    "a/x".parse().unwrap()
}

fn counts(spec: &CountSpec) -> Arc<Counts> {
    Arc::new(Counts::new([], [(key(), spec.clone())]))
}

fn figures(spec: &CountSpec, value: Option<Decimal>) -> Figures {
    let counts = counts(spec);
    let mut figures = Figures::of(&counts);
    if let Some(value) = value {
        figures.set(counts.index(&key()).unwrap(), value, Origin::default());
    }
    figures
}

/// A table out of its text; the counts it names are of `spec`.
fn made(
    text: &str,
    spec: &CountSpec,
    figures: &Figures,
    below: Option<&[Listed]>,
) -> Result<Option<Table>, Faults> {
    let (mut names, counts) = (Names::default(), counts(spec));
    names.counts.insert("a/x".to_owned(), (counts.index(&key()).unwrap(), spec));
    let definition = compile(&Source::new("t.toml", text), &names, None)?;
    let period: Period = "2023Q2".parse().unwrap();
    let (unit, past) = (unit(), Baseline::none(period));
    let given = TableInput { unit: &unit, period, figures, past: &past, fields: HashMap::new(), below };
    definition.fill(&given).map_err(Faults::from)
}

fn said(cell: &[Inline]) -> String {
    plain_text(cell)
}

proptest! {
    #[test]
    fn cells_that_cover_a_grid_make_one_and_others_are_refused(
        (columns, head, body) in (1usize..6, 1usize..4, 1usize..6),
        sizes in prop::collection::vec((1usize..4, 1usize..4), 1..24),
        wrong in any::<prop::sample::Index>(),
        higher in any::<bool>(),
    ) {
        let (above, below) = (cut(head, columns, &sizes), cut(body, columns, &sizes));
        let column = vec!["{}"; columns].join(", ");
        let text = |above: &Cut, below: &Cut| {
            format!("columns = [{column}]\nhead = {}\nrows = {}\n", written(head, above), written(body, below))
        };
        let table = made(&text(&above, &below), &spec(0), &Figures::default(), None).unwrap().unwrap();
        prop_assert_eq!(table.head_rows(), head);
        for places in table.grid() {
            prop_assert_eq!(places.iter().map(huibian_document::table::Place::columns).sum::<usize>(), columns);
        }
        let starts: Vec<usize> = table.rows().iter().map(Vec::len).collect();
        let expected = (0..head).map(|row| (&above, row)).chain((0..body).map(|row| (&below, row)));
        let expected: Vec<usize> =
            expected.map(|(cells, row)| cells.iter().filter(|cell| cell[0] == row).count()).collect();
        prop_assert_eq!(starts, expected);
        // One cell that is larger overlaps another, or leaves the table.
        let mut grown = below.clone();
        let at = wrong.index(grown.len());
        grown[at][if higher { 2 } else { 3 }] += 1;
        let faults = made(&text(&above, &grown), &spec(0), &Figures::default(), None).unwrap_err();
        prop_assert_eq!(faults[0].code().as_str(), "T041");
        prop_assert!(faults[0].location().unwrap().line_and_column().unwrap().0 > head + 2);
    }

    #[test]
    fn totals_are_what_a_reader_adds_up(
        digits in 0u32..4,
        values in prop::collection::vec(prop::option::of(0i64..1_000_000), 1..9),
    ) {
        let spec = spec(digits);
        let values: Vec<Option<Decimal>> =
            values.into_iter().map(|value| value.map(|value| Decimal::new(value, digits))).collect();
        let below: Vec<Listed> = values.iter().enumerate().map(|(index, value)| Listed {
            name: format!("{index}镇"),
            figures: figures(&spec, *value),
            previous: Figures::default(),
        }).collect();
        let given: Vec<Decimal> = values.iter().flatten().copied().collect();
        let total = (!given.is_empty()).then(|| given.iter().sum::<Decimal>());
        let text = "columns = [{}, {}, {}, {}]\nrows = \"units\"\ntotal = \"合计\"\n\
            row = [\"{unit.name}\", { count = \"a/x\" }, { expr = \"counts['a/x'] * 0.5\", digits = 1 }, { sum = \"row\" }]\n";
        let table = made(text, &spec, &figures(&spec, total), Some(&below)).unwrap().unwrap();
        let (last, rows) = table.rows().split_last().unwrap();
        prop_assert_eq!(rows.len(), values.len());
        for column in 1..4 {
            let printed = rows.iter().map(|row| said(&row[column].content));
            let sum: Decimal = printed.filter_map(|digits| digits.parse::<Decimal>().ok()).sum();
            let shown = said(&last[column].content);
            if given.is_empty() {
                prop_assert_eq!(shown, "—");
            } else {
                prop_assert_eq!(shown.parse::<Decimal>().unwrap(), sum, "column {}", column);
            }
        }
        for row in rows {
            let number = |at: usize| said(&row[at].content).parse::<Decimal>().ok();
            prop_assert_eq!(number(3), number(1).zip(number(2)).map(|(one, two)| one + two));
        }
    }
}

#[test]
fn rows_of_units_are_for_roll_ups() {
    let text = "columns = [{}]\nrows = \"units\"\nrow = [\"{unit.name}\"]\n";
    assert_eq!(made(text, &spec(0), &Figures::default(), None).unwrap(), None);
    let none = made(text, &spec(0), &Figures::default(), Some(&[])).unwrap().unwrap();
    assert_eq!(said(&none.rows()[0][0].content), "无");
}

#[test]
fn a_count_is_traced_and_rounded_as_it_is_printed() {
    let spec = spec(2);
    let text = "columns = [{}, {}]\nrows = [[\"甲\", { count = \"a/x\", digits = 1 }], [\"乙\", { expr = \"counts['a/x'] > 3 ? '多' : '少'\" }]]\n";
    let table = made(text, &spec, &figures(&spec, Some("3.25".parse().unwrap())), None).unwrap().unwrap();
    let [Inline::Figure(figure)] = table.rows()[0][1].content.as_slice() else { panic!("no figure") };
    assert_eq!((figure.digits.as_str(), &figure.key), ("3.3", &key()));
    assert_eq!(said(&table.rows()[1][1].content), "多");
    let missing = made(text, &spec, &Figures::default(), None).unwrap().unwrap();
    assert_eq!(said(&missing.rows()[0][1].content), "—");
    assert_eq!(said(&missing.rows()[1][1].content), "—");
}
