//! Writing the tries of Partitions.db and Rows.db.
//!
//! Keys come in ascending order. A node that no further key can change is complete; it is kept until so much hangs below it that it no
//! longer fits a page, and then its branches are put into pages one by one, the biggest that still fits first. The last is the root. What
//! a node looks like is in the specification (`spec/bti/bti_trie.ksy`); here is where nodes go, which tells their distances and thereby
//! their kinds.
//!
//! Cassandra: `org.apache.cassandra.io.tries.IncrementalDeepTrieWriterPageAware`. Pages come out the same, byte for byte.

mod arena;
mod encoded;
mod error;
mod kind;
mod layout;
mod measure;
mod node;
mod payload;
#[cfg(test)]
mod tests;

use cqlite_format::version::SstableVersion;
use cqlite_runtime::Buffer;

use arena::Arena;
use kind::Kinds;
use layout::Layout;
use node::NodeId;

pub use error::TrieWriteError;
use payload::Stored;
pub use payload::TriePayload;

/// Writes one trie after the other.
#[derive(Debug)]
pub struct TrieWriter<P> {
    kinds: Kinds,
    nodes: Arena<P>,
    /// The nodes on the way to the last key, the root first.
    path: Vec<NodeId>,
    /// The last key.
    last: Vec<u8>,
    /// Keys of the trie so far.
    count: u64,
}

impl<P: TriePayload> TrieWriter<P> {
    /// A writer of nodes as a version has them.
    #[must_use]
    pub fn new(version: SstableVersion) -> Self {
        let kinds = Kinds::new(version);
        let mut writer = TrieWriter { kinds, nodes: Arena::new(), path: Vec::new(), last: Vec::new(), count: 0 };
        writer.begin();
        writer
    }

    /// Makes room for a trie.
    fn begin(&mut self) {
        self.nodes = Arena::new();
        self.path = vec![self.nodes.insert(0)];
        self.last.clear();
        self.count = 0;
    }

    /// Adds a key. What is complete may go to `out`, whose positions must be those in the file.
    ///
    /// # Errors
    /// `Order` if the key is not greater than the last one; else what the specification does not allow in a node.
    pub fn add(&mut self, out: &mut Buffer, key: &[u8], payload: P) -> Result<(), TrieWriteError> {
        let payload = Stored::new(payload, &self.kinds)?;
        let common = key.iter().zip(&self.last).take_while(|(a, b)| a == b).count();
        if self.count > 0 && key <= self.last.as_slice() {
            return Err(TrieWriteError::Order { at: common });
        }
        while self.path.len() > common + 1 {
            self.complete_last(out)?;
        }
        for &transition in key.iter().skip(common) {
            let node = self.nodes.insert(transition);
            if let Some(&parent) = self.path.last() {
                self.nodes.get_mut(parent).children.push(node);
            }
            self.path.push(node);
        }
        if let Some(&node) = self.path.last() {
            self.nodes.get_mut(node).payload = Some(payload);
        }
        self.last.clear();
        self.last.extend_from_slice(key);
        self.count += 1;
        Ok(())
    }

    /// Number of keys since the last [`Self::complete`].
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Writes all that is left, and makes room for another trie.
    ///
    /// # Returns
    /// The position of the root.
    ///
    /// # Errors
    /// What the specification does not allow in a node.
    pub fn complete(&mut self, out: &mut Buffer) -> Result<u64, TrieWriteError> {
        let mut root = None;
        while !self.path.is_empty() {
            root = self.complete_last(out)?;
        }
        let position = match root {
            Some(root) => self.layout(out).root(root)?,
            None => return Err(TrieWriteError::Inconsistent),
        };
        self.begin();
        Ok(position)
    }

    fn layout<'l>(&'l mut self, out: &'l mut Buffer) -> Layout<'l, P> {
        Layout { nodes: &mut self.nodes, kinds: &self.kinds, out }
    }

    fn complete_last(&mut self, out: &mut Buffer) -> Result<Option<NodeId>, TrieWriteError> {
        let node = self.path.pop();
        if let Some(node) = node {
            self.layout(out).complete(node)?;
        }
        Ok(node)
    }
}
