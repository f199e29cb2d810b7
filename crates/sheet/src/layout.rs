//! Where a sheet's header is, of one row or of several, and what each of its columns is.

use std::collections::BTreeSet;

use huibian_diagnostic::{Code, Diagnostic, Faults};

use crate::columns::FieldIndex;
use crate::heads::{is_unit, plain};
use crate::measure::{self, Stated};
use crate::measure_lines::{NotedMeasures, above, noted, of_line};
use crate::period_in_name;
use crate::{Cell, MergedRows, Range, Row, Sheet, under};

/// How far down a header may stand.
const DEEPEST: u32 = 20;

/// How far above a header it may be said whose the table is.
const NEAR: usize = 3;

/// How many rows a header may have.
const TALLEST: u32 = 4;

/// A sheet's header.
#[derive(Clone, Copy, Debug)]
pub struct HeaderRows {
    /// The rows of labels, the last included, as indices of the sheet's rows.
    labels: Option<(usize, usize)>,
    /// The row of keys, which decides where it is there.
    keys: Option<usize>,
    /// The row below the labels that says what each column is measured in.
    measures: Option<usize>,
}

/// What a header says of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The column, from 0.
    pub column: u32,
    /// The lowest text of it.
    pub label: String,
    /// What stands above the label, the nearest first.
    pub groups: Vec<String>,
    /// What the header says that its figures are measured in, but for the label.
    pub measure: Stated,
    /// Whether the column's cells are measure words, whatever it is called.
    pub is_measures: bool,
}

/// A sheet's columns, and the faults of its header.
#[derive(Debug)]
pub struct Layout<C> {
    /// What each column is of.
    pub columns: Vec<(u32, C)>,
    /// Index of the first row of data.
    pub first: usize,
    /// Index of the lowest row of the header.
    pub last: usize,
    /// The row that a missing column is missing from.
    pub row: u32,
    /// What is wrong.
    pub faults: Faults,
}

impl Heading {
    /// What label and groups may say together, the longest first.
    pub fn joined(&self) -> impl Iterator<Item = String> {
        let several = (2..=self.groups.len()).rev().map(|count| {
            let groups = self.groups[..count].iter().rev().map(String::as_str);
            groups.collect::<String>() + &self.label
        });
        let one = self.groups.iter().flat_map(|group| {
            [
                format!("{group}{}", self.label),
                format!("{group}·{}", self.label),
                format!("{group}-{}", self.label),
            ]
        });
        several.chain(one)
    }

    /// The heading as a person says it: `group·label`.
    pub fn name(&self) -> String {
        let groups = self.groups.iter().rev().filter(|group| plain(group).chars().count() < 12);
        groups.chain([&self.label]).map(|text| text.trim()).collect::<Vec<_>>().join("·")
    }
}

fn texts(row: &Row) -> impl Iterator<Item = (u32, &str)> {
    row.cells
        .iter()
        .filter_map(|(at, cell)| if let Cell::Text(text) = cell { Some((*at, text.as_ref())) } else { None })
}

impl HeaderRows {
    /// The header of a sheet: a row of keys, or rows of labels of which `is_head` is one. `is_known` says whether a text is
    /// the label of any column.
    pub fn find(
        sheet: &Sheet,
        merged: &MergedRows,
        fields: &FieldIndex,
        is_head: impl Fn(&str) -> bool,
        is_known: impl Fn(&str) -> bool,
    ) -> Option<Self> {
        let top = || sheet.rows.iter().enumerate().take_while(|(_, row)| row.number < DEEPEST);
        let is_keys = |row: &Row| texts(row).any(|(_, text)| fields.is_key(text) && is_unit(text));
        let all_keys =
            |row: &Row| texts(row).filter(|(_, text)| fields.is_key(text)).count() * 2 > row.cells.len();
        let keys = top().find(|(_, row)| is_keys(row) && all_keys(row)).map(|(at, _)| at);
        let head = |at: usize, row: &Row| {
            let heads = texts(row).filter(|(_, text)| is_head(text));
            heads.map(|(column, _)| column).find(|column| !is_of_measures(sheet, fields, at, *column))
        };
        let candidates = || {
            let above = top().take(keys.unwrap_or(usize::MAX));
            above.filter_map(|(at, row)| Some((at, head(at, row)?)))
        };
        // A line that has a head above one is no header: 填报单位 with its unit.
        let is_full = |(at, column): &(usize, u32)| {
            let is_of_header = |(below, row): &(usize, &Row)| *below == 0 || head(at + below, row).is_none();
            let rows = sheet.rows[*at..].iter().enumerate().take(2).take_while(is_of_header);
            rows.flat_map(|(_, row)| texts(row)).any(|(other, text)| other != *column && is_known(text))
        };
        // 填报单位 with its unit beside it says whose the table below is.
        let is_said = |(at, column): &(usize, u32)| {
            let right = texts(&sheet.rows[*at]).find(|(other, _)| other > column);
            right.is_some_and(|(_, text)| !is_known(text) && !is_head(text))
        };
        let mut full = candidates().filter(is_full);
        let first = full.next();
        let below = full.next().filter(|(at, _)| first.is_some_and(|(above, _)| at - above <= NEAR));
        let found = below.filter(|_| first.as_ref().is_some_and(is_said)).or(first);
        let found = found.or_else(|| candidates().next());
        let labels = found.map(|(at, column)| match keys {
            Some(_) => (at, at),
            None => (at, Self::last(sheet, merged, (at, column), &is_head, &is_known)),
        });
        let below = labels.filter(|_| keys.is_none()).map(|(_, last)| last + 1).zip(found);
        let measures = below.filter(|(at, (_, column))| is_row_of_measures(sheet, fields, *at, *column));
        let measures = measures.map(|(at, _)| at);
        (keys.is_some() || labels.is_some()).then_some(Self { labels, keys, measures })
    }

    /// The lowest row of a header that begins at a row, with a head in that column.
    fn last(
        sheet: &Sheet,
        merged: &MergedRows,
        (at, column): (usize, u32),
        is_head: &impl Fn(&str) -> bool,
        is_known: &impl Fn(&str) -> bool,
    ) -> usize {
        let first = sheet.rows[at].number;
        // 单位 may have its code and its name below it, beside heads that are as tall as both.
        let is_of_head = |range: &&Range| {
            let text = sheet.rows[at].text(range.first.1);
            let is_own = range.first.1 == column || text.is_some_and(|text| is_known(&text));
            range.first.0 == first && is_own
        };
        let ranges = merged.get(&first).into_iter().flatten().filter(is_of_head);
        let lasts = ranges.map(|range| range.last.0).filter(|last| last.saturating_sub(first) < TALLEST);
        let tall = lasts.max();
        let mut last = at;
        for (index, row) in sheet.rows.iter().enumerate().skip(at + 1) {
            let is_within = tall.is_some_and(|tall| row.number <= tall);
            let is_close = row.number < first.saturating_add(TALLEST);
            let goes_on = || {
                row.cell(column).is_none()
                    && row.cells.iter().all(|(_, cell)| matches!(cell, Cell::Text(_)))
                    && !texts(row).any(|(_, text)| is_head(text))
            };
            if !(is_within || is_close && goes_on()) {
                break;
            }
            // A row of groups is one of the header's where labels stand below it.
            let is_label = |text: &str| is_known(text) || period_in_name::is_period(text);
            if is_within || texts(row).any(|(_, text)| is_label(text)) {
                last = index;
            }
        }
        last
    }

    /// The ledger that the keys name.
    pub fn ledger(&self, sheet: &Sheet, fields: &FieldIndex) -> Option<usize> {
        texts(&sheet.rows[self.keys?]).find_map(|(_, text)| fields.ledger_of_key(text))
    }

    /// What the header says of each column that has a head or data; no label where it has none.
    pub fn headings(&self, sheet: &Sheet, merged: &MergedRows, fields: &FieldIndex) -> Vec<Heading> {
        let first = self.first();
        let (top, last) = self.labels.unwrap_or((self.keys.unwrap_or(0), self.keys.unwrap_or(0)));
        let above = (1..=2).take_while(|up| {
            let rows = top.checked_sub(*up).map(|at| (&sheet.rows[at], &sheet.rows[at + 1]));
            rows.is_some_and(|(row, below)| row.number + 1 == below.number)
        });
        let rows: Vec<usize> = (top - above.count()..=last).collect();
        let filled = sheet.rows[first.min(sheet.rows.len())..].iter().flat_map(|row| &row.cells);
        let heads = rows.iter().skip_while(|row| **row < top).chain(&self.keys);
        let heads = heads.flat_map(|row| &sheet.rows[*row].cells);
        let columns: BTreeSet<u32> = filled.chain(heads).map(|(column, _)| *column).collect();
        // A line that says one thing is the table's title, unless it says whose the columns are.
        let is_plugin = |text: &str| fields.plugins.iter().any(|plugin| plain(&plugin.title) == plain(text));
        let is_title = |row: usize| {
            let mut said = texts(&sheet.rows[row]);
            let first = said.next();
            said.next().is_none() && !first.is_some_and(|(_, text)| is_plugin(text))
        };
        let of_table = of_table(sheet, top);
        let of_table = with_columns(of_table, sheet, fields, first, &columns);
        let heading = |column: u32| {
            let key = self.keys.and_then(|keys| sheet.rows[keys].text(column));
            let mut said: Vec<String> = Vec::new();
            for row in rows.iter().rev().filter(|row| **row >= top) {
                let text = said_of(sheet, merged, *row, column, !said.is_empty(), *row >= top);
                said.extend(text.filter(|text| said.last() != Some(text)));
            }
            // Below a label may stand what its figures are measured in.
            let mut below = self.measures.and_then(|at| sheet.rows[at].text(column));
            below = below.filter(|text| fields.is_measure(text));
            while said.len() > 1
                && (fields.is_measure(&said[0]) || matches!(&*plain(&said[0]), "-" | "—" | "/"))
            {
                below = Some(said.remove(0)).filter(|text| fields.is_measure(text));
            }
            // Titles above the header are groups at most.
            for row in rows.iter().rev().filter(|row| **row < top && !is_title(**row)) {
                if said.is_empty() {
                    break;
                }
                let text = said_of(sheet, merged, *row, column, true, false);
                said.extend(text.filter(|text| said.last() != Some(text)));
            }
            let (label, groups) = match key {
                Some(key) => (key, said),
                None if said.is_empty() => (String::new(), said),
                None => (said.remove(0), said),
            };
            let is_measures = is_of_measures(sheet, fields, first.saturating_sub(1), column);
            let untimed = || period_in_name::parted(&label).map_or_else(|| label.clone(), |(name, _)| name);
            let is_said = || measure::parted(&untimed(), |text| fields.is_measure(text)).is_some();
            let of_group = groups.iter().find_map(|group| measure::parted(group, |_| false));
            let is_open = below.is_none() && of_group.is_none() && !is_said();
            let measure = match (below, of_group) {
                (Some(said), _) => Stated::Column(plain(&said).trim_matches(['(', ')']).to_owned()),
                (None, _) if is_said() => Stated::Nothing,
                (None, Some((_, said))) => Stated::Table(vec![said]),
                (None, None) => of_table.clone(),
            };
            (Heading { column, label, groups, measure, is_measures }, is_open)
        };
        with_notes(columns.into_iter().map(heading).collect(), &noted(sheet, first))
    }

    /// Index of the first row below the header.
    pub fn first(&self) -> usize {
        self.keys.max(self.measures).max(self.labels.map(|(_, last)| last)).map_or(0, |at| at + 1)
    }

    /// What each column is of, as `resolve` says of its heading.
    pub fn layout<C: PartialEq>(
        &self,
        sheet: &Sheet,
        headings: &[Heading],
        is_single: impl Fn(&C) -> bool,
        mut resolve: impl FnMut(&Heading) -> Result<C, Diagnostic>,
    ) -> Layout<C> {
        let first = self.first();
        let last = self.labels.map(|(_, last)| last).or(self.keys).unwrap_or(0);
        let row = sheet.rows[last].number;
        // A cell that is alone in its row is a note beside the table.
        let is_data = |row: &&Row| row.cells.len() > 1 || headings.len() == 1;
        let data = sheet.rows[first..].iter().filter(is_data);
        let overlong = Overlong::of(sheet, headings, first);
        let filled: BTreeSet<u32> =
            data.flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
        let mut layout = Layout { columns: Vec::new(), first, last, row, faults: Faults::new() };
        let (mut unknown, mut names, mut doubled) = (Vec::new(), Vec::new(), Vec::new());
        for heading in headings {
            let column = heading.column;
            if heading.label.is_empty() {
                if !filled.contains(&column) || overlong.as_ref().is_some_and(|lines| lines.are_of(column)) {
                    continue;
                }
                unknown.push(Diagnostic::new(Code::NamelessColumn).at(sheet.place(row, column)));
                names.push(column_name(column));
                continue;
            }
            match resolve(heading) {
                Ok(one) => {
                    let twice = layout.columns.iter().find(|(_, other)| *other == one && is_single(&one));
                    if let Some((first, _)) = twice {
                        let other = headings.iter().find(|other| other.column == *first);
                        let other = other.map_or("", |other| other.label.as_str());
                        let is_same = plain(other) == plain(&heading.label);
                        let fault = Diagnostic::new(Code::ColumnTwice)
                            .with("reason", if is_same { "same" } else { "other" })
                            .with("header", &heading.label)
                            .with("other", other)
                            .with("first", sheet.place(row, *first).within().trim_start_matches([':', ' ']));
                        doubled.push(fault.at(sheet.place(row, column)));
                    } else {
                        layout.columns.push((column, one));
                    }
                }
                Err(fault) if filled.contains(&column) => {
                    let is_measured = fault.code() == Code::MeasureDiffers;
                    unknown.push(fault.at(sheet.place(row, column)));
                    if is_measured {
                        continue;
                    }
                    names.push(format!("{} {}", column_name(column), heading.name()));
                }
                Err(_) => {}
            }
        }
        let (measured, mut unknown): (Vec<_>, Vec<_>) =
            unknown.into_iter().partition(|fault| fault.code() == Code::MeasureDiffers);
        // Two tables beside each other have all their heads twice.
        let told = if doubled.len() > FEW { 1 } else { doubled.len() };
        layout.faults.extend(doubled.into_iter().take(told));
        layout.faults.extend(together(&measured));
        // Many that are not understood have one reason.
        if unknown.len() > FEW {
            let place = unknown[0].location().cloned();
            let fault = Diagnostic::new(Code::HeadUnread).with("headers", names);
            unknown = vec![place.map_or(fault.clone(), |place| fault.at(place))];
        }
        layout.faults.extend(unknown);
        layout.faults.extend(overlong.map(|lines| lines.fault(sheet)));
        layout
    }
}

/// Lines of a text with more values than its header, where most have no more: a text with a comma in it has no quotes.
struct Overlong<'s> {
    /// The first column that has no head, nor has any behind it.
    beyond: u32,
    lines: Vec<&'s Row>,
}

impl<'s> Overlong<'s> {
    fn of(sheet: &'s Sheet, headings: &[Heading], first: usize) -> Option<Self> {
        let last = headings
            .iter()
            .filter(|heading| !heading.label.is_empty())
            .map(|heading| heading.column)
            .max()?;
        let data = &sheet.rows[first.min(sheet.rows.len())..];
        let lines: Vec<&Row> =
            data.iter().filter(|row| row.cells.last().is_some_and(|(column, _)| *column > last)).collect();
        let is_odd = !lines.is_empty() && (lines.len() * 2 < data.len() || data.len() == 1);
        (sheet.is_text && is_odd).then(|| Self { beyond: last.saturating_add(1), lines })
    }

    fn are_of(&self, column: u32) -> bool {
        column >= self.beyond
    }

    fn fault(&self, sheet: &Sheet) -> Diagnostic {
        let number = |row: &&Row| row.number.saturating_add(1).to_string();
        let rows: Vec<String> = self.lines.iter().map(number).collect();
        let fault = Diagnostic::new(Code::LineTooLong).with("rows", rows);
        fault.at(sheet.place(self.lines[0].number, self.beyond))
    }
}

/// So many columns that are not understood are told of one by one.
const FEW: usize = 2;

/// Columns whose measure differs, told of together where many do in one way.
fn together(faults: &[Diagnostic]) -> Vec<Diagnostic> {
    let of =
        |fault: &Diagnostic, name: &str| fault.argument(name).and_then(|one| one.as_str()).map(str::to_owned);
    let ways = |fault: &Diagnostic| (of(fault, "said"), of(fault, "own"));
    let mut told = Vec::new();
    for fault in faults {
        let alike: Vec<&Diagnostic> = faults.iter().filter(|other| ways(other) == ways(fault)).collect();
        if alike.len() <= FEW {
            told.push(fault.clone());
        } else if alike[0] == fault {
            let headers: Vec<String> = alike.iter().filter_map(|one| of(one, "header")).collect();
            let (said, own) = ways(fault);
            let several = Diagnostic::new(Code::MeasureDiffers).with("reason", "several");
            let several = several.with("headers", headers).with("said", said.unwrap_or_default());
            let several = several.with("own", own.unwrap_or_default());
            told.extend(fault.location().map(|place| several.at(place.clone())));
        }
    }
    told
}

/// A column as spreadsheets call it: `B`.
pub fn column_name(column: u32) -> String {
    huibian_diagnostic::cell_name(0, column).trim_end_matches('1').to_owned()
}

/// What a row of a header says of a column: its own cell, that which it is merged with, or, of a row above the column's own
/// label, what stands to the left.
fn said_of(
    sheet: &Sheet,
    merged: &MergedRows,
    row: usize,
    column: u32,
    is_above: bool,
    is_within: bool,
) -> Option<String> {
    let row = &sheet.rows[row];
    if let Some(text) = row.text(column) {
        return Some(text);
    }
    if let Some(range) = under(merged, row.number, column) {
        let at = sheet.rows.binary_search_by_key(&range.first.0, |row| row.number).ok()?;
        return sheet.rows[at].text(range.first.1).filter(|_| is_above || is_within);
    }
    if !is_above {
        return None;
    }
    let (left, cell) = row.cells.iter().rev().find(|(at, _)| *at < column)?;
    let ranges = merged.get(&row.number).into_iter().flatten();
    let is_merged = ranges.into_iter().any(|range| range.first == (row.number, *left));
    // A cell that is merged says how far it reaches.
    (!is_merged).then(|| cell.display())
}

/// Whether a row says what each column is measured in, and of the column of units nothing but that.
fn is_row_of_measures(sheet: &Sheet, fields: &FieldIndex, at: usize, units: u32) -> bool {
    const SAID: [&str; 5] = ["单位", "计量单位", "度量单位", "单位:", "计量单位:"];
    let Some(row) = sheet.rows.get(at) else { return false };
    let is_measure = |cell: &Cell| matches!(cell, Cell::Text(text) if fields.is_measure(text));
    let is_blank = |cell: &Cell| matches!(cell, Cell::Text(text) if matches!(&*plain(text), "-" | "—" | "/"));
    row.number == sheet.rows[at - 1].number + 1
        && row.cells.iter().any(|(_, cell)| is_measure(cell))
        && row.cells.iter().all(|(column, cell)| {
            let says_so = matches!(cell, Cell::Text(text) if SAID.contains(&&*plain(text)));
            is_measure(cell) || is_blank(cell) || (says_so && *column <= units)
        })
        && row.cell(units).is_none_or(|cell| !is_measure(cell))
}

/// What the lines above a header say that all of the table is measured in.
fn of_table(sheet: &Sheet, top: usize) -> Stated {
    let of_name = if sheet.is_text { Vec::new() } else { of_line(&sheet.name, false) };
    Stated::Nothing.or_table(above(&sheet.rows[..top.min(sheet.rows.len())]).into_iter().chain(of_name))
}

/// What a table says of all its measures, with what columns of measures say among its figures.
fn with_columns(
    of_table: Stated,
    sheet: &Sheet,
    fields: &FieldIndex,
    first: usize,
    columns: &BTreeSet<u32>,
) -> Stated {
    let is_of_measures = |column: &&u32| is_of_measures(sheet, fields, first.saturating_sub(1), **column);
    let rows = || sheet.rows.iter().skip(first);
    let said =
        columns.iter().filter(is_of_measures).flat_map(|column| rows().filter_map(|row| row.text(*column)));
    let said: BTreeSet<String> = said.map(|text| plain(&text).trim_matches(['(', ')']).to_owned()).collect();
    of_table.or_table(said)
}

/// What notes say of measures, for the columns whose labels they name, and for all where they name none.
fn with_notes(mut headings: Vec<(Heading, bool)>, noted: &[NotedMeasures]) -> Vec<Heading> {
    let labels = headings.iter().filter(|(heading, _)| !is_unit(&heading.label));
    let labels: Vec<String> = labels.map(|(heading, _)| label_of(heading)).collect();
    let names =
        |note: &NotedMeasures, label: &String| !label.is_empty() && note.note.contains(label.as_str());
    for (heading, _) in headings.iter_mut().filter(|(_, is_open)| *is_open) {
        let own = label_of(heading);
        let is_of =
            |note: &&NotedMeasures| names(note, &own) || !labels.iter().any(|label| names(note, label));
        let said = noted.iter().filter(is_of).flat_map(|note| note.measures.clone());
        heading.measure = std::mem::take(&mut heading.measure).or_table(said);
    }
    headings.into_iter().map(|(heading, _)| heading).collect()
}

fn label_of(heading: &Heading) -> String {
    measure::parted(&heading.label, |_| false).map_or_else(|| plain(&heading.label), |(name, _)| name)
}

/// Whether all that stands below a head is measure words.
fn is_of_measures(sheet: &Sheet, fields: &FieldIndex, head: usize, column: u32) -> bool {
    const ENOUGH: usize = 50;
    let below = sheet.rows.iter().skip(head + 1).filter_map(|row| row.cell(column)).take(ENOUGH);
    let mut is_any = false;
    for cell in below {
        is_any = true;
        if !fields.is_measure(&cell.display()) {
            return false;
        }
    }
    is_any
}
