// Written by `expand` from the specification bti_partitions.ksy. Do not edit.
rt::sites! {
    bti_partitions_site : "bti_partitions" in "bti/bti_partitions.ksy", line 1; footer
    28; root - 8; keys 4;
}
/// A trie that leads from a partition key to the partition's position: in Data.db if the partition is small, else in Rows.db, where its row
/// index is. It has what Index.db and Summary.db have in BIG, in less space, and needs no summary in memory.
///
/// A reader starts at the end, with a footer of fixed length, which tells where the root of the trie and the first and last key are. In
/// order, the file holds the nodes of the trie in pages, the two keys, and the footer.
///
/// Specification: `bti_partitions` in `bti/bti_partitions.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BtiPartitions {
    /// Where to find all else. The last bytes of the file.
    pub footer: Footer,
    /// The first and the last key.
    pub keys: KeyRange,
}
impl BtiPartitions {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<Self> {
        let (f_footer, from_footer, to_footer) = {
            let mut at = r.at(
                r.in_range((r.size() as i64).checked_sub(24), bti_partitions_site::footer)?,
                bti_partitions_site::footer,
            )?;
            let r = &mut at;
            let from_footer = r.pos();
            let f_footer = Footer::decode(r).within(bti_partitions_site::footer)?;
            (f_footer, from_footer, r.pos())
        };
        let v_footer = {
            let mut at = r.at(
                r.in_range((r.size() as i64).checked_sub(24), bti_partitions_site::footer)?,
                bti_partitions_site::footer,
            )?;
            let r = &mut at;
            let f_footer = FooterRef::read(r).within(bti_partitions_site::footer)?;
            f_footer
        };
        let (f_keys, from_keys, to_keys) = {
            let mut at = r.at(v_footer.keys_pos, bti_partitions_site::keys)?;
            let r = &mut at;
            let from_keys = r.pos();
            let f_keys = KeyRange::decode(r, cx).within(bti_partitions_site::keys)?;
            (f_keys, from_keys, r.pos())
        };
        Ok(Self { footer: f_footer, keys: f_keys })
    }
    /// The head of `footer`, found through a reader of the whole.
    pub fn footer_at<'a>(r: &rt::Reader<'a>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<FooterRef<'a>> {
        let mut at = r.at(
            r.in_range((r.size() as i64).checked_sub(24), bti_partitions_site::footer)?,
            bti_partitions_site::footer,
        )?;
        let r = &mut at;
        let f_footer = FooterRef::read(r).within(bti_partitions_site::footer)?;
        Ok(f_footer)
    }
    /// Where `footer` begins, in bytes.
    pub fn footer_pos(r: &rt::Reader<'_>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<i64> {
        Ok(r.in_range((r.size() as i64).checked_sub(24), bti_partitions_site::footer)?)
    }
    /// The head of `root`, found through a reader of the whole.
    pub fn root_at<'a>(r: &rt::Reader<'a>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<bti_trie::BtiTrieRef<'a>> {
        let f_footer = Self::footer_at(r, cx)?;
        let mut at = r.at(f_footer.root_pos, bti_partitions_site::root)?;
        let r = &mut at;
        let f_root = bti_trie::BtiTrieRef::read(r, &bti_trie::BtiTrieParams::new(f_footer.root_pos, false, cx.v))
            .within(bti_partitions_site::root)?;
        Ok(f_root)
    }
    /// Where `root` begins, in bytes.
    pub fn root_pos(r: &rt::Reader<'_>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<i64> {
        let f_footer = Self::footer_at(r, cx)?;
        Ok(f_footer.root_pos)
    }
    /// The head of `keys`, found through a reader of the whole.
    pub fn keys_at<'a>(r: &rt::Reader<'a>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<KeyRangeRef<'a>> {
        let f_footer = Self::footer_at(r, cx)?;
        let mut at = r.at(f_footer.keys_pos, bti_partitions_site::keys)?;
        let r = &mut at;
        let f_keys = KeyRangeRef::read(r, cx).within(bti_partitions_site::keys)?;
        Ok(f_keys)
    }
    /// Where `keys` begins, in bytes.
    pub fn keys_pos(r: &rt::Reader<'_>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<i64> {
        let f_footer = Self::footer_at(r, cx)?;
        Ok(f_footer.keys_pos)
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &BtiPartitionsParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&BTI_PARTITIONS_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &BtiPartitionsParams<'_>, at_root: u64) -> rt::WriteResult<()> {
        let from_keys = w.pos();
        self.keys.encode(w, cx)?;
        self.footer.encode(w, from_keys, at_root)?;
        Ok(())
    }
}
/// The head of a [`BtiPartitions`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BtiPartitionsRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub(crate) cx: BtiPartitionsParams<'static>,
}
impl<'a> BtiPartitionsRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &BtiPartitionsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(BtiPartitionsRef { begin, rest: *r, cx: BtiPartitionsParams::new(cx.v) })
    }
    rt::sited!(bti_partitions_site);
}
/// What stands in a [`BtiPartitions`].
pub static BTI_PARTITIONS_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bti_partitions_site::ALL, &["v"]).root().bodies(&[
        t::of(&FOOTER_TABLE, &[]).at(Of(Sub, &Size, &Int(24))),
        t::view().at(Member(&Name("footer"), "root_pos")),
        t::of(&KEY_RANGE_TABLE, &[]).at(Member(&Name("footer"), "keys_pos")),
    ])
};
rt::reflect!(BtiPartitions :);
