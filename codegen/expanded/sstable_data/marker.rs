// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    marker_site : "marker" in "sstable/sstable_data.ksy", line super::cell_site::LAST +
    19; bound 11; len_body 3; body 4;
}
/// A bound of a range tombstone: the start or the end of a range of clusterings that is deleted. Where one range ends and another starts
/// at the same place the two bounds are one marker, a boundary. Starts and ends take turns, so that in order there is at most one range
/// open.
///
/// Specification: `marker` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.rows.RangeTombstoneBoundMarker, org.apache.cassandra.db.rows.RangeTombstoneBoundaryMarker.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    /// Where it is.
    pub bound: common::ClusteringBound,
    /// The deletions.
    pub body: MarkerBody,
}
impl Marker {
    /// Of `bound` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(bound: common::ClusteringBound) -> Self {
        Self { bound, body: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        let f_bound = common::ClusteringBound::decode(r, &cx.h.clustering_types).within(marker_site::bound)?;
        let f_len_body = rt::UvintCodec::read(r, marker_site::len_body)?;
        let f_body = {
            let mut sub = r.sub(f_len_body, marker_site::body)?;
            let value = MarkerBody::decode(
                &mut sub,
                cx,
                (f_bound.kind == common::PrefixKind::ExclEndInclStartBoundary)
                    || (f_bound.kind == common::PrefixKind::InclEndExclStartBoundary),
            )
            .within(marker_site::body)?;
            sub.finish(marker_site::body)?;
            value
        };
        Ok(Self { bound: f_bound, body: f_body })
    }
    /// One range ends and another starts here.
    pub fn is_boundary(&self) -> bool {
        (self.bound.kind == common::PrefixKind::ExclEndInclStartBoundary)
            || (self.bound.kind == common::PrefixKind::InclEndExclStartBoundary)
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>) -> rt::ReadResult<()> {
        let head = MarkerRef::read(r, cx)?;
        let f_body = {
            let _ = r.sub(head.len_body, marker_site::body)?;
        };
        Ok(())
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        Self::visit_after(r, cx, v, |_| Ok(rt::Flow::Continue))
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub(crate) fn visit_after<'a, V: SstableDataVisitor<'a>, B: FnOnce(&mut V) -> Result<rt::Flow, V::Error>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        v: &mut V,
        before: B,
    ) -> Result<rt::Flow, V::Error> {
        let head = MarkerRef::read(r, cx)?;
        let mut head = head;
        let mut stream = r.sub(head.len_body, marker_site::body)?;
        head.rest = *r;
        if before(v)? == rt::Flow::Skip {
            return Ok(rt::Flow::Skip);
        }
        if v.marker(&head)? == rt::Flow::Skip {
            return Ok(rt::Flow::Skip);
        }
        {
            let mut sub = stream;
            let value = MarkerBody::visit(&mut sub, cx, head.is_boundary, v)?;
            if value == rt::Flow::Continue {
                sub.finish(marker_site::body)?;
            }
            value
        };
        v.end_marker()?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<()> {
        self.bound.encode(w, &cx.h.clustering_types)?;
        let f_len_body = rt::sink::narrow::<u64, _>(
            {
                let mut counter = rt::Counter::at(w.pos());
                let (begin, w) = (counter.pos(), &mut counter);
                let st = &mut st.clone();
                self.body.encode(
                    w,
                    cx,
                    (self.bound.kind == common::PrefixKind::ExclEndInclStartBoundary)
                        || (self.bound.kind == common::PrefixKind::InclEndExclStartBoundary),
                    st,
                )?;
                (w.pos() - begin) as i64
            },
            marker_site::len_body,
        )?;
        rt::UvintCodec::write(w, &f_len_body, marker_site::len_body)?;
        self.body.encode(
            w,
            cx,
            (self.bound.kind == common::PrefixKind::ExclEndInclStartBoundary)
                || (self.bound.kind == common::PrefixKind::InclEndExclStartBoundary),
            st,
        )?;
        Ok(())
    }
}
/// The head of a [`Marker`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct MarkerRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub bound: common::ClusteringBoundRef<'a>,
    /// Length in bytes of all that follows, `prev_len` included.
    pub len_body: u64,
    pub is_boundary: bool,
}
impl<'a> MarkerRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_bound = common::ClusteringBoundRef::read(r, &cx.h.clustering_types).within(marker_site::bound)?;
        let f_len_body = rt::UvintCodec::read(r, marker_site::len_body)?;
        let value_is_boundary = ((f_bound.kind == common::PrefixKind::ExclEndInclStartBoundary)
            || (f_bound.kind == common::PrefixKind::InclEndExclStartBoundary));
        Ok(MarkerRef { begin, rest: *r, bound: f_bound, len_body: f_len_body, is_boundary: value_is_boundary })
    }
    rt::sited!(marker_site);
}
/// What stands in a [`Marker`].
pub static MARKER_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&marker_site::ALL, &[])
        .fields(&[
            t::of(&common::CLUSTERING_BOUND_TABLE, &[Member(&Root("h"), "clustering_types")]),
            t::native(t::Native::Uvint, &[]),
            t::of(&MARKER_BODY_TABLE, &[Name("is_boundary")])
                .sized(t::Size::Bytes(&Member(&Name("len_body"), "value"))),
        ])
        .values(&[t::value(
            "is_boundary",
            Of(
                Or,
                &Of(Eq, &Member(&Name("bound"), "kind"), &Int(2)),
                &Of(Eq, &Member(&Name("bound"), "kind"), &Int(5)),
            ),
        )])
};
rt::reflect!(Marker : bound, body);
/// What is pushed of a [`Marker`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy)]
pub struct MarkerParts<'a> {
    pub bound: common::ClusteringBoundParts<'a>,
}
impl<'a> From<&MarkerRef<'a>> for MarkerParts<'a> {
    #[inline]
    fn from(head: &MarkerRef<'a>) -> Self {
        MarkerParts { bound: (&head.bound).into() }
    }
}
impl MarkerParts<'_> {
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<MarkerFrame> {
        self.bound.encode(w, &cx.h.clustering_types)?;
        let late_len_body = w.hole(0);
        Ok(MarkerFrame {
            i_is_boundary: ((self.bound.kind == common::PrefixKind::ExclEndInclStartBoundary)
                || (self.bound.kind == common::PrefixKind::InclEndExclStartBoundary)),
            late_len_body,
            ..Default::default()
        })
    }
}
impl<'a> MarkerParts<'a> {
    /// Of `bound` and what nobody need choose.
    pub fn new(bound: common::ClusteringBoundParts<'a>) -> Self {
        Self { bound }
    }
}
