//! A unit with a workbook or CSV file of its own. The table is kept as far as a budget allows, and read again beyond.

use std::path::Path;
use std::sync::Arc;

use blake3::{Hash, Hasher};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};

use crate::finder::Found;
use crate::head::UnitHead;
use crate::listing::UnitFile;
use crate::source::{UnitData, UnitRef, Values};
use crate::table_reader::{Holds, TableReader};
use crate::text_file::{changed, stem};
use crate::values::Locate;

/// The heads that `[units.columns]` names and a file has not; none where the file is no table that can be read.
pub type Unheaded = Option<Vec<String>>;

/// A unit's own table.
#[derive(Debug)]
pub struct TableFile {
    file: UnitFile,
    /// The hash of what was in its files; none where they could not be read.
    hash: Option<Hash>,
    /// What was found in it, where that is kept.
    found: Option<Result<Found, Faults>>,
    reader: Arc<TableReader>,
}

impl TableFile {
    /// The unit of a table of its own, and the mapped heads that it has not. One that cannot be read, or has not just one unit,
    /// gives a unit by the file's name.
    pub fn unit(file: &UnitFile, reader: &Arc<TableReader>) -> (UnitRef, Unheaded) {
        let mut hasher = Hasher::new();
        let found = reader.read(file, Holds::OneUnit, &mut hasher);
        let head = match found.as_ref().map(|found| found.heads.as_slice()) {
            Ok([one]) => one.clone(),
            _ => UnitHead::of_file_name(&file.path),
        };
        let hash = (hasher.count() > 0).then(|| hasher.finalize());
        let unheaded = found.as_ref().ok().map(|found| found.unheaded.clone());
        let data = Self { file: file.clone(), hash, found: Some(found), reader: reader.clone() };
        (UnitRef::new(head, data), unheaded)
    }
}

impl UnitData for TableFile {
    fn path(&self) -> &Path {
        &self.file.path
    }

    fn fingerprint(&self) -> Option<Hash> {
        self.hash
    }

    fn values(&self, take: &mut dyn FnMut(Values<'_>)) -> Result<(), Faults> {
        let again;
        let found = if let Some(found) = &self.found {
            found
        } else {
            let mut hasher = Hasher::new();
            again = self.reader.read(&self.file, Holds::OneUnit, &mut hasher);
            if self.hash.is_some_and(|hash| hash != hasher.finalize()) {
                return Err(changed(&self.file.path).into());
            }
            &again
        };
        let found = found.as_ref().map_err(Clone::clone)?;
        if found.heads.len() != 1 {
            let several = Diagnostic::new(Code::SeveralUnits).with("found", found.heads.len());
            let several = several.at(Location::file(self.file.path.clone()));
            return Err(found.faults.iter().cloned().chain([several]).collect());
        }
        let tables = &found.tables;
        let (entries, faults) = tables.values(0);
        let faults = found.faults.iter().cloned().chain(faults).collect();
        let places: &dyn Locate = tables;
        take(Values {
            entries: &entries,
            places,
            fallback: tables.fallback(0),
            faults,
            remarks: found.remarks.clone(),
        });
        Ok(())
    }

    fn alias(&self) -> Option<String> {
        Some(stem(&self.file.path))
    }

    fn kept_bytes(&self) -> usize {
        match &self.found {
            Some(Ok(found)) => found.tables.bytes(),
            _ => 0,
        }
    }

    fn forget(&mut self) {
        self.found = None;
    }
}
