//! All partitions of an SSTable by its index: where each is, how long it is, and its key.

use super::{Sstable, SstableError};
use crate::component::{Bytes, Index, Partitions, Target};
use crate::descriptor::Component;
use crate::trie::TrieWalk;

/// The partitions of an SSTable one after the other, by Index.db or the tries.
///
/// A trie has only as much of a key as tells it from the others: the rest is read from the head of the partition, if keys are wanted.
pub struct PartitionExtents<'s> {
    sstable: &'s Sstable,
    walk: Walk<'s>,
    has_keys: bool,
    /// Where the partition at hand begins and ends in the uncompressed data.
    start: u64,
    end: u64,
    key: Vec<u8>,
    /// Where the one after it begins, and its key.
    next: Option<u64>,
    next_key: Vec<u8>,
    has_begun: bool,
    /// How many have been read, and how many there are to be, if that is known.
    count: i64,
    expected: Option<i64>,
}

enum Walk<'s> {
    /// The entry that is next, by its position in Index.db.
    Big {
        index: &'s Bytes,
        at: u64,
    },
    Bti(Box<TrieWalk<'s>>),
}

impl Sstable {
    /// All partitions by the index; with `has_keys` also the keys of those that a trie leads to.
    ///
    /// # Errors
    /// There is no index, or it cannot be read.
    pub fn extents(&self, has_keys: bool) -> Result<PartitionExtents<'_>, SstableError> {
        let mut expected = None;
        let walk = match self.is_bti() {
            true => {
                let bytes = self.held(&Component::Partitions)?;
                let footer = Partitions::new(bytes.as_slice(), self.version()).footer();
                let footer = footer.map_err(|e| self.error_in(&Component::Partitions, e))?;
                expected = Some(footer.num_keys);
                let (trie, root) = self.partition_trie(bytes)?;
                Walk::Bti(Box::new(trie.walk(root)))
            }
            false => Walk::Big { index: self.held(&Component::PrimaryIndex)?, at: 0 },
        };
        let has_keys = has_keys || !self.is_bti();
        let (key, next_key) = (Vec::new(), Vec::new());
        Ok(PartitionExtents {
            sstable: self,
            walk,
            has_keys,
            start: 0,
            end: 0,
            key,
            next: None,
            next_key,
            has_begun: false,
            count: 0,
            expected,
        })
    }

    /// The key of the partition that begins at a position of the uncompressed data.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub fn key_at(&self, data_pos: u64) -> Result<Vec<u8>, SstableError> {
        self.with_key(data_pos, super::trie_index::USUAL_KEY, <[u8]>::to_vec)
    }
}

impl PartitionExtents<'_> {
    /// Goes to the next partition. Whether there is one.
    ///
    /// # Errors
    /// What is wrong with the index, or with the head of a partition.
    pub fn next_partition(&mut self) -> Result<bool, SstableError> {
        if !std::mem::replace(&mut self.has_begun, true) {
            self.read_next()?;
            if let Some(first) = self.next.filter(|first| *first > 0) {
                return Err(self.mismatch(format!("the first partition is at {first} of the data, and not at 0")));
            }
        }
        let Some(start) = self.next else { return self.end().map(|()| false) };
        self.count += 1;
        std::mem::swap(&mut self.key, &mut self.next_key);
        self.read_next()?;
        let len = self.sstable.data().len();
        let end = self.next.unwrap_or(len);
        if end <= start || end > len {
            let what = format!("a partition that begins at {start} of the data's {len} bytes and ends at {end}");
            return Err(self.mismatch(what));
        }
        (self.start, self.end) = (start, end);
        Ok(true)
    }

    /// There are no more: if that is too early, partitions would be passed over.
    fn end(&self) -> Result<(), SstableError> {
        let (count, len) = (self.count, self.sstable.data().len());
        match self.expected.filter(|expected| *expected != count) {
            Some(expected) => Err(self.mismatch(format!("{count} partitions, of which there are to be {expected}"))),
            None if count == 0 && len > 0 => Err(self.mismatch(format!("no partition in the data's {len} bytes"))),
            None => Ok(()),
        }
    }

    fn read_next(&mut self) -> Result<(), SstableError> {
        self.next = match &mut self.walk {
            Walk::Big { index, at } => {
                let component = &Component::PrimaryIndex;
                let entry = Index::new(index.as_slice(), self.sstable.index_params()).entry(*at);
                let entry = entry.map_err(|e| self.sstable.error_in(component, e))?;
                if entry.is_none() {
                    // The one at hand is the last one.
                    self.sstable.check_index_end(self.next.map(|data_pos| (self.key.as_slice(), data_pos)))?;
                }
                entry.map(|(entry, next)| {
                    self.next_key.clear();
                    self.next_key.extend_from_slice(entry.key.data);
                    *at = next;
                    entry.data_pos
                })
            }
            Walk::Bti(walk) => loop {
                let node = walk.next_node().map_err(|e| self.sstable.error_in(&Component::Partitions, e))?;
                let Some(node) = node else { break None };
                let Some(payload) = &node.head.partition_payload else { continue };
                match Target::of(payload) {
                    Target::Data(data_pos) => {
                        if self.has_keys {
                            self.next_key = self.sstable.key_at(data_pos)?;
                        }
                        break Some(data_pos);
                    }
                    Target::Rows(at) => {
                        let entry = self.sstable.rows_entry(self.sstable.held(&Component::Rows)?, at)?;
                        self.next_key.clear();
                        self.next_key.extend_from_slice(entry.key.data);
                        break Some(entry.data_pos);
                    }
                }
            },
        };
        Ok(())
    }

    #[cold]
    fn mismatch(&self, what: String) -> SstableError {
        let component = if self.sstable.is_bti() { Component::Partitions } else { Component::PrimaryIndex };
        self.sstable.mismatch(&component, what)
    }

    /// The key of the partition at hand, as its bytes are stored; none if it was not asked for and the index does not have it.
    #[must_use]
    pub fn key(&self) -> Option<&[u8]> {
        self.has_keys.then_some(self.key.as_slice())
    }

    /// Where the partition at hand begins in the uncompressed data.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.start
    }

    /// Its length in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.end - self.start
    }
}
