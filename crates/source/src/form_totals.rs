//! The figures of a form of totals held against what the units' forms come to. Knows no sheets' names.

use huibian_contract::FieldType;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_sheet::Sheet;
use huibian_sheet::columns::{Column, FieldIndex};
use rust_decimal::Decimal;

use crate::cell::Wanted;
use crate::form_cells::{FormCells, PlacedCell};
use crate::tables::UnitForm;
use crate::totals::{FigureColumn, adds_up, number};

/// The figures of a form of totals, called `name`, that differ from the units'. Where one cannot be read nothing is said.
pub fn differing(
    sheets: &[Sheet],
    fields: &FieldIndex,
    name: &str,
    total: &FormCells,
    forms: &[UnitForm],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for PlacedCell { what, at } in &total.cells {
        let Column::Field(field) = what else { continue };
        let spec = &fields.fields[*field].spec;
        let is_number = matches!(spec.kind, FieldType::Integer | FieldType::Decimal);
        if !is_number || !adds_up(&spec.label, &spec.measure) {
            continue;
        }
        let (label, measure) = (spec.label.as_str(), spec.measure.as_str());
        let wanted = Wanted { field: &fields.fields[*field].name, label, measure, kind: FieldType::Decimal };
        let read = |at: &(usize, u32, u32)| figure(&sheets[at.0], wanted, (at.1, at.2));
        let placed = forms.iter().filter_map(|form| form.cells.iter().find(|cell| cell.what == *what));
        let given: Vec<Figure> = placed.map(|cell| read(&cell.at)).collect();
        let sum = given.iter().try_fold(None, |sum: Option<Decimal>, figure| match figure {
            Figure::None => Some(sum),
            Figure::Unread => None,
            Figure::Number(number) => sum.unwrap_or_default().checked_add(*number).map(Some),
        });
        let (Figure::Number(stated), Some(Some(ours))) = (read(at), sum) else { continue };
        if stated != ours {
            let fault = Diagnostic::new(Code::TotalDiffers).with("of", "forms").with("name", name);
            let fault = fault.with("label", label).with_digits("stated", stated);
            let fault = fault.with_digits("ours", ours.normalize());
            found.push(fault.at(sheets[at.0].place(at.1, at.2)));
        }
    }
    found
}

/// What a cell gives.
enum Figure {
    None,
    Unread,
    Number(Decimal),
}

fn figure(sheet: &Sheet, wanted: Wanted<'_>, (row, column): (u32, u32)) -> Figure {
    let Ok(at) = sheet.rows.binary_search_by_key(&row, |row| row.number) else { return Figure::None };
    if sheet.rows[at].cell(column).is_none() {
        return Figure::None;
    }
    number(sheet, &FigureColumn { column, wanted }, at).map_or(Figure::Unread, Figure::Number)
}
