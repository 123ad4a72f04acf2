// Written by `expand` from the specification sstable_summary.ksy. Do not edit.
rt::sites! {
    entry_site : "entry" in "sstable/sstable_summary.ksy", line
    super::sstable_summary_site::LAST + 8; key 8; index_pos 3;
}
/// A partition key and where to find it. Its length is the distance to the next entry.
///
/// Specification: `entry` in `sstable/sstable_summary.ksy`. Cassandra: org.apache.cassandra.io.sstable.indexsummary.IndexSummary.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// The partition key.
    pub key: Vec<u8>,
    /// Position of the key's entry in Index.db, in bytes.
    pub index_pos: i64,
}
impl Entry {
    /// Reads one.
    pub fn decode<'v>(
        r: &mut rt::Reader<'_>,
        cx: &SstableSummaryParams<'_>,
        p_idx: i64,
        up_offsets: rt::array::ArrayView<'v, rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> rt::ReadResult<Self> {
        EntryRef::read(r, cx, p_idx, up_offsets, up_num_entries, up_len_offsets_and_entries)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableSummaryParams<'_>, p_idx: i64) -> rt::WriteResult<()> {
        w.copy(&self.key);
        w.put(&self.index_pos.to_le_bytes());
        Ok(())
    }
}
/// The head of a [`Entry`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    /// Number of the entry, from 0.
    pub idx: i64,
    pub key: &'a [u8],
    pub index_pos: i64,
}
impl<'a> EntryRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read<'v>(
        r: &mut rt::Reader<'a>,
        cx: &SstableSummaryParams<'_>,
        p_idx: i64,
        up_offsets: rt::array::ArrayView<'v, rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_key = {
            let len = (((if r.in_range((p_idx).checked_add(1), entry_site::key)? < i64::from(up_num_entries) {
                i64::from(up_offsets.get(r.in_range((p_idx).checked_add(1), entry_site::key)?)?.0)
            } else {
                i64::from(r.in_range(u32::try_from(up_len_offsets_and_entries).ok(), entry_site::key)?)
            }) - i64::from(up_offsets.get(p_idx)?.0))
                - 8);
            r.take_i(len, entry_site::key)?
        };
        let f_index_pos = r.i64_le(entry_site::index_pos)?;
        Ok(EntryRef { idx: p_idx, key: f_key, index_pos: f_index_pos })
    }
    pub fn to_model(&self) -> rt::ReadResult<Entry> {
        Ok(Entry { key: self.key.to_vec(), index_pos: self.index_pos })
    }
    rt::sited!(entry_site);
}
/// What stands in a [`Entry`].
pub static ENTRY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&entry_site::ALL, &["idx"])
        .fields(&[
            t::bytes(t::Size::Bytes(&Of(
                Sub,
                &Of(Sub, &Name("ofs_next"), &Element(&Parent("offsets"), &Name("idx"))),
                &Int(8),
            ))),
            t::S8le,
        ])
        .values(&[t::value(
            "ofs_next",
            If(
                &Of(Lt, &Of(Add, &Name("idx"), &Int(1)), &Parent("num_entries")),
                &Element(&Parent("offsets"), &Of(Add, &Name("idx"), &Int(1))),
                &Cast(&Parent("len_offsets_and_entries"), t::Int::U4),
            ),
        )])
};
rt::reflect!(Entry : key, index_pos);
