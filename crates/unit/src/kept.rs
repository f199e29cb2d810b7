//! A unit of a roster. Its data are read when they are first asked for; who asks early may leave them for whoever asks next,
//! as far as a budget allows.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use blake3::Hash;
use huibian_contract::{Period, PluginManifest};
use huibian_diagnostic::Place;
use huibian_source::{UnitHead, UnitRef};
use serde_json::{Map, Value};

use crate::unit::{Reading, Unit, read};

/// How many bytes of units that were read are kept until they are asked for again; what is beyond is read again.
const KEPT: usize = 16 * 1024 * 1024;

/// How much is kept of all units together.
#[derive(Debug, Default)]
pub struct Budget(AtomicUsize);

impl Budget {
    /// Takes from what is left; whether there was enough.
    fn take(&self, bytes: usize) -> bool {
        self.0.fetch_add(bytes, Ordering::Relaxed) + bytes <= KEPT || {
            self.0.fetch_sub(bytes, Ordering::Relaxed);
            false
        }
    }

    fn give_back(&self, bytes: usize) {
        self.0.fetch_sub(bytes, Ordering::Relaxed);
    }
}

/// One unit of a roster.
#[derive(Debug)]
pub struct RosterUnit {
    unit: UnitRef,
    kept: Mutex<Option<Box<Kept>>>,
    budget: Arc<Budget>,
}

/// What was read of a unit, and how much of the budget it takes.
#[derive(Debug)]
struct Kept {
    head: UnitHead,
    unit: Unit,
    bytes: usize,
}

impl RosterUnit {
    /// A unit, of which data are kept within what the budget leaves.
    pub fn new(unit: UnitRef, budget: &Arc<Budget>) -> Self {
        Self { unit, kept: Mutex::new(None), budget: budget.clone() }
    }

    /// Who it is.
    pub fn head(&self) -> &UnitHead {
        &self.unit.head
    }

    /// The file that its data are in, alone or with other units'.
    pub fn path(&self) -> &Path {
        self.unit.path()
    }

    /// What it is called beside its id and name, such as its file.
    pub fn alias(&self) -> Option<String> {
        self.unit.data().alias()
    }

    /// The hash of all that it itself gives; `None` where it cannot be read.
    pub fn fingerprint(&self) -> Option<Hash> {
        self.unit.fingerprint()
    }

    /// Where it is declared, with the text around it for a diagnostic.
    pub fn place(&self) -> Place {
        self.unit.place()
    }

    /// Reads it as [`read`] does, or takes what was left for whoever asks next.
    pub fn read(&self, plugins: &[&PluginManifest], period: Period) -> Reading {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).take();
        match kept {
            Some(kept) => {
                let Kept { head, unit, bytes } = *kept;
                self.budget.give_back(bytes);
                (head, Ok(unit))
            }
            None => read(&self.unit, plugins, period),
        }
    }

    /// Leaves what was read for whoever asks next. Beyond the budget it is let go.
    pub fn keep(&self, head: UnitHead, unit: Unit) {
        let bytes = size_of::<Unit>() + unit.data.values().map(object).sum::<usize>();
        if self.budget.take(bytes) {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            *kept = Some(Box::new(Kept { head, unit, bytes }));
        }
    }
}

/// About how many bytes of memory an object takes.
fn object(object: &Map<String, Value>) -> usize {
    object.iter().map(|(name, value)| size_of::<String>() + name.len() + bytes(value)).sum()
}

fn bytes(value: &Value) -> usize {
    size_of::<Value>()
        + match value {
            Value::String(text) => text.len(),
            Value::Array(items) => items.iter().map(bytes).sum(),
            Value::Object(fields) => object(fields),
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        }
}
