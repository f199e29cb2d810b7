//! A table's file held against what it may name; everything wrong with it is found here, before any unit is read.

use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

use huibian_contract::{Pattern, PluginId};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};
use huibian_document::table::{self, Align, Column, InvalidTable, Table};
use toml::Spanned;

use super::cells::Cells;
use super::definition::{CellDefinition, Content, Definition, Group, LedgerRows, Rows, Summed, Total};
use super::names::{Ledger, Names};
use super::raw::{AlignToml, ColumnToml, GroupToml, RowToml, RowsToml, TableToml, TotalToml};

/// What `rows` says for a row a unit below.
const UNITS: &str = "units";
/// The places that words may have outside rows of units.
const PLACES: [&str; 6] =
    ["unit.name", "unit.id", "period.name", "period.current", "period.next", "period.year"];
/// Those of a row that is there for each unit.
const UNIT_PLACES: [&str; 6] =
    ["unit.name", "row.number", "period.name", "period.current", "period.next", "period.year"];

/// Compiles a table; `plugin` is whose it is, where it is not the workspace's.
///
/// # Errors
/// W002 to W004 for the file, P034 to P040 inside expressions, T041 to T044 for the rest.
pub fn compile(
    source: &Arc<Source>,
    names: &Names<'_>,
    plugin: Option<&PluginId>,
) -> Result<Definition, Faults> {
    let raw: TableToml = huibian_config::parse_all(source)?;
    let mut compiler = Compiler { source, names, faults: Faults::new() };
    let definition = Definition { plugin: plugin.cloned(), ..compiler.table(&raw) };
    if compiler.faults.is_empty() { Ok(definition) } else { Err(compiler.faults) }
}

/// What the cells around one are: where they stand decides what they may say.
#[derive(Clone, Copy)]
pub enum RowKind<'n> {
    /// The head.
    Head,
    /// A row that is written out.
    Written,
    /// The row of each unit.
    Units,
    /// The row of each record.
    Ledger(Ledger<'n>),
}

/// What is being compiled.
pub struct Compiler<'c, 'n> {
    source: &'c Arc<Source>,
    /// What the table may name.
    pub names: &'c Names<'n>,
    faults: Faults,
}

/// A group as the table writes it: `groups`, or the table's own rows.
struct Written<'r> {
    label: Option<&'r Spanned<String>>,
    rows: &'r Spanned<RowsToml>,
    row: Option<&'r RowToml>,
    condition: Option<&'r Spanned<String>>,
    total: Option<&'r Spanned<String>>,
}

impl<'n> Compiler<'_, 'n> {
    fn table(&mut self, raw: &TableToml) -> Definition {
        let columns: Vec<Column> = raw
            .columns
            .iter()
            .map(|column| Column {
                align: align(column.align),
                share: column.share.map_or(0, NonZeroU32::get),
            })
            .collect();
        let whole = 0..self.source.text.len().min(1);
        if columns.is_empty() {
            self.fail(Code::TableGrid, whole.clone(), |d| d.with("reason", "columns"));
        }
        let caption = raw.caption.as_ref().map(|caption| self.words(caption, RowKind::Written));
        let head = self.rows(&raw.head, 0..columns.len(), RowKind::Head);
        let own = raw.rows.as_ref().map(|rows| Written {
            label: None,
            rows,
            row: raw.row.as_ref(),
            condition: raw.condition.as_ref(),
            total: None,
        });
        let mut written: Vec<Written<'_>> = own.into_iter().collect();
        if let ([_], [first, ..]) = (&*written, &*raw.groups) {
            self.misuse(first.rows.span(), "both");
        }
        if let (true, Some(span)) = (
            raw.rows.is_none(),
            raw.row.as_ref().map(Spanned::span).or_else(|| raw.condition.as_ref().map(Spanned::span)),
        ) {
            self.misuse(span, "row-alone");
        }
        written.extend(raw.groups.iter().map(Written::of));
        if written.is_empty() && raw.row.is_none() {
            self.misuse(whole, "no-rows");
        }
        let groups: Vec<Group> = written.iter().filter_map(|group| self.group(group, &raw.columns)).collect();
        let total = raw.total.as_ref().filter(|_| self.faults.is_empty());
        let total = total.and_then(|words| {
            let groups: Vec<&Group> = groups.iter().collect();
            self.total(words, &groups, 0, &raw.columns)
        });
        Definition {
            plugin: None,
            caption,
            landscape: raw.landscape,
            columns,
            head,
            groups,
            total,
            missing: raw.missing.clone().unwrap_or_else(|| "—".to_owned()),
            empty: raw.empty.clone().unwrap_or_else(|| "无".to_owned()),
        }
    }

    fn group(&mut self, written: &Written<'_>, columns: &[ColumnToml]) -> Option<Group> {
        let first = usize::from(written.label.is_some());
        let room = first.min(columns.len())..columns.len();
        let label = written.label.map(|label| self.words(label, RowKind::Written));
        let span = written.rows.span();
        let rows = match written.rows.get_ref() {
            RowsToml::Written(rows) => {
                let needless = written.row.map(Spanned::span).or(written.condition.map(Spanned::span));
                if let Some(span) = needless {
                    self.misuse(span, "row-alone");
                }
                Rows::Written(self.rows(rows, room, RowKind::Written))
            }
            RowsToml::Each(each) => {
                let ledger = self.names.ledgers.get(each).copied();
                let around = match ledger {
                    _ if each == UNITS => RowKind::Units,
                    Some(ledger) => RowKind::Ledger(ledger),
                    None => {
                        let known = self.names.ledgers.keys().map(String::as_str);
                        let known: Vec<&str> = known.chain([UNITS]).collect();
                        self.unknown("ledger", each, &known, self.within(&span, each));
                        return None;
                    }
                };
                let Some(row) = written.row else {
                    self.misuse(span, "no-row");
                    return None;
                };
                let row = self.rows(std::slice::from_ref(row), room, around).pop()?;
                match (around, written.condition) {
                    (RowKind::Ledger(ledger), condition) => Rows::Ledger(Box::new(LedgerRows {
                        plugin: ledger.plugin.clone(),
                        name: ledger.name.clone(),
                        spec: ledger.spec.clone(),
                        condition: condition.and_then(|text| self.condition(text, ledger)),
                        row,
                    })),
                    (_, Some(condition)) => {
                        self.misuse(condition.span(), "where");
                        return None;
                    }
                    (_, None) => Rows::Units(row),
                }
            }
        };
        let group = Group { label, rows, total: None };
        let total = written.total.filter(|_| self.faults.is_empty());
        let total = total.and_then(|words| self.total(words, &[&group], first, columns));
        Some(Group { total, ..group })
    }

    /// Rows that fill the columns of `room`, each cell in its place.
    fn rows(
        &mut self,
        rows: &[RowToml],
        room: Range<usize>,
        around: RowKind<'n>,
    ) -> Vec<Vec<CellDefinition>> {
        let cells: Vec<Vec<CellDefinition>> = rows
            .iter()
            .map(|row| row.get_ref().iter().map(|cell| Cells::new(self, around).cell(cell)).collect())
            .collect();
        for (row, written) in cells.iter().zip(rows) {
            self.row_sum(row, written.span());
        }
        if room.is_empty() {
            return cells;
        }
        let blank = |cell: &CellDefinition| table::Cell {
            columns: cell.columns,
            rows: cell.rows,
            ..table::Cell::new(Vec::new())
        };
        let blanks = cells.iter().map(|row| row.iter().map(blank).collect()).collect();
        match Table::new(vec![Column::default(); room.len()], 0, blanks) {
            Ok(table) => placed(cells, &table, room.start),
            Err(error) => {
                self.no_grid(error, rows, &cells);
                Vec::new()
            }
        }
    }

    /// A sum of a row needs numbers in it, and no rates.
    fn row_sum(&mut self, row: &[CellDefinition], span: Range<usize>) {
        if !row.iter().any(|cell| matches!(cell.content, Content::RowSum)) {
            return;
        }
        let mut others = row.iter().map(|cell| &cell.content);
        if others.clone().any(Content::is_rate) {
            self.misuse(span, "rate");
        } else if !others.any(|content| content.is_number() && !matches!(content, Content::RowSum)) {
            self.misuse(span, "no-numbers");
        }
    }

    fn no_grid(&mut self, error: InvalidTable, rows: &[RowToml], cells: &[Vec<CellDefinition>]) {
        let at = |row: usize| rows.get(row - 1).map_or(0..0, Spanned::span);
        match error {
            InvalidTable::Row { row, found, wanted } => self.fail(Code::TableGrid, at(row), |d| {
                let reason = if found < wanted { "hole" } else { "beyond" };
                d.with("reason", reason).with("found", found).with("wanted", wanted)
            }),
            InvalidTable::Span { row } => {
                let below = cells.len() - row + 1;
                let wrong = |cell: &CellDefinition| cell.columns == 0 || cell.rows == 0 || cell.rows > below;
                let index = cells.get(row - 1).and_then(|row| row.iter().position(wrong));
                let cell = index.and_then(|index| rows.get(row - 1)?.get_ref().get(index));
                self.fail(Code::TableGrid, cell.map_or_else(|| at(row), Spanned::span), |d| {
                    d.with("reason", "span").with("rows", below)
                });
            }
            // There are columns, and the head is checked by itself.
            InvalidTable::NoColumn | InvalidTable::Head { .. } => {}
        }
    }

    /// A row that adds up `groups`, from the column `first` on.
    fn total(
        &mut self,
        words: &Spanned<String>,
        groups: &[&Group],
        first: usize,
        columns: &[ColumnToml],
    ) -> Option<Total> {
        let units = matches!(groups, [Group { rows: Rows::Units(_), .. }]);
        let mut summed = Vec::with_capacity(columns.len());
        for (index, column) in columns.iter().enumerate() {
            let cells = groups.iter().flat_map(|group| group.rows.patterns().iter().flatten());
            let cells: Vec<&CellDefinition> =
                cells.filter(|cell| cell.column == index && cell.content.is_number()).collect();
            let rule = match (cells.as_slice(), column.total) {
                ([], Some(TotalToml::Sum | TotalToml::Derive)) => Err("nothing"),
                ([], _) | (_, Some(TotalToml::None)) => Ok(Summed::No),
                (
                    [CellDefinition { content: Content::Count(_) | Content::Expression(_), .. }],
                    Some(TotalToml::Derive),
                ) if units => Ok(Summed::Derive),
                (_, Some(TotalToml::Derive)) => Err("derive"),
                ([CellDefinition { content, .. }], None)
                    if units && (content.is_rate() || matches!(content, Content::Count(_))) =>
                {
                    Ok(Summed::Derive)
                }
                (cells, _) if cells.iter().any(|cell| cell.content.is_rate()) => Err("rate"),
                (cells, _) if cells.iter().any(|cell| cell.columns > 1) => Err("wide"),
                _ => Ok(Summed::Sum),
            };
            summed.push(rule.unwrap_or_else(|reason| {
                self.fail(Code::TableTotal, words.span(), |d| {
                    d.with("reason", reason).with("column", index + 1)
                });
                Summed::No
            }));
        }
        match summed.iter().position(|rule| *rule != Summed::No) {
            Some(column) if column > first => {}
            Some(_) => self.fail(Code::TableTotal, words.span(), |d| d.with("reason", "room")),
            None => self.fail(Code::TableTotal, words.span(), |d| d.with("reason", "none")),
        }
        let words = self.words(words, RowKind::Written);
        self.faults.is_empty().then_some(Total { words, columns: summed })
    }

    /// Words with the places that they may have there.
    pub fn words(&mut self, text: &Spanned<String>, around: RowKind<'_>) -> Pattern {
        self.words_at(text.get_ref(), text.span(), around)
    }

    /// Words that stand at `span`.
    pub fn words_at(&mut self, text: &str, span: Range<usize>, around: RowKind<'_>) -> Pattern {
        let with_row = [PLACES.as_slice(), &["row.number"]].concat();
        let (known, attributes) = match around {
            RowKind::Head | RowKind::Written => (PLACES.as_slice(), true),
            RowKind::Units => (UNIT_PLACES.as_slice(), false),
            RowKind::Ledger(_) => (with_row.as_slice(), true),
        };
        let is_attribute = |name: &str| {
            attributes && name.strip_prefix("unit.attributes.").is_some_and(|key| !key.is_empty())
        };
        let place = |name: &str| (known.contains(&name) || is_attribute(name)).then(|| name.to_owned());
        Pattern::parse(text, place).unwrap_or_else(|fault| {
            let place = self.place(span).inside(text, fault.range());
            self.unknown("place", &text[fault.range()], known, place);
            Pattern::default()
        })
    }

    /// A name that nothing declares.
    pub fn unknown(&mut self, kind: &str, name: &str, known: &[&str], place: Location) {
        let fault = Diagnostic::new(Code::TableName).with("kind", kind).with("name", name);
        let fault = fault.with("known", known.join(", ")).suggest(name, known.iter().copied());
        self.faults.push(fault.at(place));
    }

    /// What does not go together, or is wanting.
    pub fn misuse(&mut self, span: Range<usize>, reason: &str) {
        self.fail(Code::TableCell, span, |d| d.with("reason", reason));
    }

    /// Notes a fault.
    pub fn note(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    fn fail(&mut self, code: Code, span: Range<usize>, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        let place = self.place(span);
        self.faults.push(fill(Diagnostic::new(code)).at(place));
    }

    /// A place in the file.
    pub fn place(&self, span: Range<usize>) -> Location {
        Location::span(self.source, span)
    }

    /// Where a text stands, without its quotes.
    pub fn within(&self, span: &Range<usize>, text: &str) -> Location {
        self.place(span.clone()).inside(text, 0..text.len())
    }
}

impl<'r> Written<'r> {
    fn of(group: &'r GroupToml) -> Self {
        Self {
            label: group.label.as_ref(),
            rows: &group.rows,
            row: group.row.as_ref(),
            condition: group.condition.as_ref(),
            total: group.total.as_ref(),
        }
    }
}

/// Each cell with its first column, as the grid has it.
fn placed(mut rows: Vec<Vec<CellDefinition>>, table: &Table, first: usize) -> Vec<Vec<CellDefinition>> {
    for (row, places) in rows.iter_mut().zip(table.grid()) {
        let starts = places.iter().filter_map(|place| match place {
            table::Place::Cell { column, .. } => Some(*column),
            table::Place::Continued { .. } => None,
        });
        row.iter_mut().zip(starts).for_each(|(cell, column)| cell.column = first + column);
    }
    rows
}

pub fn align(align: AlignToml) -> Align {
    match align {
        AlignToml::Left => Align::Left,
        AlignToml::Center => Align::Center,
        AlignToml::Right => Align::Right,
    }
}
