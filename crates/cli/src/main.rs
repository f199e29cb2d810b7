//! The command line of huibian: arguments, progress, diagnostics; the work is the engine's.

mod arguments;
mod flows;
mod print;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;
use huibian_diagnostic::{Catalog, Lang};

use arguments::{Arguments, Color, Command, Language, PluginCommand};
use print::Printer;

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
    let arguments = Arguments::parse();
    let chinese = match arguments.common.lang {
        Some(Language::Zh) => true,
        Some(Language::En) => false,
        None => sys_locale::get_locale().is_some_and(|locale| locale.starts_with("zh")),
    };
    let color = match arguments.common.color {
        Color::Auto => std::io::stderr().is_terminal(),
        color => color == Color::Always,
    };
    let catalog = Catalog::of(if chinese { Lang::Zh } else { Lang::En });
    let printer = Printer::new(catalog, chinese, color);
    match run(&arguments, &printer) {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Faulty) => ExitCode::from(1),
        Ok(End::Impossible) => ExitCode::from(2),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments, printer: &Printer) -> anyhow::Result<End> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Assemble { unit } => flows::assemble(common, printer, unit),
        Command::Batch => flows::batch(common, printer),
        Command::Check => flows::check(common, printer),
        Command::Preview { unit } => flows::preview(common, printer, unit),
        Command::New { dir } => flows::new(printer, dir),
        Command::Plugin(PluginCommand::List) => flows::plugin_list(common, printer),
        Command::Plugin(PluginCommand::Show { id }) => flows::plugin_show(common, printer, id),
        Command::Explain { code } => flows::explain(printer, code),
        Command::Completions { shell } => {
            let mut command = <Arguments as clap::CommandFactory>::command();
            clap_complete::generate(*shell, &mut command, "huibian", &mut std::io::stdout());
            Ok(End::Clean)
        }
    }
}
