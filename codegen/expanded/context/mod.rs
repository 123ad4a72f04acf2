// Written by `expand` from the specification context.ksy. Do not edit.
use super::super::{
    bti_partitions, bti_row_index, chunks, compression_info, crc, data, digest, filter, index, statistics, summary,
    toc, version,
};
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
rt::component!(
    bti_partitions : BtiPartitions, BtiPartitionsRef, BtiPartitionsParams, "Partitions",
    at_root : "cannot be written without the position of root"
);
rt::component!(
    bti_row_index : BtiRowIndex, BtiRowIndexRef, BtiRowIndexParams, "Rows", at_root :
    "cannot be written without the position of root"
);
rt::component!(chunks : SstableChunks, SstableChunksRef, SstableChunksParams, "Chunks");
rt::component!(
    compression_info : SstableCompressionInfo, SstableCompressionInfoRef,
    SstableCompressionInfoParams, "CompressionInfo"
);
rt::component!(crc : SstableCrc, SstableCrcRef, SstableCrcParams, "CRC");
rt::component!(data : SstableData, SstableDataRef, SstableDataParams, "Data");
rt::component!(digest : SstableDigest, SstableDigestRef, SstableDigestParams, "Digest");
rt::component!(filter : SstableFilter, SstableFilterRef, SstableFilterParams, "Filter");
rt::component!(index : SstableIndex, SstableIndexRef, SstableIndexParams, "Index");
rt::component!(
    statistics : SstableStatistics, SstableStatisticsRef, SstableStatisticsParams,
    "Statistics"
);
rt::component!(
    summary : SstableSummary, SstableSummaryRef, SstableSummaryParams, "Summary"
);
rt::component!(toc : SstableToc, SstableTocRef, SstableTocParams, "TOC");
/// Component, path of the field without numbers of elements, and the versions that do not store it.
static LACKING: &[(&str, &str, &str)] = &[
    ("Partitions", "root.row_payload.open_deletion.legacy_local_deletion_time", "oa pa da ea"),
    ("Partitions", "root.row_payload.open_deletion.legacy_marked_for_delete_at", "oa pa da ea"),
    ("Partitions", "root.row_payload.open_deletion.flags", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Partitions", "root.row_payload.open_deletion.mfda_mid", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Partitions", "root.row_payload.open_deletion.mfda_low", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    (
        "Partitions",
        "root.row_payload.open_deletion.uint_local_deletion_time",
        "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc",
    ),
    ("Rows", "entry.deletion_time.legacy_local_deletion_time", "oa pa da ea"),
    ("Rows", "entry.deletion_time.legacy_marked_for_delete_at", "oa pa da ea"),
    ("Rows", "entry.deletion_time.flags", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Rows", "entry.deletion_time.mfda_mid", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Rows", "entry.deletion_time.mfda_low", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Rows", "entry.deletion_time.uint_local_deletion_time", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Rows", "entry.root.row_payload.open_deletion.legacy_local_deletion_time", "oa pa da ea"),
    ("Rows", "entry.root.row_payload.open_deletion.legacy_marked_for_delete_at", "oa pa da ea"),
    ("Rows", "entry.root.row_payload.open_deletion.flags", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Rows", "entry.root.row_payload.open_deletion.mfda_mid", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Rows", "entry.root.row_payload.open_deletion.mfda_low", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    (
        "Rows",
        "entry.root.row_payload.open_deletion.uint_local_deletion_time",
        "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc",
    ),
    ("CompressionInfo", "max_compressed_length", "ma mb mc md me"),
    ("CompressionInfo", "dictionary", "ma mb mc md me na nb nc oa da aa ac ad ba bb ca cb cc"),
    ("Data", "partitions.deletion.legacy_local_deletion_time", "oa pa da ea"),
    ("Data", "partitions.deletion.legacy_marked_for_delete_at", "oa pa da ea"),
    ("Data", "partitions.deletion.flags", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Data", "partitions.deletion.mfda_mid", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Data", "partitions.deletion.mfda_low", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Data", "partitions.deletion.uint_local_deletion_time", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Index", "entries.promoted.deletion_time.legacy_local_deletion_time", "oa pa da ea"),
    ("Index", "entries.promoted.deletion_time.legacy_marked_for_delete_at", "oa pa da ea"),
    ("Index", "entries.promoted.deletion_time.flags", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Index", "entries.promoted.deletion_time.mfda_mid", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Index", "entries.promoted.deletion_time.mfda_low", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    (
        "Index",
        "entries.promoted.deletion_time.uint_local_deletion_time",
        "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc",
    ),
    ("Index", "entries.promoted.blocks.end_open_marker.legacy_local_deletion_time", "oa pa da ea"),
    ("Index", "entries.promoted.blocks.end_open_marker.legacy_marked_for_delete_at", "oa pa da ea"),
    ("Index", "entries.promoted.blocks.end_open_marker.flags", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Index", "entries.promoted.blocks.end_open_marker.mfda_mid", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    ("Index", "entries.promoted.blocks.end_open_marker.mfda_low", "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc"),
    (
        "Index",
        "entries.promoted.blocks.end_open_marker.uint_local_deletion_time",
        "ma mb mc md me na nb nc aa ac ad ba bb ca cb cc",
    ),
    ("Statistics", "num_components_crc", "ma mb mc md me"),
    ("Statistics", "toc.body.legacy_min_clustering", "oa pa da ea ba bb ca cb cc"),
    ("Statistics", "toc.body.legacy_max_clustering", "oa pa da ea ba bb ca cb cc"),
    ("Statistics", "toc.body.covered_clustering", "ma mb mc md me na nb aa ac ad"),
    ("Statistics", "toc.body.commit_log_lower_bound", "ma"),
    ("Statistics", "toc.body.commit_log_intervals", "ma mb"),
    ("Statistics", "toc.body.has_pending_repair", "ma mb mc md me"),
    ("Statistics", "toc.body.pending_repair", "ma mb mc md me"),
    ("Statistics", "toc.body.has_zero_copy_metadata", "ma mb mc md me na nb nc oa pa da ea aa ac ad ca cb cc"),
    ("Statistics", "toc.body.zero_copy_metadata", "ma mb mc md me na nb nc oa pa da ea aa ac ad ca cb cc"),
    ("Statistics", "toc.body.incremental_node_sync_time", "ma mb mc md me na nb nc oa pa da ea aa ac ad ca cb cc"),
    ("Statistics", "toc.body.max_column_value_lengths", "ma mb mc md me na nb nc oa pa da ea aa ac ad ca cb cc"),
    ("Statistics", "toc.body.is_transient", "ma mb mc md me aa ac ad ba bb"),
    ("Statistics", "toc.body.has_originating_host_id", "ma mb mc md na aa ac ba"),
    ("Statistics", "toc.body.originating_host_id", "ma mb mc md na aa ac ba"),
    ("Statistics", "toc.body.has_partition_level_deletions", "ma mb mc md me na nb aa ac ad"),
    ("Statistics", "toc.body.first_key", "ma mb mc md me na nb aa ac ad ba bb ca cb cc"),
    ("Statistics", "toc.body.last_key", "ma mb mc md me na nb aa ac ad ba bb ca cb cc"),
    ("Statistics", "toc.body.token_space_coverage", "ma mb mc md me na nb nc aa ac ad ba bb ca"),
    ("Statistics", "toc_crc", "ma mb mc md me"),
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
