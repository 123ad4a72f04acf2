// Written by `expand` from the specification sstable_summary.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
static SITE_SSTABLE_SUMMARY__SELF: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "_self",
    file: "sstable/sstable_summary.ksy",
    line: 1u32,
};
static SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "min_index_interval",
    file: "sstable/sstable_summary.ksy",
    line: 19u32,
};
static SITE_SSTABLE_SUMMARY_NUM_ENTRIES: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "num_entries",
    file: "sstable/sstable_summary.ksy",
    line: 26u32,
};
static SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "len_offsets_and_entries",
    file: "sstable/sstable_summary.ksy",
    line: 32u32,
};
static SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "sampling_level",
    file: "sstable/sstable_summary.ksy",
    line: 38u32,
};
static SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "size_at_full_sampling",
    file: "sstable/sstable_summary.ksy",
    line: 44u32,
};
static SITE_SSTABLE_SUMMARY_OFFSETS: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "offsets",
    file: "sstable/sstable_summary.ksy",
    line: 49u32,
};
static SITE_SSTABLE_SUMMARY_ENTRIES: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "entries",
    file: "sstable/sstable_summary.ksy",
    line: 56u32,
};
static SITE_SSTABLE_SUMMARY_FIRST_KEY: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "first_key",
    file: "sstable/sstable_summary.ksy",
    line: 61u32,
};
static SITE_SSTABLE_SUMMARY_LAST_KEY: __rt::Site = __rt::Site {
    owner: "sstable_summary",
    field: "last_key",
    file: "sstable/sstable_summary.ksy",
    line: 64u32,
};
/**Every 128th partition key (by default) with the position of its entry in Index.db, for a binary search in memory that leaves at most that many
entries to scan. It can be rebuilt from Index.db and is no part of what a backup needs. All versions of BIG have the same layout; BTI has
no summary.

When memory is short Cassandra thins summaries out: of 128 possible samples (the sampling level) it keeps fewer, evenly spread.

Beware of the byte order, which is the writing machine's in the middle part (thus little-endian everywhere Cassandra runs) and big-endian in
the rest.*/
///
///Specification: `sstable/sstable_summary.ksy`, line 1. Cassandra: org.apache.cassandra.io.sstable.indexsummary.IndexSummary.IndexSummarySerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableSummary {
    /**At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built. If the table's option
has changed since, Cassandra builds the summary anew.*/
    pub min_index_interval: i32,
    ///How many of 128 samples are kept; 128 means that none was dropped.
    pub sampling_level: i32,
    ///How many entries there would be at sampling level 128.
    pub size_at_full_sampling: i32,
    ///The samples, in token order as in Index.db.
    pub entries: Vec<super::summary::Entry>,
    ///The first partition key of the SSTable.
    pub first_key: super::common::BytesU4,
    ///The last partition key of the SSTable.
    pub last_key: super::common::BytesU4,
}
impl SstableSummary {
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
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_min_index_interval = r.i32_be(&SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL)?;
        if !((i64::from(f_min_index_interval) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_min_index_interval),
                expected: "a value within its range (At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built. If the table's option)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_num_entries = r.i32_be(&SITE_SSTABLE_SUMMARY_NUM_ENTRIES)?;
        if !((i64::from(f_num_entries) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_entries),
                expected: "a value within its range (Number of entries.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_SUMMARY_NUM_ENTRIES)
                    .into(),
            );
        }
        let start = r.offset();
        let f_len_offsets_and_entries = r
            .i64_be(&SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES)?;
        if !((f_len_offsets_and_entries >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_offsets_and_entries),
                expected: "a value within its range (Length in bytes of both arrays below together.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_sampling_level = r.i32_be(&SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)?;
        if !((i64::from(f_sampling_level) >= 1i64)
            && (i64::from(f_sampling_level) <= 128i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_sampling_level),
                expected: "a value within its range (How many of 128 samples are kept; 128 means that none was dropped.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)
                    .into(),
            );
        }
        let start = r.offset();
        let f_size_at_full_sampling = r
            .i32_be(&SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING)?;
        if !((i64::from(f_size_at_full_sampling) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_size_at_full_sampling),
                expected: "a value within its range (How many entries there would be at sampling level 128.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING,
                    )
                    .into(),
            );
        }
        let f_offsets = {
            let (count, bits, args) = (i64::from(f_num_entries), 32, ());
            __rt::array::ArrayView::<
                '_,
                __rt::array::U32Le,
            >::take(r, count, bits, args, &SITE_SSTABLE_SUMMARY_OFFSETS)?
        };
        let f_entries = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_entries),
                8,
                &SITE_SSTABLE_SUMMARY_ENTRIES,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = index;
                            let arg1 = f_offsets;
                            let arg2 = f_num_entries;
                            let arg3 = f_len_offsets_and_entries;
                            super::summary::Entry::decode(r, arg0, arg1, arg2, arg3)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_SSTABLE_SUMMARY_ENTRIES, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_SSTABLE_SUMMARY_ENTRIES, index)
                        })?,
                );
            }
            all
        };
        let f_first_key = { super::common::BytesU4::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SSTABLE_SUMMARY_FIRST_KEY, None)
            })?;
        let f_last_key = { super::common::BytesU4::decode(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SSTABLE_SUMMARY_LAST_KEY, None)
            })?;
        Ok(Self {
            min_index_interval: f_min_index_interval,
            sampling_level: f_sampling_level,
            size_at_full_sampling: f_size_at_full_sampling,
            entries: f_entries,
            first_key: f_first_key,
            last_key: f_last_key,
        })
    }
}
///The head of a [`SstableSummary`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableSummaryRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    /**At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built. If the table's option
has changed since, Cassandra builds the summary anew.*/
    pub min_index_interval: i32,
    ///Number of entries.
    pub num_entries: i32,
    ///Length in bytes of both arrays below together.
    pub len_offsets_and_entries: i64,
    ///How many of 128 samples are kept; 128 means that none was dropped.
    pub sampling_level: i32,
    ///How many entries there would be at sampling level 128.
    pub size_at_full_sampling: i32,
    ///Where each entry starts, in bytes from the start of this array; ascending. So the first is `4 * num_entries`.
    pub offsets: __rt::array::ArrayView<'a, __rt::array::U32Le>,
}
impl<'a> SstableSummaryRef<'a> {
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
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_min_index_interval = r.i32_be(&SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL)?;
        if !((i64::from(f_min_index_interval) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_min_index_interval),
                expected: "a value within its range (At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built. If the table's option)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_num_entries = r.i32_be(&SITE_SSTABLE_SUMMARY_NUM_ENTRIES)?;
        if !((i64::from(f_num_entries) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_entries),
                expected: "a value within its range (Number of entries.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_SUMMARY_NUM_ENTRIES)
                    .into(),
            );
        }
        let start = r.offset();
        let f_len_offsets_and_entries = r
            .i64_be(&SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES)?;
        if !((f_len_offsets_and_entries >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_offsets_and_entries),
                expected: "a value within its range (Length in bytes of both arrays below together.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_sampling_level = r.i32_be(&SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)?;
        if !((i64::from(f_sampling_level) >= 1i64)
            && (i64::from(f_sampling_level) <= 128i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_sampling_level),
                expected: "a value within its range (How many of 128 samples are kept; 128 means that none was dropped.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)
                    .into(),
            );
        }
        let start = r.offset();
        let f_size_at_full_sampling = r
            .i32_be(&SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING)?;
        if !((i64::from(f_size_at_full_sampling) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_size_at_full_sampling),
                expected: "a value within its range (How many entries there would be at sampling level 128.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING,
                    )
                    .into(),
            );
        }
        let f_offsets = {
            let (count, bits, args) = (i64::from(f_num_entries), 32, ());
            __rt::array::ArrayView::<
                '_,
                __rt::array::U32Le,
            >::take(r, count, bits, args, &SITE_SSTABLE_SUMMARY_OFFSETS)?
        };
        Ok({
            super::summary::SstableSummaryRef {
                begin,
                rest: *r,
                min_index_interval: f_min_index_interval,
                num_entries: f_num_entries,
                len_offsets_and_entries: f_len_offsets_and_entries,
                sampling_level: f_sampling_level,
                size_at_full_sampling: f_size_at_full_sampling,
                offsets: f_offsets,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_SUMMARY__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL,
            &SITE_SSTABLE_SUMMARY_NUM_ENTRIES,
            &SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES,
            &SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL,
            &SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING,
            &SITE_SSTABLE_SUMMARY_OFFSETS,
            &SITE_SSTABLE_SUMMARY_ENTRIES,
            &SITE_SSTABLE_SUMMARY_FIRST_KEY,
            &SITE_SSTABLE_SUMMARY_LAST_KEY,
        ];
        FIELDS
    }
}
impl SstableSummary {
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
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_min_index_interval = r.i32_be(&SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL)?;
        if !((i64::from(f_min_index_interval) >= 1i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_min_index_interval),
                expected: "a value within its range (At full sampling one of this many keys has an entry; the table's `min_index_interval` when the summary was built. If the table's option)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_num_entries = r.i32_be(&SITE_SSTABLE_SUMMARY_NUM_ENTRIES)?;
        if !((i64::from(f_num_entries) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_entries),
                expected: "a value within its range (Number of entries.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_SUMMARY_NUM_ENTRIES)
                    .into(),
            );
        }
        let start = r.offset();
        let f_len_offsets_and_entries = r
            .i64_be(&SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES)?;
        if !((f_len_offsets_and_entries >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_len_offsets_and_entries),
                expected: "a value within its range (Length in bytes of both arrays below together.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES,
                    )
                    .into(),
            );
        }
        let start = r.offset();
        let f_sampling_level = r.i32_be(&SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)?;
        if !((i64::from(f_sampling_level) >= 1i64)
            && (i64::from(f_sampling_level) <= 128i64))
        {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_sampling_level),
                expected: "a value within its range (How many of 128 samples are kept; 128 means that none was dropped.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)
                    .into(),
            );
        }
        let start = r.offset();
        let f_size_at_full_sampling = r
            .i32_be(&SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING)?;
        if !((i64::from(f_size_at_full_sampling) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_size_at_full_sampling),
                expected: "a value within its range (How many entries there would be at sampling level 128.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        &SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING,
                    )
                    .into(),
            );
        }
        let f_offsets = {
            let (count, bits, args) = (i64::from(f_num_entries), 32, ());
            __rt::array::ArrayView::<
                '_,
                __rt::array::U32Le,
            >::take(r, count, bits, args, &SITE_SSTABLE_SUMMARY_OFFSETS)?
        };
        let count = __rt::array::count(
            r,
            i64::from(f_num_entries),
            0,
            &SITE_SSTABLE_SUMMARY_ENTRIES,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = {
                let arg0 = index;
                let arg1 = f_offsets;
                let arg2 = f_num_entries;
                let arg3 = f_len_offsets_and_entries;
                super::summary::Entry::skip(r, arg0, arg1, arg2, arg3)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_SUMMARY_ENTRIES, None)
                })?;
        }
        let f_first_key = { super::common::BytesU4::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SSTABLE_SUMMARY_FIRST_KEY, None)
            })?;
        let f_last_key = { super::common::BytesU4::skip(r) }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_SSTABLE_SUMMARY_LAST_KEY, None)
            })?;
        Ok(())
    }
}
impl SstableSummary {
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
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_min_index_interval = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL)?;
            w.leaf(
                &SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_num_entries = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_SUMMARY_NUM_ENTRIES)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_SUMMARY_NUM_ENTRIES)?;
            w.leaf(
                &SITE_SSTABLE_SUMMARY_NUM_ENTRIES,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_len_offsets_and_entries = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES)?;
            w.leaf(
                &SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_sampling_level = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL)?;
            w.leaf(
                &SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_size_at_full_sampling = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING)?;
            w.leaf(
                &SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_offsets = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i64::from(f_num_entries), 32, ());
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::U32Le,
                        >::take(r, count, bits, args, &SITE_SSTABLE_SUMMARY_OFFSETS)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_entries),
                0,
                &SITE_SSTABLE_SUMMARY_OFFSETS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u32_le(&SITE_SSTABLE_SUMMARY_OFFSETS)?;
                    w.leaf(
                        &SITE_SSTABLE_SUMMARY_OFFSETS,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_SUMMARY_OFFSETS, index)
                    })?;
            }
            value
        };
        let f_entries = {
            let value = ();
            let count = __rt::array::count(
                r,
                i64::from(f_num_entries),
                0,
                &SITE_SSTABLE_SUMMARY_ENTRIES,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_SSTABLE_SUMMARY_ENTRIES,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = {
                        let arg0 = index;
                        let arg1 = f_offsets;
                        let arg2 = f_num_entries;
                        let arg3 = f_len_offsets_and_entries;
                        super::summary::Entry::walk(r, arg0, arg1, arg2, arg3, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_SSTABLE_SUMMARY_ENTRIES, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_SUMMARY_ENTRIES, index)
                    })?;
            }
            value
        };
        let f_first_key = {
            let value = ();
            w.enter(&SITE_SSTABLE_SUMMARY_FIRST_KEY, None, r.offset());
            let asked = { super::common::BytesU4::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_SUMMARY_FIRST_KEY, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_last_key = {
            let value = ();
            w.enter(&SITE_SSTABLE_SUMMARY_LAST_KEY, None, r.offset());
            let asked = { super::common::BytesU4::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_SSTABLE_SUMMARY_LAST_KEY, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl SstableSummary {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        if !((i64::from((self.min_index_interval)) >= 1i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_SUMMARY_MIN_INDEX_INTERVAL,
                ),
            );
        }
        w.put(&self.min_index_interval.to_be_bytes());
        let f_num_entries = __rt::sink::narrow::<
            i32,
            _,
        >(self.entries.len() as i64, &SITE_SSTABLE_SUMMARY_NUM_ENTRIES)?;
        if !((i64::from((f_num_entries)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_SUMMARY_NUM_ENTRIES,
                ),
            );
        }
        w.put(&f_num_entries.to_be_bytes());
        let f_len_offsets_and_entries = ((i64::from(f_num_entries) * 4i64)
            + {
                let mut counter = __rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                for (index, e) in self.entries.iter().enumerate() {
                    let index = index as i64;
                    e.encode(w, index)?;
                }
                (w.pos() - begin) as i64
            });
        if !(((f_len_offsets_and_entries) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_SUMMARY_LEN_OFFSETS_AND_ENTRIES,
                ),
            );
        }
        w.put(&f_len_offsets_and_entries.to_be_bytes());
        if !((i64::from((self.sampling_level)) >= 1i64)
            && (i64::from((self.sampling_level)) <= 128i64))
        {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_SUMMARY_SAMPLING_LEVEL,
                ),
            );
        }
        w.put(&self.sampling_level.to_be_bytes());
        if !((i64::from((self.size_at_full_sampling)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_SUMMARY_SIZE_AT_FULL_SAMPLING,
                ),
            );
        }
        w.put(&self.size_at_full_sampling.to_be_bytes());
        let from_offsets = w.pos();
        let place_offsets = w.pos();
        for _ in 0..i64::from(f_num_entries) {
            w.put(&[0u8; 4]);
        }
        let from_entries = w.pos();
        let mut each_entries: Vec<u64> = Vec::new();
        for (index, e) in self.entries.iter().enumerate() {
            let index = index as i64;
            each_entries.push(w.pos());
            e.encode(w, index)?;
        }
        {
            let place = place_offsets;
            for index in 0..i64::from(f_num_entries) {
                let v = __rt::sink::narrow::<
                    u32,
                    _,
                >(
                    ((*__rt::array::element(&each_entries, index)
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "more offsets than elements",
                            },
                            &SITE_SSTABLE_SUMMARY_OFFSETS,
                        ))? as i64))
                        .checked_sub((from_offsets as i64))
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a number leaves 64 bits",
                            },
                            &SITE_SSTABLE_SUMMARY_OFFSETS,
                        ))?,
                    &SITE_SSTABLE_SUMMARY_OFFSETS,
                )?;
                w.patch(place + 4 * index as u64, &v.to_le_bytes());
            }
        }
        self.first_key.encode(w)?;
        self.last_key.encode(w)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_ENTRY__SELF: __rt::Site = __rt::Site {
    owner: "entry",
    field: "_self",
    file: "sstable/sstable_summary.ksy",
    line: 68u32,
};
static SITE_ENTRY_KEY: __rt::Site = __rt::Site {
    owner: "entry",
    field: "key",
    file: "sstable/sstable_summary.ksy",
    line: 76u32,
};
static SITE_ENTRY_INDEX_POS: __rt::Site = __rt::Site {
    owner: "entry",
    field: "index_pos",
    file: "sstable/sstable_summary.ksy",
    line: 79u32,
};
///A partition key and where to find it. Its length is the distance to the next entry.
///
///Specification: `sstable/sstable_summary.ksy`, line 68. Cassandra: org.apache.cassandra.io.sstable.indexsummary.IndexSummary.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    ///The partition key.
    pub key: Vec<u8>,
    ///Position of the key's entry in Index.db, in bytes.
    pub index_pos: i64,
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
    pub fn decode<'v>(
        r: &mut __rt::Reader<'_>,
        p_idx: i64,
        up_offsets: __rt::array::ArrayView<'v, __rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> __rt::error::Result<Self> {
        let f_key = {
            let len = ((((if ((p_idx + 1i64) < i64::from(up_num_entries)) {
                i64::from(up_offsets.get((p_idx + 1i64))?.0)
            } else {
                i64::from(
                    u32::try_from(up_len_offsets_and_entries)
                        .map_err(|_| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_KEY)
                        })?,
                )
            })) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
            r.take_i(len, &SITE_ENTRY_KEY)?
        }
            .to_vec();
        let f_index_pos = r.i64_le(&SITE_ENTRY_INDEX_POS)?;
        Ok(Self {
            key: f_key,
            index_pos: f_index_pos,
        })
    }
}
///The head of a [`Entry`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Number of the entry, from 0.
    pub idx: i64,
    ///The partition key.
    pub key: &'a [u8],
    ///Position of the key's entry in Index.db, in bytes.
    pub index_pos: i64,
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
    pub fn read<'v>(
        r: &mut __rt::Reader<'a>,
        p_idx: i64,
        up_offsets: __rt::array::ArrayView<'v, __rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_key = {
            let len = ((((if ((p_idx + 1i64) < i64::from(up_num_entries)) {
                i64::from(up_offsets.get((p_idx + 1i64))?.0)
            } else {
                i64::from(
                    u32::try_from(up_len_offsets_and_entries)
                        .map_err(|_| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_KEY)
                        })?,
                )
            })) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
            r.take_i(len, &SITE_ENTRY_KEY)?
        };
        let f_index_pos = r.i64_le(&SITE_ENTRY_INDEX_POS)?;
        Ok({
            super::summary::EntryRef {
                lifetime: std::marker::PhantomData,
                idx: p_idx,
                key: f_key,
                index_pos: f_index_pos,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_ENTRY__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_ENTRY_KEY, &SITE_ENTRY_INDEX_POS];
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
    pub fn skip<'v>(
        r: &mut __rt::Reader<'_>,
        p_idx: i64,
        up_offsets: __rt::array::ArrayView<'v, __rt::array::U32Le>,
        up_num_entries: i32,
        up_len_offsets_and_entries: i64,
    ) -> __rt::error::Result<()> {
        let f_key = {
            let len = ((((if ((p_idx + 1i64) < i64::from(up_num_entries)) {
                i64::from(up_offsets.get((p_idx + 1i64))?.0)
            } else {
                i64::from(
                    u32::try_from(up_len_offsets_and_entries)
                        .map_err(|_| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_KEY)
                        })?,
                )
            })) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
            r.take_i(len, &SITE_ENTRY_KEY)?
        };
        let f_index_pos = r.i64_le(&SITE_ENTRY_INDEX_POS)?;
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
                    {
                        let len = ((((if ((p_idx + 1i64) < i64::from(up_num_entries)) {
                            i64::from(up_offsets.get((p_idx + 1i64))?.0)
                        } else {
                            i64::from(
                                u32::try_from(up_len_offsets_and_entries)
                                    .map_err(|_| {
                                        r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_KEY)
                                    })?,
                            )
                        })) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
                        r.take_i(len, &SITE_ENTRY_KEY)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = ((((if ((p_idx + 1i64) < i64::from(up_num_entries)) {
                    i64::from(up_offsets.get((p_idx + 1i64))?.0)
                } else {
                    i64::from(
                        u32::try_from(up_len_offsets_and_entries)
                            .map_err(|_| {
                                r.error(__rt::ReadErrorKind::Overflow, &SITE_ENTRY_KEY)
                            })?,
                    )
                })) - i64::from(up_offsets.get(p_idx)?.0)) - 8i64);
                r.take_i(len, &SITE_ENTRY_KEY)?
            };
            w.leaf(
                &SITE_ENTRY_KEY,
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
                { r.i64_le(&SITE_ENTRY_INDEX_POS)? }
            };
            let offset = r.offset();
            let leaf = r.i64_le(&SITE_ENTRY_INDEX_POS)?;
            w.leaf(
                &SITE_ENTRY_INDEX_POS,
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
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
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
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self, p_idx: i64) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_idx)?;
        Ok(counter.pos())
    }
}
