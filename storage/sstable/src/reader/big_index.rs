//! Summary.db and Index.db: from a key to its partition.

use std::cmp::Ordering;

use cqlite_format::index::{EntryRef, SstableIndexParams};
use cqlite_format::summary::{SstableSummaryParams, SstableSummaryRef};
use cqlite_runtime::Reader;

use super::{Bytes, PartitionEntry, Sstable, SstableError, SstableErrorKind};
use crate::descriptor::Component;

impl Sstable {
    /// What decoders of Index.db need.
    #[must_use]
    pub fn index_params(&self) -> SstableIndexParams<'_> {
        SstableIndexParams::new(self.version(), &self.header().clustering_types)
    }

    /// Shows each entry of Index.db, from a position of it on, until `each` gives false.
    ///
    /// # Errors
    /// What is wrong with Index.db, or what `each` says.
    pub fn for_each_index_entry(
        &self,
        from: u64,
        mut each: impl FnMut(&EntryRef<'_>) -> Result<bool, SstableError>,
    ) -> Result<(), SstableError> {
        let component = &Component::PrimaryIndex;
        let bytes = self.required(component)?;
        let at = usize::try_from(from).ok().and_then(|f| bytes.as_slice().get(f..));
        let Some(rest) = at else {
            let what = format!("position {from} of Summary.db is past the end of Index.db").into();
            return Err(self.error_in(&Component::Summary, SstableError::new(SstableErrorKind::Mismatch(what))));
        };
        let (params, mut r) = (self.index_params(), Reader::with_base(rest, from));
        while !r.at_end() {
            let entry = EntryRef::read(&mut r, &params).map_err(|e| self.error_in(component, e))?;
            if !each(&entry)? {
                break;
            }
        }
        Ok(())
    }

    /// Finds a key: the sample at or before it in Summary.db, then the entries of Index.db from that sample to the next.
    ///
    /// Only where there is no next sample does the order of the keys end the search: it takes a hash of each key to tell.
    pub(super) fn find_in_index(&self, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        let partitioner = self.partitioner();
        let wanted = partitioner.decorate(key);
        let is_behind = |key: &[u8]| partitioner.compare_keys(&partitioner.decorate(key), &wanted) == Ordering::Greater;
        let interval = match self.component(&Component::Summary)? {
            Some(summary) => match Summary::read(self, &summary)?.around(is_behind, self)? {
                Some(interval) => interval,
                None => return Ok(None),
            },
            None => Interval { start: 0, end: None },
        };
        let mut found = None;
        self.for_each_index_entry(interval.start, |entry| {
            if interval.end.is_some_and(|end| entry.begin >= end) {
                return Ok(false);
            }
            if entry.key.data == key {
                let row_index = entry.promoted.is_some().then_some(entry.begin);
                found = Some(PartitionEntry { data_pos: entry.data_pos, row_index });
                return Ok(false);
            }
            let is_before =
                || partitioner.compare_keys(&partitioner.decorate(entry.key.data), &wanted) == Ordering::Less;
            Ok(interval.end.is_some() || is_before())
        })?;
        Ok(found)
    }

    /// Where the first partition is whose key `is_behind`; none if there is no such key.
    pub(super) fn first_in_index(&self, is_behind: impl Fn(&[u8]) -> bool) -> Result<Option<u64>, SstableError> {
        let from = match self.component(&Component::Summary)? {
            Some(summary) => {
                Summary::read(self, &summary)?.around(&is_behind, self)?.map_or(0, |interval| interval.start)
            }
            None => 0,
        };
        let mut found = None;
        self.for_each_index_entry(from, |entry| {
            found = is_behind(entry.key.data).then_some(entry.data_pos);
            Ok(found.is_none())
        })?;
        Ok(found)
    }

    /// Positions of about `n` partitions that Summary.db has samples of.
    pub(super) fn summary_samples(&self, n: usize) -> Result<Vec<u64>, SstableError> {
        let bytes = self.required(&Component::Summary)?;
        let summary = Summary::read(self, &bytes)?;
        let count = summary.len();
        let step = (count / n as i64).max(1);
        let mut out = Vec::new();
        let mut i = step;
        while i < count {
            let mut position = None;
            self.for_each_index_entry(summary.sample(i, self)?.1, |entry| {
                position = Some(entry.data_pos);
                Ok(false)
            })?;
            out.extend(position);
            i += step;
        }
        Ok(out)
    }

    /// Positions of about `n` partitions, some way apart, from all entries of Index.db.
    pub(super) fn index_samples(&self, n: usize) -> Result<Vec<u64>, SstableError> {
        let step = (self.data().len() / n as u64).max(1);
        let (mut out, mut next) = (Vec::new(), step);
        self.for_each_index_entry(0, |entry| {
            if entry.data_pos >= next {
                out.push(entry.data_pos);
                next = entry.data_pos.saturating_add(step);
            }
            Ok(true)
        })?;
        Ok(out)
    }
}

/// Summary.db: a sample of the keys with their positions in Index.db.
struct Summary<'a> {
    head: SstableSummaryRef<'a>,
}

impl<'a> Summary<'a> {
    fn read(sstable: &Sstable, bytes: &'a Bytes) -> Result<Self, SstableError> {
        let head =
            SstableSummaryRef::read(&mut Reader::new(bytes.as_slice()), &SstableSummaryParams::new(sstable.version()));
        Ok(Summary { head: head.map_err(|e| sstable.error_in(&Component::Summary, e))? })
    }

    fn len(&self) -> i64 {
        i64::from(self.head.num_entries)
    }

    /// Sample `index`: its key and its position in Index.db.
    fn sample(&self, index: i64, sstable: &Sstable) -> Result<(&'a [u8], u64), SstableError> {
        let entry = self.head.entries_at(index).map_err(|e| sstable.error_in(&Component::Summary, e))?;
        Ok((entry.key, u64::try_from(entry.index_pos).unwrap_or(u64::MAX)))
    }

    /// The entries of Index.db from the last sample whose key is not `is_behind` to the first one whose key is; none if all are.
    fn around(&self, is_behind: impl Fn(&[u8]) -> bool, sstable: &Sstable) -> Result<Option<Interval>, SstableError> {
        let (mut low, mut high) = (0, self.len());
        let (mut start, mut end) = (None, None);
        while low < high {
            let mid = low + (high - low) / 2;
            let (sample, position) = self.sample(mid, sstable)?;
            if is_behind(sample) {
                end = Some(position);
                high = mid;
            } else {
                start = Some(position);
                low = mid + 1;
            }
        }
        if let (Some(start), Some(end)) = (start, end) {
            if end <= start {
                let what = format!("samples with positions {start} and {end} of Index.db, which do not ascend").into();
                return Err(sstable.error_in(&Component::Summary, SstableError::new(SstableErrorKind::Mismatch(what))));
            }
        }
        Ok(start.map(|start| Interval { start, end }))
    }
}

/// A part of Index.db, in bytes; without an end it goes on to that of the component.
struct Interval {
    start: u64,
    end: Option<u64>,
}
