//! A folder with a file a unit: text, a workbook, or a CSV file with its ledgers' beside it.

use std::path::Path;
use std::sync::Arc;

use crate::doubtful_units::DoubtfulFiles;
use crate::files::Files;
use crate::listing::{Form, Listing, UnitFile, form, list};
use crate::parallel;
use crate::read_once::ReadOnce;
use crate::source::{Source, SourceReport, UnitRef};
use crate::spec::SourceSpec;
use crate::table_file::TableFile;
use crate::table_reader::TableReader;
use crate::text_file::{TextFile, stem};
use huibian_sheet::columns::FieldIndex;

/// A folder of units' files.
#[derive(Debug)]
pub struct Folder {
    at: SourceSpec,
}

impl Folder {
    /// The folder at a place.
    pub fn at(at: SourceSpec) -> Self {
        Self { at }
    }
}

impl Source for Folder {
    fn path(&self) -> &Path {
        &self.at.path
    }

    fn units(&self, fields: &Arc<FieldIndex>, jobs: usize, take: &mut dyn FnMut(UnitRef)) -> SourceReport {
        let Listing { units, ignored_files, fault } = list(&self.at.path, fields);
        let files: Arc<dyn Files> = Arc::new(ReadOnce::over(&self.at.files));
        let at = SourceSpec { files: files.clone(), ..self.at.clone() };
        let reader = Arc::new(TableReader::new(&at, fields));
        let read = |file: &UnitFile| match form(&file.path) {
            Some(Form::Workbook | Form::Csv) => TableFile::unit(file, &reader),
            None | Some(Form::Toml) => TextFile::unit(&file.path, &files),
        };
        let known: Vec<&str> = self.at.tables.names.iter().map(String::as_str).collect();
        let mut doubtful = DoubtfulFiles::default();
        let take = &mut |unit: UnitRef| {
            doubtful.take(unit.head(), unit.path(), |name| known.contains(&name));
            take(unit);
        };
        parallel::many_in_order(jobs, &units, read, take);
        let remarks = doubtful.doubt().into_iter().collect();
        SourceReport {
            ignored_files,
            remarks,
            faults: fault.into_iter().collect(),
            ..SourceReport::default()
        }
    }

    fn unit_names(&self, fields: &Arc<FieldIndex>) -> Vec<String> {
        list(&self.at.path, fields).units.iter().map(|file| stem(&file.path)).collect()
    }

    fn has_file_each(&self) -> bool {
        true
    }

    fn previous(&self) -> Option<Box<dyn Source>> {
        Some(Box::new(Self::at(self.at.before()?)))
    }
}
