use cqlite_format::index::{EntryRef, SstableIndexParams};
use cqlite_runtime::{ReadError, Reader};

/// Index.db, or as much of it as is at hand: an entry for each partition. Borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Index<'b, 'p> {
    bytes: &'b [u8],
    /// Where the bytes begin in Index.db.
    base: u64,
    params: SstableIndexParams<'p>,
}

impl<'b, 'p> Index<'b, 'p> {
    /// All of Index.db. Entries are read when they are asked for.
    #[must_use]
    pub fn new(bytes: &'b [u8], params: SstableIndexParams<'p>) -> Self {
        Self::window(bytes, 0, params)
    }

    /// The bytes of Index.db from `base` on.
    #[must_use]
    pub fn window(bytes: &'b [u8], base: u64, params: SstableIndexParams<'p>) -> Self {
        Index { bytes, base, params }
    }

    /// The entry at a position of Index.db, and where the next one begins; none where the bytes end.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn entry(&self, at: u64) -> Result<Option<(EntryRef<'b>, u64)>, ReadError> {
        let skip = at.checked_sub(self.base).and_then(|skip| usize::try_from(skip).ok());
        let mut r = Reader::with_base(skip.and_then(|skip| self.bytes.get(skip..)).unwrap_or_default(), at);
        if r.at_end() {
            return Ok(None);
        }
        Ok(Some((EntryRef::read(&mut r, &self.params)?, r.offset())))
    }
}
