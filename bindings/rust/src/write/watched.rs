use cqlite_rows::{DeletionTime, Partitions, Row, Unfiltered};

use super::WriteOptions;
use crate::Error;

/// Partitions that end when the work is cancelled, and that say now and then how far it is.
pub(super) struct Watched<'p, P, F> {
    partitions: P,
    options: &'p WriteOptions<'p>,
    progress: F,
    /// Rows and markers to come before the next look.
    left: u32,
}

/// Rows and markers between two looks.
const STRETCH: u32 = 256;

impl<'p, P: Partitions, F: FnMut(&P)> Watched<'p, P, F> {
    pub(super) fn new(partitions: P, options: &'p WriteOptions<'p>, progress: F) -> Self {
        Watched { partitions, options, progress, left: 1 }
    }

    fn look(&mut self) -> Result<(), Error> {
        self.left -= 1;
        if self.left == 0 {
            self.left = STRETCH;
            self.options.check_cancelled()?;
            (self.progress)(&self.partitions);
        }
        Ok(())
    }
}

impl<P, F> Partitions for Watched<'_, P, F>
where
    P: Partitions,
    F: FnMut(&P),
    Error: From<P::Error>,
{
    type Error = Error;

    fn next_partition(&mut self) -> Result<bool, Error> {
        self.look()?;
        Ok(self.partitions.next_partition()?)
    }

    fn next_unfiltered(&mut self) -> Result<bool, Error> {
        self.look()?;
        Ok(self.partitions.next_unfiltered()?)
    }

    fn key(&self) -> &[u8] {
        self.partitions.key()
    }

    fn deletion(&self) -> Option<DeletionTime> {
        self.partitions.deletion()
    }

    fn static_row(&self) -> Option<&Row> {
        self.partitions.static_row()
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        self.partitions.unfiltered()
    }

    fn take_row(&mut self, row: &mut Row) {
        self.partitions.take_row(row);
    }
}
