//! What units were called before, and who they were: the names of units that have no data in this period.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use huibian_sheet::columns::FieldIndex;
use huibian_source::Source;

use crate::roster::Roster;

/// The ids and names that a unit had when it was another, by what it is called.
type Before<'s> = Box<dyn Fn(&str) -> Vec<String> + 's>;

/// Names by id, read when the first is asked for.
pub struct PreviousNames<'s> {
    before: Before<'s>,
    source: &'s dyn Source,
    fields: &'s Arc<FieldIndex>,
    filed: Box<dyn Fn() -> HashMap<String, String> + 's>,
    names: OnceCell<HashMap<String, String>>,
}

impl<'s> PreviousNames<'s> {
    /// The names in the period before, and those that `filed` has of earlier ones by id; who units were `before`.
    pub fn new(
        before: impl Fn(&str) -> Vec<String> + 's,
        source: &'s dyn Source,
        fields: &'s Arc<FieldIndex>,
        filed: impl Fn() -> HashMap<String, String> + 's,
    ) -> Self {
        Self { before: Box::new(before), source, fields, filed: Box::new(filed), names: OnceCell::new() }
    }

    /// What a unit was called in the period before, else in the latest one that was filed.
    pub fn of(&self, id: &str) -> Option<&str> {
        self.names.get_or_init(|| self.read()).get(id).map(String::as_str)
    }

    /// The ids and names that a unit had when it was another.
    pub fn before(&self, unit: &str) -> Vec<String> {
        (self.before)(unit)
    }

    fn read(&self) -> HashMap<String, String> {
        let mut names = (self.filed)();
        for unit in Roster::previous(self.source, self.fields) {
            let head = unit.head();
            if let Some(alias) = unit.alias() {
                names.entry(alias).or_insert_with(|| head.name.clone());
            }
            names.insert(head.id.to_string(), head.name.clone());
        }
        names
    }
}
