//! Work over many items on several threads, with results handed on in the items' order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// How many results may wait to be taken before a thread pauses.
const AHEAD: usize = 64;

/// Runs `work` over `items` on `jobs` threads, each with a `scratch` of its own, and gives `take` the results in the
/// order of the items. Results that are early wait for those before them.
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
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::sync_channel(AHEAD);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let (send, next, scratch, work) = (send.clone(), &next, &scratch, &work);
            scope.spawn(move || {
                let mut scratch = scratch();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    if send.send((index, work(&mut scratch, item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let (mut early, mut due) = (BTreeMap::new(), 0);
        for (index, result) in receive {
            early.insert(index, result);
            while let Some(result) = early.remove(&due) {
                take(result);
                due += 1;
            }
        }
    });
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
            assert_eq!(seen, items.iter().map(|item| item * 2).collect::<Vec<_>>(), "{jobs} jobs");
        }
    }
}
