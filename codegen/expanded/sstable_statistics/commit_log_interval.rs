// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    commit_log_interval_site : "commit_log_interval" in "sstable/sstable_statistics.ksy",
    line super::commit_log_intervals_site::LAST + 5; lower 4; upper 3;
}
/// One interval.
///
/// Specification: `commit_log_interval` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.commitlog.IntervalSet.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
#[derive(Default)]
pub struct CommitLogInterval {
    /// Where it starts.
    pub lower: CommitLogPosition,
    /// Where it ends.
    pub upper: CommitLogPosition,
}
impl CommitLogInterval {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(24, commit_log_interval_site::_self)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes)).map_err(|_| {
            at.error(
                rt::ReadErrorKind::UnexpectedEnd { needed: 24, available: bytes.len() as u64 },
                commit_log_interval_site::_self,
            )
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let mut bytes = [0u8; 24];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice())).map_err(|_| {
            rt::WriteError::new(
                rt::WriteErrorKind::Expression { what: "numbers of another width" },
                commit_log_interval_site::_self,
            )
        })?;
        w.put(&bytes);
        Ok(())
    }
}
/// The head of a [`CommitLogInterval`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogIntervalRef<'a> {
    pub lower: CommitLogPositionRef<'a>,
    pub upper: CommitLogPositionRef<'a>,
}
impl<'a> CommitLogIntervalRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_lower = CommitLogPositionRef::read(r).within(commit_log_interval_site::lower)?;
        let f_upper = CommitLogPositionRef::read(r).within(commit_log_interval_site::upper)?;
        Ok(CommitLogIntervalRef { lower: f_lower, upper: f_upper })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        192
    }
    pub fn to_model(&self) -> rt::ReadResult<CommitLogInterval> {
        Ok(CommitLogInterval { lower: self.lower.to_model()?, upper: self.upper.to_model()? })
    }
    rt::sited!(commit_log_interval_site);
}
rt::element!(CommitLogIntervalRef);
/// What stands in a [`CommitLogInterval`].
pub static COMMIT_LOG_INTERVAL_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&commit_log_interval_site::ALL, &[])
        .fields(&[t::of(&COMMIT_LOG_POSITION_TABLE, &[]), t::of(&COMMIT_LOG_POSITION_TABLE, &[])])
};
rt::reflect!(CommitLogInterval : lower, upper);
