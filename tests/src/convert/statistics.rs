//! Statistics.db.

use cqlite_format::statistics::{EstimatedHistogram, SstableStatistics};
use cqlite_sstable::descriptor::Component;

use super::places::Places;
use super::{Conversion, Failure};

impl Conversion<'_> {
    pub fn statistics(&mut self, places: &Places) -> Result<(), Failure> {
        let ratio = self.ratio;
        self.rewrite(&Component::Statistics, |model: &mut SstableStatistics| {
            if let Some(stats) = model.stats_mut() {
                count_sizes(&mut stats.estimated_partition_size, places);
                stats.compression_ratio = ratio.unwrap_or(stats.compression_ratio);
            }
            Ok(())
        })
    }
}

/// Partitions have other sizes in another version.
fn count_sizes(histogram: &mut EstimatedHistogram, places: &Places) {
    for bucket in &mut histogram.buckets {
        bucket.count = 0;
    }
    for size in places.sizes() {
        // A bucket counts what is above its bound; the first repeats the bound of the second, up to which it counts.
        let above = histogram.buckets.iter().skip(1).take_while(|b| (b.offset as u64) < size).count();
        if let Some(bucket) = histogram.buckets.get_mut(above) {
            bucket.count += 1;
        }
    }
}
