//! The same work on many things, several at once, with results in the order of the things.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// Does `work` on each item with up to `jobs` threads and hands the results to `each` in order, each as soon as
/// those before it are done: what waits is no more than what overtook it.
pub fn in_order<T: Sync, R: Send>(
    items: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
    mut each: impl FnMut(R),
) {
    let jobs = jobs.min(items.len());
    if jobs <= 1 {
        return items.iter().for_each(|item| each(work(item)));
    }
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    if sender.send((at, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let (mut waiting, mut due) = (BTreeMap::new(), 0);
        for (at, result) in receiver {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&due) {
                each(result);
                due += 1;
            }
        }
    });
}

/// How many threads: as many as asked for, else as many as there are processors.
pub fn jobs(asked: Option<NonZeroUsize>) -> usize {
    asked.or(std::thread::available_parallelism().ok()).map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u64> = (0..50).collect();
        for jobs in [0, 1, 2, 7, 100] {
            let mut results = Vec::new();
            let work = |item: &u64| {
                // The first of each ten takes longest.
                std::thread::sleep(std::time::Duration::from_micros(if item.is_multiple_of(10) {
                    900
                } else {
                    10
                }));
                item * 2
            };
            in_order(&items, jobs, work, |result| results.push(result));
            assert_eq!(results, items.iter().map(|item| item * 2).collect::<Vec<_>>(), "{jobs} jobs");
        }
    }
}
