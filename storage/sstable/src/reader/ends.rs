//! Whether what was read is all there is: which key is the first and which the last stands in other components too.

use super::{Sstable, SstableError, SstableErrorKind};
use crate::component::{Filter, Index, KeyRange, Partitions};
use crate::descriptor::Component;

impl Sstable {
    /// The first and the last key as far as a component tells them that can be read, and that is short.
    fn told_ends(&self) -> Option<&KeyRange> {
        self.inner.opened.ends.get_or_init(|| self.key_range().ok().flatten()).as_ref()
    }

    /// The same, by all of Index.db where nothing shorter tells.
    fn ends(&self) -> Option<KeyRange> {
        self.told_ends().cloned().or_else(|| self.ends_of_index())
    }

    fn ends_of_index(&self) -> Option<KeyRange> {
        let bytes = self.component(&Component::PrimaryIndex).ok().flatten().filter(|_| !self.is_bti())?;
        let index = Index::new(bytes.as_slice(), self.index_params());
        let (first, mut at) = index.entry(0).ok().flatten()?;
        let mut last = first.key.data;
        while let Some((entry, next)) = index.entry(at).ok()? {
            (last, at) = (entry.key.data, next);
        }
        Some(KeyRange { first: first.key.data.to_vec(), last: last.to_vec() })
    }

    /// What was read begins where the data does, with a partition of this key: that is the first one. Data that is cut off between two
    /// partitions looks whole without that.
    pub(super) fn check_first(&self, key: &[u8]) -> Result<(), SstableError> {
        self.ends().map_or(Ok(()), |ends| self.check_end("first", 0, key, &ends.first))
    }

    /// The same for its end, with the partition that begins at a position.
    pub(super) fn check_last(&self, at: u64, key: &[u8]) -> Result<(), SstableError> {
        self.ends().map_or(Ok(()), |ends| self.check_end("last", at, key, &ends.last))
    }

    fn check_end(&self, which: &str, at: u64, found: &[u8], wanted: &[u8]) -> Result<(), SstableError> {
        if found == wanted {
            return Ok(());
        }
        let ([found, wanted], by) = ([found, wanted].map(cqlite_types::hex::text), self.teller());
        let what = format!(
            "the {which} partition, at {at}, has the key 0x{found}, but by {by} the {which} key is 0x{wanted}: partitions are missing"
        );
        Err(self.mismatch(&Component::Data, what))
    }

    /// The entries of Index.db end with one of this key, which leads to the partition there: that is the last one of the SSTable, or else
    /// entries are missing.
    pub(super) fn check_index_end(&self, last: Option<(&[u8], u64)>) -> Result<(), SstableError> {
        let component = &Component::PrimaryIndex;
        let Some((key, data_pos)) = last else {
            return Err(
                self.mismatch(component, "there is no entry where one is to be: entries are missing".to_owned())
            );
        };
        match self.told_ends() {
            Some(ends) if ends.last == key => Ok(()),
            Some(ends) => {
                let [found, wanted] = [key, &ends.last].map(cqlite_types::hex::text);
                let by = self.teller();
                let what = format!(
                    "the last entry has the key 0x{found}, but by {by} the last key is 0x{wanted}: entries are missing"
                );
                Err(self.mismatch(component, what))
            }
            None => self.check_last_entry(data_pos),
        }
    }

    /// The partition that the last entry of Index.db leads to is the last one of the data.
    fn check_last_entry(&self, data_pos: u64) -> Result<(), SstableError> {
        let mut partitions = self.partitions_in(data_pos..self.data().len()).of_damaged();
        if partitions.next_partition()? && partitions.next_partition()? {
            let what = format!(
                "the last entry leads to the partition at {data_pos}, but there is one after it, at {}: entries are missing",
                partitions.position()
            );
            return Err(self.mismatch(&Component::PrimaryIndex, what));
        }
        Ok(())
    }

    /// A filter that says of a key that it is not there is believed if it does not say so of the first and the last key, which are.
    pub(super) fn check_filter(&self, filter: &Filter<'_>) -> Result<(), SstableError> {
        if self.inner.opened.filter_checked.get().is_some() {
            return Ok(());
        }
        let ends = self.ends();
        for (key, which) in ends.iter().flat_map(|ends| [(&ends.first, "first"), (&ends.last, "last")]) {
            if !filter.may_contain(key) {
                let (key, by) = (cqlite_types::hex::text(key), self.teller());
                let what = format!("the filter does not have the key 0x{key}, which by {by} is the {which} one");
                return Err(self.mismatch(&Component::Filter, what));
            }
        }
        let _ = self.inner.opened.filter_checked.set(());
        Ok(())
    }

    /// The first and the last key that Partitions.db ends with are those of the SSTable: it is not another one's. Without keys in
    /// Statistics.db the data tells, of the first one.
    pub(super) fn check_partitions(&self, partitions: &Partitions<'_>) -> Result<(), SstableError> {
        if self.inner.opened.partitions_checked.get().is_some() {
            return Ok(());
        }
        let component = &Component::Partitions;
        let keys = partitions.keys().map_err(|e| self.error_in(component, e))?;
        let (found_first, found_last) = (keys.first_key.data, keys.last_key.data);
        let stats = self.stats().and_then(|stats| stats.first_key.as_ref().zip(stats.last_key.as_ref()));
        let (first, last, by) = match stats {
            Some((first, last)) => (first.data.clone(), last.data.as_slice(), Component::Statistics),
            None => (self.key_at(0)?, found_last, Component::Data),
        };
        for (which, found, wanted) in [("first", found_first, first.as_slice()), ("last", found_last, last)] {
            if found != wanted {
                let ([found, wanted], by) = ([found, wanted].map(cqlite_types::hex::text), by.name());
                let what = format!("the {which} key is 0x{found}, but by {by} it is 0x{wanted}");
                return Err(self.mismatch(component, what));
            }
        }
        let _ = self.inner.opened.partitions_checked.set(());
        Ok(())
    }

    /// Which component tells the first and the last key.
    fn teller(&self) -> String {
        let has_keys = self.stats().is_some_and(|stats| stats.last_key.is_some());
        let teller = match (has_keys, self.is_bti(), self.told_ends().is_some()) {
            (true, ..) => Component::Statistics,
            (_, true, _) => Component::Partitions,
            (_, _, true) => Component::Summary,
            _ => Component::PrimaryIndex,
        };
        teller.name().to_owned()
    }

    #[cold]
    pub(super) fn mismatch(&self, component: &Component, what: String) -> SstableError {
        self.error_in(component, SstableError::new(SstableErrorKind::Mismatch(what.into())))
    }
}
