// Written by `expand` from the specification sstable_index.ksy. Do not edit.

__rt::sites! {
    promoted_index_site : "promoted_index" in "sstable/sstable_index.ksy", line
    super::entry_site::LAST + 5; header_length 7; deletion_time 5; num_blocks 3; blocks
    4; offsets 5;
}
/// The blocks of one partition. What stands before the first block, the partition's key, deletion and static row, is told here as well, so that
/// a slice needs two reads only: this, and the blocks it touches.
///
/// Specification: `promoted_index` in `sstable/sstable_index.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.big.RowIndexEntry.IndexedEntry.
#[derive(Debug, Clone, PartialEq)]
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
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_header_length = __rt::native::UvintCodec::read(
            r,
            promoted_index_site::header_length,
        )?;
        let f_deletion_time = common::DeletionTime::decode(r, cx.v)
            .within(promoted_index_site::deletion_time)?;
        let f_num_blocks = __rt::native::UvintCodec::read(
            r,
            promoted_index_site::num_blocks,
        )?;
        let f_blocks = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_blocks)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                promoted_index_site::blocks,
                            )
                    })?,
                5,
                promoted_index_site::blocks,
            )?;
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        IndexInfo::decode(r, cx).within(promoted_index_site::blocks)
                    })()
                        .at_index(promoted_index_site::blocks, index)?,
                );
            }
            all
        };
        let f_offsets = {
            let (count, bits, args) = (
                i64::try_from(f_num_blocks)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                promoted_index_site::offsets,
                            )
                    })?,
                32,
                (),
            );
            __rt::array::ArrayView::<
                '_,
                __rt::array::I32Be,
            >::take(r, count, bits, args, promoted_index_site::offsets)?
        };
        Ok(Self {
            header_length: f_header_length,
            deletion_time: f_deletion_time,
            blocks: f_blocks,
        })
    }
}
/// The bytes of a [`PromotedIndex`], not yet read.
#[derive(Debug, Clone, Copy)]
pub struct PromotedIndexSpan<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    bytes: __rt::Reader<'a>,
    size: u64,
}
impl<'a> PromotedIndexSpan<'a> {
    /// All bytes of a stream.
    pub fn whole(bytes: __rt::Reader<'a>) -> Self {
        PromotedIndexSpan {
            begin: bytes.offset(),
            size: bytes.size(),
            bytes,
        }
    }
    /// Finds the extent; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn pass(
        r: &mut __rt::Reader<'a>,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let bytes = *r;
        PromotedIndex::skip(r, cx)?;
        Ok(PromotedIndexSpan {
            begin: bytes.offset(),
            bytes,
            size: r.offset() - bytes.offset(),
        })
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
    pub fn reader(&self) -> __rt::Reader<'a> {
        self.bytes
    }
}
/// The head of a [`PromotedIndex`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct PromotedIndexRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /// Bytes from the start of the partition to its first row or marker: key, deletion and, if the table has static columns, the static
    /// row. Equal to the first block's offset.
    pub header_length: u64,
    /// The deletion of the partition, again.
    pub deletion_time: common::DeletionTimeRef<'a>,
    /// Number of blocks; at least 2, since one block would not be worth an index.
    pub num_blocks: u64,
    /// Where `offsets` starts, in bytes from the start of the row index.
    pub ofs_offsets: i64,
}
impl<'a> PromotedIndexRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_header_length = __rt::native::UvintCodec::read(
            r,
            promoted_index_site::header_length,
        )?;
        let f_deletion_time = common::DeletionTimeRef::read(r, cx.v)
            .within(promoted_index_site::deletion_time)?;
        let f_num_blocks = __rt::native::UvintCodec::read(
            r,
            promoted_index_site::num_blocks,
        )?;
        Ok({
            let value_ofs_offsets = ((r.size() as i64)
                .checked_sub(
                    (4i64)
                        .checked_mul(
                            i64::try_from(f_num_blocks)
                                .map_err(|_| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            promoted_index_site::num_blocks,
                                        )
                                })?,
                        )
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    promoted_index_site::num_blocks,
                                )
                        })?,
                )
                .ok_or_else(|| {
                    r
                        .error(
                            __rt::ReadErrorKind::Overflow,
                            promoted_index_site::num_blocks,
                        )
                })?);
            PromotedIndexRef {
                begin,
                rest: *r,
                header_length: f_header_length,
                deletion_time: f_deletion_time,
                num_blocks: f_num_blocks,
                ofs_offsets: value_ofs_offsets,
            }
        })
    }
    /// A reader at element `index` of `offsets`.
    ///
    /// # Errors
    /// There is no such element.
    pub fn offsets_from(
        &self,
        index: i64,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<__rt::Reader<'a>> {
        let r = &self.rest;
        let mut behind = r
            .at(
                (r.size() as i64)
                    .saturating_sub(
                        0i64
                            .saturating_add(
                                (i64::try_from(self.num_blocks)
                                    .map_err(|_| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Overflow,
                                                promoted_index_site::blocks,
                                            )
                                    })?)
                                    .saturating_mul((32 / 8) as i64),
                            ),
                    ),
                promoted_index_site::offsets,
            )?;
        let table: __rt::array::ArrayView<'_, __rt::array::I32Be> = __rt::array::ArrayView::take(
            &mut behind,
            i64::try_from(self.num_blocks)
                .map_err(|_| {
                    r.error(__rt::ReadErrorKind::Overflow, promoted_index_site::blocks)
                })?,
            32,
            (),
            promoted_index_site::offsets,
        )?;
        table.reader(index)
    }
    /// A reader at element `index` of `blocks`.
    ///
    /// # Errors
    /// There is no such element, or its offset leads out of the bytes.
    pub fn blocks_from(
        &self,
        index: i64,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<__rt::Reader<'a>> {
        let r = &self.rest;
        let mut behind = r
            .at(
                (r.size() as i64)
                    .saturating_sub(
                        0i64
                            .saturating_add(
                                (i64::try_from(self.num_blocks)
                                    .map_err(|_| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Overflow,
                                                promoted_index_site::blocks,
                                            )
                                    })?)
                                    .saturating_mul((32 / 8) as i64),
                            ),
                    ),
                promoted_index_site::offsets,
            )?;
        let table: __rt::array::ArrayView<'_, __rt::array::I32Be> = __rt::array::ArrayView::take(
            &mut behind,
            i64::try_from(self.num_blocks)
                .map_err(|_| {
                    r.error(__rt::ReadErrorKind::Overflow, promoted_index_site::blocks)
                })?,
            32,
            (),
            promoted_index_site::offsets,
        )?;
        let offset = i64::from(table.get(index)?.0);
        r.at(offset.saturating_add(self.rest.pos() as i64), promoted_index_site::blocks)
    }
    /// Element `index` of `blocks`, found by its offset.
    ///
    /// # Errors
    /// There is no such element, or what is wrong with its bytes.
    pub fn blocks_at(
        &self,
        index: i64,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<IndexInfoRef<'a>> {
        let r = &self.rest;
        let mut at = self.blocks_from(index, cx)?;
        IndexInfoRef::read(&mut at, cx)
            .map_err(|e: __rt::ReadError| {
                e.within(promoted_index_site::blocks, u64::try_from(index).ok())
            })
    }
    __rt::sited!(promoted_index_site);
}
impl PromotedIndex {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_header_length = __rt::native::UvintCodec::read(
            r,
            promoted_index_site::header_length,
        )?;
        let f_deletion_time = common::DeletionTime::skip(r, cx.v)
            .within(promoted_index_site::deletion_time)?;
        let f_num_blocks = __rt::native::UvintCodec::read(
            r,
            promoted_index_site::num_blocks,
        )?;
        let count = __rt::array::count(
            r,
            i64::try_from(f_num_blocks)
                .map_err(|_| {
                    r.error(__rt::ReadErrorKind::Overflow, promoted_index_site::blocks)
                })?,
            0,
            promoted_index_site::blocks,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = IndexInfo::skip(r, cx).within(promoted_index_site::blocks)?;
        }
        let f_offsets = {
            let (count, bits, args) = (
                i64::try_from(f_num_blocks)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                promoted_index_site::offsets,
                            )
                    })?,
                32,
                (),
            );
            __rt::array::ArrayView::<
                '_,
                __rt::array::I32Be,
            >::take(r, count, bits, args, promoted_index_site::offsets)?
        };
        Ok(())
    }
}
/// What stands in a [`PromotedIndex`].
pub static PROMOTED_INDEX_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&promoted_index_site::ALL, &[])
        .fields(
            &[
                t::native(t::Native::Uvint, &[]),
                t::of(&common::DELETION_TIME_TABLE, &[Root("v")]),
                t::native(t::Native::Uvint, &[]),
                t::of(&INDEX_INFO_TABLE, &[])
                    .repeat(t::Repeat::Count(&Member(&Name("num_blocks"), "value"))),
                t::int(t::Int::S4)
                    .repeat(t::Repeat::Count(&Member(&Name("num_blocks"), "value"))),
            ],
        )
        .values(
            &[
                t::value(
                    "ofs_offsets",
                    Of(
                        Sub,
                        &Size,
                        &Of(Mul, &Int(4), &Member(&Name("num_blocks"), "value")),
                    ),
                ),
            ],
        )
};
__rt::reflect!(PromotedIndex : header_length, deletion_time, blocks);
impl PromotedIndex {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        __rt::native::UvintCodec::write(
            w,
            &self.header_length,
            promoted_index_site::header_length,
        )?;
        self.deletion_time.encode(w, cx.v)?;
        let f_num_blocks = __rt::sink::narrow::<
            u64,
            _,
        >(self.blocks.len() as i64, promoted_index_site::num_blocks)?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_blocks,
            promoted_index_site::num_blocks,
        )?;
        let from_blocks = w.pos();
        let mut each_blocks: Vec<u64> = Vec::new();
        for (index, e) in self.blocks.iter().enumerate() {
            let index = index as i64;
            each_blocks.push(w.pos());
            e.encode(w, cx)?;
        }
        for index in 0..i64::try_from(f_num_blocks)
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "a number leaves 64 bits",
                },
                promoted_index_site::offsets,
            ))?
        {
            let v = __rt::sink::narrow::<
                i32,
                _,
            >(
                (*__rt::array::element(&each_blocks, index)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "more offsets than elements",
                        },
                        promoted_index_site::offsets,
                    ))? as i64)
                    .checked_sub(from_blocks as i64)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        promoted_index_site::offsets,
                    ))?,
                promoted_index_site::offsets,
            )?;
            w.put(&v.to_be_bytes());
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self, cx: &SstableIndexParams<'_>) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
/// What is pushed of a [`PromotedIndex`], borrowed.
#[derive(Debug, Clone, Copy, Default)]
pub struct PromotedIndexParts<'a> {
    /// Bytes from the start of the partition to its first row or marker: key, deletion and, if the table has static columns, the static
    /// row. Equal to the first block's offset.
    pub header_length: u64,
    /// The deletion of the partition, again.
    pub deletion_time: common::DeletionTimeParts,
    /// The blocks, in clustering order.
    pub blocks: &'a [IndexInfoParts<'a>],
}
impl PromotedIndexParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        __rt::native::UvintCodec::write(
            w,
            &self.header_length,
            promoted_index_site::header_length,
        )?;
        self.deletion_time.encode(w, cx.v)?;
        let f_num_blocks = __rt::sink::narrow::<
            u64,
            _,
        >(self.blocks.len() as i64, promoted_index_site::num_blocks)?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_blocks,
            promoted_index_site::num_blocks,
        )?;
        let from_blocks = w.pos();
        let mut each_blocks: Vec<u64> = Vec::new();
        for (index, e) in self.blocks.iter().enumerate() {
            let index = index as i64;
            each_blocks.push(w.pos());
            e.encode(w, cx)?;
        }
        for index in 0..i64::try_from(f_num_blocks)
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "a number leaves 64 bits",
                },
                promoted_index_site::offsets,
            ))?
        {
            let v = __rt::sink::narrow::<
                i32,
                _,
            >(
                (*__rt::array::element(&each_blocks, index)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "more offsets than elements",
                        },
                        promoted_index_site::offsets,
                    ))? as i64)
                    .checked_sub(from_blocks as i64)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        promoted_index_site::offsets,
                    ))?,
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
impl PromotedIndexLazy<'_> {
    #[inline]
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        match self {
            PromotedIndexLazy::Read(span) => w.put(span.bytes()),
            PromotedIndexLazy::Parts(parts) => parts.encode(w, cx)?,
        }
        Ok(())
    }
}
