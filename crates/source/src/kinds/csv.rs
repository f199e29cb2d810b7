//! A CSV file with a row a unit, its ledgers in files beside it.

use std::path::Path;
use std::sync::Arc;

use crate::listing::{UnitFile, ledgers_beside};
use crate::rows;
use crate::source::{Source, SourceReport, UnitRef};
use crate::spec::SourceSpec;
use crate::table_reader::TableReader;
use huibian_sheet::columns::FieldIndex;

/// A CSV file of units.
#[derive(Debug)]
pub struct CsvSource {
    at: SourceSpec,
}

impl CsvSource {
    /// The file at a place.
    pub fn at(at: SourceSpec) -> Self {
        Self { at }
    }
}

impl Source for CsvSource {
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
