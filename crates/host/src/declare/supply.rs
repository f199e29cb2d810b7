//! Fills up a contribution with the counts and facts that are declared and that no code gave.

use std::collections::HashSet;

use huibian_contract::{
    CountKind, CountSpec, Fact, FactSpec, FieldType, IndexMap, Message, Name, PluginManifest, Request,
    Severity, Words,
};
use huibian_diagnostic::{Argument, Code, Diagnostic, FieldKey, Result};
use huibian_expression::{Expression, OperandKind, Unanswered, Value};
use huibian_figure::{Figure, Origin, Record};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::rows::{Row, in_period};
use super::{Declared, Source, origin, rows};
use crate::validate::{Contribution, records};

impl Declared {
    /// Adds what is declared and missing. What code gave stands.
    ///
    /// # Errors
    /// U020 where a required count or fact has no source filled in, U021 where one that is whole comes out
    /// negative or as a fraction, or one does not come out at all.
    pub fn supply(
        &self,
        manifest: &PluginManifest,
        request: &Request,
        contribution: &mut Contribution,
    ) -> Result<()> {
        for (name, source) in &self.counts {
            let Some(spec) = manifest.counts.get(name) else { continue };
            if contribution.counts.contains_key(name) {
                continue;
            }
            let asked = Asked { manifest, request, name, spec };
            let with_fields = |fault| self.with_fields(manifest, name, fault);
            let found = match source {
                Source::Code => continue,
                Source::Given { condition } => {
                    let given = asked.given(condition.as_ref(), &mut contribution.findings);
                    given.map_err(with_fields)?.ok_or(None)
                }
                Source::Computed(expression) => {
                    asked.computed(expression, contribution).map_err(with_fields)?.map_err(Some)
                }
            };
            match found {
                Ok(Figure { value, origin }) => {
                    let value = asked.of_kind(value).map_err(with_fields)?;
                    contribution.counts.insert(name.clone(), Figure { value, origin });
                }
                Err(missing) if spec.required => {
                    let fields = match &missing {
                        Some(name) => self.fields_of(manifest, name),
                        None => spec.ledger.iter().chain(&spec.number).collect(),
                    };
                    return Err(asked.unfilled(origin::to_fill_in(manifest, fields)));
                }
                Err(_) => {}
            }
        }
        for (name, spec) in &manifest.facts {
            if contribution.facts.contains_key(name) {
                continue;
            }
            let declared = spec.field.iter().chain(&spec.ledger);
            match fact(manifest, request, spec) {
                Some(fact) => contribution.add_fact(manifest, name, fact)?,
                None if spec.required && declared.clone().next().is_some() => {
                    let sources = origin::to_fill_in(manifest, declared);
                    return Err(unfilled(&spec.label, name, sources));
                }
                None => {}
            }
        }
        Ok(())
    }

    /// Where a number comes from that code gave bare: the sources that are declared and filled in.
    pub fn origin(&self, manifest: &PluginManifest, request: &Request, name: &Name) -> Origin {
        let is_given = |name: &str| {
            let name = name.trim_start_matches("fields.");
            request.data.contains_key(name) || manifest.counts.contains_key(name)
        };
        let from = match (self.counts.get(name), manifest.counts.get(name)) {
            (Some(Source::Given { .. }), Some(spec)) => {
                let mut fields = spec.ledger.iter().chain(&spec.number).map(Name::as_str);
                fields.find(|name| is_given(name)).map(str::to_owned).into_iter().collect()
            }
            (Some(Source::Computed(expression)), _) => {
                expression.names().iter().filter(|name| is_given(name)).cloned().collect()
            }
            _ => Vec::new(),
        };
        records(manifest, from)
    }

    /// A fault of a count with the fields that it is in the end taken from.
    fn with_fields(&self, manifest: &PluginManifest, name: &Name, fault: Diagnostic) -> Diagnostic {
        let fields = self.fields_of(manifest, name.as_str());
        let keys = fields.into_iter().map(|field| FieldKey::new(&manifest.id, field));
        fault.with("fields", Argument::list(keys))
    }

    /// The fields that a count is in the end taken from, each once: counts may be computed from others by many ways.
    fn fields_of<'d>(&'d self, manifest: &'d PluginManifest, count: &'d str) -> Vec<&'d Name> {
        let (mut fields, mut seen, mut due) = (IndexMap::default(), HashSet::new(), vec![count]);
        while let Some(name) = due.pop() {
            if !seen.insert(name) {
                continue;
            }
            match (self.counts.get(name), manifest.counts.get(name)) {
                (Some(Source::Computed(expression)), _) => {
                    due.extend(expression.names().iter().rev().map(String::as_str));
                }
                (Some(Source::Given { .. }), Some(spec)) => {
                    fields.extend(spec.ledger.iter().chain(&spec.number).map(|name| (name, ())));
                }
                _ => {
                    let field = manifest.fields.get_key_value(name.trim_start_matches("fields."));
                    fields.extend(field.map(|(name, _)| (name, ())));
                }
            }
        }
        fields.into_keys().collect()
    }
}

/// A number of more digits after the point than this, of a count that keeps its digits, is a quotient that does not end.
const MOST_DIGITS: u32 = 12;

/// A count that is asked for one unit.
struct Asked<'a> {
    manifest: &'a PluginManifest,
    request: &'a Request,
    name: &'a Name,
    spec: &'a CountSpec,
}

impl Asked<'_> {
    /// Rows counted or added up, or the number; nothing where the unit gave neither. A sum of which no row that counts gives
    /// anything is missing, and the number serves.
    fn given(&self, condition: Option<&Expression>, findings: &mut Vec<Message>) -> Result<Option<Figure>> {
        let CountSpec { ledger, number, sum, .. } = self.spec;
        let number = number.as_ref().and_then(|name| Some((name, self.number(name)?)));
        let ledger = ledger.as_ref().and_then(|name| {
            let field = self.manifest.fields.get(name)?;
            Some((name, field, in_period(&self.request.data, self.request.period, name, field)?))
        });
        let Some((ledger, field, rows)) = ledger else {
            return Ok(number.map(|(name, number)| of_field(name, number)));
        };
        let mut counted = Vec::with_capacity(rows.len());
        let (mut total, mut gives_nothing) = (Decimal::ZERO, true);
        for row in rows {
            let counts = condition.map_or(Ok(true), |condition| self.fulfils(condition, field, row))?;
            if counts {
                counted.push(row.number);
                let one = sum
                    .as_ref()
                    .map_or(Some(Decimal::ONE), |column| decimal(row.cells.get(column.as_str())?));
                gives_nothing &= one.is_none();
                let sum = total.checked_add(one.unwrap_or_default());
                total = sum.ok_or_else(|| self.failed("overflow"))?;
            }
        }
        if gives_nothing && !counted.is_empty() {
            return Ok(number.map(|(name, number)| of_field(name, number)));
        }
        if let Some((number, filled)) = number.filter(|(_, number)| *number != total) {
            findings.push(self.disagreement(ledger, total, number, filled));
        }
        Ok(Some(Figure { value: total, origin: Origin::of(Record::rows(ledger, &counted)) }))
    }

    /// Whether a row counts. A condition that hangs on a cell the row leaves empty does not hold.
    fn fulfils(
        &self,
        condition: &Expression,
        ledger: &huibian_contract::FieldSpec,
        row: Row<'_>,
    ) -> Result<bool> {
        let cell = |name: &str| {
            Value::read(&OperandKind::of_column(ledger.columns.get(name)?.kind), row.cells.get(name)?)
        };
        match condition.evaluate(cell) {
            Ok(answer) => Ok(answer == Value::Boolean(true)),
            Err(Unanswered::Missing(_) | Unanswered::DivisionByZero) => Ok(false),
            Err(Unanswered::Failed(reason)) => Err(self.failed(reason)),
        }
    }

    /// An expression's number with its records, or the name whose value is missing.
    fn computed(&self, expression: &Expression, known: &Contribution) -> Result<Result<Figure, String>> {
        let answer = expression.evaluate(|name| match known.counts.get(name) {
            Some(count) => Some(Value::Number(count.value)),
            None if self.manifest.counts.contains_key(name) => None,
            None => self.field(name.trim_start_matches("fields.")),
        });
        match answer {
            Ok(Value::Number(value)) => {
                let records = expression.names().iter().filter_map(|name| self.record(name, known));
                Ok(Ok(Figure { value, origin: Origin::Records(records.collect()) }))
            }
            Ok(_) => Err(self.failed("")),
            Err(Unanswered::Missing(name)) => Ok(Err(name)),
            Err(Unanswered::DivisionByZero) => Err(self.failed("/ 0")),
            Err(Unanswered::Failed(reason)) => Err(self.failed(reason)),
        }
    }

    /// The records behind a name of an expression: a count, a ledger's rows, a field.
    fn record(&self, name: &str, known: &Contribution) -> Option<Record> {
        if self.manifest.counts.contains_key(name) {
            return known.counts.get_key_value(name).map(|(name, _)| Record::Named(name.clone()));
        }
        let (name, field) = self.manifest.fields.get_key_value(name.trim_start_matches("fields."))?;
        match in_period(&self.request.data, self.request.period, name, field)
            .filter(|_| field.kind == FieldType::Ledger)
        {
            Some(rows) => Some(Record::rows(name, &rows.iter().map(|row| row.number).collect::<Vec<_>>())),
            None => self.request.data.contains_key(name.as_str()).then(|| Record::Named(name.clone())),
        }
    }

    fn field(&self, name: &str) -> Option<Value> {
        let (name, field) = self.manifest.fields.get_key_value(name)?;
        rows::field(&self.request.data, self.request.period, name, field)
    }

    fn number(&self, field: &Name) -> Option<Decimal> {
        decimal(self.request.data.get(field.as_str())?)
    }

    /// A value of the count's kind, decimals rounded half up where they have a scale.
    fn of_kind(&self, value: Decimal) -> Result<Decimal> {
        if self.spec.kind != CountKind::Decimal && value.is_sign_negative() && !value.is_zero() {
            return Err(self.impossible("negative", value.normalize()));
        }
        if self.spec.kind == CountKind::Integer {
            let reason = if value.is_integer() { "large" } else { "fraction" };
            let whole = value.to_i64().filter(|_| value.is_integer());
            return whole.map(Decimal::from).ok_or_else(|| self.impossible(reason, value.normalize()));
        }
        let Some(scale) = self.spec.rounded_to() else {
            let is_endless = value.normalize().scale() > MOST_DIGITS;
            return if is_endless { Err(self.impossible("endless", value)) } else { Ok(value.normalize()) };
        };
        let rounded = value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero);
        // What rounds to nothing has no sign.
        Ok(if rounded.is_zero() { rounded.abs() } else { rounded })
    }

    fn disagreement(&self, ledger: &Name, total: Decimal, number: &Name, filled: Decimal) -> Message {
        let label = |name: &Name| self.manifest.fields.get(name).map_or("", |field| field.label.as_str());
        let (verb, added, measure) = match (&self.spec.sum, self.spec.measure.as_str()) {
            (Some(_), measure) => ("合计", "adds up to", measure),
            (None, "") => ("", "comes to", "条"),
            (None, measure) => ("", "comes to", measure),
        };
        let (number_label, ledger_label) = (label(number), label(ledger));
        let (filled, total) = (filled.normalize(), total.normalize());
        let text = Words {
            zh: Some(format!(
                "{number_label}填报为{filled}，{ledger_label}{verb}为{total}{measure}，已按台账计数。"
            )),
            en: Some(format!(
                "{number_label} is given as {filled}, and {ledger_label} {added} {total}; the ledger counts."
            )),
        };
        Message { severity: Severity::Warning, text, fields: vec![number.clone(), ledger.clone()] }
    }

    fn unfilled(&self, sources: String) -> Diagnostic {
        unfilled(&self.spec.label, self.name, sources)
    }

    /// It could not be computed at all, for what the evaluator says.
    fn failed(&self, reason: impl std::fmt::Display) -> Diagnostic {
        self.fault("failed").with_detail("found", reason)
    }

    fn impossible(&self, reason: &str, found: impl std::fmt::Display) -> Diagnostic {
        self.fault(reason).with_digits("found", found)
    }

    fn fault(&self, reason: &str) -> Diagnostic {
        let CountSpec { label, expr, condition, sum, number, ledger, .. } = self.spec;
        let written = expr.as_ref().or(condition.as_ref()).map(String::as_str);
        let given = sum.as_ref().or(number.as_ref()).or(ledger.as_ref()).map(Name::as_str);
        let written = written.or(given).unwrap_or_default();
        Diagnostic::new(Code::ComputedCount).with("label", label).with("expr", written).with("reason", reason)
    }
}

fn unfilled(label: &str, name: &Name, sources: String) -> Diagnostic {
    Diagnostic::new(Code::SourceMissing).with("label", label).with("name", name).with("sources", sources)
}

fn fact(manifest: &PluginManifest, request: &Request, spec: &FactSpec) -> Option<Fact> {
    if let Some(field) = &spec.field {
        let fact = Fact::from(request.data.get(field.as_str())?.clone());
        return (!matches!(&fact, Fact::Texts(texts) if texts.is_empty())).then_some(fact);
    }
    let (ledger, column) = (spec.ledger.as_ref()?, spec.column.as_ref()?);
    let mut texts: Vec<String> = Vec::new();
    for row in in_period(&request.data, request.period, ledger, manifest.fields.get(ledger)?)? {
        let text = row.cells.get(column.as_str()).and_then(serde_json::Value::as_str);
        texts.extend(text.filter(|text| !texts.iter().any(|known| known == text)).map(str::to_owned));
    }
    (!texts.is_empty()).then_some(Fact::Texts(texts))
}

fn decimal(value: &serde_json::Value) -> Option<Decimal> {
    match Value::read(&OperandKind::Number, value)? {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// A number that a field holds.
fn of_field(name: &Name, value: Decimal) -> Figure {
    Figure { value, origin: Origin::of(Record::Named(name.clone())) }
}
