//! How a run ends, and what kept one from being made.

use std::process::ExitCode;

use huibian_diagnostic::{Diagnostic, Faults};
use huibian_engine::preflight::Preflight;
use huibian_engine::workspace::Workspace;

use crate::outcome::{tell_found, titles};
use crate::print::{Printer, Titles, tell};

/// How a run ended, as the shell hears it.
#[derive(Clone, Copy)]
pub enum End {
    /// Nothing was wrong.
    Clean,
    /// Some units failed, or a check failed.
    Faulty,
    /// The run could not be made; why has been said.
    Impossible,
}

impl End {
    /// The end of a run that was made.
    pub fn of(clean: bool) -> Self {
        if clean { Self::Clean } else { Self::Faulty }
    }
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        match end {
            End::Clean => Self::SUCCESS,
            End::Faulty => Self::from(1),
            End::Impossible => Self::from(2),
        }
    }
}

/// What kept a run from being made, yet to be said.
pub enum Stopped {
    /// Something with a code.
    Faults(Faults),
    /// What was found of units and of the data as a whole, with what sections are called.
    Found(Box<Preflight>, Titles),
    /// The system.
    System(anyhow::Error),
}

/// How a command ended.
pub type Ending = Result<End, Stopped>;

impl Stopped {
    /// By what was found of a workspace.
    pub fn found(preflight: Box<Preflight>, workspace: &Workspace) -> Self {
        Self::Found(preflight, titles(workspace))
    }

    /// Says what it was.
    pub fn tell(&self, printer: &Printer) -> End {
        match self {
            Self::Faults(faults) => printer.faults(faults),
            Self::Found(preflight, titles) => tell_found(printer, &preflight.items, titles),
            Self::System(error) => tell(format_args!("{error:#}")),
        }
        End::Impossible
    }
}

impl From<Faults> for Stopped {
    fn from(faults: Faults) -> Self {
        Self::Faults(faults)
    }
}

impl From<Diagnostic> for Stopped {
    fn from(fault: Diagnostic) -> Self {
        Self::Faults(fault.into())
    }
}

impl From<anyhow::Error> for Stopped {
    fn from(error: anyhow::Error) -> Self {
        Self::System(error)
    }
}
