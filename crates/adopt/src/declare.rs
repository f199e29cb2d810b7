//! The section's plugin, without code: its fields, its counts, and what holds in all reports as checks.

use std::fmt::Write;

use toml_edit::Value;

use crate::conditions::{Condition, When};
use crate::plan::{FieldKind, Plan};
use crate::says::{self, Had, PLUGIN};
use huibian_sample::token::value;

/// A check that all reports pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// The first figure is not more than the second.
    Within(usize, usize),
    /// The figures' sum is the other.
    Sum(Vec<usize>, usize),
}

/// Words of what is done of what there is.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "其中", "已", "完成", "整改", "办结", "处置", "消除", "封堵", "化解", "改造", "销号", "通过网", "closed",
    "done", "resolved", "of which",
];

/// plugin.toml.
pub fn plugin(plan: &Plan, had: &[Had], conditions: &[Condition], held: &[Held], title: &str) -> String {
    let mut toml = String::new();
    let _ = writeln!(
        toml,
        "id = {}\nversion = \"0.1.0\"\ntitle = {}\ncontract = 1\nslots = []",
        quoted(PLUGIN),
        quoted(title)
    );
    (0..plan.fields.len()).for_each(|field| push_field(&mut toml, plan, had, field));
    for condition in conditions.iter().filter(|condition| condition.when == When::Told) {
        let label = quoted(&condition.label);
        let _ = writeln!(toml, "\n[fields.{}]\nlabel = {label}\ntype = \"boolean\"", condition.name);
    }
    (0..plan.fields.len()).for_each(|field| push_count(&mut toml, plan, had, field));
    conditions.iter().for_each(|condition| push_condition(&mut toml, plan, condition));
    held.iter().for_each(|held| push_check(&mut toml, plan, held));
    toml
}

fn push_field(toml: &mut String, plan: &Plan, had: &[Had], number: usize) {
    let field = &plan.fields[number];
    let kind = match &had[number] {
        Had::Known(_) | Had::Sum(..) => return,
        Had::Count(digits, _) => {
            let is_decimal = *digits > 0 || plan.columns(number).any(|column| column.digits > 0);
            if is_decimal { "decimal" } else { "integer" }
        }
        Had::Ratio(..) if plan.columns(number).next().is_none() => return,
        Had::Ratio(..) | Had::Swing(_) => "decimal",
        Had::Day(_) => "date",
        Had::Text => "text",
        Had::Texts(_) => "texts",
        Had::Rows => "ledger",
    };
    let label = quoted(&field.label);
    let _ = writeln!(toml, "\n[fields.{}]\nlabel = {label}\ntype = {}", field.name, quoted(kind));
    match &had[number] {
        Had::Count(_, measure) if !measure.is_empty() => {
            let _ = writeln!(toml, "measure = {}", quoted(measure));
        }
        Had::Swing(_) => toml.push_str("min = -1000000000000\n"),
        _ => {}
    }
    for column in &field.columns {
        let (label, name) = (quoted(&column.label), &column.name);
        let _ = writeln!(
            toml,
            "\n[fields.{}.columns.{name}]\nlabel = {label}\ntype = \"text\"\nrequired = true",
            field.name
        );
    }
}

fn push_count(toml: &mut String, plan: &Plan, had: &[Had], number: usize) {
    let field = &plan.fields[number];
    let name = quoted(&field.name);
    let opening = format!("\n[counts.{}]\nlabel = {}\n", field.name, quoted(&field.label));
    match &had[number] {
        Had::Count(digits, measure) => {
            toml.push_str(&opening);
            if *digits > 0 {
                let _ = writeln!(toml, "kind = \"decimal\"\nscale = {digits}");
            }
            if !measure.is_empty() {
                let _ = writeln!(toml, "measure = {}", quoted(measure));
            }
            let _ = writeln!(toml, "number = {name}");
            if plan.is_required(number) {
                toml.push_str("required = true\n");
            }
            if field.kind == FieldKind::Rate {
                toml.push_str(ALONE);
            }
        }
        Had::Ratio(above, below, digits, sign) => {
            let of = |field: &usize| quoted(&plan.fields[*field].name);
            let (above, below, sign) = (of(above), of(below), quoted(sign));
            toml.push_str(&opening);
            let _ = writeln!(
                toml,
                "kind = \"ratio\"\nscale = {digits}\nratio = {{ num = {above}, den = {below}, as = {sign} }}"
            );
            if plan.columns(number).next().is_some() {
                let _ = writeln!(toml, "number = {name}");
            }
        }
        Had::Swing(swing) => swing.push(toml, &field.name, &field.label, plan.is_required(number)),
        Had::Sum(parts, digits, measure) => {
            toml.push_str(&opening);
            if *digits > 0 {
                let _ = writeln!(toml, "kind = \"decimal\"\nscale = {digits}");
            }
            if !measure.is_empty() {
                let _ = writeln!(toml, "measure = {}", quoted(measure));
            }
            let _ = writeln!(toml, "expr = {}", quoted(&total(plan, parts)));
        }
        _ => {}
    }
}

/// What says that a count is a unit's alone.
pub const ALONE: &str = "over_units = \"none\"\nover_time = \"none\"\n";

fn push_condition(toml: &mut String, plan: &Plan, condition: &Condition) {
    let (figure, sign, bound) = match condition.when {
        When::Above(figure, bound) => (figure, '>', bound),
        When::Below(figure, bound) => (figure, '<', bound),
        When::Told => return,
    };
    let (name, label, figure) = (&condition.name, quoted(&condition.label), &plan.fields[figure].name);
    let _ = writeln!(
        toml,
        "\n# 为 0 时写入这段话。 Where it is 0 the words come in.\n[counts.{name}]\nlabel = {label}\nrequired = true\n\
         expr = \"{figure} {sign} {bound} ? 0 : 1\"\n{ALONE}"
    );
}

/// The sum of figures as an expression.
fn total(plan: &Plan, parts: &[usize]) -> String {
    parts.iter().map(|part| plan.fields[*part].name.as_str()).collect::<Vec<_>>().join(" + ")
}

fn push_check(toml: &mut String, plan: &Plan, held: &Held) {
    let told = |field: usize| {
        let field = &plan.fields[field];
        format!("{}{{{}}}{}", field.label, field.name, field.measure)
    };
    let name = |field: usize| plan.fields[field].name.clone();
    let (id, rule, message) = match held {
        Held::Within(part, whole) => (
            format!("{}_within_{}", name(*part), name(*whole)),
            format!("{} <= {}", name(*part), name(*whole)),
            format!("{}，多于{}，请核对。", told(*part), told(*whole)),
        ),
        Held::Sum(parts, whole) => {
            let all: Vec<String> = parts.iter().map(|part| told(*part)).collect();
            (
                format!("{}_is_sum", name(*whole)),
                format!("{} == {}", total(plan, parts), name(*whole)),
                format!("{}，与其各项之和不等（{}），请核对。", told(*whole), all.join("、")),
            )
        }
    };
    let (rule, message) = (quoted(&rule), quoted(&message));
    let _ = writeln!(
        toml,
        "\n[checks.{id}]\nrule = {rule}\nseverity = \"warning\"\ntrial = true\nmessage = {message}"
    );
}

/// What holds in all reports: what is never more than what, figures of which one is told right behind the other in the same
/// measure, and those that a rate is made of; figures that are the sum of others.
pub fn held(plan: &Plan, had: &[Had]) -> Vec<Held> {
    let mut found: Vec<Held> = Vec::new();
    let never_more = |part: usize, whole: usize| {
        let of = |field: usize, report: usize| plan.fields[field].texts[report].as_deref().and_then(value);
        let both: Vec<(f64, f64)> = (0..plan.reports.len())
            .filter_map(|report| Some((of(part, report)?, of(whole, report)?)))
            .collect();
        both.len() > 2 && both.iter().all(|(part, whole)| part <= whole)
    };
    let is_count = |field: usize| matches!(had[field], Had::Count(..));
    for whole in (0..plan.fields.len()).filter(|field| is_count(*field)) {
        if plan.reports.len() > 2
            && let Some(parts) = says::parts(plan, whole)
            && parts.iter().all(|part| is_count(*part))
        {
            found.push(Held::Sum(parts, whole));
        }
    }
    let is_summed = |part: usize, whole: usize, found: &[Held]| {
        found
            .iter()
            .any(|held| matches!(held, Held::Sum(parts, sum) if *sum == whole && parts.contains(&part)))
    };
    let mut take = |part: usize, whole: usize| {
        let held = Held::Within(part, whole);
        let is_new = !found.contains(&held) && !is_summed(part, whole, &found);
        if is_count(part) && is_count(whole) && never_more(part, whole) && is_new {
            found.push(held);
        }
    };
    for one in had {
        if let Had::Ratio(above, below, ..) = one {
            take(*above, *below);
        }
    }
    for whole in 0..plan.fields.len().saturating_sub(1) {
        let (first, second) = (&plan.fields[whole], &plan.fields[whole + 1]);
        let said = format!("{}{}", second.context.0, second.label);
        let is_part = PARTS.iter().any(|word| said.contains(word));
        if !first.measure.is_empty() && first.measure == second.measure && is_part {
            take(whole + 1, whole);
        }
    }
    found
}

/// A text as TOML has it.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
