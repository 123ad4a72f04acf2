//! What the rows add up to, as Cassandra counts while it writes, and whether Statistics.db says the same.
//!
//! What is counted is [`StatisticsCollector`]'s to know; here is what releases have done otherwise, and the comparison.

mod comparison;

use cqlite_format::statistics::StatsMetadata;
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::ClusteringComparator;
use cqlite_rows::LivenessInfo;
use cqlite_sstable::writer::statistics::StatisticsCollector;

use crate::fields::stats as stats_fields;
use crate::log::Log;
use crate::metadata::Metadata;
use comparison::Comparison;

/// Where releases count in another way than they do now.
#[derive(Debug, Clone, Copy)]
struct WriterQuirks {
    /// Rows without a TTL do not count for the ranges of TTLs and deletion times (3.0.0).
    ignores_live_rows: bool,
    /// What is not deleted and does not expire counts as a deletion too, up to some release of `mc`.
    counts_all_deletions: bool,
    /// Some releases count each partition's cells twice, in 3.11 and before 4.0 was released.
    doubles_cells: bool,
    /// Static rows count even if they are empty, where compaction has written the SSTable.
    may_count_empty_rows: bool,
    /// DataStax's count cells and sizes in ways of their own.
    has_other_histograms: bool,
}

impl WriterQuirks {
    fn of(version: SstableVersion) -> Self {
        WriterQuirks {
            ignores_live_rows: version.counts_only_expiring_rows(),
            counts_all_deletions: version.may_count_live_as_deletions(),
            doubles_cells: version.may_count_cells_twice(),
            may_count_empty_rows: version.may_be_compacted_by_cursor(),
            has_other_histograms: version.counts_otherwise(),
        }
    }
}

/// What the rows add up to.
#[derive(Debug)]
pub(crate) struct Totals {
    quirks: WriterQuirks,
    pub(crate) collected: StatisticsCollector,
    pub(crate) empty_static_rows: u64,
}

impl Totals {
    /// Histograms have as many buckets as the stored ones, which releases have given other numbers of.
    pub(crate) fn new(version: SstableVersion, stats: Option<&StatsMetadata>) -> Self {
        let (sizes, cells) = stats.map_or((0, 0), |s| {
            (s.estimated_partition_size.buckets.len(), s.estimated_cell_per_partition_count.buckets.len())
        });
        let collected = StatisticsCollector::new(sizes, cells);
        Totals { quirks: WriterQuirks::of(version), collected, empty_static_rows: 0 }
    }

    /// Timestamp and expiration of a row.
    pub(crate) fn liveness(&mut self, liveness: &LivenessInfo, at: u64) {
        if self.quirks.ignores_live_rows && !liveness.is_expiring() {
            self.collected.timestamps.add(liveness.timestamp, at);
        } else {
            self.collected.liveness(liveness, at);
        }
    }

    /// Compares with Statistics.db. Only bounds, unless all rows have been read.
    pub(crate) fn check(
        self,
        metadata: &Metadata,
        comparator: &ClusteringComparator,
        is_whole: bool,
        log: &mut Log<'_>,
    ) {
        let Some((_, stats)) = metadata.stats() else { return };
        let own = &self.collected;
        let mut c = Comparison { metadata, stats, is_whole, quirks: self.quirks, log };
        c.ranges(own);
        c.clusterings(own, comparator);
        if is_whole {
            c.counts(own, self.empty_static_rows);
            c.histogram(&stats.estimated_partition_size, own.partition_sizes(), stats_fields::PARTITION_SIZES);
            c.histogram(&stats.estimated_cell_per_partition_count, own.cell_counts(), stats_fields::CELL_COUNTS);
        }
    }
}
