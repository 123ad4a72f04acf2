// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    legacy_clustering_site : "legacy_clustering" in "sstable/sstable_statistics.ksy",
    line super::max_column_value_length_site::LAST + 3; num_values 4; values 6;
}
/// The smallest, or the largest, values of the clustering columns, each column by itself.
///
/// Specification: `legacy_clustering` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.StatsMetadataSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LegacyClustering {
    /// The values, as the types serialize them.
    pub values: Vec<common::BytesU2>,
}
impl LegacyClustering {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let head = LegacyClusteringRef::read(r, cx)?;
        let f_values =
            rt::array::collect(i64::from(head.num_values), 2, r, legacy_clustering_site::values, |r, index| {
                common::BytesU2::decode(r).within(legacy_clustering_site::values)
            })?;
        Ok(Self { values: f_values })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_num_values = rt::sink::narrow::<i32, _>(self.values.len() as i64, legacy_clustering_site::num_values)?;
        rt::sink::demand(i64::from(f_num_values) >= 0, "a value within its range", legacy_clustering_site::num_values)?;
        w.put(&f_num_values.to_be_bytes());
        for e in self.values.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`LegacyClustering`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct LegacyClusteringRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of columns with a value; may be less than there are.
    pub num_values: i32,
}
impl<'a> LegacyClusteringRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_values = r.i32_be(legacy_clustering_site::num_values)?;
        rt::ReadError::demand(
            i64::from(f_num_values) >= 0,
            &f_num_values,
            "a value within its range (Number of columns with a value; may be less than there are.)",
            start,
            legacy_clustering_site::num_values,
        )?;
        Ok(LegacyClusteringRef { begin, rest: *r, num_values: f_num_values })
    }
    rt::sited!(legacy_clustering_site);
}
/// What stands in a [`LegacyClustering`].
pub static LEGACY_CLUSTERING_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&legacy_clustering_site::ALL, &[])
        .fields(&[t::S4.least(0), t::of(&common::BYTES_U2_TABLE, &[]).times(&Name("num_values"))])
};
rt::reflect!(LegacyClustering : values);
