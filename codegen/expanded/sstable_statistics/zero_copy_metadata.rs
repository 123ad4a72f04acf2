// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    zero_copy_metadata_site : "zero_copy_metadata" in "sstable/sstable_statistics.ksy",
    line super::commit_log_interval_site::LAST + 3; data_start 6; data_end 3; chunk_size
    3; estimated_keys 3; first_key 3; last_key 3;
}
/// DSE streams a range of an SSTable without rewriting it: the chunks that have the range are copied, and the indexes keep the positions of
/// the whole file. Such files are partial; positions are to be reduced by where the slice starts.
///
/// Specification: `zero_copy_metadata` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.ZeroCopyMetadata.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ZeroCopyMetadata {
    /// Position in the whole uncompressed stream where the slice starts, in bytes.
    pub data_start: i64,
    /// Position where it ends.
    pub data_end: i64,
    /// The chunk length; the slice was cut at a multiple of it at or before `data_start`.
    pub chunk_size: i32,
    /// About how many partitions there are in the slice.
    pub estimated_keys: i64,
    /// First partition key of the slice.
    pub first_key: common::BytesU2,
    /// Last partition key of the slice.
    pub last_key: common::BytesU2,
}
impl ZeroCopyMetadata {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        ZeroCopyMetadataRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        w.put(&self.data_start.to_be_bytes());
        w.put(&self.data_end.to_be_bytes());
        w.put(&self.chunk_size.to_be_bytes());
        w.put(&self.estimated_keys.to_be_bytes());
        self.first_key.encode(w)?;
        self.last_key.encode(w)?;
        Ok(())
    }
}
/// The head of a [`ZeroCopyMetadata`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct ZeroCopyMetadataRef<'a> {
    pub data_start: i64,
    pub data_end: i64,
    pub chunk_size: i32,
    pub estimated_keys: i64,
    pub first_key: common::BytesU2Ref<'a>,
    pub last_key: common::BytesU2Ref<'a>,
}
impl<'a> ZeroCopyMetadataRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_data_start = r.i64_be(zero_copy_metadata_site::data_start)?;
        let f_data_end = r.i64_be(zero_copy_metadata_site::data_end)?;
        let f_chunk_size = r.i32_be(zero_copy_metadata_site::chunk_size)?;
        let f_estimated_keys = r.i64_be(zero_copy_metadata_site::estimated_keys)?;
        let f_first_key = common::BytesU2Ref::read(r).within(zero_copy_metadata_site::first_key)?;
        let f_last_key = common::BytesU2Ref::read(r).within(zero_copy_metadata_site::last_key)?;
        Ok(ZeroCopyMetadataRef {
            data_start: f_data_start,
            data_end: f_data_end,
            chunk_size: f_chunk_size,
            estimated_keys: f_estimated_keys,
            first_key: f_first_key,
            last_key: f_last_key,
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<ZeroCopyMetadata> {
        Ok(ZeroCopyMetadata {
            data_start: self.data_start,
            data_end: self.data_end,
            chunk_size: self.chunk_size,
            estimated_keys: self.estimated_keys,
            first_key: self.first_key.to_model()?,
            last_key: self.last_key.to_model()?,
        })
    }
    rt::sited!(zero_copy_metadata_site);
}
/// What stands in a [`ZeroCopyMetadata`].
pub static ZERO_COPY_METADATA_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&zero_copy_metadata_site::ALL, &[]).fields(&[
        t::S8,
        t::S8,
        t::S4,
        t::S8,
        t::of(&common::BYTES_U2_TABLE, &[]),
        t::of(&common::BYTES_U2_TABLE, &[]),
    ])
};
rt::reflect!(
    ZeroCopyMetadata : data_start, data_end, chunk_size, estimated_keys, first_key,
    last_key
);
