//! Bytes of components: all of them, or a moving window of them.

use std::io;
use std::sync::Arc;

use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::{IoError, ReadAt};
use cqlite_sstable::Limits;

use crate::files::Files;
use crate::log::Log;
use crate::{rule, Check, VerifyError};

/// Bytes a stream asks the store for at once.
const READ_AHEAD: usize = 1 << 20;

/// A component that is read from front to back, in place where the store has it in memory.
pub(crate) struct Stream {
    file: Arc<dyn ReadAt>,
    name: String,
    buf: Vec<u8>,
    /// Offset of the first byte in `buf`.
    start: u64,
}

impl Stream {
    pub(crate) fn new(file: Arc<dyn ReadAt>, component: &Component) -> Self {
        Stream { file, name: component.to_string(), buf: Vec::new(), start: 0 }
    }

    pub(crate) fn len(&self) -> u64 {
        self.file.len()
    }

    /// The bytes from `from` on that are at hand, at least `wanted` unless the component ends before.
    pub(crate) fn window(&mut self, from: u64, wanted: usize) -> Result<&[u8], VerifyError> {
        let from = from.min(self.len());
        let left = usize::try_from(self.len() - from).unwrap_or(usize::MAX);
        if self.file.as_slice().is_none() {
            let held =
                from.checked_sub(self.start).and_then(|skip| self.buf.len().checked_sub(usize::try_from(skip).ok()?));
            if held.is_none_or(|held| held < wanted.min(left)) {
                self.fill(from, wanted.max(READ_AHEAD).min(left))?;
            }
            let skip = usize::try_from(from - self.start).unwrap_or(usize::MAX);
            return Ok(self.buf.get(skip..).unwrap_or_default());
        }
        let all = self.file.as_slice().unwrap_or_default();
        Ok(usize::try_from(from).ok().and_then(|from| all.get(from..)).unwrap_or_default())
    }

    fn fill(&mut self, from: u64, len: usize) -> Result<(), VerifyError> {
        // What is held already moves to the front; the rest is read after it.
        let skip = from.checked_sub(self.start).and_then(|n| usize::try_from(n).ok()).filter(|n| *n <= self.buf.len());
        match skip {
            Some(n) => drop(self.buf.drain(..n)),
            None => self.buf.clear(),
        }
        self.start = from;
        let held = self.buf.len();
        self.buf.resize(len.max(held), 0);
        let rest = self.buf.get_mut(held..).unwrap_or_default();
        let read = self.file.read_exact_at(from.saturating_add(held as u64), rest);
        if let Err(e) = read {
            self.buf.clear();
            return Err(store_error(&self.name, e));
        }
        Ok(())
    }
}

/// A component that is read at random: in place where the store has it in memory, else a copy.
pub(crate) struct Whole {
    file: Arc<dyn ReadAt>,
    copy: Option<Vec<u8>>,
}

impl Whole {
    pub(crate) fn open(files: &Files, component: &Component, limits: &Limits) -> Result<Option<Self>, VerifyError> {
        let Some(file) = files.open(component)? else { return Ok(None) };
        let copy = match file.as_slice() {
            Some(_) => None,
            None => Some(file.read_all(limits.of(component)).map_err(|e| store_error(component.name(), e))?),
        };
        Ok(Some(Whole { file, copy }))
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        self.copy.as_deref().or_else(|| self.file.as_slice()).unwrap_or_default()
    }
}

/// The whole of a component that is decoded at once. One that is too long for that is damaged: nothing is read of it.
pub(crate) fn read_all(
    file: &dyn ReadAt,
    component: &Component,
    log: &mut Log<'_>,
) -> Result<Option<Vec<u8>>, VerifyError> {
    match file.read_all(log.options.limits.of(component)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e @ IoError::TooLong { .. }) => {
            log.count(Check::Decoding);
            log.find(rule::component_too_long(e).of(component));
            Ok(None)
        }
        Err(e) => Err(store_error(component.name(), e)),
    }
}

pub(crate) fn store_error(file: &str, e: IoError) -> VerifyError {
    match e {
        IoError::Read { source, .. } => VerifyError::io(file, source),
        other => VerifyError::io(file, io::Error::other(other.to_string())),
    }
}
