//! All that becomes of an office's own reports: what was understood, and the files of a workspace that makes them.

use std::collections::BTreeMap;

use huibian_contract::Period;
use huibian_docx::{PackageParts, Unusable};
use huibian_workbook::Book;

use crate::again::{Again, CONDITION, There};
use crate::answers::{Answers, Understood};
use crate::conditions::{Condition, conditions};
use crate::declare::{self, Held};
use crate::figures::Figures;
use crate::filed;
use crate::plan::{Mode, Plan, Source};
use crate::says::{self, Had, PLUGIN, document_date};
use crate::template::Template;
use crate::workspace::Files;
use huibian_sample::paper::{Block, Paper};

/// Where a workspace keeps what was answered and understood.
pub const RECORD: &str = "adopted.toml";
/// What that file begins with.
const ABOUT: &str = "# 做成时的回答；huibian adopt … --answers adopted.toml 照此再做。\n# What was answered; huibian adopt … --answers adopted.toml does the same again.\n";

/// Fields of a report: more than these nobody fills in.
const MOST: usize = 2_000;

/// A report as it was given.
#[derive(Clone, Debug)]
pub struct GivenReport {
    /// Its file's name.
    pub file: String,
    /// What it says.
    pub paper: Paper,
    /// Its bytes, where it is a Word file.
    pub bytes: Vec<u8>,
}

/// A workspace yet to be written.
#[derive(Clone, Debug)]
pub struct Adoption {
    /// What was understood.
    pub plan: Plan,
    /// How fields are had.
    pub had: Vec<Had>,
    /// What comes in under a condition.
    pub conditions: Vec<Condition>,
    /// What holds in all reports.
    pub held: Vec<Held>,
    /// What the report is called.
    pub title: String,
    /// The Word template's parts, and its name below `templates`.
    pub template: (String, PackageParts),
    /// The other files, by their paths in the workspace.
    pub files: Vec<(String, Vec<u8>)>,
    /// What became of what was there.
    pub again: Again,
    /// The periods of the reports, with the day that they bear.
    pub periods: Vec<(String, Option<String>)>,
}

/// What keeps reports from becoming a workspace.
#[derive(Debug, thiserror::Error)]
pub enum Unadopted {
    /// No Word file.
    #[error("{0}")]
    Word(#[from] Unusable),
    /// A report that has next to nothing in common with the others.
    #[error("{0} is unlike the others")]
    Unlike(String),
    /// A report of which no unit was found.
    #[error("no unit in {0}")]
    NoUnit(String),
    /// A report of which no period was found.
    #[error("no period in {0}")]
    NoPeriod(String),
    /// Reports with more fields than anybody fills in.
    #[error("too many fields in {0}")]
    Large(String),
    /// A second report of one unit in one period.
    #[error("a second report of one unit in one period: {0}")]
    Twice(String),
    /// A workbook that cannot be written.
    #[error("{0}")]
    Book(#[from] rust_xlsxwriter::XlsxError),
}

/// Makes a workspace out of reports of one kind and the workbooks that units filled in.
///
/// # Errors
/// What keeps the template or the data from being written.
pub fn adopt(
    reports: &[GivenReport],
    books: &[(String, Book)],
    period: Option<Period>,
    answers: &Answers,
    there: Option<&There>,
) -> Result<Adoption, Unadopted> {
    let papers: Vec<(String, Paper)> =
        reports.iter().map(|report| (report.file.clone(), report.paper.clone())).collect();
    let (mut plan, tables) = crate::understood(&papers, books, period, answers);
    if let Some(unlike) = plan.unlike.first() {
        return Err(Unadopted::Unlike(plan.reports[*unlike].file.clone()));
    }
    if let Some(report) =
        plan.reports.iter().find(|report| plan.mode != Mode::Marks && report.own.unit.is_none())
    {
        return Err(Unadopted::NoUnit(report.file.clone()));
    }
    let in_tables = plan.tables.iter().any(|table| table.period.is_some());
    let lacks = |report: &&Source| report.own.period.is_none() && !(plan.mode == Mode::Marks && in_tables);
    if let Some(report) = plan.reports.iter().find(lacks) {
        return Err(Unadopted::NoPeriod(report.file.clone()));
    }
    if plan.fields.len() > MOST {
        return Err(Unadopted::Large(plan.reports[0].file.clone()));
    }
    if let Some(report) = twice(&plan) {
        return Err(Unadopted::Twice(report.file.clone()));
    }
    let mut again = there.map(|there| there.name(&mut plan));
    let had = says::had(&plan);
    let figures = Figures::new(&plan, &tables, &had);
    let mut conditions = conditions(&plan, &figures);
    if let (Some(there), Some(again)) = (there, &mut again) {
        there.name_conditions(&mut conditions, again);
    }
    let held = declare::held(&plan, &had);
    let title = title(&plan, &reports[0].paper);
    let papers: Vec<Paper> = reports.iter().map(|report| report.paper.clone()).collect();
    let bytes: Vec<Vec<u8>> = reports.iter().map(|report| report.bytes.clone()).collect();
    let template =
        Template { plan: &plan, had: &had, papers: &papers, bytes: &bytes, conditions: &conditions }
            .word()?;
    let files = Files {
        plan: &plan,
        had: &had,
        conditions: &conditions,
        figures: &figures,
        title: &title,
        template: "report.docx",
    };
    let mut settings = files.settings();
    let mut plugin = declare::plugin(&plan, &had, &conditions, &held, &title) + &files.example();
    if let (Some(there), Some(again)) = (there, &again) {
        settings =
            again.settings(PLUGIN, &there.settings, &settings).unwrap_or_else(|| there.settings.clone());
        plugin = again.plugin(&there.plugin, &plugin).unwrap_or_else(|| there.plugin.clone());
    }
    let mut written = vec![
        ("workspace.toml".to_owned(), settings.into_bytes()),
        (format!("plugins/{PLUGIN}/plugin.toml"), plugin.into_bytes()),
    ];
    written.extend(files.data()?);
    if let Some(table) = filed::table(&plan, &had, &figures) {
        written.push((filed::TABLE.to_owned(), table.into_bytes()));
    }
    let record = Answers { understood: understood(&plan, &conditions, answers), ..answers.clone() };
    written.push((RECORD.to_owned(), format!("{ABOUT}{}", record.toml()).into_bytes()));
    let mut periods: Vec<(String, Option<String>)> = Vec::new();
    for report in &plan.reports {
        let Some(period) = report.own.period else { continue };
        let day = document_date(&plan, Some(period)).map(|day| day.to_string());
        if !periods.iter().any(|(known, _)| *known == period.to_string()) {
            periods.push((period.to_string(), day));
        }
    }
    Ok(Adoption {
        had,
        conditions,
        held,
        title,
        template: ("report.docx".to_owned(), template),
        files: written,
        again: again.unwrap_or_default(),
        periods,
        plan,
    })
}

/// What was understood, and of what was understood before what is gone.
fn understood(plan: &Plan, conditions: &[Condition], before: &Answers) -> BTreeMap<String, Understood> {
    let mut all = before.understood.clone();
    all.values_mut().for_each(|known| known.gone = true);
    let fields = plan.fields.iter().map(|field| {
        let (before, behind) = field.context.clone();
        let (called, kind, measure) =
            (field.found_as.clone(), field.kind.name().to_owned(), field.measure.clone());
        (field.name.clone(), Understood { called, kind, measure, before, behind, gone: false })
    });
    all.extend(fields);
    all.extend(conditions.iter().map(|condition| {
        let known = Understood {
            called: condition.label.clone(),
            kind: CONDITION.to_owned(),
            ..Understood::default()
        };
        (condition.name.clone(), known)
    }));
    all
}

/// A report of whose unit and period there is one before it.
fn twice(plan: &Plan) -> Option<&Source> {
    let reports = plan.reports.iter().enumerate();
    let is_known = |(number, report): &(usize, &Source)| {
        plan.mode != Mode::Marks && plan.reports[..*number].iter().any(|known| known.own == report.own)
    };
    reports.filter(is_known).map(|(_, report)| report).next()
}

/// The first line, without what is each report's own.
fn title(plan: &Plan, paper: &Paper) -> String {
    use huibian_sample::form::{Body, Piece};
    let first = plan.form.blocks.iter().find_map(|block| match &block.body {
        Body::Line(pieces) => Some(pieces),
        _ => None,
    });
    let words: String = first
        .into_iter()
        .flatten()
        .filter_map(|piece| if let Piece::Words(words) = piece { Some(words.as_str()) } else { None })
        .collect();
    let words = words.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()).to_owned();
    if !words.is_empty() {
        return words;
    }
    let line = paper
        .blocks
        .iter()
        .find_map(|block| if let Block::Line(line) = block { Some(line.text.clone()) } else { None });
    line.unwrap_or_else(|| "报告".to_owned())
}
