//! A workbook or a CSV file with a row a unit, its ledgers in it or in files beside it. Which of both it is, its bytes say.

use std::path::Path;
use std::sync::Arc;

use crate::listing::{UnitFile, ledgers_beside};
use crate::rows;
use crate::source::{Source, SourceReport, UnitRef};
use crate::spec::SourceSpec;
use crate::table_reader::TableReader;
use huibian_sheet::columns::FieldIndex;

/// A table of units.
#[derive(Debug)]
pub struct TableFile {
    at: SourceSpec,
}

impl TableFile {
    /// The table at a place.
    pub fn at(at: SourceSpec) -> Self {
        Self { at }
    }
}

impl Source for TableFile {
    fn path(&self) -> &Path {
        &self.at.path
    }

    fn units(&self, fields: &Arc<FieldIndex>, _jobs: usize, take: &mut dyn FnMut(UnitRef)) -> SourceReport {
        let file = UnitFile { path: self.at.path.clone(), ledgers: ledgers_beside(&self.at.path) };
        rows::units(&file, &TableReader::new(&self.at, fields), take)
    }

    fn previous(&self) -> Option<Box<dyn Source>> {
        Some(Box::new(Self::at(self.at.before()?)))
    }
}
