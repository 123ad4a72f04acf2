// Written by `expand` from the specification bti_partitions.ksy. Do not edit.
rt::sites! {
    key_range_site : "key_range" in "bti/bti_partitions.ksy", line
    super::bti_partitions_site::LAST + 9; first_key 4; last_key 3;
}
/// The range of keys, as Summary.db has it in BIG.
///
/// Specification: `key_range` in `bti/bti_partitions.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndexBuilder.complete.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeyRange {
    /// The first partition key of the SSTable.
    pub first_key: common::BytesU2,
    /// The last partition key of the SSTable.
    pub last_key: common::BytesU2,
}
impl KeyRange {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<Self> {
        KeyRangeRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &BtiPartitionsParams<'_>) -> rt::WriteResult<()> {
        self.first_key.encode(w)?;
        self.last_key.encode(w)?;
        Ok(())
    }
}
/// The head of a [`KeyRange`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct KeyRangeRef<'a> {
    pub first_key: common::BytesU2Ref<'a>,
    pub last_key: common::BytesU2Ref<'a>,
}
impl<'a> KeyRangeRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_first_key = common::BytesU2Ref::read(r).within(key_range_site::first_key)?;
        let f_last_key = common::BytesU2Ref::read(r).within(key_range_site::last_key)?;
        Ok(KeyRangeRef { first_key: f_first_key, last_key: f_last_key })
    }
    pub fn to_model(&self) -> rt::ReadResult<KeyRange> {
        Ok(KeyRange { first_key: self.first_key.to_model()?, last_key: self.last_key.to_model()? })
    }
    rt::sited!(key_range_site);
}
/// What stands in a [`KeyRange`].
pub static KEY_RANGE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&key_range_site::ALL, &[])
        .fields(&[t::of(&common::BYTES_U2_TABLE, &[]), t::of(&common::BYTES_U2_TABLE, &[])])
};
rt::reflect!(KeyRange : first_key, last_key);
