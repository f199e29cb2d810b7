//! Workbooks that units filled in, seen as what each unit has under which head: a row a unit, or a form a unit.

use std::borrow::Cow;
use std::collections::HashSet;

use huibian_contract::{Period, text};
use huibian_workbook::{Book, Cell, Sheet};

use huibian_sample::measure;
use huibian_sample::time;
use huibian_sample::token::value;

/// A sheet as units filled it in.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The workbook.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// Of when it is.
    pub period: Option<Period>,
    /// The unit, where it is one unit's form.
    pub unit: Option<String>,
    /// The last row of its head, from 1; 0 for a form.
    pub head_row: usize,
    /// What it asks.
    pub places: Vec<Place>,
    /// Each unit's row with its number from 1 and its cells, by place.
    pub rows: Vec<TableRow>,
}

/// A column, or a cell of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its letter, or the cell.
    pub name: String,
    /// Its head, or the label beside the cell.
    pub head: String,
    /// The head above its own.
    pub group: String,
    /// Whether it holds the units' names.
    pub is_unit: bool,
}

/// A unit's row.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The unit's name.
    pub unit: String,
    /// Its number, from 1.
    pub number: usize,
    /// What stands under each place.
    pub cells: Vec<Option<Given>>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// As it is seen.
    pub text: String,
    /// As a number: of a percentage what is seen.
    pub number: Option<f64>,
    /// Whether it is formatted as a percentage.
    pub is_percent: bool,
}

/// Heads of the column of units.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "单位", "乡镇", "镇街", "街道", "学校", "部门", "村", "社区", "科室", "站所", "名称", "支部", "机构",
    "企业名称", "园区", "unit", "branch", "site", "department", "office", "school", "team", "centre", "center",
    "name", "library", "station", "district", "division", "所", "局", "科", "县", "区", "市", "town", "village",
    "council", "county", "agency", "company", "ward", "organisation", "organization",
];
/// Rows and columns that are looked at.
const MOST_ROWS: usize = 4096;
const MOST_COLUMNS: usize = 512;
const ORDINALS: &[&str] = &["序号", "编号", "no", "no.", "#"];

/// The sheets of a workbook that units filled in; `known` are names that reports bear.
pub fn tables(file: &str, book: &Book, known: &[String]) -> Vec<Table> {
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let visible = book.sheets.iter().filter(|sheet| sheet.is_visible && !sheet.rows.is_empty());
    visible.filter_map(|sheet| Looked::new(stem, sheet).table(file, known)).collect()
}

/// Names that stand in the first columns of a workbook: they may be units.
pub fn names(book: &Book) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for sheet in book.sheets.iter().filter(|sheet| sheet.is_visible) {
        for row in sheet.rows.iter().take(MOST_ROWS) {
            for (_, cell) in row.cells.iter().take_while(|(column, _)| *column < 4) {
                let Cell::Text(text) = cell else { continue };
                let text = text::name(text);
                let is_name = (2..=30).contains(&text.chars().count()) && value(&text).is_none();
                if is_name && names.len() < MOST_ROWS && known.insert(text.to_string()) {
                    names.push(text.into_owned());
                }
            }
        }
    }
    names
}

struct Looked<'l> {
    stem: &'l str,
    sheet: &'l Sheet,
    /// Rows up to the last that holds something, with their cells.
    grid: Vec<Vec<Option<Given>>>,
}

impl<'l> Looked<'l> {
    fn new(stem: &'l str, sheet: &'l Sheet) -> Self {
        let width = sheet
            .rows
            .iter()
            .filter_map(|row| row.cells.last())
            .map(|(column, _)| *column as usize + 1)
            .max();
        let height = sheet.rows.last().map_or(0, |row| row.number as usize + 1).min(MOST_ROWS);
        let width = width.unwrap_or(0).min(MOST_COLUMNS);
        let mut grid: Vec<Vec<Option<Given>>> = vec![vec![None; width]; height];
        for row in sheet.rows.iter().filter(|row| (row.number as usize) < height) {
            for (column, cell) in row.cells.iter().filter(|(column, _)| (*column as usize) < width) {
                grid[row.number as usize][*column as usize] = given(cell);
            }
        }
        Self { stem, sheet, grid }
    }

    fn text(&self, row: usize, column: usize) -> &str {
        let cell = self.grid.get(row).and_then(|row| row.get(column)).and_then(Option::as_ref);
        cell.map_or("", |cell| cell.text.trim())
    }

    /// The name in a cell, as the program prints it: 云　溪镇 is 云溪镇.
    fn name(&self, row: usize, column: usize) -> Cow<'_, str> {
        text::name(self.text(row, column))
    }

    fn table(&self, file: &str, known: &[String]) -> Option<Table> {
        let width = self.grid.first().map_or(0, Vec::len);
        let in_rows = (0..width)
            .map(|column| {
                (
                    column,
                    (0..self.grid.len())
                        .filter(|row| {
                            let name = self.name(*row, column);
                            known.iter().any(|known| *known == name)
                        })
                        .count(),
                )
            })
            .max_by_key(|(column, count)| (*count, std::cmp::Reverse(*column)))?;
        let numbers =
            |row: usize| self.grid[row].iter().flatten().filter(|cell| cell.number.is_some()).count();
        let headed = || {
            (0..self.grid.len().min(10)).find_map(|row| {
                let filled = (0..width).filter(|column| !self.text(row, *column).is_empty()).count();
                let column = (0..width.min(4)).find(|column| is_unit_head(self.text(row, *column)))?;
                (filled > 2 && numbers(row) == 0).then_some((row, column))
            })
        };
        if (width <= 3 || self.is_form() || self.is_labelled(in_rows.0, known)) && in_rows.1 < 2 {
            return self.form(file, known);
        }
        let (first, column) = match (in_rows, headed()) {
            ((column, count), _) if count > 0 => {
                let is_row = |row: &usize| {
                    let name = self.name(*row, column);
                    known.iter().any(|known| *known == name) && numbers(*row) > 0
                };
                let mut first = (0..self.grid.len()).find(is_row)?;
                // Units without a report may stand above.
                while first > 0 && numbers(first - 1) > 1 && !self.text(first - 1, column).is_empty() {
                    first -= 1;
                }
                (first, column)
            }
            (_, head) if head.is_some() || self.named().is_some() => {
                let (head, column) = head.or_else(|| self.named()).unwrap_or_default();
                let first = (head + 1..self.grid.len())
                    .find(|row| numbers(*row) > 0 && !self.text(*row, column).is_empty())?;
                (first, column)
            }
            _ => return self.form(file, known),
        };
        if first == 0 {
            return None;
        }
        // 一、东片 right under the head: a name of some of the units.
        let filled = |row: usize| (0..width).filter(|column| !self.text(row, *column).is_empty()).count();
        let mut head = first - 1;
        while head > 0 && filled(head) == 1 && filled(head - 1) > 1 {
            head -= 1;
        }
        let places: Vec<Place> = (0..width).filter_map(|at| self.place(head, at, column)).collect();
        let rows = (first..self.grid.len())
            .filter(|row| !self.text(*row, column).is_empty() && !is_total(self.text(*row, column)))
            .filter(|row| filled(*row) > 1)
            .map(|row| TableRow {
                unit: self.name(row, column).into_owned(),
                number: row + 1,
                cells: places.iter().map(|place| self.grid[row][index(&place.name)].clone()).collect(),
            })
            .collect();
        let above = (0..first).flat_map(|row| self.grid[row].iter().flatten()).map(|cell| cell.text.clone());
        Some(Table {
            file: file.to_owned(),
            sheet: self.sheet.name.clone(),
            period: self.period(&above.collect::<Vec<_>>()),
            unit: None,
            head_row: head + 1,
            places,
            rows,
        })
    }

    /// Whether numbers stand right of labels alone, several of them in a row: a form of one unit.
    fn is_form(&self) -> bool {
        let width = self.grid.first().map_or(0, Vec::len);
        let first =
            (0..width).find(|column| self.grid.iter().filter(|row| row[*column].is_some()).count() > 2);
        let Some(first) = first.filter(|first| (4..9).contains(&(width - first))) else { return false };
        let is_label = |column: usize| (column - first).is_multiple_of(2);
        let cells = || self.grid.iter().flat_map(|row| row.iter().enumerate().skip(first));
        let held = || cells().filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
        let numbers = held().filter(|(_, cell)| cell.number.is_some()).count();
        let is_aside = held().all(|(column, cell)| cell.number.is_none() || !is_label(column));
        let asks = |row: usize| {
            (first..width - 1).filter(|column| is_label(*column)).any(|column| {
                let (label, given) = (self.text(row, column), self.text(row, column + 1));
                is_unit_head(label) && !given.is_empty() && !is_unit_head(given)
            })
        };
        numbers > 3 && is_aside && (0..self.grid.len().min(8)).any(asks)
    }

    /// Whether a unit's name in a column stands right of a label that asks for it, and beside it further labels: a form with several
    /// of them in a row.
    fn is_labelled(&self, column: usize, known: &[String]) -> bool {
        let is_name = |row: &usize| {
            let name = self.name(*row, column);
            known.iter().any(|known| *known == name)
        };
        let row = (0..self.grid.len()).find(is_name);
        column > 0 && row.is_some_and(|row| is_unit_head(self.text(row, column - 1)))
    }

    /// A head below which stand different words in one column, and numbers beside them, with its row and that column.
    fn named(&self) -> Option<(usize, usize)> {
        let width = self.grid.first().map_or(0, Vec::len);
        (0..width.min(3)).find_map(|column| {
            let numbers =
                |row: usize| self.grid[row].iter().flatten().filter(|cell| cell.number.is_some()).count();
            let is_row = |row: &usize| {
                let text = self.text(*row, column);
                numbers(*row) > 1 && !text.is_empty() && value(text).is_none()
            };
            let rows: Vec<usize> = (0..self.grid.len()).filter(is_row).collect();
            let names: HashSet<&str> = rows.iter().map(|row| self.text(*row, column)).collect();
            let first = *rows.first()?;
            let is_headed = first > 0
                && (0..first).rev().any(|row| {
                    let text = self.text(row, column);
                    !text.is_empty() && (row == first - 1 || self.spans(row, column, first - 1))
                });
            (rows.len() > 1 && names.len() == rows.len() && is_headed).then(|| (first - 1, column))
        })
    }

    fn place(&self, head: usize, column: usize, unit: usize) -> Option<Place> {
        let own = (0..=head).rev().find(|row| {
            let text = self.text(*row, column);
            // A title over the whole width is no head.
            !text.is_empty() && (*row == head || self.spans(*row, column, head))
        })?;
        // What a column is measured in may stand in a row of its own, under what it is called.
        let called = || {
            let above = own.checked_sub(1).map(|above| self.text(above, column))?;
            let is_unit = measure::is_measure(self.text(own, column)) && value(above).is_none();
            (is_unit && !above.is_empty()).then(|| above.replace('\n', ""))
        };
        let group = (0..own).rev().find_map(|row| self.over(row, column)).or_else(called).unwrap_or_default();
        Some(Place {
            name: letters(column),
            head: self.text(own, column).replace('\n', ""),
            group,
            is_unit: column == unit,
        })
    }

    /// Whether a cell above is merged down to the head's last row.
    fn spans(&self, row: usize, column: usize, head: usize) -> bool {
        let covers = |row: usize, column: usize, of: &huibian_workbook::Range| {
            of.covers(u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
        };
        self.sheet.merged.iter().any(|range| covers(row, column, range) && covers(head, column, range))
    }

    /// What stands over a column and some beside it.
    fn over(&self, row: usize, column: usize) -> Option<String> {
        let (wide, at) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        let range = self.sheet.merged.iter().find(|range| range.covers(wide, at))?;
        let width = range.last.1 - range.first.1 + 1;
        let is_whole = (width as usize) + 1 >= self.grid.first().map_or(0, Vec::len);
        let text = self.text(range.first.0 as usize, range.first.1 as usize);
        (width > 1 && !is_whole && !text.is_empty()).then(|| text.to_owned())
    }

    fn period(&self, above: &[String]) -> Option<Period> {
        let year = time::in_name(self.stem).map(|(_, period)| period);
        let named = time::in_name(&self.sheet.name).map(|(_, period)| period);
        // 1—6月 above the table of 2024Q2 is the year up to its end.
        let told = || {
            let told = above.iter().find_map(|text| in_text(text))?;
            Some(year.filter(|own| time::is_to_date(*own, told)).unwrap_or(told))
        };
        // 第二季度 as a sheet's name: of which year is said above it.
        let short = || {
            let year = told().or(year)?.year();
            let (_, found) = time::at_start(&self.sheet.name)?;
            let time::Time::Period(_, periods) = found else { return None };
            periods.into_iter().find(|period| period.year() == year)
        };
        named.or_else(short).or_else(told).or(year)
    }

    /// The column of what is filled in right of a label; between them may stand what it is measured in, or room for that.
    fn beside(&self, row: usize, label: usize) -> Option<usize> {
        let next = self.text(row, label + 1);
        let is_nothing = next.chars().all(|c| "—－-–/\\·".contains(c));
        let is_measure = is_nothing || measure::is_measure(next);
        let behind = (!self.text(row, label + 2).is_empty()).then_some(label + 2);
        behind.filter(|_| is_measure).or_else(|| (!next.is_empty()).then_some(label + 1))
    }

    /// A form of one unit: labels with what is filled in right of them.
    fn form(&self, file: &str, known: &[String]) -> Option<Table> {
        let width = self.grid.first().map_or(0, Vec::len);
        let mut places = Vec::new();
        let mut cells = Vec::new();
        let mut unit = None;
        for row in 0..self.grid.len() {
            let mut free = 0;
            for column in 0..width.saturating_sub(1) {
                let label = self.text(row, column);
                if column < free || label.is_empty() || value(label).is_some() {
                    continue;
                }
                let Some(at) = self.beside(row, column) else { continue };
                let Some(cell) = self.grid[row][at].clone() else { continue };
                free = at + 1;
                let is_unit = is_unit_head(label) && cell.number.is_none()
                    || known.iter().any(|known| *known == text::name(&cell.text));
                if is_unit && unit.is_none() {
                    unit = Some(text::name(&cell.text).into_owned());
                }
                places.push(Place {
                    name: format!("{}{}", letters(at), row + 1),
                    head: label.to_owned(),
                    group: String::new(),
                    is_unit: is_unit && unit.as_deref() == Some(&*text::name(&cell.text)),
                });
                cells.push(Some(cell));
            }
        }
        let stem = known.iter().find(|name| self.stem.contains(name.as_str())).cloned();
        let named = || {
            let is_name = |cell: &&Given| {
                let text = cell.text.trim();
                cell.number.is_none() && text.chars().count() > 1 && self.stem.contains(text)
            };
            cells.iter().flatten().find(is_name).map(|cell| cell.text.trim().to_owned())
        };
        let unit = unit.or(stem).or_else(named)?;
        for (place, cell) in places.iter_mut().zip(&cells) {
            place.is_unit |= cell.as_ref().is_some_and(|cell| text::name(&cell.text) == unit);
        }
        if cells.iter().flatten().filter(|cell| cell.number.is_some()).count() < 2 {
            return None;
        }
        let above: Vec<String> =
            self.grid.iter().take(3).flatten().flatten().map(|cell| cell.text.clone()).collect();
        Some(Table {
            file: file.to_owned(),
            sheet: self.sheet.name.clone(),
            period: self.period(&above),
            unit: Some(unit.clone()),
            head_row: 0,
            places,
            rows: vec![TableRow { unit, number: 0, cells }],
        })
    }
}

fn in_text(text: &str) -> Option<Period> {
    text.char_indices().find_map(|(at, _)| match time::at_start(&text[at..])? {
        (_, time::Time::Period(time::PeriodForm::Full, periods)) => periods.first().copied(),
        _ => None,
    })
}

fn is_unit_head(text: &str) -> bool {
    let plain = text.trim().to_lowercase();
    let plain = plain.trim_end_matches(['：', ':']);
    !ORDINALS.contains(&plain) && UNITS.iter().any(|word| plain.ends_with(word)) && plain.chars().count() < 12
}

fn is_total(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_all = plain.starts_with('全') && plain.chars().count() <= 3;
    ["合计", "总计", "小计", "共计", "汇总"].iter().any(|word| plain.contains(word))
        || ["total", "totals", "all", "sum", "average", "mean", "grandtotal", "平均", "均值", "累计"]
            .iter()
            .any(|word| plain.eq_ignore_ascii_case(word))
        || is_all
        || plain.starts_with('注')
        || plain.starts_with("填表")
}

fn given(cell: &Cell) -> Option<Given> {
    let text = cell.display();
    if text.trim().is_empty() {
        return None;
    }
    let is_percent = text.trim_end().ends_with(['%', '％']) && !matches!(cell, Cell::Text(_));
    let number = match cell {
        Cell::Formatted(number, _) if is_percent => Some(number * 100.0),
        Cell::Number(number) | Cell::Formatted(number, _) => Some(*number),
        Cell::Text(_) => value(text.trim().trim_end_matches(['%', '％'])),
        _ => None,
    };
    Some(Given { text, number, is_percent })
}

/// A column's letters.
pub fn letters(column: usize) -> String {
    let (mut letters, mut left) = (Vec::new(), column + 1);
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect()
}

fn index(letters: &str) -> usize {
    letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1) - 1
}
