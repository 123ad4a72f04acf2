use std::ops::Range;

use cqlite_format::summary::SstableSummary;
use cqlite_sstable::component::{Filter, Partitions};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::{AccessMode, ComponentSource, DirectorySource};
use cqlite_sstable::{SstableError, SstableErrorKind};

use crate::component::Files;

/// As much of a component is held at once, in bytes.
const WINDOW: usize = 1 << 16;

/// Filter.db.
#[derive(Debug, Clone, Copy)]
pub struct FilterFacts {
    /// Bits looked at for a key.
    pub num_hashes: u32,
    /// Words.
    pub num_words: u64,
    /// Length of the words, in bytes.
    pub num_bytes: u64,
    /// Number of bits.
    pub num_bits: u64,
    /// Bits that are set.
    pub num_set: u64,
}

impl FilterFacts {
    /// Share of the bits that are set, 0 to 1.
    #[must_use]
    pub fn fill(&self) -> f64 {
        match self.num_bits {
            0 => 0.0,
            bits => self.num_set as f64 / bits as f64,
        }
    }

    /// Rate of false positives that follows from the bits, 0 to 1.
    #[must_use]
    pub fn false_positives(&self) -> f64 {
        self.fill().powi(i32::try_from(self.num_hashes).unwrap_or(i32::MAX))
    }
}

/// Summary.db.
#[derive(Debug, Clone)]
pub struct SummaryFacts {
    /// Keys for one sample at full sampling.
    pub min_index_interval: i32,
    /// Samples.
    pub num_entries: usize,
    /// Samples kept of 128.
    pub sampling_level: i32,
    /// The sampling level at which none is dropped.
    pub base_sampling_level: i64,
    /// Samples there would be if all were kept.
    pub size_at_full_sampling: i32,
    /// First partition key.
    pub first_key: Vec<u8>,
    /// Last partition key.
    pub last_key: Vec<u8>,
}

/// The ends of Partitions.db.
#[derive(Debug, Clone)]
pub struct TrieFacts {
    /// Partitions.
    pub num_keys: i64,
    /// Position of the root, in bytes.
    pub root_pos: i64,
    /// Position of the two keys, where the trie ends, in bytes.
    pub keys_pos: i64,
    /// First partition key.
    pub first_key: Vec<u8>,
    /// Last partition key.
    pub last_key: Vec<u8>,
}

pub(super) fn filter(files: &Files) -> Result<Option<FilterFacts>, SstableError> {
    let component = &Component::Filter;
    let Some(bytes) = files.components.find(component)? else { return Ok(None) };
    let filter = Filter::read(bytes.as_slice(), files.version, files.components.limits());
    let Some(filter) = filter.map_err(|e| files.components.error_in(component, e))? else { return Ok(None) };
    let (words, num_words) = (filter.words(), filter.num_words() as u64);
    let begin = words.start().offset();
    // Nothing follows the last word.
    let num_bytes = bytes.as_slice().len() as u64 - begin;
    let num_set = count_ones(files, component, begin..begin + num_bytes)?;
    let num_bits = num_words * u64::from(u64::BITS);
    Ok(Some(FilterFacts { num_hashes: filter.num_hashes(), num_words, num_bytes, num_bits, num_set }))
}

/// How many bits of a range of a component are set. It is read and not mapped, for what has been looked at of a mapped file counts as
/// memory of the process.
fn count_ones(files: &Files, component: &Component, range: Range<u64>) -> Result<u64, SstableError> {
    let source = DirectorySource::new(files.descriptor.clone(), AccessMode::Pread);
    let at = |e: SstableError| files.components.error_in(component, e);
    let file = source
        .open(component)
        .map_err(|e| at(e.into()))?
        .ok_or_else(|| at(SstableError::new(SstableErrorKind::Missing)))?;
    let (mut ones, mut window) = (0, vec![0; WINDOW]);
    for start in range.clone().step_by(WINDOW) {
        let len = usize::try_from(range.end - start).unwrap_or(usize::MAX).min(WINDOW);
        let part = window.get_mut(..len).unwrap_or_default();
        file.read_exact_at(start, part).map_err(|e| at(e.into()))?;
        ones += part.iter().map(|byte| u64::from(byte.count_ones())).sum::<u64>();
    }
    Ok(ones)
}

pub(super) fn summary(files: &Files) -> Result<Option<SummaryFacts>, SstableError> {
    let component = &Component::Summary;
    let Some(summary) = files.components.decode::<SstableSummary>(component)? else { return Ok(None) };
    Ok(Some(SummaryFacts {
        min_index_interval: summary.min_index_interval,
        num_entries: summary.entries.len(),
        sampling_level: summary.sampling_level,
        base_sampling_level: SstableSummary::base_sampling_level(files.version),
        size_at_full_sampling: summary.size_at_full_sampling,
        first_key: summary.first_key.data,
        last_key: summary.last_key.data,
    }))
}

pub(super) fn trie(files: &Files) -> Result<Option<TrieFacts>, SstableError> {
    let component = &Component::Partitions;
    let Some(bytes) = files.components.find(component)? else { return Ok(None) };
    let partitions = Partitions::new(bytes.as_slice(), files.version);
    let at = |e| files.components.error_in(component, e);
    let (footer, keys) = (partitions.footer().map_err(at)?, partitions.keys().map_err(at)?);
    Ok(Some(TrieFacts {
        num_keys: footer.num_keys,
        root_pos: footer.root_pos,
        keys_pos: footer.keys_pos,
        first_key: keys.first_key.data.to_vec(),
        last_key: keys.last_key.data.to_vec(),
    }))
}

pub(super) fn sizes(files: &Files) -> Result<Vec<(Component, u64)>, SstableError> {
    let components = files.components.source().components()?;
    let size = |c: &Component| Ok(std::fs::metadata(files.descriptor.path_of(c))?.len());
    components
        .into_iter()
        .map(|c| size(&c).map(|n| (c.clone(), n)).map_err(|e: std::io::Error| files.components.error_in(&c, e)))
        .collect()
}
