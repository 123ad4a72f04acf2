// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.

__rt::sites! {
    commit_log_intervals_site : "commit_log_intervals" in
    "sstable/sstable_statistics.ksy", line super::commit_log_position_site::LAST + 3;
    num_intervals 4; intervals 6;
}
/// A set of intervals of the commit log.
///
/// Specification: `commit_log_intervals` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.commitlog.IntervalSet.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitLogIntervals {
    /// The intervals, ascending, without overlaps.
    pub intervals: Vec<CommitLogInterval>,
}
impl CommitLogIntervals {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let start = r.offset();
        let f_num_intervals = r.i32_be(commit_log_intervals_site::num_intervals)?;
        if !(i64::from(f_num_intervals) >= 0i64) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_intervals),
                expected: "a value within its range (Number of intervals.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        commit_log_intervals_site::num_intervals,
                    )
                    .into(),
            );
        }
        let v_intervals: __rt::array::ArrayView<'_, CommitLogIntervalRef<'_>> = __rt::array::ArrayView::take(
            &mut r.clone(),
            i64::from(f_num_intervals),
            CommitLogIntervalRef::bits(()),
            (),
            commit_log_intervals_site::intervals,
        )?;
        let f_intervals = {
            let count = __rt::array::count(
                r,
                i64::from(f_num_intervals),
                24,
                commit_log_intervals_site::intervals,
            )?;
            let mut all = __rt::array::reserve(count);
            for index in 0..count {
                let index = index as i64;
                all.push(
                    (|| -> __rt::error::Result<_> {
                        CommitLogInterval::decode(r)
                            .within(commit_log_intervals_site::intervals)
                    })()
                        .at_index(commit_log_intervals_site::intervals, index)?,
                );
            }
            all
        };
        Ok(Self { intervals: f_intervals })
    }
}
/// The head of a [`CommitLogIntervals`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogIntervalsRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Number of intervals.
    pub num_intervals: i32,
    /// The intervals, ascending, without overlaps.
    pub intervals: __rt::array::ArrayView<'a, CommitLogIntervalRef<'a>>,
}
impl<'a> CommitLogIntervalsRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_intervals = r.i32_be(commit_log_intervals_site::num_intervals)?;
        if !(i64::from(f_num_intervals) >= 0i64) {
            let kind = __rt::ReadErrorKind::Invalid {
                found: format!("{:?}", f_num_intervals),
                expected: "a value within its range (Number of intervals.)",
            };
            return Err(
                __rt::ReadError::new(
                        kind,
                        start,
                        commit_log_intervals_site::num_intervals,
                    )
                    .into(),
            );
        }
        let f_intervals = {
            let (count, bits, args) = (
                i64::from(f_num_intervals),
                CommitLogIntervalRef::bits(()),
                (),
            );
            __rt::array::ArrayView::<
                '_,
                CommitLogIntervalRef<'_>,
            >::take(r, count, bits, args, commit_log_intervals_site::intervals)?
        };
        Ok(CommitLogIntervalsRef {
            lifetime: std::marker::PhantomData,
            num_intervals: f_num_intervals,
            intervals: f_intervals,
        })
    }
    __rt::sited!(commit_log_intervals_site);
}
/// What stands in a [`CommitLogIntervals`].
pub static COMMIT_LOG_INTERVALS_TABLE: __rt::table::Table = {
    use __rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&commit_log_intervals_site::ALL, &[])
        .fields(
            &[
                t::int(t::Int::S4),
                t::of(&COMMIT_LOG_INTERVAL_TABLE, &[])
                    .repeat(t::Repeat::Count(&Name("num_intervals"))),
            ],
        )
};
__rt::reflect!(CommitLogIntervals : intervals);
impl CommitLogIntervals {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let f_num_intervals = __rt::sink::narrow::<
            i32,
            _,
        >(self.intervals.len() as i64, commit_log_intervals_site::num_intervals)?;
        if !(i64::from(f_num_intervals) >= 0i64) {
            return Err(
                __rt::WriteError::new(
                    __rt::WriteErrorKind::Invalid {
                        expected: "a value within its range",
                    },
                    commit_log_intervals_site::num_intervals,
                ),
            );
        }
        w.put(&f_num_intervals.to_be_bytes());
        for e in self.intervals.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
