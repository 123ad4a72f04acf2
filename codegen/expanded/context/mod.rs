// Written by `expand` from the specification context.ksy. Do not edit.

use super::super::bti_partitions;
use super::super::bti_row_index;
use super::super::chunks;
use super::super::compression_info;
use super::super::crc;
use super::super::data;
use super::super::digest;
use super::super::filter;
use super::super::index;
use super::super::statistics;
use super::super::summary;
use super::super::toc;
use super::super::version;
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// What components are read and written with: the version, and what of other components is known.
#[derive(Debug, Clone, Copy)]
pub struct Context<'p> {
    /// The version of the SSTable.
    pub v: version::SstableVersion,
    entry_pos: Option<i64>,
    info: Option<&'p compression_info::SstableCompressionInfo>,
    h: Option<&'p statistics::SerializationHeader>,
    clustering_types: Option<&'p [rt::CqlType]>,
    at_root: Option<u64>,
}
impl<'p> Context<'p> {
    /// A context in which nothing but the version is known.
    pub fn new(v: version::SstableVersion) -> Self {
        Context { v, entry_pos: None, info: None, h: None, clustering_types: None, at_root: None }
    }
    /// Position of the entry in bytes, from a payload of Partitions.db.
    #[must_use]
    pub fn with_entry_pos(mut self, entry_pos: i64) -> Self {
        self.entry_pos = Some(entry_pos);
        self
    }
    /// The parsed CompressionInfo.db.
    #[must_use]
    pub fn with_info(mut self, info: &'p compression_info::SstableCompressionInfo) -> Self {
        self.info = Some(info);
        self
    }
    /// The serialization header from Statistics.db.
    #[must_use]
    pub fn with_h(mut self, h: &'p statistics::SerializationHeader) -> Self {
        self.h = Some(h);
        self
    }
    /// Types of the clustering columns, from the serialization header in Statistics.db.
    #[must_use]
    pub fn with_clustering_types(mut self, clustering_types: &'p [rt::CqlType]) -> Self {
        self.clustering_types = Some(clustering_types);
        self
    }
    /// Where `root` begins, which the caller has written.
    #[must_use]
    pub fn with_at_root(mut self, at: u64) -> Self {
        self.at_root = Some(at);
        self
    }
}
/// A component of an SSTable: what each of them can do, called in one way.
pub trait Component: Sized {
    /// Its name, as in the names of files.
    const NAME: &'static str;
    /// What it begins with, borrowed.
    type Head<'a>;
    /// Reads all of it.
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self>;
    /// Reads what it begins with; the reader is left after it.
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>>;
    /// Walks over all of its fields.
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()>;
    /// Writes it.
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()>;
}
impl<'p> bti_partitions::BtiPartitionsParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl<'p> bti_row_index::BtiRowIndexParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(
            cx.v,
            cx.entry_pos.ok_or_else(|| {
                rt::ReadError::new(
                    rt::ReadErrorKind::Context { needed: "entry_pos" },
                    0,
                    bti_row_index::BtiRowIndexRef::site(),
                )
            })?,
        ))
    }
}
impl<'p> chunks::SstableChunksParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(
            cx.v,
            cx.info.ok_or_else(|| {
                rt::ReadError::new(rt::ReadErrorKind::Context { needed: "info" }, 0, chunks::SstableChunksRef::site())
            })?,
        ))
    }
}
impl<'p> compression_info::SstableCompressionInfoParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl<'p> crc::SstableCrcParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl<'p> data::SstableDataParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(
            cx.v,
            cx.h.ok_or_else(|| {
                rt::ReadError::new(rt::ReadErrorKind::Context { needed: "h" }, 0, data::SstableDataRef::site())
            })?,
        ))
    }
}
impl<'p> digest::SstableDigestParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl<'p> filter::SstableFilterParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl<'p> index::SstableIndexParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(
            cx.v,
            cx.clustering_types.ok_or_else(|| {
                rt::ReadError::new(
                    rt::ReadErrorKind::Context { needed: "clustering_types" },
                    0,
                    index::SstableIndexRef::site(),
                )
            })?,
        ))
    }
}
impl<'p> statistics::SstableStatisticsParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl<'p> summary::SstableSummaryParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl<'p> toc::SstableTocParams<'p> {
    /// What the component needs of a context.
    pub fn of(cx: &Context<'p>) -> rt::ReadResult<Self> {
        Ok(Self::new(cx.v))
    }
}
impl Component for bti_partitions::BtiPartitions {
    const NAME: &'static str = "Partitions";
    type Head<'a> = bti_partitions::BtiPartitionsRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        bti_partitions::BtiPartitions::decode(r, &bti_partitions::BtiPartitionsParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        bti_partitions::BtiPartitionsRef::read(r, &bti_partitions::BtiPartitionsParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        bti_partitions::BtiPartitions::walk(r, &bti_partitions::BtiPartitionsParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        bti_partitions::BtiPartitions::encode(
            self,
            w,
            &bti_partitions::BtiPartitionsParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
            cx.at_root.ok_or_else(|| {
                rt::WriteError::new(
                    rt::WriteErrorKind::Expression { what: "cannot be written without the position of root" },
                    bti_partitions::BtiPartitionsRef::site(),
                )
            })?,
        )
    }
}
impl Component for bti_row_index::BtiRowIndex {
    const NAME: &'static str = "Rows";
    type Head<'a> = bti_row_index::BtiRowIndexRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        bti_row_index::BtiRowIndex::decode(r, &bti_row_index::BtiRowIndexParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        bti_row_index::BtiRowIndexRef::read(r, &bti_row_index::BtiRowIndexParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        bti_row_index::BtiRowIndex::walk(r, &bti_row_index::BtiRowIndexParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        bti_row_index::BtiRowIndex::encode(
            self,
            w,
            &bti_row_index::BtiRowIndexParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
            cx.at_root.ok_or_else(|| {
                rt::WriteError::new(
                    rt::WriteErrorKind::Expression { what: "cannot be written without the position of root" },
                    bti_row_index::BtiRowIndexRef::site(),
                )
            })?,
        )
    }
}
impl Component for chunks::SstableChunks {
    const NAME: &'static str = "Chunks";
    type Head<'a> = chunks::SstableChunksRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        chunks::SstableChunks::decode(r, &chunks::SstableChunksParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        chunks::SstableChunksRef::read(r, &chunks::SstableChunksParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        chunks::SstableChunks::walk(r, &chunks::SstableChunksParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        chunks::SstableChunks::encode(
            self,
            w,
            &chunks::SstableChunksParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
        )
    }
}
impl Component for compression_info::SstableCompressionInfo {
    const NAME: &'static str = "CompressionInfo";
    type Head<'a> = compression_info::SstableCompressionInfoRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        compression_info::SstableCompressionInfo::decode(r, &compression_info::SstableCompressionInfoParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        compression_info::SstableCompressionInfoRef::read(r, &compression_info::SstableCompressionInfoParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        compression_info::SstableCompressionInfo::walk(r, &compression_info::SstableCompressionInfoParams::of(cx)?, w)
            .map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        compression_info::SstableCompressionInfo::encode(
            self,
            w,
            &compression_info::SstableCompressionInfoParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
        )
    }
}
impl Component for crc::SstableCrc {
    const NAME: &'static str = "CRC";
    type Head<'a> = crc::SstableCrcRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        crc::SstableCrc::decode(r, &crc::SstableCrcParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        crc::SstableCrcRef::read(r, &crc::SstableCrcParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        crc::SstableCrc::walk(r, &crc::SstableCrcParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        crc::SstableCrc::encode(self, w, &crc::SstableCrcParams::of(cx).map_err(|e| rt::WriteError::context(&e))?)
    }
}
impl Component for data::SstableData {
    const NAME: &'static str = "Data";
    type Head<'a> = data::SstableDataRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        data::SstableData::decode(r, &data::SstableDataParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        data::SstableDataRef::read(r, &data::SstableDataParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        data::SstableData::walk(r, &data::SstableDataParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        data::SstableData::encode(self, w, &data::SstableDataParams::of(cx).map_err(|e| rt::WriteError::context(&e))?)
    }
}
impl Component for digest::SstableDigest {
    const NAME: &'static str = "Digest";
    type Head<'a> = digest::SstableDigestRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        digest::SstableDigest::decode(r, &digest::SstableDigestParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        digest::SstableDigestRef::read(r, &digest::SstableDigestParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        digest::SstableDigest::walk(r, &digest::SstableDigestParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        digest::SstableDigest::encode(
            self,
            w,
            &digest::SstableDigestParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
        )
    }
}
impl Component for filter::SstableFilter {
    const NAME: &'static str = "Filter";
    type Head<'a> = filter::SstableFilterRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        filter::SstableFilter::decode(r, &filter::SstableFilterParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        filter::SstableFilterRef::read(r, &filter::SstableFilterParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        filter::SstableFilter::walk(r, &filter::SstableFilterParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        filter::SstableFilter::encode(
            self,
            w,
            &filter::SstableFilterParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
        )
    }
}
impl Component for index::SstableIndex {
    const NAME: &'static str = "Index";
    type Head<'a> = index::SstableIndexRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        index::SstableIndex::decode(r, &index::SstableIndexParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        index::SstableIndexRef::read(r, &index::SstableIndexParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        index::SstableIndex::walk(r, &index::SstableIndexParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        index::SstableIndex::encode(
            self,
            w,
            &index::SstableIndexParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
        )
    }
}
impl Component for statistics::SstableStatistics {
    const NAME: &'static str = "Statistics";
    type Head<'a> = statistics::SstableStatisticsRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        statistics::SstableStatistics::decode(r, &statistics::SstableStatisticsParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        statistics::SstableStatisticsRef::read(r, &statistics::SstableStatisticsParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        statistics::SstableStatistics::walk(r, &statistics::SstableStatisticsParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        statistics::SstableStatistics::encode(
            self,
            w,
            &statistics::SstableStatisticsParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
        )
    }
}
impl Component for summary::SstableSummary {
    const NAME: &'static str = "Summary";
    type Head<'a> = summary::SstableSummaryRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        summary::SstableSummary::decode(r, &summary::SstableSummaryParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        summary::SstableSummaryRef::read(r, &summary::SstableSummaryParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        summary::SstableSummary::walk(r, &summary::SstableSummaryParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        summary::SstableSummary::encode(
            self,
            w,
            &summary::SstableSummaryParams::of(cx).map_err(|e| rt::WriteError::context(&e))?,
        )
    }
}
impl Component for toc::SstableToc {
    const NAME: &'static str = "TOC";
    type Head<'a> = toc::SstableTocRef<'a>;
    fn decode(r: &mut rt::Reader<'_>, cx: &Context<'_>) -> rt::ReadResult<Self> {
        toc::SstableToc::decode(r, &toc::SstableTocParams::of(cx)?)
    }
    fn read<'a>(r: &mut rt::Reader<'a>, cx: &Context<'_>) -> rt::ReadResult<Self::Head<'a>> {
        toc::SstableTocRef::read(r, &toc::SstableTocParams::of(cx)?)
    }
    fn walk(r: &mut rt::Reader<'_>, cx: &Context<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        toc::SstableToc::walk(r, &toc::SstableTocParams::of(cx)?, w).map(drop)
    }
    fn encode<S: rt::Sink>(&self, w: &mut S, cx: &Context<'_>) -> rt::WriteResult<()> {
        toc::SstableToc::encode(self, w, &toc::SstableTocParams::of(cx).map_err(|e| rt::WriteError::context(&e))?)
    }
}
/// Component, path of the field without numbers of elements, and the versions that do not store it.
static LACKING: &[(&str, &str, &str)] = &[
    ("CompressionInfo", "max_compressed_length", "ma mb mc md me"),
    ("CompressionInfo", "dictionary", "ma mb mc md me na nb nc oa da aa ac ad ba bb ca cb cc"),
    ("Statistics", "toc.body.legacy_min_clustering", "oa pa da ea ba bb ca cb cc"),
    ("Statistics", "toc.body.legacy_max_clustering", "oa pa da ea ba bb ca cb cc"),
    ("Statistics", "toc.body.covered_clustering", "ma mb mc md me na nb aa ac ad"),
    ("Statistics", "toc.body.commit_log_lower_bound", "ma"),
    ("Statistics", "toc.body.commit_log_intervals", "ma mb"),
    ("Statistics", "toc.body.pending_repair", "ma mb mc md me"),
    ("Statistics", "toc.body.zero_copy_metadata", "ma mb mc md me na nb nc oa pa da ea aa ac ad ca cb cc"),
    ("Statistics", "toc.body.incremental_node_sync_time", "ma mb mc md me na nb nc oa pa da ea aa ac ad ca cb cc"),
    ("Statistics", "toc.body.max_column_value_lengths", "ma mb mc md me na nb nc oa pa da ea aa ac ad ca cb cc"),
    ("Statistics", "toc.body.is_transient", "ma mb mc md me aa ac ad ba bb"),
    ("Statistics", "toc.body.originating_host_id", "ma mb mc md na aa ac ba"),
    ("Statistics", "toc.body.has_partition_level_deletions", "ma mb mc md me na nb aa ac ad"),
    ("Statistics", "toc.body.first_key", "ma mb mc md me na nb aa ac ad ba bb ca cb cc"),
    ("Statistics", "toc.body.last_key", "ma mb mc md me na nb aa ac ad ba bb ca cb cc"),
    ("Statistics", "toc.body.token_space_coverage", "ma mb mc md me na nb nc aa ac ad ba bb ca"),
];
impl Context<'_> {
    /// Whether the version stores a field, told by its path from the component's first type on.
    pub fn stores(&self, component: &str, path: &str) -> bool {
        let path = rt::walk::without_numbers(path);
        let is_it =
            |lacking: &str| path.strip_prefix(lacking).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        !LACKING.iter().any(|(of, lacking, versions)| {
            *of == component && is_it(lacking) && versions.split(' ').any(|v| v == self.v.letters())
        })
    }
}
