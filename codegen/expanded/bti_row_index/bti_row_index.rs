// Written by `expand` from the specification bti_row_index.ksy. Do not edit.
rt::sites! {
    bti_row_index_site : "bti_row_index" in "bti/bti_row_index.ksy", line 1; entry 27;
}
/// Rows.db holds a row index for each partition of more than one block (of `column_index_size`, 16 KiB unless configured): a trie from
/// clusterings to blocks of rows, and after it the entry that is described here. Payloads of Partitions.db give the positions of entries.
/// There is no other way to find them, since tries and the zeros between them cannot be told from entries. The file is empty if no partition is
/// that large.
///
/// The trie has a separator for each block: the node that the greatest separator not after a clustering leads to is the block in which the
/// clustering would be. One more separator, after the last block, has the end of the partition's rows for its offset.
///
/// Specification: `bti_row_index` in `bti/bti_row_index.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.TrieIndexEntry, org.apache.cassandra.io.sstable.format.bti.RowIndexReader.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BtiRowIndex {
    /// The entry.
    pub entry: Entry,
}
impl BtiRowIndex {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiRowIndexParams<'_>) -> rt::ReadResult<Self> {
        let (f_entry, from_entry, to_entry) = {
            let mut at = r.at(cx.entry_pos, bti_row_index_site::entry)?;
            let r = &mut at;
            let from_entry = r.pos();
            let f_entry = Entry::decode(r, cx).within(bti_row_index_site::entry)?;
            (f_entry, from_entry, r.pos())
        };
        Ok(Self { entry: f_entry })
    }
    /// The head of `entry`, found through a reader of the whole.
    pub fn entry_at<'a>(r: &rt::Reader<'a>, cx: &BtiRowIndexParams<'_>) -> rt::ReadResult<EntryRef<'a>> {
        let mut at = r.at(cx.entry_pos, bti_row_index_site::entry)?;
        let r = &mut at;
        let f_entry = EntryRef::read(r, cx).within(bti_row_index_site::entry)?;
        Ok(f_entry)
    }
    /// Where `entry` begins, in bytes.
    pub fn entry_pos(r: &rt::Reader<'_>, cx: &BtiRowIndexParams<'_>) -> rt::ReadResult<i64> {
        Ok(cx.entry_pos)
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &BtiRowIndexParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&BTI_ROW_INDEX_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &BtiRowIndexParams<'_>, at_root: u64) -> rt::WriteResult<()> {
        rt::sink::placed(w.pos(), cx.entry_pos, bti_row_index_site::entry)?;
        self.entry.encode(w, cx, at_root)?;
        Ok(())
    }
}
/// The head of a [`BtiRowIndex`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BtiRowIndexRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Position of the entry in bytes, from a payload of Partitions.db.
    pub entry_pos: i64,
    pub(crate) cx: BtiRowIndexParams<'static>,
}
impl<'a> BtiRowIndexRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &BtiRowIndexParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(BtiRowIndexRef { begin, rest: *r, entry_pos: cx.entry_pos, cx: BtiRowIndexParams::new(cx.v, cx.entry_pos) })
    }
    rt::sited!(bti_row_index_site);
}
/// What stands in a [`BtiRowIndex`].
pub static BTI_ROW_INDEX_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bti_row_index_site::ALL, &["v", "entry_pos"])
        .root()
        .bodies(&[t::of(&ENTRY_TABLE, &[]).at(Name("entry_pos"))])
};
rt::reflect!(BtiRowIndex :);
