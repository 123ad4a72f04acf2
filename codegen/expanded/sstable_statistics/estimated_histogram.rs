// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    estimated_histogram_site : "estimated_histogram" in "sstable/sstable_statistics.ksy",
    line super::stats_metadata_site::LAST + 202; num_buckets 6; buckets 6;
}
/// Counts of values in buckets whose bounds grow by a fifth from one to the next. A bucket counts the values above its lower bound, up to
/// the next bucket's lower bound. The last one counts all above; if it is not 0, the histogram has overflowed.
///
/// Specification: `estimated_histogram` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.utils.EstimatedHistogram.EstimatedHistogramSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EstimatedHistogram {
    /// The buckets, ascending.
    pub buckets: Vec<Bucket>,
}
impl EstimatedHistogram {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        EstimatedHistogramRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_num_buckets =
            rt::sink::narrow::<i32, _>(self.buckets.len() as i64, estimated_histogram_site::num_buckets)?;
        rt::sink::demand(
            i64::from(f_num_buckets) >= 1,
            "a value within its range",
            estimated_histogram_site::num_buckets,
        )?;
        w.put(&f_num_buckets.to_be_bytes());
        for e in self.buckets.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`EstimatedHistogram`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct EstimatedHistogramRef<'a> {
    /// Number of buckets.
    pub num_buckets: i32,
    pub buckets: rt::array::ArrayView<'a, BucketRef<'a>>,
}
impl<'a> EstimatedHistogramRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_buckets = r.i32_be(estimated_histogram_site::num_buckets)?;
        rt::ReadError::demand(
            i64::from(f_num_buckets) >= 1,
            &f_num_buckets,
            "a value within its range (Number of buckets.)",
            start,
            estimated_histogram_site::num_buckets,
        )?;
        let f_buckets = rt::array::ArrayView::<BucketRef<'_>>::take(
            r,
            i64::from(f_num_buckets),
            BucketRef::bits(()),
            (),
            estimated_histogram_site::buckets,
        )?;
        Ok(EstimatedHistogramRef { num_buckets: f_num_buckets, buckets: f_buckets })
    }
    pub fn to_model(&self) -> rt::ReadResult<EstimatedHistogram> {
        Ok(EstimatedHistogram { buckets: self.buckets.list(|e| e.to_model())? })
    }
    rt::sited!(estimated_histogram_site);
}
/// What stands in a [`EstimatedHistogram`].
pub static ESTIMATED_HISTOGRAM_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&estimated_histogram_site::ALL, &[])
        .fields(&[t::S4.least(1), t::of(&BUCKET_TABLE, &[]).times(&Name("num_buckets"))])
};
rt::reflect!(EstimatedHistogram : buckets);
