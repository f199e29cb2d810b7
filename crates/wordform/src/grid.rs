//! The rows of a Word table as cells that span, on a grid without holes.

use std::collections::{BTreeMap, BTreeSet};

use huibian_document::Inline;
use huibian_document::table::Cell;

use crate::part::Part;

/// More columns than a cell spans.
const MOST: usize = 100;

/// A row: its element, and those of its cells.
pub type Row = (usize, Vec<usize>);

/// A cell as a row has it.
struct Found {
    /// Its element; none where the row has nothing.
    element: Option<usize>,
    columns: usize,
    merge: Option<Merge>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    Begins,
    GoesOn,
}

/// The cells of rows; `words` are what a cell's element says.
pub fn cells(part: &Part<'_>, rows: &[Row], words: impl Fn(usize) -> Vec<Inline>) -> Vec<Vec<Cell>> {
    let mut grid: Vec<BTreeMap<usize, Found>> = rows.iter().map(|row| found(part, row)).collect();
    let end = |row: &BTreeMap<usize, Found>| row.last_key_value().map_or(0, |(at, cell)| at + cell.columns);
    let wanted = grid.iter().map(end).max().unwrap_or(0);
    for row in &mut grid {
        for column in end(row)..wanted {
            row.insert(column, Found { element: None, columns: 1, merge: None });
        }
    }
    let mut covered: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut cells = Vec::with_capacity(grid.len());
    for (number, row) in grid.iter().enumerate() {
        let left = row.iter().filter(|(column, _)| !covered.contains(&(number, **column)));
        let mut own = Vec::new();
        for (column, cell) in left {
            let goes_on = |below: &&BTreeMap<usize, Found>| {
                let below = below.get(column).filter(|below| below.merge == Some(Merge::GoesOn));
                below.is_some_and(|below| below.columns == cell.columns)
            };
            let rows = match cell.merge {
                Some(Merge::Begins) => 1 + grid[number + 1..].iter().take_while(goes_on).count(),
                _ => 1,
            };
            own.push((*column, rows, cell));
        }
        covered
            .extend(own.iter().flat_map(|(column, rows, _)| (1..*rows).map(|more| (number + more, *column))));
        let cell = |(_, rows, cell): (usize, usize, &Found)| {
            let content = cell.element.map(&words).unwrap_or_default();
            Cell { columns: cell.columns, rows, ..Cell::new(content) }
        };
        cells.push(own.into_iter().map(cell).collect());
    }
    cells
}

/// The cells of a row by the columns that they begin in.
fn found(part: &Part<'_>, (row, own): &Row) -> BTreeMap<usize, Found> {
    let number = |properties: Option<usize>, name: &str| {
        let said = properties.and_then(|at| part.value(at, name));
        said.and_then(|said| said.parse::<usize>().ok()).map(|said| said.min(MOST))
    };
    let before = number(part.child(*row, "trPr"), "gridBefore").unwrap_or(0);
    let blank = |column| (column, Found { element: None, columns: 1, merge: None });
    let mut cells: BTreeMap<usize, Found> = (0..before).map(blank).collect();
    let mut column = before;
    for cell in own {
        let properties = part.child(*cell, "tcPr");
        let columns = number(properties, "gridSpan").unwrap_or(1).max(1);
        let merge = properties.and_then(|at| part.child(at, "vMerge")).map(|at| {
            if part.attribute(at, "val").as_deref() == Some("restart") {
                Merge::Begins
            } else {
                Merge::GoesOn
            }
        });
        cells.insert(column, Found { element: Some(*cell), columns, merge });
        column += columns;
    }
    cells
}

/// How many rows are a table's head: the first, with those that its cells reach into.
pub fn head_rows(rows: &[Vec<Cell>]) -> usize {
    let (mut head, mut row) = (1, 0);
    while row < head && head < rows.len() {
        head = head.max(rows[row].iter().map(|cell| row + cell.rows).max().unwrap_or(0));
        row += 1;
    }
    if head < rows.len() { head } else { 0 }
}
