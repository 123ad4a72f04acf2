// Written by `expand` from the specification sstable_index.ksy. Do not edit.
rt::sites! {
    promoted_index_site : "promoted_index" in "sstable/sstable_index.ksy", line
    super::entry_site::LAST + 5; header_length 7; deletion_time 5; num_blocks 3; blocks
    4; offsets 5;
}
/// The blocks of one partition. What stands before the first block, the partition's key, deletion and static row, is told here as well, so that
/// a slice needs two reads only: this, and the blocks it touches.
///
/// Specification: `promoted_index` in `sstable/sstable_index.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.big.RowIndexEntry.IndexedEntry.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PromotedIndex {
    /// Bytes from the start of the partition to its first row or marker: key, deletion and, if the table has static columns, the static
    /// row. Equal to the first block's offset.
    pub header_length: u64,
    /// The deletion of the partition, again.
    pub deletion_time: common::DeletionTime,
    /// The blocks, in clustering order.
    pub blocks: Vec<IndexInfo>,
}
impl PromotedIndex {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let f_header_length = rt::UvintCodec::read(r, promoted_index_site::header_length)?;
        let f_deletion_time = common::DeletionTime::decode(r, cx.v).within(promoted_index_site::deletion_time)?;
        let f_num_blocks = rt::UvintCodec::read(r, promoted_index_site::num_blocks)?;
        let f_blocks = rt::array::collect(
            r.in_range(i64::try_from(f_num_blocks).ok(), promoted_index_site::blocks)?,
            5,
            r,
            promoted_index_site::blocks,
            |r, index| IndexInfo::decode(r, cx).within(promoted_index_site::blocks),
        )?;
        let f_offsets = {
            let (count, bits, args) =
                (r.in_range(i64::try_from(f_num_blocks).ok(), promoted_index_site::offsets)?, 32, ());
            rt::array::ArrayView::<rt::array::I32Be>::take(r, count, bits, args, promoted_index_site::offsets)?
        };
        Ok(Self { header_length: f_header_length, deletion_time: f_deletion_time, blocks: f_blocks })
    }
    /// Passes over one.
    #[inline(always)]
    pub fn skip(r: &mut rt::Reader<'_>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<()> {
        let f_header_length = rt::UvintCodec::read(r, promoted_index_site::header_length)?;
        let f_deletion_time = common::DeletionTimeRef::read(r, cx.v).within(promoted_index_site::deletion_time)?;
        let f_num_blocks = rt::UvintCodec::read(r, promoted_index_site::num_blocks)?;
        let count = rt::array::count(
            r,
            r.in_range(i64::try_from(f_num_blocks).ok(), promoted_index_site::blocks)?,
            0,
            promoted_index_site::blocks,
        )?;
        if count > 0 {
            for _ in 0..count {
                let _ = IndexInfo::skip(r, cx).within(promoted_index_site::blocks)?;
            }
        }
        let f_offsets = {
            let (count, bits, args) =
                (r.in_range(i64::try_from(f_num_blocks).ok(), promoted_index_site::offsets)?, 32, ());
            rt::array::ArrayView::<rt::array::I32Be>::take(r, count, bits, args, promoted_index_site::offsets)?
        };
        Ok(())
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        PromotedIndexParts::from(self).encode(w, cx)
    }
}
/// The bytes of a [`PromotedIndex`], not yet read.
#[derive(Debug, Clone, Copy)]
pub struct PromotedIndexSpan<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    bytes: rt::Reader<'a>,
    size: u64,
}
impl<'a> PromotedIndexSpan<'a> {
    /// All bytes of a stream.
    pub fn whole(bytes: rt::Reader<'a>) -> Self {
        PromotedIndexSpan { begin: bytes.offset(), size: bytes.size(), bytes }
    }
    /// Finds the extent; the reader is left after it.
    #[inline]
    pub fn pass(r: &mut rt::Reader<'a>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let bytes = *r;
        PromotedIndex::skip(r, cx)?;
        Ok(PromotedIndexSpan { begin: bytes.offset(), size: r.offset() - bytes.offset(), bytes })
    }
    /// Length in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }
    /// The bytes.
    #[inline]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes.between(self.bytes.pos(), self.bytes.pos() + self.size)
    }
    /// A reader at its start.
    pub fn reader(&self) -> rt::Reader<'a> {
        self.bytes
    }
    /// The same with a copy of its bytes.
    pub fn over<'b>(&self, bytes: rt::Reader<'b>) -> PromotedIndexSpan<'b> {
        PromotedIndexSpan { begin: self.begin, size: self.size, bytes }
    }
    /// The head.
    pub fn head(&self, cx: &SstableIndexParams<'_>) -> rt::ReadResult<PromotedIndexRef<'a>> {
        let mut r = self.bytes;
        PromotedIndexRef::read(&mut r, cx)
    }
}
/// The head of a [`PromotedIndex`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct PromotedIndexRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub header_length: u64,
    pub deletion_time: common::DeletionTimeRef<'a>,
    /// Number of blocks; at least 2, since one block would not be worth an index.
    pub num_blocks: u64,
    /// Where `offsets` starts, in bytes from the start of the row index.
    pub ofs_offsets: i64,
}
impl<'a> PromotedIndexRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableIndexParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_header_length = rt::UvintCodec::read(r, promoted_index_site::header_length)?;
        let f_deletion_time = common::DeletionTimeRef::read(r, cx.v).within(promoted_index_site::deletion_time)?;
        let f_num_blocks = rt::UvintCodec::read(r, promoted_index_site::num_blocks)?;
        let value_ofs_offsets = (r.computed(
            (r.size() as i64).checked_sub(r.computed(
                (4i64).checked_mul(
                    r.computed(i64::try_from(f_num_blocks).ok(), ("ofs_offsets", promoted_index_site::_self))?,
                ),
                ("ofs_offsets", promoted_index_site::_self),
            )?),
            ("ofs_offsets", promoted_index_site::_self),
        )?);
        Ok(PromotedIndexRef {
            begin,
            rest: *r,
            header_length: f_header_length,
            deletion_time: f_deletion_time,
            num_blocks: f_num_blocks,
            ofs_offsets: value_ofs_offsets,
        })
    }
    /// A reader at element `index` of `offsets`.
    pub fn offsets_from(&self, index: i64, cx: &SstableIndexParams<'_>) -> rt::ReadResult<rt::Reader<'a>> {
        let r = &self.rest;
        let mut behind = r.at(
            (r.size() as i64).saturating_sub(
                0i64.saturating_add(
                    (r.in_range(i64::try_from(self.num_blocks).ok(), promoted_index_site::blocks)?)
                        .saturating_mul((32 / 8) as i64),
                ),
            ),
            promoted_index_site::offsets,
        )?;
        let table: rt::array::ArrayView<'_, rt::array::I32Be> = rt::array::ArrayView::take(
            &mut behind,
            r.in_range(i64::try_from(self.num_blocks).ok(), promoted_index_site::blocks)?,
            32,
            (),
            promoted_index_site::offsets,
        )?;
        table.reader(index)
    }
    /// A reader at element `index` of `blocks`.
    pub fn blocks_from(&self, index: i64, cx: &SstableIndexParams<'_>) -> rt::ReadResult<rt::Reader<'a>> {
        let r = &self.rest;
        let mut behind = r.at(
            (r.size() as i64).saturating_sub(
                0i64.saturating_add(
                    (r.in_range(i64::try_from(self.num_blocks).ok(), promoted_index_site::blocks)?)
                        .saturating_mul((32 / 8) as i64),
                ),
            ),
            promoted_index_site::offsets,
        )?;
        let table: rt::array::ArrayView<'_, rt::array::I32Be> = rt::array::ArrayView::take(
            &mut behind,
            r.in_range(i64::try_from(self.num_blocks).ok(), promoted_index_site::blocks)?,
            32,
            (),
            promoted_index_site::offsets,
        )?;
        let offset = i64::from(table.get(index)?.0);
        r.at(offset.saturating_add(self.rest.pos() as i64), promoted_index_site::blocks)
    }
    /// Element `index` of `blocks`, found by its offset.
    pub fn blocks_at(&self, index: i64, cx: &SstableIndexParams<'_>) -> rt::ReadResult<IndexInfoRef<'a>> {
        let mut at = self.blocks_from(index, cx)?;
        self.blocks_next(&mut at, index, cx)
    }
    /// Element `index` of `blocks`, at which the reader stands.
    pub fn blocks_next(
        &self,
        at: &mut rt::Reader<'a>,
        index: i64,
        cx: &SstableIndexParams<'_>,
    ) -> rt::ReadResult<IndexInfoRef<'a>> {
        IndexInfoRef::read(at, cx)
            .map_err(|e: rt::ReadError| e.within(promoted_index_site::blocks, u64::try_from(index).ok()))
    }
    rt::sited!(promoted_index_site);
}
/// What stands in a [`PromotedIndex`].
pub static PROMOTED_INDEX_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&promoted_index_site::ALL, &[])
        .fields(&[
            t::native(t::Native::Uvint, &[]),
            t::of(&common::DELETION_TIME_TABLE, &[Root("v")]),
            t::native(t::Native::Uvint, &[]),
            t::of(&INDEX_INFO_TABLE, &[]).times(&Member(&Name("num_blocks"), "value")),
            t::S4.times(&Member(&Name("num_blocks"), "value")),
        ])
        .values(&[t::value("ofs_offsets", Of(Sub, &Size, &Of(Mul, &Int(4), &Member(&Name("num_blocks"), "value"))))])
};
rt::reflect!(PromotedIndex : header_length, deletion_time, blocks);
/// What is pushed of a [`PromotedIndex`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default)]
pub struct PromotedIndexParts<'a> {
    pub header_length: u64,
    pub deletion_time: common::DeletionTime,
    pub blocks: rt::push::List<'a, IndexInfoParts<'a>, IndexInfo>,
}
impl<'a> From<&'a PromotedIndex> for PromotedIndexParts<'a> {
    #[inline]
    fn from(model: &'a PromotedIndex) -> Self {
        PromotedIndexParts {
            header_length: model.header_length,
            deletion_time: model.deletion_time,
            blocks: rt::push::List::Models(&model.blocks),
        }
    }
}
impl PromotedIndexParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        rt::UvintCodec::write(w, &self.header_length, promoted_index_site::header_length)?;
        self.deletion_time.encode(w, cx.v)?;
        let f_num_blocks = rt::sink::narrow::<u64, _>(self.blocks.len() as i64, promoted_index_site::num_blocks)?;
        rt::UvintCodec::write(w, &f_num_blocks, promoted_index_site::num_blocks)?;
        let from_blocks = w.pos();
        let mut each_blocks: Vec<u64> = Vec::new();
        for (index, e) in self.blocks.iter().enumerate() {
            let index = index as i64;
            each_blocks.push(w.pos());
            e.encode(w, cx)?;
        }
        for index in 0..rt::sink::in_range(i64::try_from(f_num_blocks).ok(), promoted_index_site::offsets)? {
            let v = rt::sink::narrow::<i32, _>(
                rt::sink::in_range(
                    (*rt::array::element(&each_blocks, index).ok_or_else(|| {
                        rt::WriteError::new(
                            rt::WriteErrorKind::Expression { what: "more offsets than elements" },
                            promoted_index_site::offsets,
                        )
                    })? as i64)
                        .checked_sub(from_blocks as i64),
                    promoted_index_site::offsets,
                )?,
                promoted_index_site::offsets,
            )?;
            w.put(&v.to_be_bytes());
        }
        Ok(())
    }
}
/// A [`PromotedIndex`] that is pushed.
#[derive(Debug, Clone, Copy)]
pub enum PromotedIndexLazy<'a> {
    /// Bytes as they were read, of the same version and with the same types.
    Read(PromotedIndexSpan<'a>),
    /// Its parts.
    Parts(PromotedIndexParts<'a>),
}
impl<'a> From<&PromotedIndexSpan<'a>> for PromotedIndexLazy<'a> {
    #[inline]
    fn from(span: &PromotedIndexSpan<'a>) -> Self {
        PromotedIndexLazy::Read(*span)
    }
}
impl<'a> From<&'a PromotedIndex> for PromotedIndexLazy<'a> {
    #[inline]
    fn from(model: &'a PromotedIndex) -> Self {
        PromotedIndexLazy::Parts(model.into())
    }
}
impl PromotedIndexLazy<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableIndexParams<'_>) -> rt::WriteResult<()> {
        match self {
            PromotedIndexLazy::Read(span) => w.copy(span.bytes()),
            PromotedIndexLazy::Parts(parts) => parts.encode(w, cx)?,
        }
        Ok(())
    }
}
