//! What is understood of an office's own table, before it is read for good: each head with what it is of and examples of what
//! stands below it, and what a head that is not understood may be. Knows no `workspace.toml`.

use std::path::Path;
use std::sync::Arc;

use blake3::Hasher;
use huibian_contract::FieldType;
use huibian_diagnostic::{Diagnostic, Faults, closest};
use rust_decimal::Decimal;

use crate::columns::{
    Column, Field, FieldIndex, LedgerColumn, is_measure, is_surely_unit, ledger_column, plain,
};
use crate::finder::{Survey, SurveyedSheet, TableReader};
use crate::layout::{Heading, column_name};
use crate::line_kind::of_label;
use crate::listing::UnitFile;
use crate::sheet::{Cell, Sheet};

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
    let Survey { sheets, surveyed, fields } = reader.survey(&file, &mut Hasher::new())?;
    let mut understanding = Understanding::default();
    for (sheet, one) in sheets.iter().zip(&surveyed) {
        let of_ledger = one.ledger.map(|at| &fields.ledgers[at]);
        if let Some(first) = one.first.filter(|_| one.fields > 0 || of_ledger.is_some()) {
            let understood =
                one.headings.iter().map(|heading| column(sheet, first, heading, of_ledger, one, &fields));
            understanding.columns.extend(understood);
        }
    }
    if understanding.columns.is_empty() {
        for sheet in sheets.iter().filter(|sheet| sheet.is_visible) {
            understanding.cells.extend(cells(sheet, &fields));
        }
    }
    Ok(understanding)
}

/// What a column is of.
fn column(
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
        Some(ledger) => match ledger_column(ledger, &heading.label) {
            Ok(LedgerColumn::Column(name)) => What::Known(format!("{}.{name}", ledger.key())),
            Ok(LedgerColumn::Unit) => What::Known("unit.name".to_owned()),
            Ok(LedgerColumn::Remarks) => What::Unread,
            Err(_) => of_ledger(ledger, &heading.label),
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
    Understood { sheet, place, head: heading.name(), what, examples, column: None }
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
    let (name, measure) = parted(head);
    let asked = || FieldIndex::asked(&fields.fields).map(|(_, field)| field);
    let same = asked().find(|field| plain(&field.spec.label) == name);
    if let (Some(field), Some(measure)) = (same, &measure) {
        let is_number = matches!(field.spec.kind, FieldType::Integer | FieldType::Decimal);
        let factor = factor(measure, &field.spec.measure).filter(|_| is_number);
        return if factor.is_some() { What::Perhaps(field.key(), factor) } else { What::Unknown };
    }
    let by_label = |label: &str| asked().find(|field| FieldIndex::header(&fields.fields, field) == label);
    if let Some(field) = fault.suggestion().and_then(by_label) {
        return What::Perhaps(field.key(), None);
    }
    let within = asked().filter(|field| {
        let label = plain(&field.spec.label);
        name.chars().count() > 1 && (label.contains(&name) || name.contains(&label))
    });
    match within.collect::<Vec<_>>().as_slice() {
        [one] => What::Perhaps(one.key(), measure.and_then(|measure| factor(&measure, &one.spec.measure))),
        _ => What::Unknown,
    }
}

fn of_ledger(ledger: &Field, head: &str) -> What {
    let labels = ledger.spec.columns.values().map(|column| column.label.as_str());
    let found = closest(head, labels)
        .and_then(|label| ledger.spec.columns.iter().find(|(_, column)| column.label == label));
    found.map_or(What::Unknown, |(name, _)| What::Perhaps(format!("{}.{name}", ledger.key()), None))
}

/// A head without its measure, and the measure that it says.
fn parted(head: &str) -> (String, Option<String>) {
    let head = plain(head);
    let parts = head.strip_suffix(')').and_then(|head| head.rsplit_once('('));
    parts.map_or((head.clone(), None), |(name, measure)| (name.to_owned(), Some(measure.to_owned())))
}

/// What a number in one measure is multiplied by to be in the other; none where they are the same, or cannot be compared.
fn factor(from: &str, to: &str) -> Option<Decimal> {
    let power = |measure: &str| -> (i64, String) {
        const POWERS: [(&str, i64); 6] = [
            ("百万", 1_000_000),
            ("千万", 10_000_000),
            ("亿", 100_000_000),
            ("万", 10_000),
            ("千", 1000),
            ("百", 100),
        ];
        let measure = plain(measure);
        let found =
            POWERS.iter().find(|(power, _)| measure.len() > power.len() && measure.starts_with(power));
        found.map_or((1, measure.clone()), |(power, by)| (*by, measure[power.len()..].to_owned()))
    };
    let ((from, base), (to, other)) = (power(from), power(to));
    (base == other && from != to).then(|| (Decimal::from(from) / Decimal::from(to)).normalize())
}

/// The labels of a form with the values beside them.
fn cells(sheet: &Sheet, fields: &FieldIndex) -> Vec<Understood> {
    const NOW: [&str; 9] = ["本期", "本季", "本季度", "本月", "本年", "本期数", "数量", "数值", "实际"];
    let is_now = |cell: &Cell| matches!(cell, Cell::Text(text) if NOW.contains(&&*plain(text)));
    let head = sheet.rows.iter().find_map(|row| {
        let found = row.cells.iter().find(|(_, cell)| is_now(cell))?;
        Some((row.number, found.0, found.1.display()))
    });
    let mut found = Vec::new();
    for row in &sheet.rows {
        let mut at = 0;
        while at < row.cells.len() {
            let (column, cell) = &row.cells[at];
            at += 1;
            let Cell::Text(text) = cell else { continue };
            let label = plain(text).trim_end_matches(':').to_owned();
            let right = row.cells[at..].iter().position(|(_, cell)| !is_measure(&cell.display(), fields));
            let below_head = head.as_ref().filter(|(number, ..)| *number < row.number);
            let value = match below_head {
                Some((_, column, _)) => row.cells.iter().position(|(at, _)| at == column),
                None => right.map(|right| at + right),
            };
            let is_field = |text: &str| matches!(fields.column(text, None), Ok(Column::Field(_)));
            let what = if is_surely_unit(&label) {
                What::Known("unit.name".to_owned())
            } else if is_field(&label) || is_field(&parted(&label).0) {
                let name = if is_field(&label) { label.clone() } else { parted(&label).0 };
                fields.column(&name, None).map_or(What::Unknown, |column| known(&column, fields))
            } else if value
                .is_some_and(|value| value > at - 1 && !matches!(row.cells[value].1, Cell::Text(_)))
                && of_label(text).is_none()
            {
                let unknown = fields.column(&label, None).err();
                unknown.map_or(What::Unknown, |fault| perhaps(&label, &fault, fields))
            } else {
                continue;
            };
            let example = value.and_then(|value| row.cells.get(value)).map(|(_, cell)| cell.display());
            let is_known = matches!(what, What::Known(_));
            found.push(Understood {
                sheet: sheet.name.to_string(),
                place: huibian_diagnostic::cell_name(row.number, *column),
                head: text.trim().to_owned(),
                what,
                examples: example.into_iter().filter(|text| !text.is_empty()).collect(),
                column: below_head.map(|(.., head)| head.clone()),
            });
            if is_known || below_head.is_some() {
                at = value.map_or(at, |value| at.max(value + 1));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_of_one_kind_have_a_factor() {
        let shown = |from, to| factor(from, to).map(|factor| factor.to_string());
        assert_eq!(shown("元", "万元").as_deref(), Some("0.0001"));
        assert_eq!(shown("亿元", "万元").as_deref(), Some("10000"));
        assert_eq!(shown("千元", "万元").as_deref(), Some("0.1"));
        assert_eq!((shown("元", "元"), shown("元", "次")), (None, None));
    }
}
