//! Whose turn it is where several threads ask one plugin, each about units of its own: what keeps a plugin from being asked on
//! is counted in the order of the units, however many threads there are. Knows no plugin.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The order in which threads have their turns at one plugin.
#[derive(Default)]
pub struct Turns {
    passed: Mutex<Passed>,
    moved: Condvar,
}

#[derive(Default)]
struct Passed {
    /// The place whose turn it is.
    due: usize,
    /// Later places that passed already.
    early: BTreeSet<usize>,
    /// How many threads wait. Where none does none is woken, which would ask the system each time.
    waiting: usize,
}

/// A place in the order, from 0 and each once. It has passed when this is dropped.
pub struct Turn<'t> {
    turns: &'t Turns,
    place: usize,
}

impl Turns {
    /// The turn of a place.
    pub fn at(&self, place: usize) -> Turn<'_> {
        Turn { turns: self, place }
    }

    fn passed(&self) -> MutexGuard<'_, Passed> {
        self.passed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Waits until all places before have passed.
    pub fn wait(&self) {
        let mut passed = self.turns.passed();
        passed.waiting += 1;
        let is_early = |passed: &mut Passed| passed.due < self.place;
        let waited = self.turns.moved.wait_while(passed, is_early);
        waited.unwrap_or_else(PoisonError::into_inner).waiting -= 1;
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut passed = self.turns.passed();
        passed.early.insert(self.place);
        while passed.early.first() == Some(&passed.due) {
            passed.early.pop_first();
            passed.due += 1;
        }
        if passed.waiting > 0 {
            self.turns.moved.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn turns_are_taken_in_order_whoever_comes_first_and_a_panic_passes_its_own() {
        let (turns, taken) = (Turns::default(), Mutex::new(Vec::new()));
        thread::scope(|scope| {
            for place in [3, 2, 1, 0] {
                let (turn, taken) = (turns.at(place), &taken);
                let ended = scope.spawn(move || {
                    thread::sleep(Duration::from_millis(5 * (4 - place as u64)));
                    if place == 1 {
                        let _own = turn;
                        panic!("it has passed all the same");
                    }
                    turn.wait();
                    taken.lock().unwrap().push(place);
                });
                if place == 1 {
                    assert!(ended.join().is_err());
                }
            }
        });
        assert_eq!(taken.into_inner().unwrap(), [0, 2, 3]);
    }
}
