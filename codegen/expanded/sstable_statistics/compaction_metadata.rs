// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    compaction_metadata_site : "compaction_metadata" in "sstable/sstable_statistics.ksy",
    line super::validation_metadata_site::LAST + 4; len_cardinality 4; cardinality 6;
}
/// A sketch from which the number of different partition keys in several SSTables together can be estimated.
///
/// Specification: `compaction_metadata` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.CompactionMetadata.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CompactionMetadata {
    /// HyperLogLog++ of the partition keys (hyperloglog_plus.ksy). The keys are hashed by 64-bit Murmur2 with the seed 0
    /// (`MurmurHash.hash2_64`), not by the Murmur3 of tokens and filters.
    pub cardinality: Vec<u8>,
}
impl CompactionMetadata {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        CompactionMetadataRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_len_cardinality =
            rt::sink::narrow::<i32, _>(self.cardinality.len() as i64, compaction_metadata_site::len_cardinality)?;
        rt::sink::demand(
            i64::from(f_len_cardinality) >= 0,
            "a value within its range",
            compaction_metadata_site::len_cardinality,
        )?;
        w.put(&f_len_cardinality.to_be_bytes());
        w.copy(&self.cardinality);
        Ok(())
    }
}
/// The head of a [`CompactionMetadata`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CompactionMetadataRef<'a> {
    /// Length of the sketch in bytes.
    pub len_cardinality: i32,
    pub cardinality: &'a [u8],
}
impl<'a> CompactionMetadataRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_len_cardinality = r.i32_be(compaction_metadata_site::len_cardinality)?;
        rt::ReadError::demand(
            i64::from(f_len_cardinality) >= 0,
            &f_len_cardinality,
            "a value within its range (Length of the sketch in bytes.)",
            start,
            compaction_metadata_site::len_cardinality,
        )?;
        let f_cardinality = {
            let len = i64::from(f_len_cardinality);
            r.take_i(len, compaction_metadata_site::cardinality)?
        };
        Ok(CompactionMetadataRef { len_cardinality: f_len_cardinality, cardinality: f_cardinality })
    }
    pub fn to_model(&self) -> rt::ReadResult<CompactionMetadata> {
        Ok(CompactionMetadata { cardinality: self.cardinality.to_vec() })
    }
    rt::sited!(compaction_metadata_site);
}
/// What stands in a [`CompactionMetadata`].
pub static COMPACTION_METADATA_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&compaction_metadata_site::ALL, &[])
        .fields(&[t::S4.least(0), t::bytes(t::Size::Bytes(&Name("len_cardinality")))])
};
rt::reflect!(CompactionMetadata : cardinality);
