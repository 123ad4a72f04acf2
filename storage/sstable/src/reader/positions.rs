use super::{Sstable, SstableError, SstableErrorKind};
use crate::component::{Filter, KeyRange};
use crate::descriptor::Component;

/// Where a partition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartitionEntry {
    /// Position of the partition in the uncompressed data.
    pub data_pos: u64,
    /// Where its row index is: in Index.db the position of the entry that has it, in Rows.db that of its entry.
    pub row_index: Option<u64>,
}

impl Sstable {
    /// The partition of a key, as its bytes are stored. That there is none is shown by the data: the partitions on both sides of where it
    /// would be are next to each other. The filter is not asked, which would have to be believed, unless
    /// [`trust_filter`](super::OpenOptions::trust_filter) says so.
    ///
    /// # Errors
    /// What is wrong with the index, or with a filter that is trusted; `Missing` if there is no index.
    pub fn find(&self, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        if self.inner.trusts_filter && !self.passes_filter(key)? {
            return Ok(None);
        }
        self.find_by_index(key)
    }

    fn find_by_index(&self, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        if self.is_bti() {
            self.find_in_trie(key)
        } else {
            self.find_in_index(key)
        }
    }

    /// Whether the SSTable may have a key: what the Bloom filter says, with a no confirmed by the index, unless the filter is trusted. True where
    /// there is no filter, or no index to confirm what it says.
    ///
    /// # Errors
    /// What is wrong with Filter.db or the index.
    pub fn may_contain(&self, key: &[u8]) -> Result<bool, SstableError> {
        if self.passes_filter(key)? {
            return Ok(true);
        }
        if self.inner.trusts_filter {
            return Ok(false);
        }
        match self.find_by_index(key) {
            Err(e) if matches!(e.kind(), SstableErrorKind::Missing) => Ok(true),
            found => Ok(found?.is_some()),
        }
    }

    /// What the Bloom filter says of a key; true where there is no filter.
    fn passes_filter(&self, key: &[u8]) -> Result<bool, SstableError> {
        let component = &Component::Filter;
        let Some(bytes) = self.component(component)? else { return Ok(true) };
        let filter = Filter::read(bytes.as_slice(), self.version(), self.components().limits());
        let filter = filter.map_err(|e| self.error_in(component, e))?;
        let Some(filter) = filter else { return Ok(true) };
        let passes = filter.may_contain(key);
        if !passes {
            self.check_filter(&filter)?;
        }
        Ok(passes)
    }

    /// The index leads from a key to the partition of another one.
    #[cold]
    pub fn leads_elsewhere(&self, wanted: &[u8], found: &[u8]) -> SstableError {
        let [wanted, found] = [wanted, found].map(cqlite_types::hex::text);
        let what = format!("key {wanted} leads to the partition of key {found}").into();
        let component = if self.is_bti() { &Component::Partitions } else { &Component::PrimaryIndex };
        self.error_in(component, SstableError::new(SstableErrorKind::Mismatch(what)))
    }

    /// The first and the last partition key; none where nothing tells them: newer versions have them in Statistics.db, others in Summary.db
    /// or in Partitions.db.
    ///
    /// # Errors
    /// What is wrong with Summary.db or Partitions.db.
    pub fn key_range(&self) -> Result<Option<KeyRange>, SstableError> {
        KeyRange::read(self.components(), self.stats())
    }

    /// About `n` positions at which partitions begin, ascending, the first 0: borders for scans side by side. One without an index.
    ///
    /// # Errors
    /// What is wrong with the index.
    pub fn splits(&self, n: usize) -> Result<Vec<u64>, SstableError> {
        let mut out = vec![0];
        let component = if self.is_bti() { Component::Partitions } else { Component::Summary };
        if n < 2 || self.component(&component)?.is_none() {
            return Ok(out);
        }
        let mut found = if self.is_bti() { self.trie_samples(n)? } else { self.summary_samples(n)? };
        if !self.is_bti() && found.len() + 1 < n {
            // Summary.db has but one key of 128.
            found = self.index_samples(n)?;
        }
        found.retain(|p| *p < self.data().len());
        out.extend(found);
        out.sort_unstable();
        out.dedup();
        Ok(out)
    }
}
