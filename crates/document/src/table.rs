//! Tables: rows of cells that may span, on a grid that has no holes.

use crate::inline::Inline;

/// A table. Its rows fill its grid: [`Table::new`] sees to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands above it; empty for nothing.
    pub caption: Vec<Inline>,
    /// Whether it turns the page: wide tables have a landscape page of their own.
    pub landscape: bool,
    columns: Vec<Column>,
    head_rows: usize,
    rows: Vec<Vec<Cell>>,
}

/// One column of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Where its cells' words stand.
    pub align: Align,
    /// How wide it is against the others; 0 for as wide as those with a share are on average.
    pub share: u32,
}

/// Where words stand in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
}

/// A cell. Cells that it covers are not there in their rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its words.
    pub content: Vec<Inline>,
    /// How many columns it spans, 1 at least.
    pub columns: usize,
    /// How many rows it spans, 1 at least.
    pub rows: usize,
    /// Where its words stand, where not as in its column.
    pub align: Option<Align>,
}

impl Cell {
    /// A cell that spans nothing.
    pub fn new(content: Vec<Inline>) -> Self {
        Self { content, columns: 1, rows: 1, align: None }
    }
}

/// Why cells make no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidTable {
    /// There is no column.
    #[error("a table has at least one column")]
    NoColumn,
    /// Rows of the head that are not there.
    #[error("{head} rows of head, and {rows} rows altogether")]
    Head {
        /// As many as were asked for.
        head: usize,
        /// As many as there are.
        rows: usize,
    },
    /// A row that does not fill the grid, or that goes beyond it.
    #[error("row {row} fills {found} of {wanted} columns")]
    Row {
        /// Which, from 1.
        row: usize,
        /// The columns that it fills, with what spans into it from above.
        found: usize,
        /// The columns that there are.
        wanted: usize,
    },
    /// A cell that spans no column or no row, or more rows than its part of the table has.
    #[error("a cell in row {row} spans no rows or columns, or more than there are")]
    Span {
        /// Which row, from 1.
        row: usize,
    },
}

/// What stands at one place of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'t> {
    /// A cell begins.
    Cell {
        /// The cell.
        cell: &'t Cell,
        /// Its first column, from 0.
        column: usize,
    },
    /// A cell of a row above goes on, over so many columns.
    Continued {
        /// Its first column, from 0.
        column: usize,
        /// How many it spans.
        columns: usize,
    },
}

impl Table {
    /// A table of so many rows of head, which are printed again on every page that it reaches.
    ///
    /// # Errors
    /// [`InvalidTable`] where cells and spans do not fill the columns, row by row.
    pub fn new(columns: Vec<Column>, head_rows: usize, rows: Vec<Vec<Cell>>) -> Result<Self, InvalidTable> {
        if columns.is_empty() {
            return Err(InvalidTable::NoColumn);
        }
        if head_rows > rows.len() {
            return Err(InvalidTable::Head { head: head_rows, rows: rows.len() });
        }
        let table = Self { caption: Vec::new(), landscape: false, columns, head_rows, rows };
        table.check()?;
        Ok(table)
    }

    fn check(&self) -> Result<(), InvalidTable> {
        for (index, row) in self.rows.iter().enumerate() {
            let end = if index < self.head_rows { self.head_rows } else { self.rows.len() };
            if row.iter().any(|cell| cell.columns == 0 || cell.rows == 0 || index + cell.rows > end) {
                return Err(InvalidTable::Span { row: index + 1 });
            }
        }
        let wanted = self.columns.len();
        for (index, places) in self.grid().iter().enumerate() {
            let found = places.iter().map(Place::columns).sum();
            let mut next = 0;
            let in_line = places.iter().all(|place| {
                let stands = place.column() == next;
                next += place.columns();
                stands
            });
            if found != wanted || !in_line {
                return Err(InvalidTable::Row { row: index + 1, found, wanted });
            }
        }
        Ok(())
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows, from the first, are its head.
    pub fn head_rows(&self) -> usize {
        self.head_rows
    }

    /// The cells by row, without those that others cover.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The words of its caption and of all cells, which may change: they have no part in its grid.
    pub fn contents_mut(&mut self) -> impl Iterator<Item = &mut Vec<Inline>> {
        let cells = self.rows.iter_mut().flatten().map(|cell| &mut cell.content);
        std::iter::once(&mut self.caption).chain(cells)
    }

    /// Where a cell's words stand.
    pub fn align(&self, cell: &Cell, column: usize) -> Align {
        cell.align.or_else(|| Some(self.columns.get(column)?.align)).unwrap_or_default()
    }

    /// Each column's part of `width`, the last one taking what rounding leaves.
    pub fn widths(&self, width: i64) -> Vec<i64> {
        let given = || self.columns.iter().map(|column| i128::from(column.share));
        let known: i128 = given().sum::<i128>().max(1);
        let set = given().map(|share| i128::from(share > 0)).sum::<i128>().max(1);
        // A column without a share is as wide as those with one are on average, which is their sum once all shares are
        // taken as many times as there are of them.
        let shares: Vec<i128> = given().map(|share| if share == 0 { known } else { share * set }).collect();
        let all: i128 = shares.iter().sum::<i128>().max(1);
        let part = |share: &i128| i64::try_from(i128::from(width) * share / all).unwrap_or(width);
        let mut widths: Vec<i64> = shares.iter().map(part).collect();
        let rest = width - widths.iter().sum::<i64>();
        if let Some(last) = widths.last_mut() {
            *last += rest;
        }
        widths
    }

    /// What stands at each place, row by row, left to right.
    pub fn grid(&self) -> Vec<Vec<Place<'_>>> {
        // For each column: in how many rows below the cell that begins there goes on, and over how many columns.
        let mut open: Vec<(usize, usize)> = vec![(0, 0); self.columns.len()];
        let mut grid = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let (mut column, mut places) = (0, Vec::with_capacity(row.len()));
            let mut cells = row.iter();
            let mut above = open.clone();
            loop {
                if let Some((below, columns)) = above.get_mut(column).filter(|(below, _)| *below > 0) {
                    places.push(Place::Continued { column, columns: *columns });
                    *below = 0;
                    open[column].0 -= 1;
                    column += *columns;
                } else if let Some(cell) = cells.next() {
                    places.push(Place::Cell { cell, column });
                    if let Some(slot) = open.get_mut(column) {
                        *slot = (cell.rows - 1, cell.columns);
                    }
                    column += cell.columns;
                } else {
                    break;
                }
            }
            // Cells that go on where others stand, or beyond a gap, are told of as well: `check` finds them.
            for (column, (below, columns)) in
                above.into_iter().enumerate().filter(|(_, (below, _))| *below > 0)
            {
                places.push(Place::Continued { column, columns });
                open[column].0 = below - 1;
            }
            grid.push(places);
        }
        grid
    }
}

impl Place<'_> {
    /// Its first column, from 0.
    pub fn column(&self) -> usize {
        match self {
            Self::Cell { column, .. } | Self::Continued { column, .. } => *column,
        }
    }

    /// How many columns it takes.
    pub fn columns(&self) -> usize {
        match self {
            Self::Cell { cell, .. } => cell.columns,
            Self::Continued { columns, .. } => *columns,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(columns: usize, rows: usize) -> Cell {
        Cell { columns, rows, ..Cell::new(Vec::new()) }
    }

    fn table(columns: usize, head: usize, rows: Vec<Vec<Cell>>) -> Result<Table, InvalidTable> {
        Table::new(vec![Column::default(); columns], head, rows)
    }

    #[test]
    fn spans_fill_the_grid() {
        let rows =
            vec![vec![cell(1, 2), cell(2, 1), cell(1, 2)], vec![cell(1, 1), cell(1, 1)], vec![cell(4, 1)]];
        let table = table(4, 2, rows).unwrap();
        let grid = table.grid();
        assert_eq!(grid[1][0], Place::Continued { column: 0, columns: 1 });
        assert_eq!(grid[1].iter().map(Place::column).collect::<Vec<_>>(), [0, 1, 2, 3]);
        assert_eq!(grid[2].len(), 1);
    }

    #[test]
    fn what_fills_no_grid_is_no_table() {
        assert_eq!(table(0, 0, Vec::new()), Err(InvalidTable::NoColumn));
        assert_eq!(table(2, 2, vec![vec![cell(2, 1)]]), Err(InvalidTable::Head { head: 2, rows: 1 }));
        assert_eq!(
            table(3, 0, vec![vec![cell(2, 1)]]),
            Err(InvalidTable::Row { row: 1, found: 2, wanted: 3 })
        );
        assert_eq!(
            table(2, 0, vec![vec![cell(1, 1), cell(2, 1)]]),
            Err(InvalidTable::Row { row: 1, found: 3, wanted: 2 })
        );
        assert_eq!(
            table(2, 0, vec![vec![cell(1, 2), cell(1, 1)], vec![cell(2, 1)]]),
            Err(InvalidTable::Row { row: 2, found: 3, wanted: 2 })
        );
        assert_eq!(
            table(3, 0, vec![vec![cell(1, 1), cell(1, 2), cell(1, 1)], vec![cell(2, 1)]]),
            Err(InvalidTable::Row { row: 2, found: 3, wanted: 3 })
        );
        assert_eq!(
            table(3, 0, vec![vec![cell(1, 1), cell(1, 2), cell(1, 1)], vec![cell(2, 1), cell(1, 1)]]),
            Err(InvalidTable::Row { row: 2, found: 4, wanted: 3 })
        );
        // The head is printed again by itself, so that nothing spans out of it.
        assert_eq!(table(1, 1, vec![vec![cell(1, 2)], Vec::new()]), Err(InvalidTable::Span { row: 1 }));
        assert_eq!(table(1, 0, vec![vec![cell(1, 0)]]), Err(InvalidTable::Span { row: 1 }));
    }

    #[test]
    fn widths_add_up() {
        let widths = |shares: [u32; 3]| {
            let columns = shares.map(|share| Column { share, ..Column::default() });
            Table::new(columns.to_vec(), 0, Vec::new()).unwrap().widths(1001)
        };
        assert_eq!(widths([5, 1, 2]), [625, 125, 251]);
        assert_eq!(widths([1, 1, 0]), [333, 333, 335]);
        assert_eq!(widths([2, 1, 0]), [444, 222, 335], "1.5 on average");
        assert_eq!(widths([7, 0, 0]), [333, 333, 335]);
        assert_eq!(widths([0, 0, 0]), [333, 333, 335]);
        assert_eq!(widths([u32::MAX, 0, 0]), [333, 333, 335]);
    }
}
