//! The workbook to fill in: a row for each unit and a column for each field, a sheet for each ledger. A hidden row of
//! keys makes it read back exactly, whatever becomes of the labels. Its texts are Chinese, as are the plugins' labels.
//!
//! This crate must not know how it is read back: that is `huibian-source`'s.

pub mod list;
mod previous;
mod style;
mod terms;

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;

use huibian_contract::{FieldType, Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_engine::workspace::Workspace;
use huibian_sheet::columns::{Field, FieldIndex, PREVIOUS, with_measure};
use huibian_source::UnitRef;
use huibian_source::cell::field_type;
use huibian_source::head::id_of;
use huibian_unit::Unit;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Formula,
    Note, Workbook, Worksheet, XlsxError,
};

use list::unknown_format;
use previous::Previous;
use style::Style;
use terms::{explained, kind};

/// The main sheet's name.
const MAIN: &str = "填报表";
/// The row of labels, from 0; that of keys comes after it, then the data.
const LABELS: u32 = 1;
const KEYS: u32 = 2;
const DATA: u32 = 3;
/// How many rows of a ledger are made ready.
const LEDGER_ROWS: u32 = 500;

/// A form.
pub struct Form {
    /// The .xlsx file.
    pub bytes: Vec<u8>,
    /// How many units have a row.
    pub units: usize,
    /// How many fields have a column.
    pub fields: usize,
    /// How many ledgers have a sheet.
    pub ledgers: usize,
}

/// A unit's row, as far as it is known beforehand.
#[derive(Default)]
struct Known {
    id: String,
    name: String,
    parent: String,
    recipients: Vec<String>,
    attributes: Vec<(String, String)>,
}

/// Makes sure that a form's file is called what it is.
///
/// # Errors
/// O003 for a name that does not say `.xlsx`.
pub fn ensure_workbook(path: &Path) -> Result<()> {
    let given = path.extension().unwrap_or_default().to_string_lossy();
    if given.eq_ignore_ascii_case("xlsx") {
        return Ok(());
    }
    Err(unknown_format(path, if given.is_empty() { "–" } else { &given }, "xlsx", "form"))
}

impl Form {
    /// The form of a workspace for its period: with the units that it names, else those of the period before, else
    /// those that have given data.
    ///
    /// # Errors
    /// R002 where the workbook cannot be made.
    pub fn new(workspace: &Workspace) -> Result<Self> {
        let catalogue = FieldIndex::new(&workspace.manifests());
        let units = known(workspace);
        let ids: Vec<UnitId> = units.iter().map(Known::unit_id).collect();
        let previous = Previous::new(workspace, &ids);
        let failed = |error: XlsxError| Diagnostic::new(Code::Internal).with_detail("reason", error);
        let maker = Maker { workspace, catalogue: &catalogue, units: &units, previous, style: Style::new() };
        let bytes = maker.book().map_err(failed)?;
        Ok(Self {
            bytes,
            units: units.len(),
            fields: FieldIndex::asked(&catalogue.fields).count(),
            ledgers: FieldIndex::asked(&catalogue.ledgers).count(),
        })
    }
}

impl Known {
    /// The id that it has once the form is read.
    fn unit_id(&self) -> UnitId {
        UnitId::new(&self.id).unwrap_or_else(|_| id_of(&self.name))
    }
}

/// The units of a form.
fn known(workspace: &Workspace) -> Vec<Known> {
    let mut entries = workspace.previous_units();
    let here = workspace.gather(1).units;
    if entries.is_empty() {
        entries = here;
    } else {
        let there: HashSet<String> = entries.iter().map(|unit| unit.head().id.to_string()).collect();
        entries.extend(here.into_iter().filter(|unit| !there.contains(unit.head().id.as_str())));
    }
    let named = &workspace.known;
    if named.is_empty() {
        return entries.iter().map(|entry| of_entry(workspace, entry)).collect();
    }
    let find = |name: &String| {
        let is_it = |entry: &&UnitRef| entry.head().name == *name || entry.head().id.as_str() == name;
        match entries.iter().find(is_it) {
            Some(entry) => of_entry(workspace, entry),
            None => Known { name: name.clone(), ..Known::default() },
        }
    };
    named.iter().map(find).collect()
}

fn of_entry(workspace: &Workspace, entry: &UnitRef) -> Known {
    let unit: Option<Unit> = workspace.read_unit(entry).1.ok();
    let (recipients, attributes) = unit.map_or_else(Default::default, |unit| {
        (unit.recipients, unit.identity.attributes.into_iter().collect::<Vec<_>>())
    });
    let header = entry.head();
    let parent = header.parent.clone().unwrap_or_default();
    Known { id: header.id.to_string(), name: header.name.clone(), parent, recipients, attributes }
}

struct Maker<'m> {
    workspace: &'m Workspace,
    catalogue: &'m FieldIndex,
    units: &'m [Known],
    previous: Previous<'m>,
    style: Style,
}

/// A column of a sheet.
struct Column<'c> {
    label: String,
    key: String,
    kind: FieldType,
    required: bool,
    note: String,
    /// Whether a day must lie in the period to count.
    in_period: bool,
    /// Whether it says what the period before came to, and is not filled in.
    is_previous: bool,
    width: f64,
    values: Vec<Cow<'c, str>>,
}

impl Maker<'_> {
    fn book(&self) -> std::result::Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let start = self.workspace.period.start();
        let date = ExcelDateTime::from_ymd(u16::try_from(start.year()).unwrap_or(2000), 1, 1)?;
        let title = format!("{} {}填报表", self.workspace.design.title, self.workspace.period.name());
        book.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&date));
        self.main(book.add_worksheet(), &title)?;
        let mut names: HashSet<String> = HashSet::from([MAIN.to_owned(), "说明".to_owned()]);
        for (_, ledger) in FieldIndex::asked(&self.catalogue.ledgers) {
            let name = sheet_name(&self.catalogue.header(ledger), &mut names);
            self.ledger(book.add_worksheet(), &name, ledger)?;
        }
        let mut fields = FieldIndex::asked(&self.catalogue.fields);
        let compares = fields.any(|(_, field)| self.previous.of(field).is_some());
        terms::sheet(book.add_worksheet(), self.catalogue, compares, &self.style)?;
        book.save_to_buffer()
    }

    fn main(&self, sheet: &mut Worksheet, title: &str) -> std::result::Result<(), XlsxError> {
        let joined: Vec<String> = self.units.iter().map(|unit| unit.recipients.join("；")).collect();
        let mut columns = vec![
            fixed("单位代号", "unit.id", self.units.iter().map(|unit| unit.id.as_str())),
            fixed("单位", "unit.name", self.units.iter().map(|unit| unit.name.as_str())),
            fixed("主送机关", "unit.recipients", joined.iter().map(String::as_str)),
        ];
        if self.units.iter().any(|unit| !unit.parent.is_empty()) {
            let parents = self.units.iter().map(|unit| unit.parent.as_str());
            columns.push(fixed("上级单位", "unit.parent", parents));
        }
        let mut attributes: Vec<&str> = Vec::new();
        for (name, _) in self.units.iter().flat_map(|unit| &unit.attributes) {
            if !attributes.contains(&name.as_str()) {
                attributes.push(name);
            }
        }
        for name in attributes {
            let value = |unit: &'_ Known| unit.attributes.iter().position(|(known, _)| known == name);
            let values =
                self.units.iter().map(|unit| value(unit).map_or("", |at| unit.attributes[at].1.as_str()));
            columns.push(fixed(name, &format!("unit.attributes.{name}"), values));
        }
        for (_, field) in FieldIndex::asked(&self.catalogue.fields) {
            columns.push(Column {
                label: self.catalogue.header(field),
                key: field.key(),
                kind: field.spec.kind,
                required: field.spec.required,
                note: explained(field),
                in_period: false,
                is_previous: false,
                width: width(field.spec.kind),
                values: Vec::new(),
            });
            columns.extend(self.previous.of(field).map(|values| self.before(field, values)));
        }
        let rows = u32::try_from(self.units.len()).unwrap_or(u32::MAX).max(1);
        self.sheet(sheet, MAIN, title, &columns, rows)?;
        sheet.set_freeze_panes(DATA, 2)?;
        Ok(())
    }

    /// The column beside a field that says what the period before came to.
    fn before(&self, field: &Field, values: Vec<String>) -> Column<'_> {
        Column {
            is_previous: true,
            note: format!("{}已归档的数，供对照，不用填写，也不会读取。", self.previous.period()),
            ..fixed(
                &format!("{PREVIOUS}{}", self.catalogue.header(field)),
                &format!("{PREVIOUS}{}", field.key()),
                values,
            )
        }
    }

    fn ledger(
        &self,
        sheet: &mut Worksheet,
        name: &str,
        ledger: &Field,
    ) -> std::result::Result<(), XlsxError> {
        let mut columns = vec![fixed("单位", "unit", [""; 0])];
        for (at, (key, column)) in ledger.spec.columns.iter().enumerate() {
            let kind_of = field_type(column.kind);
            let dated =
                ledger.spec.columns.values().position(|column| field_type(column.kind) == FieldType::Date);
            columns.push(Column {
                label: with_measure(&column.label, &column.measure),
                key: format!("{}.{key}", ledger.key()),
                kind: kind_of,
                required: column.required,
                note: format!("{}：{}。{}", ledger.title, column.label, kind(kind_of)),
                in_period: dated == Some(at),
                is_previous: false,
                width: width(kind_of),
                values: Vec::new(),
            });
        }
        let title = format!("{}（{}）", ledger.spec.label, ledger.title);
        self.sheet(sheet, name, &title, &columns, LEDGER_ROWS)?;
        if !self.units.is_empty() {
            let end = u32::try_from(self.units.len()).unwrap_or(u32::MAX).saturating_add(DATA);
            let names = Formula::new(format!("={MAIN}!$B${}:$B${end}", DATA + 1));
            let choice = DataValidation::new()
                .allow_list_formula(names)
                .set_error_message("请从下拉列表中选择单位，与填报表中的名称一致。")?;
            sheet.add_data_validation(DATA, 0, DATA + LEDGER_ROWS - 1, 0, &choice)?;
        }
        sheet.set_freeze_panes(DATA, 1)?;
        Ok(())
    }

    fn sheet(
        &self,
        sheet: &mut Worksheet,
        name: &str,
        title: &str,
        columns: &[Column<'_>],
        rows: u32,
    ) -> std::result::Result<(), XlsxError> {
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 0, title, &self.style.title)?;
        sheet.set_row_hidden(KEYS)?;
        sheet.set_row_height(LABELS, 36)?;
        for (at, column) in columns.iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            let format = if column.is_previous { &self.style.previous } else { self.style.of(column.kind) };
            let mark = if column.required { "*" } else { "" };
            sheet.set_column_width(at, column.width)?;
            sheet.set_column_format(at, format)?;
            let head = match column {
                Column { is_previous: true, .. } => &self.style.previous_head,
                Column { required: true, .. } => &self.style.required,
                _ => &self.style.head,
            };
            sheet.write_string_with_format(LABELS, at, format!("{}{mark}", column.label), head)?;
            sheet.write_string_with_format(KEYS, at, &column.key, &self.style.key)?;
            if !column.note.is_empty() {
                sheet.insert_note(
                    LABELS,
                    at,
                    &Note::new(&column.note).add_author_prefix(false).set_width(260),
                )?;
            }
            for (row, value) in column.values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
                let row = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(DATA);
                match value.parse::<f64>() {
                    Ok(number) if column.is_previous && number.to_string() == *value => {
                        sheet.write_number_with_format(row, at, number, format)?
                    }
                    _ => sheet.write_string_with_format(row, at, &**value, format)?,
                };
            }
            if let Some(rule) = rule(column, self.workspace.period)? {
                sheet.add_data_validation(DATA, at, DATA + rows - 1, at, &rule)?;
            }
        }
        Ok(())
    }
}

/// A column that says who the unit is.
fn fixed<'c>(
    label: &str,
    key: &str,
    values: impl IntoIterator<Item = impl Into<Cow<'c, str>>>,
) -> Column<'c> {
    Column {
        label: label.to_owned(),
        key: key.to_owned(),
        kind: FieldType::Text,
        required: false,
        note: String::new(),
        in_period: false,
        is_previous: false,
        width: 16.0,
        values: values.into_iter().map(Into::into).collect(),
    }
}

fn width(kind: FieldType) -> f64 {
    match kind {
        FieldType::Text | FieldType::Texts => 36.0,
        _ => 14.0,
    }
}

/// What a cell may hold. A day outside the period is asked about, not refused: such a row is kept and not counted.
fn rule(column: &Column<'_>, period: Period) -> std::result::Result<Option<DataValidation>, XlsxError> {
    let validation = DataValidation::new();
    if column.is_previous {
        let never = validation.allow_custom(Formula::new("=FALSE"));
        return never.set_error_message("这是上期的数，供对照，不用填写。").map(Some);
    }
    Ok(Some(match column.kind {
        FieldType::Integer => validation
            .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
            .set_error_message("请填整数，没有发生的填 0。")?,
        FieldType::Decimal => validation
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_message("请填数字。")?,
        FieldType::Boolean => {
            validation.allow_list_strings(&["是", "否"])?.set_error_message("请选“是”或“否”。")?
        }
        FieldType::Date => {
            let day = |date: jiff::civil::Date| {
                let part = |n: i8| u8::try_from(n).unwrap_or(1);
                let year = u16::try_from(date.year()).unwrap_or(1900).max(1900);
                ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
            };
            if column.in_period {
                validation
                    .allow_date(DataValidationRule::Between(day(period.start())?, day(period.end())?))
                    .set_error_style(DataValidationErrorStyle::Warning)
                    .set_error_message(format!("日期不在{}内，这一行不会计入。", period.name()))?
            } else {
                let first = ExcelDateTime::from_ymd(1950, 1, 1)?;
                validation
                    .allow_date(DataValidationRule::GreaterThanOrEqualTo(first))
                    .set_error_message("请填日期，如 2023-04-05。")?
            }
        }
        FieldType::Text | FieldType::Texts | FieldType::Ledger => return Ok(None),
    }))
}

/// A name that a sheet may have and no other has: at most 31 characters, some signs not allowed.
fn sheet_name(label: &str, taken: &mut HashSet<String>) -> String {
    const MOST: usize = 31;
    let allowed = label.chars().filter(|c| !"[]:*?/\\'".contains(*c));
    let base: String = allowed.take(MOST - 3).collect();
    let base = if base.trim().is_empty() { "台账".to_owned() } else { base };
    let mut name = base.clone();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("{base}{number}");
        number += 1;
    }
    name
}
