//! What units were called before: the names of units that have no data in this period.

use std::cell::OnceCell;
use std::collections::HashMap;

use huibian_source::location::SourceKind;
use serde::Deserialize;

use crate::history::Archive;
use crate::history::file::lines;
use crate::roster::{Roster, stem};
use crate::workspace::Workspace;

/// Names by id, read when the first is asked for.
pub struct Former<'w> {
    workspace: &'w Workspace,
    names: OnceCell<HashMap<String, String>>,
}

/// Who a filed line is about.
#[derive(Deserialize)]
struct Named {
    unit: String,
    name: String,
}

impl<'w> Former<'w> {
    /// The names that a workspace knows of.
    pub fn of(workspace: &'w Workspace) -> Self {
        Self { workspace, names: OnceCell::new() }
    }

    /// What a unit was called in the period before, else in the latest one that was filed.
    pub fn name(&self, id: &str) -> Option<&str> {
        self.names.get_or_init(|| names(self.workspace)).get(id).map(String::as_str)
    }
}

fn names(workspace: &Workspace) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let archive = Archive::of(&workspace.folder, &workspace.report);
    for path in archive.before(workspace.period) {
        // A filed period that cannot be read is told of where its figures are asked for.
        let _ = lines(&path, |Named { unit, name }| {
            names.insert(unit, name);
        });
    }
    for unit in Roster::before(workspace) {
        // Units that must give data are known by their files' names.
        if workspace.units.kind == SourceKind::Folder {
            names.entry(stem(unit.path())).or_insert_with(|| unit.header.name.clone());
        }
        names.insert(unit.header.id.to_string(), unit.header.name);
    }
    names
}
