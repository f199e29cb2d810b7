//! What was decided, as a person reads it: on the terminal, and in the account that stays in the workspace.

use huibian_adopt::Adoption;
use huibian_adopt::conditions::When;
use huibian_adopt::declare::Held;
use huibian_adopt::plan::{Doubt, DoubtKind, Field, Mode, Plan};
use huibian_adopt::says::{self, Had};
use huibian_sample::form::Reason;

use super::account::{Account, AccountPart};
use super::again;
use super::given::Given;
use crate::print::Printer;
use crate::table::table;

const COLUMNS: [&str; 6] = ["field", "kind", "measure", "example", "reason", "column"];

/// Says what was understood, and what a person should look at.
pub fn tell(printer: &Printer, plan: &Plan) {
    printer.say(read(printer, plan));
    let header = COLUMNS.map(|name| printer.text(&format!("adopt-{name}"), &[]));
    let had = says::had(plan);
    let rows = (0..plan.fields.len()).map(|field| row(printer, plan, field, &had)).collect();
    printer.say(format_args!("{}\n", table(header, rows)));
    doubts(printer, plan, &had).iter().for_each(|doubt| printer.say(doubt));
}

fn read(printer: &Printer, plan: &Plan) -> String {
    let mode = match plan.mode {
        Mode::Marks => "marks",
        Mode::One => "one",
        Mode::Several => "several",
    };
    printer.text(
        "adopt-read",
        &[("reports", &plan.reports.len()), ("tables", &plan.tables.len()), ("mode", &mode)],
    )
}

fn row(printer: &Printer, plan: &Plan, number: usize, had: &[Had]) -> [String; 6] {
    let field = &plan.fields[number];
    [
        field.label.clone(),
        printer.text(&format!("adopt-kind-{}", field.kind.name()), &[]),
        field.measure.clone(),
        example(field),
        because(printer, plan, number, had),
        column(printer, plan, number, had),
    ]
}

/// What the first report has, with the words around it.
fn example(field: &Field) -> String {
    let columns = || field.columns.iter().map(|column| column.label.as_str()).collect::<Vec<_>>().join("、");
    let text = field.texts.iter().flatten().next().cloned().unwrap_or_else(columns);
    let short: String = text.chars().take(16).collect();
    let before: String =
        field.context.0.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    let behind: String = field.context.1.chars().take(4).collect();
    format!("…{before}[{}]{behind}…", short.trim()).replace('|', "¦").replace('\n', " ")
}

fn because(printer: &Printer, plan: &Plan, number: usize, had: &[Had]) -> String {
    let word = match plan.fields[number].reason {
        Reason::Differs => "differs",
        Reason::Known => "known",
        Reason::Marked => "marked",
        Reason::Nature => "nature",
    };
    let because = printer.text(&format!("adopt-because-{word}"), &[]);
    let is_figure = matches!(plan.fields[number].kind.name(), "figure" | "rate");
    match &had[number] {
        Had::Text if is_figure => format!("{because}; {}", printer.text("adopt-how-text", &[])),
        _ => because,
    }
}

fn column(printer: &Printer, plan: &Plan, number: usize, had: &[Had]) -> String {
    let label = |field: usize| plan.fields[field].label.clone();
    match &had[number] {
        Had::Known(says) if plan.columns(number).next().is_none() => {
            return printer.text("adopt-how-known", &[("says", says)]);
        }
        Had::Ratio(above, below, ..) => {
            return printer.text("adopt-how-ratio", &[("above", &label(*above)), ("below", &label(*below))]);
        }
        Had::Sum(parts, ..) => {
            let all: Vec<String> = parts.iter().map(|part| label(*part)).collect();
            return printer.text("adopt-how-sum", &[("parts", &all.join(" + "))]);
        }
        _ => {}
    }
    let Some(found) = plan.columns(number).next() else {
        let is_known = matches!(plan.fields[number].kind.name(), "unit" | "period");
        return if plan.tables.is_empty() || is_known {
            String::new()
        } else {
            printer.text("adopt-nowhere", &[])
        };
    };
    let factor = if (found.factor - 1.0).abs() > f64::EPSILON {
        format!(" × {}", found.factor)
    } else {
        String::new()
    };
    let group = if found.group.is_empty() { String::new() } else { format!("{}·", found.group) };
    let whole = format!("{group}{}{factor}", found.head);
    if found.agreeing == 0 { printer.text("adopt-by-words", &[("head", &whole)]) } else { whole }
}

fn doubts(printer: &Printer, plan: &Plan, had: &[Had]) -> Vec<String> {
    let is_asked = |label: &str| {
        let field = plan.fields.iter().position(|field| field.label == label);
        field.is_none_or(|field| !matches!(had[field], Had::Known(_) | Had::Ratio(..) | Had::Sum(..)))
    };
    let is_open = |doubt: &&Doubt| match doubt.kind {
        DoubtKind::NoColumn => !plan.tables.is_empty() && is_asked(&doubt.subject),
        _ => true,
    };
    let said = |doubt: &Doubt| {
        let kind = format!("{:?}", doubt.kind);
        printer.text("adopt-doubt", &[("kind", &kind), ("subject", &doubt.subject), ("place", &doubt.place)])
    };
    plan.doubts.iter().filter(is_open).map(said).collect()
}

/// What was decided, where and why, and how to change it.
pub fn account(printer: &Printer, adoption: &Adoption, given: &Given) -> Account {
    let text = |id: &str| printer.text(id, &[]);
    let plan = &adoption.plan;
    let files =
        given.reports.iter().map(|report| &report.file).chain(given.books.iter().map(|(file, _)| file));
    let header = COLUMNS.map(|name| text(&format!("adopt-{name}"))).to_vec();
    let rows = (0..plan.fields.len()).map(|number| row(printer, plan, number, &adoption.had).to_vec());
    let mut parts = vec![
        AccountPart::Words(text("adopted-about")),
        AccountPart::Heading(text("adopted-files")),
        AccountPart::Words(read(printer, plan)),
        AccountPart::List(files.cloned().collect()),
        AccountPart::Heading(text("adopted-fields")),
        AccountPart::Table(std::iter::once(header).chain(rows).collect()),
    ];
    let conditions = adoption.conditions.iter().map(|condition| {
        let (when, figure, bound) = match condition.when {
            When::Above(figure, bound) => ("above", plan.fields[figure].label.as_str(), bound),
            When::Below(figure, bound) => ("below", plan.fields[figure].label.as_str(), bound),
            When::Told => ("told", "", 0.0),
        };
        let words: String = condition.words.chars().take(40).collect();
        printer.text(
            "adopt-condition",
            &[
                ("words", &words),
                ("when", &when),
                ("figure", &figure),
                ("bound", &bound),
                ("label", &condition.label),
            ],
        )
    });
    section(&mut parts, printer, "adopted-conditions", conditions);
    let label = |field: usize| plan.fields[field].label.as_str();
    let held = adoption.held.iter().map(|held| match held {
        Held::Within(part, whole) => {
            printer.text("adopt-held", &[("part", &label(*part)), ("whole", &label(*whole))])
        }
        Held::Sum(parts, whole) => {
            let all: Vec<&str> = parts.iter().map(|part| label(*part)).collect();
            printer.text("adopt-held-sum", &[("parts", &all.join(" + ")), ("whole", &label(*whole))])
        }
    });
    section(&mut parts, printer, "adopted-checks", held);
    if !adoption.again.changes.is_empty() {
        let changes = adoption.again.changes.iter().map(|change| again::said(printer, change));
        section(&mut parts, printer, "adopted-again", changes);
    }
    section(&mut parts, printer, "adopted-doubts", doubts(printer, plan, &adoption.had).into_iter());
    let template = format!("templates/{}", adoption.template.0);
    parts.push(AccountPart::Heading(text("adopted-change")));
    parts.push(AccountPart::Words(printer.text("adopted-change-body", &[("template", &template)])));
    Account { title: text("adopted-title"), parts }
}

fn section(parts: &mut Vec<AccountPart>, printer: &Printer, id: &str, lines: impl Iterator<Item = String>) {
    parts.push(AccountPart::Heading(printer.text(id, &[])));
    let lines: Vec<String> = lines.collect();
    parts.push(if lines.is_empty() {
        AccountPart::Words(printer.text("adopted-none", &[]))
    } else {
        AccountPart::List(lines)
    });
}
