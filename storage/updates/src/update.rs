use cqlite_rows::clustering::OwnedPrefix;
use cqlite_rows::{DeletionTime, Row};

/// What a statement makes of a partition.
#[derive(Debug, Clone, Copy)]
pub enum Update<'u> {
    /// All of it is deleted.
    Partition(DeletionTime),
    /// A row, or the static one, is written to, or deleted.
    Row(&'u Row),
    /// A range of rows is deleted.
    Range {
        /// Where it starts.
        start: &'u OwnedPrefix,
        /// Where it ends.
        end: &'u OwnedPrefix,
        /// The deletion.
        deletion: DeletionTime,
    },
}

/// What takes updates.
pub trait Updates {
    /// What may go wrong.
    type Error;

    /// Refuses what [`update`](Self::update) would refuse.
    ///
    /// # Errors
    /// It would not be taken.
    fn admit(&self, _key: &[u8], _update: &Update<'_>) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Takes an update of the partition with a key.
    ///
    /// # Errors
    /// It is not taken.
    fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), Self::Error>;
}
