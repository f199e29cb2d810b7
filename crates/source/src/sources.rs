//! Kinds of sources by name. Must not know any of them: those of this crate are in the table of `kinds`, and a program that
//! embeds the engine adds its own with [`Sources::with`].

use std::fmt::{self, Debug, Formatter};
use std::path::Path;
use std::sync::Arc;

use huibian_contract::Period;

use crate::files::{Bounded, Disk, Files};
use crate::source::Source;
use crate::spec::{SourceSpec, TableOptions};

/// Makes the source at a place.
pub type Open = Arc<dyn Fn(SourceSpec) -> Box<dyn Source> + Send + Sync>;

/// The kinds of sources by name, and what reads their files.
#[derive(Clone)]
pub struct Sources {
    kinds: Vec<(String, Open)>,
    files: Arc<dyn Files>,
}

impl Debug for Sources {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.debug_list().entries(self.names()).finish()
    }
}

impl Sources {
    /// No kinds, and files of this computer.
    pub fn none() -> Self {
        Self { kinds: Vec::new(), files: Arc::new(Disk) }
    }

    /// The same kinds and a further one; where there is one of that name, in its stead.
    #[must_use]
    pub fn with(
        mut self,
        name: &str,
        open: impl Fn(SourceSpec) -> Box<dyn Source> + Send + Sync + 'static,
    ) -> Self {
        self.kinds.retain(|(known, _)| known != name);
        self.kinds.push((name.to_owned(), Arc::new(open)));
        self
    }

    /// The same kinds, their files read by something else.
    #[must_use]
    pub fn reading(self, files: Arc<dyn Files>) -> Self {
        Self { files, ..self }
    }

    /// The same kinds, which read no link that leads out of these folders.
    #[must_use]
    pub fn within(self, roots: &[&Path]) -> Self {
        let roots = roots.iter().map(|root| root.to_path_buf()).collect();
        Self { files: Arc::new(Bounded { files: self.files, roots }), ..self }
    }

    /// The names of all kinds.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|(name, _)| name.as_str())
    }

    /// The source of a kind at a path of the workspace, in which `{period}` stands for the period; `None` where there is
    /// no such kind.
    pub fn open(
        &self,
        kind: &str,
        (folder, pattern): (&Path, &str),
        period: Period,
        tables: TableOptions,
    ) -> Option<Box<dyn Source>> {
        let (_, open) = self.kinds.iter().find(|(name, _)| name == kind)?;
        let at = |period: Period| folder.join(pattern.replace("{period}", &period.to_string()));
        let path = at(period);
        let previous = period.previous().map(at).filter(|previous| *previous != path);
        Some(open(SourceSpec { path, previous, period: Some(period), tables, files: self.files.clone() }))
    }
}
