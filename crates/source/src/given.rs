//! A unit whose values its source has read already, and that are kept until the unit's turn comes: for sources that are
//! small, or that cannot be read unit by unit. Knows no kind of source.

use std::path::Path;
use std::sync::Arc;

use blake3::Hash;
use huibian_diagnostic::{Faults, Source};

use crate::head::UnitHead;
use crate::source::{UnitData, UnitRef, Values};
use crate::values::{Key, Node, RawLocation};

/// A unit's values, and the text that they stand in.
#[derive(Debug)]
pub struct GivenValues {
    text: Arc<Source>,
    entries: Vec<(Key<'static>, Node<'static>)>,
    start: RawLocation,
}

impl GivenValues {
    /// A unit of a text that holds several. `entries` are its values by section, `unit` among them, which says who it is;
    /// its `id` must be there. What is missing is missing at `start`.
    pub fn unit(
        text: &Arc<Source>,
        start: RawLocation,
        entries: Vec<(Key<'static>, Node<'static>)>,
    ) -> UnitRef {
        let mut head = UnitHead::of_file_name(&text.path);
        head.read(&entries, text);
        UnitRef::new(head, Self { text: text.clone(), entries, start })
    }
}

impl UnitData for GivenValues {
    fn path(&self) -> &Path {
        &self.text.path
    }

    fn fingerprint(&self) -> Option<Hash> {
        Some(blake3::hash(format!("{:?}", self.entries).as_bytes()))
    }

    fn values(&self, take: &mut dyn FnMut(Values<'_>)) -> Result<(), Faults> {
        take(Values {
            entries: &self.entries,
            places: &self.text,
            fallback: self.start,
            faults: Faults::new(),
            remarks: Vec::new(),
        });
        Ok(())
    }
}
