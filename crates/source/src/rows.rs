//! A table with a row a unit: read once and whole.

use std::path::Path;
use std::sync::Arc;

use blake3::{Hash, Hasher};
use huibian_diagnostic::Faults;

use crate::listing::UnitFile;
use crate::main_columns::heads_absent;
use crate::source::{SourceReport, UnitData, UnitRef, Values};
use crate::table_reader::{Holds, TableReader};
use crate::tables::Tables;

/// A row of a table, and those of its ledgers.
#[derive(Debug)]
struct UnitRow {
    tables: Arc<Tables>,
    unit: usize,
}

/// The units in the rows of a table, and what is to be said of it. A table that is not there has none.
pub fn units(file: &UnitFile, reader: &TableReader, take: &mut dyn FnMut(UnitRef)) -> SourceReport {
    if !file.path.is_file() {
        return SourceReport::default();
    }
    match reader.read(file, Holds::AllUnits, &mut Hasher::new()) {
        Ok(found) => {
            let tables = Arc::new(found.tables);
            for (unit, head) in found.heads.into_iter().enumerate() {
                take(UnitRef::new(head, UnitRow { tables: tables.clone(), unit }));
            }
            let (faults, mut remarks, decided) = (found.faults, found.remarks, found.decided);
            remarks.extend(heads_absent(found.unheaded, &file.path));
            SourceReport { faults, remarks, decided, ..SourceReport::default() }
        }
        Err(faults) => SourceReport { faults, ..SourceReport::default() },
    }
}

impl UnitData for UnitRow {
    fn path(&self) -> &Path {
        self.tables.path()
    }

    fn fingerprint(&self) -> Option<Hash> {
        let mut hasher = Hasher::new();
        self.tables.hash(self.unit, &mut hasher);
        Some(hasher.finalize())
    }

    fn values(&self, take: &mut dyn FnMut(Values<'_>)) -> Result<(), Faults> {
        let (entries, faults) = self.tables.values(self.unit);
        let fallback = self.tables.fallback(self.unit);
        take(Values { entries: &entries, places: &*self.tables, fallback, faults, remarks: Vec::new() });
        Ok(())
    }
}
