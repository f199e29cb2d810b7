//! A workspace adopted once more, after the office changed its form: what stayed keeps its name, what is new or gone is told, and
//! what people changed by hand stays as they have it.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, value};

use crate::answers::{Answers, Understood};
use crate::columns::common;
use crate::conditions::Condition;
use crate::plan::{Field, Plan};

/// Words around two fields that have less than this in common, of one, are not around one field.
const LEAST: f64 = 0.6;
/// What conditions are among what was understood.
pub(crate) const CONDITION: &str = "condition";

/// What became of a field or a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// What it was called, and what it is called now.
    Renamed(String, String),
    /// It was not there before.
    New(String),
    /// It is there no more.
    Gone(String),
}

/// What there is of a workspace.
#[derive(Clone, Debug, Default)]
pub struct There {
    /// What was said and understood when it was made.
    pub answers: Answers,
    /// The section's plugin.toml.
    pub plugin: String,
    /// workspace.toml.
    pub settings: String,
}

/// What a plan has in common with what there is.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// What became of what.
    pub changes: Vec<Change>,
    /// By name: what stayed under another name for people, with both.
    renamed: BTreeMap<String, (String, String)>,
    /// Names that are new.
    fresh: BTreeSet<String>,
    /// Names of what is gone.
    gone: BTreeSet<String>,
}

impl There {
    /// What was said there with what is said now, which counts where both speak.
    pub fn with(&self, now: Answers) -> Answers {
        let mut all = self.answers.clone();
        all.reports.extend(now.reports);
        all.fields.extend(now.fields);
        all
    }

    /// Gives the fields of a plan the names that they have there.
    pub fn name(&self, plan: &mut Plan) -> Again {
        let known = &self.answers.understood;
        let mut names: Vec<Option<String>> = plan
            .fields
            .iter()
            .map(|field| {
                let same =
                    |known: &Understood| known.called == field.found_as && known.kind == field.kind.name();
                known.iter().find(|(_, known)| same(known)).map(|(name, _)| name.clone())
            })
            .collect();
        let mut pairs: Vec<(f64, usize, String)> = Vec::new();
        for (at, field) in plan.fields.iter().enumerate().filter(|(at, _)| names[*at].is_none()) {
            for (name, known) in known {
                let share = share(known, field);
                if share >= LEAST && !names.contains(&Some(name.clone())) {
                    pairs.push((share, at, name.clone()));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, at, name) in pairs {
            if names[at].is_none() && !names.contains(&Some(name.clone())) {
                names[at] = Some(name);
            }
        }
        let mut again = Again::default();
        let mut taken: BTreeSet<String> = known.keys().cloned().collect();
        for (field, name) in plan.fields.iter_mut().zip(&names) {
            if let Some(name) = name {
                let before = &known[name].called;
                if *before != field.found_as {
                    again.changes.push(Change::Renamed(before.clone(), field.label.clone()));
                    again.renamed.insert(name.clone(), (before.clone(), field.label.clone()));
                }
                field.name.clone_from(name);
            } else {
                field.name = free(&field.name, &mut taken);
                again.fresh.insert(field.name.clone());
                again.changes.push(Change::New(field.label.clone()));
            }
        }
        let gone = known.iter().filter(|(name, known)| {
            known.kind != CONDITION && !known.gone && !names.contains(&Some((*name).clone()))
        });
        for (name, known) in gone {
            again.gone.insert(name.clone());
            again.changes.push(Change::Gone(known.called.clone()));
        }
        again
    }

    /// Gives conditions the names that they have there.
    pub fn name_conditions(&self, conditions: &mut [Condition], again: &mut Again) {
        let known = || self.answers.understood.iter().filter(|(_, known)| known.kind == CONDITION);
        let mut taken: BTreeSet<String> = self.answers.understood.keys().cloned().collect();
        for condition in conditions {
            if let Some((name, _)) = known().find(|(_, known)| known.called == condition.label) {
                condition.name.clone_from(name);
            } else {
                condition.name = free(&condition.name, &mut taken);
                again.fresh.insert(condition.name.clone());
            }
        }
    }
}

impl Again {
    /// plugin.toml as people have it, with what is new; what is gone is asked of nobody.
    pub fn plugin(&self, there: &str, fresh: &str) -> Option<String> {
        let (mut there, fresh) = (there.parse::<DocumentMut>().ok()?, fresh.parse::<DocumentMut>().ok()?);
        for section in ["fields", "counts", "checks"] {
            let Some(new) = fresh.get(section).and_then(Item::as_table) else { continue };
            let known = there.entry(section).or_insert(Item::Table(implicit())).as_table_like_mut()?;
            for (name, item) in new {
                // A check that somebody took out stays out: it comes in with what is new.
                let is_wanted = section != "checks"
                    || self.fresh.iter().any(|fresh| {
                        name.starts_with(&format!("{fresh}_")) || name.ends_with(&format!("_{fresh}"))
                    });
                if !known.contains_key(name) && is_wanted {
                    known.insert(name, item.clone());
                }
            }
            for (name, (before, now)) in &self.renamed {
                let Some(own) = known.get_mut(name).and_then(Item::as_table_like_mut) else { continue };
                let is_ours = own.get("label").and_then(Item::as_str) == Some(before);
                if is_ours {
                    own.insert("label", value(now));
                }
            }
            for name in &self.gone {
                if let Some(own) = known.get_mut(name).and_then(Item::as_table_like_mut) {
                    own.remove("required");
                }
            }
        }
        // The first example is of what was understood; others are people's own.
        let new = fresh.get("example").and_then(Item::as_array_of_tables).and_then(|all| all.get(0)).cloned();
        let known = there.entry("example").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        if let (Some(new), Some(known)) = (new, known.as_array_of_tables_mut()) {
            match known.get_mut(0) {
                Some(first) => *first = new,
                None => known.push(new),
            }
        }
        Some(there.to_string())
    }

    /// workspace.toml as people have it, with the columns that are new; columns of what is called otherwise are known by both names.
    pub fn settings(&self, plugin: &str, there: &str, fresh: &str) -> Option<String> {
        let (mut there, fresh) = (there.parse::<DocumentMut>().ok()?, fresh.parse::<DocumentMut>().ok()?);
        let units = there.entry("units").or_insert(Item::Table(implicit())).as_table_like_mut()?;
        for section in ["columns", "cells"] {
            let new = fresh.get("units").and_then(|units| units.get(section)).and_then(Item::as_table_like);
            let is_renamed = section == "columns" && !self.renamed.is_empty() && !units.contains_key("cells");
            if new.is_none() && !is_renamed {
                continue;
            }
            let known = units.entry(section).or_insert(Item::Table(Table::new())).as_table_like_mut()?;
            for (head, says) in new.into_iter().flat_map(TableLike::iter) {
                if !known.contains_key(head) {
                    known.insert(head, says.clone());
                }
            }
            for (name, (before, _)) in self.renamed.iter().filter(|_| is_renamed) {
                if !known.contains_key(before) {
                    known.insert(before, value(format!("{plugin}.{name}")));
                }
            }
        }
        Some(there.to_string())
    }
}

fn implicit() -> Table {
    let mut table = Table::new();
    table.set_implicit(true);
    table
}

/// A name that is not taken.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let base = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_');
    let mut own = name.to_owned();
    let mut number = 1;
    while !taken.insert(own.clone()) {
        number += 1;
        own = format!("{base}_{number}");
    }
    own
}

/// How much the words around a field have in common with those around one that was, of one.
fn share(known: &Understood, field: &Field) -> f64 {
    if known.kind != field.kind.name() || known.measure != field.measure {
        return 0.0;
    }
    let before: Vec<char> = format!("{}{}", known.before, known.behind).chars().collect();
    let now: Vec<char> = format!("{}{}", field.context.0, field.context.1).chars().collect();
    if before.is_empty() || now.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few characters")]
    let share = 2.0 * common(&before, &now) as f64 / (before.len() + now.len()) as f64;
    share
}
