//! Goes through the data, partition by partition, and goes on after damage where the index tells of a partition.

use cqlite_format::data::{PartitionCursor, Unfiltered};
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};
use cqlite_sstable::compress::{ChunkError, DataCursor, DataSource};

use super::checker::Checker;
use super::events::Halt;
use super::place::Leaf;
use super::DATA;
use crate::fields::FieldPath;
use crate::source::store_error;
use crate::{Check, Finding, Severity, Stage, VerifyError};

/// Bytes between two looks at whether to go on.
const STEP: u64 = 1 << 20;

/// How reading a part of the data went.
enum Outcome {
    /// It was read.
    Done,
    /// It cannot be; it may go on with a partition at this position or after it.
    Broken(u64),
}

/// Reads all partitions; whether none was left out.
pub(super) fn run(checker: &mut Checker<'_, '_>, data: &DataSource) -> Result<bool, VerifyError> {
    let mut scan = Scan { checker, data, window: data.cursor(0) };
    let len = data.len();
    let (mut at, mut next_tick, mut is_whole) = (0, 0, true);
    while at < len {
        if at >= next_tick {
            next_tick = at + STEP;
            scan.checker.log.tick(Stage::Rows, at, len)?;
        }
        scan.window.seek(at);
        let failures = scan.checker.log.failures();
        at = match scan.partition(at)? {
            Outcome::Done => scan.window.position(),
            Outcome::Broken(from) => {
                is_whole = false;
                debug_assert!(scan.checker.log.failures() > failures, "what breaks is reported");
                scan.checker.partition_breaks();
                match scan.checker.pairing.skip_to(from.max(at + 1), scan.checker.log)? {
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

struct Scan<'s, 't, 'r> {
    checker: &'s mut Checker<'t, 'r>,
    data: &'s DataSource,
    window: DataCursor,
}

impl Scan<'_, '_, '_> {
    /// Reads the partition at a position; the window is left at its end.
    fn partition(&mut self, begin: u64) -> Result<Outcome, VerifyError> {
        let mut cursor = PartitionCursor::default();
        self.checker.partition_begins(begin);
        while !cursor.is_done() {
            match self.step(&mut cursor)? {
                Outcome::Done => self.checker.goes_to(cursor, self.window.position()),
                broken => return Ok(broken),
            }
        }
        self.checker.partition_ends(self.window.position());
        Ok(Outcome::Done)
    }

    /// Takes one step of the cursor, with more of the data for as long as what it is about is cut off.
    fn step(&mut self, cursor: &mut PartitionCursor) -> Result<Outcome, VerifyError> {
        let (begin, params) = (self.window.position(), self.checker.schema.params);
        loop {
            let mut r = Reader::with_base(self.window.data(), begin);
            self.checker.has_begun = false;
            let error = match cursor.step(&mut r, &params, self.checker) {
                Ok(()) => {
                    let taken = usize::try_from(r.pos()).unwrap_or(usize::MAX);
                    self.window.consume(taken);
                    return Ok(Outcome::Done);
                }
                Err(Halt::Bytes(error)) => error,
                Err(Halt::Verify(e)) => return Err(*e),
            };
            match self.wanted(begin, &error) {
                Some(wanted) if wanted as u64 <= self.checker.log.options.max_len => match self.more(wanted)? {
                    None => continue,
                    Some(from) => return Ok(Outcome::Broken(from)),
                },
                Some(wanted) => {
                    let message = format!("{wanted} bytes are more than are read at once");
                    self.checker.find(Severity::Warning, Check::Rows, begin, Leaf::Whole, message);
                }
                None => {
                    let path = self.path(cursor, begin, &error);
                    self.checker.undecodable(path, &error);
                }
            }
            break;
        }
        Ok(Outcome::Broken(self.checker.begin + 1))
    }

    /// How many bytes from `begin` on it would take, if the error is that those at hand end too early, and there may be more.
    fn wanted(&self, begin: u64, e: &ReadError) -> Option<usize> {
        let ReadErrorKind::UnexpectedEnd { needed, available } = *e.kind() else { return None };
        let end = self.window.end_position();
        let total = e.offset().checked_sub(begin)?.checked_add(needed)?;
        // No row goes over the start of the next partition.
        let next = self.checker.pairing.next_position().filter(|_| !self.checker.is_at_head());
        let limit = next.unwrap_or(u64::MAX).max(end).min(self.data.len());
        // What has sent events is at hand as a whole: it cannot be read again.
        let is_cut_off = !self.checker.has_begun && !self.window.is_at_end();
        let is_last = e.offset().saturating_add(available) == end;
        let fits = begin.saturating_add(total) <= limit;
        usize::try_from(total).ok().filter(|_| is_cut_off && is_last && fits)
    }

    /// Path of the field that an error is about, from where the cursor stands. Events do not tell it, a model does.
    fn path(&self, cursor: &PartitionCursor, begin: u64, e: &ReadError) -> FieldPath {
        if cursor.field().is_whole() {
            return e.into();
        }
        let mut r = Reader::with_base(self.window.data(), begin);
        let is_static = self.checker.is_at_static_row();
        let decoded = Unfiltered::decode(&mut r, &self.checker.schema.params, is_static).err();
        let same = decoded.filter(|w| (w.kind(), w.offset()) == (e.kind(), e.offset()));
        same.as_ref().unwrap_or(e).into()
    }

    /// Takes more of the data; where to go on if that fails.
    fn more(&mut self, wanted: usize) -> Result<Option<u64>, VerifyError> {
        let e = match self.window.fill_to(wanted.max(self.window.data().len() + 1)) {
            Ok(_) => return Ok(None),
            Err(e) => e,
        };
        let mut finding =
            Finding::error(Check::Chunks, DATA, "").file(e.offset().unwrap_or(0)).field(FieldPath::told(e.path()));
        finding.message = match e {
            ChunkError::Io { source, .. } => return Err(store_error(DATA.name(), source)),
            ChunkError::Codec { source, .. } => source.to_string(),
            ChunkError::WrongLength { expected, found, .. } => {
                format!("the chunk holds {found} bytes, but {expected} by its place")
            }
            other => other.to_string(),
        };
        self.checker.log.find(finding);
        // What could be read is at hand, up to the chunk that could not.
        let chunk = self.data.chunk_at(self.window.end_position());
        let after = self.data.position_of(chunk).saturating_add(u64::from(self.data.chunk_length()));
        Ok(Some(after))
    }
}
