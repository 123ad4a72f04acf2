// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    cell_site : "cell" in "sstable/sstable_data.ksy", line super::column_data_site::LAST
    + 28; flags 20; timestamp_delta 11; local_deletion_time_delta 5; ttl_delta 5; path 5;
    value 6;
}
/// A value with its timestamp. In a column of several cells it is one element or field, and has a path that says which.
///
/// A deleted cell has no value, an expiring one has a TTL and the time at which it will be a deleted one. A counter's value is a counter
/// context (values/counter_context.ksy).
///
/// Specification: `cell` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.rows.Cell.Serializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Flag 0x01 of `flags`.
    pub is_deleted: bool,
    /// Flag 0x02 of `flags`.
    pub is_expiring: bool,
    /// Flag 0x10 of `flags`.
    pub use_row_ttl: bool,
    /// The bits of `flags` that the version does not know, which are kept.
    pub unknown_flags: u8,
    /// The timestamp in microseconds since 1970, if it is not the row's.
    pub timestamp: Option<i64>,
    /// When the cell was deleted or expires, in seconds since 1970, if it is not the row's.
    pub local_deletion_time: Option<i64>,
    /// The TTL in seconds, if it is not the row's.
    pub ttl: Option<i64>,
    /// Which element or field: the key of a map; the element itself of a set, whose cells have empty values; a time UUID of a list, which
    /// gives the order; the index of a user type's field in two bytes.
    pub path: Option<common::BytesUvint>,
    /// The value. Elements and fields always have their length in front, whatever their own type, since it is the column's type that is
    /// asked for a fixed length.
    pub value: Option<common::CellValue>,
}
impl Cell {
    /// Reads one.
    pub fn decode(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &rt::CqlType,
    ) -> rt::ReadResult<Self> {
        let head = CellRef::read(r, cx, p_is_complex, p_idx, p_column_type)?;
        Ok(Self {
            is_deleted: head.flags & 1 != 0,
            is_expiring: head.flags & 2 != 0,
            use_row_ttl: head.flags & 16 != 0,
            unknown_flags: head.flags & !(31),
            timestamp: head.timestamp,
            local_deletion_time: head.local_deletion_time,
            ttl: head.ttl,
            path: head.path.as_ref().map(|v| v.to_model()).transpose()?,
            value: head.value.as_ref().map(|v| v.to_model()).transpose()?,
        })
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &rt::CqlType,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let head = CellRef::read(r, cx, p_is_complex, p_idx, p_column_type)?;
        v.cell(&head)?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &rt::CqlType,
    ) -> rt::WriteResult<()> {
        CellParts::from(self).encode(w, cx, p_is_complex, p_idx, p_column_type)
    }
}
/// The head of a [`Cell`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CellRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The column has several cells.
    pub is_complex: bool,
    /// Index of the column in the header.
    pub idx: i64,
    /// 0x01: the cell is deleted. 0x02: it expires. 0x04: its value has no bytes and is not stored. 0x08: its timestamp is the row's and
    /// is not stored. 0x10: TTL and expiration are the row's and are not stored.
    pub(crate) flags: u8,
    /// The timestamp less the header's `min_timestamp`, in microseconds.
    pub timestamp_delta: Option<u64>,
    /// When the cell was deleted or expires, less the header's `min_local_deletion_time`, in seconds.
    pub local_deletion_time_delta: Option<u64>,
    /// The TTL less the header's `min_ttl`, in seconds. Mind the order: in a cell the TTL comes last, in a row it comes first.
    pub ttl_delta: Option<u64>,
    pub path: Option<common::BytesUvintRef<'a>>,
    pub value: Option<common::CellValueRef<'a>>,
    pub timestamp: Option<i64>,
    pub local_deletion_time: Option<i64>,
    pub ttl: Option<i64>,
}
impl<'a> CellRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &rt::CqlType,
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_flags = r.u8(cell_site::flags)?;
        let f_timestamp_delta = if (i64::from(f_flags) & 8) == 0 {
            Some(rt::UvintCodec::read(r, cell_site::timestamp_delta)?)
        } else {
            None
        };
        let (f_local_deletion_time_delta, f_ttl_delta) = if ((i64::from(f_flags) & 3) != 0)
            || ((i64::from(f_flags) & 2) != 0)
        {
            rt::rarely();
            let f_local_deletion_time_delta = if ((i64::from(f_flags) & 3) != 0) && ((i64::from(f_flags) & 16) == 0) {
                Some(rt::UvintCodec::read(r, cell_site::local_deletion_time_delta)?)
            } else {
                None
            };
            let f_ttl_delta = if ((i64::from(f_flags) & 2) != 0) && ((i64::from(f_flags) & 16) == 0) {
                Some(rt::UvintCodec::read(r, cell_site::ttl_delta)?)
            } else {
                None
            };
            (f_local_deletion_time_delta, f_ttl_delta)
        } else {
            (None, None)
        };
        let f_path = if p_is_complex { Some(common::BytesUvintRef::read(r).within(cell_site::path)?) } else { None };
        let f_value = if (i64::from(f_flags) & 4) == 0 {
            Some(
                common::CellValueRef::read(r, if p_is_complex { -1i64 } else { i64::from(p_column_type.fixed_len) })
                    .within(cell_site::value)?,
            )
        } else {
            None
        };
        let value_timestamp = f_timestamp_delta.map(|delta| (delta as i64).wrapping_add(cx.h.min_timestamp));
        let value_local_deletion_time =
            f_local_deletion_time_delta.map(|delta| (delta as i64).wrapping_add(cx.h.min_local_deletion_time));
        let value_ttl = f_ttl_delta.map(|delta| (delta as i64).wrapping_add(cx.h.min_ttl));
        Ok(CellRef {
            begin,
            is_complex: p_is_complex,
            idx: p_idx,
            flags: f_flags,
            timestamp_delta: f_timestamp_delta,
            local_deletion_time_delta: f_local_deletion_time_delta,
            ttl_delta: f_ttl_delta,
            path: f_path,
            value: f_value,
            timestamp: value_timestamp,
            local_deletion_time: value_local_deletion_time,
            ttl: value_ttl,
        })
    }
    /// Flag 0x01 of `flags`.
    #[inline(always)]
    pub fn is_deleted(&self) -> bool {
        self.flags & 1 != 0
    }
    /// Flag 0x02 of `flags`.
    #[inline(always)]
    pub fn is_expiring(&self) -> bool {
        self.flags & 2 != 0
    }
    /// Flag 0x04 of `flags`.
    #[inline(always)]
    pub fn has_empty_value(&self) -> bool {
        self.flags & 4 != 0
    }
    /// Flag 0x08 of `flags`.
    #[inline(always)]
    pub fn use_row_timestamp(&self) -> bool {
        self.flags & 8 != 0
    }
    /// Flag 0x10 of `flags`.
    #[inline(always)]
    pub fn use_row_ttl(&self) -> bool {
        self.flags & 16 != 0
    }
    /// The bits of `flags` that the version does not know.
    #[inline(always)]
    pub fn unknown_flags(&self) -> u8 {
        self.flags & !31
    }
    /// The names of the bits of `flags` that are set.
    pub fn flags_set(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        rt::bits::named(
            u64::from(self.flags),
            31,
            &[
                (1, "is_deleted"),
                (2, "is_expiring"),
                (4, "has_empty_value"),
                (8, "use_row_timestamp"),
                (16, "use_row_ttl"),
            ],
        )
    }
    rt::sited!(cell_site);
}
/// What stands in a [`Cell`].
pub static CELL_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&cell_site::ALL, &["is_complex", "idx", "column_type"])
        .fields(&[
            t::U1,
            t::native(t::Native::Uvint, &[]).when(&Of(Eq, &Of(BitAnd, &Name("flags"), &Int(8)), &Int(0))),
            t::native(t::Native::Uvint, &[]).when(&Of(
                And,
                &Of(Ne, &Of(BitAnd, &Name("flags"), &Int(3)), &Int(0)),
                &Of(Eq, &Of(BitAnd, &Name("flags"), &Int(16)), &Int(0)),
            )),
            t::native(t::Native::Uvint, &[]).when(&Of(
                And,
                &Of(Ne, &Of(BitAnd, &Name("flags"), &Int(2)), &Int(0)),
                &Of(Eq, &Of(BitAnd, &Name("flags"), &Int(16)), &Int(0)),
            )),
            t::of(&common::BYTES_UVINT_TABLE, &[]).when(&Name("is_complex")),
            t::of(
                &common::CELL_VALUE_TABLE,
                &[If(&Name("is_complex"), &Int(-1), &Member(&Name("column_type"), "fixed_len"))],
            )
            .when(&Of(Eq, &Of(BitAnd, &Name("flags"), &Int(4)), &Int(0))),
        ])
        .values(&[
            t::value("timestamp", Delta(&Name("timestamp_delta"), &Member(&Root("h"), "min_timestamp"))),
            t::value(
                "local_deletion_time",
                Delta(&Name("local_deletion_time_delta"), &Member(&Root("h"), "min_local_deletion_time")),
            ),
            t::value("ttl", Delta(&Name("ttl_delta"), &Member(&Root("h"), "min_ttl"))),
        ])
};
rt::reflect!(Cell : timestamp, local_deletion_time, ttl, path, value);
/// What is pushed of a [`Cell`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct CellParts<'a> {
    pub is_deleted: bool,
    pub is_expiring: bool,
    pub use_row_ttl: bool,
    pub unknown_flags: u8,
    pub timestamp: Option<i64>,
    pub local_deletion_time: Option<i64>,
    pub ttl: Option<i64>,
    pub path: Option<common::BytesUvintParts<'a>>,
    pub value: Option<common::CellValueParts<'a>>,
}
impl<'a> From<&CellRef<'a>> for CellParts<'a> {
    #[inline]
    fn from(head: &CellRef<'a>) -> Self {
        CellParts {
            is_deleted: head.is_deleted(),
            is_expiring: head.is_expiring(),
            use_row_ttl: head.use_row_ttl(),
            unknown_flags: head.unknown_flags(),
            timestamp: head.timestamp,
            local_deletion_time: head.local_deletion_time,
            ttl: head.ttl,
            path: head.path.as_ref().map(Into::into),
            value: head.value.as_ref().map(Into::into),
        }
    }
}
impl<'a> From<&'a Cell> for CellParts<'a> {
    #[inline]
    fn from(model: &'a Cell) -> Self {
        CellParts {
            is_deleted: model.is_deleted,
            is_expiring: model.is_expiring,
            use_row_ttl: model.use_row_ttl,
            unknown_flags: model.unknown_flags,
            timestamp: model.timestamp,
            local_deletion_time: model.local_deletion_time,
            ttl: model.ttl,
            path: model.path.as_ref().map(Into::into),
            value: model.value.as_ref().map(Into::into),
        }
    }
}
impl CellParts<'_> {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &rt::CqlType,
    ) -> rt::WriteResult<()> {
        let mut f_flags: u8 = self.unknown_flags;
        rt::sink::left_out(f_flags & (31) != 0, cell_site::flags)?;
        if self.is_deleted {
            f_flags |= 1;
        }
        if self.is_expiring {
            f_flags |= 2;
        }
        if !(self.value.is_some()) {
            f_flags |= 4;
        }
        if !(self.timestamp.is_some()) {
            f_flags |= 8;
        }
        if self.use_row_ttl {
            f_flags |= 16;
        }
        let f_flags = f_flags;
        w.put(&f_flags.to_be_bytes());
        let f_timestamp_delta: Option<u64> = self.timestamp.map(|v| v.wrapping_sub(cx.h.min_timestamp) as u64);
        if let Some(v) = f_timestamp_delta {
            rt::UvintCodec::write(w, &v, cell_site::timestamp_delta)?;
        }
        let f_local_deletion_time_delta: Option<u64> = rt::sink::agreed(
            self.local_deletion_time,
            ((i64::from(f_flags) & 3) != 0) && ((i64::from(f_flags) & 16) == 0),
            cell_site::local_deletion_time_delta,
        )?
        .map(|v| v.wrapping_sub(cx.h.min_local_deletion_time) as u64);
        if let Some(v) = f_local_deletion_time_delta {
            rt::UvintCodec::write(w, &v, cell_site::local_deletion_time_delta)?;
        }
        let f_ttl_delta: Option<u64> = rt::sink::agreed(
            self.ttl,
            ((i64::from(f_flags) & 2) != 0) && ((i64::from(f_flags) & 16) == 0),
            cell_site::ttl_delta,
        )?
        .map(|v| v.wrapping_sub(cx.h.min_ttl) as u64);
        if let Some(v) = f_ttl_delta {
            rt::UvintCodec::write(w, &v, cell_site::ttl_delta)?;
        }
        if let Some(v) = rt::sink::agreed(self.path, p_is_complex, cell_site::path)? {
            let v = &v;
            v.encode(w)?;
        }
        if let Some(v) = self.value {
            let v = &v;
            v.encode(w, if p_is_complex { -1i64 } else { i64::from(p_column_type.fixed_len) })?;
        }
        Ok(())
    }
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        p_is_complex: bool,
        p_idx: i64,
        p_column_type: &'p rt::CqlType,
    ) -> rt::WriteResult<CellFrame> {
        self.encode(w, cx, p_is_complex, p_idx, p_column_type)?;
        Ok(CellFrame { has_timestamp_delta: self.timestamp.is_some(), has_value: self.value.is_some() })
    }
}
