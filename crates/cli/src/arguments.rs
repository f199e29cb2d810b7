//! The options that all commands share. Their texts are not here: [`help`](crate::help) sets them in the chosen language.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum};
use huibian_host::Isolation;
use jiff::civil::Date;

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
    #[arg(short = 'o', long, global = true)]
    pub output: Option<String>,
    #[arg(long, global = true)]
    pub jobs: Option<NonZeroUsize>,
    #[arg(long, global = true)]
    pub isolation: Option<Place>,
    #[arg(long, global = true)]
    pub locked: bool,
    #[arg(long, global = true)]
    pub outside: Vec<PathBuf>,
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
