// Written by `expand` from the specification sstable_summary.ksy. Do not edit.

__rt::sites! {
    entry_site : "entry" in "sstable/sstable_summary.ksy", line
    super::sstable_summary_site::LAST + 4; key 8; index_pos 3;
}
/// A partition key and where to find it. Its length is the distance to the next entry.
///
/// Specification: `entry` in `sstable/sstable_summary.ksy`. Cassandra: org.apache.cassandra.io.sstable.indexsummary.IndexSummary.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The partition key.
    pub key: Vec<u8>,
    /// Position of the key's entry in Index.db, in bytes.
    pub index_pos: i64,
}
impl Entry {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode<'v>(
        r: &mut __rt::Reader<'_>,
        p_idx: i64,
        up_offsets: __rt::array::ArrayView<'v, __rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> __rt::error::Result<Self> {
        let f_key = {
            let len = (((if (p_idx + 1i64) < i64::from(up_num_entries) {
                i64::from(up_offsets.get(p_idx + 1i64)?.0)
            } else {
                i64::from(
                    u32::try_from(up_len_offsets_and_entries)
                        .map_err(|_| {
                            r.error(__rt::ReadErrorKind::Overflow, entry_site::key)
                        })?,
                )
            }) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
            r.take_i(len, entry_site::key)?
        }
            .to_vec();
        let f_index_pos = r.i64_le(entry_site::index_pos)?;
        Ok(Self {
            key: f_key,
            index_pos: f_index_pos,
        })
    }
}
/// The head of a [`Entry`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Number of the entry, from 0.
    pub idx: i64,
    /// The partition key.
    pub key: &'a [u8],
    /// Position of the key's entry in Index.db, in bytes.
    pub index_pos: i64,
}
impl<'a> EntryRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read<'v>(
        r: &mut __rt::Reader<'a>,
        p_idx: i64,
        up_offsets: __rt::array::ArrayView<'v, __rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_key = {
            let len = (((if (p_idx + 1i64) < i64::from(up_num_entries) {
                i64::from(up_offsets.get(p_idx + 1i64)?.0)
            } else {
                i64::from(
                    u32::try_from(up_len_offsets_and_entries)
                        .map_err(|_| {
                            r.error(__rt::ReadErrorKind::Overflow, entry_site::key)
                        })?,
                )
            }) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
            r.take_i(len, entry_site::key)?
        };
        let f_index_pos = r.i64_le(entry_site::index_pos)?;
        Ok({
            EntryRef {
                lifetime: std::marker::PhantomData,
                idx: p_idx,
                key: f_key,
                index_pos: f_index_pos,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        entry_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        entry_site::FIELDS
    }
}
impl Entry {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip<'v>(
        r: &mut __rt::Reader<'_>,
        p_idx: i64,
        up_offsets: __rt::array::ArrayView<'v, __rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> __rt::error::Result<()> {
        let f_key = {
            let len = (((if (p_idx + 1i64) < i64::from(up_num_entries) {
                i64::from(up_offsets.get(p_idx + 1i64)?.0)
            } else {
                i64::from(
                    u32::try_from(up_len_offsets_and_entries)
                        .map_err(|_| {
                            r.error(__rt::ReadErrorKind::Overflow, entry_site::key)
                        })?,
                )
            }) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
            r.take_i(len, entry_site::key)?
        };
        let f_index_pos = r.i64_le(entry_site::index_pos)?;
        Ok(())
    }
}
impl Entry {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk<'v>(
        r: &mut __rt::Reader<'_>,
        p_idx: i64,
        up_offsets: __rt::array::ArrayView<'v, __rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_key = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    let len = (((if (p_idx + 1i64) < i64::from(up_num_entries) {
                        i64::from(up_offsets.get(p_idx + 1i64)?.0)
                    } else {
                        i64::from(
                            u32::try_from(up_len_offsets_and_entries)
                                .map_err(|_| {
                                    r.error(__rt::ReadErrorKind::Overflow, entry_site::key)
                                })?,
                        )
                    }) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
                    r.take_i(len, entry_site::key)?
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = (((if (p_idx + 1i64) < i64::from(up_num_entries) {
                    i64::from(up_offsets.get(p_idx + 1i64)?.0)
                } else {
                    i64::from(
                        u32::try_from(up_len_offsets_and_entries)
                            .map_err(|_| {
                                r.error(__rt::ReadErrorKind::Overflow, entry_site::key)
                            })?,
                    )
                }) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
                r.take_i(len, entry_site::key)?
            };
            w.leaf(
                entry_site::key,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        let f_index_pos = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_le(entry_site::index_pos)? }
            };
            let offset = r.offset();
            let leaf = r.i64_le(entry_site::index_pos)?;
            w.leaf(
                entry_site::index_pos,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
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
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<()> {
        w.put(&self.key);
        w.put(&self.index_pos.to_le_bytes());
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self, p_idx: i64) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_idx)?;
        Ok(counter.pos())
    }
}
