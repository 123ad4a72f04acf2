// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    sstable_data_site : "sstable_data" in "sstable/sstable_data.ksy", line 1; partitions
    32;
}
/// The partitions of an SSTable in token order, as one stream of bytes; where CompressionInfo.db exists the file holds that stream cut into
/// compressed chunks (sstable_chunks.ksy). A partition is its key, its deletion, its static row and its unfiltereds (rows and the markers of
/// range tombstones, in clustering order).
///
/// Timestamps, deletion times and TTLs are told relative to those of the serialization header (sstable_statistics.ksy), which are about the
/// smallest ones of the SSTable, and column names and types stand only there. Nothing in this file can be read without that header.
///
/// The order of tokens depends on the partitioner, which Statistics.db names. With the default one, Murmur3Partitioner, the token of a key is a
/// signed number of 64 bits: the first half (`h0`) of the hash that sstable_filter.ksy describes, of the key's bytes; where that is -2^63
/// the token is 2^63 - 1, since -2^63 is the minimum token, which only the empty key has.
///
/// All versions from 3.0 on differ in one point only, the layout of the partition's deletion.
///
/// Specification: `sstable_data` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.SortedTablePartitionWriter, org.apache.cassandra.db.rows.UnfilteredSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableData {
    /// The partitions, in the order of their tokens; those with the same token in the order of their keys.
    pub partitions: Vec<Partition>,
}
impl SstableData {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        let f_partitions = rt::array::collect_rest(r, sstable_data_site::partitions, |r, index| {
            Partition::decode(r, cx).within(sstable_data_site::partitions)
        })?;
        Ok(Self { partitions: f_partitions })
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let begin = r.offset();
        while !r.at_end() {
            let before = r.pos();
            Partition::visit(r, cx, v)?;
            rt::array::progress(r, before, sstable_data_site::partitions)?;
        }
        Ok(rt::Flow::Continue)
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_DATA_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableDataParams<'_>) -> rt::WriteResult<()> {
        for e in self.partitions.iter() {
            e.encode(w, cx)?;
        }
        Ok(())
    }
}
/// The head of a [`SstableData`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableDataRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
}
impl<'a> SstableDataRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(SstableDataRef { begin, rest: *r })
    }
    rt::sited!(sstable_data_site);
}
/// What stands in a [`SstableData`].
pub static SSTABLE_DATA_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_data_site::ALL, &["v", "h"])
        .root()
        .fields(&[t::of(&PARTITION_TABLE, &[]).repeat(t::Repeat::Eos)])
};
rt::reflect!(SstableData : partitions);
