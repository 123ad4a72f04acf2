use crate::{Error, ErrorKind, Sstable};

/// Where an index has a partition.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexedPartition {
    /// The number of the SSTable.
    pub(super) sstable: usize,
    /// Where it begins in the uncompressed data, and where it ends.
    pub(super) start: u64,
    pub(super) end: u64,
}

impl IndexedPartition {
    /// Looks into the data: the partition that begins here is that of the key, if one is given, and where it ends the next one begins. Each of
    /// both has to be where the index leads to from its key. A partition that is short, or has no row index, is read to its end. Its key.
    pub(super) fn check(&self, key: Option<&[u8]>, sstable: &Sstable) -> Result<Vec<u8>, Error> {
        let raw = sstable.raw();
        let found = raw.key_at(self.start)?;
        if let Some(key) = key.filter(|key| *key != found) {
            return Err(raw.leads_elsewhere(key, &found).into());
        }
        let has_row_index = check_entry(&found, self.start, sstable)?;
        if self.end < sstable.data_len() {
            let _ = check_entry(&raw.key_at(self.end)?, self.end, sstable)?;
        }
        if !has_row_index || self.end - self.start <= SHORT {
            self.check_end(sstable)?;
        }
        Ok(found)
    }

    /// The index may lack the partitions after this one, which seems longer then.
    fn check_end(&self, sstable: &Sstable) -> Result<(), Error> {
        let mut partitions = sstable.raw().partitions_in(self.start..self.start.saturating_add(1));
        if partitions.next_partition()? {
            while partitions.next_unfiltered()?.is_some() {}
        }
        let end = partitions.next_position();
        if end == self.end {
            return Ok(());
        }
        let what = format!(
            "by the index the partition at {} of the data ends at {}, but it does at {end}",
            self.start, self.end
        );
        Err(Error::new(ErrorKind::Corrupt, what).in_file(sstable.label()))
    }
}

/// Bytes of a partition that is read to its end.
const SHORT: u64 = 1 << 20;

/// Whether there is a row index, too.
fn check_entry(key: &[u8], position: u64, sstable: &Sstable) -> Result<bool, Error> {
    if let Some(entry) = sstable.raw().find(key)?.filter(|entry| entry.data_pos == position) {
        return Ok(entry.row_index.is_some());
    }
    let key = cqlite_types::hex::text(key);
    let what =
        format!("the index has a partition at {position} of the data, but does not lead to it from its key {key}");
    Err(Error::new(ErrorKind::Corrupt, what).in_file(sstable.label()))
}
