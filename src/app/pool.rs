//! Work shared out to threads, its results handed back one by one.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

/// How many threads this computer runs at once.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Does `work` for each number in `range` by `jobs` threads, and hands results to `take` in the order they come, on the
/// caller's thread. Few results wait at a time. Once `stop` is true, what runs is finished and nothing more is begun.
pub fn each<T: Send>(
    jobs: usize,
    range: Range<usize>,
    stop: &(dyn Fn() -> bool + Sync),
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T),
) {
    let next = AtomicUsize::new(range.start);
    let (send, receive) = sync_channel(2 * jobs);
    std::thread::scope(|scope| {
        for _ in 0..jobs.min(range.len()) {
            let send = send.clone();
            let (next, work) = (&next, &work);
            scope.spawn(move || {
                while !stop() {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    // The receiver is gone only when the caller's thread has panicked.
                    if index >= range.end || send.send((index, work(index))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        for (index, result) in receive {
            take(index, result);
        }
    });
}

/// What `work` makes of each number below `count`, in order, by all cores; one alone is done on the caller's thread.
pub fn map<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let jobs = cores().min(count);
    if jobs < 2 {
        return (0..count).map(work).collect();
    }
    let mut done = BTreeMap::new();
    each(jobs, 0..count, &|| false, work, |index, result| drop(done.insert(index, result)));
    done.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_order() {
        let slow_at_first = |index: usize| {
            std::thread::sleep(std::time::Duration::from_millis(if index == 0 { 20 } else { 0 }));
            index * 2
        };
        assert_eq!(map(5, slow_at_first), [0, 2, 4, 6, 8]);
        assert_eq!(map(1, slow_at_first), [0]);
        assert!(map(0, slow_at_first).is_empty());
    }
}
