//! Calls of helpers: each with the arguments it takes, of the kinds it takes.

use handlebars::template::{HelperTemplate, Parameter};
use huibian_contract::Basis;
use huibian_diagnostic::Code;

use super::names::{Found, This};
use super::{Checker, Position};
use crate::scope::{Countable, Kind};
use crate::{helpers, placed};

/// How a helper is written.
#[derive(PartialEq, Eq)]
enum Form {
    Inline,
    Block,
    Either,
}

/// Helpers whose first argument is a name in quotes.
const QUOTED: [&str; 9] =
    ["count", "zero", "present", "hanzi", "slot", "change", "previous", "last_year", "to_date"];

/// A helper's form and the most arguments it takes.
fn shape(helper: &str) -> (Form, usize) {
    match helper {
        "if" | "unless" | "each" | "with" | "zero" => (Form::Block, 1),
        "present" => (Form::Block, 2),
        "enumerate" => (Form::Block, 0),
        "slot" => (Form::Either, 1),
        "contents" => (Form::Inline, 0),
        "date" | "month_day" | "change" => (Form::Inline, 2),
        _ => (Form::Inline, 1),
    }
}

impl<'c> Checker<'c> {
    pub fn misuse(&mut self, helper: &str, reason: &str, at: Position) {
        self.fail(Code::HelperUse, at, helper, |d| d.with("name", helper).with("reason", reason));
    }

    /// Checks a call; what it is about, where that is a value or a count.
    pub fn call(&mut self, helper: &'c str, call: &'c HelperTemplate, at: Position) -> Option<Found<'c>> {
        if !helpers::ALL.contains(&helper) {
            if call.name.as_name().is_none() {
                self.unsupported("subexpression", "(", at);
                return None;
            }
            self.fail(Code::UnknownHelper, at, helper, |d| {
                d.with("name", helper).suggest(helper, helpers::ALL)
            });
            return None;
        }
        if call.block_param.is_some() {
            self.unsupported("block-parameter", "as", at);
        }
        let (form, most) = shape(helper);
        if form == (if call.block { Form::Inline } else { Form::Block }) {
            self.misuse(helper, if call.block { "inline" } else { "block" }, at);
            return None;
        }
        if placed::HELPERS.contains(&helper) {
            self.placed(helper, call, at);
            return None;
        }
        if call.params.len() > most || !call.hash.is_empty() {
            self.misuse(helper, "arguments", at);
            return None;
        }
        if call.params.iter().any(|param| matches!(param, Parameter::Subexpression(_))) {
            self.unsupported("subexpression", "(", at);
            return None;
        }
        let Some(first) = call.params.first() else {
            match helper {
                "enumerate" => {}
                "contents" => self.slot_contents(at),
                _ => self.misuse(helper, "argument", at),
            }
            return None;
        };
        match (helper, first) {
            ("hanzi", Parameter::Path(_)) => {
                self.ordinal(first, at);
                None
            }
            (helper, Parameter::Literal(value)) if QUOTED.contains(&helper) => {
                let Some(name) = value.as_str() else {
                    self.misuse(helper, "quotes", at);
                    return None;
                };
                if helper == "slot" {
                    self.slot(name, call.block, at);
                    return None;
                }
                let basis = self.period(helper, call, at)?;
                self.count(helper, name, basis, at)
            }
            (helper, _) if QUOTED.contains(&helper) => {
                self.misuse(helper, "quotes", at);
                None
            }
            (_, Parameter::Literal(_)) => {
                self.misuse(helper, "name", at);
                None
            }
            _ => self.of_value(helper, call, first, at),
        }
    }

    /// A helper over a value: a question, a loop, a list, a day.
    fn of_value(
        &mut self,
        helper: &str,
        call: &'c HelperTemplate,
        first: &'c Parameter,
        at: Position,
    ) -> Option<Found<'c>> {
        let shown = first.as_name().unwrap_or_default();
        if matches!(helper, "if" | "unless") && shown.trim_start_matches("../").starts_with("counts.") {
            self.fail(Code::CountAsCondition, at, shown, |d| d.with("name", shown));
            return None;
        }
        let found = self.find(first, at)?;
        let fits = match (helper, found.this) {
            ("if" | "unless", This::Kind(Kind::Number)) => {
                self.fail(Code::CountAsCondition, at, shown, |d| d.with("name", shown));
                return None;
            }
            ("if" | "unless", _) => return Some(found),
            ("each", This::Kind(Kind::List(_))) | ("with", This::Names(_) | This::Kind(Kind::Open)) => {
                if call.inverse.is_none() {
                    self.must_be_there(&found, shown, at);
                }
                return Some(found);
            }
            ("list", This::Kind(Kind::List(of))) => **of == Kind::Text,
            ("date" | "month_day", This::Kind(kind)) => *kind == Kind::Date,
            _ => false,
        };
        if !fits {
            let reason = match helper {
                "each" => "list",
                "with" => "group",
                "list" => "texts",
                _ => "date",
            };
            self.fail(Code::HelperUse, at, shown, |d| d.with("name", helper).with("reason", reason));
            return None;
        }
        if let Some(form) = call.params.get(1)
            && !matches!(form, Parameter::Literal(value) if value == "hanzi")
        {
            self.misuse(helper, "form", at);
        }
        self.must_be_there(&found, shown, at);
        Some(found)
    }

    /// `{{hanzi @index}}`.
    fn ordinal(&mut self, parameter: &'c Parameter, at: Position) {
        let shown = parameter.as_name().unwrap_or_default();
        if let Some(Found { this, .. }) = self.find(parameter, at) {
            let is_index = shown.starts_with('@') && matches!(this, This::Kind(Kind::Number));
            if !is_index {
                self.fail(Code::HelperUse, at, shown, |d| d.with("name", "hanzi").with("reason", "ordinal"));
            }
        }
    }

    /// The period that a helper asks about. Nothing where there is no such period.
    fn period(&mut self, helper: &'c str, call: &'c HelperTemplate, at: Position) -> Option<Basis> {
        let known = match helper {
            "change" => Basis::EARLIER,
            "present" => Basis::OTHERS,
            _ => return Some(Basis::named(helper, Basis::OTHERS).unwrap_or_default()),
        };
        let Some(given) = call.params.get(1) else { return Some(Basis::Now) };
        let basis = match given {
            Parameter::Literal(value) => value.as_str().and_then(|name| Basis::named(name, known)),
            _ => None,
        };
        if basis.is_none() {
            self.misuse(helper, "period", at);
        }
        basis
    }

    fn count(&mut self, helper: &str, name: &str, basis: Basis, at: Position) -> Option<Found<'c>> {
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
            Basis::Previous | Basis::LastYear if helper != "change" => (format!("{own}@{basis}"), true),
            Basis::ToDate => (format!("{own}@{basis}"), optional),
            _ => (own.clone(), optional),
        };
        // What there is of this period there is from the year's beginning.
        let known = self.is_present(&key) || (basis == Basis::ToDate && self.is_present(&own));
        if optional && helper != "present" && !known {
            let shown = match basis {
                Basis::Now => name.to_owned(),
                _ if helper == "change" => name.to_owned(),
                basis => format!("{name} {basis}"),
            };
            self.fail(Code::MayBeMissing, at, name, |d| d.with("name", shown));
        }
        if basis == Basis::ToDate && !cumulative {
            self.misuse(helper, "cumulative", at);
        }
        if helper == "hanzi" && !whole {
            self.misuse("hanzi", "whole", at);
        }
        Some(Found { key, this: This::Kind(&Kind::Number), optional })
    }
}
