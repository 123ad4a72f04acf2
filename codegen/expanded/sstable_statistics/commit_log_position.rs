// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    commit_log_position_site : "commit_log_position" in "sstable/sstable_statistics.ksy",
    line super::bin_site::LAST + 5; segment_id 4; position 3;
}
/// A place in the commit log of the node that wrote the SSTable.
///
/// Specification: `commit_log_position` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.commitlog.CommitLogPosition.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
#[derive(Default)]
pub struct CommitLogPosition {
    /// Number of the segment, as its file name has it; -1 if there is none.
    pub segment_id: i64,
    /// Offset in the segment in bytes.
    pub position: i32,
}
impl CommitLogPosition {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(12, commit_log_position_site::_self)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes)).map_err(|_| {
            at.error(
                rt::ReadErrorKind::UnexpectedEnd { needed: 12, available: bytes.len() as u64 },
                commit_log_position_site::_self,
            )
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let mut bytes = [0u8; 12];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice())).map_err(|_| {
            rt::WriteError::new(
                rt::WriteErrorKind::Expression { what: "numbers of another width" },
                commit_log_position_site::_self,
            )
        })?;
        w.put(&bytes);
        Ok(())
    }
}
/// The head of a [`CommitLogPosition`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogPositionRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub segment_id: i64,
    pub position: i32,
}
impl<'a> CommitLogPositionRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_segment_id = r.i64_be(commit_log_position_site::segment_id)?;
        let f_position = r.i32_be(commit_log_position_site::position)?;
        Ok(CommitLogPositionRef { lifetime: std::marker::PhantomData, segment_id: f_segment_id, position: f_position })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        96
    }
    pub fn to_model(&self) -> rt::ReadResult<CommitLogPosition> {
        Ok(CommitLogPosition { segment_id: self.segment_id, position: self.position })
    }
    rt::sited!(commit_log_position_site);
}
rt::element!(CommitLogPositionRef);
/// What stands in a [`CommitLogPosition`].
pub static COMMIT_LOG_POSITION_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&commit_log_position_site::ALL, &[]).fields(&[t::S8, t::S4])
};
rt::reflect!(CommitLogPosition : segment_id, position);
