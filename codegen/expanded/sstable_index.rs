// Written by `expand` from the specification sstable_index.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`SstableIndex`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableIndexParams<'p> {
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    ///Types of the clustering columns, from the serialization header in Statistics.db.
    pub clustering_types: &'p [__rt::native::CqlType],
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableIndexParams<'p> {
    /// All of it.
    pub fn new(
        v: super::version::SstableVersion,
        clustering_types: &'p [__rt::native::CqlType],
    ) -> Self {
        SstableIndexParams {
            v,
            clustering_types,
            lifetime: std::marker::PhantomData,
        }
    }
}
///Receives what a [`SstableIndex`] holds, in the order of its bytes.
pub trait SstableIndexVisitor<'a> {
    /// What may go wrong: the bytes, or the visitor's own work.
    type Error: From<__rt::ReadError>;
    ///The head of a [`Entry`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn index_entry(&mut self, head: &EntryRef<'a>) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
}
static SITE_SSTABLE_INDEX__SELF: __rt::Site = __rt::Site {
    owner: "sstable_index",
    field: "_self",
    file: "sstable/sstable_index.ksy",
    line: 1u32,
};
static SITE_SSTABLE_INDEX_ENTRIES: __rt::Site = __rt::Site {
    owner: "sstable_index",
    field: "entries",
    file: "sstable/sstable_index.ksy",
    line: 27u32,
};
/**An entry for each partition, in the order of Data.db: its key and its position there. Partitions larger than the node's `column_index_size`
(64 KiB unless configured) have a row index too, called the promoted index since it moved here from Data.db: for each block of about that
many bytes the first and the last clustering, so that a slice of the partition can be read without what stands before it.

A reader comes here with a position from Summary.db and goes on entry by entry; or it reads the file from its start. The row index is most
of an entry, its length stands in front, and it is worth while not to parse it unless it is needed.*/
///
///Specification: `sstable/sstable_index.ksy`, line 1. Cassandra: org.apache.cassandra.io.sstable.format.big.RowIndexEntry, org.apache.cassandra.io.sstable.IndexInfo.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableIndex {
    ///The partitions in token order.
    pub entries: Vec<super::index::Entry>,
}
impl SstableIndex {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_entries = {
            let mut all = Vec::new();
            while !r.at_end() {
                let (index, before) = (all.len() as i64, r.pos());
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = cx;
                            super::index::Entry::decode(r, arg0)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_SSTABLE_INDEX_ENTRIES, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_INDEX_ENTRIES, index)
                        })?,
                );
                __rt::array::progress(r, before, &SITE_SSTABLE_INDEX_ENTRIES)?;
            }
            all
        };
        Ok(Self { entries: f_entries })
    }
}
///The head of a [`SstableIndex`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableIndexRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
}
impl<'a> SstableIndexRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            super::index::SstableIndexRef {
                begin,
                rest: *r,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_INDEX__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_SSTABLE_INDEX_ENTRIES];
        FIELDS
    }
}
impl SstableIndex {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        while !r.at_end() {
            let before = r.pos();
            let _ = {
                let arg0 = cx;
                super::index::Entry::skip(r, arg0)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_INDEX_ENTRIES, None)
                })?;
            __rt::array::progress(r, before, &SITE_SSTABLE_INDEX_ENTRIES)?;
        }
        Ok(())
    }
}
impl SstableIndex {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableIndexVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::index::SstableIndexParams<'_>,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        {
            while !r.at_end() {
                let before = r.pos();
                {
                    let arg0 = cx;
                    super::index::Entry::visit(r, arg0, v)
                }?;
                __rt::array::progress(r, before, &SITE_SSTABLE_INDEX_ENTRIES)?;
            }
        };
        Ok(__rt::Flow::Continue)
    }
}
impl SstableIndex {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_entries = {
            let value = ();
            let mut index = 0i64;
            while !r.at_end() {
                let before = r.pos();
                (|| -> __rt::error::Result<()> {
                    w.enter(&SITE_SSTABLE_INDEX_ENTRIES, Some(index as u64), r.offset());
                    let asked = {
                        let arg0 = cx;
                        super::index::Entry::walk(r, arg0, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_SSTABLE_INDEX_ENTRIES, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_INDEX_ENTRIES, index)
                    })?;
                __rt::array::progress(r, before, &SITE_SSTABLE_INDEX_ENTRIES)?;
                index += 1;
            }
            value
        };
        Ok(())
    }
}
impl SstableIndex {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        for e in &self.entries {
            e.encode(w, cx)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_ENTRY__SELF: __rt::Site = __rt::Site {
    owner: "entry",
    field: "_self",
    file: "sstable/sstable_index.ksy",
    line: 32u32,
};
static SITE_ENTRY_KEY: __rt::Site = __rt::Site {
    owner: "entry",
    field: "key",
    file: "sstable/sstable_index.ksy",
    line: 38u32,
};
static SITE_ENTRY_DATA_POS: __rt::Site = __rt::Site {
    owner: "entry",
    field: "data_pos",
    file: "sstable/sstable_index.ksy",
    line: 41u32,
};
static SITE_ENTRY_LEN_PROMOTED: __rt::Site = __rt::Site {
    owner: "entry",
    field: "len_promoted",
    file: "sstable/sstable_index.ksy",
    line: 44u32,
};
static SITE_ENTRY_PROMOTED: __rt::Site = __rt::Site {
    owner: "entry",
    field: "promoted",
    file: "sstable/sstable_index.ksy",
    line: 48u32,
};
///Where one partition is.
///
///Specification: `sstable/sstable_index.ksy`, line 32. Cassandra: org.apache.cassandra.io.sstable.format.big.RowIndexEntry.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    ///The partition key.
    pub key: super::common::BytesU2,
    ///Position of the partition in the uncompressed stream of Data.db, in bytes.
    pub data_pos: u64,
    ///The row index.
    pub promoted: Option<super::index::PromotedIndex>,
}
impl Entry {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_key = { super::common::BytesU2::decode(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
        let f_data_pos = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
        let f_len_promoted = {
            __rt::native::UvintCodec::read(r, &SITE_ENTRY_LEN_PROMOTED)
        }?;
        let f_promoted = if (f_len_promoted > 0u64) {
            Some({
                let mut sub = r.sub(f_len_promoted, &SITE_ENTRY_PROMOTED)?;
                let value = {
                    let arg0 = cx;
                    super::index::PromotedIndex::decode(&mut sub, arg0)
                }
                    .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_PROMOTED, None))?;
                sub.finish(&SITE_ENTRY_PROMOTED)?;
                value
            })
        } else {
            None
        };
        Ok(Self {
            key: f_key,
            data_pos: f_data_pos,
            promoted: f_promoted,
        })
    }
}
///The head of a [`Entry`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    lifetime: std::marker::PhantomData<&'a ()>,
    ///The partition key.
    pub key: super::common::BytesU2Ref<'a>,
    ///Position of the partition in the uncompressed stream of Data.db, in bytes.
    pub data_pos: u64,
    ///Length in bytes of the row index; 0 if there is none.
    pub len_promoted: u64,
    ///The row index.
    pub promoted: Option<super::index::PromotedIndexSpan<'a>>,
}
impl<'a> EntryRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
        let f_data_pos = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
        let f_len_promoted = {
            __rt::native::UvintCodec::read(r, &SITE_ENTRY_LEN_PROMOTED)
        }?;
        let f_promoted = if (f_len_promoted > 0u64) {
            Some(
                super::index::PromotedIndexSpan::whole(
                    r.sub(f_len_promoted, &SITE_ENTRY_PROMOTED)?,
                ),
            )
        } else {
            None
        };
        Ok({
            super::index::EntryRef {
                begin,
                lifetime: std::marker::PhantomData,
                key: f_key,
                data_pos: f_data_pos,
                len_promoted: f_len_promoted,
                promoted: f_promoted,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_ENTRY__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_ENTRY_KEY,
            &SITE_ENTRY_DATA_POS,
            &SITE_ENTRY_LEN_PROMOTED,
            &SITE_ENTRY_PROMOTED,
        ];
        FIELDS
    }
}
impl Entry {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_key = { super::common::BytesU2::skip(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
        let f_data_pos = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
        let f_len_promoted = {
            __rt::native::UvintCodec::read(r, &SITE_ENTRY_LEN_PROMOTED)
        }?;
        let f_promoted = if (f_len_promoted > 0u64) {
            Some({
                let _ = r.sub(f_len_promoted, &SITE_ENTRY_PROMOTED)?;
            })
        } else {
            None
        };
        Ok(())
    }
}
impl Entry {
    /// Reads one and sends what it holds to a visitor.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn visit<'a, V: SstableIndexVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        cx: &super::index::SstableIndexParams<'_>,
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
        let f_data_pos = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
        let f_len_promoted = {
            __rt::native::UvintCodec::read(r, &SITE_ENTRY_LEN_PROMOTED)
        }?;
        let f_promoted = if (f_len_promoted > 0u64) {
            Some(
                super::index::PromotedIndexSpan::whole(
                    r.sub(f_len_promoted, &SITE_ENTRY_PROMOTED)?,
                ),
            )
        } else {
            None
        };
        v.index_entry(
            &{
                super::index::EntryRef {
                    begin,
                    lifetime: std::marker::PhantomData,
                    key: f_key,
                    data_pos: f_data_pos,
                    len_promoted: f_len_promoted,
                    promoted: f_promoted,
                }
            },
        )?;
        Ok(__rt::Flow::Continue)
    }
}
impl Entry {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_key = {
            let value = ();
            w.enter(&SITE_ENTRY_KEY, None, r.offset());
            let asked = { super::common::BytesU2::walk(r, w) }
                .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
            w.leave(r.offset());
            value
        };
        let f_data_pos = {
            let value = ();
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
            w.leaf(
                &SITE_ENTRY_DATA_POS,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_len_promoted = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_ENTRY_LEN_PROMOTED) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_LEN_PROMOTED) }?;
            w.leaf(
                &SITE_ENTRY_LEN_PROMOTED,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_promoted = if (f_len_promoted > 0u64) {
            let value = ();
            w.enter(&SITE_ENTRY_PROMOTED, None, r.offset());
            let mut sub = r.sub(f_len_promoted, &SITE_ENTRY_PROMOTED)?;
            let asked = {
                let arg0 = cx;
                super::index::PromotedIndex::walk(&mut sub, arg0, w)
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_PROMOTED, None))?;
            sub.finish(&SITE_ENTRY_PROMOTED)?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl Entry {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        self.key.encode(w)?;
        __rt::native::UvintCodec::write(w, &self.data_pos, &SITE_ENTRY_DATA_POS)?;
        let f_len_promoted = __rt::sink::narrow::<
            u64,
            _,
        >(
            {
                let mut counter = __rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                if let Some(v) = &self.promoted {
                    v.encode(w, cx)?;
                }
                (w.pos() - begin) as i64
            },
            &SITE_ENTRY_LEN_PROMOTED,
        )?;
        __rt::native::UvintCodec::write(w, &f_len_promoted, &SITE_ENTRY_LEN_PROMOTED)?;
        if let Some(v) = __rt::sink::agreed(
            &self.promoted,
            (f_len_promoted > 0u64),
            &SITE_ENTRY_PROMOTED,
        )? {
            v.encode(w, cx)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_PROMOTED_INDEX__SELF: __rt::Site = __rt::Site {
    owner: "promoted_index",
    field: "_self",
    file: "sstable/sstable_index.ksy",
    line: 53u32,
};
static SITE_PROMOTED_INDEX_HEADER_LENGTH: __rt::Site = __rt::Site {
    owner: "promoted_index",
    field: "header_length",
    file: "sstable/sstable_index.ksy",
    line: 60u32,
};
static SITE_PROMOTED_INDEX_DELETION_TIME: __rt::Site = __rt::Site {
    owner: "promoted_index",
    field: "deletion_time",
    file: "sstable/sstable_index.ksy",
    line: 65u32,
};
static SITE_PROMOTED_INDEX_NUM_BLOCKS: __rt::Site = __rt::Site {
    owner: "promoted_index",
    field: "num_blocks",
    file: "sstable/sstable_index.ksy",
    line: 68u32,
};
static SITE_PROMOTED_INDEX_BLOCKS: __rt::Site = __rt::Site {
    owner: "promoted_index",
    field: "blocks",
    file: "sstable/sstable_index.ksy",
    line: 72u32,
};
static SITE_PROMOTED_INDEX_OFFSETS: __rt::Site = __rt::Site {
    owner: "promoted_index",
    field: "offsets",
    file: "sstable/sstable_index.ksy",
    line: 77u32,
};
/**The blocks of one partition. What stands before the first block, the partition's key, deletion and static row, is told here as well, so that
a slice needs two reads only: this, and the blocks it touches.*/
///
///Specification: `sstable/sstable_index.ksy`, line 53. Cassandra: org.apache.cassandra.io.sstable.format.big.RowIndexEntry.IndexedEntry.
#[derive(Debug, Clone, PartialEq)]
pub struct PromotedIndex {
    /**Bytes from the start of the partition to its first row or marker: key, deletion and, if the table has static columns, the static
row. Equal to the first block's offset.*/
    pub header_length: u64,
    ///The deletion of the partition, again.
    pub deletion_time: super::common::DeletionTime,
    ///The blocks, in clustering order.
    pub blocks: Vec<super::index::IndexInfo>,
}
impl PromotedIndex {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_header_length = {
            __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_HEADER_LENGTH)
        }?;
        let f_deletion_time = {
            let arg0 = cx.v;
            super::common::DeletionTime::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_PROMOTED_INDEX_DELETION_TIME, None)
            })?;
        let f_num_blocks = {
            __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_NUM_BLOCKS)
        }?;
        let f_blocks = {
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_blocks)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_PROMOTED_INDEX_BLOCKS,
                            )
                    })?,
                5,
                &SITE_PROMOTED_INDEX_BLOCKS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = cx;
                            super::index::IndexInfo::decode(r, arg0)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_PROMOTED_INDEX_BLOCKS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_PROMOTED_INDEX_BLOCKS, index)
                        })?,
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
                                &SITE_PROMOTED_INDEX_OFFSETS,
                            )
                    })?,
                32,
                (),
            );
            __rt::array::ArrayView::<
                '_,
                __rt::array::I32Be,
            >::take(r, count, bits, args, &SITE_PROMOTED_INDEX_OFFSETS)?
        };
        Ok(Self {
            header_length: f_header_length,
            deletion_time: f_deletion_time,
            blocks: f_blocks,
        })
    }
}
///The bytes of a [`PromotedIndex`], not yet read.
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
        cx: &super::index::SstableIndexParams<'_>,
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
    /// A reader at its start.
    pub fn reader(&self) -> __rt::Reader<'a> {
        self.bytes
    }
}
///The head of a [`PromotedIndex`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct PromotedIndexRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /**Bytes from the start of the partition to its first row or marker: key, deletion and, if the table has static columns, the static
row. Equal to the first block's offset.*/
    pub header_length: u64,
    ///The deletion of the partition, again.
    pub deletion_time: super::common::DeletionTimeRef<'a>,
    ///Number of blocks; at least 2, since one block would not be worth an index.
    pub num_blocks: u64,
    ///Where `offsets` starts, in bytes from the start of the row index.
    pub ofs_offsets: i64,
}
impl<'a> PromotedIndexRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_header_length = {
            __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_HEADER_LENGTH)
        }?;
        let f_deletion_time = {
            let arg0 = cx.v;
            super::common::DeletionTimeRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_PROMOTED_INDEX_DELETION_TIME, None)
            })?;
        let f_num_blocks = {
            __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_NUM_BLOCKS)
        }?;
        Ok({
            let value_ofs_offsets = (((r.size() as i64))
                .checked_sub(
                    (4i64)
                        .checked_mul(
                            i64::try_from(f_num_blocks)
                                .map_err(|_| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            &SITE_PROMOTED_INDEX_NUM_BLOCKS,
                                        )
                                })?,
                        )
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_PROMOTED_INDEX_NUM_BLOCKS,
                                )
                        })?,
                )
                .ok_or_else(|| {
                    r
                        .error(
                            __rt::ReadErrorKind::Overflow,
                            &SITE_PROMOTED_INDEX_NUM_BLOCKS,
                        )
                })?);
            super::index::PromotedIndexRef {
                begin,
                rest: *r,
                header_length: f_header_length,
                deletion_time: f_deletion_time,
                num_blocks: f_num_blocks,
                ofs_offsets: value_ofs_offsets,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_PROMOTED_INDEX__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_PROMOTED_INDEX_HEADER_LENGTH,
            &SITE_PROMOTED_INDEX_DELETION_TIME,
            &SITE_PROMOTED_INDEX_NUM_BLOCKS,
            &SITE_PROMOTED_INDEX_BLOCKS,
            &SITE_PROMOTED_INDEX_OFFSETS,
        ];
        FIELDS
    }
}
impl PromotedIndex {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_header_length = {
            __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_HEADER_LENGTH)
        }?;
        let f_deletion_time = {
            let arg0 = cx.v;
            super::common::DeletionTime::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_PROMOTED_INDEX_DELETION_TIME, None)
            })?;
        let f_num_blocks = {
            __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_NUM_BLOCKS)
        }?;
        let count = __rt::array::count(
            r,
            i64::try_from(f_num_blocks)
                .map_err(|_| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_PROMOTED_INDEX_BLOCKS)
                })?,
            0,
            &SITE_PROMOTED_INDEX_BLOCKS,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = {
                let arg0 = cx;
                super::index::IndexInfo::skip(r, arg0)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_PROMOTED_INDEX_BLOCKS, None)
                })?;
        }
        let f_offsets = {
            let (count, bits, args) = (
                i64::try_from(f_num_blocks)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_PROMOTED_INDEX_OFFSETS,
                            )
                    })?,
                32,
                (),
            );
            __rt::array::ArrayView::<
                '_,
                __rt::array::I32Be,
            >::take(r, count, bits, args, &SITE_PROMOTED_INDEX_OFFSETS)?
        };
        Ok(())
    }
}
impl PromotedIndex {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_header_length = {
            let value = ();
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_HEADER_LENGTH)
            }?;
            w.leaf(
                &SITE_PROMOTED_INDEX_HEADER_LENGTH,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_deletion_time = {
            let value = ();
            w.enter(&SITE_PROMOTED_INDEX_DELETION_TIME, None, r.offset());
            let asked = {
                let arg0 = cx.v;
                super::common::DeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_PROMOTED_INDEX_DELETION_TIME, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_num_blocks = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        __rt::native::UvintCodec::read(
                            r,
                            &SITE_PROMOTED_INDEX_NUM_BLOCKS,
                        )
                    }?
                }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_PROMOTED_INDEX_NUM_BLOCKS)
            }?;
            w.leaf(
                &SITE_PROMOTED_INDEX_NUM_BLOCKS,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_blocks = {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_blocks)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_PROMOTED_INDEX_BLOCKS,
                            )
                    })?,
                0,
                &SITE_PROMOTED_INDEX_BLOCKS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(&SITE_PROMOTED_INDEX_BLOCKS, Some(index as u64), r.offset());
                    let asked = {
                        let arg0 = cx;
                        super::index::IndexInfo::walk(r, arg0, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_PROMOTED_INDEX_BLOCKS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_PROMOTED_INDEX_BLOCKS, index)
                    })?;
            }
            value
        };
        let f_offsets = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::try_from(f_num_blocks)
                                .map_err(|_| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            &SITE_PROMOTED_INDEX_OFFSETS,
                                        )
                                })?,
                            32,
                            (),
                        );
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::I32Be,
                        >::take(r, count, bits, args, &SITE_PROMOTED_INDEX_OFFSETS)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::try_from(f_num_blocks)
                    .map_err(|_| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_PROMOTED_INDEX_OFFSETS,
                            )
                    })?,
                0,
                &SITE_PROMOTED_INDEX_OFFSETS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.i32_be(&SITE_PROMOTED_INDEX_OFFSETS)?;
                    w.leaf(
                        &SITE_PROMOTED_INDEX_OFFSETS,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Signed(i64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_PROMOTED_INDEX_OFFSETS, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl PromotedIndex {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        __rt::native::UvintCodec::write(
            w,
            &self.header_length,
            &SITE_PROMOTED_INDEX_HEADER_LENGTH,
        )?;
        self.deletion_time.encode(w, cx.v)?;
        let f_num_blocks = __rt::sink::narrow::<
            u64,
            _,
        >(self.blocks.len() as i64, &SITE_PROMOTED_INDEX_NUM_BLOCKS)?;
        __rt::native::UvintCodec::write(
            w,
            &f_num_blocks,
            &SITE_PROMOTED_INDEX_NUM_BLOCKS,
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
                &SITE_PROMOTED_INDEX_OFFSETS,
            ))?
        {
            let v = __rt::sink::narrow::<
                i32,
                _,
            >(
                ((*__rt::array::element(&each_blocks, index)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "more offsets than elements",
                        },
                        &SITE_PROMOTED_INDEX_OFFSETS,
                    ))? as i64))
                    .checked_sub((from_blocks as i64))
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        &SITE_PROMOTED_INDEX_OFFSETS,
                    ))?,
                &SITE_PROMOTED_INDEX_OFFSETS,
            )?;
            w.put(&v.to_be_bytes());
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_INDEX_INFO__SELF: __rt::Site = __rt::Site {
    owner: "index_info",
    field: "_self",
    file: "sstable/sstable_index.ksy",
    line: 89u32,
};
static SITE_INDEX_INFO_FIRST_NAME: __rt::Site = __rt::Site {
    owner: "index_info",
    field: "first_name",
    file: "sstable/sstable_index.ksy",
    line: 93u32,
};
static SITE_INDEX_INFO_LAST_NAME: __rt::Site = __rt::Site {
    owner: "index_info",
    field: "last_name",
    file: "sstable/sstable_index.ksy",
    line: 96u32,
};
static SITE_INDEX_INFO_OFFSET: __rt::Site = __rt::Site {
    owner: "index_info",
    field: "offset",
    file: "sstable/sstable_index.ksy",
    line: 99u32,
};
static SITE_INDEX_INFO_WIDTH_DELTA: __rt::Site = __rt::Site {
    owner: "index_info",
    field: "width_delta",
    file: "sstable/sstable_index.ksy",
    line: 102u32,
};
static SITE_INDEX_INFO_HAS_END_OPEN_MARKER: __rt::Site = __rt::Site {
    owner: "index_info",
    field: "has_end_open_marker",
    file: "sstable/sstable_index.ksy",
    line: 108u32,
};
static SITE_INDEX_INFO_END_OPEN_MARKER: __rt::Site = __rt::Site {
    owner: "index_info",
    field: "end_open_marker",
    file: "sstable/sstable_index.ksy",
    line: 114u32,
};
///A block of rows and markers of one partition.
///
///Specification: `sstable/sstable_index.ksy`, line 89. Cassandra: org.apache.cassandra.io.sstable.IndexInfo.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexInfo {
    ///Clustering of the first row or marker in the block.
    pub first_name: super::common::ClusteringPrefix,
    ///Clustering of the last row or marker in the block.
    pub last_name: super::common::ClusteringPrefix,
    ///Where the block starts, in bytes from the start of the partition in Data.db.
    pub offset: u64,
    ///Length of the block in bytes.
    pub width: i64,
    ///The deletion of that range, without which a reader that starts with the next block would miss it.
    pub end_open_marker: Option<super::common::DeletionTime>,
}
impl IndexInfo {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_first_name = {
            let arg0 = &cx.clustering_types;
            super::common::ClusteringPrefix::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_INDEX_INFO_FIRST_NAME, None))?;
        let f_last_name = {
            let arg0 = &cx.clustering_types;
            super::common::ClusteringPrefix::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_INDEX_INFO_LAST_NAME, None))?;
        let f_offset = { __rt::native::UvintCodec::read(r, &SITE_INDEX_INFO_OFFSET) }?;
        let f_width_delta = {
            __rt::native::SvintCodec::read(r, &SITE_INDEX_INFO_WIDTH_DELTA)
        }?;
        let delta_width = (f_width_delta as i64).wrapping_add(65536i64);
        let start = r.offset();
        let f_has_end_open_marker = r.u8(&SITE_INDEX_INFO_HAS_END_OPEN_MARKER)?;
        if !((i64::from(f_has_end_open_marker) == 0i64)
            || (i64::from(f_has_end_open_marker) == 1i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_has_end_open_marker),
                expected: "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_INDEX_INFO_HAS_END_OPEN_MARKER)
                    .into(),
            );
        }
        let f_end_open_marker = if (i64::from(f_has_end_open_marker) != 0i64) {
            Some(
                {
                    let arg0 = cx.v;
                    super::common::DeletionTime::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_INDEX_INFO_END_OPEN_MARKER, None)
                    })?,
            )
        } else {
            None
        };
        Ok(Self {
            first_name: f_first_name,
            last_name: f_last_name,
            offset: f_offset,
            width: delta_width,
            end_open_marker: f_end_open_marker,
        })
    }
}
///The head of a [`IndexInfo`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct IndexInfoRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Clustering of the first row or marker in the block.
    pub first_name: super::common::ClusteringPrefixRef<'a>,
    ///Clustering of the last row or marker in the block.
    pub last_name: super::common::ClusteringPrefixRef<'a>,
    ///Where the block starts, in bytes from the start of the partition in Data.db.
    pub offset: u64,
    /**Length of the block less 65536, the default block size of old, to make small numbers of large ones; the constant does not
follow the table's or the node's settings.*/
    pub width_delta: i64,
    ///1 if a range tombstone that began in this block or before is still open at its end, else 0.
    pub has_end_open_marker: u8,
    ///The deletion of that range, without which a reader that starts with the next block would miss it.
    pub end_open_marker: Option<super::common::DeletionTimeRef<'a>>,
    ///Length of the block in bytes.
    pub width: i64,
}
impl<'a> IndexInfoRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_first_name = {
            let arg0 = &cx.clustering_types;
            super::common::ClusteringPrefixRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_INDEX_INFO_FIRST_NAME, None))?;
        let f_last_name = {
            let arg0 = &cx.clustering_types;
            super::common::ClusteringPrefixRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_INDEX_INFO_LAST_NAME, None))?;
        let f_offset = { __rt::native::UvintCodec::read(r, &SITE_INDEX_INFO_OFFSET) }?;
        let f_width_delta = {
            __rt::native::SvintCodec::read(r, &SITE_INDEX_INFO_WIDTH_DELTA)
        }?;
        let start = r.offset();
        let f_has_end_open_marker = r.u8(&SITE_INDEX_INFO_HAS_END_OPEN_MARKER)?;
        if !((i64::from(f_has_end_open_marker) == 0i64)
            || (i64::from(f_has_end_open_marker) == 1i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_has_end_open_marker),
                expected: "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_INDEX_INFO_HAS_END_OPEN_MARKER)
                    .into(),
            );
        }
        let f_end_open_marker = if (i64::from(f_has_end_open_marker) != 0i64) {
            Some(
                {
                    let arg0 = cx.v;
                    super::common::DeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_INDEX_INFO_END_OPEN_MARKER, None)
                    })?,
            )
        } else {
            None
        };
        Ok({
            let value_width = (f_width_delta as i64).wrapping_add(65536i64);
            super::index::IndexInfoRef {
                lifetime: std::marker::PhantomData,
                first_name: f_first_name,
                last_name: f_last_name,
                offset: f_offset,
                width_delta: f_width_delta,
                has_end_open_marker: f_has_end_open_marker,
                end_open_marker: f_end_open_marker,
                width: value_width,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_INDEX_INFO__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_INDEX_INFO_FIRST_NAME,
            &SITE_INDEX_INFO_LAST_NAME,
            &SITE_INDEX_INFO_OFFSET,
            &SITE_INDEX_INFO_WIDTH_DELTA,
            &SITE_INDEX_INFO_HAS_END_OPEN_MARKER,
            &SITE_INDEX_INFO_END_OPEN_MARKER,
        ];
        FIELDS
    }
}
impl IndexInfo {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_first_name = {
            let arg0 = &cx.clustering_types;
            super::common::ClusteringPrefix::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_INDEX_INFO_FIRST_NAME, None))?;
        let f_last_name = {
            let arg0 = &cx.clustering_types;
            super::common::ClusteringPrefix::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_INDEX_INFO_LAST_NAME, None))?;
        let f_offset = { __rt::native::UvintCodec::read(r, &SITE_INDEX_INFO_OFFSET) }?;
        let f_width_delta = {
            __rt::native::SvintCodec::read(r, &SITE_INDEX_INFO_WIDTH_DELTA)
        }?;
        let start = r.offset();
        let f_has_end_open_marker = r.u8(&SITE_INDEX_INFO_HAS_END_OPEN_MARKER)?;
        if !((i64::from(f_has_end_open_marker) == 0i64)
            || (i64::from(f_has_end_open_marker) == 1i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_has_end_open_marker),
                expected: "one of the values it may have (1 if a range tombstone that began in this block or before is still open at its end, else 0.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_INDEX_INFO_HAS_END_OPEN_MARKER)
                    .into(),
            );
        }
        let f_end_open_marker = if (i64::from(f_has_end_open_marker) != 0i64) {
            Some(
                {
                    let arg0 = cx.v;
                    super::common::DeletionTime::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_INDEX_INFO_END_OPEN_MARKER, None)
                    })?,
            )
        } else {
            None
        };
        Ok(())
    }
}
impl IndexInfo {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &super::index::SstableIndexParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_first_name = {
            let value = ();
            w.enter(&SITE_INDEX_INFO_FIRST_NAME, None, r.offset());
            let asked = {
                let arg0 = &cx.clustering_types;
                super::common::ClusteringPrefix::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_INDEX_INFO_FIRST_NAME, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_last_name = {
            let value = ();
            w.enter(&SITE_INDEX_INFO_LAST_NAME, None, r.offset());
            let asked = {
                let arg0 = &cx.clustering_types;
                super::common::ClusteringPrefix::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_INDEX_INFO_LAST_NAME, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_offset = {
            let value = ();
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_INDEX_INFO_OFFSET) }?;
            w.leaf(
                &SITE_INDEX_INFO_OFFSET,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_width_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::SvintCodec::read(r, &SITE_INDEX_INFO_WIDTH_DELTA) }? }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::SvintCodec::read(r, &SITE_INDEX_INFO_WIDTH_DELTA)
            }?;
            w.leaf(
                &SITE_INDEX_INFO_WIDTH_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::SvintCodec::value(&leaf),
            );
            value
        };
        let f_has_end_open_marker = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_INDEX_INFO_HAS_END_OPEN_MARKER)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_INDEX_INFO_HAS_END_OPEN_MARKER)?;
            w.leaf(
                &SITE_INDEX_INFO_HAS_END_OPEN_MARKER,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_end_open_marker = if (i64::from(f_has_end_open_marker) != 0i64) {
            let value = ();
            w.enter(&SITE_INDEX_INFO_END_OPEN_MARKER, None, r.offset());
            let asked = {
                let arg0 = cx.v;
                super::common::DeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_INDEX_INFO_END_OPEN_MARKER, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl IndexInfo {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        self.first_name.encode(w, &cx.clustering_types)?;
        self.last_name.encode(w, &cx.clustering_types)?;
        __rt::native::UvintCodec::write(w, &self.offset, &SITE_INDEX_INFO_OFFSET)?;
        let f_width_delta: i64 = self.width.wrapping_sub(65536i64);
        __rt::native::SvintCodec::write(
            w,
            &f_width_delta,
            &SITE_INDEX_INFO_WIDTH_DELTA,
        )?;
        let f_has_end_open_marker = u8::from(self.end_open_marker.is_some());
        if !((i64::from((f_has_end_open_marker)) == 0i64)
            || (i64::from((f_has_end_open_marker)) == 1i64))
        {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "one of the values it may have",
                    },
                    &SITE_INDEX_INFO_HAS_END_OPEN_MARKER,
                ),
            );
        }
        w.put(&f_has_end_open_marker.to_be_bytes());
        if let Some(v) = __rt::sink::agreed(
            &self.end_open_marker,
            (i64::from(f_has_end_open_marker) != 0i64),
            &SITE_INDEX_INFO_END_OPEN_MARKER,
        )? {
            v.encode(w, cx.v)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::index::SstableIndexParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
