//! Partitions.db and Rows.db: from a key to its partition by way of a trie.

use std::cmp::Ordering;

use cqlite_format::bti_row_index::EntryRef;
use cqlite_format::data::PartitionRef;
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};

use super::border::{Border, Led};
use super::{PartitionEntry, Sstable, SstableError, SstableErrorKind};
use crate::byte_comparable::{encode_decorated_key, encode_token_bound, EncodingVersion, KeyBound};
use crate::component::{Bytes, Partitions, Rows, Target};
use crate::descriptor::Component;
use crate::trie::{Trie, TrieNode};
use cqlite_schema::partitioner::{murmur3_x64_128, Token};

/// Bytes that most keys are not longer than.
pub(super) const USUAL_KEY: usize = 224;
/// Bytes that the rest of a partition's head is not longer than, as a rule.
const REST_OF_HEAD: u64 = 32;

impl Sstable {
    fn in_partitions(&self, e: impl Into<SstableError>) -> SstableError {
        self.error_in(&Component::Partitions, e)
    }

    /// The trie of Partitions.db, and its root.
    pub(super) fn partition_trie<'b>(&self, bytes: &'b Bytes) -> Result<(Trie<'b>, i64), SstableError> {
        let partitions = Partitions::new(bytes.as_slice(), self.version());
        let footer = partitions.footer().map_err(|e| self.in_partitions(e))?;
        let (trie, keys_pos) = (partitions.trie(), footer.keys_pos);
        // The root is written last: from another node only some of the keys would be found.
        let end = trie.node(footer.root_pos).map_err(|e| self.in_partitions(e))?.end;
        if u64::try_from(keys_pos) != Ok(end) {
            let what = format!(
                "the root of the trie, at {}, ends at {end}, and not where the keys begin, at {keys_pos}",
                footer.root_pos
            );
            return Err(self.mismatch(&Component::Partitions, what));
        }
        self.check_partitions(&partitions)?;
        Ok((trie, footer.root_pos))
    }

    /// The entry of Rows.db at a position.
    pub(super) fn rows_entry<'b>(&self, bytes: &'b Bytes, pos: u64) -> Result<EntryRef<'b>, SstableError> {
        let found = Rows::new(bytes.as_slice(), self.version()).entry(pos);
        found.map(|(entry, _)| entry).map_err(|e| self.error_in(&Component::Rows, e))
    }

    /// Where the partition is that a payload of Partitions.db leads to.
    ///
    /// # Errors
    /// What is wrong with Rows.db.
    pub fn resolve(&self, target: Target) -> Result<PartitionEntry, SstableError> {
        match target {
            Target::Data(data_pos) => Ok(PartitionEntry { data_pos, row_index: None }),
            Target::Rows(at) => {
                let rows = self.required(&Component::Rows)?;
                let entry = self.rows_entry(&rows, at)?;
                Ok(PartitionEntry { data_pos: entry.data_pos, row_index: Some(at) })
            }
        }
    }

    pub(super) fn find_in_trie(&self, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let (trie, root) = self.partition_trie(&bytes)?;
        // What is no value of the keys' type is nobody's key.
        let Some(path) = self.path_of(key) else { return Ok(None) };
        let last = last_on(&trie, root, &path).map_err(|e| self.in_partitions(e))?;
        let Some(payload) = &last.head.partition_payload else {
            // A way that ends without a payload is no trie's.
            return match last.head.num_children {
                0 => Err(self.in_partitions(last.leads_nowhere())),
                _ => self.prove_none(key, &path).map(|()| None),
            };
        };
        let found = self.entry_if(Target::of(payload), key.len(), |found| found == key)?;
        if found.is_none() {
            self.prove_none(key, &path)?;
        }
        Ok(found)
    }

    /// The path through the trie to a key; none if it is no value of the keys' type.
    fn path_of(&self, key: &[u8]) -> Option<Vec<u8>> {
        let (mut path, key_type) = (Vec::new(), &self.header().key_type.marshal);
        let token = self.partitioner().token(key);
        let encoded = encode_decorated_key(&token, key, Some(key_type), self.encoding(), &mut path);
        encoded.is_ok().then_some(path)
    }

    /// Whether the trie leads from a key to the node at a position, and the node's payload can be the key's.
    pub(super) fn leads_to_node(&self, key: &[u8], pos: u64) -> Result<bool, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let (trie, root) = self.partition_trie(&bytes)?;
        let Some(path) = self.path_of(key) else { return Ok(false) };
        let last = last_on(&trie, root, &path).map_err(|e| self.in_partitions(e))?;
        let hash = last.head.partition_payload.as_ref().and_then(|payload| payload.hash);
        let is_of_key = hash.is_none_or(|hash| hash == murmur3_x64_128(key).h2 as u8);
        Ok(last.pos.unsigned_abs() == pos && is_of_key)
    }

    /// A trie that has no key at the end of its path is believed by what is on both sides of it.
    fn prove_none(&self, key: &[u8], path: &[u8]) -> Result<(), SstableError> {
        let partitioner = self.partitioner();
        let wanted = partitioner.decorate(key);
        let place_of = |key: &[u8]| partitioner.compare_keys(&partitioner.decorate(key), &wanted);
        self.prove(&self.border_in_trie(path, place_of)?, place_of).map(|_| ())
    }

    /// The form of byte-comparable keys in the tries.
    pub(super) fn encoding(&self) -> EncodingVersion {
        EncodingVersion::of_sstable(self.version())
    }

    /// The bound of a token as the tries have it.
    pub(super) fn token_path(&self, token: &Token, bound: KeyBound) -> Result<Vec<u8>, SstableError> {
        let (mut path, key_type) = (Vec::new(), &self.header().key_type.marshal);
        encode_token_bound(token, Some(key_type), bound, self.encoding(), &mut path)
            .map_err(|e| self.in_partitions(SstableError::new(SstableErrorKind::Value(e.to_string().into()))))?;
        Ok(path)
    }

    /// The partitions before a place and after it, which is where a path through the trie ends.
    pub(super) fn border_in_trie(
        &self,
        path: &[u8],
        place_of: impl Fn(&[u8]) -> Ordering,
    ) -> Result<Border, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let (trie, root) = self.partition_trie(&bytes)?;
        let led = |node: &TrieNode<'_>| -> Result<Option<Led>, SstableError> {
            let Some(payload) = &node.head.partition_payload else { return Ok(None) };
            Ok(Some(Led { from: node.pos.unsigned_abs(), to: self.resolve(Target::of(payload))? }))
        };
        let mut border = Border::default();
        if let Some(node) = trie.before(root, path).map_err(|e| self.in_partitions(e))? {
            border.before = led(&node)?;
        }
        let mut walk = trie.walk(root);
        walk.go_to(path).map_err(|e| self.in_partitions(e))?;
        while let Some(node) = walk.next_node().map_err(|e| self.in_partitions(e))? {
            let Some(led) = led(&node)? else { continue };
            // The trie has only as much of a key as tells it from the others.
            if self.with_key(led.to.data_pos, USUAL_KEY, &place_of)? != Ordering::Less {
                border.after = Some(led);
                break;
            }
            border.before = Some(led);
        }
        Ok(border)
    }

    /// Where the partition is that a payload of Partitions.db leads to, if its key is wanted; it is of `len` bytes most likely. A partition
    /// with a row index has its key there, and its data need not be read for that.
    fn entry_if(
        &self,
        target: Target,
        len: usize,
        is_wanted: impl FnOnce(&[u8]) -> bool,
    ) -> Result<Option<PartitionEntry>, SstableError> {
        match target {
            Target::Data(data_pos) => {
                let found = PartitionEntry { data_pos, row_index: None };
                Ok(self.with_key(data_pos, len, is_wanted)?.then_some(found))
            }
            Target::Rows(at) => {
                let rows = self.required(&Component::Rows)?;
                let entry = self.rows_entry(&rows, at)?;
                let found = PartitionEntry { data_pos: entry.data_pos, row_index: Some(at) };
                Ok(is_wanted(entry.key.data).then_some(found))
            }
        }
    }

    /// Shows the key of the partition at a position of the data to `f`. So much is read at first as a head with a key of `len` bytes takes.
    pub(super) fn with_key<T>(&self, data_pos: u64, len: usize, f: impl FnOnce(&[u8]) -> T) -> Result<T, SstableError> {
        let at = |e: SstableError| self.error_in(&Component::Data, e);
        let left = self.data().len().saturating_sub(data_pos);
        let (mut bytes, mut wanted) = (Vec::new(), left.min(len as u64 + REST_OF_HEAD));
        loop {
            bytes.clear();
            self.data().read_range_into(data_pos, wanted as usize, &mut bytes).map_err(|e| at(e.into()))?;
            match PartitionRef::read(&mut Reader::with_base(&bytes, data_pos), &self.params()) {
                Ok(head) => return Ok(f(head.key.data)),
                Err(e) => match *e.kind() {
                    ReadErrorKind::UnexpectedEnd { needed, available } if wanted < left => {
                        wanted = left.min(wanted.saturating_add(needed.saturating_sub(available)));
                    }
                    _ => return Err(at(e.into())),
                },
            }
        }
    }

    /// Positions of about `n` partitions: the first ones below nodes near the root.
    pub(super) fn trie_samples(&self, n: usize) -> Result<Vec<u64>, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let (trie, root) = self.partition_trie(&bytes)?;
        let mut level = vec![root];
        for _ in 0..16 {
            if level.len() >= n {
                break;
            }
            let mut next = Vec::new();
            for pos in &level {
                let node = trie.node(*pos).map_err(|e| self.in_partitions(e))?;
                let children: Result<Vec<_>, _> = node.children().collect();
                let children = children.map_err(|e| self.in_partitions(e))?;
                if children.is_empty() || node.head.has_payload {
                    next.push(*pos);
                } else {
                    next.extend(children.iter().map(|child| child.child_pos));
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
            let first = trie.walk(*pos).find_map(|node| match node {
                Ok(node) => node.head.partition_payload.as_ref().map(|p| Ok(Target::of(p))),
                Err(e) => Some(Err(e)),
            });
            if let Some(target) = first.transpose().map_err(|e| self.in_partitions(e))? {
                out.push(self.resolve(target)?.data_pos);
            }
        }
        Ok(out)
    }
}

/// The last node on a path. The trie has only as much of each key as tells it from the others: that node is the key's, or none is.
fn last_on<'b>(trie: &Trie<'b>, root: i64, path: &[u8]) -> Result<TrieNode<'b>, ReadError> {
    let mut node = trie.node(root)?;
    for &byte in path {
        match node.child_of(byte)? {
            Some(child) => node = trie.node(child.child_pos)?,
            None => break,
        }
    }
    Ok(node)
}
