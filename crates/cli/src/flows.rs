//! What each command does.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use comfy_table::Table;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_engine::assemble::Assembler;
use huibian_engine::create;
use huibian_engine::installation::installation;
use huibian_engine::outcome::{Outcome, Status};
use huibian_engine::workspace::{self, Overrides, Workspace};
use huibian_writers::DocxScratch;
use indicatif::{ProgressBar, ProgressStyle};

use crate::End;
use crate::arguments::Common;
use crate::print::Printer;

type Faults = Vec<Diagnostic>;

fn load(common: &Common) -> Result<Workspace, Faults> {
    let folder = match &common.workspace {
        Some(folder) => folder.clone(),
        None => workspace::find(&std::env::current_dir().unwrap_or_default()).map_err(|fault| vec![fault])?,
    };
    let installation = installation().unwrap_or_else(|_| folder.clone());
    let overrides = Overrides {
        report: common.report.clone(),
        period: common.period.clone(),
        date: common.date,
        formats: common.format.clone(),
        output: common.output.clone(),
    };
    Workspace::load(&folder, &installation, &overrides)
}

fn assembler(common: &Common) -> Result<Assembler, Faults> {
    Assembler::new(load(common)?)
}

/// Says what kept a run from starting.
fn impossible(printer: &Printer, faults: &[Diagnostic]) -> End {
    printer.faults(faults);
    End::Impossible
}

fn end(clean: bool) -> End {
    if clean { End::Clean } else { End::Faulty }
}

pub fn assemble(common: &Common, printer: &Printer, unit: &str) -> anyhow::Result<End> {
    let assembled = assembler(common).and_then(|assembler| {
        let file = assembler.file_of(unit).map_err(|fault| vec![fault])?;
        Ok(assembler.assemble(&file, &mut DocxScratch::default()))
    });
    let outcome = match assembled {
        Ok(outcome) => outcome,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    printer.faults(&outcome.diagnostics);
    printer.findings(&outcome.findings);
    for artifact in &outcome.artifacts {
        println!("{}", artifact.path.display());
    }
    Ok(end(outcome.is_clean()))
}

pub fn batch(common: &Common, printer: &Printer) -> anyhow::Result<End> {
    let assembler = match assembler(common) {
        Ok(assembler) => assembler,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    let interrupt = Arc::new(AtomicBool::new(false));
    let flag = interrupt.clone();
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(2);
        }
    })?;
    let jobs =
        common.jobs.or_else(|| std::thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let progress = if common.quiet || !std::io::stderr().is_terminal() {
        ProgressBar::hidden()
    } else {
        ProgressBar::new(0).with_style(ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")?)
    };
    let mut shown = Vec::new();
    let ran = assembler.batch(jobs, &interrupt, &mut |outcome, units| {
        progress.set_length(units as u64);
        progress.set_message(outcome.header.name.clone());
        progress.inc(1);
        printer.faults(&outcome.diagnostics);
        if units <= MANY || outcome.status != Status::Done || !outcome.findings.is_empty() {
            shown.push(row(printer, outcome));
        }
    });
    progress.finish_and_clear();
    let summary = match ran {
        Ok(summary) => summary,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    let text = |id: &str| printer.catalog.text(id, &[]);
    let mut table = Table::new();
    table.set_header(
        ["column-unit", "column-status", "column-counts", "column-findings", "column-file"].map(text),
    );
    table.add_rows(shown);
    println!("{table}");
    println!(
        "{}",
        printer.catalog.text(
            "batch-summary",
            &[("done", &summary.done), ("failed", &summary.failed), ("waiting", &summary.not_done)]
        )
    );
    println!("{}", summary.manifest.path.display());
    Ok(end(summary.is_clean))
}

/// Above this many units the table shows only those that want a look.
const MANY: usize = 40;

fn row(printer: &Printer, outcome: &Outcome) -> [String; 5] {
    let status = match outcome.status {
        Status::Done => "status-done",
        Status::Failed => "status-failed",
        Status::NotDone => "status-not-done",
    };
    let files: Vec<String> =
        outcome.artifacts.iter().map(|artifact| artifact.path.display().to_string()).collect();
    let findings: Vec<&str> = outcome.findings.iter().map(|finding| finding.text.as_str()).collect();
    [
        outcome.header.name.clone(),
        printer.catalog.text(status, &[]),
        outcome.figures.len().to_string(),
        findings.join("\n"),
        files.join("\n"),
    ]
}

pub fn check(common: &Common, printer: &Printer) -> anyhow::Result<End> {
    let workspace = match load(common) {
        Ok(workspace) => workspace,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    let faults = workspace.check_units();
    printer.faults(&faults);
    let id = if faults.is_empty() { "check-clean" } else { "check-faulty" };
    println!("{}", printer.catalog.text(id, &[("count", &faults.len())]));
    Ok(end(faults.is_empty()))
}

pub fn preview(common: &Common, printer: &Printer, unit: &str) -> anyhow::Result<End> {
    let shown = assembler(common).and_then(|assembler| {
        let file = assembler.file_of(unit).map_err(|fault| vec![fault])?;
        Ok(assembler.preview(&file))
    });
    let (words, outcome) = match shown {
        Ok(shown) => shown,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    print!("{}", words.unwrap_or_default());
    printer.faults(&outcome.diagnostics);
    printer.findings(&outcome.findings);
    Ok(end(outcome.is_clean()))
}

pub fn new(printer: &Printer, folder: &std::path::Path) -> anyhow::Result<End> {
    let made = installation().and_then(|installation| create::create(folder, &installation));
    match made {
        Ok(files) => {
            files.iter().for_each(|file| println!("{}", file.display()));
            Ok(End::Clean)
        }
        Err(fault) => Ok(impossible(printer, &[fault])),
    }
}

pub fn plugin_list(common: &Common, printer: &Printer) -> anyhow::Result<End> {
    let workspace = match load(common) {
        Ok(workspace) => workspace,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    for plugin in &workspace.plugins {
        let manifest = &plugin.manifest;
        println!("{} {} {} {}", manifest.id, manifest.version, manifest.title, plugin.path.display());
    }
    Ok(End::Clean)
}

pub fn plugin_show(common: &Common, printer: &Printer, id: &str) -> anyhow::Result<End> {
    let workspace = match load(common) {
        Ok(workspace) => workspace,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    let Some(plugin) = workspace.plugins.iter().find(|plugin| plugin.manifest.id.as_str() == id) else {
        let known = workspace.plugins.iter().map(|plugin| plugin.manifest.id.as_str());
        let fault =
            Diagnostic::new(Code::PluginMissing).with("id", id).with("searched", "–").suggest(id, known);
        return Ok(impossible(printer, &[fault]));
    };
    let manifest = &plugin.manifest;
    println!("{} {} {}\n{}", manifest.id, manifest.version, manifest.title, manifest.description);
    for (name, field) in &manifest.fields {
        println!("  {name}: {} {}", field.label, field.measure);
    }
    for (name, count) in &manifest.counts {
        println!("  {}/{name}: {} {}", manifest.id, count.label, count.measure);
    }
    Ok(End::Clean)
}

pub fn explain(printer: &Printer, code: &str) -> anyhow::Result<End> {
    match code.parse::<Code>() {
        Ok(code) => {
            let text = printer.catalog.explanation(code);
            println!("{code}: {}", text.unwrap_or_else(|| printer.catalog.message(&Diagnostic::new(code))));
            Ok(End::Clean)
        }
        Err(given) => {
            let codes = Code::ALL.iter().map(|code| code.as_str());
            let fault = Diagnostic::new(Code::UnknownCode).with("given", &given).suggest(&given, codes);
            Ok(impossible(printer, &[fault]))
        }
    }
}
