//! The figures of files of totals in a folder, held against what the units' files come to.

use huibian_contract::FieldType;
use huibian_diagnostic::{Code, Diagnostic, Location};
use huibian_sheet::columns::{Field, FieldIndex};
use rust_decimal::Decimal;

use crate::source::UnitRef;
use crate::totals::adds_up;
use crate::values::{Datum, find};

/// What units' files come to, figure by figure; none where one of them cannot be read.
pub struct FolderSums<'f> {
    fields: Vec<&'f Field>,
    sums: Vec<Figure>,
}

/// A figure that a file gives, or that files come to.
#[derive(Clone)]
enum Figure {
    /// None is given.
    None,
    /// It cannot be read.
    Unread,
    /// It is this, and stands there.
    Number(Decimal, Location),
}

impl<'f> FolderSums<'f> {
    /// Of no file yet.
    pub fn of(fields: &'f FieldIndex) -> Self {
        let is_figure = |field: &&Field| {
            let is_number = matches!(field.spec.kind, FieldType::Integer | FieldType::Decimal);
            is_number && adds_up(&field.spec.label, &field.spec.measure)
        };
        let fields: Vec<&Field> =
            FieldIndex::asked(&fields.fields).map(|(_, field)| field).filter(is_figure).collect();
        let sums = vec![Figure::None; fields.len()];
        Self { fields, sums }
    }

    /// Takes in a unit's file.
    pub fn take(&mut self, unit: &UnitRef) {
        for (sum, figure) in self.sums.iter_mut().zip(figures(unit, &self.fields)) {
            *sum = match (std::mem::replace(sum, Figure::Unread), figure) {
                (Figure::None, figure) => figure,
                (sum, Figure::None) => sum,
                (Figure::Number(sum, place), Figure::Number(number, _)) => {
                    sum.checked_add(number).map_or(Figure::Unread, |sum| Figure::Number(sum, place))
                }
                _ => Figure::Unread,
            };
        }
    }

    /// The figures of a file of totals that differ.
    pub fn differing(&self, total: &UnitRef) -> Vec<Diagnostic> {
        let figures = figures(total, &self.fields);
        let pairs = self.fields.iter().zip(figures.into_iter().zip(&self.sums));
        let differing = pairs.filter_map(|(field, pair)| {
            let (Figure::Number(stated, place), Figure::Number(ours, _)) = pair else { return None };
            let fault = Diagnostic::new(Code::TotalDiffers).with("of", "files");
            let fault = fault.with("name", &total.head().name).with("label", &field.spec.label);
            let fault = fault.with_digits("stated", stated).with_digits("ours", ours.normalize());
            (stated != *ours).then(|| fault.at(place))
        });
        differing.collect()
    }
}

/// What a file gives for some fields.
fn figures(unit: &UnitRef, fields: &[&Field]) -> Vec<Figure> {
    let mut found = vec![Figure::Unread; fields.len()];
    // What keeps a file from being read is told where its unit is.
    let _ = unit.data().values(&mut |values| {
        for (figure, field) in found.iter_mut().zip(fields) {
            let table = find(values.entries, &field.table).map(|node| &node.datum);
            let node =
                if let Some(Datum::Table(entries)) = table { find(entries, &field.name) } else { None };
            *figure = match node.map(|node| (&node.datum, node.location)) {
                None => Figure::None,
                Some((Datum::Integer(digits, 10) | Datum::Decimal(digits), at)) => digits
                    .parse()
                    .map_or(Figure::Unread, |number| Figure::Number(number, values.places.locate(at))),
                Some(_) => Figure::Unread,
            };
        }
    });
    found
}
