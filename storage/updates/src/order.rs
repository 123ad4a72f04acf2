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

    /// The next update.
    ///
    /// # Errors
    /// It should have come before.
    pub fn check(&mut self, key: &[u8], update: &Update<'_>) -> Result<(), UpdateError> {
        let wrong = |what| Err(UpdateError::Order { key: key.to_vec(), what });
        if self.key.as_ref().is_none_or(|last| last.key != key) {
            let partitioner = &self.table.schema.keys.partitioner;
            let key = partitioner.decorate(key);
            if self.key.as_ref().is_some_and(|last| partitioner.compare_keys(last, &key).is_gt()) {
                return Err(UpdateError::Order { key: key.key, what: "it should have come before the last partition" });
            }
            (self.key, self.last) = (Some(key), None);
        }
        let place = match update {
            Update::Row(row) if !row.is_static() => &row.clustering,
            Update::Range { start, .. } => *start,
            Update::Partition(_) if self.last.is_some() => {
                return wrong("its deletion should have come before its rows")
            }
            _ => return Ok(()),
        };
        match &mut self.last {
            Some(last) if self.table.comparator.compare(last, place).is_gt() => {
                wrong("a row, or a range of rows, should have come before the last one")
            }
            Some(last) => {
                last.copy_from(place);
                Ok(())
            }
            None => {
                self.last = Some(place.clone());
                Ok(())
            }
        }
    }
}
