// Written by `expand` from the specification bti_row_index.ksy. Do not edit.
rt::sites! {
    entry_site : "entry" in "bti/bti_row_index.ksy", line super::bti_row_index_site::LAST
    + 5; key 4; data_pos 3; root_delta 3; num_blocks 6; deletion_time 3; root 7;
}
/// One partition.
///
/// Specification: `entry` in `bti/bti_row_index.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.TrieIndexEntry.serialize.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// The partition key, to compare a candidate with.
    pub key: common::BytesU2,
    /// Position of the partition in the uncompressed stream of Data.db, in bytes.
    pub data_pos: u64,
    /// Number of blocks; the trie has one payload more.
    pub num_blocks: u64,
    /// The deletion of the partition, again.
    pub deletion_time: common::DeletionTime,
}
impl Entry {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiRowIndexParams<'_>) -> rt::ReadResult<Self> {
        let head = EntryRef::read(r, cx)?;
        Ok(Self {
            key: head.key.to_model()?,
            data_pos: head.data_pos,
            num_blocks: head.num_blocks,
            deletion_time: head.deletion_time.to_model()?,
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &BtiRowIndexParams<'_>, at_root: u64) -> rt::WriteResult<()> {
        self.key.encode(w)?;
        let from_data_pos = w.pos();
        rt::UvintCodec::write(w, &self.data_pos, entry_site::data_pos)?;
        let f_root_delta =
            rt::sink::in_range((at_root as i64).checked_sub(from_data_pos as i64), entry_site::root_delta)?;
        rt::SvintCodec::write(w, &f_root_delta, entry_site::root_delta)?;
        rt::UvintCodec::write(w, &self.num_blocks, entry_site::num_blocks)?;
        self.deletion_time.encode(w, cx.v)?;
        Ok(())
    }
}
/// The head of a [`Entry`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub key: common::BytesU2Ref<'a>,
    pub data_pos: u64,
    /// Distance in bytes to the trie's root from the place in this file where the field `data_pos` starts, which is the end of `key`;
    /// negative, for the trie is written first. (The value of `data_pos` has no part in it.)
    pub root_delta: i64,
    pub num_blocks: u64,
    pub deletion_time: common::DeletionTimeRef<'a>,
    /// Position of the trie's root in bytes.
    pub root_pos: i64,
}
impl<'a> EntryRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &BtiRowIndexParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_key = common::BytesU2Ref::read(r).within(entry_site::key)?;
        let f_data_pos = rt::UvintCodec::read(r, entry_site::data_pos)?;
        let f_root_delta = rt::SvintCodec::read(r, entry_site::root_delta)?;
        let f_num_blocks = rt::UvintCodec::read(r, entry_site::num_blocks)?;
        let f_deletion_time = common::DeletionTimeRef::read(r, cx.v).within(entry_site::deletion_time)?;
        let value_root_pos = (r.computed(
            (r.computed(
                (r.computed((cx.entry_pos).checked_add(2), ("root_pos", entry_site::_self))?)
                    .checked_add(i64::from(f_key.len)),
                ("root_pos", entry_site::_self),
            )?)
            .checked_add(f_root_delta),
            ("root_pos", entry_site::_self),
        )?);
        Ok(EntryRef {
            begin,
            rest: *r,
            key: f_key,
            data_pos: f_data_pos,
            root_delta: f_root_delta,
            num_blocks: f_num_blocks,
            deletion_time: f_deletion_time,
            root_pos: value_root_pos,
        })
    }
    /// The root of the trie.
    pub fn root(&self, cx: &BtiRowIndexParams<'_>) -> rt::ReadResult<bti_trie::BtiTrieRef<'a>> {
        let r = &self.rest;
        {
            let r = &self.rest;
            let mut at = r.at(self.root_pos, entry_site::root)?;
            bti_trie::BtiTrieRef::read(&mut at, &bti_trie::BtiTrieParams::new(self.root_pos, true, cx.v))
                .map_err(|e: rt::ReadError| e.within(entry_site::root, None))
        }
    }
    rt::sited!(entry_site);
}
/// What stands in a [`Entry`].
pub static ENTRY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&entry_site::ALL, &[])
        .fields(&[
            t::of(&common::BYTES_U2_TABLE, &[]),
            t::native(t::Native::Uvint, &[]),
            t::native(t::Native::Svint, &[]),
            t::native(t::Native::Uvint, &[]),
            t::of(&common::DELETION_TIME_TABLE, &[Root("v")]),
        ])
        .values(&[t::value(
            "root_pos",
            Of(
                Add,
                &Of(Add, &Of(Add, &Root("entry_pos"), &Int(2)), &Member(&Name("key"), "len")),
                &Member(&Name("root_delta"), "value"),
            ),
        )])
        .bodies(&[t::view().at(Name("root_pos"))])
};
rt::reflect!(Entry : key, data_pos, num_blocks, deletion_time);
