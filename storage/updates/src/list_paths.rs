use cqlite_types::{time_uuid_low, time_uuid_of, time_uuid_ticks};

/// 2010-01-01 in microseconds since 1970: the time around which that of prepended elements is mirrored (`Lists.PrecisionTime`).
const REFERENCE: i64 = 1_262_304_000_000_000;

/// Makes the paths of a list's cells: time UUIDs, each after the one before it, or for elements in front of the others each before it.
///
/// Reference: `TimeUUID.Generator`, `Lists.Prepender`.
#[derive(Debug, Clone)]
pub struct ListPaths {
    low: u64,
    last: i64,
    first: i64,
}

impl ListPaths {
    /// Paths that have the bits of a node, by which they differ from those that others make at the same time.
    #[must_use]
    pub fn new(node: u64) -> Self {
        ListPaths { low: time_uuid_low(node), last: i64::MIN, first: i64::MAX }
    }

    /// The path of the next element, at a time in microseconds since 1970.
    pub(crate) fn append(&mut self, micros: i64) -> [u8; 16] {
        self.last = micros.max(self.last.saturating_add(1));
        self.path(time_uuid_ticks(self.last))
    }

    /// The paths of some elements in front of all others, in their order.
    pub(crate) fn prepend(&mut self, count: usize, micros: i64) -> impl Iterator<Item = [u8; 16]> + '_ {
        let mirrored = time_uuid_ticks(REFERENCE.saturating_sub(micros.saturating_sub(REFERENCE)));
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.first = self.first.min(mirrored).saturating_sub(count);
        let first = self.first;
        (0..count).map(move |i| self.path(first.saturating_add(i)))
    }

    fn path(&self, ticks: i64) -> [u8; 16] {
        time_uuid_of(ticks, self.low)
    }
}
