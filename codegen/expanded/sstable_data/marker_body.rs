// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    marker_body_site : "marker_body" in "sstable/sstable_data.ksy", line
    super::marker_site::LAST + 10; prev_len 10; deletion 4; start_deletion 3;
}
/// The deletion of the range, or of the two ranges that meet. A start and its end tell the same deletion.
///
/// Specification: `marker_body` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.rows.UnfilteredSerializer.serialize.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MarkerBody {
    /// The deletion of the range; at a boundary that of the range that ends.
    pub deletion: DeltaDeletionTime,
    /// The deletion of the range that starts.
    pub start_deletion: Option<DeltaDeletionTime>,
}
impl MarkerBody {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>, p_is_boundary: bool) -> rt::ReadResult<Self> {
        let head = MarkerBodyRef::read(r, cx, p_is_boundary)?;
        Ok(Self {
            deletion: head.deletion.to_model()?,
            start_deletion: head.start_deletion.as_ref().map(|v| v.to_model()).transpose()?,
        })
    }
    /// Reads one and sends what it holds to a visitor.
    #[inline(always)]
    pub fn visit<'a, V: SstableDataVisitor<'a>>(
        r: &mut rt::Reader<'a>,
        cx: &SstableDataParams<'_>,
        p_is_boundary: bool,
        v: &mut V,
    ) -> Result<rt::Flow, V::Error> {
        let head = MarkerBodyRef::read(r, cx, p_is_boundary)?;
        v.marker_body(&head)?;
        Ok(rt::Flow::Continue)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_is_boundary: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<()> {
        MarkerBodyParts::from(self).encode(w, cx, p_is_boundary, st)
    }
}
/// The head of a [`MarkerBody`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct MarkerBodyRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// One range ends and another starts here.
    pub is_boundary: bool,
    /// Distance in bytes from the start of the unfiltered before this one, as in rows.
    pub prev_len: u64,
    pub deletion: DeltaDeletionTimeRef<'a>,
    pub start_deletion: Option<DeltaDeletionTimeRef<'a>>,
}
impl<'a> MarkerBodyRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableDataParams<'_>, p_is_boundary: bool) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_prev_len = rt::UvintCodec::read(r, marker_body_site::prev_len)?;
        let f_deletion = DeltaDeletionTimeRef::read(r, cx).within(marker_body_site::deletion)?;
        let f_start_deletion = if p_is_boundary {
            Some(DeltaDeletionTimeRef::read(r, cx).within(marker_body_site::start_deletion)?)
        } else {
            None
        };
        Ok(MarkerBodyRef {
            begin,
            is_boundary: p_is_boundary,
            prev_len: f_prev_len,
            deletion: f_deletion,
            start_deletion: f_start_deletion,
        })
    }
    rt::sited!(marker_body_site);
}
/// What stands in a [`MarkerBody`].
pub static MARKER_BODY_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&marker_body_site::ALL, &["is_boundary"]).fields(&[
        t::native(t::Native::Uvint, &[]),
        t::of(&DELTA_DELETION_TIME_TABLE, &[]),
        t::of(&DELTA_DELETION_TIME_TABLE, &[]).when(&Name("is_boundary")),
    ])
};
rt::reflect!(MarkerBody : deletion, start_deletion);
/// What is pushed of a [`MarkerBody`], borrowed; its fields are described there.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct MarkerBodyParts {
    pub deletion: DeltaDeletionTime,
    pub start_deletion: Option<DeltaDeletionTime>,
}
impl<'a> From<&MarkerBodyRef<'a>> for MarkerBodyParts {
    #[inline]
    fn from(head: &MarkerBodyRef<'a>) -> Self {
        MarkerBodyParts {
            deletion: (&head.deletion).into(),
            start_deletion: head.start_deletion.as_ref().map(Into::into),
        }
    }
}
impl<'a> From<&'a MarkerBody> for MarkerBodyParts {
    #[inline]
    fn from(model: &'a MarkerBody) -> Self {
        MarkerBodyParts { deletion: model.deletion, start_deletion: model.start_deletion }
    }
}
impl MarkerBodyParts {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(
        &self,
        w: &mut S,
        cx: &SstableDataParams<'_>,
        p_is_boundary: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<()> {
        let f_prev_len = rt::sink::narrow::<u64, _>(st.prev_unfiltered_size, marker_body_site::prev_len)?;
        rt::UvintCodec::write(w, &f_prev_len, marker_body_site::prev_len)?;
        self.deletion.encode(w, cx)?;
        if let Some(v) = rt::sink::agreed(self.start_deletion, p_is_boundary, marker_body_site::start_deletion)? {
            let v = &v;
            v.encode(w, cx)?;
        }
        Ok(())
    }
    #[inline(always)]
    fn open<'p>(
        &self,
        w: &mut rt::push::Stack,
        cx: &SstableDataParams<'p>,
        p_is_boundary: bool,
        st: &mut PartitionRegisters,
    ) -> rt::WriteResult<MarkerBodyFrame> {
        self.encode(w, cx, p_is_boundary, st)?;
        Ok(MarkerBodyFrame {})
    }
}
