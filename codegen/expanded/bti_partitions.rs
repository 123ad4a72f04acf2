// Written by `expand` from the specification bti_partitions.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`BtiPartitions`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct BtiPartitionsParams<'p> {
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> BtiPartitionsParams<'p> {
    /// All of it.
    pub fn new(v: super::version::SstableVersion) -> Self {
        BtiPartitionsParams {
            v,
            lifetime: std::marker::PhantomData,
        }
    }
}
static SITE_BTI_PARTITIONS__SELF: __rt::Site = __rt::Site {
    owner: "bti_partitions",
    field: "_self",
    file: "bti/bti_partitions.ksy",
    line: 1u32,
};
static SITE_BTI_PARTITIONS_FOOTER: __rt::Site = __rt::Site {
    owner: "bti_partitions",
    field: "footer",
    file: "bti/bti_partitions.ksy",
    line: 29u32,
};
static SITE_BTI_PARTITIONS_ROOT: __rt::Site = __rt::Site {
    owner: "bti_partitions",
    field: "root",
    file: "bti/bti_partitions.ksy",
    line: 21u32,
};
static SITE_BTI_PARTITIONS_KEYS: __rt::Site = __rt::Site {
    owner: "bti_partitions",
    field: "keys",
    file: "bti/bti_partitions.ksy",
    line: 25u32,
};
/**A trie that leads from a partition key to the partition's position: in Data.db if the partition is small, else in Rows.db, where its row
index is. It has what Index.db and Summary.db have in BIG, in less space, and needs no summary in memory.

A reader starts at the end, with a footer of fixed length, which tells where the root of the trie and the first and last key are. In
order, the file holds the nodes of the trie in pages of 4096 bytes, the two keys, and the footer.*/
///
///Specification: `bti/bti_partitions.ksy`, line 1. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.
#[derive(Debug, Clone, PartialEq)]
pub struct BtiPartitions {
    ///Where to find all else. The last 24 bytes of the file.
    pub footer: super::bti_partitions::Footer,
    ///The first and the last key.
    pub keys: super::bti_partitions::KeyRange,
}
impl BtiPartitions {
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
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
    ) -> __rt::error::Result<Self> {
        let (f_footer, from_footer, to_footer) = {
            let mut at = r
                .at(
                    ((r.size() as i64))
                        .checked_sub(24i64)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_BTI_PARTITIONS_FOOTER,
                                )
                        })?,
                    &SITE_BTI_PARTITIONS_FOOTER,
                )?;
            let r = &mut at;
            let from_footer = r.pos();
            let f_footer = { super::bti_partitions::Footer::decode(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_PARTITIONS_FOOTER, None)
                })?;
            (f_footer, from_footer, r.pos())
        };
        let v_footer = {
            let mut at = r
                .at(
                    ((r.size() as i64))
                        .checked_sub(24i64)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_BTI_PARTITIONS_FOOTER,
                                )
                        })?,
                    &SITE_BTI_PARTITIONS_FOOTER,
                )?;
            let r = &mut at;
            let f_footer = { super::bti_partitions::FooterRef::read(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_PARTITIONS_FOOTER, None)
                })?;
            f_footer
        };
        let (f_keys, from_keys, to_keys) = {
            let mut at = r.at(v_footer.keys_pos, &SITE_BTI_PARTITIONS_KEYS)?;
            let r = &mut at;
            let from_keys = r.pos();
            let f_keys = { super::bti_partitions::KeyRange::decode(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_PARTITIONS_KEYS, None)
                })?;
            (f_keys, from_keys, r.pos())
        };
        Ok(Self {
            footer: f_footer,
            keys: f_keys,
        })
    }
}
///The head of a [`BtiPartitions`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BtiPartitionsRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
}
impl<'a> BtiPartitionsRef<'a> {
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
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            super::bti_partitions::BtiPartitionsRef {
                begin,
                rest: *r,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BTI_PARTITIONS__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_BTI_PARTITIONS_FOOTER,
            &SITE_BTI_PARTITIONS_ROOT,
            &SITE_BTI_PARTITIONS_KEYS,
        ];
        FIELDS
    }
}
impl BtiPartitions {
    ///The head of `footer`, found through a reader of the whole.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(unused_variables, reason = "not every body needs all it is given")]
    pub fn footer_at<'a>(
        r: &__rt::Reader<'a>,
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
    ) -> __rt::error::Result<super::bti_partitions::FooterRef<'a>> {
        let f_footer = {
            let mut at = r
                .at(
                    ((r.size() as i64))
                        .checked_sub(24i64)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_BTI_PARTITIONS_FOOTER,
                                )
                        })?,
                    &SITE_BTI_PARTITIONS_FOOTER,
                )?;
            let r = &mut at;
            let f_footer = { super::bti_partitions::FooterRef::read(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_PARTITIONS_FOOTER, None)
                })?;
            f_footer
        };
        Ok(f_footer)
    }
    ///The head of `keys`, found through a reader of the whole.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(unused_variables, reason = "not every body needs all it is given")]
    pub fn keys_at<'a>(
        r: &__rt::Reader<'a>,
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
    ) -> __rt::error::Result<super::bti_partitions::KeyRangeRef<'a>> {
        let f_footer = {
            let mut at = r
                .at(
                    ((r.size() as i64))
                        .checked_sub(24i64)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_BTI_PARTITIONS_FOOTER,
                                )
                        })?,
                    &SITE_BTI_PARTITIONS_FOOTER,
                )?;
            let r = &mut at;
            let f_footer = { super::bti_partitions::FooterRef::read(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_PARTITIONS_FOOTER, None)
                })?;
            f_footer
        };
        let f_keys = {
            let mut at = r.at(f_footer.keys_pos, &SITE_BTI_PARTITIONS_KEYS)?;
            let r = &mut at;
            let f_keys = { super::bti_partitions::KeyRangeRef::read(r) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_PARTITIONS_KEYS, None)
                })?;
            f_keys
        };
        Ok(f_keys)
    }
}
impl BtiPartitions {
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
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
    ) -> __rt::error::Result<()> {
        Ok(())
    }
}
impl BtiPartitions {
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
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_footer = {
            let mut at = r
                .at(
                    ((r.size() as i64))
                        .checked_sub(24i64)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_BTI_PARTITIONS_FOOTER,
                                )
                        })?,
                    &SITE_BTI_PARTITIONS_FOOTER,
                )?;
            let r = &mut at;
            let f_footer = {
                let value = {
                    let mut at = *r;
                    let r = &mut at;
                    {
                        { super::bti_partitions::FooterRef::read(r) }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_BTI_PARTITIONS_FOOTER, None)
                            })?
                    }
                };
                w.enter(&SITE_BTI_PARTITIONS_FOOTER, None, r.offset());
                let asked = { super::bti_partitions::Footer::walk(r, w) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_PARTITIONS_FOOTER, None)
                    })?;
                w.leave(r.offset());
                value
            };
            f_footer
        };
        let f_keys = {
            let mut at = r.at(f_footer.keys_pos, &SITE_BTI_PARTITIONS_KEYS)?;
            let r = &mut at;
            let f_keys = {
                let value = ();
                w.enter(&SITE_BTI_PARTITIONS_KEYS, None, r.offset());
                let asked = { super::bti_partitions::KeyRange::walk(r, w) }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_PARTITIONS_KEYS, None)
                    })?;
                w.leave(r.offset());
                value
            };
            f_keys
        };
        Ok(())
    }
}
impl BtiPartitions {
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
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
        at_root: u64,
    ) -> __rt::sink::WriteResult<()> {
        let from_keys = w.pos();
        self.keys.encode(w)?;
        self.footer.encode(w, from_keys, at_root)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::bti_partitions::BtiPartitionsParams<'_>,
        at_root: u64,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, at_root)?;
        Ok(counter.pos())
    }
}
static SITE_KEY_RANGE__SELF: __rt::Site = __rt::Site {
    owner: "key_range",
    field: "_self",
    file: "bti/bti_partitions.ksy",
    line: 34u32,
};
static SITE_KEY_RANGE_FIRST_KEY: __rt::Site = __rt::Site {
    owner: "key_range",
    field: "first_key",
    file: "bti/bti_partitions.ksy",
    line: 38u32,
};
static SITE_KEY_RANGE_LAST_KEY: __rt::Site = __rt::Site {
    owner: "key_range",
    field: "last_key",
    file: "bti/bti_partitions.ksy",
    line: 41u32,
};
///The range of keys, as Summary.db has it in BIG.
///
///Specification: `bti/bti_partitions.ksy`, line 34. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndexBuilder.complete.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyRange {
    ///The first partition key of the SSTable.
    pub first_key: super::common::BytesU2,
    ///The last partition key of the SSTable.
    pub last_key: super::common::BytesU2,
}
impl KeyRange {
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
        let f_first_key = { super::common::BytesU2::decode(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_KEY_RANGE_FIRST_KEY, None))?;
        let f_last_key = { super::common::BytesU2::decode(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_KEY_RANGE_LAST_KEY, None))?;
        Ok(Self {
            first_key: f_first_key,
            last_key: f_last_key,
        })
    }
}
///The head of a [`KeyRange`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct KeyRangeRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///The first partition key of the SSTable.
    pub first_key: super::common::BytesU2Ref<'a>,
    ///The last partition key of the SSTable.
    pub last_key: super::common::BytesU2Ref<'a>,
}
impl<'a> KeyRangeRef<'a> {
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
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_first_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_KEY_RANGE_FIRST_KEY, None))?;
        let f_last_key = { super::common::BytesU2Ref::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_KEY_RANGE_LAST_KEY, None))?;
        Ok({
            super::bti_partitions::KeyRangeRef {
                lifetime: std::marker::PhantomData,
                first_key: f_first_key,
                last_key: f_last_key,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_KEY_RANGE__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_KEY_RANGE_FIRST_KEY,
            &SITE_KEY_RANGE_LAST_KEY,
        ];
        FIELDS
    }
}
impl KeyRange {
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
        let f_first_key = { super::common::BytesU2::skip(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_KEY_RANGE_FIRST_KEY, None))?;
        let f_last_key = { super::common::BytesU2::skip(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_KEY_RANGE_LAST_KEY, None))?;
        Ok(())
    }
}
impl KeyRange {
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
        let f_first_key = {
            let value = ();
            w.enter(&SITE_KEY_RANGE_FIRST_KEY, None, r.offset());
            let asked = { super::common::BytesU2::walk(r, w) }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_KEY_RANGE_FIRST_KEY, None)
                })?;
            w.leave(r.offset());
            value
        };
        let f_last_key = {
            let value = ();
            w.enter(&SITE_KEY_RANGE_LAST_KEY, None, r.offset());
            let asked = { super::common::BytesU2::walk(r, w) }
                .map_err(|e: __rt::ReadError| e.within(&SITE_KEY_RANGE_LAST_KEY, None))?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl KeyRange {
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
static SITE_FOOTER__SELF: __rt::Site = __rt::Site {
    owner: "footer",
    field: "_self",
    file: "bti/bti_partitions.ksy",
    line: 44u32,
};
static SITE_FOOTER_KEYS_POS: __rt::Site = __rt::Site {
    owner: "footer",
    field: "keys_pos",
    file: "bti/bti_partitions.ksy",
    line: 48u32,
};
static SITE_FOOTER_NUM_KEYS: __rt::Site = __rt::Site {
    owner: "footer",
    field: "num_keys",
    file: "bti/bti_partitions.ksy",
    line: 54u32,
};
static SITE_FOOTER_ROOT_POS: __rt::Site = __rt::Site {
    owner: "footer",
    field: "root_pos",
    file: "bti/bti_partitions.ksy",
    line: 59u32,
};
///The last 24 bytes.
///
///Specification: `bti/bti_partitions.ksy`, line 44. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.load.
#[derive(Debug, Clone, PartialEq)]
pub struct Footer {
    ///Number of partitions, and of payloads in the trie.
    pub num_keys: i64,
}
impl Footer {
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
        let f_keys_pos = r.i64_be(&SITE_FOOTER_KEYS_POS)?;
        if !((f_keys_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_keys_pos),
                expected: "a value within its range (Position of the first and the last key.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_KEYS_POS).into());
        }
        let start = r.offset();
        let f_num_keys = r.i64_be(&SITE_FOOTER_NUM_KEYS)?;
        if !((f_num_keys >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_keys),
                expected: "a value within its range (Number of partitions, and of payloads in the trie.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_NUM_KEYS).into());
        }
        let start = r.offset();
        let f_root_pos = r.i64_be(&SITE_FOOTER_ROOT_POS)?;
        if !((f_root_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_root_pos),
                expected: "a value within its range (Position of the trie's root.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_ROOT_POS).into());
        }
        Ok(Self { num_keys: f_num_keys })
    }
}
///The head of a [`Footer`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct FooterRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Position of the first and the last key.
    pub keys_pos: i64,
    ///Number of partitions, and of payloads in the trie.
    pub num_keys: i64,
    ///Position of the trie's root.
    pub root_pos: i64,
}
impl<'a> FooterRef<'a> {
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
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_keys_pos = r.i64_be(&SITE_FOOTER_KEYS_POS)?;
        if !((f_keys_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_keys_pos),
                expected: "a value within its range (Position of the first and the last key.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_KEYS_POS).into());
        }
        let start = r.offset();
        let f_num_keys = r.i64_be(&SITE_FOOTER_NUM_KEYS)?;
        if !((f_num_keys >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_keys),
                expected: "a value within its range (Number of partitions, and of payloads in the trie.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_NUM_KEYS).into());
        }
        let start = r.offset();
        let f_root_pos = r.i64_be(&SITE_FOOTER_ROOT_POS)?;
        if !((f_root_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_root_pos),
                expected: "a value within its range (Position of the trie's root.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_ROOT_POS).into());
        }
        Ok({
            super::bti_partitions::FooterRef {
                lifetime: std::marker::PhantomData,
                keys_pos: f_keys_pos,
                num_keys: f_num_keys,
                root_pos: f_root_pos,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_FOOTER__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_FOOTER_KEYS_POS,
            &SITE_FOOTER_NUM_KEYS,
            &SITE_FOOTER_ROOT_POS,
        ];
        FIELDS
    }
}
impl FooterRef<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        #[allow(unused_variables)]
        let () = args;
        let mut bits = 0u64;
        bits += 64;
        bits += 64;
        bits += 64;
        bits
    }
}
impl<'a> __rt::array::Element<'a> for FooterRef<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let () = args;
        let begin = r.offset();
        let start = r.offset();
        let f_keys_pos = r.i64_be(&SITE_FOOTER_KEYS_POS)?;
        if !((f_keys_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_keys_pos),
                expected: "a value within its range (Position of the first and the last key.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_KEYS_POS).into());
        }
        let start = r.offset();
        let f_num_keys = r.i64_be(&SITE_FOOTER_NUM_KEYS)?;
        if !((f_num_keys >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_keys),
                expected: "a value within its range (Number of partitions, and of payloads in the trie.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_NUM_KEYS).into());
        }
        let start = r.offset();
        let f_root_pos = r.i64_be(&SITE_FOOTER_ROOT_POS)?;
        if !((f_root_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_root_pos),
                expected: "a value within its range (Position of the trie's root.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_ROOT_POS).into());
        }
        Ok({
            super::bti_partitions::FooterRef {
                lifetime: std::marker::PhantomData,
                keys_pos: f_keys_pos,
                num_keys: f_num_keys,
                root_pos: f_root_pos,
            }
        })
    }
}
impl Footer {
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
        let f_keys_pos = r.i64_be(&SITE_FOOTER_KEYS_POS)?;
        if !((f_keys_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_keys_pos),
                expected: "a value within its range (Position of the first and the last key.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_KEYS_POS).into());
        }
        let start = r.offset();
        let f_num_keys = r.i64_be(&SITE_FOOTER_NUM_KEYS)?;
        if !((f_num_keys >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_keys),
                expected: "a value within its range (Number of partitions, and of payloads in the trie.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_NUM_KEYS).into());
        }
        let start = r.offset();
        let f_root_pos = r.i64_be(&SITE_FOOTER_ROOT_POS)?;
        if !((f_root_pos >= 0i64)) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_root_pos),
                expected: "a value within its range (Position of the trie's root.)",
            };
            return Err(__rt::ReadError::new(kind, start, &SITE_FOOTER_ROOT_POS).into());
        }
        Ok(())
    }
}
impl Footer {
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
        let f_keys_pos = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_FOOTER_KEYS_POS)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_FOOTER_KEYS_POS)?;
            w.leaf(
                &SITE_FOOTER_KEYS_POS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_num_keys = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_FOOTER_NUM_KEYS)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_FOOTER_NUM_KEYS)?;
            w.leaf(
                &SITE_FOOTER_NUM_KEYS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        let f_root_pos = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_FOOTER_ROOT_POS)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_FOOTER_ROOT_POS)?;
            w.leaf(
                &SITE_FOOTER_ROOT_POS,
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
impl Footer {
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
        at_keys: u64,
        at_root: u64,
    ) -> __rt::sink::WriteResult<()> {
        let f_keys_pos = (at_keys as i64);
        if !(((f_keys_pos) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_FOOTER_KEYS_POS,
                ),
            );
        }
        w.put(&f_keys_pos.to_be_bytes());
        if !(((self.num_keys) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_FOOTER_NUM_KEYS,
                ),
            );
        }
        w.put(&self.num_keys.to_be_bytes());
        let f_root_pos = (at_root as i64);
        if !(((f_root_pos) >= 0i64)) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    &SITE_FOOTER_ROOT_POS,
                ),
            );
        }
        w.put(&f_root_pos.to_be_bytes());
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self, at_keys: u64, at_root: u64) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, at_keys, at_root)?;
        Ok(counter.pos())
    }
}
