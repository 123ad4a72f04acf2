// Written by `expand` from the specification sstable_index.ksy. Do not edit.
rt::sites! {
    sstable_index_site : "sstable_index" in "sstable/sstable_index.ksy", line 1; entries
    26;
}
/// An entry for each partition, in the order of Data.db: its key and its position there. Partitions larger than the node's `column_index_size`
/// (64 KiB unless configured) have a row index too, called the promoted index since it moved here from Data.db: for each block of about that
/// many bytes the first and the last clustering, so that a slice of the partition can be read without what stands before it.
///
/// A reader comes here with a position from Summary.db and goes on entry by entry; or it reads the file from its start. The row index is most
/// of an entry, its length stands in front, and it is worth while not to parse it unless it is needed.
///
/// Specification: `sstable_index` in `sstable/sstable_index.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.big.RowIndexEntry, org.apache.cassandra.io.sstable.IndexInfo.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableIndex {
    /// The partitions in token order.
    pub entries: Vec<Entry>,
}
impl SstableIndex {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let f_entries = rt::array::collect_rest(r, sstable_index_site::entries, |r, index| {
            Entry::decode(r, cx).within(sstable_index_site::entries)
        })?;
        Ok(Self { entries: f_entries })
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline]
    pub fn visit<'a, V: SstableIndexVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableIndexParams<'_>,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let begin = r.offset();
        while !r.at_end() {
            let before = r.pos();
            Entry::visit(r, cx, v)?;
            rt::array::progress(r, before, sstable_index_site::entries)?;
        }
        Ok(rt::Flow::Continue)
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableIndexParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_INDEX_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        for e in self.entries.iter() {
            e.encode(w, cx)?;
        }
        Ok(())
    }
}
/// The head of a [`SstableIndex`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableIndexRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
}
impl<'a> SstableIndexRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(SstableIndexRef { begin, rest: *r })
    }
    rt::sited!(sstable_index_site);
}
/// What stands in a [`SstableIndex`].
pub static SSTABLE_INDEX_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_index_site::ALL, &["v", "clustering_types"])
        .root()
        .fields(&[t::of(&ENTRY_TABLE, &[]).repeat(t::Repeat::Eos)])
};
rt::reflect!(SstableIndex : entries);
