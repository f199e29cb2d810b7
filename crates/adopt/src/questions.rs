//! What is asked of a person: what is uncertain alone, most doubtful first, each with its sentence.

use crate::answers::{Answers, base_name};
use crate::plan::{DoubtKind, Field, FieldKind, Mode, Plan};
use crate::says::{self, Had};
use huibian_sample::form::Reason;

/// Labels that say nothing of what a field is.
const NAMELESS: [&str; 8] = ["数", "说明", "名称", "明细", "figure", "note", "数据", "内容"];

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// The report's file, or what the field would be called by itself.
    pub subject: String,
    /// What stands there, with the words before and behind it.
    pub sentence: (String, String, String),
    /// What to choose from; where there is nothing, words are written.
    pub choices: Vec<String>,
    /// What holds where nothing is said.
    pub proposal: String,
}

impl Question {
    /// Whether it is about a report as a whole.
    pub fn is_of_report(&self) -> bool {
        matches!(self.about, About::Unit | About::Period)
    }
}

/// What a question is about, most doubtful first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// Whose report a file is.
    Unit,
    /// Of when it is.
    Period,
    /// Which column holds a field.
    Column,
    /// Whether it is a field or wording.
    Wording,
    /// Whether it is the same as another.
    Same,
    /// What it is called.
    Name,
}

/// The questions that a plan leaves open; of `all` fields also what they are called and whether they are fields.
pub fn questions(plan: &Plan, answers: &Answers, all: bool) -> Vec<Question> {
    let had = says::had(plan);
    let mut found: Vec<Question> =
        plan.doubts.iter().filter_map(|doubt| doubted(plan, &had, doubt)).collect();
    if found.iter().any(Question::is_of_report) {
        found.retain(Question::is_of_report);
        found.sort_by_key(|question| question.about);
        return found;
    }
    for (number, field) in plan.fields.iter().enumerate().filter(|(number, _)| is_filled_in(&had[*number])) {
        if is_perhaps_wording(plan, number) || all && field.is_one() {
            found.push(of(field, About::Wording, Vec::new(), String::new()));
        }
        let same = plan.fields[..number].iter().find(|other| are_alike(other, field));
        if let Some(other) = same {
            found.push(of(field, About::Same, Vec::new(), other.found_as.clone()));
        }
        if is_nameless(field) || all {
            found.push(of(field, About::Name, Vec::new(), field.label.clone()));
        }
    }
    found.retain(|question| !is_answered(question, answers));
    found.sort_by_key(|question| question.about);
    found
}

fn of(field: &Field, about: About, choices: Vec<String>, proposal: String) -> Question {
    let text = field.texts.iter().flatten().find(|text| !text.is_empty()).cloned().unwrap_or_default();
    let (before, behind) = field.context.clone();
    Question { about, subject: field.found_as.clone(), sentence: (before, text, behind), choices, proposal }
}

fn doubted(plan: &Plan, had: &[Had], doubt: &crate::plan::Doubt) -> Option<Question> {
    let about = match doubt.kind {
        DoubtKind::NoUnit => About::Unit,
        DoubtKind::NoPeriod => About::Period,
        DoubtKind::Ambiguous | DoubtKind::ByWords => About::Column,
        DoubtKind::NoColumn if !doubt.choices.is_empty() => About::Column,
        DoubtKind::AsWording
        | DoubtKind::NoColumn
        | DoubtKind::Unfit
        | DoubtKind::NoTable
        | DoubtKind::Foreign => return None,
    };
    if about != About::Column {
        return Some(Question {
            about,
            subject: base_name(&doubt.subject).to_owned(),
            sentence: (String::new(), String::new(), String::new()),
            choices: Vec::new(),
            proposal: String::new(),
        });
    }
    let number = plan.fields.iter().position(|field| field.label == doubt.subject)?;
    if !is_filled_in(&had[number]) {
        return None;
    }
    let field = &plan.fields[number];
    let proposal = match doubt.kind {
        DoubtKind::NoColumn => String::new(),
        _ => doubt.choices.first().cloned().unwrap_or_default(),
    };
    Some(of(field, about, doubt.choices.clone(), proposal))
}

fn is_filled_in(had: &Had) -> bool {
    !matches!(had, Had::Known(_) | Had::Ratio(..) | Had::Sum(..))
}

/// A number of a single report that no column has though tables have its unit; words that but one of many reports has otherwise.
fn is_perhaps_wording(plan: &Plan, number: usize) -> bool {
    let field = &plan.fields[number];
    if !field.is_one() || plan.columns(number).next().is_some() {
        return false;
    }
    let is_known = plan.mode == Mode::One && plan.tables.iter().any(|table| table.period.is_some());
    if field.reason == Reason::Nature && is_known {
        return true;
    }
    let told: Vec<&String> = field.texts.iter().flatten().collect();
    let most = told.iter().map(|text| told.iter().filter(|other| *other == text).count()).max().unwrap_or(0);
    plan.mode == Mode::Several
        && matches!(field.kind, FieldKind::Text)
        && told.len() > 3
        && most + 1 == told.len()
}

/// Fields of one kind with the same in all reports.
fn are_alike(left: &Field, right: &Field) -> bool {
    let both: Vec<(&String, &String)> = left
        .texts
        .iter()
        .zip(&right.texts)
        .filter_map(|(left, right)| Some((left.as_ref()?, right.as_ref()?)))
        .collect();
    left.kind == right.kind
        && left.measure == right.measure
        && left.is_one()
        && both.len() > 1
        && both.len() == right.texts.len()
        && both.iter().all(|(left, right)| left == right)
}

fn is_nameless(field: &Field) -> bool {
    let bare = field.found_as.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = bare.len() < field.found_as.len() && !bare.is_empty();
    field.is_one()
        && !matches!(field.kind, FieldKind::Day(_))
        && (is_numbered || NAMELESS.contains(&bare) || bare == field.measure)
}

fn is_answered(question: &Question, answers: &Answers) -> bool {
    let Some(said) = answers.fields.get(&question.subject) else { return false };
    match question.about {
        About::Column => said.column.is_some(),
        About::Wording => said.wording.is_some(),
        About::Same => said.same.is_some(),
        About::Name => said.label.is_some(),
        About::Unit | About::Period => false,
    }
}

impl Answers {
    /// Takes what was said to a question: of a choice its words, of a yes or no `true` or nothing.
    pub fn take(&mut self, question: &Question, said: &str) {
        let said = said.trim().to_owned();
        let subject = question.subject.clone();
        match question.about {
            About::Unit => self.reports.entry(subject).or_default().unit = Some(said),
            About::Period => self.reports.entry(subject).or_default().period = Some(said),
            About::Column => self.fields.entry(subject).or_default().column = Some(said),
            About::Wording => self.fields.entry(subject).or_default().wording = Some(said == "true"),
            About::Same => self.fields.entry(subject).or_default().same = Some(said),
            About::Name => self.fields.entry(subject).or_default().label = Some(said),
        }
    }
}
