//! What one cell of a table says, held against what it may name.

use std::ops::Range;

use huibian_contract::{Basis, ColumnType, CountKind, CountSpec, Pattern};
use huibian_diagnostic::Code;
use huibian_expression::{Division, Expression, OperandKind};
use huibian_figure::CountIndex;
use toml::Spanned;

use super::compile::{Compiler, RowKind, align};
use super::definition::{CellDefinition, Computed, Content, Counted};
use super::names::Ledger;
use super::raw::{CellToml, FullCellToml};

/// Compiles the cells of one kind of row.
pub struct Cells<'x, 'c, 'n> {
    compiler: &'x mut Compiler<'c, 'n>,
    around: RowKind<'n>,
}

impl<'x, 'c, 'n> Cells<'x, 'c, 'n> {
    pub fn new(compiler: &'x mut Compiler<'c, 'n>, around: RowKind<'n>) -> Self {
        Self { compiler, around }
    }

    /// A cell; its column is found once its whole part of the table is known.
    pub fn cell(&mut self, cell: &Spanned<CellToml>) -> CellDefinition {
        let alone = |content| CellDefinition { content, column: 0, columns: 1, rows: 1, align: None };
        match cell.get_ref() {
            CellToml::Words(text) => {
                alone(Content::Words(self.compiler.words_at(text, cell.span(), self.around)))
            }
            CellToml::Full(full) => CellDefinition {
                columns: full.columns.unwrap_or(1),
                rows: full.rows.unwrap_or(1),
                align: full.align.map(align),
                ..alone(self.content(full, cell.span()))
            },
        }
    }

    fn content(&mut self, cell: &FullCellToml, span: Range<usize>) -> Content {
        let FullCellToml { text, count, label, expr, column, sum, .. } = cell;
        let said = [
            text.is_some(),
            count.is_some(),
            label.is_some(),
            expr.is_some(),
            column.is_some(),
            sum.is_some(),
        ];
        let said = said.iter().filter(|said| **said).count();
        let blank = Content::Words(Pattern::default());
        if said != 1 {
            self.compiler.misuse(span, if said == 0 { "nothing" } else { "several" });
            return blank;
        }
        let is_computed = count.is_some() || expr.is_some() || column.is_some() || sum.is_some();
        if matches!(self.around, RowKind::Head) && is_computed {
            self.compiler.misuse(span, "head");
            return blank;
        }
        if let Some(reason) = needless(cell) {
            self.compiler.misuse(span.clone(), reason);
        }
        if let Some(text) = text {
            return Content::Words(self.compiler.words(text, self.around));
        }
        if sum.is_some() {
            return Content::RowSum;
        }
        let made = match (label, count, expr, column) {
            (Some(label), ..) => self.label(label),
            (_, Some(count), ..) => self.count(cell, count),
            (_, _, Some(expr), _) => self.expression(cell, expr),
            (_, _, _, Some(column)) => self.column(cell, column),
            _ => None,
        };
        made.unwrap_or(blank)
    }

    fn spec(&mut self, name: &Spanned<String>) -> Option<(CountIndex, &'n CountSpec)> {
        let names = self.compiler.names;
        let found = names.counts.get(name.get_ref()).copied();
        if found.is_none() {
            let known: Vec<&str> = names.counts.keys().map(String::as_str).collect();
            let place = self.compiler.within(&name.span(), name.get_ref());
            self.compiler.unknown("count", name.get_ref(), &known, place);
        }
        found
    }

    /// `发现隐患（处）`. A rate has its sign in its cells, and its label alone.
    fn label(&mut self, name: &Spanned<String>) -> Option<Content> {
        let (_, spec) = self.spec(name)?;
        let measure = if spec.ratio.is_some() { "" } else { spec.shown_measure() };
        let words = match measure {
            "" => spec.label.clone(),
            measure => format!("{}（{measure}）", spec.label),
        };
        Some(Content::Words(Pattern::fixed(words)))
    }

    fn count(&mut self, cell: &FullCellToml, name: &Spanned<String>) -> Option<Content> {
        let (index, spec) = self.spec(name)?;
        let is_unit = matches!(self.around, RowKind::Units);
        let basis = cell.period.as_ref().map_or(Basis::Now, |period| *period.get_ref());
        let span = cell.period.as_ref().map_or(0..0, Spanned::span);
        if is_unit && matches!(basis, Basis::LastYear | Basis::ToDate) {
            self.compiler.misuse(span, "unit-period");
        } else if basis == Basis::ToDate && spec.over_time == huibian_contract::Aggregation::None {
            self.compiler.misuse(span, "cumulative");
        }
        let measure = cell.measure.unwrap_or(spec.kind == CountKind::Ratio);
        let digits = cell.digits.map(|digits| digits.0);
        Some(Content::Count(Box::new(Counted { index, spec: spec.clone(), basis, digits, measure })))
    }

    fn ledger(&self) -> Option<Ledger<'n>> {
        match self.around {
            RowKind::Ledger(ledger) => Some(ledger),
            _ => None,
        }
    }

    fn expression(&mut self, cell: &FullCellToml, text: &Spanned<String>) -> Option<Content> {
        let periods = if matches!(self.around, RowKind::Units) { &[Basis::Previous] } else { Basis::EARLIER };
        let place = self.compiler.place(text.span());
        let compile = |division, kind: &OperandKind| {
            let scope = self.compiler.names.scope(self.ledger(), periods, division);
            Expression::compile(text.get_ref(), &scope, kind, &place)
        };
        let divides = compile(Division::Refused, &OperandKind::Number)
            .is_err_and(|fault| fault.code() == Code::ExpressionDivision);
        let (compiled, is_text) = match compile(Division::Allowed, &OperandKind::Number) {
            Err(fault) if fault.code() == Code::ExpressionResult => {
                (compile(Division::Allowed, &OperandKind::Text).map_err(|_| fault), true)
            }
            compiled => (compiled, false),
        };
        match compiled {
            Ok(expression) => {
                let (digits, sign) = (cell.digits.map(|digits| digits.0), cell.sign.clone());
                let sign = sign.unwrap_or_default();
                Some(Content::Expression(Box::new(Computed {
                    expression,
                    place,
                    is_text,
                    divides,
                    digits,
                    sign,
                })))
            }
            Err(fault) => {
                self.compiler.note(fault);
                None
            }
        }
    }

    fn column(&mut self, cell: &FullCellToml, column: &Spanned<String>) -> Option<Content> {
        let Some(ledger) = self.ledger() else {
            self.compiler.misuse(column.span(), "column");
            return None;
        };
        let found = ledger.spec.columns.iter().find(|(name, _)| name.as_str() == column.get_ref());
        let Some((name, spec)) = found else {
            let known: Vec<&str> = ledger.spec.columns.keys().map(huibian_contract::Name::as_str).collect();
            let place = self.compiler.within(&column.span(), column.get_ref());
            self.compiler.unknown("column", column.get_ref(), &known, place);
            return None;
        };
        if cell.date.is_some() && spec.kind != ColumnType::Date {
            self.compiler.misuse(column.span(), "date");
        }
        let digits = cell.digits.map(|digits| digits.0);
        let date = cell.date.unwrap_or_default();
        Some(Content::Column { name: name.clone(), kind: spec.kind, digits, date })
    }
}

impl Compiler<'_, '_> {
    /// Which rows of a ledger there are.
    pub fn condition(&mut self, text: &Spanned<String>, ledger: Ledger<'_>) -> Option<Expression> {
        let scope = self.names.scope(Some(ledger), &[], Division::Allowed);
        let compiled =
            Expression::compile(text.get_ref(), &scope, &OperandKind::Boolean, &self.place(text.span()));
        compiled.map_err(|fault| self.note(fault)).ok()
    }
}

/// A key that means nothing beside what the cell says.
fn needless(cell: &FullCellToml) -> Option<&'static str> {
    let number = cell.count.is_some() || cell.expr.is_some() || cell.column.is_some();
    match () {
        () if cell.period.is_some() && cell.count.is_none() => Some("period"),
        () if cell.measure.is_some() && cell.count.is_none() => Some("measure"),
        () if cell.sign.is_some() && cell.expr.is_none() => Some("sign"),
        () if cell.digits.is_some() && !number => Some("digits"),
        () if cell.date.is_some() && cell.column.is_none() => Some("date"),
        () => None,
    }
}
