//! Every report made anew from what was understood, and held against the one that was given.

use std::fs;
use std::path::Path;
use std::process::Command;

use huibian_adopt::Adoption;
use huibian_adopt::plan::Mode;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_sample::paper::Paper;
use similar::{ChangeTag, TextDiff};
use tempfile::{Builder, TempDir};

use super::given::Given;
use crate::end::Stopped;
use crate::print::Printer;

/// Makes all reports anew and shows what differs; whether nothing does.
pub fn prove(printer: &Printer, folder: &Path, adoption: &Adoption, given: &Given) -> Result<bool, Stopped> {
    let made = scratch(folder)?;
    if adoption.plan.mode == Mode::Marks {
        let said = run(folder, &[], made.path())?;
        let done = fs::read_dir(made.path())
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| entry.path().extension().is_some_and(|one| one == "docx"))
            .count();
        let all: usize = adoption.plan.tables.iter().map(|table| table.rows.len()).sum();
        printer.say(
            printer.text("adopt-marks-proof", &[("done", &done), ("failed", &all.saturating_sub(done))]),
        );
        if done < all {
            printer.say(said);
        }
        return Ok(done == all);
    }
    let (mut alike, mut unlike) = (0, 0);
    for (period, day) in &adoption.periods {
        let output = made.path().join(period);
        let mut arguments = vec!["--period", period.as_str()];
        if let Some(day) = day {
            arguments.extend(["--date", day.as_str()]);
        }
        let mut said = run(folder, &arguments, &output)?;
        for (report, source) in given.reports.iter().zip(&adoption.plan.reports) {
            if source.own.period.map(|own| own.to_string()).as_deref() != Some(period) {
                continue;
            }
            let unit = source.unit().unwrap_or_default().to_owned();
            let path = output.join(format!("{}.docx", huibian_store::portable(&unit)));
            let again = fs::read(&path).ok().and_then(|bytes| Paper::word(&bytes).ok());
            let differences = again.as_ref().map(|again| differences(&report.paper, again));
            match differences {
                Some(differences) if differences.is_empty() => alike += 1,
                found => {
                    unlike += 1;
                    printer.say(printer.text("adopt-differs", &[("file", &report.file)]));
                    printer.say(found.map_or_else(|| std::mem::take(&mut said), |lines| lines.join("\n")));
                }
            }
        }
    }
    let missing = given.reports.len() - alike - unlike;
    printer.say(printer.text("adopt-proof", &[("alike", &alike), ("unlike", &(unlike + missing))]));
    Ok(unlike + missing == 0)
}

/// A folder that is gone when it is dropped: the system's, or in the workspace where the system has no place for it.
fn scratch(folder: &Path) -> Result<TempDir, Diagnostic> {
    tempfile::tempdir().or_else(|_| Builder::new().prefix(".huibian-").tempdir_in(folder)).map_err(|error| {
        Diagnostic::new(Code::WriteFailed).with("path", folder.display()).with("reason", error)
    })
}

/// Runs a batch of the new workspace; what it said.
fn run(folder: &Path, arguments: &[&str], output: &Path) -> Result<String, Stopped> {
    let program = std::env::current_exe().map_err(anyhow::Error::from)?;
    let mut command = Command::new(program);
    command.arg("--workspace").arg(folder).args(["batch", "--quiet", "--force"]).args(arguments);
    command.arg("--output").arg(output.join("{unit.name}"));
    let ran = command.output().map_err(anyhow::Error::from)?;
    Ok(String::from_utf8_lossy(&ran.stderr).into_owned() + &String::from_utf8_lossy(&ran.stdout))
}

/// The words that one has and the other lacks; lines that stand elsewhere are the same words.
fn differences(given: &Paper, made: &Paper) -> Vec<String> {
    let lines = |paper: &Paper| -> Vec<String> {
        paper
            .passages()
            .map(|passage| passage.text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    };
    let (given, made) = (lines(given), lines(made));
    let sorted = |lines: &[String]| {
        let mut lines = lines.to_vec();
        lines.sort();
        lines
    };
    if sorted(&given) == sorted(&made) {
        return Vec::new();
    }
    let (given, made) = (given.join("\n") + "\n", made.join("\n") + "\n");
    let diff = TextDiff::from_lines(&given, &made);
    diff.iter_all_changes()
        .filter_map(|change| match change.tag() {
            ChangeTag::Delete => Some(format!("- {}", change.value().trim_end())),
            ChangeTag::Insert => Some(format!("+ {}", change.value().trim_end())),
            ChangeTag::Equal => None,
        })
        .collect()
}
