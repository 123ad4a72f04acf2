use super::{Row, Unfiltered};
use crate::DeletionTime;

/// Partitions in the order of their keys, each with its rows and markers in theirs, each when it is asked for
/// (`UnfilteredPartitionIterator`, `UnfilteredRowIterator`).
pub trait Partitions {
    /// What may go wrong.
    type Error;

    /// Goes to the next partition, over what has not been asked for of the one at hand. Whether there is one.
    ///
    /// # Errors
    /// What is wrong with what is read.
    fn next_partition(&mut self) -> Result<bool, Self::Error>;

    /// Goes to the next row or marker of the partition. Whether there is one.
    ///
    /// # Errors
    /// What is wrong with what is read.
    fn next_unfiltered(&mut self) -> Result<bool, Self::Error>;

    /// The partition's key, as its bytes are stored.
    fn key(&self) -> &[u8];

    /// The partition's deletion, if it has any.
    fn deletion(&self) -> Option<DeletionTime>;

    /// The partition's static row, if it says anything.
    fn static_row(&self) -> Option<&Row>;

    /// The row or marker that it was gone to last.
    fn unfiltered(&self) -> Option<Unfiltered<'_>>;

    /// Takes the row at hand away: into `row`, in exchange for the memory that this has. Only what comes next can be asked for then.
    /// Without a row at hand nothing happens.
    fn take_row(&mut self, row: &mut Row) {
        if let Some(Unfiltered::Row(own)) = self.unfiltered() {
            row.copy_from(own);
        }
    }
}
