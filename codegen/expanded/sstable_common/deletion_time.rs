// Written by `expand` from the specification sstable_common.ksy. Do not edit.
rt::sites! {
    deletion_time_site : "deletion_time" in "common/sstable_common.ksy", line
    super::sstable_common_site::LAST + 13; legacy_local_deletion_time 14;
    legacy_marked_for_delete_at 5; flags 5; mfda_mid 7; mfda_low 5;
    uint_local_deletion_time 5;
}
/// When a whole partition, or a range that is open at the end of an index block, was deleted. Two layouts. Before has_uint_deletion_time
/// both times stand as they are, the local deletion time first, and LIVE ("not deleted") is told by the largest local deletion time and
/// the smallest timestamp. With it the timestamp comes first, and its sign bit, which no real deletion needs, marks LIVE: then the one
/// byte 0x80 is all. A first byte of 0x81 to 0xff is an error, in Cassandra too.
///
/// Specification: `deletion_time` in `common/sstable_common.ksy`. Cassandra: org.apache.cassandra.db.DeletionTime.Serializer, org.apache.cassandra.db.DeletionTime.LegacySerializer.
#[derive(Debug, Clone, PartialEq, Copy, Default)]
pub struct DeletionTime {
    /// Nothing is deleted.
    pub is_live: bool,
    /// What was written up to this time is deleted; in microseconds since 1970.
    pub marked_for_delete_at: Option<i64>,
    /// When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970.
    pub local_deletion_time: Option<i64>,
}
impl DeletionTime {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, p_v: version::SstableVersion) -> rt::ReadResult<Self> {
        DeletionTimeRef::read(r, p_v)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, p_v: version::SstableVersion) -> rt::WriteResult<()> {
        let f_legacy_local_deletion_time = if !(p_v.has_uint_deletion_time()) {
            Some(rt::sink::narrow::<i32, _>(
                if self.is_live {
                    2147483647i64
                } else {
                    rt::sink::present(self.local_deletion_time, deletion_time_site::legacy_local_deletion_time)?
                },
                deletion_time_site::legacy_local_deletion_time,
            )?)
        } else {
            None
        };
        if let Some(v) = f_legacy_local_deletion_time {
            w.put(&v.to_be_bytes());
        }
        let f_legacy_marked_for_delete_at = if !(p_v.has_uint_deletion_time()) {
            Some(if self.is_live {
                rt::sink::in_range(
                    (-9223372036854775807i64).checked_sub(1i64),
                    deletion_time_site::legacy_marked_for_delete_at,
                )?
            } else {
                rt::sink::present(self.marked_for_delete_at, deletion_time_site::legacy_marked_for_delete_at)?
            })
        } else {
            None
        };
        if let Some(v) = f_legacy_marked_for_delete_at {
            w.put(&v.to_be_bytes());
        }
        let f_flags = if p_v.has_uint_deletion_time() {
            Some(rt::sink::narrow::<u8, _>(
                if self.is_live {
                    128i64
                } else {
                    (rt::sink::present(self.marked_for_delete_at, deletion_time_site::flags)? >> 56i64)
                },
                deletion_time_site::flags,
            )?)
        } else {
            None
        };
        if let Some(v) = f_flags {
            rt::sink::demand(i64::from(v) <= 128, "a value within its range", deletion_time_site::flags)?;
            w.put(&v.to_be_bytes());
        }
        let f_mfda_mid = if p_v.has_uint_deletion_time()
            && (i64::from(rt::sink::present(f_flags, deletion_time_site::mfda_mid)?) < 128)
        {
            Some(rt::sink::narrow::<u32, _>(
                (rt::sink::present(self.marked_for_delete_at, deletion_time_site::mfda_mid)? >> 32i64) & 16777215,
                deletion_time_site::mfda_mid,
            )?)
        } else {
            None
        };
        if let Some(v) = f_mfda_mid {
            rt::sink::fits(v, 24, deletion_time_site::mfda_mid)?;
            w.bits(u64::from(v), 24);
        }
        w.align();
        let f_mfda_low = if p_v.has_uint_deletion_time()
            && (i64::from(rt::sink::present(f_flags, deletion_time_site::mfda_low)?) < 128)
        {
            Some(rt::sink::narrow::<u32, _>(
                rt::sink::present(self.marked_for_delete_at, deletion_time_site::mfda_low)? & 4294967295,
                deletion_time_site::mfda_low,
            )?)
        } else {
            None
        };
        if let Some(v) = f_mfda_low {
            w.put(&v.to_be_bytes());
        }
        w.align();
        let f_uint_local_deletion_time = if p_v.has_uint_deletion_time()
            && (i64::from(rt::sink::present(f_flags, deletion_time_site::uint_local_deletion_time)?) < 128)
        {
            Some(rt::sink::narrow::<u32, _>(
                rt::sink::present(self.local_deletion_time, deletion_time_site::uint_local_deletion_time)?,
                deletion_time_site::uint_local_deletion_time,
            )?)
        } else {
            None
        };
        if let Some(v) = f_uint_local_deletion_time {
            w.put(&v.to_be_bytes());
        }
        Ok(())
    }
}
/// The head of a [`DeletionTime`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct DeletionTimeRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// When the deletion was made, in seconds since 1970; 0x7fffffff in LIVE.
    pub(crate) legacy_local_deletion_time: Option<i32>,
    /// What was written up to this time is deleted, in microseconds since 1970; -2^63 in LIVE.
    pub(crate) legacy_marked_for_delete_at: Option<i64>,
    /// 0x80: LIVE, and nothing follows. Up to 0x7f: the most significant byte of the timestamp. Nothing else is valid.
    pub(crate) flags: Option<u8>,
    /// The next three bytes of the timestamp.
    pub(crate) mfda_mid: Option<u32>,
    /// The last four bytes of the timestamp, which is in microseconds since 1970.
    pub(crate) mfda_low: Option<u32>,
    /// When the deletion was made, in seconds since 1970, up to the year 2106.
    pub(crate) uint_local_deletion_time: Option<u32>,
    pub is_live: bool,
    pub marked_for_delete_at: Option<i64>,
    pub local_deletion_time: Option<i64>,
}
impl<'a> DeletionTimeRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, p_v: version::SstableVersion) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let (f_legacy_local_deletion_time, f_legacy_marked_for_delete_at) = if !(p_v.has_uint_deletion_time()) {
            let f_legacy_local_deletion_time = r.i32_be(deletion_time_site::legacy_local_deletion_time)?;
            let f_legacy_marked_for_delete_at = r.i64_be(deletion_time_site::legacy_marked_for_delete_at)?;
            (Some(f_legacy_local_deletion_time), Some(f_legacy_marked_for_delete_at))
        } else {
            (None, None)
        };
        let start = r.offset();
        let f_flags = if p_v.has_uint_deletion_time() { Some(r.u8(deletion_time_site::flags)?) } else { None };
        if let Some(f_flags) = f_flags {
            rt::ReadError::demand(
                i64::from(f_flags) <= 128,
                &f_flags,
                "a value within its range (0x80: LIVE, and nothing follows.)",
                start,
                deletion_time_site::flags,
            )?;
        }
        let (f_mfda_mid, f_mfda_low, f_uint_local_deletion_time) = if p_v.has_uint_deletion_time()
            && (i64::from(r.present(f_flags, "flags", deletion_time_site::mfda_mid)?) < 128)
        {
            let f_mfda_mid = (r.bits(24, deletion_time_site::mfda_mid)? as u32);
            r.align();
            let f_mfda_low = r.u32_be(deletion_time_site::mfda_low)?;
            r.align();
            let f_uint_local_deletion_time = r.u32_be(deletion_time_site::uint_local_deletion_time)?;
            (Some(f_mfda_mid), Some(f_mfda_low), Some(f_uint_local_deletion_time))
        } else {
            (None, None, None)
        };
        let value_is_live = (if p_v.has_uint_deletion_time() {
            (i64::from(r.present(f_flags, "flags", deletion_time_site::uint_local_deletion_time)?) >= 128)
        } else {
            ((i64::from(r.present(
                f_legacy_local_deletion_time,
                "legacy_local_deletion_time",
                deletion_time_site::uint_local_deletion_time,
            )?) == 2147483647)
                && (r.present(
                    f_legacy_marked_for_delete_at,
                    "legacy_marked_for_delete_at",
                    deletion_time_site::uint_local_deletion_time,
                )? < -9223372036854775807))
        });
        let value_marked_for_delete_at = if !(value_is_live) {
            Some(
                (if p_v.has_uint_deletion_time() {
                    r.computed(
                        (r.computed(
                            ((i64::from(r.present(f_flags, "flags", deletion_time_site::uint_local_deletion_time)?)
                                * 16777216)
                                + i64::from(r.present(
                                    f_mfda_mid,
                                    "mfda_mid",
                                    deletion_time_site::uint_local_deletion_time,
                                )?))
                            .checked_mul(4294967296),
                            ("marked_for_delete_at", deletion_time_site::_self),
                        )?)
                        .checked_add(i64::from(r.present(
                            f_mfda_low,
                            "mfda_low",
                            deletion_time_site::uint_local_deletion_time,
                        )?)),
                        ("marked_for_delete_at", deletion_time_site::_self),
                    )?
                } else {
                    r.present(
                        f_legacy_marked_for_delete_at,
                        "legacy_marked_for_delete_at",
                        deletion_time_site::uint_local_deletion_time,
                    )?
                }) as i64,
            )
        } else {
            None
        };
        let value_local_deletion_time = if !(value_is_live) {
            Some(
                (if p_v.has_uint_deletion_time() {
                    i64::from(r.present(
                        f_uint_local_deletion_time,
                        "uint_local_deletion_time",
                        deletion_time_site::uint_local_deletion_time,
                    )?)
                } else {
                    i64::from(r.present(
                        f_legacy_local_deletion_time,
                        "legacy_local_deletion_time",
                        deletion_time_site::uint_local_deletion_time,
                    )?)
                }) as i64,
            )
        } else {
            None
        };
        Ok(DeletionTimeRef {
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
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<DeletionTime> {
        Ok(self.into())
    }
    rt::sited!(deletion_time_site);
}
/// What stands in a [`DeletionTime`].
pub static DELETION_TIME_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&deletion_time_site::ALL, &["v"])
        .fields(&[
            t::S4.when(&Not(&Member(&Name("v"), "has_uint_deletion_time"))),
            t::S8.when(&Not(&Member(&Name("v"), "has_uint_deletion_time"))),
            t::U1.when(&Member(&Name("v"), "has_uint_deletion_time")).within(i64::MIN, 128),
            t::bits(24).when(&Of(
                And,
                &Member(&Name("v"), "has_uint_deletion_time"),
                &Of(Lt, &Name("flags"), &Int(128)),
            )),
            t::U4
                .when(&Of(And, &Member(&Name("v"), "has_uint_deletion_time"), &Of(Lt, &Name("flags"), &Int(128))))
                .aligned(),
            t::U4
                .when(&Of(And, &Member(&Name("v"), "has_uint_deletion_time"), &Of(Lt, &Name("flags"), &Int(128))))
                .aligned(),
        ])
        .values(&[
            t::value(
                "is_live",
                If(
                    &Member(&Name("v"), "has_uint_deletion_time"),
                    &Of(Ge, &Name("flags"), &Int(128)),
                    &Of(
                        And,
                        &Of(Eq, &Name("legacy_local_deletion_time"), &Int(2147483647)),
                        &Of(Lt, &Name("legacy_marked_for_delete_at"), &Int(-9223372036854775807)),
                    ),
                ),
            ),
            t::value(
                "marked_for_delete_at",
                Cast(
                    &If(
                        &Member(&Name("v"), "has_uint_deletion_time"),
                        &Of(
                            Add,
                            &Of(
                                Mul,
                                &Of(Add, &Of(Mul, &Name("flags"), &Int(16777216)), &Name("mfda_mid")),
                                &Int(4294967296),
                            ),
                            &Name("mfda_low"),
                        ),
                        &Name("legacy_marked_for_delete_at"),
                    ),
                    t::Int::S8,
                ),
            )
            .when(&Not(&Name("is_live"))),
            t::value(
                "local_deletion_time",
                Cast(
                    &If(
                        &Member(&Name("v"), "has_uint_deletion_time"),
                        &Name("uint_local_deletion_time"),
                        &Name("legacy_local_deletion_time"),
                    ),
                    t::Int::S8,
                ),
            )
            .when(&Not(&Name("is_live"))),
        ])
};
rt::reflect!(DeletionTime : is_live, marked_for_delete_at, local_deletion_time);
/// What is pushed of a [`DeletionTime`]: the model.
pub type DeletionTimeParts = DeletionTime;
impl<'a> From<&DeletionTimeRef<'a>> for DeletionTime {
    #[inline]
    fn from(head: &DeletionTimeRef<'a>) -> Self {
        DeletionTime {
            is_live: head.is_live,
            marked_for_delete_at: head.marked_for_delete_at,
            local_deletion_time: head.local_deletion_time,
        }
    }
}
