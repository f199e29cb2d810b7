//! The command line of huibian: arguments, progress, diagnostics as a person reads them.
//!
//! It must not know how anything is done: the work is the engine's. Each command is a file in [`flows`], with its arguments,
//! and a row of the table there.

mod arguments;
mod context;
mod end;
mod flow;
mod flows;
mod harmless;
mod help;
mod here;
mod hold;
mod interrupt;
mod locale;
mod named;
mod outcome;
mod print;
mod progress;
mod table;
mod terminal;
mod usage;

use std::cell::RefCell;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser};
use huibian_diagnostic::Catalog;

use arguments::Common;
use context::Context;
use end::End;
use flow::Flow;
use flows::Command;
use print::{Printer, Verbosity};

/// Assembling is many small allocations: this allocator takes a sixth off a batch's time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the command line takes. Its texts are not here: [`help`] sets them in the chosen language.
#[derive(Parser)]
#[command(
    name = "huibian",
    version,
    arg_required_else_help = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

fn main() -> ExitCode {
    if let Some(end) = huibian_host::serve() {
        return end;
    }
    let given: Vec<OsString> = std::env::args_os().collect();
    let coloured = locale::colour(&given);
    let mut printer = Printer::new(Catalog::of(locale::language(&given)), coloured.err);
    let command_line = help::localized(Arguments::command(), printer.catalog).color(coloured.choice);
    let parsed = command_line
        .clone()
        .try_get_matches_from(&given)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let Arguments { common, command, .. } = match parsed {
        Ok(Arguments { common: Common { output: Some(_), .. }, command, .. }) if !command.takes_output() => {
            let mut error = clap::Error::new(ErrorKind::UnknownArgument).with_cmd(&command_line);
            error.insert(ContextKind::InvalidArg, ContextValue::String("--output".to_owned()));
            return unparsed(&error, &printer);
        }
        Ok(arguments) => arguments,
        Err(error) => return unparsed(&error, &printer),
    };
    printer.coloured = coloured.out;
    printer.workspace.clone_from(&common.workspace);
    printer.verbosity = match (common.quiet, common.verbose) {
        (true, _) => Verbosity::Quiet,
        (_, 0) => Verbosity::Normal,
        (_, 1) => Verbosity::Verbose,
        _ => Verbosity::Detailed,
    };
    let told = RefCell::default();
    let context = Context { common: &common, printer: &printer, command_line: &command_line, told };
    let end = command.run(&context).unwrap_or_else(|stopped| stopped.tell(&printer));
    if printer.told_all() { end.into() } else { End::Impossible.into() }
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
            // Whoever starts it alone amid reports is told how to begin from them.
            if std::env::args_os().count() == 1
                && let Some(end) = flows::begin_here(printer)
            {
                return end;
            }
            ExitCode::from(2)
        }
        _ => {
            printer.misuse(&usage::misuse(error, printer.catalog));
            ExitCode::from(2)
        }
    }
}
