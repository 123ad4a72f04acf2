// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    sstable_common_site : "sstable_common" in "common/sstable_common.ksy", line 1;
}
/// Byte strings with their lengths, deletion times, and the prefixes of clustering columns by which rows, bounds and index blocks are named.
///
/// Specification: `sstable_common` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.ClusteringPrefix, org.apache.cassandra.db.DeletionTime, org.apache.cassandra.utils.ByteBufferUtil.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableCommon {}
impl SstableCommon {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        Ok(Self {})
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_COMMON_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        Ok(())
    }
}
/// The head of a [`SstableCommon`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableCommonRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
}
impl<'a> SstableCommonRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(SstableCommonRef { lifetime: std::marker::PhantomData })
    }
    rt::sited!(sstable_common_site);
}
/// What stands in a [`SstableCommon`].
pub static SSTABLE_COMMON_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_common_site::ALL, &[]).root()
};
rt::reflect!(SstableCommon :);
