use super::{Sstable, SstableError};
use crate::bloom::BloomFilter;
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
    /// The partition of a key, as its bytes are stored.
    ///
    /// # Errors
    /// What is wrong with filter or index; `Missing` if there is no index.
    pub fn find(&self, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        if !self.may_contain(key)? {
            return Ok(None);
        }
        if self.is_bti() {
            self.find_in_trie(key)
        } else {
            self.find_in_index(key)
        }
    }

    /// What the Bloom filter says of a key; true where there is no filter.
    ///
    /// # Errors
    /// What is wrong with Filter.db.
    pub fn may_contain(&self, key: &[u8]) -> Result<bool, SstableError> {
        use cqlite_format::filter::{SstableFilterParams, SstableFilterRef};
        let component = &Component::Filter;
        let Some(bytes) = self.component(component)? else { return Ok(true) };
        if bytes.as_slice().is_empty() {
            return Ok(true);
        }
        let params = SstableFilterParams::new(self.version());
        let mut r = cqlite_runtime::Reader::new(bytes.as_slice());
        let head = SstableFilterRef::read(&mut r, &params).map_err(|e| self.error_in(component, e))?;
        if !r.at_end() {
            let what = format!("{} bytes follow the last word", r.remaining()).into();
            return Err(self.error_in(component, SstableError::new(super::SstableErrorKind::Mismatch(what))));
        }
        let hashes = u32::try_from(head.num_hashes).unwrap_or(0);
        match BloomFilter::new(hashes, head.words, &self.inner.limits) {
            Ok(filter) => Ok(filter.may_contain(key)),
            Err(e) => {
                let what = e.to_string().into();
                Err(self.error_in(component, SstableError::new(super::SstableErrorKind::Mismatch(what))))
            }
        }
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
