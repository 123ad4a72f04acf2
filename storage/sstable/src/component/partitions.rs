use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams, FooterRef, KeyRangeRef};
use cqlite_format::bti_trie::PartitionPayloadRef;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};

use crate::trie::Trie;

/// Partitions.db: the trie of the partition keys, and after it the first and the last key and a footer. Borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Partitions<'b> {
    bytes: &'b [u8],
    version: SstableVersion,
}

/// Where a payload of Partitions.db leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The partition, at this position of the uncompressed data.
    Data(u64),
    /// Its entry in Rows.db, at this position.
    Rows(u64),
}

impl Target {
    /// The target of a payload.
    #[must_use]
    pub fn of(payload: &PartitionPayloadRef<'_>) -> Self {
        match payload.entry_pos {
            Some(at) => Target::Rows(at.unsigned_abs()),
            None => Target::Data(payload.data_pos.unwrap_or_default().unsigned_abs()),
        }
    }
}

impl<'b> Partitions<'b> {
    /// Partitions.db of a version, in its bytes. Parts are read when they are asked for.
    #[must_use]
    pub fn new(bytes: &'b [u8], version: SstableVersion) -> Self {
        Partitions { bytes, version }
    }

    fn params(&self) -> BtiPartitionsParams<'static> {
        BtiPartitionsParams::new(self.version)
    }

    /// The footer.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn footer(&self) -> Result<FooterRef<'b>, ReadError> {
        BtiPartitions::footer_at(&Reader::new(self.bytes), &self.params())
    }

    /// The first and the last key.
    ///
    /// # Errors
    /// What is wrong with them, or with the footer that says where they are.
    pub fn keys(&self) -> Result<KeyRangeRef<'b>, ReadError> {
        BtiPartitions::keys_at(&Reader::new(self.bytes), &self.params())
    }

    /// The trie, whose root the footer says.
    #[must_use]
    pub fn trie(&self) -> Trie<'b> {
        Trie::new(self.bytes, false, self.version)
    }
}
