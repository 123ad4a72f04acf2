// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    row_site : "row" in "sstable/sstable_data.ksy", line super::unfiltered_site::LAST +
    18; clustering 13; len_body 4; body 4;
}
/// A row, or the static row, which has no clustering.
///
/// Specification: `row` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.serialize.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// The row's clustering; of no bytes in tables without clustering columns.
    pub clustering: Option<common::ClusteringValues>,
    /// What the row holds.
    pub body: RowBody,
}
impl Row {
    /// Reads one.
    pub fn decode(
        r: &mut rt::Reader<'_>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> rt::ReadResult<Self> {
        let head = RowRef::read(r, cx, p_flags, p_is_static)?;
        let f_body = {
            let mut sub = r.sub(head.len_body, row_site::body)?;
            let value = RowBody::decode(&mut sub, cx, p_flags, p_is_static).within(row_site::body)?;
            sub.finish(row_site::body)?;
            value
        };
        Ok(Self {
            clustering: head
                .clustering
                .as_ref()
                .map(|v| {
                    (|| -> rt::ReadResult<_> {
                        let mut bytes = v.reader();
                        let value = common::ClusteringValues::decode(
                            &mut bytes,
                            cx.h.clustering_types.len() as i64,
                            &cx.h.clustering_types,
                        )
                        .within(row_site::clustering)?;
                        Ok(value)
                    })()
                })
                .transpose()?,
            body: f_body,
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
        let head = RowRef::read(r, cx, p_flags, p_is_static)?;
        let f_body = {
            let _ = r.sub(head.len_body, row_site::body)?;
        };
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        Self::visit_after(r, cx, p_flags, p_is_static, v, |_| Ok(rt::Flow::Continue))
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub(crate) fn visit_after<'a, V: SstableDataVisitor<'a>, B: FnOnce(&mut V) -> Result<rt::Flow, V::Error>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
        v: &mut V,
        before: B,
    ) -> Result<rt::Flow, V::Error> {
        let head = RowRef::read(r, cx, p_flags, p_is_static)?;
        let mut head = head;
        let mut stream = r.sub(head.len_body, row_site::body)?;
        head.rest = *r;
        if before(v)? == rt::Flow::Skip {
            return Ok(rt::Flow::Skip);
        }
        if v.row(&head)? == rt::Flow::Skip {
            return Ok(rt::Flow::Skip);
        }
        {
            let mut sub = stream;
            let value = RowBody::visit(&mut sub, cx, p_flags, p_is_static, v)?;
            if value == rt::Flow::Continue {
                sub.finish(row_site::body)?;
            }
            value
        };
        v.end_row()?;
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
        if let Some(v) = rt::sink::agreed(self.clustering.as_ref(), !(p_is_static), row_site::clustering)? {
            v.encode(w, cx.h.clustering_types.len() as i64, &cx.h.clustering_types)?;
        }
        let f_len_body = rt::sink::narrow::<u64, _>(
            {
                let mut counter = rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                let st = &mut st.clone();
                self.body.encode(w, cx, p_flags, p_is_static, st)?;
                (w.pos() - begin) as i64
            },
            row_site::len_body,
        )?;
        rt::UvintCodec::write(w, &f_len_body, row_site::len_body)?;
        self.body.encode(w, cx, p_flags, p_is_static, st)?;
        Ok(())
    }
}
/// The head of a [`Row`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct RowRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Flags of the unfiltered.
    pub flags: i64,
    /// It is the static row.
    pub is_static: bool,
    pub clustering: Option<common::ClusteringValuesSpan<'a>>,
    /// Length in bytes of all that follows, `prev_len` included, so that a row can be skipped.
    pub len_body: u64,
}
impl<'a> RowRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_flags: i64,
        p_is_static: bool,
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_clustering = if !(p_is_static) {
            Some(
                common::ClusteringValuesSpan::pass(r, cx.h.clustering_types.len() as i64, &cx.h.clustering_types)
                    .within(row_site::clustering)?,
            )
        } else {
            None
        };
        let f_len_body = rt::UvintCodec::read(r, row_site::len_body)?;
        Ok(RowRef {
            begin,
            rest: *r,
            flags: p_flags,
            is_static: p_is_static,
            clustering: f_clustering,
            len_body: f_len_body,
        })
    }
    rt::sited!(row_site);
}
/// What stands in a [`Row`].
pub static ROW_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&row_site::ALL, &["flags", "is_static"]).fields(&[
        t::of(
            &common::CLUSTERING_VALUES_TABLE,
            &[Member(&Member(&Root("h"), "clustering_types"), "size"), Member(&Root("h"), "clustering_types")],
        )
        .when(&Not(&Name("is_static"))),
        t::native(t::Native::Uvint, &[]),
        t::of(&ROW_BODY_TABLE, &[Name("flags"), Name("is_static")])
            .sized(t::Size::Bytes(&Member(&Name("len_body"), "value"))),
    ])
};
rt::reflect!(Row : clustering, body);
/// What is pushed of a [`Row`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default)]
pub struct RowParts<'a> {
    pub clustering: Option<common::ClusteringValuesLazy<'a>>,
}
impl<'a> From<&RowRef<'a>> for RowParts<'a> {
    #[inline]
    fn from(head: &RowRef<'a>) -> Self {
        RowParts { clustering: head.clustering.as_ref().map(Into::into) }
    }
}
impl RowParts<'_> {
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        p_flags: i64,
        p_is_static: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<RowFrame> {
        if let Some(v) = rt::sink::agreed(self.clustering, !(p_is_static), row_site::clustering)? {
            let v = &v;
            v.encode(w, cx.h.clustering_types.len() as i64, &cx.h.clustering_types)?;
        }
        let late_len_body = w.hole(1);
        Ok(RowFrame { p_flags, p_is_static, late_len_body, ..Default::default() })
    }
}
