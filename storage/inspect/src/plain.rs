//! Components that are read from their start, all in memory.

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_format::chunks::{SstableChunks, SstableChunksParams};
use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::crc::{SstableCrc, SstableCrcParams};
use cqlite_format::digest::{SstableDigest, SstableDigestParams};
use cqlite_format::filter::{SstableFilter, SstableFilterParams};
use cqlite_format::index::{SstableIndex, SstableIndexParams};
use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams};
use cqlite_format::summary::{SstableSummary, SstableSummaryParams};
use cqlite_format::toc::{SstableToc, SstableTocParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::error::Result as ReadResult;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Reader, Walk};

/// What a component needs besides its bytes and its version.
pub(crate) enum Plain<'a> {
    Statistics,
    CompressionInfo,
    Chunks(&'a SstableCompressionInfo),
    Index(&'a [CqlType]),
    Summary,
    Filter,
    Crc,
    Digest,
    Toc,
    /// Footer and key range of Partitions.db, without the trie.
    Partitions,
}

impl Plain<'_> {
    /// Walks over all fields; nothing may be left behind them.
    pub(crate) fn walk(&self, r: &mut Reader<'_>, v: SstableVersion, w: &mut dyn Walk) -> ReadResult<()> {
        match self {
            Plain::Statistics => SstableStatistics::walk(r, &SstableStatisticsParams::new(v), w).map(drop),
            Plain::Partitions => BtiPartitions::walk(r, &BtiPartitionsParams::new(v), w).map(drop),
            Plain::Chunks(info) => SstableChunks::walk(r, &SstableChunksParams::new(v, info), w).map(drop),
            Plain::CompressionInfo => {
                SstableCompressionInfo::walk(r, &SstableCompressionInfoParams::new(v), w)?;
                r.finish(cqlite_format::compression_info::SstableCompressionInfoRef::site())
            }
            Plain::Index(clustering_types) => {
                SstableIndex::walk(r, &SstableIndexParams::new(v, clustering_types), w).map(drop)
            }
            Plain::Summary => {
                SstableSummary::walk(r, &SstableSummaryParams::new(v), w)?;
                r.finish(cqlite_format::summary::SstableSummaryRef::site())
            }
            Plain::Filter => {
                SstableFilter::walk(r, &SstableFilterParams::new(v), w)?;
                r.finish(cqlite_format::filter::SstableFilterRef::site())
            }
            Plain::Crc => SstableCrc::walk(r, &SstableCrcParams::new(v), w).map(drop),
            Plain::Digest => SstableDigest::walk(r, &SstableDigestParams::new(v), w).map(drop),
            Plain::Toc => SstableToc::walk(r, &SstableTocParams::new(v), w).map(drop),
        }
    }

    /// Compares the checksums that the component has of itself.
    pub(crate) fn check(&self, bytes: &[u8], v: SstableVersion) -> ReadResult<()> {
        let r = &mut Reader::new(bytes);
        match self {
            Plain::Statistics => SstableStatistics::decode(r, &SstableStatisticsParams::new(v)).map(drop),
            Plain::CompressionInfo => {
                SstableCompressionInfo::decode(r, &SstableCompressionInfoParams::new(v)).map(drop)
            }
            _ => Ok(()),
        }
    }
}
