//! Where a source is, and what reads it. Knows no kind of source.

use std::path::PathBuf;
use std::sync::Arc;

use huibian_contract::Period;

use crate::files::Files;
use huibian_sheet::csv::Dialect;
use huibian_sheet::mapping::Mapping;

/// Where a source is, and what `[units]` says of it.
#[derive(Clone, Debug)]
pub struct SourceSpec {
    /// Its path.
    pub path: PathBuf,
    /// The same of the period before, which tells what units there were.
    pub previous: Option<PathBuf>,
    /// The period of its data, where that is known.
    pub period: Option<Period>,
    /// What is said of tables.
    pub tables: TableOptions,
    /// What reads its files.
    pub files: Arc<dyn Files>,
}

/// What is said of tables.
#[derive(Clone, Debug, Default)]
pub struct TableOptions {
    /// A workbook's main sheet; none for the first with a header.
    pub sheet: Option<String>,
    /// What is said of CSV files.
    pub dialect: Dialect,
    /// Names of units that there are, whatever they may seem to be.
    pub names: Vec<String>,
    /// What the office's own tables call fields, and where they are.
    pub mapping: Mapping,
}

impl SourceSpec {
    /// The same place in the period before, where something is there.
    pub fn before(&self) -> Option<Self> {
        let path = self.previous.clone().filter(|path| path.exists())?;
        let period = self.period.and_then(Period::previous);
        Some(Self { path, previous: None, period, ..self.clone() })
    }
}
