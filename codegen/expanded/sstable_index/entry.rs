// Written by `expand` from the specification sstable_index.ksy. Do not edit.
rt::sites! {
    entry_site : "entry" in "sstable/sstable_index.ksy", line
    super::sstable_index_site::LAST + 5; key 6; data_pos 3; len_promoted 3; promoted 4;
}
/// Where one partition is.
///
/// Specification: `entry` in `sstable/sstable_index.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.big.RowIndexEntry.Serializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// The partition key.
    pub key: common::BytesU2,
    /// Position of the partition in the uncompressed stream of Data.db, in bytes.
    pub data_pos: u64,
    /// The row index.
    pub promoted: Option<PromotedIndex>,
}
impl Entry {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let head = EntryRef::read(r, cx)?;
        Ok(Self {
            key: head.key.to_model()?,
            data_pos: head.data_pos,
            promoted: head
                .promoted
                .as_ref()
                .map(|v| {
                    (|| -> rt::ReadResult<_> {
                        let mut bytes = v.reader();
                        let value = PromotedIndex::decode(&mut bytes, cx).within(entry_site::promoted)?;
                        bytes.finish(entry_site::promoted)?;
                        Ok(value)
                    })()
                })
                .transpose()?,
        })
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub fn visit<'a, V: SstableIndexVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableIndexParams<'_>,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let head = EntryRef::read(r, cx)?;
        v.index_entry(&head)?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        EntryParts::from(self).encode(w, cx)
    }
}
/// The head of a [`Entry`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    pub key: common::BytesU2Ref<'a>,
    pub data_pos: u64,
    /// Length in bytes of the row index; 0 if there is none.
    pub len_promoted: u64,
    pub promoted: Option<PromotedIndexSpan<'a>>,
}
impl<'a> EntryRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_key = common::BytesU2Ref::read(r).within(entry_site::key)?;
        let f_data_pos = rt::UvintCodec::read(r, entry_site::data_pos)?;
        let f_len_promoted = rt::UvintCodec::read(r, entry_site::len_promoted)?;
        let f_promoted = if f_len_promoted > 0u64 {
            Some(PromotedIndexSpan::whole(r.sub(f_len_promoted, entry_site::promoted)?))
        } else {
            None
        };
        Ok(EntryRef { begin, key: f_key, data_pos: f_data_pos, len_promoted: f_len_promoted, promoted: f_promoted })
    }
    rt::sited!(entry_site);
}
/// What stands in a [`Entry`].
pub static ENTRY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&entry_site::ALL, &[]).fields(&[
        t::of(&common::BYTES_U2_TABLE, &[]),
        t::native(t::Native::Uvint, &[]),
        t::native(t::Native::Uvint, &[]),
        t::of(&PROMOTED_INDEX_TABLE, &[]).sized(t::Size::Bytes(&Member(&Name("len_promoted"), "value"))).when(&Of(
            Gt,
            &Member(&Name("len_promoted"), "value"),
            &Int(0),
        )),
    ])
};
rt::reflect!(Entry : key, data_pos, promoted);
/// What is pushed of a [`Entry`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default)]
pub struct EntryParts<'a> {
    pub key: common::BytesU2Parts<'a>,
    pub data_pos: u64,
    pub promoted: Option<PromotedIndexLazy<'a>>,
}
impl<'a> From<&EntryRef<'a>> for EntryParts<'a> {
    #[inline]
    fn from(head: &EntryRef<'a>) -> Self {
        EntryParts {
            key: (&head.key).into(),
            data_pos: head.data_pos,
            promoted: head.promoted.as_ref().map(Into::into),
        }
    }
}
impl<'a> From<&'a Entry> for EntryParts<'a> {
    #[inline]
    fn from(model: &'a Entry) -> Self {
        EntryParts {
            key: (&model.key).into(),
            data_pos: model.data_pos,
            promoted: model.promoted.as_ref().map(Into::into),
        }
    }
}
impl EntryParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        self.key.encode(w)?;
        rt::UvintCodec::write(w, &self.data_pos, entry_site::data_pos)?;
        let f_len_promoted = rt::sink::narrow::<u64, _>(
            {
                let mut counter = rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                if let Some(v) = &self.promoted {
                    v.encode(w, cx)?;
                }
                (w.pos() - begin) as i64
            },
            entry_site::len_promoted,
        )?;
        rt::UvintCodec::write(w, &f_len_promoted, entry_site::len_promoted)?;
        if let Some(v) = rt::sink::agreed(self.promoted, f_len_promoted > 0u64, entry_site::promoted)? {
            let v = &v;
            v.encode(w, cx)?;
        }
        Ok(())
    }
    #[inline(always)]
    fn open<'p>(&self, w: &mut rt::push::Stack, cx: &SstableIndexParams<'p>) -> rt::WriteResult<EntryFrame> {
        self.encode(w, cx)?;
        Ok(EntryFrame {})
    }
}
