//! What the command line takes. Its texts are not here: [`help`](crate::help) sets them in the chosen language.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use huibian_host::Isolation;
use jiff::civil::Date;

#[derive(Parser)]
#[command(
    name = "huibian",
    version,
    arg_required_else_help = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// Options that every command takes.
#[derive(Args)]
pub struct Common {
    #[arg(long, global = true)]
    pub workspace: Option<PathBuf>,
    #[arg(long, global = true)]
    pub report: Option<String>,
    #[arg(long, global = true)]
    pub period: Option<String>,
    #[arg(long, global = true)]
    pub date: Option<Date>,
    #[arg(long, global = true, value_delimiter = ',')]
    pub format: Vec<String>,
    #[arg(long, global = true)]
    pub output: Option<String>,
    #[arg(long, global = true)]
    pub jobs: Option<NonZeroUsize>,
    #[arg(long, global = true)]
    pub isolation: Option<Place>,
    #[arg(long, global = true)]
    pub locked: bool,
    #[arg(long, global = true)]
    pub lang: Option<Language>,
    #[arg(long, global = true, default_value = "auto")]
    pub color: Color,
    #[arg(short, long, global = true)]
    pub quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Count, conflicts_with = "quiet")]
    pub verbose: u8,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// Where native plugins run.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Place {
    Process,
    None,
}

impl From<Place> for Isolation {
    fn from(place: Place) -> Self {
        match place {
            Place::Process => Self::Process,
            Place::None => Self::None,
        }
    }
}

/// A language of messages.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    Zh,
    En,
}

/// When to colour.
#[derive(Clone, Copy, Default, ValueEnum, PartialEq, Eq)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// What a new plugin is carried by.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PluginKind {
    Declarative,
    Native,
    Wasm,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    Assemble {
        unit: String,
    },
    Batch {
        #[arg(long)]
        force: bool,
        #[arg(long)]
        strict: bool,
    },
    Rollup {
        unit: Option<String>,
    },
    Check(CheckOptions),
    Form {
        #[arg(short = 'o', long)]
        file: Option<PathBuf>,
    },
    Preview {
        unit: String,
    },
    Diff {
        before: String,
        after: String,
        #[arg(long)]
        json: bool,
    },
    New {
        dir: PathBuf,
    },
    Close {
        period: String,
        #[arg(long)]
        partial: bool,
        #[arg(long)]
        amend: bool,
    },
    #[command(subcommand)]
    History(HistoryCommand),
    #[command(subcommand)]
    Plugin(PluginCommand),
    #[command(subcommand)]
    Style(StyleCommand),
    Explain {
        code: String,
    },
    Completions {
        shell: clap_complete::Shell,
    },
    Manual,
    Help {
        command: Vec<String>,
    },
}

/// What can be done with what is filed.
#[derive(Subcommand)]
pub enum HistoryCommand {
    Import {
        file: PathBuf,
        #[arg(long)]
        amend: bool,
    },
}

/// What `check` takes.
#[derive(Args)]
pub struct CheckOptions {
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub table: Option<PathBuf>,
    #[arg(long)]
    pub run: bool,
    #[arg(long)]
    pub strict: bool,
}

/// What can be asked about house styles.
#[derive(Subcommand)]
pub enum StyleCommand {
    List,
    Show {
        name: Option<String>,
        #[arg(long)]
        toml: bool,
    },
    Check {
        file: Option<String>,
    },
}

/// What can be asked about plugins, and done with them.
#[derive(Subcommand)]
pub enum PluginCommand {
    List,
    Show {
        id: String,
    },
    Why {
        id: String,
    },
    Trust {
        id: String,
        #[arg(long)]
        yes: bool,
    },
    Distrust {
        id: String,
    },
    Lock,
    Install {
        file: PathBuf,
        #[arg(long)]
        replace: bool,
        #[arg(long)]
        add: bool,
    },
    New {
        id: String,
        #[arg(long)]
        kind: PluginKind,
        #[arg(long)]
        dir: Option<PathBuf>,
    },
    Build {
        target: Option<String>,
    },
    Dev {
        id: String,
        unit: String,
        #[arg(long)]
        once: bool,
    },
    Test {
        target: Option<String>,
        #[arg(long)]
        bless: bool,
    },
    Check {
        target: Option<String>,
    },
    Pack {
        target: String,
        #[arg(short = 'o', long)]
        to: Option<PathBuf>,
    },
}
