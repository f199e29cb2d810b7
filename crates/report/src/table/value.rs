//! What a cell comes to for one unit, one unit below it or one record.

use huibian_contract::{Aspect, Basis, ColumnType, FieldSpec, Pattern, Period, PluginId, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::{Figure as Printed, Inline};
use huibian_expression::{OperandKind, Unanswered, Value as Operand};
use huibian_figure::{CountFigure, CountIndex, Figures};
use huibian_history::Baseline;
use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value as Json};

use super::definition::{Computed, Content, Counted};
use super::raw::DateToml;

/// The most digits after a point that are printed where nobody says how many.
const MOST_DIGITS: u32 = 6;

/// What a cell comes to.
#[derive(Clone, Debug)]
pub enum CellValue {
    /// Words; none for an empty cell.
    Words(Vec<Inline>),
    /// A number, as it is printed.
    Number(CellNumber),
    /// Nothing is known.
    Missing,
}

/// A number in a cell.
#[derive(Clone, Debug)]
pub struct CellNumber {
    /// Its value, rounded as it is printed.
    pub value: Decimal,
    /// How many digits follow the point.
    pub digits: u32,
    /// How it is printed.
    pub printed: Inline,
}

impl CellNumber {
    /// A number that is no count.
    pub fn plain(value: Decimal, digits: u32, sign: &str) -> Self {
        let value = rounded(value, digits);
        Self { value, digits, printed: Inline::Text(format!("{value:.*}{sign}", digits as usize)) }
    }
}

/// A row's own: what its cells are about.
#[derive(Clone, Copy)]
pub struct TableRow<'r> {
    /// The report's unit.
    pub unit: &'r UnitIdentity,
    /// The unit below it that the row is about.
    pub below: Option<&'r str>,
    /// The report's period.
    pub period: Period,
    /// The figures.
    pub figures: &'r Figures,
    /// The figures of the period before.
    pub previous: &'r Figures,
    /// Figures of other times; a unit below has none.
    pub past: Option<&'r Baseline>,
    /// The plugin whose counts have bare names.
    pub plugin: Option<&'r PluginId>,
    /// The record that the row is about.
    pub record: Option<(&'r FieldSpec, &'r Map<String, Json>)>,
    /// The row's number, from 1; 0 for a row that has none.
    pub number: usize,
}

impl TableRow<'_> {
    /// What a cell comes to.
    ///
    /// # Errors
    /// T013 for a number that grows beyond what there is room for.
    pub fn value(&self, content: &Content) -> Result<CellValue> {
        match content {
            Content::Words(words) => {
                Ok(self.words(words).map_or(CellValue::Missing, |text| CellValue::Words(lines(&text))))
            }
            Content::Count(counted) => Ok(self.count(counted).unwrap_or(CellValue::Missing)),
            Content::Expression(computed) => self.computed(computed),
            Content::Column { name, kind, digits, date } => {
                Ok(self.cell(name.as_str(), *kind, *digits, *date).unwrap_or(CellValue::Missing))
            }
            // Added up once the row is there.
            Content::RowSum => Ok(CellValue::Missing),
        }
    }

    /// Fixed words with their places filled; nothing where the unit lacks an attribute.
    pub fn words(&self, words: &Pattern) -> Option<String> {
        let value = |place: &String| match place.as_str() {
            "unit.name" => Some(self.below.unwrap_or(&self.unit.name).to_owned()),
            "unit.id" => Some(self.unit.id.to_string()),
            "period.name" => Some(self.period.name()),
            "period.current" => Some(self.period.this().to_owned()),
            "period.next" => Some(self.period.next().to_owned()),
            "period.year" => Some(self.period.year().to_string()),
            "row.number" => Some(self.number.to_string()),
            _ => self.unit.attributes.get(place.strip_prefix("unit.attributes.")?).cloned(),
        };
        words.fill(value).ok()
    }

    fn figure(&self, basis: Basis, index: CountIndex) -> Option<CountFigure<'_>> {
        match basis {
            Basis::Now => self.figures.get(index),
            Basis::Previous => self.previous.get(index),
            Basis::LastYear | Basis::ToDate => self.past?.get(basis, index),
        }
    }

    fn count(&self, counted: &Counted) -> Option<CellValue> {
        let figure = self.figure(counted.basis, counted.index)?;
        let (value, shown, digits) =
            if let Some(digits) = counted.digits.filter(|_| counted.spec.shown.is_none()) {
                let value = rounded(figure.value, digits);
                (value, format!("{value:.*}", digits as usize), digits)
            } else {
                let shown = figure.shown();
                (shown.value(), shown.to_string(), shown.value().scale().max(shown.decimals()))
            };
        let from = figure.source();
        let source = match self.below {
            Some(name) if !from.is_empty() => format!("{name} {from}"),
            Some(name) => name.to_owned(),
            None => from,
        };
        let measure = if counted.measure { figure.shown_measure() } else { "" };
        let printed = Printed {
            key: figure.key().clone(),
            aspect: Aspect::Value,
            basis: counted.basis,
            digits: shown,
            measure: measure.to_owned(),
            source,
        };
        Some(CellValue::Number(CellNumber { value, digits, printed: Inline::Figure(printed) }))
    }

    fn computed(&self, computed: &Computed) -> Result<CellValue> {
        match computed.expression.evaluate(|name| self.operand(name)) {
            Ok(Operand::Number(value)) => {
                let all = rounded(value, MOST_DIGITS).normalize();
                let digits = computed.digits.unwrap_or(all.scale());
                Ok(CellValue::Number(CellNumber::plain(value, digits, &computed.sign)))
            }
            Ok(Operand::Text(text)) => Ok(CellValue::Words(lines(&text))),
            Ok(_) | Err(Unanswered::Missing(_) | Unanswered::DivisionByZero) => Ok(CellValue::Missing),
            Err(Unanswered::Failed(reason)) => {
                let fault = Diagnostic::new(Code::RenderFailed).with_detail("reason", reason);
                Err(fault.at(computed.place.clone()))
            }
        }
    }

    /// What a name of an expression stands for.
    fn operand(&self, name: &str) -> Option<Operand> {
        let counts = self.figures.counts();
        let of = |basis, index| self.figure(basis, index).map(|figure| Operand::Number(figure.value));
        if let Some((group, key)) = name.split_once('.') {
            return of(Basis::named(group, Basis::EARLIER).unwrap_or_default(), counts.named(key)?);
        }
        if let Some((spec, cells)) = self.record {
            let (_, column) = spec.columns.iter().find(|(column, _)| column.as_str() == name)?;
            let empty = Json::Bool(false);
            let cell = cells.get(name);
            let cell = cell.or_else(|| (column.kind == ColumnType::Boolean).then_some(&empty))?;
            return Operand::read(&OperandKind::of_column(column.kind), cell);
        }
        of(Basis::Now, counts.find(self.plugin?.as_str(), name)?)
    }

    /// What the record says in a column; a yes-or-no that was left empty is no.
    fn cell(&self, name: &str, kind: ColumnType, digits: Option<u32>, date: DateToml) -> Option<CellValue> {
        let (_, cells) = self.record?;
        let given = cells.get(name);
        if kind == ColumnType::Boolean {
            let yes = given.and_then(Json::as_bool).unwrap_or_default();
            return Some(CellValue::Words(lines(if yes { "是" } else { "否" })));
        }
        match (kind, given?) {
            (ColumnType::Integer | ColumnType::Decimal, given) => {
                let Some(Operand::Number(value)) = Operand::read(&OperandKind::Number, given) else {
                    return None;
                };
                Some(CellValue::Number(CellNumber::plain(value, digits.unwrap_or(value.scale()), "")))
            }
            (ColumnType::Date, Json::String(day)) => {
                let day: Date = day.parse().ok()?;
                let year = match date {
                    DateToml::Full => format!("{}年", day.year()),
                    DateToml::MonthDay => String::new(),
                };
                Some(CellValue::Words(lines(&format!("{year}{}月{}日", day.month(), day.day()))))
            }
            (_, Json::String(text)) if !text.trim().is_empty() => Some(CellValue::Words(lines(text))),
            _ => None,
        }
    }

    /// Whether a ledger's record is among the rows.
    pub fn fulfils(&self, condition: &huibian_expression::Expression) -> bool {
        let answer = condition.evaluate(|name| self.operand(name));
        matches!(answer, Ok(Operand::Boolean(true)))
    }
}

fn rounded(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

/// A text with its lines.
fn lines(text: &str) -> Vec<Inline> {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let mut inlines = Vec::new();
    for line in lines {
        if !inlines.is_empty() {
            inlines.push(Inline::LineBreak);
        }
        inlines.push(Inline::Text(line.to_owned()));
    }
    inlines
}
