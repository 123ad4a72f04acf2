use std::sync::Arc;

use cqlite_rows::clustering::OwnedPrefix;
use cqlite_schema::partitioner::DecoratedKey;

use crate::{Update, UpdateError, UpdateTable};

/// Says whether updates come in the order of an SSTable: partitions by their tokens; of each its deletion, then its rows and ranges, by their
/// clustering and their starts. A row may come several times, and the static one at any place.
#[derive(Debug)]
pub struct Order {
    table: Arc<UpdateTable>,
    key: Option<DecoratedKey>,
    /// The row, or the start of a range, that came last.
    last: Option<OwnedPrefix>,
}

impl Order {
    /// Nothing has come yet.
    #[must_use]
    pub fn new(table: Arc<UpdateTable>) -> Self {
        Order { table, key: None, last: None }
    }

    /// Whether an update may be the next one.
    ///
    /// # Errors
    /// It should have come before.
    pub fn admit(&self, key: &[u8], update: &Update<'_>) -> Result<(), UpdateError> {
        self.next_key(key)?;
        self.check_place(key, update)
    }

    /// The next update.
    ///
    /// # Errors
    /// It should have come before.
    pub fn check(&mut self, key: &[u8], update: &Update<'_>) -> Result<(), UpdateError> {
        if let Some(next) = self.next_key(key)? {
            (self.key, self.last) = (Some(next), None);
        } else {
            self.check_place(key, update)?;
        }
        if let Some(place) = place(update) {
            self.last.get_or_insert_default().copy_from(place);
        }
        Ok(())
    }

    /// The key, if it is another one than the last.
    fn next_key(&self, key: &[u8]) -> Result<Option<DecoratedKey>, UpdateError> {
        if self.key.as_ref().is_some_and(|last| last.key == key) {
            return Ok(None);
        }
        let partitioner = &self.table.schema.keys.partitioner;
        let key = partitioner.decorate(key);
        match &self.key {
            Some(last) if partitioner.compare_keys(last, &key).is_gt() => {
                Err(UpdateError::Order { key: key.key, what: "it should have come before the last partition" })
            }
            _ => Ok(Some(key)),
        }
    }

    /// Whether an update may follow the last one, if it is of the same partition.
    fn check_place(&self, key: &[u8], update: &Update<'_>) -> Result<(), UpdateError> {
        let last = self.last.as_ref().filter(|_| self.key.as_ref().is_some_and(|last| last.key == key));
        let what = match (last, place(update)) {
            (Some(last), Some(place)) if self.table.comparator.compare(last, place).is_gt() => {
                "a row, or a range of rows, should have come before the last one"
            }
            (Some(_), None) if matches!(update, Update::Partition(_)) => {
                "its deletion should have come before its rows"
            }
            _ => return Ok(()),
        };
        Err(UpdateError::Order { key: key.to_vec(), what })
    }
}

/// Where an update stands among rows; nowhere if it is of the partition.
fn place<'u>(update: &Update<'u>) -> Option<&'u OwnedPrefix> {
    match update {
        Update::Row(row) if !row.is_static() => Some(&row.clustering),
        Update::Range { start, .. } => Some(start),
        _ => None,
    }
}
