// Written by `expand` from the specification sstable_common.ksy. Do not edit.

__rt::sites! {
    sstable_common_site : "sstable_common" in "common/sstable_common.ksy", line 1;
}
/// Byte strings with their lengths, deletion times, and the prefixes of clustering columns by which rows, bounds and index blocks are named.
///
/// Specification: `sstable_common` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.ClusteringPrefix, org.apache.cassandra.db.DeletionTime, org.apache.cassandra.utils.ByteBufferUtil.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableCommon {}
impl SstableCommon {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        Ok(Self {})
    }
}
/// The head of a [`SstableCommon`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableCommonRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
}
impl<'a> SstableCommonRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok(SstableCommonRef {
            lifetime: std::marker::PhantomData,
        })
    }
    __rt::sited!(sstable_common_site);
}
impl SstableCommon {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        Ok(())
    }
}
/// What stands in a [`SstableCommon`].
pub static SSTABLE_COMMON_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_common_site::ALL, &[]).root()
};
impl SstableCommon {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        __rt::table::walk(&SSTABLE_COMMON_TABLE, Vec::new(), r, w)
    }
}
__rt::reflect!(SstableCommon :);
impl SstableCommon {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
