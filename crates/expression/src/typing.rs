//! The kind of an expression, found without running it: every branch is looked at, every fault has its column. On the
//! way written numbers become constants and members of groups become plain names.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, IdedExpr, LiteralValue, SourceInfo, operators};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use regex::{Captures, Regex};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use crate::expression::DEEPEST;
use crate::number::OF_INTEGER;
use crate::{Division, OperandKind, Scope};

/// What an expression may call, beside its operators.
const FUNCTIONS: [&str; 11] = [
    "sum",
    "size",
    "filter",
    "map",
    "all",
    "exists",
    "exists_one",
    "has",
    "contains",
    "startsWith",
    "endsWith",
];

/// How many of `filter`, `map` and their like may stand inside each other: the work is the product of their lists.
const NESTED: usize = 2;

/// Walks one expression.
pub struct Typing<'a> {
    text: &'a str,
    scope: &'a Scope,
    offsets: &'a SourceInfo,
    place: &'a Location,
    /// Variables of the comprehensions around, innermost last.
    bound: Vec<(String, OperandKind)>,
    names: Vec<String>,
    /// The names of which it is asked whether they were given.
    asked: Vec<String>,
    constants: Vec<Decimal>,
    depth: usize,
}

/// What stands for `has` before a plain name: CEL's own asks for the columns of records alone. It is as long.
const HAS: &str = "_is";

/// The text with `has(name)` as CEL can read it, everything in its place. What stands in quotes is left alone.
pub fn readable(text: &str) -> Cow<'_, str> {
    static PLAIN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?-u:\b)has([ \t\n]*\([ \t\n]*[A-Za-z_][A-Za-z0-9_]*[ \t\n]*\))").ok());
    let Some(plain) = PLAIN.as_ref() else { return Cow::Borrowed(text) };
    plain.replace_all(text, |found: &Captures<'_>| {
        let at = found.get(0).map_or(0, |whole| whole.start());
        if is_quoted(&text[..at]) { found[0].to_owned() } else { format!("{HAS}{}", &found[1]) }
    })
}

/// Whether a quotation that began in this text has not ended.
fn is_quoted(before: &str) -> bool {
    let mut open = None;
    for c in before.chars().filter(|c| matches!(c, '\'' | '"')) {
        match open {
            None => open = Some(c),
            Some(mark) if mark == c => open = None,
            Some(_) => {}
        }
    }
    open.is_some()
}

/// The name under which it is found whether what another name stands for was given.
pub fn given_name(name: &str) -> String {
    format!("@has:{name}")
}

/// The name under which a written number is found.
pub fn constant_name(index: usize) -> String {
    format!("@constant{index}")
}

impl<'a> Typing<'a> {
    pub fn new(text: &'a str, scope: &'a Scope, offsets: &'a SourceInfo, place: &'a Location) -> Self {
        let (bound, names, asked, constants) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { text, scope, offsets, place, bound, names, asked, constants, depth: 0 }
    }

    /// The names used, those that are asked for, and the numbers written.
    pub fn into_parts(self) -> (Vec<String>, Vec<String>, Vec<Decimal>) {
        (self.names, self.asked, self.constants)
    }

    /// The kind of a node and all below it.
    ///
    /// # Errors
    /// P035 to P038, P040.
    pub fn kind(&mut self, node: &mut IdedExpr) -> Result<OperandKind> {
        if self.depth == DEEPEST {
            return Err(Diagnostic::new(Code::ExpressionTooDeep).at(self.at(node.id, "")));
        }
        self.depth += 1;
        let kind = self.kind_of(node);
        self.depth -= 1;
        kind
    }

    fn kind_of(&mut self, node: &mut IdedExpr) -> Result<OperandKind> {
        let id = node.id;
        match &mut node.expr {
            Expr::Literal(literal) => match literal {
                LiteralValue::Boolean(_) => Ok(OperandKind::Boolean),
                LiteralValue::String(_) => Ok(OperandKind::Text),
                number => {
                    let number = written(number).ok_or_else(|| {
                        let text = if matches!(number, LiteralValue::Null) { "null" } else { "b" };
                        self.misuse(id, text, &[])
                    })?;
                    node.expr = Expr::Ident(constant_name(self.constants.len()));
                    self.constants.push(number);
                    Ok(OperandKind::Number)
                }
            },
            Expr::Ident(name) => {
                let name = name.clone();
                if let Some((_, kind)) = self.bound.iter().rev().find(|(bound, _)| *bound == name) {
                    return Ok(kind.clone());
                }
                match self.scope.names.get(&name) {
                    Some(kind @ OperandKind::Record(_)) => {
                        Err(self.misuse(id, &name, std::slice::from_ref(kind)))
                    }
                    Some(kind) => {
                        self.note(name);
                        Ok(kind.clone())
                    }
                    None => Err(self.unknown(id, &name, self.scope.names.keys())),
                }
            }
            Expr::Select(select) => {
                let (field, test) = (select.field.clone(), select.test);
                if let Some(group) = self.group(&select.operand) {
                    let kind = self.member(node, &group, &field)?;
                    return Ok(if test { self.ask(node) } else { kind });
                }
                let kind = self.kind(&mut select.operand)?;
                let found = self.column(id, kind, &field)?;
                Ok(if test { OperandKind::Boolean } else { found })
            }
            Expr::Call(_) => self.call(node),
            Expr::Comprehension(comprehension) => self.comprehension(id, comprehension),
            Expr::List(list) => {
                let mut kind = OperandKind::Nothing;
                for element in &mut list.elements {
                    let found = self.kind(element)?;
                    kind = kind
                        .clone()
                        .join(found.clone())
                        .ok_or_else(|| self.misuse(id, "[ ]", &[kind, found]))?;
                }
                // Lists of copies, mapped again and again, would double each time.
                if list.elements.len() > 1 && matches!(kind, OperandKind::List(_) | OperandKind::Record(_)) {
                    return Err(self.misuse(id, "[ ]", &[kind]));
                }
                Ok(OperandKind::List(Box::new(kind)))
            }
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => Err(self.misuse(id, "{ }", &[])),
        }
    }

    fn call(&mut self, node: &mut IdedExpr) -> Result<OperandKind> {
        let id = node.id;
        let Expr::Call(call) = &mut node.expr else { return Ok(OperandKind::Nothing) };
        if call.func_name == operators::INDEX {
            return self.index(node);
        }
        if call.func_name == HAS {
            let [name] = call.args.as_mut_slice() else { return Err(self.misuse(id, "has", &[])) };
            let is_bound =
                matches!(&name.expr, Expr::Ident(name) if self.bound.iter().any(|(bound, _)| bound == name));
            let kind = self.kind(name)?;
            if is_bound {
                return Err(self.misuse(id, "has", &[kind]));
            }
            *node = std::mem::take(name);
            return Ok(self.ask(node));
        }
        let name = call.func_name.clone();
        let divides = name == operators::DIVIDE;
        let by =
            call.args.get(1).and_then(|by| if let Expr::Literal(by) = &by.expr { written(by) } else { None });
        let written_list = call.args.get(1).is_some_and(|list| matches!(list.expr, Expr::List(_)));
        let mut kinds = Vec::with_capacity(3);
        for operand in call.target.as_deref_mut().into_iter().chain(&mut call.args) {
            kinds.push(self.kind(operand)?);
        }
        let kind = match (name.as_str(), kinds.as_slice()) {
            (operators::CONDITIONAL, [OperandKind::Boolean, then, otherwise]) => {
                then.clone().join(otherwise.clone())
            }
            (
                operators::LOGICAL_AND | operators::LOGICAL_OR,
                [OperandKind::Boolean, OperandKind::Boolean],
            )
            | (operators::LOGICAL_NOT | operators::NOT_STRICTLY_FALSE, [OperandKind::Boolean])
            | (
                operators::LESS | operators::LESS_EQUALS | operators::GREATER | operators::GREATER_EQUALS,
                [OperandKind::Number, OperandKind::Number] | [OperandKind::Text, OperandKind::Text],
            )
            | ("contains" | "startsWith" | "endsWith", [OperandKind::Text, OperandKind::Text]) => {
                Some(OperandKind::Boolean)
            }
            (operators::EQUALS | operators::NOT_EQUALS, [a, b]) => {
                a.clone().join(b.clone()).map(|_| OperandKind::Boolean)
            }
            (operators::IN, [element, OperandKind::List(list)]) => {
                element.clone().join((**list).clone()).map(|_| OperandKind::Boolean)
            }
            // How `filter` and `map` gather; two lists would double like the above.
            (operators::ADD, [a @ OperandKind::List(_), b]) if written_list => a.clone().join(b.clone()),
            (
                operators::ADD
                | operators::SUBSTRACT
                | operators::MULTIPLY
                | operators::MODULO
                | operators::DIVIDE,
                [OperandKind::Number, OperandKind::Number],
            )
            | (operators::NEGATE, [OperandKind::Number]) => Some(OperandKind::Number),
            ("sum", [OperandKind::List(list)]) => OperandKind::Number.join((**list).clone()),
            ("size", [OperandKind::List(_) | OperandKind::Text]) => {
                let counted = std::mem::take(node);
                let call = CallExpr { func_name: OF_INTEGER.to_owned(), target: None, args: vec![counted] };
                *node = IdedExpr { id, expr: Expr::Call(call) };
                return Ok(OperandKind::Number);
            }
            _ => None,
        };
        let kind = kind.ok_or_else(|| {
            if name.starts_with(char::is_alphabetic) && !FUNCTIONS.contains(&name.as_str()) {
                Diagnostic::new(Code::ExpressionFunction)
                    .with("name", &name)
                    .with("known", FUNCTIONS.join(", "))
                    .suggest(&name, FUNCTIONS)
                    .at(self.at(id, &name))
            } else {
                self.misuse(id, &sign(&name), &kinds)
            }
        })?;
        let divisible = match self.scope.division {
            Division::Allowed => true,
            Division::ByNumber => by.is_some_and(|by| !by.is_zero()),
            Division::Refused => false,
        };
        if divides && !divisible {
            return Err(Diagnostic::new(Code::ExpressionDivision).at(self.at(id, "/")));
        }
        Ok(kind)
    }

    /// `counts['plugin/name']`, a column by its name, or an element of a list.
    fn index(&mut self, node: &mut IdedExpr) -> Result<OperandKind> {
        let id = node.id;
        let Expr::Call(call) = &mut node.expr else { return Ok(OperandKind::Nothing) };
        let [operand, key] = call.args.as_mut_slice() else { return Err(self.misuse(id, "[ ]", &[])) };
        let text = match &key.expr {
            Expr::Literal(LiteralValue::String(text)) => Some(text.inner().to_owned()),
            _ => None,
        };
        if let (Some(group), Some(text)) = (self.group(operand), &text) {
            return self.member(node, &group, text);
        }
        let kind = self.kind(operand)?;
        match (kind, text, &key.expr) {
            (OperandKind::List(element), None, Expr::Literal(LiteralValue::Int(_))) => Ok(*element),
            (kind @ OperandKind::Record(_), Some(text), _) => self.column(id, kind, &text),
            (kind, ..) => Err(self.misuse(id, "[ ]", &[kind])),
        }
    }

    fn comprehension(&mut self, id: u64, comprehension: &mut ComprehensionExpr) -> Result<OperandKind> {
        // Two variables each, the gathered value and the element.
        if self.bound.len() / 2 == NESTED {
            return Err(Diagnostic::new(Code::ExpressionTooDeep).at(self.at(id, "")));
        }
        let element = match self.kind(&mut comprehension.iter_range)? {
            OperandKind::List(element) => *element,
            other => return Err(self.misuse(id, "for each", &[other])),
        };
        let start = self.kind(&mut comprehension.accu_init)?;
        let depth = self.bound.len();
        self.bound.push((comprehension.accu_var.clone(), start.clone()));
        self.bound.push((comprehension.iter_var.clone(), element));
        self.kind(&mut comprehension.loop_cond)?;
        let step = self.kind(&mut comprehension.loop_step)?;
        self.bound.truncate(depth);
        let gathered =
            start.clone().join(step.clone()).ok_or_else(|| self.misuse(id, "for each", &[start, step]))?;
        self.bound.push((comprehension.accu_var.clone(), gathered));
        let kind = self.kind(&mut comprehension.result)?;
        self.bound.truncate(depth);
        Ok(kind)
    }

    /// The group that a node names, unless a comprehension's variable hides it.
    fn group(&self, node: &IdedExpr) -> Option<String> {
        let Expr::Ident(name) = &node.expr else { return None };
        let hidden = self.bound.iter().any(|(bound, _)| bound == name);
        let group = matches!(self.scope.names.get(name), Some(OperandKind::Record(_)));
        (group && !hidden).then(|| name.clone())
    }

    /// Makes a plain name of a group's member.
    fn member(&mut self, node: &mut IdedExpr, group: &str, member: &str) -> Result<OperandKind> {
        let kind = self.scope.names[group].clone();
        let kind = self.column(node.id, kind, member)?;
        let name = format!("{group}.{member}");
        node.expr = Expr::Ident(name.clone());
        self.note(name);
        Ok(kind)
    }

    /// Makes of a name whether what it stands for was given.
    fn ask(&mut self, node: &mut IdedExpr) -> OperandKind {
        if let Expr::Ident(name) = &node.expr {
            if !self.asked.contains(name) {
                self.asked.push(name.clone());
            }
            node.expr = Expr::Ident(given_name(name));
        }
        OperandKind::Boolean
    }

    fn column(&self, id: u64, record: OperandKind, column: &str) -> Result<OperandKind> {
        match record {
            OperandKind::Record(columns) => {
                columns.get(column).cloned().ok_or_else(|| self.unknown(id, column, columns.keys()))
            }
            other => Err(self.misuse(id, ".", &[other])),
        }
    }

    fn note(&mut self, name: String) {
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn unknown<'n>(&self, id: u64, name: &str, known: impl Iterator<Item = &'n String>) -> Diagnostic {
        let known: Vec<&str> = known.map(String::as_str).collect();
        let at = self.range(id, name);
        let fault = Diagnostic::new(Code::ExpressionName)
            .with("name", name)
            .with("known", known.join(", "))
            .at(self.place.inside(self.text, at.clone()));
        // `online-opinion/handled` and `handled-total` are subtractions: what was meant is the whole word.
        let word = word_around(self.text, at.start);
        let others = match self.scope.names.get("counts") {
            Some(OperandKind::Record(others)) if others.contains_key(word) => {
                Some(format!("counts['{word}']"))
            }
            _ => None,
        };
        let snake = word.replace('-', "_");
        match others.or_else(|| (snake != word && known.contains(&snake.as_str())).then_some(snake)) {
            Some(meant) => fault.suggest(&meant, [meant.as_str()]),
            None => fault.suggest(name, known),
        }
    }

    fn misuse(&self, id: u64, operator: &str, kinds: &[OperandKind]) -> Diagnostic {
        let kind = |index: usize| kinds.get(index).map_or_else(String::new, ToString::to_string);
        // Of a condition with two values, it is the values that differ.
        let first = kinds.len().saturating_sub(2);
        Diagnostic::new(Code::ExpressionOperand)
            .with("operator", operator)
            .with("left", kind(first))
            .with("right", kind(first + 1))
            .at(self.at(id, operator))
    }

    fn at(&self, id: u64, name: &str) -> Location {
        self.place.inside(self.text, self.range(id, name))
    }

    /// Where a node's name stands. The offset of a call is its bracket, of a member its dot.
    fn range(&self, id: u64, name: &str) -> Range<usize> {
        let start = self.offsets.offset_for(id).map_or(0, |(start, _)| start as usize);
        let start = if self.text.is_char_boundary(start) { start } else { 0 };
        if self.text[..start].ends_with(name) {
            return start - name.len()..start;
        }
        match self.text[start..].find(name) {
            Some(at) => start + at..start + at + name.len(),
            None => start..start + self.text[start..].chars().next().map_or(0, char::len_utf8),
        }
    }
}

/// A number as it is written.
fn written(literal: &LiteralValue) -> Option<Decimal> {
    match literal {
        LiteralValue::Int(number) => Some(Decimal::from(*number.inner())),
        LiteralValue::UInt(number) => Some(Decimal::from(*number.inner())),
        LiteralValue::Double(number) => Decimal::from_f64(*number.inner()),
        _ => None,
    }
}

/// An operator as it is written: `+` for `_+_`.
fn sign(name: &str) -> String {
    match name {
        operators::CONDITIONAL => "?".to_owned(),
        operators::IN => "in".to_owned(),
        _ if name.starts_with(char::is_alphabetic) => name.to_owned(),
        _ => name.replace('_', ""),
    }
}

/// The word around a place, `-` and `/` taken as parts of it.
fn word_around(text: &str, at: usize) -> &str {
    let part = |c: char| c.is_ascii_alphanumeric() || "_-/".contains(c);
    let start = text[..at].rfind(|c| !part(c)).map_or(0, |before| before + 1);
    let end = text[at..].find(|c| !part(c)).map_or(text.len(), |after| at + after);
    &text[start..end]
}
