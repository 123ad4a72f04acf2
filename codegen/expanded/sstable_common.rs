// Written by `expand` from the specification sstable_common.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///`prefix_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrefixKind {
    ///ends before the named rows
    ExclEndBound = 0,
    ///starts with the named rows
    InclStartBound = 1,
    ///one range ends before and another starts with the named rows
    ExclEndInclStartBoundary = 2,
    ///the static row
    StaticClustering = 3,
    ///a row
    Clustering = 4,
    ///one range ends with and another starts after the named rows
    InclEndExclStartBoundary = 5,
    ///ends with the named rows
    InclEndBound = 6,
    ///starts after the named rows
    ExclStartBound = 7,
    ///before every row of the SSTable
    SstableLowerBound = 8,
    ///after every row of the SSTable
    SstableUpperBound = 9,
}
impl PrefixKind {
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::ExclEndBound),
            1 => Some(Self::InclStartBound),
            2 => Some(Self::ExclEndInclStartBoundary),
            3 => Some(Self::StaticClustering),
            4 => Some(Self::Clustering),
            5 => Some(Self::InclEndExclStartBoundary),
            6 => Some(Self::InclEndBound),
            7 => Some(Self::ExclStartBound),
            8 => Some(Self::SstableLowerBound),
            9 => Some(Self::SstableUpperBound),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::ExclEndBound => "excl_end_bound",
            Self::InclStartBound => "incl_start_bound",
            Self::ExclEndInclStartBoundary => "excl_end_incl_start_boundary",
            Self::StaticClustering => "static_clustering",
            Self::Clustering => "clustering",
            Self::InclEndExclStartBoundary => "incl_end_excl_start_boundary",
            Self::InclEndBound => "incl_end_bound",
            Self::ExclStartBound => "excl_start_bound",
            Self::SstableLowerBound => "sstable_lower_bound",
            Self::SstableUpperBound => "sstable_upper_bound",
        }
    }
}
///Receives what a [`SstableCommon`] holds, in the order of its bytes.
pub trait SstableCommonVisitor<'a> {
    /// What may go wrong: the bytes, or the visitor's own work.
    type Error: From<__rt::ReadError>;
    ///The head of a [`ClusteringValue`].
    ///
    /// # Errors
    /// The visitor's own.
    #[inline(always)]
    fn clustering_value(
        &mut self,
        head: &ClusteringValueRef<'a>,
    ) -> Result<(), Self::Error> {
        let _ = head;
        Ok(())
    }
}
static SITE_SSTABLE_COMMON__SELF: __rt::Site = __rt::Site {
    owner: "sstable_common",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 1u32,
};
///Byte strings with their lengths, deletion times, and the prefixes of clustering columns by which rows, bounds and index blocks are named.
///
///Specification: `common/sstable_common.ksy`, line 1. Cassandra: org.apache.cassandra.db.ClusteringPrefix, org.apache.cassandra.db.DeletionTime, org.apache.cassandra.utils.ByteBufferUtil.
#[derive(Debug, Clone, PartialEq)]
pub struct SstableCommon {}
impl SstableCommon {
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
        Ok(Self {})
    }
}
///The head of a [`SstableCommon`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableCommonRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
}
impl<'a> SstableCommonRef<'a> {
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
        Ok({
            super::common::SstableCommonRef {
                lifetime: std::marker::PhantomData,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_SSTABLE_COMMON__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[];
        FIELDS
    }
}
impl SstableCommon {
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
        Ok(())
    }
}
impl SstableCommon {
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
        Ok(())
    }
}
impl SstableCommon {
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
static SITE_DELETION_TIME__SELF: __rt::Site = __rt::Site {
    owner: "deletion_time",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 14u32,
};
static SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME: __rt::Site = __rt::Site {
    owner: "deletion_time",
    field: "legacy_local_deletion_time",
    file: "common/sstable_common.ksy",
    line: 28u32,
};
static SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT: __rt::Site = __rt::Site {
    owner: "deletion_time",
    field: "legacy_marked_for_delete_at",
    file: "common/sstable_common.ksy",
    line: 33u32,
};
static SITE_DELETION_TIME_FLAGS: __rt::Site = __rt::Site {
    owner: "deletion_time",
    field: "flags",
    file: "common/sstable_common.ksy",
    line: 38u32,
};
static SITE_DELETION_TIME_MFDA_MID: __rt::Site = __rt::Site {
    owner: "deletion_time",
    field: "mfda_mid",
    file: "common/sstable_common.ksy",
    line: 45u32,
};
static SITE_DELETION_TIME_MFDA_LOW: __rt::Site = __rt::Site {
    owner: "deletion_time",
    field: "mfda_low",
    file: "common/sstable_common.ksy",
    line: 50u32,
};
static SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME: __rt::Site = __rt::Site {
    owner: "deletion_time",
    field: "uint_local_deletion_time",
    file: "common/sstable_common.ksy",
    line: 55u32,
};
/**When a whole partition, or a range that is open at the end of an index block, was deleted. Two layouts. Before has_uint_deletion_time
both times stand as they are, the local deletion time first, and LIVE ("not deleted") is told by the largest local deletion time and
the smallest timestamp. With it the timestamp comes first, and its sign bit, which no real deletion needs, marks LIVE: then the one
byte 0x80 is all.*/
///
///Specification: `common/sstable_common.ksy`, line 14. Cassandra: org.apache.cassandra.db.DeletionTime.Serializer, org.apache.cassandra.db.DeletionTime.LegacySerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct DeletionTime {
    ///Nothing is deleted.
    pub is_live: bool,
    ///What was written up to this time is deleted; in microseconds since 1970.
    pub marked_for_delete_at: Option<i64>,
    ///When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970.
    pub local_deletion_time: Option<i64>,
}
impl DeletionTime {
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
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let f_legacy_local_deletion_time = if !(p_v.has_uint_deletion_time()) {
            Some(r.i32_be(&SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME)?)
        } else {
            None
        };
        let f_legacy_marked_for_delete_at = if !(p_v.has_uint_deletion_time()) {
            Some(r.i64_be(&SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT)?)
        } else {
            None
        };
        let start = r.offset();
        let f_flags = if p_v.has_uint_deletion_time() {
            Some(r.u8(&SITE_DELETION_TIME_FLAGS)?)
        } else {
            None
        };
        if let Some(f_flags) = f_flags {
            if !((i64::from(f_flags) <= 128i64)) {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_flags),
                    expected: "a value within its range (0x80: LIVE, and nothing follows. Up to 0x7f: the most significant byte of the timestamp. Nothing else is valid.)",
                };
                return Err(
                    __rt::ReadError::new(kind, start, &SITE_DELETION_TIME_FLAGS).into(),
                );
            }
        }
        let f_mfda_mid = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_MID,
                            )
                    })?,
            ) < 128i64))
        {
            Some((r.bits(24, &SITE_DELETION_TIME_MFDA_MID)? as u32))
        } else {
            None
        };
        r.align();
        let f_mfda_low = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_LOW,
                            )
                    })?,
            ) < 128i64))
        {
            Some(r.u32_be(&SITE_DELETION_TIME_MFDA_LOW)?)
        } else {
            None
        };
        r.align();
        let f_uint_local_deletion_time = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) < 128i64))
        {
            Some(r.u32_be(&SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME)?)
        } else {
            None
        };
        let value_is_live = ((if p_v.has_uint_deletion_time() {
            (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) >= 128i64)
        } else {
            ((i64::from(
                f_legacy_local_deletion_time
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "legacy_local_deletion_time",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) == 2147483647i64)
                && (f_legacy_marked_for_delete_at
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "legacy_marked_for_delete_at",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })? < -9223372036854775807i64))
        }));
        let value_marked_for_delete_at = if !(((if p_v.has_uint_deletion_time() {
            (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) >= 128i64)
        } else {
            ((i64::from(
                f_legacy_local_deletion_time
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "legacy_local_deletion_time",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) == 2147483647i64)
                && (f_legacy_marked_for_delete_at
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "legacy_marked_for_delete_at",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })? < -9223372036854775807i64))
        }))) {
            Some(
                ((if p_v.has_uint_deletion_time() {
                    ((((i64::from(
                        f_flags
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "flags",
                                        },
                                        &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                    )
                            })?,
                    ) * 16777216i64)
                        + i64::from(
                            f_mfda_mid
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "mfda_mid",
                                            },
                                            &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                        )
                                })?,
                        )))
                        .checked_mul(4294967296i64)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?)
                        .checked_add(
                            i64::from(
                                f_mfda_low
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "mfda_low",
                                                },
                                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                            )
                                    })?,
                            ),
                        )
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?
                } else {
                    f_legacy_marked_for_delete_at
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "legacy_marked_for_delete_at",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?
                }) as i64),
            )
        } else {
            None
        };
        let value_local_deletion_time = if !(((if p_v.has_uint_deletion_time() {
            (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) >= 128i64)
        } else {
            ((i64::from(
                f_legacy_local_deletion_time
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "legacy_local_deletion_time",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) == 2147483647i64)
                && (f_legacy_marked_for_delete_at
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "legacy_marked_for_delete_at",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })? < -9223372036854775807i64))
        }))) {
            Some(
                ((if p_v.has_uint_deletion_time() {
                    i64::from(
                        f_uint_local_deletion_time
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "uint_local_deletion_time",
                                        },
                                        &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                    )
                            })?,
                    )
                } else {
                    i64::from(
                        f_legacy_local_deletion_time
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "legacy_local_deletion_time",
                                        },
                                        &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                    )
                            })?,
                    )
                }) as i64),
            )
        } else {
            None
        };
        Ok(Self {
            is_live: value_is_live,
            marked_for_delete_at: value_marked_for_delete_at,
            local_deletion_time: value_local_deletion_time,
        })
    }
}
///The head of a [`DeletionTime`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct DeletionTimeRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///When the deletion was made, in seconds since 1970; 0x7fffffff in LIVE.
    pub(crate) legacy_local_deletion_time: Option<i32>,
    ///What was written up to this time is deleted, in microseconds since 1970; -2^63 in LIVE.
    pub(crate) legacy_marked_for_delete_at: Option<i64>,
    ///0x80: LIVE, and nothing follows. Up to 0x7f: the most significant byte of the timestamp. Nothing else is valid.
    pub(crate) flags: Option<u8>,
    ///The next three bytes of the timestamp.
    pub(crate) mfda_mid: Option<u32>,
    ///The last four bytes of the timestamp, which is in microseconds since 1970.
    pub(crate) mfda_low: Option<u32>,
    ///When the deletion was made, in seconds since 1970, up to the year 2106.
    pub(crate) uint_local_deletion_time: Option<u32>,
    ///Nothing is deleted.
    pub is_live: bool,
    ///What was written up to this time is deleted; in microseconds since 1970.
    pub marked_for_delete_at: Option<i64>,
    ///When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970.
    pub local_deletion_time: Option<i64>,
}
impl<'a> DeletionTimeRef<'a> {
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
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_legacy_local_deletion_time = if !(p_v.has_uint_deletion_time()) {
            Some(r.i32_be(&SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME)?)
        } else {
            None
        };
        let f_legacy_marked_for_delete_at = if !(p_v.has_uint_deletion_time()) {
            Some(r.i64_be(&SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT)?)
        } else {
            None
        };
        let start = r.offset();
        let f_flags = if p_v.has_uint_deletion_time() {
            Some(r.u8(&SITE_DELETION_TIME_FLAGS)?)
        } else {
            None
        };
        if let Some(f_flags) = f_flags {
            if !((i64::from(f_flags) <= 128i64)) {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_flags),
                    expected: "a value within its range (0x80: LIVE, and nothing follows. Up to 0x7f: the most significant byte of the timestamp. Nothing else is valid.)",
                };
                return Err(
                    __rt::ReadError::new(kind, start, &SITE_DELETION_TIME_FLAGS).into(),
                );
            }
        }
        let f_mfda_mid = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_MID,
                            )
                    })?,
            ) < 128i64))
        {
            Some((r.bits(24, &SITE_DELETION_TIME_MFDA_MID)? as u32))
        } else {
            None
        };
        r.align();
        let f_mfda_low = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_LOW,
                            )
                    })?,
            ) < 128i64))
        {
            Some(r.u32_be(&SITE_DELETION_TIME_MFDA_LOW)?)
        } else {
            None
        };
        r.align();
        let f_uint_local_deletion_time = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) < 128i64))
        {
            Some(r.u32_be(&SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME)?)
        } else {
            None
        };
        Ok({
            let value_is_live = ((if p_v.has_uint_deletion_time() {
                (i64::from(
                    f_flags
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "flags",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?,
                ) >= 128i64)
            } else {
                ((i64::from(
                    f_legacy_local_deletion_time
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "legacy_local_deletion_time",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?,
                ) == 2147483647i64)
                    && (f_legacy_marked_for_delete_at
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "legacy_marked_for_delete_at",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })? < -9223372036854775807i64))
            }));
            let value_marked_for_delete_at = if !(((if p_v.has_uint_deletion_time() {
                (i64::from(
                    f_flags
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "flags",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?,
                ) >= 128i64)
            } else {
                ((i64::from(
                    f_legacy_local_deletion_time
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "legacy_local_deletion_time",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?,
                ) == 2147483647i64)
                    && (f_legacy_marked_for_delete_at
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "legacy_marked_for_delete_at",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })? < -9223372036854775807i64))
            }))) {
                Some(
                    ((if p_v.has_uint_deletion_time() {
                        ((((i64::from(
                            f_flags
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "flags",
                                            },
                                            &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                        )
                                })?,
                        ) * 16777216i64)
                            + i64::from(
                                f_mfda_mid
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "mfda_mid",
                                                },
                                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                            )
                                    })?,
                            )))
                            .checked_mul(4294967296i64)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                    )
                            })?)
                            .checked_add(
                                i64::from(
                                    f_mfda_low
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Absent {
                                                        field: "mfda_low",
                                                    },
                                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                                )
                                        })?,
                                ),
                            )
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                    )
                            })?
                    } else {
                        f_legacy_marked_for_delete_at
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "legacy_marked_for_delete_at",
                                        },
                                        &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                    )
                            })?
                    }) as i64),
                )
            } else {
                None
            };
            let value_local_deletion_time = if !(((if p_v.has_uint_deletion_time() {
                (i64::from(
                    f_flags
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "flags",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?,
                ) >= 128i64)
            } else {
                ((i64::from(
                    f_legacy_local_deletion_time
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "legacy_local_deletion_time",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })?,
                ) == 2147483647i64)
                    && (f_legacy_marked_for_delete_at
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "legacy_marked_for_delete_at",
                                    },
                                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                )
                        })? < -9223372036854775807i64))
            }))) {
                Some(
                    ((if p_v.has_uint_deletion_time() {
                        i64::from(
                            f_uint_local_deletion_time
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "uint_local_deletion_time",
                                            },
                                            &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                        )
                                })?,
                        )
                    } else {
                        i64::from(
                            f_legacy_local_deletion_time
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "legacy_local_deletion_time",
                                            },
                                            &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                                        )
                                })?,
                        )
                    }) as i64),
                )
            } else {
                None
            };
            super::common::DeletionTimeRef {
                lifetime: std::marker::PhantomData,
                legacy_local_deletion_time: f_legacy_local_deletion_time,
                legacy_marked_for_delete_at: f_legacy_marked_for_delete_at,
                flags: f_flags,
                mfda_mid: f_mfda_mid,
                mfda_low: f_mfda_low,
                uint_local_deletion_time: f_uint_local_deletion_time,
                is_live: value_is_live,
                marked_for_delete_at: value_marked_for_delete_at,
                local_deletion_time: value_local_deletion_time,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_DELETION_TIME__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME,
            &SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT,
            &SITE_DELETION_TIME_FLAGS,
            &SITE_DELETION_TIME_MFDA_MID,
            &SITE_DELETION_TIME_MFDA_LOW,
            &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
        ];
        FIELDS
    }
}
impl DeletionTime {
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
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<()> {
        let f_legacy_local_deletion_time = if !(p_v.has_uint_deletion_time()) {
            Some(r.i32_be(&SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME)?)
        } else {
            None
        };
        let f_legacy_marked_for_delete_at = if !(p_v.has_uint_deletion_time()) {
            Some(r.i64_be(&SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT)?)
        } else {
            None
        };
        let start = r.offset();
        let f_flags = if p_v.has_uint_deletion_time() {
            Some(r.u8(&SITE_DELETION_TIME_FLAGS)?)
        } else {
            None
        };
        if let Some(f_flags) = f_flags {
            if !((i64::from(f_flags) <= 128i64)) {
                let kind = __rt::ReadErrorKind::Invalid {
                    found: format!("{:?}", f_flags),
                    expected: "a value within its range (0x80: LIVE, and nothing follows. Up to 0x7f: the most significant byte of the timestamp. Nothing else is valid.)",
                };
                return Err(
                    __rt::ReadError::new(kind, start, &SITE_DELETION_TIME_FLAGS).into(),
                );
            }
        }
        let f_mfda_mid = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_MID,
                            )
                    })?,
            ) < 128i64))
        {
            Some((r.bits(24, &SITE_DELETION_TIME_MFDA_MID)? as u32))
        } else {
            None
        };
        r.align();
        let f_mfda_low = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_LOW,
                            )
                    })?,
            ) < 128i64))
        {
            Some(r.u32_be(&SITE_DELETION_TIME_MFDA_LOW)?)
        } else {
            None
        };
        r.align();
        let f_uint_local_deletion_time = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) < 128i64))
        {
            Some(r.u32_be(&SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME)?)
        } else {
            None
        };
        Ok(())
    }
}
impl DeletionTime {
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
        p_v: super::version::SstableVersion,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_legacy_local_deletion_time = if !(p_v.has_uint_deletion_time()) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(&SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(&SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME)?;
            w.leaf(
                &SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_legacy_marked_for_delete_at = if !(p_v.has_uint_deletion_time()) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i64_be(&SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT)? }
            };
            let offset = r.offset();
            let leaf = r.i64_be(&SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT)?;
            w.leaf(
                &SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_flags = if p_v.has_uint_deletion_time() {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_DELETION_TIME_FLAGS)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_DELETION_TIME_FLAGS)?;
            w.leaf(
                &SITE_DELETION_TIME_FLAGS,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_mfda_mid = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_MID,
                            )
                    })?,
            ) < 128i64))
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { (r.bits(24, &SITE_DELETION_TIME_MFDA_MID)? as u32) }
            };
            let offset = r.offset();
            let leaf = (r.bits(24, &SITE_DELETION_TIME_MFDA_MID)? as u32);
            w.leaf(
                &SITE_DELETION_TIME_MFDA_MID,
                None,
                offset,
                3,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        r.align();
        let f_mfda_low = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_MFDA_LOW,
                            )
                    })?,
            ) < 128i64))
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_DELETION_TIME_MFDA_LOW)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_DELETION_TIME_MFDA_LOW)?;
            w.leaf(
                &SITE_DELETION_TIME_MFDA_LOW,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        r.align();
        let f_uint_local_deletion_time = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Absent {
                                    field: "flags",
                                },
                                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                            )
                    })?,
            ) < 128i64))
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME)?;
            w.leaf(
                &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl DeletionTime {
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
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<()> {
        let f_legacy_local_deletion_time = if !(p_v.has_uint_deletion_time()) {
            Some(
                __rt::sink::narrow::<
                    i32,
                    _,
                >(
                    (if self.is_live {
                        2147483647i64
                    } else {
                        self.local_deletion_time
                            .ok_or_else(|| __rt::WriteError::new(
                                __rt::WriteErrorKind::Expression {
                                    what: "a field that is needed is absent",
                                },
                                &SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME,
                            ))?
                    }),
                    &SITE_DELETION_TIME_LEGACY_LOCAL_DELETION_TIME,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_legacy_local_deletion_time {
            w.put(&v.to_be_bytes());
        }
        let f_legacy_marked_for_delete_at = if !(p_v.has_uint_deletion_time()) {
            Some(
                (if self.is_live {
                    (-9223372036854775807i64)
                        .checked_sub(1i64)
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a number leaves 64 bits",
                            },
                            &SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT,
                        ))?
                } else {
                    self.marked_for_delete_at
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a field that is needed is absent",
                            },
                            &SITE_DELETION_TIME_LEGACY_MARKED_FOR_DELETE_AT,
                        ))?
                }),
            )
        } else {
            None
        };
        if let Some(v) = f_legacy_marked_for_delete_at {
            w.put(&v.to_be_bytes());
        }
        let f_flags = if p_v.has_uint_deletion_time() {
            Some(
                __rt::sink::narrow::<
                    u8,
                    _,
                >(
                    (if self.is_live {
                        128i64
                    } else {
                        (self
                            .marked_for_delete_at
                            .ok_or_else(|| __rt::WriteError::new(
                                __rt::WriteErrorKind::Expression {
                                    what: "a field that is needed is absent",
                                },
                                &SITE_DELETION_TIME_FLAGS,
                            ))? >> 56i64)
                    }),
                    &SITE_DELETION_TIME_FLAGS,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_flags {
            w.put(&v.to_be_bytes());
        }
        let f_mfda_mid = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a field that is needed is absent",
                        },
                        &SITE_DELETION_TIME_MFDA_MID,
                    ))?,
            ) < 128i64))
        {
            Some(
                __rt::sink::narrow::<
                    u32,
                    _,
                >(
                    ((self
                        .marked_for_delete_at
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a field that is needed is absent",
                            },
                            &SITE_DELETION_TIME_MFDA_MID,
                        ))? >> 32i64) & 16777215i64),
                    &SITE_DELETION_TIME_MFDA_MID,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_mfda_mid {
            if v >> 24 != 0 {
                return Err(
                    __rt::WriteError::new(
                        __rt::WriteErrorKind::OutOfRange {
                            found: i128::from(v),
                        },
                        &SITE_DELETION_TIME_MFDA_MID,
                    ),
                );
            }
            w.bits(u64::from(v), 24);
        }
        w.align();
        let f_mfda_low = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a field that is needed is absent",
                        },
                        &SITE_DELETION_TIME_MFDA_LOW,
                    ))?,
            ) < 128i64))
        {
            Some(
                __rt::sink::narrow::<
                    u32,
                    _,
                >(
                    (self
                        .marked_for_delete_at
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a field that is needed is absent",
                            },
                            &SITE_DELETION_TIME_MFDA_LOW,
                        ))? & 4294967295i64),
                    &SITE_DELETION_TIME_MFDA_LOW,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_mfda_low {
            w.put(&v.to_be_bytes());
        }
        w.align();
        let f_uint_local_deletion_time = if (p_v.has_uint_deletion_time()
            && (i64::from(
                f_flags
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a field that is needed is absent",
                        },
                        &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                    ))?,
            ) < 128i64))
        {
            Some(
                __rt::sink::narrow::<
                    u32,
                    _,
                >(
                    self
                        .local_deletion_time
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a field that is needed is absent",
                            },
                            &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                        ))?,
                    &SITE_DELETION_TIME_UINT_LOCAL_DELETION_TIME,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_uint_local_deletion_time {
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
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_v)?;
        Ok(counter.pos())
    }
}
static SITE_CLUSTERING_VALUES__SELF: __rt::Site = __rt::Site {
    owner: "clustering_values",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 77u32,
};
static SITE_CLUSTERING_VALUES_BLOCKS: __rt::Site = __rt::Site {
    owner: "clustering_values",
    field: "blocks",
    file: "common/sstable_common.ksy",
    line: 91u32,
};
/**The values of the first `count` clustering columns, in blocks of 32. Each block starts with two bits for each value, which tell null
and empty values, which take no bytes of their own, from the others. Without values there are no blocks.*/
///
///Specification: `common/sstable_common.ksy`, line 77. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Serializer.serializeValuesWithoutSize.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusteringValues {
    ///Values 0 to 31, 32 to 63, …
    pub blocks: Vec<super::common::ClusteringBlock>,
}
impl ClusteringValues {
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
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let f_blocks = {
            let count = __rt::array::count(
                r,
                ((p_count + 31i64))
                    .checked_div_euclid(32i64)
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_CLUSTERING_VALUES_BLOCKS,
                            )
                    })?,
                1,
                &SITE_CLUSTERING_VALUES_BLOCKS,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = (index)
                                .checked_mul(32i64)
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            &SITE_CLUSTERING_VALUES_BLOCKS,
                                        )
                                })?;
                            let arg1 = p_count;
                            let arg2 = &p_column_types;
                            super::common::ClusteringBlock::decode(r, arg0, arg1, arg2)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_CLUSTERING_VALUES_BLOCKS, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_CLUSTERING_VALUES_BLOCKS, index)
                        })?,
                );
            }
            all
        };
        Ok(Self { blocks: f_blocks })
    }
}
///The bytes of a [`ClusteringValues`], not yet read.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringValuesSpan<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    bytes: __rt::Reader<'a>,
    size: u64,
}
impl<'a> ClusteringValuesSpan<'a> {
    /// All bytes of a stream.
    pub fn whole(bytes: __rt::Reader<'a>) -> Self {
        ClusteringValuesSpan {
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
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let bytes = *r;
        ClusteringValues::skip(r, p_count, p_column_types)?;
        Ok(ClusteringValuesSpan {
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
    /// Visits what the bytes hold.
    ///
    /// # Errors
    /// What is wrong with the bytes, or what the visitor says.
    #[inline]
    pub fn visit<V: SstableCommonVisitor<'a>>(
        &self,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
        v: &mut V,
    ) -> Result<(), V::Error> {
        let mut r = self.bytes;
        ClusteringValues::visit(&mut r, p_count, p_column_types, v).map(drop)
    }
}
impl ClusteringValues {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<()> {
        let count = __rt::array::count(
            r,
            ((p_count + 31i64))
                .checked_div_euclid(32i64)
                .ok_or_else(|| {
                    r
                        .error(
                            __rt::ReadErrorKind::Overflow,
                            &SITE_CLUSTERING_VALUES_BLOCKS,
                        )
                })?,
            0,
            &SITE_CLUSTERING_VALUES_BLOCKS,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = {
                let arg0 = (index)
                    .checked_mul(32i64)
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_CLUSTERING_VALUES_BLOCKS,
                            )
                    })?;
                let arg1 = p_count;
                let arg2 = &p_column_types;
                super::common::ClusteringBlock::skip(r, arg0, arg1, arg2)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_CLUSTERING_VALUES_BLOCKS, None)
                })?;
        }
        Ok(())
    }
}
impl ClusteringValues {
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
    pub fn visit<'a, V: SstableCommonVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        {
            let count: i64 = ((p_count + 31i64))
                .checked_div_euclid(32i64)
                .ok_or_else(|| {
                    r
                        .error(
                            __rt::ReadErrorKind::Overflow,
                            &SITE_CLUSTERING_VALUES_BLOCKS,
                        )
                })?;
            let mut index = 0i64;
            while index < count {
                {
                    let arg0 = (index)
                        .checked_mul(32i64)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_CLUSTERING_VALUES_BLOCKS,
                                )
                        })?;
                    let arg1 = p_count;
                    let arg2 = &p_column_types;
                    super::common::ClusteringBlock::visit(r, arg0, arg1, arg2, v)
                }?;
                index += 1;
            }
        };
        Ok(__rt::Flow::Continue)
    }
}
impl ClusteringValues {
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
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_blocks = {
            let value = ();
            let count = __rt::array::count(
                r,
                ((p_count + 31i64))
                    .checked_div_euclid(32i64)
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_CLUSTERING_VALUES_BLOCKS,
                            )
                    })?,
                0,
                &SITE_CLUSTERING_VALUES_BLOCKS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_CLUSTERING_VALUES_BLOCKS,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = {
                        let arg0 = (index)
                            .checked_mul(32i64)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_VALUES_BLOCKS,
                                    )
                            })?;
                        let arg1 = p_count;
                        let arg2 = &p_column_types;
                        super::common::ClusteringBlock::walk(r, arg0, arg1, arg2, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_CLUSTERING_VALUES_BLOCKS, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_CLUSTERING_VALUES_BLOCKS, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl ClusteringValues {
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
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<()> {
        __rt::sink::exact(
            self.blocks.len() as u64,
            ((p_count + 31i64))
                .checked_div_euclid(32i64)
                .ok_or_else(|| __rt::WriteError::new(
                    __rt::WriteErrorKind::Expression {
                        what: "a number leaves 64 bits",
                    },
                    &SITE_CLUSTERING_VALUES_BLOCKS,
                ))?,
            &SITE_CLUSTERING_VALUES_BLOCKS,
        )?;
        for (index, e) in self.blocks.iter().enumerate() {
            let index = index as i64;
            e.encode(
                w,
                (index)
                    .checked_mul(32i64)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        &SITE_CLUSTERING_VALUES_BLOCKS,
                    ))?,
                p_count,
                &p_column_types,
            )?;
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
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_count, p_column_types)?;
        Ok(counter.pos())
    }
}
static SITE_CLUSTERING_BLOCK__SELF: __rt::Site = __rt::Site {
    owner: "clustering_block",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 96u32,
};
static SITE_CLUSTERING_BLOCK_HEADER: __rt::Site = __rt::Site {
    owner: "clustering_block",
    field: "header",
    file: "common/sstable_common.ksy",
    line: 111u32,
};
static SITE_CLUSTERING_BLOCK_VALUES: __rt::Site = __rt::Site {
    owner: "clustering_block",
    field: "values",
    file: "common/sstable_common.ksy",
    line: 115u32,
};
///Up to 32 values behind their header.
///
///Specification: `common/sstable_common.ksy`, line 96. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Serializer.makeHeader.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusteringBlock {
    ///The values; those that are null or empty take no bytes.
    pub values: Vec<super::common::ClusteringValue>,
}
impl ClusteringBlock {
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
        p_base: i64,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let f_header = {
            __rt::native::UvintCodec::read(r, &SITE_CLUSTERING_BLOCK_HEADER)
        }?;
        let f_values = {
            let count = __rt::array::count(
                r,
                (if ((p_count - p_base) > 32i64) { 32i64 } else { (p_count - p_base) }),
                0,
                &SITE_CLUSTERING_BLOCK_VALUES,
            )?;
            #[allow(unused_mut)]
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                #[allow(unused_variables)]
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        {
                            let arg0 = (p_base)
                                .checked_add(index)
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            &SITE_CLUSTERING_BLOCK_VALUES,
                                        )
                                })?;
                            let arg1 = (((if (0..64)
                                .contains(
                                    &(2i64)
                                        .checked_mul(index)
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Overflow,
                                                    &SITE_CLUSTERING_BLOCK_VALUES,
                                                )
                                        })?,
                                )
                            {
                                f_header
                                    >> (2i64)
                                        .checked_mul(index)
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Overflow,
                                                    &SITE_CLUSTERING_BLOCK_VALUES,
                                                )
                                        })?
                            } else {
                                0
                            }) & 3u64) as i64);
                            let arg2 = &p_column_types;
                            super::common::ClusteringValue::decode(r, arg0, arg1, arg2)
                        }
                            .map_err(|e: __rt::ReadError| {
                                e.within(&SITE_CLUSTERING_BLOCK_VALUES, None)
                            })
                    })()
                        .map_err(|e: __rt::ReadError| {
                            e.at_index(&SITE_CLUSTERING_BLOCK_VALUES, index)
                        })?,
                );
            }
            all
        };
        Ok(Self { values: f_values })
    }
}
///The head of a [`ClusteringBlock`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringBlockRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Index of the first column of the block.
    pub base: i64,
    ///Number of values in all blocks.
    pub count: i64,
    ///Bits `2 * i` and `2 * i + 1` are the kind of value `i` of the block: 0 if it has bytes, 1 if it is empty, 2 if it is null.
    pub header: u64,
}
impl<'a> ClusteringBlockRef<'a> {
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
        p_base: i64,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_header = {
            __rt::native::UvintCodec::read(r, &SITE_CLUSTERING_BLOCK_HEADER)
        }?;
        Ok({
            super::common::ClusteringBlockRef {
                begin,
                rest: *r,
                base: p_base,
                count: p_count,
                header: f_header,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CLUSTERING_BLOCK__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_CLUSTERING_BLOCK_HEADER,
            &SITE_CLUSTERING_BLOCK_VALUES,
        ];
        FIELDS
    }
}
impl ClusteringBlock {
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
        p_base: i64,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<()> {
        let f_header = {
            __rt::native::UvintCodec::read(r, &SITE_CLUSTERING_BLOCK_HEADER)
        }?;
        let count = __rt::array::count(
            r,
            (if ((p_count - p_base) > 32i64) { 32i64 } else { (p_count - p_base) }),
            0,
            &SITE_CLUSTERING_BLOCK_VALUES,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = {
                let arg0 = (p_base)
                    .checked_add(index)
                    .ok_or_else(|| {
                        r
                            .error(
                                __rt::ReadErrorKind::Overflow,
                                &SITE_CLUSTERING_BLOCK_VALUES,
                            )
                    })?;
                let arg1 = (((if (0..64)
                    .contains(
                        &(2i64)
                            .checked_mul(index)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_BLOCK_VALUES,
                                    )
                            })?,
                    )
                {
                    f_header
                        >> (2i64)
                            .checked_mul(index)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_BLOCK_VALUES,
                                    )
                            })?
                } else {
                    0
                }) & 3u64) as i64);
                let arg2 = &p_column_types;
                super::common::ClusteringValue::skip(r, arg0, arg1, arg2)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_CLUSTERING_BLOCK_VALUES, None)
                })?;
        }
        Ok(())
    }
}
impl ClusteringBlock {
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
    pub fn visit<'a, V: SstableCommonVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        p_base: i64,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_header = {
            __rt::native::UvintCodec::read(r, &SITE_CLUSTERING_BLOCK_HEADER)
        }?;
        {
            let count: i64 = (if ((p_count - p_base) > 32i64) {
                32i64
            } else {
                (p_count - p_base)
            });
            let mut index = 0i64;
            while index < count {
                {
                    let arg0 = (p_base)
                        .checked_add(index)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_CLUSTERING_BLOCK_VALUES,
                                )
                        })?;
                    let arg1 = (((if (0..64)
                        .contains(
                            &(2i64)
                                .checked_mul(index)
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            &SITE_CLUSTERING_BLOCK_VALUES,
                                        )
                                })?,
                        )
                    {
                        f_header
                            >> (2i64)
                                .checked_mul(index)
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Overflow,
                                            &SITE_CLUSTERING_BLOCK_VALUES,
                                        )
                                })?
                    } else {
                        0
                    }) & 3u64) as i64);
                    let arg2 = &p_column_types;
                    super::common::ClusteringValue::visit(r, arg0, arg1, arg2, v)
                }?;
                index += 1;
            }
        };
        Ok(__rt::Flow::Continue)
    }
}
impl ClusteringBlock {
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
        p_base: i64,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_header = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_CLUSTERING_BLOCK_HEADER) }? }
            };
            let offset = r.offset();
            let leaf = {
                __rt::native::UvintCodec::read(r, &SITE_CLUSTERING_BLOCK_HEADER)
            }?;
            w.leaf(
                &SITE_CLUSTERING_BLOCK_HEADER,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_values = {
            let value = ();
            let count = __rt::array::count(
                r,
                (if ((p_count - p_base) > 32i64) { 32i64 } else { (p_count - p_base) }),
                0,
                &SITE_CLUSTERING_BLOCK_VALUES,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(
                        &SITE_CLUSTERING_BLOCK_VALUES,
                        Some(index as u64),
                        r.offset(),
                    );
                    let asked = {
                        let arg0 = (p_base)
                            .checked_add(index)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_BLOCK_VALUES,
                                    )
                            })?;
                        let arg1 = (((if (0..64)
                            .contains(
                                &(2i64)
                                    .checked_mul(index)
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Overflow,
                                                &SITE_CLUSTERING_BLOCK_VALUES,
                                            )
                                    })?,
                            )
                        {
                            f_header
                                >> (2i64)
                                    .checked_mul(index)
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Overflow,
                                                &SITE_CLUSTERING_BLOCK_VALUES,
                                            )
                                    })?
                        } else {
                            0
                        }) & 3u64) as i64);
                        let arg2 = &p_column_types;
                        super::common::ClusteringValue::walk(r, arg0, arg1, arg2, w)
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_CLUSTERING_BLOCK_VALUES, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_CLUSTERING_BLOCK_VALUES, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl ClusteringBlock {
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
        p_base: i64,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<()> {
        let f_header = __rt::native::pack2(self.values.iter().map(|x0| x0.kind));
        __rt::native::UvintCodec::write(w, &f_header, &SITE_CLUSTERING_BLOCK_HEADER)?;
        __rt::sink::exact(
            self.values.len() as u64,
            (if ((p_count - p_base) > 32i64) { 32i64 } else { (p_count - p_base) }),
            &SITE_CLUSTERING_BLOCK_VALUES,
        )?;
        for (index, e) in self.values.iter().enumerate() {
            let index = index as i64;
            e.encode(
                w,
                (p_base)
                    .checked_add(index)
                    .ok_or_else(|| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        &SITE_CLUSTERING_BLOCK_VALUES,
                    ))?,
                &p_column_types,
            )?;
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
        p_base: i64,
        p_count: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_base, p_count, p_column_types)?;
        Ok(counter.pos())
    }
}
static SITE_CLUSTERING_VALUE__SELF: __rt::Site = __rt::Site {
    owner: "clustering_value",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 120u32,
};
static SITE_CLUSTERING_VALUE_VAL: __rt::Site = __rt::Site {
    owner: "clustering_value",
    field: "val",
    file: "common/sstable_common.ksy",
    line: 137u32,
};
///The value of one clustering column.
///
///Specification: `common/sstable_common.ksy`, line 120. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Deserializer.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusteringValue {
    ///0: it has bytes. 1: it is empty. 2: it is null (tables with COMPACT STORAGE).
    pub kind: u8,
    ///The bytes of the value.
    pub val: Option<super::common::CellValue>,
}
impl ClusteringValue {
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
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let f_val = if (p_kind == 0i64) {
            Some(
                {
                    let arg0 = i64::from(
                        __rt::array::element(&p_column_types, p_idx)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_VALUE_VAL,
                                    )
                            })?
                            .fixed_len,
                    );
                    super::common::CellValue::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_CLUSTERING_VALUE_VAL, None)
                    })?,
            )
        } else {
            None
        };
        Ok(Self {
            kind: p_kind as u8,
            val: f_val,
        })
    }
}
///The head of a [`ClusteringValue`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringValueRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Index of the clustering column.
    pub idx: i64,
    ///0: it has bytes. 1: it is empty. 2: it is null (tables with COMPACT STORAGE).
    pub kind: i64,
    ///The bytes of the value.
    pub val: Option<super::common::CellValueRef<'a>>,
}
impl<'a> ClusteringValueRef<'a> {
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
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_val = if (p_kind == 0i64) {
            Some(
                {
                    let arg0 = i64::from(
                        __rt::array::element(&p_column_types, p_idx)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_VALUE_VAL,
                                    )
                            })?
                            .fixed_len,
                    );
                    super::common::CellValueRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_CLUSTERING_VALUE_VAL, None)
                    })?,
            )
        } else {
            None
        };
        Ok({
            super::common::ClusteringValueRef {
                begin,
                lifetime: std::marker::PhantomData,
                idx: p_idx,
                kind: p_kind,
                val: f_val,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CLUSTERING_VALUE__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_CLUSTERING_VALUE_VAL];
        FIELDS
    }
}
impl ClusteringValue {
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
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<()> {
        let f_val = if (p_kind == 0i64) {
            Some(
                {
                    let arg0 = i64::from(
                        __rt::array::element(&p_column_types, p_idx)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_VALUE_VAL,
                                    )
                            })?
                            .fixed_len,
                    );
                    super::common::CellValue::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_CLUSTERING_VALUE_VAL, None)
                    })?,
            )
        } else {
            None
        };
        Ok(())
    }
}
impl ClusteringValue {
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
    pub fn visit<'a, V: SstableCommonVisitor<'a>>(
        r: &mut __rt::Reader<'a>,
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[__rt::native::CqlType],
        v: &mut V,
    ) -> Result<__rt::Flow, V::Error> {
        let begin = r.offset();
        let f_val = if (p_kind == 0i64) {
            Some(
                {
                    let arg0 = i64::from(
                        __rt::array::element(&p_column_types, p_idx)
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Overflow,
                                        &SITE_CLUSTERING_VALUE_VAL,
                                    )
                            })?
                            .fixed_len,
                    );
                    super::common::CellValueRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_CLUSTERING_VALUE_VAL, None)
                    })?,
            )
        } else {
            None
        };
        v.clustering_value(
            &{
                super::common::ClusteringValueRef {
                    begin,
                    lifetime: std::marker::PhantomData,
                    idx: p_idx,
                    kind: p_kind,
                    val: f_val,
                }
            },
        )?;
        Ok(__rt::Flow::Continue)
    }
}
impl ClusteringValue {
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
        p_idx: i64,
        p_kind: i64,
        p_column_types: &[__rt::native::CqlType],
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_val = if (p_kind == 0i64) {
            let value = ();
            w.enter(&SITE_CLUSTERING_VALUE_VAL, None, r.offset());
            let asked = {
                let arg0 = i64::from(
                    __rt::array::element(&p_column_types, p_idx)
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Overflow,
                                    &SITE_CLUSTERING_VALUE_VAL,
                                )
                        })?
                        .fixed_len,
                );
                super::common::CellValue::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_CLUSTERING_VALUE_VAL, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl ClusteringValue {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<()> {
        if let Some(v) = __rt::sink::agreed(
            &self.val,
            (i64::from(self.kind) == 0i64),
            &SITE_CLUSTERING_VALUE_VAL,
        )? {
            v.encode(
                w,
                i64::from(
                    __rt::array::element(&p_column_types, p_idx)
                        .ok_or_else(|| __rt::WriteError::new(
                            __rt::WriteErrorKind::Expression {
                                what: "a number leaves 64 bits",
                            },
                            &SITE_CLUSTERING_VALUE_VAL,
                        ))?
                        .fixed_len,
                ),
            )?;
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
        p_idx: i64,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_idx, p_column_types)?;
        Ok(counter.pos())
    }
}
static SITE_CELL_VALUE__SELF: __rt::Site = __rt::Site {
    owner: "cell_value",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 141u32,
};
static SITE_CELL_VALUE_LEN: __rt::Site = __rt::Site {
    owner: "cell_value",
    field: "len",
    file: "common/sstable_common.ksy",
    line: 149u32,
};
static SITE_CELL_VALUE_DATA: __rt::Site = __rt::Site {
    owner: "cell_value",
    field: "data",
    file: "common/sstable_common.ksy",
    line: 154u32,
};
///A value, with a length in front unless all values of the type have the same length.
///
///Specification: `common/sstable_common.ksy`, line 141. Cassandra: org.apache.cassandra.db.marshal.AbstractType.writeValue.
#[derive(Debug, Clone, PartialEq)]
pub struct CellValue {
    ///The value, as its type serializes it.
    pub data: Vec<u8>,
}
impl CellValue {
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
        p_fixed_len: i64,
    ) -> __rt::error::Result<Self> {
        let f_len = if (p_fixed_len < 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_VALUE_LEN) }?)
        } else {
            None
        };
        let f_data = {
            let len = (if (p_fixed_len < 0i64) {
                i64::try_from(
                        f_len
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "len",
                                        },
                                        &SITE_CELL_VALUE_DATA,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_CELL_VALUE_DATA)
                    })?
            } else {
                p_fixed_len
            });
            r.take_i(len, &SITE_CELL_VALUE_DATA)?
        }
            .to_vec();
        Ok(Self { data: f_data })
    }
}
///The head of a [`CellValue`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CellValueRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Length in bytes of every value of the type; -1 if they differ (cql_type.ksy).
    pub fixed_len: i64,
    ///Length in bytes.
    pub len: Option<u64>,
    ///The value, as its type serializes it.
    pub data: &'a [u8],
}
impl<'a> CellValueRef<'a> {
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
        p_fixed_len: i64,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_len = if (p_fixed_len < 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_VALUE_LEN) }?)
        } else {
            None
        };
        let f_data = {
            let len = (if (p_fixed_len < 0i64) {
                i64::try_from(
                        f_len
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "len",
                                        },
                                        &SITE_CELL_VALUE_DATA,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_CELL_VALUE_DATA)
                    })?
            } else {
                p_fixed_len
            });
            r.take_i(len, &SITE_CELL_VALUE_DATA)?
        };
        Ok({
            super::common::CellValueRef {
                lifetime: std::marker::PhantomData,
                fixed_len: p_fixed_len,
                len: f_len,
                data: f_data,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CELL_VALUE__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_CELL_VALUE_LEN, &SITE_CELL_VALUE_DATA];
        FIELDS
    }
}
impl CellValue {
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
    pub fn skip(r: &mut __rt::Reader<'_>, p_fixed_len: i64) -> __rt::error::Result<()> {
        let f_len = if (p_fixed_len < 0i64) {
            Some({ __rt::native::UvintCodec::read(r, &SITE_CELL_VALUE_LEN) }?)
        } else {
            None
        };
        let f_data = {
            let len = (if (p_fixed_len < 0i64) {
                i64::try_from(
                        f_len
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "len",
                                        },
                                        &SITE_CELL_VALUE_DATA,
                                    )
                            })?,
                    )
                    .map_err(|_| {
                        r.error(__rt::ReadErrorKind::Overflow, &SITE_CELL_VALUE_DATA)
                    })?
            } else {
                p_fixed_len
            });
            r.take_i(len, &SITE_CELL_VALUE_DATA)?
        };
        Ok(())
    }
}
impl CellValue {
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
        p_fixed_len: i64,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_len = if (p_fixed_len < 0i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_CELL_VALUE_LEN) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_CELL_VALUE_LEN) }?;
            w.leaf(
                &SITE_CELL_VALUE_LEN,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            Some(value)
        } else {
            None
        };
        let f_data = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = (if (p_fixed_len < 0i64) {
                            i64::try_from(
                                    f_len
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Absent {
                                                        field: "len",
                                                    },
                                                    &SITE_CELL_VALUE_DATA,
                                                )
                                        })?,
                                )
                                .map_err(|_| {
                                    r
                                        .error(__rt::ReadErrorKind::Overflow, &SITE_CELL_VALUE_DATA)
                                })?
                        } else {
                            p_fixed_len
                        });
                        r.take_i(len, &SITE_CELL_VALUE_DATA)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = (if (p_fixed_len < 0i64) {
                    i64::try_from(
                            f_len
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "len",
                                            },
                                            &SITE_CELL_VALUE_DATA,
                                        )
                                })?,
                        )
                        .map_err(|_| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CELL_VALUE_DATA)
                        })?
                } else {
                    p_fixed_len
                });
                r.take_i(len, &SITE_CELL_VALUE_DATA)?
            };
            w.leaf(
                &SITE_CELL_VALUE_DATA,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        Ok(())
    }
}
impl CellValue {
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
        p_fixed_len: i64,
    ) -> __rt::sink::WriteResult<()> {
        let f_len = if (p_fixed_len < 0i64) {
            Some(
                __rt::sink::narrow::<
                    u64,
                    _,
                >((self.data.len() as i64), &SITE_CELL_VALUE_LEN)?,
            )
        } else {
            None
        };
        if let Some(v) = f_len {
            __rt::native::UvintCodec::write(w, &v, &SITE_CELL_VALUE_LEN)?;
        }
        __rt::sink::exact(
            self.data.len() as u64,
            (if (p_fixed_len < 0i64) {
                i64::try_from(
                        f_len
                            .ok_or_else(|| __rt::WriteError::new(
                                __rt::WriteErrorKind::Expression {
                                    what: "a field that is needed is absent",
                                },
                                &SITE_CELL_VALUE_DATA,
                            ))?,
                    )
                    .map_err(|_| __rt::WriteError::new(
                        __rt::WriteErrorKind::Expression {
                            what: "a number leaves 64 bits",
                        },
                        &SITE_CELL_VALUE_DATA,
                    ))?
            } else {
                p_fixed_len
            }),
            &SITE_CELL_VALUE_DATA,
        )?;
        w.put(&self.data);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self, p_fixed_len: i64) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_fixed_len)?;
        Ok(counter.pos())
    }
}
static SITE_CLUSTERING_BOUND__SELF: __rt::Site = __rt::Site {
    owner: "clustering_bound",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 157u32,
};
static SITE_CLUSTERING_BOUND_KIND: __rt::Site = __rt::Site {
    owner: "clustering_bound",
    field: "kind",
    file: "common/sstable_common.ksy",
    line: 167u32,
};
static SITE_CLUSTERING_BOUND_SIZE: __rt::Site = __rt::Site {
    owner: "clustering_bound",
    field: "size",
    file: "common/sstable_common.ksy",
    line: 171u32,
};
static SITE_CLUSTERING_BOUND_VALUES: __rt::Site = __rt::Site {
    owner: "clustering_bound",
    field: "values",
    file: "common/sstable_common.ksy",
    line: 175u32,
};
/**The start or the end of a range, or both at once. It may have values for fewer columns than a row has: then it is before or behind all
rows that begin with them.*/
///
///Specification: `common/sstable_common.ksy`, line 157. Cassandra: org.apache.cassandra.db.ClusteringBoundOrBoundary.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusteringBound {
    ///Start or end, with or without what it names; or a boundary between two ranges. Never a row.
    pub kind: super::common::PrefixKind,
    ///The values.
    pub values: super::common::ClusteringValues,
}
impl ClusteringBound {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let f_kind = {
            let found = r.u8(&SITE_CLUSTERING_BOUND_KIND)? as i64;
            super::common::PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        &SITE_CLUSTERING_BOUND_KIND,
                    )
                })?
        };
        let f_size = r.u16_be(&SITE_CLUSTERING_BOUND_SIZE)?;
        let f_values = {
            let arg0 = i64::from(f_size);
            let arg1 = &p_column_types;
            super::common::ClusteringValues::decode(r, arg0, arg1)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_CLUSTERING_BOUND_VALUES, None)
            })?;
        Ok(Self {
            kind: f_kind,
            values: f_values,
        })
    }
}
///The head of a [`ClusteringBound`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringBoundRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Start or end, with or without what it names; or a boundary between two ranges. Never a row.
    pub kind: super::common::PrefixKind,
    ///Number of values.
    pub size: u16,
    ///The values.
    pub values: super::common::ClusteringValuesSpan<'a>,
}
impl<'a> ClusteringBoundRef<'a> {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.u8(&SITE_CLUSTERING_BOUND_KIND)? as i64;
            super::common::PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        &SITE_CLUSTERING_BOUND_KIND,
                    )
                })?
        };
        let f_size = r.u16_be(&SITE_CLUSTERING_BOUND_SIZE)?;
        let f_values = {
            let arg0 = i64::from(f_size);
            let arg1 = &p_column_types;
            super::common::ClusteringValuesSpan::pass(r, arg0, arg1)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_CLUSTERING_BOUND_VALUES, None)
            })?;
        Ok({
            super::common::ClusteringBoundRef {
                lifetime: std::marker::PhantomData,
                kind: f_kind,
                size: f_size,
                values: f_values,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CLUSTERING_BOUND__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_CLUSTERING_BOUND_KIND,
            &SITE_CLUSTERING_BOUND_SIZE,
            &SITE_CLUSTERING_BOUND_VALUES,
        ];
        FIELDS
    }
}
impl ClusteringBound {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let found = r.u8(&SITE_CLUSTERING_BOUND_KIND)? as i64;
            super::common::PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        &SITE_CLUSTERING_BOUND_KIND,
                    )
                })?
        };
        let f_size = r.u16_be(&SITE_CLUSTERING_BOUND_SIZE)?;
        let f_values = {
            let arg0 = i64::from(f_size);
            let arg1 = &p_column_types;
            super::common::ClusteringValues::skip(r, arg0, arg1)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_CLUSTERING_BOUND_VALUES, None)
            })?;
        Ok(())
    }
}
impl ClusteringBound {
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
        p_column_types: &[__rt::native::CqlType],
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r.u8(&SITE_CLUSTERING_BOUND_KIND)? as i64;
                        super::common::PrefixKind::from_raw(found)
                            .ok_or_else(|| {
                                r.error_before(
                                    1,
                                    __rt::ReadErrorKind::UnknownValue {
                                        found,
                                        expected: "prefix_kind",
                                    },
                                    &SITE_CLUSTERING_BOUND_KIND,
                                )
                            })?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.u8(&SITE_CLUSTERING_BOUND_KIND)? as i64;
                super::common::PrefixKind::from_raw(found)
                    .ok_or_else(|| {
                        r.error_before(
                            1,
                            __rt::ReadErrorKind::UnknownValue {
                                found,
                                expected: "prefix_kind",
                            },
                            &SITE_CLUSTERING_BOUND_KIND,
                        )
                    })?
            };
            w.leaf(
                &SITE_CLUSTERING_BOUND_KIND,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Enum(leaf.id()),
            );
            value
        };
        let f_size = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u16_be(&SITE_CLUSTERING_BOUND_SIZE)? }
            };
            let offset = r.offset();
            let leaf = r.u16_be(&SITE_CLUSTERING_BOUND_SIZE)?;
            w.leaf(
                &SITE_CLUSTERING_BOUND_SIZE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_values = {
            let value = ();
            w.enter(&SITE_CLUSTERING_BOUND_VALUES, None, r.offset());
            let asked = {
                let arg0 = i64::from(f_size);
                let arg1 = &p_column_types;
                super::common::ClusteringValues::walk(r, arg0, arg1, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_CLUSTERING_BOUND_VALUES, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl ClusteringBound {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<()> {
        w.put(&(self.kind as u8).to_be_bytes());
        let f_size = __rt::sink::narrow::<
            u16,
            _,
        >(
            self.values.blocks.iter().map(|x0| x0.values.len() as i64).sum::<i64>(),
            &SITE_CLUSTERING_BOUND_SIZE,
        )?;
        w.put(&f_size.to_be_bytes());
        self.values.encode(w, i64::from(f_size), &p_column_types)?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_column_types)?;
        Ok(counter.pos())
    }
}
static SITE_CLUSTERING_PREFIX__SELF: __rt::Site = __rt::Site {
    owner: "clustering_prefix",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 178u32,
};
static SITE_CLUSTERING_PREFIX_KIND: __rt::Site = __rt::Site {
    owner: "clustering_prefix",
    field: "kind",
    file: "common/sstable_common.ksy",
    line: 186u32,
};
static SITE_CLUSTERING_PREFIX_SIZE: __rt::Site = __rt::Site {
    owner: "clustering_prefix",
    field: "size",
    file: "common/sstable_common.ksy",
    line: 190u32,
};
static SITE_CLUSTERING_PREFIX_VALUES: __rt::Site = __rt::Site {
    owner: "clustering_prefix",
    field: "values",
    file: "common/sstable_common.ksy",
    line: 195u32,
};
///The name of a row or of a bound, as indexes have it. Only bounds tell how many values they have; rows have all.
///
///Specification: `common/sstable_common.ksy`, line 178. Cassandra: org.apache.cassandra.db.ClusteringPrefix.Serializer.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusteringPrefix {
    ///A row, or one of the bounds.
    pub kind: super::common::PrefixKind,
    ///The values.
    pub values: super::common::ClusteringValues,
}
impl ClusteringPrefix {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let f_kind = {
            let found = r.u8(&SITE_CLUSTERING_PREFIX_KIND)? as i64;
            super::common::PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        &SITE_CLUSTERING_PREFIX_KIND,
                    )
                })?
        };
        let f_size = if (f_kind != super::common::PrefixKind::Clustering) {
            Some(r.u16_be(&SITE_CLUSTERING_PREFIX_SIZE)?)
        } else {
            None
        };
        let f_values = {
            let arg0 = (if (f_kind == super::common::PrefixKind::Clustering) {
                (p_column_types.len() as i64)
            } else {
                i64::from(
                    f_size
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "size",
                                    },
                                    &SITE_CLUSTERING_PREFIX_VALUES,
                                )
                        })?,
                )
            });
            let arg1 = &p_column_types;
            super::common::ClusteringValues::decode(r, arg0, arg1)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_CLUSTERING_PREFIX_VALUES, None)
            })?;
        Ok(Self {
            kind: f_kind,
            values: f_values,
        })
    }
}
///The head of a [`ClusteringPrefix`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ClusteringPrefixRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///A row, or one of the bounds.
    pub kind: super::common::PrefixKind,
    ///Number of values.
    pub size: Option<u16>,
    ///The values.
    pub values: super::common::ClusteringValuesSpan<'a>,
}
impl<'a> ClusteringPrefixRef<'a> {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = r.u8(&SITE_CLUSTERING_PREFIX_KIND)? as i64;
            super::common::PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        &SITE_CLUSTERING_PREFIX_KIND,
                    )
                })?
        };
        let f_size = if (f_kind != super::common::PrefixKind::Clustering) {
            Some(r.u16_be(&SITE_CLUSTERING_PREFIX_SIZE)?)
        } else {
            None
        };
        let f_values = {
            let arg0 = (if (f_kind == super::common::PrefixKind::Clustering) {
                (p_column_types.len() as i64)
            } else {
                i64::from(
                    f_size
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "size",
                                    },
                                    &SITE_CLUSTERING_PREFIX_VALUES,
                                )
                        })?,
                )
            });
            let arg1 = &p_column_types;
            super::common::ClusteringValuesSpan::pass(r, arg0, arg1)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_CLUSTERING_PREFIX_VALUES, None)
            })?;
        Ok({
            super::common::ClusteringPrefixRef {
                lifetime: std::marker::PhantomData,
                kind: f_kind,
                size: f_size,
                values: f_values,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CLUSTERING_PREFIX__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_CLUSTERING_PREFIX_KIND,
            &SITE_CLUSTERING_PREFIX_SIZE,
            &SITE_CLUSTERING_PREFIX_VALUES,
        ];
        FIELDS
    }
}
impl ClusteringPrefix {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let found = r.u8(&SITE_CLUSTERING_PREFIX_KIND)? as i64;
            super::common::PrefixKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        1,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "prefix_kind",
                        },
                        &SITE_CLUSTERING_PREFIX_KIND,
                    )
                })?
        };
        let f_size = if (f_kind != super::common::PrefixKind::Clustering) {
            Some(r.u16_be(&SITE_CLUSTERING_PREFIX_SIZE)?)
        } else {
            None
        };
        let f_values = {
            let arg0 = (if (f_kind == super::common::PrefixKind::Clustering) {
                (p_column_types.len() as i64)
            } else {
                i64::from(
                    f_size
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "size",
                                    },
                                    &SITE_CLUSTERING_PREFIX_VALUES,
                                )
                        })?,
                )
            });
            let arg1 = &p_column_types;
            super::common::ClusteringValues::skip(r, arg0, arg1)
        }
            .map_err(|e: __rt::ReadError| {
                e.within(&SITE_CLUSTERING_PREFIX_VALUES, None)
            })?;
        Ok(())
    }
}
impl ClusteringPrefix {
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
        p_column_types: &[__rt::native::CqlType],
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = r.u8(&SITE_CLUSTERING_PREFIX_KIND)? as i64;
                        super::common::PrefixKind::from_raw(found)
                            .ok_or_else(|| {
                                r.error_before(
                                    1,
                                    __rt::ReadErrorKind::UnknownValue {
                                        found,
                                        expected: "prefix_kind",
                                    },
                                    &SITE_CLUSTERING_PREFIX_KIND,
                                )
                            })?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = r.u8(&SITE_CLUSTERING_PREFIX_KIND)? as i64;
                super::common::PrefixKind::from_raw(found)
                    .ok_or_else(|| {
                        r.error_before(
                            1,
                            __rt::ReadErrorKind::UnknownValue {
                                found,
                                expected: "prefix_kind",
                            },
                            &SITE_CLUSTERING_PREFIX_KIND,
                        )
                    })?
            };
            w.leaf(
                &SITE_CLUSTERING_PREFIX_KIND,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Enum(leaf.id()),
            );
            value
        };
        let f_size = if (f_kind != super::common::PrefixKind::Clustering) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u16_be(&SITE_CLUSTERING_PREFIX_SIZE)? }
            };
            let offset = r.offset();
            let leaf = r.u16_be(&SITE_CLUSTERING_PREFIX_SIZE)?;
            w.leaf(
                &SITE_CLUSTERING_PREFIX_SIZE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_values = {
            let value = ();
            w.enter(&SITE_CLUSTERING_PREFIX_VALUES, None, r.offset());
            let asked = {
                let arg0 = (if (f_kind == super::common::PrefixKind::Clustering) {
                    (p_column_types.len() as i64)
                } else {
                    i64::from(
                        f_size
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "size",
                                        },
                                        &SITE_CLUSTERING_PREFIX_VALUES,
                                    )
                            })?,
                    )
                });
                let arg1 = &p_column_types;
                super::common::ClusteringValues::walk(r, arg0, arg1, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_CLUSTERING_PREFIX_VALUES, None)
                })?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl ClusteringPrefix {
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
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<()> {
        w.put(&(self.kind as u8).to_be_bytes());
        let f_size = if (self.kind != super::common::PrefixKind::Clustering) {
            Some(
                __rt::sink::narrow::<
                    u16,
                    _,
                >(
                    self
                        .values
                        .blocks
                        .iter()
                        .map(|x0| x0.values.len() as i64)
                        .sum::<i64>(),
                    &SITE_CLUSTERING_PREFIX_SIZE,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_size {
            w.put(&v.to_be_bytes());
        }
        self.values
            .encode(
                w,
                (if (self.kind == super::common::PrefixKind::Clustering) {
                    (p_column_types.len() as i64)
                } else {
                    i64::from(
                        f_size
                            .ok_or_else(|| __rt::WriteError::new(
                                __rt::WriteErrorKind::Expression {
                                    what: "a field that is needed is absent",
                                },
                                &SITE_CLUSTERING_PREFIX_VALUES,
                            ))?,
                    )
                }),
                &p_column_types,
            )?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        p_column_types: &[__rt::native::CqlType],
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_column_types)?;
        Ok(counter.pos())
    }
}
static SITE_BYTES_UVINT__SELF: __rt::Site = __rt::Site {
    owner: "bytes_uvint",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 198u32,
};
static SITE_BYTES_UVINT_LEN: __rt::Site = __rt::Site {
    owner: "bytes_uvint",
    field: "len",
    file: "common/sstable_common.ksy",
    line: 202u32,
};
static SITE_BYTES_UVINT_DATA: __rt::Site = __rt::Site {
    owner: "bytes_uvint",
    field: "data",
    file: "common/sstable_common.ksy",
    line: 206u32,
};
///Bytes behind their length as a vint.
///
///Specification: `common/sstable_common.ksy`, line 198. Cassandra: org.apache.cassandra.utils.ByteBufferUtil.writeWithVIntLength.
#[derive(Debug, Clone, PartialEq)]
pub struct BytesUvint {
    ///The bytes.
    pub data: Vec<u8>,
}
impl BytesUvint {
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
        let f_len = { __rt::native::UvintCodec::read(r, &SITE_BYTES_UVINT_LEN) }?;
        let f_data = r.take(f_len, &SITE_BYTES_UVINT_DATA)?.to_vec();
        Ok(Self { data: f_data })
    }
}
///The head of a [`BytesUvint`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BytesUvintRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Length in bytes.
    pub len: u64,
    ///The bytes.
    pub data: &'a [u8],
}
impl<'a> BytesUvintRef<'a> {
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
        let f_len = { __rt::native::UvintCodec::read(r, &SITE_BYTES_UVINT_LEN) }?;
        let f_data = r.take(f_len, &SITE_BYTES_UVINT_DATA)?;
        Ok({
            super::common::BytesUvintRef {
                lifetime: std::marker::PhantomData,
                len: f_len,
                data: f_data,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BYTES_UVINT__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_BYTES_UVINT_LEN, &SITE_BYTES_UVINT_DATA];
        FIELDS
    }
}
impl BytesUvint {
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
        let f_len = { __rt::native::UvintCodec::read(r, &SITE_BYTES_UVINT_LEN) }?;
        let f_data = r.take(f_len, &SITE_BYTES_UVINT_DATA)?;
        Ok(())
    }
}
impl BytesUvint {
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
        let f_len = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { { __rt::native::UvintCodec::read(r, &SITE_BYTES_UVINT_LEN) }? }
            };
            let offset = r.offset();
            let leaf = { __rt::native::UvintCodec::read(r, &SITE_BYTES_UVINT_LEN) }?;
            w.leaf(
                &SITE_BYTES_UVINT_LEN,
                None,
                offset,
                r.offset() - offset,
                __rt::native::UvintCodec::value(&leaf),
            );
            value
        };
        let f_data = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.take(f_len, &SITE_BYTES_UVINT_DATA)? }
            };
            let offset = r.offset();
            let leaf = r.take(f_len, &SITE_BYTES_UVINT_DATA)?;
            w.leaf(
                &SITE_BYTES_UVINT_DATA,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        Ok(())
    }
}
impl BytesUvint {
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
        let f_len = __rt::sink::narrow::<
            u64,
            _,
        >((self.data.len() as i64), &SITE_BYTES_UVINT_LEN)?;
        __rt::native::UvintCodec::write(w, &f_len, &SITE_BYTES_UVINT_LEN)?;
        w.put(&self.data);
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
static SITE_BYTES_U2__SELF: __rt::Site = __rt::Site {
    owner: "bytes_u2",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 209u32,
};
static SITE_BYTES_U2_LEN: __rt::Site = __rt::Site {
    owner: "bytes_u2",
    field: "len",
    file: "common/sstable_common.ksy",
    line: 213u32,
};
static SITE_BYTES_U2_DATA: __rt::Site = __rt::Site {
    owner: "bytes_u2",
    field: "data",
    file: "common/sstable_common.ksy",
    line: 217u32,
};
///Bytes behind their length in two bytes, up to 65535.
///
///Specification: `common/sstable_common.ksy`, line 209. Cassandra: org.apache.cassandra.utils.ByteBufferUtil.writeWithShortLength.
#[derive(Debug, Clone, PartialEq)]
pub struct BytesU2 {
    ///The bytes.
    pub data: Vec<u8>,
}
impl BytesU2 {
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
        let f_len = r.u16_be(&SITE_BYTES_U2_LEN)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, &SITE_BYTES_U2_DATA)?
        }
            .to_vec();
        Ok(Self { data: f_data })
    }
}
///The head of a [`BytesU2`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BytesU2Ref<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Length in bytes.
    pub len: u16,
    ///The bytes.
    pub data: &'a [u8],
}
impl<'a> BytesU2Ref<'a> {
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
        let f_len = r.u16_be(&SITE_BYTES_U2_LEN)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, &SITE_BYTES_U2_DATA)?
        };
        Ok({
            super::common::BytesU2Ref {
                lifetime: std::marker::PhantomData,
                len: f_len,
                data: f_data,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BYTES_U2__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_BYTES_U2_LEN, &SITE_BYTES_U2_DATA];
        FIELDS
    }
}
impl BytesU2 {
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
        let f_len = r.u16_be(&SITE_BYTES_U2_LEN)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, &SITE_BYTES_U2_DATA)?
        };
        Ok(())
    }
}
impl BytesU2 {
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
        let f_len = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u16_be(&SITE_BYTES_U2_LEN)? }
            };
            let offset = r.offset();
            let leaf = r.u16_be(&SITE_BYTES_U2_LEN)?;
            w.leaf(
                &SITE_BYTES_U2_LEN,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_data = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = i64::from(f_len);
                        r.take_i(len, &SITE_BYTES_U2_DATA)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = i64::from(f_len);
                r.take_i(len, &SITE_BYTES_U2_DATA)?
            };
            w.leaf(
                &SITE_BYTES_U2_DATA,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        Ok(())
    }
}
impl BytesU2 {
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
        let f_len = __rt::sink::narrow::<
            u16,
            _,
        >((self.data.len() as i64), &SITE_BYTES_U2_LEN)?;
        w.put(&f_len.to_be_bytes());
        w.put(&self.data);
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
static SITE_BYTES_U4__SELF: __rt::Site = __rt::Site {
    owner: "bytes_u4",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 220u32,
};
static SITE_BYTES_U4_LEN: __rt::Site = __rt::Site {
    owner: "bytes_u4",
    field: "len",
    file: "common/sstable_common.ksy",
    line: 224u32,
};
static SITE_BYTES_U4_DATA: __rt::Site = __rt::Site {
    owner: "bytes_u4",
    field: "data",
    file: "common/sstable_common.ksy",
    line: 228u32,
};
///Bytes behind their length in four bytes.
///
///Specification: `common/sstable_common.ksy`, line 220. Cassandra: org.apache.cassandra.utils.ByteBufferUtil.writeWithLength.
#[derive(Debug, Clone, PartialEq)]
pub struct BytesU4 {
    ///The bytes.
    pub data: Vec<u8>,
}
impl BytesU4 {
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
        let f_len = r.u32_be(&SITE_BYTES_U4_LEN)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, &SITE_BYTES_U4_DATA)?
        }
            .to_vec();
        Ok(Self { data: f_data })
    }
}
///The head of a [`BytesU4`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BytesU4Ref<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Length in bytes.
    pub len: u32,
    ///The bytes.
    pub data: &'a [u8],
}
impl<'a> BytesU4Ref<'a> {
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
        let f_len = r.u32_be(&SITE_BYTES_U4_LEN)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, &SITE_BYTES_U4_DATA)?
        };
        Ok({
            super::common::BytesU4Ref {
                lifetime: std::marker::PhantomData,
                len: f_len,
                data: f_data,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BYTES_U4__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_BYTES_U4_LEN, &SITE_BYTES_U4_DATA];
        FIELDS
    }
}
impl BytesU4 {
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
        let f_len = r.u32_be(&SITE_BYTES_U4_LEN)?;
        let f_data = {
            let len = i64::from(f_len);
            r.take_i(len, &SITE_BYTES_U4_DATA)?
        };
        Ok(())
    }
}
impl BytesU4 {
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
        let f_len = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_BYTES_U4_LEN)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_BYTES_U4_LEN)?;
            w.leaf(
                &SITE_BYTES_U4_LEN,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_data = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let len = i64::from(f_len);
                        r.take_i(len, &SITE_BYTES_U4_DATA)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let len = i64::from(f_len);
                r.take_i(len, &SITE_BYTES_U4_DATA)?
            };
            w.leaf(
                &SITE_BYTES_U4_DATA,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Bytes(leaf),
            );
            value
        };
        Ok(())
    }
}
impl BytesU4 {
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
        let f_len = __rt::sink::narrow::<
            u32,
            _,
        >((self.data.len() as i64), &SITE_BYTES_U4_LEN)?;
        w.put(&f_len.to_be_bytes());
        w.put(&self.data);
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
static SITE_JAVA_UTF__SELF: __rt::Site = __rt::Site {
    owner: "java_utf",
    field: "_self",
    file: "common/sstable_common.ksy",
    line: 231u32,
};
static SITE_JAVA_UTF_LEN: __rt::Site = __rt::Site {
    owner: "java_utf",
    field: "len",
    file: "common/sstable_common.ksy",
    line: 237u32,
};
static SITE_JAVA_UTF_S: __rt::Site = __rt::Site {
    owner: "java_utf",
    field: "s",
    file: "common/sstable_common.ksy",
    line: 241u32,
};
/**Text as `java.io.DataOutput.writeUTF` writes it: "modified UTF-8", in which NUL is 0xc0 0x80 and characters beyond U+FFFF are two
surrogates of three bytes each. What Cassandra writes that way is ASCII in practice.*/
///
///Specification: `common/sstable_common.ksy`, line 231. Cassandra: java.io.DataOutput.writeUTF.
#[derive(Debug, Clone, PartialEq)]
pub struct JavaUtf {
    ///The text.
    pub s: String,
}
impl JavaUtf {
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
        let f_len = r.u16_be(&SITE_JAVA_UTF_LEN)?;
        let f_s = {
            let bytes = {
                let len = i64::from(f_len);
                r.take_i(len, &SITE_JAVA_UTF_S)?
            };
            __rt::text::java_utf(r, bytes, &SITE_JAVA_UTF_S)?
        };
        Ok(Self { s: f_s })
    }
}
///The head of a [`JavaUtf`], borrowed.
#[derive(Debug, Clone)]
pub struct JavaUtfRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Length in bytes.
    pub len: u16,
    ///The text.
    pub s: String,
}
impl<'a> JavaUtfRef<'a> {
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
        let f_len = r.u16_be(&SITE_JAVA_UTF_LEN)?;
        let f_s = {
            let bytes = {
                let len = i64::from(f_len);
                r.take_i(len, &SITE_JAVA_UTF_S)?
            };
            __rt::text::java_utf(r, bytes, &SITE_JAVA_UTF_S)?
        };
        Ok({
            super::common::JavaUtfRef {
                lifetime: std::marker::PhantomData,
                len: f_len,
                s: f_s.clone(),
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_JAVA_UTF__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_JAVA_UTF_LEN, &SITE_JAVA_UTF_S];
        FIELDS
    }
}
impl JavaUtf {
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
        let f_len = r.u16_be(&SITE_JAVA_UTF_LEN)?;
        let f_s = {
            let len = i64::from(f_len);
            r.take_i(len, &SITE_JAVA_UTF_S)?
        };
        Ok(())
    }
}
impl JavaUtf {
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
        let f_len = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u16_be(&SITE_JAVA_UTF_LEN)? }
            };
            let offset = r.offset();
            let leaf = r.u16_be(&SITE_JAVA_UTF_LEN)?;
            w.leaf(
                &SITE_JAVA_UTF_LEN,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_s = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let bytes = {
                            let len = i64::from(f_len);
                            r.take_i(len, &SITE_JAVA_UTF_S)?
                        };
                        __rt::text::java_utf(r, bytes, &SITE_JAVA_UTF_S)?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let bytes = {
                    let len = i64::from(f_len);
                    r.take_i(len, &SITE_JAVA_UTF_S)?
                };
                __rt::text::java_utf(r, bytes, &SITE_JAVA_UTF_S)?
            };
            w.leaf(
                &SITE_JAVA_UTF_S,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Text(leaf.into()),
            );
            value
        };
        Ok(())
    }
}
impl JavaUtf {
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
        let f_len = __rt::sink::narrow::<
            u16,
            _,
        >(
            {
                let mut counter = __rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                {
                    let bytes = __rt::native::java_utf_encode(&self.s);
                    w.put(&bytes);
                }
                (w.pos() - begin) as i64
            },
            &SITE_JAVA_UTF_LEN,
        )?;
        w.put(&f_len.to_be_bytes());
        {
            let bytes = __rt::native::java_utf_encode(&self.s);
            w.put(&bytes);
        }
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
