//! What nodes hold.

use cqlite_format::bti_trie::{BtiTrie, PartitionPayload, RowPayload};
use cqlite_format::version::SstableVersion;

/// Bit of the payload's bits in Partitions.db: a byte of the key's hash comes first.
const HAS_HASH: u8 = 8;
/// Bit of the payload's bits in Rows.db: a deletion follows the offset.
const HAS_DELETION: u8 = 8;

/// A payload of one of the two files.
pub trait TriePayload {
    /// Whether the file is Rows.db.
    const IS_ROWS: bool;

    /// The bits that tell what it holds and how long it is, 1 to 15.
    fn bits(&self) -> u8;

    /// Its length in bytes.
    fn len(&self, version: SstableVersion) -> u64;

    /// Puts it into a node.
    fn put(self, node: &mut BtiTrie);
}

impl TriePayload for PartitionPayload {
    const IS_ROWS: bool = false;

    fn bits(&self) -> u8 {
        match self.hash {
            Some(_) => HAS_HASH + width(self.position) - 1,
            None => width(self.position),
        }
    }

    fn len(&self, _: SstableVersion) -> u64 {
        u64::from(width(self.position)) + u64::from(self.hash.is_some())
    }

    fn put(self, node: &mut BtiTrie) {
        node.partition_payload = Some(self);
    }
}

impl TriePayload for RowPayload {
    const IS_ROWS: bool = true;

    fn bits(&self) -> u8 {
        width(self.offset) | if self.open_deletion.is_some() { HAS_DELETION } else { 0 }
    }

    fn len(&self, version: SstableVersion) -> u64 {
        let deletion = self.open_deletion.as_ref().map_or(0, |d| d.size_of(version).unwrap_or(0));
        u64::from(width(self.offset)) + deletion
    }

    fn put(self, node: &mut BtiTrie) {
        node.row_payload = Some(self);
    }
}

/// Bytes of a signed number. Cassandra: `SizedInts.nonZeroSize`.
fn width(value: i64) -> u8 {
    let significant = 65 - (if value < 0 { !value } else { value }).leading_zeros();
    significant.div_ceil(8) as u8
}
