//! The histogram of tombstones in Statistics.db.
//!
//! Reference: `StreamingTombstoneHistogramBuilder` of 5.0, `TombstoneHistogram`.

mod bins;
mod spool;

use cqlite_format::statistics::Bin;
use cqlite_rows::MAX_DELETION_TIME;

use bins::Bins;
pub(super) use bins::MOST_BINS;
use spool::Spool;

/// Times are rounded up to so many seconds (`SSTable.TOMBSTONE_HISTOGRAM_TTL_ROUND_SECONDS`).
const ROUND_SECONDS: i64 = 60;

/// Counts of local deletion times, in at most 100 bins.
///
/// Times are counted one by one in a spool. When that is full it is emptied into the bins, of which the two nearest become one whenever there are too
/// many. So the bins depend on the order of the times if there are more different ones than the spool takes.
#[derive(Debug, Clone, Default)]
pub struct TombstoneHistogram {
    count: u64,
    spool: Spool,
    bins: Bins,
}

impl TombstoneHistogram {
    /// Counts the local deletion time of what is deleted or expires.
    #[inline]
    pub fn add(&mut self, local_deletion_time: i64) {
        self.count += 1;
        let point = rounded_up(local_deletion_time);
        if !self.spool.add(point) {
            self.spool.drain_into(&mut self.bins);
            self.spool.add(point);
        }
    }

    /// How many times were counted.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The bins, ascending.
    #[must_use]
    pub fn model(&self) -> Vec<Bin> {
        let mut bins = self.bins.clone();
        self.spool.each(|point, count| bins.add(point, count));
        bins.model()
    }
}

/// The next time that is told from others (`ceilKey`).
///
/// A negative one, on which Cassandra's assertions fail, is the last possible one, as such bins are to Cassandra when it reads them.
fn rounded_up(time: i64) -> i64 {
    match time % ROUND_SECONDS {
        0 if time >= 0 => time,
        0 => MAX_DELETION_TIME,
        after => possible(time.wrapping_add(ROUND_SECONDS).wrapping_sub(after)),
    }
}

/// No later than a tombstone can be (`saturatingCastToMaxDeletionTime`).
fn possible(time: i64) -> i64 {
    if (0..=MAX_DELETION_TIME).contains(&time) {
        time
    } else {
        MAX_DELETION_TIME
    }
}

/// Counts have 31 bits (`saturatingCastToInt`).
fn added(count: i32, more: i32) -> i32 {
    count.saturating_add(more)
}
