use cqlite_format::filter::SstableFilter;
use cqlite_schema::partitioner::Murmur3Hash;

use super::filter::{FilterBuilder, FilterSpec};
use super::{Target, WriteError};

/// What becomes Filter.db.
pub(super) enum KeyFilter {
    /// There will be none.
    None,
    /// One for a number of keys that was told before.
    Sized(FilterBuilder),
    /// One for as many keys as come.
    Counted(Vec<Murmur3Hash>),
}

impl KeyFilter {
    /// That of a target.
    ///
    /// # Errors
    /// There is no such filter, or it would be larger than what is read.
    pub(super) fn for_target(target: &Target) -> Result<Self, WriteError> {
        let chance = target.bloom_filter_fp_chance;
        if !target.counts_keys {
            return Ok(FilterBuilder::for_target(target)?.map_or(KeyFilter::None, KeyFilter::Sized));
        }
        if chance >= 1.0 {
            return Ok(KeyFilter::None);
        }
        let _ = FilterSpec::new(0, chance)?;
        Ok(KeyFilter::Counted(Vec::new()))
    }

    pub(super) fn add(&mut self, hash: Murmur3Hash) {
        match self {
            KeyFilter::None => {}
            KeyFilter::Sized(builder) => builder.add(hash),
            KeyFilter::Counted(hashes) => hashes.push(hash),
        }
    }

    /// Filter.db, if there is one.
    ///
    /// # Errors
    /// It would be larger than what is read.
    pub(super) fn build(self, target: &Target) -> Result<Option<SstableFilter>, WriteError> {
        let builder = match self {
            KeyFilter::None => None,
            KeyFilter::Sized(builder) => Some(builder),
            KeyFilter::Counted(hashes) => {
                let builder = FilterBuilder::for_keys(target, hashes.len() as u64)?;
                builder.map(|mut builder| {
                    hashes.into_iter().for_each(|hash| builder.add(hash));
                    builder
                })
            }
        };
        Ok(builder.map(FilterBuilder::build))
    }
}
