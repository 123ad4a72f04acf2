//! Partitions.db and Rows.db: from a key to its partition by way of a trie.

use cqlite_format::bti_row_index::EntryRef;
use cqlite_format::data::PartitionRef;
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};

use super::{PartitionEntry, Sstable, SstableError, SstableErrorKind};
use crate::byte_comparable::{encode_decorated_key, encode_token_bound, EncodingVersion, KeyBound};
use crate::component::{Bytes, Partitions, Rows, Target};
use crate::descriptor::Component;
use crate::trie::Trie;
use cqlite_schema::partitioner::Token;

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
        let version = self.encoding();
        let mut path = Vec::new();
        let token = self.partitioner().token(key);
        let key_type = &self.header().key_type.marshal;
        encode_decorated_key(&token, key, Some(key_type), version, &mut path)
            .map_err(|e| self.in_partitions(SstableError::new(SstableErrorKind::Value(e.to_string().into()))))?;
        // The trie has only as much of each key as tells it from the others: the node that it leads to last is the key's, or none is.
        let last = || -> Result<_, ReadError> {
            let mut node = trie.node(root)?;
            for byte in path {
                match node.child_of(byte)? {
                    Some(child) => node = trie.node(child.child_pos)?,
                    None => break,
                }
            }
            Ok(node)
        };
        let last = last().map_err(|e| self.in_partitions(e))?;
        let Some(payload) = &last.head.partition_payload else {
            // A way that ends without a payload is no trie's.
            return match last.head.num_children {
                0 => Err(self.in_partitions(last.leads_nowhere())),
                _ => self.check_none(key).map(|()| None),
            };
        };
        let found = self.entry_if(Target::of(payload), key.len(), |found| found == key)?;
        if found.is_none() {
            self.check_none(key)?;
        }
        Ok(found)
    }

    /// The form of byte-comparable keys in the tries.
    pub(super) fn encoding(&self) -> EncodingVersion {
        EncodingVersion::of_sstable(self.version())
    }

    /// Where the first partition is whose key `is_after`, as all from a bound of a token on are; none if there is no such key.
    pub(super) fn first_in_trie(
        &self,
        token: &Token,
        bound: KeyBound,
        is_after: impl Fn(&[u8]) -> bool,
    ) -> Result<Option<u64>, SstableError> {
        let bytes = self.required(&Component::Partitions)?;
        let (trie, root) = self.partition_trie(&bytes)?;
        let (mut start, key_type) = (Vec::new(), &self.header().key_type.marshal);
        encode_token_bound(token, Some(key_type), bound, self.encoding(), &mut start)
            .map_err(|e| self.in_partitions(SstableError::new(SstableErrorKind::Value(e.to_string().into()))))?;
        let mut walk = trie.walk(root);
        walk.go_to(&start).map_err(|e| self.in_partitions(e))?;
        while let Some(node) = walk.next_node().map_err(|e| self.in_partitions(e))? {
            let Some(payload) = &node.head.partition_payload else { continue };
            // The trie has only as much of a key as tells it from the others.
            if let Some(entry) = self.entry_if(Target::of(payload), USUAL_KEY, &is_after)? {
                return Ok(Some(entry.data_pos));
            }
        }
        self.check_none_after(is_after).map(|()| None)
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
