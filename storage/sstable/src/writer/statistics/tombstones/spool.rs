use super::added;
use super::bins::Bins;

/// How many different times there may be, one more at most: the power of two that `SSTable.TOMBSTONE_HISTOGRAM_SPOOL_SIZE` takes.
const CAPACITY: usize = 100_000usize.next_power_of_two();
/// Cells, so that few are searched for one (`StreamingTombstoneHistogramBuilder.Spool`).
const CELLS: usize = 2 * CAPACITY;
/// How many cells are searched before the spool is as good as full.
const ATTEMPTS: usize = 100;
/// Spreads the times over the cells.
const PRIME: i64 = 948_701_839;

/// Times and how often each was met, in the order of their hashes: an open-addressing hash table like Cassandra's, as it is emptied in the order of its cells.
///
/// It takes no memory before the first time; then 3 MiB, of which systems give only what is touched.
#[derive(Debug, Clone, Default)]
pub(super) struct Spool {
    points: Vec<i64>,
    /// 0 in cells that are empty.
    counts: Vec<i32>,
    used: usize,
}

impl Spool {
    /// Counts a time; false if there is no room.
    #[inline]
    pub(super) fn add(&mut self, point: i64) -> bool {
        if self.used > CAPACITY {
            return false;
        }
        if self.points.is_empty() {
            self.points = vec![0; CELLS];
            self.counts = vec![0; CELLS];
        }
        let first = point.wrapping_mul(PRIME) as usize % CAPACITY;
        let cells = first..first + ATTEMPTS;
        let (Some(points), Some(counts)) = (self.points.get_mut(cells.clone()), self.counts.get_mut(cells)) else {
            return false;
        };
        for (at, count) in points.iter_mut().zip(counts) {
            if *count == 0 {
                (*at, *count) = (point, 1);
                self.used += 1;
                return true;
            }
            if *at == point {
                *count = added(*count, 1);
                return true;
            }
        }
        false
    }

    /// Goes over the times and their counts.
    pub(super) fn each(&self, mut take: impl FnMut(i64, i32)) {
        if self.used > 0 {
            let cells = self.points.iter().zip(&self.counts);
            cells.filter(|(_, count)| **count > 0).for_each(|(point, count)| take(*point, *count));
        }
    }

    /// Empties it.
    pub(super) fn drain_into(&mut self, bins: &mut Bins) {
        self.each(|point, count| bins.add(point, count));
        self.counts.fill(0);
        self.used = 0;
    }
}
