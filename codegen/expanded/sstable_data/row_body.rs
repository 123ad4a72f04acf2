// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    row_body_site : "row_body" in "sstable/sstable_data.ksy", line super::row_site::LAST
    + 4; prev_len 17; timestamp_delta 7; ttl_delta 5; local_deletion_time_delta 5;
    deletion 5; subset 4; cells 5;
}
/// What a row holds besides its clustering: its timestamp, its deletion, and its columns.
///
/// A row exists if it has a timestamp that has not expired, or any live cell. Rows that were made by UPDATE have no timestamp, and vanish
/// with their last cell.
///
/// Specification: `row_body` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.serializeRowBody.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowBody {
    /// The row's timestamp in microseconds since 1970.
    pub timestamp: Option<i64>,
    /// The TTL of the row's timestamp in seconds.
    pub ttl: Option<i64>,
    /// When the row's timestamp expires, in seconds since 1970.
    pub local_deletion_time: Option<i64>,
    /// The deletion of the row: of what was written up to its time.
    pub deletion: Option<DeltaDeletionTime>,
    /// The columns of the header in their order, those that the row does not have among them; they take no bytes.
    pub cells: Vec<ColumnData>,
}
impl RowBody {
    /// Reads one.
    pub fn decode(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> rt::ReadResult<Self> {
        let head = RowBodyRef::read(r, cx, p_flags, p_is_static)?;
        let i_columns = (if p_is_static { &cx.h.static_columns.columns } else { &cx.h.regular_columns.columns });
        let f_cells = rt::array::collect(i_columns.len() as i64, 0, r, row_body_site::cells, |r, index| {
            {
                let arg2 = &r.in_range(rt::array::element(&i_columns, index), row_body_site::cells)?.column_type;
                ColumnData::decode(r, cx, index, arg2, p_flags, head.subset.as_ref())
            }
            .within(row_body_site::cells)
        })?;
        Ok(Self {
            timestamp: head.timestamp,
            ttl: head.ttl,
            local_deletion_time: head.local_deletion_time,
            deletion: head.deletion.as_ref().map(|v| v.to_model()).transpose()?,
            cells: f_cells,
        })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> rt::ReadResult<()> {
        let head = RowBodyRef::read(r, cx, p_flags, p_is_static)?;
        let i_columns = (if p_is_static { &cx.h.static_columns.columns } else { &cx.h.regular_columns.columns });
        let count = rt::array::count(r, i_columns.len() as i64, 0, row_body_site::cells)?;
        for index in 0..count as i64 {
            let _ = {
                let arg2 = &r.in_range(rt::array::element(&i_columns, index), row_body_site::cells)?.column_type;
                ColumnData::skip(r, cx, index, arg2, p_flags, head.subset.as_ref())
            }
            .within(row_body_site::cells)?;
        }
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let head = RowBodyRef::read(r, cx, p_flags, p_is_static)?;
        if v.row_body(&head)? == rt::Flow::Skip {
            let i_columns = (if p_is_static { &cx.h.static_columns.columns } else { &cx.h.regular_columns.columns });
            let count = rt::array::count(r, i_columns.len() as i64, 0, row_body_site::cells)?;
            for index in 0..count as i64 {
                let _ = {
                    let arg2 = &r.in_range(rt::array::element(&i_columns, index), row_body_site::cells)?.column_type;
                    ColumnData::skip(r, cx, index, arg2, p_flags, head.subset.as_ref())
                }
                .within(row_body_site::cells)?;
            }
            return Ok(rt::Flow::Skip);
        }
        let i_columns = (if p_is_static { &cx.h.static_columns.columns } else { &cx.h.regular_columns.columns });
        if head.subset.is_none() {
            let f_subset = None;
            for (index, element) in i_columns.iter().enumerate() {
                let index = index as i64;
                ColumnData::visit(r, cx, index, &element.column_type, p_flags, f_subset.as_ref(), v)?;
            }
        } else {
            for (index, element) in i_columns.iter().enumerate() {
                let index = index as i64;
                ColumnData::visit(r, cx, index, &element.column_type, p_flags, head.subset.as_ref(), v)?;
            }
        }
        v.end_row_body()?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<()> {
        let f_prev_len = rt::sink::narrow::<u64, _>(st.prev_unfiltered_size, row_body_site::prev_len)?;
        rt::UvintCodec::write(w, &f_prev_len, row_body_site::prev_len)?;
        let f_timestamp_delta: Option<u64> =
            rt::sink::agreed(self.timestamp, (p_flags & 4) != 0, row_body_site::timestamp_delta)?
                .map(|v| v.wrapping_sub(cx.h.min_timestamp) as u64);
        if let Some(v) = f_timestamp_delta {
            rt::UvintCodec::write(w, &v, row_body_site::timestamp_delta)?;
        }
        let f_ttl_delta: Option<u64> = rt::sink::agreed(self.ttl, (p_flags & 8) != 0, row_body_site::ttl_delta)?
            .map(|v| v.wrapping_sub(cx.h.min_ttl) as u64);
        if let Some(v) = f_ttl_delta {
            rt::UvintCodec::write(w, &v, row_body_site::ttl_delta)?;
        }
        let f_local_deletion_time_delta: Option<u64> =
            rt::sink::agreed(self.local_deletion_time, (p_flags & 8) != 0, row_body_site::local_deletion_time_delta)?
                .map(|v| v.wrapping_sub(cx.h.min_local_deletion_time) as u64);
        if let Some(v) = f_local_deletion_time_delta {
            rt::UvintCodec::write(w, &v, row_body_site::local_deletion_time_delta)?;
        }
        if let Some(v) = rt::sink::agreed(self.deletion.as_ref(), (p_flags & 16) != 0, row_body_site::deletion)? {
            v.encode(w, cx)?;
        }
        let i_columns = (if p_is_static { &cx.h.static_columns.columns } else { &cx.h.regular_columns.columns });
        let f_subset = if (p_flags & 32) == 0 {
            Some(rt::missing(
                self.cells.iter().map(|e| e.complex_deletion.is_some() || e.simple.is_some() || e.cells.is_some()),
            ))
        } else {
            None
        };
        if let Some(v) = &f_subset {
            rt::ColumnSubsetCodec::write(w, v, i_columns.len() as i64, row_body_site::subset)?;
        }
        rt::sink::exact(self.cells.len() as u64, i_columns.len() as i64, row_body_site::cells)?;
        for (index, e) in self.cells.iter().enumerate() {
            let index = index as i64;
            e.encode(
                w,
                cx,
                index,
                &rt::sink::in_range(rt::array::element(&i_columns, index), row_body_site::cells)?.column_type,
                p_flags,
                f_subset.as_ref(),
            )?;
        }
        Ok(())
    }
}
/// The head of a [`RowBody`], borrowed; fields without a text are described there.
#[derive(Debug, Clone)]
pub struct RowBodyRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Flags of the unfiltered.
    pub flags: i64,
    /// It is the static row.
    pub is_static: bool,
    /// Distance in bytes from the start of the unfiltered before this one to the start of this one, to go through a partition backwards.
    /// For the first one of a partition the distance from the partition's start, i.e. the length of key, deletion and static row. The
    /// static row itself has 0, and does not count as the one before.
    pub prev_len: u64,
    /// The row's timestamp less the header's `min_timestamp`, in microseconds.
    pub timestamp_delta: Option<u64>,
    /// The TTL of the row's timestamp less the header's `min_ttl`, in seconds.
    pub ttl_delta: Option<u64>,
    /// When the row's timestamp expires, less the header's `min_local_deletion_time`, in seconds.
    pub local_deletion_time_delta: Option<u64>,
    pub deletion: Option<DeltaDeletionTimeRef<'a>>,
    /// Which columns the row has, if not all.
    pub subset: Option<rt::ColumnSubset>,
    pub timestamp: Option<i64>,
    pub ttl: Option<i64>,
    pub local_deletion_time: Option<i64>,
}
impl<'a> RowBodyRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_prev_len = rt::UvintCodec::read(r, row_body_site::prev_len)?;
        let f_timestamp_delta =
            if (p_flags & 4) != 0 { Some(rt::UvintCodec::read(r, row_body_site::timestamp_delta)?) } else { None };
        let (f_ttl_delta, f_local_deletion_time_delta) = if (p_flags & 8) != 0 {
            let f_ttl_delta = rt::UvintCodec::read(r, row_body_site::ttl_delta)?;
            let f_local_deletion_time_delta = rt::UvintCodec::read(r, row_body_site::local_deletion_time_delta)?;
            (Some(f_ttl_delta), Some(f_local_deletion_time_delta))
        } else {
            (None, None)
        };
        let f_deletion = if (p_flags & 16) != 0 {
            Some(DeltaDeletionTimeRef::read(r, cx).within(row_body_site::deletion)?)
        } else {
            None
        };
        let i_columns = (if p_is_static { &cx.h.static_columns.columns } else { &cx.h.regular_columns.columns });
        let f_subset = if (p_flags & 32) == 0 {
            Some(rt::ColumnSubsetCodec::read(r, i_columns.len() as i64, row_body_site::subset)?)
        } else {
            None
        };
        let value_timestamp = f_timestamp_delta.map(|delta| (delta as i64).wrapping_add(cx.h.min_timestamp));
        let value_ttl = f_ttl_delta.map(|delta| (delta as i64).wrapping_add(cx.h.min_ttl));
        let value_local_deletion_time =
            f_local_deletion_time_delta.map(|delta| (delta as i64).wrapping_add(cx.h.min_local_deletion_time));
        Ok(RowBodyRef {
            begin,
            rest: *r,
            flags: p_flags,
            is_static: p_is_static,
            prev_len: f_prev_len,
            timestamp_delta: f_timestamp_delta,
            ttl_delta: f_ttl_delta,
            local_deletion_time_delta: f_local_deletion_time_delta,
            deletion: f_deletion,
            subset: f_subset.clone(),
            timestamp: value_timestamp,
            ttl: value_ttl,
            local_deletion_time: value_local_deletion_time,
        })
    }
    rt::sited!(row_body_site);
}
/// What stands in a [`RowBody`].
pub static ROW_BODY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&row_body_site::ALL, &["flags", "is_static"])
        .fields(&[
            t::native(t::Native::Uvint, &[]),
            t::native(t::Native::Uvint, &[]).when(&Of(Ne, &Of(BitAnd, &Name("flags"), &Int(4)), &Int(0))),
            t::native(t::Native::Uvint, &[]).when(&Of(Ne, &Of(BitAnd, &Name("flags"), &Int(8)), &Int(0))),
            t::native(t::Native::Uvint, &[]).when(&Of(Ne, &Of(BitAnd, &Name("flags"), &Int(8)), &Int(0))),
            t::of(&DELTA_DELETION_TIME_TABLE, &[]).when(&Of(Ne, &Of(BitAnd, &Name("flags"), &Int(16)), &Int(0))),
            t::native(t::Native::ColumnSubset, &[Member(&Name("columns"), "size")]).when(&Of(
                Eq,
                &Of(BitAnd, &Name("flags"), &Int(32)),
                &Int(0),
            )),
            t::of(
                &COLUMN_DATA_TABLE,
                &[Index, Member(&Element(&Name("columns"), &Index), "column_type"), Name("flags")],
            )
            .times(&Member(&Name("columns"), "size")),
        ])
        .values(&[
            t::value(
                "columns",
                If(
                    &Name("is_static"),
                    &Member(&Member(&Root("h"), "static_columns"), "columns"),
                    &Member(&Member(&Root("h"), "regular_columns"), "columns"),
                ),
            ),
            t::value("timestamp", Delta(&Name("timestamp_delta"), &Member(&Root("h"), "min_timestamp"))),
            t::value("ttl", Delta(&Name("ttl_delta"), &Member(&Root("h"), "min_ttl"))),
            t::value(
                "local_deletion_time",
                Delta(&Name("local_deletion_time_delta"), &Member(&Root("h"), "min_local_deletion_time")),
            ),
        ])
};
rt::reflect!(RowBody : timestamp, ttl, local_deletion_time, deletion, cells);
/// What is pushed of a [`RowBody`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct RowBodyParts {
    pub timestamp: Option<i64>,
    pub ttl: Option<i64>,
    pub local_deletion_time: Option<i64>,
    pub deletion: Option<DeltaDeletionTime>,
}
impl<'a> From<&RowBodyRef<'a>> for RowBodyParts {
    #[inline]
    fn from(head: &RowBodyRef<'a>) -> Self {
        RowBodyParts {
            timestamp: head.timestamp,
            ttl: head.ttl,
            local_deletion_time: head.local_deletion_time,
            deletion: head.deletion.as_ref().map(Into::into),
        }
    }
}
impl RowBodyParts {
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        p_flags: i64,
        p_is_static: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<RowBodyFrame<'p>> {
        let f_prev_len = rt::sink::narrow::<u64, _>(st.prev_unfiltered_size, row_body_site::prev_len)?;
        rt::UvintCodec::write(w, &f_prev_len, row_body_site::prev_len)?;
        let f_timestamp_delta: Option<u64> = self.timestamp.map(|v| v.wrapping_sub(cx.h.min_timestamp) as u64);
        if let Some(v) = f_timestamp_delta {
            rt::UvintCodec::write(w, &v, row_body_site::timestamp_delta)?;
        }
        let f_ttl_delta: Option<u64> = self.ttl.map(|v| v.wrapping_sub(cx.h.min_ttl) as u64);
        if let Some(v) = f_ttl_delta {
            rt::UvintCodec::write(w, &v, row_body_site::ttl_delta)?;
        }
        let f_local_deletion_time_delta: Option<u64> =
            self.local_deletion_time.map(|v| v.wrapping_sub(cx.h.min_local_deletion_time) as u64);
        if let Some(v) = f_local_deletion_time_delta {
            rt::UvintCodec::write(w, &v, row_body_site::local_deletion_time_delta)?;
        }
        if let Some(v) = self.deletion {
            let v = &v;
            v.encode(w, cx)?;
        }
        let late_subset = w.hole(2);
        Ok(RowBodyFrame {
            p_flags,
            i_columns: (if p_is_static { &cx.h.static_columns.columns } else { &cx.h.regular_columns.columns }),
            has_timestamp_delta: self.timestamp.is_some(),
            has_ttl_delta: self.ttl.is_some(),
            has_local_deletion_time_delta: self.local_deletion_time.is_some(),
            has_deletion: self.deletion.is_some(),
            late_subset,
            ..Default::default()
        })
    }
}
