use cqlite_format::index::{PromotedIndexSpan, SstableIndexParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{ReadErrorKind, Reader};
use cqlite_sstable::component::Index;

use super::INDEX;
use crate::fields::{entry, index, FieldPath};
use crate::files::Files;
use crate::log::Log;
use crate::metadata::Table;
use crate::rule::{self, Breach};
use crate::source::Stream;
use crate::{Finding, VerifyError};

/// The entry of a partition.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    /// Number of the entry.
    pub(crate) ordinal: u64,
    /// Where it begins in Index.db.
    pub(crate) begin: u64,
    pub(crate) key: Vec<u8>,
    pub(crate) data_pos: u64,
    /// The row index; empty if there is none.
    pub(crate) promoted: Vec<u8>,
    /// Where that begins in Index.db.
    pub(crate) promoted_begin: u64,
    /// What the entry says of how to read it, without the bytes.
    pub(crate) span: Option<PromotedIndexSpan<'static>>,
}

impl Entry {
    /// Path of a field of it.
    pub(crate) fn path(&self, field: impl Into<FieldPath>) -> FieldPath {
        index::ENTRIES.nth(self.ordinal).then(field)
    }

    /// A finding in a field of it; the place is the entry's.
    pub(crate) fn find(&self, breach: Breach, field: impl Into<FieldPath>) -> Finding {
        breach.of(INDEX).file(self.begin).field(self.path(field)).key(&self.key)
    }

    /// A finding at a place in its row index.
    pub(crate) fn find_promoted(&self, breach: Breach, at: u64, field: impl Into<FieldPath>) -> Finding {
        self.find(breach, entry::PROMOTED.then(field)).file(at)
    }
}

/// The entries of Index.db, one after the other.
pub(crate) struct Entries {
    stream: Stream,
    version: SstableVersion,
    types: Vec<CqlType>,
    at: u64,
    count: u64,
    entry: Entry,
    is_broken: bool,
    is_quiet: bool,
}

impl Entries {
    pub(crate) fn open(files: &Files, table: &Table) -> Result<Option<Self>, VerifyError> {
        let Some(file) = files.open(INDEX)? else { return Ok(None) };
        Ok(Some(Entries {
            stream: Stream::new(file, INDEX),
            version: table.version,
            types: table.header.clustering_types.clone(),
            at: 0,
            count: 0,
            entry: Entry::default(),
            is_broken: false,
            is_quiet: false,
        }))
    }

    /// Does not report again what is wrong with the entries.
    pub(crate) fn quiet(mut self) -> Self {
        self.is_quiet = true;
        self
    }

    pub(crate) fn len(&self) -> u64 {
        self.stream.len()
    }

    /// Entries read.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// Whether an entry could not be read, and no other after it.
    pub(crate) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// The entry read last.
    pub(crate) fn current(&self) -> &Entry {
        &self.entry
    }

    /// Gives the entry read last away, for room to read the next one into.
    pub(crate) fn swap(&mut self, other: &mut Entry) {
        std::mem::swap(&mut self.entry, other);
    }

    /// Reads the next entry.
    pub(crate) fn next(&mut self, log: &mut Log<'_>) -> Result<Option<&Entry>, VerifyError> {
        let len = self.len();
        if self.is_broken || self.at >= len {
            return Ok(None);
        }
        let mut wanted = 1 << 12;
        loop {
            let window = self.stream.window(self.at, wanted)?;
            let is_all = self.at.saturating_add(window.len() as u64) >= len;
            let params = SstableIndexParams::new(self.version, &self.types);
            let error = match Index::window(window, self.at, params).entry(self.at) {
                Ok(None) => return Ok(None),
                Ok(Some((e, next))) => {
                    let entry = &mut self.entry;
                    (entry.ordinal, entry.begin, entry.data_pos) = (self.count, self.at, e.data_pos);
                    entry.key.clear();
                    entry.key.extend_from_slice(e.key.data);
                    entry.promoted.clear();
                    entry.promoted_begin = 0;
                    entry.span = e.promoted.map(|span| span.over(Reader::new(&[])));
                    if let Some(span) = e.promoted {
                        entry.promoted.extend_from_slice(span.reader().rest());
                        entry.promoted_begin = span.begin;
                    }
                    self.at = next;
                    self.count += 1;
                    return Ok(Some(&self.entry));
                }
                Err(e) => e,
            };
            if let (ReadErrorKind::UnexpectedEnd { needed, .. }, false) = (error.kind(), is_all) {
                let total = (error.offset() - self.at).saturating_add(*needed);
                let fits = total <= log.options.limits.row && self.at.saturating_add(total) <= len;
                if let (Ok(total), true) = (usize::try_from(total), fits) {
                    wanted = total.max(wanted + 1);
                    continue;
                }
            }
            self.is_broken = true;
            if !self.is_quiet {
                let path = index::ENTRIES.nth(self.count).then(&error);
                log.find(rule::undecodable_index_entry(error.kind()).of(INDEX).file(error.offset()).field(path));
            }
            return Ok(None);
        }
    }
}
