// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    unfiltered_site : "unfiltered" in "sstable/sstable_data.ksy", line
    super::partition_site::LAST + 5; flags 14; ext_flags 20; body 12;
}
/// A row, a marker of a range tombstone, or the end of the partition ("unfiltered" since what is deleted is still in it).
///
/// Specification: `unfiltered` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unfiltered {
    /// Flag 0x01 of `ext_flags`.
    pub marks_static_row: bool,
    /// Flag 0x02 of `ext_flags`.
    pub has_shadowable_deletion: bool,
    /// The bits of `ext_flags` that the version does not know, which are kept.
    pub unknown_ext_flags: Option<u8>,
    /// The row or the marker.
    pub body: Option<UnfilteredBody>,
}
/// The row or the marker.
#[derive(Debug, Clone, PartialEq)]
pub enum UnfilteredBody {
    /// A bound of a range tombstone: the start or the end of a range of clusterings that is deleted.
    Marker(Box<Marker>),
    /// A row, or the static row, which has no clustering.
    Row(Box<Row>),
}
impl Unfiltered {
    /// Reads one.
    pub fn decode(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_awaits_static: bool,
    ) -> rt::ReadResult<(Self, UnfilteredAsked)> {
        let head = UnfilteredRef::read(r, cx, p_awaits_static)?;
        let f_body = if !(head.is_end) {
            Some(if head.is_marker {
                UnfilteredBody::Marker(Box::new(Marker::decode(r, cx).within(unfiltered_site::body)?))
            } else {
                UnfilteredBody::Row(Box::new(
                    Row::decode(r, cx, i64::from(head.flags), head.is_static).within(unfiltered_site::body)?,
                ))
            })
        } else {
            None
        };
        Ok({
            let asked = UnfilteredAsked { is_end: head.is_end };
            (
                Self {
                    marks_static_row: head.ext_flags.is_some_and(|bits| bits & 1 != 0),
                    has_shadowable_deletion: head.ext_flags.is_some_and(|bits| bits & 2 != 0),
                    unknown_ext_flags: head.ext_flags.map(|bits| bits & !(3)),
                    body: f_body,
                },
                asked,
            )
        })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_awaits_static: bool,
    ) -> rt::ReadResult<((), UnfilteredAsked)> {
        let head = UnfilteredRef::read(r, cx, p_awaits_static)?;
        let f_body = if !(head.is_end) {
            Some(if head.is_marker {
                Marker::skip(r, cx).within(unfiltered_site::body)?;
            } else {
                Row::skip(r, cx, i64::from(head.flags), head.is_static).within(unfiltered_site::body)?;
            })
        } else {
            None
        };
        Ok(((), UnfilteredAsked { is_end: head.is_end }))
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_awaits_static: bool,
        v: &mut V,
    ) -> Result<(rt::Flow, UnfilteredAsked), V::Error> {
        let head = UnfilteredRef::read(r, cx, p_awaits_static)?;
        let mut skipped = false;
        if !(head.is_end) {
            if head.is_marker {
                Marker::visit_after(r, cx, v, |v: &mut V| {
                    let flow = v.unfiltered(&head)?;
                    skipped = flow == rt::Flow::Skip;
                    Ok(flow)
                })?;
            } else {
                Row::visit_after(r, cx, i64::from(head.flags), head.is_static, v, |v: &mut V| {
                    let flow = v.unfiltered(&head)?;
                    skipped = flow == rt::Flow::Skip;
                    Ok(flow)
                })?;
            }
        } else {
            skipped = v.unfiltered(&head)? == rt::Flow::Skip;
        }
        if skipped {
            return Ok((rt::Flow::Skip, UnfilteredAsked { is_end: head.is_end }));
        }
        v.end_unfiltered()?;
        Ok((rt::Flow::Continue, UnfilteredAsked { is_end: head.is_end }))
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_awaits_static: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<()> {
        self.encode_asked(w, cx, p_awaits_static, st).map(drop)
    }
    /// Writes one, and tells what parents ask for.
    fn encode_asked<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_awaits_static: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<UnfilteredAsked> {
        st.this_start = (w.pos() as i64);
        let mut f_flags: u8 = 0;
        if !(self.body.is_some()) {
            f_flags |= 1;
        }
        if self.body.as_ref().is_some_and(|x0| matches!(&x0, UnfilteredBody::Marker(_))) {
            f_flags |= 2;
        }
        if self.body.as_ref().is_some_and(|x0| matches!(& x0, UnfilteredBody::Row(x1) if x1.body.timestamp.is_some())) {
            f_flags |= 4;
        }
        if self.body.as_ref().is_some_and(|x0| matches!(& x0, UnfilteredBody::Row(x1) if x1.body.ttl.is_some())) {
            f_flags |= 8;
        }
        if self.body.as_ref().is_some_and(|x0| matches!(& x0, UnfilteredBody::Row(x1) if x1.body.deletion.is_some())) {
            f_flags |= 16;
        }
        if self.body.as_ref().is_some_and(|x0| {
            matches!(
                & x0, UnfilteredBody::Row(x1) if x1.body.cells.iter().all(| e | e
                .complex_deletion.is_some() || e.simple.is_some() || e.cells
                .is_some())
            )
        }) {
            f_flags |= 32;
        }
        if self.body.as_ref().is_some_and(|x0| {
            matches!(
                & x0, UnfilteredBody::Row(x1) if x1.body.cells.iter().any(| x2 | x2
                .complex_deletion.is_some())
            )
        }) {
            f_flags |= 64;
        }
        if (self.unknown_ext_flags.is_some() || self.marks_static_row || self.has_shadowable_deletion)
            .then_some(())
            .is_some()
        {
            f_flags |= 128;
        }
        let f_flags = f_flags;
        rt::sink::demand(
            !(p_awaits_static) || ((i64::from(f_flags) & 131) == 128),
            "a valid value",
            unfiltered_site::flags,
        )?;
        w.put(&f_flags.to_be_bytes());
        let f_ext_flags = if (i64::from(f_flags) & 129) == 128 {
            let mut f_ext_flags: u8 = self.unknown_ext_flags.unwrap_or(0);
            rt::sink::left_out(f_ext_flags & (3) != 0, unfiltered_site::ext_flags)?;
            if self.marks_static_row {
                f_ext_flags |= 1;
            }
            if self.has_shadowable_deletion {
                f_ext_flags |= 2;
            }
            rt::sink::demand(
                if p_awaits_static { ((i64::from(f_ext_flags) & 1) != 0) } else { ((i64::from(f_ext_flags) & 1) == 0) },
                "a valid value",
                unfiltered_site::ext_flags,
            )?;
            w.put(&f_ext_flags.to_be_bytes());
            Some(f_ext_flags)
        } else {
            rt::sink::left_out(
                self.unknown_ext_flags.unwrap_or(0) != 0 || self.marks_static_row || self.has_shadowable_deletion,
                unfiltered_site::ext_flags,
            )?;
            None
        };
        st.prev_unfiltered_size = (if ((i64::from(f_flags) & 129) == 128)
            && ((i64::from(rt::sink::present(f_ext_flags, unfiltered_site::ext_flags)?) & 1) != 0)
        {
            0i64
        } else {
            rt::sink::in_range((st.this_start).checked_sub(st.prev_start), unfiltered_site::ext_flags)?
        });
        if let Some(v) = rt::sink::agreed(self.body.as_ref(), !((i64::from(f_flags) & 1) != 0), unfiltered_site::body)?
        {
            match v {
                UnfilteredBody::Marker(v) => {
                    if (i64::from(f_flags) & 2) != 0 {
                        v.encode(w, cx, st)?;
                    } else {
                        return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, unfiltered_site::body));
                    }
                }
                UnfilteredBody::Row(v) => {
                    if !((i64::from(f_flags) & 2) != 0) {
                        v.encode(
                            w,
                            cx,
                            i64::from(f_flags),
                            ((i64::from(f_flags) & 129) == 128)
                                && ((i64::from(rt::sink::present(f_ext_flags, unfiltered_site::body)?) & 1) != 0),
                            st,
                        )?;
                    } else {
                        return Err(rt::WriteError::new(rt::WriteErrorKind::Unexpected, unfiltered_site::body));
                    }
                }
            }
        }
        st.prev_start = (if ((i64::from(f_flags) & 129) == 128)
            && ((i64::from(rt::sink::present(f_ext_flags, unfiltered_site::body)?) & 1) != 0)
        {
            st.prev_start
        } else {
            st.this_start
        });
        Ok(UnfilteredAsked { is_end: ((i64::from(f_flags) & 1) != 0) })
    }
}
/// The head of a [`Unfiltered`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct UnfilteredRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// It stands where the static row does: there is a row then, and it is static, which no other is. An end of the partition there would let
    /// what follows it be taken for rows.
    pub awaits_static: bool,
    /// Flags: those of a static row have 0x80, and neither 0x01, the end of the partition, nor 0x02, a marker
    ///
    /// 0x01: the end of the partition; nothing follows, and no other flag is set. 0x02: a marker; no other flag is set. The others are of
    /// rows. 0x04: the row has a timestamp of its own (it was inserted, not only updated). 0x08: that timestamp has a TTL. 0x10: the row
    /// is deleted. 0x20: it has all columns of the header. 0x40: at least one column of several cells has a deletion; then all such
    /// columns of the row have one. 0x80: a byte of further flags follows.
    pub(crate) flags: u8,
    /// Further flags: 0x01 in the place of the static row, and nowhere else
    ///
    /// 0x01: the static row. 0x02: the row's deletion gives way to a newer timestamp of the row (shadowable; materialized views of 3.x).
    pub(crate) ext_flags: Option<u8>,
    /// There are no more unfiltereds in the partition.
    pub is_end: bool,
    /// It is a marker of a range tombstone.
    pub is_marker: bool,
    /// It is the static row.
    pub is_static: bool,
}
impl<'a> UnfilteredRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableDataParams<'_>, p_awaits_static: bool) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_flags = r.u8(unfiltered_site::flags)?;
        rt::ReadError::demand(
            !(p_awaits_static) || ((i64::from(f_flags) & 131) == 128),
            &f_flags,
            "a valid value (Flags: those of a static row have 0x80, and neither 0x01, the end of the partition, nor 0x02, a marker)",
            start,
            unfiltered_site::flags,
        )?;
        let start = r.offset();
        let f_ext_flags =
            if (i64::from(f_flags) & 129) == 128 { Some(r.u8(unfiltered_site::ext_flags)?) } else { None };
        if let Some(f_ext_flags) = f_ext_flags {
            rt::ReadError::demand(
                if p_awaits_static { ((i64::from(f_ext_flags) & 1) != 0) } else { ((i64::from(f_ext_flags) & 1) == 0) },
                &f_ext_flags,
                "a valid value (Further flags: 0x01 in the place of the static row, and nowhere else)",
                start,
                unfiltered_site::ext_flags,
            )?;
        }
        let value_is_end = ((i64::from(f_flags) & 1) != 0);
        let value_is_marker = ((i64::from(f_flags) & 2) != 0);
        let value_is_static = (((i64::from(f_flags) & 129) == 128)
            && ((i64::from(r.present(f_ext_flags, "ext_flags", unfiltered_site::ext_flags)?) & 1) != 0));
        Ok(UnfilteredRef {
            begin,
            rest: *r,
            awaits_static: p_awaits_static,
            flags: f_flags,
            ext_flags: f_ext_flags,
            is_end: value_is_end,
            is_marker: value_is_marker,
            is_static: value_is_static,
        })
    }
    /// Flag 0x01 of `flags`.
    #[inline(always)]
    pub fn ends_partition(&self) -> bool {
        self.flags & 1 != 0
    }
    /// Flag 0x02 of `flags`.
    #[inline(always)]
    pub fn marks_range(&self) -> bool {
        self.flags & 2 != 0
    }
    /// Flag 0x04 of `flags`.
    #[inline(always)]
    pub fn has_timestamp(&self) -> bool {
        self.flags & 4 != 0
    }
    /// Flag 0x08 of `flags`.
    #[inline(always)]
    pub fn has_ttl(&self) -> bool {
        self.flags & 8 != 0
    }
    /// Flag 0x10 of `flags`.
    #[inline(always)]
    pub fn has_deletion(&self) -> bool {
        self.flags & 16 != 0
    }
    /// Flag 0x20 of `flags`.
    #[inline(always)]
    pub fn has_all_columns(&self) -> bool {
        self.flags & 32 != 0
    }
    /// Flag 0x40 of `flags`.
    #[inline(always)]
    pub fn has_complex_deletion(&self) -> bool {
        self.flags & 64 != 0
    }
    /// Flag 0x80 of `flags`.
    #[inline(always)]
    pub fn has_extended_flags(&self) -> bool {
        self.flags & 128 != 0
    }
    /// The names of the bits of `flags` that are set.
    pub fn flags_set(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        rt::bits::named(
            u64::from(self.flags),
            255,
            &[
                (1, "ends_partition"),
                (2, "marks_range"),
                (4, "has_timestamp"),
                (8, "has_ttl"),
                (16, "has_deletion"),
                (32, "has_all_columns"),
                (64, "has_complex_deletion"),
                (128, "has_extended_flags"),
            ],
        )
    }
    /// Flag 0x01 of `ext_flags`.
    #[inline(always)]
    pub fn marks_static_row(&self) -> bool {
        self.ext_flags.unwrap_or(0) & 1 != 0
    }
    /// Flag 0x02 of `ext_flags`.
    #[inline(always)]
    pub fn has_shadowable_deletion(&self) -> bool {
        self.ext_flags.unwrap_or(0) & 2 != 0
    }
    /// The bits of `ext_flags` that the version does not know.
    #[inline(always)]
    pub fn unknown_ext_flags(&self) -> u8 {
        self.ext_flags.unwrap_or(0) & !3
    }
    /// The names of the bits of `ext_flags` that are set.
    pub fn ext_flags_set(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        rt::bits::named(
            u64::from(self.ext_flags.unwrap_or(0)),
            3,
            &[(1, "marks_static_row"), (2, "has_shadowable_deletion")],
        )
    }
    /// Whether flags are set of what is not there.
    #[inline]
    pub fn has_stray_bits(&self) -> bool {
        (self.flags & 2 != 0 && !(!(self.is_end) && self.is_marker))
            || (self.flags & 124 != 0 && !(!(self.is_end) && !self.is_marker))
            || (self.flags & 128 != 0 && !((i64::from(self.flags) & 129) == 128))
    }
    rt::sited!(unfiltered_site);
}
/// What parents of a [`Unfiltered`] ask for.
#[derive(Debug, Clone, Copy)]
pub struct UnfilteredAsked {
    /// There are no more unfiltereds in the partition.
    pub is_end: bool,
}
/// What stands in a [`Unfiltered`].
pub static UNFILTERED_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&unfiltered_site::ALL, &["awaits_static"])
        .fields(&[
            t::U1.all(&[Of(
                Or,
                &Not(&Name("awaits_static")),
                &Of(Eq, &Of(BitAnd, &Name("flags"), &Int(131)), &Int(128)),
            )]),
            t::U1.when(&Of(Eq, &Of(BitAnd, &Name("flags"), &Int(129)), &Int(128))).all(&[If(
                &Name("awaits_static"),
                &Of(Ne, &Of(BitAnd, &Name("ext_flags"), &Int(1)), &Int(0)),
                &Of(Eq, &Of(BitAnd, &Name("ext_flags"), &Int(1)), &Int(0)),
            )]),
            t::one_of(
                &Name("is_marker"),
                &[
                    t::case(Bool(true), &MARKER_TABLE, &[]),
                    t::case(Bool(false), &ROW_TABLE, &[Name("flags"), Name("is_static")]),
                ],
            )
            .when(&Not(&Name("is_end"))),
        ])
        .values(&[
            t::value("is_end", Of(Ne, &Of(BitAnd, &Name("flags"), &Int(1)), &Int(0))),
            t::value("is_marker", Of(Ne, &Of(BitAnd, &Name("flags"), &Int(2)), &Int(0))),
            t::value(
                "is_static",
                Of(
                    And,
                    &Of(Eq, &Of(BitAnd, &Name("flags"), &Int(129)), &Int(128)),
                    &Of(Ne, &Of(BitAnd, &Name("ext_flags"), &Int(1)), &Int(0)),
                ),
            ),
        ])
};
rt::reflect!(Unfiltered :);
/// What is pushed of a [`Unfiltered`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct UnfilteredParts {
    pub marks_static_row: bool,
    pub has_shadowable_deletion: bool,
    pub unknown_ext_flags: Option<u8>,
}
impl<'a> From<&UnfilteredRef<'a>> for UnfilteredParts {
    #[inline]
    fn from(head: &UnfilteredRef<'a>) -> Self {
        UnfilteredParts {
            marks_static_row: head.marks_static_row(),
            has_shadowable_deletion: head.has_shadowable_deletion(),
            unknown_ext_flags: head.ext_flags.is_some().then(|| head.unknown_ext_flags()),
        }
    }
}
impl UnfilteredParts {
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        p_awaits_static: bool,
        st: &mut PartitionRegisters,
        at: usize,
    ) -> rt::WriteResult<UnfilteredFrame> {
        st.this_start = (w.pos() as i64);
        let mut f_flags: u8 = 0;
        if !(at != 0) {
            f_flags |= 1;
        }
        if at == 1 {
            f_flags |= 2;
        }
        if false {
            f_flags |= 4;
        }
        if false {
            f_flags |= 8;
        }
        if false {
            f_flags |= 16;
        }
        if false {
            f_flags |= 32;
        }
        if false {
            f_flags |= 64;
        }
        if (self.unknown_ext_flags.is_some() || self.marks_static_row || self.has_shadowable_deletion)
            .then_some(())
            .is_some()
        {
            f_flags |= 128;
        }
        let f_flags = f_flags;
        let late_flags = w.gap(&f_flags.to_be_bytes());
        let f_ext_flags = if (i64::from(f_flags) & 129) == 128 {
            let mut f_ext_flags: u8 = self.unknown_ext_flags.unwrap_or(0);
            rt::sink::left_out(f_ext_flags & (3) != 0, unfiltered_site::ext_flags)?;
            if self.marks_static_row {
                f_ext_flags |= 1;
            }
            if self.has_shadowable_deletion {
                f_ext_flags |= 2;
            }
            rt::sink::demand(
                if p_awaits_static { ((i64::from(f_ext_flags) & 1) != 0) } else { ((i64::from(f_ext_flags) & 1) == 0) },
                "a valid value",
                unfiltered_site::ext_flags,
            )?;
            w.put(&f_ext_flags.to_be_bytes());
            Some(f_ext_flags)
        } else {
            rt::sink::left_out(
                self.unknown_ext_flags.unwrap_or(0) != 0 || self.marks_static_row || self.has_shadowable_deletion,
                unfiltered_site::ext_flags,
            )?;
            None
        };
        st.prev_unfiltered_size = (if ((i64::from(f_flags) & 129) == 128)
            && ((i64::from(rt::sink::present(f_ext_flags, unfiltered_site::ext_flags)?) & 1) != 0)
        {
            0i64
        } else {
            rt::sink::in_range((st.this_start).checked_sub(st.prev_start), unfiltered_site::ext_flags)?
        });
        Ok(UnfilteredFrame {
            f_flags,
            i_is_end: ((i64::from(f_flags) & 1) != 0),
            i_is_marker: ((i64::from(f_flags) & 2) != 0),
            i_is_static: (((i64::from(f_flags) & 129) == 128)
                && ((i64::from(rt::sink::present(f_ext_flags, unfiltered_site::ext_flags)?) & 1) != 0)),
            late_flags,
            ..Default::default()
        })
    }
}
