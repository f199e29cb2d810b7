//! What a source of units is: it says who its units are, one after the other, and each unit gives its values when its turn
//! comes. Knows no kind of source.

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use blake3::Hash;
use huibian_diagnostic::{Diagnostic, Faults, Location};

use crate::head::UnitHead;
use crate::values::{Entries, Locate, RawLocation};
use huibian_sheet::columns::FieldIndex;
use huibian_sheet::csv::Decided;

/// Where a workspace's units are.
pub trait Source: Debug + Send + Sync {
    /// Where it is, as what is said of the data as a whole names it.
    fn path(&self) -> &Path;

    /// Gives every unit to `take`, in the source's own order, and says what there is to say of the data as a whole. Reads
    /// on `jobs` threads where units can be read apart from each other. A unit that cannot be read is given all the same:
    /// what is wrong with it is told where its values are asked for.
    fn units(&self, fields: &Arc<FieldIndex>, jobs: usize, take: &mut dyn FnMut(UnitRef)) -> SourceReport;

    /// What the units are called, as far as that is known without reading each one's data.
    fn unit_names(&self, fields: &Arc<FieldIndex>) -> Vec<String> {
        let mut names = Vec::new();
        self.units(fields, 1, &mut |unit| names.push(unit.head.name));
        names
    }

    /// Whether each unit has a file of its own, so that what is wrong with who it is costs that unit alone.
    fn has_file_each(&self) -> bool {
        false
    }

    /// The same source in the period before, where it is there.
    fn previous(&self) -> Option<Box<dyn Source>>;
}

/// What a source says of its data as a whole.
#[derive(Debug, Default)]
pub struct SourceReport {
    /// What keeps the data from being used.
    pub faults: Faults,
    /// What is odd without being wrong.
    pub remarks: Vec<Diagnostic>,
    /// Files that are no unit's.
    pub ignored_files: Vec<PathBuf>,
    /// What was decided for CSV files with all units.
    pub decided: Vec<(PathBuf, Decided)>,
}

/// One unit of a source: who it is, and where its data are found when its turn comes.
#[derive(Debug)]
pub struct UnitRef {
    pub(crate) head: UnitHead,
    data: Box<dyn UnitData>,
}

/// A unit's data where they lie.
pub trait UnitData: Debug + Send + Sync {
    /// The file that they are in, alone or with other units'.
    fn path(&self) -> &Path;

    /// The hash of all that the unit itself gives, places included; `None` where it cannot be read.
    fn fingerprint(&self) -> Option<Hash>;

    /// Hands what the unit gave to `take`, once.
    ///
    /// # Errors
    /// What keeps its values from being read at all; `take` is not called then.
    fn values(&self, take: &mut dyn FnMut(Values<'_>)) -> Result<(), Faults>;

    /// What the unit is called beside its id and name, such as its file.
    fn alias(&self) -> Option<String> {
        None
    }

    /// How many bytes of data are kept in memory until the unit's turn comes, for this unit alone.
    fn kept_bytes(&self) -> usize {
        0
    }

    /// Lets go of what is kept, which is then read again.
    fn forget(&mut self) {}
}

/// A unit's data that are not to be had.
#[derive(Debug)]
struct Refused {
    data: Box<dyn UnitData>,
    faults: Faults,
}

impl UnitData for Refused {
    fn path(&self) -> &Path {
        self.data.path()
    }

    fn fingerprint(&self) -> Option<Hash> {
        None
    }

    fn values(&self, _: &mut dyn FnMut(Values<'_>)) -> Result<(), Faults> {
        Err(self.faults.clone())
    }

    fn alias(&self) -> Option<String> {
        self.data.alias()
    }
}

/// What a unit gave.
pub struct Values<'v> {
    /// Its values by section: `unit`, `shared` and the plugins' ids.
    pub entries: &'v Entries<'v>,
    /// What locates the values.
    pub places: &'v dyn Locate,
    /// Where what is missing is missing.
    pub fallback: RawLocation,
    /// What of it cannot be used.
    pub faults: Faults,
    /// What is odd about it without being wrong.
    pub remarks: Vec<Diagnostic>,
}

impl UnitRef {
    /// A unit with its data.
    pub fn new(head: UnitHead, data: impl UnitData + 'static) -> Self {
        Self { head: UnitHead { place: head.place.without_text(), ..head }, data: Box::new(data) }
    }

    /// The unit, whose values are not to be had since these faults say that it is not known which they are, or whose.
    #[must_use]
    pub fn refused(self, faults: Faults) -> Self {
        Self { head: self.head, data: Box::new(Refused { data: self.data, faults }) }
    }

    /// Who it is; its place has no text.
    pub fn head(&self) -> &UnitHead {
        &self.head
    }

    /// Its data.
    pub fn data(&self) -> &dyn UnitData {
        &*self.data
    }

    /// The file that its data are in, alone or with other units'.
    pub fn path(&self) -> &Path {
        self.data.path()
    }

    /// What it is called beside its id and name, such as its file.
    pub fn alias(&self) -> Option<String> {
        self.data.alias()
    }

    /// The hash of all that it itself gives; `None` where it cannot be read.
    pub fn fingerprint(&self) -> Option<Hash> {
        self.data.fingerprint()
    }

    /// How many bytes of data are kept with it.
    pub fn kept_bytes(&self) -> usize {
        self.data.kept_bytes()
    }

    /// Lets go of what is kept with it.
    pub fn forget(&mut self) {
        self.data.forget();
    }

    /// Where it is declared, with the text around it for a diagnostic.
    pub fn place(&self) -> Location {
        let mut head = self.head.clone();
        // What keeps its values from being read is told where they are asked for.
        let _ = self.data.values(&mut |values| head.read(values.entries, values.places));
        head.place
    }
}
