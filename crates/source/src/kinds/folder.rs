//! A folder with a file a unit: text, a workbook, or a CSV file with its ledgers' beside it.

use std::path::Path;
use std::sync::Arc;

use crate::files::Files;
use crate::folder_remarks::FolderRemarks;
use crate::folder_totals::FolderSums;
use crate::listing::{Form, Listing, UnitFile, form, list};
use crate::parallel;
use crate::read_once::ReadOnce;
use crate::source::{Source, SourceReport, UnitRef};
use crate::spec::SourceSpec;
use crate::table_file::{TableFile, Unheaded};
use crate::table_reader::TableReader;
use crate::text_file::{TextFile, stem};
use crate::unread_files::unread_files;
use huibian_diagnostic::Diagnostic;
use huibian_sheet::columns::FieldIndex;
use huibian_sheet::likeness::is_total_of_all;

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
        let unread = unread_files(&units, &ignored_files, &self.at.path);
        let files: Arc<dyn Files> = Arc::new(ReadOnce::over(&self.at.files));
        let at = SourceSpec { files: files.clone(), ..self.at.clone() };
        let reader = Arc::new(TableReader::new(&at, fields));
        let read = |file: &UnitFile| match form(&file.path) {
            Some(Form::Workbook | Form::Csv) => TableFile::unit(file, &reader),
            None | Some(Form::Toml) => (TextFile::unit(&file.path, &files), None),
        };
        let known: Vec<&str> = self.at.tables.names.iter().map(String::as_str).collect();
        let is_known = |name: &str| known.contains(&name);
        let (mut odd, mut doubtful, mut at) = (FolderRemarks::default(), Vec::new(), 0);
        let take = &mut |(unit, unheaded): (UnitRef, Unheaded)| {
            if odd.take(unit.head(), unit.path(), unheaded, is_known) {
                doubtful.push(at);
            }
            at += 1;
            take(unit);
        };
        parallel::many_in_order(jobs, &units, read, take);
        let mut remarks = odd.all(&self.at.path);
        remarks.extend(unread);
        remarks.extend(differing_totals(&units, &doubtful, fields, |file| read(file).0));
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

/// The figures of files of totals, among the doubtful ones of some files, that differ from what the files of units come to.
fn differing_totals(
    files: &[UnitFile],
    doubtful: &[usize],
    fields: &FieldIndex,
    read: impl Fn(&UnitFile) -> UnitRef,
) -> Vec<Diagnostic> {
    let of_total = |unit: &UnitRef| is_total_of_all(&unit.head().name) || is_total_of_all(&stem(unit.path()));
    let read_again = doubtful.iter().map(|at| read(&files[*at]));
    let totals: Vec<UnitRef> = read_again.filter(of_total).collect();
    if totals.is_empty() {
        return Vec::new();
    }
    let mut sums = FolderSums::of(fields);
    let of_units = files.iter().enumerate().filter(|(at, _)| !doubtful.contains(at));
    of_units.for_each(|(_, file)| sums.take(&read(file)));
    totals.iter().flat_map(|total| sums.differing(total)).collect()
}
