//! The rows of a main sheet that are units', and those that are passed over.

use std::collections::HashMap;

use huibian_contract::text::name as seen;
use huibian_contract::{Absent, FieldType, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Faults};

use crate::cell::{Wanted, failed};
use crate::doubtful_units::UnitsOf;
use crate::head::{UnitHead, id_of};
use crate::passed::{PassedRows, no_unit, second_table};
use crate::totals::{FigureColumn, adds_up};
use huibian_sheet::columns::{Column, FieldIndex};
use huibian_sheet::heads::plain;
use huibian_sheet::layout::Layout;
use huibian_sheet::likeness::is_of_group;
use huibian_sheet::line_kind::{LineKind, Sign, is_ditto, is_sentence, unit_name};
use huibian_sheet::odd_cells::partly_struck;
use huibian_sheet::{Cell, MergedRows, Range, Row, Sheet, under};

/// The units of a main sheet.
#[derive(Default)]
pub struct UnitRows {
    /// Indices of their rows.
    pub rows: Vec<usize>,
    /// Who they are, in the same order.
    pub heads: Vec<UnitHead>,
    /// What units are called whose rows have a list's number or a star about it, by unit.
    pub names: HashMap<usize, String>,
    /// What is wrong.
    pub faults: Faults,
    /// What is odd.
    pub remarks: Vec<Diagnostic>,
}

/// The units of a main sheet, with what is to be asked about them. `names` are units whatever their names may seem to be.
pub fn units(
    sheet: &Sheet,
    merged: &MergedRows,
    layout: &Layout<Column>,
    fields: &FieldIndex,
    names: &[String],
) -> UnitRows {
    let mut units = read(sheet, merged, layout, fields, names);
    let is_known = |text: &str| names.iter().any(|name| *name == seen(text));
    if let Some((names, _)) = layout.columns.iter().find(|(_, one)| *one == Column::Name) {
        let (rows, heads, figures) = (&units.rows, &units.heads, figures(layout, fields));
        let doubts = UnitsOf { sheet, rows, heads, names: *names, figures }.doubts(is_known);
        units.remarks.extend(doubts);
    }
    units
}

/// The rows that are units', and those that are passed over.
fn read(
    sheet: &Sheet,
    merged: &MergedRows,
    layout: &Layout<Column>,
    fields: &FieldIndex,
    names: &[String],
) -> UnitRows {
    let column = |wanted: &Column| layout.columns.iter().find(|(_, one)| one == wanted).map(|(at, _)| *at);
    let (name_column, id_column) = (column(&Column::Name), column(&Column::Id));
    let is_mapped = |at: u32| layout.columns.iter().any(|(one, what)| *one == at && *what != Column::Remarks);
    let is_figure = |at: u32| {
        let is_given = |what: &Column| matches!(what, Column::Field(_) | Column::Attribute(_));
        layout.columns.iter().any(|(one, what)| *one == at && is_given(what))
    };
    let is_named = |text: &str| names.iter().any(|name| *name == seen(text));
    let mut passed = PassedRows::of(sheet, (layout.last, layout.first), figures(layout, fields));
    let mut units = UnitRows::default();
    let (mut nameless, mut empty) = (Vec::new(), Vec::new());
    for (at, row) in sheet.rows.iter().enumerate().skip(layout.first) {
        let text = |column: Option<u32>| {
            let text = column.and_then(|column| row.text(column)).map(|text| seen(&text).into_owned());
            text.filter(|text| is_seen(text))
        };
        let (written, id) = (text(name_column), text(id_column));
        let name =
            written.as_deref().map(|name| if is_named(name) { name } else { unit_name(name) }.to_owned());
        let said =
            [(name_column, "unit.name"), (id_column, "unit.id"), (column(&Column::Parent), "unit.parent")];
        if let Some(fault) =
            wrong_with(sheet, (row, layout.last), &said, |_, cell, says| failed(cell, says.0, says.1))
        {
            units.faults.push(fault);
            continue;
        }
        let place = name_column.filter(|_| name.is_some()).or(id_column).or(name_column).unwrap_or(0);
        let is_known = name.as_deref().is_some_and(is_named) || id.as_deref().is_some_and(is_named);
        // What stands behind a unit's name says nothing of the row, but for a word such as 小计.
        let holds = |sign: Sign, column: u32, _: &str| {
            name.is_none()
                || column <= place
                || (sign.kind == LineKind::Total && sign.is_certain && !is_mapped(column))
        };
        if !is_known && name_column.is_some_and(|column| passed.takes_indented(at, column)) {
            continue;
        }
        if !is_known && name_column.is_some_and(|column| passed.is_further_head(row, column)) {
            units.faults.push(second_table(sheet, row, place));
            break;
        }
        if !is_known && passed.takes(at, holds) {
            continue;
        }
        let struck = |at: u32, _: &Cell, says: (&str, &str)| partly_struck(sheet, (row.number, at), says);
        if let Some(fault) = wrong_with(sheet, (row, layout.last), &said, struck) {
            units.faults.push(fault);
            continue;
        }
        let Some(shown) = name.clone().or_else(|| id.clone()) else {
            let is_value = |at: u32| is_mapped(at) && Some(at) != name_column;
            if let Some((first, _)) = row.cells.iter().find(|(at, _)| is_value(*at))
                && !passed.takes_unsaid(at)
            {
                let fault = |range: Range| Diagnostic::new(Code::MergedCells).with("range", range.name());
                passed.data.push(at);
                match under(merged, row.number, place).map(fault) {
                    Some(fault) => units.faults.push(fault.at(sheet.place(row.number, place))),
                    None => nameless.push((row.number, *first)),
                }
            }
            continue;
        };
        let is_title = row.cells.len() == 1 && is_title(&shown, (row.number, place), merged, is_figure);
        // What stands below the notes is another table, unless it is a unit that is known.
        let is_below = passed.has_notes && !names.is_empty();
        if !is_known && (is_sentence(&shown) || is_title || is_below) {
            passed.pass(LineKind::Note, at, place);
            continue;
        }
        if !is_known && is_ditto(&shown) {
            let fault = Diagnostic::new(Code::Ditto).with("label", "单位").with("field", "unit.name");
            units.faults.push(fault.with("found", &shown).at(sheet.place(row.number, place)));
            continue;
        }
        if let Some(name) = name.filter(|name| Some(name) != written.as_ref()) {
            units.names.insert(units.heads.len(), name);
        }
        let given = id.as_deref().and_then(|id| UnitId::new(id).ok());
        units.heads.push(UnitHead {
            id: given.unwrap_or_else(|| id_of(&shown)),
            name: shown,
            parent: text(column(&Column::Parent)),
            place: sheet.place(row.number, id_column.filter(|_| id.is_some()).unwrap_or(place)),
        });
        if row.cells.iter().all(|(column, _)| !is_figure(*column)) {
            let name = units.heads.last().map_or_else(String::new, |head| head.name.clone());
            let remark = Diagnostic::new(Code::RowEmpty).with("name", name);
            empty.push(remark.at(sheet.place(row.number, place)));
        }
        units.rows.push(at);
        passed.data.push(at);
    }
    units.faults.extend(no_unit(sheet, &nameless));
    units.remarks = passed.remarks(&HashMap::new());
    // Where a section has to be given, a unit that gives none is at fault, and told of by itself.
    let is_told = fields.plugins.iter().any(|plugin| plugin.absent == Absent::Error);
    if !is_told && empty.len() < units.rows.len() {
        units.remarks.extend(empty);
    }
    units
}

/// Whether a name is that of a group of units: numbered, or in a cell that is merged over columns of figures.
fn is_title(name: &str, at: (u32, u32), merged: &MergedRows, is_figure: impl Fn(u32) -> bool) -> bool {
    let is_band = |range: &Range| {
        let is_own = range.first == at && range.first.0 == range.last.0;
        is_own && (range.first.1..=range.last.1).any(&is_figure)
    };
    is_of_group(&plain(name)) || merged.get(&at.0).into_iter().flatten().any(is_band)
}

/// Whether a text shows anything: of control characters alone nothing is seen.
fn is_seen(text: &str) -> bool {
    !text.chars().all(char::is_control)
}

/// The first fault that is found in the cells that say who a row's unit is, each by its column, its label and its field.
fn wrong_with(
    sheet: &Sheet,
    (row, head): (&Row, usize),
    said: &[(Option<u32>, &str)],
    fault: impl Fn(u32, &Cell, (&str, &str)) -> Option<Diagnostic>,
) -> Option<Diagnostic> {
    said.iter().find_map(|(column, field)| {
        let column = (*column)?;
        let label = sheet.rows.get(head).and_then(|head| head.text(column)).unwrap_or_default();
        Some(fault(column, row.cell(column)?, (&label, field))?.at(sheet.place(row.number, column)))
    })
}

/// The columns of figures that add up over units.
fn figures<'f>(layout: &Layout<Column>, fields: &'f FieldIndex) -> Vec<FigureColumn<'f>> {
    let figure = |(column, what): &(u32, Column)| {
        let Column::Field(at) = what else { return None };
        let field = &fields.fields[*at];
        let spec = &field.spec;
        let is_number = matches!(spec.kind, FieldType::Integer | FieldType::Decimal);
        let wanted = Wanted {
            field: &field.name,
            label: &spec.label,
            measure: &spec.measure,
            kind: FieldType::Decimal,
        };
        (is_number && adds_up(&spec.label, &spec.measure)).then_some(FigureColumn { column: *column, wanted })
    };
    layout.columns.iter().filter_map(figure).collect()
}
