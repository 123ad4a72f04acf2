use cqlite_format::filter::SstableFilter;
use cqlite_schema::partitioner::Murmur3Hash;

use super::filter::FilterBuilder;
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
        Ok(match FilterBuilder::for_keys(target, target.estimated_keys.unwrap_or(0))? {
            None => KeyFilter::None,
            Some(_) if target.estimated_keys.is_none() => KeyFilter::Counted(Vec::new()),
            Some(builder) => KeyFilter::Sized(builder),
        })
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
