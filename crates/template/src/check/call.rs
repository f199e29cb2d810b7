//! Calls of helpers: each with the arguments it takes, of the kinds it takes.

use handlebars::template::{HelperTemplate, Parameter};
use huibian_contract::Basis;
use huibian_diagnostic::Code;

use super::names::{Found, This};
use super::{Checker, Position};
use crate::helpers;
use crate::helpers::declaration::{Argument, CountUse, Declaration, Form, Presence, ValueKind, Yields};
use crate::scope::{Countable, NameKind};

impl<'c> Checker<'c> {
    pub fn misuse(&mut self, helper: &str, reason: &str, at: Position) {
        self.fail(Code::HelperUse, at, helper, |d| d.with("name", helper).with("reason", reason));
    }

    /// Checks a call; what it is about, where that is a value or a count.
    pub fn call(&mut self, helper: &'c str, call: &'c HelperTemplate, at: Position) -> Option<Found<'c>> {
        let Some(declared) = helpers::find(helper) else {
            if call.name.as_name().is_none() {
                self.unsupported("subexpression", "(", at);
                return None;
            }
            self.fail(Code::UnknownHelper, at, helper, |d| {
                d.with("name", helper).suggest(helper, helpers::names())
            });
            return None;
        };
        if call.block_param.is_some() {
            self.unsupported("block-parameter", "as", at);
        }
        if declared.form == (if call.block { Form::Inline } else { Form::Block }) {
            self.misuse(helper, if call.block { "inline" } else { "block" }, at);
            return None;
        }
        if let Yields::Placed(kind) = declared.yields {
            self.placed(declared, kind, call, at);
            return None;
        }
        if call.params.len() > declared.arguments.len() || !call.hash.is_empty() {
            self.misuse(helper, "arguments", at);
            return None;
        }
        if call.params.iter().any(|param| matches!(param, Parameter::Subexpression(_))) {
            self.unsupported("subexpression", "(", at);
            return None;
        }
        let Some(expected) = declared.arguments.first() else {
            if declared.yields == Yields::SlotContents {
                self.slot_contents(at);
            }
            return None;
        };
        let Some(first) = call.params.first() else {
            self.misuse(helper, "argument", at);
            return None;
        };
        match (expected, first) {
            (Argument::Count(CountUse { whole: true, .. }), Parameter::Path(_)) => {
                self.ordinal(helper, first, at);
                None
            }
            (Argument::Value(_), Parameter::Literal(_)) => {
                self.misuse(helper, "name", at);
                None
            }
            (Argument::Value(kind), _) => self.of_value(declared, *kind, call, first, at),
            (expected, Parameter::Literal(value)) if value.is_string() => {
                let name = value.as_str().unwrap_or_default();
                if let Argument::Count(usage) = expected {
                    let basis = self.period(declared, *usage, call, at)?;
                    return self.count(helper, *usage, name, basis, at);
                }
                self.slot(name, call.block, at);
                None
            }
            _ => {
                self.misuse(helper, "quotes", at);
                None
            }
        }
    }

    /// A helper over a value: a question, a loop, a list, a day.
    fn of_value(
        &mut self,
        declared: &Declaration,
        kind: ValueKind,
        call: &'c HelperTemplate,
        first: &'c Parameter,
        at: Position,
    ) -> Option<Found<'c>> {
        let helper = declared.name;
        let shown = first.as_name().unwrap_or_default();
        if kind == ValueKind::Condition && shown.trim_start_matches("../").starts_with("counts.") {
            self.fail(Code::CountAsCondition, at, shown, |d| d.with("name", shown));
            return None;
        }
        let found = self.find(first, at)?;
        let fits = match (kind, found.this) {
            (ValueKind::Condition, This::NameKind(NameKind::Number)) => {
                self.fail(Code::CountAsCondition, at, shown, |d| d.with("name", shown));
                return None;
            }
            (ValueKind::Condition, _) => return Some(found),
            (ValueKind::List, This::NameKind(NameKind::List(_)))
            | (ValueKind::Group, This::Names(_) | This::NameKind(NameKind::Open)) => {
                if call.inverse.is_none() && found.optional && !self.is_present(&found.key) {
                    self.may_be_missing(at, shown, (helper, shown), format!("if {shown}"));
                }
                return Some(found);
            }
            (ValueKind::Texts, This::NameKind(NameKind::List(of))) => **of == NameKind::Text,
            (ValueKind::Day, This::NameKind(kind)) => *kind == NameKind::Date,
            _ => false,
        };
        if !fits {
            let reason = match kind {
                ValueKind::List => "list",
                ValueKind::Group => "group",
                ValueKind::Texts => "texts",
                ValueKind::Condition | ValueKind::Day => "date",
            };
            self.fail(Code::HelperUse, at, shown, |d| d.with("name", helper).with("reason", reason));
            return None;
        }
        if let (Some(Argument::Word(word)), Some(form)) = (declared.arguments.get(1), call.params.get(1))
            && !matches!(form, Parameter::Literal(value) if value == word)
        {
            self.misuse(helper, "form", at);
        }
        self.must_be_there(&found, shown, at);
        Some(found)
    }

    /// `{{hanzi @index}}`.
    fn ordinal(&mut self, helper: &str, parameter: &'c Parameter, at: Position) {
        let shown = parameter.as_name().unwrap_or_default();
        if let Some(Found { this, .. }) = self.find(parameter, at) {
            let is_index = shown.starts_with('@') && matches!(this, This::NameKind(NameKind::Number));
            if !is_index {
                self.fail(Code::HelperUse, at, shown, |d| d.with("name", helper).with("reason", "ordinal"));
            }
        }
    }

    /// The period that a helper asks about. Nothing where there is no such period.
    fn period(
        &mut self,
        declared: &Declaration,
        usage: CountUse,
        call: &HelperTemplate,
        at: Position,
    ) -> Option<Basis> {
        let (Some(Argument::Period(known)), Some(given)) = (declared.arguments.get(1), call.params.get(1))
        else {
            return Some(usage.basis);
        };
        let basis = match given {
            Parameter::Literal(value) => value.as_str().and_then(|name| Basis::named(name, known)),
            _ => None,
        };
        if basis.is_none() {
            self.misuse(declared.name, "period", at);
        }
        basis
    }

    fn count(
        &mut self,
        helper: &str,
        usage: CountUse,
        name: &str,
        basis: Basis,
        at: Position,
    ) -> Option<Found<'c>> {
        let scope = self.scope;
        let bare = scope.plugin.as_ref().and_then(|plugin| name.strip_prefix(plugin.as_str()));
        let bare = bare.and_then(|name| name.strip_prefix('/')).unwrap_or(name);
        let own = format!("\"{bare}\"");
        let Some(Countable { optional, whole, cumulative }) = scope.counts.get(bare).copied() else {
            let known = scope.counts.keys().map(String::as_str);
            self.fail(Code::UnknownName, at, name, |d| d.with("name", name).suggest(name, known));
            return None;
        };
        // A change words the missing case itself.
        let (key, optional) = match basis {
            Basis::Previous | Basis::LastYear if usage.presence != Presence::RequiredNow => {
                (format!("{own}@{basis}"), true)
            }
            Basis::ToDate => (format!("{own}@{basis}"), optional),
            _ => (own.clone(), optional),
        };
        // What there is of this period there is from the year's beginning.
        let known = self.is_present(&key) || (basis == Basis::ToDate && self.is_present(&own));
        if optional && usage.presence != Presence::Asked && !known {
            let shown = match basis {
                Basis::Now => name.to_owned(),
                _ if usage.presence == Presence::RequiredNow => name.to_owned(),
                basis => format!("{name} {basis}"),
            };
            let period = if shown == name { String::new() } else { format!(" \"{basis}\"") };
            let asks = format!("present \"{name}\"{period}");
            self.may_be_missing(at, name, ("value", &shown), asks);
        }
        if basis == Basis::ToDate && !cumulative {
            self.misuse(helper, "cumulative", at);
        }
        if usage.whole && !whole {
            self.misuse(helper, "whole", at);
        }
        Some(Found { key, this: This::NameKind(&NameKind::Number), optional })
    }
}
