// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    covered_clustering_site : "covered_clustering" in "sstable/sstable_statistics.ksy",
    line super::legacy_clustering_site::LAST + 5; num_types 9; clustering_types 4; lower
    5; upper 3;
}
/// A range of clusterings, as a slice of two bounds. It includes the rows and the range tombstones. Static rows and deletions of whole
/// partitions do not count: they do not widen the range, and has_partition_level_deletions tells of the latter.
///
/// Where there are no rows and no range tombstones, the bounds are those that the writer began with, and stand the other way round: `lower`
/// is an excl_start_bound without values (after everything) and `upper` an excl_end_bound without values (before everything).
///
/// Specification: `covered_clustering` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.Slice.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct CoveredClustering {
    /// Their types, as in the header.
    pub clustering_types: Vec<rt::CqlType>,
    /// Where it starts. Without values, an incl_start_bound is before everything.
    pub lower: common::ClusteringBound,
    /// Where it ends. Without values, an incl_end_bound is after everything.
    pub upper: common::ClusteringBound,
}
impl CoveredClustering {
    /// Of `lower`, `upper` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(lower: common::ClusteringBound, upper: common::ClusteringBound) -> Self {
        Self { lower, upper, clustering_types: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let head = CoveredClusteringRef::read(r, cx)?;
        let f_clustering_types = rt::array::collect(
            r.in_range(i64::try_from(head.num_types).ok(), covered_clustering_site::clustering_types)?,
            1,
            r,
            covered_clustering_site::clustering_types,
            |r, index| rt::CqlTypeCodec::read(r, covered_clustering_site::clustering_types),
        )?;
        let f_lower = common::ClusteringBound::decode(r, &f_clustering_types).within(covered_clustering_site::lower)?;
        let f_upper = common::ClusteringBound::decode(r, &f_clustering_types).within(covered_clustering_site::upper)?;
        Ok(Self { clustering_types: f_clustering_types, lower: f_lower, upper: f_upper })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_num_types =
            rt::sink::narrow::<u64, _>(self.clustering_types.len() as i64, covered_clustering_site::num_types)?;
        rt::UvintCodec::write(w, &f_num_types, covered_clustering_site::num_types)?;
        for e in self.clustering_types.iter() {
            rt::CqlTypeCodec::write(w, e, covered_clustering_site::clustering_types)?;
        }
        self.lower.encode(w, &self.clustering_types)?;
        self.upper.encode(w, &self.clustering_types)?;
        Ok(())
    }
}
/// The head of a [`CoveredClustering`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CoveredClusteringRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of clustering columns.
    pub num_types: u64,
}
impl<'a> CoveredClusteringRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_num_types = rt::UvintCodec::read(r, covered_clustering_site::num_types)?;
        Ok(CoveredClusteringRef { begin, rest: *r, num_types: f_num_types })
    }
    rt::sited!(covered_clustering_site);
}
/// What stands in a [`CoveredClustering`].
pub static COVERED_CLUSTERING_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&covered_clustering_site::ALL, &[]).fields(&[
        t::native(t::Native::Uvint, &[]),
        t::native(t::Native::CqlType, &[]).times(&Member(&Name("num_types"), "value")).kept(),
        t::of(&common::CLUSTERING_BOUND_TABLE, &[Name("clustering_types")]),
        t::of(&common::CLUSTERING_BOUND_TABLE, &[Name("clustering_types")]),
    ])
};
rt::reflect!(CoveredClustering : clustering_types, lower, upper);
