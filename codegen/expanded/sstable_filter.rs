// Written by `expand` from the specification sstable_filter.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`SstableFilter`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct SstableFilterParams<'p> {
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> SstableFilterParams<'p> {
    /// All of it.
    pub fn new(v: super::version::SstableVersion) -> Self {
        SstableFilterParams {
            v,
            lifetime: std::marker::PhantomData,
        }
    }
}
static SITE_SSTABLE_FILTER__SELF: __rt::Site = __rt::Site {
    owner: "sstable_filter",
    field: "_self",
    file: "sstable/sstable_filter.ksy",
    line: 1u32,
};
static SITE_SSTABLE_FILTER_NUM_HASHES: __rt::Site = __rt::Site {
    owner: "sstable_filter",
    field: "num_hashes",
    file: "sstable/sstable_filter.ksy",
    line: 23u32,
};
static SITE_SSTABLE_FILTER_NUM_WORDS: __rt::Site = __rt::Site {
    owner: "sstable_filter",
    field: "num_words",
    file: "sstable/sstable_filter.ksy",
    line: 28u32,
};
static SITE_SSTABLE_FILTER_WORDS: __rt::Site = __rt::Site {
    owner: "sstable_filter",
    field: "words",
    file: "sstable/sstable_filter.ksy",
    line: 34u32,
};
static SITE_SSTABLE_FILTER_OLD_WORDS: __rt::Site = __rt::Site {
    owner: "sstable_filter",
    field: "old_words",
    file: "sstable/sstable_filter.ksy",
    line: 42u32,
};
/**Tells for most of the partition keys that the SSTable does not have that it does not have them, without a look into its index. Absent, or
empty, if the table's `bloom_filter_fp_chance` is 1; then every key may be there.

A key is hashed once, by the 128-bit Murmur3 hash that also makes the default partitioner's tokens, and `num_hashes` bit numbers are made
from the two halves: `abs((h1 + i * h0) % num_bits)`, in wrapping signed 64-bit arithmetic, where `num_bits` is `64 * num_words`. All of
them are set if the SSTable may have the key. Bit `n` of the filter is bit `n % 64` (counted from the least significant) of word `n / 64`.*/
///
///Specification: `sstable/sstable_filter.ksy`, line 1. Cassandra: org.apache.cassandra.utils.BloomFilterSerializer, org.apache.cassandra.utils.obs.OffHeapBitSet.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableFilter {
    ///How many bits are looked at for each key, 1 to about 20.
    pub num_hashes: i32,
    /**The bits. Little-endian, unlike almost all else, because Cassandra copies its memory to the file: as bytes, bit `n` is bit `n % 8` of
byte `n / 8`.*/
    pub words: Vec<u64>,
}
impl SstableFilter {
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
        cx: &super::filter::SstableFilterParams<'_>,
    ) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_num_hashes = r.i32_be(&SITE_SSTABLE_FILTER_NUM_HASHES)?;
        if !((i64::from(f_num_hashes) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_hashes),
                expected: "a value within its range (How many bits are looked at for each key, 1 to about 20.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_FILTER_NUM_HASHES).into(),
            );
        }
        let start = r.offset();
        let f_num_words = r.i32_be(&SITE_SSTABLE_FILTER_NUM_WORDS)?;
        if !((i64::from(f_num_words) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_words),
                expected: "a value within its range (Number of 64-bit words.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_FILTER_NUM_WORDS).into(),
            );
        }
        let layout_words = if !(cx.v.has_old_bf_format()) {
            let f_words = {
                let (count, bits, args) = (
                    i64::from(f_num_words),
                    64,
                    __rt::array::Stored {
                        bytes: 8,
                        signed: false,
                        little: true,
                    },
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Any<u64>,
                >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_WORDS)?
            };
            Some(f_words)
        } else {
            None
        };
        let layout_old_words = if cx.v.has_old_bf_format() {
            let f_old_words = {
                let (count, bits, args) = (
                    i64::from(f_num_words),
                    64,
                    __rt::array::Stored {
                        bytes: 8,
                        signed: false,
                        little: false,
                    },
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Any<u64>,
                >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_OLD_WORDS)?
            };
            Some(f_old_words)
        } else {
            None
        };
        let f_words = match match layout_words {
            Some(v) => Some(v),
            None => {
                match layout_old_words {
                    Some(v) => Some(v),
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "words",
                            },
                            &SITE_SSTABLE_FILTER_WORDS,
                        )
                        .into(),
                );
            }
        };
        Ok(Self {
            num_hashes: f_num_hashes,
            words: f_words
                .iter()
                .map(|e| e.map(|e| e.0))
                .collect::<__rt::error::Result<Vec<_>>>()?,
        })
    }
}
///The head of a [`SstableFilter`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableFilterRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///How many bits are looked at for each key, 1 to about 20.
    pub num_hashes: i32,
    ///Number of 64-bit words.
    pub num_words: i32,
    /**The bits. Little-endian, unlike almost all else, because Cassandra copies its memory to the file: as bytes, bit `n` is bit `n % 8` of
byte `n / 8`.*/
    pub words: __rt::array::ArrayView<'a, __rt::array::Any<u64>>,
}
impl<'a> SstableFilterRef<'a> {
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
        cx: &super::filter::SstableFilterParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_hashes = r.i32_be(&SITE_SSTABLE_FILTER_NUM_HASHES)?;
        if !((i64::from(f_num_hashes) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_hashes),
                expected: "a value within its range (How many bits are looked at for each key, 1 to about 20.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_FILTER_NUM_HASHES).into(),
            );
        }
        let start = r.offset();
        let f_num_words = r.i32_be(&SITE_SSTABLE_FILTER_NUM_WORDS)?;
        if !((i64::from(f_num_words) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_words),
                expected: "a value within its range (Number of 64-bit words.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_FILTER_NUM_WORDS).into(),
            );
        }
        let layout_words = if !(cx.v.has_old_bf_format()) {
            let f_words = {
                let (count, bits, args) = (
                    i64::from(f_num_words),
                    64,
                    __rt::array::Stored {
                        bytes: 8,
                        signed: false,
                        little: true,
                    },
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Any<u64>,
                >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_WORDS)?
            };
            Some(f_words)
        } else {
            None
        };
        let layout_old_words = if cx.v.has_old_bf_format() {
            let f_old_words = {
                let (count, bits, args) = (
                    i64::from(f_num_words),
                    64,
                    __rt::array::Stored {
                        bytes: 8,
                        signed: false,
                        little: false,
                    },
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Any<u64>,
                >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_OLD_WORDS)?
            };
            Some(f_old_words)
        } else {
            None
        };
        let f_words = match match layout_words {
            Some(v) => Some(v),
            None => {
                match layout_old_words {
                    Some(v) => Some(v),
                    None => None,
                }
            }
        } {
            Some(v) => v,
            None => {
                return Err(
                    r
                        .error(
                            __rt::ReadErrorKind::Absent {
                                field: "words",
                            },
                            &SITE_SSTABLE_FILTER_WORDS,
                        )
                        .into(),
                );
            }
        };
        Ok({
            super::filter::SstableFilterRef {
                lifetime: std::marker::PhantomData,
                num_hashes: f_num_hashes,
                num_words: f_num_words,
                words: f_words,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_FILTER__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_SSTABLE_FILTER_NUM_HASHES,
            &SITE_SSTABLE_FILTER_NUM_WORDS,
            &SITE_SSTABLE_FILTER_WORDS,
            &SITE_SSTABLE_FILTER_OLD_WORDS,
        ];
        FIELDS
    }
}
impl SstableFilter {
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
        cx: &super::filter::SstableFilterParams<'_>,
    ) -> __rt::error::Result<()> {
        let start = r.offset();
        let f_num_hashes = r.i32_be(&SITE_SSTABLE_FILTER_NUM_HASHES)?;
        if !((i64::from(f_num_hashes) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_hashes),
                expected: "a value within its range (How many bits are looked at for each key, 1 to about 20.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_FILTER_NUM_HASHES).into(),
            );
        }
        let start = r.offset();
        let f_num_words = r.i32_be(&SITE_SSTABLE_FILTER_NUM_WORDS)?;
        if !((i64::from(f_num_words) >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_words),
                expected: "a value within its range (Number of 64-bit words.)",
            };
            return Err(
                __rt::ReadError::new(kind, start, &SITE_SSTABLE_FILTER_NUM_WORDS).into(),
            );
        }
        if !(cx.v.has_old_bf_format()) {
            let _ = {
                let (count, bits, args) = (
                    i64::from(f_num_words),
                    64,
                    __rt::array::Stored {
                        bytes: 8,
                        signed: false,
                        little: true,
                    },
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Any<u64>,
                >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_WORDS)?
            };
        }
        if cx.v.has_old_bf_format() {
            let _ = {
                let (count, bits, args) = (
                    i64::from(f_num_words),
                    64,
                    __rt::array::Stored {
                        bytes: 8,
                        signed: false,
                        little: false,
                    },
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Any<u64>,
                >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_OLD_WORDS)?
            };
        }
        Ok(())
    }
}
impl SstableFilter {
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
        cx: &super::filter::SstableFilterParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_num_hashes = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_FILTER_NUM_HASHES)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_FILTER_NUM_HASHES)?;
            w.leaf(
                &SITE_SSTABLE_FILTER_NUM_HASHES,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_num_words = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_SSTABLE_FILTER_NUM_WORDS)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_SSTABLE_FILTER_NUM_WORDS)?;
            w.leaf(
                &SITE_SSTABLE_FILTER_NUM_WORDS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let layout_words = if !(cx.v.has_old_bf_format()) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::from(f_num_words),
                            64,
                            __rt::array::Stored {
                                bytes: 8,
                                signed: false,
                                little: true,
                            },
                        );
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::Any<u64>,
                        >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_WORDS)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_words),
                0,
                &SITE_SSTABLE_FILTER_WORDS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u64_le(&SITE_SSTABLE_FILTER_WORDS)?;
                    w.leaf(
                        &SITE_SSTABLE_FILTER_WORDS,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_FILTER_WORDS, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        let layout_old_words = if cx.v.has_old_bf_format() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::from(f_num_words),
                            64,
                            __rt::array::Stored {
                                bytes: 8,
                                signed: false,
                                little: false,
                            },
                        );
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::Any<u64>,
                        >::take(r, count, bits, args, &SITE_SSTABLE_FILTER_OLD_WORDS)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(f_num_words),
                0,
                &SITE_SSTABLE_FILTER_OLD_WORDS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u64_be(&SITE_SSTABLE_FILTER_OLD_WORDS)?;
                    w.leaf(
                        &SITE_SSTABLE_FILTER_OLD_WORDS,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_SSTABLE_FILTER_OLD_WORDS, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl SstableFilter {
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
        cx: &super::filter::SstableFilterParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        if !((i64::from((self.num_hashes)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_FILTER_NUM_HASHES,
                ),
            );
        }
        w.put(&self.num_hashes.to_be_bytes());
        let f_num_words = __rt::sink::narrow::<
            i32,
            _,
        >(
            (if true { self.words.len() as i64 } else { self.words.len() as i64 }),
            &SITE_SSTABLE_FILTER_NUM_WORDS,
        )?;
        if !((i64::from((f_num_words)) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_SSTABLE_FILTER_NUM_WORDS,
                ),
            );
        }
        w.put(&f_num_words.to_be_bytes());
        if !(cx.v.has_old_bf_format()) {
            __rt::sink::exact(
                self.words.len() as u64,
                i64::from(f_num_words),
                &SITE_SSTABLE_FILTER_WORDS,
            )?;
            for e in &self.words {
                w.put(&e.to_le_bytes());
            }
        }
        if cx.v.has_old_bf_format() {
            __rt::sink::exact(
                self.words.len() as u64,
                i64::from(f_num_words),
                &SITE_SSTABLE_FILTER_OLD_WORDS,
            )?;
            for e in &self.words {
                w.put(&e.to_be_bytes());
            }
        }
        if !(!(cx.v.has_old_bf_format()) || cx.v.has_old_bf_format()) {
            __rt::sink::left_out(true, &SITE_SSTABLE_FILTER_OLD_WORDS)?;
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
        cx: &super::filter::SstableFilterParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
