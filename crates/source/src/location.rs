//! Where a workspace's units are: a folder with a file a unit, a workbook, or a CSV file.

use std::path::{Path, PathBuf};

use huibian_contract::Period;

use crate::csv::Dialect;

/// Where the units are.
#[derive(Clone, Debug)]
pub struct UnitSource {
    /// What holds them.
    pub kind: SourceKind,
    /// Its path.
    pub path: PathBuf,
    /// The same of the period before, which tells what units there were.
    pub previous: Option<PathBuf>,
    /// The workbook's main sheet; none for the first with a header.
    pub sheet: Option<String>,
    /// What is said of CSV files.
    pub dialect: Dialect,
    /// The names or ids of the units that must give data.
    pub known: Vec<String>,
}

/// What holds the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A folder with a file a unit.
    Folder,
    /// A workbook with a row a unit.
    Workbook,
    /// A CSV file with a row a unit.
    Table,
}

impl UnitSource {
    /// The source at a path of the workspace, in which `{period}` stands for the period.
    pub fn new(kind: SourceKind, folder: &Path, pattern: &str, period: Period) -> Self {
        let at = |period: Period| folder.join(pattern.replace("{period}", &period.to_string()));
        let path = at(period);
        let previous = period.previous().map(at).filter(|previous| *previous != path);
        Self { kind, path, previous, sheet: None, dialect: Dialect::default(), known: Vec::new() }
    }

    /// The same source in the period before, where it is there.
    pub fn before(&self) -> Option<Self> {
        let path = self.previous.clone().filter(|path| path.exists())?;
        Some(Self { path, previous: None, known: Vec::new(), ..self.clone() })
    }
}
