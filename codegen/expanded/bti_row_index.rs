// Written by `expand` from the specification bti_row_index.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`BtiRowIndex`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct BtiRowIndexParams<'p> {
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    ///Position of the entry in bytes, from a payload of Partitions.db.
    pub entry_pos: i64,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> BtiRowIndexParams<'p> {
    /// All of it.
    pub fn new(v: super::version::SstableVersion, entry_pos: i64) -> Self {
        BtiRowIndexParams {
            v,
            entry_pos,
            lifetime: std::marker::PhantomData,
        }
    }
}
static SITE_BTI_ROW_INDEX__SELF: __rt::Site = __rt::Site {
    owner: "bti_row_index",
    field: "_self",
    file: "bti/bti_row_index.ksy",
    line: 1u32,
};
static SITE_BTI_ROW_INDEX_ENTRY: __rt::Site = __rt::Site {
    owner: "bti_row_index",
    field: "entry",
    file: "bti/bti_row_index.ksy",
    line: 28u32,
};
/**Rows.db holds a row index for each partition of more than one block (of `column_index_size`, 16 KiB unless configured): a trie from
clusterings to blocks of rows, and behind it the entry that is described here. Payloads of Partitions.db give the positions of entries.
There is no other way to find them, since tries and the zeros between them cannot be told from entries. The file is empty if no partition is
that large.

The trie has a separator for each block: the node that the greatest separator not after a clustering leads to is the block in which the
clustering would be. One more separator, behind the last block, has the end of the partition's rows for its offset.*/
///
///Specification: `bti/bti_row_index.ksy`, line 1. Cassandra: org.apache.cassandra.io.sstable.format.bti.TrieIndexEntry, org.apache.cassandra.io.sstable.format.bti.RowIndexReader.
#[derive(Debug, Clone, PartialEq)]
pub struct BtiRowIndex {
    ///The entry.
    pub entry: super::bti_row_index::Entry,
}
impl BtiRowIndex {
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let (f_entry, from_entry, to_entry) = {
            let mut at = r.at(cx.entry_pos, &SITE_BTI_ROW_INDEX_ENTRY)?;
            let r = &mut at;
            let from_entry = r.pos();
            let f_entry = {
                let arg0 = cx;
                super::bti_row_index::Entry::decode(r, arg0)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_ROW_INDEX_ENTRY, None)
                })?;
            (f_entry, from_entry, r.pos())
        };
        Ok(Self { entry: f_entry })
    }
}
///The head of a [`BtiRowIndex`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BtiRowIndexRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Position of the entry in bytes, from a payload of Partitions.db.
    pub entry_pos: i64,
}
impl<'a> BtiRowIndexRef<'a> {
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            super::bti_row_index::BtiRowIndexRef {
                begin,
                rest: *r,
                entry_pos: cx.entry_pos,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BTI_ROW_INDEX__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_BTI_ROW_INDEX_ENTRY];
        FIELDS
    }
}
impl BtiRowIndex {
    ///The head of `entry`, found through a reader of the whole.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(unused_variables, reason = "not every body needs all it is given")]
    pub fn entry_at<'a>(
        r: &__rt::Reader<'a>,
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
    ) -> __rt::error::Result<super::bti_row_index::EntryRef<'a>> {
        let f_entry = {
            let mut at = r.at(cx.entry_pos, &SITE_BTI_ROW_INDEX_ENTRY)?;
            let r = &mut at;
            let f_entry = {
                let arg0 = cx;
                super::bti_row_index::EntryRef::read(r, arg0)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_ROW_INDEX_ENTRY, None)
                })?;
            f_entry
        };
        Ok(f_entry)
    }
}
impl BtiRowIndex {
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        Ok(())
    }
}
impl BtiRowIndex {
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_entry = {
            let mut at = r.at(cx.entry_pos, &SITE_BTI_ROW_INDEX_ENTRY)?;
            let r = &mut at;
            let f_entry = {
                let value = ();
                w.enter(&SITE_BTI_ROW_INDEX_ENTRY, None, r.offset());
                let asked = {
                    let arg0 = cx;
                    super::bti_row_index::Entry::walk(r, arg0, w)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_ROW_INDEX_ENTRY, None)
                    })?;
                w.leave(r.offset());
                value
            };
            f_entry
        };
        Ok(())
    }
}
impl BtiRowIndex {
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
        at_root: u64,
    ) -> __rt::sink::WriteResult<()> {
        self.entry.encode(w, cx, at_root)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
        at_root: u64,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, at_root)?;
        Ok(counter.pos())
    }
}
static SITE_ENTRY__SELF: __rt::Site = __rt::Site {
    owner: "entry",
    field: "_self",
    file: "bti/bti_row_index.ksy",
    line: 33u32,
};
static SITE_ENTRY_KEY: __rt::Site = __rt::Site {
    owner: "entry",
    field: "key",
    file: "bti/bti_row_index.ksy",
    line: 37u32,
};
static SITE_ENTRY_DATA_POS: __rt::Site = __rt::Site {
    owner: "entry",
    field: "data_pos",
    file: "bti/bti_row_index.ksy",
    line: 40u32,
};
static SITE_ENTRY_ROOT_DELTA: __rt::Site = __rt::Site {
    owner: "entry",
    field: "root_delta",
    file: "bti/bti_row_index.ksy",
    line: 43u32,
};
static SITE_ENTRY_NUM_BLOCKS: __rt::Site = __rt::Site {
    owner: "entry",
    field: "num_blocks",
    file: "bti/bti_row_index.ksy",
    line: 47u32,
};
static SITE_ENTRY_DELETION_TIME: __rt::Site = __rt::Site {
    owner: "entry",
    field: "deletion_time",
    file: "bti/bti_row_index.ksy",
    line: 50u32,
};
static SITE_ENTRY_ROOT: __rt::Site = __rt::Site {
    owner: "entry",
    field: "root",
    file: "bti/bti_row_index.ksy",
    line: 57u32,
};
///One partition.
///
///Specification: `bti/bti_row_index.ksy`, line 33. Cassandra: org.apache.cassandra.io.sstable.format.bti.TrieIndexEntry.serialize.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    ///The partition key, to compare a candidate with.
    pub key: super::common::BytesU2,
    ///Position of the partition in the uncompressed stream of Data.db, in bytes.
    pub data_pos: u64,
    ///Number of blocks; the trie has one payload more.
    pub num_blocks: u64,
    ///The deletion of the partition, again.
    pub deletion_time: super::common::DeletionTime,
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_key = { super::common::BytesU2::decode(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
        let f_data_pos = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
        let f_root_delta = {
            __rt::native::SvintCodec::read(r, &SITE_ENTRY_ROOT_DELTA)
        }?;
        let f_num_blocks = {
            __rt::native::UvintCodec::read(r, &SITE_ENTRY_NUM_BLOCKS)
        }?;
        let f_deletion_time = {
            let arg0 = cx.v;
            super::common::DeletionTime::decode(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_DELETION_TIME, None))?;
        Ok(Self {
            key: f_key,
            data_pos: f_data_pos,
            num_blocks: f_num_blocks,
            deletion_time: f_deletion_time,
        })
    }
}
///The head of a [`Entry`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///The partition key, to compare a candidate with.
    pub key: super::common::BytesU2Ref<'a>,
    ///Position of the partition in the uncompressed stream of Data.db, in bytes.
    pub data_pos: u64,
    ///Distance from `data_pos` in this file to the trie's root, in bytes; negative, for the trie is written first.
    pub root_delta: i64,
    ///Number of blocks; the trie has one payload more.
    pub num_blocks: u64,
    ///The deletion of the partition, again.
    pub deletion_time: super::common::DeletionTimeRef<'a>,
    ///Position of the trie's root in bytes.
    pub root_pos: i64,
}
impl<'a> EntryRef<'a> {
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
        let f_data_pos = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
        let f_root_delta = {
            __rt::native::SvintCodec::read(r, &SITE_ENTRY_ROOT_DELTA)
        }?;
        let f_num_blocks = {
            __rt::native::UvintCodec::read(r, &SITE_ENTRY_NUM_BLOCKS)
        }?;
        let f_deletion_time = {
            let arg0 = cx.v;
            super::common::DeletionTimeRef::read(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_DELETION_TIME, None))?;
        Ok({
            let value_root_pos = ((((cx.entry_pos)
                .checked_add(2i64)
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_DELETION_TIME)
                })?)
                .checked_add(i64::from(f_key.len))
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_DELETION_TIME)
                })?)
                .checked_add(f_root_delta)
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_DELETION_TIME)
                })?);
            super::bti_row_index::EntryRef {
                begin,
                rest: *r,
                key: f_key,
                data_pos: f_data_pos,
                root_delta: f_root_delta,
                num_blocks: f_num_blocks,
                deletion_time: f_deletion_time,
                root_pos: value_root_pos,
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
            &SITE_ENTRY_ROOT_DELTA,
            &SITE_ENTRY_NUM_BLOCKS,
            &SITE_ENTRY_DELETION_TIME,
            &SITE_ENTRY_ROOT,
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?;
        let f_data_pos = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_DATA_POS) }?;
        let f_root_delta = {
            __rt::native::SvintCodec::read(r, &SITE_ENTRY_ROOT_DELTA)
        }?;
        let f_num_blocks = {
            __rt::native::UvintCodec::read(r, &SITE_ENTRY_NUM_BLOCKS)
        }?;
        let f_deletion_time = {
            let arg0 = cx.v;
            super::common::DeletionTime::skip(r, arg0)
        }
            .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_DELETION_TIME, None))?;
        Ok(())
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_key = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    { super::common::BytesU2Ref::read(r) }
                        .map_err(|e: __rt::ReadError| e.within(&SITE_ENTRY_KEY, None))?
                }
            };
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
        let f_root_delta = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::SvintCodec::read(r, &SITE_ENTRY_ROOT_DELTA) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::SvintCodec::read(r, &SITE_ENTRY_ROOT_DELTA) }?;
            w.leaf(
                &SITE_ENTRY_ROOT_DELTA,
                None,
                offset,
                r.offset() - offset,
                __rt::native::SvintCodec::value(&leaf),
            );
            value
        };
        let f_num_blocks = {
            let value = ();
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_ENTRY_NUM_BLOCKS) }?;
            w.leaf(
                &SITE_ENTRY_NUM_BLOCKS,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_deletion_time = {
            let value = ();
            w.enter(&SITE_ENTRY_DELETION_TIME, None, r.offset());
            let asked = {
                let arg0 = cx.v;
                super::common::DeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_ENTRY_DELETION_TIME, None)
                })?;
            w.leave(r.offset());
            value
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
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
        at_root: u64,
    ) -> __rt::sink::WriteResult<()> {
        self.key.encode(w)?;
        let from_data_pos = w.pos();
        __rt::native::UvintCodec::write(w, &self.data_pos, &SITE_ENTRY_DATA_POS)?;
        let f_root_delta = ((at_root as i64))
            .checked_sub((from_data_pos as i64))
            .ok_or_else(|| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "a number leaves 64 bits",
                },
                &SITE_ENTRY_ROOT_DELTA,
            ))?;
        __rt::native::SvintCodec::write(w, &f_root_delta, &SITE_ENTRY_ROOT_DELTA)?;
        __rt::native::UvintCodec::write(w, &self.num_blocks, &SITE_ENTRY_NUM_BLOCKS)?;
        self.deletion_time.encode(w, cx.v)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::bti_row_index::BtiRowIndexParams<'_>,
        at_root: u64,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, at_root)?;
        Ok(counter.pos())
    }
}
