//! An expression, ready to be asked.

use cel::common::ast::IdedExpr;
use cel::{Context, ExecutionError};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use rust_decimal::Decimal;

use crate::number::{Number, environment};
use crate::typing::{Typing, constant_name, given_name, readable};
use crate::{OperandKind, Scope, Value};

/// The longest expression, in bytes. The parser calls itself for what nests without brackets, such as `a ? b : c`.
const LONGEST: usize = 1000;
/// How much of an expression is shown from where it cannot be read on, in characters.
const SHOWN: usize = 20;
/// The deepest nesting. Each level takes up to 30 KB of stack while it is evaluated, of a worker's 2 MB.
pub const DEEPEST: usize = 32;

/// A compiled expression: every name in it is declared, every operand fits its operator.
#[derive(Debug)]
pub struct Expression {
    tree: IdedExpr,
    constants: Vec<Decimal>,
    names: Vec<String>,
    /// Those of which it is asked whether they were given.
    asked: Vec<String>,
}

/// Why an expression has no value for a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// What this name stands for was not given.
    Missing(String),
    /// It would divide by 0.
    DivisionByZero,
    /// A number grew beyond what a decimal holds.
    Failed(String),
}

impl Expression {
    /// Compiles an expression that has to yield `expected`. `place` is where it stands, quotes included.
    ///
    /// # Errors
    /// P034 for what is no expression; P035 to P039 for a name, operand, division, function or result that does not
    /// fit; P040 for one that is too long or too deep.
    pub fn compile(text: &str, scope: &Scope, expected: &OperandKind, place: &Location) -> Result<Self> {
        if text.len() > LONGEST || brackets(text) > DEEPEST {
            let whole = place.inside(text, 0..text.len());
            return Err(Diagnostic::new(Code::ExpressionTooDeep).at(whole));
        }
        let program = environment().compile(&readable(text)).map_err(|errors| {
            let error = errors.errors.first();
            let at = error.map_or(0, |error| offset(text, error.pos));
            let rest: String = text[at..].trim().chars().take(SHOWN).collect();
            Diagnostic::new(Code::ExpressionSyntax)
                .with("at", if rest.is_empty() { "none" } else { &rest })
                .at(place.inside(text, at..text.len()))
        })?;
        let mut typing = Typing::new(text, scope, program.source_info(), place);
        let mut tree = program.expression().clone();
        let kind = typing.kind(&mut tree)?;
        if kind != *expected {
            return Err(Diagnostic::new(Code::ExpressionResult)
                .with("expected", expected.to_string())
                .with("found", kind.to_string())
                .at(place.inside(text, 0..text.len())));
        }
        let (names, asked, constants) = typing.into_parts();
        Ok(Self { tree, constants, names, asked })
    }

    /// The names it uses, each once; a member of a group as `fields.plan` or `counts.theory-study/sessions`.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Its value, given what its names stand for. A name without a value is no fault where the answer does not hang
    /// on it.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub fn evaluate(&self, value: impl Fn(&str) -> Option<Value>) -> Result<Value, Unanswered> {
        let mut context = Context::with_env(environment());
        for (index, constant) in self.constants.iter().enumerate() {
            context.add_variable_as_val(constant_name(index), Box::new(Number(*constant)));
        }
        for name in &self.names {
            if let Some(value) = value(name) {
                context.add_variable_as_val(name.as_str(), value.into_val());
            }
        }
        for name in &self.asked {
            context.add_variable_as_val(given_name(name), Value::Boolean(value(name).is_some()).into_val());
        }
        let answer = cel::Value::resolve_val(&self.tree, &context).map_err(|error| match error {
            ExecutionError::UndeclaredReference(name) | ExecutionError::NoSuchKey(name) => {
                Unanswered::Missing(name.to_string())
            }
            ExecutionError::DivisionByZero(_) => Unanswered::DivisionByZero,
            other => Unanswered::Failed(other.to_string()),
        })?;
        Value::of_val(answer.as_ref()).ok_or_else(|| Unanswered::Failed(String::new()))
    }
}

/// How deep brackets nest; those in quoted text are taken for brackets too.
fn brackets(text: &str) -> usize {
    let depths = text.chars().scan(0usize, |depth, c| {
        match c {
            '(' | '[' | '{' => *depth += 1,
            ')' | ']' | '}' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    depths.max().unwrap_or(0)
}

/// The byte at a line and column, both from 1.
fn offset(text: &str, (line, column): (isize, isize)) -> usize {
    let back = |number: isize| usize::try_from(number - 1).unwrap_or(0);
    let start: usize = text.split_inclusive('\n').take(back(line)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or("");
    start + rest.char_indices().nth(back(column)).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use huibian_contract::IndexMap;
    use huibian_diagnostic::Source;
    use serde_json::json;

    use super::*;
    use crate::Division;

    fn scope(division: Division) -> Scope {
        let kinds = |names: &[(&str, OperandKind)]| -> IndexMap<String, OperandKind> {
            names.iter().map(|(name, kind)| ((*name).to_owned(), kind.clone())).collect()
        };
        let row = kinds(&[
            ("kind", OperandKind::Text),
            ("amount", OperandKind::Number),
            ("done", OperandKind::Boolean),
        ]);
        let ledger = OperandKind::List(Box::new(OperandKind::Record(Arc::new(row))));
        let names = kinds(&[
            ("found", OperandKind::Number),
            ("handled", OperandKind::Number),
            ("handled_total", OperandKind::Number),
            ("plan", OperandKind::Text),
            ("items", ledger.clone()),
        ]);
        let mut scope = Scope { names, division };
        scope.group("fields", kinds(&[("handled", ledger)]));
        scope.group("counts", kinds(&[("online-opinion/handled", OperandKind::Number)]));
        scope
    }

    fn value(name: &str) -> Option<Value> {
        let row = OperandKind::Record(Arc::new(
            [
                ("kind".to_owned(), OperandKind::Text),
                ("amount".to_owned(), OperandKind::Number),
                ("done".to_owned(), OperandKind::Boolean),
            ]
            .into_iter()
            .collect(),
        ));
        let ledger = OperandKind::List(Box::new(row));
        let rows = json!([
            {"kind": "重大", "amount": "1000.50", "done": true},
            {"kind": "一般", "amount": "2.25"},
            {"kind": "一般"},
        ]);
        match name {
            "found" => Some(Value::Number(7.into())),
            "handled" => Some(Value::Number(2.into())),
            "plan" => Some(Value::Text("每月一次".to_owned())),
            "items" | "fields.handled" => Value::read(&ledger, &rows),
            "counts.online-opinion/handled" => Some(Value::Number(5.into())),
            _ => None,
        }
    }

    fn ask(text: &str, expected: &OperandKind) -> Result<Value, Unanswered> {
        let place = Location::file("plugin.toml");
        let compiled = Expression::compile(text, &scope(Division::Allowed), expected, &place);
        compiled.unwrap_or_else(|fault| panic!("{text}: {fault}")).evaluate(value)
    }

    #[track_caller]
    fn number(text: &str, expected: &str) {
        assert_eq!(ask(text, &OperandKind::Number), Ok(Value::Number(expected.parse().unwrap())), "{text}");
    }

    #[track_caller]
    fn holds(text: &str) {
        assert_eq!(ask(text, &OperandKind::Boolean), Ok(Value::Boolean(true)), "{text}");
    }

    fn fault(text: &str, expected: &OperandKind, division: Division) -> Diagnostic {
        let source = Source::new("plugin.toml", format!("# 说明\nrule = \"{text}\"\n"));
        let place = Location::line(&source, 2, 8);
        Expression::compile(text, &scope(division), expected, &place).expect_err(text)
    }

    #[test]
    fn numbers_are_decimals() {
        number("7 / 2", "3.5");
        number("found / handled * 2", "7");
        number("found * 1.5 + 1", "11.5");
        number("-handled + 10 % 4", "0");
        holds("0.1 + 0.2 == 0.3");
        holds("1000 < 1000.5 && found > 6.9");
        holds("found == 7.0");
    }

    #[test]
    fn a_minus_sign_subtracts() {
        number("found-handled", "5");
        number("handled - found", "-5");
    }

    #[test]
    fn ledgers_are_lists_of_their_rows() {
        number("size(items)", "3");
        number("items.filter(i, i.kind == '一般').size() + 1", "3");
        number("sum(items.filter(i, has(i.amount)).map(i, i.amount))", "1002.75");
        number("sum([])", "0");
        holds("items.exists(i, has(i.done) && i.done) && !items.all(i, has(i.done) && i.done)");
        holds("items.exists_one(i, has(i.done) && i.done)");
        // Of plain names, and of members of groups.
        holds("has(plan) && has(found) && !has(handled_total)");
        holds("!has(handled_total) || handled_total > 3");
        holds("!plan.contains('has(plan)') && size('has(plan)') == 9");
        holds("has( plan ) && has(fields.handled) && !( has(handled_total))");
        holds("'重大' in items.map(i, i.kind) && plan.contains('每月') && size(plan) == 4");
        holds("size(fields.handled) == 3 && items[0].kind == '重大'");
    }

    #[test]
    fn other_plugins_counts_have_their_full_key() {
        holds("counts['online-opinion/handled'] == 5");
    }

    #[test]
    fn what_is_missing_is_no_zero() {
        let missing = |name: &str| Err(Unanswered::Missing(name.to_owned()));
        assert_eq!(ask("handled_total + 1", &OperandKind::Number), missing("handled_total"));
        assert_eq!(ask("sum(items.map(i, i.amount))", &OperandKind::Number), missing("amount"));
        assert_eq!(ask("size(items.filter(i, !i.done))", &OperandKind::Number), missing("done"), "nor a no");
        holds("found > 0 || handled_total > 0");
        assert_eq!(ask("found / (handled - 2) > 1", &OperandKind::Boolean), Err(Unanswered::DivisionByZero));
        let failed = ask("7922816251426433759.0 * 7922816251426433759.0", &OperandKind::Number);
        assert!(matches!(failed, Err(Unanswered::Failed(_))), "{failed:?}");
    }

    #[test]
    fn every_fault_has_its_code_and_its_column() {
        for (text, code, at, meant) in [
            ("true ? found > 0 : typo", Code::ExpressionName, "typo", None),
            ("plan == '重大' && fuond > 0", Code::ExpressionName, "fuond", Some("found")),
            ("handled-total > 0", Code::ExpressionName, "total", Some("handled_total")),
            (
                "online-opinion/handled > 0",
                Code::ExpressionName,
                "online",
                Some("counts['online-opinion/handled']"),
            ),
            (
                "counts['online-opinion/handle'] > 0",
                Code::ExpressionName,
                "online-opinion/handle",
                Some("online-opinion/handled"),
            ),
            ("fields.handeld == found", Code::ExpressionName, "handeld", Some("handled")),
            ("items.all(i, i.amuont > 1)", Code::ExpressionName, "amuont", Some("amount")),
            ("found > '3'", Code::ExpressionOperand, ">", None),
            ("found && true", Code::ExpressionOperand, "&&", None),
            ("fields == fields", Code::ExpressionOperand, "fields", None),
            ("sum(items) > 1", Code::ExpressionOperand, "sum", None),
            ("found > null", Code::ExpressionOperand, "null", None),
            ("averge(items) > 1", Code::ExpressionFunction, "averge", None),
            ("siez(items) > 1", Code::ExpressionFunction, "siez", Some("size")),
            ("found == ", Code::ExpressionSyntax, "", None),
            ("found = 1", Code::ExpressionSyntax, "= 1", None),
            ("plan == '重大' = 1", Code::ExpressionSyntax, "= 1", None),
            ("", Code::ExpressionSyntax, "", None),
            ("found", Code::ExpressionResult, "found", None),
        ] {
            let fault = fault(text, &OperandKind::Boolean, Division::Allowed);
            let place = fault.location().and_then(Location::text_and_span);
            let shown = place.and_then(|(source, span)| source.get(span.start..span.start + at.len()));
            assert_eq!((fault.code(), fault.suggestion()), (code, meant), "{text}: {fault}");
            assert_eq!(shown, Some(at), "{text}: {fault}");
        }
        let fault = fault("true ? found > 0 : typo", &OperandKind::Boolean, Division::Allowed);
        assert!(fault.to_string().starts_with("plugin.toml:2:28: P035"), "{fault}");
    }

    #[test]
    fn no_expression_exhausts_the_stack() {
        let nested = |open: &str, core: &str, close: &str, times: usize| {
            format!("{}{core}{}", open.repeat(times), close.repeat(times))
        };
        for (open, core, close) in [
            ("(", "1", ")"),
            ("-", "found", ""),
            ("- ", "found", ""),
            ("1+", "1", ""),
            ("", "1", "+1"),
            ("", "1", "*(1)"),
            ("true?1:", "1", ""),
            ("sum([", "1", "])"),
            ("1+(", "1", ")"),
            ("[1].map(i,", "1", ")"),
            ("items.filter(i, size(", "items", ") > 0)"),
            ("{1:", "1", "}"),
            ("a[", "1", "]"),
            ("", "items", ".x"),
            ("", "items", ".filter(i, true)"),
        ] {
            for times in [20, 28, 40, 200, 100_000] {
                let text = nested(open, core, close, times);
                let place = Location::file("plugin.toml");
                let compiled =
                    Expression::compile(&text, &scope(Division::Allowed), &OperandKind::Number, &place);
                match compiled {
                    Ok(expression) => {
                        assert!(expression.evaluate(value).is_ok(), "{open} {times}");
                    }
                    Err(fault) if times >= 200 => {
                        assert_eq!(fault.code(), Code::ExpressionTooDeep, "{open} {times}");
                    }
                    Err(_) => {}
                }
            }
        }
        number(&nested("", "found", " + found", 20), "147");
    }

    #[test]
    fn no_expression_grows_by_powers() {
        for (text, code) in [
            ("size(['a'].map(x, x + x)) > 0", Code::ExpressionOperand),
            ("size([1].map(x, [x, x]).map(x, [x, x])) > 0", Code::ExpressionOperand),
            ("size([items].map(x, x + x)) > 0", Code::ExpressionOperand),
            ("items.all(a, items.all(b, items.all(c, true)))", Code::ExpressionTooDeep),
        ] {
            assert_eq!(fault(text, &OperandKind::Boolean, Division::Allowed).code(), code, "{text}");
        }
        holds("items.all(a, items.exists(b, b.kind == a.kind))");
    }

    #[test]
    fn a_quotient_is_a_ratio() {
        for (text, division) in [
            ("7 / 2", Division::Refused),
            ("found / handled", Division::Refused),
            ("found / handled", Division::ByNumber),
            ("found / 0", Division::ByNumber),
        ] {
            let fault = fault(text, &OperandKind::Number, division);
            assert_eq!(fault.code(), Code::ExpressionDivision, "{text}");
        }
        let scope = scope(Division::ByNumber);
        let wan = Expression::compile(
            "found / 10000",
            &scope,
            &OperandKind::Number,
            &Location::file("plugin.toml"),
        );
        assert_eq!(wan.unwrap().evaluate(value), Ok(Value::Number("0.0007".parse().unwrap())));
    }
}
