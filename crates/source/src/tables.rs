//! Units in the rows of a table, and their ledgers in further sheets: read once, asked unit by unit. What each sheet and
//! column is was [found](crate::finder) before.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use blake3::Hasher;
use huibian_contract::FieldType;
use huibian_contract::text::name as seen;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};
use rust_decimal::Decimal;

use crate::absent_columns::AbsentField;
use crate::cell::{Wanted, failed, field_type, split};
use crate::form_cells::PlacedCell;
use crate::head::unit_said;
use crate::{Datum, Key, Locate, Node, RawLocation};
use huibian_sheet::columns::{Column, FieldIndex};
use huibian_sheet::odd_cells::partly_struck;
use huibian_sheet::{Cell, MergedRows, Sheet, under};

/// The sheets of a table, and where each unit's values are in them.
#[derive(Debug)]
pub struct Tables {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) merged: Vec<MergedRows>,
    pub(crate) fields: Arc<FieldIndex>,
    pub(crate) main: usize,
    pub(crate) columns: Vec<(u32, Column)>,
    /// Columns whose numbers are multiplied.
    pub(crate) factors: Vec<Scaled>,
    /// Required fields without a column, and sections without any: told of once.
    pub(crate) absent: Vec<AbsentField>,
    pub(crate) ledgers: Vec<Ledger>,
    pub(crate) units: Vec<usize>,
    /// What units are called whose rows have a list's number or a star about it, by unit.
    pub(crate) names: HashMap<usize, String>,
    /// The units' own forms, whose values stand in no row of units.
    pub(crate) forms: Vec<UnitForm>,
}

/// A unit's own form.
#[derive(Debug)]
pub(crate) struct UnitForm {
    /// What the unit is called where the form does not say so.
    pub(crate) name: Option<String>,
    /// The sheet that most of it is in.
    pub(crate) sheet: usize,
    pub(crate) cells: Vec<PlacedCell>,
    /// What was not found in it, by the fields' numbers: told of once.
    pub(crate) unplaced: Vec<usize>,
    /// What is wrong with it.
    pub(crate) faults: Faults,
}

/// A column, or a form's field, whose numbers are multiplied, exactly.
#[derive(Debug)]
pub(crate) struct Scaled {
    pub(crate) at: ScaledAt,
    pub(crate) factor: Decimal,
    /// What the table measures in.
    pub(crate) measure: String,
}

/// What is multiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScaledAt {
    /// A column of the main sheet.
    Column(u32),
    /// A form's field, by its number.
    Field(usize),
}

/// A cell of a unit's, or that there is none.
struct UnitCell<'t> {
    what: &'t Column,
    at: (usize, u32, u32),
    cell: Option<&'t Cell>,
}

/// A ledger's sheet.
#[derive(Debug)]
pub(crate) struct Ledger {
    pub(crate) sheet: usize,
    pub(crate) field: usize,
    pub(crate) columns: Vec<(u32, String)>,
    /// Columns whose numbers are multiplied.
    pub(crate) factors: Vec<Scaled>,
    /// Required columns that are not there: told of once.
    pub(crate) absent: Vec<String>,
    /// Rows by unit.
    pub(crate) rows: HashMap<usize, Vec<usize>>,
}

impl Locate for Tables {
    fn locate(&self, location: RawLocation) -> Location {
        match location {
            RawLocation::Cell(sheet, row, column) => self.sheets[sheet].place(row, column),
            RawLocation::Span(..) => Location::file(&self.sheets[self.main].path),
        }
    }
}

impl Tables {
    /// The file with the main table.
    pub fn path(&self) -> &Path {
        &self.sheets[self.main].path
    }

    /// Where a unit's row begins.
    pub fn fallback(&self, unit: usize) -> RawLocation {
        if let Some(form) = self.forms.get(unit) {
            let name = form.cells.iter().find(|cell| cell.what == Column::Name);
            return name.map_or(
                RawLocation::Cell(form.sheet, 0, 0),
                |PlacedCell { at: (sheet, row, column), .. }| RawLocation::Cell(*sheet, *row, *column),
            );
        }
        let row = &self.sheets[self.main].rows[self.units[unit]];
        let says_who = |one: &Column| matches!(one, Column::Name | Column::Id);
        let first = self.columns.iter().find(|(at, one)| says_who(one) && row.cell(*at).is_some());
        RawLocation::Cell(self.main, row.number, first.map_or(0, |(at, _)| *at))
    }

    /// What a unit gave, and what of it cannot be read.
    pub fn values(&self, unit: usize) -> (Vec<(Key<'static>, Node<'static>)>, Faults) {
        let mut values = Values::default();
        let fallback = self.fallback(unit);
        let (mut identity, mut attributes) = (Vec::new(), Vec::new());
        if let Some(form) = self.forms.get(unit) {
            values.faults.extend(form.faults.iter().cloned());
            let is_unsaid = form.cells.iter().all(|cell| cell.what != Column::Name);
            if let Some(name) = form.name.clone().filter(|_| is_unsaid) {
                let datum = Datum::Text(Cow::Owned(name));
                identity.push((key("name", fallback), Node { datum, location: fallback }));
            }
        }
        for UnitCell { what, at: (number, row, column), cell } in self.unit_cells(unit) {
            let sheet = &self.sheets[number];
            let location = RawLocation::Cell(number, row, column);
            let Some(cell) = cell else {
                if let (Some(range), false) =
                    (under(&self.merged[number], row, column), matches!(what, Column::Remarks | Column::Id))
                {
                    values.fault(
                        self,
                        location,
                        Diagnostic::new(Code::MergedCells).with("range", range.name()),
                    );
                    if let Column::Field(at) = what {
                        let field = &self.fields.fields[*at];
                        values.put(&field.table, &field.name, Node { datum: Datum::Faulty, location });
                    }
                }
                continue;
            };
            let text = |text: String| Node { datum: Datum::Text(Cow::Owned(text)), location };
            let name = || text(self.name(cell));
            let label = match what {
                Column::Name | Column::Id => "单位",
                Column::Parent => "上级单位",
                Column::Recipients => "主送机关",
                Column::Attribute(name) => name,
                Column::Remarks | Column::Unread | Column::Field(_) => "",
            };
            let struck = || partly_struck(sheet, (row, column), (label, "unit"));
            let fault = failed(cell, label, "unit").or_else(struck);
            if let Some(fault) = fault.filter(|_| !label.is_empty()) {
                values.fault(self, location, fault);
                continue;
            }
            match what {
                Column::Name => {
                    let name = self.names.get(&unit).cloned().map_or_else(name, text);
                    identity.push((key("name", location), name));
                }
                Column::Id => identity.push((key("id", location), name())),
                Column::Parent => identity.push((key("parent", location), name())),
                Column::Recipients => {
                    let list = split(&cell.display()).into_iter().map(|part| text(part.to_owned())).collect();
                    identity.push((key("recipients", location), Node { datum: Datum::List(list), location }));
                }
                Column::Attribute(name) => attributes.push((key(name, location), text(cell.display()))),
                Column::Remarks | Column::Unread => {}
                Column::Field(at) => {
                    let field = &self.fields.fields[*at];
                    let datum = self.datum((*at, sheet, (row, column)), cell, location);
                    let datum = datum.unwrap_or_else(|fault| values.fault(self, location, fault));
                    values.put(&field.table, &field.name, Node { datum, location });
                }
            }
        }
        if !attributes.is_empty() {
            identity.push((
                key("attributes", fallback),
                Node { datum: Datum::Table(attributes), location: fallback },
            ));
        }
        for ledger in &self.ledgers {
            if let Some(rows) = ledger.rows.get(&unit) {
                let field = &self.fields.ledgers[ledger.field];
                let records = rows.iter().map(|row| self.record(ledger, *row, &mut values)).collect();
                values.put(
                    &field.table,
                    &field.name,
                    Node { datum: Datum::List(records), location: fallback },
                );
            }
        }
        self.put_absent(unit, fallback, &mut values);
        let mut sections = values.sections;
        sections.push((key("unit", fallback), Node { datum: Datum::Table(identity), location: fallback }));
        sections.extend(values.tables.into_iter().map(|(name, entries)| {
            (key(&name, fallback), Node { datum: Datum::Table(entries), location: fallback })
        }));
        (sections, values.faults)
    }

    /// Puts what has no column, or no place in a unit's form, as what is told of already.
    fn put_absent(&self, unit: usize, fallback: RawLocation, values: &mut Values) {
        let faulty = || Node { datum: Datum::Faulty, location: fallback };
        for (table, field) in &self.absent {
            match field {
                Some(field) if values.tables.iter().any(|(known, _)| known == table) => {
                    values.put(table, field, faulty());
                }
                Some(_) => {}
                None => values.sections.push((key(table, fallback), faulty())),
            }
        }
        let unplaced = self.forms.get(unit).into_iter().flat_map(|form| &form.unplaced);
        for field in unplaced.map(|at| &self.fields.fields[*at]) {
            values.put(&field.table, &field.name, faulty());
        }
    }

    /// What a cell says of who a unit is; in a form it may be said behind its label.
    fn name(&self, cell: &Cell) -> String {
        let shown = cell.display();
        let said = if self.forms.is_empty() { None } else { unit_said(&shown) };
        seen(said.unwrap_or(&shown)).into_owned()
    }

    /// The cells that a unit's values stand in.
    fn unit_cells(&self, unit: usize) -> Vec<UnitCell<'_>> {
        if let Some(form) = self.forms.get(unit) {
            let given = form.cells.iter().map(|placed| UnitCell {
                what: &placed.what,
                at: placed.at,
                cell: self.cell(placed.at),
            });
            return given.collect();
        }
        let row = &self.sheets[self.main].rows[self.units[unit]];
        let given = self.columns.iter().map(|(column, what)| {
            let at = (self.main, row.number, *column);
            UnitCell { what, at, cell: row.cell(*column) }
        });
        given.collect()
    }

    fn cell(&self, (sheet, row, column): (usize, u32, u32)) -> Option<&Cell> {
        let rows = &self.sheets[sheet].rows;
        let row_at = rows.binary_search_by_key(&row, |row| row.number).ok()?;
        rows[row_at].cell(column)
    }

    /// A field's value out of its cell, which stands there in that sheet.
    fn datum(
        &self,
        (field, sheet, (row, column)): (usize, &Sheet, (u32, u32)),
        cell: &Cell,
        location: RawLocation,
    ) -> Result<Datum<'static>, Diagnostic> {
        let is_1904 = sheet.is_1904;
        let scaled = self.factors.iter().find(|scaled| scaled.at == self.scaled_by(field, column));
        let field = &self.fields.fields[field];
        let wanted = Wanted {
            field: &field.key(),
            label: &field.spec.label,
            measure: &field.spec.measure,
            kind: field.spec.kind,
        };
        if let Some(fault) = partly_struck(sheet, (row, column), (wanted.label, wanted.field)) {
            return Err(fault);
        }
        match scaled {
            Some(scaled) => wanted.scaled((&scaled.measure, scaled.factor), cell, is_1904, location),
            None => wanted.read(cell, is_1904, location),
        }
    }

    fn scaled_by(&self, field: usize, column: u32) -> ScaledAt {
        if self.forms.is_empty() { ScaledAt::Column(column) } else { ScaledAt::Field(field) }
    }

    /// One row of a ledger.
    fn record(&self, ledger: &Ledger, row: usize, values: &mut Values) -> Node<'static> {
        let (sheet, field) = (&self.sheets[ledger.sheet], &self.fields.ledgers[ledger.field]);
        let row = &sheet.rows[row];
        let start =
            RawLocation::Cell(ledger.sheet, row.number, row.cells.first().map_or(0, |(column, _)| *column));
        let mut cells = Vec::new();
        for (at, name) in &ledger.columns {
            let location = RawLocation::Cell(ledger.sheet, row.number, *at);
            let Some(column) = field.spec.columns.get(name.as_str()) else { continue };
            let datum = match (row.cell(*at), under(&self.merged[ledger.sheet], row.number, *at)) {
                (Some(cell), _) => {
                    let path = format!("{}.{name}", field.key());
                    let kind: FieldType = field_type(column.kind);
                    let wanted =
                        Wanted { field: &path, label: &column.label, measure: &column.measure, kind };
                    let scaled = ledger.factors.iter().find(|scaled| scaled.at == ScaledAt::Column(*at));
                    let struck = partly_struck(sheet, (row.number, *at), (&column.label, &path));
                    let datum = match (struck, scaled) {
                        (Some(fault), _) => Err(fault),
                        (None, Some(scaled)) => {
                            wanted.scaled((&scaled.measure, scaled.factor), cell, sheet.is_1904, location)
                        }
                        (None, None) => wanted.read(cell, sheet.is_1904, location),
                    };
                    datum.unwrap_or_else(|fault| values.fault(self, location, fault))
                }
                (None, Some(range)) => {
                    let fault = Diagnostic::new(Code::MergedCells).with("range", range.name());
                    values.fault(self, location, fault)
                }
                (None, None) => continue,
            };
            cells.push((key(name, location), Node { datum, location }));
        }
        let absent = ledger.absent.iter();
        cells.extend(absent.map(|name| (key(name, start), Node { datum: Datum::Faulty, location: start })));
        Node { datum: Datum::Table(cells), location: start }
    }

    /// How many bytes of memory its cells take, more or less.
    pub fn bytes(&self) -> usize {
        self.sheets.iter().map(Sheet::bytes).sum()
    }

    /// Everything that a unit's values come from, with the names of files and the rows' numbers, which faults and findings name.
    /// Which folder the files lie in is the workspace's to say.
    pub fn hash(&self, unit: usize, hasher: &mut Hasher) {
        let mut rows = |sheet: usize, columns: &dyn std::fmt::Debug, rows: &[usize]| {
            let (sheet, merged) = (&self.sheets[sheet], &self.merged[sheet]);
            let file = sheet.path.file_name().unwrap_or_default().display();
            hasher.update(format!("{file}\0{}\0{columns:?}\0{}", sheet.name, sheet.is_1904).as_bytes());
            for row in rows {
                let row = &sheet.rows[*row];
                hasher.update(format!("{row:?}{:?}", merged.get(&row.number)).as_bytes());
                let struck = sheet.struck_parts.iter().filter(|(at, _)| *at == row.number);
                hasher.update(format!("{:?}", struck.collect::<Vec<_>>()).as_bytes());
            }
        };
        let of_form = self.forms.get(unit);
        if let Some(form) = of_form {
            rows(form.sheet, &(&form.name, &self.factors), &[]);
        } else {
            rows(self.main, &(&self.columns, &self.factors), &[self.units[unit]]);
        }
        for ledger in &self.ledgers {
            let of_unit = ledger.rows.get(&unit).map_or(&[][..], Vec::as_slice);
            rows(ledger.sheet, &(ledger.field, &ledger.columns, &ledger.factors), of_unit);
        }
        for placed in of_form.into_iter().flat_map(|form| &form.cells) {
            let (sheet, row, column) = placed.at;
            let is_struck = self.sheets[sheet].is_partly_struck(row, column);
            hasher.update(format!("{placed:?}{:?}{is_struck}", self.cell(placed.at)).as_bytes());
        }
    }
}

/// A unit's values by section, as they are gathered.
#[derive(Default)]
struct Values {
    sections: Vec<(Key<'static>, Node<'static>)>,
    tables: Vec<(String, Vec<(Key<'static>, Node<'static>)>)>,
    faults: Faults,
}

impl Values {
    fn put(&mut self, table: &str, name: &str, node: Node<'static>) {
        let key = key(name, node.location);
        match self.tables.iter_mut().find(|(known, _)| known == table) {
            Some((_, entries)) => entries.push((key, node)),
            None => self.tables.push((table.to_owned(), vec![(key, node)])),
        }
    }

    fn fault(&mut self, tables: &Tables, location: RawLocation, fault: Diagnostic) -> Datum<'static> {
        self.faults.push(fault.at(tables.locate(location)));
        Datum::Faulty
    }
}

fn key(name: &str, location: RawLocation) -> Key<'static> {
    Key { name: Cow::Owned(name.to_owned()), location }
}
