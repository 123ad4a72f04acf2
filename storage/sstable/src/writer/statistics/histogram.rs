use cqlite_format::statistics::{Bucket, EstimatedHistogram};
use cqlite_format::version::SstableVersion;

/// Buckets of the histogram of partition sizes, as Cassandra 5.0 makes it (`MetadataCollector.defaultPartitionSizeHistogram`).
pub const PARTITION_SIZE_BUCKETS: usize = 156;
/// The same before 5.0.
const SHORT_PARTITION_SIZE_BUCKETS: usize = 151;
/// Buckets of the histogram of cells in a partition (`MetadataCollector.defaultCellPerPartitionCountHistogram`).
pub const CELL_COUNT_BUCKETS: usize = 119;

/// Buckets of the histogram of partition sizes in a version.
#[must_use]
pub fn partition_size_buckets(version: SstableVersion) -> usize {
    if version.predates_5_0() {
        SHORT_PARTITION_SIZE_BUCKETS
    } else {
        PARTITION_SIZE_BUCKETS
    }
}

/// Counts of values in buckets, the bounds of which grow by a fifth (`EstimatedHistogram`).
#[derive(Debug, Clone)]
pub struct Histogram {
    /// Upper bounds of the buckets, but of the last one, which has none.
    offsets: Vec<i64>,
    counts: Vec<u64>,
    /// The bucket of the last value.
    last: usize,
}

impl Histogram {
    /// An empty one with that many buckets, one at least.
    #[must_use]
    pub fn new(num_buckets: usize) -> Self {
        let offsets: Vec<i64> = bounds().take(num_buckets.saturating_sub(1)).collect();
        Histogram { counts: vec![0; offsets.len() + 1], offsets, last: 0 }
    }

    /// The bounds as they are stored, one for each bucket, of which the first is there twice.
    pub fn stored_offsets() -> impl Iterator<Item = i64> {
        bounds().take(1).chain(bounds())
    }

    /// Counts a value.
    pub fn add(&mut self, value: u64) {
        let value = i64::try_from(value).unwrap_or(i64::MAX);
        // Values are often of the same bucket as the one before.
        let is_in = |bucket: usize| {
            self.offsets.get(bucket).is_some_and(|offset| value <= *offset)
                && bucket.checked_sub(1).is_none_or(|before| self.offsets[before] < value)
        };
        let bucket = match is_in(self.last) {
            true => self.last,
            false => self.offsets.partition_point(|offset| *offset < value),
        };
        self.last = bucket;
        if let Some(count) = self.counts.get_mut(bucket) {
            *count += 1;
        }
    }

    /// How many values each bucket has.
    #[must_use]
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// As it is stored.
    #[must_use]
    pub fn model(&self) -> EstimatedHistogram {
        let count = |n: &u64| i64::try_from(*n).unwrap_or(i64::MAX);
        let buckets = Self::stored_offsets().zip(&self.counts).map(|(offset, n)| Bucket {
            offset,
            count: count(n),
            ..Bucket::default()
        });
        EstimatedHistogram { buckets: buckets.collect(), ..EstimatedHistogram::default() }
    }
}

/// All bounds, ascending (`EstimatedHistogram.newOffsets`).
fn bounds() -> impl Iterator<Item = i64> {
    std::iter::successors(Some(1i64), |last| {
        // Math.round(last * 1.2)
        let next = (*last as f64 * 1.2 + 0.5).floor() as i64;
        Some(next.max(last.saturating_add(1)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_those_of_cassandra() {
        let mut histogram = Histogram::new(PARTITION_SIZE_BUCKETS);
        assert_eq!(histogram.offsets.get(..13), Some(&[1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20][..]));
        // EH of 155 can track a max value of 3520571548412 (MetadataCollector).
        assert_eq!(histogram.offsets.last(), Some(&3_520_571_548_412));
        for value in [0, 1, 9, 10, 11, u64::MAX] {
            histogram.add(value);
        }
        assert_eq!(histogram.counts().get(..10), Some(&[2, 0, 0, 0, 0, 0, 0, 0, 2, 1][..]));
        assert_eq!(histogram.counts().last(), Some(&1));
        let stored = histogram.model().buckets;
        let ends = [stored.first(), stored.get(1), stored.last()].map(|bucket| bucket.map(|b| (b.offset, b.count)));
        assert_eq!(ends, [Some((1, 2)), Some((1, 0)), Some((3_520_571_548_412, 1))]);
        assert_eq!(Histogram::new(0).counts(), [0]);
    }
}
