// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    commit_log_intervals_site : "commit_log_intervals" in
    "sstable/sstable_statistics.ksy", line super::commit_log_position_site::LAST + 3;
    num_intervals 4; intervals 6;
}
/// A set of intervals of the commit log.
///
/// Specification: `commit_log_intervals` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.commitlog.IntervalSet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommitLogIntervals {
    /// The intervals, ascending, without overlaps.
    pub intervals: Vec<CommitLogInterval>,
}
impl CommitLogIntervals {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        CommitLogIntervalsRef::read(r, cx)?.to_model()
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        let f_num_intervals =
            rt::sink::narrow::<i32, _>(self.intervals.len() as i64, commit_log_intervals_site::num_intervals)?;
        rt::sink::demand(
            i64::from(f_num_intervals) >= 0,
            "a value within its range",
            commit_log_intervals_site::num_intervals,
        )?;
        w.put(&f_num_intervals.to_be_bytes());
        for e in self.intervals.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`CommitLogIntervals`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogIntervalsRef<'a> {
    /// Number of intervals.
    pub num_intervals: i32,
    pub intervals: rt::array::ArrayView<'a, CommitLogIntervalRef<'a>>,
}
impl<'a> CommitLogIntervalsRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_intervals = r.i32_be(commit_log_intervals_site::num_intervals)?;
        rt::ReadError::demand(
            i64::from(f_num_intervals) >= 0,
            &f_num_intervals,
            "a value within its range (Number of intervals.)",
            start,
            commit_log_intervals_site::num_intervals,
        )?;
        let f_intervals = rt::array::ArrayView::<CommitLogIntervalRef<'_>>::take(
            r,
            i64::from(f_num_intervals),
            CommitLogIntervalRef::bits(()),
            (),
            commit_log_intervals_site::intervals,
        )?;
        Ok(CommitLogIntervalsRef { num_intervals: f_num_intervals, intervals: f_intervals })
    }
    pub fn to_model(&self) -> rt::ReadResult<CommitLogIntervals> {
        Ok(CommitLogIntervals { intervals: self.intervals.list(|e| e.to_model())? })
    }
    rt::sited!(commit_log_intervals_site);
}
/// What stands in a [`CommitLogIntervals`].
pub static COMMIT_LOG_INTERVALS_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&commit_log_intervals_site::ALL, &[])
        .fields(&[t::S4.least(0), t::of(&COMMIT_LOG_INTERVAL_TABLE, &[]).times(&Name("num_intervals"))])
};
rt::reflect!(CommitLogIntervals : intervals);
