//! Partitions.db and Rows.db: from a key to its partition by way of a trie.

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams, FooterRef};
use cqlite_format::bti_row_index::{BtiRowIndex, BtiRowIndexParams, EntryRef};
use cqlite_format::bti_trie::{BtiTrieParams, BtiTrieRef};
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};

use super::{Bytes, PartitionEntry, Sstable, SstableError, SstableErrorKind};
use crate::byte_comparable::{encode_decorated_key, EncodingVersion};
use crate::descriptor::Component;

/// A node with a payload, on the way through a trie in order.
#[derive(Debug, Clone)]
pub struct TrieEntry<'a> {
    /// Position of the node.
    pub node_pos: u64,
    /// The node.
    pub node: BtiTrieRef<'a>,
}

/// A walk over the nodes of a trie that have a payload, in the order of their keys.
pub struct TrieWalk<'a> {
    bytes: &'a [u8],
    params: BtiTrieParams<'a>,
    /// Nodes to be visited, the next one last.
    stack: Vec<i64>,
    /// Nodes that may still be visited: a trie has no more than bytes.
    left: u64,
}

impl<'a> TrieWalk<'a> {
    /// A walk over the trie with its root at a position of a component.
    #[must_use]
    pub fn new(sstable: &Sstable, bytes: &'a [u8], root: i64, is_rows: bool) -> Self {
        let params = BtiTrieParams { node_pos: root, is_rows, v: sstable.version(), marker: std::marker::PhantomData };
        TrieWalk { bytes, params, stack: vec![root], left: bytes.len() as u64 + 1 }
    }

    fn node(&self, pos: i64) -> Result<BtiTrieRef<'a>, ReadError> {
        let params = BtiTrieParams { node_pos: pos, ..self.params };
        let mut r = Reader::new(self.bytes).at(pos, BtiTrieRef::site())?;
        BtiTrieRef::read(&mut r, &params)
    }

    /// Positions of the children of a node, in order.
    fn children(&self, pos: i64, node: &BtiTrieRef<'a>) -> Result<Vec<i64>, ReadError> {
        let params = BtiTrieParams { node_pos: pos, ..self.params };
        let mut out = Vec::new();
        for i in 0..node.num_children {
            let child = node.children_at(i, &params)?;
            if child.exists {
                out.push(child.child_pos);
            }
        }
        Ok(out)
    }

    /// The child that a byte leads to.
    fn child_of(&self, pos: i64, node: &BtiTrieRef<'a>, byte: u8) -> Result<Option<i64>, ReadError> {
        let params = BtiTrieParams { node_pos: pos, ..self.params };
        let (mut low, mut high) = (0, node.num_children);
        while low < high {
            let mid = low + (high - low) / 2;
            let child = node.children_at(mid, &params)?;
            match child.transition.cmp(&i64::from(byte)) {
                std::cmp::Ordering::Equal => return Ok(child.exists.then_some(child.child_pos)),
                std::cmp::Ordering::Less => low = mid + 1,
                std::cmp::Ordering::Greater => high = mid,
            }
        }
        Ok(None)
    }
}

impl<'a> TrieWalk<'a> {
    /// The node with the greatest key that is not behind `key`; none if all are.
    ///
    /// # Errors
    /// What is wrong with the trie.
    pub fn floor(&self, key: &[u8]) -> Result<Option<BtiTrieRef<'a>>, ReadError> {
        let Some(&root) = self.stack.last() else { return Ok(None) };
        // The best so far: a node itself, or the last one below it.
        let mut best: Option<(i64, bool)> = None;
        let mut pos = root;
        for &byte in key {
            let node = self.node(pos)?;
            if node.has_payload {
                best = Some((pos, false));
            }
            let (lesser, equal) = self.around(pos, &node, byte)?;
            if let Some(child) = lesser {
                best = Some((child, true));
            }
            match equal {
                Some(child) => pos = child,
                None => return self.best(best),
            }
        }
        if self.node(pos)?.has_payload {
            best = Some((pos, false));
        }
        self.best(best)
    }

    fn best(&self, best: Option<(i64, bool)>) -> Result<Option<BtiTrieRef<'a>>, ReadError> {
        let Some((mut pos, last_below)) = best else { return Ok(None) };
        let mut node = self.node(pos)?;
        if last_below {
            // Children are nearer to the front of the file: this ends.
            while let Some(child) = self.children(pos, &node)?.last().copied().filter(|c| *c < pos) {
                pos = child;
                node = self.node(pos)?;
            }
        }
        Ok(Some(node))
    }

    /// The child for a byte, and the last one before it.
    fn around(&self, pos: i64, node: &BtiTrieRef<'a>, byte: u8) -> Result<(Option<i64>, Option<i64>), ReadError> {
        let params = BtiTrieParams { node_pos: pos, ..self.params };
        let mut lesser = None;
        for i in 0..node.num_children {
            let child = node.children_at(i, &params)?;
            if !child.exists {
                continue;
            }
            match child.transition.cmp(&i64::from(byte)) {
                std::cmp::Ordering::Less => lesser = Some(child.child_pos),
                std::cmp::Ordering::Equal => return Ok((lesser, Some(child.child_pos))),
                std::cmp::Ordering::Greater => break,
            }
        }
        Ok((lesser, None))
    }
}

impl<'a> Iterator for TrieWalk<'a> {
    type Item = Result<TrieEntry<'a>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(pos) = self.stack.pop() {
            let step = self.node(pos).and_then(|node| {
                self.left = self
                    .left
                    .checked_sub(1)
                    .ok_or_else(|| ReadError::new(ReadErrorKind::TooDeep, pos as u64, BtiTrieRef::site()))?;
                let mut children = self.children(pos, &node)?;
                children.reverse();
                self.stack.append(&mut children);
                Ok(node)
            });
            match step {
                Ok(node) if node.has_payload => return Some(Ok(TrieEntry { node_pos: pos as u64, node })),
                Ok(_) => {}
                Err(e) => {
                    self.stack.clear();
                    return Some(Err(e));
                }
            }
        }
        None
    }
}

impl Sstable {
    fn in_partitions(&self, e: impl Into<SstableError>) -> SstableError {
        self.error_in(&Component::Partitions, e)
    }

    /// The footer of Partitions.db.
    ///
    /// # Errors
    /// What is wrong with it, or that it is missing.
    pub fn partitions_footer<'b>(&self, bytes: &'b Bytes) -> Result<FooterRef<'b>, SstableError> {
        let params = BtiPartitionsParams { v: self.version(), marker: std::marker::PhantomData };
        BtiPartitions::footer_at(&Reader::new(bytes.as_slice()), &params).map_err(|e| self.in_partitions(e))
    }

    /// The entry of Rows.db at a position.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn rows_entry<'b>(&self, bytes: &'b Bytes, pos: u64) -> Result<EntryRef<'b>, SstableError> {
        let entry_pos = i64::try_from(pos).unwrap_or(i64::MAX);
        let params = BtiRowIndexParams { v: self.version(), entry_pos, marker: std::marker::PhantomData };
        BtiRowIndex::entry_at(&Reader::new(bytes.as_slice()), &params).map_err(|e| self.error_in(&Component::Rows, e))
    }

    /// Where the partition is that a payload of Partitions.db leads to.
    ///
    /// # Errors
    /// What is wrong with Rows.db.
    pub fn resolve(&self, position: i64) -> Result<PartitionEntry, SstableError> {
        if position < 0 {
            return Ok(PartitionEntry { data_pos: !position as u64, row_index: None });
        }
        let rows = self.required(&Component::Rows)?;
        let entry = self.rows_entry(&rows, position as u64)?;
        Ok(PartitionEntry { data_pos: entry.data_pos, row_index: Some(position as u64) })
    }

    pub(super) fn find_in_trie(&self, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let root = self.partitions_footer(&bytes)?.root_pos;
        let version = if self.version().has_legacy_byte_comparable_keys() {
            EncodingVersion::Legacy
        } else {
            EncodingVersion::Oss50
        };
        let mut path = Vec::new();
        let token = self.partitioner().token(key);
        let key_type = &self.header().key_type.marshal;
        encode_decorated_key(&token, key, Some(key_type), version, &mut path)
            .map_err(|e| self.in_partitions(SstableError::new(SstableErrorKind::Value(e.to_string().into()))))?;
        let walk = TrieWalk::new(self, bytes.as_slice(), root, false);
        let mut pos = root;
        let mut candidate = None;
        for byte in path {
            let node = walk.node(pos).map_err(|e| self.in_partitions(e))?;
            // The trie has only as much of each key as tells it from the others: the payload ends the way.
            if let Some(p) = &node.partition_payload {
                candidate = Some(p.position);
            }
            match walk.child_of(pos, &node, byte).map_err(|e| self.in_partitions(e))? {
                Some(child) => pos = child,
                None => break,
            }
            candidate = None;
        }
        if candidate.is_none() {
            let node = walk.node(pos).map_err(|e| self.in_partitions(e))?;
            candidate = node.partition_payload.as_ref().map(|p| p.position);
        }
        let Some(position) = candidate else { return Ok(None) };
        self.entry_of(position, key)
    }

    /// Where the partition is that a payload of Partitions.db leads to, if it has this key. A partition with a row index has its key
    /// there, and its data need not be read for that.
    fn entry_of(&self, position: i64, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        let Ok(at) = u64::try_from(position) else {
            let entry = self.resolve(position)?;
            return Ok(self.key_is(entry.data_pos, key)?.then_some(entry));
        };
        let rows = self.required(&Component::Rows)?;
        let entry = self.rows_entry(&rows, at)?;
        let found = PartitionEntry { data_pos: entry.data_pos, row_index: Some(at) };
        Ok((entry.key.data == key).then_some(found))
    }

    /// Whether the partition at a position of the data has this key.
    fn key_is(&self, data_pos: u64, key: &[u8]) -> Result<bool, SstableError> {
        use cqlite_format::common::BytesU2Ref;
        let mut bytes = Vec::new();
        let left = self.data().len().saturating_sub(data_pos);
        let wanted = left.min(key.len() as u64 + 2) as usize;
        let at = |e: SstableError| self.error_in(&Component::Data, e);
        self.data().read_range_into(data_pos, wanted, &mut bytes).map_err(|e| at(e.into()))?;
        match BytesU2Ref::read(&mut Reader::with_base(&bytes, data_pos)) {
            Ok(found) => Ok(found.data == key),
            // A longer key than the one looked for.
            Err(e) if e.is_unexpected_end() && left > wanted as u64 => Ok(false),
            Err(e) => Err(at(e.into())),
        }
    }

    /// Positions of about `n` partitions: the first ones below nodes near the root.
    pub(super) fn trie_samples(&self, n: usize) -> Result<Vec<u64>, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let root = self.partitions_footer(&bytes)?.root_pos;
        let walk = TrieWalk::new(self, bytes.as_slice(), root, false);
        let mut level = vec![root];
        for _ in 0..16 {
            if level.len() >= n {
                break;
            }
            let mut next = Vec::new();
            for pos in &level {
                let node = walk.node(*pos).map_err(|e| self.in_partitions(e))?;
                let children = walk.children(*pos, &node).map_err(|e| self.in_partitions(e))?;
                if children.is_empty() || node.has_payload {
                    next.push(*pos);
                } else {
                    next.extend(children);
                }
            }
            if next.len() == level.len() && next == level {
                break;
            }
            level = next;
        }
        let step = (level.len() / n).max(1);
        let mut out = Vec::new();
        for pos in level.iter().step_by(step) {
            let mut below = TrieWalk { stack: vec![*pos], ..TrieWalk::new(self, bytes.as_slice(), root, false) };
            if let Some(first) = below.next() {
                let first = first.map_err(|e| self.in_partitions(e))?;
                if let Some(p) = &first.node.partition_payload {
                    out.push(self.resolve(p.position)?.data_pos);
                }
            }
        }
        Ok(out)
    }
}
