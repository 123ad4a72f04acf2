//! Goes through the data, partition by partition, and goes on behind damage where the index tells of a partition.

use cqlite_format::data::{MarkerRef, PartitionRef, RowRef, UnfilteredRef};
use cqlite_runtime::{ReadError, ReadErrorKind, Reader, Site};
use cqlite_sstable::compress::{ChunkError, DataCursor, DataSource};

use super::checker::Checker;
use super::place::Spot;
use super::DATA;
use crate::source::store_error;
use crate::{Check, Finding, Severity, Stage, VerifyError};

/// Bytes between two looks at whether to go on.
const STEP: u64 = 1 << 20;

/// How reading a part of the data went.
enum Outcome<T> {
    /// It was read.
    Done(T),
    /// It cannot be; it may go on with a partition at this position or behind it.
    Broken(u64),
}

/// What an unfiltered was.
#[derive(PartialEq, Eq)]
enum Kind {
    Item,
    End,
}

/// What keeps an item from being read.
struct Fault {
    /// Path of the field that `error` is in.
    prefix: &'static str,
    error: ReadError,
    /// Nothing has been done with the item yet: it may be tried again with more bytes.
    is_early: bool,
}

impl Fault {
    fn early(prefix: &'static str) -> impl Fn(ReadError) -> Self {
        move |error| Fault { prefix, error, is_early: true }
    }

    fn late(prefix: &'static str) -> impl Fn(ReadError) -> Self {
        move |error| Fault { prefix, error, is_early: false }
    }
}

/// The lengths of bodies, which errors name when the bytes end before the body does.
static LEN_ROW: Site = Site { owner: "row", field: "len_body", file: "sstable/sstable_data.ksy", line: 0 };
static LEN_MARKER: Site = Site { owner: "marker", field: "len_body", file: "sstable/sstable_data.ksy", line: 0 };

/// Reads all partitions; whether none was left out.
pub(super) fn run(checker: &mut Checker<'_, '_>, data: &DataSource) -> Result<bool, VerifyError> {
    let mut scan = Scan { checker, data, cursor: data.cursor(0) };
    let len = data.len();
    let (mut at, mut next_tick, mut is_whole) = (0, 0, true);
    while at < len {
        if at >= next_tick {
            next_tick = at + STEP;
            scan.checker.log.tick(Stage::Rows, at, len)?;
        }
        scan.cursor.seek(at);
        let failures = scan.checker.log.failures();
        at = match scan.partition(at)? {
            Outcome::Done(end) => end,
            Outcome::Broken(from) => {
                is_whole = false;
                debug_assert!(scan.checker.log.failures() > failures, "what breaks is reported");
                scan.checker.partition_breaks();
                match scan.checker.pairing.skip_to(from.max(at + 1), scan.checker.log)? {
                    Some(next) => next,
                    None => {
                        if from < len {
                            let why = "rows behind damage could not be found, for no index tells where";
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
    cursor: DataCursor,
}

impl Scan<'_, '_, '_> {
    /// Reads the partition at a position; where it ends.
    fn partition(&mut self, begin: u64) -> Result<Outcome<u64>, VerifyError> {
        self.checker.spot = Spot::Head;
        self.checker.key.clear();
        let schema = self.checker.schema;
        let head = self.item(|checker, r| {
            let head = PartitionRef::read(r, &schema.params()).map_err(Fault::early(""))?;
            Ok(checker.partition(&head))
        })?;
        match head {
            Outcome::Done(result) => result?,
            Outcome::Broken(from) => return Ok(Outcome::Broken(from)),
        }
        if schema.has_static() {
            self.checker.spot = Spot::Static;
            match self.item(unfiltered)? {
                Outcome::Done((Kind::Item, _)) => {}
                Outcome::Done((Kind::End, end)) => {
                    let message = "the partition ends where its static row should be";
                    self.checker.find(Severity::Error, Check::Rows, end - 1, "flags", message);
                    return Ok(Outcome::Broken(begin + 1));
                }
                Outcome::Broken(from) => return Ok(Outcome::Broken(from)),
            }
        }
        self.checker.head_ends(self.cursor.position());
        loop {
            match self.item(unfiltered)? {
                Outcome::Done((Kind::Item, _)) => {}
                Outcome::Done((Kind::End, end)) => return Ok(Outcome::Done(end)),
                Outcome::Broken(from) => return Ok(Outcome::Broken(from)),
            }
        }
    }

    /// Reads one item, with more of the data for as long as it is cut off.
    fn item<T>(
        &mut self,
        mut read: impl FnMut(&mut Checker<'_, '_>, &mut Reader<'_>) -> Result<T, Fault>,
    ) -> Result<Outcome<T>, VerifyError> {
        let begin = self.cursor.position();
        loop {
            let mut r = Reader::with_base(self.cursor.data(), begin);
            let Fault { prefix, error, is_early } = match read(self.checker, &mut r) {
                Ok(value) => {
                    let taken = r.pos() as usize;
                    self.cursor.consume(taken);
                    return Ok(Outcome::Done(value));
                }
                Err(fault) => fault,
            };
            let wanted = if is_early { self.wanted(begin, &error) } else { None };
            match wanted {
                Some(wanted) if wanted as u64 <= self.checker.log.options.max_len => match self.more(wanted)? {
                    None => continue,
                    Some(from) => return Ok(Outcome::Broken(from)),
                },
                Some(wanted) => {
                    let message = format!("{wanted} bytes are more than are read at once");
                    self.checker.find(Severity::Warning, Check::Rows, begin, prefix, message);
                }
                None => self.checker.undecodable(prefix, &error),
            }
            return Ok(Outcome::Broken(self.checker.begin + 1));
        }
    }

    /// How many bytes from `begin` on it would take, if the error is that those at hand end too early, and there may be more.
    fn wanted(&self, begin: u64, e: &ReadError) -> Option<usize> {
        let ReadErrorKind::UnexpectedEnd { needed, available } = *e.kind() else { return None };
        let end = self.cursor.end_position();
        let total = e.offset().checked_sub(begin)?.checked_add(needed)?;
        // No row goes over the start of the next partition.
        let next = self.checker.pairing.next_position().filter(|_| self.checker.spot != Spot::Head);
        let limit = next.unwrap_or(u64::MAX).max(end).min(self.data.len());
        let is_cut_off = !self.cursor.is_at_end() && e.offset().saturating_add(available) == end;
        let fits = begin.saturating_add(total) <= limit;
        usize::try_from(total).ok().filter(|_| is_cut_off && fits)
    }

    /// Takes more of the data; where to go on if that fails.
    fn more(&mut self, wanted: usize) -> Result<Option<u64>, VerifyError> {
        let e = match self.cursor.fill_to(wanted.max(self.cursor.data().len() + 1)) {
            Ok(_) => return Ok(None),
            Err(e) => e,
        };
        let mut finding = Finding::error(Check::Chunks, DATA, "").file(e.offset().unwrap_or(0)).field(e.path());
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
        let chunk = self.data.chunk_at(self.cursor.end_position());
        let behind = self.data.position_of(chunk).saturating_add(u64::from(self.data.chunk_length()));
        Ok(Some(behind))
    }
}

/// Reads one unfiltered, and where it ends.
fn unfiltered(checker: &mut Checker<'_, '_>, r: &mut Reader<'_>) -> Result<(Kind, u64), Fault> {
    let params = checker.schema.params();
    let head = UnfilteredRef::read(r, &params).map_err(Fault::early(""))?;
    if head.is_end {
        if checker.spot != Spot::Static {
            checker.partition_ends(&head, r.offset());
        }
        return Ok((Kind::End, r.offset()));
    }
    // Nothing is done before the whole of it is at hand.
    if head.is_marker {
        let marker = MarkerRef::read(r, &params).map_err(Fault::early("body."))?;
        let body = r.sub(marker.len_body, &LEN_MARKER).map_err(Fault::early("body."))?;
        checker.marker(&head, &marker, body).map_err(Fault::late("body.body."))?;
    } else {
        let row = RowRef::read(r, &params, i64::from(head.flags), head.is_static).map_err(Fault::early("body."))?;
        let body = r.sub(row.len_body, &LEN_ROW).map_err(Fault::early("body."))?;
        checker.row(&head, &row, body).map_err(Fault::late("body.body."))?;
    }
    Ok((Kind::Item, r.offset()))
}
