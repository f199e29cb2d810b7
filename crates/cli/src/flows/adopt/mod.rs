//! `huibian adopt`: a workspace out of reports and tables that an office has.

mod account;
mod again;
mod asking;
mod decisions;
mod filing;
mod given;
mod proof;
mod write;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use huibian_adopt::answers::Answers;
use huibian_adopt::questions::{Question, questions};
use huibian_adopt::{Adoption, Unadopted, adopt};
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_engine::installation::installation;
use huibian_engine::workspace::{self, Overrides, Workspace};
use huibian_store::{ensure_there, write_all};
use huibian_writers::HtmlWriter;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::{Printer, tell};
use crate::terminal;

/// From which files, and where to.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Adopt {
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[arg(long = "to")]
    folder: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["folder", "plan", "json"])]
    into: Option<PathBuf>,
    #[arg(long)]
    plan: bool,
    #[arg(long)]
    json: bool,
    #[arg(long)]
    yes: bool,
    #[arg(long)]
    answers: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["yes", "plan", "json"])]
    review: bool,
}

impl Flow for Adopt {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let given = given::read(&self.files)?;
        let period = context
            .common
            .period
            .as_deref()
            .map(str::parse::<Period>)
            .transpose()
            .map_err(|fault| Diagnostic::new(Code::BadPeriod).with("given", fault.given))?;
        let mut answers = self.answers.as_deref().map_or_else(|| Ok(Answers::default()), read_answers)?;
        let there = self.into.as_deref().map(again::read).transpose()?;
        if let Some(there) = &there {
            answers = there.with(answers);
        }
        let papers: Vec<_> =
            given.reports.iter().map(|report| (report.file.clone(), report.paper.clone())).collect();
        if self.plan || self.json {
            let plan = huibian_adopt::plan(&papers, &given.books, period, &answers);
            if self.json {
                printer.say(serde_json::to_string_pretty(&huibian_adopt::json(&plan)).unwrap_or_default());
            } else {
                decisions::tell(printer, &plan);
            }
            return Ok(End::Clean);
        }
        if given.reports.iter().any(|report| report.bytes.is_empty()) {
            return Err(Diagnostic::new(Code::NothingToAdopt).with("reason", "word").with("path", "").into());
        }
        let is_asked = !self.yes && terminal::is_there();
        if is_asked {
            let ask = |answers: &mut Answers| -> Result<bool, anyhow::Error> {
                let plan = huibian_adopt::plan(&papers, &given.books, period, answers);
                let questions = questions(&plan, answers, self.review);
                let (mut input, mut output) = (std::io::stdin().lock(), std::io::stderr());
                asking::ask(printer, &questions, answers, &mut input, &mut output)?;
                Ok(questions.iter().any(Question::is_of_report))
            };
            // Whose reports they are and of when comes first: all else follows from that.
            if ask(&mut answers)? {
                ask(&mut answers)?;
            }
        }
        let adoption = adopt(&given.reports, &given.books, period, &answers, there.as_ref())
            .map_err(|fault| diagnostic(&fault))?;
        decisions::tell(printer, &adoption.plan);
        again::tell(printer, &adoption.again.changes);
        let folder = self.into.or(self.folder).unwrap_or_else(|| PathBuf::from(folder_name(&adoption)));
        let account = decisions::account(printer, &adoption, &given);
        let files = write::workspace(printer, &folder, &adoption, account.markdown(), there.is_some())?;
        let shown = printer.here.path(&folder);
        let list = printer.here.path(&folder.join("ADOPTED.md"));
        printer.say(
            printer.text("adopt-written", &[("folder", &shown), ("files", &files.len()), ("adopted", &list)]),
        );
        let is_proven = proof::prove(printer, &folder, &adoption, &given)?;
        match Workspace::load(&folder, &installation()?, &Overrides::default()) {
            Ok(workspace) => {
                let language = printer.text("adopted-language", &[]);
                let page = HtmlWriter::new(workspace.appearance().style).page(&account.document(&language));
                write_all(std::iter::once((folder.join("ADOPTED.html"), page.into_bytes())))?;
                filing::file(printer, &workspace)?;
                ensure_there(&files)?;
            }
            Err(faults) if is_proven => return Err(faults.into()),
            // The proof has told them.
            Err(_) => return Ok(End::of(false)),
        }
        let are_forms = adoption.plan.tables.first().is_some_and(|table| table.unit.is_some());
        let (id, data) = if are_forms {
            ("adopt-next-forms", "data/{period}/")
        } else {
            ("adopt-next", "data/{period}/units.xlsx")
        };
        printer.say(printer.text(id, &[("data", &data)]));
        Ok(End::of(is_proven))
    }
}

/// What was answered before.
fn read_answers(path: &Path) -> Result<Answers, Diagnostic> {
    huibian_config::parse(&huibian_config::read(path)?)
}

/// Says what can be begun from in this folder, where it belongs to no workspace, and does it where somebody says so.
pub fn begin_here(printer: &Printer) -> Option<ExitCode> {
    let folder = printer.here.folder();
    if workspace::find(&folder).is_ok() {
        return None;
    }
    let (reports, tables) = given::beside(&folder);
    if reports == 0 {
        return None;
    }
    let offer = printer.text("adopt-here", &[("reports", &reports), ("tables", &tables)]);
    tell(format_args!("\n{offer}"));
    if !terminal::is_there() || !terminal::agrees(printer, "adopt-here-question") {
        return None;
    }
    let program = std::env::current_exe().ok()?;
    let code = std::process::Command::new(program).args(["adopt", "."]).status().ok()?.code();
    Some(ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(2)))
}

fn diagnostic(fault: &Unadopted) -> Diagnostic {
    let lacking = |reason: &str, path: &String| {
        Diagnostic::new(Code::NothingToAdopt).with("reason", reason).with("path", path)
    };
    match fault {
        Unadopted::Unlike(path) => Diagnostic::new(Code::UnlikeReport).with("path", path),
        Unadopted::Large(path) => lacking("large", path),
        Unadopted::Twice(path) => lacking("twice", path),
        Unadopted::NoUnit(path) => lacking("unit", path),
        Unadopted::NoPeriod(path) => lacking("period", path),
        Unadopted::Word(fault) => {
            let found = Diagnostic::new(Code::WordTemplate).with("path", "").with("reason", fault.reason);
            found.with("detail", fault.detail.clone())
        }
        Unadopted::Book(fault) => {
            Diagnostic::new(Code::WriteFailed).with("path", "units.xlsx").with("reason", fault.to_string())
        }
    }
}

fn folder_name(adoption: &Adoption) -> String {
    huibian_store::portable(&adoption.title)
}
