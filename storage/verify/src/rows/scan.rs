//! Goes through the data, partition by partition, and goes on after damage where the index has a partition.

use cqlite_format::data::Unfiltered;
use cqlite_runtime::{ReadError, ReadErrorKind};
use cqlite_sstable::compress::{ChunkError, DataCursor, DataSource};
use cqlite_sstable::reader::{PartitionReader, ScanError as _};

use super::checker::Checker;
use super::events::Halt;
use super::place::Leaf;
use super::DATA;
use crate::fields::FieldPath;
use crate::source::store_error;
use crate::{rule, Check, Finding, Stage, VerifyError};

/// Bytes between two looks at whether to go on.
pub(super) const STEP: u64 = 1 << 20;

/// How reading a part of the data went.
pub(super) enum Outcome {
    /// It was read.
    Done,
    /// It cannot be; it may go on with a partition at this position or after it.
    Broken(u64),
}

/// Reads all partitions; whether none was left out.
pub(super) fn run(checker: &mut Checker<'_, '_>, data: &DataSource) -> Result<bool, VerifyError> {
    let mut scan = Scan::new(checker, data);
    let len = data.len();
    let (mut at, mut next_tick, mut is_whole) = (0, 0, true);
    while at < len {
        if at >= next_tick {
            next_tick = at + STEP;
            scan.checker.log.tick(Stage::Rows, at, len)?;
        }
        let failures = scan.checker.log.failures();
        at = match scan.partition(at)? {
            Outcome::Done => scan.reader.position(),
            Outcome::Broken(from) => {
                is_whole = false;
                debug_assert!(scan.checker.log.failures() > failures, "what breaks is reported");
                scan.checker.partition_breaks();
                match scan.checker.index.skip_to(from.max(at + 1), scan.checker.log)? {
                    Some(next) => next,
                    None => {
                        if from < len {
                            let why = "rows after damage could not be found: no index tells where";
                            scan.checker.log.skip(&[Check::Rows], why);
                        }
                        break;
                    }
                }
            }
        };
    }
    scan.checker.log.tick(Stage::Rows, len, len)?;
    Ok(is_whole)
}

pub(super) struct Scan<'s, 't, 'r> {
    pub(super) checker: &'s mut Checker<'t, 'r>,
    reader: PartitionReader<'t>,
}

impl<'s, 't, 'r> Scan<'s, 't, 'r> {
    pub(super) fn new(checker: &'s mut Checker<'t, 'r>, data: &DataSource) -> Self {
        let reader = PartitionReader::over(data, checker.schema.params);
        Scan { checker, reader }
    }

    /// Where the reader stands.
    pub(super) fn reader_position(&self) -> u64 {
        self.reader.position()
    }

    /// Reads the partition at a position; the reader is left at its end.
    pub(super) fn partition(&mut self, begin: u64) -> Result<Outcome, VerifyError> {
        self.reader.seek(begin);
        self.checker.partition_begins(begin);
        while !self.reader.state().is_done() {
            self.checker.has_begun = false;
            match self.reader.step_with(self.checker, more) {
                Ok(()) => self.checker.goes_to(self.reader.state(), self.reader.position()),
                Err(halt) => return self.broken(halt).map(Outcome::Broken),
            }
        }
        self.checker.partition_ends(self.reader.position());
        Ok(Outcome::Done)
    }

    /// Reports what a partition breaks with; where another may begin.
    fn broken(&mut self, halt: Halt) -> Result<u64, VerifyError> {
        match halt {
            Halt::Bytes(error) => {
                let path = self.path(&error);
                self.checker.undecodable(path, &error);
            }
            Halt::TooLong(wanted) => {
                self.checker.find(rule::oversized_row(wanted), self.reader.position(), Leaf::Whole);
            }
            Halt::Chunk { error, after } => {
                self.checker.log.find(unreadable(error)?);
                return Ok(after);
            }
            Halt::Verify(e) => return Err(*e),
        }
        Ok(self.checker.begin + 1)
    }

    /// Path of the field that an error is about, from where the reader stands. Events do not have it, a model does.
    fn path(&self, e: &ReadError) -> FieldPath {
        if self.reader.state().field().is_whole() {
            return e.into();
        }
        let is_static = self.checker.is_at_static_row();
        let decoded = Unfiltered::decode(&mut self.reader.at_hand(), &self.checker.schema.params, is_static).err();
        let same = decoded.filter(|w| (w.kind(), w.offset()) == (e.kind(), e.offset()));
        same.as_ref().unwrap_or(e).into()
    }
}

/// Takes more of the data for as long as what is read is cut off. What has sent events is at hand as a whole: it cannot be read again.
fn more(checker: &mut Checker<'_, '_>, data: &mut DataCursor, halt: &Halt) -> Result<bool, Halt> {
    let Halt::Bytes(error) = halt else { return Ok(false) };
    let cut_off = !checker.has_begun && !data.is_at_end() && halt.is_cut_off(data.end_position());
    let Some(wanted) = wanted(checker, data, error).filter(|_| cut_off) else { return Ok(false) };
    if wanted as u64 > checker.log.options.limits.row {
        return Err(Halt::TooLong(wanted));
    }
    match data.fill_to(wanted.max(data.data().len() + 1)) {
        Ok(_) => Ok(true),
        Err(error) => {
            // What could be read is at hand, up to the chunk that could not.
            let chunks = data.source().chunks();
            Err(Halt::Chunk { error, after: chunks.end_of(chunks.chunk_at(data.end_position())) })
        }
    }
}

/// How many bytes from the reader's position on it would take, if there may be as many.
fn wanted(checker: &Checker<'_, '_>, data: &DataCursor, e: &ReadError) -> Option<usize> {
    let ReadErrorKind::UnexpectedEnd { needed, .. } = *e.kind() else { return None };
    let begin = data.position();
    let total = e.offset().checked_sub(begin)?.checked_add(needed)?;
    // No row goes over the start of the next partition, unless the index is what is doubted.
    let next = checker.index.next_position().filter(|_| !checker.is_at_head() && !checker.trusts_lengths);
    let limit = next.unwrap_or(u64::MAX).max(data.end_position()).min(data.source().len());
    usize::try_from(total).ok().filter(|_| begin.saturating_add(total) <= limit)
}

/// A chunk that cannot be read.
fn unreadable(e: ChunkError) -> Result<Finding, VerifyError> {
    let (offset, path) = (e.offset().unwrap_or(0), FieldPath::of_error(e.path()));
    let breach = match e {
        ChunkError::Io { source, .. } => return Err(store_error(DATA.name(), source)),
        ChunkError::Codec { source, .. } => rule::undecompressable_chunk(source),
        ChunkError::ChecksumMismatch { expected, found, .. } => {
            rule::chunk_checksum(format_args!("{found:#010x}"), format_args!("{expected:#010x}"))
        }
        ChunkError::WrongLength { expected, found, .. } => rule::wrong_chunk_length(found, expected),
        ChunkError::BlockChecksumMismatch { expected, found, .. } => {
            let what =
                format_args!("the checksum of the block is {found:#010x}, but {expected:#010x} is stored in CRC.db");
            rule::undecompressable_chunk(what)
        }
        ChunkError::Unproven { offset, len, .. } if offset >= len => {
            rule::undecompressable_chunk(format_args!("the chunk is missing: the file is cut off at {len}"))
        }
        ChunkError::Unproven { len, .. } => rule::undecompressable_chunk(format_args!(
            "the chunk has no checksum, or no room in the file's {len} bytes"
        )),
        other => rule::undecompressable_chunk(other),
    };
    Ok(breach.of(DATA).file(offset).field(path))
}
