//! Summary.db and Index.db: from a key to its partition.

use std::cmp::Ordering;

use cqlite_format::index::{EntryRef, SstableIndexParams};

use super::border::{Border, Led};
use super::{PartitionEntry, Sstable, SstableError, SstableErrorKind};
use crate::component::{Bytes, Index, Summary};
use crate::descriptor::Component;

impl Sstable {
    /// What decoders of Index.db need.
    #[must_use]
    pub fn index_params(&self) -> SstableIndexParams<'_> {
        SstableIndexParams::new(self.version(), &self.header().clustering_types)
    }

    /// Shows each entry of Index.db, from a position of it on, until `each` gives false. If it never does, the last one is that of the last key,
    /// or else entries are missing.
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
        if from > bytes.as_slice().len() as u64 {
            let what = format!("position {from} of Summary.db is past the end of Index.db").into();
            return Err(self.error_in(&Component::Summary, SstableError::new(SstableErrorKind::Mismatch(what))));
        }
        let (index, mut at, mut last) = (Index::new(bytes.as_slice(), self.index_params()), from, None);
        while let Some((entry, next)) = index.entry(at).map_err(|e| self.error_in(component, e))? {
            if !each(&entry)? {
                return Ok(());
            }
            (at, last) = (next, Some((entry.key.data, entry.data_pos)));
        }
        self.check_index_end(last)
    }

    /// Finds a key: the sample at or before it in Summary.db, then the entries of Index.db from that sample to the next.
    ///
    /// Only where there is no next sample does the order of the keys end the search: it takes a hash of each key to tell.
    pub(super) fn find_in_index(&self, key: &[u8]) -> Result<Option<PartitionEntry>, SstableError> {
        let partitioner = self.partitioner();
        let wanted = partitioner.decorate(key);
        let is_after = |key: &[u8]| partitioner.compare_keys(&partitioner.decorate(key), &wanted) == Ordering::Greater;
        let summary = self.component(&Component::Summary)?;
        let interval = match &summary {
            Some(summary) => match Samples::of(self, summary)?.around(is_after)? {
                Some(interval) => interval,
                // Before the first sample there is no entry, if it is that of the first entry.
                None => Interval { start: 0, first: None, end: Some((0, Samples::of(self, summary)?.at(0)?.0)) },
            },
            None => Interval { start: 0, first: None, end: None },
        };
        let is_before = |key: &[u8]| partitioner.compare_keys(&partitioner.decorate(key), &wanted).is_lt();
        let mut found = None;
        self.for_each_index_entry(interval.start, |entry| {
            let is_other = |first: &[u8]| entry.begin == interval.start && entry.key.data != first;
            if interval.first.is_some_and(is_other) {
                return Err(self.misplaced("Summary.db", entry.begin));
            }
            if let Some((end, next)) = interval.end.filter(|(end, _)| entry.begin >= *end) {
                // Entries that do not line up with the next sample are none.
                let is_next = entry.begin == end && entry.key.data == next;
                return if is_next { Ok(false) } else { Err(self.misplaced("Summary.db", end)) };
            }
            if entry.key.data == key {
                let row_index = entry.promoted.is_some().then_some(entry.begin);
                found = Some(PartitionEntry { data_pos: entry.data_pos, row_index });
                return Ok(false);
            }
            Ok(interval.end.is_some() || is_before(entry.key.data))
        })?;
        if found.is_none() {
            let place_of = |key: &[u8]| partitioner.compare_keys(&partitioner.decorate(key), &wanted);
            self.prove(&self.border_in_index(place_of)?, place_of)?;
        }
        Ok(found)
    }

    /// Whether the entry at a position is that of a key.
    pub(super) fn is_entry_of(&self, key: &[u8], pos: u64) -> Result<bool, SstableError> {
        let component = &Component::PrimaryIndex;
        let bytes = self.required(component)?;
        let entry = Index::new(bytes.as_slice(), self.index_params()).entry(pos);
        Ok(entry.map_err(|e| self.error_in(component, e))?.is_some_and(|(entry, _)| entry.key.data == key))
    }

    #[cold]
    fn misplaced(&self, other: &str, at: u64) -> SstableError {
        let what = format!("the entry at {at} is not the one that {other} has there").into();
        self.error_in(&Component::PrimaryIndex, SstableError::new(SstableErrorKind::Mismatch(what)))
    }

    /// The partitions before a place and after it, by their entries.
    pub(super) fn border_in_index(&self, place_of: impl Fn(&[u8]) -> Ordering) -> Result<Border, SstableError> {
        let is_after = |key: &[u8]| place_of(key) != Ordering::Less;
        let from = match self.component(&Component::Summary)? {
            Some(summary) => Samples::of(self, &summary)?.around(is_after)?.map_or(0, |interval| interval.start),
            None => 0,
        };
        let mut border = Border::default();
        self.for_each_index_entry(from, |entry| {
            let row_index = entry.promoted.is_some().then_some(entry.begin);
            let led = Led { from: entry.begin, to: PartitionEntry { data_pos: entry.data_pos, row_index } };
            let side = if is_after(entry.key.data) { &mut border.after } else { &mut border.before };
            *side = Some(led);
            Ok(border.after.is_none())
        })?;
        Ok(border)
    }

    /// Positions of about `n` partitions that Summary.db has samples of.
    pub(super) fn summary_samples(&self, n: usize) -> Result<Vec<u64>, SstableError> {
        let bytes = self.required(&Component::Summary)?;
        let samples = Samples::of(self, &bytes)?;
        let count = samples.summary.len();
        let step = (count / n as u64).max(1);
        let mut out = Vec::new();
        let mut i = step;
        while i < count {
            let mut position = None;
            self.for_each_index_entry(samples.at(i)?.1, |entry| {
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

/// Where Summary.db leads to, with what is wrong with it said to be in it.
struct Samples<'a> {
    sstable: &'a Sstable,
    summary: Summary<'a>,
}

impl<'a> Samples<'a> {
    fn of(sstable: &'a Sstable, bytes: &'a Bytes) -> Result<Self, SstableError> {
        let summary = Summary::read(bytes.as_slice(), sstable.version());
        Ok(Samples { sstable, summary: summary.map_err(|e| sstable.error_in(&Component::Summary, e))? })
    }

    /// Sample `i`: its key and its position in Index.db.
    fn at(&self, i: u64) -> Result<(&'a [u8], u64), SstableError> {
        let sample = self.summary.sample(i).map_err(|e| self.sstable.error_in(&Component::Summary, e))?;
        Ok((sample.key, u64::try_from(sample.index_pos).unwrap_or(u64::MAX)))
    }

    /// The entries of Index.db from the last sample whose key is not `is_after` to the first one whose key is; none if all are.
    fn around(&self, is_after: impl Fn(&[u8]) -> bool) -> Result<Option<Interval<'a>>, SstableError> {
        let mismatch = |what: String| {
            self.sstable.error_in(&Component::Summary, SstableError::new(SstableErrorKind::Mismatch(what.into())))
        };
        let (mut low, mut high) = (0, self.summary.len());
        if high == 0 {
            return Err(mismatch("a summary without samples".into()));
        }
        let (mut start, mut first, mut end) = (None, None, None);
        while low < high {
            let mid = low + (high - low) / 2;
            let (sample, position) = self.at(mid)?;
            if is_after(sample) {
                end = Some((position, sample));
                high = mid;
            } else {
                (start, first) = (Some(position), Some(sample));
                low = mid + 1;
            }
        }
        if let (Some(start), Some((end, _))) = (start, end) {
            if end <= start {
                return Err(mismatch(format!(
                    "samples with positions {start} and {end} of Index.db, which do not ascend"
                )));
            }
        }
        Ok(start.map(|start| Interval { start, first, end }))
    }
}

/// A part of Index.db, in bytes; without an end, and the key that is there, it goes on to that of the component.
struct Interval<'a> {
    start: u64,
    /// The key of its first entry, if Summary.db says where that is.
    first: Option<&'a [u8]>,
    end: Option<(u64, &'a [u8])>,
}
