use cqlite_format::bti_row_index::{BtiRowIndexParams, EntryRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};

use crate::trie::Trie;

/// Rows.db: entries of the partitions that have a row index, each after the trie of its blocks. Borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'b> {
    bytes: &'b [u8],
    version: SstableVersion,
}

impl<'b> Rows<'b> {
    /// Rows.db of a version, in its bytes. Entries are read when they are asked for.
    #[must_use]
    pub fn new(bytes: &'b [u8], version: SstableVersion) -> Self {
        Rows { bytes, version }
    }

    /// The entry at a position, and where it ends.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn entry(&self, at: u64) -> Result<(EntryRef<'b>, u64), ReadError> {
        let entry_pos = i64::try_from(at).unwrap_or(i64::MAX);
        let params = BtiRowIndexParams::new(self.version, entry_pos);
        let mut r = Reader::new(self.bytes).at(entry_pos, EntryRef::site())?;
        let entry = EntryRef::read(&mut r, &params)?;
        Ok((entry, r.offset()))
    }

    /// The tries, whose roots the entries say.
    #[must_use]
    pub fn trie(&self) -> Trie<'b> {
        Trie::new(self.bytes, true, self.version)
    }
}
