//! Where a report's slots are placed: each once, in every way the report can turn out.

use handlebars::template::{HelperTemplate, Parameter};
use huibian_contract::IndexMap;
use huibian_diagnostic::{Code, Diagnostic};

use super::{Checker, Position};

/// How often each slot was placed in the branch at hand.
#[derive(Default)]
pub struct Placements {
    placed: IndexMap<String, usize>,
    /// `{{#slot}}` blocks around, and whether `{{contents}}` stood in them.
    open: Vec<(String, bool)>,
}

impl Placements {
    /// Starts a branch; returns what was placed before it.
    pub fn begin(&mut self) -> IndexMap<String, usize> {
        std::mem::take(&mut self.placed)
    }

    /// Ends two branches of which one is taken: `first` and the one at hand.
    pub fn join(&mut self, before: IndexMap<String, usize>, first: IndexMap<String, usize>) {
        let second = std::mem::replace(&mut self.placed, before);
        let mut branch = first;
        for (slot, times) in second {
            let most = branch.entry(slot).or_default();
            *most = times.max(*most);
        }
        for (slot, times) in branch {
            *self.placed.entry(slot).or_default() += times;
        }
    }

    /// Enters the block of `{{#slot}}`.
    pub fn enter(&mut self, helper: &str, call: &HelperTemplate) {
        if let ("slot", Some(Parameter::Literal(name))) = (helper, call.params.first()) {
            self.open.push((name.as_str().unwrap_or_default().to_owned(), false));
        } else if helper == "slot" {
            self.open.push((String::new(), true));
        }
    }

    /// Leaves it; the slot's name where `{{contents}}` was missing.
    pub fn leave(&mut self, helper: &str) -> Option<String> {
        let (slot, seen) = if helper == "slot" { self.open.pop()? } else { return None };
        (!seen).then_some(slot)
    }

    pub fn place(&mut self, slot: &str) {
        *self.placed.entry(slot.to_owned()).or_default() += 1;
    }
}

impl Checker<'_> {
    /// `{{slot "x"}}`, or the start of its block.
    pub fn slot(&mut self, slot: &str, is_block: bool, at: Position) {
        let reason = if self.scope.slots.contains_key(slot) {
            if !is_block {
                self.slots.place(slot);
                self.slots_placed_twice(at);
            }
            return;
        } else if self.scope.plugin.is_some() {
            "section"
        } else {
            "undeclared"
        };
        let scope = self.scope;
        let known = scope.slots.keys().map(String::as_str);
        self.fail(Code::SlotUse, at, slot, |d| {
            d.with("slot", slot).with("reason", reason).suggest(slot, known)
        });
    }

    /// `{{contents}}`: where the slot of the block around goes.
    pub fn slot_contents(&mut self, at: Position) {
        let Some((slot, seen)) = self.slots.open.last_mut() else {
            self.misuse("contents", "contents", at);
            return;
        };
        *seen = true;
        let slot = slot.clone();
        if !slot.is_empty() {
            self.slots.place(&slot);
            self.slots_placed_twice(at);
        }
    }

    /// A `{{#slot}}` block that never says where its contents go.
    pub fn contents(&mut self, slot: &str, at: Position) {
        self.slots.place(slot);
        self.fail(Code::SlotUse, at, slot, |d| d.with("slot", slot).with("reason", "contents"));
    }

    pub fn no_slot_in_a_loop(&mut self, at: Position) {
        if let Some(slot) = self.slots.placed.keys().next().cloned() {
            self.fail(Code::SlotUse, at, &slot, |d| d.with("slot", &slot).with("reason", "loop"));
        }
    }

    pub fn slots_placed_twice(&mut self, at: Position) {
        let twice = self.slots.placed.iter_mut().find(|(_, times)| **times > 1);
        if let Some((slot, times)) = twice {
            *times = 1;
            let slot = slot.clone();
            self.fail(Code::SlotUse, at, &slot, |d| d.with("slot", &slot).with("reason", "twice"));
        }
    }

    /// Slots that are declared and nowhere placed.
    pub fn unplaced_slots(&mut self) {
        for (slot, declared) in &self.scope.slots {
            if !self.slots.placed.contains_key(slot) {
                let fault = Diagnostic::new(Code::SlotUse).with("slot", slot).with("reason", "unplaced");
                self.faults.push(fault.at(declared.place.clone()));
            }
        }
    }
}
