use cqlite_format::statistics::StatsMetadata;
use cqlite_format::summary::SstableSummary;

use super::{Components, Partitions};
use crate::descriptor::Component;
use crate::SstableError;

/// The first and the last partition key.
#[derive(Debug, Clone)]
pub struct KeyRange {
    /// First partition key, as it is stored.
    pub first: Vec<u8>,
    /// Last partition key.
    pub last: Vec<u8>,
}

impl KeyRange {
    /// Of an SSTable; none where nothing tells them: newer versions have them in Statistics.db, others in Summary.db or in Partitions.db.
    ///
    /// # Errors
    /// What is wrong with Summary.db or Partitions.db.
    pub fn read(components: &Components, stats: Option<&StatsMetadata>) -> Result<Option<Self>, SstableError> {
        let stats = stats.and_then(|stats| stats.first_key.as_ref().zip(stats.last_key.as_ref()));
        if let Some((first, last)) = stats {
            return Ok(Some(KeyRange { first: first.data.clone(), last: last.data.clone() }));
        }
        if !components.version().has_tries() {
            let summary = components.decode::<SstableSummary>(&Component::Summary)?;
            return Ok(summary.map(|own| KeyRange { first: own.first_key.data, last: own.last_key.data }));
        }
        let component = &Component::Partitions;
        let Some(bytes) = components.find(component)? else { return Ok(None) };
        let keys = Partitions::new(bytes.as_slice(), components.version()).keys();
        let keys = keys.map_err(|e| components.error_in(component, e))?;
        Ok(Some(KeyRange { first: keys.first_key.data.to_vec(), last: keys.last_key.data.to_vec() }))
    }
}
