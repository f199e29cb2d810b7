//! Work over many items on several threads, with results handed on in the items' order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

/// How many results a thread may be ahead of the one that is due before it waits.
const AHEAD: usize = 64;

/// Runs `work` over `items` on `jobs` threads, each with a `scratch` of its own, and gives `take` the results in the
/// order of the items. Results that are early wait for those before them; one slow item holds no more than a window of
/// them in memory.
pub fn in_order<T: Sync, R: Send, S>(
    jobs: usize,
    items: &[T],
    scratch: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
    take: &mut dyn FnMut(R),
) {
    let jobs = jobs.clamp(1, items.len().max(1));
    if jobs == 1 {
        let mut scratch = scratch();
        return items.iter().for_each(|item| take(work(&mut scratch, item)));
    }
    let (next, window) = (AtomicUsize::new(0), Window::default());
    let (send, receive) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let (send, next, window, scratch, work) = (send.clone(), &next, &window, &scratch, &work);
            scope.spawn(move || {
                let _open = OpenOnPanic(window);
                let mut scratch = scratch();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    window.wait_for(index);
                    if send.send((index, work(&mut scratch, item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let _open = OpenOnPanic(&window);
        let (mut early, mut due) = (BTreeMap::new(), 0);
        for (index, result) in receive {
            early.insert(index, result);
            let before = due;
            while let Some(result) = early.remove(&due) {
                take(result);
                due += 1;
            }
            if due > before {
                window.move_to(due);
            }
        }
    });
}

/// The same for many items of little work each: a thread takes some of them together, since to hand one on costs as much.
pub fn many_in_order<T: Sync, R: Send>(
    jobs: usize,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    take: &mut dyn FnMut(R),
) {
    const MOST: usize = 32;
    let together = (items.len() / jobs.max(1) / 8).clamp(1, MOST);
    let chunks: Vec<&[T]> = items.chunks(together).collect();
    let work = |(): &mut (), chunk: &&[T]| chunk.iter().map(&work).collect::<Vec<R>>();
    in_order(jobs, &chunks, || (), work, &mut |results| results.into_iter().for_each(&mut *take));
}

/// Which items may be begun: those before the one that is due, and [`AHEAD`] from it on.
#[derive(Default)]
struct Window {
    due: Mutex<usize>,
    moved: Condvar,
}

impl Window {
    /// Waits until an item may be begun. The one that is due never waits, so that the window always moves on.
    fn wait_for(&self, index: usize) {
        let due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        let is_beyond = |due: &mut usize| index - (*due).min(index) >= AHEAD;
        drop(self.moved.wait_while(due, is_beyond).unwrap_or_else(PoisonError::into_inner));
    }

    /// Moves on, and never back: what a panic opened stays open.
    fn move_to(&self, to: usize) {
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        *due = to.max(*due);
        self.moved.notify_all();
    }
}

/// A thread that panics must not leave the others waiting for what will never be due.
struct OpenOnPanic<'w>(&'w Window);

impl Drop for OpenOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.move_to(usize::MAX);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        let items: Vec<u64> = (0..500).collect();
        for jobs in [0, 1, 2, 7, 1000] {
            let mut seen = Vec::new();
            let work = |count: &mut u64, item: &u64| {
                *count += 1;
                std::thread::sleep(std::time::Duration::from_micros(item % 7 * 10));
                item * 2
            };
            in_order(jobs, &items, || 0, work, &mut |result| seen.push(result));
            let expected: Vec<_> = items.iter().map(|item| item * 2).collect();
            assert_eq!(seen, expected, "{jobs} jobs");
            seen.clear();
            many_in_order(jobs, &items, |item| item * 2, &mut |result| seen.push(result));
            assert_eq!(seen, expected, "{jobs} jobs");
        }
    }

    #[test]
    fn a_slow_item_holds_back_all_but_a_window() {
        let items: Vec<usize> = (0..1000).collect();
        let begun = AtomicUsize::new(0);
        let work = |(): &mut (), item: &usize| {
            begun.fetch_add(1, Ordering::SeqCst);
            if *item == 0 {
                std::thread::sleep(std::time::Duration::from_millis(50));
                return begun.load(Ordering::SeqCst);
            }
            0
        };
        let mut most = 0;
        in_order(4, &items, || (), work, &mut |begun| most = most.max(begun));
        assert!(most <= AHEAD, "{most} were begun while the first was not done");
    }

    /// A result that was sent before a panic may be taken after it.
    #[test]
    fn what_a_panic_opened_stays_open() {
        let window = Window::default();
        window.move_to(usize::MAX);
        window.move_to(2);
        assert_eq!(*window.due.lock().unwrap(), usize::MAX);
        window.wait_for(2 + AHEAD);
    }

    #[test]
    #[should_panic(expected = "scoped thread panicked")]
    fn a_panic_ends_the_run_and_does_not_hang_it() {
        let items: Vec<usize> = (0..1000).collect();
        in_order(4, &items, || (), |(), item| assert_ne!(*item, 3), &mut |()| ());
    }
}
