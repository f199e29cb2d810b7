//! What is understood of an office's own table, before it is read for good: each head with what it is of and examples of what
//! stands below it, and what a head that is not understood may be. Knows no `workspace.toml`.

use std::path::Path;
use std::sync::Arc;

use blake3::Hasher;
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic, Faults, closest};
use rust_decimal::Decimal;

use crate::listing::UnitFile;
use crate::table_reader::{Survey, SurveyedSheet, TableReader};
use huibian_sheet::columns::{Column, Field, FieldIndex};
use huibian_sheet::heads::{is_surely_unit, plain};
use huibian_sheet::layout::{Heading, column_name};
use huibian_sheet::ledger_columns::LedgerColumn;
use huibian_sheet::line_kind::of_label;
use huibian_sheet::measure::{self, Ratio};
use huibian_sheet::number;
use huibian_sheet::{Cell, Sheet};

/// What is understood of a table.
#[derive(Debug, Default)]
pub struct Understanding {
    /// What is said of columns, sheet by sheet.
    pub columns: Vec<Understood>,
    /// What is said of the cells of a form, where no sheet has a header.
    pub cells: Vec<Understood>,
}

/// A head or a label, and what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The sheet.
    pub sheet: String,
    /// Where it stands: a column's letter, or a cell's address.
    pub place: String,
    /// What it says.
    pub head: String,
    /// What it is of.
    pub what: What,
    /// What stands below or beside it, a few.
    pub examples: Vec<String>,
    /// In a form, the head of the column that the value stands in.
    pub column: Option<String>,
    /// In a form, whether the value stands below.
    pub is_above: bool,
}

/// What a head is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is understood: the key of its field, or of the unit.
    Known(String),
    /// It is not read, and need not be.
    Unread,
    /// It is not understood, and may be this field, whose numbers are to be multiplied.
    Perhaps(String, Option<Decimal>),
    /// It is not understood.
    Unknown,
}

/// How many examples are shown.
const EXAMPLES: usize = 3;

/// Looks at a table.
///
/// # Errors
/// What keeps it from being read at all.
pub fn understand(reader: &TableReader, path: &Path) -> Result<Understanding, Faults> {
    let file = UnitFile { path: path.to_owned(), ledgers: Vec::new() };
    let Survey { sheets, surveyed, fields, period } = reader.survey(&file, &mut Hasher::new())?;
    let columns = |is_meant: fn(&SurveyedSheet) -> bool| {
        let mut columns = Vec::new();
        for (sheet, one) in sheets.iter().zip(&surveyed).filter(|(_, one)| is_meant(one)) {
            let (Some(first), ledger) = (one.first, one.ledger.map(|at| &fields.ledgers[at])) else {
                continue;
            };
            let headings = one.headings.iter();
            columns.extend(headings.map(|head| column(reader, sheet, first, head, ledger, one, &fields)));
        }
        columns
    };
    let of_fields = columns(|one| one.fields > 0 || one.ledger.is_some());
    let mut understanding = Understanding { columns: of_fields, ..Understanding::default() };
    if understanding.columns.is_empty() {
        for sheet in sheets.iter().filter(|sheet| sheet.is_visible) {
            let found = cells(sheet, &fields, period);
            // The same form in a further sheet is another unit's, or another period's.
            let is_shown = |one: &&Understood| understanding.cells.iter().any(|shown| shown.head == one.head);
            if found.iter().filter(is_shown).count() * 2 <= found.len() {
                understanding.cells.extend(found);
            }
        }
    }
    if understanding.columns.is_empty() && understanding.is_of_no_field() {
        // A table none of whose heads is any field's. Two heads may as well be a label and a value of a form.
        let is_form = !understanding.cells.iter().all(Understood::is_the_unit);
        let columns = columns(if is_form {
            |one| one.first.is_some() && one.headings.len() > 2
        } else {
            |one| one.first.is_some()
        });
        if !columns.is_empty() {
            return Ok(Understanding { columns, ..Understanding::default() });
        }
    }
    Ok(understanding)
}

impl Understanding {
    /// Whether nothing is understood, or may be, but who the units are.
    pub fn is_of_no_field(&self) -> bool {
        let mut all = self.columns.iter().chain(&self.cells);
        all.all(|one| matches!(one.what, What::Unread | What::Unknown) || one.is_the_unit())
    }
}

impl Understood {
    fn is_the_unit(&self) -> bool {
        matches!(&self.what, What::Known(key) if key.starts_with("unit."))
    }
}

/// What a column is of.
fn column(
    reader: &TableReader,
    sheet: &Sheet,
    first: usize,
    heading: &Heading,
    ledger: Option<&Field>,
    one: &SurveyedSheet,
    fields: &Arc<FieldIndex>,
) -> Understood {
    let below = sheet.rows.iter().skip(first).filter_map(|row| row.text(heading.column));
    let examples = below.filter(|text| !text.is_empty()).take(EXAMPLES).collect();
    let what = match ledger {
        Some(ledger) => match reader.ledger_column(ledger, heading) {
            Ok(LedgerColumn::Column(name)) => What::Known(format!("{}.{name}", ledger.key())),
            Ok(LedgerColumn::Unit) => What::Known("unit.name".to_owned()),
            Ok(LedgerColumn::Remarks) => What::Unread,
            Err(fault) => of_ledger(ledger, &heading.label, &fault),
        },
        None => {
            match one.columns.iter().find(|(column, _)| *column == heading.column).map(|(_, what)| what) {
                Some(Ok(column)) => known(column, fields),
                Some(Err(fault)) => perhaps(&heading.label, fault, fields),
                None => What::Unknown,
            }
        }
    };
    let (sheet, place) = (sheet.name.to_string(), column_name(heading.column));
    Understood { sheet, place, head: heading.name(), what, examples, column: None, is_above: false }
}

fn known(column: &Column, fields: &FieldIndex) -> What {
    What::Known(match column {
        Column::Name => "unit.name".to_owned(),
        Column::Id => "unit.id".to_owned(),
        Column::Parent => "unit.parent".to_owned(),
        Column::Recipients => "unit.recipients".to_owned(),
        Column::Attribute(name) => format!("unit.attributes.{name}"),
        Column::Field(at) => fields.fields[*at].key(),
        Column::Remarks | Column::Unread => return What::Unread,
    })
}

/// The field that a head which is not understood may be.
fn perhaps(head: &str, fault: &Diagnostic, fields: &FieldIndex) -> What {
    if let Some(what) = in_another_measure(fault) {
        return what;
    }
    let (name, said) = measure::parted(head, |_| true).unwrap_or_else(|| (plain(head), String::new()));
    let asked = || FieldIndex::asked(&fields.fields).map(|(_, field)| field);
    let by_label = |label: &str| asked().find(|field| fields.header(field) == label);
    if let Some(field) = fault.suggestion().and_then(by_label) {
        return What::Perhaps(field.key(), None);
    }
    let within = asked().filter(|field| {
        let label = plain(&field.spec.label);
        name.chars().count() > 1 && (label.contains(&name) || name.contains(&label))
    });
    match within.collect::<Vec<_>>().as_slice() {
        [one] => What::Perhaps(one.key(), factor(&said, &one.spec.measure)),
        _ => What::Unknown,
    }
}

/// What a column is of whose head says another measure than the field's own.
fn in_another_measure(fault: &Diagnostic) -> Option<What> {
    let said = |name: &str| fault.argument(name).and_then(|said| said.as_str());
    let key = said("key").filter(|_| fault.code() == Code::MeasureDiffers)?;
    Some(What::Perhaps(key.to_owned(), said("factor").and_then(|factor| factor.parse().ok())))
}

fn of_ledger(ledger: &Field, head: &str, fault: &Diagnostic) -> What {
    let labels = ledger.spec.columns.values().map(|column| column.label.as_str());
    let found = || {
        let label = closest(head, labels)?;
        let (name, _) = ledger.spec.columns.iter().find(|(_, column)| column.label == label)?;
        Some(What::Perhaps(format!("{}.{name}", ledger.key()), None))
    };
    in_another_measure(fault).or_else(found).unwrap_or(What::Unknown)
}

/// What a number in one measure is multiplied by to be in the other; none where they are the same, or cannot be compared.
fn factor(from: &str, to: &str) -> Option<Decimal> {
    if let Ratio::Factor(factor) = measure::ratio(from, to) { Some(factor) } else { None }
}

/// The labels of a form with the values beside them.
fn cells(sheet: &Sheet, fields: &FieldIndex, period: Option<Period>) -> Vec<Understood> {
    const NOW: [&str; 9] = ["本期", "本季", "本季度", "本月", "本年", "本期数", "数量", "数值", "实际"];
    let is_now = |cell: &Cell| matches!(cell, Cell::Text(text) if NOW.contains(&&*plain(text)));
    let head = sheet.rows.iter().find_map(|row| {
        let found = row.cells.iter().find(|(_, cell)| is_now(cell))?;
        Some((row.number, found.0, found.1.display()))
    });
    let is_label = |text: &str| {
        let label = plain(text).trim_end_matches(':').to_owned();
        let found = fields.column_in(&label, None, period);
        let is_measured = || matches!(&found, Err(fault) if fault.code() == Code::MeasureDiffers);
        is_surely_unit(&label) || matches!(found, Ok(Column::Field(_))) || is_measured()
    };
    let below_cell = |index: usize, column: u32| {
        let next = sheet.rows.get(index + 1).filter(|next| next.number == sheet.rows[index].number + 1);
        next.and_then(|next| next.text(column))
    };
    let mut found = Vec::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        let mut at = 0;
        while at < row.cells.len() {
            let (column, cell) = &row.cells[at];
            at += 1;
            let Cell::Text(text) = cell else { continue };
            let label = plain(text).trim_end_matches(':').to_owned();
            let right = row.cells[at..].iter().position(|(_, cell)| !fields.is_measure(&cell.display()));
            let below_head = head.as_ref().filter(|(number, ..)| *number < row.number);
            // A text may stand right beside its label, before the columns of figures.
            let is_text_before = |value: &usize, head: u32| {
                let (column, cell) = &row.cells[*value];
                *column < head && matches!(cell, Cell::Text(text) if number::parse(text, "").is_err())
            };
            let value = match below_head {
                Some((_, column, _)) => {
                    let beside = right.map(|right| at + right).filter(|value| is_text_before(value, *column));
                    row.cells.iter().position(|(at, _)| at == column).or(beside)
                }
                None => right.map(|right| at + right),
            };
            let below_head = below_head.filter(|(_, column, _)| {
                value.and_then(|value| row.cells.get(value)).is_none_or(|(at, _)| at == column)
            });
            let is_beside = |value: usize| below_head.is_some() || !is_label(&row.cells[value].1.display());
            let below = below_cell(index, *column).filter(|text| !is_label(text));
            let below =
                below.filter(|_| below_head.is_none() && is_label(text) && !value.is_some_and(is_beside));
            let value = value.filter(|value| is_beside(*value));
            let is = fields.column_in(&label, None, period).or_else(|fault| {
                match measure::parted(&label, |_| true) {
                    Some((name, _)) if fault.code() == Code::UnknownColumn => fields.column(&name, None),
                    _ => Err(fault),
                }
            });
            let between = row.cells[at..].iter().take_while(|(other, _)| {
                value.and_then(|value| row.cells.get(value)).is_some_and(|(value, _)| other < value)
            });
            let beside = between.map(|(_, cell)| cell.display()).find(|text| fields.is_measure(text));
            let is = is.and_then(|column| {
                if let (Column::Field(field), Some(said)) = (&column, &beside) {
                    fields.measured(*field, |of| of.hold(&label, said))?;
                }
                Ok(column)
            });
            let is_of_measures = || below_cell(index, *column).is_some_and(|text| fields.is_measure(&text));
            let what = if is_surely_unit(&label) && is_of_measures() {
                continue;
            } else if is_surely_unit(&label) {
                What::Known("unit.name".to_owned())
            } else if let Ok(Column::Field(_)) = &is {
                is.as_ref().map_or(What::Unknown, |column| known(column, fields))
            } else if let Some(what) = is.as_ref().err().and_then(in_another_measure) {
                what
            } else if value
                .is_some_and(|value| value > at - 1 && !matches!(row.cells[value].1, Cell::Text(_)))
                && of_label(text).is_none()
            {
                let unknown = fields.column(&label, None).err();
                unknown.map_or(What::Unknown, |fault| perhaps(&label, &fault, fields))
            } else {
                continue;
            };
            let beside = value.and_then(|value| row.cells.get(value)).map(|(_, cell)| cell.display());
            let is_above = below.is_some();
            let example = below.or(beside);
            let is_known = matches!(what, What::Known(_));
            found.push(Understood {
                sheet: sheet.name.to_string(),
                place: huibian_diagnostic::cell_name(row.number, *column),
                head: text.trim().to_owned(),
                what,
                examples: example.into_iter().filter(|text| !text.is_empty()).collect(),
                column: below_head.map(|(.., head)| head.clone()),
                is_above,
            });
            if is_known || below_head.is_some() {
                at = value.map_or(at, |value| at.max(value + 1));
            }
        }
    }
    found
}
