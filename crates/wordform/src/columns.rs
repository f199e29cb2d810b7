//! A table's grid, where a block is about its cells: as many columns as rows have cells after it, together as wide as the file has
//! them.

use std::fmt::Write;
use std::ops::Range;

use crate::mend::replace;
use crate::part::Part;

/// Stands in a grid that is made anew, and in each cell of such a table before the column that it begins in.
pub const COLUMN: char = '\u{FDEB}';
/// Stands after that column.
pub const COLUMN_END: char = '\u{FDEC}';

type Changes = Vec<(Range<usize>, String)>;

/// What is put where the columns and the cells of a table begin, by their bytes.
pub fn marks(part: &Part<'_>, table: usize) -> Vec<(usize, String)> {
    let Some(grid) = part.child(table, "tblGrid").filter(|grid| part.child(*grid, "gridCol").is_some())
    else {
        return Vec::new();
    };
    let mut marks = vec![(part.elements[grid].inner.start, COLUMN.to_string())];
    for row in inside(part, table, "tr") {
        let mut column = number(part, part.child(row, "trPr"), "gridBefore");
        for cell in inside(part, row, "tc") {
            let element = &part.elements[cell];
            if element.inner.start < element.range.end {
                marks.push((element.inner.start, format!("{COLUMN}{column}{COLUMN_END}")));
            }
            column += columns(part, cell);
        }
    }
    marks
}

/// Makes the grid of a table anew that has such marks, and takes them away.
pub fn widen(part: &Part<'_>, table: usize, prefix: &str, changes: &mut Changes) {
    let Some(grid) = part.child(table, "tblGrid") else { return };
    let inner = part.elements[grid].inner.clone();
    if !part.xml[inner.clone()].starts_with(COLUMN) {
        return;
    }
    changes.push((inner.start..inner.start + COLUMN.len_utf8(), String::new()));
    let known = part.elements[grid].children.iter().filter(|at| part.elements[**at].name == "gridCol");
    let known: Vec<usize> = known.copied().collect();
    let width = |at: &usize| part.attribute(*at, "w").and_then(|width| width.parse().ok()).unwrap_or(0);
    let old: Vec<i64> = known.iter().map(width).collect();
    let rows: Vec<Row> =
        inside(part, table, "tr").into_iter().map(|row| Row::of(part, row, changes)).collect();
    let of_row = |row: &Row| row.widths(&old);
    let Some(found) = rows.iter().filter_map(of_row).max_by_key(Vec::len).filter(|found| *found != old)
    else {
        return;
    };
    let (all, wanted) = (found.iter().sum::<i64>(), old.iter().sum::<i64>());
    if all <= 0 || wanted <= 0 {
        return;
    }
    let ends = found.iter().scan(0, |end, width| {
        *end += width;
        Some(*end * wanted / all)
    });
    let ends: Vec<i64> = std::iter::once(0).chain(ends).collect();
    let attribute = if prefix.is_empty() { "w:" } else { prefix };
    let columns = ends.windows(2).fold(String::new(), |mut columns, ends| {
        _ = write!(columns, r#"<{prefix}gridCol {attribute}w="{}"/>"#, ends[1] - ends[0]);
        columns
    });
    if let (Some(first), Some(last)) = (known.first(), known.last()) {
        changes.push((part.elements[*first].range.start..part.elements[*last].range.end, columns));
    }
    for row in rows {
        let mut at = row.before;
        for (cell, _, columns) in row.cells {
            let [start, end] =
                [at, at + columns].map(|at| ends.get(at).or(ends.last()).copied().unwrap_or(0));
            set_width(part, cell, end - start, (wanted, all), changes);
            at += columns;
        }
    }
}

/// A cell is as wide as its columns; where its width is a part of the table's, it is as much less as they are.
fn set_width(part: &Part<'_>, cell: usize, width: i64, (wanted, all): (i64, i64), changes: &mut Changes) {
    let Some(own) = part.child(cell, "tcPr").and_then(|properties| part.child(properties, "tcW")) else {
        return;
    };
    let width = match part.attribute(own, "type").as_deref() {
        Some("dxa") | None => width,
        Some("pct") => match part.attribute(own, "w").and_then(|width| width.parse::<i64>().ok()) {
            Some(width) => width.saturating_mul(wanted) / all,
            None => return,
        },
        Some(_) => return,
    };
    replace(part, own, "w", &width.to_string(), changes);
}

struct Row {
    /// The columns before its first cell.
    before: usize,
    /// Those behind its last.
    after: usize,
    /// Its cells: each one's element, the column of the file's table that it begins in, and how many columns it has.
    cells: Vec<(usize, usize, usize)>,
}

impl Row {
    fn of(part: &Part<'_>, row: usize, changes: &mut Changes) -> Self {
        let properties = part.child(row, "trPr");
        let mut cells = Vec::new();
        for cell in inside(part, row, "tc") {
            let inner = part.elements[cell].inner.clone();
            let said =
                part.xml[inner.clone()].strip_prefix(COLUMN).and_then(|rest| rest.split_once(COLUMN_END));
            let Some((column, rest)) = said else { continue };
            changes.push((inner.start..inner.end - rest.len(), String::new()));
            cells.push((cell, column.parse().unwrap_or(0), columns(part, cell)));
        }
        let [before, after] = ["gridBefore", "gridAfter"].map(|name| number(part, properties, name));
        Self { before, after, cells }
    }

    /// The widths of its columns by those of the file's table; none where that has not so many.
    fn widths(&self, old: &[i64]) -> Option<Vec<i64>> {
        let mut widths = old.get(..self.before)?.to_vec();
        for (_, start, columns) in &self.cells {
            widths.extend_from_slice(old.get(*start..start.checked_add(*columns)?)?);
        }
        widths.extend_from_slice(old.get(old.len().checked_sub(self.after)?..)?);
        Some(widths)
    }
}

/// The rows of a table or the cells of a row, those in controls with the others.
pub fn inside(part: &Part<'_>, container: usize, name: &str) -> Vec<usize> {
    let children = part.elements[container].children.iter();
    let own = children.map(|child| match part.elements[*child].name {
        found if found == name => vec![*child],
        "sdt" | "sdtContent" | "customXml" => inside(part, *child, name),
        _ => Vec::new(),
    });
    own.flatten().collect()
}

/// The columns of a cell.
fn columns(part: &Part<'_>, cell: usize) -> usize {
    number(part, part.child(cell, "tcPr"), "gridSpan").max(1)
}

fn number(part: &Part<'_>, properties: Option<usize>, name: &str) -> usize {
    /// More columns than a table has.
    const MOST: usize = 1_000;
    let said = properties.and_then(|at| part.value(at, name));
    said.and_then(|said| said.parse::<usize>().ok()).unwrap_or(0).min(MOST)
}
