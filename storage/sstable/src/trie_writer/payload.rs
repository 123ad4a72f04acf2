//! What nodes hold.

use cqlite_format::bti_trie::{BtiTrie, BtiTrieParams, PartitionPayload, RowPayload};
use cqlite_runtime::{Buffer, Counter};

use super::encoded::encoded;
use super::kind::Kinds;
use super::TrieWriteError;

/// A payload of one of the two files.
pub trait TriePayload: Clone {
    /// Whether the file is Rows.db.
    const IS_ROWS: bool;

    /// Puts it into a node.
    fn put(self, node: &mut BtiTrie);
}

impl TriePayload for PartitionPayload {
    const IS_ROWS: bool = false;

    fn put(self, node: &mut BtiTrie) {
        node.partition_payload = Some(self);
    }
}

impl TriePayload for RowPayload {
    const IS_ROWS: bool = true;

    fn put(self, node: &mut BtiTrie) {
        node.row_payload = Some(self);
    }
}

/// A payload, and how it is stored.
#[derive(Debug)]
pub struct Stored<P> {
    pub payload: P,
    /// The bits in the node's first byte that say what the payload holds and how long its numbers are.
    pub bits: u8,
    /// Its length in bytes.
    pub len: u64,
}

impl<P: TriePayload> Stored<P> {
    /// Finds the smallest bits with which the payload can be written: those say that all its fields are there, and that numbers have as few
    /// bytes as they need, which is what Cassandra writes.
    pub fn new(payload: P, kinds: &Kinds) -> Result<Self, TrieWriteError> {
        let cx = BtiTrieParams::new(0, P::IS_ROWS, kinds.version);
        let mut node = encoded(kinds.leaf()?, 0, &[])?;
        let len_head = Counter::count(|w| node.encode(w, &cx))?;
        payload.clone().put(&mut node);
        let mut refused = TrieWriteError::Inconsistent;
        for bits in 0..=u8::MAX {
            node.head.low = bits;
            let mut out = Buffer::default();
            match node.encode(&mut out, &cx) {
                Ok(()) => return Ok(Stored { payload, bits, len: out.as_bytes().len() as u64 - len_head }),
                Err(e) => refused = e.into(),
            }
        }
        Err(refused)
    }
}
