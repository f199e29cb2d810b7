//! What fields are called, found by name: a table may have as many columns as a workspace has fields.

use std::collections::{HashMap, HashSet};

use huibian_contract::FieldType;

use crate::columns::{Field, with_measure};
use crate::heads::plain;
use crate::own_measure::bare;

/// The names of a list of fields.
#[derive(Debug, Default)]
pub(crate) struct Called {
    /// The fields of each name as it stands in a head, by their numbers in order.
    names: HashMap<String, Vec<usize>>,
    /// The numbers of each name beside which a head says their measure in its own way.
    measured: HashMap<String, Vec<usize>>,
    /// The first field of each key.
    keys: HashMap<String, usize>,
    /// What the fields are measured in.
    measures: HashSet<String>,
    /// How many fields that a form asks for have each label.
    labels: HashMap<String, usize>,
}

impl Called {
    pub(crate) fn of(fields: &[Field]) -> Self {
        let mut called = Self::default();
        for (at, field) in fields.iter().enumerate() {
            called.take(at, field);
        }
        called
    }

    fn take(&mut self, at: usize, field: &Field) {
        let (label, measure) = (&field.spec.label, &field.spec.measure);
        note(&mut self.names, plain(&field.key()), at);
        self.keys.entry(field.key()).or_insert(at);
        if !measure.is_empty() {
            self.measures.insert(plain(measure));
        }
        if field.is_shared {
            return;
        }
        *self.labels.entry(label.clone()).or_default() += 1;
        for name in [label, &field.full()] {
            note(&mut self.names, plain(name), at);
            note(&mut self.names, plain(&with_measure(name, measure)), at);
        }
        if matches!(field.spec.kind, FieldType::Integer | FieldType::Decimal) {
            note(&mut self.measured, plain(&field.full()), at);
            note(&mut self.measured, bare(label), at);
        }
    }

    /// The fields that a plain head names.
    pub(crate) fn named(&self, name: &str) -> &[usize] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// The numbers that a plain head without its measure names.
    pub(crate) fn measured(&self, name: &str) -> &[usize] {
        self.measured.get(name).map_or(&[], Vec::as_slice)
    }

    /// The field of a key.
    pub(crate) fn of_key(&self, key: &str) -> Option<usize> {
        self.keys.get(key).copied()
    }

    /// Whether a plain text is what one of them is measured in.
    pub(crate) fn is_measure(&self, text: &str) -> bool {
        self.measures.contains(text)
    }

    /// Whether several fields that a form asks for have this label.
    pub(crate) fn is_shared_label(&self, label: &str) -> bool {
        self.labels.get(label).is_some_and(|count| *count > 1)
    }
}

fn note(names: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    let fields = names.entry(name).or_default();
    if fields.last() != Some(&at) {
        fields.push(at);
    }
}
