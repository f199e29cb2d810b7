//! What a program says of a workspace beside what stands in `workspace.toml`.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use huibian_contract::Period;
use huibian_diagnostic::Faults;
use huibian_engine::installation::installation;
use huibian_engine::program::Program;
use huibian_engine::workspace::{self, Overrides};
use huibian_host::Isolation;
use huibian_source::{Source, SourceSpec};
use huibian_writers::Format;
use jiff::civil::Date;

use crate::workspace::Workspace;

/// A workspace that is about to be opened. What is not said here is as `workspace.toml` says.
#[derive(Debug)]
pub struct Opening {
    folder: PathBuf,
    installation: Option<PathBuf>,
    jobs: Option<NonZeroUsize>,
    overrides: Overrides,
}

impl Opening {
    pub(crate) fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), installation: None, jobs: None, overrides: Overrides::default() }
    }

    /// Which report, by its id.
    #[must_use]
    pub fn report(mut self, id: &str) -> Self {
        self.overrides.report = Some(id.to_owned());
        self
    }

    /// Which period.
    #[must_use]
    pub fn period(mut self, period: Period) -> Self {
        self.overrides.period = Some(period.to_string());
        self
    }

    /// Which date the documents bear.
    #[must_use]
    pub fn date(mut self, date: Date) -> Self {
        self.overrides.date = Some(date);
        self
    }

    /// Which formats to write, by their names: those there are, and those of [`Self::with_format`].
    #[must_use]
    pub fn formats<'f>(mut self, names: impl IntoIterator<Item = &'f str>) -> Self {
        self.overrides.formats = names.into_iter().map(str::to_owned).collect();
        self
    }

    /// Where files go: a pattern of names such as `out/{report}/{period}/{unit.name}`.
    #[must_use]
    pub fn output(mut self, pattern: &str) -> Self {
        self.overrides.output = Some(pattern.to_owned());
        self
    }

    /// The folder whose `plugins` and `templates` serve where the workspace has none, and whose libraries run without the
    /// user's permission; name none that strangers may write to. By default the folder of the running program, or one above
    /// it, where there are such folders, else the workspace.
    #[must_use]
    pub fn installation(mut self, folder: impl Into<PathBuf>) -> Self {
        self.installation = Some(folder.into());
        self
    }

    /// Where plugins that are libraries run, all of them.
    #[must_use]
    pub fn isolation(mut self, isolation: Isolation) -> Self {
        self.overrides.isolation = Some(isolation);
        self
    }

    /// The path of a `huibian` program, or of another one that asks [`serve_plugins`](crate::serve_plugins), whose children
    /// run plugins in this one's stead.
    #[must_use]
    pub fn plugin_host(mut self, program: impl Into<PathBuf>) -> Self {
        self.overrides.plugin_host = Some(program.into());
        self
    }

    /// A folder outside the workspace that its data and earlier periods may lie in. What the workspace itself names lies in it.
    #[must_use]
    pub fn outside(mut self, folder: impl Into<PathBuf>) -> Self {
        self.overrides.outside.push(folder.into());
        self
    }

    /// Whether `plugins.lock` must name every plugin.
    #[must_use]
    pub fn locked(mut self, locked: bool) -> Self {
        self.overrides.locked = locked;
        self
    }

    /// The name and version of the program. A run leaves alone what an earlier run of the same program made; one that adds
    /// formats or sources must therefore say when it, and with it they, have changed.
    #[must_use]
    pub fn program(mut self, name_and_version: &str) -> Self {
        self.overrides.program = Some(name_and_version.to_owned());
        self
    }

    /// A format more, which takes the place of one of its name.
    #[must_use]
    pub fn with_format(mut self, format: Format) -> Self {
        self.overrides.known_formats = self.overrides.known_formats.with(format);
        self
    }

    /// A source of units more, by its name, which takes the place of one of its name. It reads what `data` names where
    /// `[units]` says `source = "NAME"`.
    #[must_use]
    pub fn with_source(
        mut self,
        name: &str,
        open: impl Fn(SourceSpec) -> Box<dyn Source> + Send + Sync + 'static,
    ) -> Self {
        self.overrides.sources = self.overrides.sources.with(name, open);
        self
    }

    /// How many threads the work has; by default as many as the machine runs at once.
    #[must_use]
    pub fn jobs(mut self, jobs: NonZeroUsize) -> Self {
        self.jobs = Some(jobs);
        self
    }

    /// Reads the workspace and all that it names, and loads its plugins' code.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn open(self) -> Result<Workspace, Faults> {
        let Self { folder, installation: named, jobs, overrides } = self;
        let installation = named.or_else(|| installation().ok()).unwrap_or_else(|| folder.clone());
        let loaded = workspace::Workspace::load(&folder, &installation, &overrides)?;
        let program = Program::new(loaded)?;
        let jobs = jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        Ok(Workspace { program, jobs })
    }
}
