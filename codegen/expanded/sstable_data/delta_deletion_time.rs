// Written by `expand` from the specification sstable_data.ksy. Do not edit.
rt::sites! {
    delta_deletion_time_site : "delta_deletion_time" in "sstable/sstable_data.ksy", line
    super::row_body_site::LAST + 21; mfda_delta 7; ldt_delta 4;
}
/// A deletion, relative to the times of the header. LIVE, which is met in columns of several cells, is no special case: its
/// timestamp -2^63 and its local deletion time (2^31 - 1, or 2^32 - 1 with has_uint_deletion_time) are stored as differences in wrapping
/// arithmetic, of 64 and of 32 bits; a negative difference of 32 bits is extended to 64 and takes 9 bytes.
///
/// Specification: `delta_deletion_time` in `sstable/sstable_data.ksy`. Cassandra: org.apache.cassandra.db.SerializationHeader.writeDeletionTime.
#[derive(Debug, Clone, PartialEq, Copy, Default)]
pub struct DeltaDeletionTime {
    /// What was written up to this time is deleted; in microseconds since 1970.
    pub marked_for_delete_at: i64,
    /// When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970, modulo 2^32.
    pub local_deletion_time: i64,
}
impl DeltaDeletionTime {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        DeltaDeletionTimeRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    #[inline(always)]
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableDataParams<'_>) -> rt::WriteResult<()> {
        let f_mfda_delta: u64 = self.marked_for_delete_at.wrapping_sub(cx.h.min_timestamp) as u64;
        rt::UvintCodec::write(w, &f_mfda_delta, delta_deletion_time_site::mfda_delta)?;
        let f_ldt_delta: u64 = self.local_deletion_time.wrapping_sub(cx.h.min_local_deletion_time) as u64;
        rt::UvintCodec::write(w, &f_ldt_delta, delta_deletion_time_site::ldt_delta)?;
        Ok(())
    }
}
/// The head of a [`DeltaDeletionTime`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct DeltaDeletionTimeRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// The deletion's timestamp less the header's `min_timestamp`, in microseconds.
    pub mfda_delta: u64,
    /// The local deletion time less the header's `min_local_deletion_time`, in seconds.
    pub ldt_delta: u64,
    pub marked_for_delete_at: i64,
    pub local_deletion_time: i64,
}
impl<'a> DeltaDeletionTimeRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableDataParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_mfda_delta = rt::UvintCodec::read(r, delta_deletion_time_site::mfda_delta)?;
        let f_ldt_delta = rt::UvintCodec::read(r, delta_deletion_time_site::ldt_delta)?;
        let value_marked_for_delete_at = (f_mfda_delta as i64).wrapping_add(cx.h.min_timestamp);
        let value_local_deletion_time = (f_ldt_delta as i64).wrapping_add(cx.h.min_local_deletion_time);
        Ok(DeltaDeletionTimeRef {
            lifetime: std::marker::PhantomData,
            mfda_delta: f_mfda_delta,
            ldt_delta: f_ldt_delta,
            marked_for_delete_at: value_marked_for_delete_at,
            local_deletion_time: value_local_deletion_time,
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<DeltaDeletionTime> {
        Ok(self.into())
    }
    rt::sited!(delta_deletion_time_site);
}
/// What stands in a [`DeltaDeletionTime`].
pub static DELTA_DELETION_TIME_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&delta_deletion_time_site::ALL, &[])
        .fields(&[t::native(t::Native::Uvint, &[]), t::native(t::Native::Uvint, &[])])
        .values(&[
            t::value("marked_for_delete_at", Delta(&Name("mfda_delta"), &Member(&Root("h"), "min_timestamp"))),
            t::value("local_deletion_time", Delta(&Name("ldt_delta"), &Member(&Root("h"), "min_local_deletion_time"))),
        ])
};
rt::reflect!(DeltaDeletionTime : marked_for_delete_at, local_deletion_time);
/// What is pushed of a [`DeltaDeletionTime`]: the model.
pub type DeltaDeletionTimeParts = DeltaDeletionTime;
impl<'a> From<&DeltaDeletionTimeRef<'a>> for DeltaDeletionTime {
    #[inline]
    fn from(head: &DeltaDeletionTimeRef<'a>) -> Self {
        DeltaDeletionTime {
            marked_for_delete_at: head.marked_for_delete_at,
            local_deletion_time: head.local_deletion_time,
        }
    }
}
