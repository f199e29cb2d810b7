//! The command line of huibian: arguments, progress, diagnostics; the work is the engine's.

mod arguments;
mod flows;
mod help;
mod here;
mod locale;
mod named;
mod print;
mod progress;
mod table;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use huibian_diagnostic::Catalog;
use huibian_engine::history::Closing;

use arguments::{Arguments, Command, Common, HistoryCommand, PluginCommand, StyleCommand};
use locale::Coloured;
use print::{Printer, Verbosity};

/// Assembling is many small allocations: this allocator takes a sixth off a batch's time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a run ended, as the shell hears it.
pub enum End {
    /// Nothing was wrong.
    Clean,
    /// Some units failed, or a check failed.
    Faulty,
    /// The run could not be made.
    Impossible,
}

fn main() -> ExitCode {
    if let Some(end) = huibian_host::serve() {
        return end;
    }
    let given: Vec<OsString> = std::env::args_os().collect();
    let coloured = locale::colour(&given);
    let mut printer = Printer::new(Catalog::of(locale::language(&given)), coloured.err);
    let parsed = help::command(printer.catalog, coloured.choice)
        .try_get_matches_from(&given)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return unparsed(&error, &printer),
    };
    printer.coloured = coloured.out;
    printer.workspace.clone_from(&arguments.common.workspace);
    printer.verbosity = match (arguments.common.quiet, arguments.common.verbose) {
        (true, _) => Verbosity::Quiet,
        (_, 0) => Verbosity::Normal,
        (_, 1) => Verbosity::Verbose,
        _ => Verbosity::Detailed,
    };
    match run(&arguments, &printer, coloured) {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Faulty) => ExitCode::from(1),
        Ok(End::Impossible) => ExitCode::from(2),
        Err(error) => {
            print::tell(format_args!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Help and version are no faults; all else is.
fn unparsed(error: &clap::Error, printer: &Printer) -> ExitCode {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    match error.kind() {
        DisplayHelp | DisplayVersion => {
            let _ = error.print();
            ExitCode::SUCCESS
        }
        DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(2)
        }
        _ => {
            printer.misuse(&usage::misuse(error, printer.catalog));
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments, printer: &Printer, coloured: Coloured) -> anyhow::Result<End> {
    let common = &arguments.common;
    let end = match &arguments.command {
        Command::Assemble { unit } => flows::assemble(common, printer, unit),
        Command::Batch { force, strict } => flows::batch(common, printer, *force, *strict)?,
        Command::Rollup { unit } => flows::rollup(common, printer, unit.as_deref())?,
        Command::Check(options) => flows::check(common, printer, options),
        Command::Form { file } => flows::form(common, printer, file.as_deref()),
        Command::Preview { unit } => flows::preview(common, printer, unit),
        Command::Diff { before, after, json } => flows::diff(common, printer, before, after, *json),
        Command::New { dir } => flows::new(printer, dir),
        Command::Close { period, partial, amend } => {
            let closing = Closing { partial: *partial, amend: *amend };
            flows::close(common, printer, period, closing)
        }
        Command::History(HistoryCommand::Import { file, amend }) => {
            flows::history_import(common, printer, file, *amend)
        }
        Command::Plugin(command) => plugin(command, common, printer),
        Command::Style(StyleCommand::List) => flows::style::list(common, printer),
        Command::Style(StyleCommand::Show { name, toml }) => {
            flows::style::show(common, printer, name.as_deref(), *toml)
        }
        Command::Style(StyleCommand::Check { file }) => flows::style::check(common, printer, file.as_deref()),
        Command::Explain { code } => flows::explain(printer, code),
        Command::Completions { shell } => {
            let mut command = help::command(printer.catalog, coloured.choice);
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command, "huibian", &mut script);
            printer.say(String::from_utf8_lossy(&script).trim_end());
            End::Clean
        }
        Command::Manual => {
            printer.say(help::manual(printer.catalog).trim_end());
            End::Clean
        }
        Command::Help { command } => {
            let page = help::page(printer.catalog, command, coloured.choice);
            printer.say(page.to_string().trim_end());
            End::Clean
        }
    };
    Ok(end)
}

fn plugin(command: &PluginCommand, common: &Common, printer: &Printer) -> End {
    match command {
        PluginCommand::List => flows::plugin_list(common, printer),
        PluginCommand::Show { id } => flows::plugin_show(common, printer, id),
        PluginCommand::Trust { id, yes } => flows::trust(common, printer, id, *yes),
        PluginCommand::Distrust { id } => flows::distrust(printer, id),
        PluginCommand::Lock => flows::lock(common, printer),
        PluginCommand::Why { id } => flows::author::why(common, printer, id),
        PluginCommand::Install { file, replace, add } => {
            flows::author::install(common, printer, file, *replace, *add)
        }
        PluginCommand::New { id, kind, dir } => {
            flows::author::new(common, printer, id, *kind, dir.as_deref())
        }
        PluginCommand::Build { target } => flows::author::build(common, printer, target.as_deref()),
        PluginCommand::Dev { id, unit, once } => flows::author::dev(common, printer, id, unit, *once),
        PluginCommand::Test { target, bless } => {
            flows::author::test(common, printer, target.as_deref(), *bless)
        }
        PluginCommand::Check { target } => flows::author::check(common, printer, target.as_deref()),
        PluginCommand::Pack { target, to } => flows::author::pack(common, printer, target, to.as_deref()),
    }
}
