//! A plugin that always fails costs time at every unit: after some calls in a row that came to nothing it is set aside. The row is
//! one of units in their order: calls are counted in their turns alone.

use std::sync::{Mutex, MutexGuard, PoisonError};

use huibian_contract::PluginId;
use huibian_diagnostic::{Code, Diagnostic};

/// After so many calls in a row that failed, a plugin is set aside for the rest of the run.
const FAILURES: u32 = 3;

/// How the calls so far went.
#[derive(Default)]
pub struct Failures(Mutex<Row>);

#[derive(Default)]
struct Row {
    /// How many failed in a row.
    count: u32,
    /// What the first of them came to.
    first: String,
}

impl Failures {
    /// A call that has an answer.
    pub fn end(&self) {
        self.row().count = 0;
    }

    /// A call that failed, and what is particular about it in a word.
    pub fn count(&self, fault: &Diagnostic, gist: &str) {
        let mut row = self.row();
        if row.count == 0 {
            format!("{} {gist}", fault.code()).trim_end().clone_into(&mut row.first);
        }
        row.count += 1;
    }

    /// P125 where the plugin is set aside.
    pub fn set_aside(&self, id: &PluginId) -> Option<Diagnostic> {
        let row = self.row();
        (row.count >= FAILURES).then(|| {
            let fault = Diagnostic::new(Code::PluginSetAside).with("id", id);
            fault.with("failures", FAILURES).with("first", &row.first)
        })
    }

    fn row(&self) -> MutexGuard<'_, Row> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
