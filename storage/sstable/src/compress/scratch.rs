use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::io::{IoError, ReadAt};

/// Buffer for stored bytes of sources that are not in memory, kept from chunk to chunk by one stream of reads.
///
/// With read-ahead it asks the store for more than the chunk at hand, and serves following chunks from that.
#[derive(Debug, Default)]
pub struct Scratch {
    buf: Vec<u8>,
    /// Part of the file that `buf` holds, from its start.
    holds: Range<u64>,
    /// Which reader's file that is.
    owner: u64,
    read_ahead: usize,
}

impl Scratch {
    /// A buffer that reads no more than asked: for point reads.
    #[must_use]
    pub fn new() -> Self {
        Scratch::default()
    }

    /// A buffer that reads `bytes` at once: for scans. Sources in memory are not affected.
    #[must_use]
    pub fn with_read_ahead(bytes: usize) -> Self {
        Scratch { read_ahead: bytes, ..Scratch::default() }
    }

    /// The bytes `from..from + len` of the source that belongs to the reader `owner`.
    pub(super) fn get<'s>(
        &'s mut self,
        source: &'s dyn ReadAt,
        owner: ReaderId,
        from: u64,
        len: usize,
    ) -> Result<&'s [u8], IoError> {
        let end = from.saturating_add(len as u64);
        let unexpected_end = || IoError::UnexpectedEnd { offset: from, wanted: len as u64, len: source.len() };
        if let Some(all) = source.as_slice() {
            let range = usize::try_from(from).ok().zip(usize::try_from(end).ok());
            return range.and_then(|(from, end)| all.get(from..end)).ok_or_else(unexpected_end);
        }
        if self.owner != owner.0 || from < self.holds.start || end > self.holds.end {
            if end > source.len() {
                return Err(unexpected_end());
            }
            let rest = usize::try_from(source.len() - from).unwrap_or(usize::MAX);
            let size = len.max(self.read_ahead.min(rest));
            if self.buf.len() < size {
                self.buf.resize(size, 0);
            }
            // Whatever fails on the way, what was held is gone.
            self.holds = 0..0;
            source.read_exact_at(from, &mut self.buf[..size])?;
            self.holds = from..from + size as u64;
            self.owner = owner.0;
        }
        let at = usize::try_from(from - self.holds.start).unwrap_or(usize::MAX);
        self.buf.get(at..).and_then(|rest| rest.get(..len)).ok_or_else(unexpected_end)
    }
}

/// Tells the readers of a process apart, so that a [`Scratch`] passed to another one is not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReaderId(u64);

impl ReaderId {
    pub(super) fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        ReaderId(LAST.fetch_add(1, Ordering::Relaxed) + 1)
    }
}
