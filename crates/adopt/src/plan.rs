//! What is a field and what is wording in reports of one kind, and what the workbook has of it: all that is decided, with why.

use huibian_contract::Period;

use huibian_sample::form::{Form, Reason};
use huibian_sample::time::{DayForm, PeriodForm, Which};
use huibian_sample::token::Own;

/// What was understood of reports of one kind.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What they were read as.
    pub mode: Mode,
    /// What they have in common.
    pub form: Form,
    /// Their fields.
    pub fields: Vec<Field>,
    /// The reports, as they were given.
    pub reports: Vec<Source>,
    /// The tables and forms of the workbooks.
    pub tables: Vec<TablePlan>,
    /// What is uncertain.
    pub doubts: Vec<Doubt>,
    /// Reports that have next to nothing in common with the others, by their numbers.
    pub unlike: Vec<usize>,
}

/// What was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A form with marks.
    Marks,
    /// A single report.
    One,
    /// Several reports of one kind.
    Several,
}

/// A report as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its file.
    pub file: String,
    /// Whose it is, and of when.
    pub own: Own,
    /// What the tables call its unit, where that is no more than a part of its name: 云溪 for 云溪镇.
    pub short: Option<String>,
}

impl Source {
    /// What the unit is known by.
    pub fn unit(&self) -> Option<&str> {
        self.short.as_deref().or(self.own.unit.as_deref())
    }
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name, for programs.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// What it is called by the words around it, whatever people call it: what is said of it is known by that.
    pub found_as: String,
    /// What it is.
    pub kind: FieldKind,
    /// The word beside its figure.
    pub measure: String,
    /// Whether that word stands right behind the figure wherever it is told.
    pub is_measured: bool,
    /// The figures that are told together with it.
    pub pair: Option<usize>,
    /// The columns of rows.
    pub columns: Vec<FieldColumn>,
    /// What each report has; of rows nothing.
    pub texts: Vec<Option<String>>,
    /// Why it is one.
    pub reason: Reason,
    /// The words around it, in the first report that has it: `整改____处`.
    pub context: (String, String),
}

/// A column of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldColumn {
    /// Its name, for programs.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// Whether it holds numbers.
    pub is_number: bool,
    /// Whether it counts the rows.
    pub is_ordinal: bool,
}

/// What a field is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// The unit's name.
    Unit,
    /// A period.
    Period(Which, PeriodForm),
    /// A day.
    Day(DayForm),
    /// A number.
    Figure,
    /// A rate.
    Rate,
    /// Words.
    Text,
    /// How a number has changed.
    Comparison,
    /// Several texts, with what joins them.
    List(String),
    /// Lines or rows of a table.
    Rows,
}

impl Field {
    /// Whether it stands in one place and is each report's own, so that it could as well be wording.
    pub fn is_one(&self) -> bool {
        !matches!(self.kind, FieldKind::Unit | FieldKind::Period(..) | FieldKind::Rows)
    }
}

impl Plan {
    /// The columns that hold a field.
    pub fn columns(&self, field: usize) -> impl Iterator<Item = &ColumnPlan> {
        self.tables.iter().flat_map(|table| &table.columns).filter(move |column| column.field == Some(field))
    }

    /// Whether every unit has it: a column holds it, or where there is no workbook all reports do.
    pub fn is_required(&self, field: usize) -> bool {
        if self.tables.is_empty() {
            return self.fields[field].texts.iter().all(Option::is_some);
        }
        self.columns(field).next().is_some()
    }
}

impl FieldKind {
    /// Its name in a plan.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Period(..) => "period",
            Self::Day(_) => "date",
            Self::Figure => "figure",
            Self::Rate => "rate",
            Self::Text => "text",
            Self::Comparison => "comparison",
            Self::List(_) => "list",
            Self::Rows => "rows",
        }
    }
}

/// A sheet that units filled in: a row a unit, or a form of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePlan {
    /// The workbook.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// Of when it is.
    pub period: Option<Period>,
    /// The unit, where the sheet is one unit's form.
    pub unit: Option<String>,
    /// The last row of its head, from 1; 0 for a form.
    pub head_row: usize,
    /// Its columns, or the cells of a form.
    pub columns: Vec<ColumnPlan>,
    /// Each unit's row, from 1.
    pub rows: Vec<(String, usize)>,
}

/// A column, or a cell of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnPlan {
    /// Its letter, or the cell.
    pub place: String,
    /// Its head, or the label beside the cell.
    pub head: String,
    /// The head above its own.
    pub group: String,
    /// Which field it holds.
    pub field: Option<usize>,
    /// What its figures are multiplied by to be the reports'.
    pub factor: f64,
    /// Whether its cells are formatted as percentages.
    pub is_percent: bool,
    /// Whether most of its cells are numbers.
    pub holds_numbers: bool,
    /// How sure that is: the reports whose value it has.
    pub agreeing: usize,
    /// Digits behind the point that its cells have at most, once multiplied.
    pub digits: usize,
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What about.
    pub kind: DoubtKind,
    /// The field or the column.
    pub subject: String,
    /// The sentence, the head or the file that it is about.
    pub place: String,
    /// The heads of columns that may be meant, the one that was taken first.
    pub choices: Vec<String>,
}

impl Doubt {
    /// Of a whole file.
    pub(crate) fn of_file(kind: DoubtKind, file: &str) -> Self {
        Self { kind, subject: file.to_owned(), place: file.to_owned(), choices: Vec::new() }
    }

    /// Of an answer of which there is no such field, or no such column.
    pub(crate) fn unfit(label: &str, column: &str) -> Self {
        let (subject, place) = (label.to_owned(), column.to_owned());
        Self { kind: DoubtKind::Unfit, subject, place, choices: Vec::new() }
    }
}

/// What is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtKind {
    /// No unit was found in a report.
    NoUnit,
    /// No period was found in a report.
    NoPeriod,
    /// A column that was matched by its words alone.
    ByWords,
    /// Several columns have the values of a field.
    Ambiguous,
    /// A field that no column has.
    NoColumn,
    /// A workbook in which no table of units was found.
    NoTable,
    /// A table that has nothing of the reports.
    Foreign,
    /// What may be a field and was taken for wording.
    AsWording,
    /// An answer that fits nothing that there is.
    Unfit,
}
