// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    validation_metadata_site : "validation_metadata" in "sstable/sstable_statistics.ksy",
    line super::toc_entry_site::LAST + 6; partitioner 4; bloom_filter_fp_chance 3;
}
/// What must agree with the cluster and the table for the SSTable to be opened.
///
/// Specification: `validation_metadata` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.ValidationMetadata.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ValidationMetadata {
    /// Class name of the partitioner, which gives the order of the partitions, e.g. `org.apache.cassandra.dht.Murmur3Partitioner`.
    pub partitioner: common::JavaUtf,
    /// Rate of false positives that the Bloom filter was made for, 0 to 1. Cassandra makes it anew if the table's option has changed.
    pub bloom_filter_fp_chance: f64,
}
impl ValidationMetadata {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        ValidationMetadataRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        self.partitioner.encode(w)?;
        w.put(&self.bloom_filter_fp_chance.to_be_bytes());
        Ok(())
    }
}
/// The head of a [`ValidationMetadata`], borrowed; fields without a text are described there.
#[derive(Debug, Clone)]
pub struct ValidationMetadataRef<'a> {
    pub partitioner: common::JavaUtfRef<'a>,
    pub bloom_filter_fp_chance: f64,
}
impl<'a> ValidationMetadataRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_partitioner = common::JavaUtfRef::read(r).within(validation_metadata_site::partitioner)?;
        let f_bloom_filter_fp_chance = r.f64_be(validation_metadata_site::bloom_filter_fp_chance)?;
        Ok(ValidationMetadataRef {
            partitioner: f_partitioner.clone(),
            bloom_filter_fp_chance: f_bloom_filter_fp_chance,
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<ValidationMetadata> {
        Ok(ValidationMetadata {
            partitioner: self.partitioner.to_model()?,
            bloom_filter_fp_chance: self.bloom_filter_fp_chance,
        })
    }
    rt::sited!(validation_metadata_site);
}
/// What stands in a [`ValidationMetadata`].
pub static VALIDATION_METADATA_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&validation_metadata_site::ALL, &[])
        .fields(&[t::of(&common::JAVA_UTF_TABLE, &[]), t::float(8, false)])
};
rt::reflect!(ValidationMetadata : partitioner, bloom_filter_fp_chance);
