//! New identities: milliseconds since 2020, a node, and a count, so that they sort by age and never meet.

use domain::Timestamp;
use std::sync::Mutex;

/// 2020-01-01T00:00:00Z in milliseconds of the Unix epoch.
const EPOCH_MS: i64 = 1_577_836_800_000;
const NODE_BITS: u32 = 10;
const COUNT_BITS: u32 = 12;

/// Makes ids for one process.
#[derive(Debug)]
pub(crate) struct Ids {
    node: i64,
    last: Mutex<(i64, i64)>,
}

impl Ids {
    /// Ids of a node; processes on one database should differ in it, and a clash is refused by the database.
    pub(crate) fn of_node(node: u16) -> Ids {
        Ids { node: i64::from(node) & ((1 << NODE_BITS) - 1), last: Mutex::new((0, 0)) }
    }

    /// A new number, greater than all before it from these ids, whatever the clock does.
    pub(crate) fn next(&self, now: Timestamp) -> i64 {
        let mut last = self.last.lock().expect("nobody panics while holding it");
        let milliseconds = (now.as_millisecond() - EPOCH_MS).max(1);
        *last = match *last {
            (before, count) if before >= milliseconds && count + 1 < (1 << COUNT_BITS) => (before, count + 1),
            (before, _) if before >= milliseconds => (before + 1, 0),
            _ => (milliseconds, 0),
        };
        (last.0 << (NODE_BITS + COUNT_BITS)) | (self.node << COUNT_BITS) | last.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let ids = Ids::of_node(3);
        let noon: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let mut last = 0;
        for step in 0..20_000 {
            let at = if step % 2 == 0 { noon } else { noon - jiff::SignedDuration::from_mins(5) };
            let id = ids.next(at);
            assert!(id > last);
            last = id;
        }
    }
}
